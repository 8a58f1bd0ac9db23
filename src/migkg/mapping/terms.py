"""Values of the claim table as terms: keys to IRIs, years and dates to literals as precise as their source."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from migkg import names, partial, predicates
from migkg.errors import DataError
from migkg.names import expand, literal, slug, thing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.model import Term

TYPE = expand("rdf:type")
LABEL = expand("rdfs:label")
IDENTIFIER = expand("dcterms:identifier")
SOURCE = expand("dcterms:source")
ISSUED = expand("dcterms:issued")
DERIVED = expand("prov:wasDerivedFrom")

_DATATYPES = {"integer": "xsd:integer", "year": "xsd:gYear"}


def node(key: str) -> Term:
    """The IRI of a key; text that is no key stays a literal, so that a rejected claim can still be shown."""
    try:
        return names.entity(key)
    except DataError:
        return literal(key)


def value(predicate: str, text: str, qualifiers: Mapping[str, str]) -> Term:
    """The object of a direct triple (not of a post: that is a tenure), or a literal where it can have no meaning."""
    kind = predicates.object_kind(predicate, text) if predicate in predicates.PREDICATES else ""
    if kind == "date":
        return date(text)
    if kind in _DATATYPES:
        return literal(text, datatype=_DATATYPES[kind])
    if kind == "text":
        return literal(text, lang=qualifiers.get("lang", ""))
    if kind == "city" or (kind == "document" and not text.startswith("document:")):
        return node(text if text.startswith(f"{kind}:") else f"{kind}:{text}")
    if kind == "form":
        return names.word(names.FORMS[text])
    return node(text) if kind else literal(text)


def date(text: str) -> Term:
    """A partial date with the XML Schema type of its parts; text that is no date stays a plain literal."""
    found = partial.parse(text)
    return literal(text, datatype=found.datatype) if found is not None else literal(text)


def decimal(number: float) -> Term:
    """A number as xsd:decimal in canonical form: 0.95, 1, 0.00001."""
    text = format(Decimal(repr(number)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return literal(text, datatype="xsd:decimal")


def address(text: str) -> Term:
    """A web address as IRI, anything else that names a source as text."""
    if text.startswith(("http://", "https://")):
        try:
            return names.iri(text)
        except DataError:
            return literal(text)
    return literal(text)


def post(text: str) -> Term:
    """The IRI of the post `Title @ ORG`."""
    return thing("post", slug(" ".join(predicates.post_parts(text))))


def last_part(term: Term) -> str:
    """What follows the kind in the IRI of a thing: `laura-thompson` of an official."""
    return names.text_of(term).removeprefix(names.ID).partition("/")[2]
