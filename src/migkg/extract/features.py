"""What the attachment model sees of a candidate: cues, distances, layout and the words around, as named numbers.

Features that speak of a language's words carry its code; all others mean the same in every language, so that a
language without training text still has them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.extract.discourse import Meeting
from migkg.extract.item import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.extract.candidates import Candidate, Option
    from migkg.extract.item import Item

Features = dict[str, float]

_NAMES = {symbol: kind for kind, symbol in SYMBOLS.items()}
_TOKEN = re.compile("[\ue000-\ue01f]|\\w+|[^\\w\\s]")
_COMMON = re.compile(r"\b[a-zß-ÿœ]{2,}\b")
"""A word that is no name."""
_STEPS = (3, 10, 25, 50, 100)
"""Bounds of distances in characters of masked text."""
_WINDOW = (60, 50)
"""Characters before and behind a candidate whose words count with their order."""
_WIDE = (130, 90)
"""Characters before and behind a candidate whose words count without order."""
_SENTENCES = (0, 1, 3, 8)
"""Bounds of distances in sentences."""
_LONG = 5
"""A list of more members is a long one."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class Cues:
    """Where the words of each class stand in a masked sentence, as (start, end)."""

    found: Mapping[str, Sequence[tuple[int, int]]]
    heading: frozenset[str] = frozenset()
    """The classes of which the heading above the sentence has a word."""
    within: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """The classes of which the item at a position has a word."""


def of_object(candidate: Candidate, cues: Cues, lang: str, rules: Iterable[str] = ()) -> Features:
    """The features of a candidate, whatever its subject; `rules` are marks of the rules that read it."""
    found: Features = {"bias": 1.0}
    scene, at = candidate.scene, candidate.position
    found.update(dict.fromkeys(_form(candidate), 1.0))
    found.update(dict.fromkeys(_cued(at, cues), 1.0))
    found.update(dict.fromkeys(_worded(scene.masked.text, at, lang), 1.0))
    found.update(dict.fromkeys((f"first {name}" for name in _anchored(candidate, candidate.options[0])), 1.0))
    found.update(dict.fromkeys((f"rule {rule}" for rule in rules), 1.0))
    found.update(dict.fromkeys(_headed(scene.masked.heading, cues, lang), 1.0))
    found.update(dict.fromkeys(_inside(candidate, cues, lang), 1.0))
    return found


def of_subject(candidate: Candidate, option: Option, cues: Cues, ruled: bool | None) -> Features:
    """The features of one subject of a candidate, by themselves and by relation.

    `ruled` tells whether the rules that read the object gave it to this subject; None where none did.
    """
    names = [*_anchored(candidate, option), *_between(candidate, option, cues)]
    if ruled is not None:
        names.append(f"ruled={ruled:d}")
    hows = "+".join(o.how for o in candidate.options)
    names += [f"among {hows}={option.how}", f"sentence {min(candidate.scene.number, _MOST)}={option.how}"]
    names += [f"title {candidate.scene.sentence.title:d}={option.how}"]
    return dict.fromkeys([*names, *(f"{candidate.name} {name}" for name in names)], 1.0)


def _form(candidate: Candidate) -> Iterable[str]:
    scene, item, text = candidate.scene, candidate.item, candidate.scene.masked.text
    yield f"kind={item.kind}"
    yield f"sentence={min(scene.number, _MOST)}"
    yield f"options={len(candidate.options)}"
    if scene.sentence.title:
        yield "title"
    if candidate.position < _STEPS[0]:
        yield "opens"
    if candidate.position > len(text) - _MOST:
        yield "closes"
    yield from _members(item)
    if item.explicit:
        yield "explicit"
    same = sum(1 for other in scene.masked.items.values() if other.kind == item.kind)
    yield f"same={min(same, _MOST)}"


def _members(item: Item) -> Iterable[str]:
    """The size of a list and what it is made of."""
    size = len(item.members)
    if not size:
        return
    yield f"size={min(size, _MOST)}"
    if size > _LONG:
        yield "long"
    if item.kind in {"parties", "list"}:
        bodies = sum(m.kind != "state" for m in item.members)
        yield f"bodies={'none' if not bodies else 'all' if bodies == size else 'some'}"
    if any(r.title for m in item.members for r in m.roles):
        yield "titled"


def _cued(at: int, cues: Cues) -> Iterable[str]:
    for name, spans in cues.found.items():
        if not spans:
            continue
        yield f"cue {name}"
        before = [at - end for _, end in spans if end <= at]
        behind = [start - at - 1 for start, _ in spans if start > at]
        if before:
            yield f"cue {name}<{_step(min(before))}"
        if behind:
            yield f"cue {name}>{_step(min(behind))}"


def _headed(heading: str, cues: Cues, lang: str) -> Iterable[str]:
    """The heading that an entry of a list stands under, which may say what its own words do not."""
    if not heading:
        return
    yield "headed"
    yield from (f"cue {name}^" for name in sorted(cues.heading))
    yield from (f"{lang} ^{word}" for word in dict.fromkeys(_tokens(heading)))


def _inside(candidate: Candidate, cues: Cues, lang: str) -> Iterable[str]:
    """The words of the item itself that are no names: `president pro tempore of the conference`, `embassy of`."""
    item, sentence = candidate.item, candidate.scene.sentence
    words = _COMMON.findall(sentence.text, item.start, item.end)
    yield from (f"{lang} ={word}" for word in dict.fromkeys(words))
    yield from (f"cue {name}=" for name in sorted(cues.within.get(candidate.position, ())))
    if any(role.chairs for member in (item, *item.members) for role in member.roles):
        yield "presides"


def _worded(text: str, at: int, lang: str) -> Iterable[str]:
    before = _tokens(text[max(0, at - _WINDOW[0]) : at])[-5:]
    behind = _tokens(text[at + 1 : at + _WINDOW[1]])[:4]
    for n, word in enumerate(reversed(before)):
        yield f"{lang} {n}<{word}"
        yield f"{lang} <{word}"
    for n, word in enumerate(behind):
        yield f"{lang} {n}>{word}"
        yield f"{lang} >{word}"
    for word in set(_tokens(text[max(0, at - _WIDE[0]) : at + _WIDE[1]])):
        yield f"{lang} {word}"
    yield f"after {before[-1] if before and (before[-1] in SYMBOLS or not before[-1].isalnum()) else ''}"


def _anchored(candidate: Candidate, option: Option) -> Iterable[str]:
    subject, anchor, scene = option.subject, option.anchor, candidate.scene
    yield f"how={option.how}"
    yield f"subject={_sort(subject)}"
    if isinstance(subject, Meeting):
        yield from _known(subject, candidate)
    if anchor is None:
        yield f"alone={not scene.anchors:d}"
        return
    mention = scene.masked.items[anchor.position].meeting
    yield f"mention={mention.how if mention is not None else 'series' if anchor.is_series else 'process'}"
    yield f"time of mention={anchor.time}"
    yield from _apart(candidate, anchor.position)


def _known(meeting: Meeting, candidate: Candidate) -> Iterable[str]:
    """What the text said of a meeting so far, and whether the sentence agrees with it."""
    scene = candidate.scene
    discourse = scene.discourse
    yield f"numbered={bool(meeting.ordinal):d}{bool(meeting.year):d}"
    yield f"topic={meeting is discourse.topic:d}"
    yield f"main forum={meeting.code == discourse.forum:d}"
    yield f"time={meeting.time}"
    yield f"since={'never' if meeting.seen < 0 else bisect_left(_SENTENCES, scene.number - meeting.seen)}"
    yield f"meetings={min(len(discourse.meetings), _MOST)}"
    if meeting.past:
        yield "past"
    yield from _kin(meeting, candidate)
    items = scene.masked.items.values()
    years = {i.date.year for i in items if i.date is not None and i.date.year}
    cities = {i.value for i in items if i.kind == "city"}
    yield f"year {_agreeing(meeting.year, years)}"
    yield f"city {_agreeing(meeting.city, cities)}"
    if candidate.item.date is not None and candidate.item.date.year and meeting.year:
        yield f"own year {'agrees' if candidate.item.date.year == meeting.year else 'differs'}"


def _kin(meeting: Meeting, candidate: Candidate) -> Iterable[str]:
    """How the meeting stands beside the others of the text: named first, most, a lesser one of the same forum."""
    every = candidate.scene.discourse.meetings
    if every:
        yield f"first named={meeting is every[0]:d}"
        most = max(m.times for m in every)
        yield f"named={0 if not meeting.times else 2 if meeting.times == most else 1}"
    rest = [m for m in every if m is not meeting and m.code == meeting.code]
    topic = candidate.scene.discourse.topic
    kin = "lesser" if any(m.kind for m in rest) else "main" if rest else "none"
    yield f"kin={'lesser' if meeting.kind else 'main'} beside {kin}"
    if topic is not None and topic is not meeting:
        same = "same" if topic.code == meeting.code else "other"
        year = "open" if not topic.year or not meeting.year else "same" if topic.year == meeting.year else "other"
        yield f"topic of {same} forum, {'lesser' if topic.kind else 'main'}, {year} year"


def _agreeing(known: str, said: set[str]) -> str:
    if not known or not said:
        return f"unknown {bool(known):d}{bool(said):d}"
    return "agrees" if known in said else "differs"


def _sort(subject: Meeting | str) -> str:
    if isinstance(subject, str):
        return "forum"
    return subject.kind or ("event" if subject.event else "edition")


def _apart(candidate: Candidate, position: int) -> Iterable[str]:
    """How far an anchor is and what stands between."""
    masked = candidate.scene.masked
    low, high = sorted((position, candidate.position))
    between = masked.text[low + 1 : high]
    rivals = sum(1 for a in candidate.scene.anchors if low < a.position < high)
    alike = sum(1 for i, item in masked.items.items() if low < i < high and item.kind == candidate.item.kind)
    yield f"distance={_step(high - low)}"
    yield f"rivals={min(rivals, 2)}"
    yield f"alike={min(alike, 2)}"
    yield f"commas={min(between.count(','), 3)}"
    if ";" in between or ". " in between:
        yield "other clause"


def _between(candidate: Candidate, option: Option, cues: Cues) -> Iterable[str]:
    if option.anchor is None:
        return
    low, high = sorted((option.anchor.position, candidate.position))
    for name, spans in cues.found.items():
        if any(low < start < high for start, _ in spans):
            yield f"cue {name} between"


def _step(distance: int) -> int:
    return bisect_left(_STEPS, distance)


def _tokens(text: str) -> list[str]:
    return [_NAMES.get(token, token) for token in _TOKEN.findall(text)]
