"""The edition that the bare name of a forum means: the one the text is about, else the last that was spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from migkg.extract.meeting import Meeting
from migkg.extract.phrases import RANK
from migkg.extract.register import Register


@dataclass(slots=True, kw_only=True)
class Editions(Register):
    """The meetings of an article, with the one that it is about."""

    forum: str = ""
    topic: Meeting | None = None
    supposed: dict[tuple[str, str], Meeting] = field(default_factory=dict)
    """Forum code and year (or none) -> an edition of which nothing was said yet."""

    def edition(self, code: str, time: str = "") -> Meeting:
        """The edition meant by the bare name of a forum."""
        topic = self.topic
        if topic is not None and topic.code == code and not topic.kind and time != "next":
            return topic
        fitting = [m for m in self.meetings if m.code == code and not m.kind and not m.past]
        if fitting and time != "next":
            return fitting[-1]
        is_told = topic is not None and topic.code == code and not topic.ordinal
        if topic is not None and is_told and topic.kind != RANK[0] and not time:
            return topic  # a text about a lesser meeting, but one to prepare it, says of the forum that it opened
        return self.add(Meeting(code, time=time))

    def plain(self, time: str) -> Meeting:
        """The meeting meant by no more than `the conference on migration`: the ministers', if the text is about it."""
        topic = self.topic
        if topic is not None and topic.code == self.forum and topic.kind == "ministerial" and time != "next":
            return topic
        return self.edition(self.forum, time)

    def meant_by(self, code: str, year: str = "") -> Meeting:
        """The edition that the bare name of a forum would mean, or its edition of a year.

        It is not made one that is spoken of.
        """
        topic = self.topic
        same = [m for m in self.meetings if m.code == code and not m.kind]
        if year:
            fitting = [m for m in same if m.year == year]
        elif topic is not None and topic.code == code and not topic.kind:
            return topic
        else:
            fitting = [m for m in same if not m.past]
        return fitting[-1] if fitting else self.supposed.setdefault((code, year), Meeting(code, year=year))
