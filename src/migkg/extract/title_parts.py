"""What a title is made of: how far it has been followed, the bodies met on the way, and what ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.light import light
from migkg.extract.vocabulary import alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Persons

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
CAPITAL = rf"(?:(?:[{UPPER}]\.){{2,4}}(?!\w)|[{UPPER}][\w’'.-]*\w|[{UPPER}]\.?)"
"""A word that begins with a capital, or initials."""
_BEFORE = re.compile(r"([^\W\d_][\w'’-]*|&)(,?) $")
_OVER_A_MEETING = r" ?{}(?:(?<=')| )(?:[\w'-]+\.? ){{0,2}}"
_OF_A_FORUM = re.compile(r"(?: [a-zà-ÿ]{1,16}){0,3} (?:[a-zà-ÿ]['’])?")
"""What stands between the word for a meeting and its forum."""
_UP_TO_COMMA = re.compile(r"(?: [^\W\d_]+){0,3}(?=,)")
_OPENING = re.compile(r"[\w-]+")
_NAMED = re.compile(rf"[{UPPER}][a-zà-ÿ]")
_POSSESSED = re.compile(r"'s?$")
_WORD = 4
"""Shorter words of a portfolio are articles and links."""
_LONGEST_NAME = 8
"""So many words at most make the name of a body whose acronym follows."""


@light(frozen=True, slots=True)
class Title:
    """A title in a sentence: `start` to `end` with its bodies, `head` to `title_end` its own words and portfolio.

    `words` are those of an earlier title that is meant again: `his Peruvian counterpart`.
    """

    start: int
    head: int
    title_end: int
    end: int
    body: str
    words: str = ""
    presides: bool = False
    """Whether it is that of one who presides over a meeting: `chair of the conference`."""


@dataclass(slots=True)
class Walk:
    """How far a title has been followed, and the bodies met on the way."""

    position: int
    end: int
    title_end: int
    linked: bool = True
    by_noun_link: bool = False
    units: int = 0
    strong: list[Item] = field(default_factory=list)
    weak: list[Item] = field(default_factory=list)
    code: str = ""
    office: int = 0
    """Where the words for the office end."""
    envoy: bool = False
    """Whether the title is that of one who is sent somewhere."""
    sent: bool = False
    """Whether what is named next is where an envoy is sent: `ambassador to Peru`."""


class Presiding:
    """Finds the titles of those who preside over a meeting, which its name goes on with."""

    def __init__(self, words: Persons) -> None:
        self._chair = re.compile(rf"{bounded(words.chairs)}{_OVER_A_MEETING.format(alternation(words.links))}")

    def end(self, sentence: Sentence, head: int, items: Sequence[Item]) -> tuple[int, str]:
        """Where the meeting ends over which the holder of a title presides, 0 if there is none; and its forum."""
        heads = [i for i in items if i.kind == "head" and i.start > head]
        match = self._chair.match(sentence.folded, head, heads[0].start) if heads else None
        if match is None or match.end() != heads[0].start:
            return 0, ""
        if any(i.kind in {"state", "org", "demonym"} and head < i.start < match.end() for i in items):
            return 0, ""
        forum = self._forum(sentence, heads[0].end, items)
        if forum is not None:
            return forum.end, code_of(forum)
        rest = _UP_TO_COMMA.match(sentence.folded, heads[0].end)
        return (rest.end() if rest is not None else heads[0].end), ""

    def _forum(self, sentence: Sentence, end: int, items: Sequence[Item]) -> Item | None:
        """The forum whose meeting ends here: `chair of the ministerial conference | of the Khartoum Process`."""
        near = (i for i in items if i.kind == "forum" and end < i.start)
        return next((i for i in near if _OF_A_FORUM.fullmatch(sentence.text, end, i.start)), None)


class Fronts:
    """The portfolio that stands before a title in languages that have it there: `Women's Affairs Minister`."""

    def __init__(self, words: Persons) -> None:
        known = (*words.fronts, *words.portfolio, *words.units, *words.prefixes) if words.fronts else ()
        self._words = frozenset(word for phrase in known for word in fold(phrase).split() if len(word) >= _WORD)
        self._joiners = frozenset(fold(w) for w in words.joiners)

    def start(self, sentence: Sentence, head: int, items: Sequence[Item]) -> int:
        """Where the capitalised words of a portfolio right before a title begin."""
        barred = [(i.start, i.end) for i in items if i.kind in {"org", "state", "demonym", "forum"}]
        start = position = head
        opening = _OPENING.match(sentence.folded, head)
        fronted = opening is not None and opening.group() in self._words
        while word := _BEFORE.search(sentence.text, max(0, position - 30), position):
            at, folded = word.start(1), fold(word[1])
            if any(left <= at < right for left, right in barred):
                break
            known = word[1][0].isupper() and _POSSESSED.sub("", folded) in self._words
            if not known and not (folded in self._joiners and (fronted or position != head)):
                break
            if position == head and word[2]:
                break
            position = at
            start = at if known else start
        return start


def rank(walk: Walk, item: Item) -> None:
    """Add a body in its rank: a state told after the unit of a ministry that deals with a body comes first."""
    first = walk.strong[0] if walk.strong else None
    state = item.kind in {"state", "demonym"}
    if first is not None and first.kind in {"org", "forum"} and state and walk.by_noun_link and walk.units:
        walk.strong.insert(0, item)
    else:
        walk.strong.append(item)


def take(walk: Walk, item: Item, end: int) -> None:
    """Add a body that ends the title."""
    walk.strong.append(item)
    walk.end = end


def without_demonyms(sentence: Sentence, title: Title, items: Sequence[Item]) -> str:
    """The words of a title without those for its state: `ministre [marocain] des Affaires étrangères`."""
    cut = [i for i in items if i.kind == "demonym" and title.head < i.start and i.end <= title.title_end]
    start = cut[0].start if cut else title.title_end
    end = cut[0].end + 1 if cut else title.title_end
    return sentence.text[title.head : start] + sentence.text[end : title.title_end]


def last_of_row(sentence: Sentence, titles: Sequence[Title], title: Title) -> Title:
    """The last of the titles that follow each other behind commas: `the Chair of X, Director of Y, NAME`."""
    for following in titles:
        if following.start == title.end + 2 and sentence.text[title.end : following.start] == ", ":
            title = following
    return title


def extend(walk: Walk, end: int) -> None:
    """Go on to the end of a word of the title."""
    walk.position = walk.end = walk.title_end = end
    walk.linked = False


def code_of(item: Item) -> str:
    """What the claim table writes for a body."""
    return f"org:{item.value}" if item.kind == "forum" else item.value


def ends(sentence: Sentence, item: Item, bodies: Mapping[int, Item]) -> bool:
    """Whether a body behind a comma is the last thing said of a person and not the first of a list."""
    rest = re.match(r" \([^()]{2,12}\)", sentence.text[item.end :])
    end = item.end + (rest.end() if rest else 0)
    closed = re.match(r" ?$|[,;.:)]| [-–—&(] ?| \w{1,3} ", sentence.folded[end:])
    if closed is None and not re.match(rf" [{UPPER}]", sentence.text[end : end + 2]):
        return False
    following = re.match(r",? (?:(?:and|y|e|et|the|la|le|el) )*", sentence.folded[end:])
    return following is None or end + following.end() not in bodies


def abbreviates(acronym: str, name: str, inside: bool) -> bool:
    """Whether an acronym is made of the first letters of a name, or of the last words of a text."""
    words = re.findall(rf"[{UPPER}][\w’'-]*", name)
    letters = "".join(c for c in acronym if c.isupper())
    if len(letters) < 2 or (not inside and len(name.split()) > _LONGEST_NAME):
        return False
    if inside:
        return any(word[0] == letters[0] for word in words[-len(letters) :])
    return bool(words) and words[0][0] == letters[0] and name.startswith(words[0])


def named(sentence: Sentence, joiner: re.Match[str]) -> bool:
    """Whether the short word behind a joiner begins with a capital, and so is no article: `and Bo Lind`."""
    return _NAMED.search(sentence.text, *joiner.span()) is not None
