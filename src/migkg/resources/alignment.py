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

_MARK = re.compile(r"^-(?= )|(?:^|(?<=\s))\|(?=\s|$)", re.MULTILINE)
"""What the reader of pages sets before entries of a list and around cells of a table; a page may have it too."""


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
    marks = {found.start() for found in _MARK.finditer(text)}
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

    def after(self, place: Place) -> Place | None:
        """The place of the next letter of the page."""
        piece, number = place[0], place[1] + 1
        while piece < len(self._pieces):
            if number < len(self.letters(piece)):
                return piece, number
            piece, number = piece + 1, 0
        return None


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
    """Place what stands between two placed letters, if it is all that the page has between them."""
    known = [at for at, place in enumerate(places) if place is not None]
    for left, right in itertools.pairwise(known):
        if right > left + 1:
            gap = range(left + 1, right)
            between = _between(page, places[left], places[right], len(gap))
            for wanted in (gap, [at for at in gap if letters[at].start not in marks]):
                if [letters[at].char for at in wanted] == [page.at(place).char for place in between]:
                    for at, place in zip(wanted, between, strict=True):
                        places[at] = place


def _between(page: _Pieces, start: Place | None, end: Place | None, most: int) -> list[Place]:
    """The places between two; none if there are more than asked for, or the second is before the first."""
    found: list[Place] = []
    place = page.after(start) if start and end and start < end else None
    while place is not None and place != end:
        found.append(place)
        if len(found) > most:
            return []
        place = page.after(place)
    return found


def _runs(
    page: _Pieces, letters: Sequence[Letter], places: Sequence[Place | None], marks: Set[int]
) -> Iterator[Placed]:
    """The letters in runs: one goes on while the page goes on."""
    run, expected, marked = 0, None, False
    for letter, place in zip(letters, places, strict=True):
        if place is None:
            if letter.start in marks:
                marked = True
                continue
            yield Placed(letter.start, UNKNOWN, UNKNOWN, UNKNOWN)
            expected = None
            continue
        there = page.at(place)
        torn = place[1] > 0 and not marked and there.spaced != letter.spaced
        if place != expected or torn:
            run += 1
        yield Placed(letter.start, there.start, there.end, run)
        expected, marked = page.after(place), False
