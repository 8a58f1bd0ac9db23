"""From the match of a rule to facts: which object each captured item is, and whose fact it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.extract.clauses import outer, outside, telling
from migkg.extract.days import dated
from migkg.extract.light import light
from migkg.extract.meeting import Anchor, Meeting
from migkg.extract.objects import EDGES, HELD, TEXTS, objects_of, presiding
from migkg.extract.phrases import RANK

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from migkg.extract.discourse import Discourse
    from migkg.extract.item import Date, Item
    from migkg.extract.mask import Masked
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Rule

FORUM_ONLY = frozenset({"hasMember", "hasSecretariat", "established"})
"""Predicates whose subject is always the forum."""
FORUM_TOO = frozenset({"hasChair", "hasSupporter"})
"""Predicates that may be said of a forum as well as of a meeting."""
_WEAK = 0.8
"""A rule below this confidence does not make a meeting of the name of a process."""
_BEHIND = 20
"""Characters of masked text between a match and a meeting that is named behind it without having to do with it."""
PLACED = frozenset({"heldIn", "heldInCountry", "hasHost"})
"""What meetings that go along with each other share; those named in one breath share their days too."""
_SHARED = PLACED | {"date"}


@light(frozen=True, slots=True)
class Fact:
    """A fact before consolidation: its subject is a meeting, or a key of the claim table.

    `start` and `end` are sentence-local; `date` replaces `object` until the year is known.
    """

    subject: Meeting | str
    predicate: str
    object: str
    sentence: int
    start: int
    end: int
    rule: str
    confidence: float
    modality: str = "stated"
    country: str = ""
    date: Date | None = None
    place: int = -1
    """Where the object itself begins in the sentence; -1 for a text."""
    implied: bool = False
    """Whether the sentence does not name the meeting: it is taken to go on about the one spoken of before."""


@light(frozen=True, slots=True)
class Scene:
    """A sentence as rules see it: its number, words, masked form, anchors and what was said before."""

    number: int
    sentence: Sentence
    masked: Masked
    anchors: Sequence[Anchor]
    discourse: Discourse


def facts(rule: Rule, match: re.Match[str], scene: Scene) -> Iterator[Fact]:
    """The facts of one match; none where no subject can be found."""
    subject = _subject(rule, match, scene)
    if subject is None:
        return
    for predicate, value, item in _objects(rule.predicate, match, scene):
        start, end = _evidence(match, scene, item)
        for each in _subjects(subject, predicate, scene):
            yield Fact(
                each,
                predicate,
                value,
                scene.number,
                start,
                end,
                rule.name,
                rule.confidence,
                rule.modality,
                item.country if item else "",
                dated(item, scene) if item else None,
                item.start if item else -1,
                isinstance(each, Meeting) and not any(a.meeting is each for a in scene.anchors),
            )


def _subjects(subject: Meeting | str, predicate: str, scene: Scene) -> Iterator[Meeting | str]:
    """The subject, and the meetings named in one breath with it, which share its place, time and host."""
    yield subject
    if predicate in _SHARED:
        for anchor in scene.anchors:
            if anchor.meeting is subject:
                yield from (*anchor.joined, *(anchor.along if predicate in PLACED else ()))


def _subject(rule: Rule, match: re.Match[str], scene: Scene) -> Meeting | str | None:
    anchor = _anchor(rule, match, scene)
    if rule.subject == "year":
        return _of_year(match, anchor, scene)
    if rule.subject == "first" or rule.subject == "forum" or rule.predicate in FORUM_ONLY:
        return _of_forum(rule, anchor, scene)
    if anchor is None:
        return None if _captured(match) else _unanchored(rule, scene)
    if anchor.is_foreign and anchor.joined:
        return anchor.joined[0]  # `the conference and the business forum were held in Lima`
    if anchor.is_foreign or _began(rule, match, anchor, scene):
        return None
    if rule.predicate in FORUM_TOO and (anchor.is_generic or anchor.meeting is None):
        return f"forum:{anchor.code}"
    return anchor.meeting or _edition(rule, match, anchor, scene)


def _began(rule: Rule, match: re.Match[str], anchor: Anchor, scene: Scene) -> bool:
    """Whether a forum, and not a meeting of it, began or ended: `the process started in 1996`.

    So it is wherever no more than a year is told: `the meeting, the tenth since the process began in 1996`.
    """
    dates = [i for i in scene.masked.inside(*match.span()) if i.date is not None and i.kind != "today"]
    if rule.predicate not in EDGES or not dates:
        return False
    is_year = all(item.kind == "year" for item in dates)
    return is_year or (anchor.meeting is None and not any(i.date is not None and i.date.is_day for i in dates))


def _edition(rule: Rule, match: re.Match[str], anchor: Anchor, scene: Scene) -> Meeting:
    """The edition meant by a forum's bare name; told where or when it met, it is what the text goes on about."""
    discourse = scene.discourse
    edition = discourse.edition(anchor.code, anchor.time)
    alone = anchor.is_series and all(a.code == anchor.code for a in scene.anchors)
    told = rule.predicate in HELD and any(
        i.kind in {"city", "date", "period"} for i in scene.masked.inside(*match.span())
    )
    if discourse.topic is None and alone and told and not anchor.time:
        discourse.topic = edition
    return edition


def _of_forum(rule: Rule, anchor: Anchor | None, scene: Scene) -> Meeting | str | None:
    """The forum spoken of, or its first meeting."""
    if anchor is not None and anchor.is_foreign:
        return None
    code = anchor.code if anchor is not None and anchor.code else scene.discourse.forum
    if not code:
        return None
    return scene.discourse.by_ordinal(code, 1) if rule.subject == "first" else f"forum:{code}"


def _of_year(match: re.Match[str], anchor: Anchor | None, scene: Scene) -> Meeting | None:
    """The edition of the captured year of the forum spoken of: `Lima hosted it in 2014`."""
    code = anchor.code if anchor is not None else scene.discourse.forum
    dates = (
        scene.masked.items[match.start(g)].date
        for g in match.groupdict()
        if g.startswith(("year", "date", "day", "period"))
    )
    year = next((d.year for d in dates if d is not None and d.year), "")
    return scene.discourse.by_year(code, year) if code and year else None


def _unanchored(rule: Rule, scene: Scene) -> Meeting | str | None:
    """The topic, for a sentence that names no meeting."""
    if rule.subject == "sentence":
        return None
    discourse = scene.discourse
    is_other = not scene.anchors and discourse.topic is not None and discourse.topic.code != discourse.generic
    generic = discourse.generic if is_other else ""
    if rule.predicate in FORUM_TOO and (generic or (discourse.topic is None and discourse.forum)):
        return f"forum:{generic or discourse.forum}"  # "the process was created in 2006. It is chaired by Peru"
    codes = {a.code for a in scene.anchors}
    if (
        discourse.topic is None
        and rule.predicate in HELD | {"adopted"}
        and discourse.forum
        and codes == {discourse.forum}
    ):
        return discourse.edition(discourse.forum)
    return discourse.topic


def _captured(match: re.Match[str]) -> set[int]:
    """Where the match captured a meeting or a forum."""
    return {match.start(g) for g in match.groupdict() if g.startswith(("meeting", "edition", "forum")) and match[g]}


def _anchor(rule: Rule, match: re.Match[str], scene: Scene) -> Anchor | None:
    """The captured meeting, else the nearest before the match, else inside it, else after it."""
    captured = _captured(match)
    if captured:
        anchor = outer(next((a for a in scene.anchors if a.position in captured), None), match, scene)
        weak = rule.confidence < _WEAK and anchor is not None and anchor.meeting is None and not anchor.is_series
        return None if weak else anchor
    if rule.subject == "topic":
        return None
    wide = rule.predicate in FORUM_ONLY | FORUM_TOO
    fit = [a for a in scene.anchors if wide or a.meeting is not None or a.is_series or a.is_foreign]
    fit = fit if wide else telling(fit)
    before = outside([a for a in fit if a.position < match.end()], match.start(), scene.masked)
    if before:
        return _preparing(before[-1], fit, match) or before[-1]
    if not fit or fit[0].is_foreign:
        return None
    topic = scene.discourse.topic
    return Anchor(match.start(), topic.code, topic) if topic and _comes_later(fit[0], topic, match) else fit[0]


def _preparing(coming: Anchor, fit: Sequence[Anchor], match: re.Match[str]) -> Anchor | None:
    """The lesser meeting right behind the match, where a coming one is named before: `for the summit, Lima held a`."""
    behind = next((a for a in fit if a.position >= match.end()), None)
    if coming.time != "next" or behind is None or behind.meeting is None or behind.position - match.end() > _BEHIND:
        return None
    return behind if behind.meeting.kind and behind.code == coming.code else None


def _comes_later(anchor: Anchor, topic: Meeting, match: re.Match[str]) -> bool:
    """Whether an anchor far behind the match is a later edition than the one spoken of, which the match is about."""
    meeting = anchor.meeting
    if meeting is None and topic.kind == RANK[0] and topic.code == anchor.code:
        return True  # "delegates met in Lima to prepare the Forum"
    if meeting is None or meeting.code != topic.code or meeting.kind != topic.kind:
        return False
    return anchor.position - match.end() > _BEHIND and (meeting.ordinal or 0) > (topic.ordinal or 0) > 0


def _objects(predicate: str, match: re.Match[str], scene: Scene) -> Iterator[tuple[str, str, Item | None]]:
    for group, text in match.groupdict().items():
        if text is None or group.startswith(("meeting", "edition", "forum")):
            continue
        if group == "text":
            is_title = any(i.kind == "quote" for i in scene.masked.inside(*match.span(group)))
            if predicate in TEXTS and not is_title:  # the title that it holds is told apart
                yield predicate, _original(scene, match.start(group), match.end(group)), None
            continue
        item = scene.masked.items.get(match.start(group))
        if item is not None:
            ahead = match.start(group) == match.start()
            yield from objects_of(predicate, presiding(item) if ahead and predicate == "hasChair" else item, scene)


def _original(scene: Scene, start: int, end: int) -> str:
    """The sentence's own words for a part of the masked text."""
    masked = scene.masked
    return scene.sentence.text[masked.starts[start] : masked.ends[end - 1]].strip(' ,"“”«»')


EVIDENCE_LIMIT = 160


def _evidence(match: re.Match[str], scene: Scene, item: Item | None) -> tuple[int, int]:
    """The whole match if it is short enough; of a long one the object alone."""
    masked = scene.masked
    start, end = masked.starts[match.start()], masked.ends[match.end() - 1]
    if end - start <= EVIDENCE_LIMIT or item is None:
        return start, min(end, start + EVIDENCE_LIMIT)
    return item.start, item.end
