"""Forums compared by their age: `which is older, A or B?`, `is A older than B?`, `forums founded before A`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.logic import Founded, Kind, LogicalForm, OneOf
from migkg.ask.model import NotUnderstoodError, Thing, Var

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.model import Symbol

AGES = {"oldest": "MIN", "newest": "MAX"}
"""Words of age and the founding year that they mean."""
_EARLIER = {"oldest": "<", "newest": ">", "before": "<", "after": ">", "same": "="}
_SAYING_NOTHING = frozenset({"be", "have"})


def reading(symbols: Sequence[Symbol], founding: str) -> LogicalForm | None:
    """The logical form, or None where the question is no comparison; NotUnderstoodError where it says more.

    `founding` is the relation that may be said beside the age.
    """
    said = [symbol for symbol in symbols if symbol.kind not in _SAYING_NOTHING]
    return _compared(said, founding) or _chosen([s for s in said if not s.is_a("class", "forum")], founding)


def _chosen(said: Sequence[Symbol], founding: str) -> LogicalForm | None:
    """`Which is older, A or B?`, `which of A and B was founded first?`."""
    ages = [symbol for symbol in said if symbol.kind == "age"]
    named = [symbol for symbol in said if symbol.is_a("thing", "forum")]
    chosen = [symbol for symbol in said if symbol.is_a("logic", "or", "and")]
    asked = [symbol for symbol in said if symbol.is_a("ask", "which", "who")]
    offered = any(symbol.value == "or" for symbol in chosen)
    if len(ages) != 1 or not chosen or len(asked) > 1 or not (asked or offered) or (not offered and len(named) < 2):
        return None
    linking = [s for s in said if s.is_a("relation", founding) or s.is_a("period", "between") or s.is_a("number", "1")]
    rest = [s for s in said if s not in (*named, *ages, *chosen, *asked, *linking)]
    if rest or len(named) < len(chosen) + 1:
        if not offered:
            return None
        raise NotUnderstoodError("it is not clear what is meant by", tuple(symbol.text for symbol in rest or chosen))
    answer = Var("answer", frozenset({"forum"}))
    forums = tuple(dict.fromkeys(term for symbol in named for term in symbol.terms))
    choice = OneOf(answer, Thing("forum", forums, " / ".join(symbol.text for symbol in named)))
    return LogicalForm(form="list", target=answer, atoms=(choice, Kind(answer, "forum")), age=AGES[ages[0].value])


def _compared(said: Sequence[Symbol], founding: str) -> LogicalForm | None:
    """`Is A older than B?`, `was A founded before B?`, `which forums are older than A?`: nothing else may be said."""
    order = [s for s in said if s.kind in {"than", "order"}]
    named = [s for s in said if s.is_a("thing", "forum")]
    asked = [s for s in said if s.kind == "ask"]
    founded = [s for s in said if s.is_a("relation", founding)]
    listed = [s for s in said if s.is_a("class", "forum")]
    told = order and (order[0].kind == "than" or founded)
    if len(order) != 1 or not told or len(founded) > 2 or not named or named[-1].start < order[0].start:
        return None
    if len(said) != len(order) + len(named) + len(asked) + len(founded) + len(listed):
        return None
    other = Thing("forum", named[-1].terms, named[-1].text)
    if not asked and len(named) == 2:
        one = Thing("forum", named[0].terms, named[0].text)
        return LogicalForm(form="ask", target=None, atoms=(Founded(one, _EARLIER[order[0].value], other),))
    counts = len(asked) == 1 and asked[0].value in {"which", "howmany"} and bool(listed)
    if not (counts and len(named) == 1):
        return None
    answer = Var("answer", frozenset({"forum"}))
    atoms = (Founded(answer, _EARLIER[order[0].value], other), Kind(answer, "forum"))
    return LogicalForm(form="list" if asked[0].value == "which" else "count", target=answer, atoms=atoms)
