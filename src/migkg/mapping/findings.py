"""Findings as triples; their id is the hash of what they say, so that a rerun gives the same."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from migkg.mapping.claims import claim_node
from migkg.mapping.terms import TYPE, address, node
from migkg.model import Term
from migkg.names import literal, thing, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Finding, Triple

_DIGITS = 20
_IRI = re.compile(r"<[^<>\s]+>")
_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"(?:@[a-z-]+[a-z0-9-]*|\^\^<[^<>\s]+>)?')


def finding_id(finding: Finding) -> str:
    """The first 20 hexadecimal digits of the SHA-256 of check, focus, path, value and claims."""
    content = [finding.check, finding.focus, finding.path, finding.value, sorted(finding.claims)]
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()[:_DIGITS]


def finding_nodes(findings: Iterable[Finding]) -> frozenset[Term]:
    """The nodes of findings."""
    return frozenset(thing("finding", finding_id(finding)) for finding in findings)


def finding_triples(finding: Finding) -> Iterator[Triple]:
    """A finding with its messages and the claims that it rests on."""
    me = thing("finding", finding_id(finding))
    yield me, TYPE, word("Finding")
    yield me, word("severity"), word(finding.severity.value.capitalize())
    yield me, word("check"), literal(finding.check)
    yield me, word("focus"), _term(finding.focus)
    if finding.path:
        yield me, word("path"), word(finding.path) if finding.path.isidentifier() else _path(finding.path)
    if finding.value:
        yield me, word("value"), _term(finding.value)
    for lang, text in finding.message:
        yield me, word("message"), literal(text, lang=lang)
    for lang, text in finding.remedy:
        yield me, word("remedy"), literal(text, lang=lang)
    for claim in finding.claims:
        yield me, word("onClaim"), claim_node(claim)


def _path(text: str) -> Term:
    """A property, or the text of a SPARQL property path."""
    return Term(text) if _IRI.fullmatch(text) else literal(text)


def _term(text: str) -> Term:
    """A term as it is, a web address, a key, or text."""
    if _IRI.fullmatch(text) or _LITERAL.fullmatch(text):
        return Term(text)
    found = address(text)
    return found if found.startswith("<") else node(text)
