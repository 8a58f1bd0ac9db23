"""`claims` and `read`: what an article says, without a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from migkg.cli.gathering import PLACES, gather
from migkg.cli.modelling import model_options, only_read, proposed, tell_refused
from migkg.cli.options import article_lang_option, confidence_option, noise_options, say
from migkg.counts import counted
from migkg.model import Modality

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon
    from migkg.llm import Model
    from migkg.model import Article, Claim, Reading


@click.command()
@noise_options
@article_lang_option
@confidence_option
@model_options
@click.option(
    "--format", "form", type=click.Choice(("tsv", "json")), default="tsv", show_default=True, help="How to print."
)
@click.argument("files", nargs=-1, required=True, type=PLACES)
def claims(article_lang: str, least: float, form: str, files: tuple[str, ...], model: Model | None) -> None:
    """Print the claim table of each article: article, subject, predicate, object, evidence.

    No graph is needed. --format json tells the confidence of each claim too: the share of such claims that is
    right. FILES are text, Markdown, HTML or JSON lines, or folders of them; `-` is standard input. One that cannot be
    read is told, the others are read, and the exit code is 1. With --model, the table is what a language model at
    an OpenAI-compatible endpoint (key: $MIGKG_LLM_KEY) proposes and the text bears out; the rest is told with its
    reason.

    Example: migkg claims article.md > claims.tsv

    Example: migkg claims article.md --model qwen3:8b --endpoint http://localhost:11434/v1
    """
    from migkg import claim_table, pipeline

    only_read(least, model=model is not None)
    found: list[Claim] = []
    knowledge = pipeline.reading_knowledge()
    gathered = gather(files, article_lang, lambda: knowledge)
    for article in gathered.articles:
        reading = pipeline.read(article, knowledge, least) if model is None else _proposed(article, model, knowledge)
        found.extend(reading.claims)
        told = f"{counted(len(reading.claims), 'claim')}, {len(reading.rejected)} refused"
        say(f"{article.id}: {told}", verbose=bool(reading.claims))
        if model:
            tell_refused(reading)
    if form == "json":
        click.echo(claim_table.to_json(found))
    else:
        for line in claim_table.to_tsv(found):
            click.echo(line)
    gathered.end()


def _proposed(article: Article, model: Model, lexicon: Lexicon) -> Reading:
    from migkg import pipeline

    return pipeline.accept_table(article, proposed([article], model), lexicon, model.rule)


@click.command()
@noise_options
@article_lang_option
@confidence_option
@click.option("--html", "as_page", is_flag=True, help="Write the same as a web page that stands alone.")
@click.argument("file", type=PLACES)
def read(article_lang: str, least: float, as_page: bool, file: str) -> None:
    """Show FILE with its mentions in the text, then its claims and what was refused; of a folder, all its articles.

    Behind each claim stands its confidence; planned and reported ones are so marked. Of a web page, each quotation
    has its place in the file: line, and byte of the line.

    Example: migkg read --html article.md > article.html
    """
    from migkg import pipeline

    knowledge = pipeline.reading_knowledge()
    gathered = gather((file,), article_lang, lambda: knowledge)
    readings = (pipeline.read(article, knowledge, least) for article in gathered.articles)
    if as_page:
        _page(list(readings))
    else:
        for reading in readings:
            if len(gathered.articles) > 1:
                click.secho(f"{reading.article.id}:\n", bold=True)
            _show(reading)
    gathered.end()


def _page(readings: list[Reading]) -> None:
    from migkg.web import render
    from migkg.web.reading import shown

    click.echo(render.alone("reading", [shown(one) for one in readings], readings[0].article.lang), nl=False)


def _show(reading: Reading) -> None:
    from migkg.claim_table import place, quoted
    from migkg.web.reading import mentions

    text, at = reading.article.text, 0
    for span, value in mentions(reading):
        click.echo(text[at : span.start], nl=False)
        click.secho(f"[{span.exact}|{value}]", nl=False, bold=True)
        at = span.end
    click.echo(text[at:])
    click.echo()
    for claim in reading.stated:
        put = "" if claim.modality is Modality.STATED else f"  ({claim.modality.value})"
        click.echo(f"{claim.subject}  {claim.predicate}  {claim.object}  {claim.confidence:.2f}{put}")
        click.secho(f"    “{quoted(claim)}”  {place(reading.article, claim)}".rstrip(), dim=True)
    for refused in reading.rejected:
        click.echo(f"refused: {refused.text!r}: {refused.reason}")
