"""`claims` and `read`: what an article says, without a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from migkg.cli.options import noise_options, say
from migkg.model import Evidence, Modality

if TYPE_CHECKING:
    from migkg.model import Article, Claim

FILES = click.Path(dir_okay=False, allow_dash=True)
ARTICLE_LANG = click.option(
    "--article-lang", default="", metavar="LANG", help="Language of the articles.  [default: detected]"
)


@click.command()
@noise_options
@ARTICLE_LANG
@click.option("--format", "form", type=click.Choice(("tsv", "json")), default="tsv", show_default=True)
@click.argument("files", nargs=-1, required=True, type=FILES)
def claims(article_lang: str, form: str, files: tuple[str, ...]) -> None:
    """Print the claim table of each article: article, subject, predicate, object, evidence.

    No graph is needed. FILES are text, Markdown, HTML or JSON lines; `-` is standard input.
    """
    from migkg import claim_table, pipeline, resources

    found: list[Claim] = []
    knowledge = pipeline.reading_knowledge()
    for path in files:
        for article in resources.read_articles(path, lang=article_lang):
            reading = pipeline.read(article, knowledge)
            found.extend(reading.claims)
            say(f"{article.id}: {len(reading.claims)} claims, {len(reading.rejected)} refused", verbose=True)
    if form == "json":
        click.echo(claim_table.to_json(found))
        return
    for line in claim_table.to_tsv(found):
        click.echo(line)


@click.command()
@noise_options
@ARTICLE_LANG
@click.argument("file", type=FILES)
def read(article_lang: str, file: str) -> None:
    """Show FILE with its mentions in the text, then its claims, planned and reported ones so marked, and what was refused.

    Of a web page, each quotation has its place in the file: line, and byte of the line.
    """
    from migkg import pipeline, resources
    from migkg.claim_table import quoted

    knowledge = pipeline.reading_knowledge()
    for article in resources.read_articles(file, lang=article_lang):
        reading = pipeline.read(article, knowledge)
        at = 0
        for span, kind, value in sorted(reading.mentions, key=lambda m: (m[0].start, -m[0].end)):
            if span.start < at:
                continue
            click.echo(article.text[at : span.start], nl=False)
            click.secho(f"[{span.exact}|{kind} {value}]", nl=False, bold=True)
            at = span.end
        click.echo(article.text[at:])
        click.echo()
        for claim in reading.claims:
            put = "" if claim.modality is Modality.STATED else f"  ({claim.modality.value})"
            click.echo(f"{claim.subject}  {claim.predicate}  {claim.object}{put}")
            click.secho(f"    “{quoted(claim)}”{_place(reading.article, claim)}", dim=True)
        for refused in reading.rejected:
            click.echo(f"refused: {refused.text!r}: {refused.reason}")


def _place(article: Article, claim: Claim) -> str:
    """Where a web page has the evidence, as editors and compilers write it; nothing where that is not known."""
    page, evidence = article.page, claim.evidence
    if page is None or not isinstance(evidence, Evidence) or evidence.page is None:
        return ""
    line, byte = page.place(evidence.page[0])
    return f"  {article.path}:{line}:{byte}"
