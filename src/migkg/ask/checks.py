"""Whether the atoms of a question make one whole, and say of what is asked for what can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.atoms import is_connected, nodes
from migkg.ask.logic import Form, Holds, InYears, Kind, Statement, Titled
from migkg.ask.model import NotUnderstoodError, Var

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.ask.logic import Atom
    from migkg.ask.relations import Relation
    from migkg.ask.target import Target

OF_ITSELF = frozenset({"forum", "meeting"})
"""Types that a question may list without saying anything else of them."""


def check(atoms: Sequence[Atom], target: Target, answer: Var, relations: Mapping[str, Relation]) -> None:
    """Something is asked, and everything that is said hangs together; else NotUnderstoodError."""
    variables = [{n for n in nodes(atom) if isinstance(n, Var)} for atom in atoms]
    asks = target.form == "ask"
    if asks and not any(isinstance(atom, Statement | InYears | Form) for atom in atoms):
        raise NotUnderstoodError("nothing is asked")
    if not is_connected(variables) or (not asks and not all(variables)):
        raise NotUnderstoodError("the parts of the question do not hang together")
    if not asks:
        _check_answer(atoms, target.types, answer, relations)


def _check_answer(
    atoms: Sequence[Atom], wanted: frozenset[str], answer: Var, relations: Mapping[str, Relation]
) -> None:
    """Something is said of the answer, and all that is said of it lets it have one class."""
    told = [atom for atom in atoms if not isinstance(atom, Kind | Titled) and answer in nodes(atom)]
    others = any(answer not in nodes(atom) for atom in atoms)
    if not told and (others or not wanted & OF_ITSELF):
        raise NotUnderstoodError("nothing is said of what is asked for")
    denied = [atom for atom in told if isinstance(atom, Statement) and atom.negated]
    if told and denied == told and wanted and not wanted & OF_ITSELF:
        raise NotUnderstoodError("it is not said among whom", tuple(sorted({atom.relation for atom in denied})))
    types = wanted
    for atom in told if wanted else ():
        if isinstance(atom, Statement) and atom.object == answer:
            types &= relations[atom.relation].objects
        elif isinstance(atom, Holds) and atom.official == answer:
            types &= {"official"}
    if wanted and not types:
        raise NotUnderstoodError("what is asked for cannot be all of what is said of it")
