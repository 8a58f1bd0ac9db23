"""The documentation of the ontology, made from the ontology in the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.names import expand, iri, text_of
from migkg.web import diagram
from migkg.web.evidence import first, spoken
from migkg.web.models import OntologyPage, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg import model
    from migkg.model import Triple
    from migkg.web.library import Library
    from migkg.web.values import Ref

ONTOLOGY = names.MF[:-1]
"""The address of the ontology itself; `names.MF` has the hash of its terms."""

_GRAPH = names.graph("ontology")
_RELATIONS = ("rdfs:subClassOf", "rdfs:subPropertyOf", "owl:inverseOf", "rdfs:domain", "rdfs:range", "owl:disjointWith",
              "skos:exactMatch", "skos:closeMatch", "skos:broader", "skos:topConceptOf", "rdfs:seeAlso")  # fmt: skip
_SECTIONS = (
    ("classes", ("owl:Class",)),
    ("properties", ("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")),
    ("values", ("owl:NamedIndividual",)),
    ("concepts", ("skos:Concept", "skos:ConceptScheme")),
)


def ontology_page(library: Library, lang: str) -> OntologyPage:
    """Classes, properties, values and topics by name; each term stands in the first section that takes it."""
    head = library.describe(iri(ONTOLOGY), _GRAPH)
    seen: set[model.Term] = set()
    sections = []
    for name, kinds in _SECTIONS:
        found = {
            s for kind in kinds for s, _, _ in library.store.triples(None, expand("rdf:type"), expand(kind), _GRAPH)
        }
        own = {term for term in found - seen if term.startswith((f"<{names.MF}", f"<{names.ID}topic"))}
        seen |= own
        terms = [_term(library, term, lang) for term in own]
        sections.append((name, tuple(sorted(terms, key=lambda t: (names.fold(t.ref.label), t.ref.address)))))
    return OntologyPage(
        title=spoken(head, "dcterms:title", lang),
        description=spoken(head, "dcterms:description", lang),
        version=first(head, "owl:versionInfo"),
        sections=tuple(section for section in sections if section[1]),
        diagrams=(("diagram", diagram.classes(library, lang)), ("ways", diagram.properties(library, lang))),
    )


def triples(library: Library) -> Iterator[Triple]:
    """The ontology as it stands in its files."""
    return library.store.triples(graph=_GRAPH)


def _term(library: Library, term: model.Term, lang: str) -> Term:
    about = library.describe(term, _GRAPH)
    relations: list[tuple[Ref, tuple[Ref, ...]]] = []
    for curie in _RELATIONS:
        values = tuple(library.ref(value, lang) for value in about.get(curie, []) if value.startswith("<"))
        if values:
            relations.append((library.ref(expand(curie), lang), values))
    kinds = [kind for kind in about.get("rdf:type", []) if kind != expand("owl:NamedIndividual")]
    return Term(
        ref=library.ref(term, lang),
        anchor=text_of(term).removeprefix(names.MF).removeprefix(names.ID),
        sort=names.shorten(kinds[0]) if kinds else "",
        labels=dict(sorted(library.labels(term).items())),
        definition=library.text(term, "skos:definition", lang),
        notes=tuple(
            text
            for curie in ("skos:scopeNote", "rdfs:comment", "skos:example")
            if (text := library.text(term, curie, lang))
        ),
        relations=tuple(relations),
    )
