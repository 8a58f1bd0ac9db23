"""A sh:ValidationReport, whichever engine wrote it, as findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.model import Finding, Severity, Term, Triple
from migkg.names import expand, shorten
from migkg.validate.shapes import SEVERITIES, local_name, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.validate.shapes import Shapes

_RESULT = expand("sh:result")


def findings(report: Iterable[Triple], shapes: Shapes) -> list[Finding]:
    """One finding a result; results nested inside others (sh:detail) only explain and are left out."""
    described: dict[Term, dict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
    top: list[Term] = []
    for s, p, o in report:
        described[s][p].append(o)
        if p == _RESULT:
            top.append(o)
    return [_finding(described[result], shapes) for result in top]


def _finding(result: dict[Term, list[Term]], shapes: Shapes) -> Finding:
    shape = _one(result, "sh:sourceShape")
    component = _one(result, "sh:sourceConstraintComponent")
    focus, value = _one(result, "sh:focusNode"), _one(result, "sh:value")
    path = _path(_one(result, "sh:resultPath"), shape, shapes)
    named = shape.startswith("<")
    return Finding(
        severity=SEVERITIES.get(_one(result, "sh:resultSeverity"), Severity.VIOLATION),
        check=local_name(shape if named else component),
        focus=_anonymous(focus),
        path=path,
        # On a node shape the value is the focus itself, and not every engine repeats it.
        value=_anonymous(value) if path or value != focus else "",
        message=(shapes.message(shape) if named else ()) or texts(result.get(expand("sh:resultMessage"), ())),
        remedy=shapes.remedy(shape) if named else (),
        constraint=shorten(component),
    )


def _one(result: dict[Term, list[Term]], curie: str) -> Term:
    return min(result.get(expand(curie), ()), default=Term(""))


def _path(reported: Term, shape: Term, shapes: Shapes) -> str:
    """A complex path is a blank node in a report: its text comes from the shape."""
    return shapes.path(shape) if reported.startswith("_:") else reported


def _anonymous(term: Term) -> str:
    """Labels of blank nodes differ from engine to engine and run to run."""
    return "[]" if term.startswith("_:") else term
