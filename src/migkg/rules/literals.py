"""What literals denote, as far as the rules dt-type2, dt-eq, dt-diff and dt-not-type need it.

The datatypes are those of the OWL 2 datatype map (W3C OWL 2 Syntax, section 4) and the calendar types
of XML Schema. A literal of any other datatype is never said to be right or wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg.names import XSD, expand, text_of
from migkg.rules.terms import LITERAL

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Value = tuple[str, "Hashable"]
"""A value space and a value in it: literals with different pairs denote different things."""

_STRING = expand("xsd:string")
_LANG_STRING = expand("rdf:langString")
_PLAIN = expand("rdf:PlainLiteral")
_XML = expand("rdf:XMLLiteral")
_ZONED = re.compile(r"(Z|[+-]\d\d:\d\d)$")
_ZONE = r"(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)"
_YEAR = r"-?([1-9]\d{3,}|0\d{3})"
_MONTH = r"(0[1-9]|1[0-2])"
_DAY = r"(0[1-9]|[12]\d|3[01])"
_TIME = r"(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)"
_NAME = r"[^\W\d][\w.\-·]*"
_FLOAT = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN"


def _same(text: str) -> Hashable:
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Datatype:
    """A datatype: its lexical forms, the value space it lies in, and for integers the bounds."""

    form: re.Pattern[str]
    space: str
    value: Callable[[str], Hashable] = _same
    low: int | None = None
    high: int | None = None


def _float(text: str) -> Hashable:
    """A floating-point number by its printed form: 0.0 and -0.0 are two values, NaN is one."""
    return repr(float(text))


def _moment(text: str) -> Hashable:
    """A date or time without a zone is its own value; with a zone, equality is not decided here."""
    return None if _ZONED.search(text) else text


def _textual(pattern: str, space: str, value: Callable[[str], Hashable] = _same) -> _Datatype:
    return _Datatype(form=re.compile(pattern, re.DOTALL), space=space, value=value)


def _integer(low: int | None = None, high: int | None = None) -> _Datatype:
    return _Datatype(form=re.compile(r"[+-]?\d+"), space="number", value=Decimal, low=low, high=high)


def _calendar(pattern: str, space: str) -> _Datatype:
    return _textual(f"{pattern}{_ZONE}?", space, _moment)


_TYPES: dict[str, _Datatype] = {
    "string": _textual(r".*", "string"),
    "normalizedString": _textual(r"[^\t\n\r]*", "string"),
    "token": _textual(r"(\S+( \S+)*)?", "string"),
    "language": _textual(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", "string"),
    "Name": _textual(r"([:_]|[^\W\d])[:\w.\-·]*", "string"),
    "NCName": _textual(f"_|{_NAME}", "string"),
    "NMTOKEN": _textual(r"[\w.\-:·]+", "string"),
    "anyURI": _textual(r"[^ \t\n\r<>\"{}|\\^`]*", "uri"),
    "boolean": _textual(r"true|false|1|0", "boolean", {"true": True, "1": True}.get),
    "decimal": _textual(r"[+-]?(\d+(\.\d*)?|\.\d+)", "number", Decimal),
    "integer": _integer(),
    "nonNegativeInteger": _integer(0),
    "positiveInteger": _integer(1),
    "nonPositiveInteger": _integer(None, 0),
    "negativeInteger": _integer(None, -1),
    **{
        name: _integer(-(2**bits), 2**bits - 1)
        for name, bits in {"long": 63, "int": 31, "short": 15, "byte": 7}.items()
    },
    **{
        f"unsigned{name}": _integer(0, 2**bits - 1)
        for name, bits in {"Long": 64, "Int": 32, "Short": 16, "Byte": 8}.items()
    },
    "double": _textual(_FLOAT, "double", _float),
    "float": _textual(_FLOAT, "float", _float),
    "hexBinary": _textual(r"([0-9a-fA-F]{2})*", "hex", str.upper),
    "base64Binary": _textual(r"[A-Za-z0-9+/ ]*( ?=){0,2}", "base64", lambda text: text.replace(" ", "")),
    "dateTime": _calendar(f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}", "moment"),
    "dateTimeStamp": _textual(f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}", "moment", _moment),
    "date": _calendar(f"{_YEAR}-{_MONTH}-{_DAY}", "date"),
    "time": _calendar(_TIME, "time"),
    "gYear": _calendar(_YEAR, "year"),
    "gYearMonth": _calendar(f"{_YEAR}-{_MONTH}", "month"),
    "gMonthDay": _calendar(f"--{_MONTH}-{_DAY}", "day of a year"),
    "gMonth": _calendar(f"--{_MONTH}", "month of a year"),
    "gDay": _calendar(f"---{_DAY}", "day of a month"),
}
_BY_TERM: dict[str, _Datatype] = {expand(f"{XSD}{name}"): datatype for name, datatype in _TYPES.items()}
_UNIONS = frozenset({LITERAL, _PLAIN, _LANG_STRING, _XML})


def is_datatype(term: str) -> bool:
    """Whether an IRI names a datatype whose values the rules can judge."""
    return term in _BY_TERM or term in _UNIONS


def datatype_of(literal: str) -> str:
    """The datatype of a literal, as a term."""
    tail = literal[literal.rindex('"') + 1 :]
    if tail.startswith("^^"):
        return tail[2:]
    return _LANG_STRING if tail else _STRING


@lru_cache(maxsize=1 << 16)
def value_of(literal: str) -> Value | None:
    """What a literal denotes; None where that is not known or the literal is ill-formed."""
    kind = datatype_of(literal)
    if kind == _LANG_STRING:
        return "string@" + literal.rpartition("@")[2].lower(), text_of(literal)
    datatype = _BY_TERM.get(kind)
    if datatype is None or not _well_formed(text_of(literal), datatype):
        return None
    value = datatype.value(text_of(literal))
    return None if value is None and datatype.space != "boolean" else (datatype.space, value)


def ill_formed(literal: str) -> bool:
    """Whether a literal's text is certainly none of its own datatype's forms."""
    datatype = _BY_TERM.get(datatype_of(literal))
    return datatype is not None and not _well_formed(text_of(literal), datatype)


def _well_formed(text: str, datatype: _Datatype) -> bool:
    if not datatype.form.fullmatch(text):
        return False
    if datatype.space != "number" or datatype.form is _BY_TERM[expand("xsd:decimal")].form:
        return True
    return _within(Decimal(text), datatype)


def _within(number: Decimal, datatype: _Datatype) -> bool:
    above = datatype.low is None or number >= datatype.low
    return above and (datatype.high is None or number <= datatype.high)


def unequal(first: str, second: str) -> bool:
    """Whether two literals certainly denote different values (dt-diff)."""
    one, other = value_of(first), value_of(second)
    return one is not None and other is not None and one != other


def equal(first: str, second: str) -> bool:
    """Whether two literals certainly denote the same value (dt-eq)."""
    return first == second or (value_of(first) is not None and value_of(first) == value_of(second))


def inside(literal: str, datatype: str) -> bool | None:
    """Whether a literal denotes a value of a datatype: yes, no, or not known."""
    own = datatype_of(literal)
    if ill_formed(literal):
        return False
    if datatype in {LITERAL, own}:
        return True
    if datatype == _PLAIN:
        return own == _LANG_STRING or _space(own) == "string"
    if datatype in _UNIONS or own in _UNIONS:
        return False
    target, source = _BY_TERM.get(datatype), _BY_TERM.get(own)
    if target is None or source is None:
        return None
    return target.space == source.space and _fits(text_of(literal), target)


def _space(datatype: str) -> str:
    known = _BY_TERM.get(datatype)
    return known.space if known else ""


def _fits(text: str, target: _Datatype) -> bool:
    """Whether a value, written in some datatype of the same space, lies in the target."""
    if target.space != "number":
        return target.form.fullmatch(text) is not None
    number = Decimal(text)
    decimal = target is _BY_TERM[expand("xsd:decimal")]
    return decimal or (number == number.to_integral_value() and _within(number, target))
