"""A graph at a remote endpoint, in a program's hands as a graph on disk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names, query, remote
from migkg.api.filling import fill
from migkg.api.results.view import View
from migkg.api.vocabulary import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.api.graph import KnowledgeGraph
    from migkg.api.witness import Evidenced
    from migkg.model import Term
    from migkg.query import CannedQuery, Result

_BATCH = 200
_NAMED = "rdfs:label|skos:altLabel|mf:code|mf:isoCode"


class RemoteGraph:
    """The graph that a SPARQL endpoint holds; things go by their labels there, parameters by their names there."""

    def __init__(
        self, endpoint: str, *, lang: str = "en", timeout: float | None = None, page: int | None = None
    ) -> None:
        self.endpoint = endpoint
        self.lang = lang
        self._timeout = timeout or 60.0
        self._page = page
        self._labels: dict[Term, str] = {}

    def query(self, sparql: str) -> Result:
        """The answer of the endpoint to a SPARQL query; RemoteError where there is none."""
        return remote.query(self.endpoint, sparql, timeout=self._timeout, page=self._page)

    def filled(self, asked: CannedQuery, values: Mapping[str, str | list[str]]) -> str:
        """The SPARQL of a canned query with its parameters bound as terms."""
        return fill(asked, values, self._find, self.names)

    def names(self, kind: str) -> Mapping[str, Term]:
        """The names of the things that a parameter of this type takes."""
        classes = " ".join(names.word(cls) for cls in CLASSES.get(kind, ()))
        start = names.literal(names.MF if kind == "property" else names.ID)
        which = f"VALUES ?class {{ {classes} }} ?thing a ?class ." if classes else ""
        found: dict[str, Term] = {}
        for thing, name in self.query(
            f"SELECT DISTINCT ?thing ?name {{ {which} ?thing {_NAMED} ?name FILTER (STRSTARTS(STR(?thing), {start})) }}"
        ).rows:
            if thing and name:
                found[names.text_of(name)] = thing
                found.setdefault(names.text_of(thing).rpartition("/")[2].rpartition("#")[2], thing)
        return found

    def view(self) -> View:
        """How the writers of answers see things: by their names; the endpoint is not asked for places and days."""
        return View(label=self.label, lang=self.lang)

    def label(self, term: Term) -> str:
        """The name of a thing in the graph's language, else in English, else its CURIE; a literal's own text."""
        if not term.startswith("<"):
            return names.text_of(term)
        if term not in self._labels:
            self.learn([term])
        return self._labels[term]

    def learn(self, terms: Iterable[Term | None]) -> None:
        """Ask for the labels of many things at once, so that `label` need not ask for each."""
        wanted = sorted(
            {t for t in terms if t and t.startswith((f"<{names.ID}", f"<{names.MF}"))} - self._labels.keys()
        )
        for at in range(0, len(wanted), _BATCH):
            batch = " ".join(wanted[at : at + _BATCH])
            found: dict[Term, dict[str, str]] = {}
            for thing, label in self.query(f"SELECT ?x ?l {{ VALUES ?x {{ {batch} }} ?x rdfs:label ?l }}").rows:
                if thing and label:
                    found.setdefault(thing, {})[label.rpartition('"')[2]] = names.text_of(label)
            for thing, labels in found.items():
                self._labels[thing] = labels.get(f"@{self.lang}") or labels.get("@en") or min(labels.values())
        for term in terms:
            if term:
                self._labels.setdefault(term, names.shorten(term))

    def evidence(self, sparql: str, result: Result) -> Evidenced:
        """The answer to a SELECT with the sentence or table cell behind each of its rows, as the endpoint has them."""
        from migkg.api.witness import Witness

        return Witness(self.query, self.label, self.lang).evidence(sparql, result)

    def diagnosis(self, sparql: str) -> str:
        """Why a query has no rows, in one sentence; empty where nothing can be said."""
        return query.diagnose(
            sparql, lambda asked: next((row[0] for row in self.query(asked).rows), None), lambda _: ""
        )

    def _find(self, kind: str, text: str) -> Term | None:
        """The thing with this key, IRI, CURIE or local name, or that had it once, where the endpoint has it."""
        for address in query.addresses(kind, text):
            thing = query.current(address, self._became)
            if self.query(f"ASK {{ {thing} rdfs:label ?label }}").boolean:
                return thing
        return None

    def _became(self, old: Term) -> list[Term]:
        asked = self.query(f"SELECT ?new {{ {old} {query.REPLACED} ?new FILTER NOT EXISTS {{ {old} a ?class }} }}")
        return [new for (new,) in asked.rows if new]


def push(
    graph: KnowledgeGraph, endpoint: str, *, only: Iterable[str] = (), login: tuple[str, str] | None = None
) -> Iterable[tuple[str, int]]:
    """Replace each named graph at a Graph Store Protocol endpoint, then the default graph; tells each with its size.

    `only` are graphs by their local names (`facts`), `default` being the default graph; without any all go.
    """
    from migkg.model import DEFAULT_GRAPH

    chosen = set(only)
    local = {g: names.text_of(g).removeprefix(names.GRAPH) for g in graph.store.graphs()} | {DEFAULT_GRAPH: "default"}
    unknown = sorted(chosen - set(local.values()))
    if unknown:
        graph.export("ntriples", unknown[0])  # says which graphs there are
    for term, name in local.items():
        if not chosen or name in chosen:
            body = b"".join(graph.store.export("ntriples", term))
            remote.replace_graph(endpoint, term, body, login=login)
            yield name, body.count(b"\n")
