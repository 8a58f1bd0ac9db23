"""Plain questions: a question becomes symbols, the symbols a typed logical form, the form SPARQL.

Everything is deterministic; words, titles and relations are data (data/ask). A question of which any word is not
understood, or any part finds no place, is refused with what is to blame: there is no guessing.
"""

from migkg.ask.grammar import Grammar, Understood
from migkg.ask.lexing import Named
from migkg.ask.logic import LogicalForm
from migkg.ask.model import NotUnderstoodError
from migkg.ask.words import normal

__all__ = ["Grammar", "LogicalForm", "Named", "NotUnderstoodError", "Understood", "normal"]
