"""Turtle for people: prefixes, one block per subject, types first, everything sorted."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from migkg import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.model import Quad, Term, Triple

_TYPE = f"<{names.RDF}type>"
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PATH = re.compile(r"[a-z]+(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9_~+:.-]+)+")
_BARE = re.compile(
    rf'"(?:(-?[0-9]+)"\^\^<{re.escape(names.XSD)}integer>|(true|false)"\^\^<{re.escape(names.XSD)}boolean>)'
)
_BASES = sorted(((base, prefix) for prefix, base in names.PREFIXES.items()), key=lambda pair: -len(pair[0]))


def write(triples: Iterable[Triple]) -> Iterator[str]:
    """The pieces of a Turtle document; `triples` must be sorted by subject."""
    yield from _prologue()
    for subject, group in groupby(triples, key=itemgetter(0)):
        yield "\n" + _block(subject, group)


def write_dataset(quads: Iterable[Quad]) -> Iterator[str]:
    """The pieces of a TriG document; `quads` must be sorted by graph, then by subject."""
    yield from _prologue()
    for name, quads_of_graph in groupby(quads, key=itemgetter(3)):
        yield f"\n{short(name)} {{\n" if name else "\n{\n"
        for subject, group in groupby(quads_of_graph, key=itemgetter(0)):
            yield "\n" + _block(subject, ((s, p, o) for s, p, o, _ in group))
        yield "}\n"


def _prologue() -> Iterator[str]:
    yield f"@base <{names.ID}> .\n"
    for prefix, base in sorted(names.PREFIXES.items()):
        yield f"@prefix {prefix}: <{base}> .\n"


def _block(subject: Term, triples: Iterable[Triple]) -> str:
    ordered = sorted({(p, o) for _, p, o in triples}, key=lambda pair: (pair[0] != _TYPE, pair))
    parts = []
    for predicate, pairs in groupby(ordered, key=itemgetter(0)):
        verb = "a" if predicate == _TYPE else short(predicate)
        parts.append(f"{verb} {', '.join(short(value) for _, value in pairs)}")
    body = " ;\n    ".join(parts)
    return f"{short(subject)} {body} .\n"


def short(term: str) -> str:
    """A term as Turtle with the prefixes and the base of `write`."""
    if term.startswith("<"):
        return _iri(term[1:-1])
    bare = _BARE.fullmatch(term)
    if bare:
        return bare[1] or bare[2]
    if not term.endswith(">"):
        return term  # a literal without a datatype, whatever its text looks like
    body, _, datatype = term.rpartition("^^<")
    return f"{body}^^{_iri(datatype[:-1])}"


def _iri(address: str) -> str:
    for base, prefix in _BASES:
        if address.startswith(base) and _LOCAL.fullmatch(address, len(base)):
            return f"{prefix}:{address[len(base) :]}"
    if address.startswith(names.ID) and _PATH.fullmatch(address, len(names.ID)):
        return f"<{address[len(names.ID) :]}>"
    return f"<{address}>"
