"""Page models to HTML: the only place that knows the template engine.

Every text is escaped by the engine (autoescape for all templates); nothing marks a text of the graph as safe.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from migkg import __version__, resources
from migkg.web import articles, dates, layout, paths

STATIC = Path(__file__).parent / "static"
"""Style sheets, scripts and pictures, as they are sent."""

NAVIGATION = ("index", "search", "ask", "queries", "map", "timeline", "network", "conflicts", "ontology", "sparql",
              "downloads", "about")  # fmt: skip

Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the pages stand: `live` where a server answers forms, `base` the address of the root, ending in a slash."""

    live: bool
    base: str


@cache
def texts() -> Mapping[str, Texts]:
    """Language -> section -> key -> words of the pages."""
    return {lang: tomllib.loads(text) for lang, text in resources.page_texts()}


def languages() -> tuple[str, ...]:
    """The languages of the pages, English first."""
    return tuple(sorted(texts(), key=lambda lang: (lang != "en", lang)))


def page(template: str, model: object, path: str, lang: str, site: Site) -> str:
    """The HTML of a page; `path` is its path without language and ending, from which its links are counted.

    The template sees `page` (the model), `t` (words by section and key), `lang`, `languages`, `site`, `path`, and the
    filters `url` (a path as a link), `lang_url`, `absolute`, `asset`, `data_url`, `spoken` and `span` (dates),
    `parts` (of facts), `in_columns`, `flowing` (pieces of a text).
    """
    return (
        _environment()
        .get_template(f"{template}.html")
        .render(
            page=model,
            t=texts()[lang],
            lang=lang,
            languages=languages(),
            site=site,
            path=path,
            navigation=NAVIGATION,
            version=__version__,
            here=paths.document(path, lang),
        )
    )


def alone(template: str, model: object, lang: str) -> str:
    """The HTML of a page that is no part of the site: in one file, linked to nothing; in English if need be."""
    known = lang if lang in texts() else languages()[0]
    return _environment().get_template(f"_{template}.html").render(page=model, t=texts()[known], lang=known)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        url=_url, lang_url=_lang_url, absolute=_absolute, asset=_asset, data_url=_data_url,
        spoken=_spoken, span=_span, thousands=_thousands, parts=layout.parts, in_columns=layout.in_columns,
        flowing=articles.flowing,
    )  # fmt: skip
    return environment


@jinja2.pass_context
def _url(context: jinja2.runtime.Context, path: str) -> str:
    """The link from the page at hand to the document at a path, in the same language."""
    return paths.relative(paths.document(path, context["lang"]), context["here"])


@jinja2.pass_context
def _lang_url(context: jinja2.runtime.Context, lang: str) -> str:
    """The link to the page at hand in another language."""
    return paths.relative(paths.document(context["path"], lang), context["here"])


@jinja2.pass_context
def _absolute(context: jinja2.runtime.Context, lang: str) -> str:
    """The whole address of the page at hand in a language, as search engines want it."""
    return f"{context['site'].base}{paths.quoted(paths.document(context['path'], lang))}"


@jinja2.pass_context
def _asset(context: jinja2.runtime.Context, path: str) -> str:
    """The link to a file that has no languages: a style sheet, a script, a download.

    Files of the design carry their version, so that browsers need not ask again.
    """
    known = versions().get(path)
    link = paths.relative(path, context["here"])
    return f"{link}?v={known}" if known else link


@jinja2.pass_context
def _data_url(context: jinja2.runtime.Context, address: str, ending: str) -> str:
    """The link to the data about a thing."""
    return paths.relative(paths.data(paths.key_of(address) or "", ending), context["here"])


@jinja2.pass_context
def _spoken(context: jinja2.runtime.Context, date: str) -> str:
    """A date as people write it in the language of the page."""
    return dates.spoken(date, context["t"]["date"])


@jinja2.pass_context
def _span(context: jinja2.runtime.Context, start: str, end: str) -> str:
    """From a date to another."""
    return dates.span(start, end, context["t"]["date"])


def _thousands(number: int) -> str:
    """A number with a narrow no-break space between groups of three digits."""
    return f"{number:,}".replace(",", "\u202f")


def static_files() -> list[tuple[str, bytes]]:
    """(path, content) of every file under `static/`, sorted."""
    found: list[tuple[str, Any]] = [
        (f"static/{file.relative_to(STATIC).as_posix()}", file.read_bytes())
        for file in sorted(STATIC.rglob("*"))
        if file.is_file()
    ]
    return found


@cache
def versions() -> Mapping[str, str]:
    """Path under `static/` -> a hash of the file; fonts have none, for style sheets name them without."""
    return {
        path: hashlib.sha256(content).hexdigest()[:10]
        for path, content in static_files()
        if not path.startswith("static/fonts/")
    }


def _stamp() -> str:
    """A hash of all templates and of the files that they name: part of the entity tags of pages."""
    digest = hashlib.sha256()
    for file in sorted((Path(__file__).parent / "templates").rglob("*.html")):
        digest.update(file.read_bytes())
    digest.update("".join(versions().values()).encode())
    return digest.hexdigest()


STAMP = _stamp()
