"""Queries before they meet an engine: canned queries and checks, what is allowed, and the shape of an answer."""

from migkg.query.faults import syntax_error
from migkg.query.guard import refuse_remote
from migkg.query.result import Kind, Result, Solution

__all__ = ["Kind", "Result", "Solution", "refuse_remote", "syntax_error"]
