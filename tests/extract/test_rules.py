"""Every example of every rule, in every language: what it must read, and what it must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Example, Rule

_LEXICON = shipped.rules()
_EXAMPLES = [
    pytest.param(code, rule, example, id=f"{code}-{rule.name}-{number}")
    for code, language in _LEXICON.languages.items()
    for rule in language.rules
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("code", "rule", "example"), _EXAMPLES)
def test_example(code: str, rule: Rule, example: Example, claims: Callable[..., set[str]]) -> None:
    text = f"{example.context}\n\n{example.text}" if example.context else example.text
    found = claims(text, code)
    assert set(example.gives) <= found, f"rule {rule.name} misses {sorted(set(example.gives) - found)}"
    assert not set(example.never) & found


@pytest.mark.parametrize("code", sorted(_LEXICON.languages))
def test_rule_names_are_unique(code: str) -> None:
    names = [rule.name for rule in _LEXICON.languages[code].rules]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("code", ["en", "es", "fr", "pt"])
def test_main_predicates_have_a_rule(code: str) -> None:
    predicates = {rule.predicate for rule in _LEXICON.languages[code].rules}
    wanted = {"held", "hasHost", "hasSupporter", "hasSecretariat", "hasParticipant", "hasMember", "hasChair"}
    assert wanted | {"hasSpeaker", "hasAttendee", "hasTheme", "adopted", "established"} <= predicates
