"""One-off conferences: two words for one event, and one word for two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import row, said, settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.fused import Fusion
    from migkg.model import Claim

TALKS, SUMMIT, E1 = "event:lima-talks", "event:summit-on-migration-lima", "edition:SACM/1"


def met(key: str, day: str = "2010-05-03", city: str = "Lima", *, by: str = "a1") -> list[Claim]:
    return [said(key, "startDate", day, by=by), said(key, "heldIn", city, by=by)]


def nodes(fusion: Fusion, claims: Iterable[Claim]) -> list[str]:
    return [fusion.resolved[claim.id].subject for claim in claims]


def test_two_words_for_what_began_on_one_day_in_one_city_are_one_event() -> None:
    one, other = met(TALKS), met(SUMMIT, by="a2")
    fusion = settled(*one, *other)
    assert fusion.subjects == {TALKS: SUMMIT, SUMMIT: SUMMIT}  # the more telling words stay
    (merge,) = fusion.merges
    assert (merge.kept, merge.old, merge.reason) == (SUMMIT, TALKS, "same days")
    assert set(merge.claims) == {one[0].id, other[0].id}


@pytest.mark.parametrize(
    ("day", "city"),
    [("2010-05-04", "Lima"), ("2010-05-03", "Quito"), ("2011-05-03", "Lima"), ("--05-03", "Quito"), ("--05", "Lima")],
)
def test_another_day_or_city_says_nothing(day: str, city: str) -> None:
    assert settled(*met(TALKS), *met(SUMMIT, day, city, by="a2")).merges == ()


@pytest.mark.parametrize("day", ["2010-05-03", "--05-03"])
def test_a_day_without_a_year_is_that_on_which_something_began_there(day: str) -> None:
    fusion = settled(*met(TALKS, "--05-03"), *met(SUMMIT, day, by="a2"))
    assert fusion.subjects == {TALKS: SUMMIT, SUMMIT: SUMMIT}


def test_a_day_on_which_something_began_there_in_two_years_needs_its_year() -> None:
    dated = [*met(SUMMIT, by="a2"), *met("event:other-talks", "2011-05-03", by="a3")]
    told = said(TALKS, "year", "2011")
    assert settled(*met(TALKS, "--05-03"), *dated).merges == ()
    subjects = settled(*met(TALKS, "--05-03"), told, *dated).subjects
    assert subjects[TALKS] == subjects["event:other-talks"] != subjects[SUMMIT]


def test_a_day_without_a_year_is_not_that_of_a_year_that_its_source_excludes() -> None:
    assert settled(*met(TALKS, "--05-03"), said(TALKS, "year", "2011"), *met(SUMMIT, by="a2")).merges == ()


def of_day(key: str, *facts: tuple[str, str], by: str) -> list[Claim]:
    return [said(key, "startDate", "2010-05-03", by=by), *(said(key, name, value, by=by) for name, value in facts)]


@pytest.mark.parametrize(
    "fact",
    [
        ("hasHost", "PE"),
        ("heldInCountry", "PE"),
        ("hasTheme", "Labour"),
        ("adopted", "Lima Declaration"),
        ("hasSpeaker", "person:Ana Lopez"),
    ],
)
def test_events_of_one_day_that_have_a_telling_fact_in_common_are_one(fact: tuple[str, str]) -> None:
    one, other = of_day(TALKS, fact, ("heldIn", "Lima"), by="a1"), of_day(SUMMIT, fact, by="a2")
    assert settled(*one, *other).subjects[TALKS] == SUMMIT


def test_events_of_one_day_with_three_words_in_common_are_one() -> None:
    one, other = "event:summit-refugees-migrants", "event:leaders-summit-migrants-refugees-2010"
    assert len(settled(*of_day(one, by="a1"), *of_day(other, by="a2")).merges) == 1
    assert settled(*of_day("event:summit-refugees-2010", by="a1"), *of_day(other, by="a2")).merges == ()


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param([("hasParticipant", "PE")], id="a participant"),
        pytest.param([("hasHost", "org:IOM"), ("heldInCountry", "EC")], id="another country"),
        pytest.param([("hasHost", "org:IOM"), ("heldIn", "Quito")], id="another city"),
    ],
)
def test_events_of_one_day_with_less_in_common_are_two(facts: list[tuple[str, str]]) -> None:
    known = [("hasParticipant", "PE"), ("hasHost", "org:IOM"), ("heldInCountry", "PE"), ("heldIn", "Lima")]
    assert settled(*of_day(TALKS, *known, by="a1"), *of_day(SUMMIT, *facts, by="a2")).merges == ()


def test_events_of_a_day_on_which_others_began_elsewhere_need_their_city() -> None:
    host = ("hasHost", "org:IOM")
    alike = [*of_day(TALKS, host, ("heldIn", "Lima"), by="a1"), *of_day(SUMMIT, host, by="a2")]
    elsewhere = of_day("event:quito-meeting", ("heldIn", "Quito"), by="a3")
    assert len(settled(*alike).merges) == 1
    assert settled(*alike, *elsewhere).merges == ()


def test_what_one_text_tells_of_a_day_are_two_events() -> None:
    host = ("hasHost", "org:IOM")
    assert settled(*of_day(TALKS, host, by="a1"), *of_day(SUMMIT, host, by="a1")).merges == ()


@pytest.mark.parametrize("words", ["event:talks-lima", "event:talks-in-lima", "event:the-lima-talks"])
def test_the_same_words_in_another_order_are_one_event_where_texts_agree(words: str) -> None:
    one, other = said(TALKS, "heldIn", "Lima"), said(words, "heldIn", "Lima", by="a2")
    fusion = settled(one, other)
    assert len({*fusion.subjects.values()}) == 1
    assert [(merge.reason, {*merge.claims}) for merge in fusion.merges] == [("same words", {one.id, other.id})]


@pytest.mark.parametrize(
    ("words", "predicate", "value"),
    [
        pytest.param("event:talks-lima", "heldIn", "Quito", id="cities"),
        pytest.param("event:talks-lima", "year", "2012", id="says neither day nor city"),
        pytest.param("event:talks-lima-2010", "heldIn", "Lima", id="words"),
        pytest.param("event:lima-eu-un", "heldIn", "Lima", id="other long words"),
    ],
)
def test_the_same_words_of_texts_that_do_not_agree_are_two_events(words: str, predicate: str, value: str) -> None:
    assert settled(said(TALKS, "heldIn", "Lima"), said(words, predicate, value, by="a2")).merges == ()


def test_the_same_words_in_one_text_are_two_events() -> None:
    assert settled(said(TALKS, "heldIn", "Lima"), said("event:talks-lima", "heldIn", "Lima")).merges == ()


def test_the_same_words_are_not_joined_by_a_third_that_agrees_with_one_alone() -> None:
    lima = said(TALKS, "heldIn", "Lima")
    dated = [
        claim
        for key, year, by in (("event:talks-lima", "2010", "a2"), ("event:talks-in-lima", "2012", "a3"))
        for claim in (said(key, "heldIn", "Lima", by=by), said(key, "year", year, by=by))
    ]
    assert settled(lima, *dated).merges == ()
    assert len(settled(lima, *dated[:2]).merges) == 1


def test_an_event_is_the_meeting_of_a_series_that_began_there_that_day() -> None:
    rows = [row(E1, "startDate", "2010-05-03"), row(E1, "heldIn", "Lima", qualifiers=(("country", "PE"),))]
    fusion = settled(*rows, *met(TALKS), said("edition:SACM/2010", "hasHost", "PE", by="a3"))
    assert fusion.subjects[TALKS] == E1


def test_an_event_is_none_of_two_series_that_began_there_that_day() -> None:
    fusion = settled(*met(E1, by="a2"), *met("edition:RCM/3", by="a3"), *met(TALKS), *met(SUMMIT, by="a4"))
    assert (fusion.subjects[TALKS], fusion.subjects[SUMMIT]) == (TALKS, SUMMIT)


def test_a_host_in_common_does_not_join_what_may_be_two_series_in_one_city() -> None:
    hosts = [said(key, "hasHost", "PE", by=by) for key, by in ((TALKS, "a1"), (SUMMIT, "a4"))]
    series = [*met(E1, by="a2"), *met("edition:RCM/3", by="a3")]
    assert settled(*series, *met(TALKS), *met(SUMMIT, by="a4"), *hosts).merges == ()


@pytest.mark.parametrize("other", [SUMMIT, E1])
def test_what_a_text_tells_apart_stays_apart(other: str) -> None:
    fusion = settled(*met(TALKS), *met(other))
    assert fusion.subjects == {TALKS: TALKS, other: other}


def test_unverified_days_join_nothing() -> None:
    unsure = [said(SUMMIT, p, v, by="a2", verified=False) for p, v in (("startDate", "2010-05-03"), ("heldIn", "Lima"))]
    assert settled(*met(TALKS), *unsure).merges == ()


def test_people_may_keep_apart_what_met_together() -> None:
    fusion = settled(*met(TALKS), *met(SUMMIT, by="a2"), distinct=[(TALKS, SUMMIT)])
    assert fusion.merges == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("year", "2010"), ("year", "2012"), id="years"),
        pytest.param(("heldIn", "Lima"), ("heldIn", "Quito"), id="cities"),
        pytest.param(("startDate", "2010-05-03"), ("startDate", "2010-09-03"), id="months"),
        pytest.param(("hasHost", "PE"), ("hasHost", "EC"), id="nothing"),
    ],
)
def test_one_word_of_two_texts_that_do_not_agree_means_two_events(one: tuple[str, str], other: tuple[str, str]) -> None:
    claims = [said(TALKS, *one), said(TALKS, *other, by="a2")]
    fusion = settled(*claims)
    assert nodes(fusion, claims) == [f"{TALKS}--a1", f"{TALKS}--a2"]
    assert not [finding for finding in fusion.findings if finding.check.startswith("contradiction")]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param([("year", "2010")], id="year"),
        pytest.param([("heldIn", "Lima")], id="city"),
        pytest.param([("startDate", "2010-05-03"), ("endDate", "2010-05-05")], id="days"),
    ],
)
def test_one_word_of_texts_that_agree_means_one_event(more: list[tuple[str, str]]) -> None:
    claims = [*met(TALKS), *(said(TALKS, *fact, by="a2") for fact in more)]
    assert set(nodes(settled(*claims), claims)) == {TALKS}


def test_those_who_agree_are_one_beside_others() -> None:
    agreeing = [*met(TALKS), said(TALKS, "year", "2010", by="a3"), said(TALKS, "year", "2010", by="a4")]
    other = said(TALKS, "year", "2012", by="a2")
    fusion = settled(*agreeing, other)
    assert set(nodes(fusion, agreeing)) == {f"{TALKS}--a1"}
    assert nodes(fusion, [other]) == [f"{TALKS}--a2"]


def test_sessions_go_with_their_event() -> None:
    opening = said("session:lima-talks/opening", "hasSpeaker", "person:Ana Lopez")
    fusion = settled(*met(TALKS), opening, *met(SUMMIT, by="a2"))
    assert fusion.resolved[opening.id].subject == "session:summit-on-migration-lima/opening"


@pytest.mark.parametrize(
    "event",
    [
        pytest.param([said(TALKS, "year", "2010"), said(TALKS, "year", "2012", by="a2")], id="torn"),
        pytest.param([said(TALKS, "year", "2010")], id="whole"),
        pytest.param([said("session:lima-talks/opening", "hasSpeaker", "person:Bo Lind")], id="a session as well"),
    ],
)
def test_a_source_of_sessions_alone_means_an_event_of_its_own(event: list[Claim]) -> None:
    opening = "session:lima-talks/opening"
    alone = [said(opening, "sessionOf", TALKS, by="a3"), said(opening, "hasSpeaker", "person:Ana Lopez", by="a3")]
    fusion = settled(*event, *alone)
    assert nodes(fusion, alone) == ["session:lima-talks--a3/opening"] * 2
    assert fusion.resolved[alone[0].id].object == f"{TALKS}--a3"
    assert "a3" not in " ".join(nodes(fusion, event))


def test_sessions_of_one_source_alone_keep_the_words_of_their_event() -> None:
    opening = said("session:lima-talks/opening", "sessionOf", TALKS)
    assert settled(opening).resolved[opening.id].object == TALKS


def test_the_words_of_a_key_may_hold_what_marks_a_year_within_a_source() -> None:
    key = "event:conference-in-lima-in-may"
    fusion = settled(*met(key), *met(TALKS, by="a2"))
    assert fusion.subjects == {TALKS: key, key: key}
