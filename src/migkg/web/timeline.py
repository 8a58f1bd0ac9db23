"""Meetings in time and space: for time lines, maps and the network of states and forums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.names import expand, iri, text_of, word
from migkg.web.evidence import first
from migkg.web.models import Lane, MapPage, NetworkPage, TimelinePage
from migkg.web.values import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Term
    from migkg.web.library import Library
    from migkg.web.values import Ref

_MEETINGS_BY = {
    "forum": "hasMeeting",
    "city": "venueOf",
    "state": "venueCountryOf",
}
"""Kind of thing -> the property that lists its meetings."""

_INVOLVED = ("hasMember", "hasObserver")
_LAST = "9999"


def moments_of(library: Library, thing: Term, folder: str, lang: str) -> tuple[Moment, ...]:
    """The meetings of a forum, or those held in a city or state; a meeting alone; the one that a session is part of."""
    if folder in {"meeting", "event"}:
        return (moment(library, thing, lang),)
    if folder == "session":
        return tuple(moment(library, whole, lang) for _, _, whole in library.store.triples(thing, word("sessionOf")))
    if folder not in _MEETINGS_BY:
        return ()
    return _ordered(library, (o for _, _, o in library.store.triples(thing, word(_MEETINGS_BY[folder]))), lang)


def neighbours(library: Library, own: tuple[Moment, ...], lang: str) -> tuple[Ref | None, Ref | None]:
    """The meetings before and after a meeting (given as its one moment) in its forum; None at the ends."""
    forum = own[0].forum if len(own) == 1 else None
    if forum is None:
        return None, None
    listed: list[Ref | None] = [m.meeting for m in moments_of(library, iri(forum.address), "forum", lang)]
    padded = [None, *listed, None]
    place = next((n for n, ref in enumerate(padded) if ref and ref.address == own[0].meeting.address), 0)
    return (padded[place - 1], padded[place + 1]) if place else (None, None)


def timeline(library: Library, lang: str) -> TimelinePage:
    """All meetings, a lane for each forum in the order of its name."""
    lanes = []
    for forum in library.things("Forum"):
        moments = moments_of(library, forum, "forum", lang)
        if moments:
            lanes.append(Lane(forum=library.ref(forum, lang), moments=moments))
    years = [int(moment.start[:4]) for lane in lanes for moment in lane.moments if moment.start[:4].isdigit()]
    lanes.sort(key=lambda lane: (lane.forum.label.casefold(), lane.forum.address))
    return TimelinePage(lanes=tuple(lanes), first=min(years, default=0), last=max(years, default=0))


def world(library: Library, lang: str) -> MapPage:
    """All meetings, those with coordinates and those without."""
    moments = _ordered(library, library.things("Meeting"), lang)
    return MapPage(
        moments=tuple(m for m in moments if m.latitude is not None),
        unplaced=tuple(m for m in moments if m.latitude is None),
    )


def network(library: Library, lang: str) -> NetworkPage:
    """States and forums, and the accepted roles of the ones in the others."""
    links = set()
    for role in _INVOLVED:
        for forum, _, party in library.store.triples(None, word(role)):
            if any(library.store.triples(party, expand("rdf:type"), word("State"))):
                links.add((text_of(party), text_of(forum), role))
    return NetworkPage(
        forums=_refs(library, {forum for _, forum, _ in links}, lang),
        states=_refs(library, {state for state, _, _ in links}, lang),
        links=tuple(sorted(links)),
    )


def moment(library: Library, meeting: Term, lang: str) -> Moment:
    """A meeting with its dates and its place; where no day is known, the year stands for it."""
    about = library.describe(meeting)
    city = next(iter(about.get("mf:heldIn", [])), None)
    forum = next(iter(about.get("mf:belongsToForum") or about.get("mf:meetingOf", [])), None)
    state = next(iter(about.get("mf:heldInCountry", [])), None)
    where = library.describe(city) if city else {}
    return Moment(
        meeting=library.ref(meeting, lang),
        forum=library.ref(forum, lang) if forum else None,
        start=first(about, "mf:startDate") or first(about, "mf:year"),
        end=first(about, "mf:endDate"),
        city=library.ref(city, lang) if city else None,
        state=library.ref(state, lang) if state else None,
        latitude=_number(first(where, "geo:lat")),
        longitude=_number(first(where, "geo:long")),
        ordinal=first(about, "mf:ordinal"),
    )


def _ordered(library: Library, meetings: Iterable[Term], lang: str) -> tuple[Moment, ...]:
    found = [moment(library, meeting, lang) for meeting in set(meetings)]
    return tuple(sorted(found, key=lambda m: (m.start or _LAST, int(m.ordinal or 0), m.meeting.address)))


def _refs(library: Library, addresses: Iterable[str], lang: str) -> tuple[Ref, ...]:
    found = [library.ref(iri(address), lang) for address in addresses]
    return tuple(sorted(found, key=lambda ref: (ref.label.casefold(), ref.address)))


def _number(text: str) -> float | None:
    return float(text) if text else None
