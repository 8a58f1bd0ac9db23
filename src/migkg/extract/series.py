"""Of which kind a meeting is that is told by a number alone: of the kind whose meetings the text counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.light import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.item import MeetingMention
    from migkg.extract.meeting import Meeting

_THIRD = 3
"""From this number on two meetings before it show what is counted."""


def in_series(code: str, mention: MeetingMention, meetings: Sequence[Meeting], topic: Meeting | None) -> MeetingMention:
    """The mention; as one of the kind whose meetings the text counts, if it goes on with their numbers.

    Behind the first and the second meeting of senior officials, `the third meeting` is one of theirs, and where the
    text is about the third, `the first meeting`.
    """
    number = mention.ordinal or 0
    if mention.how not in {"partial", "counted"} or mention.kind or not number:
        return mention
    several = _several(code, mention, meetings)
    if several:
        return replace(mention, kind=several)
    if mention.how == "counted":
        return mention if mention.head else _next_in_list(code, mention, meetings)
    if topic is not None and _is_earlier(code, mention, topic):
        return replace(mention, kind=topic.kind)
    if not (mention.head or mention.code or mention.year):
        return _next_in_list(code, mention, meetings)
    same = [m for m in meetings if m.code == code and m.head == mention.head and number >= _THIRD]
    kinds = {m.kind for m in same if m.ordinal in range(number - 2, number)}
    counted = sum(m.ordinal in range(number - 2, number) for m in same)
    return replace(mention, kind=kinds.pop()) if len(kinds) == 1 and counted > 1 else mention


def _several(code: str, mention: MeetingMention, meetings: Sequence[Meeting]) -> str:
    """The kind of the lesser meetings that the text told to be several, if a bare number may be that of one of them.

    `The preparatory meetings begin soon: the first meeting is in Geneva, the second in Lima.`
    """
    told = [m for m in meetings if m.code == code and m.several and m.kind]
    editions = [m for m in meetings if m.code == code and not m.kind]
    is_edition = any(m.ordinal == mention.ordinal or (mention.head and m.head == mention.head) for m in editions)
    return "" if not told or mention.code or is_edition else told[-1].kind


def _next_in_list(code: str, mention: MeetingMention, meetings: Sequence[Meeting]) -> MeetingMention:
    """A number without any word for a meeting goes on with the last: `the first ministerial meeting; the second`."""
    number = mention.ordinal or 0
    before = [m for m in meetings if m.code == code and m.ordinal and m.ordinal != number]
    kinds = {m.kind for m in before if m.ordinal in range(number - 2, number)}
    is_next = bool(before) and before[-1].ordinal in range(number - 2, number)
    return replace(mention, kind=kinds.pop()) if len(kinds) == 1 and is_next else mention


def _is_earlier(code: str, mention: MeetingMention, topic: Meeting) -> bool:
    """Whether a bare number is that of an earlier meeting of the kind that the text is about."""
    if not topic.kind or topic.code != code or topic.head != mention.head or mention.code:
        return False
    return 0 < (mention.ordinal or 0) < (topic.ordinal or 0)
