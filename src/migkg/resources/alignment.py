"""Letters of a text beside letters of a page, grown from the places that are known."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from migkg.page import UNKNOWN
from migkg.resources import markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from migkg.resources.markup import Letter

    Seed = tuple[int, int, int]
    """An offset of the text, and the piece and the offset in the source from which the letter there comes."""
    Place = tuple[int, int]
    """A piece of the page and the number of a letter in it."""

_MARK = re.compile(r"^-(?= )|^\|(?:-+\|)+(?=\s|$)|(?:^|(?<=\s))\|(?=\s|$)", re.MULTILINE)
"""What the reader of pages sets before entries of a list, around cells and under heads of a table; a page may have it
too."""


class Placed(NamedTuple):
    """A letter of the text by its offset, from where to where its source stands, and its run (see `Page`)."""

    offset: int
    start: int
    end: int
    run: int


def align(source: str, text: str, pieces: Sequence[tuple[int, int]], seeds: Sequence[Seed]) -> list[Placed]:
    """Every letter of the text with its place; unplaced marks of lists and tables are left out."""
    page, letters = _Pieces(source, pieces), markup.plain_letters(text)
    places: list[Place | None] = [None] * len(letters)
    marks = {at for found in _MARK.finditer(text) for at in range(*found.span())}
    _grow(page, letters, places, seeds)
    _bridge(page, letters, places, marks)
    return list(_runs(page, letters, places, marks))


class _Pieces:
    """The letters of the page, found when they are asked for: menus and the like never are."""

    def __init__(self, source: str, pieces: Sequence[tuple[int, int]]) -> None:
        self._source, self._pieces = source, pieces
        self._letters: dict[int, list[Letter]] = {}

    def letters(self, piece: int) -> list[Letter]:
        known = self._letters.get(piece)
        if known is None:
            known = self._letters[piece] = markup.letters(self._source, *self._pieces[piece])
        return known

    def at(self, place: Place) -> Letter:
        return self.letters(place[0])[place[1]]

    def is_spaced(self, start: int, end: int) -> bool:
        """Whether white space stands in this part of the page, outside of tags."""
        return markup.is_spaced(self._source, start, end)

    def beside(self, place: Place, step: int) -> Place | None:
        """The place of the next letter of the page (`step` 1), or of the one before (-1)."""
        piece, number = place[0], place[1] + step
        while 0 <= piece < len(self._pieces):
            if 0 <= number < len(self.letters(piece)):
                return piece, number
            piece += step
            number = 0 if step > 0 or not 0 <= piece < len(self._pieces) else len(self.letters(piece)) - 1
        return None

    def between(self, start: Place | None, end: Place | None, chars: Sequence[str]) -> list[Place]:
        """The places of all that stands between two places, if it is just these letters.

        At an end of the text, of what comes next: no words, whose tracers would have come out if they were the same.
        """
        behind = self._along(start, chars, 1)
        ahead = self._along(end, chars[::-1], -1)[::-1]
        if start and end:
            return behind if behind == ahead else []
        return [] if any(map(str.isalpha, chars)) else behind or ahead

    def _along(self, place: Place | None, chars: Sequence[str], step: int) -> list[Place]:
        """The places of these letters, beginning beside one; none unless all are there."""
        found = []
        for char in chars:
            place = self.beside(place, step) if place else None
            if place is None or self.at(place).char != char:
                return []
            found.append(place)
        return found


def _grow(page: _Pieces, letters: Sequence[Letter], places: list[Place | None], seeds: Sequence[Seed]) -> None:
    """Place what stands around each seed, as far as its piece and the text agree."""
    offsets = [letter.start for letter in letters]
    for offset, piece, spot in seeds:
        at = bisect_left(offsets, offset)
        number = bisect_left([letter.start for letter in page.letters(piece)], spot)
        for step in (1, -1):
            for other, letter in enumerate(page.letters(piece)[number::step]):
                here = at + step * other
                if not 0 <= here < len(letters) or letters[here].char != letter.char:
                    break
                if places[here] is None:
                    places[here] = piece, number + step * other


def _bridge(page: _Pieces, letters: Sequence[Letter], places: list[Place | None], marks: Set[int]) -> None:
    """Place what stands between placed letters, if the page goes on from one of them with just that."""
    known = [at for at, place in enumerate(places) if place is not None]
    taken = {place for place in places if place is not None}
    for left, right in itertools.pairwise([-1, *known, len(letters)]):
        gap = range(left + 1, right)
        start = places[left] if left >= 0 else None
        end = places[right] if right < len(letters) else None
        for wanted in ([*gap], [at for at in gap if letters[at].start not in marks]) if gap else ():
            found = page.between(start, end, [letters[at].char for at in wanted])
            if found and taken.isdisjoint(found):
                taken.update(found)
                for at, place in zip(wanted, found, strict=True):
                    places[at] = place
                break


def _runs(
    page: _Pieces, letters: Sequence[Letter], places: Sequence[Place | None], marks: Set[int]
) -> Iterator[Placed]:
    """The letters in runs: one goes on while the page goes on."""
    run, end, expected, marked = 0, 0, None, False
    for letter, place in zip(letters, places, strict=True):
        if place is None:
            if letter.start in marks:
                marked = True
                continue
            yield Placed(letter.start, UNKNOWN, UNKNOWN, UNKNOWN)
            expected = None
            continue
        there = page.at(place)
        if place != expected or not (marked or _is_joined_alike(page, place, end, letter.spaced)):
            run += 1
        yield Placed(letter.start, there.start, there.end, run)
        end, expected, marked = there.end, page.beside(place, 1), False


def _is_joined_alike(page: _Pieces, place: Place, end: int, spaced: bool) -> bool:
    """Whether the text has white space before a letter where the page has: behind `end`, where the letter before ends.

    A tag may stand for white space, but where the page has some the reader must not have joined the words: it drops
    control characters that are white space to others (U+001C to U+001F, form feeds).
    """
    if place[1] > 0:
        return page.at(place).spaced == spaced
    return spaced or not page.is_spaced(end, page.at(place).start)
