"""The files of a release: which there are, and how each is written; the same content gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names, query, resources
from migkg.web import graphs, media, ontology, sparql, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migkg.model import Triple
    from migkg.web.library import Library
    from migkg.web.media import Form

FOLDER = "download"
_EVIDENCE = frozenset({"claim", "row", "article", "finding"})
"""Kinds of things that are not in the edition of facts only."""

_DERIVED = names.expand("prov:wasDerivedFrom")
_ROOT = names.ID.removesuffix("id/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A file: its name, its form, and the edition that it belongs to (`facts`, `evidence`, `table`, `metadata`)."""

    name: str
    form: Form
    edition: str
    write: Callable[[Library], Iterator[bytes]]


def dumps() -> tuple[Dump, ...]:
    """All files, by edition and name. `facts` has the direct facts with descriptions; `evidence` everything."""
    found = [
        *(_graph("migkg-facts", form, "facts", facts) for form in media.GRAPHS),
        *(_graph("migkg", form, "evidence", _everything) for form in (media.TURTLE, media.NTRIPLES, media.JSONLD)),
        *(_dataset(form) for form in (media.NQUADS, media.TRIG)),
        *(_table(name, text) for name, text in resources.table_queries()),
        *(_graph("ontology", form, "metadata", ontology.triples) for form in media.GRAPHS),
        _graph("queries", media.TURTLE, "metadata", _queries),
        _shapes(),
    ]
    return tuple(found)


def facts(library: Library) -> Iterator[Triple]:
    """The accepted facts and descriptions of what they are about: no claims, no sources, nothing inferred."""
    yield from library.store.triples(graph=names.graph("facts"))
    for graph in library.store.graphs():
        if graph == names.graph("reference") or graph.startswith(f"<{names.GRAPH}article/"):
            yield from (triple for triple in library.store.triples(graph=graph) if _is_description(triple))


def _is_description(triple: Triple) -> bool:
    subject, predicate, _ = triple
    folder = subject.removeprefix(f"<{names.ID}").partition("/")[0]
    return folder not in _EVIDENCE and predicate != _DERIVED


def _everything(library: Library) -> Iterator[Triple]:
    return library.store.triples()


def _graph(stem: str, form: Form, edition: str, triples: Callable[[Library], Iterator[Triple]]) -> Dump:
    def write(library: Library) -> Iterator[bytes]:
        yield graphs.write(triples(library), form.name).encode()

    return Dump(name=f"{stem}.{form.ending}", form=form, edition=edition, write=write)


def _dataset(form: Form) -> Dump:
    return Dump(
        name=f"migkg.{form.ending}",
        form=form,
        edition="evidence",
        write=lambda library: library.store.export(form.name),
    )


def _table(name: str, text: str) -> Dump:
    def write(library: Library) -> Iterator[bytes]:
        yield tables.write(library.store.query(text), "csv").encode()

    return Dump(name=f"{name}.csv", form=media.CSV, edition="table", write=write)


def _shapes() -> Dump:
    def write(_: Library) -> Iterator[bytes]:
        yield dict(resources.shape_files())["data"].encode()

    return Dump(name="shapes.ttl", form=media.TURTLE, edition="metadata", write=write)


def _queries(_: Library) -> Iterator[Triple]:
    """The canned queries as `sh:SPARQLExecutable`, the way collections of examples are shared."""
    for name, text in resources.canned_queries():
        canned = query.parse(name, text)
        node = names.iri(f"{_ROOT}queries/{name}")
        form = sparql.form(text)
        yield node, names.expand("rdf:type"), names.expand("sh:SPARQLExecutable")
        yield node, names.expand("rdf:type"), names.expand(f"sh:SPARQL{form.capitalize()}Executable")
        yield node, names.expand(f"sh:{form.lower()}"), names.literal(text)
        for lang, words in sorted(canned.summary.items()):
            yield node, names.expand("rdfs:label"), names.literal(words, lang=lang)
        for lang, words in sorted(canned.description.items()):
            yield node, names.expand("rdfs:comment"), names.literal(words, lang=lang)
        for tag in canned.tags:
            yield node, names.expand("schema:keywords"), names.literal(tag)
        yield node, names.expand("schema:target"), names.iri(f"{_ROOT}sparql")
