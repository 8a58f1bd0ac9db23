"""Answers to SELECT and ASK in the four formats of SPARQL 1.1 Query Results."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from migkg import names
from migkg.api import results
from migkg.query import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.model import Term
    from migkg.query import Result

_TAIL = re.compile(r'"(?:@(?P<lang>[a-zA-Z0-9-]+)|\^\^<(?P<type>[^>]*)>)?$')
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0 cannot hold, not even as references."""


def write(result: Result, form: str) -> str:
    """The answer in the format of that name of `media.TABLES`."""
    return _WRITERS[form](result)


def _json(result: Result) -> str:
    if result.kind is Kind.ASK:
        return json.dumps({"head": {}, "boolean": result.boolean})
    return results.sparql_json(result)


def _xml(result: Result) -> str:
    return "".join(_xml_pieces(result))


def _xml_pieces(result: Result) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n<head>'
    yield from (f"<variable name={quoteattr(name)}/>" for name in result.variables)
    yield "</head>\n"
    if result.kind is Kind.ASK:
        yield f"<boolean>{str(result.boolean).lower()}</boolean>\n</sparql>\n"
        return
    yield "<results>\n"
    for row in result.rows:
        cells = zip(result.variables, row, strict=True)
        bound = (f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>" for name, term in cells if term)
        yield f"<result>{''.join(bound)}</result>\n"
    yield "</results>\n</sparql>\n"


def _xml_term(term: Term) -> str:
    if term.startswith("<"):
        return f"<uri>{_xml_text(names.text_of(term))}</uri>"
    if term.startswith("_:"):
        return f"<bnode>{_xml_text(term[2:])}</bnode>"
    tail = _TAIL.search(term)
    lang = f" xml:lang={quoteattr(tail['lang'])}" if tail and tail["lang"] else ""
    kind = f" datatype={quoteattr(tail['type'])}" if tail and tail["type"] else ""
    return f"<literal{lang}{kind}>{_xml_text(names.text_of(term))}</literal>"


def _xml_text(text: str) -> str:
    """Escaped; a carriage return as a reference, for a parser would read it as a line feed."""
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def _csv(result: Result) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(result.variables)
    writer.writerows([_csv_cell(term) for term in row] for row in result.rows)
    return buffer.getvalue()


def _csv_cell(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if term.startswith("_:") else names.text_of(term)


def _tsv(result: Result) -> str:
    lines = ["\t".join(f"?{name}" for name in result.variables)]
    lines += ["\t".join("" if term is None else _tsv_cell(term) for term in row) for row in result.rows]
    return "\n".join(lines) + "\n"


def _tsv_cell(term: Term) -> str:
    """A term as in N-Triples: tabs and line breaks are escaped there."""
    return str(term)


_WRITERS: dict[str, Callable[[Result], str]] = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}
