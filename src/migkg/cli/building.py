"""`build`, `ingest`, `retract`: commands that change the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from migkg.cli.gathering import PLACES, Gathered, gather
from migkg.cli.modelling import model_options, only_read, proposed, tell_refused
from migkg.cli.options import Place, article_lang_option, confidence_option, noise_options, say, store_option
from migkg.cli.progress import progress
from migkg.counts import counted
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.claim_table import ClaimRow
    from migkg.llm import Model
    from migkg.model import Article
    from migkg.pipeline import Report

TABLE = Place(exists=True, dir_okay=False, readable=False)
_COUNTED = ("claim", "article", "contradiction", "violation")


@click.command()
@store_option
@noise_options
@confidence_option
@click.argument("articles", nargs=-1, type=PLACES)
def build(store: Path, least: float, articles: tuple[str, ...]) -> None:
    """Build the graph from the shipped ontology, tables and articles, and the given ARTICLES.

    The graph that was there is replaced in one step when the new one is complete: articles that were
    ingested before and are not given now are no longer in it. ARTICLES are files or folders; one that cannot
    be read is told, and the exit code is 1.

    Example: migkg build --store build/graph
    """
    from migkg import pipeline

    given = _read(articles)
    with progress() as step:
        report = pipeline.build(store, given.articles, least=least, step=step)
    _summary(store, report)
    given.end()


@click.command()
@store_option
@noise_options
@click.option("--claims", "table", type=TABLE, help="Take the articles' claims from this table.")
@model_options
@article_lang_option
@confidence_option
@click.argument("files", nargs=-1, type=PLACES)
def ingest(
    *, store: Path, table: str | None, article_lang: str, least: float, files: tuple[str, ...], model: Model | None
) -> None:
    """Add articles to the graph; one with the id of an article that is there replaces it.

    FILES are text, Markdown with front matter (id, lang, title, published, url), HTML or JSON lines, or folders of
    them; `-` is standard input. One that cannot be read is told, the others enter, and the exit code is 1. With
    --claims, a claim table made elsewhere is checked against the texts and entered; with --model, the table that a
    language model proposes at an OpenAI-compatible endpoint (key: $MIGKG_LLM_KEY). Changed tables of data/reference
    are taken up as well, without FILES they alone.

    Example: migkg ingest article.md

    Example: migkg ingest article.md --model qwen3:8b --endpoint http://localhost:11434/v1
    """
    from migkg import pipeline

    if table and model:
        raise UsageError("--claims and --model exclude each other", hint="take the claims from one of them")
    only_read(least, table=table is not None, model=model is not None)
    given = _read(files, article_lang)
    rows = _rows(table, given.articles, model)
    with progress() as step:
        rule = model.rule if model else pipeline.TABLE
        report = pipeline.ingest(store, given.articles, rows=rows, rule=rule, least=least, step=step)
    for reading in report.readings:
        told = f"{counted(len(reading.claims), 'claim')}, {len(reading.rejected)} not understood or refused"
        say(f"{reading.article.id}: {told}")
        tell_refused(reading, verbose=rows is None)
    _summary(store, report)
    given.end()


@click.command()
@store_option
@noise_options
@click.argument("article")
def retract(store: Path, article: str) -> None:
    """Remove ARTICLE (its id) from the graph, and what rested on it alone.

    Example: migkg retract article
    """
    from migkg import pipeline

    with progress() as step:
        report = pipeline.retract(store, article, step=step)
    _summary(store, report)


def _rows(table: str | None, articles: Sequence[Article], model: Model | None) -> list[ClaimRow] | None:
    """The claims that come from elsewhere; None where the articles are to be read here."""
    from migkg import claim_table, resources

    if model:
        return proposed(articles, model)
    return claim_table.parse(resources.read_text(Path(table)), table) if table else None


def _read(places: tuple[str, ...], lang: str = "") -> Gathered:
    """The articles of all files; UsageError where two have one id, of which one would be lost."""
    from migkg import pipeline

    found: dict[str, Article] = {}
    given = gather(places, lang, pipeline.reading_knowledge)
    for article in given.articles:
        if article.id in found:
            first = found[article.id]
            one, other = (first.path, article.path) if first.path != article.path else map(_place, (first, article))
            raise UsageError(
                f"{one} and {other} both give the article '{article.id}'",
                hint="rename a file, or give its text another id",
            )
        found[article.id] = article
    return given


def _place(article: Article) -> str:
    return f"{article.path}:{article.line}"


def _summary(store: Path, report: Report) -> None:
    counts = report.counts
    parts = f"{counted(counts['facts'], 'fact')}, {counts['inferred']:,} inferred"
    others = ", ".join(counted(counts[f"{noun}s"], noun) for noun in _COUNTED)
    say(f"{store}: {counted(counts['triples'], 'triple')} ({parts}), {others}")
