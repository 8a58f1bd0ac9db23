"""Datelines: forms of agencies and ministries; they give the date of publication and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts

from migkg.extract.reader import published_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon
    from migkg.model import Reading


@pytest.mark.parametrize(
    "line",
    [
        "Quito, 3 de mayo de 2023.-",
        "3 de mayo de 2023.-",
        "Quito / 3 de mayo de 2023 /",
        "Quito, 3 de mayo de 2023 |",
        "EFE / Quito, 3 de mayo de 2023 -",
        "03-05-2023, Quito:",
    ],
)
def test_a_dateline_gives_the_day_of_publication(reading: Callable[..., Reading], line: str) -> None:
    text = f"{line} La XXII Conferencia Suramericana sobre Migraciones se celebró en Lima el 2 de mayo."
    found = {(c.predicate, c.object) for c in reading(text, "es").claims}
    assert {("heldIn", "Lima"), ("startDate", "2023-05-02")} <= found
    assert ("heldIn", "Quito") not in found


@pytest.mark.parametrize(
    "line",
    [
        "Quito, 3 de mayo de 2023 Boletín No. 14/2023",
        "3 de mayo de 2023 - 14:25 | 82 lecturas",
        "Quito (ots) 3 de mayo de 2023.",
    ],
)
def test_the_stamp_of_a_page_is_no_meeting(reading: Callable[..., Reading], line: str) -> None:
    text = f"Lima recibe la XXII Conferencia Suramericana sobre Migraciones\n\n{line}\n\nLa XXII Conferencia \
Suramericana sobre Migraciones se celebró en Lima el 28 de abril."
    found = {(c.predicate, c.object) for c in reading(text, "es").claims}
    assert {("heldIn", "Lima"), ("startDate", "2023-04-28")} <= found
    assert not {("heldIn", "Quito"), ("startDate", "2023-05-03")} & found


def test_the_date_a_page_was_posted_on_makes_no_other_edition(claims: Callable[..., set[str]]) -> None:
    text = (
        "The Quito Process and the region\n\nPosted on 02-Jan-2017\n\nThe Quito Process was discussed at a meeting "
        "which took place on 26 and 27 September 2013 in Lima.\n"
    )
    assert not {c for c in claims(text) if "2017" in c}


@pytest.mark.parametrize("below", ["", "\n\nMore news about decent work", "\n\nAbout us\n\nAll rights reserved"])
@pytest.mark.parametrize("published", [None, "2010-11-09"])
def test_a_line_with_no_more_than_a_date_below_a_text_is_no_day_of_the_meeting(
    lexicon: Lexicon, below: str, published: str | None
) -> None:
    spoken = "".join(
        f"The delegates spoke of {what}.\n\n" for what in ("work", "study", "care", "law", "trade", "health")
    )
    text = f"Lima hosts the tenth conference.\n\n{spoken}8 November 2010{below}"
    prepared = parts(lexicon, "en", text, published)
    dated = [p.sentence.text for p in prepared if any(i.kind == "date" for i in p.masked.items.values())]
    assert dated == []
    assert published_in(prepared) == "2010-11-08"
