"""The articles in the files and folders that a command is given: one that is bad keeps none of the others out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from migkg.cli.options import Place, say
from migkg.errors import DataError, MigkgError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from migkg.lexicon import Lexicon
    from migkg.model import Article

PLACES = Place(exists=True, readable=False, allow_dash=True)
"""Files, folders of files, and `-`: a name of nothing is a wrong call, of which nothing is done; what is there and
cannot be read is bad data.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The articles that can be read, and how many files or articles cannot: these have been told."""

    articles: Sequence[Article]
    bad: int = 0

    def end(self) -> None:
        """Once the good articles are through: the exit code of bad data, if there was any."""
        if self.bad:
            say(f"{self.bad} not read, {len(self.articles)} read")
            sys.exit(MigkgError.exit_code)


def gather(places: Sequence[str], lang: str, known: Callable[[], Lexicon]) -> Gathered:
    """The articles of all files, and of all files in the folders.

    What is wrong with a file is told at once; where it is all there is, it is the error of the command. `known` gives
    the lexicons: whether there is one for each article is seen before anything is made of the others.
    """
    faults: list[MigkgError] = []
    found = _in_language(_articles(places, lang, faults), known, faults)
    if len(faults) == 1 and not found:
        raise faults[0]
    for fault in faults:
        click.echo(f"migkg: {fault}", err=True)
    gathered = Gathered(articles=found, bad=len(faults))
    if not found:
        gathered.end()
    return gathered


def _articles(places: Sequence[str], lang: str, faults: list[MigkgError]) -> list[Article]:
    from migkg import resources

    found: list[Article] = []
    for place in places:
        for path in _files(place, faults):
            lines: list[DataError] = []
            try:
                found += resources.read_articles(path, lang=lang, faults=lines)
            except MigkgError as fault:
                faults.append(fault)
            faults += lines
    return found


def _files(place: str, faults: list[MigkgError]) -> list[str]:
    """A file itself; of a folder the files that can hold articles, and how many others lie there is said."""
    folder = Path(place)
    if not folder.is_dir():
        return [place]
    from migkg import resources

    try:
        files = resources.article_files(folder)
    except MigkgError as fault:
        faults.append(fault)
        return []
    others = sum(1 for _ in folder.iterdir()) - len(files)
    if others:
        say(f"{place}: {others} left out, which by their names are no articles")
    return [str(path) for path in files]


def _in_language(articles: list[Article], known: Callable[[], Lexicon], faults: list[MigkgError]) -> list[Article]:
    """The articles whose language is known; one that is alone says so itself when it is read."""
    if len(articles) + len(faults) < 2:
        return articles
    from migkg import pipeline

    lexicon, found = known(), []
    for article in articles:
        try:
            found.append(pipeline.in_language(article, lexicon))
        except MigkgError as fault:
            faults.append(fault)
    return found
