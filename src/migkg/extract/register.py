"""The meetings of an article: found by year, number or name, and added where they are new."""

from __future__ import annotations

from dataclasses import dataclass, field

from migkg.extract.meeting import Meeting


@dataclass(slots=True, kw_only=True)
class Register:
    """The meetings spoken of so far, in the order of the text."""

    meetings: list[Meeting] = field(default_factory=list)

    def by_year(self, code: str, year: str, kind: str = "") -> Meeting:
        """The edition of a year in a list of past editions, or a lesser meeting."""
        for meeting in self.meetings:
            if meeting.code == code and meeting.kind == kind and meeting.year == year:
                return meeting
        return self.add(Meeting(code, kind, year=year, past=True))

    def by_ordinal(self, code: str, ordinal: int) -> Meeting:
        """The edition of a number."""
        for meeting in self.meetings:
            if meeting.code == code and not meeting.kind and meeting.ordinal == ordinal:
                return meeting
        return self.add(Meeting(code, ordinal=ordinal, past=True))

    def numbered(self, code: str, year: str, number: int) -> Meeting:
        """The edition of a number and a year that are told together."""
        same = (m for m in self.meetings if m.code == code and not m.kind and m.ordinal == number)
        meeting = next((m for m in same if m.year in {"", year}), None) or self.by_year(code, year)
        meeting.ordinal, meeting.year = meeting.ordinal or number, meeting.year or year
        return meeting

    def add(self, meeting: Meeting) -> Meeting:
        """One more meeting."""
        self.meetings.append(meeting)
        return meeting

    def event(self, name: str) -> Meeting:
        """The one-off meeting of a name."""
        for meeting in self.meetings:
            if meeting.event == name:
                return meeting
        return self.add(Meeting("", event=name))
