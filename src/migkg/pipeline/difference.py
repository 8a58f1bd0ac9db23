"""What changed between two graphs: facts, the status of claims, articles, and the evidence behind each change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg import mapping, names, predicates
from migkg.model import DEFAULT_GRAPH, Term
from migkg.names import expand, graph, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.model import Quad

_SUBJECT, _PREDICATE, _OBJECT = expand("rdf:subject"), expand("rdf:predicate"), expand("rdf:object")
_DIRECT = frozenset({*map(word, predicates.PREDICATES), word("hasTenure")}) - {word("hasPosition")}
"""The properties that claims state; what else stands in `graph:facts` follows from them."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ClaimChange:
    """A claim that came, went, changed its status, or is now taken for another statement.

    `before` and `after` are its statuses as terms, empty where it was not there; `was` and `now` its statement
    (subject, property, value). `source` is the article or the row as a term, `quote` its words or its cell.
    """

    claim: Term
    was: tuple[Term, ...]
    now: tuple[Term, ...]
    before: Term
    after: Term
    source: Term
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class FactChange:
    """A value that a subject gained, lost, or exchanged; `evidence` is what changed on that subject and property."""

    subject: Term
    predicate: Term
    before: Term
    after: Term
    evidence: tuple[ClaimChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Everything that differs, each part sorted; `removed` and `added` are the quads, `labels` names for people."""

    removed: tuple[Quad, ...]
    added: tuple[Quad, ...]
    articles: tuple[tuple[Term, bool, bool], ...]
    """Each article that differs: whether it was there, and whether it is there now."""
    facts: tuple[FactChange, ...]
    claims: tuple[ClaimChange, ...]
    labels: Mapping[Term, Mapping[str, str]] = field(default_factory=dict)


def difference(old: Iterable[Quad], new: Iterable[Quad]) -> Difference:
    """Compare two graphs as they are stored or exported."""
    before, after = set(old), set(new)
    removed, added = before - after, after - before
    was, now = _Claims(before, removed | added), _Claims(after, removed | added)
    claims = tuple(sorted(_claim_changes(was, now)))
    return Difference(
        removed=tuple(sorted(removed)),
        added=tuple(sorted(added)),
        articles=tuple(_articles(before, after, removed | added)),
        facts=tuple(_fact_changes(removed, added, _single_valued(after | before), claims)),
        claims=claims,
        labels=_labels(before) | _labels(after),
    )


def patch(found: Difference) -> Iterator[str]:
    """The change as RDF Patch (<https://afs.github.io/rdf-delta/rdf-patch.html>), line by line."""
    yield "TX ."
    for code, quads in (("D", found.removed), ("A", found.added)):
        for quad in quads:
            yield " ".join((code, *(part for part in quad if part), "."))
    yield "TC ."


class _Claims:
    """The claims that differ between the graphs, as one of them describes them."""

    def __init__(self, quads: Iterable[Quad], changed: Iterable[Quad]) -> None:
        touched = {quad[0] for quad in changed}
        described: dict[Term, dict[Term, list[Term]]] = {}
        for subject, predicate, value, where in quads:
            if where == DEFAULT_GRAPH and subject in touched:
                described.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self.nodes = {me: found for me, found in described.items() if _SUBJECT in found and word("status") in found}

    def statement(self, claim: Term) -> tuple[Term, ...]:
        """Subject, property and value of a claim, empty where the graph has no such claim."""
        found = self.nodes.get(claim)
        return tuple(min(found[part]) for part in (_SUBJECT, _PREDICATE, _OBJECT)) if found else ()

    def one(self, claim: Term, predicate: Term) -> Term:
        """The least value of a property, empty without any."""
        return min(self.nodes.get(claim, {}).get(predicate, ()), default=Term(""))


def _claim_changes(was: _Claims, now: _Claims) -> Iterator[ClaimChange]:
    for claim in sorted(was.nodes.keys() | now.nodes.keys()):
        status = word("status")
        before, after = was.one(claim, status), now.one(claim, status)
        if before == after and was.statement(claim) == now.statement(claim):
            continue
        there = now if claim in now.nodes else was
        quote = there.one(claim, word("quote")) or there.one(claim, word("cell"))
        yield ClaimChange(
            claim=claim,
            was=was.statement(claim),
            now=now.statement(claim),
            before=before,
            after=after,
            source=there.one(claim, expand("prov:wasDerivedFrom")),
            quote=names.text_of(quote) if quote else "",
        )


def _fact_changes(
    removed: Iterable[Quad], added: Iterable[Quad], single: frozenset[Term], claims: tuple[ClaimChange, ...]
) -> Iterator[FactChange]:
    gone, come = _values(removed), _values(added)
    evidence: dict[tuple[Term, ...], list[ClaimChange]] = {}
    for change in claims:
        for statement in sorted({change.was[:2], change.now[:2]}):
            evidence.setdefault(statement, []).append(change)
    for place in sorted(gone.keys() | come.keys()):
        about = evidence.get(place, [])
        for before, after in _paired(gone.get(place, []), come.get(place, []), exchange=place[1] in single):
            because = about if place[1] in single else [c for c in about if {before, after} & {*c.was[2:], *c.now[2:]}]
            yield FactChange(subject=place[0], predicate=place[1], before=before, after=after, evidence=tuple(because))


def _values(quads: Iterable[Quad]) -> dict[tuple[Term, Term], list[Term]]:
    found: dict[tuple[Term, Term], list[Term]] = {}
    for subject, predicate, value, where in sorted(quads):
        if where == graph(mapping.FACTS) and predicate in _DIRECT:
            found.setdefault((subject, predicate), []).append(value)
    return found


def _paired(gone: list[Term], come: list[Term], *, exchange: bool) -> list[tuple[Term, Term]]:
    """What went and what came; of a property with one value, the new value takes the place of the old one."""
    if exchange and len(gone) == len(come) == 1:
        return [(gone[0], come[0])]
    return [*((value, Term("")) for value in gone), *((Term(""), value) for value in come)]


def _single_valued(quads: Iterable[Quad]) -> frozenset[Term]:
    return frozenset(s for s, p, o, _ in quads if p == word("singleValued") and names.text_of(o) == "true")


def _articles(before: set[Quad], after: set[Quad], changed: set[Quad]) -> Iterator[tuple[Term, bool, bool]]:
    """An article is read again when its own description or the set of its claims differs."""
    kind, derived, article = expand("rdf:type"), expand("prov:wasDerivedFrom"), word("Article")
    own = [
        {s for s, p, o, g in quads if p == kind and o == article and g == DEFAULT_GRAPH} for quads in (before, after)
    ]
    told = {s for s, _, _, g in changed if mapping.is_article(g)}
    told |= {o for _, p, o, g in changed if mapping.is_article(g) and p == derived}
    for name in sorted((own[0] | own[1]) & told):
        yield name, name in own[0], name in own[1]


def _labels(quads: Iterable[Quad]) -> dict[Term, dict[str, str]]:
    """Names by language; of two in one language the least."""
    found: dict[Term, dict[str, str]] = {}
    label = expand("rdfs:label")
    for subject, predicate, value, where in quads:
        if predicate == label and where == DEFAULT_GRAPH:
            tag, text = value.rpartition('"')[2].removeprefix("@"), names.text_of(value)
            known = found.setdefault(subject, {})
            known[tag] = min(known.get(tag, text), text)
    return found


def label(found: Difference, term: Term, lang: str) -> str:
    """A term as people read it: its name in a language, else in English, else in any, else a CURIE or its text."""
    known = found.labels.get(term, {})
    return known.get(lang) or known.get("en") or (known[min(known)] if known else names.shorten(term))
