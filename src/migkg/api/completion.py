"""What the beginning of a word in a query may become: a prefix, variable, class, property, or thing by its label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from migkg import names, resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.query import Result

_WORD = re.compile(r"[?$]?[\w.:-]*$")
_CLASS_BEFORE = re.compile(r"(?:\ba|rdf:type)\s+$")
_SHORTEST = 2
"""Letters after which things are offered by their labels."""
_MOST = 50
_KEYWORDS = (
    "ASK", "BIND", "CONSTRUCT", "COUNT", "DESCRIBE", "DISTINCT", "FILTER", "GRAPH", "GROUP BY", "GROUP_CONCAT",
    "HAVING", "LIMIT", "MINUS", "NOT EXISTS", "OFFSET", "OPTIONAL", "ORDER BY", "SELECT", "UNION", "VALUES", "WHERE",
)  # fmt: skip
COMMANDS = (".evidence", ".explain", ".format", ".help", ".lang", ".quit", ".run")
"""What the shell understands beside SPARQL."""
_TERMS = """SELECT DISTINCT ?term ?kind ?label {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty skos:Concept }
  ?term a ?kind ; rdfs:label ?label FILTER (LANG(?label) = "en")
}"""
_THINGS = """SELECT DISTINCT ?thing ?label {
  ?thing rdfs:label|skos:altLabel ?label FILTER (STRSTARTS(STR(?thing), STR(id:)))
}"""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Offer:
    """A completion: what is written, how many characters before the cursor it replaces, and what it means."""

    text: str
    replaces: int
    meaning: str = ""


class Completion:
    """Offers completions from the graph that `ask` answers from; it is asked once, when it is first needed."""

    def __init__(self, ask: Callable[[str], Result]) -> None:
        self._ask = ask

    def offers(self, before: str) -> list[Offer]:
        """The completions of the last word of the text before the cursor, at most 50."""
        line = before.rpartition("\n")[2]
        if line.startswith("."):
            return self._commands(line)
        found = _WORD.search(before)
        word = found[0] if found else ""
        offers = sorted(self._words(before[: len(before) - len(word)], word))
        return offers[:_MOST]

    def _words(self, before: str, word: str) -> Iterator[Offer]:
        if word[:1] in {"?", "$"}:
            known = {found for found in re.findall(r"[?$]\w+", before) if found.startswith(word)}
            yield from (Offer(text=name, replaces=len(word)) for name in known)
        elif ":" in word:
            classes = bool(_CLASS_BEFORE.search(before))
            yield from self._by_prefix(word, classes=classes)
        elif word:
            yield from (Offer(text=k, replaces=len(word)) for k in _KEYWORDS if k.startswith(word.upper()))
            known_prefixes = ((prefix, base) for prefix, base in names.PREFIXES.items() if prefix.startswith(word))
            yield from (Offer(text=f"{prefix}:", replaces=len(word), meaning=base) for prefix, base in known_prefixes)
            yield from self._by_label(word)

    def _by_prefix(self, word: str, *, classes: bool) -> Iterator[Offer]:
        for term, is_class, label in self._terms:
            if term.startswith(word) and (is_class or not classes):
                yield Offer(text=term, replaces=len(word), meaning=label)

    def _by_label(self, word: str) -> Iterator[Offer]:
        wanted = names.fold(word)
        if len(wanted) >= _SHORTEST:
            for folded, written, label in self._things:
                if folded.startswith(wanted):
                    yield Offer(text=written, replaces=len(word), meaning=label)

    def _commands(self, line: str) -> list[Offer]:
        command, space, rest = line.partition(" ")
        if not space:
            return [Offer(text=name, replaces=len(line)) for name in COMMANDS if name.startswith(line)]
        known = resources.canned_names() if command == ".run" and " " not in rest else []
        return [Offer(text=name, replaces=len(rest)) for name in known if name.startswith(rest)]

    @cached_property
    def _terms(self) -> list[tuple[str, bool, str]]:
        """The terms of the vocabularies as CURIEs, whether each is a class, and its label."""
        found = []
        for term, kind, label in self._ask(_TERMS).rows:
            if term and kind and label:
                found.append((names.shorten(term), kind.endswith("#Class>"), names.text_of(label)))
        return sorted(found)

    @cached_property
    def _things(self) -> list[tuple[str, str, str]]:
        """The things of the graph: a folded name, the relative IRI, the name."""
        found = []
        for thing, label in self._ask(_THINGS).rows:
            if thing and label:
                name = names.text_of(label)
                found.append((names.fold(name), f"<{names.text_of(thing).removeprefix(names.ID)}>", name))
        return sorted(found)
