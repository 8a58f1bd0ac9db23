"""The graph as pages read it: names, claims and statements at hand, each looked up once."""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from migkg import names, resources
from migkg.api import terms
from migkg.model import DEFAULT_GRAPH, Term
from migkg.names import expand, text_of, word
from migkg.web import paths
from migkg.web.values import Ref, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from migkg.api import KnowledgeGraph
    from migkg.api.asking import Asker
    from migkg.model import Article, Triple
    from migkg.web.values import Source

LABELS = ("rdfs:label", "skos:prefLabel", "dcterms:title")
"""Properties that name a thing, the best first."""

OTHER_NAMES = ("skos:altLabel", "mf:code", "mf:isoCode")
_ABSTRACT = frozenset({"Gathering", "Actor", "Party", "Source"})
_LANGUAGE_FREE = ""
_KEPT = 2048

T = TypeVar("T")


class Library:
    """Looks things up in an open graph; the results do not change while it is open."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.store = graph.store
        self._kept: OrderedDict[tuple[str, Term, Term], Any] = OrderedDict()
        self._lock = threading.Lock()
        self._refs: dict[tuple[Term, str], Ref] = {}
        self.sources: dict[tuple[Term, str], Source] = {}
        """Claims that have been looked up, by language: a claim is shown on several pages."""

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all things that are described."""
        found = {text_of(s) for s, _, _ in self.store.triples(None, expand("rdf:type")) if s.startswith(f"<{names.ID}")}
        found |= {text_of(s) for s in self._objects_by("dcterms:isReplacedBy")}
        graph = names.graph("findings")
        return frozenset(found | {text_of(s) for s, _, _ in self.store.triples(None, expand("rdf:type"), graph=graph)})

    @cached_property
    def replaced(self) -> Mapping[str, str]:
        """Address -> the one address that took its place; what became several things keeps a page that names them, and
        what is still the name of a thing its own.
        """
        alone = (s for s, newer in self._objects_by("dcterms:isReplacedBy").items() if len(newer) == 1)
        return {text_of(s): text_of(new) for s in alone if (new := terms.current(self.store, s)) != s}

    @cached_property
    def asker(self) -> Asker:
        """What reads plain questions: its grammar takes a second to make."""
        from migkg.api.asking import Asker

        return Asker(self.graph)

    @cached_property
    def inverses(self) -> Mapping[Term, Term]:
        """Property -> its inverse, both ways."""
        found = {s: min(o) for s, o in self._objects_by("owl:inverseOf").items()}
        return {**{o: s for s, o in sorted(found.items())}, **found}

    @cached_property
    def claims(self) -> Mapping[tuple[Term, Term, Term], tuple[Term, ...]]:
        """Statement -> the claims of it, whatever their status."""
        subject, predicate = self._objects_by("rdf:subject"), self._objects_by("rdf:predicate")
        found: dict[tuple[Term, Term, Term], list[Term]] = defaultdict(list)
        for claim, values in sorted(self._objects_by("rdf:object").items()):
            if claim in subject and claim in predicate:
                found[subject[claim][0], predicate[claim][0], values[0]].append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    @cached_property
    def vocabulary(self) -> frozenset[Term]:
        """The terms of the ontology: those that its documentation describes."""
        graph = names.graph("ontology")
        return frozenset(s for s, _, _ in self.store.triples(None, expand("rdf:type"), graph=graph))

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The texts at hand, by SHA-256: those of the articles that are shipped."""
        return {article.sha256: article for article in resources.shipped_articles()}

    @cached_property
    def _labels(self) -> Mapping[Term, Mapping[str, str]]:
        found: dict[Term, dict[str, str]] = {}
        for key in LABELS:
            own: dict[Term, dict[str, str]] = defaultdict(dict)
            for s, _, o in sorted(self.store.triples(None, expand(key)), reverse=True):
                own[s][_language(o)] = text_of(o)
            for s, texts in own.items():
                found.setdefault(s, texts)
        return found

    def _objects_by(self, curie: str) -> dict[Term, list[Term]]:
        found: dict[Term, list[Term]] = defaultdict(list)
        for s, _, o in sorted(self.store.triples(None, expand(curie))):
            found[s].append(o)
        return found

    def labels(self, term: Term) -> Mapping[str, str]:
        """Language -> name; the empty language is that of names without one."""
        return self._labels.get(term, {})

    def label(self, term: Term, lang: str) -> tuple[str, str]:
        """The name in a language (else in English, else in any), and its language where that is another one."""
        known = self.labels(term)
        for tag in (lang, _LANGUAGE_FREE, "en", *sorted(known)):
            if tag in known:
                return known[tag], "" if tag in {lang, _LANGUAGE_FREE} else tag
        return self._fallback(term, lang), ""

    def _fallback(self, term: Term, lang: str) -> str:
        """What a claim says, the table and number of a row, else the key or the CURIE."""
        folder, _, rest = (paths.key_of(text_of(term)) or "").partition("/")
        if folder == "claim":
            parts = [self.store.triples(term, expand(f"rdf:{part}")) for part in ("subject", "predicate", "object")]
            said = [self.label(o, lang)[0] if o.startswith("<") else text_of(o) for part in parts for _, _, o in part]
            return " · ".join(said) or rest
        return rest or names.shorten(term)

    def ref(self, term: Term, lang: str) -> Ref:
        """A thing, property or class as a link with its name."""
        known = self._refs.get((term, lang))
        if known is None:
            known = self._refs[term, lang] = self._ref(term, lang)
        return known

    def _ref(self, term: Term, lang: str) -> Ref:
        text, tag = self.label(term, lang)
        address = text_of(term)
        key = paths.key_of(address)
        known = address in self.addresses if key else term in self.vocabulary
        path = paths.page(address) if known else ""
        if key and not known and address not in self.replaced:
            address = ""  # a claim may speak of what is no thing: an edition for which its series has no place
        return Ref(address=address, label=text, path=path, kind=(key or "").partition("/")[0], lang=tag)

    def value(self, term: Term, lang: str) -> Value:
        """The object of a statement as it is shown."""
        if term.startswith("<"):
            ref = self.ref(term, lang)
            return Value(text=ref.label, ref=ref)
        if term.startswith("_:"):
            return Value(text=str(term))
        datatype = term.rpartition('"^^<')[2][:-1] if term.endswith(">") else ""
        tag = _language(term)
        return Value(text=text_of(term), lang="" if tag == lang else tag, datatype=datatype.rpartition("#")[2])

    def kept(self, name: str, term: Term, make: Callable[[], T], graph: Term = DEFAULT_GRAPH) -> T:
        """What `make` gave for a thing the last time, or gives now: the pages of its languages follow each other."""
        key = (name, term, graph)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                known: T = self._kept[key]
                return known
        made = make()
        with self._lock:
            self._kept[key] = made
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def describe(self, term: Term, graph: Term = DEFAULT_GRAPH) -> Mapping[str, list[Term]]:
        """CURIE of a property -> its values, sorted."""
        return self.kept("describe", term, lambda: self._describe(term, graph), graph)

    def _describe(self, term: Term, graph: Term) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = defaultdict(list)
        for _, predicate, value in sorted(self.store.triples(term, graph=graph)):
            found[names.shorten(predicate)].append(value)
        return dict(found)

    def text(self, term: Term, curie: str, lang: str) -> str:
        """The text of a property in a language, else in English, else empty."""
        return self.kept(f"{curie}@{lang}", term, lambda: self._text(term, curie, lang))

    def _text(self, term: Term, curie: str, lang: str) -> str:
        values = {_language(o): text_of(o) for _, _, o in sorted(self.store.triples(term, expand(curie)))}
        return values.get(lang) or values.get("en") or values.get("", "")

    def things(self, cls: str) -> list[Term]:
        """The things of a class of the ontology (by local name), sorted; merged ones are left out."""
        found = {s for s, _, _ in self.store.triples(None, expand("rdf:type"), word(cls))}
        return sorted(s for s in found if s.startswith(f"<{names.ID}") and text_of(s) not in self.replaced)

    def classes(self, term: Term, lang: str) -> tuple[Ref, ...]:
        """The classes of the migkg ontology that a thing has, the most specific first, abstract ones left out."""
        own = [o for _, _, o in self.store.triples(term, expand("rdf:type")) if o.startswith(f"<{names.MF}")]
        ranked = sorted(own, key=lambda cls: (-self._depth(cls), cls))
        return tuple(self.ref(cls, lang) for cls in ranked if text_of(cls).removeprefix(names.MF) not in _ABSTRACT)

    def _depth(self, cls: Term) -> int:
        return sum(1 for _ in self.store.triples(cls, expand("rdfs:subClassOf")))

    def description(self, address: str) -> Iterator[Triple]:
        """What is known of a thing: its statements, the claims about it with their selectors, and who points to it."""
        thing = names.iri(address)
        findings = names.graph("findings")
        yield from self.store.triples(thing)
        yield from self.store.triples(thing, graph=findings)
        for s, p, o in self.store.triples(None, None, thing):
            if p == expand("rdf:subject"):
                yield from self._whole_claim(s)
            elif not s.startswith(f"<{names.ID}claim/"):
                yield s, p, o
        if (paths.key_of(address) or "").startswith("claim/"):
            yield from self._whole_claim(thing)

    def _whole_claim(self, claim: Term) -> Iterator[Triple]:
        for s, p, o in self.store.triples(claim):
            yield s, p, o
            if p == expand("oa:hasSelector"):
                yield from self.store.triples(o)


def _language(term: Term) -> str:
    return term.rpartition('"@')[2] if not term.endswith(('"', ">")) and '"@' in term else ""
