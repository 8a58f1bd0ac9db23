"""Identifiers: one IRI a key, literals that come back as they went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import names
from migkg.errors import DataError
from migkg.model import Term


@pytest.mark.parametrize(
    ("key", "local"),
    [
        ("forum:SACM", "forum/SACM"),
        ("forum:5+5", "forum/5+5"),
        ("edition:SACM/10", "meeting/SACM/10"),
        ("meeting:SACM/intersessional/11", "meeting/SACM/intersessional/11"),
        ("event:valletta-summit-on-migration", "event/valletta-summit-on-migration"),
        ("BO", "state/BO"),
        ("org:IOM", "org/IOM"),
        ("person:Rubén Darío Ortiz", "official/ruben-dario-ortiz"),
        ("city:Cochabamba/BO", "city/cochabamba-bo"),
        ("city:Atlantis", "city/atlantis"),
        ("document:Déclaration de Rabat", "document/declaration-de-rabat"),
    ],
)
def test_a_key_has_its_iri(key: str, local: str) -> None:
    assert names.entity(key) == f"<{names.ID}{local}>"


@pytest.mark.parametrize("key", ["bo", "nothing", "river:Nile", ""])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(DataError, match="not a key of the claim table"):
        names.entity(key)


@given(st.text())
def test_a_literal_comes_back(text: str) -> None:
    assert names.text_of(names.literal(text)) == text


@given(st.text())
def test_a_literal_keeps_its_language_and_stays_on_one_line(text: str) -> None:
    term = names.literal(text, lang="en-GB")
    assert term.endswith('"@en-gb')
    assert "\n" not in term


@given(st.text(min_size=1))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert names.fold(names.fold(text)) == names.fold(text)


def test_literals_with_a_type() -> None:
    assert names.literal("2010", datatype="xsd:gYear") == f'"2010"^^<{names.XSD}gYear>'
    assert names.literal("x", datatype="xsd:string") == '"x"'


def test_a_bad_language_tag_is_refused() -> None:
    with pytest.raises(DataError, match="not a language tag"):
        names.literal("x", lang="not a tag")


def test_curies_go_both_ways() -> None:
    assert names.expand("mf:heldIn") == names.word("heldIn")
    assert names.shorten(names.word("heldIn")) == "mf:heldIn"
    assert names.shorten(names.iri("https://example.org/a")) == "https://example.org/a"
    assert names.shorten(Term('"text"@en')) == "text"
    assert names.expand("https://example.org/a") == "<https://example.org/a>"


def test_an_iri_with_a_space_is_refused() -> None:
    with pytest.raises(DataError, match="is not an IRI"):
        names.iri("https://example.org/a b")


def test_graphs_and_things() -> None:
    assert names.graph("article/fr-seed") == f"<{names.GRAPH}article/fr-seed>"
    assert names.thing("claim", "3f") == f"<{names.ID}claim/3f>"


def test_a_blank_node_is_written_as_it_is() -> None:
    assert names.text_of("_:list-1") == names.shorten("_:list-1") == "_:list-1"
