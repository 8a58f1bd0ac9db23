"""From a question to its reading, in whichever language understands it best."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from migkg.ask import choice, chunks, clipped, either, refusals, relations, sentences, succession, target, words
from migkg.ask.assign import Assigner
from migkg.ask.clauses import text_of
from migkg.ask.company import Company
from migkg.ask.compose import Composer
from migkg.ask.lexing import Lexer
from migkg.ask.model import All, NotUnderstoodError, Quantity, Thing
from migkg.ask.sparql import Compiler
from migkg.ask.turns import recent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from migkg.ask.lexing import Named
    from migkg.ask.logic import LogicalForm
    from migkg.ask.model import Lexed, Part, Symbol
    from migkg.lexicon import Lexicon
    from migkg.model import Term

Label = tuple[str, str, str]
"""A property's local name, a language, and its label in that language."""

Post = tuple["Term", "Term", tuple[str, ...]]
"""A post, the body or state that it is in, and its labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question with its reading: the logical form, the SPARQL, and the query for the facts behind the answers.

    `facts` are patterns (subject, properties, object), variables as `?name`, others as terms. `assumes` pairs an ASK
    query, which must be true for the question to have an answer, with the part of the question that assumes it.
    """

    question: str
    lang: str
    form: LogicalForm
    sparql: str
    evidence: str
    facts: tuple[tuple[str, tuple[str, ...], str], ...]
    assumes: tuple[tuple[str, str], ...]
    alternatives: tuple[Understood, ...] = ()
    seen: tuple[tuple[str, str], ...]


class Grammar:
    """Everything that is needed to read questions about one graph."""

    def __init__(
        self,
        files: Mapping[str, Mapping[str, str]],
        lexicon: Lexicon,
        *,
        labels: Iterable[Label] = (),
        posts: Iterable[Post] = (),
        named: Named,
        regions: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`files` are the texts of data/ask by language and name; those of no language under the empty one.

        `regions` pairs the ISO code of a state with its M49 sub-region.
        """
        further = words.further_names(files[""]["names.toml"])
        never = words.no_names(files[""]["names.toml"])
        named = replace(named, things={**further, **named.things}, never=never)
        states = words.regions(files[""]["regions.toml"], regions)
        self.relations = relations.read(files[""]["relations.toml"])
        self._plenary = lexicon.names.plenary_kinds
        by_property: dict[str, str] = {}
        for relation in self.relations.values():
            for path in sorted({path for paths in relation.paths.values() for path in paths}):
                by_property.setdefault(path, relation.name)
        given = sorted(labels)
        self.lexers = {
            lang: Lexer(
                words.words(
                    lang,
                    files[lang],
                    self.relations,
                    [(by_property[name], text) for name, tag, text in given if tag == lang and name in by_property],
                ),
                lexicon.languages[lang],
                lexicon.names,
                named,
                states,
            )
            for lang in sorted(set(files) & set(lexicon.languages))
        }
        self._forms = _forms(lexer.words for lexer in self.lexers.values())
        self._posts = _by_title(posts, [lexer.words for lexer in self.lexers.values()])
        self._company = Company.read(files[""]["company.toml"], self._posts)
        self._titles = named.documents

    @cached_property
    def _documents(self) -> dict[tuple[str, Term], tuple[Term, ...]]:
        return _by_city(self._titles, list(self.lexers.values()))  # needs the names of all languages: only when asked

    def lex(self, question: str) -> Lexed:
        """The question in the language most of whose words it has, or in the one that leaves the fewest unknown."""
        ordered = sorted(self.lexers.values(), key=lambda lexer: (-lexer.familiarity(question), lexer.words.lang))
        found: list[Lexed] = []
        for lexer in ordered:
            found.append(lexer.lex(question))
            if not found[-1].unknown:
                return found[-1]
        return min(found, key=lambda lexed: len(lexed.unknown))

    def read(self, question: str) -> Understood:
        """The reading of a question, with others where a word allows them.

        Raises NotUnderstoodError naming the words or parts that have no place in any reading.
        """
        lexed = self.lex(question)
        refusals.refuse_future(lexed.symbols, question, self.lexers[lexed.lang].words)
        if lexed.unknown:
            raise NotUnderstoodError("unknown words", lexed.unknown)
        first, *others = self._readings(question, lexed)
        return replace(first, alternatives=tuple(other for other in others if other.sparql != first.sparql))

    def _readings(self, question: str, lexed: Lexed) -> list[Understood]:
        """All readings, the likeliest first.

        Names as they are mostly meant come before other things of the name, `twice` as at least, `and` as both; where
        these have no reading, the other meanings of the numbers and of `and` are no answer either.
        """
        found, problems = [], []
        asks_document = any(symbol.kind == "doctype" for symbol in lexed.symbols)
        joints = chunks.Joints(posts=self._posts, documents=self._documents if asks_document else {})
        words_ = self.lexers[lexed.lang].words
        for symbols in _variants(refusals.checked(lexed.symbols, question, words_, self.relations)):
            belonging = self._company.being["forum"]
            spoken = clipped.asked(symbols, question, self.lexers[lexed.lang].words, self.relations, belonging)
            spoken = sentences.asked(spoken, question, self.lexers[lexed.lang].words, self.relations)
            settled = self._company.settled(spoken, question)
            refusals.refuse_many(settled, question, self.lexers[lexed.lang].words)
            if special := self._special(spoken, settled):
                found.append(self._understood(question, lexed, special))
                continue
            parts = chunks.join(chunks.relatives(either.joined(recent(settled), question)), joints)
            for variant in _meant(parts):
                try:
                    found.append(self._reading(question, replace(lexed, symbols=tuple(symbols)), variant))
                except NotUnderstoodError as problem:
                    problems.append(problem)
                    break
        if not found:
            raise problems[0]
        return found

    def _special(self, spoken: Sequence[Symbol], settled: Sequence[Symbol]) -> LogicalForm | None:
        """Questions of a kind of their own: forums compared by age, holders of a post in their order."""
        chosen = choice.reading(settled, self._company.founding)
        return chosen or succession.reading(spoken, self._posts, self._company.titles)

    def _reading(self, question: str, lexed: Lexed, parts: Sequence[Part]) -> Understood:
        wanted = target.target(parts, self.relations)
        sentence = Assigner(parts, self.relations, wanted).assign()
        sentence.common = refusals.shares(question, self.lexers[lexed.lang].words)
        form = Composer(wanted, sentence, self.relations, self._plenary, self._forms).compose()
        return self._understood(question, lexed, form)

    def _understood(self, question: str, lexed: Lexed, form: LogicalForm) -> Understood:
        compiler = Compiler(form, self.relations, lexed.lang)
        refusals.refuse_lost(lexed.symbols, compiler.query())
        evidence = compiler.evidence()
        facts = tuple(compiler.facts)
        return Understood(
            question=question,
            lang=lexed.lang,
            form=form,
            sparql=compiler.query(),
            evidence=evidence,
            facts=facts,
            assumes=compiler.assumptions(),
            seen=tuple((symbol.text, f"{symbol.kind} {symbol.value}") for symbol in lexed.symbols),
        )

    def nearest(self, word: str, lang: str) -> list[str]:
        """Phrases of a language that are spelt like a word."""
        return difflib.get_close_matches(words.normal(word), sorted(self.lexers[lang].words.phrases), n=3, cutoff=0.75)


def _variants(symbols: Sequence[Symbol]) -> Iterator[list[Symbol]]:
    """The symbols as they are, then each with one name meaning another thing."""
    yield list(symbols)
    for at, symbol in enumerate(symbols):
        for kind, term in symbol.others:
            yield [*symbols[:at], replace(symbol, value=kind, terms=(term,), others=()), *symbols[at + 1 :]]


def _meant(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts as they are; with a bare number (`twice`) meant exactly; with `A and B` meant as each of them."""
    yield list(parts)
    for at, part in enumerate(parts):
        if isinstance(part, All) and isinstance(part.parts[0], Thing):
            terms = tuple(term for one in part.parts if isinstance(one, Thing) for term in one.terms)
            yield [*parts[:at], Thing(part.parts[0].type, terms, text_of(part)), *parts[at + 1 :]]
    if any(isinstance(part, Quantity) and part.bare for part in parts):
        yield [replace(p, op="=", bare=False) if isinstance(p, Quantity) and p.bare else p for p in parts]


def _forms(languages: Iterable[words.Words]) -> dict[str, tuple[str, ...]]:
    """The words for each type of document, in all languages, as titles write them."""
    found: dict[str, set[str]] = {}
    for language in languages:
        for key, variants in language.doctypes.items():
            found.setdefault(key, set()).update(variant.lower() for variant in variants)
    return {key: tuple(sorted(variants)) for key, variants in sorted(found.items())}


def _by_city(
    documents: Iterable[tuple[Term, str]], lexers: Sequence[Lexer]
) -> dict[tuple[str, Term], tuple[Term, ...]]:
    """Documents by type and the city that they are named after, as any language reads their titles."""
    found: dict[tuple[str, Term], set[Term]] = {}
    for document, title in documents:
        for lexer in lexers:
            symbols = lexer.read_name(title)
            kinds = {s.value for s in symbols if s.kind == "doctype"}
            cities = {s.terms[0] for s in symbols if s.is_a("thing", "city")}
            for kind in kinds:
                for city in cities:
                    found.setdefault((kind, city), set()).add(document)
    return {key: tuple(sorted(value)) for key, value in found.items()}


def _by_title(posts: Iterable[Post], languages: Iterable[words.Words]) -> dict[tuple[str, Term], tuple[Term, ...]]:
    """Posts by title and body: the longest title of any language found in a label is the post's title."""
    titles = {
        phrase: symbols[0][1]
        for language in languages
        for phrase, symbols in language.phrases.items()
        if symbols and symbols[0][0] == "title"
    }
    found: dict[tuple[str, Term], list[Term]] = {}
    for post, body, labels in sorted(posts):
        keys = {title for label in labels if (title := _title(words.normal(label), titles))}
        for key in sorted(keys):
            found.setdefault((key, body), []).append(post)
    return {key: tuple(value) for key, value in found.items()}


def _title(label: str, titles: Mapping[str, str]) -> str:
    inside = [phrase for phrase in titles if f" {phrase} " in f" {label} "]
    return titles[max(inside, key=lambda p: (len(p), p))] if inside else ""
