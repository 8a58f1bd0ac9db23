"""The genre of each article of a collection: the column `genre` of the table that lists its articles."""

from __future__ import annotations

from migkg.errors import DataError, Place

ID, GENRE = "id", "genre"
UNKNOWN = "unknown"
"""The genre of an article of which the table says nothing."""


def parse_genres(text: str, path: str) -> dict[str, str]:
    """Article -> genre, from a tab-separated table whose header names `id` and `genre` among its columns.

    Rows without a genre are `UNKNOWN`; lines that are empty are passed over.
    """
    lines = [[cell.strip() for cell in line.split("\t")] for line in text.split("\n")]
    header = lines[0]
    for column in (ID, GENRE):
        if column not in header:
            raise DataError(
                f"the table of articles has no column '{column}'",
                hint=f"its first line names the columns, '{ID}' and '{GENRE}' among them, separated by tabs",
                at=Place(path=path, line=1),
            )
    where, what = header.index(ID), header.index(GENRE)
    genres: dict[str, str] = {}
    for number, cells in enumerate(lines[1:], 2):
        article = cells[where] if where < len(cells) else ""
        if article in genres:
            raise DataError(
                f"article '{article}' is listed twice",
                hint="keep one of its lines",
                at=Place(path=path, line=number),
            )
        if article:
            genres[article] = (cells[what] if what < len(cells) else "") or UNKNOWN
    return genres
