"""Which of several forms of an answer a client wants: Accept and Accept-Language after RFC 9110."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_RANGE = re.compile(r"\s*(?P<type>[\w!#$&^.+*-]+/[\w!#$&^.+*-]+)\s*(?P<rest>;.*)?", re.ASCII)
_QUALITY = re.compile(r";\s*q\s*=\s*(?P<q>[01](?:\.[0-9]{0,3})?)\s*(?:;|$)", re.ASCII | re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*(?P<tag>[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\*)\s*(?P<rest>;.*)?", re.ASCII)
_LONGEST = 2000
"""Characters of a header that are read: nobody needs more, and a server reads this from strangers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in which something is given: its media type, the ending of its address, and other names it goes by."""

    name: str
    type: str
    ending: str
    aliases: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        """The value of Content-Type."""
        return f"{self.type}; charset=utf-8" if self.type.startswith("text/") else self.type


TURTLE = Form(name="turtle", type="text/turtle", ending="ttl", aliases=("application/x-turtle",))
NTRIPLES = Form(name="ntriples", type="application/n-triples", ending="nt", aliases=("text/plain",))
JSONLD = Form(name="jsonld", type="application/ld+json", ending="jsonld", aliases=("application/json",))
RDFXML = Form(name="rdfxml", type="application/rdf+xml", ending="rdf", aliases=("application/xml", "text/xml"))
NQUADS = Form(name="nquads", type="application/n-quads", ending="nq")
TRIG = Form(name="trig", type="application/trig", ending="trig")
HTML = Form(name="html", type="text/html", ending="html", aliases=("application/xhtml+xml",))
JSON = Form(name="json", type="application/sparql-results+json", ending="srj", aliases=("application/json",))
XML = Form(name="xml", type="application/sparql-results+xml", ending="srx", aliases=("application/xml", "text/xml"))
CSV = Form(name="csv", type="text/csv", ending="csv")
TSV = Form(name="tsv", type="text/tab-separated-values", ending="tsv")

GRAPHS = (TURTLE, NTRIPLES, JSONLD, RDFXML)
"""Forms of one graph; the first is given to a client that takes anything."""

TABLES = (JSON, XML, CSV, TSV)
"""Forms of a table of solutions."""

BOOLEANS = (JSON, XML)
"""Forms of a yes or no: CSV and TSV have none."""


def choose(accept: str | None, forms: Sequence[Form]) -> Form | None:
    """The form that an Accept header likes best, None where it takes none of them.

    The more specific range decides on the quality of a type; of equal qualities the earlier form wins, a form's
    own type before an alias. A header that is absent, empty or holds no range takes anything.
    """
    ranges = _ranges(accept)
    if not ranges:
        return forms[0]
    best: tuple[float, int, Form] | None = None
    for form in forms:
        for rank, name in enumerate((form.type, *form.aliases)):
            quality = _quality(name, ranges, alias=rank > 0)
            if quality > 0 and (best is None or (quality, -min(rank, 1)) > best[:2]):
                best = (quality, -min(rank, 1), form)
    return best[2] if best else None


def _ranges(accept: str | None) -> Mapping[str, float]:
    """Media range -> quality; what is no range is passed over."""
    found: dict[str, float] = {}
    for part in (accept or "")[:_LONGEST].split(","):
        match = _RANGE.fullmatch(part)
        if match:
            found[match["type"].lower()] = _weight(match["rest"])
    return found


def _weight(rest: str | None) -> float:
    match = _QUALITY.search(rest or "")
    return min(float(match["q"]), 1.0) if match else 1.0


def _quality(name: str, ranges: Mapping[str, float], *, alias: bool) -> float:
    """The weight of a type; wildcards speak for a form's own type only."""
    if name in ranges:
        return ranges[name]
    if alias:
        return 0.0
    return ranges.get(f"{name.partition('/')[0]}/*", ranges.get("*/*", 0.0))


def choose_language(accept: str | None, known: Sequence[str]) -> str:
    """The language of `known` that an Accept-Language header likes best, else the first of `known`."""
    best = (0.0, known[0])
    for part in (accept or "")[:_LONGEST].split(","):
        match = _LANGUAGE.fullmatch(part)
        if not match:
            continue
        tag = known[0] if match["tag"] == "*" else match["tag"].lower().partition("-")[0]
        if tag in known and _weight(match["rest"]) > best[0]:
            best = (_weight(match["rest"]), tag)
    return best[1]


def by_ending(ending: str, forms: Sequence[Form]) -> Form | None:
    """The form with this ending of an address."""
    return next((form for form in forms if form.ending == ending), None)
