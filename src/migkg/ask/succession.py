"""`Who succeeded A as head of B?`: the next holder of a post, or the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.logic import Kind, LogicalForm, Succeeds
from migkg.ask.model import Thing, Var

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.ask.model import Node, Symbol
    from migkg.model import Term

_STEPS = {"before": -1, "after": 1}
_ORDERING = frozenset({"step", "order", "heir"})
_SAYING_NOTHING = frozenset({"be", "have", "tenure", "lead"})


def reading(
    symbols: Sequence[Symbol], posts: Mapping[tuple[str, Term], tuple[Term, ...]], titles: Sequence[str]
) -> LogicalForm | None:
    """The logical form, or None where the question is no such one or says more.

    `posts` are those that the graph knows, by title and body; `titles` those of who heads a body, the likeliest first.
    """
    said = [s for s in symbols if s.kind not in _SAYING_NOTHING and not s.is_a("logic", "and")]
    order = next((s for s in said if s.kind in _ORDERING), None)
    official = next((s for s in said if s.is_a("thing", "official")), None)
    asks = bool(said) and said[0].is_a("ask", "who")
    if not (asks and order and official):
        return None
    named = _post([s for s in said[1:] if s not in (order, official)], posts, titles)
    if named is None:
        return None
    inverted = order.kind == "step" and order.start > official.start  # `whom did A succeed`
    step = -_STEPS[order.value] if inverted else _STEPS[order.value]
    answer = Var("answer", frozenset({"official"}))
    other = Thing("official", official.terms, official.text)
    return LogicalForm(
        form="list", target=answer, atoms=(Succeeds(answer, other, named, step), Kind(answer, "official"))
    )


def _post(
    rest: Sequence[Symbol], posts: Mapping[tuple[str, Term], tuple[Term, ...]], titles: Sequence[str]
) -> Node | None:
    """The post that is named by its title and body, by its body alone, or not at all; None for anything else."""
    bodies = [s for s in rest if s.is_a("thing", "organisation")]
    named = [s.value for s in rest if s.kind == "title"]
    if len(rest) != len(bodies) + len(named) or len(bodies) > 1 or len(named) > len(bodies):
        return None
    if not bodies:
        return Var("post", frozenset({"post"}))
    keys = [(title, bodies[0].terms[0]) for title in named or titles]
    found = next((posts[key] for key in keys if key in posts), ())
    return Thing("post", found, bodies[0].text) if found else None
