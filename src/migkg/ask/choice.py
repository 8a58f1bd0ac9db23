"""`Which is older, A or B?`: the one of several forums that was founded first or last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.model import Kind, LogicalForm, NotUnderstoodError, OneOf, Thing, Var

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.model import Symbol

AGES = {"oldest": "MIN", "newest": "MAX"}
"""Words of age and the founding year that they mean."""
_SAYING_NOTHING = frozenset({"be", "have"})


def reading(symbols: Sequence[Symbol], founding: str) -> LogicalForm | None:
    """The logical form, or None where the question is no such choice; NotUnderstoodError where it says more.

    `founding` is the relation that may be said beside the age.
    """
    said = [symbol for symbol in symbols if symbol.kind not in _SAYING_NOTHING and not symbol.is_a("class", "forum")]
    ages = [symbol for symbol in said if symbol.kind == "age"]
    chosen = [symbol for symbol in said if symbol.is_a("logic", "or")]
    if len(ages) != 1 or not chosen or not (said and said[0].is_a("ask", "which", "who")):
        return None
    named = [symbol for symbol in said if symbol.is_a("thing", "forum")]
    rest = [s for s in said[1:] if s not in (*named, *ages, *chosen) and not s.is_a("relation", founding)]
    if rest or len(named) < len(chosen) + 1:
        raise NotUnderstoodError("it is not clear what is meant by", tuple(symbol.text for symbol in rest or chosen))
    answer = Var("answer", frozenset({"forum"}))
    forums = tuple(dict.fromkeys(term for symbol in named for term in symbol.terms))
    choice = OneOf(answer, Thing("forum", forums, " / ".join(symbol.text for symbol in named)))
    return LogicalForm(form="list", target=answer, atoms=(choice, Kind(answer, "forum")), age=AGES[ages[0].value])
