"""`diff`: what changed between two graphs."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from migkg.cli.options import lang_option, noise_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.pipeline.difference import Difference

FORMATS = ("text", "patch", "json")


@click.command()
@lang_option
@noise_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print.")
@click.argument("old", type=click.Path(exists=True))
@click.argument("new", type=click.Path(exists=True))
def diff(lang: str, form: str, old: str, new: str) -> None:
    """Tell what changed from OLD to NEW, and which evidence changed it.

    OLD and NEW are folders of graphs, or files of N-Quads that 'migkg export --format nquads' wrote. In words:
    articles, facts with the claims that came, went or changed their status, and figures. As a patch: RDF Patch,
    which turns the one graph into the other.

    Example: migkg diff before.nq build/graph
    """
    from migkg import pipeline

    found = pipeline.compare(Path(old), Path(new))
    for line in _WRITERS[form](found, lang):
        click.echo(line)


def _text(found: Difference, lang: str) -> Iterator[str]:
    from migkg import pipeline

    yield from pipeline.tell(found, lang)


def _patch(found: Difference, _lang: str) -> Iterator[str]:
    from migkg import pipeline

    yield from pipeline.patch(found)


def _json(found: Difference, _lang: str) -> Iterator[str]:
    content = asdict(found)
    del content["labels"]
    yield json.dumps(content, ensure_ascii=False, indent=2)


_WRITERS = {"text": _text, "patch": _patch, "json": _json}
