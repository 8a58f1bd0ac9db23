"""What a title is made of: how far it has been followed, the bodies met on the way, and what ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_LONGEST_NAME = 8
"""So many words at most make the name of a body whose acronym follows."""


@dataclass(frozen=True, slots=True)
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


def without_demonyms(sentence: Sentence, title: Title, items: Sequence[Item]) -> str:
    """The words of a title without those for its state: `ministre [marocain] des Affaires étrangères`."""
    cut = [i for i in items if i.kind == "demonym" and title.head < i.start and i.end <= title.title_end]
    start = cut[0].start if cut else title.title_end
    end = cut[0].end + 1 if cut else title.title_end
    return sentence.text[title.head : start] + sentence.text[end : title.title_end]


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
    closed = re.match(r" ?$|[,;.:)]| [-–—&] | \w{1,3} ", sentence.folded[end:])
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
