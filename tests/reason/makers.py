"""Small graphs for the tests of reasoning: Turtle in, triples out."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from migkg.explain import Memory, Prover, check
from migkg.model import Term
from migkg.reason import close, compile

if TYPE_CHECKING:
    from migkg.model import Triple
    from migkg.reason import Closure, Rules

PREFIXES = """@prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


class Case(NamedTuple):
    """One line of rule_cases.tsv: `kind` is holds, not, clash or refused."""

    rule: str
    kind: str
    premises: str
    expected: str


def rule_cases() -> list[Case]:
    path = Path(__file__).with_name("rule_cases.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Case(*line) for line in lines[1:]]


def turtle(text: str) -> list[Triple]:
    """The triples of a Turtle text, with the prefixes above."""
    parsed = ox.parse(input=PREFIXES + text, format=ox.RdfFormat.TURTLE)
    return [(Term(str(quad.subject)), Term(str(quad.predicate)), Term(str(quad.object))) for quad in parsed]


def notation3(text: str) -> list[Triple]:
    """Triples that may have a literal as subject, three terms and a full stop each."""
    triples: list[Triple] = []
    for statement in text.split(" . "):
        subject, rest = statement.strip().removesuffix(".").strip().split(" ", 1)
        swapped = turtle(f":_ :_ {subject} . :_ {rest} .")
        triples.append((swapped[0][2], swapped[1][1], swapped[1][2]))
    return triples


def node(name: str) -> Term:
    return Term(f"<http://example.org/{name}>")


class Reasoned(NamedTuple):
    """A graph that is ontology and data in one, closed."""

    asserted: list[Triple]
    rules: Rules
    closure: Closure

    def prover(self) -> Prover:
        return Prover(self.rules, Memory(self.asserted, self.closure.inferred))

    def everything(self) -> set[Triple]:
        return {*self.asserted, *self.closure.inferred}

    def unproved(self) -> list[tuple[Triple, tuple[str, ...]]]:
        """Inferred triples without a proof, or whose proof the checker refuses."""
        prover, stated = self.prover(), set(self.asserted)
        found: list[tuple[Triple, tuple[str, ...]]] = []
        for triple in self.closure.inferred:
            proof = prover.prove(triple)
            faults = ("no proof",) if proof is None else check(proof, self.rules.ontology, stated.__contains__)
            if faults:
                found.append((triple, faults))
        return found


def reasoned(text: str) -> Reasoned:
    triples = turtle(text)
    rules = compile(triples)
    return Reasoned(triples, rules, close(rules, triples))
