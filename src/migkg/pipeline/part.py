"""Fusion before and after a change, of the part of all claims that the change bears on.

What is gathered first are the units that changed. Fusing them shows whether others are settled otherwise too: a person
who has another name now, a city that has another state, a document whose name is no longer its own. Their units are
taken in and all is fused again, until the rest stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import fuse, predicates
from migkg.pipeline import filing
from migkg.pipeline.assemble import ground, marks
from migkg.pipeline.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from migkg.fuse import Joined, Relations
    from migkg.model import Article, Claim
    from migkg.pipeline.filing import Filed
    from migkg.pipeline.knowledge import Knowledge
    from migkg.store import Ledger

    Given = Mapping[str, tuple[str, ...] | None]
    """The marks of the sources that change, by node; None of one that states nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What changes: the ids of the articles that go, or are replaced by those that come, and the claims of these."""

    leaving: Collection[str]
    coming: tuple[Article, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The claims of the part on one side of the change, and what fusion makes of them."""

    claims: tuple[Claim, ...]
    joined: Joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Both sides, the claims as they are filed, and the marks of the sources that change."""

    before: Side
    after: Side
    filed: Mapping[str, Filed]
    given: Given


def part(ledger: Ledger, edition: Edition, knowledge: Knowledge, relations: Relations) -> Part | None:
    """Fuse the part of all claims that a change bears on; None where it is not settled as it was filed."""
    given = _given(edition)
    gathering = Gathering(ledger, relations, knowledge.same, edition.claims)
    leaving = {filed.claim.id for node in given for filed in gathering.of_source(node)}
    gathering.touch(unit for name in sorted(leaving) for unit in fuse.units(gathering.filed[name].claim))
    gathering.touch_sources(sorted(_copies_of_changed(ledger, given)))
    while True:
        gathering.fill()
        before = _side(gathering, ledger, {}, frozenset(), (), knowledge)
        after = _side(gathering, ledger, given, leaving, edition.claims, knowledge)
        if any(filing.file(claim, before.joined) != gathering.filed[claim.id] for claim in before.claims):
            return None
        units = {unit for filed in _moved(gathering, before, after) for unit in fuse.units(filed.claim)}
        if not units:
            return Part(before=before, after=after, filed=gathering.filed, given=given)
        gathering.touch(units)


def _given(edition: Edition) -> dict[str, tuple[str, ...] | None]:
    """The marks that the sources that change have after it."""
    given: dict[str, tuple[str, ...] | None] = {f"article {name}": None for name in edition.leaving}
    by_id = marks(edition.coming)
    for claim in edition.claims:
        given[fuse.source_node(claim)] = tuple(sorted(set(fuse.marks_of(claim, by_id))))
    return given


def _copies_of_changed(ledger: Ledger, given: Given) -> set[str]:
    """The sources that are one origin with one that changes, before or after, and were not or will not be."""
    known = _read(ledger, given)
    changed = [node for node, found in given.items() if known.get(node) != found]
    return (_copies(ledger, changed, {}).keys() | _copies(ledger, changed, given).keys()) - given.keys()


def _copies(ledger: Ledger, nodes: Iterable[str], given: Given) -> dict[str, tuple[str, ...]]:
    """The marks of sources and of all that are one origin with them."""
    found: dict[str, tuple[str, ...]] = {}
    waiting, looked = set(nodes), set[str]()
    while waiting:
        fresh = _read(ledger, waiting - given.keys())
        fresh |= {node: own for node in waiting if (own := given.get(node)) is not None}
        found |= fresh
        wanted = {mark for own in fresh.values() for mark in own} - looked
        looked |= wanted
        ids = ledger.find(map(filing.mark_term, wanted))
        others = {filing.read_source(value)[0] for value in ledger.values(ids).values()}
        others |= {node for node, own in given.items() if own is not None and wanted & set(own)}
        waiting = {node for node in others if given.get(node, ()) is not None} - found.keys()
    return found


def _read(ledger: Ledger, nodes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return dict(map(filing.read_source, ledger.values(map(filing.source_id, nodes)).values()))


def _side(
    gathering: Gathering,
    ledger: Ledger,
    given: Given,
    leaving: Collection[str],
    coming: tuple[Claim, ...],
    knowledge: Knowledge,
) -> Side:
    """The claims of the core on one side, fused with what bears on them beside."""
    staying = [filed for name, filed in sorted(gathering.filed.items()) if name not in leaving]
    claims = tuple(predicates.unique([*(f.claim for f in staying if f.claim.id in gathering.core), *coming]))
    others = [filed for filed in staying if filed.claim.id not in gathering.core]
    nodes = {fuse.source_node(claim) for claim in (*claims, *(filed.claim for filed in others))}
    beside = fuse.Beside(
        claims=tuple(filed.claim for filed in others),
        meetings={filed.claim.id: filed.meeting for filed in others},
        sources=_copies(ledger, sorted(nodes), given),
    )
    return Side(claims=claims, joined=fuse.join(claims, beside=beside, **ground(knowledge)))


def _moved(gathering: Gathering, before: Side, after: Side) -> Iterator[Filed]:
    """What is beside the core but settled otherwise after the change, or a fact of somebody the core speaks of."""
    one, other = before.joined.settled, after.joined.settled
    held = _persons_of(before) | _persons_of(after)
    for name, filed in gathering.filed.items():
        if name not in gathering.core:
            claim = filed.claim
            named = {one.subjects.get(claim.subject), other.subjects.get(claim.subject)}
            person = predicates.kind_of(claim.subject) == "person"
            if (person and named & held) or _settled(filed, before) != _settled(filed, after):
                yield filed


def _persons_of(side: Side) -> set[str | None]:
    """The settled persons on whom the claims of a side say something."""
    settled = side.joined.settled.subjects
    return {settled.get(claim.subject) for claim in side.claims if predicates.kind_of(claim.subject) == "person"}


def _settled(filed: Filed, side: Side) -> tuple[object, ...]:
    """What decides the subject and the object of a claim beside the core."""
    claim, settled = filed.claim, side.joined.settled
    found: list[object] = [settled.subjects.get(person, person) for person in fuse.people(claim)]
    if claim.predicate == "heldIn":
        city = fuse.city_term(claim).removeprefix("city ")
        found += [settled.countries.get(city), settled.spellings.get(city)]
    if fuse.is_document(claim):
        found.append(settled.documents.get((filed.meeting, claim.object)))
    return tuple(found)
