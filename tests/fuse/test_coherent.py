"""What is accepted of one meeting can be true at once; numbers follow years; what people judged; kinds of disagreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import SINGLE, row, said

from migkg.fuse import fuse
from migkg.fused import Judgement
from migkg.model import Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.fused import Fusion
    from migkg.model import Claim

TEN = "edition:SACM/10"


def settled(*claims: Claim, judgements: Iterable[Judgement] = ()) -> Fusion:
    return fuse(claims, single_valued=SINGLE, judgements=judgements)


def accepted(fusion: Fusion, subject: str = TEN) -> dict[str, str]:
    return {f.predicate: f.object for f in fusion.facts if f.subject == subject}


def checks(fusion: Fusion) -> list[str]:
    return sorted(f.check.removeprefix("contradiction/") for f in fusion.findings if "contradiction/" in f.check)


def judged(predicate: str, kind: str, *wrong: str, subject: str = TEN) -> Judgement:
    return Judgement(number="1", subject=subject, predicate=predicate, kind=kind, wrong=frozenset(wrong))


def test_a_day_outside_the_accepted_year_is_disputed() -> None:
    years = [row(TEN, "year", "2021", by=f"E{n}") for n in (1, 2)]
    other = [row(TEN, "year", "2023", by="E3"), row(TEN, "startDate", "2023-08-23", by="E3")]
    fusion = settled(*years, *other)
    assert accepted(fusion) == {"year": "2021"}
    assert {fusion.resolved[c.id].status for c in other} == {Status.DISPUTED}
    assert checks(fusion) == ["startDate/error", "year/error"]  # one origin against two


def test_days_speak_for_their_year() -> None:
    bare = said(TEN, "year", "2015", by="a1")
    dated = [said(TEN, "year", "2017", by="a2"), said(TEN, "startDate", "2017-10-10", by="a3")]
    assert accepted(settled(bare, *dated))["year"] == "2017"


def test_a_meeting_may_end_in_the_year_after_it_began_but_not_before_it_began() -> None:
    start = [said(TEN, "year", "2010"), said(TEN, "startDate", "2010-12-30")]
    assert accepted(settled(*start, said(TEN, "endDate", "2011-01-02")))["endDate"] == "2011-01-02"
    assert "endDate" not in accepted(settled(*start, said(TEN, "endDate", "2010-12-29", by="a2")))
    assert "endDate" not in accepted(settled(*start, said(TEN, "endDate", "2012-01-02", by="a2")))


def test_a_last_day_falls_with_the_first_day_of_its_source() -> None:
    good = [row(TEN, "startDate", "2010-06", by=f"E{n}") for n in (1, 2)]
    bad = [row(TEN, "startDate", "2010-11-16", by="E3"), row(TEN, "endDate", "2010-11-17", by="E3")]
    assert accepted(settled(*good, *bad)) == {"startDate": "2010-06"}


def test_a_source_that_lost_on_the_year_counts_last_on_the_rest() -> None:
    right = [
        row(TEN, "year", "2021", by="E1"),
        row(TEN, "year", "2021", by="E4"),
        row(TEN, "heldInCountry", "MX", by="E1"),
    ]
    wrong = [row(TEN, p, v, by=f"E{n}") for n in (2, 3) for p, v in (("year", "2023"), ("heldInCountry", "PA"))][:3]
    fusion = settled(*right, *wrong)
    assert accepted(fusion) == {"year": "2021", "heldInCountry": "MX"}


def test_city_and_country_are_decided_together() -> None:
    claims = [
        said(TEN, "heldIn", "Sucre", country="BO"),
        said(TEN, "heldIn", "Montevideo", by="a2", country="UY"),
        said(TEN, "heldInCountry", "UY", by="a2"),
        said(TEN, "heldInCountry", "BO", by="a3"),
    ]
    found = accepted(settled(*claims))
    assert found["heldIn"].endswith(found["heldInCountry"])


def test_what_was_held_weighs_before_what_was_announced() -> None:
    plans = [row(TEN, "year", "2019", by=f"E{n}", modality=Modality.PLANNED) for n in (1, 2, 3)]
    fusion = settled(*plans, said(TEN, "year", "2020"))
    assert accepted(fusion) == {"year": "2020"}
    assert checks(fusion) == ["year/change-over-time"]


def test_a_value_judged_an_error_goes_last() -> None:
    claims = [row(TEN, "year", "2011", by=f"E{n}") for n in (1, 2)]
    right = said(TEN, "year", "2012")
    fusion = settled(*claims, right, judgements=[judged("year", "error", "2011")])
    assert (accepted(fusion), checks(fusion)) == ({"year": "2012"}, ["year/error"])
    alone = settled(*claims, judgements=[judged("year", "error", "2011")])
    assert accepted(alone) == {"year": "2011"}


def test_a_judgement_on_one_value_says_nothing_of_another() -> None:
    claims = [row(TEN, "year", "2000", by="E1"), row(TEN, "year", "2000", by="E2"), said(TEN, "year", "1999")]
    judgements = [judged("year", "count rule"), judged("year", "error", "2001")]
    fusion = settled(*claims, said(TEN, "year", "2001", by="a2"), judgements=judgements)
    assert checks(fusion) == ["year/count-rule", "year/error"]


def test_a_judgement_follows_its_meeting_to_the_settled_key() -> None:
    claims = [
        said("edition:A/2012", "ordinal", "4"),
        said("edition:A/2012", "year", "2012"),
        row("edition:A/4", "year", "2013"),
    ]
    judgement = judged("ordinal", "naming", subject="edition:A/2012")
    fusion = settled(*claims, said("edition:A/2012", "ordinal", "5", by="a2"), judgements=[judgement])
    assert all(check.endswith(("naming", "open")) for check in checks(fusion))


@pytest.mark.parametrize(
    ("claims", "check"),
    [
        ([said(TEN, "year", "2010"), said(TEN, "year", "2009", at=50)], "year/error"),
        ([said(TEN, "year", "2010"), said(TEN, "year", "2009", by="a2")], "year/open"),
        (
            [row(TEN, p, v, by=by) for by, p, v in (("E1", "startDate", "2010-11-08"), ("E2", "startDate", "2010-11-10"),
             ("E1", "endDate", "2010-11-11"), ("E2", "endDate", "2010-11-11"))],
            "startDate/count-rule",
        ),
        (
            [row(TEN, p, v, by=by) for by, p, v in (("E1", "startDate", "2010-10-08"), ("E2", "startDate", "2010-11-10"),
             ("E1", "endDate", "2010-11-11"), ("E2", "endDate", "2010-11-11"))],
            "startDate/open",
        ),
        ([row(TEN, "hasTheme", "migration and work", lang="en"), row(TEN, "hasTheme", "immigration and work", by="E2", lang="en")], "hasTheme/naming"),
        ([row(TEN, "hasTheme", "migration and work", lang="en"), row(TEN, "hasTheme", "cities", by="E2", lang="en")], "hasTheme/open"),
    ],
    ids=["one source", "two sources", "days counted otherwise", "a month apart", "wording", "another theme"],
)  # fmt: skip
def test_kinds_are_told_by_rule(claims: list[Claim], check: str) -> None:
    assert checks(settled(*claims)) == [check]


def test_themes_in_two_languages_are_no_contradiction() -> None:
    assert (
        checks(settled(row(TEN, "hasTheme", "work", lang="en"), row(TEN, "hasTheme", "trabajo", by="E2", lang="es")))
        == []
    )


def test_a_number_that_contradicts_the_order_of_years_is_disputed() -> None:
    series = [
        row(f"edition:K/{n}", p, v, by=f"E{e}")
        for n, y, by in ((1, "2014", (1,)), (2, "2025", (2, 3)), (7, "2016", (7,)))
        for p, v in (("ordinal", str(n)), ("year", y))
        for e in by
    ]
    fusion = settled(*series)
    assert accepted(fusion, "edition:K/7") == {"year": "2016"}
    assert accepted(fusion, "edition:K/2") == {"year": "2025", "ordinal": "2"}
    assert checks(fusion) == ["ordinal/open"]


def test_lesser_meetings_and_editions_numbered_afresh_need_not_be_in_order() -> None:
    keys = {"meeting:K/preparatory/2": "2017", "meeting:K/preparatory/1": "2019"}
    claims = [said(k, p, v, by=k[-1]) for k, y in keys.items() for p, v in (("ordinal", k[-1]), ("year", y))]
    assert checks(settled(*claims)) == []


def test_a_membership_has_one_interval_and_names_the_other() -> None:
    undated = row("forum:S", "hasMember", "GE", by="E1")
    late = [row("forum:S", "hasMember", "GE", by=f"E{n}", begin="2011") for n in (2, 3)]
    early = row("forum:S", "hasMember", "GE", by="E4", begin="2001")
    fusion = settled(undated, early, *late)
    (fact,) = fusion.facts
    assert (fact.qualifiers, set(fact.claims)) == ((("from", "2011"),), {undated.id, *(c.id for c in late)})
    (finding,) = fusion.findings
    assert (finding.check, finding.focus, finding.value) == (
        "contradiction/from/open",
        "membership:S/GE/member",
        "2001",
    )
    assert fusion.resolved[early.id].status is Status.DISPUTED


def test_a_vaguer_beginning_supports_the_precise_one() -> None:
    fusion = settled(
        row("forum:S", "hasMember", "GE", begin="2011"), row("forum:S", "hasMember", "GE", by="E2", begin="2011-03")
    )
    assert [f.qualifiers for f in fusion.facts] == [(("from", "2011-03"),)]
    assert fusion.findings == ()


def test_roles_of_one_state_are_memberships_of_their_own() -> None:
    fusion = settled(row("forum:S", "hasMember", "GE"), row("forum:S", "hasMember", "GE", by="E2", role="suspended"))
    assert [f.qualifiers for f in fusion.facts] == [(), (("role", "suspended"),)]


def test_two_ends_of_one_tenure_are_named_and_both_stand() -> None:
    post, longer = "Envoy for Migration @ org:UN", "Envoy for Migration and Development @ org:UN"
    claims = [
        row("person:Ana Ruiz", "hasPosition", post, begin="2006", until="2016"),
        row("person:Ana Ruiz", "hasPosition", longer, by="E2", begin="2006-01", until="2017-03"),
        row("person:Ana Ruiz", "hasPosition", "Minister @ PE", by="E3", until="2004"),
        row("person:Ana Ruiz", "hasPosition", post, by="E4", begin="1990", until="1994"),
    ]
    fusion = settled(*claims)
    assert checks(fusion) == ["until/open"]
    assert len(fusion.facts) == 4


def test_several_hosts_disagree_only_where_people_say_so() -> None:
    claims = [row(TEN, "hasHost", "EC"), row(TEN, "hasHost", "EG", by="E2")]
    assert checks(settled(*claims)) == []
    wrong = settled(*claims, judgements=[judged("hasHost", "error", "EG")])
    assert ([f.object for f in wrong.facts], checks(wrong)) == (["EC"], ["hasHost/error"])
    beside = settled(*claims, judgements=[judged("hasHost", "open")])
    assert (len(beside.facts), checks(beside)) == (2, ["hasHost/open"])
    alone = settled(claims[1], judgements=[judged("hasHost", "error", "EG")])
    assert [f.object for f in alone.facts] == ["EG"]


def test_posts_at_two_bodies_are_never_compared() -> None:
    claims = [
        row("person:Ana Ruiz", "hasPosition", post, by=f"E{n}")
        for n, post in enumerate(("Acting minister @ EC", "Vice-minister @ EC", "Judge @ PE"), 1)
    ]
    judgements = [judged("hasPosition", "both true", subject="person:Ana Ruiz")]
    assert checks(settled(*claims, judgements=judgements)) == ["hasTenure/both-true"]


def test_editions_on_one_day_in_one_city_are_one_unless_distinct() -> None:
    keys = ("edition:A/1", "edition:A/2013")
    claims = [said(k, p, v, by=k[-1]) for k in keys for p, v in (("startDate", "2013-09-26"), ("heldIn", "Lusaka"))]
    years = [row("edition:A/1", "year", y, by=f"E{n}") for n, y in ((1, "2013"), (2, "2017"))]
    fusion = settled(*claims, *years)
    assert {(m.kept, m.old, m.reason) for m in fusion.merges} == {("edition:A/1", "edition:A/2013", "same days")}
    apart = fuse([*claims, *years], single_valued=SINGLE, distinct=[keys])
    assert apart.merges == ()


def test_two_numbers_on_one_day_stay_two_editions() -> None:
    keys = ("edition:A/1", "edition:A/2")
    claims = [said(k, p, v, by=k[-1]) for k in keys for p, v in (("startDate", "2013-09-26"), ("heldIn", "Lusaka"))]
    assert settled(*claims).merges == ()


def test_a_text_that_leaves_out_the_kind_means_the_meeting_of_the_table() -> None:
    table = [row("meeting:M/ministerial/7", p, v) for p, v in (("year", "2023"), ("startDate", "2023-10-03"))]
    text = [said("edition:M/7", p, v) for p, v in (("ordinal", "7"), ("startDate", "2023-10-02"))]
    fusion = settled(*table, *text)
    assert [(m.kept, m.old, m.reason) for m in fusion.merges] == [
        ("meeting:M/ministerial/7", "edition:M/7", "ordinal and days")
    ]
    far = settled(*table, said("edition:M/7", "startDate", "2003-10-02"))
    assert far.merges == ()


def test_honorifics_before_a_name_are_no_part_of_it() -> None:
    claims = [
        said(TEN, "hasSpeaker", f"person:{name}", by=name[0]) for name in ("Sir Ana Ruiz", "Ana Ruiz", "Sir Ruiz")
    ]
    fusion = fuse(claims, single_valued=SINGLE, honorifics=frozenset({"sir"}))
    assert [(m.old, m.reason) for m in fusion.merges] == [("person:Sir Ana Ruiz", "same words")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mohammed Hassan", "Mohamed Hassan", True),
        ("Abdallah Kamel", "Abdullah Kamel", True),
        ("Lina Rossi", "Luna Rossi", False),
        ("Hassan Kamel", "Kassen Kamel", False),
    ],
)
def test_transliterations_of_one_name_in_one_post(one: str, other: str, same: bool) -> None:
    claims = [said(f"person:{name}", "hasPosition", "Minister @ EG", by=f"a{n}") for n, name in enumerate((one, other))]
    merged = {m.reason for m in settled(*claims).merges} == {"spelling"}
    assert merged is same


def test_who_gives_another_city_and_another_year_counts_another_meeting() -> None:
    ours = [row(TEN, "year", "2010", by="E1"), row(TEN, "heldIn", "Quito", by="E1", country="EC")]
    theirs = [row(TEN, "year", "2009", by="E2"), row(TEN, "heldIn", "Lima", by="E2", country="PE")]
    assert set(checks(settled(*ours, *ours[:1], *theirs, row(TEN, "year", "2010", by="E3")))) >= {"year/count-rule"}


def test_numbers_that_differ_by_one_begin_the_count_elsewhere() -> None:
    year = "edition:SACM/2010"
    assert checks(settled(row(year, "ordinal", "9", by="E1"), row(year, "ordinal", "10", by="E2"))) == [
        "ordinal/count-rule"
    ]
    assert checks(settled(row(year, "ordinal", "5", by="E1"), row(year, "ordinal", "10", by="E2"))) == ["ordinal/open"]
