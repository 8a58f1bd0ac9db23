"""Queries before they meet an engine: canned queries and checks, what is allowed, and the shape of an answer."""

from migkg.query.canned import CannedQuery, Check, Parameter, parse, parse_check
from migkg.query.faults import syntax_error
from migkg.query.guard import refuse_remote
from migkg.query.result import Kind, Result, Solution
from migkg.query.types import Names, coerce

__all__ = [
    "CannedQuery",
    "Check",
    "Kind",
    "Names",
    "Parameter",
    "Result",
    "Solution",
    "coerce",
    "parse",
    "parse_check",
    "refuse_remote",
    "syntax_error",
]
