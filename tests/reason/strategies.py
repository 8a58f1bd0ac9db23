"""Small random ontologies and data, as Turtle, for the laws of the closure."""

from __future__ import annotations

from hypothesis import strategies as st

CLASSES = [":A", ":B", ":C", ":D"]
PROPERTIES = [":p", ":q", ":r"]
THINGS = [":a", ":b", ":c", ":d"]

_cls, _prop, _thing = st.sampled_from(CLASSES), st.sampled_from(PROPERTIES), st.sampled_from(THINGS)


def _axiom(pattern: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda chosen: pattern.format(*chosen))


AXIOM = st.one_of(
    _axiom("{} rdfs:subClassOf {} .", _cls, _cls),
    _axiom("{} owl:equivalentClass {} .", _cls, _cls),
    _axiom("{} owl:disjointWith {} .", _cls, _cls),
    _axiom("{} owl:intersectionOf ( {} {} ) .", _cls, _cls, _cls),
    _axiom("{} owl:unionOf ( {} {} ) .", _cls, _cls, _cls),
    _axiom("[ owl:onProperty {} ; owl:someValuesFrom {} ] rdfs:subClassOf {} .", _prop, _cls, _cls),
    _axiom("{} rdfs:subClassOf [ owl:onProperty {} ; owl:allValuesFrom {} ] .", _cls, _prop, _cls),
    _axiom("{} owl:equivalentClass [ owl:onProperty {} ; owl:hasValue {} ] .", _cls, _prop, _thing),
    _axiom("{} rdfs:subPropertyOf {} .", _prop, _prop),
    _axiom("{} owl:equivalentProperty {} .", _prop, _prop),
    _axiom("{} owl:inverseOf {} .", _prop, _prop),
    _axiom("{} rdfs:domain {} .", _prop, _cls),
    _axiom("{} rdfs:range {} .", _prop, _cls),
    _axiom("{} a owl:TransitiveProperty .", _prop),
    _axiom("{} a owl:SymmetricProperty .", _prop),
    _axiom("{} owl:propertyChainAxiom ( {} {} ) .", _prop, _prop, _prop),
    _axiom("{} owl:propertyChainAxiom ( {} {} {} ) .", _prop, _prop, _prop, _prop),
)
EQUALITY = st.one_of(
    _axiom("{} a owl:FunctionalProperty .", _prop),
    _axiom("{} a owl:InverseFunctionalProperty .", _prop),
    _axiom("{} rdfs:subClassOf [ owl:onProperty {} ; owl:maxCardinality 1 ] .", _cls, _prop),
)
SAME = st.one_of(
    _axiom("{} owl:sameAs {} .", _cls, _cls),
    _axiom("{} owl:sameAs {} .", _prop, _prop),
    _axiom("{} owl:sameAs {} .", _thing, _thing),
)
EXPRESSION = st.one_of(
    _axiom("{} owl:equivalentClass [ owl:onProperty {} ; owl:someValuesFrom {} ] .", _cls, _prop, _cls),
    _axiom("{} owl:equivalentClass [ owl:onProperty {} ; owl:hasValue {} ] .", _cls, _prop, _thing),
    _axiom("{} owl:oneOf ( {} {} ) .", _cls, _thing, _thing),
)
FACT = st.one_of(
    _axiom("{} {} {} .", _thing, _prop, _thing),
    _axiom("{} {} {} .", _thing, _prop, _thing),
    _axiom("{} a {} .", _thing, _cls),
)


def ontologies(*, equality: bool = True) -> st.SearchStrategy[str]:
    """Four to nine axioms over four classes and three properties."""
    axioms = st.one_of(AXIOM, AXIOM, AXIOM, EQUALITY) if equality else AXIOM
    return st.lists(axioms, min_size=4, max_size=9).map("\n".join)


def equalities() -> st.SearchStrategy[str]:
    """Three to eight axioms, of which many make classes, properties or things equal or define classes by these."""
    axioms = st.one_of(AXIOM, EQUALITY, SAME, EXPRESSION)
    return st.lists(axioms, min_size=3, max_size=8).map("\n".join)


def datas() -> st.SearchStrategy[str]:
    """Five to twelve facts about four things."""
    return st.lists(FACT, min_size=5, max_size=12).map("\n".join)
