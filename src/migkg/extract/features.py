"""What the attachment model sees of a candidate: cues, distances, layout and the words around, as names.

What is seen is true or not, and its name says what it is. All names mean the same in every language, so that each
learns from the others: of a word around an item only the beginning counts, without accents, which its forms share, and
often what other languages have made of it (`organ`: `organised`, `organisé par`, `organizaron`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from migkg.extract.fold import fold_word
from migkg.extract.item import SYMBOLS
from migkg.extract.light import light
from migkg.extract.meeting import Meeting
from migkg.extract.roles import ACTS_OF_PERSONS, DOINGS, LEADS, Roles
from migkg.extract.traits import MOST, members, posted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from migkg.extract.candidates import Candidate, Option
    from migkg.extract.facts import Scene
    from migkg.extract.item import Item

Names = tuple[str, ...]
Seen = tuple[tuple[str, Names], ...]
"""Names, in groups with what all names of a group begin with: what many share is written and looked up once."""

_NAMES = {symbol: f"@{kind}" for kind, symbol in SYMBOLS.items()}
_TOKEN = re.compile("[\ue000-\ue01f]|\\w+|[^\\w\\s]")
_COMMON = re.compile(r"\b[a-zß-ÿœ]{2,}\b")
"""A word that is no name."""
_STEPS = (3, 10, 25, 50, 100)
"""Bounds of distances in characters of masked text."""
_STEM = 4
"""Letters of a word that count."""
_WINDOW = (60, 50)
"""Characters before and behind a candidate whose words count by side, the nearest with their order."""
_WIDE = (130, 90)
"""Characters before and behind a candidate whose words count without order."""
_SENTENCES = (0, 1, 3, 8)
"""Bounds of distances in sentences."""
_BODIES = frozenset({"parties", "list", "demonym"})
_DOERS = _BODIES | {"persons"}
_DOINGS = frozenset({*LEADS, *DOINGS})
"""Classes that tell who does what: of dates, places and titles they say nothing."""


@light(frozen=True, slots=True)
class Cues:
    """Where the words of each class stand in a masked sentence, as (start, end); only classes that have any."""

    found: Mapping[str, Sequence[tuple[int, int]]]
    heading: frozenset[str] = frozenset()
    """The classes of which the heading above the sentence has a word."""
    within: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """The classes of which the item at a position has a word."""


def names(seen: Seen) -> Iterator[str]:
    """The names in full."""
    return (start + rest for start, group in seen for rest in group)


class Sight:
    """What is seen in one sentence: what its candidates share is looked at once."""

    def __init__(self, scene: Scene, cues: Cues) -> None:
        self._scene, self._cues = scene, cues
        items = scene.masked.items.values()
        self._kinds = Counter(item.kind for item in items)
        self._years = {i.date.year for i in items if i.date is not None and i.date.year}
        self._cities = {i.value for i in items if i.kind == "city"}
        self._items: dict[int, tuple[Names, Names]] = {}
        self._told: dict[int, Names] = {}
        self._options: dict[int, tuple[Option, Names]] = {}
        self._places: dict[int, Names] = {}

    @cached_property
    def _starts(self) -> list[tuple[int, str]]:
        """Where the words of each class begin."""
        found = self._cues.found.items()
        return sorted((start, n) for n, spans in found if n not in _DOINGS for start, _ in spans)

    @cached_property
    def _bodies(self) -> Roles:
        masked = self._scene.masked
        bodies = [at for at, item in masked.items.items() if item.kind in _BODIES]
        return Roles(masked.text, self._cues.found, bodies)

    @cached_property
    def _persons(self) -> Roles:
        masked = self._scene.masked
        persons = [at for at, item in masked.items.items() if item.kind == "persons"]
        return Roles(masked.text, self._cues.found, persons, ACTS_OF_PERSONS)

    def of_object(self, candidate: Candidate, rules: Iterable[str] = ()) -> Seen:
        """What is seen of a candidate, whatever its subject; `rules` are marks of the rules that read it."""
        at = candidate.position
        if at not in self._items:
            before = _tokens(self._scene.masked.text[max(0, at - _WINDOW[0]) : at])
            self._items[at] = tuple(self._plain(at, candidate.item, before)), self._worded(at, candidate.item, before)
        plain, words = self._items[at]
        own = (*plain, f"options={len(candidate.options)}", *(f"rule {rule}" for rule in rules))
        first = self._option(candidate, candidate.options[0])
        return ("", own), ("word ", words), ("first ", first)

    def of_subjects(self, candidate: Candidate, ruled: Sequence[bool | None]) -> tuple[Seen, ...]:
        """What is seen of each subject of a candidate, by itself and by relation; of an only one nothing.

        `ruled` tells whether the rules that read the object gave it to the subject; None where none read it.
        """
        if len(candidate.options) == 1:
            return ()
        hows = "+".join(option.how for option in candidate.options)
        by_relation = f"{candidate.name} "
        found = []
        for option, mark in zip(candidate.options, ruled, strict=True):
            own = (f"among {hows}={option.how}",) if mark is None else (f"among {hows}={option.how}", f"ruled={mark:d}")
            seen = self._option(candidate, option) + self._place(candidate, option) + own
            found.append((("", seen), (by_relation, seen)))
        return tuple(found)

    def _plain(self, at: int, item: Item, before: Sequence[str]) -> Iterator[str]:
        """What is seen of an item, in whatever language; `before` are the words before it."""
        yield "bias"
        yield from self._form(at, item, before)
        yield from self._cued(at, LEADS if item.kind in _DOERS else _DOINGS)
        if item.kind in _BODIES:
            yield from self._bodies.of(at)
        elif item.kind == "persons":
            yield from self._persons.of(at)
            yield from posted(item)
        yield from self._headed
        yield from (f"cue {name}=" for name in self._cues.within.get(at, ()))
        if any(role.chairs for member in (item, *item.members) for role in member.roles):
            yield "presides"

    def _form(self, at: int, item: Item, before: Sequence[str]) -> Iterator[str]:
        scene = self._scene
        yield f"kind={item.kind}"
        yield f"sentence={min(scene.number, MOST)}"
        if scene.sentence.title:
            yield "title"
        if at < _STEPS[0]:
            yield "opens"
        if at > len(scene.masked.text) - MOST:
            yield "closes"
        yield from members(item)
        if item.explicit:
            yield "explicit"
        yield f"same={min(self._kinds[item.kind], MOST)}"
        yield f"after {''.join(word for word in before[-1:] if not word.isalnum())}"

    def _cued(self, at: int, passed_over: Container[str]) -> Iterator[str]:
        for name, spans in self._cues.found.items():
            if name in passed_over:
                continue
            yield f"cue {name}"
            before, behind = _steps(name)
            if spans[0][1] <= at:
                yield before[_step(at - max(end for _, end in spans if end <= at))]
            if spans[-1][0] > at:
                yield behind[_step(min(start for start, _ in spans if start > at) - at - 1)]

    @cached_property
    def _headed(self) -> Names:
        """The heading that an entry of a list stands under, which may say what its own words do not."""
        return ("headed", *(f"cue {name}^" for name in self._cues.heading)) if self._scene.masked.heading else ()

    def _worded(self, at: int, item: Item, before: Sequence[str]) -> Names:
        """The words around an item and in the heading above, and those of its own that are no names."""
        text, before = self._scene.masked.text, before[:-6:-1]
        behind = _tokens(text[at + 1 : at + _WINDOW[1]])[:4]
        around = _tokens(text[max(0, at - _WIDE[0]) : at + _WIDE[1]])
        within = [fold_word(word)[:_STEM] for word in _COMMON.findall(self._scene.sentence.text, item.start, item.end)]
        nearest = zip("01", before, strict=False), zip("01", behind, strict=False)
        seen = [f"{n}{side}{word}" for side, found in zip("<>", nearest, strict=True) for n, word in found]
        seen += [*(f"<{word}" for word in before), *(f">{word}" for word in behind), *around]
        seen += [*(f"={word}" for word in within), *(f"^{word}" for word in _tokens(self._scene.masked.heading))]
        return tuple(dict.fromkeys(seen))

    def _option(self, candidate: Candidate, option: Option) -> Names:
        """What is seen of an option; all relations share it."""
        if id(option) not in self._options:
            seen = f"how={option.how}", *self._subject(option.subject), *self._anchored(candidate, option)
            self._options[id(option)] = option, seen
        return self._options[id(option)][1]

    def _place(self, candidate: Candidate, option: Option) -> Names:
        """What counts only in the choice among options; the option itself is kept by `_option`."""
        if id(option) not in self._places:
            self._places[id(option)] = tuple(self._placed(candidate, option))
        return self._places[id(option)]

    def _anchored(self, candidate: Candidate, option: Option) -> Iterator[str]:
        subject, anchor = option.subject, option.anchor
        date = candidate.item.date
        if isinstance(subject, Meeting) and date is not None and date.year and subject.year:
            yield f"own year {'agrees' if date.year == subject.year else 'differs'}"
        if anchor is None:
            yield f"alone={not self._scene.anchors:d}"
            return
        mention = self._scene.masked.items[anchor.position].meeting
        yield f"mention={mention.how if mention is not None else 'series' if anchor.is_series else 'process'}"
        yield f"time of mention={anchor.time}"
        low, high = sorted((candidate.position, anchor.position))
        yield from self._apart(low, high, candidate.item.kind)

    def _placed(self, candidate: Candidate, option: Option) -> Iterator[str]:
        yield f"sentence {min(self._scene.number, MOST)}={option.how}"
        yield f"title {self._scene.sentence.title:d}={option.how}"
        if option.anchor is not None:
            low, high = sorted((candidate.position, option.anchor.position))
            between = self._starts[bisect_left(self._starts, (low + 1,)) : bisect_left(self._starts, (high,))]
            yield from dict.fromkeys(f"cue {name} between" for _, name in between)

    def _subject(self, subject: Meeting | str) -> Names:
        if isinstance(subject, str):
            return ("subject=forum",)
        if id(subject) not in self._told:
            sort = subject.kind or ("event" if subject.event else "edition")
            self._told[id(subject)] = (f"subject={sort}", *self._known(subject))
        return self._told[id(subject)]

    def _known(self, meeting: Meeting) -> Iterator[str]:
        """What the text said of a meeting so far, and whether the sentence agrees with it."""
        discourse = self._scene.discourse
        since = self._scene.number - meeting.seen
        yield f"numbered={bool(meeting.ordinal):d}{bool(meeting.year):d}"
        yield f"topic={meeting is discourse.topic:d}"
        yield f"main forum={meeting.code == discourse.forum:d}"
        yield f"time={meeting.time}"
        yield f"since={'never' if meeting.seen < 0 else bisect_left(_SENTENCES, since)}"
        yield f"meetings={min(len(discourse.meetings), MOST)}"
        if meeting.past:
            yield "past"
        yield from self._kin(meeting)
        yield f"year {_agreeing(meeting.year, self._years)}"
        yield f"city {_agreeing(meeting.city, self._cities)}"

    def _kin(self, meeting: Meeting) -> Iterator[str]:
        """How the meeting stands beside the others of the text: named first, most, a lesser one of the same forum."""
        every, topic = self._scene.discourse.meetings, self._scene.discourse.topic
        if every:
            yield f"first named={meeting is every[0]:d}"
            most = max(m.times for m in every)
            yield f"named={0 if not meeting.times else 2 if meeting.times == most else 1}"
        rest = [m for m in every if m is not meeting and m.code == meeting.code]
        kin = "lesser" if any(m.kind for m in rest) else "main" if rest else "none"
        yield f"kin={'lesser' if meeting.kind else 'main'} beside {kin}"
        if topic is not None and topic is not meeting:
            same = "same" if topic.code == meeting.code else "other"
            year = "open" if not topic.year or not meeting.year else "same" if topic.year == meeting.year else "other"
            yield f"topic of {same} forum, {'lesser' if topic.kind else 'main'}, {year} year"

    def _apart(self, low: int, high: int, kind: str) -> Iterator[str]:
        """How far an anchor is and what stands between."""
        masked = self._scene.masked
        between = masked.text[low + 1 : high]
        rivals = sum(1 for a in self._scene.anchors if low < a.position < high)
        alike = sum(1 for i, item in masked.items.items() if low < i < high and item.kind == kind)
        yield f"distance={_step(high - low)}"
        yield f"rivals={min(rivals, 2)}"
        yield f"alike={min(alike, 2)}"
        yield f"commas={min(between.count(','), 3)}"
        if ";" in between or ". " in between:
            yield "other clause"


def _agreeing(known: str, said: set[str]) -> str:
    if not known or not said:
        return f"unknown {bool(known):d}{bool(said):d}"
    return "agrees" if known in said else "differs"


def _step(distance: int) -> int:
    return bisect_left(_STEPS, distance)


@lru_cache(maxsize=1024)
def _steps(cue: str) -> tuple[Names, Names]:
    """The names of a class of words at each distance before an item, and behind it."""
    steps = range(len(_STEPS) + 1)
    return tuple(f"cue {cue}<{n}" for n in steps), tuple(f"cue {cue}>{n}" for n in steps)


def _tokens(text: str) -> list[str]:
    """The beginnings of words, signs, and kinds of items, behind `@`."""
    return [_NAMES.get(token) or token[:_STEM] for token in _TOKEN.findall(text)]
