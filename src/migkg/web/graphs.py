"""Triples as documents: Turtle, N-Triples, JSON-LD, RDF/XML; equal sets of triples give equal bytes."""

from __future__ import annotations

import json
import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from migkg import names
from migkg.errors import DataError
from migkg.store import turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from migkg.model import Term, Triple

_TYPE = f"<{names.RDF}type>"
_TAIL = re.compile(r'"(?:@(?P<lang>[a-zA-Z0-9-]+)|\^\^<(?P<type>[^>]*)>)?$')
_LOCAL = re.compile(r"[^\W\d][\w.-]*$")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BASES = sorted(((base, prefix) for prefix, base in names.PREFIXES.items()), key=lambda pair: -len(pair[0]))


def write(triples: Iterable[Triple], form: str) -> str:
    """The triples as a document in the format of that name of `media.GRAPHS`."""
    return "".join(_WRITERS[form](sorted(set(triples))))


def context() -> dict[str, str]:
    """The prefixes of the JSON-LD documents."""
    return dict(sorted(names.PREFIXES.items()))


def _turtle(triples: list[Triple]) -> Iterator[str]:
    yield from turtle.write(triples)


def _ntriples(triples: list[Triple]) -> Iterator[str]:
    return (f"{s} {p} {o} .\n" for s, p, o in triples)


def _jsonld(triples: list[Triple]) -> Iterator[str]:
    """One object per line in `@graph`, so that a change of one thing changes one line."""
    head = json.dumps(context(), ensure_ascii=False)
    yield f'{{"@context": {head},\n "@graph": [\n'
    nodes = (_node(subject, list(group)) for subject, group in groupby(triples, key=itemgetter(0)))
    yield ",\n".join("  " + json.dumps(node, ensure_ascii=False) for node in nodes)
    yield "\n]}\n"


def _node(subject: Term, triples: list[Triple]) -> Mapping[str, Any]:
    node: dict[str, Any] = {"@id": _compact(subject)}
    for predicate, group in groupby(triples, key=itemgetter(1)):
        values = [o for _, _, o in group]
        if predicate == _TYPE and not any(value.startswith('"') for value in values):
            node["@type"] = [_compact(value) for value in values]
        else:
            node[_compact(predicate)] = [_value(value) for value in values]
    return node


def _value(term: Term) -> Mapping[str, str]:
    if not term.startswith('"'):
        return {"@id": _compact(term)}
    value = {"@value": names.text_of(term)}
    tail = _TAIL.search(term)
    if tail and tail["lang"]:
        value["@language"] = tail["lang"]
    if tail and tail["type"]:
        value["@type"] = _compact(f"<{tail['type']}>")
    return value


def _compact(term: str) -> str:
    """A compact IRI where a prefix fits; the part after it must not begin with `//`."""
    if term.startswith("_:"):
        return term
    address = term[1:-1]
    for base, prefix in _BASES:
        if address.startswith(base) and not address.startswith("//", len(base)):
            return f"{prefix}:{address[len(base) :]}"
    return address


def _rdfxml(triples: list[Triple]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, base in sorted(names.PREFIXES.items()):
        yield f"\n    xmlns:{prefix}={quoteattr(base)}"
    yield ">\n"
    for subject, group in groupby(triples, key=itemgetter(0)):
        yield f"  <rdf:Description {_named('rdf:about', subject)}>\n"
        yield from (_property(predicate, value) for _, predicate, value in group)
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(predicate: Term, value: Term) -> str:
    element, declaration = _element(predicate)
    if not value.startswith('"'):
        return f"    <{element}{declaration} {_named('rdf:resource', value)}/>\n"
    tail = _TAIL.search(value)
    lang = f" xml:lang={quoteattr(tail['lang'])}" if tail and tail["lang"] else ""
    kind = f" rdf:datatype={quoteattr(tail['type'])}" if tail and tail["type"] else ""
    text = names.text_of(value)
    if _FORBIDDEN.search(text):
        raise DataError("a text holds characters that XML cannot hold", hint="ask for Turtle or JSON-LD")
    return f"    <{element}{declaration}{lang}{kind}>{escape(text, {chr(13): '&#13;'})}</{element}>\n"


def _named(attribute: str, term: Term) -> str:
    if term.startswith("_:"):
        # the grammar of an XML name is narrower than that of a label
        return f'rdf:nodeID="b{term[2:].encode().hex()}"'
    return f"{attribute}={quoteattr(names.text_of(term))}"


def _element(predicate: Term) -> tuple[str, str]:
    """The name of an element for a property, and the declaration of its namespace where it has no prefix."""
    address = names.text_of(predicate)
    for base, prefix in _BASES:
        if address.startswith(base) and _LOCAL.match(address, len(base)):
            return f"{prefix}:{address[len(base) :]}", ""
    local = _LOCAL.search(address)
    if not local:
        raise DataError(f"RDF/XML cannot name the property <{address}>", hint="ask for Turtle or JSON-LD")
    return f"ns:{local[0]}", f" xmlns:ns={quoteattr(address[: local.start()])}"


_WRITERS: dict[str, Callable[[list[Triple]], Iterator[str]]] = {
    "turtle": _turtle,
    "ntriples": _ntriples,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
}
