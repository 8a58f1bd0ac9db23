"""Sessions of meetings: every example of their rules, and how well they are read from articles of our own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import shipped

from migkg import claim_table, resources
from migkg.claim_table import evaluate as comparison
from migkg.claim_table.aliases import Aliases
from migkg.errors import DataError
from migkg.extract import read
from migkg.lexicon import Example, Rule, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.model import Reading

_LEXICON = shipped.rules()
_EXAMPLES = [
    pytest.param(code, rule, example, id=f"{code}-{rule.name}-{number}")
    for code, language in _LEXICON.languages.items()
    for rule in language.sessions.rules
    for number, example in enumerate(rule.examples)
]
GOLD = Path(__file__).resolve().parents[1] / "gold" / "sessions"
SHIPPED = GOLD.parents[2] / "data" / "articles"
SECOND = "The Second South American Conference on Migration was held in Quito in 2001. "


def lines(reading: Reading) -> set[str]:
    return {f"{c.subject} {c.predicate} {c.object}" for c in reading.sessions}


@pytest.mark.parametrize(("code", "rule", "example"), _EXAMPLES)
def test_example(code: str, rule: Rule, example: Example, reading: Callable[..., Reading]) -> None:
    text = f"{example.context}\n\n{example.text}" if example.context else example.text
    found = lines(reading(text, code))
    assert set(example.gives) <= found, f"rule {rule.name} misses {sorted(set(example.gives) - found)}"
    assert not set(example.never) & found


def test_every_rule_has_an_example() -> None:
    rules = [rule for language in _LEXICON.languages.values() for rule in language.sessions.rules]
    assert [rule.name for rule in rules if not rule.examples] == []
    assert {rule.predicate for rule in rules} == {"hasChair", "hasSpeaker", "hasTheme"}


@pytest.mark.unmeasured
def test_the_gold_is_read_without_a_wrong_claim() -> None:
    gold, found = {}, {}
    for table in sorted((GOLD / "gold").glob("*.tsv")):
        folder = next(f for f in (GOLD / "articles", SHIPPED) if (f / f"{table.stem}.md").exists())
        article = resources.read_articles(str(folder / f"{table.stem}.md"))[0]
        gold[article.id] = claim_table.parse(table.read_text(encoding="utf-8"), table.name)
        found[article.id] = claim_table.rows_of(read(article, _LEXICON).sessions)
    figures = comparison.evaluate(gold, found, aliases=Aliases(), linking=resources.linking_words()).total
    assert figures.precision >= 0.98
    assert figures.recall >= 0.95


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Round Table II was chaired by Peru.", "session:SACM/2/round-table/2"),
        ("Round Table two was chaired by Peru.", "session:SACM/2/round-table/2"),
        ("Round Table 2.1 was chaired by Peru.", "session:SACM/2/round-table/2.1"),
        ('A round table on "The many roads of return and hope" was chaired by Peru.',
         "session:SACM/2/round-table/the-many-roads-of-return-and"),
        ("The closing ceremony of the conference was chaired by Peru.", "session:SACM/2/closing"),
    ],
)  # fmt: skip
def test_the_key_of_a_session(text: str, subject: str, reading: Callable[..., Reading]) -> None:
    assert f"{subject} hasChair PE" in lines(reading(SECOND + text))


@pytest.mark.parametrize(
    "text",
    [
        "A round table was chaired by Peru.",
        "The closing ceremony of the film week was chaired by Peru.",
        "The opening session of the World Food Summit was chaired by Peru.",
        'The book "The opening session" was praised by Peru.',
    ],
)
def test_what_is_no_session_of_the_meeting(text: str, reading: Callable[..., Reading]) -> None:
    assert lines(reading(SECOND + text)) == set()


def test_a_session_needs_a_meeting_of_which_something_is_said(reading: Callable[..., Reading]) -> None:
    assert lines(reading("The opening session was chaired by Peru.")) == set()


def test_sessions_stand_beside_the_claim_table(reading: Callable[..., Reading]) -> None:
    made = reading(SECOND + "The opening session was chaired by Peru.")
    assert not any(claim.subject.startswith("session:") for claim in made.claims)
    assert set(made.stated) == {*made.claims, *made.sessions}
    assert all(claim_table.quoted(c) in made.article.text for c in made.sessions)


def test_an_unknown_kind_of_session_is_an_error() -> None:
    sources = shipped.sources()
    files = {**sources.languages["pt"], "sessions.toml": '[kinds]\nbrunch = ["brunch"]\n'}
    with pytest.raises(DataError, match="no session is of the kind 'brunch'"):
        parse(sources.names, {"pt": files})
