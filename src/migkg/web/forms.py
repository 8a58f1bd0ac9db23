"""Canned queries as forms, and their answers as tables of names and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import UsageError
from migkg.web.models import Field, QueryList, QueryPage
from migkg.web.values import Ref, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.query import CannedQuery, Parameter, Result
    from migkg.web.library import Library

_FOLDERS = {"forum": "forum", "state": "state", "city": "city", "organisation": "org", "official": "official",
            "meeting": "meeting", "document": "document", "article": "article"}  # fmt: skip
"""Type of a parameter -> kind of thing whose names complete it."""

_CHOSEN_FROM_LIST = frozenset({"forum"})


def query_list(queries: Sequence[CannedQuery], lang: str) -> QueryList:
    """All canned queries by their first tag."""
    groups: dict[str, list[Ref]] = {}
    for query in queries:
        groups.setdefault(query.tags[0] if query.tags else "", []).append(query_ref(query, lang))
    return QueryList(tags=tuple((tag, tuple(refs)) for tag, refs in sorted(groups.items())))


def query_ref(query: CannedQuery, lang: str) -> Ref:
    """A canned query as a link."""
    return Ref(address="", label=query.summary[lang], path=f"queries/{query.name}", kind="query")


def bind(library: Library, query: CannedQuery, given: Mapping[str, Sequence[str]]) -> str:
    """The SPARQL of a query with the values of a form; UsageError says what was wrong with one."""
    texts = {name: [v for v in values if v.strip()] for name, values in given.items()}
    known = {parameter.name for parameter in query.parameters}
    return library.graph.filled(query, {name: list(v) for name, v in texts.items() if v and name in known})


def query_page(
    library: Library,
    query: CannedQuery,
    given: Mapping[str, Sequence[str]],
    lang: str,
    *,
    result: Result | None = None,
    problem: str = "",
) -> QueryPage:
    """The form of a query, filled with what was given, and its answer where there is one."""
    try:
        sparql = bind(library, query, given)
    except UsageError as error:
        sparql, problem = query.text, problem or str(error)
    rows = [] if result is None else result.rows
    return QueryPage(
        name=query.name,
        path=f"queries/{query.name}",
        summary=query.summary[lang],
        description=query.description.get(lang, ""),
        tags=query.tags,
        fields=tuple(_field(library, parameter, given.get(parameter.name, ()), lang) for parameter in query.parameters),
        sparql=sparql,
        columns=() if result is None else result.variables,
        rows=tuple(Row(cells=tuple(None if t is None else library.value(t, lang) for t in row)) for row in rows),
        complete=result is None or result.complete,
        problem=problem,
    )


def _field(library: Library, parameter: Parameter, given: Sequence[str], lang: str) -> Field:
    standing = tuple(_typed(term) for term in parameter.default)
    return Field(
        name=parameter.name,
        label=parameter.label[lang],
        type=parameter.type,
        value=tuple(given) or standing,
        multiple=parameter.multiple,
        optional=parameter.optional,
        choices=_choices(library, parameter, lang),
        suggest=_FOLDERS.get(parameter.type, ""),
    )


def _choices(library: Library, parameter: Parameter, lang: str) -> tuple[tuple[str, str], ...]:
    if parameter.choices:
        return tuple((choice, choice) for choice in parameter.choices)
    if parameter.type not in _CHOSEN_FROM_LIST:
        return ()
    refs = [library.ref(term, lang) for term in library.things("Forum")]
    pairs = [(ref.address.rpartition("/")[2], ref.label) for ref in refs]
    return tuple(sorted(pairs, key=lambda pair: (names.fold(pair[1]), pair[0])))


def _typed(term: str) -> str:
    """A term as a person types it into the form: the key of a thing without its kind, the text of a literal."""
    text = names.text_of(term)
    return text.removeprefix(names.ID).partition("/")[2] if text.startswith(names.ID) else names.shorten(term)
