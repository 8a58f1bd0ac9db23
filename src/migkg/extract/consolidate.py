"""From facts to claims: years completed, keys settled, doubles dropped, evidence quoted from the original."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from migkg.extract import completed
from migkg.extract.candidates import RULE
from migkg.extract.facts import EVIDENCE_LIMIT, Fact
from migkg.extract.light import replace
from migkg.extract.meeting import Meeting
from migkg.model import Claim, Evidence, Modality, Rejection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from migkg.extract.sentences import Sentence
    from migkg.model import Article, Span

_CONTEXT = 60
"""Characters of prefix and suffix at most."""
_SURE = 0.8
"""A year less sure than this says nothing about a forum's beginning."""
_DAYS = frozenset({"startDate", "endDate"})
_PARTS = frozenset({"hasHost", "hasChair", "hasSupporter"})
_ONE = frozenset({"heldIn", "heldInCountry", "year", "startDate", "endDate"})
"""Predicates that have one value for each meeting."""
_WITH_LANGUAGE = frozenset({"hasTheme", "adopted", "hasPosition"})
_LIST = 4
"""So many participants at least make the list of members of a page about a forum."""


def one_part(facts: Sequence[Fact]) -> list[Fact]:
    """Without what the model makes of an item beside the part that a rule read.

    What closed today did not begin today; who a meeting was held under the chairmanship of is not its host; that who
    spoke was there need not be said.
    """
    ruled: dict[tuple[int, int, int], set[str]] = {}
    for fact in facts:
        if fact.rule != RULE:
            ruled.setdefault(_item(fact), set()).update(_DAYS if fact.predicate == "date" else {fact.predicate})
    return [f for f in facts if f.rule != RULE or not _is_other(f.predicate, ruled.get(_item(f), frozenset()))]


def _is_other(predicate: str, ruled: AbstractSet[str]) -> bool:
    """Whether rules read parts that leave none for a predicate."""
    if predicate == "hasAttendee" and "hasSpeaker" in ruled and predicate not in ruled:
        return True
    return any(predicate in parts and ruled & parts and predicate not in ruled for parts in (_DAYS, _PARTS))


def _item(fact: Fact) -> tuple[int, int, int]:
    return id(fact.subject), fact.sentence, fact.place


def dated(facts: Iterable[Fact], published: str) -> list[Fact]:
    """Facts with dates as objects; the year of a meeting is settled by the dates it has."""
    found: list[Fact] = []
    for fact in facts:
        if fact.date is None or fact.predicate not in {"date", "startDate", "endDate"}:
            found.append(fact)
        else:
            found.extend(completed.days(fact, fact.date, published))
    for fact in found:
        if isinstance(fact.subject, Meeting) and fact.predicate == "year" and not fact.subject.year:
            fact.subject.year = fact.object
        if isinstance(fact.subject, Meeting) and fact.predicate == "heldIn" and not fact.subject.city:
            fact.subject.city = fact.object
    return found


def told(facts: Sequence[Fact]) -> list[Fact]:
    """Without the ordinals of meetings of which nothing else is said: they were named in passing."""
    spoken = {id(f.subject) for f in facts if f.predicate != "ordinal"}
    return [f for f in facts if f.predicate != "ordinal" or id(f.subject) in spoken or _is_told(f)]


def memberships(facts: Sequence[Fact], *, came: Callable[[Fact], bool]) -> list[Fact]:
    """With the participants of no meeting in particular as members of the forum.

    A page about a forum lists its "participating states"; where nothing but such a list is said of a meeting
    without number, year, place and day, there is no meeting: the list is that of the forum. Not so where the words
    tell that they `came`: `delegates from`.
    """
    said: dict[int, Counter[str]] = {}
    for fact in facts:
        if isinstance(fact.subject, Meeting):
            body = fact.predicate == "hasParticipant" and fact.object.startswith("org:")  # bodies come to meetings
            said.setdefault(id(fact.subject), Counter())["body" if body else fact.predicate] += 1
    lists = {key for key, counts in said.items() if set(counts) == {"hasParticipant"} and counts.total() >= _LIST}
    return [_of_forum(f) if id(f.subject) in lists and not came(f) else f for f in facts]


def _of_forum(fact: Fact) -> Fact:
    meeting = fact.subject
    if not isinstance(meeting, Meeting) or not meeting.code or meeting.kind or meeting.ordinal or meeting.year:
        return fact
    return replace(fact, subject=f"forum:{meeting.code}", predicate="hasMember", confidence=0.7)


def consistent(facts: Sequence[Fact]) -> list[Fact]:
    """Without sentences that name no meeting and contradict what is said of the one they were taken to go on about.

    A meeting has one place and one time: another in a sentence that does not name it belongs to a meeting that
    was not recognised. All that such a sentence says of place and time goes with it.
    """
    known: dict[tuple[int, str], set[str]] = {}
    for fact in facts:
        if fact.predicate in _ONE and not fact.implied:
            known.setdefault((id(fact.subject), fact.predicate), set()).add(fact.object)
    strange: set[tuple[int, int]] = set()
    for fact in facts:
        if fact.predicate in _ONE and fact.implied:
            values = known.setdefault((id(fact.subject), fact.predicate), set())
            if values and not any(_agree(fact.object, value) for value in values):
                strange.add((id(fact.subject), fact.sentence))
            else:
                values.add(fact.object)
    return [f for f in facts if not (f.implied and f.predicate in _ONE and (id(f.subject), f.sentence) in strange)]


def placed(facts: Sequence[Fact]) -> list[Fact]:
    """Without the countries of meetings that cities of other countries are told of: `in Geneva, France holds`."""
    known: dict[int, set[str]] = {}
    for fact in facts:
        if fact.predicate == "heldIn":
            known.setdefault(id(fact.subject), set()).add(fact.country)
    return [f for f in facts if f.predicate != "heldInCountry" or _is_there(f.object, known.get(id(f.subject), set()))]


def _is_there(country: str, known: AbstractSet[str]) -> bool:
    """Whether a country is one of those of the cities, or the country of a city is not known."""
    return not known or "" in known or country in known


def _agree(one: str, other: str) -> bool:
    """Whether two values are the same, or one is a date that lacks the other's year."""
    return one == other or one.endswith(other.lstrip("-")) or other.endswith(one.lstrip("-"))


def founded(facts: Sequence[Fact]) -> list[Fact]:
    """With the year of the first meeting as the one a forum began in, where the text looks back and says no other.

    Where words tell when a forum began, another year that only the model takes for that is an anniversary's.
    """
    known = {f.subject for f in facts if f.predicate == "established"}
    told = {f.subject for f in facts if f.predicate == "established" and f.rule != RULE}
    found = [f for f in facts if f.predicate != "established" or f.rule != RULE or f.subject not in told]
    for fact in facts:
        meeting = fact.subject
        if not isinstance(meeting, Meeting) or fact.predicate != "year" or fact.confidence < _SURE:
            continue
        forum = f"forum:{meeting.code}"
        if meeting.ordinal == 1 and meeting.past and meeting.code and not meeting.kind and forum not in known:
            known.add(forum)
            found.append(replace(fact, subject=forum, predicate="established", confidence=0.7))
    return found


def _is_told(fact: Fact) -> bool:
    return isinstance(fact.subject, Meeting) and fact.subject.is_told


def claims(
    facts: Sequence[Fact], article: Article, sentences: Sequence[Sentence], published: str
) -> tuple[list[Claim], list[Rejection]]:
    """The claims of the facts, each once, in the order of the text; and what was refused."""
    best: dict[tuple[str, str, str], tuple[Fact, str]] = {}
    rejected: list[Rejection] = []
    for fact in facts:
        subject = _key(fact)
        reason = _refusal(fact, subject)
        if reason:
            span = sentences[fact.sentence].span(fact.start, fact.end, article.text)
            rejected.append(
                Rejection(
                    article=article.id, span=span, text=f"{subject} {fact.predicate} {fact.object}", reason=reason
                )
            )
            continue
        key = (subject, fact.predicate, fact.object)
        if key not in best or fact.confidence > best[key][0].confidence:
            best[key] = (fact, subject)
    made = [_claim(fact, subject, article, sentences[fact.sentence], published) for fact, subject in best.values()]
    made.sort(key=lambda m: (m[0], m[1].subject, m[1].predicate, m[1].object))
    return [claim for _, claim in made], rejected


def rejections(facts: Iterable[Fact], article: Article, sentences: Sequence[Sentence]) -> Iterator[Rejection]:
    """What the attachment model refused of the facts that rules made, each once, with the probability it gives them."""
    said: set[str] = set()
    for fact in facts:
        text = f"{_key(fact)} {fact.predicate} {fact.object}"
        if text not in said:
            said.add(text)
            span = sentences[fact.sentence].span(fact.start, fact.end, article.text)
            reason = f"rule '{fact.rule}' reads it, but the words around make it unlikely ({fact.confidence:.2f})"
            yield Rejection(article=article.id, span=span, text=text, reason=reason)


def _key(fact: Fact) -> str:
    return fact.subject.key if isinstance(fact.subject, Meeting) else fact.subject


def _refusal(fact: Fact, subject: str) -> str:
    """Why a fact may not become a claim; the empty string if it may."""
    if not fact.object.strip():
        return "the object is empty"
    if fact.end <= fact.start:
        return "the evidence is empty"
    if subject.startswith("forum:") and fact.object == f"org:{subject[6:]}":
        return "a forum is not its own member, host or supporter"
    return ""


def _claim(fact: Fact, subject: str, article: Article, sentence: Sentence, published: str) -> tuple[Span, Claim]:
    """The claim with the span of its evidence, by which claims are ordered."""
    start, end = fact.start, fact.end
    span = sentence.span(start, end, article.text)
    while len(span.exact) > EVIDENCE_LIMIT:
        end -= 1
        span = sentence.span(start, end, article.text)
    first, last = sentence.offsets[0], sentence.offsets[-1] + 1
    evidence = Evidence(
        article=article.id,
        span=span,
        rule=f"{article.lang}/{fact.rule}",
        prefix=article.text[max(first, span.start - _CONTEXT) : span.start],
        suffix=article.text[span.end : min(last, span.end + _CONTEXT)],
    )
    claim = Claim(
        subject=subject,
        predicate=fact.predicate,
        object=fact.object,
        evidence=evidence,
        qualifiers=_qualifiers(fact, article.lang),
        modality=Modality(fact.modality),
        confidence=fact.confidence,
        published=published or None,
    )
    return span, claim


def _qualifiers(fact: Fact, lang: str) -> tuple[tuple[str, str], ...]:
    if fact.predicate == "heldIn" and fact.country:
        return (("country", fact.country),)
    return (("lang", lang),) if fact.predicate in _WITH_LANGUAGE else ()
