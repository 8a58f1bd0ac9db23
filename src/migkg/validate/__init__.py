"""Closed-world validation: SHACL shapes over triples, with two engines that give the same findings.

`shifty` is the fast gate of every build; `pyshacl` is the reference implementation to which it is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.errors import UsageError
from migkg.validate import gate, reference, trails
from migkg.validate.literals import split_ill_formed
from migkg.validate.report import findings
from migkg.validate.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from migkg.model import Finding, Triple
    from migkg.query import Reads

__all__ = ["ENGINES", "ill_formed", "reads", "validate"]

ENGINES: dict[str, Callable[[Sequence[Triple], Sequence[Triple]], list[Triple]]] = {
    "shifty": gate.report,
    "pyshacl": reference.report,
}
"""Data and shapes in, the triples of a sh:ValidationReport out."""


def validate(data: Iterable[Triple], shapes: Iterable[Triple], *, engine: str = "shifty") -> list[Finding]:
    """What the shapes find wrong with the data, sorted and without repetition.

    The data must hold the ontology's class hierarchy, since SHACL walks rdfs:subClassOf in the data graph.
    `focus` and `value` of a finding are terms; `path` is a term or a SPARQL property path; `check` is the local
    name of the shape, or of the constraint component where the shape is a blank node. Ill-formed literals are
    found first and kept from the engines, of which one aborts on them.
    UsageError: unknown engine. DataError: the shapes are not valid SHACL.
    """
    if engine not in ENGINES:
        raise UsageError(f"there is no SHACL engine '{engine}'", hint=f"choose one of {', '.join(sorted(ENGINES))}")
    known = Shapes(shapes)
    good, bad = split_ill_formed(data)
    found = [known.ill_formed(triple) for triple in bad]
    found += findings(ENGINES[engine](good, known.triples), known)
    return sorted(
        set(found), key=lambda f: (f.focus, f.check, f.path, f.value, f.constraint, f.severity.value, f.message)
    )


def ill_formed(data: Iterable[Triple], shapes: Iterable[Triple]) -> list[Finding]:
    """What `validate` finds wrong with single triples: literals that do not fit their datatypes."""
    known = Shapes(shapes)
    return [known.ill_formed(triple) for triple in split_ill_formed(data)[1]]


def reads(shapes: Iterable[Triple]) -> Reads:
    """Which triples the other findings about a focus node are made from."""
    return trails.reads(Shapes(shapes))
