"""Back from quads to claims and articles: the reverse of the mapping, exactly."""

from __future__ import annotations

from bisect import insort
from functools import cache
from typing import TYPE_CHECKING

from migkg.errors import DataError
from migkg.mapping.claims import QUALIFIERS
from migkg.mapping.terms import DERIVED, IDENTIFIER, ISSUED, SOURCE, TYPE
from migkg.model import Article, Claim, Evidence, Modality, RowEvidence, Span, Term
from migkg.names import expand, shorten, text_of, word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from migkg.model import Quad

    Nodes = Mapping[Term, Mapping[Term, list[Term]]]

_NAMES = {expand(curie): name for name, curie in QUALIFIERS.items()}
_OTHER = word("qualifier")
_word, _expand = cache(word), cache(expand)
"""Names are asked for once for each claim."""
_STATED = ("statedSubject", "statedPredicate", "statedObject", "modality", "confidence", "verified")
_READ = (
    *(
        IDENTIFIER,
        ISSUED,
        SOURCE,
        DERIVED,
        *_NAMES,
        _OTHER,
        *map(word, ("sha256", "pageSha256", "quote", "rule", *_STATED)),
    ),
    *map(expand, ("dcterms:language", "dcterms:title", "oa:start", "oa:end", "oa:exact", "oa:prefix", "oa:suffix")),
)
"""What articles and their claims are read from."""


def read_claims(quads: Iterable[Quad]) -> list[Claim]:
    """The claims that the quads describe, by id; DataError where one lacks a part."""
    return read(quads)[1]


def read_articles(quads: Iterable[Quad]) -> list[Article]:
    """The articles that the quads describe, by id, without their texts: the graph holds none."""
    return read(quads)[0]


def read(quads: Iterable[Quad]) -> tuple[list[Article], list[Claim]]:
    """The articles and the claims that the quads describe."""
    return _read(_nodes(quads), lambda _: True)


def read_stored(look: Callable[[Term, Term | None], Iterable[tuple[Term, Term]]]) -> tuple[list[Article], list[Claim]]:
    """The articles of a graph and their claims, of which `look` gives subjects and values by predicate (and value)."""
    nodes: dict[Term, dict[Term, list[Term]]] = {}
    classes = [(TYPE, _word("Article")), (TYPE, _word("Claim"))]
    for predicate, value in (*classes, *((name, None) for name in _READ)):
        for subject, found in look(predicate, value):
            nodes.setdefault(subject, {}).setdefault(predicate, []).append(found)
    return _read(nodes, lambda me: _word("quote") in nodes[me])


def _read(nodes: Nodes, wanted: Callable[[Term], bool]) -> tuple[list[Article], list[Claim]]:
    articles = [_article(me, nodes) for me in _of(nodes, "Article")]
    claims = [_claim(me, nodes) for me in _of(nodes, "Claim") if wanted(me)]
    return sorted(articles, key=lambda article: article.id), sorted(claims, key=lambda claim: claim.id)


def _nodes(quads: Iterable[Quad]) -> Nodes:
    """Objects by subject and predicate, whatever the graph, sorted."""
    nodes: dict[Term, dict[Term, list[Term]]] = {}
    for subject, predicate, value, _ in quads:
        known = nodes.setdefault(subject, {}).setdefault(predicate, [])
        if value not in known:
            insort(known, value)
    return nodes


def _of(nodes: Nodes, cls: str) -> list[Term]:
    wanted = _word(cls)
    return [me for me, found in nodes.items() if wanted in found.get(TYPE, ())]


def _one(nodes: Nodes, me: Term, predicate: Term) -> str:
    found = nodes.get(me, {}).get(predicate)
    if not found:
        raise DataError(f"{shorten(me)} lacks {shorten(predicate)}", hint="build the graph anew from its sources")
    return text_of(found[0])


def _maybe(nodes: Nodes, me: Term, predicate: Term) -> str:
    found = nodes.get(me, {}).get(predicate)
    return text_of(found[0]) if found else ""


def _article(me: Term, nodes: Nodes) -> Article:
    return Article(
        id=_one(nodes, me, IDENTIFIER),
        lang=_one(nodes, me, _expand("dcterms:language")),
        title=_maybe(nodes, me, _expand("dcterms:title")),
        published=_maybe(nodes, me, ISSUED) or None,
        url=_maybe(nodes, me, SOURCE),
        text="",
        sha256=_one(nodes, me, _word("sha256")),
        page_sha256=_maybe(nodes, me, _word("pageSha256")),
    )


def _claim(me: Term, nodes: Nodes) -> Claim:
    quoted = _word("quote") in nodes[me]
    modality = _one(nodes, me, _word("modality")).rpartition("#")[2].lower()
    return Claim(
        subject=_one(nodes, me, _word("statedSubject")),
        predicate=_one(nodes, me, _word("statedPredicate")),
        object=_one(nodes, me, _word("statedObject")),
        evidence=_evidence(me, nodes) if quoted else _row(me, nodes),
        qualifiers=_qualifiers(nodes[me]),
        modality=Modality(modality),
        confidence=float(_one(nodes, me, _word("confidence"))),
        published=_maybe(nodes, me, ISSUED) or None,
        verified=_maybe(nodes, me, _word("verified")) != "false",
    )


def _qualifiers(found: Mapping[Term, list[Term]]) -> tuple[tuple[str, str], ...]:
    known = [(name, text_of(value)) for term, name in _NAMES.items() for value in found.get(term, ())]
    others = [text_of(value).partition("=") for value in found.get(_OTHER, ())]
    return tuple(sorted([*known, *((name, value) for name, _, value in others)]))


def _evidence(me: Term, nodes: Nodes) -> Evidence:
    base = me[1:-1]
    quote, position, data = (Term(f"<{base}/{part}>") for part in ("quote", "position", "data"))
    article = nodes[me].get(DERIVED, [me])[0]
    start, end = _range(nodes, position)
    return Evidence(
        article=_one(nodes, article, IDENTIFIER),
        span=Span(start=start, end=end, exact=_one(nodes, quote, _expand("oa:exact"))),
        rule=_one(nodes, me, _word("rule")),
        prefix=_one(nodes, quote, _expand("oa:prefix")),
        suffix=_one(nodes, quote, _expand("oa:suffix")),
        page=_range(nodes, data) if data in nodes else None,
    )


def _range(nodes: Nodes, selector: Term) -> tuple[int, int]:
    return int(_one(nodes, selector, _expand("oa:start"))), int(_one(nodes, selector, _expand("oa:end")))


def _row(me: Term, nodes: Nodes) -> RowEvidence:
    row = nodes[me].get(DERIVED, [me])[0]
    return RowEvidence(
        table=_one(nodes, row, _word("table")),
        row=_one(nodes, row, IDENTIFIER),
        line=int(_one(nodes, row, _word("line"))),
        field=_one(nodes, me, _word("field")),
        value=_one(nodes, me, _word("cell")),
        source=_maybe(nodes, row, SOURCE),
        note=_maybe(nodes, me, _expand("skos:note")),
    )
