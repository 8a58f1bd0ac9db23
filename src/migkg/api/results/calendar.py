"""Answers in a calendar: iCalendar (RFC 5545), an all-day event for each meeting whose days are known."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from migkg import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.api.results.view import Event, View
    from migkg.model import Term
    from migkg.query import Result

_OCTETS = 75
_SPECIAL = re.compile(r"([\\;,])")


def ics(result: Result, view: View) -> Iterator[str]:
    """A calendar of the meetings in the answer, each once, in its order; rows without such a meeting are left out."""
    yield from _folded("BEGIN:VCALENDAR")
    yield from _folded("VERSION:2.0")
    yield from _folded("PRODID:-//migkg//migkg//EN")
    seen: set[Term] = set()
    for row in result.rows:
        for term in row:
            if term is None or not term.startswith(f"<{names.ID}") or term in seen:
                continue
            seen.add(term)
            found = view.event(term)
            if found:
                yield from _event(found, view.lang)
    yield from _folded("END:VCALENDAR")


def _event(event: Event, lang: str) -> Iterator[str]:
    """One event; its stamp is its first day, for the same graph gives the same bytes."""
    address = names.text_of(event.thing)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{address}",
        f"DTSTAMP:{event.first:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY;LANGUAGE={lang}:{_text(event.summary)}",
        f"LOCATION;LANGUAGE={lang}:{_text(event.location)}" if event.location else "",
        f"URL:{address}",
        "END:VEVENT",
    ]
    for line in filter(None, lines):
        yield from _folded(line)


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, no character cut."""
    piece, width = "", 0
    for character in line:
        size = len(character.encode())
        if width + size > _OCTETS:
            yield f"{piece}\r\n"
            piece, width = " ", 1
        piece, width = piece + character, width + size
    yield f"{piece}\r\n"
