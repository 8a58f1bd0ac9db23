"""Plain questions about an open graph: how they are read, what the graph answers, and which claims stand behind it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import lexicon, names, resources
from migkg.api import support
from migkg.api.terms import LABELS, label
from migkg.ask import Grammar, Named, NotUnderstoodError, normal
from migkg.errors import UsageError
from migkg.model import Term
from migkg.query import Kind, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.api.graph import KnowledgeGraph
    from migkg.api.support import Support
    from migkg.ask import Understood
    from migkg.store import Store

_NAMED = {"official": "mf:Official", "document": "mf:Document", "topic": "skos:Concept"}
"""Types of things that only the graph names, and their classes."""
_ONTOLOGY = names.text_of(names.word(""))
_EVIDENCE_ROWS = 2000
_SUGGESTIONS = 3
_SHORT = 4
"""Words up to this length say nothing of what a question is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a plain question: how it was read, and what the graph says to that and to other readings."""

    understood: Understood
    result: Result
    alternatives: tuple[Reply, ...] = ()
    partly: tuple[Term, ...] = ()
    """The forums in question of which the graph is known to name only some members, where it is about members."""


class Asker:
    """Answers plain questions about one graph; the grammar is made once."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.grammar = grammar(graph.store)
        self._sentences: dict[str, dict[str, str]] = {
            lang: tomllib.loads(text)["questions"] for lang, text in resources.messages()
        }

    def ask(self, question: str) -> Reply:
        """The answer; UsageError with what is to blame and suggestions where it is not understood or nothing fits."""
        understood = self.understand(question)
        for assumption, what in understood.assumes:
            if not self.graph.query(assumption).boolean:
                lang = self.grammar.lex(question).lang
                sentence = self._say(lang, "the graph says nothing of what the question takes for granted")
                is_property = what.isidentifier()  # else the number of an edition
                named = label(self.graph.store, names.word(what), lang).removeprefix("mf:") if is_property else what
                raise UsageError(f"{sentence}: {named}", hint=self._hint(lang, question))
        result = self._answer(understood)
        if result.kind is not Kind.ASK and not result.rows:
            lang = understood.lang
            raise UsageError(self._say(lang, "nothing in the graph fits the question"), hint=self._hint(lang, question))
        others = tuple(Reply(understood=other, result=self._answer(other)) for other in understood.alternatives)
        return Reply(understood=understood, result=result, alternatives=others, partly=self._partly(understood))

    def caveat(self, reply: Reply) -> str:
        """What an answer must be read with, in the language of the question; the empty string if nothing."""
        lang = reply.understood.lang
        forums = ", ".join(label(self.graph.store, forum, lang) for forum in reply.partly)
        return f"{self._say(lang, 'the graph names only some of the members of')} {forums}" if forums else ""

    def understand(self, question: str) -> Understood:
        """How a question is read, without asking the graph; UsageError as for `ask`."""
        try:
            return self.grammar.read(question)
        except NotUnderstoodError as problem:
            raise self._refusal(question, problem) from None

    def evidence(self, reply: Reply) -> Iterator[Support]:
        """The accepted claims behind an answer, each once, in the order of what they are about."""
        for subject, path, value in sorted(self._triples(reply)):
            for claim, found in support.claims_about(self.graph.store, subject, path):
                if value in found.get("rdf:object", []) and names.word("Accepted") in found.get("mf:status", []):
                    yield support.support(self.graph.store, claim, found)

    def _triples(self, reply: Reply) -> set[tuple[Term, Term, Term]]:
        """The statements that the answers rest on; of a count, all that was counted."""
        found = self.graph.query(reply.understood.evidence, max_rows=_EVIDENCE_ROWS)
        answers = {row[0] for row in reply.result.rows} if reply.understood.form.form == "list" else set()
        triples: set[tuple[Term, Term, Term]] = set()
        for row in found.rows:
            bound = {f"?{name}": term for name, term in zip(found.variables, row, strict=True)}
            if answers and bound.get("?answer") not in answers:
                continue
            for subject, paths, value in reply.understood.facts:
                one, other = bound.get(subject, Term(subject)), bound.get(value, Term(value))
                if one is not None and other is not None:
                    triples |= {(one, names.expand(path), other) for path in paths}
        return triples

    def _partly(self, understood: Understood) -> tuple[Term, ...]:
        """The forums that a question about members names, of which the graph is known to name only some."""
        if "mf:hasMember" not in understood.sparql:
            return ()
        marked = self.graph.store.triples(None, names.word("listsSomeMembers"))
        return tuple(sorted(forum for forum, _, _ in marked if forum in understood.sparql))

    def _answer(self, understood: Understood) -> Result:
        result = self.graph.query(understood.sparql)
        if result.kind is Kind.ASK:
            return result
        return Result(kind=result.kind, variables=result.variables, rows=tuple(result.rows), complete=result.complete)

    def _refusal(self, question: str, problem: NotUnderstoodError) -> UsageError:
        lexed = self.grammar.lex(question)
        lang = lexed.lang
        blamed = ", ".join(f"'{part}'" for part in problem.parts)
        near = sorted({phrase for word in lexed.unknown for phrase in self.grammar.nearest(word, lang)})
        or_ = f" {self._say(lang, 'or')} "
        hints = [f"{self._say(lang, 'did you mean')} {or_.join(near[:_SUGGESTIONS])}?"] if near else []
        known = ", ".join(dict.fromkeys(symbol.text for symbol in lexed.symbols))
        hints += [f"{self._say(lang, 'understood')}: {known}"] if known else []
        reason = f"{self._say(lang, problem.reason)}{' ' if blamed else ''}{blamed}"
        sentence = f"{self._say(lang, 'the question is not understood')}: {reason}"
        return UsageError(sentence, hint="; ".join([*hints, self._hint(lang, question)]))

    def _hint(self, lang: str, question: str) -> str:
        """Where to look on: the canned queries whose header shares most words with a question."""
        nearest = _nearest(question)
        command = f"migkg run {' | '.join(nearest)}" if nearest else "migkg queries"
        return f"{self._say(lang, 'see')} '{command}'"

    def _say(self, lang: str, sentence: str) -> str:
        """A sentence in the language of the question."""
        return self._sentences.get(lang, {}).get(sentence, sentence)


def grammar(store: Store) -> Grammar:
    """The grammar of questions about a graph: shipped words, and the names and posts that the graph holds."""
    things: dict[str, tuple[str, tuple[Term, ...]]] = {}
    for kind, cls in _NAMED.items():
        for name, terms in _by_name(store, cls):
            things.setdefault(name, (kind, tuple(terms)))
    sources = resources.lexicon_sources()
    return Grammar(
        resources.ask_sources(),
        lexicon.parse(sources.names, sources.languages),
        labels=_property_labels(store),
        posts=_posts(store),
        regions=[(row.cells["iso2"], row.cells["region"]) for row in sources.names["states_codes"].rows],
        named=Named(things=things, documents=tuple(sorted(_titles(store)))),
    )


def _nearest(question: str) -> list[str]:
    """The canned queries whose header shares most words with a question."""
    wanted = {word for word in normal(question).split() if len(word) > _SHORT}
    scored = []
    for name, text in resources.canned_queries():
        header = " ".join(line for line in text.split("\n") if line.startswith("#+"))
        scored.append((-len(wanted & set(normal(f"{name} {header}").split())), name))
    return [name for score, name in sorted(scored)[:_SUGGESTIONS] if score]


def _by_name(store: Store, cls: str) -> Iterator[tuple[str, list[Term]]]:
    """Names of the things of a class, without what is added in brackets, and the things of each name."""
    found: dict[str, set[Term]] = {}
    for term, _, _ in store.triples(None, names.expand("rdf:type"), names.expand(cls)):
        if names.text_of(term).startswith(_ONTOLOGY):  # concepts that say how something is, not what it is about
            continue
        for key in LABELS:
            for _, _, value in store.triples(term, names.expand(key)):
                text = re.sub(r"\s*\([^()]*\)$", "", names.text_of(value))
                found.setdefault(normal(text), set()).add(term)
    for name in sorted(found):
        yield name, sorted(found[name])


def _titles(store: Store) -> Iterator[tuple[Term, str]]:
    for term, _, _ in store.triples(None, names.expand("rdf:type"), names.word("Document")):
        for key in LABELS:
            yield from ((term, names.text_of(value)) for _, _, value in store.triples(term, names.expand(key)))


def _property_labels(store: Store) -> Iterator[tuple[str, str, str]]:
    for term, _, value in store.triples(None, names.expand("rdfs:label")):
        if term.startswith(f"<{names.MF}"):
            yield names.text_of(term).removeprefix(names.MF), value.rpartition("@")[2], names.text_of(value)


def _posts(store: Store) -> Iterator[tuple[Term, Term, tuple[str, ...]]]:
    for post, _, body in store.triples(None, names.word("postIn")):
        labels = [names.text_of(v) for key in LABELS for _, _, v in store.triples(post, names.expand(key))]
        yield post, body, tuple(sorted(labels))
