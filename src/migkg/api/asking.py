"""Plain questions about an open graph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names, pipeline, resources
from migkg.api import support
from migkg.api.terms import LABELS
from migkg.ask import Grammar, Named, NotUnderstoodError
from migkg.ask.words import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.api.graph import KnowledgeGraph
    from migkg.api.support import Support
    from migkg.ask import Understood
    from migkg.model import Term
    from migkg.query import Result
    from migkg.store import Store

_NAMED = {"official": "Official", "document": "Document"}
_EVIDENCE_ROWS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a plain question: how it was read, and what the graph says."""

    understood: Understood
    result: Result


def grammar(store: Store) -> Grammar:
    """The grammar of questions about a graph: shipped words, and the names and posts that the graph holds."""
    things: dict[str, tuple[str, tuple[Term, ...]]] = {}
    for kind, cls in _NAMED.items():
        for name, terms in _by_name(store, cls):
            things.setdefault(name, (kind, tuple(terms)))
    return Grammar(
        resources.ask_sources(),
        pipeline.reading_knowledge(),
        labels=_property_labels(store),
        posts=_posts(store),
        named=Named(things=things),
    )


def evidence(graph: KnowledgeGraph, understood: Understood) -> Iterator[Support]:
    """The accepted claims behind an answer, each once."""
    if not understood.evidence:
        return
    result = graph.query(understood.evidence, max_rows=_EVIDENCE_ROWS)
    seen: set[str] = set()
    triples: set[tuple[Term, Term, Term]] = set()
    for row in result.rows:
        bound = {f"?{name}": term for name, term in zip(result.variables, row, strict=True) if term is not None}
        for subject, paths, value in understood.facts:
            one, other = bound.get(subject, subject), bound.get(value, value)
            triples |= {(one, names.expand(path), other) for path in paths}  # type: ignore[misc] # terms, as the pattern's own constants are
    for subject, path, value in sorted(triples):
        for claim, found in support.claims_about(graph.store, subject, path):
            if claim not in seen and value in found.get("rdf:object", []):
                seen.add(claim)
                said = support.support(graph.store, claim, found)
                if said.status == "accepted":
                    yield said


def _by_name(store: Store, cls: str) -> Iterator[tuple[str, list[Term]]]:
    found: dict[str, set[Term]] = {}
    for term, _, _ in store.triples(None, names.expand("rdf:type"), names.word(cls)):
        for key in LABELS:
            for _, _, value in store.triples(term, names.expand(key)):
                text = re.sub(r"\s*\([^()]*\)$", "", names.text_of(value))
                found.setdefault(normal(text), set()).add(term)
    for name in sorted(found):
        yield name, sorted(found[name])


def _property_labels(store: Store) -> Iterator[tuple[str, str, str]]:
    for term, _, value in store.triples(None, names.expand("rdfs:label")):
        if term.startswith(f"<{names.MF}"):
            yield names.text_of(term).removeprefix(names.MF), value.rpartition("@")[2], names.text_of(value)


def _posts(store: Store) -> Iterator[tuple[Term, Term, tuple[str, ...]]]:
    for post, _, body in store.triples(None, names.word("postIn")):
        labels = [names.text_of(v) for key in LABELS for _, _, v in store.triples(post, names.expand(key))]
        yield post, body, tuple(sorted(labels))


__all__ = ["NotUnderstoodError", "Reply", "evidence", "grammar"]
