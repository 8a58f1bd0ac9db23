"""Facts in parts, dates as people write them, texts that flow, plain questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migkg import api, names, resources
from migkg.web import articles, dates, layout, questions, render, things
from migkg.web.library import Library
from migkg.web.models import AskPage
from migkg.web.values import Fact, Group, Piece, Ref, Value

if TYPE_CHECKING:
    from pathlib import Path


def _group(local: str, values: int = 1) -> Group:
    facts = tuple(Fact(value=Value(text=str(number))) for number in range(values))
    return Group(property=Ref(address=names.MF + local, label=local), definition="", facts=facts)


def test_parts_come_in_the_order_of_the_layout() -> None:
    given_groups = [_group(name) for name in ("hasHost", "neverHeardOf", "endDate", "startDate", "latestEnd", "heldIn")]
    parts = layout.parts(given_groups)
    found = [(part.name, [group.property.label for group in part.groups]) for part in parts]
    assert found == [
        ("when", ["startDate", "endDate"]),
        ("where", ["heldIn"]),
        ("people", ["hasHost"]),
        ("other", ["neverHeardOf"]),
        ("record", ["latestEnd"]),
    ]


def test_no_group_is_lost() -> None:
    groups = [_group(name) for name in ("a", "b", "startDate", "c", "sha256")]
    shown = [group for part in layout.parts(groups) for group in part.groups]
    assert sorted(group.property.label for group in shown) == ["a", "b", "c", "sha256", "startDate"]


def test_every_part_has_a_name_in_every_language() -> None:
    for words in render.texts().values():
        assert set(layout.layout().names) == set(words["parts"])


def test_the_layout_names_properties_of_the_ontology() -> None:
    known = "\n".join(text for _, text in resources.ontology_files())
    elsewhere = {"homepage", "identifier", "lat", "long", "source", "language"}
    assert [name for name in layout.layout().ranks if f"mf:{name} " not in known and name not in elsewhere] == []


def test_long_lists_stand_in_columns() -> None:
    assert not layout.in_columns(_group("hasMember", 5))
    assert layout.in_columns(_group("hasMember", 6))


@pytest.mark.parametrize(
    ("start", "end", "en", "fr", "es"),
    [
        ("2010-10-25", "", "25 October 2010", "25 octobre 2010", "25 de octubre de 2010"),
        ("2010-10-25", "2010-10-25", "25 October 2010", "25 octobre 2010", "25 de octubre de 2010"),
        ("2010-10-25", "2010-10-26", "25–26 October 2010", "25-26 octobre 2010", "25-26 de octubre de 2010"),
        ("2014-04-29", "2014-05-01", "29 April – 1 May 2014", "29 avril – 1 mai 2014", "29 de abril – 1 de mayo de 2014"),
        ("2009-12-31", "2010-01-02", "31 December 2009 – 2 January 2010", "31 décembre 2009 – 2 janvier 2010", "31 de diciembre de 2009 – 2 de enero de 2010"),
        ("2010-10", "", "October 2010", "octobre 2010", "octubre de 2010"),
        ("2010", "2010-10-26", "until 26 October 2010", "jusqu’au 26 octobre 2010", "hasta el 26 de octubre de 2010"),
        ("2010", "2012", "2010 – 2012", "2010 – 2012", "2010 – 2012"),
        ("--11-08", "", "8 November", "8 novembre", "8 de noviembre"),
        ("2010", "", "2010", "2010", "2010"),
        ("soon", "", "soon", "soon", "soon"),
        ("", "", "", "", ""),
    ],
)  # fmt: skip
def test_dates_are_spoken(start: str, end: str, en: str, fr: str, es: str) -> None:
    texts = render.texts()
    assert [dates.span(start, end, texts[lang]["date"]) for lang in ("en", "fr", "es")] == [en, fr, es]


def test_lines_broken_for_their_width_flow() -> None:
    wide = "A line of an agency that was broken because it became too wide for"
    text = f"{wide}\nits column.\n\nShort\nlines stay\nas they are."
    flowing = articles.flowing((Piece(text=text[:40]), Piece(text=text[40:])))
    assert "".join(piece.text for piece in flowing) == text.replace(f"{wide}\n", f"{wide} ")
    assert [len(piece.text) for piece in flowing] == [40, len(text) - 40]


@given(st.lists(st.text(alphabet="ab \n", max_size=150)))
def test_flowing_moves_no_offset(texts: list[str]) -> None:
    flowing = articles.flowing([Piece(text=text) for text in texts])
    assert [len(piece.text) for piece in flowing] == [len(text) for text in texts]
    assert "".join(piece.text for piece in flowing).replace("\n", " ") == "".join(texts).replace("\n", " ")


def test_a_meeting_names_those_before_and_after(library: Library) -> None:
    found = {}
    for number in (1, 2, 10):
        page = things.thing_page(library, f"{names.ID}meeting/TIDE/{number}", "en")
        assert page
        found[number] = tuple(ref and ref.address.rpartition("/")[2] for ref in (page.earlier, page.later))
    assert found == {1: (None, "2"), 2: ("1", "10"), 10: ("2", None)}


def test_only_meetings_have_neighbours(library: Library) -> None:
    page = things.thing_page(library, f"{names.ID}forum/TIDE", "en")
    assert page
    assert (page.earlier, page.later) == (None, None)


def test_a_question_is_answered_with_its_evidence(graph_store: Path) -> None:
    with api.open(graph_store) as graph:
        page = questions.ask_page(Library(graph), "Où le Processus de Colombo s’est-il réuni ?", "fr")
    assert page.reading
    assert "Colombo" in [answer.text for answer in page.reading.answers]
    assert page.reading.total == len(page.reading.answers)
    assert page.reading.yes is None
    assert page.claims >= len(page.sources) > 0
    assert {source.status for source in page.sources} == {"accepted"}
    assert all(source.quote or source.cell for source in page.sources)


def test_a_question_for_yes_or_no(graph_store: Path) -> None:
    with api.open(graph_store) as graph:
        page = questions.ask_page(Library(graph), "Was Chile a member of SACM?", "en")
    assert page.reading
    assert page.reading.yes is True
    assert page.reading.answers == ()


def test_no_question_has_no_answer(library: Library) -> None:
    assert questions.ask_page(library, "  ", "en") == AskPage()


def test_a_question_that_is_not_understood_says_why(library: Library) -> None:
    page = questions.ask_page(library, "xyzzy plugh", "en")
    assert page.reading is None
    assert "xyzzy" in page.problem
    assert page.hint
