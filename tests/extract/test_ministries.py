"""Ministries: with their state, later without it, by their acronym; and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


def _states(lexicon: Lexicon, lang: str, text: str) -> list[list[str]]:
    """The states and bodies of each sentence."""
    prepared = parts(lexicon, lang, text)
    return [
        [
            member.value
            for _, item in sorted(p.masked.items.items())
            for member in item.members
            if item.kind != "persons"
        ]
        for p in prepared
    ]


@pytest.mark.parametrize(
    ("lang", "text", "states"),
    [
        ("en", "The Peruvian Ministry of Labour opened it. The Ministry of Labour closed it.", [["PE"], ["PE"]]),
        ("en", "The Ministry of Labour of Peru opened it. Its host was the Ministry of Labour.", [["PE"], ["PE"]]),
        ("en", "The Ministry of Labour of Peru (MOLA) opened it. Its host was MOLA.", [["PE"], ["PE"]]),
        ("en", "The Peruvian Ministry of Labour (MOLA) opened it. Its host was MOLA.", [["PE"], ["PE"]]),
        ("fr", "Le ministère de l'Intérieur du Mali s'exprime. Le ministère de l'Intérieur conclut.", [["ML"], ["ML"]]),
        ("es", "El Ministerio del Interior de Chile abrió. El Ministerio del Interior cerró.", [["CL"], ["CL"]]),
        ("pt", "O Ministério da Justiça do Brasil abriu. O Ministério da Justiça encerrou.", [["BR"], ["BR"]]),
    ],
)
def test_a_ministry_stands_for_the_state_it_was_named_with(
    lexicon: Lexicon, lang: str, text: str, states: list[list[str]]
) -> None:
    assert _states(lexicon, lang, text) == states


@pytest.mark.parametrize(
    "last",
    ["The ministry closed it.", "The Ministry of Trade closed it.", "The mola closed it."],
    ids=["nameless", "another", "no acronym"],
)
def test_what_was_not_named_with_a_state_stands_for_none(lexicon: Lexicon, last: str) -> None:
    assert _states(lexicon, "en", f"The Ministry of Labour of Peru (MOLA) opened it. {last}") == [["PE"], []]


def test_a_name_that_two_states_share_stands_for_neither(lexicon: Lexicon) -> None:
    text = "The Ministry of Labour of Peru met the Ministry of Labour of Chile. The Ministry of Labour closed it."
    assert _states(lexicon, "en", text)[1] == []


def test_the_acronym_of_a_state_or_with_small_letters_is_that_of_no_ministry(lexicon: Lexicon) -> None:
    assert _states(lexicon, "en", "Peru (PER) and Chile came. PER closed it.") == [["PE", "CL"], []]
    assert _states(lexicon, "en", "The Peruvian Ministry of Labour (see below) came. SEE closed it.")[1] == []
    assert _states(lexicon, "en", "The Peruvian Ministry of Labour (host) came. HOST closed it.")[1] == []
