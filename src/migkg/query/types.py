"""The types of parameters: what a term of each looks like, and how a text becomes one."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import MigkgError, UsageError
from migkg.term import Term

if TYPE_CHECKING:
    from migkg.query.canned import Parameter

Names = Callable[[str], Mapping[str, Term]]
"""From the type of a parameter to the names of all things of that type, each with its IRI."""

_FOLDERS = {
    "forum": ("forum",),
    "state": ("state",),
    "city": ("city",),
    "organisation": ("org",),
    "official": ("official",),
    "meeting": ("meeting", "event"),
    "document": ("document",),
    "article": ("article",),
    "member": ("state", "org"),
}
_DATATYPES = {"year": "gYear", "integer": "integer", "number": "decimal"}
_SHAPES = {
    "year": r"[0-9]{4}",
    "date": r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?",
    "integer": r"[+-]?[0-9]{1,18}",
    "number": r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?",
    "language": r"[a-z]{2,3}(?:-[a-z0-9]+)*",
}
_HINTS = {
    "year": "write four digits, such as 2010",
    "date": "write YYYY-MM-DD, such as 2010-10-25, or YYYY-MM, or YYYY",
    "integer": "write a whole number",
    "number": "write a decimal number, such as 0.5",
    "language": "write a language tag, such as en, fr or es",
}
_START = f"<{names.ID}"
_BODY = r'"(?:[^"\\\x00-\x1f]|\\[tnrbf"\\]|\\u[0-9A-F]{4})*"'
_NOT_IN_IRIS = frozenset('<>"{}|^`\\').union(map(chr, range(0x21)))
_SUGGESTIONS = 3

THINGS = frozenset(_FOLDERS) | {"thing"}
TYPES = THINGS | frozenset(_SHAPES) | {"text", "property"}


def fits(kind: str, term: str) -> bool:
    """Whether a term is one, and of this type: the only door through which a value enters a query."""
    if kind == "date":
        return _is_date(term)
    if kind in _DATATYPES:
        return re.fullmatch(rf'"{_SHAPES[kind]}"\^\^<{re.escape(names.XSD)}{_DATATYPES[kind]}>', term) is not None
    if kind == "language":
        return re.fullmatch(f'"{_SHAPES[kind]}"', term) is not None
    if kind == "text":
        return re.fullmatch(_BODY, term) is not None
    if kind == "property":
        return re.fullmatch(rf"<{re.escape(names.MF)}\w+>", term) is not None
    return _is_thing(term, _FOLDERS.get(kind, ()))


def _is_thing(term: str, folders: Sequence[str]) -> bool:
    """Whether a term is the IRI of a thing in one of the folders, or in any; compiling an expression takes longer."""
    if not (term.startswith(_START) and term.endswith(">")):
        return False
    folder, _, key = term[len(_START) : -1].partition("/")
    known = folder in folders if folders else folder.isascii() and folder.isalpha() and folder.islower()
    return known and key != "" and _NOT_IN_IRIS.isdisjoint(key)


def _is_date(term: str) -> bool:
    """Whether a term is a day, a month or a year, with the datatype of just that."""
    match = re.fullmatch(rf'"({_SHAPES["date"]})"\^\^<.+>', term)
    return match is not None and term == _dated(match[1])


def _dated(text: str) -> Term | None:
    from migkg import partial  # only for those who give a date

    found = partial.parse(text)
    return names.literal(text, datatype=found.datatype) if found is not None else None


def coerce(parameter: Parameter, text: str, resolve: Names) -> Term:
    """A text that somebody typed as a term of the parameter's type; UsageError says what was meant instead.

    Things are found by name in any spelling that folds to the same words, by the end of their IRI (`SACM`,
    `SACM/10`), by CURIE or by IRI.
    """
    kind, text = parameter.type, text.strip()
    if parameter.choices and text not in parameter.choices:
        raise _unknown(parameter, text, parameter.choices)
    if kind in THINGS or kind == "property":
        return _thing(parameter, text, resolve(kind))
    if kind in _SHAPES and not re.fullmatch(_SHAPES[kind], text):
        raise UsageError(f"'{text}' is not a value for {parameter.name}", hint=_HINTS[kind])
    if kind == "date":
        day = _dated(text)
        if day is None:
            raise UsageError(f"'{text}' is not a day for {parameter.name}", hint=_HINTS["date"])
        return day
    if kind == "integer":
        text = str(int(text))
    return names.literal(text, datatype=f"xsd:{_DATATYPES[kind]}" if kind in _DATATYPES else "")


def addresses(kind: str, text: str) -> Iterator[Term]:
    """The IRIs that a text may be for a thing of this type: written out, as CURIE, as local name, as end of an IRI, as
    a key of the claim table (`edition:SACM/10`).
    """
    for start in (names.ID, names.MF, *(f"{names.ID}{folder}/" for folder in _FOLDERS.get(kind, ()))):
        if fits(kind, f"<{start}{text}>"):
            yield Term(f"<{start}{text}>")
    for mint, written in ((names.expand, text.strip("<>")), (names.entity, text)):
        with contextlib.suppress(MigkgError):
            if fits(kind, address := mint(written)):
                yield address


def _thing(parameter: Parameter, text: str, known: Mapping[str, Term]) -> Term:
    exact = _by_address(text, frozenset(known.values()))
    if exact:
        return exact
    wanted = names.fold(text)
    found = sorted({term for name, term in known.items() if wanted and names.fold(name) == wanted})
    if len(found) == 1:
        return found[0]
    if found:
        ends = ", ".join(names.shorten(term) for term in found)
        raise UsageError(f"'{text}' names several things for {parameter.name}", hint=f"write one of {ends}")
    raise _unknown(parameter, text, known)


def _by_address(text: str, known: frozenset[Term]) -> Term | None:
    """The known thing with this IRI, CURIE, local name or end of an IRI."""
    for address in (names.expand, _in_scheme, names.word):
        try:
            written = address(text.strip("<>"))
        except MigkgError:
            continue
        if written in known:
            return written
    ending = f"/{text}>"
    found = [term for term in known if text and term.endswith(ending) and term[: -len(ending)].count("/") == _DEPTH]
    return found[0] if len(found) == 1 else None


def _in_scheme(text: str) -> Term:
    return names.iri(names.ID + text)


_DEPTH = names.ID.count("/")
"""Slashes in `https://w3id.org/migkg/id/forum`: a key of a thing may have slashes of its own."""


def _unknown(parameter: Parameter, text: str, known: Mapping[str, Term] | tuple[str, ...]) -> UsageError:
    folded = {names.fold(name): name for name in sorted(known)}
    import difflib  # only for who mistypes

    near = difflib.get_close_matches(names.fold(text), folded, n=_SUGGESTIONS)
    hint = f"did you mean {' or '.join(folded[name] for name in near)}?" if near else "see 'migkg queries' for examples"
    where = "" if parameter.name == parameter.type else f" for {parameter.name}"
    return UsageError(f"'{text}' is not known as {parameter.type}{where}", hint=hint)
