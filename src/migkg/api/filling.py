"""A canned query with its parameters as a person typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import query

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from migkg.model import Term
    from migkg.query import CannedQuery, Names, Parameter


_KINDS = frozenset({"forum", "edition", "meeting", "event", "session", "org", "person", "city", "document"})
"""What stands before the colon in a key of the claim table (`edition:SACM/10`)."""


def fill(
    asked: CannedQuery, values: Mapping[str, str | list[str]], find: Callable[[str, str], Term | None], all_names: Names
) -> str:
    """The SPARQL of a canned query with its parameters bound as terms.

    `find` is asked for the one thing that a text means beyond doubt; only where it knows none, `all_names` is: for
    other spellings, and for what may have been meant.
    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    bound: dict[str, list[Term]] = {}
    for name, given in values.items():
        texts = [given] if isinstance(given, str) else given
        # `bind` refuses an unknown name with a suggestion
        bound[name] = [term(known[name], text, find, all_names) for text in texts] if name in known else []
    return asked.bind(bound)


def term(parameter: Parameter, text: str, find: Callable[[str, str], Term | None], all_names: Names) -> Term:
    """One value as a person typed it; UsageError with what may have been meant."""
    if (parameter.type in query.THINGS or parameter.type == "property") and not parameter.choices:
        kind, _, key = text.strip().partition(":")
        bare = key if kind in _KINDS and key else text
        for spelling in dict.fromkeys((text.strip(), bare.strip())):
            if found := find(parameter.type, spelling):
                return found
        text = bare
    return query.coerce(parameter, text, all_names)
