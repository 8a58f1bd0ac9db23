"""Where everything stands: one scheme of addresses for the server and for the static release.

    id/KEY              a thing itself: 303 to a page or to data
    page/KEY.LANG.html  its page         page/KEY            the same, by Accept-Language
    data/KEY.ENDING     its data (ttl, nt, jsonld, rdf)      data/KEY  the same, by Accept
    NAME.LANG.html      other pages: index, search, queries, queries/NAME, browse/KIND, conflicts, map ...

A *path* below is relative to the root of the site and has no leading slash; the last part of a *document* names
its language and form. Files carry decoded names, links are percent-encoded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from migkg import names

SAFE = "/+:-._~()"
"""Characters that identifiers keep as they are: those of `names.thing`."""

ONTOLOGY = "ontology"

_SELECTOR = re.compile(r"^(claim/\w+)/(?:quote|position)$")


def key_of(address: str) -> str | None:
    """The key of a thing's address (`meeting/SACM/10`), None for addresses that are not of this graph."""
    return address.removeprefix(names.ID) if address.startswith(names.ID) else None


def key_from_path(path: str) -> str:
    """The key for the part of a request's path after `id/`, `page/` or `data/`, decoded or not."""
    return quote(unquote(path), safe=SAFE)


def page(address: str) -> str:
    """The path of the page about something: a thing, or a term of the ontology; empty where it has none here.

    The selectors of a claim are shown on its page.
    """
    key = key_of(address)
    if key:
        shown_with = _SELECTOR.match(key)
        return f"page/{unquote(shown_with[1] if shown_with else key)}"
    return f"{ONTOLOGY}#{address.removeprefix(names.MF)}" if address.startswith(names.MF) else ""


def document(path: str, lang: str) -> str:
    """The path of the document in a language: `queries` -> `queries.fr.html`; a fragment stays at the end."""
    stem, mark, fragment = path.partition("#")
    return f"{stem}.{lang}.html{mark}{fragment}"


def data(key: str, ending: str) -> str:
    """The path of the data about a thing."""
    return f"data/{unquote(key)}.{ending}"


@lru_cache(maxsize=8192)
def relative(path: str, start: str) -> str:
    """The link from the document `start` to `path`, percent-encoded; it works under any root and from a disk."""
    stem, mark, fragment = path.partition("#")
    here, there = start.split("/")[:-1], stem.split("/")
    common = 0
    while common < len(here) and common < len(there) - 1 and here[common] == there[common]:
        common += 1
    steps = [".."] * (len(here) - common) + there[common:]
    link = quote("/".join(steps), safe="/+-._~()@!")
    return f"{link or './'}{mark}{quote(fragment, safe='/+:-._~()')}"


def split_language(path: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    """A path without its `.LANG.html` ending, and the language; None where it has no such ending."""
    for lang in languages:
        if path.endswith(f".{lang}.html"):
            return path.removesuffix(f".{lang}.html"), lang
    return None


def quoted(path: str) -> str:
    """A path as it stands in a header or an address: percent-encoded."""
    stem, mark, fragment = path.partition("#")
    return f"{quote(stem, safe=SAFE)}{mark}{quote(fragment, safe=SAFE)}"
