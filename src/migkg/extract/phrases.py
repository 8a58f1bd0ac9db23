"""The words for meetings of a language compiled into patterns over masked text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import SYMBOLS
from migkg.extract.vocabulary import NEVER, alternation, bounded, leading

if TYPE_CHECKING:
    from migkg.lexicon import Meetings

S = SYMBOLS
CORE = frozenset({"forum", "ordinal", "head", "modifier"})
"""The kinds of items that the name of a meeting cannot be without."""
_CORE = f"[{''.join(S[kind] for kind in sorted(CORE))}]"
_BODY = f"[{S['org']}{S['parties']}]"
_LESSER = f"[{S['head']}{S['modifier']}]"
_YEAR = S["year"]
_DATED = rf"{_YEAR}(?! ?[-/] ?[\d{_YEAR}])"
"""A year, but not the first of two: `the chairmanship 2019-2020`."""
_PLACED = rf",? \w{{1,3}} [{S['city']}{S['parties']}{S['state']}]"
"""A host or a place behind a number that means one of several meetings: `the fifth by Peru`."""
RANK = ("preparatory", "intersessional", "senior-officials", "workshop", "technical", "ministerial")
"""Of two kinds in one phrase the earlier decides: a senior officials' meeting of a ministerial conference."""


class Phrases:
    """What the finder of meetings looks for in a masked sentence."""

    def __init__(self, words: Meetings) -> None:
        self._compile_names(words)
        self._compile_counts(words)
        self._compile_surroundings(words)
        self._compile_events(words)
        link = alternation(words.links)
        self.office = re.compile(rf"{bounded(words.offices)} ?(?:{link} ?)?$") if words.offices else NEVER
        self.for_year = re.compile(rf"{S['forum']} \w{{2,5}} {_YEAR}")
        self.headless = _headless(words)
        self.in_turn = _in_turn(words)
        self.placed = re.compile(_PLACED)
        self.said = re.compile(
            rf",? \w{{2,7}} {bounded(words.indefinite)} "
        )  # `three events: the first was a workshop`
        self.neighbour = _neighbour(words)
        self.unnamed = _unnamed(words)
        self.common_meeting = _common(words.between)
        self.again = re.compile(rf"^{bounded(words.again)}(?= )")
        self.preparing = _preparing(words)

    def meet(self, text: str, start: int, end: int) -> bool:
        """Whether those who are named there are said to meet, behind it or before."""
        before = text[:start]
        met = self.met.search(before) or self.received.search(before)
        return met is not None or self.gathered.match(text, end) is not None

    def is_unofficial(self, text: str, start: int, end: int) -> bool:
        """Whether words beside a meeting tell that it is none of states: `citizens' summit`, `national conference`."""
        before = self.unofficial_before.search(text[:start])
        return before is not None or self.unofficial.match(text, end) is not None

    def _compile_names(self, words: Meetings) -> None:
        """What a name is made of."""
        link, filler = alternation(words.links), bounded((*words.fillers, *words.closing, *words.out_of))
        its = rf" {alternation(words.genitives)} (?={_LESSER})"
        again = rf"(?: \((?:{_LESSER}|{S['ordinal']})\))?"  # `the twelfth (12th) meeting`
        whose = rf"(?:{bounded(words.commons)} (?:\w{{1,3}} )?){{1,4}}"  # `officials of the states and members of the`
        people = rf"(?<={S['modifier']}) {link} {whose}{link} ?(?={S['forum']})"
        toward = rf"(?<={S['modifier']}) {alternation(words.toward)} ?" if words.toward else "(?!)"
        there = (
            rf"(?<={_LESSER}) {link} ?{S['city']},? {link} ?(?={S['forum']})"  # `the meeting of Lima of the process`
        )
        # the second "Global Forum on Migration"
        quoted = rf"(?<={_LESSER})(?={S['ordinal']})|(?<={S['ordinal']}) ?[\"'] ?(?={S['forum']})"
        joint = rf"{again}(?:{people}|{there}|{toward}| |-|'s? | ?{link} ?\"? ?|{its}|{quoted})"
        town = rf"(?<=[{S['ordinal']}{_YEAR}] ){S['city']}(?= (?:{filler} )?{_CORE})"  # `the first Lima Conference`
        unit = rf"(?:{_CORE}|{_DATED}|{filler}|{town})"
        self.chunk = re.compile(rf"(?:{unit}{joint})*?{_CORE}(?:(?:{joint})+{unit})*")
        self.topical = _topical(words, unit)
        self.dated = re.compile(rf"{_YEAR} ?{link} ")
        self.adjective = re.compile(rf"(?:{S['modifier']} ?)+{link} ")
        self.inner = re.compile(rf"{_LESSER}(?: ?(?:{_LESSER}|{filler}))*(?: ?{link}|{toward}) ?{S['ordinal']}")
        the = rf"(?:{bounded(words.determiners)} ?)?"
        gap = rf"[^.;:,{S['forum']}{S['document']}]{{0,110}}?"
        self.framed = re.compile(rf"{gap} {bounded(words.frames)} ?{the}\"?({S['forum']})")
        self.bracketed = re.compile(rf" ?(?:{link}) [^.;:()]{{3,90}} \({S['forum']}\)")

    def _compile_counts(self, words: Meetings) -> None:
        """What tells whether a number counts meetings, and which."""
        link = alternation(words.links)
        counted = rf"(?! {bounded(words.out_of)})" if words.out_of else ""
        self.loose = re.compile(rf"(?<!{_LESSER}[ -])(?<!{_LESSER}){S['ordinal']}{counted} ?{link} ")
        since = [rf"[^.;:]{{0,40}}? {bounded(words.since)}"] if words.since else []
        since += [rf" {bounded(words.of_some)}"] if words.of_some else []
        self.since = re.compile("|".join(since)) if since else NEVER
        self.in_a_while = re.compile(rf"[a-z ]{{0,16}}? {bounded(words.in_a_while)}") if words.in_a_while else NEVER
        times = {phrase.partition("#")[2].split()[0] for phrase in words.nth_times}
        self.occasion = re.compile(rf" {bounded(times)}") if times else NEVER  # `hosts it for the second | time`
        self.closing = re.compile(bounded(words.closing)) if words.closing else NEVER
        self.consulting = re.compile(bounded(words.consulting)) if words.consulting else NEVER
        self.plurals = frozenset(fold(word) for word in words.plurals)

    def _compile_surroundings(self, words: Meetings) -> None:
        """What stands before and behind a name."""
        link, filler = alternation(words.links), bounded(words.fillers)
        self.determined = re.compile(rf"(?:{_determiners(words)})\s?(?:{filler} )*$")
        self.indefinite = re.compile(rf"{bounded(words.indefinite)} (?:{filler} )*$")
        self.own = re.compile(rf"{bounded(words.possessives)} ?(?:{filler} )*$")
        self.present = re.compile(rf"{bounded(words.demonstratives)} ?(?:{filler} )*$")
        self.town = re.compile(rf"{bounded(words.determiners)} ?{S['city']} $")
        self.times = _times(words)
        self.recalled = re.compile(rf"{bounded(words.recalled)}{_near(words)}")
        self.other = re.compile(rf" ?{bounded(words.others)}")
        self.other_before = re.compile(rf"{bounded(words.others)} $")
        self.commons = re.compile(bounded(words.commons))
        self.process = _process(words)
        self.name_link = re.compile(rf" (?:{alternation(words.name_links)})(?: |(?<='))")
        states = rf"(?:'?s?'?(?: {bounded(words.commons)}){{1,3}})?"  # `of the process's member states`
        self.gathered = re.compile(rf"(?: ?\({_LESSER}\))?{states} {gathering(words)}")
        self.verb = re.compile(bounded(words.gathered))
        forum, others = S["forum"], f"{S['forum']}{S['head']}{S['modifier']}"
        long = rf"(?:[^.;:(){others}]{{3,90}} \()?"
        self.meets = re.compile(rf"{bounded(words.gathered)} {bounded(words.determiners)} {long}({forum})")
        self.convened = re.compile(
            convened := rf"{states} {gathering(words)}(?![^.;:]*{_CORE})"
        )  # not `met for the third session`
        self.named_behind = re.compile(
            rf"[^.;:]*? {bounded(words.occasions)} {S['ordinal']} ?[^.;:,]{{0,12}}{S['head']}"
        )
        met = rf"^{bounded(words.gathered)} [^.;:(){others}]{{1,60}}, (?:\w{{1,4}} )?"  # `Gathered in Lima, the`
        self.met = re.compile(rf"{met}$")
        received = (
            rf"{bounded(words.receives)}(?: [^.;:(){others}]{{1,40}}?)? (?:\w{{1,4}} )?" if words.receives else "(?!)"
        )
        self.received = re.compile(rf"{received}$")
        self.people = {
            kind: re.compile(rf"{met}({by})|{received}({by})|({by})(?={convened})")
            for kind, by in ((kind, rf"{bounded(names)} {link} ?{forum}") for kind, names in words.people.items())
        }
        self.spoiler_before = re.compile(rf"{bounded(words.not_events)} ?(?:{link})? ?$")
        self.spoiler = re.compile(rf" ?{bounded(words.not_events)}")
        self.shared = re.compile(rf" ?{bounded(w for w in words.not_events if w in words.between)}")

    def _compile_events(self, words: Meetings) -> None:
        """What makes the name of a one-off meeting."""
        topic = bounded(words.topics)
        about = rf"{leading(words.event_links)}(?:[^.;:(),]{{0,45}}? )?{topic}(?: {topic}| \w{{1,4}} \w+)?"
        titled = rf"[^.;:(),]{{0,24}}? ?{leading(words.event_links)}{S['quote']}"  # `conférence sur « la migration »`
        self.unofficial = re.compile(rf" ?{bounded(words.unofficial)}")
        self.unofficial_before = re.compile(rf"{bounded(words.unofficial)}-? ?(?:{bounded(words.fillers)} )*$")
        # `la cumbre migratoria`
        self.event = re.compile(rf"(?:,? ?{S['quote']}|{titled}| {topic}|[^.;:(),]{{0,40}}? ?{about})")
        plain = {fold(w) for group in (words.plain, *words.heads.values(), words.topics) for w in group}
        self.plain = re.compile(rf"{bounded(plain)}(?:[ -]{bounded(plain)})+")
        self.told_of = re.compile(rf",? {bounded(words.finite)}") if words.finite else NEVER
        self.topic = re.compile(topic)
        self.about = re.compile(rf" {leading(words.event_links)}")
        self.vague = frozenset(fold(w) for w in words.vague)
        self.one_off = re.compile(bounded(words.one_off))
        main = {fold(word) for word in words.heads.get("main", ())}
        others = {part for word in words.heads.get("foreign", ()) for part in fold(word).split()}
        self.weighty = {fold(word) for word in words.one_off} | (main & others)
        self.gathering = re.compile(rf"({bounded(words.heads.get('main', ()))})[^.;:(),]{{0,24}}? {about}")
        people = rf"{bounded((*words.commons, *(w for group in words.people.values() for w in group)))}"
        self.met_over = re.compile(rf"{people}[^.;:]{{0,120}}? {bounded(words.gathered)}")
        self.joined = re.compile(rf"{_BODY} ?-|- ?{_BODY}")  # `meeting EU-Africa on migration`
        groups = (*words.heads.values(), *words.modifiers.values(), words.topics, words.fillers, words.event_links)
        self.common = re.compile(alternation(w for group in groups for word in group for w in word.split()))


def _determiners(words: Meetings) -> str:
    """The words that tell a meeting as one that is known; what is joined by a mere genitive is none: `of workshops`."""
    bare = alternation(w for w in words.links if w.endswith("'") and w not in words.determiners)
    elided = rf"(?<!\w)(?!(?:{bare}))[a-z]'|[a-z]{{2,}}'" if bare else "[a-z]'"
    return rf"{bounded(words.determiners)}|{elided}"


def gathering(words: Meetings) -> str:
    """What people do who hold a meeting; a word for a meeting in it is one symbol: `were meeting`."""
    heads = {word for group in words.heads.values() for word in group}
    parts = [word.rpartition(" ") for word in words.gathered]
    return rf"(?:{bounded(words.gathered)}|{bounded(front for front, _, last in parts if last in heads)} {S['head']})"


def _preparing(words: Meetings) -> re.Pattern[str]:
    """Those who met, though no word names their meeting, and the one they prepared: `they met to prepare the`."""
    if not words.preparing:
        return NEVER
    gap = f"[^.;:{S['meeting']}{S['forum']}{S['head']}]"
    what = rf"(?: ?(?:{alternation(words.determiners)}|{alternation(words.links)}) ?)*"
    return re.compile(
        rf"^{gap}*?{bounded(words.gathered)}{gap}*? ({bounded(words.preparing)}){what}(?=[{S['meeting']}{S['forum']}])"
    )


def _headless(words: Meetings) -> re.Pattern[str]:
    """An ordinal that names a meeting by itself, if the language tells the words that may follow it.

    Without an article it does so where place and date follow: `14th in Algiers (January 2018), 13th in Marseille`.
    """
    if not words.after_ordinals:
        return NEVER
    when = f"[{S['date']}{S['period']}{_YEAR}]"
    dated = rf",? {alternation(words.links)} {when}"
    behind = rf",? {bounded(words.after_ordinals)}|{dated}|{_PLACED}| ?[,.;:(]| ?$"
    listed = rf"(?: \w{{1,3}}| ?[:,]) {S['city']},? ?\(?{when}"
    number = rf"(?:(?P<article>{bounded(words.determiners)}) ?)?(?P<number>{S['ordinal']})"
    return re.compile(rf"{number}(?(article)(?={behind})|(?={listed}))")


def _process(words: Meetings) -> re.Pattern[str]:
    """A common word for a forum behind which no name goes on: not `the Process of Bologna`."""
    links = alternation((*words.name_links, *words.links, *words.event_links))
    behind = rf"(?! ?{links}| [^ .,;:]*[{S['org']}{S['state']}{S['city']}])"
    return re.compile(bounded(words.process) + behind) if words.process else NEVER


def _in_turn(words: Meetings) -> re.Pattern[str]:
    """An ordinal before a year, which names a meeting where others are counted: `Peru hosted the first in 2007`."""
    when = f"[{S['date']}{S['period']}{_YEAR}]"
    number = rf"(?P<article>{bounded(words.determiners)}) ?(?P<number>{S['ordinal']})"
    return re.compile(rf"{number}(?=,? ?(?:\(|\w{{2,3}} )?{when})")


def _neighbour(words: Meetings) -> re.Pattern[str]:
    """The next or the previous meeting without a word for it: `the next will be held`."""
    if not words.after_ordinals:
        return NEVER
    which = rf"(?:(?P<next>{bounded(words.upcoming)})|(?P<previous>{bounded(words.previous)}))"
    behind = rf"(?= {bounded(words.after_ordinals)})"
    first = (
        rf"(?<=^){bounded(words.determiners)} ?{which.replace('P<', 'P<first_')}(?=, {bounded(words.after_ordinals)})"
    )
    return re.compile(rf"{bounded(words.determiners)} ?{which}{behind}|{first}")


def _unnamed(words: Meetings) -> re.Pattern[str]:
    """The pronoun for a meeting of which only place or day is told: `after the one held in Lima`.

    Right behind a meeting it means that one again.
    """
    if not words.pronouns or not words.participles:
        return NEVER
    named, place = f"[{S['meeting']}{S['forum']}]", f"[{S['city']}{S['parties']}{S['date']}{S['period']}{_YEAR}]"
    gap = f"[^,.;:{S['meeting']}{S['forum']}{S['persons']}{S['list']}]{{1,25}}?"
    again = rf"(?<!{named} )(?<!{named}, )(?<!{named} \()"
    return re.compile(rf"{again}{bounded(words.pronouns)}(?= {bounded(words.participles)}{gap}{place})")


def _common(between: tuple[str, ...]) -> re.Pattern[str]:
    """A word for a meeting and the two forums it joins."""
    forum, gap = S["forum"], rf"[^.;:{S['forum']}]"
    which = rf"(?:{bounded(between)}|{S['session']})"  # `plenary of` is one item
    return re.compile(rf"{S['head']}[^.;:,]{{0,32}}? {which} {gap}{{0,12}}{forum}{gap}{{1,12}}{forum}")


def _topical(words: Meetings, unit: str) -> re.Pattern[str]:
    """A meeting whose topic stands before its forum: `workshop on the return of migrants of the Conference`."""
    about = leading(link for link in words.event_links if link not in words.name_links)
    told = (
        "city",
        "parties",
        "date",
        "period",
        "year",
        "persons",
    )  # what is said of the meeting is no part of its name
    named = "".join(S[kind] for kind in ("forum", "head", "ordinal", "meeting", *told))
    made = rf"(?:,? {bounded(words.participles)})?"
    short = r"(?: \([^.;:() ]{2,12}\))?"  # `Experts Group on Returns and Reintegration (TEGRR) of the Process`
    whose = rf" {about}[^.;:(){named}]{{3,70}}?{short}{made} {alternation(words.links)} {S['forum']}"
    return re.compile(rf"(?:{unit} )*?{S['head']}(?: {unit})*?{whose}")


def _near(words: Meetings) -> str:
    """What may stand between the words beside a phrase and the phrase: an article."""
    return rf"(?: (?:{alternation(words.determiners)})?| ?)? ?$"


def _beside(beside: tuple[str, ...], words: Meetings, near: str) -> str:
    """Words before a meeting that tell its time; an adjective has no article behind it: `next October the summit`."""
    adjectives = [w for w in beside if w in words.fillers]
    others = bounded(w for w in beside if w not in words.fillers)
    return rf"(?:{others}{near}|{bounded(adjectives)} ?$)" if adjectives else rf"{others}{near}"


def _times(words: Meetings) -> dict[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    """The words before, in and behind a phrase that tell an earlier meeting or a coming one."""
    near = _near(words)
    given = {"previous": (words.previous, words.after_previous), "next": (words.upcoming, words.after_upcoming)}
    return {
        time: (
            re.compile(_beside(beside, words, near)),
            re.compile(rf"{bounded(beside)}(?! {alternation(words.determiners)})"),  # not what it prepares
            re.compile(rf",? ?{bounded(behind)}"),
        )
        for time, (beside, behind) in given.items()
    }
