"""Sessions follow their meetings through fusion and mapping."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from migkg import fuse, mapping, predicates, resources
from migkg.mapping.terms import LABEL
from migkg.model import Claim, Evidence, Span, Status
from migkg.names import literal, thing, word

if TYPE_CHECKING:
    from migkg.fused import Fusion


def said(subject: str, predicate: str, value: str, *, article: str = "en-one") -> Claim:
    span = Span(start=0, end=len(value), exact=value)
    return Claim(
        subject=subject, predicate=predicate, object=value, evidence=Evidence(article=article, span=span, rule="r")
    )


def fused(*claims: Claim) -> Fusion:
    return fuse.fuse(claims, single_valued=frozenset({"ordinal", "year"}))


def test_a_session_of_a_meeting_known_by_its_year_goes_with_it_to_its_ordinal() -> None:
    fusion = fused(
        said("edition:SACM/10", "year", "2010"),
        said("edition:SACM/10", "ordinal", "10"),
        said("edition:SACM/2010", "year", "2010", article="en-two"),
        said("session:SACM/2010/opening", "sessionOf", "edition:SACM/2010", article="en-two"),
        said("session:SACM/2010/opening", "hasSpeaker", "person:Ana Torres", article="en-two"),
    )
    facts = {(f.subject, f.predicate, f.object) for f in fusion.facts if f.subject.startswith("session:")}
    assert facts == {
        ("session:SACM/10/opening", "sessionOf", "edition:SACM/10"),
        ("session:SACM/10/opening", "hasSpeaker", "person:Ana Torres"),
    }
    assert fusion.subjects["session:SACM/2010/opening"] == "session:SACM/10/opening"
    assert ("session:SACM/10/opening", "session:SACM/2010/opening") in {(m.kept, m.old) for m in fusion.merges}


def test_sessions_of_meetings_without_number_stay_with_their_articles() -> None:
    opening = "session:SACM/x/opening"
    one = [said("edition:SACM/x", "heldIn", "Lima"), said(opening, "sessionOf", "edition:SACM/x")]
    two = [
        said("edition:SACM/x", "heldIn", "Quito", article="en-two"),
        said(opening, "sessionOf", "edition:SACM/x", article="en-two"),
    ]
    fusion = fused(*one, *two)
    found = {(f.subject, f.object) for f in fusion.facts if f.predicate == "sessionOf"}
    assert found == {
        ("session:SACM/x-en-one/opening", "edition:SACM/x-en-one"),
        ("session:SACM/x-en-two/opening", "edition:SACM/x-en-two"),
    }
    assert not fusion.merges


def test_a_session_is_described_by_its_key() -> None:
    claims = [
        said("edition:SACM/10", "year", "2010"),
        said("session:SACM/10/round-table/2", "sessionOf", "edition:SACM/10"),
        said("session:SACM/10/round-table/2", "ordinal", "2"),
        said("session:SACM/10/panel/safe-roads", "sessionOf", "edition:SACM/10"),
        said("session:SACM/10/closing", "sessionOf", "edition:SACM/10"),
    ]
    messages = {lang: tomllib.loads(text) for lang, text in resources.messages()}
    triples = {quad[:3] for quad in mapping.reference_quads([], claims, fused(*claims), messages)}
    table, panel = thing("session", "SACM/10/round-table/2"), thing("session", "SACM/10/panel/safe-roads")
    closing = thing("session", "SACM/10/closing")
    assert (table, word("sessionKind"), word("RoundTable")) in triples
    assert (table, LABEL, literal("SACM 10 (2010): round table 2", lang="en")) in triples
    assert (panel, LABEL, literal("SACM 10 (2010) : panel « safe roads »", lang="fr")) in triples
    assert (closing, LABEL, literal("SACM 10 (2010): sesión de clausura", lang="es")) in triples


def test_the_theme_of_a_session_is_not_that_of_its_meeting() -> None:
    table, meeting = "session:SACM/10/round-table/2", "edition:SACM/10"
    own = said(meeting, "hasTheme", "Safe Roads")
    other = said(meeting, "hasTheme", "Safe Roads", article="en-two")
    fusion = fused(
        said(table, "sessionOf", meeting),
        said(table, "hasTheme", "Safe roads"),
        own,
        other,
        said(meeting, "year", "2010"),
    )
    assert (fusion.resolved[own.id].status, fusion.resolved[own.id].reason) == (Status.REJECTED, "of a session")
    assert fusion.resolved[other.id].status is Status.ACCEPTED
    assert {f.claims for f in fusion.facts if f.predicate == "hasTheme" and f.subject == meeting} == {(other.id,)}


def test_a_session_that_no_key_can_be_is_refused() -> None:
    fusion = fused(
        said("session:SACM/10/opening", "hasMember", "PE"), said("edition:SACM/10", "sessionOf", "edition:SACM/10")
    )
    assert {r.status for r in fusion.resolved.values()} == {Status.REJECTED}


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("session:SACM/10/opening", ("edition:SACM/10", "opening")),
        ("session:MIDSA/ministerial/2/plenary/1", ("meeting:MIDSA/ministerial/2", "plenary/1")),
        ("session:lima-talks/closing", ("event:lima-talks", "closing")),
        ("session:SACM/10/brunch", None),
        ("session:opening", None),
        ("edition:SACM/10", None),
    ],
)
def test_the_parts_of_a_key(key: str, parts: tuple[str, str] | None) -> None:
    assert predicates.session_parts(key) == parts
    if parts is not None:
        assert predicates.session_key(*parts) == key
