"""An independent judge of proofs: each step against the tables, sharing nothing with the search that found it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.explain.lists import DEFINITIONS
from migkg.explain.proof import ASSERTED, AXIOM
from migkg.explain.tables import RULES
from migkg.names import expand, text_of
from migkg.rules.literals import equal, ill_formed, inside, unequal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from migkg.explain.proof import Proof
    from migkg.explain.tables import Pattern
    from migkg.model import Triple

_TYPE, _SAME, _DIFFERENT, _THING = (
    expand(word) for word in ("rdf:type", "owl:sameAs", "owl:differentFrom", "owl:Thing")
)


def check(proof: Proof, ontology: Collection[Triple], asserted: Callable[[Triple], bool]) -> tuple[str, ...]:
    """The faults of a proof, one sentence each; none if every step is what its rule allows.

    `ontology` are the triples that may be used as axioms, `asserted` says whether the data state a triple.
    """
    return tuple(_faults(proof, frozenset(ontology), asserted))


def _faults(proof: Proof, ontology: frozenset[Triple], asserted: Callable[[Triple], bool]) -> Iterator[str]:
    said = " ".join(proof.conclusion) if proof.conclusion else "a contradiction"
    for axiom in proof.axioms:
        if axiom not in ontology:
            yield f"{said}: '{' '.join(axiom)}' is not an axiom of the ontology"
    if not _follows(proof, ontology, asserted):
        yield f"{said}: does not follow by {proof.rule}"
    for premise in proof.premises:
        yield from _faults(premise, ontology, asserted)


def _follows(proof: Proof, ontology: frozenset[Triple], asserted: Callable[[Triple], bool]) -> bool:
    if proof.rule in {ASSERTED, AXIOM}:
        return _stated(proof, ontology, asserted)
    if any(premise.conclusion is None for premise in proof.premises):
        return False
    premises = frozenset(premise.conclusion for premise in proof.premises if premise.conclusion)
    given = premises | frozenset(proof.axioms)
    if proof.rule in DEFINITIONS:
        return DEFINITIONS[proof.rule](given, proof.conclusion)
    if proof.rule in _LITERALS:
        return _LITERALS[proof.rule](given, proof.conclusion)
    return any(_matches(body, head, given, proof.conclusion) for body, head in RULES.get(proof.rule, []))


def _stated(proof: Proof, ontology: frozenset[Triple], asserted: Callable[[Triple], bool]) -> bool:
    if proof.conclusion is None or proof.premises or proof.axioms:
        return False
    return proof.conclusion in ontology if proof.rule == AXIOM else asserted(proof.conclusion)


def _matches(body: list[Pattern], head: Pattern | None, given: frozenset[Triple], conclusion: Triple | None) -> bool:
    if head is None or conclusion is None:
        return head is None and conclusion is None and _satisfied(body, {}, given)
    binding = _bind(head, conclusion, {})
    return binding is not None and _satisfied(body, binding, given)


def _satisfied(body: list[Pattern], binding: dict[str, str], given: frozenset[Triple]) -> bool:
    if not body:
        return True
    extended = (_bind(body[0], triple, binding) for triple in given)
    return any(further is not None and _satisfied(body[1:], further, given) for further in extended)


def _bind(pattern: Pattern, triple: Triple, binding: dict[str, str]) -> dict[str, str] | None:
    extended = dict(binding)
    for part, term in zip(pattern, triple, strict=True):
        if part.isdigit():
            if not (term.startswith('"') and text_of(term) == part):
                return None
        elif (extended.setdefault(part, term) if part.startswith("?") else part) != term:
            return None
    return extended


def _reflexive(_: frozenset[Triple], conclusion: Triple | None) -> bool:
    return conclusion is not None and conclusion[1] == _SAME and conclusion[0] == conclusion[2]


def _is_thing(_: frozenset[Triple], conclusion: Triple | None) -> bool:
    return conclusion is not None and conclusion[1:] == (_TYPE, _THING) and not conclusion[0].startswith('"')


def _literals(conclusion: Triple | None, predicate: str) -> bool:
    return (
        conclusion is not None
        and conclusion[1] == predicate
        and conclusion[0].startswith('"')
        and conclusion[2].startswith('"')
    )


def _equal(_: frozenset[Triple], conclusion: Triple | None) -> bool:
    return conclusion is not None and _literals(conclusion, _SAME) and equal(conclusion[0], conclusion[2])


def _unequal(_: frozenset[Triple], conclusion: Triple | None) -> bool:
    return conclusion is not None and _literals(conclusion, _DIFFERENT) and unequal(conclusion[0], conclusion[2])


def _typed(_: frozenset[Triple], conclusion: Triple | None) -> bool:
    return (
        conclusion is not None
        and conclusion[1] == _TYPE
        and conclusion[0].startswith('"')
        and inside(conclusion[0], conclusion[2]) is True
    )


def _wrongly_typed(given: frozenset[Triple], conclusion: Triple | None) -> bool:
    """A literal is put into a datatype that lacks its value, or is no form of its own datatype."""
    outside = any(p == _TYPE and s.startswith('"') and inside(s, o) is False for s, p, o in given)
    return conclusion is None and (outside or any(o.startswith('"') and ill_formed(o) for _, _, o in given))


_LITERALS: dict[str, Callable[[frozenset[Triple], Triple | None], bool]] = {
    "eq-ref": _reflexive,
    "cls-thing": _is_thing,
    "dt-type2": _typed,
    "dt-eq": _equal,
    "dt-diff": _unequal,
    "dt-not-type": _wrongly_typed,
}
