"""The ontology's triples, looked up by subject and predicate, with lists read and foreign constructs refused."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.counts import counted
from migkg.errors import UnsupportedAxiomError
from migkg.names import PREFIXES, expand, shorten
from migkg.rules import terms as t
from migkg.rules.literals import is_datatype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Term, Triple

_OWL = f"<{PREFIXES['owl']}"
_RDFS = f"<{PREFIXES['rdfs']}"


def _words(text: str) -> frozenset[str]:
    return frozenset(expand(curie) for curie in text.split())


AXIOMS = _words(
    "rdfs:subClassOf rdfs:subPropertyOf rdfs:domain rdfs:range owl:equivalentClass owl:equivalentProperty "
    "owl:inverseOf owl:propertyChainAxiom owl:hasKey owl:propertyDisjointWith owl:disjointWith owl:complementOf "
    "owl:intersectionOf owl:unionOf owl:oneOf owl:onProperty owl:onClass owl:someValuesFrom owl:allValuesFrom "
    "owl:hasValue owl:maxCardinality owl:maxQualifiedCardinality owl:members owl:distinctMembers "
    "owl:sourceIndividual owl:assertionProperty owl:targetIndividual owl:targetValue"
)
"""Predicates that make a triple an axiom: they are compiled, and mean nothing outside the ontology."""

_FACTS = _words("owl:sameAs owl:differentFrom")
_STATEMENTS = AXIOMS | {t.SAME}
_ANNOTATIONS = _words(
    "rdfs:label rdfs:comment rdfs:seeAlso rdfs:isDefinedBy rdfs:member owl:versionIRI owl:versionInfo owl:imports "
    "owl:deprecated owl:priorVersion owl:backwardCompatibleWith owl:incompatibleWith owl:annotatedSource "
    "owl:annotatedProperty owl:annotatedTarget"
)
KINDS = _words(
    "owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty owl:OntologyProperty owl:Ontology "
    "owl:Restriction owl:NamedIndividual owl:Thing owl:Nothing owl:Axiom owl:Annotation owl:DeprecatedClass "
    "owl:DeprecatedProperty owl:FunctionalProperty owl:InverseFunctionalProperty owl:ReflexiveProperty "
    "owl:IrreflexiveProperty owl:SymmetricProperty owl:AsymmetricProperty owl:TransitiveProperty owl:AllDifferent "
    "owl:AllDisjointClasses owl:AllDisjointProperties owl:NegativePropertyAssertion rdfs:Class "
    "rdfs:Resource rdfs:Literal rdfs:ContainerMembershipProperty"
)
"""Classes of the vocabulary that an ontology may put things into."""
_CHARACTERISTICS = _words(
    "owl:FunctionalProperty owl:InverseFunctionalProperty owl:ReflexiveProperty owl:IrreflexiveProperty "
    "owl:SymmetricProperty owl:AsymmetricProperty owl:TransitiveProperty"
)
_TOP_AND_BOTTOM = _words("owl:topObjectProperty owl:topDataProperty owl:bottomObjectProperty owl:bottomDataProperty")
_DATATYPE = expand("rdfs:Datatype")


class Ontology:
    """The triples of an ontology; every construct of OWL in it is one that the compiler knows.

    Raises UnsupportedAxiomError, naming the triple, for anything of the owl: or rdfs: vocabulary that it does not know.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples: tuple[Triple, ...] = tuple(sorted(set(triples)))
        self._values: dict[tuple[str, str], list[Term]] = defaultdict(list)
        self._by_predicate: dict[str, list[Triple]] = defaultdict(list)
        for triple in self.triples:
            _refuse_foreign(triple)
            self._values[triple[0], triple[1]].append(triple[2])
            self._by_predicate[triple[1]].append(triple)

    def with_predicate(self, predicate: str) -> list[Triple]:
        """The triples with a predicate, sorted."""
        return self._by_predicate.get(predicate, [])

    def instances(self, kind: str) -> Iterator[Triple]:
        """The triples `x rdf:type kind`, sorted."""
        return (triple for triple in self.with_predicate(t.TYPE) if triple[2] == kind)

    def values(self, subject: str, predicate: str) -> list[Term]:
        """The objects of a subject's property, sorted."""
        return self._values.get((subject, predicate), [])

    def one(self, subject: str, predicate: str) -> Triple:
        """The only triple of a subject's property; raises UnsupportedAxiomError where there are none or several."""
        found = self.values(subject, predicate)
        if len(found) != 1:
            told = counted(len(found), "value")
            raise UnsupportedAxiomError(
                f"the axiom at '{written(subject)}' has {told} of {shorten(predicate)}, not one",
                hint="write one restriction or one list per node",
            )
        return subject, predicate, found[0]  # type: ignore[return-value]  # a subject read from a triple is a term

    def members(self, head: str) -> tuple[list[Term], list[Triple]]:
        """The members of a list and the triples of its cells."""
        members: list[Term] = []
        cells: list[Triple] = []
        seen: set[str] = set()
        while head != t.NIL:
            if head in seen:
                raise UnsupportedAxiomError(
                    f"the list at '{written(head)}' runs in a circle", hint="end it with rdf:nil"
                )
            seen.add(head)
            first, rest = self.one(head, t.FIRST), self.one(head, t.REST)
            members.append(first[2])
            cells += [first, rest]
            head = rest[2]
        return members, cells

    def expressions(self) -> frozenset[str]:
        """The blank nodes that stand for class expressions, restrictions, lists and n-ary axioms."""
        syntax = AXIOMS | {t.FIRST, t.REST}
        found = {node for s, p, o in self.triples if p in syntax for node in (s, o)}
        found |= {s for s, p, o in self.triples if p == t.TYPE and o in KINDS}
        return frozenset(node for node in found if node.startswith("_:"))


def _refuse_foreign(triple: Triple) -> None:
    subject, predicate, value = triple
    if predicate in _STATEMENTS or (predicate == t.TYPE and value in _CHARACTERISTICS):
        _refuse_axioms_about_syntax(triple)
    if predicate == t.TYPE:
        known = is_datatype(subject) if value == _DATATYPE else value in KINDS
        if value.startswith((_OWL, _RDFS)) and not known:
            raise unsupported(triple)
    elif predicate.startswith((_OWL, _RDFS)) and predicate not in AXIOMS | _FACTS | _ANNOTATIONS:
        raise unsupported(triple)


def _refuse_axioms_about_syntax(triple: Triple) -> None:
    """Axioms may speak neither of rdf:type nor of the axiom vocabulary, nor of the top and bottom properties.

    Nor may these words have characteristics of properties or be equal to anything.
    """
    for node in (triple[0], triple[2]):
        if node in AXIOMS or node == t.TYPE or node in _TOP_AND_BOTTOM:
            raise unsupported(triple)


def unsupported(
    triple: Triple, why: str = "it is outside the part of OWL 2 RL that is implemented"
) -> UnsupportedAxiomError:
    """The error that names an axiom: never is one ignored."""
    axiom = " ".join(written(term) for term in triple)
    return UnsupportedAxiomError(
        f"the axiom '{axiom}' is not supported: {why}", hint="state it in OWL 2 RL or as SHACL"
    )


def written(term: str) -> str:
    """A term as messages show it."""
    return term if term.startswith("_:") else shorten(term)
