"""Which forum an article is about, and what its words for a meeting mean."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from migkg.extract.phrases import RANK
from migkg.extract.subject import LEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.extract.engine import Engine, Prepared
    from migkg.extract.item import Item, MeetingMention

_TITLE_WEIGHT = 2
_LEAST = 2
"""So many states and bodies at least take part in what is a conference of states."""
_BODIES = frozenset({"state", "org", "demonym"})
_STATES = frozenset({"state", "demonym"})
_TOLD = frozenset({"city", "date", "period", "today"})
_NAMED = frozenset({"forum", "meeting"})


def heads(prepared: Sequence[Prepared], reader: Engine) -> dict[str, str]:
    """The word for a meeting in the name of each forum that is not merely mentioned, if only one forum has it."""
    found: dict[str, set[str]] = {}
    counts = Counter(i.value for part in prepared for i in part.mentions if i.kind == "forum")
    enough = max(counts.values(), default=0) / 2
    for part in prepared:
        for item in part.mentions:
            if item.kind == "forum" and counts[item.value] >= enough:
                written = reader.words.head(part.sentence.folded[item.start : item.end])
                head = written or reader.heads.get(item.value, "")
                found.setdefault(head, set()).add(item.value)
    return {head: next(iter(codes)) for head, codes in sorted(found.items()) if head and len(codes) == 1}


def main_forum(prepared: Sequence[Prepared], reader: Engine) -> str:
    """The forum named most, headings and names of conferences counting more.

    Words such as `the Forum` count for the forums called so; of equals the one named first. Where no forum is named
    at all, the city in the name of a numbered meeting or of a document may tell one: `the second Quito meeting`,
    `the Quito Declaration`.
    """
    counts: Counter[str] = Counter()
    for part in prepared:
        weight = _TITLE_WEIGHT if part.sentence.title else 1
        for item in part.mentions:
            if item.kind == "forum":
                counts[item.value] += weight * (1 + (item.is_series or _is_acronym(item, part, reader)))
    if not counts:
        counts.update(item.value for part in prepared for item in part.posted)
    if not counts:
        numbered = (m.namesake for m in _meetings(prepared) if m.namesake and m.ordinal)
        return next(numbered, "") or next(_documented(prepared, reader), "")
    if len(counts) > 1:
        called = Counter(m.head for m in _meetings(prepared) if m.head and not m.code and m.how != "foreign")
        for code in counts:
            counts[code] += called[reader.heads.get(code, "")]
    return counts.most_common(1)[0][0]


def _is_acronym(item: Item, part: Prepared, reader: Engine) -> bool:
    """Whether a forum is named by an acronym that holds its word for a meeting: not so the plan of a summit."""
    written = part.sentence.folded[item.start : item.end]
    head = reader.heads.get(item.value, "")
    return bool(head) and " " not in written and head[0] in written


def _documented(prepared: Iterable[Prepared], reader: Engine) -> Iterator[str]:
    """The forums called after the cities in the names of documents."""
    for part in prepared:
        for document in part.masked.items.values():
            if document.kind == "document":
                inside = (i for i in part.mentions if i.kind == "city" and document.start <= i.start < document.end)
                yield from (
                    reader.meetings.called_after[i.value] for i in inside if i.value in reader.meetings.called_after
                )


def strangers(prepared: Iterable[Prepared]) -> frozenset[int]:
    """The numbers that only meetings of another kind bear: `the second summit between the two unions`."""
    numbered = [m for m in _meetings(prepared) if m.ordinal]
    own = {m.ordinal for m in numbered if m.code}
    return frozenset(m.ordinal for m in numbered if m.ordinal and m.how == "foreign" and m.ordinal not in own)


def numbers(prepared: Iterable[Prepared]) -> dict[int, str]:
    """Number -> the only forum that has a meeting of this number among those named in full.

    `Lima hosts the seventh meeting`, says a headline, and the text: `the seventh meeting of the process of the region`.
    """
    found: dict[int, set[str]] = {}
    for meeting in _meetings(prepared):
        if meeting.code and meeting.ordinal and meeting.how == "full":
            found.setdefault(meeting.ordinal, set()).add(meeting.code)
    return {number: min(codes) for number, codes in sorted(found.items()) if len(codes) == 1}


def is_named(forum: str, prepared: Iterable[Prepared]) -> bool:
    """Whether any of the sentences names a forum."""
    return any(i.value == forum for part in prepared for i in part.mentions if i.kind == "forum")


def own_words(forum: str, prepared: Iterable[Prepared], reader: Engine) -> frozenset[str]:
    """The words, in English, of all names that an article has for a forum whose name is that of a meeting."""
    texts = (
        part.sentence.folded[item.start : item.end]
        for part in prepared
        for item in part.mentions
        if item.kind == "forum" and item.value == forum
    )
    return frozenset(word for text in texts for word in reader.meetings.events.in_english(text))


def one_off(prepared: Sequence[Prepared], reader: Engine) -> tuple[str, str]:
    """The name of the one-off meeting that an article without a forum is about, and the place it is called by.

    Empty strings where it is about none.
    """
    lead = prepared[:LEAD]
    name = conference(lead, reader)
    if name:
        return name, ""
    name, place = called_after(lead, reader)
    return (name, place) if name else (reported(prepared, reader), "")


def is_private(prepared: Sequence[Prepared], reader: Engine, forum: str = "") -> bool:
    """Whether the meeting that an article begins with is not one of states, or of no more than two.

    Not so where the forum is named before it.
    """
    return reader.meetings.occasions.is_private(prepared, forum)


def is_document(forum: str, prepared: Sequence[Prepared], reader: Engine) -> bool:
    """Whether an article names but the document that a forum of meetings is called by: `they spoke of the Compact`.

    Then its meetings are those of others.
    """
    head = reader.heads.get(forum, "")
    if not head or any(_may_be_of(m, forum, head) for m in _meetings(prepared)):
        return False
    if any(reader.meetings.called_after.get(i.value) == forum for part in prepared for i in part.mentions):
        return False  # where it was adopted, the article is on its conference
    named = [(part, i) for part in prepared for i in part.mentions if i.kind == "forum" and i.value == forum]
    told = (part.sentence.folded[i.start : i.end] for part, i in named if not i.is_series)
    return bool(named) and sum(map(reader.documents.tells_one, told)) == len(named)


def _may_be_of(mention: MeetingMention, forum: str, head: str) -> bool:
    """Whether a meeting may be one of a forum called by a document: its conference, or one on the way to it."""
    return mention.code == forum or mention.head == head or mention.consults or mention.kind == RANK[0]


def conference(prepared: Sequence[Prepared], reader: Engine) -> str:
    """The name of the one-off conference that a title tells: `ministers discuss migration at a conference in Tunis`.

    The empty string if no title does, or if hardly any state or body is named near it.
    """
    bodies = {i.value for part in prepared for i in part.mentions if i.kind in _BODIES}
    if len(bodies) < _LEAST:
        return ""
    titles = [p.sentence.folded for p in prepared if p.sentence.title and not _is_foreign(p)]
    texts = [p.sentence.folded for p in prepared]
    return reader.meetings.events.conference(titles, texts) or _gathering(prepared, texts, reader)


def _gathering(prepared: Sequence[Prepared], texts: Sequence[str], reader: Engine) -> str:
    """The name of a one-off meeting that only a verb tells: `ministers met in Lima to discuss migration`.

    Two states meet for more than a conference, and a body of states in its own series.
    """
    states = {i.value for part in prepared for i in part.mentions if i.kind in _STATES}
    if len(states) <= _LEAST:
        return ""
    for part in prepared:
        if part.masked.has(_TOLD) and not part.masked.has(_NAMED) and reader.meetings.events.meets(part.masked):
            words = (m.head for m in _meetings(prepared) if m.how == "coreferent" and m.head)
            return reader.meetings.events.gathering(list(words), texts)
    return ""


def reported(prepared: Sequence[Prepared], reader: Engine) -> str:
    """The name of the meeting of states on migration that an article reports on; empty where it reports on none."""
    head = reader.meetings.occasions.told(prepared)
    return "" if head is None else reader.meetings.events.gathering([head], [p.sentence.folded for p in prepared])


def called_after(prepared: Sequence[Prepared], reader: Engine) -> tuple[str, str]:
    """The name of the one-off meeting that a title calls by its place, and the place: `the Palenque meeting`."""
    bodies = {i.value for part in prepared for i in part.mentions if i.kind in _BODIES}
    titled = [part for part in prepared if part.sentence.title]
    mention = next((m for m in _meetings(titled) if m.place and m.head and not (m.code or m.ordinal or m.time)), None)
    if mention is None or len(bodies) < _LEAST:
        return "", ""
    events = reader.meetings.events
    texts = [part.sentence.folded for part in prepared]
    return events.called_after(mention.head, [p.sentence.folded for p in titled], texts), mention.place


def _is_foreign(part: Prepared) -> bool:
    """Whether a sentence names a meeting of another kind."""
    return any(m.how == "foreign" or m.time for m in _meetings([part]))


def _meetings(prepared: Iterable[Prepared]) -> Iterator[MeetingMention]:
    for part in prepared:
        yield from (i.meeting for i in part.masked.items.values() if i.meeting is not None)
