"""Who held which post when: one tenure for each official, post and interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import predicates
from migkg.mapping.terms import LABEL, TYPE, date, last_part, node, post
from migkg.names import expand, literal, slug, thing, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Fact, Term, Triple

    Interval = tuple[tuple[str, str], ...]

_BOUNDS = ("from", "until")


def interval(qualifiers: Iterable[tuple[str, str]]) -> Interval:
    """The qualifiers that bound a tenure, sorted."""
    return tuple(sorted((name, value) for name, value in qualifiers if name in _BOUNDS))


class Tenures:
    """The nodes of tenures. Where sources give one interval, or none, `tenure/OFFICIAL/POST` is the node of all.

    With several intervals each has its own node, which ends in its bounds; what has no interval keeps the plain one.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = [fact for fact in facts if fact.predicate == "hasPosition"]
        self._intervals: dict[Term, set[Interval]] = {}
        self._titles: dict[tuple[Term, str], str] = {}
        for fact in self.facts:
            title, lang = _title(fact)
            known_as = self._titles.setdefault((post(fact.object), lang), title)
            self._titles[post(fact.object), lang] = min(known_as, title)
            bounds = interval(fact.qualifiers)
            known = self._intervals.setdefault(_base(fact.subject, fact.object), set())
            if bounds:
                known.add(bounds)

    def node(self, person: str, position: str, qualifiers: Iterable[tuple[str, str]]) -> Term:
        """The tenure in which a person holds `Title @ ORG`."""
        base, bounds = _base(person, position), interval(qualifiers)
        if not bounds or len(self._intervals.get(base, ())) <= 1:
            return base
        ending = slug(" ".join(f"{name} {value}" for name, value in bounds))
        return thing("tenure", f"{last_part(base)}/{ending}")

    def triples(self) -> Iterator[Triple]:
        """The tenures with their posts, as the facts have them."""
        for fact in self.facts:
            holder = predicates.post_parts(fact.object)[1]
            title, lang = _title(fact)
            tenure = self.node(fact.subject, fact.object, fact.qualifiers)
            office = post(fact.object)
            yield node(fact.subject), word("hasTenure"), tenure
            yield tenure, TYPE, word("Tenure")
            yield tenure, LABEL, literal(f"{fact.subject.partition(':')[2]}, {title}")
            yield tenure, word("tenureOf"), node(fact.subject)
            yield tenure, word("tenureIn"), office
            for name, value in interval(fact.qualifiers):
                yield tenure, word(name), date(value)
            yield office, TYPE, word("Post")
            first = self._titles[office, lang] == title
            yield office, LABEL if first else expand("skos:altLabel"), literal(title, lang=lang)
            if predicates.kind_of(holder) in {"org", "state", "forum"}:
                yield office, word("postIn"), node(holder)


def _title(fact: Fact) -> tuple[str, str]:
    """The title and its language; of titles that differ in capitals or accents the least is the label."""
    return predicates.post_parts(fact.object)[0], dict(fact.qualifiers).get("lang", "")


def _base(person: str, position: str) -> Term:
    return thing("tenure", f"{last_part(node(person))}/{last_part(post(position))}")
