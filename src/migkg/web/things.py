"""The page of one thing: what sources say of it, what follows, where they disagree."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from migkg import names
from migkg.names import expand, iri, text_of, word
from migkg.predicates import PREDICATES
from migkg.web import evidence, paths, timeline
from migkg.web.articles import pieces
from migkg.web.library import LABELS, OTHER_NAMES
from migkg.web.models import ThingPage
from migkg.web.values import Fact, Group, Source, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Term, Triple
    from migkg.web.library import Library

_RANKS = {text_of(word(name)): rank for rank, name in enumerate(("established", "editionOf", *PREDICATES))}
"""The order of facts on a page: that of the claim table."""

_SHOWN_ELSEWHERE = frozenset(expand(curie) for curie in (*LABELS, *OTHER_NAMES, "rdf:type"))
_CLAIM_FOLDERS = ("claim", "finding")
_STATED = tuple(expand(curie) for curie in ("rdf:subject", "rdf:object", "prov:wasDerivedFrom"))
_OWN = (f"<{names.MF}", f"<{names.PREFIXES['geo']}", f"<{names.PREFIXES['dcterms']}", f"<{names.PREFIXES['foaf']}")


def thing_page(library: Library, address: str, lang: str) -> ThingPage | None:
    """The page of a thing, None where the graph does not describe it."""
    if address not in library.addresses:
        return None
    term = iri(address)
    folder = (paths.key_of(address) or "").partition("/")[0]
    stated, inferred, aligned = library.kept("split", term, lambda: _split(library, term))
    claims = _claims(library, term, folder, lang)
    moments = timeline.moments_of(library, term, folder, lang)
    earlier, later = timeline.neighbours(library, moments if folder == "meeting" else (), lang)
    return ThingPage(
        ref=library.ref(term, lang),
        folder=folder,
        labels=dict(sorted(library.labels(term).items())),
        names=_names(library, term, lang),
        classes=library.classes(term, lang),
        facts=_groups(library, stated, lang),
        inferred=_groups(library, inferred, lang),
        inbound=_inbound(library, term, lang),
        alignments=_groups(library, aligned, lang),
        contradictions=evidence.contradictions(library, term, lang),
        formerly=tuple(sorted(old for old, new in library.replaced.items() if new == address)),
        text=pieces(library, term, claims) if folder == "article" else (),
        text_lang=evidence.first(library.describe(term), "dcterms:language"),
        claims=claims,
        moments=moments,
        earlier=earlier,
        later=later,
    )


def _split(library: Library, term: Term) -> tuple[list[Triple], list[Triple], list[Triple]]:
    """The statements of a thing: those that are stated or described, those that follow, those in other vocabularies."""
    facts, inferred = names.graph("facts"), names.graph("inferred")
    derived = set(library.store.triples(term, graph=inferred)) - set(library.store.triples(term, graph=facts))
    stated, follows, aligned = [], [], []
    here = [*library.store.triples(term), *library.store.triples(term, graph=names.graph("findings"))]
    for triple in sorted(t for t in here if t[1] not in _SHOWN_ELSEWHERE):
        if not triple[1].startswith(_OWN):
            aligned.append(triple)
        elif triple in derived and not evidence.claims_of(library, *triple):
            follows.append(triple)
        else:
            stated.append(triple)
    return stated, follows, aligned


def _groups(library: Library, triples: Iterable[Triple], lang: str) -> tuple[Group, ...]:
    """Statements by property, in the order of the claim table, then by name."""
    groups = []
    for predicate, members in groupby(sorted(triples), key=itemgetter(1)):
        facts = [
            Fact(
                value=library.value(o, lang),
                sources=evidence.sources(library, evidence.claims_of(library, s, p, o), lang),
            )
            for s, p, o in members
        ]
        groups.append(_group(library, predicate, facts, lang))
    return tuple(sorted(groups, key=lambda g: (_RANKS.get(g.property.address, len(_RANKS)), g.property.label)))


def _group(library: Library, predicate: Term, facts: list[Fact], lang: str) -> Group:
    return Group(
        property=library.ref(predicate, lang),
        definition=library.text(predicate, "skos:definition", lang),
        facts=tuple(sorted(facts, key=lambda fact: _natural(fact.value))),
    )


def _inbound(library: Library, term: Term, lang: str) -> tuple[Group, ...]:
    """Who points here by a property that has no inverse on this page; claims and findings are shown elsewhere."""
    own = {(p, o) for _, p, o in library.store.triples(term)}
    found: dict[Term, list[Fact]] = {}
    for subject, predicate, _ in sorted(library.store.triples(None, None, term)):
        inverse = library.inverses.get(predicate)
        kind = (paths.key_of(text_of(subject)) or "").partition("/")[0]
        known = inverse is not None and (inverse, subject) in own
        if known or not predicate.startswith(f"<{names.MF}") or kind in _CLAIM_FOLDERS:
            continue
        found.setdefault(predicate, []).append(Fact(value=library.value(subject, lang)))
    return tuple(_group(library, predicate, facts, lang) for predicate, facts in sorted(found.items()))


def _claims(library: Library, term: Term, folder: str, lang: str) -> tuple[Source, ...]:
    """What an article or a row states, or the claim itself."""
    if folder == "claim":
        return (evidence.source(library, term, lang),) if evidence.is_claim(library, term) else ()
    if folder not in {"article", "row"}:
        return ()
    derived = sorted(s for s, _, _ in library.store.triples(None, expand("prov:wasDerivedFrom"), term))
    return evidence.sources(library, [claim for claim in derived if evidence.is_claim(library, claim)], lang)


def _names(library: Library, term: Term, lang: str) -> tuple[Value, ...]:
    """Other names and codes."""
    found = [o for curie in OTHER_NAMES for _, _, o in sorted(library.store.triples(term, expand(curie)))]
    return tuple(library.value(o, lang) for o in found)


def _natural(value: Value) -> tuple[tuple[int, str | int], ...]:
    """A sort key that puts 9 before 10."""
    words: list[tuple[int, str | int]] = []
    for is_number, letters in groupby(value.text.casefold(), key=lambda c: "0" <= c <= "9"):
        text = "".join(letters)
        words.append((0, int(text)) if is_number else (1, text))
    return tuple(words)
