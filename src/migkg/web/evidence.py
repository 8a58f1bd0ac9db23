"""Claims as sources of facts, and the disagreements between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg import names
from migkg.model import Term
from migkg.names import expand, text_of, word
from migkg.web.values import Contradiction, Side, Source, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.web.library import Library

    Description = Mapping[str, list[Term]]

_FINDINGS = names.graph("findings")
_ORDER = ("accepted", "disputed", "rejected")
_CONTRADICTION = "contradiction/"
_CONTEXT = 60
"""The words around a quotation are as long as this where they were cut."""


def source(library: Library, claim: Term, lang: str) -> Source:
    """A claim with the words and the place it comes from."""
    known = library.sources.get((claim, lang))
    if known is None:
        known = library.sources[claim, lang] = _source(library, claim, lang)
    return known


def _source(library: Library, claim: Term, lang: str) -> Source:
    about = library.describe(claim)
    origin = about.get("prov:wasDerivedFrom", [claim])[0]
    where = library.describe(origin)
    quote = library.describe(Term(f"{claim[:-1]}/quote>"))
    return Source(
        claim=library.ref(claim, lang),
        status=_local(about, "mf:status"),
        value=_value(library, about, lang),
        origin=library.ref(origin, lang),
        subject=library.ref(about.get("rdf:subject", [claim])[0], lang),
        property=library.ref(about.get("rdf:predicate", [claim])[0], lang),
        title=first(where, "dcterms:title"),
        url=web_address(first(where, "dcterms:source")),
        published=first(where, "dcterms:issued"),
        lang=first(where, "dcterms:language"),
        quote=first(quote, "oa:exact") or first(about, "mf:quote"),
        prefix=from_a_word(first(quote, "oa:prefix")),
        suffix=to_a_word(first(quote, "oa:suffix")),
        field=first(about, "mf:field"),
        cell=first(about, "mf:cell"),
        note=first(about, "skos:note"),
        rule=first(about, "mf:rule"),
        modality=_local(about, "mf:modality"),
        confidence=first(about, "mf:confidence"),
        reason=first(about, "mf:reason"),
    )


def from_a_word(prefix: str) -> str:
    """What stands before a quotation; if it was cut, from its first whole word."""
    whole = re.sub(r"^\S*\s+", "… ", prefix, count=1)
    return whole if len(prefix) >= _CONTEXT else prefix


def to_a_word(suffix: str) -> str:
    """What stands behind a quotation; if it was cut, up to its last whole word."""
    whole = re.sub(r"\s+\S*$", " …", suffix, count=1)
    return whole if len(suffix) >= _CONTEXT else suffix


def sources(library: Library, claims: Iterable[Term], lang: str) -> tuple[Source, ...]:
    """Claims as sources: accepted ones first, then by what they come from."""
    found = [source(library, claim, lang) for claim in claims]
    return tuple(sorted(found, key=lambda s: (_rank(s.status), s.origin.label, s.claim.address)))


def claims_of(library: Library, subject: Term, predicate: Term, value: Term) -> tuple[Term, ...]:
    """The accepted claims of a statement, made in its direction or in that of the inverse property."""
    direct = library.claims.get((subject, predicate, value), ())
    inverse = library.inverses.get(predicate)
    turned = library.claims.get((value, inverse, subject), ()) if inverse else ()
    accepted = word("Accepted")
    return tuple(c for c in (*direct, *turned) if any(library.store.triples(c, word("status"), accepted)))


def contradictions(library: Library, thing: Term, lang: str) -> tuple[Contradiction, ...]:
    """The disagreements on a thing, by property."""
    nodes = sorted(s for s, _, _ in library.store.triples(None, word("focus"), thing, _FINDINGS))
    return _contradictions(library, nodes, lang)


def all_contradictions(library: Library, lang: str) -> tuple[Contradiction, ...]:
    """Every disagreement, by subject and property."""
    checks = library.store.triples(None, word("check"), None, _FINDINGS)
    return _contradictions(library, sorted(s for s, _, _ in checks), lang)


def _contradictions(library: Library, nodes: Iterable[Term], lang: str) -> tuple[Contradiction, ...]:
    described = (library.describe(node, _FINDINGS) for node in nodes)
    found = [_contradiction(library, d, lang) for d in described if first(d, "mf:check").startswith(_CONTRADICTION)]
    return tuple(sorted(found, key=lambda c: (c.subject.label, c.subject.address, c.property.label, c.message)))


def _contradiction(library: Library, about: Description, lang: str) -> Contradiction:
    said = sources(library, about.get("mf:onClaim", []), lang)
    sides: dict[tuple[int, str], list[Source]] = {}
    for one in said:
        sides.setdefault((_rank(one.status), one.value.text), []).append(one)
    return Contradiction(
        subject=library.ref(about["mf:focus"][0], lang),
        property=library.ref(about.get("mf:path", [word("Claim")])[0], lang),
        message=spoken(about, "mf:message", lang),
        remedy=spoken(about, "mf:remedy", lang),
        sides=tuple(
            Side(value=group[0].value, status=group[0].status, sources=tuple(group))
            for _, group in sorted(sides.items(), key=lambda item: item[0])
        ),
    )


def first(about: Mapping[str, list[Term]], key: str) -> str:
    """The text of the first value of a property, or an empty string."""
    return text_of(about[key][0]) if about.get(key) else ""


def spoken(about: Mapping[str, list[Term]], key: str, lang: str) -> str:
    """The text of a property in a language, else in English."""
    texts = {value.rpartition('"@')[2]: text_of(value) for value in about.get(key, [])}
    return texts.get(lang) or texts.get("en", "")


def web_address(text: str) -> str:
    """An address that a page may link to: http or https only, whatever a source was said to be."""
    return text if text.startswith(("https://", "http://")) else ""


def _value(library: Library, about: Description, lang: str) -> Value:
    values = about.get("rdf:object")
    return library.value(values[0], lang) if values else Value(text=first(about, "mf:statedObject"))


def _local(about: Description, key: str) -> str:
    return first(about, key).removeprefix(names.MF).lower()


def _rank(status: str) -> int:
    return _ORDER.index(status) if status in _ORDER else len(_ORDER)


def is_claim(library: Library, term: Term) -> bool:
    """Whether something is a claim."""
    return any(library.store.triples(term, expand("rdf:type"), word("Claim")))
