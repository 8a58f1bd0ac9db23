"""The questions with gold answers, and those that must be refused."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from migkg.errors import UsageError
from migkg.query import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from migkg.api import Asker
    from migkg.query import Result

BASE = "BASE <https://w3id.org/migkg/id/>\n"
LANGUAGES = ("en", "fr", "es")
FLOORS = {
    "developed": 0.90,
    "fifth-unread": 0.75,
    "first-developed": 0.90,
    "first-unread": 0.90,
    "fourth-developed": 0.90,
    "fourth-unread": 0.90,
    "hostile": 0.95,
    "later": 0.90,
    "reworded": 0.90,
    "second-unread": 0.90,
    "sixth-unread": 0.70,
    "third-unread": 0.90,
    "unread": 0.70,
}
"""The least share of right answers in each language."""
MOST_WRONG = 0.03


def questions(top: Path, part: str) -> list[list[str]]:
    lines = (top / "tests/gold/questions" / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def answer(result: Result) -> set[object]:
    return {result.boolean} if result.kind is Kind.ASK else {row[0] for row in result.rows}


def outcome(asker: Asker, question: str, gold: str) -> str:
    expected = answer(asker.graph.query(BASE + gold))
    assert expected, f"the gold query of '{question}' has no answer"
    try:
        reply = asker.ask(question)
    except UsageError:
        return "refused"
    return "right" if answer(reply.result) == expected else "wrong"


@pytest.mark.unmeasured
@pytest.mark.parametrize("part", sorted(FLOORS))
def test_answers_are_right_and_almost_never_wrong(asker: Asker, top: Path, part: str) -> None:
    found: dict[str, Counter[str]] = {lang: Counter() for lang in LANGUAGES}
    for _, lang, question, gold in questions(top, part):
        found[lang][outcome(asker, question, gold)] += 1
    for lang, counts in found.items():
        total = counts.total()
        assert counts["right"] >= FLOORS[part] * total, (lang, counts)
        assert counts["wrong"] <= MOST_WRONG * total, (lang, counts)


@pytest.mark.unmeasured
def test_what_cannot_be_answered_is_refused(asker: Asker, top: Path) -> None:
    answered = []
    for number, _, question in questions(top, "refused"):
        try:
            asker.ask(question)
        except UsageError:
            continue
        answered.append(number)
    assert answered == []


def test_the_language_of_a_question_is_seen(asker: Asker, top: Path) -> None:
    seen = [(lang, asker.grammar.lex(question).lang) for _, lang, question, _ in questions(top, "developed")]
    assert [pair for pair in seen if pair[0] != pair[1]] == []


def test_the_split_is_the_documented_one(top: Path) -> None:
    import random

    unread = {int(row[0].partition("-")[2]) for row in questions(top, "unread")}
    assert unread == set(random.Random(20261126).sample(range(1, 61), 20))
    developed = {int(row[0].partition("-")[2]) for row in questions(top, "developed")}
    assert developed == set(range(1, 61)) - unread
