"""The rules as the tables of OWL 2 Profiles, section 4.3 print them, for the checker alone.

Written down a second time on purpose: a proof is checked against the tables, not against the compiler.
`a` is rdf:type; a rule whose conclusion is `false` finds a contradiction. Rules over lists are in `lists`.
Outside the tables: prp-rflp (owl:ReflexiveProperty).
"""

from __future__ import annotations

from migkg.names import expand

Pattern = tuple[str, str, str]

_TABLES = """
eq-sym        | ?x owl:sameAs ?y | ?y owl:sameAs ?x
eq-trans      | ?x owl:sameAs ?y . ?y owl:sameAs ?z | ?x owl:sameAs ?z
eq-rep-s      | ?s owl:sameAs ?t . ?s ?p ?o | ?t ?p ?o
eq-rep-p      | ?p owl:sameAs ?q . ?s ?p ?o | ?s ?q ?o
eq-rep-o      | ?o owl:sameAs ?t . ?s ?p ?o | ?s ?p ?t
eq-diff1      | ?x owl:sameAs ?y . ?x owl:differentFrom ?y | false
eq-diff1      | ?x owl:differentFrom ?x | false
prp-dom       | ?p rdfs:domain ?c . ?x ?p ?y | ?x a ?c
prp-rng       | ?p rdfs:range ?c . ?x ?p ?y | ?y a ?c
prp-fp        | ?p a owl:FunctionalProperty . ?x ?p ?y . ?x ?p ?z | ?y owl:sameAs ?z
prp-ifp       | ?p a owl:InverseFunctionalProperty . ?x ?p ?z . ?y ?p ?z | ?x owl:sameAs ?y
prp-rflp      | ?p a owl:ReflexiveProperty . ?x a owl:Thing | ?x ?p ?x
prp-irp       | ?p a owl:IrreflexiveProperty . ?x ?p ?x | false
prp-symp      | ?p a owl:SymmetricProperty . ?x ?p ?y | ?y ?p ?x
prp-asyp      | ?p a owl:AsymmetricProperty . ?x ?p ?y . ?y ?p ?x | false
prp-trp       | ?p a owl:TransitiveProperty . ?x ?p ?y . ?y ?p ?z | ?x ?p ?z
prp-spo1      | ?p rdfs:subPropertyOf ?q . ?x ?p ?y | ?x ?q ?y
prp-eqp1      | ?p owl:equivalentProperty ?q . ?x ?p ?y | ?x ?q ?y
prp-eqp2      | ?p owl:equivalentProperty ?q . ?x ?q ?y | ?x ?p ?y
prp-pdw       | ?p owl:propertyDisjointWith ?q . ?x ?p ?y . ?x ?q ?y | false
prp-inv1      | ?p owl:inverseOf ?q . ?x ?p ?y | ?y ?q ?x
prp-inv2      | ?p owl:inverseOf ?q . ?x ?q ?y | ?y ?p ?x
prp-npa1      | ?n owl:sourceIndividual ?x . ?n owl:assertionProperty ?p . ?n owl:targetIndividual ?y . ?x ?p ?y \
| false
prp-npa2      | ?n owl:sourceIndividual ?x . ?n owl:assertionProperty ?p . ?n owl:targetValue ?y . ?x ?p ?y | false
cls-nothing2  | ?x a owl:Nothing | false
cls-com       | ?c owl:complementOf ?d . ?x a ?c . ?x a ?d | false
cls-svf1      | ?r owl:someValuesFrom ?c . ?r owl:onProperty ?p . ?x ?p ?y . ?y a ?c | ?x a ?r
cls-svf2      | ?r owl:someValuesFrom owl:Thing . ?r owl:onProperty ?p . ?x ?p ?y | ?x a ?r
cls-avf       | ?r owl:allValuesFrom ?c . ?r owl:onProperty ?p . ?x a ?r . ?x ?p ?y | ?y a ?c
cls-hv1       | ?r owl:hasValue ?v . ?r owl:onProperty ?p . ?x a ?r | ?x ?p ?v
cls-hv2       | ?r owl:hasValue ?v . ?r owl:onProperty ?p . ?x ?p ?v | ?x a ?r
cls-maxc1     | ?r owl:maxCardinality 0 . ?r owl:onProperty ?p . ?x a ?r . ?x ?p ?y | false
cls-maxc2     | ?r owl:maxCardinality 1 . ?r owl:onProperty ?p . ?x a ?r . ?x ?p ?y . ?x ?p ?z | ?y owl:sameAs ?z
cls-maxqc1    | ?r owl:maxQualifiedCardinality 0 . ?r owl:onProperty ?p . ?r owl:onClass ?c . ?x a ?r . ?x ?p ?y \
. ?y a ?c | false
cls-maxqc2    | ?r owl:maxQualifiedCardinality 0 . ?r owl:onProperty ?p . ?r owl:onClass owl:Thing . ?x a ?r \
. ?x ?p ?y | false
cls-maxqc3    | ?r owl:maxQualifiedCardinality 1 . ?r owl:onProperty ?p . ?r owl:onClass ?c . ?x a ?r . ?x ?p ?y \
. ?y a ?c . ?x ?p ?z . ?z a ?c | ?y owl:sameAs ?z
cls-maxqc4    | ?r owl:maxQualifiedCardinality 1 . ?r owl:onProperty ?p . ?r owl:onClass owl:Thing . ?x a ?r \
. ?x ?p ?y . ?x ?p ?z | ?y owl:sameAs ?z
cax-sco       | ?c rdfs:subClassOf ?d . ?x a ?c | ?x a ?d
cax-eqc1      | ?c owl:equivalentClass ?d . ?x a ?c | ?x a ?d
cax-eqc2      | ?c owl:equivalentClass ?d . ?x a ?d | ?x a ?c
cax-dw        | ?c owl:disjointWith ?d . ?x a ?c . ?x a ?d | false
scm-cls       | ?c a owl:Class | ?c rdfs:subClassOf ?c
scm-cls       | ?c a owl:Class | ?c owl:equivalentClass ?c
scm-cls       | ?c a owl:Class | ?c rdfs:subClassOf owl:Thing
scm-cls       | ?c a owl:Class | owl:Nothing rdfs:subClassOf ?c
scm-op        | ?p a owl:ObjectProperty | ?p rdfs:subPropertyOf ?p
scm-op        | ?p a owl:ObjectProperty | ?p owl:equivalentProperty ?p
scm-dp        | ?p a owl:DatatypeProperty | ?p rdfs:subPropertyOf ?p
scm-dp        | ?p a owl:DatatypeProperty | ?p owl:equivalentProperty ?p
scm-sco       | ?c rdfs:subClassOf ?d . ?d rdfs:subClassOf ?e | ?c rdfs:subClassOf ?e
scm-eqc1      | ?c owl:equivalentClass ?d | ?c rdfs:subClassOf ?d
scm-eqc1      | ?c owl:equivalentClass ?d | ?d rdfs:subClassOf ?c
scm-eqc2      | ?c rdfs:subClassOf ?d . ?d rdfs:subClassOf ?c | ?c owl:equivalentClass ?d
scm-spo       | ?p rdfs:subPropertyOf ?q . ?q rdfs:subPropertyOf ?r | ?p rdfs:subPropertyOf ?r
scm-eqp1      | ?p owl:equivalentProperty ?q | ?p rdfs:subPropertyOf ?q
scm-eqp1      | ?p owl:equivalentProperty ?q | ?q rdfs:subPropertyOf ?p
scm-eqp2      | ?p rdfs:subPropertyOf ?q . ?q rdfs:subPropertyOf ?p | ?p owl:equivalentProperty ?q
scm-dom1      | ?p rdfs:domain ?c . ?c rdfs:subClassOf ?d | ?p rdfs:domain ?d
scm-dom2      | ?q rdfs:domain ?c . ?p rdfs:subPropertyOf ?q | ?p rdfs:domain ?c
scm-rng1      | ?p rdfs:range ?c . ?c rdfs:subClassOf ?d | ?p rdfs:range ?d
scm-rng2      | ?q rdfs:range ?c . ?p rdfs:subPropertyOf ?q | ?p rdfs:range ?c
scm-hv        | ?c owl:hasValue ?v . ?c owl:onProperty ?p . ?d owl:hasValue ?v . ?d owl:onProperty ?q \
. ?p rdfs:subPropertyOf ?q | ?c rdfs:subClassOf ?d
scm-svf1      | ?c owl:someValuesFrom ?v . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?w \
. ?d owl:onProperty ?p . ?v rdfs:subClassOf ?w | ?c rdfs:subClassOf ?d
scm-svf2      | ?c owl:someValuesFrom ?v . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?v \
. ?d owl:onProperty ?q . ?p rdfs:subPropertyOf ?q | ?c rdfs:subClassOf ?d
scm-avf1      | ?c owl:allValuesFrom ?v . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?w . ?d owl:onProperty ?p \
. ?v rdfs:subClassOf ?w | ?c rdfs:subClassOf ?d
scm-avf2      | ?c owl:allValuesFrom ?v . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?v . ?d owl:onProperty ?q \
. ?p rdfs:subPropertyOf ?q | ?d rdfs:subClassOf ?c
"""


def _pattern(text: str) -> Pattern:
    subject, predicate, value = (_position(word) for word in text.split())
    return subject, predicate, value


def _position(word: str) -> str:
    """A variable, a term, or a bare digit: the lexical form of any literal that says so."""
    if word.startswith("?") or word.isdigit():
        return word
    return expand("rdf:type" if word == "a" else word)


def _parse() -> dict[str, list[tuple[list[Pattern], Pattern | None]]]:
    rules: dict[str, list[tuple[list[Pattern], Pattern | None]]] = {}
    for line in _TABLES.strip().splitlines():
        name, body, head = (part.strip() for part in line.split("|"))
        patterns = [_pattern(part) for part in body.split(" . ")]
        rules.setdefault(name, []).append((patterns, None if head == "false" else _pattern(head)))
    return rules


RULES = _parse()
"""For each rule of fixed length its forms: the patterns of the premises, and of the conclusion (None: false)."""
