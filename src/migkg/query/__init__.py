"""Queries before they meet an engine: canned queries and checks, what is allowed, and the shape of an answer.

What only some commands need (diagnosis, evidence, what a check reads) is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.query.canned import CannedQuery, Parameter, parse
from migkg.query.guard import refuse_remote
from migkg.query.merged import REPLACED, current
from migkg.query.result import Kind, Result, Solution, limited
from migkg.query.types import THINGS, Names, addresses, coerce

if TYPE_CHECKING:
    from migkg.query.checks import Check, parse_check
    from migkg.query.columns import shown
    from migkg.query.diagnosis import diagnose
    from migkg.query.evidence import plan as evidence_plan
    from migkg.query.evidence import ways as evidence_ways
    from migkg.query.faults import syntax_error
    from migkg.query.following import affected, gathered
    from migkg.query.trails import Reads, reads

__all__ = [
    "REPLACED",
    "THINGS",
    "CannedQuery",
    "Check",
    "Kind",
    "Names",
    "Parameter",
    "Reads",
    "Result",
    "Solution",
    "addresses",
    "affected",
    "coerce",
    "current",
    "diagnose",
    "evidence_plan",
    "evidence_ways",
    "gathered",
    "limited",
    "parse",
    "parse_check",
    "reads",
    "refuse_remote",
    "shown",
    "syntax_error",
]

_LATER = {
    "Check": ("checks", "Check"),
    "Reads": ("trails", "Reads"),
    "affected": ("following", "affected"),
    "diagnose": ("diagnosis", "diagnose"),
    "evidence_plan": ("evidence", "plan"),
    "evidence_ways": ("evidence", "ways"),
    "gathered": ("following", "gathered"),
    "parse_check": ("checks", "parse_check"),
    "reads": ("trails", "reads"),
    "shown": ("columns", "shown"),
    "syntax_error": ("faults", "syntax_error"),
}
"""Name -> module of this package, and its name there."""


def __getattr__(name: str) -> object:
    """A name of `_LATER`, from its module."""
    from importlib import import_module

    if name not in _LATER:
        raise AttributeError(f"module 'migkg.query' has no attribute '{name}'")
    module, attribute = _LATER[name]
    return getattr(import_module(f"migkg.query.{module}"), attribute)
