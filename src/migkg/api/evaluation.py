"""How well articles are read, measured against gold claim tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import claim_table, pipeline, resources
from migkg.claim_table.aliases import parse_aliases
from migkg.claim_table.evaluate import Judge
from migkg.claim_table.evaluate import evaluate as compare
from migkg.claim_table.genre import UNKNOWN, parse_genres
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from migkg.claim_table import ClaimRow
    from migkg.claim_table.aliases import Aliases
    from migkg.claim_table.figures import Evaluation
    from migkg.model import Reading

INDEX = "index.tsv"
"""The table of a collection's articles, beside the folder of its gold tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An evaluation, the language of each article, and where each claim's words stand.

    `quotes` maps (article, subject, predicate, object) to the words; `silent` counts claims on articles whose
    gold is empty; `guesses` are the confidence of each claim that is right or wrong, and whether it is right.
    """

    evaluation: Evaluation
    languages: Mapping[str, str]
    quotes: Mapping[tuple[str, str, str, str], str]
    silent: int
    guesses: Sequence[tuple[float, bool]]


def evaluate(gold: Path, articles: Path, aliases: Path | None = None) -> Measured:
    """Read the articles of a folder that have a gold table of the same stem, and compare.

    Aliases are read from `aliases.tsv` beside the folder of gold tables unless another file is named.
    """
    wanted = {path.stem: claim_table.parse(resources.read_text(path), str(path)) for path in sorted(gold.glob("*.tsv"))}
    if not wanted:
        raise UsageError(f"no gold tables in {gold}", hint="name a folder of ARTICLE.tsv files")
    lexicon = pipeline.reading_knowledge()
    readings: dict[str, Reading] = {}
    for path in resources.article_files(articles):
        for article in resources.read_articles(str(path)):
            if article.id in wanted:
                readings[article.id] = pipeline.read(article, lexicon)
    missing = sorted(set(wanted) - set(readings))
    if missing:
        raise UsageError(f"{articles} has no article '{missing[0]}'", hint="each gold table needs its article")
    named = aliases or gold.resolve().parent / "aliases.tsv"
    known = resources.read_text(named) if aliases or named.exists() else ""
    other = parse_aliases(known, str(named))
    found = {name: claim_table.rows_of(reading.claims) for name, reading in readings.items()}
    outcome = compare(wanted, found, aliases=other, linking=resources.linking_words())
    return Measured(
        evaluation=outcome,
        languages={name: reading.article.lang for name, reading in readings.items()},
        quotes={(r.article, r.subject, r.predicate, r.object): r.evidence for rows in found.values() for r in rows},
        silent=sum(len(outcome.outcomes[name].wrong) for name, rows in wanted.items() if not rows),
        guesses=[guess for name, rows in wanted.items() for guess in _guesses(readings[name], rows, other)],
    )


def _guesses(reading: Reading, gold: Sequence[ClaimRow], aliases: Aliases) -> Iterator[tuple[float, bool]]:
    """The confidence of each claim that the gold asks for or has not, and whether it is right."""
    judge = Judge(gold, aliases.of(reading.article.id), resources.linking_words())
    for claim in reading.claims:
        verdict = judge.verdict((claim.subject, claim.predicate, claim.object))
        if verdict:
            yield claim.confidence, verdict > 0


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
