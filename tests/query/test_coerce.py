from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import names
from migkg.errors import UsageError
from migkg.query import Parameter, coerce

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.model import Term

THINGS: dict[str, dict[str, Term]] = {
    "forum": {
        "South American Conference on Migration": names.thing("forum", "SACM"),
        "Conférence sud-américaine sur les migrations": names.thing("forum", "SACM"),
        "RCM": names.thing("forum", "RCM"),
        "5+5": names.thing("forum", "5+5"),
        "SACM": names.thing("forum", "SACM"),
    },
    "meeting": {
        "X SACM": names.thing("meeting", "SACM/10"),
        "Tenth meeting": names.thing("meeting", "RCM/10"),
        "tenth  Meeting": names.thing("meeting", "GFMD/10"),
    },
    "property": {"held in": names.word("heldIn")},
}


def known(kind: str) -> Mapping[str, Term]:
    return THINGS[kind]


def parameter(kind: str, choices: tuple[str, ...] = ()) -> Parameter:
    return Parameter(name="p", type=kind, label={}, default=(), choices=choices)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("forum", "SACM", names.thing("forum", "SACM")),
        ("forum", "sacm", names.thing("forum", "SACM")),
        ("forum", "conference sud americaine sur les migrations", names.thing("forum", "SACM")),
        ("forum", "id:forum/SACM", names.thing("forum", "SACM")),
        ("forum", "https://w3id.org/migkg/id/forum/SACM", names.thing("forum", "SACM")),
        ("forum", "<https://w3id.org/migkg/id/forum/SACM>", names.thing("forum", "SACM")),
        ("forum", "5+5", names.thing("forum", "5+5")),
        ("meeting", "SACM/10", names.thing("meeting", "SACM/10")),
        ("meeting", "meeting/SACM/10", names.thing("meeting", "SACM/10")),
        ("property", "mf:heldIn", names.word("heldIn")),
        ("property", "heldIn", names.word("heldIn")),
        ("property", "Held in", names.word("heldIn")),
        ("integer", " 007 ", names.literal("7", datatype="xsd:integer")),
        ("integer", "-3", names.literal("-3", datatype="xsd:integer")),
        ("number", "0.5", names.literal("0.5", datatype="xsd:decimal")),
        ("year", "2010", names.literal("2010", datatype="xsd:gYear")),
        ("date", "2012-02-29", names.literal("2012-02-29", datatype="xsd:date")),
        ("date", "2012-02", names.literal("2012-02", datatype="xsd:gYearMonth")),
        ("date", "2012", names.literal("2012", datatype="xsd:gYear")),
        ("language", "fr", names.literal("fr")),
        ("text", '"}', names.literal('"}')),
    ],
)
def test_a_text_becomes_a_term(kind: str, text: str, expected: Term) -> None:
    assert coerce(parameter(kind), text, known) == expected


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("forum", "SACN", "did you mean SACM"),
        ("forum", "South American Conference", "did you mean South American Conference on Migration"),
        ("forum", "zzzzzz", "is not known as forum for p"),
        ("forum", "", "is not known as forum"),
        ("forum", "id:forum/NONE", "is not known as forum"),
        ("meeting", "Tenth Meeting", "names several things for p; write one of id:meeting/GFMD/10, id:meeting/RCM/10"),
        ("meeting", "10", "is not known as meeting"),
        ("integer", "two", "write a whole number"),
        ("integer", "٣", "write a whole number"),
        ("number", "1e5", "write a decimal number"),
        ("year", "10", "write four digits"),
        ("date", "2010-13-01", "is not a day for p"),
        ("date", "25.10.2010", "write YYYY-MM-DD"),
        ("language", "English", "write a language tag"),
    ],
)
def test_a_wrong_text_is_explained(kind: str, text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        coerce(parameter(kind), text, known)
    assert said in str(caught.value)


def test_choices_are_the_only_values() -> None:
    assert coerce(parameter("text", ("low", "high")), "low", known) == names.literal("low")
    with pytest.raises(UsageError, match="did you mean high"):
        coerce(parameter("text", ("low", "high")), "hihg", known)
