"""Canned queries: SPARQL files that run as they are, with a header that says what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.errors import DataError, Place, UsageError
from migkg.query import header
from migkg.query.blocks import UNDEFINED, Block, blocks
from migkg.query.lexer import position
from migkg.query.types import TYPES, fits
from migkg.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.query.header import Section
    from migkg.term import Term

_QUERY_KEYS = frozenset({"summary", "description", "parameters", "example", "tags", "competency", "method"})
_PARAMETER_KEYS = frozenset({"name", "type", "label", "multiple", "optional", "choices"})


class Parameter(Record):
    """A place in a query that takes a value.

    `default` is what stands in the file (empty where nothing does, which `optional` allows); `choices`, where
    given, are the only texts that are taken.
    """

    name: str
    type: str
    label: Mapping[str, str]
    default: tuple[Term, ...]
    multiple: bool = False
    optional: bool = False
    choices: tuple[str, ...] = ()


class CannedQuery(Record):
    """A query with a name; `text` is the whole file, a valid query with its defaults; values stand in its `places`."""

    name: str
    summary: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    example: Mapping[str, tuple[str, ...]]
    tags: tuple[str, ...]
    competency: tuple[str, ...]
    text: str
    places: tuple[Block, ...]

    def bind(self, values: Mapping[str, Sequence[Term]]) -> str:
        """The query with these terms in the places of its parameters; what is not named keeps its default.

        An empty sequence leaves an optional parameter open. UsageError for an unknown parameter, a term of
        another type, or a wrong number of terms.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                raise self._unknown(name, sorted(known))
        text = self.text
        for block in reversed(self.places):
            if block.variable in values:
                content = _content(known[block.variable], values[block.variable])
                text = f"{text[: block.start]} {content} {text[block.end :]}"
        return text

    def _unknown(self, name: str, known: Sequence[str]) -> UsageError:
        import difflib  # only for who mistypes

        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known) or 'none'}"
        return UsageError(f"'{name}' is not a parameter of {self.name}", hint=hint)


def parse(name: str, text: str) -> CannedQuery:
    """A canned query from its file; DataError with file and line for anything wrong with the header."""
    top = header.read(name, text)
    top.allow(_QUERY_KEYS)
    places = _places(name, text)
    parameters = tuple(_parameter(section, places) for section in _sections(top, "parameters"))
    return CannedQuery(
        name=stem(name),
        summary=top.texts("summary"),
        description=top.texts("description") if "description" in top else {},
        parameters=parameters,
        example=_example(top, parameters),
        tags=tuple(top.items_of("tags")),
        competency=tuple(top.items_of("competency")),
        text=text,
        places=tuple(places.values()),
    )


def stem(name: str) -> str:
    """The name of a query, from that of its file."""
    return name.rpartition("/")[2].removesuffix(".rq")


def _places(name: str, text: str) -> dict[str, Block]:
    """The blocks of the file by variable; DataError where one variable has two."""
    found: dict[str, Block] = {}
    for block in blocks(text):
        if block.variable in found:
            place = Place(path=name, line=position(text, block.start)[0])
            raise DataError(f"?{block.variable} has two VALUES blocks", hint="rename one of them", at=place)
        found[block.variable] = block
    return found


def _sections(top: Section, key: str) -> list[Section]:
    items = top.items_of(key)
    for item in items:
        if not isinstance(item, header.Section):
            raise top.fault(f"each of '{key}' must be a mapping", key=key, hint="write '- name: ...'")
    return items


def _parameter(section: Section, places: Mapping[str, Block]) -> Parameter:
    section.allow(_PARAMETER_KEYS)
    name, kind = section.word("name"), section.word("type")
    if kind not in TYPES:
        raise section.fault(f"'{kind}' is not a type", key="type", hint=f"use one of {', '.join(sorted(TYPES))}")
    if name not in places:
        hint = f"write VALUES ?{name} {{ ... }} into the query"
        raise section.fault(f"the parameter '{name}' has no place in the query", key="name", hint=hint)
    parameter = Parameter(
        name=name,
        type=kind,
        label=section.texts("label"),
        default=places[name].terms,
        multiple=section.flag("multiple"),
        optional=section.flag("optional"),
        choices=tuple(section.items_of("choices")),
    )
    try:
        _content(parameter, parameter.default)
    except UsageError as error:
        raise section.fault(f"the default of '{name}' does not fit: {error.problem}", key="name") from None
    return parameter


def _example(top: Section, parameters: Sequence[Parameter]) -> dict[str, tuple[str, ...]]:
    section = top.section("example")
    section.allow({parameter.name for parameter in parameters})
    return {key: tuple(value) if isinstance(value, list) else (value,) for key, value in section.items()}


def _content(parameter: Parameter, terms: Sequence[Term]) -> str:
    """What stands between the braces; UsageError where the terms do not fit the parameter."""
    if not terms:
        if not parameter.optional:
            raise UsageError(f"{parameter.name} needs a value", hint=f"give --{parameter.name}")
        return UNDEFINED
    if len(terms) > 1 and not parameter.multiple:
        raise UsageError(f"{parameter.name} takes one value, not {len(terms)}", hint="give it once")
    for term in terms:
        if not fits(parameter.type, term):
            raise UsageError(f"{term} is not a term of type {parameter.type} for {parameter.name}")
    return " ".join(terms)
