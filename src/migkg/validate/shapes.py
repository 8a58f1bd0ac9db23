"""What the shapes graph says about its shapes: messages and remedies in every language, severities, paths."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg.model import Finding, Severity, Term, Triple
from migkg.names import expand, text_of, word
from migkg.validate.ntriples import split_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Texts = tuple[tuple[str, str], ...]

SEVERITIES = {
    expand("sh:Violation"): Severity.VIOLATION,
    expand("sh:Warning"): Severity.WARNING,
    expand("sh:Info"): Severity.INFO,
}
_REST = expand("rdf:rest")
_FIRST = expand("rdf:first")
_NIL = expand("rdf:nil")
_MARKS = {
    expand("sh:zeroOrMorePath"): ("", "*"),
    expand("sh:oneOrMorePath"): ("", "+"),
    expand("sh:zeroOrOnePath"): ("", "?"),
    expand("sh:inversePath"): ("^", ""),
}
_ILL_FORMED = expand("https://w3id.org/migkg/shapes#WellFormedLiteral")


class Shapes:
    """The triples of the shapes graph, indexed by subject and predicate."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = sorted(set(triples))
        self._objects: dict[tuple[Term, Term], list[Term]] = defaultdict(list)
        self._about: dict[Term, list[tuple[Term, Term]]] = defaultdict(list)
        for s, p, o in self.triples:
            self._objects[s, p].append(o)
            self._about[s].append((p, o))

    def message(self, shape: Term) -> Texts:
        """The shape's messages as (language, text), by language."""
        return self._texts(shape, expand("sh:message"))

    def remedy(self, shape: Term) -> Texts:
        """The shape's remedies as (language, text), by language."""
        return self._texts(shape, word("remedy"))

    def path(self, shape: Term) -> str:
        """The path of a property shape: a term, or a SPARQL property path; empty for a node shape."""
        paths = self.objects(shape, expand("sh:path"))
        return self._render(paths[0]) if paths else ""

    def ill_formed(self, triple: Triple) -> Finding:
        """The finding about a triple whose literal does not fit its datatype."""
        subject, predicate, value = triple
        return Finding(
            severity=Severity.VIOLATION,
            check=local_name(_ILL_FORMED),
            focus=subject,
            path=predicate,
            value=value,
            message=self.message(_ILL_FORMED),
            remedy=self.remedy(_ILL_FORMED),
            constraint="sh:DatatypeConstraintComponent",
        )

    def objects(self, subject: Term, predicate: Term) -> list[Term]:
        """The values of a property, sorted."""
        return self._objects.get((subject, predicate), [])

    def about(self, subject: Term) -> list[tuple[Term, Term]]:
        """Predicates and values of a subject, sorted."""
        return self._about.get(subject, [])

    def _texts(self, shape: Term, predicate: Term) -> Texts:
        return texts(self.objects(shape, predicate))

    def _render(self, path: Term) -> str:
        if path.startswith("<"):
            return path
        for predicate, (before, after) in _MARKS.items():
            for inner in self.objects(path, predicate):
                return f"{before}{self._step(inner)}{after}"
        for choice in self.objects(path, expand("sh:alternativePath")):
            return "|".join(self._step(step) for step in self.members(choice))
        return "/".join(self._step(step) for step in self.members(path))

    def _step(self, path: Term) -> str:
        rendered = self._render(path)
        return rendered if path.startswith("<") else f"({rendered})"

    def members(self, head: Term) -> Iterator[Term]:
        """The members of a list; none where a node is no list."""
        while head != _NIL and self.objects(head, _FIRST):
            yield from self.objects(head, _FIRST)
            head = next(iter(self.objects(head, _REST)), _NIL)


def texts(literals: Iterable[Term]) -> Texts:
    """Literals as (language, text), sorted."""
    pairs = {(split_literal(term)[2], text_of(term)) for term in literals}
    return tuple(sorted(pairs))


def local_name(term: Term) -> str:
    """The last part of an address: `heldIn`."""
    return text_of(term).replace("#", "/").rsplit("/", 1)[-1]
