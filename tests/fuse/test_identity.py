"""Which meetings are one: editions by ordinal, year or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import row, said, settled

if TYPE_CHECKING:
    from migkg.model import Claim

from migkg.errors import DataError
from migkg.model import Status

S2, Y2001 = "edition:SACM/2", "edition:SACM/2001"


def test_a_year_becomes_the_ordinal_that_a_claim_pairs_with_it() -> None:
    year = row(S2, "year", "2001")
    fusion = settled(year, said(Y2001, "heldIn", "Santiago"))
    assert fusion.subjects[Y2001] == S2
    assert year.id in fusion.merges[0].claims
    assert (fusion.merges[0].kept, fusion.merges[0].old, fusion.merges[0].reason) == (S2, Y2001, "year")


def test_a_start_date_gives_the_year() -> None:
    fusion = settled(said(S2, "startDate", "2001-04-02"), said(Y2001, "hasParticipant", "CL", by="a2"))
    assert fusion.subjects[Y2001] == S2


def test_an_ordinal_claimed_of_a_year_makes_the_ordinal_the_key() -> None:
    fusion = settled(said(Y2001, "ordinal", "2"))
    assert fusion.subjects[Y2001] == S2
    assert fusion.merges[0].reason == "ordinal"


def test_an_ordinal_of_another_year_is_refused_with_a_finding() -> None:
    claims = [row("edition:RCM/12", "year", "2007"), said("edition:RCM/2017", "ordinal", "12")]
    fusion = settled(*claims)
    assert fusion.subjects["edition:RCM/2017"] == "edition:RCM/2017"
    finding = next(f for f in fusion.findings if f.check == "identity/refused")
    assert (finding.focus, finding.value) == ("edition:RCM/2017", "edition:RCM/12")
    assert set(finding.claims) == {c.id for c in claims}


def test_what_became_a_numbered_meeting_may_be_no_other() -> None:
    claims = [
        *(row("edition:RCM/12", p, o) for p, o in (("year", "2007"), ("startDate", "2007-04-25"))),
        row("edition:RCM/17", "year", "2012"),
        *(said("edition:RCM/2007", p, o) for p, o in (("ordinal", "17"), ("startDate", "2007-04-25"))),
    ]
    fusion = settled(*claims)
    assert fusion.subjects["edition:RCM/2007"] == "edition:RCM/12"
    assert [f for f in fusion.findings if f.check == "identity/refused"] == []


def test_a_year_that_most_sources_do_not_give_merges_nothing() -> None:
    claims = [
        row("edition:SACM/10", "year", "2010"),
        said("edition:SACM/10", "year", "2009", by="wrong"),
        said("edition:SACM/2009", "heldIn", "Quito", by="a2"),
    ]
    assert settled(*claims).subjects["edition:SACM/2009"] == "edition:SACM/2009"


def test_a_year_that_only_some_rows_give_is_that_of_the_only_edition_of_which_they_do() -> None:
    rows = [row(S2, "year", year, by=f"E{n}") for n, year in enumerate(("2001", "2001", "1999"), 1)]
    texts = [said(f"edition:SACM/{year}", "year", year, by=f"a{year}") for year in ("1999", "2001")]
    fusion = settled(*rows, *texts)
    assert {fusion.subjects[claim.subject] for claim in texts} == {S2}
    assert sorted(merge.reason for merge in fusion.merges) == ["disputed year", "year"]
    assert fusion.resolved[texts[0].id].status is Status.DISPUTED


def test_a_disputed_year_of_two_editions_merges_nothing() -> None:
    rows = [
        row(key, "year", year, by=by) for key, by in ((S2, "E1"), ("edition:SACM/3", "E2")) for year in ("2001", "2003")
    ]
    text = said("edition:SACM/2003", "year", "2003")
    assert settled(*rows, text).subjects["edition:SACM/2003"] == "edition:SACM/2003"


def test_a_disputed_year_in_another_city_merges_nothing() -> None:
    rows = [row(S2, "year", year, by=f"E{n}") for n, year in enumerate(("2001", "2001", "1999"), 1)]
    text = [said("edition:SACM/1999", p, v) for p, v in (("year", "1999"), ("heldIn", "Lima"))]
    fusion = settled(*rows, row(S2, "heldIn", "Santiago"), *text)
    assert fusion.subjects["edition:SACM/1999"] == "edition:SACM/1999"


def test_a_drawn_year_merges_nothing() -> None:
    claims = [
        said("edition:SACM/10", "year", "2010"),
        said("edition:SACM/10", "year", "2009", by="a2"),
        said("edition:SACM/2009", "hasHost", "EC", by="a3"),
    ]
    assert settled(*claims).subjects["edition:SACM/2009"] == "edition:SACM/2009"


def test_an_unverified_year_merges_nothing() -> None:
    fusion = settled(row(S2, "year", "2001", verified=False), said(Y2001, "hasHost", "CL"))
    assert fusion.subjects == {S2: S2, Y2001: Y2001}


def test_another_city_keeps_two_meetings_of_one_year_apart() -> None:
    claims = [row(S2, "year", "2001"), row(S2, "heldIn", "Santiago"), said(Y2001, "heldIn", "Lima")]
    fusion = settled(*claims)
    assert fusion.subjects[Y2001] == Y2001
    assert [f.check for f in fusion.findings] == ["identity/refused"]


def test_another_city_on_the_same_days_is_the_same_meeting() -> None:
    claims = [
        row("edition:SACM/10", "startDate", "2010-10-25"),
        row("edition:SACM/10", "heldIn", "Tiquipaya", qualifiers=(("country", "BO"),)),
        said("edition:SACM/2010", "heldIn", "Cochabamba", country="BO"),
        said("edition:SACM/2010", "startDate", "--10-25"),
    ]
    fusion = settled(*claims)
    assert fusion.subjects["edition:SACM/2010"] == "edition:SACM/10"
    assert [f.check for f in fusion.findings] == ["contradiction/heldIn/open"]


def test_two_editions_of_one_year_stay_apart_unless_a_city_says_which() -> None:
    two = [row("edition:IDM/5", "year", "2005"), row("edition:IDM/6", "year", "2005", by="E2")]
    assert settled(*two, said("edition:IDM/2005", "hasHost", "CH")).subjects["edition:IDM/2005"] == "edition:IDM/2005"
    told = [*two, row("edition:IDM/6", "heldIn", "Geneva", by="E2"), said("edition:IDM/2005", "heldIn", "Geneva")]
    assert settled(*told).subjects["edition:IDM/2005"] == "edition:IDM/6"


def test_a_lesser_meeting_needs_more_than_its_year() -> None:
    base = [row("meeting:RCM/preparatory/3", "year", "2008"), row("meeting:RCM/preparatory/3", "heldIn", "Tela")]
    key = "meeting:RCM/preparatory/2008"
    assert settled(*base, said(key, "hasHost", "HN")).subjects[key] == key
    assert settled(*base, said(key, "heldIn", "Tela")).subjects[key] == "meeting:RCM/preparatory/3"


def test_x_is_one_meeting_of_one_article() -> None:
    fusion = settled(said("edition:GFMD/x", "hasHost", "MX"), said("edition:GFMD/x", "hasHost", "BE", by="a2"))
    assert set(fusion.subjects) == {"edition:GFMD/x-a1", "edition:GFMD/x-a2"}
    assert [f.subject for f in fusion.facts] == ["edition:GFMD/x-a1", "edition:GFMD/x-a2"]


def test_x_becomes_its_year_and_then_the_ordinal() -> None:
    x = [said("edition:GFMD/x", "startDate", "2010-11-08"), said("edition:GFMD/x", "heldIn", "Puerto Vallarta")]
    assert settled(*x).subjects["edition:GFMD/x-a1"] == "edition:GFMD/2010"
    assert settled(*x, row("edition:GFMD/4", "year", "2010")).subjects["edition:GFMD/x-a1"] == "edition:GFMD/4"


def test_x_with_two_cities_stands_for_several_meetings() -> None:
    x = [said("edition:GFMD/x", "year", "2010"), said("edition:GFMD/x", "heldIn", "Quito")]
    assert settled(*x, said("edition:GFMD/x", "heldIn", "Lima")).subjects["edition:GFMD/x-a1"] == "edition:GFMD/x-a1"


def test_of_unnumbered_meetings_that_conflict_the_odd_one_stays_apart() -> None:
    claims = [said("edition:GFMD/x", "year", "2010", by=a) for a in ("a1", "a2", "a3")]
    cities = (("a1", "Quito"), ("a2", "Quito"), ("a3", "Lima"))
    claims += [said("edition:GFMD/x", "heldIn", city, by=a) for a, city in cities]
    subjects = settled(*claims).subjects
    assert [subjects[f"edition:GFMD/x-{a}"].rpartition("/")[2] for a in ("a1", "a2", "a3")] == ["2010", "2010", "x-a3"]


def test_a_year_of_several_meetings_means_one_only_within_its_article() -> None:
    claims = [
        row(f"edition:IDM/2012-{n}", "startDate", day, by=f"E{n}") for n, day in ((1, "2012-04-24"), (2, "2012-09-12"))
    ]
    key = "edition:IDM/2012"
    told = [
        said(key, "startDate", day, by=by) for by, day in (("a1", "2012-04-25"), ("a2", "2012-09-12"), ("a3", "2012"))
    ]
    fusion = settled(*claims, *told)
    assert [fusion.resolved[c.id].subject for c in told] == ["edition:IDM/2012-1", "edition:IDM/2012-2", key]
    assert fusion.subjects[key] == key
    assert {(m.old, m.kept) for m in fusion.merges} == {
        (f"{key}-in-a1", "edition:IDM/2012-1"),
        (f"{key}-in-a2", "edition:IDM/2012-2"),
    }


def test_an_ordinal_of_a_series_numbered_afresh_takes_its_year() -> None:
    table = row("edition:IDM/2012-2", "year", "2012")
    told = [said("edition:IDM/2", "year", year, by=f"a{year}") for year in ("2012", "2013")]
    bare = said("edition:IDM/2", "hasHost", "CH", by="a1")
    fusion = settled(table, *told, bare)
    subjects = [fusion.resolved[c.id].subject for c in (*told, bare)]
    assert subjects == ["edition:IDM/2012-2", "edition:IDM/2013-2", "edition:IDM/2"]


def test_lesser_meetings_of_one_year_that_conflict_stay_apart() -> None:
    key = "meeting:RCM/preparatory/2008"
    claims = [said(key, "heldIn", city, by=a) for a, city in (("a1", "Tela"), ("a2", "Tela"), ("a3", "Cancún"))]
    fusion = settled(*claims)
    assert [fusion.resolved[c.id].subject for c in claims] == [key, key, f"{key}-in-a3"]


def test_two_keys_of_the_tables_never_merge() -> None:
    claims = [row("edition:IDM/7", "year", "2006"), row("edition:IDM/x-E9", "year", "2006", by="E9")]
    assert set(settled(*claims).subjects.values()) == {"edition:IDM/7", "edition:IDM/x-E9"}


def test_people_decide() -> None:
    claims = [row(S2, "year", "2001"), said(Y2001, "hasHost", "CL")]
    assert settled(*claims, distinct=[(Y2001, S2)]).subjects[Y2001] == Y2001
    joined = settled(said(S2, "hasHost", "CL"), said(Y2001, "hasHost", "CL"), same=[(Y2001, S2)])
    assert (joined.subjects[Y2001], joined.merges[0].reason) == (S2, "same")
    with pytest.raises(DataError, match="both the same and distinct"):
        settled(same=[(Y2001, S2)], distinct=[(S2, Y2001)])


def test_distinct_holds_through_a_third_key() -> None:
    keys = ("person:Ana Ruiz", "person:Ana Ruiz Mora", "person:Ana Ruiz Soto")
    claims = [said(key, "hasPosition", "Minister @ PE", by=key[-4:]) for key in keys]
    fusion = settled(*claims, same=[keys[:2], (keys[0], keys[2])], distinct=[keys[1:]])
    assert fusion.subjects[keys[1]] != fusion.subjects[keys[2]]


def test_the_city_and_the_day_of_no_year_tell_which_edition_is_meant() -> None:
    known = [
        row("edition:GFMD/4", "year", "2010"),
        row("edition:GFMD/4", "heldIn", "Puerto Vallarta", country="MX"),
        row("edition:GFMD/4", "startDate", "2010-11-08"),
        row("edition:GFMD/4", "endDate", "2010-11-11"),
    ]
    text = [
        said("edition:GFMD/x", "heldIn", "Puerto Vallarta", country="MX", by="fr"),
        said("edition:GFMD/x", "startDate", "--11-08", by="fr"),
        said("edition:GFMD/x", "endDate", "--11-12", by="fr"),
    ]
    fusion = settled(*known, *text)
    assert fusion.subjects["edition:GFMD/x-fr"] == "edition:GFMD/4"
    (finding,) = [f for f in fusion.findings if f.check.startswith("contradiction/endDate")]
    assert set(finding.claims) == {known[3].id, text[2].id}
    elsewhere = settled(*known, *(said("edition:GFMD/x", c.predicate, c.object, by="fr") for c in text[1:]))
    assert elsewhere.subjects["edition:GFMD/x-fr"] == "edition:GFMD/x-fr"


def test_a_day_tells_the_edition_on_whose_year_its_sources_disagree() -> None:
    """One row says 2006, another 2007; a text knows the edition by its year."""
    ours = [
        row(S2, "year", "2006", by="E1"),
        row(S2, "startDate", "2006-09-14", by="E1"),
        row(S2, "heldIn", "Quito", by="E1", country="EC"),
        row(S2, "year", "2007", by="E2"),
    ]
    text = "edition:SACM/2006"
    year, day, other = (
        said(text, "year", "2006"),
        said(text, "startDate", "2006-09-14"),
        said(text, "startDate", "2006-10-02"),
    )
    assert settled(*ours, year, day).subjects[text] == S2
    assert settled(*ours, year, other).subjects[text] == text
    elsewhere = said(text, "heldIn", "Lima", country="PE")
    assert settled(*ours, year, day, elsewhere).subjects[text] == text


def _miscounted() -> list[Claim]:
    """The tables know the meeting of 2017 without its number; a text calls it the twelfth, with its place and day."""
    known = [row("edition:RCM/2017", p, v) for p, v in (("startDate", "2017-11-27"), ("heldIn", "San Salvador"))]
    told = [
        said("edition:RCM/12", p, v, at=n)
        for n, (p, v) in enumerate((("ordinal", "12"), ("startDate", "2017-11-27"), ("heldIn", "San Salvador")))
    ]
    return [*known, *told]


def test_a_text_that_miscounts_means_the_edition_of_its_day() -> None:
    claims = [*_miscounted(), row("edition:RCM/12", "startDate", "2007-04-25", by="E2")]
    fusion = settled(*claims)
    told = claims[2:5]
    assert {fusion.resolved[c.id].subject for c in told} == {"edition:RCM/2017"}
    assert fusion.resolved[claims[5].id].subject == "edition:RCM/12"


def test_so_it_does_where_people_say_that_the_two_are_distinct() -> None:
    claims = _miscounted()
    fusion = settled(*claims, distinct=[("edition:RCM/12", "edition:RCM/2017")])
    assert {fusion.resolved[c.id].subject for c in claims} == {"edition:RCM/2017"}


def test_a_number_that_nothing_speaks_against_is_that_of_the_edition() -> None:
    claims = _miscounted()
    assert {settled(*claims).resolved[c.id].subject for c in claims} == {"edition:RCM/12"}
