"""Queries before they meet an engine: canned queries and checks, what is allowed, and the shape of an answer."""

from migkg.query.canned import CannedQuery, Check, Parameter, parse, parse_check
from migkg.query.diagnosis import diagnose
from migkg.query.evidence import plan as evidence_plan
from migkg.query.faults import syntax_error
from migkg.query.guard import refuse_remote
from migkg.query.result import Kind, Result, Solution, limited
from migkg.query.types import THINGS, Names, addresses, coerce

__all__ = [
    "THINGS",
    "CannedQuery",
    "Check",
    "Kind",
    "Names",
    "Parameter",
    "Result",
    "Solution",
    "addresses",
    "coerce",
    "diagnose",
    "evidence_plan",
    "limited",
    "parse",
    "parse_check",
    "refuse_remote",
    "syntax_error",
]
