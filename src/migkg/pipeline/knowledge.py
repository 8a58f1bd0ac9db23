"""What is known before an article is read: ontology, shapes, lexicons, tables."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migkg import lexicon, names, query, reason, resources, store, tables
from migkg.fuse import Titles
from migkg.model import Term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from migkg.fused import Judgement
    from migkg.lexicon import Lexicon
    from migkg.model import Claim, Table, Thing, Triple
    from migkg.query import Check
    from migkg.reason import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything shipped, parsed once. `home` is the folder it came from, None for the project's own."""

    home: Path | None
    lexicon: Lexicon
    names: Mapping[str, Table]
    ontology: tuple[Triple, ...]
    shapes: tuple[Triple, ...]
    rules: Rules
    things: tuple[Thing, ...]
    claims: tuple[Claim, ...]
    same: tuple[tuple[str, str], ...]
    distinct: tuple[tuple[str, str], ...]
    judgements: tuple[Judgement, ...]
    honorifics: frozenset[str]
    titles: Titles
    single_valued: frozenset[str]
    messages: Mapping[str, Mapping[str, Mapping[str, str]]]
    checks: tuple[Check, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of all that a graph is made from but articles; how articles are read is not part of it.

        Sets are written sorted: another process has another order of sets, and must come to the same hash.
        """
        parts = (
            [(name, self.names[name]) for name in sorted(self.names)],
            *(self.ontology, self.shapes, self.things, self.claims, self.same, self.distinct),
            [(replace(judgement, wrong=frozenset()), sorted(judgement.wrong)) for judgement in self.judgements],
            sorted(self.single_valued),
            sorted(self.honorifics),
            sorted(self.messages.items()),
            self.checks,
        )
        return hashlib.sha256("\n".join(map(repr, parts)).encode()).hexdigest()


def know(home: Path | None = None) -> Knowledge:
    """Read and check all that the project ships, or an edited copy of it in `home`."""
    sources = resources.lexicon_sources(home)
    reference = resources.tables(home=home)
    ontology = _triples(resources.ontology_files(home))
    with_states = {**reference, "states": sources.names["states"]}
    parsed = _parsed(sources, home)
    return Knowledge(
        home=home,
        lexicon=parsed,
        names=sources.names,
        ontology=ontology,
        shapes=_triples(resources.shape_files(home)),
        rules=reason.compile(ontology),
        things=tuple(tables.things(with_states)),
        claims=tuple(tables.claims(with_states)),
        same=tuple(tables.same(with_states)),
        distinct=_pairs(reference["distinct"]),
        judgements=tuple(tables.judgements(with_states)),
        honorifics=_before_names(parsed),
        titles=_titles(sources.names),
        single_valued=single_valued(ontology),
        messages={lang: tomllib.loads(text) for lang, text in resources.messages(home)},
        checks=tuple(query.parse_check(f"queries/checks/{name}.rq", text) for name, text in resources.checks(home)),
    )


def reading_knowledge(home: Path | None = None) -> Lexicon:
    """What reading alone needs: the lexicons."""
    sources = resources.lexicon_sources(home)
    return _parsed(sources, home)


def _parsed(sources: resources.LexiconSources, home: Path | None) -> Lexicon:
    return lexicon.parse(sources.names, sources.languages, resources.attachment_weights(home), sources.others)


def reasoning_rules(home: Path | None = None) -> Rules:
    """What explaining alone needs: the ontology as rules."""
    return reason.compile(_triples(resources.ontology_files(home)))


def _before_names(known: Lexicon) -> frozenset[str]:
    """What may stand before a person's name, in all languages: honorifics and titles."""
    persons = [language.persons for language in known.languages.values()]
    return frozenset(word for words in persons for word in (*words.honorifics, *words.titles))


def _titles(tables: Mapping[str, Table]) -> Titles:
    """What reads the titles of documents: the kinds in each language, and cities by all their names."""
    kinds, cities = (tables[name].rows if name in tables else () for name in ("documents", "cities"))
    return Titles(
        ((row.cells["kind"], row.cells["lang"], row.cells["name"]) for row in kinds),
        ((row.cells["name"], row.cells["name_en"]) for row in cities),
    )


def single_valued(ontology: tuple[Triple, ...]) -> frozenset[str]:
    """The local names of the properties that take one accepted value for each subject."""
    mark = names.word("singleValued")
    return frozenset(
        names.text_of(s).removeprefix(names.MF) for s, p, o in ontology if p == mark and names.text_of(o) == "true"
    )


def _triples(files: list[tuple[str, str]]) -> tuple[Triple, ...]:
    """The triples of several Turtle files, sorted, each once; blank nodes of different files stay apart."""
    found: set[Triple] = set()
    for name, text in files:
        for s, p, o in store.parse(text, format="turtle", path=f"{name}.ttl"):
            found.add((_apart(s, name), p, _apart(o, name)))
    return tuple(sorted(found))


def _apart(term: Term, file: str) -> Term:
    return Term(f"_:{file}-{term[2:]}") if term.startswith("_:") else term


def _pairs(table: Table) -> tuple[tuple[str, str], ...]:
    return tuple((row.cells["key"], row.cells["other"]) for row in table.rows)
