"""The graph in a program's hands: queries, canned queries, evidence, and an rdflib graph."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from migkg import names, query, resources
from migkg.api import terms
from migkg.api.catalogue import canned
from migkg.api.filling import fill
from migkg.api.results.view import View, event, place
from migkg.api.vocabulary import find, nearest, vocabulary
from migkg.errors import UsageError
from migkg.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    import rdflib

    from migkg.api.proofs import Proofs
    from migkg.api.reasons import Answer, Conflict
    from migkg.api.witness import Evidenced
    from migkg.model import Term, Triple
    from migkg.query import CannedQuery, Result


class KnowledgeGraph:
    """A graph on disk, open for reading; use it in a `with` block or call `close`."""

    def __init__(self, path: str | Path, *, lang: str = "en") -> None:
        self.store = Store.open(path)
        self.lang = lang
        self._rdflib: rdflib.Graph | None = None

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the store go."""
        self.store.close()

    def query(
        self, sparql: str, *, timeout: float | None = None, max_rows: int | None = None, apart: bool = False
    ) -> Result:
        """Answer a SPARQL query on the accepted and inferred statements; known prefixes need no declaration.

        With `timeout` or `apart` it runs in a process of its own, which ends with the call, be it by an exception.
        """
        return self.store.query(sparql, timeout=timeout, max_rows=max_rows, untrusted=apart)

    def run(self, name: str, *, timeout: float | None = None, **values: str | list[str]) -> Result:
        """Run a canned query with its parameters given as a person types them (`forum="SACM"`, `min="2"`)."""
        return self.query(self.filled(canned(name), values), timeout=timeout)

    def filled(self, asked: CannedQuery, values: Mapping[str, str | list[str]]) -> str:
        """The SPARQL of a canned query with its parameters bound as terms."""
        return fill(asked, values, self.find, self.names)

    def find(self, kind: str, text: str) -> Term | None:
        """The one thing of a type that a text means beyond doubt, else None."""
        return find(self.store, kind, text)

    def names(self, kind: str) -> Mapping[str, Term]:
        """The names of the things that a parameter of this type takes."""
        return vocabulary(self.store, kind)

    def label(self, term: Term) -> str:
        """The name of a thing in the graph's language, else in English."""
        return terms.label(self.store, term, self.lang)

    def view(self) -> View:
        """How the writers of answers see things: their names, places and days."""
        return View(
            label=self.label,
            lang=self.lang,
            place=lambda term: place(self.store, term),
            event=lambda term: event(self.store, term, self.label),
        )

    def evidence(self, sparql: str, result: Result, *, timeout: float | None = None) -> Evidenced:
        """The answer to a SELECT with the sentence or table cell behind each of its rows, and where it stands."""
        from migkg.api.witness import Witness

        return Witness(lambda asked: self.query(asked, timeout=timeout), self.label, self.lang).evidence(sparql, result)

    def diagnosis(self, sparql: str, *, timeout: float | None = None) -> str:
        """Why a query has no rows, in one sentence; empty where nothing can be said."""

        def first(asked: str) -> Term | None:
            return next((row[0] for row in self.query(asked, timeout=timeout).rows), None)

        return query.diagnose(sparql, first, lambda term: nearest(self.store, term))

    @property
    def graph(self) -> rdflib.Graph:
        """The default graph as an rdflib graph, read once."""
        if self._rdflib is None:
            import rdflib  # 200 ms: only who asks for it pays for it

            graph = rdflib.Graph()
            for prefix, base in names.PREFIXES.items():
                graph.bind(prefix, base)
            for piece in self.store.export("ntriples"):
                graph.parse(data=piece.decode(), format="nt")
            self._rdflib = graph
        return self._rdflib

    def why(self, subject: str, predicate: str, object: str) -> Answer:
        """The claims behind a statement, given as a person writes it (`meeting/SACM/10`, `heldIn`, `Cochabamba`).

        Claims that say otherwise on the same subject and property are listed too, with their status.
        """
        from migkg.api import reasons

        return reasons.why(self, subject, predicate, object)

    def proof_tree(self, triple: Triple) -> Iterator[str]:
        """The shortest proof of a statement as indented lines, down to axioms and quotations."""
        proof = self._proofs.prove(triple)
        return self._proofs.tree(proof, self.label) if proof else iter(())

    def proof_record(self, triple: Triple) -> dict[str, object] | None:
        """The shortest proof of a statement as plain values, None where it does not hold."""
        proof = self._proofs.prove(triple)
        return self._proofs.record(proof) if proof else None

    def proof_lines(self, triple: Triple) -> Iterable[str]:
        """The shortest proof of a statement as N-Triples: statements and what each was derived from."""
        from migkg.api.results import lines

        proof = self._proofs.prove(triple)
        return lines(self._proofs.triples(proof)) if proof else ()

    @cached_property
    def _proofs(self) -> Proofs:
        from migkg.api.proofs import Proofs  # compiles the ontology: only for who asks why

        return Proofs(self.store)

    def conflicts(self, *, forum: str = "", kind: str = "") -> Iterator[Conflict]:
        """Every disagreement between sources, in the order of focus and property: of one forum, named in any way, and
        of one kind or on one property; UsageError where there is no such forum, kind or property.
        """
        from migkg.api import reasons

        return reasons.conflicts(self, forum, kind)

    def figures(self) -> Iterator[tuple[str, int]]:
        """Counts: quads by graph, things by class, claims by status."""
        for graph, count in sorted(self.store.manifest["graphs"].items()):
            yield f"triples in {graph or 'the default graph'}", count
        kinds: dict[str, int] = {}
        for _, _, cls in self.store.triples(None, names.expand("rdf:type")):
            if cls.startswith(f"<{names.MF}"):
                kinds[names.shorten(cls)] = kinds.get(names.shorten(cls), 0) + 1
        yield from sorted((f"things of class {name}", count) for name, count in kinds.items())
        states: dict[str, int] = {}
        for _, _, status in self.store.triples(None, names.word("status")):
            states[names.shorten(status)] = states.get(names.shorten(status), 0) + 1
        yield from sorted((f"claims with status {name}", count) for name, count in states.items())

    def export(self, form: str, named: str | None = None) -> Iterator[bytes]:
        """The graph in a format of `store.FORMATS`; `named` is a named graph by its local name (`facts`)."""
        graph = names.graph(named) if named else None
        if graph and graph not in self.store.graphs():
            known = [names.text_of(g).removeprefix(names.GRAPH) for g in self.store.graphs()]
            shown = ", ".join(sorted(known, key=lambda name: ("/" in name, name))[:8])
            raise UsageError(f"the store has no graph '{named}'", hint=f"it has {shown} ...")
        return self.store.export(form, graph)


def ask_remote(endpoint: str, sparql: str, *, timeout: float | None = None) -> Result:
    """Answer a SPARQL query at a remote endpoint, waiting `timeout` seconds at most for each attempt."""
    from migkg import remote  # its library takes 90 ms to import

    return remote.query(endpoint, sparql, timeout=timeout) if timeout else remote.query(endpoint, sparql)


def open_graph(store: str | Path | None = None, *, lang: str = "en") -> KnowledgeGraph:
    """Open the graph in a folder; without one, the folder that the command line uses."""
    return KnowledgeGraph(store or resources.store_folder(), lang=lang)
