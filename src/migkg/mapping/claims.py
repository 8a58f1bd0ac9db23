"""A claim as triples: what it says, what became of it, and the words or the cell that state it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.mapping.terms import DERIVED, IDENTIFIER, ISSUED, LABEL, SOURCE, TYPE, address, date, decimal, node, value
from migkg.model import MODEL, Evidence, Status
from migkg.names import expand, literal, thing, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.fused import Resolved
    from migkg.mapping.tenures import Tenures
    from migkg.model import Article, Claim, RowEvidence, Term, Triple

QUALIFIERS = {
    "from": "mf:validFrom",
    "until": "mf:validUntil",
    "role": "mf:claimRole",
    "presence": "mf:presence",
    "lang": "mf:claimLanguage",
    "country": "mf:claimCountry",
}
"""The property of each known qualifier; any other is kept as `mf:qualifier "name=value"`."""
DATED = {"from", "until"}


def claim_node(claim: str) -> Term:
    """The IRI of a claim by its id."""
    return thing("claim", claim)


def article_node(article: str) -> Term:
    """The IRI of an article by its id."""
    return thing("article", article)


def article_triples(article: Article) -> Iterator[Triple]:
    """What is known of an article: never its text, which may not be ours to publish."""
    me = article_node(article.id)
    yield me, TYPE, word("Article")
    yield me, IDENTIFIER, literal(article.id)
    yield me, expand("dcterms:language"), literal(article.lang)
    yield me, word("sha256"), literal(article.sha256)
    if article.page_sha256:
        yield me, word("pageSha256"), literal(article.page_sha256)
    if article.title:
        yield me, expand("dcterms:title"), literal(article.title, lang=article.lang)
    if article.published is not None:
        yield me, ISSUED, date(article.published)
    if article.url:
        yield me, SOURCE, address(article.url)


def model_node(claim: Claim) -> Term | None:
    """The IRI of the language model that proposed a claim; None where another rule or a table tells it."""
    rule = claim.evidence.rule if isinstance(claim.evidence, Evidence) else ""
    return thing("model", rule.removeprefix(MODEL)) if rule.startswith(MODEL) else None


def model_triples(claims: Iterable[Claim]) -> Iterator[Triple]:
    """The language models that proposed some of the claims: agents, in the words of PROV-O.

    Many claims share one, so that these are no part of the triples of a claim.
    """
    for claim in claims:
        me = model_node(claim)
        if me is not None and isinstance(claim.evidence, Evidence):
            yield me, TYPE, expand("prov:SoftwareAgent")
            yield me, LABEL, literal(claim.evidence.rule.removeprefix(MODEL))


def claim_triples(claim: Claim, resolved: Resolved, tenures: Tenures) -> Iterator[Triple]:
    """Everything about one claim, its row or its selectors included."""
    me = claim_node(claim.id)
    yield me, TYPE, word("Claim")
    yield from _statement(me, claim, resolved, tenures)
    yield me, word("statedSubject"), literal(claim.subject)
    yield me, word("statedPredicate"), literal(claim.predicate)
    yield me, word("statedObject"), literal(claim.object)
    yield me, word("status"), word(resolved.status.value.capitalize())
    if resolved.reason:
        yield me, word("reason"), literal(resolved.reason)
    yield me, word("modality"), word(claim.modality.value.capitalize())
    yield me, word("confidence"), decimal(claim.confidence)
    if not claim.verified:
        yield me, word("verified"), literal("false", datatype="xsd:boolean")
    if claim.published is not None:
        yield me, ISSUED, date(claim.published)
    for name, text in claim.qualifiers:
        yield _qualifier(me, name, text)
    if isinstance(claim.evidence, Evidence):
        yield from _quoted(me, claim.evidence)
        agent = model_node(claim)
        if agent is not None:
            yield me, expand("prov:wasAttributedTo"), agent
    else:
        yield from _from_row(me, claim.evidence)


def _statement(me: Term, claim: Claim, resolved: Resolved, tenures: Tenures) -> Iterator[Triple]:
    """The statement as settled; of a post it is that the person has the tenure."""
    yield me, expand("rdf:subject"), node(resolved.subject)
    impossible = resolved.status is Status.REJECTED and resolved.reason in {"predicate", "range"}
    if resolved.predicate == "hasPosition" and not impossible:
        tenure = tenures.node(resolved.subject, resolved.object, claim.qualifiers)
        yield me, expand("rdf:predicate"), word("hasTenure")
        yield me, expand("rdf:object"), tenure
        return
    yield me, expand("rdf:predicate"), word(resolved.predicate)
    stated = literal(resolved.object)
    yield (
        me,
        expand("rdf:object"),
        stated if impossible else value(resolved.predicate, resolved.object, dict(claim.qualifiers)),
    )


def _qualifier(me: Term, name: str, text: str) -> Triple:
    if name not in QUALIFIERS:
        return me, word("qualifier"), literal(f"{name}={text}")
    return me, expand(QUALIFIERS[name]), date(text) if name in DATED else literal(text)


def _quoted(me: Term, evidence: Evidence) -> Iterator[Triple]:
    base = me[1:-1]
    quote, position = expand(f"{base}/quote"), expand(f"{base}/position")
    yield me, DERIVED, article_node(evidence.article)
    yield me, word("rule"), literal(evidence.rule)
    yield me, word("quote"), literal(evidence.span.exact)
    yield me, expand("oa:hasSelector"), quote
    yield me, expand("oa:hasSelector"), position
    yield quote, TYPE, expand("oa:TextQuoteSelector")
    yield quote, expand("oa:exact"), literal(evidence.span.exact)
    yield quote, expand("oa:prefix"), literal(evidence.prefix)
    yield quote, expand("oa:suffix"), literal(evidence.suffix)
    yield from _range(position, "oa:TextPositionSelector", evidence.span.start, evidence.span.end)
    if evidence.page is not None:
        # the same segment a third time, in the bytes of the file: what oa:DataPositionSelector is for
        data = expand(f"{base}/data")
        yield me, expand("oa:hasSelector"), data
        yield from _range(data, "oa:DataPositionSelector", *evidence.page)


def _range(me: Term, cls: str, start: int, end: int) -> Iterator[Triple]:
    yield me, TYPE, expand(cls)
    yield me, expand("oa:start"), literal(str(start), datatype="xsd:integer")
    yield me, expand("oa:end"), literal(str(end), datatype="xsd:integer")


def _from_row(me: Term, evidence: RowEvidence) -> Iterator[Triple]:
    row = thing("row", f"{evidence.table}/{evidence.row}")
    yield me, DERIVED, row
    yield me, word("field"), literal(evidence.field)
    yield me, word("cell"), literal(evidence.value)
    if evidence.note:
        yield me, expand("skos:note"), literal(evidence.note)
    yield row, TYPE, word("TableRow")
    yield row, IDENTIFIER, literal(evidence.row)
    yield row, word("table"), literal(evidence.table)
    yield row, word("line"), literal(str(evidence.line), datatype="xsd:integer")
    if evidence.source:
        yield row, SOURCE, address(evidence.source)
