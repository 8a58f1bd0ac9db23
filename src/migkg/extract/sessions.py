"""The sessions of a meeting: opening, plenary, round table ..., with those who speak and preside, and their themes.

They are read beside the claims of the claim table, which has no word for them: nothing there depends on what is
read here. A session enters only where its meeting can be told and the article says something of that meeting too.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.extract.facts import EVIDENCE_LIMIT, Fact
from migkg.extract.fold import fold
from migkg.extract.item import Item
from migkg.extract.light import light, replace
from migkg.extract.mask import Masked
from migkg.extract.objects import objects_of
from migkg.extract.rules import RuleBook
from migkg.extract.vocabulary import alternation, bounded
from migkg.names import slug
from migkg.predicates import session_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from migkg.extract.facts import Scene
    from migkg.extract.meeting import Anchor, Meeting
    from migkg.extract.rules import Compiled
    from migkg.extract.sentences import Sentence
    from migkg.extract.vocabulary import WordFinder
    from migkg.lexicon import Language

_SURE = 0.9
_OPAQUE = frozenset({"quote", "persons", "person"})
"""Items whose words name no session: a title in quotation marks, the post of a person."""
_TITLE_WORDS = 6
"""So many words of a title make the key of a session that has no number."""
_THEME = "hasTheme"


@light(frozen=True, slots=True)
class Phrase:
    """Words that name a session: where they stand in the sentence, its kind and its number."""

    start: int
    end: int
    kind: str
    number: str = ""


@dataclass(slots=True, eq=False)
class Session:
    """A session of the article; a title that is told of it makes its key where it has no number."""

    meeting: Meeting
    kind: str
    number: str = ""
    title: str = ""

    def key(self, meeting: str) -> str:
        """The subject of its claims, by the key of its meeting."""
        last = self.number or slug(" ".join(self.title.split()[:_TITLE_WORDS]))
        return session_key(meeting, f"{self.kind}/{last}" if last else self.kind)


@light(frozen=True, slots=True)
class Told:
    """A fact about a session before the key of its meeting is settled."""

    session: Session
    fact: Fact


class SessionFinder:
    """Finds the sessions of one language, and what is told of them."""

    def __init__(self, language: Language, words: WordFinder) -> None:
        sessions = language.sessions
        self._words = words
        self._kinds = {fold(word): kind for kind, found in sessions.kinds.items() for word in found}
        self._numbers = {fold(word): figure for figure, found in sessions.numbers.items() for word in found}
        self._single = frozenset(sessions.single)
        self._word = re.compile(bounded(self._kinds))
        between = rf"(?:\s?{alternation(sessions.number_words)})?"
        figure = rf"(?P<figure>\d{{1,2}}(?:\.\d)?)(?![\w/-])|(?P<word>{bounded(self._numbers)})"
        self._number = re.compile(rf"{between} ?(?:{figure})")
        self._link = re.compile(rf",? {bounded(sessions.links)}|'s\b")
        meetings = language.meetings
        goes_on = bounded([*meetings.links, *meetings.event_links, *meetings.name_links])
        self._again = re.compile(rf" ?{bounded(meetings.heads.get('main', ()))}(?! {goes_on})")
        self._rules = RuleBook(dataclasses.replace(language, rules=sessions.rules))

    def find(self, scene: Scene) -> Iterator[Told]:
        """What a sentence tells of sessions; nothing of those whose meeting cannot be told."""
        if self._word.search(scene.sentence.folded) is None:
            return
        phrases = list(self._phrases(scene.sentence, scene.masked))
        masked, items = _rewritten(scene, phrases)
        named: dict[int, tuple[Phrase, Session]] = {}
        for phrase, item in zip(phrases, items, strict=True):
            meeting = self._meeting(phrase, masked, scene)
            if meeting is not None:
                named[id(item)] = (phrase, Session(meeting, phrase.kind, phrase.number))
        told = [t for c, match in self._rules.matches(masked.text) for t in _told(c, match, masked, scene, named)]
        for one in told:
            if one.fact.predicate == _THEME and not one.session.title:
                one.session.title = one.fact.object
        for phrase, session in named.values():
            if session.number or session.title or session.kind in self._single:
                yield from _introduced(session, phrase, scene)
                yield from (t for t in told if t.session is session)

    def _phrases(self, sentence: Sentence, masked: Masked) -> Iterator[Phrase]:
        """The words that name sessions, with the ordinal before them or the number behind."""
        barred = [i for i in masked.items.values() if i.kind in _OPAQUE]
        ordinals = {i.end: i for i in self._words.find(sentence) if i.kind == "ordinal"}
        romans = {i.start: i for i in ordinals.values()}
        for match in self._word.finditer(sentence.folded):
            if any(b.start <= match.start() and match.end() <= b.end for b in barred):
                continue
            before = ordinals.get(match.start() - 1)
            behind = romans.get(match.end() + 1)
            number = self._number.match(sentence.folded, match.end())
            start, end, value = match.start(), match.end(), ""
            if before is not None and before.value.isdigit():
                start, value = before.start, before.value
            elif number is not None:
                end, value = number.end(), number["figure"] or self._numbers[number["word"]]
            elif behind is not None and behind.value.isdigit() and sentence.text[behind.start].isupper():
                end, value = behind.end, behind.value
            yield Phrase(start, end, self._kinds[match.group()], value)

    def _meeting(self, phrase: Phrase, masked: Masked, scene: Scene) -> Meeting | None:
        """The meeting that a session is part of: the one it is linked to, the only one named, or the topic."""
        anchors = {id(scene.masked.items[a.position]): a for a in scene.anchors}
        at = next(n for n, end in enumerate(masked.ends) if end >= phrase.end) + 1
        link = self._link.match(masked.text, at)
        behind = self._behind(masked, link.end() if link is not None else at)
        linked = anchors.get(id(_source(behind, scene))) if behind is not None else None
        if linked is not None:
            return _of(linked, phrase, scene)
        if link is not None and self._again.match(masked.text, link.end()) is None:
            return None
        return _spoken_of(scene)

    @staticmethod
    def _behind(masked: Masked, at: int) -> Item | None:
        """The item at a position, or behind the blank that stands there."""
        return masked.items.get(at) or (masked.items.get(at + 1) if masked.text[at : at + 1] == " " else None)


def _source(item: Item, scene: Scene) -> Item | None:
    """The item of the scene of which another is the rest."""
    return next((i for i in scene.masked.items.values() if i.end == item.end and i.kind == item.kind), None)


def _of(anchor: Anchor, phrase: Phrase, scene: Scene) -> Meeting | None:
    """The meeting of an anchor; the topic, where a number that is the session's was taken for the meeting's."""
    topic, meeting = scene.discourse.topic, anchor.meeting
    if anchor.is_foreign:
        return None
    if meeting is not None and (meeting is topic or not _counts(meeting, anchor, phrase, scene)):
        return meeting
    return topic if topic is not None and topic.code == anchor.code else None


def _counts(meeting: Meeting, anchor: Anchor, phrase: Phrase, scene: Scene) -> bool:
    """Whether the number of a session was taken for that of its meeting: `second plenary session of the conference`."""
    item = scene.masked.items[anchor.position]
    return str(meeting.ordinal) == phrase.number and item.start < phrase.end and phrase.start < item.end


def _spoken_of(scene: Scene) -> Meeting | None:
    """The only meeting that the sentence names, or the topic where it names none."""
    if any(a.is_foreign for a in scene.anchors):
        return None
    named = {id(a.meeting): a.meeting for a in scene.anchors if a.meeting is not None}
    topic = scene.discourse.topic
    if named:
        return next(iter(named.values())) if len(named) == 1 else None
    codes = {a.code for a in scene.anchors}
    return topic if topic is not None and codes <= {topic.code} else None


def _rewritten(scene: Scene, phrases: Sequence[Phrase]) -> tuple[Masked, list[Item]]:
    """The sentence with its sessions as items; of a meeting named in one phrase with a session the rest is left."""
    sessions = [Item("session", p.start, p.end, p.kind) for p in phrases]
    others = [rest for item in scene.masked.items.values() if (rest := _rest(item, phrases)) is not None]
    items = sorted([*sessions, *others], key=lambda i: (i.start, i.end))
    return Masked(scene.sentence.folded, items, scene.sentence.text), sessions


def _rest(item: Item, phrases: Sequence[Phrase]) -> Item | None:
    """An item without the words of a session that it begins with; None where nothing of it is left."""
    for phrase in phrases:
        if item.start < phrase.end and phrase.start < item.end:
            return replace(item, start=phrase.end) if item.kind == "meeting" and phrase.end + 1 < item.end else None
    return item


def _introduced(session: Session, phrase: Phrase, scene: Scene) -> Iterator[Told]:
    """That there is the session, and its number."""
    fact = Fact(session.meeting, "sessionOf", "", scene.number, phrase.start, phrase.end, "named-session", _SURE)
    yield Told(session, fact)
    if session.number.isdigit():
        yield Told(session, replace(fact, predicate="ordinal", object=session.number))


def _told(
    compiled: Compiled,
    match: re.Match[str],
    masked: Masked,
    scene: Scene,
    named: dict[int, tuple[Phrase, Session]],
) -> Iterator[Told]:
    """What a rule reads of the session that it matched."""
    rule = compiled.rule
    found = named.get(id(masked.items.get(match.start("session1"))))
    if found is None:
        return
    phrase, session = found
    for item in _captured(match, masked):
        for predicate, value, part in objects_of(rule.predicate, item, scene):
            start, end = _evidence(phrase, part or item)
            meeting, at = session.meeting, scene.number
            fact = Fact(meeting, predicate, value, at, start, end, rule.name, rule.confidence, rule.modality)
            yield Told(session, fact)


def _captured(match: re.Match[str], masked: Masked) -> Iterator[Item]:
    """The items that a match captured beside the session and its meeting."""
    for group, text in match.groupdict().items():
        item = masked.items.get(match.start(group)) if text is not None else None
        if item is not None and item.kind not in {"session", "meeting", "forum"}:
            yield item


def _evidence(phrase: Phrase, shown: Item) -> tuple[int, int]:
    """From the words for the session to the object or the other way about; of a long stretch the object alone."""
    start, end = min(phrase.start, shown.start), max(phrase.end, shown.end)
    if end - start <= EVIDENCE_LIMIT:
        return start, end
    return shown.start, min(shown.end, shown.start + EVIDENCE_LIMIT)


def facts_of(told: Sequence[Told], settle: Callable[[Fact], Fact], subjects: Collection[str]) -> list[Fact]:
    """The facts of the sessions under their keys, if the article says something else of their meetings.

    `settle` gives a fact its final meeting, `subjects` are the keys of the meetings that other claims are about.
    """
    found: list[Fact] = []
    for one in told:
        meeting = settle(one.fact).subject
        key = meeting if isinstance(meeting, str) else meeting.key
        if key in subjects:
            value = key if one.fact.predicate == "sessionOf" else one.fact.object
            found.append(replace(one.fact, subject=one.session.key(key), object=value))
    return found
