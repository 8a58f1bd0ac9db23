"""The grammar of the claim table: which kinds of subject and object each predicate takes.

It restates, for single claims, the domains and ranges of `ontology/core.ttl`; a claim that breaks it is
refused before it reaches the graph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg import names, partial

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Claim

_REMEMBERED = 1 << 16
"""Keys whose kinds are kept: fusion asks for the same ones again and again."""
_ISO2 = re.compile(r"[A-Z]{2}")
_ORG = re.compile(r"org:\S(.*\S)?")
_YEAR = re.compile(r"[12]\d{3}")
_NUMBERED_YEAR = re.compile(r"[12]\d{3}-\d{1,3}")
_INTEGER = re.compile(r"[1-9]\d{0,2}")
_POST = re.compile(r"\S.* @ ((org|forum):\S.*|[A-Z][A-Z0-9+-]+)")
_KEYED = re.compile(r"(forum|edition|meeting|event|session|person|document):\S.*")

MEETINGS = frozenset({"edition", "meeting", "event", "session"})
_MEETING_KINDS = {1: "event", 2: "edition", 3: "meeting"}
"""The kind of a meeting by the number of parts of its key."""
OF_SOURCE = "--"
"""Between the words for an event and the source that means it, where others mean another by the same words."""
_AGENTS = frozenset({"state", "org"})
_HELD = frozenset({"edition", "meeting", "event"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """The kinds of subject and of object that a predicate takes."""

    subjects: frozenset[str]
    objects: frozenset[str]


def _takes(subjects: frozenset[str], *objects: str) -> Predicate:
    return Predicate(subjects=subjects, objects=frozenset(objects))


_FORUM = frozenset({"forum"})
PREDICATES: dict[str, Predicate] = {
    "ordinal": _takes(frozenset({"edition", "meeting", "session"}), "integer"),
    "heldIn": _takes(MEETINGS, "city"),
    "heldInCountry": _takes(MEETINGS, "state"),
    "year": _takes(MEETINGS, "year"),
    "startDate": _takes(MEETINGS, "date"),
    "endDate": _takes(MEETINGS, "date"),
    "hasParticipant": _takes(MEETINGS, *_AGENTS),
    "hasMember": _takes(_FORUM, *_AGENTS),
    "hasObserver": _takes(_FORUM, *_AGENTS),
    "hasSecretariat": _takes(_FORUM, "org"),
    "hasHost": _takes(MEETINGS, *_AGENTS),
    "hasChair": _takes(_FORUM | MEETINGS, *_AGENTS, "person"),
    "hasSupporter": _takes(_FORUM | MEETINGS, *_AGENTS),
    "hasSpeaker": _takes(MEETINGS, "person"),
    "hasAttendee": _takes(MEETINGS, "person"),
    "hasTheme": _takes(MEETINGS, "text"),
    "adopted": _takes(MEETINGS, "document"),
    "established": _takes(_FORUM, "year"),
    "form": _takes(MEETINGS, "form"),
    "prepares": _takes(frozenset({"meeting"}), "edition"),
    "hasPosition": _takes(frozenset({"person"}), "post"),
    "sessionOf": _takes(frozenset({"session"}), *_HELD),
    "editionOf": _takes(frozenset({"edition"}), "forum"),
    "meetingOf": _takes(_HELD, "forum"),
    "lacks": _takes(MEETINGS, *_AGENTS),
    "doesNotList": _takes(MEETINGS, *_AGENTS),
}

PROPERTIES = {"hasPosition": "hasTenure"}
"""Predicates of the claim table that the graph has under another name."""

PRESENCE = {"hasParticipant": 2, "lacks": 2, "doesNotList": 1}
"""What a source can say about somebody at a meeting, by how much it says: a list without a name proves less."""
PRESENT = "hasParticipant"
ROLES = {"hasMember": "member", "hasObserver": "observer"}
"""The role that membership has by its predicate, unless a qualifier names another."""
INTERVAL = ("from", "until")
"""The qualifiers that bound a membership or a tenure."""
DATES = ("startDate", "endDate")
PEOPLE = ("hasSpeaker", "hasAttendee", "hasChair")


def unique(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each id, by id; which of two with one id stays does not depend on the order of the input."""
    return sorted({claim.id: claim for claim in sorted(claims, key=_content)}.values(), key=lambda claim: claim.id)


def _content(claim: Claim) -> tuple[str, bool, str, float, str]:
    return claim.id, claim.verified, claim.published or "", claim.confidence, repr(claim.evidence)


@lru_cache(_REMEMBERED)
def kind_of(key: str) -> str:
    """The kind of a key: `edition`, `person`, `org` ..., `state` for a bare ISO code, else empty."""
    if _ISO2.fullmatch(key):
        return "state"
    if _ORG.fullmatch(key):
        return "org"
    match = _KEYED.fullmatch(key)
    return match[1] if match else ""


@lru_cache(_REMEMBERED)
def object_kind(predicate: str, value: str) -> str:
    """The kind that `value` has as object of `predicate`, or the empty string where it can have none."""
    for kind in sorted(PREDICATES[predicate].objects):
        if _is(kind, value):
            return kind
    return ""


def objects_of(predicate: str) -> frozenset[str]:
    """The kinds of object that a predicate takes; none for an unknown one."""
    known = PREDICATES.get(predicate)
    return known.objects if known else frozenset()


def refusal(subject: str, predicate: str, value: str) -> str:
    """What a claim breaks, `predicate`, `domain` or `range`; the empty string for a possible one."""
    if predicate not in PREDICATES:
        return "predicate"
    if kind_of(subject) not in PREDICATES[predicate].subjects:
        return "domain"
    return "" if object_kind(predicate, value) else "range"


def _is(kind: str, value: str) -> bool:
    match kind:
        case "integer":
            return _INTEGER.fullmatch(value) is not None
        case "year":
            return _YEAR.fullmatch(value) is not None
        case "date":
            return partial.parse(value) is not None
        case "post":
            return _POST.fullmatch(value) is not None
        case "text":
            return bool(value.strip())
        case "city" | "document":
            return _is_name(kind, value)
        case "form":
            return value in names.FORMS
        case _:
            return kind_of(value) == kind


def _is_name(kind: str, value: str) -> bool:
    """A name may stand bare or as `city:NAME/ISO2`, `document:NAME`; it has a letter and is no other key."""
    bare = value.removeprefix(f"{kind}:")
    return any(c.isalpha() for c in bare) and kind_of(bare) == ""


def post_parts(value: str) -> tuple[str, str]:
    """`Title @ ORG` as title and key of the body: a bare code that is no state's is an organisation's."""
    title, _, holder = value.rpartition(" @ ")
    return title, holder if ":" in holder or kind_of(holder) == "state" else f"org:{holder}"


def membership_key(subject: str, predicate: str, member: str, role: str = "") -> str:
    """`membership:SACM/BO/member`, the key of what a forum's member or observer holds; `role` narrows it."""
    body = member if kind_of(member) == "state" else member.replace(":", "-")
    return f"membership:{subject.partition(':')[2]}/{body}/{role or ROLES[predicate]}"


def series_of(key: str) -> tuple[str, str] | None:
    """A key of a meeting as its series and its last part: `edition:SACM`, `10`; None for other keys."""
    kind, _, rest = key.partition(":")
    series, slash, last = rest.rpartition("/")
    if kind not in {"edition", "meeting"} or not slash:
        return None
    return f"{kind}:{series}", last


def session_parts(key: str) -> tuple[str, str] | None:
    """A session's key as that of its meeting and its own part: `edition:SACM/10`, `plenary/2`; None for other keys."""
    kind, _, rest = key.partition(":")
    parts = rest.split("/") if kind == "session" else []
    at = next((n for n, part in enumerate(parts) if n and part in names.SESSION_KINDS), 0)
    meeting = _MEETING_KINDS.get(at, "")
    return (f"{meeting}:{'/'.join(parts[:at])}", "/".join(parts[at:])) if meeting else None


def session_key(meeting: str, part: str) -> str:
    """The key of a session by that of its meeting and its own part."""
    return f"session:{meeting.partition(':')[2]}/{part}"


def is_year(last: str) -> bool:
    """Whether the last part of a meeting's key is a year (1000 and later), not an ordinal."""
    return _YEAR.fullmatch(last) is not None


def is_numbered_year(last: str) -> bool:
    """Whether the last part of a meeting's key is a year and a number within it (`2012-2`)."""
    return _NUMBERED_YEAR.fullmatch(last) is not None


def is_ordinal(last: str) -> bool:
    """Whether the last part of a meeting's key is an ordinal."""
    return _INTEGER.fullmatch(last) is not None
