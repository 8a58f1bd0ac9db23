"""The canned queries by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import query, resources
from migkg.errors import UsageError

if TYPE_CHECKING:
    from migkg.query import CannedQuery


def canned(name: str) -> CannedQuery:
    """One canned query; UsageError with the nearest names where there is none of that name."""
    known = resources.canned_names()
    if name not in known:
        import difflib  # only for who mistypes

        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "see 'migkg queries'"
        raise UsageError(f"no canned query '{name}'", hint=hint)
    return query.parse(f"queries/canned/{name}.rq", resources.canned_query(name))


def canned_queries() -> list[CannedQuery]:
    """All canned queries, by name."""
    return [query.parse(f"queries/canned/{name}.rq", text) for name, text in resources.canned_queries()]
