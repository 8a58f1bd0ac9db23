"""The answer to a plain question as people and programs read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from migkg.cli.options import say
from migkg.cli.output import show
from migkg.cli.showing import claim_text
from migkg.counts import counted

if TYPE_CHECKING:
    from migkg.api import Asker, KnowledgeGraph, Reply
    from migkg.api.support import Support

_COLUMNS = ("subject", "property", "value", "words", "source", "published", "url")
_SHOWN = 20
"""A table for people shows so many claims; programs get all."""


def print_reply(graph: KnowledgeGraph, asker: Asker, reply: Reply, form: str, *, evidence: bool) -> None:
    """Print the answer, then (on standard error, for people) the SPARQL, other readings and the evidence."""
    from migkg.api import standing

    claims = list(asker.evidence(reply)) if evidence else []
    if form == "json":
        click.echo(json.dumps(_json(reply, claims, asker.caveat(reply)), ensure_ascii=False, indent=2))
        return
    show(reply.result, form, graph.label)
    if caveat := asker.caveat(reply):
        say(caveat)
    say(f"\n{reply.understood.sparql}")
    for other in reply.alternatives:
        say(f"\nanother reading, with {_size(other)}:\n{other.understood.sparql}")
    if claims and form == "table":
        words = standing.words(graph.lang)
        for claim in claims[:_SHOWN]:
            click.echo(f"\n{claim_text(claim, words)}")
    if len(claims) > _SHOWN and form == "table":
        say(f"{_SHOWN} of {counted(len(claims), 'claim')}; --format json shows all")


def _size(reply: Reply) -> str:
    if reply.understood.form.form == "ask":
        return "true" if reply.result.boolean else "false"
    return counted(len(list(reply.result.rows)), "row")


def _row(claim: Support) -> tuple[str, ...]:
    words = (claim.subject, claim.predicate, claim.object, claim.quote)
    return (*words, claim.source, claim.published, claim.url)


def _json(reply: Reply, claims: list[Support], caveat: str) -> dict[str, object]:
    """Everything that is known of the answer; `results` as in the SPARQL results format."""
    from migkg.api import results

    return {
        "question": reply.understood.question,
        "lang": reply.understood.lang,
        "sparql": reply.understood.sparql,
        "answer": json.loads(results.sparql_json(reply.result)),
        "caveat": caveat,
        "evidence": [dict(zip(_COLUMNS, _row(claim), strict=True)) for claim in claims],
        "alternatives": [
            {"sparql": other.understood.sparql, "answer": json.loads(results.sparql_json(other.result))}
            for other in reply.alternatives
        ],
    }
