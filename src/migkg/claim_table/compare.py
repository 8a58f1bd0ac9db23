"""When two claims say the same: codes strictly, names of persons loosely, themes and titles by their words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

PERSONS = frozenset({"hasSpeaker", "hasAttendee"})
DATES = frozenset({"startDate", "endDate"})
TEXTS = {"hasTheme": 0.6, "adopted": 0.85}
"""Predicates whose object is free text, and the Dice coefficient of words from which two texts are the same.

Documents need more than themes: two declarations may differ in the city alone.
"""
POSITION = 0.7

_STATE_AND_BODY = frozenset({"au", "ec"})  # Australia and the African Union, Ecuador and the European Commission
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "œ": "oe"}
)

Statement = tuple[str, str, str]
"""Subject, predicate, object as the claim table writes them."""


def fold(text: str) -> str:
    """Lower case without accents, words and the signs of codes (@ / +) separated by one space."""
    bare = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    bare = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+|[@/+]", bare))


def same_code(one: str, other: str) -> bool:
    """Whether two codes or cities are equal; `org:` may be left out unless a state has the same code."""
    a, b = (fold(code.removeprefix("org:")) for code in (one, other))
    if not a or a != b:
        return False
    return a not in _STATE_AND_BODY or one.startswith("org:") == other.startswith("org:")


def key(name: str) -> str:
    """The form in which an alias is looked up: folded, `org:` kept only where it tells a body from a state."""
    bare = fold(name.removeprefix("org:"))
    return f"org:{bare}" if name.startswith("org:") and bare in _STATE_AND_BODY else bare


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares claims; `linking` are the words on which two titles must not match ("of the")."""

    linking: frozenset[str]

    def words(self, text: str) -> set[str]:
        """The folded words that carry meaning."""
        return set(fold(text).split()) - self.linking

    def alike(self, one: str, other: str, dice: float) -> bool:
        """Whether two texts share most words, or one is a short form of the other."""
        few, many = sorted((self.words(one), self.words(other)), key=len)
        if not few:
            return False
        if 2 * len(few & many) >= dice * (len(few) + len(many)):
            return True
        contained = few <= many
        return contained and (len(many) <= 2 or (len(few) >= 2 and 3 * len(few) >= len(many)))

    def same_person(self, one: str, other: str) -> bool:
        """Whether two names can be the same person's: equal words, or at least two that all stand in the other."""
        bare = [re.sub("['’ʼ`]", "", name.removeprefix("person:")) for name in (one, other)]
        few, many = sorted(map(self.words, bare), key=len)
        return bool(few) and (few == many or (len(few) >= 2 and few <= many and len(many) <= len(few) + 3))

    def same_position(self, one: str, other: str) -> bool:
        """Whether two `Title @ ORG` agree: the organisation strictly, the title loosely."""
        (title, _, body), (title_2, _, body_2) = one.rpartition("@"), other.rpartition("@")
        return same_code(body.strip(), body_2.strip()) and self.alike(title, title_2, POSITION)

    def same_subject(self, one: str, other: str) -> bool:
        """Whether two subjects of the claim table are the same thing."""
        (kind, _, name), (kind_2, _, name_2) = one.partition(":"), other.partition(":")
        if fold(kind) != fold(kind_2):
            return False
        if fold(kind) == "person":
            return self.same_person(name, name_2)
        if fold(kind) == "event":
            a, b = self.words(name), self.words(name_2)
            return bool(a) and (a == b or len(a & b) >= max(2, min(len(a), len(b)) / 2))
        return bool(fold(name)) and fold(name) == fold(name_2)

    def same_object(self, predicate: str, one: str, other: str) -> bool:
        """Whether two objects of a predicate are the same."""
        if predicate in PERSONS or one.startswith("person:") or other.startswith("person:"):
            return self.same_person(one, other)
        if predicate == "hasPosition":
            return self.same_position(one, other)
        if predicate in TEXTS:
            return self.alike(one, other, TEXTS[predicate])
        return same_code(one, other)

    def same(self, one: Statement, other: Statement) -> bool:
        """Whether two claims say the same."""
        return one[1] == other[1] and self.same_subject(one[0], other[0]) and self.same_object(one[1], one[2], other[2])
