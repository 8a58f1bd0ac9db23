"""What a person types for a thing, a property or a value, as terms of the graph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg import names, query
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.model import Term
    from migkg.store import Store

_ISO2 = re.compile(r"[A-Z]{2}")
_CURIE = re.compile(r"[a-z]+:[^/].*")
LABELS = ("rdfs:label", "skos:altLabel", "mf:code", "mf:isoCode")


def subject(store: Store, text: str) -> Term:
    """A thing: an IRI, a CURIE, a key of the claim table (`edition:SACM/10`), a local name (`meeting/SACM/10`)
    or a name (`Laura Thompson`); a key that became another means that one. UsageError with the nearest known ones where
    the graph has no such thing.
    """
    for candidate in _forms(text):
        if _known(store, candidate):
            return current(store, candidate)
    if found := _by_name(store, text):
        return found
    raise UsageError(f"the graph has no '{text}'", hint=_suggestion(text, _locals(store, text)))


def predicate(store: Store, text: str) -> Term:
    """A property: an IRI, a CURIE, a local name of the ontology or a predicate of the claim table; UsageError with the
    nearest ones else.
    """
    from migkg import predicates  # only for who asks about a property

    text = predicates.PROPERTIES.get(text, text)
    term = names.expand(text) if ":" in text else names.word(text)
    if next(iter(store.triples(term)), None) or next(iter(store.triples(None, term)), None):
        return term
    known = {names.text_of(s).removeprefix(names.MF) for s, _, _ in store.triples(None, names.expand("rdfs:label"))}
    properties = sorted(name for name in known if name[:1].islower() and "/" not in name)
    raise UsageError(f"the ontology has no property '{text}'", hint=_suggestion(text, properties))


def matching(store: Store, text: str, values: Iterable[Term]) -> list[Term]:
    """Those of the given values that a text can mean: by IRI, key (also one that became another, or several), local
    name, lexical form or name.
    """
    forms, folded = _forms(text), names.fold(text)
    wanted = {*forms, *(new for form in forms for new in _became(store, form))}
    return [value for value in values if value in wanted or folded in _spellings(store, value)]


def label(store: Store, term: Term, lang: str) -> str:
    """The name of a thing in a language, else in English, else in any, else its CURIE; a literal's own text."""
    if not term.startswith("<"):
        return names.text_of(term)
    labels = [value for _, _, value in store.triples(term, names.expand("rdfs:label"))]
    for tag in (f"@{lang}", "@en", ""):
        for value in sorted(labels):
            if value.endswith(tag):
                return names.text_of(value)
    return names.shorten(term)


def current(store: Store, term: Term) -> Term:
    """What a thing became in this graph, or itself: its claims stand there."""
    return query.current(term, lambda old: _became(store, old))


def _became(store: Store, old: Term) -> list[Term]:
    """What a key became, nothing where it is still that of a thing (a name that only one of two meetings gave up)."""
    if next(iter(store.triples(old, names.expand("rdf:type"))), None):
        return []
    return [new for _, _, new in store.triples(old, query.REPLACED)]


def _forms(text: str) -> list[Term]:
    """The terms that a text can stand for by its form alone."""
    from migkg.claim_table import is_subject  # loads the whole model

    forms = []
    if is_subject(text) or _ISO2.fullmatch(text):
        forms.append(names.entity(text))
    if _CURIE.fullmatch(text) and text.partition(":")[0] in names.PREFIXES:
        forms.append(names.expand(text))
    if re.fullmatch(r"https?://\S+", text):
        forms.append(names.iri(text))
    if re.fullmatch(r"[a-z]+/\S+", text):
        forms.append(names.thing(*text.split("/", 1)))
    return forms


def _known(store: Store, term: Term) -> bool:
    return next(iter(store.triples(term)), None) is not None


def _spellings(store: Store, value: Term) -> set[str]:
    if not value.startswith("<"):
        return {names.fold(names.text_of(value))}
    found = {names.fold(names.text_of(value).rpartition("/")[2])}
    for key in LABELS:
        found |= {names.fold(names.text_of(v)) for _, _, v in store.triples(value, names.expand(key))}
    return found


def _by_name(store: Store, text: str) -> Term | None:
    """The first thing (in the order of IRIs) that bears a name, in any language the graph has."""
    found = []
    for key in LABELS:
        for tag in ("en", "fr", "es", ""):
            term = names.literal(text, lang=tag)
            found += [s for s, _, _ in store.triples(None, names.expand(key), term) if s.startswith(f"<{names.ID}")]
    return min(found, default=None)


def _locals(store: Store, text: str) -> list[str]:
    """The local names of the things of the kind that a text seems to name, else of all."""
    start = f"<{names.ID}{text.partition('/')[0]}/" if "/" in text else f"<{names.ID}"
    things = {s for s, _, _ in store.triples(None, names.expand("rdfs:label")) if s.startswith(start)}
    return sorted(names.text_of(s).removeprefix(names.ID) for s in things)


def _suggestion(text: str, known: list[str]) -> str:
    import difflib  # only for who mistypes

    close = difflib.get_close_matches(text, known, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(close)}?" if close else "see 'migkg queries' and 'migkg stats' for what is in it"
