"""The texts of a release that are no pages: how to cite it, and its licence."""

from __future__ import annotations

from migkg import __version__
from migkg.web import render
from migkg.web.metadata import LICENCE


def citation(base: str) -> str:
    """A CITATION.cff (<https://citation-file-format.github.io>) for the data."""
    words = render.texts()["en"]["dataset"]
    keywords = "".join(f"  - {_quoted(word)}\n" for word in words["keywords"].split("; "))
    return (
        "cff-version: 1.2.0\n"
        "type: dataset\n"
        f"title: {_quoted(words['title'])}\n"
        f"abstract: {_quoted(words['description'])}\n"
        f"version: {_quoted(__version__)}\n"
        f"authors:\n  - name: {_quoted(words['publisher'])}\n"
        "license: CC-BY-4.0\n"
        f"url: {_quoted(base)}\n"
        f"keywords:\n{keywords}"
        f"message: {_quoted(render.texts()['en']['about']['cite'])}\n"
    )


def licence() -> str:
    """The licence of the data and whose data it is in part, in every language of the pages."""
    lines = [
        f"{texts['dataset']['license']}\n{texts['site']['licence']}\n{texts['site']['attribution']}\n"
        for texts in render.texts().values()
    ]
    return "\n".join([f"{LICENCE[1:-1]}\n", *lines])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
