"""How do you know: the proof of a statement over a stored graph, down to axioms and claims."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from migkg import explain, mapping, names, pipeline
from migkg.api import support
from migkg.model import DEFAULT_GRAPH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from migkg.api.support import Support
    from migkg.explain import Proof
    from migkg.model import Term, Triple
    from migkg.store import Store

    Label = Callable[[Term], str]


class Stored:
    """A stored graph as the prover sees it: what matches a pattern, and what is asserted rather than inferred."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._derived = {DEFAULT_GRAPH, names.graph(mapping.INFERRED)}

    def match(self, s: Term | None, p: Term, o: Term | None) -> Iterable[Triple]:
        """The triples of the default graph that match, None matching anything."""
        return self._store.triples(s, p, o)

    def asserted(self, triple: Triple) -> bool:
        """Whether a table, an article or the ontology states the triple."""
        return any(graph not in self._derived for graph in self._store.graphs_of(triple))


class Proofs:
    """Proves statements of one stored graph; the ontology is compiled once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        rules = pipeline.reasoning_rules()
        self._prover = explain.Prover(rules, Stored(store))
        self._writer = explain.Writer(rules.ontology)

    def prove(self, triple: Triple) -> Proof | None:
        """The shortest proof, or None where the graph neither states nor entails the triple."""
        return self._prover.prove(triple)

    def sources(self, triple: Triple) -> list[Support]:
        """The accepted claims that state a triple."""
        subject, predicate, value = triple
        found = [
            support.support(self._store, claim, said)
            for claim, said in support.claims_about(self._store, subject, predicate)
            if value in said.get("rdf:object", [])
        ]
        return [said for said in found if said.status == "accepted"]

    def tree(self, proof: Proof, label: Label, indent: str = "") -> Iterator[str]:
        """The proof as lines: each statement with its rule and axioms, its premises below it, claims at the leaves."""
        stated = " ".join(label(term) for term in proof.conclusion) if proof.conclusion else "contradiction"
        yield f"{indent}{stated}  [{proof.rule}]"
        inner = f"{indent}  "
        for axiom in self._writer.axioms(proof) if proof.premises else ():
            yield f"{inner}by {axiom}"
        for premise in proof.premises:
            yield from self.tree(premise, label, inner)
        if proof.rule == explain.ASSERTED and proof.conclusion:
            for said in self.sources(proof.conclusion):
                yield f"{inner}“{said.quote}” {said.source} {said.url}".rstrip()

    def record(self, proof: Proof) -> dict[str, object]:
        """The proof as plain values for JSON."""
        leaf = proof.rule == explain.ASSERTED and proof.conclusion is not None
        return {
            "conclusion": list(proof.conclusion or ()),
            "rule": proof.rule,
            "axioms": list(self._writer.axioms(proof)),
            "premises": [self.record(premise) for premise in proof.premises],
            "claims": [said.claim for said in self.sources(proof.conclusion)] if leaf and proof.conclusion else [],
        }

    def triples(self, proof: Proof) -> list[Triple]:
        """The proof in RDF: each statement reified and derived (prov:wasDerivedFrom) from its premises or claims."""
        return sorted(set(self._triples(proof)))

    def _triples(self, proof: Proof) -> Iterator[Triple]:
        if proof.conclusion is None:
            return
        me = statement(proof.conclusion)
        yield me, names.expand("rdf:type"), names.expand("rdf:Statement")
        for part, term in zip(("subject", "predicate", "object"), proof.conclusion, strict=True):
            yield me, names.expand(f"rdf:{part}"), term
        yield me, names.word("rule"), names.literal(proof.rule)
        for premise in proof.premises:
            if premise.conclusion:
                yield me, names.expand("prov:wasDerivedFrom"), statement(premise.conclusion)
                yield from self._triples(premise)
        if proof.rule == explain.ASSERTED:
            for said in self.sources(proof.conclusion):
                yield me, names.expand("prov:wasDerivedFrom"), names.expand(said.claim)


def statement(triple: Triple) -> Term:
    """The IRI of a statement as a thing that can be spoken of: made from the hash of its triple."""
    return names.thing("statement", hashlib.sha256(" ".join(triple).encode()).hexdigest()[:20])
