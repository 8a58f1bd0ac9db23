"""Reductions of a masked sentence: acronyms in brackets, governments, places, and lists of states and bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.item import OBSERVER, SYMBOLS, Item
from migkg.extract.light import replace
from migkg.extract.ministries import Known, Ministries
from migkg.extract.parties import PartyLists
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.extract.mask import Masked
    from migkg.lexicon import Grammar, Language

S = SYMBOLS
_BODY = f"[{S['state']}{S['org']}{S['forum']}]"
_ACRONYM = re.compile(rf"({_BODY}) ?\((?:[a-z.+-]{{2,12}}\d*(?: [a-z]{{2,3}} [a-z]+)?|{_BODY}(?:,? [^()]{{2,30}})?)\)")
_SPELLED = re.compile(rf"((?:[a-z][a-z'-]* ){{1,12}})\(({S['org']})\)")
"""A name that no table has before the acronym of a body that one has."""
_KINDS = frozenset({"state", "org", "forum"})
_ORG, _FORUM, _PERSON, _CITY = (frozenset({kind}) for kind in ("org", "forum", "person", "city"))
_STATE, _DEMONYM = frozenset({"state", "demonym"}), frozenset({"demonym"})
_SMALL = 3
"""So short a word of a name need not have a capital."""
_TITLED = re.compile(rf"({S['person']}) ?\((?:[a-z.+-]{{2,12}}\d*|{_BODY})\)")


def _breaths(language: Language, separator: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between two meetings named in one breath, and between two at one place, each at its time."""
    articles = bounded((*language.meetings.determiners, *language.meetings.indefinite))
    beside = rf",? {bounded(language.meetings.alongside)} (?:{articles} ?)?"
    when = rf"{separator}(?:\w{{1,3}} )?[{S['date']}{S['period']}],? (?:{articles} ?)?"
    return re.compile(rf"{separator}(?:{articles} ?)?"), re.compile(rf"{beside}|{when}")


class Grouper:
    """The reductions of one language, in their order."""

    def __init__(self, language: Language, capitals: Mapping[str, str]) -> None:
        grammar = language.grammar
        genitive = rf"(?:{alternation(grammar.genitive)})"
        determiner = rf"(?:(?:{alternation(grammar.determiners)}) ?)*"
        organ = bounded(grammar.organs)
        body = f"[{S['org']}{S['forum']}]"
        again = rf"(?:: | - |, | ?– ?| ?\" ?){determiner}"
        self._apposed = re.compile(rf"({S['forum']})(?:{again})({S['forum']})")
        self._compounds = {fold(front): state for front, state in grammar.compounds.items()}
        front = rf"{bounded(self._compounds)}|{S['demonym']}"
        self._compound = re.compile(rf"(?<![a-z-])({front})-({S['demonym']})") if self._compounds else NEVER
        self._organ = re.compile(rf"({body})(?:'s?)? {organ}|{organ} {genitive} ?({body})")
        self._group = _groups(grammar)
        self._observer = re.compile(bounded(language.classes.get("observing", ())))
        self._ministries = Ministries(language)
        self._capitals = capitals
        self._compile_places(language)
        item = rf"(?:{alternation(grammar.list_items)} ?)*"
        separators = [w for w in grammar.separators if not w.startswith((";", "."))]
        separator = rf" ?(?:{alternation(separators)}) ?{determiner}{item}{determiner}"
        wide = rf" ?(?:{alternation(grammar.separators)}) ?{determiner}{item}{determiner}"
        self._bodies = PartyLists(language)
        self._joint, self._along = _breaths(language, separator)
        absent = language.persons.absent
        spoken = rf"{bounded(absent)} (?:{bounded(grammar.determiners)} )?{S['person']}" if absent else "(?!)"
        self._absent = re.compile(rf"{spoken}(?: \w{{1,3}}(?: \w{{1,3}})? {S['person']})*")
        whose = rf"(?:{bounded(language.persons.possessives)} )?"  # `A, and her counterpart, B`
        self._persons = re.compile(rf"{S['person']}(?:{wide}{whose}{S['person']})*")

    def _compile_places(self, language: Language) -> None:
        """Cities with their states, and capitals told as such."""
        grammar, state, demonym = language.grammar, S["state"], S["demonym"]
        genitive = rf"(?:{alternation(grammar.genitive)})"
        determiner = rf"(?:(?:{alternation(grammar.determiners)}) ?)*"
        link = alternation(grammar.place_links)
        self._place = [
            re.compile(rf"({S['city']})(?:, ?| ?\(| ){link}? ?({state})\)?"),
            re.compile(rf"({S['city']}) ?\([a-z' -]{{0,30}}{S['city']}?\) ?, ?{link}? ?({state})"),
            re.compile(rf"({S['city']}) ?, ?({S['city']}), ?({state})"),
            re.compile(rf"({S['city']}) ?, ?({S['city']})(?![{S['city']}])"),
        ]
        capital = bounded(grammar.capital)
        of_state = rf"{capital} (?:{demonym}|{genitive} ?{determiner}{state})|[{demonym}{state}](?:'s?)? {capital}"
        self._capital = re.compile(of_state)
        self._its_capital = re.compile(rf"({S['city']}) ?[,(] ?{determiner}({S['city']})\)?")

    def joins(self, between: str, behind: str) -> bool:
        """Whether the words between two meetings put them into one breath.

        Behind a comma a new clause may begin: `the conference, and the meeting of officials led up to it`.
        """
        is_clause = between.startswith(",") and behind.lstrip(")\"'")[:2].strip()[:1].isalpha()
        return not is_clause and self._joint.fullmatch(between) is not None

    def goes_along(self, between: str) -> bool:
        """Whether the words between two meetings put one beside the other, each at its time: `preceded by the`."""
        return self._along.fullmatch(between) is not None

    def bodies(self, masked: Masked, ministries: Known) -> None:
        """Absorb acronyms in brackets; let a government stand for its state; `ministries` are those of the page."""
        self._ministries.reduce(masked, ministries)
        masked.reduce(self._compound, self._of_two, _DEMONYM)
        if "(" in masked.text:
            masked.reduce(_ACRONYM, self._absorb, _KINDS)
            masked.reduce(_SPELLED, _spelled, _ORG)
            masked.reduce(_TITLED, _titled, _PERSON)
        masked.reduce(self._apposed, _same, _FORUM)
        if masked.has(_FORUM):
            found = self._organ.finditer(masked.text)
            masked.replace([_veiled(match, masked) for match in found if match[2]])
        masked.reduce(self._organ, _organ, _ORG | _FORUM)
        if masked.has(_ORG):
            masked.replace([_group(match, masked) for match in self._group.finditer(masked.text)])

    def _absorb(self, match: re.Match[str], masked: Masked) -> Item | None:
        """A body with what stands behind it in brackets: its acronym, or that it only observes."""
        first = masked.items[match.start()]
        others = masked.inside(match.start() + 1, match.end())
        if any(o.kind in _KINDS and o.value != first.value for o in others):
            return None
        start, end = _whole(match, masked)
        form = OBSERVER if self._observer.search(masked.folded[first.end : end]) else ""
        return Item(first.kind, start, end, first.value, city=first.city, is_both=first.is_both, form=form)

    def _of_two(self, match: re.Match[str], masked: Masked) -> Item:
        """What is of two states: `Franco-Senegalese`."""
        start, end = _whole(match, masked)
        second = masked.items[match.start(2)]
        first = masked.items.get(match.start(1)) or replace(second, value=self._compounds[match[1]], end=second.start)
        return replace(second, start=start, end=end, members=(replace(first, start=start), second))

    def places(self, masked: Masked) -> None:
        """A city with its country becomes one place, and so does `the Chilean capital`."""
        masked.reduce(self._capital, self._of_state, _STATE)
        masked.reduce(self._its_capital, _capital, _CITY)
        for pattern in self._place:
            masked.reduce(pattern, _place, _CITY)

    def _of_state(self, match: re.Match[str], masked: Masked) -> Item | None:
        state = masked.inside(match.start(), match.end())[0].value
        start, end = _whole(match, masked)
        city = self._capitals.get(state)
        return Item("city", start, end, city, country=state, explicit=True) if city else None

    def long_lists(self, masked: Masked) -> None:
        """Lists of three and more, in which a forum is a member and not a meeting."""
        self._bodies.long(masked)

    def lists(self, masked: Masked) -> None:
        """Lists of states and bodies, and lists of persons, become one item each."""
        self._bodies.short(masked)
        masked.replace([absent for match in self._absent.finditer(masked.text) for absent in _absent(match, masked)])
        masked.reduce(self._persons, _persons, _PERSON)


def _whole(match: re.Match[str], masked: Masked) -> tuple[int, int]:
    return masked.starts[match.start()], masked.ends[match.end() - 1]


def _spelled(match: re.Match[str], masked: Masked) -> Item | None:
    """A body with its name in full: what begins with the first letter of its acronym and has capitals throughout."""
    body = masked.items[match.start(2)]
    initial = masked.folded[body.start]
    for word in re.finditer(r"\S+", match[1]):
        start = masked.starts[match.start(1) + word.start()]
        name = masked.original[start : body.start].rstrip("( ").split()
        if word.group()[0] == initial and len(name) > 1 and all(w[0].isupper() for w in name if len(w) > _SMALL):
            return replace(body, start=start, end=masked.ends[match.end() - 1])
    return None


def _same(match: re.Match[str], masked: Masked) -> Item | None:
    """A forum named twice in one breath: `Conference on Migration: the Lima Process`."""
    first, second = masked.inside(match.start(), match.end())
    if first.value != second.value:
        return None
    start, end = _whole(match, masked)
    return replace(first, start=start, end=end, is_series=first.is_series or second.is_series)


def _titled(match: re.Match[str], masked: Masked) -> Item:
    """A person with the acronym that follows the body of the title."""
    return replace(masked.items[match.start()], end=masked.ends[match.end() - 1])


def _veiled(match: re.Match[str], masked: Masked) -> tuple[int, int, Item]:
    """A forum whose organ is named before it stands for neither a forum nor a meeting; the word for the organ stays."""
    at = match.end() - 1
    body = masked.items[at]
    return at, at + 1, replace(body, kind="other") if body.kind == "forum" else body


def _groups(grammar: Grammar) -> re.Pattern[str]:
    """A body with the word for its states: `EU countries`, `countries of the EU`."""
    if not grammar.groups:
        return NEVER
    words, genitive = bounded(grammar.groups), alternation(grammar.genitive)
    return re.compile(rf"({S['org']})(?:'s?)? {words}|{words} (?:{genitive}) ?({S['org']})")


def _group(match: re.Match[str], masked: Masked) -> tuple[int, int, Item]:
    """A body whose states are named stands for itself no more: `ministers of the EU countries`."""
    at = match.start(1) if match[1] else match.start(2)
    return at, at + 1, replace(masked.items[at], kind="other")


def _organ(match: re.Match[str], masked: Masked) -> Item:
    """An organ of a body is written as the body; that of a forum stands for neither a forum nor a meeting."""
    body = masked.inside(match.start(), match.end())[0]
    start, end = _whole(match, masked)
    return Item("other" if body.kind == "forum" else "org", start, end, body.value)


def _place(match: re.Match[str], masked: Masked) -> Item | None:
    found = masked.inside(match.start(), match.end())
    city, last = found[0], found[-1]
    country = last.value if last.kind == "state" else last.country
    start, end = _whole(match, masked)
    namesake = dict(city.rivals).get(country) if last.kind == "state" else None
    if namesake is not None:
        return Item("city", start, end, namesake, country=country, explicit=True)
    if last.kind == "city":
        if last.value == city.value or country != city.country:
            return None
        return Item("city", start, end, city.value, country=country)
    if country != city.country and city.country:
        return None
    return Item("city", start, end, city.value, country=country, explicit=True)


def _capital(match: re.Match[str], masked: Masked) -> Item | None:
    """A city and the words that say whose capital it is: `Lima, the capital of Peru`."""
    city, capital = masked.inside(match.start(), match.end())
    same = capital.explicit and city.value == capital.value
    return replace(capital, start=city.start) if same else None


def _absent(match: re.Match[str], masked: Masked) -> Iterator[tuple[int, int, Item]]:
    """Persons for whom others come, who take part in nothing: `on behalf of the president NAME`."""
    for at in range(*match.span()):
        if at in masked.items and masked.items[at].kind == "person":
            yield at, at + 1, replace(masked.items[at], kind="other", members=(masked.items[at],))


def _persons(match: re.Match[str], masked: Masked) -> Item | None:
    members = tuple(masked.inside(match.start(), match.end()))
    start, end = _whole(match, masked)
    return Item("persons", start, end, members[0].value, members=members)
