"""What accepted facts say between the lines: which edition follows which, and which topics a theme names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import predicates
from migkg.mapping.terms import node
from migkg.names import expand, fold, text_of, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.model import Fact, Term, Triple

Topics = tuple[tuple[str, "Term"], ...]
"""The names of topics, folded, with their concepts; sorted."""
_NAMES = frozenset({expand("skos:prefLabel"), expand("skos:altLabel")})


def topics(ontology: Iterable[Triple]) -> Topics:
    """The names that the scheme of the ontology gives its concepts."""
    known = list(ontology)
    concepts = {s for s, p, o in known if p == expand("rdf:type") and o == expand("skos:Concept")}
    return tuple(sorted({(fold(text_of(o)), s) for s, p, o in known if p in _NAMES and s in concepts}))


def topic_triples(facts: Iterable[Fact], known: Topics) -> Iterator[Triple]:
    """The topics that a meeting's themes name; of names inside one another the longest tells."""
    for fact in facts:
        if fact.predicate == "hasTheme":
            for topic in sorted(named(fact.object, known)):
                yield node(fact.subject), word("hasTopic"), topic


def named(theme: str, known: Topics) -> set[Term]:
    """The topics of which a name stands in a theme, word for word."""
    text = f" {fold(theme)} "
    found = {(name, topic) for name, topic in known if name and f" {name} " in text}
    names = {name for name, _ in found}
    return {t for name, t in found if not any(f" {name} " in f" {other} " for other in names - {name})}


def succession(facts: Sequence[Fact]) -> Iterator[Triple]:
    """From each edition to the one with the next number, where each number is that of one edition of the forum."""
    numbered: dict[tuple[str, int], list[str]] = {}
    for fact in facts:
        series = predicates.series_of(fact.subject)
        if fact.predicate == "ordinal" and series and fact.subject.startswith("edition:"):
            numbered.setdefault((series[0], int(fact.object)), []).append(fact.subject)
    for (forum, number), editions in sorted(numbered.items()):
        following = numbered.get((forum, number + 1), [])
        if len(editions) == len(following) == 1:
            yield node(editions[0]), word("nextEdition"), node(following[0])
