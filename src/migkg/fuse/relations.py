"""What a claim has to do with others: the terms by which fusion lets one claim bear on another.

Claims that share no term, directly or through others, are fused alike whether they are seen together or apart. So a
part of all claims can be fused alone, if it holds with each claim all those that bear on it: `Relations.terms` says
under which terms to file a claim, and which to look under.

| term | what bears on what |
|---|---|
| `unit U` | who is who and what is accepted: of a forum's meetings, of events with the same words, or of a subject |
| `from S` | claims of one source: whose copies count once |
| `person K`, `words W`, `at S W` | names that may be one person: by all words, or by a word in one setting |
| `city C` | the country and the spelling of a city |
| `begun D` | meetings that begin on one day of any year: a one-off conference may be one in its city, or another such |
| `document D`, `adopted M` | the names of documents, which are told apart where meetings share them |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names, partial, predicates
from migkg.errors import DataError
from migkg.fuse import sessions
from migkg.fuse.persons import settings, words
from migkg.fuse.ranks import is_event, telling
from migkg.fuse.resolve import fault
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Claim

_DAY = len("05-03")
_SERIES = frozenset({"forum", "edition", "meeting"})


class Relations:
    """Files claims; `honorifics` are those of fusion."""

    def __init__(self, honorifics: Iterable[str]) -> None:
        self._honorifics = frozenset(map(fold, honorifics))
        self._words: dict[str, tuple[str, ...]] = {}

    def words(self, person: str) -> tuple[str, ...]:
        """The words by which a person's name is compared."""
        if person not in self._words:
            self._words[person] = words(person, self._honorifics)
        return self._words[person]

    def terms(self, claim: Claim, meeting: str, source: str) -> set[str]:
        """The terms of a claim; `meeting` is its settled subject, `source` the node of its source."""
        found = {f"unit {name}" for name in units(claim)} | {f"from {source}"}
        for person in people(claim):
            found |= self.person_terms(person, claim, meeting)
        if claim.predicate == "heldIn":
            found.add(city_term(claim))
        if day_of(claim):
            found.add(day_term(claim))
        if is_document(claim):
            found |= {document_term(claim), f"adopted {meeting}"}
        return found

    def person_terms(self, person: str, claim: Claim, meeting: str) -> set[str]:
        """The terms of a name in a claim; where its meeting is not settled yet, it is empty."""
        found = {f"person {person}", f"words {' '.join(self.words(person))}"}
        if claim.verified:
            for setting in filter(None, settings(claim, meeting)):
                found |= {f"at {setting} {word}" for word in self.words(person)}
        return found


def unit(key: str) -> str:
    """The part that the claims on a subject are decided in: all meetings of a forum, all events with the same words,
    else what has one IRI."""
    key = sessions.meeting_of(key)
    if predicates.kind_of(key) in _SERIES:
        return f"forum {key.partition(':')[2].partition('/')[0]}"
    if is_event(key):
        return f"event {' '.join(telling(key))}"
    try:
        return names.entity(key)
    except DataError:
        return key


def units(claim: Claim) -> set[str]:
    """The unit of the subject, and that of a meeting that is the object: who is who there decides the object."""
    found = {unit(claim.subject)}
    if (
        claim.predicate in predicates.PREDICATES
        and predicates.object_kind(claim.predicate, claim.object) in predicates.MEETINGS
    ):
        found.add(unit(claim.object))
    return found


def people(claim: Claim) -> list[str]:
    """The persons that a claim names."""
    return sorted(key for key in {claim.subject, claim.object} if predicates.kind_of(key) == "person")


def city_of(claim: Claim) -> str:
    """The folded name of the city in which a claim puts a meeting; empty of any other claim."""
    return fold(claim.object.removeprefix("city:").partition("/")[0]) if claim.predicate == "heldIn" else ""


def city_term(claim: Claim) -> str:
    """The term of the city of a claim with `heldIn`."""
    return f"city {city_of(claim)}"


def day_of(claim: Claim) -> str:
    """The day of the calendar (`05-03`) on which a claim lets a meeting begin; empty of any other claim."""
    of_meeting = claim.verified and claim.predicate == "startDate"
    parsed = partial.parse(claim.object) if of_meeting else None
    return claim.object[-_DAY:] if parsed is not None and parsed.month and parsed.day else ""


def day_term(claim: Claim) -> str:
    """The term of the day of a claim with `startDate`."""
    return f"begun {day_of(claim)}"


def is_document(claim: Claim) -> bool:
    """Whether a claim names a document that is settled by its meeting."""
    return claim.predicate == "adopted" and fault(claim) in {"", "unverified"}


def document_term(claim: Claim) -> str:
    """The term of the name of a document."""
    return f"document {fold(claim.object.removeprefix('document:'))}"
