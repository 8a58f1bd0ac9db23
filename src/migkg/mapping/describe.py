"""What things are: class, labels, other names, and what their key alone says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import predicates
from migkg.mapping.terms import LABEL, TYPE, node
from migkg.model import OUT_OF_SERIES, Status
from migkg.names import MEETING_CLASSES, entity, expand, literal, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.fused import Fusion, Resolved
    from migkg.mapping.labels import Labels
    from migkg.model import Claim, Thing, Triple

_CLASSES = {
    "forum": "Forum",
    "edition": "Conference",
    "event": "Meeting",
    "session": "Session",
    "state": "State",
    "city": "City",
    "org": "Organisation",
    "person": "Official",
    "document": "Document",
}


_SESSIONS = {
    "opening": "OpeningSession",
    "closing": "ClosingSession",
    "plenary": "PlenarySession",
    "round-table": "RoundTable",
    "panel": "PanelSession",
    "working-session": "WorkingSession",
    "ministerial-segment": "MinisterialSegment",
    "high-level-segment": "HighLevelSegment",
}


def thing_triples(thing: Thing, labels: Labels) -> Iterator[Triple]:
    """A thing as the tables describe it; one without a label gets one that is put together."""
    me = entity(thing.key)
    yield me, TYPE, expand(thing.cls) if ":" in thing.cls else word(thing.cls)
    for lang, text in thing.labels or labels.made(thing.key):
        yield me, LABEL, literal(text, lang=lang)
    for lang, text in thing.names:
        yield me, expand("skos:altLabel"), literal(text, lang=lang)
    for name, term in thing.properties:
        yield me, expand(name), term


def key_triples(key: str, labels: Labels) -> Iterator[Triple]:
    """A thing that no table describes, by its key: class, label, and the forum, state or code in the key."""
    me = node(key)
    kind = _kind(key)
    yield me, TYPE, word(_class(key, kind))
    for lang, text in labels.made(key):
        yield me, LABEL, literal(text, lang=lang)
    for lang, text in labels.others(key):
        yield me, expand("skos:altLabel"), literal(text, lang=lang)
    rest = key.partition(":")[2]
    if kind == "state":
        yield me, word("isoCode"), literal(key)
    elif kind in {"forum", "org"}:
        yield me, word("code"), literal(rest)
    elif kind == "city" and "/" in rest:
        yield me, word("inCountry"), node(rest.rpartition("/")[2])
    elif kind in {"edition", "meeting"}:
        name = "editionOf" if kind == "edition" else "meetingOf"
        yield me, word(name), node(f"forum:{rest.partition('/')[0]}")
    elif (parts := predicates.session_parts(key)) is not None:
        yield me, word("sessionKind"), word(_SESSIONS[parts[1].partition("/")[0]])


def _kind(key: str) -> str:
    return "city" if key.startswith("city:") else predicates.kind_of(key)


def _class(key: str, kind: str) -> str:
    if kind == "meeting":
        return MEETING_CLASSES.get(key.split("/")[1] if "/" in key else "", "Meeting")
    return _CLASSES[kind]


def met(fusion: Fusion) -> set[str]:
    """The keys that claims speak of, once settled, and the forums, states and bodies inside those keys."""
    unplaced = {found.subject for found in fusion.resolved.values() if found.reason == OUT_OF_SERIES}
    keys = set(fusion.subjects.values()) - unplaced
    for found in fusion.resolved.values():
        keys.update(_spoken_of(found))
    return _with_inner(keys)


def met_by(claim: Claim, fusion: Fusion) -> set[str]:
    """The keys that one claim speaks of: those of all claims together are `met`."""
    found = fusion.resolved[claim.id]
    keys = {fusion.subjects.get(claim.object, claim.object)} if predicates.kind_of(claim.object) == "person" else set()
    settled = predicates.series_of(found.subject) or predicates.kind_of(found.subject) in {"person", "session"}
    if settled and found.reason != OUT_OF_SERIES:
        keys.add(found.subject)
    return _with_inner(keys.union(_spoken_of(found)))


def _spoken_of(found: Resolved) -> Iterator[str]:
    if found.reason in {"predicate", "domain", "range"}:
        return
    if found.reason != OUT_OF_SERIES:
        yield found.subject
    if found.predicate == "hasPosition":
        yield predicates.post_parts(found.object)[1]
    elif found.status is not Status.REJECTED or _kind(found.object):
        yield found.object


def _with_inner(keys: set[str]) -> set[str]:
    """The keys that are keys, with the meetings, forums and states inside them."""
    keys = keys | {parts[0] for key in keys if (parts := predicates.session_parts(key)) is not None}
    keys |= {f"forum:{key.partition(':')[2].partition('/')[0]}" for key in keys if predicates.series_of(key)}
    keys |= {key.rpartition("/")[2] for key in keys if key.startswith("city:") and "/" in key}
    return {key for key in keys if _kind(key)}


def describe(things: Sequence[Thing], fusion: Fusion, labels: Labels) -> Iterator[Triple]:
    """The described things, and all others that claims speak of."""
    for thing in things:
        yield from thing_triples(thing, labels)
    described = {entity(thing.key) for thing in things}
    for key in sorted(met(fusion)):
        if node(key) not in described:
            yield from key_triples(key, labels)


def superseded(fusion: Fusion) -> Iterator[Triple]:
    """From each key that became another to that one: an IRI once published keeps leading somewhere."""
    for merge in fusion.merges:
        old, new = node(merge.old), node(merge.kept)
        if old != new:
            yield old, expand("dcterms:isReplacedBy"), new
