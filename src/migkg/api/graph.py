"""The graph in a program's hands: queries, canned queries, evidence, and an rdflib graph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import names, query, resources
from migkg.api import support, terms
from migkg.api.filling import fill
from migkg.api.results import lines
from migkg.api.results.view import View, event, place
from migkg.api.vocabulary import find, nearest, vocabulary
from migkg.errors import UsageError
from migkg.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import TracebackType

    import rdflib

    from migkg.api.proofs import Proofs
    from migkg.api.support import Support
    from migkg.api.witness import Evidenced
    from migkg.model import Term, Triple
    from migkg.query import CannedQuery, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Why a statement holds, or does not: the triple, whether it is accepted, and the claims on both sides.

    `inferred` is true where no source states the triple itself but the ontology entails it.
    """

    triple: Triple
    accepted: bool
    inferred: bool
    claims: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One source in a disagreement, with what it says."""

    status: str
    value: str
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Sources that disagree on one property of one thing.

    `kind` is the part of the check's name after `contradiction/`: the property, then what can be told of the cause
    (`year/count-rule`).
    """

    finding: str
    focus: Term
    path: str
    kind: str
    message: str
    sides: tuple[Side, ...]


class KnowledgeGraph:
    """A graph on disk, open for reading; use it in a `with` block or call `close`."""

    def __init__(self, path: Path, *, lang: str = "en") -> None:
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

    def query(self, sparql: str, *, timeout: float | None = None, max_rows: int | None = None) -> Result:
        """Answer a SPARQL query on the accepted and inferred statements; known prefixes need no declaration."""
        return self.store.query(sparql, timeout=timeout, max_rows=max_rows)

    def run(self, name: str, *, timeout: float | None = None, **values: str | list[str]) -> Result:
        """Run a canned query with its parameters given as a person types them (`forum="SACM"`, `min="2"`)."""
        return self.query(self.filled(canned(name), values), timeout=timeout)

    def filled(self, asked: CannedQuery, values: Mapping[str, str | list[str]]) -> str:
        """The SPARQL of a canned query with its parameters bound as terms."""
        return fill(asked, values, lambda kind, text: find(self.store, kind, text), self.names)

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
        thing = terms.subject(self.store, subject)
        path = terms.predicate(self.store, predicate)
        about = list(support.claims_about(self.store, thing, path))
        stated = {value for _, found in about for value in found.get("rdf:object", [])}
        accepted = {o for _, _, o in self.store.triples(thing, path)}
        values = terms.matching(self.store, object, sorted(stated | accepted))
        if not values:
            shown = ", ".join(sorted({self.label(value) for value in stated | accepted}))
            hint = f"the graph has {shown}" if shown else "the graph has no value there"
            raise UsageError(f"no source says that {subject} {predicate} {object}", hint=hint)
        value = values[0]
        ordered = sorted(about, key=lambda item: (value not in item[1].get("rdf:object", []), item[0]))
        return Answer(
            triple=(thing, path, value),
            accepted=value in accepted,
            inferred=value in accepted and value not in stated,
            claims=tuple(support.support(self.store, claim, found) for claim, found in ordered),
        )

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
        proof = self._proofs.prove(triple)
        return lines(self._proofs.triples(proof)) if proof else ()

    @cached_property
    def _proofs(self) -> Proofs:
        from migkg.api.proofs import Proofs  # compiles the ontology: only for who asks why

        return Proofs(self.store)

    def conflicts(self, *, forum: str = "") -> Iterator[Conflict]:
        """Every disagreement between sources, in the order of focus and property."""
        within = names.text_of(terms.subject(self.store, forum if ":" in forum else f"forum:{forum}")) if forum else ""
        graph = names.graph("findings")
        nodes = {s for s, _, o in self.store.triples(None, names.word("check"), None, graph) if "contradiction/" in o}
        found = [self._conflict(node) for node in nodes]
        for conflict in sorted(found, key=lambda c: (c.focus, c.path, c.finding)):
            if not within or _belongs(names.text_of(conflict.focus), within.rpartition("/")[2]):
                yield conflict

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
            known = ", ".join(names.text_of(g).removeprefix(names.GRAPH) for g in self.store.graphs()[:8])
            raise UsageError(f"the store has no graph '{named}'", hint=f"it has {known} ...")
        return self.store.export(form, graph)

    def _conflict(self, node: Term) -> Conflict:
        found: dict[str, list[Term]] = {}
        for _, predicate, value in self.store.triples(node, graph=names.graph("findings")):
            found.setdefault(names.shorten(predicate), []).append(value)
        sides = []
        for claim in sorted(found.get("mf:onClaim", [])):
            description = support.describe(self.store, claim)
            said = support.support(self.store, claim, description)
            sides.append(Side(status=said.status, value=self._said(description, said, found), support=said))
        messages = {m.rpartition("@")[2]: names.text_of(m) for m in found.get("mf:message", [])}
        return Conflict(
            finding=names.shorten(node),
            focus=found["mf:focus"][0],
            path=names.shorten(found["mf:path"][0]) if "mf:path" in found else "",
            kind=names.text_of(found["mf:check"][0]).partition("/")[2],
            message=messages.get(self.lang) or messages.get("en", ""),
            sides=tuple(sorted(sides, key=lambda side: (side.status, side.value, side.support.claim))),
        )

    def _said(self, claim: support.Description, said: Support, finding: Mapping[str, list[Term]]) -> str:
        """What a side says: the bound of an interval, the object, or the object of another property."""
        path = finding.get("mf:path", [])
        for bound in support.BOUNDS.get(names.shorten(path[0]), ()) if path else ():
            return ", ".join(map(names.text_of, claim.get(bound, []))) or said.object
        value = self.label(claim.get("rdf:object", [names.literal(said.object)])[0])
        stated = claim.get("rdf:predicate", path)
        return value if not path or stated == path else f"{self.label(stated[0])}: {value}"


def _belongs(focus: str, code: str) -> bool:
    """Whether a thing's IRI is that of a forum, of its meetings or of its memberships."""
    kind, _, rest = focus.removeprefix(names.ID).partition("/")
    return kind in {"forum", "meeting", "membership"} and rest.split("/")[0] == code


def ask_remote(endpoint: str, sparql: str, *, timeout: float | None = None) -> Result:
    """Answer a SPARQL query at a remote endpoint, waiting `timeout` seconds at most for each attempt."""
    from migkg import remote  # its library takes 90 ms to import

    return remote.query(endpoint, sparql, timeout=timeout) if timeout else remote.query(endpoint, sparql)


def canned(name: str) -> CannedQuery:
    """One canned query; UsageError with the nearest names where there is none of that name."""
    import difflib

    known = resources.canned_names()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "see 'migkg queries'"
        raise UsageError(f"no canned query '{name}'", hint=hint)
    return query.parse(f"queries/canned/{name}.rq", resources.canned_query(name))


def canned_queries() -> list[CannedQuery]:
    """All canned queries, by name."""
    return [query.parse(f"queries/canned/{name}.rq", text) for name, text in resources.canned_queries()]


def open_graph(store: str | Path | None = None, *, lang: str = "en") -> KnowledgeGraph:
    """Open the graph in a folder; without one, the folder that the command line uses."""
    return KnowledgeGraph(Path(store) if store else resources.default_store(), lang=lang)
