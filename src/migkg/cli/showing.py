"""`why`, `conflicts`, `validate`, `stats`, `export`: what is in the graph, and what is wrong with it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from migkg.cli.options import FORMATS, format_option, lang_option, noise_options, say, store_option
from migkg.cli.output import write_rows
from migkg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from migkg.api.reasons import Answer
    from migkg.api.support import Support

REPORTS = ("turtle", "junit", "github")
"""Formats of validation beside those of every table."""
EXPORTS = ("turtle", "trig", "nquads", "ntriples", "jsonld")


@click.command()
@store_option
@lang_option
@noise_options
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "ntriples")),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.argument("subject")
@click.argument("predicate")
@click.argument("object")
def why(store: Path, lang: str, form: str, subject: str, predicate: str, object: str) -> None:
    """Show which sources state a fact and which say otherwise; for an inferred fact, the shortest proof.

    Terms are written as in the claim table (edition:SACM/10), as CURIEs (id:meeting/SACM/10), as local names
    (meeting/SACM/10, heldIn) or by name (Cochabamba).

    Example: migkg why meeting/SACM/9 heldIn Quito
    """
    from migkg import api
    from migkg.api import standing

    with api.open(store, lang=lang) as graph:
        answer = graph.why(subject, predicate, object)
        if form == "ntriples":
            for line in graph.proof_lines(answer.triple):
                click.echo(line)
        elif form == "json":
            told = {**asdict(answer), "proof": graph.proof_record(answer.triple)}
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            _tell(answer, tuple(graph.label(term) for term in answer.triple), standing.words(lang))
            for line in graph.proof_tree(answer.triple) if answer.inferred else ():
                click.echo(line)


def _tell(answer: Answer, labels: tuple[str, ...], words: Mapping[str, str]) -> None:
    state = "accepted" if answer.accepted else "not accepted"
    if answer.inferred:
        state = "follows from accepted facts" if answer.derived else "inferred"
    click.secho(f"{' · '.join(labels)}: {words.get(state, state)}", bold=True)
    for said in answer.claims:
        click.echo(f"\n{words.get(said.status, said.status)}: {claim_text(said, words)}")


def claim_text(said: Support, words: Mapping[str, str]) -> str:
    """A claim for people, on three lines: what it says, its words, where they stand; `words` tell how it is put."""
    quote = " ".join(said.quote.split())
    put = f"  ({words.get(said.modality, said.modality)})" if said.modality not in {"", Modality.STATED.value} else ""
    return f"{said.subject} {said.predicate} {said.object}{put}\n  “{quote}”\n  {_source(said)}"


def _source(said: Support) -> str:
    named = f"{said.title} ({said.source})" if said.title else said.source
    parts = [named, said.published, said.url]
    rule = f"read by rule {said.rule}" if said.rule else ""
    return ", ".join(part for part in (*parts, rule) if part)


@click.command()
@store_option
@lang_option
@noise_options
@format_option()
@click.option("--forum", default="", metavar="FORUM", help="Only this forum, its meetings and its memberships.")
@click.option(
    "--kind",
    default="",
    metavar="KIND",
    help="Only disagreements on this property (heldIn) or of this kind: count-rule, error, change-over-time, "
    "naming, both-true, open.",
)
def conflicts(store: Path, lang: str, form: str, forum: str, kind: str) -> None:
    """List what sources disagree on, one line for each source of each side, the accepted one first, with its words.

    Example: migkg conflicts --forum SACM --kind heldIn
    """
    from migkg import api
    from migkg.api import reasons, standing

    words = standing.words(lang)
    with api.open(store, lang=lang) as graph:
        rows = [
            (
                graph.label(one.focus),
                one.property,
                ", ".join(one.kinds),
                words.get(one.side.status, one.side.status),
                one.side.value,
                one.side.support.quote,
                one.side.support.source,
                one.side.support.published,
                one.side.support.url,
            )
            for one in reasons.held(graph.conflicts(forum=forum, kind=kind))
        ]
    if not rows:
        say("no disagreement of this kind")
    columns = ("subject", "property", "kind", "status", "value", "words", "source", "published", "url")
    write_rows(columns, rows, form)


@click.command()
@store_option
@lang_option
@noise_options
@format_option((*FORMATS, *REPORTS))
@click.option("--engine", type=click.Choice(("shifty", "pyshacl")), default="shifty", show_default=True,
              help="What validates: the same findings, pyshacl more slowly.")  # fmt: skip
def validate(store: Path, lang: str, form: str, engine: str) -> None:
    """Validate the graph against the shapes and the checks; exit 1 if there is a violation.

    turtle is a sh:ValidationReport, junit and github are for continuous integration.

    Example: migkg validate --format junit > findings.xml
    """
    from migkg import api, pipeline
    from migkg.api import findings
    from migkg.model import Severity

    found = pipeline.validate_store(store, engine=engine)
    with api.open(store, lang=lang) as graph:
        shown = findings.show(graph.store, found, lang)
    if form in findings.WRITERS:
        click.echo(findings.WRITERS[form](shown))
    else:
        write_rows(findings.COLUMNS, map(findings.row, shown), form)
    if any(finding.severity is Severity.VIOLATION for finding in found):
        sys.exit(1)


@click.command()
@store_option
@noise_options
@format_option()
def stats(store: Path, form: str) -> None:
    """Print figures about the graph: triples by graph, things by class, claims by status.

    Example: migkg stats --format json
    """
    from migkg import api

    with api.open(store) as graph:
        write_rows(("figure", "count"), graph.figures(), form)


@click.command()
@store_option
@noise_options
@click.option("--format", "form", type=click.Choice(EXPORTS), default="turtle", show_default=True, help="How to print.")
@click.option("--graph", "named", metavar="GRAPH", help="Only this graph: facts, inferred, reference, article/ID ...")
def export(store: Path, form: str, named: str | None) -> None:
    """Write the graph to standard output; nquads and ntriples are sorted and canonical.

    Example: migkg export --format turtle --graph facts > facts.ttl
    """
    from migkg import api

    with api.open(store) as graph:
        for piece in graph.export(form, named):
            sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
