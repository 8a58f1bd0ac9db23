"""Terms and axioms as people read them: CURIEs, lists in parentheses, class expressions in brackets."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.names import expand, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.explain.proof import Proof
    from migkg.model import Term, Triple

_FIRST, _REST = expand("rdf:first"), expand("rdf:rest")
_DECLARATIONS = {expand("owl:Class"), expand("owl:Restriction")}


class Writer:
    """Writes what an ontology says about its blank nodes in place of the blank nodes."""

    def __init__(self, ontology: Iterable[Triple]) -> None:
        self._said: dict[str, list[Triple]] = defaultdict(list)
        for triple in sorted(ontology):
            if triple[0].startswith("_:"):
                self._said[triple[0]].append(triple)

    def term(self, term: Term) -> str:
        """A CURIE, a literal's text, a list as `( a b )`, an expression as `[ property value ; ... ]`."""
        if not term.startswith("_:"):
            return shorten(term)
        said = self._said.get(term, [])
        if any(predicate == _FIRST for _, predicate, _ in said):
            return f"( {' '.join(self._members(term))} )"
        parts = [f"{shorten(p)} {self.term(o)}" for _, p, o in said if o not in _DECLARATIONS]
        return f"[ {' ; '.join(parts)} ]"

    def triple(self, triple: Triple) -> str:
        """Subject, predicate and object; what is said of a blank node is said once, as an expression."""
        if triple[0].startswith("_:"):
            return self.term(triple[0])
        return " ".join(self.term(term) for term in triple)

    def axioms(self, proof: Proof) -> tuple[str, ...]:
        """The axioms that the last step of a proof rests on, one sentence each, without the cells of lists."""
        shown = [triple for triple in proof.axioms if triple[1] not in {_FIRST, _REST}]
        return tuple(dict.fromkeys(self.triple(triple) for triple in shown))

    def _members(self, head: Term) -> list[str]:
        members: list[str] = []
        while head.startswith("_:"):
            cell = {predicate: value for _, predicate, value in self._said.get(head, [])}
            members.append(self.term(cell[_FIRST]))
            head = cell[_REST]
        return members
