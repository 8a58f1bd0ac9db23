"""Findings as people act on them: the thing's name, the offending value, where it is stated, and the remedy.

Each finding also has its form for programs: JSON, a `sh:ValidationReport` in Turtle, JUnit XML, and the annotations
of GitHub's workflows.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from migkg import mapping, names
from migkg.api import standing, support, terms
from migkg.model import Severity, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from migkg.api.support import Description
    from migkg.model import Finding
    from migkg.store import Store

_TABLES = "data/reference"
_MOST = 6
"""Claims that are shown with one finding: enough to compare, few enough to read."""
_SEVERITIES = {Severity.VIOLATION: "sh:Violation", Severity.WARNING: "sh:Warning", Severity.INFO: "sh:Info"}
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_BY_QUERY = "sh:SPARQLConstraintComponent"
"""The constraint that a check is: a query of our own."""
_SHAPES = "https://w3id.org/migkg/shapes#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a claim is stated: the file and line of a table's row or the article's id, its words, its address.

    `line` is 0 for an article; `words` are the quotation or the cell, `status` what became of the claim, `told` the
    same in a language.
    """

    file: str
    line: int
    words: str
    status: str
    told: str
    url: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: “{' '.join(self.words.split())}” ({self.told})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding in one language with the names of what it speaks of; `finding` keeps all of it."""

    finding: Finding
    label: str
    path: str
    value: str
    message: str
    remedy: str
    evidence: tuple[Where, ...]


COLUMNS = ("severity", "check", "focus", "label", "path", "value", "message", "remedy", "evidence")


def show(store: Store, found: Iterable[Finding], lang: str) -> list[Shown]:
    """The findings with names and evidence from the graph that they are about."""
    words = standing.words(lang)
    return [_shown(store, finding, lang, words) for finding in found]


def row(shown: Shown) -> tuple[str, ...]:
    """The cells of a finding under `COLUMNS`."""
    finding = shown.finding
    evidence = "\n".join(map(str, shown.evidence))
    focus = names.shorten(finding.focus)
    texts = (shown.label, shown.path, shown.value, shown.message, shown.remedy)
    return finding.severity.value, finding.check, focus, *texts, evidence


def _shown(store: Store, finding: Finding, lang: str, words: Mapping[str, str]) -> Shown:
    def named(text: str) -> str:
        return terms.label(store, Term(text), lang) if text else ""

    return Shown(
        finding=finding,
        label=named(finding.focus),
        path=named(finding.path) if finding.path.startswith("<") else finding.path,
        value=named(finding.value) if finding.value.startswith(("<", '"')) else finding.value,
        message=_in(finding.message, lang),
        remedy=_in(finding.remedy, lang),
        evidence=tuple(_where(store, described, words) for described in _claims(store, finding)),
    )


def _in(texts: Iterable[tuple[str, str]], lang: str) -> str:
    found = dict(texts)
    return found.get(lang) or found.get("en") or next(iter(found.values()), "")


def _claims(store: Store, finding: Finding) -> list[Description]:
    """The claims that a finding names, else those behind what it is about.

    A value that no claim gives (the number that a series leaves out) has none.
    """
    if finding.claims:
        return [support.describe(store, names.thing("claim", claim)) for claim in finding.claims][:_MOST]
    focus = Term(finding.focus)
    said = list(support.claims_about(store, focus))
    about = said or list(_of_node(store, focus))
    exact = [found for _, found in about if finding.value in found.get("rdf:object", [])]
    on_path = [found for _, found in about if finding.path in found.get("rdf:predicate", [])]
    is_told = bool(said and finding.path and finding.value)  # the value is nobody's: what else is said bears on nothing
    return (exact or on_path or [found for _, found in about if not is_told])[:_MOST]


def _of_node(store: Store, node: Term) -> Iterator[tuple[Term, Description]]:
    """The claims behind a node that no claim has for its subject: a claim, a tenure, a post, a membership."""
    described = support.describe(store, node)
    if "rdf:predicate" in described:
        yield node, described
    tenures = [s for s, _, _ in store.triples(None, names.word("tenureIn"), node)]
    for thing in sorted((node, *tenures)):
        for claim in sorted(s for s, _, _ in store.triples(None, names.expand("rdf:object"), thing)):
            yield claim, support.describe(store, claim)
    members = described.get("mf:memberState", [])
    for forum in described.get("mf:memberForum", []):
        for claim, found in support.claims_about(store, forum):
            if set(members) & set(found.get("rdf:object", [])):
                yield claim, found


def _where(store: Store, described: Description, told: Mapping[str, str]) -> Where:
    origins = described.get("prov:wasDerivedFrom", [])
    source = support.describe(store, origins[0]) if origins else {}
    table, field = support.first(source, "mf:table"), support.first(described, "mf:field")
    status = support.first(described, "mf:status").rpartition("#")[2].casefold()
    return Where(
        file=f"{_TABLES}/{table}.csv" if table else support.first(source, "dcterms:identifier"),
        line=int(support.first(source, "mf:line") or 0),
        words=f"{field}: {support.first(described, 'mf:cell')}" if field else support.first(described, "mf:quote"),
        status=status,
        told=told.get(status, status),
        url=support.first(source, "dcterms:source"),
    )


def as_json(found: Sequence[Shown]) -> str:
    """A list of objects; messages and remedies in the language asked for and in all of them."""
    return json.dumps([_object(shown) for shown in found], ensure_ascii=False, indent=2)


def _object(shown: Shown) -> dict[str, object]:
    finding = shown.finding
    return {
        **dict(zip(COLUMNS, row(shown), strict=True)),
        "focus": names.text_of(finding.focus) if finding.focus.startswith("<") else finding.focus,
        "constraint": finding.constraint,
        "evidence": [asdict(where) for where in shown.evidence],
        "messages": dict(finding.message),
        "remedies": dict(finding.remedy),
    }


def as_turtle(found: Sequence[Shown]) -> str:
    """A `sh:ValidationReport`; results are named by what they say, so that the same graph gives the same report."""
    nodes = {names.thing("finding", mapping.finding_id(shown.finding)): shown.finding for shown in found}
    results = "".join(f" ;\n    sh:result {node}" for node in sorted(nodes))
    prefixes = "".join(f"@prefix {name}: <{names.PREFIXES[name]}> .\n" for name in ("mf", "sh"))
    head = f"{prefixes}\n[] a sh:ValidationReport ;\n    sh:conforms {str(not found).lower()}{results} .\n"
    return "\n".join([head, *(_result(node, finding) for node, finding in sorted(nodes.items()))])


def _result(node: Term, finding: Finding) -> str:
    said = [
        ("sh:focusNode", finding.focus),
        ("sh:resultSeverity", _SEVERITIES[finding.severity]),
        ("sh:sourceConstraintComponent", finding.constraint or _BY_QUERY),
        ("sh:resultPath", finding.path if finding.path.startswith("<") else ""),
        ("sh:value", finding.value if finding.value.startswith(("<", '"')) else ""),
        ("sh:sourceShape", names.iri(f"{_SHAPES}{finding.check}") if finding.constraint else ""),
        ("mf:check", names.literal(finding.check)),
        *(("sh:resultMessage", names.literal(text, lang=lang)) for lang, text in finding.message),
        *(("mf:remedy", names.literal(text, lang=lang)) for lang, text in finding.remedy),
        *(("mf:onClaim", names.thing("claim", claim)) for claim in finding.claims),
    ]
    lines = "".join(f" ;\n    {predicate} {value}" for predicate, value in said if value)
    return f"{node} a sh:ValidationResult{lines} .\n"


def as_junit(found: Sequence[Shown]) -> str:
    """JUnit XML: a case for each finding; violations and warnings fail, what only informs is skipped."""
    failing = sum(shown.finding.severity is not Severity.INFO for shown in found)
    skipped = len(found) - failing
    counts = f'tests="{len(found)}" failures="{failing}" errors="0" skipped="{skipped}"'
    cases = "".join(_case(shown) for shown in found)
    suite = f'<testsuite name="migkg validate" {counts}>\n{cases}</testsuite>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n{suite}\n</testsuites>'


def _case(shown: Shown) -> str:
    finding = shown.finding
    kind = "skipped" if finding.severity is Severity.INFO else "failure"
    typed = "" if kind == "skipped" else f" type={quoteattr(finding.severity.value)}"
    body = escape("\n".join([f"{shown.path} {shown.value}".strip(), shown.remedy, *map(str, shown.evidence)]))
    body = "" if kind == "skipped" else body
    name = f"{shown.label} ({names.shorten(finding.focus)})"
    head = f"<testcase classname={quoteattr(finding.check)} name={quoteattr(name)}>"
    return f"  {head}<{kind} message={quoteattr(shown.message)}{typed}>{body}</{kind}></testcase>\n"


def as_github(found: Sequence[Shown]) -> str:
    """An annotation for each finding, at the line of the first table row behind it."""
    return "\n".join(_annotation(shown) for shown in found)


def _annotation(shown: Shown) -> str:
    row_of = next((where for where in shown.evidence if where.line), None)
    place = {"file": row_of.file, "line": str(row_of.line)} if row_of else {}
    given = {**place, "title": f"{shown.finding.check}: {shown.label}"}
    shown_as = ",".join(f"{name}={_property(text)}" for name, text in given.items())
    value = f" {shown.path}: {shown.value}." if shown.value else ""
    return f"::{_LEVELS[shown.finding.severity]} {shown_as}::{_data(f'{shown.message}{value} {shown.remedy}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


WRITERS: dict[str, Callable[[Sequence[Shown]], str]] = {
    "json": as_json,
    "turtle": as_turtle,
    "junit": as_junit,
    "github": as_github,
}
"""Format -> writer, beside the tables of the command line."""
