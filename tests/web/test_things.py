"""The models of pages about things."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from migkg import names
from migkg.model import Article
from migkg.web import encode, evidence, forms, lists, things, timeline
from migkg.web.library import Library

if TYPE_CHECKING:
    import pytest

    from migkg.web.models import ThingPage
    from migkg.web.pages import Shelf
    from migkg.web.values import Group


def _page(library: Library, key: str, lang: str = "en") -> ThingPage:
    page = things.thing_page(library, names.ID + key, lang)
    assert page
    return page


def _values(groups: tuple[Group, ...]) -> dict[str, list[str]]:
    return {group.property.address.rpartition("#")[2]: [fact.value.text for fact in group.facts] for group in groups}


def test_a_meeting_shows_its_facts_with_their_sources(library: Library) -> None:
    page = _page(library, "meeting/TIDE/1")
    assert page.ref.label == "Tidewater Dialogue 1 (2001)"
    facts = _values(page.facts)
    assert facts["year"] == ["2001"]
    assert facts["heldIn"] == ["Port Lune"]
    year = next(group for group in page.facts if group.property.label == "year")
    assert [source.origin.label for source in year.facts[0].sources] == ["editions/E1"]
    assert year.facts[0].sources[0].cell == "2001"
    assert year.definition


def test_a_session_shows_when_and_where_its_meeting_was(library: Library) -> None:
    page = _page(library, "session/TIDE/1/panel/wild")
    (moment,) = page.moments
    assert (moment.meeting.label, moment.start) == ("Tidewater Dialogue 1 (2001)", "2001-05-02")
    assert moment.city is not None
    assert moment.city.label == "Port Lune"
    assert (page.earlier, page.later) == (None, None)
    assert _values(page.facts)["sessionOf"] == ["Tidewater Dialogue 1 (2001)"]


def test_the_words_around_a_quotation_are_whole() -> None:
    cut = "alf a word, and then more of the sentence that was cut here "
    assert len(cut) == 60
    assert evidence.from_a_word(cut) == "… a word, and then more of the sentence that was cut here "
    assert evidence.to_a_word(" begins, and goes on so that it had to be cut in the midd" + "le o") == (
        " begins, and goes on so that it had to be cut in the middle …"
    )
    assert evidence.from_a_word("It {{ 7 * 7 }} ") == "It {{ 7 * 7 }} "


def test_what_follows_stands_apart(library: Library) -> None:
    page = _page(library, "meeting/TIDE/1")
    assert "meetingOf" in _values(page.inferred)
    assert "meetingOf" not in _values(page.facts)
    assert [group.property.address for group in page.alignments] == ["https://schema.org/location"]


def test_an_inverse_statement_is_a_fact_by_the_claims_of_the_other_direction(library: Library) -> None:
    page = _page(library, "state/BO")
    part = next(group for group in page.facts if group.property.address.endswith("participatesIn"))
    assert [source.claim.address.rpartition("/")[2] for source in part.facts[0].sources] == ["aa02"]


def test_a_disagreement_shows_both_sides_the_accepted_one_first(library: Library) -> None:
    (one,) = _page(library, "meeting/TIDE/1", "fr").contradictions
    assert one.message == "2001 ou 2003"
    assert one.remedy == "read both"
    assert [(side.value.text, side.status) for side in one.sides] == [("2001", "accepted"), ("2003", "disputed")]
    assert one.sides[1].sources[0].quote.startswith("<b onmouseover")
    assert one.sides[1].sources[0].reason == "outvoted"


def test_names_fall_back_to_english_and_say_so(library: Library) -> None:
    assert _page(library, "forum/TIDE", "fr").ref.label == "Dialogue des marées"
    city = _page(library, "city/port-lune-cl", "fr").ref
    assert (city.label, city.lang) == ("Port Lune", "en")
    claim = _page(library, "claim/aa01", "fr").ref.label
    assert claim == "Dialogue des marées 1 (2001) · année · 2001"


def test_only_web_addresses_become_links(library: Library) -> None:
    page = _page(library, "article/en-wild")
    assert page.claims[0].url == ""
    assert page.text == ()
    assert _page(library, "row/editions/E1").claims[0].url == "https://tide.example/list"


def test_the_meetings_of_a_forum_are_in_the_order_of_time(library: Library) -> None:
    page = _page(library, "forum/TIDE")
    assert [moment.ordinal for moment in page.moments] == ["1", "2", "10"]
    assert page.moments[0].latitude == -33.5
    assert _values(page.inferred)["hasMeeting"][2].endswith("10 (2010)")
    assert [m.meeting.label[-6:] for m in _page(library, "city/port-lune-cl").moments] == ["(2001)", "(2002)"]


def test_a_merged_thing_is_named_where_it_went(library: Library) -> None:
    assert _page(library, "meeting/TIDE/1").formerly == (f"{names.ID}meeting/TIDE/2001",)
    assert not {f"{names.ID}document/declaration", f"{names.ID}document/declaration-1"} & library.replaced.keys()
    page = _page(library, "document/declaration")
    assert len(_values(page.facts)["http://purl.org/dc/terms/isReplacedBy"]) == 2


def test_who_points_here_without_an_inverse(library: Library) -> None:
    groups = _values(_page(library, "meeting/TIDE/2").inbound)
    assert groups["adoptedAt"] == ["Declaration"]


def test_nothing_is_known_of_strangers(library: Library) -> None:
    assert things.thing_page(library, f"{names.ID}meeting/NONE/1", "en") is None


def test_an_article_is_cut_at_its_quotations(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It <b onmouseover=alert(1)>met in 2003</b> & then ]]>."
    article = Article(id="en-wild", lang="en", text=text, sha256="00")
    fresh = Library(library.graph)
    monkeypatch.setattr(Library, "articles", {"00": article})
    pieces = _page(fresh, "article/en-wild").text
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.sources] == ["<b onmouseover=alert(1)>met in 2003</b>"]


def test_search_finds_folded_names_whole_ones_first(library: Library) -> None:
    assert lists.search_page(library, "MAREES", "", "en").hits[0].ref.label == "Tidewater Dialogue"
    assert lists.search_page(library, "twd", "forum", "en").total == 1
    assert lists.search_page(library, "twd", "state", "en").total == 0
    assert lists.search_page(library, "bolivia", "", "en").hits[0].ref.kind == "state"
    assert lists.search_page(library, "water tide", "", "en").total == 5
    assert lists.search_page(library, " ' ", "", "en").total == 0


def test_lists_by_kind(library: Library) -> None:
    page = lists.browse_page(library, "meeting", "en")
    assert page
    assert len(page.things) == 3
    assert lists.browse_page(library, "nothing", "en") is None
    assert ("forum", "Forum", 2) in lists.kinds(library, "fr")
    assert lists.similar(library, "meeting/TIDE/100", "en")[0].label == "Tidewater Dialogue 10 (2010)"


def test_models_for_drawing_are_json(library: Library) -> None:
    line = json.loads(encode.as_json(timeline.timeline(library, "en")))
    assert [line["first"], line["last"], len(line["lanes"])] == [2001, 2002, 1]
    world = timeline.world(library, "en")
    assert [len(world.moments), len(world.unplaced)] == [2, 1]
    assert timeline.network(library, "en").links == ((f"{names.ID}state/BO", f"{names.ID}forum/TIDE", "hasMember"),)


def test_a_canned_query_as_a_form(library: Library, shelf: Shelf) -> None:
    query = next(query for query in shelf.queries if query.name == "repeat-hosts")
    page = forms.query_page(library, query, {"forum": ["TIDE"], "min": ["1"]}, "es")
    assert "<https://w3id.org/migkg/id/forum/TIDE>" in page.sparql
    assert [field.value for field in page.fields] == [("TIDE",), ("1",)]
    assert ("TIDE", "Diálogo de las mareas") in page.fields[0].choices
    wrong = forms.query_page(library, query, {"forum": ["} } ; DROP ALL #"], "min": ["1"]}, "en")
    assert "not known as forum" in wrong.problem
    assert "DROP" not in wrong.sparql
