"""The order of the stages for one article."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date as calendar_date
from itertools import pairwise
from typing import TYPE_CHECKING

from migkg.extract import completed, consolidate
from migkg.extract.attachment import decide, offers
from migkg.extract.clauses import rebound
from migkg.extract.confidence import confident
from migkg.extract.days_alone import Told
from migkg.extract.discourse import Discourse
from migkg.extract.engine import engine
from migkg.extract.event_pages import dated
from migkg.extract.facts import Fact, Scene, facts
from migkg.extract.headings import hang
from migkg.extract.item import SYMBOLS
from migkg.extract.layout import closes, has_address, is_contact
from migkg.extract.light import replace
from migkg.extract.lists import editions
from migkg.extract.meeting import Anchor
from migkg.extract.mentioned import mentioned
from migkg.extract.modality import Timeline
from migkg.extract.pointers import owner
from migkg.extract.refusals import is_refused, refusals
from migkg.extract.sentences import sentences
from migkg.extract.sessions import facts_of
from migkg.extract.settle import is_of_founding, settled
from migkg.extract.subject import LEAD, first_meeting, move_topic, note, remember_places
from migkg.extract.suppose import supposing
from migkg.extract.topic import (
    heads,
    is_document,
    is_named,
    is_private,
    main_forum,
    numbers,
    one_off,
    own_words,
    strangers,
)
from migkg.model import Reading, Rejection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migkg.extract.attachment import Attachment, Offer
    from migkg.extract.engine import Engine, Prepared
    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Layout, Lexicon
    from migkg.model import Article


_SHORT = 2
"""So many sentences are no text: a date below them is that of the meeting."""
_LISTED = frozenset({"city", "parties", "year"})
"""What a list of editions tells: no rule need look at it, but at the days beside it."""
_BRACKETED = re.compile(rf"{SYMBOLS['meeting']} \($")
"""Before the acronym of a forum that belongs to the name of the meeting before it: `meeting of the two (ABC)`."""

_WEEK = 7
"""A text is printed so many days at most after it was written."""

_LINE = 2
"""The rank of a date of publication that is a line of its own."""


def read(article: Article, lexicon: Lexicon) -> Reading:
    """The claims of an article, what was refused and why, and every mention that was seen.

    A language that the lexicon lacks gives no claims and one rejection that says so.
    """
    reader = engine(lexicon, article.lang)
    if reader is None:
        reason = f"there is no lexicon for the language '{article.lang}'"
        return Reading(
            article=article, claims=(), rejected=(Rejection(article=article.id, span=None, text="", reason=reason),)
        )
    prepared = prepare(article, reader)
    published = written_on(prepared, article.published or published_in(prepared))
    discourse = begun(prepared, reader)
    discourse.published = published
    kept, refused = _decided(*offered(prepared, reader, discourse, reader.attachment), reader, discourse, published)
    kept = consolidate.one_part([f for f in kept if not is_of_founding(settled(f, discourse), prepared)])
    discourse.years = completed.years(kept, published)
    found = consolidate.dated([settled(fact, discourse) for fact in kept], published)
    found = consolidate.placed(consolidate.consistent(found))
    found = consolidate.memberships(found, came=lambda fact: _came(fact, prepared))
    found = consolidate.founded(consolidate.told(found))
    if all(f.predicate == "hasPosition" for f in found):  # posts alone are no news of a forum
        found = []
    parts = [p.sentence for p in prepared]
    timeline = Timeline(found, prepared, published, reader.moods)
    made, rejected = consolidate.claims(timeline.put(found), article, parts, published)
    without = consolidate.dated([settled(fact, discourse) for fact in refused], published)
    rejected += consolidate.rejections(without, article, parts)
    held = facts_of(discourse.sessions, lambda fact: settled(fact, discourse), {claim.subject for claim in made})
    sessions, _ = consolidate.claims(timeline.put(held), article, parts, published)
    reading = Reading(
        article=article,
        claims=tuple(made),
        rejected=tuple(rejected),
        mentions=tuple(mention for part in prepared for mention in part.shown(article.text)),
        sessions=tuple(sessions),
    )
    return confident(reading, reader.attachment.of_claims) if reader.attachment else reading


def _came(fact: Fact, prepared: Sequence[Prepared]) -> bool:
    """Whether the words about the object of a fact tell that it is no member, for they speak of who came."""
    return is_refused(replace(fact, predicate="hasMember"), prepared[fact.sentence].masked)


def prepare(article: Article, reader: Engine) -> list[Prepared]:
    """The sentences of an article, ready for the rules."""
    known: dict[str, Item] = {}
    parts = list(_readable(article.text, reader.language.layout))
    local = reader.gazetteer.introduced(parts)
    told = Told(article.published or "")
    prepared = [reader.prepare(s, known, told, local) for s in parts]
    _unsigned(prepared)
    reader.speeches.unplace(prepared)
    reader.event_pages.mark(prepared)
    states = _states(prepared)
    for part in prepared:
        part.masked.settle(states)
    reader.ambiguous.settle(prepared)
    hang(prepared)
    reader.years.hang(prepared)
    return prepared


def _unsigned(prepared: Sequence[Prepared]) -> None:
    """Blank out the last line that is but a date, where it stands below a text or above it: when that was written.

    Of what follows it, links or a signature, nothing is known; so high above the end it must stand all alone.
    """
    dated = [n for n, p in enumerate(prepared) if p.published and p.published[0] == _LINE]
    if not dated or len(prepared) <= _SHORT:
        return
    last = prepared[dated[-1]].masked
    if dated[-1] == len(prepared) - 1 or (last.is_bare and not 0 < dated[-1] <= LEAD):
        last.blank(len(last.text))


def _states(prepared: Sequence[Prepared]) -> Counter[str]:
    """How often each state is named in an article, by its name or by an adjective."""
    return Counter(i.value for part in prepared for i in part.mentions if i.kind in {"state", "demonym"})


def begun(prepared: Sequence[Prepared], reader: Engine) -> Discourse:
    """What is known of an article before its first sentence is read: its forum and the meeting it is about."""
    discourse = Discourse(plenary=reader.names.plenary_kinds, consultations=reader.names.consultations)
    discourse.forum = main_forum(prepared, reader)
    discourse.is_private = is_private(prepared, reader, discourse.forum)
    if discourse.is_private or is_document(discourse.forum, prepared, reader):
        discourse.forum = ""  # what is named in passing is not what the meetings of the text are of
    discourse.heads = heads(prepared, reader)
    discourse.named = frozenset(i.value for part in prepared for i in part.mentions if i.kind == "forum")
    discourse.own_words = own_words(discourse.forum, prepared, reader)
    discourse.known_words = discourse.own_words | reader.words_of(discourse.forum)
    discourse.strangers, discourse.numbers = strangers(prepared), numbers(prepared[:LEAD])
    discourse.topic = first_meeting(prepared, discourse, reader.moods)
    discourse.heard.clear()
    if discourse.topic is None and not (discourse.forum or discourse.is_private):
        discourse.begin(*one_off(prepared, reader))
    if discourse.topic is not None and discourse.topic.event and not is_named(discourse.forum, prepared[:LEAD]):
        discourse.forum = ""  # a forum named further down does not own what the article begins with
    return discourse


def _readable(text: str, layout: Layout) -> Iterator[Sentence]:
    """The sentences of a text up to its closing contact, without those that hold an address."""
    for number, sentence in enumerate(sentences(text, layout)):
        if number and is_contact(sentence.folded, layout) and closes(text, sentence.offsets[0]):
            return
        if not has_address(sentence.text):
            yield sentence


def published_in(prepared: Sequence[Prepared]) -> str:
    """The best date of publication: labelled first, then datelines, then the last line that is only a date."""
    ranked = ((p.published, n) for n, p in enumerate(prepared) if p.published)
    best = min(((rank, n if rank < _LINE else -n, date) for (rank, date), n in ranked), default=None)
    return best[2] if best is not None else ""


def written_on(prepared: Sequence[Prepared], published: str) -> str:
    """The date of publication; the day of the dateline where that lies a few days before: `today` means that day."""
    day = next((p.written for p in prepared[:LEAD] if p.written), "")
    if not day or len(published) != len("2000-01-01"):
        return published
    last = calendar_date.fromisoformat(published)
    for year in (last.year, last.year - 1):
        written = f"{year}{day[1:]}"
        if day[2:] != "02-29" and 0 < (last - calendar_date.fromisoformat(written)).days <= _WEEK:
            return written
    return published


def offered(
    prepared: Sequence[Prepared], reader: Engine, discourse: Discourse, model: Attachment | None = None
) -> tuple[list[Offer], list[Fact]]:
    """All that the sentences offer to the attachment model, and the facts that the rules made."""
    found: list[Offer] = []
    ruled: list[Fact] = []
    for scene, read_by_rules in scenes(prepared, reader, discourse):
        ruled += read_by_rules
        if scene.masked.items:
            found += offers(scene, read_by_rules, reader.cues(scene.masked), model)
    return found, ruled


def _decided(
    found: Sequence[Offer], ruled: list[Fact], reader: Engine, discourse: Discourse, published: str
) -> tuple[list[Fact], list[Fact]]:
    """The facts of the rules as the attachment model judges them and what it reads beside; and what it refuses."""
    if reader.attachment is None:
        return ruled, []
    with supposing(found, ruled, discourse, published) as stated:
        return decide(found, ruled, reader.attachment, stated)


def scenes(prepared: Sequence[Prepared], reader: Engine, discourse: Discourse) -> Iterator[tuple[Scene, list[Fact]]]:
    """Each sentence as rules see it, with the facts that they made of it."""
    for number, part in enumerate(prepared):
        anchors = _anchors(part, discourse, reader)
        discourse.here = part.dateline or discourse.here
        note(anchors, part, number, reader.moods)
        scene = Scene(number, part.sentence, part.masked, anchors, discourse)
        found = list(_ruled(scene, part, reader, prepared[number - 1].masked.text if number else ""))
        remember_places(found, discourse)
        yield scene, found
        discourse.sessions += reader.sessions.find(scene)
        move_topic(scene)
        discourse.last = next((a.meeting for a in reversed(anchors) if a.meeting is not None), discourse.last)


def _ruled(scene: Scene, part: Prepared, reader: Engine, before: str) -> Iterator[Fact]:
    yield from mentioned(scene)
    yield from dated(scene)
    listed = [*editions(scene, reader.meetings.following), *reader.turns.find(scene)]
    yield from listed
    told = [i.start for i in part.masked.items.values() if i.kind in _LISTED]
    taken = {at for f in listed for at in told if f.start <= at < f.end}
    matches = [(compiled.rule, match) for compiled, match in reader.rules.matches(part.masked.text)]
    part.masked.refused = refusals(m for m in matches if m[0].refuses)
    if part.masked.items and before:
        joined = reader.across.matches(f"{before} {part.masked.text}")
        for at, predicates in refusals(((c.rule, m) for c, m in joined), len(before) + 1).items():
            part.masked.refused[at] = part.masked.refused.get(at, frozenset()) | predicates
    for rule, match in matches:
        if not rule.refuses:
            found = (f for f in facts(rule, match, scene) if f.place not in taken)
            yield from (rebound(f, scene) for f in found if not is_refused(f, part.masked))


def _anchors(part: Prepared, discourse: Discourse, reader: Engine) -> list[Anchor]:
    found: list[Anchor] = []
    near, beside = "", None
    for position, item in sorted(part.masked.items.items()):
        if item.kind == "forum" and not _BRACKETED.search(part.masked.text[:position]):
            near = item.value
            discourse.heard.add(near)
            found.append(Anchor(position, item.value, is_series=item.is_series))
        elif item.meeting is not None:
            anchor = discourse.resolve(item.meeting, near or owner(position, part.masked), beside)
            if anchor is not None:
                anchor.position = position
                near = "" if anchor.is_foreign else anchor.code or near
                beside = anchor.meeting or beside
                found.append(anchor)
    _join(found, part, reader)
    return found


def _join(anchors: Sequence[Anchor], part: Prepared, reader: Engine) -> None:
    for left, right in pairwise(anchors):
        between = part.masked.text[left.position + 1 : right.position]
        joins = left.meeting is not None and reader.grouper.joins(between, part.masked.text[right.position + 1 :])
        if joins and right.is_foreign and left.meeting is not None:
            right.joined.append(left.meeting)
        if left.meeting is None or right.meeting is None or left.meeting is right.meeting:
            continue
        if joins:
            left.joined.append(right.meeting)
            right.joined.append(left.meeting)
        elif reader.grouper.goes_along(between):
            left.along.append(right.meeting)
            right.along.append(left.meeting)
