"""How well articles are read, measured against gold claim tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import claim_table, pipeline, resources
from migkg.claim_table.aliases import parse_aliases
from migkg.claim_table.evaluate import evaluate as compare
from migkg.claim_table.genre import UNKNOWN, parse_genres
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from migkg.claim_table import ClaimRow
    from migkg.claim_table.figures import Evaluation

INDEX = "index.tsv"
"""The table of a collection's articles, beside the folder of its gold tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An evaluation, the language of each article, and where each claim's words stand.

    `quotes` maps (article, subject, predicate, object) to the words; `silent` counts claims on articles whose
    gold is empty.
    """

    evaluation: Evaluation
    languages: Mapping[str, str]
    quotes: Mapping[tuple[str, str, str, str], str]
    silent: int


def evaluate(gold: Path, articles: Path, aliases: Path | None = None) -> Measured:
    """Read the articles of a folder that have a gold table of the same stem, and compare.

    Aliases are read from `aliases.tsv` beside the folder of gold tables unless another file is named.
    """
    wanted = {path.stem: claim_table.parse(resources.read_text(path), str(path)) for path in sorted(gold.glob("*.tsv"))}
    if not wanted:
        raise UsageError(f"no gold tables in {gold}", hint="name a folder of ARTICLE.tsv files")
    lexicon = pipeline.reading_knowledge()
    found: dict[str, list[ClaimRow]] = {}
    languages: dict[str, str] = {}
    for path in resources.article_files(articles):
        for article in resources.read_articles(str(path)):
            if article.id in wanted:
                reading = pipeline.read(article, lexicon)
                languages[article.id] = reading.article.lang
                found[article.id] = claim_table.rows_of(reading.claims)
    missing = sorted(set(wanted) - set(found))
    if missing:
        raise UsageError(f"{articles} has no article '{missing[0]}'", hint="each gold table needs its article")
    named = aliases or gold.resolve().parent / "aliases.tsv"
    known = resources.read_text(named) if aliases or named.exists() else ""
    outcome = compare(wanted, found, aliases=parse_aliases(known, str(named)), linking=resources.linking_words())
    quotes = {(r.article, r.subject, r.predicate, r.object): r.evidence for rows in found.values() for r in rows}
    silent = sum(len(outcome.outcomes[name].wrong) for name, rows in wanted.items() if not rows)
    return Measured(evaluation=outcome, languages=languages, quotes=quotes, silent=silent)


def genres(gold: Path, index: Path | None = None) -> dict[str, str]:
    """The genre of each article that has a gold table, `unknown` where the table of articles tells none.

    That table is `index.tsv` beside the folder of gold tables unless another file is named.
    """
    listed = index or gold.resolve().parent / INDEX
    if not listed.is_file():
        raise UsageError(
            f"no table tells the genres of the articles: {listed} does not exist",
            hint="name one that has the columns 'id' and 'genre' with --index FILE",
        )
    known = parse_genres(resources.read_text(listed), str(listed))
    return {path.stem: known.get(path.stem, UNKNOWN) for path in sorted(gold.glob("*.tsv"))}
