"""Claims as entries of the ledger: with what fusion made of them, under the terms of all that bears on them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from migkg import fuse, mapping, predicates
from migkg.fused import Resolved
from migkg.model import Claim, Evidence, Modality, RowEvidence, Span, Status
from migkg.store import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.fuse import Joined, Relations
    from migkg.model import Term

    Marks = Mapping[str, tuple[str, ...]]

_POST = "hasPosition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A claim, what fusion made of it, its settled meeting, and the keys that it speaks of."""

    claim: Claim
    resolved: Resolved
    meeting: str
    met: tuple[str, ...]

    @property
    def source(self) -> str:
        """The node of the source."""
        return fuse.source_node(self.claim)


def file(claim: Claim, joined: Joined) -> Filed:
    """A claim with what a fusion made of it."""
    return Filed(
        claim=claim,
        resolved=joined.fusion.resolved[claim.id],
        meeting=joined.meetings[claim.id],
        met=tuple(sorted(mapping.met_by(claim, joined.fusion))),
    )


def entry(filed: Filed, relations: Relations) -> Entry:
    """The entry of a claim."""
    terms = relations.terms(filed.claim, filed.meeting, filed.source)
    terms |= {met_term(mapping.node(key)) for key in filed.met}
    if holds_post(filed):
        terms.add(post_term(mapping.post(filed.resolved.object)))
    return Entry(id=filed.claim.id, value=_packed(filed), terms=frozenset(terms))


def source_entry(node: str, marks: Iterable[str]) -> Entry:
    """The entry of a source that states something, under its marks."""
    own = sorted(set(marks))
    value = json.dumps([node, own], ensure_ascii=False, separators=(",", ":"))
    return Entry(id=source_id(node), value=value, terms=frozenset(map(mark_term, own)))


def entries(claims: Iterable[Claim], joined: Joined, marks: Marks, relations: Relations) -> Iterator[Entry]:
    """The entries of all claims and of their sources; `marks` are those of articles, by id."""
    sources: dict[str, set[str]] = {}
    for claim in predicates.unique(claims):
        yield entry(file(claim, joined), relations)
        sources.setdefault(fuse.source_node(claim), set()).update(fuse.marks_of(claim, marks))
    for node, found in sorted(sources.items()):
        yield source_entry(node, found)


def holds_post(filed: Filed) -> bool:
    """Whether a claim gives a fact about a post."""
    return filed.resolved.predicate == _POST and filed.resolved.status is Status.ACCEPTED


def met_term(node: Term) -> str:
    """The term of claims that speak of a node."""
    return f"met {node}"


def post_term(node: Term) -> str:
    """The term of claims that give facts about a post."""
    return f"post {node}"


def mark_term(mark: str) -> str:
    """The term of sources with a mark."""
    return f"mark {mark}"


def source_id(node: str) -> str:
    """The id of the entry of a source; no claim has one like it."""
    return f"source {node}"


def read_source(value: str) -> tuple[str, tuple[str, ...]]:
    """The node and the marks of a source's entry."""
    node, marks = json.loads(value)
    return node, tuple(marks)


def _packed(filed: Filed) -> str:
    claim, resolved = filed.claim, filed.resolved
    content = [
        [claim.subject, claim.predicate, claim.object, claim.qualifiers, claim.modality.value],
        [claim.confidence, claim.published, claim.verified],
        _evidence(claim.evidence),
        [resolved.subject, resolved.predicate, resolved.object, resolved.status.value, resolved.reason],
        [filed.meeting, filed.met],
    ]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _evidence(evidence: Evidence | RowEvidence) -> list[object]:
    if isinstance(evidence, Evidence):
        span = evidence.span
        words = [span.exact, evidence.rule, evidence.prefix, evidence.suffix]
        return [evidence.article, span.start, span.end, *words, *(evidence.page or ()), 1]
    return [
        *(evidence.table, evidence.row, evidence.line, evidence.field),
        *(evidence.value, evidence.source, evidence.note, 0),
    ]


def read_filed(value: str) -> Filed:
    """A claim's entry, read back."""
    stated, given, evidence, resolved, (meeting, met) = json.loads(value)
    subject, predicate, value, qualifiers, modality = stated
    confidence, published, verified = given
    claim = Claim(
        subject=subject,
        predicate=predicate,
        object=value,
        qualifiers=tuple((name, text) for name, text in qualifiers),
        modality=Modality(modality),
        confidence=confidence,
        published=published,
        verified=verified,
        evidence=_read_evidence(*evidence),
    )
    subject, predicate, value, status, reason = resolved
    made = Resolved(subject=subject, predicate=predicate, object=value, status=Status(status), reason=reason)
    return Filed(claim=claim, resolved=made, meeting=meeting, met=tuple(met))


def _read_evidence(*cells: Any) -> Evidence | RowEvidence:
    *content, quoted = cells
    if quoted:
        article, start, end, exact, rule, prefix, suffix, *page = content
        span = Span(start=start, end=end, exact=exact)
        place = (page[0], page[1]) if page else None
        return Evidence(article=article, span=span, rule=rule, prefix=prefix, suffix=suffix, page=place)
    table, row, line, field, text, source, note = content
    return RowEvidence(table=table, row=row, line=line, field=field, value=text, source=source, note=note)
