"""Which value is accepted, which stays disputed, what is rejected; and that the order of claims does not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuse.makers import SINGLE, row, said

from migkg.fuse import fuse
from migkg.model import Modality, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from migkg.fused import Fusion
    from migkg.model import Claim

TEN = "edition:SACM/10"


def settled(*claims: Claim, marks: Mapping[str, tuple[str, ...]] | None = None) -> Fusion:
    return fuse(claims, single_valued=SINGLE, marks=marks or {})


def fact(fusion: Fusion, predicate: str) -> str:
    return next(f.object for f in fusion.facts if f.predicate == predicate)


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ([row(TEN, "year", "2011")], [said(TEN, "year", "2010", by="a1"), said(TEN, "year", "2010", by="a2")]),
        (
            [said(TEN, "year", "2011", by="a1"), said(TEN, "year", "2011", by="a2")],
            [said(TEN, "year", "2010", by="a3")],
        ),
        ([said(TEN, "year", "2011")], [said(TEN, "year", "2010", by="a2", modality=Modality.PLANNED)]),
        (
            [said(TEN, "year", "2011", modality=Modality.PLANNED)],
            [said(TEN, "year", "2010", by="a2", modality=Modality.REPORTED)],
        ),
        ([said(TEN, "startDate", "2011-11-08")], [said(TEN, "startDate", "2010-10", by="a2")]),
        (
            [said(TEN, "year", "2011", published="2012-01-02")],
            [said(TEN, "year", "2010", by="a2", published="2011-05-06")],
        ),
        ([said(TEN, "year", "2010")], [said(TEN, "year", "2011", by="a2")]),
    ],
    ids=["rows", "origins", "stated", "planned", "precision", "latest", "least"],
)
def test_each_criterion_decides_where_those_before_it_do_not(winner: list[Claim], loser: list[Claim]) -> None:
    fusion = settled(*loser, *winner)
    assert fact(fusion, winner[0].predicate) == winner[0].object
    assert {fusion.resolved[c.id].status for c in winner} == {Status.ACCEPTED}
    assert {(fusion.resolved[c.id].status, fusion.resolved[c.id].reason) for c in loser} == {
        (Status.DISPUTED, "outvoted")
    }
    (finding,) = (f for f in fusion.findings if f.check.startswith(f"contradiction/{winner[0].predicate}/"))
    assert (finding.severity, finding.focus, finding.value) == (Severity.WARNING, TEN, loser[0].object)
    assert set(finding.claims) == {c.id for c in (*winner, *loser)}


def test_copies_count_as_one_witness() -> None:
    copies = [said(TEN, "year", "2011", by=a) for a in ("a1", "a2")]
    single = said(TEN, "year", "2010", by="a3")
    assert fact(settled(*copies, single), "year") == "2011"
    marks = {"a1": ("https://one.example/", "h1"), "a2": ("https://two.example/", "h1"), "a3": ("", "h3")}
    assert fact(settled(*copies, single, marks=marks), "year") == "2010"


def test_an_article_that_a_row_cites_is_not_another_witness() -> None:
    table = row(TEN, "year", "2010", source="https://one.example/")
    counter = [row(TEN, "year", "2011", by="E2"), said(TEN, "year", "2010", by="a1")]
    marks = {"a1": ("https://one.example/",)}
    later = said(TEN, "year", "2011", by="a9", published="2020-01-01")
    assert fact(settled(table, *counter, later, marks=marks), "year") == "2011"


def test_a_vaguer_date_supports_and_does_not_contradict() -> None:
    vague = [row(TEN, "startDate", "2010-10"), said(TEN, "startDate", "--10-25"), said(TEN, "startDate", "2010", at=9)]
    exact = said(TEN, "startDate", "2010-10-25", by="a2")
    fusion = settled(*vague, exact)
    assert fact(fusion, "startDate") == "2010-10-25"
    assert set(fusion.facts[0].claims) == {c.id for c in (*vague, exact)}
    assert not fusion.findings


def test_what_a_table_says_of_the_month_outweighs_an_exact_day_of_another() -> None:
    fusion = settled(row(TEN, "startDate", "2010-10"), said(TEN, "startDate", "2010-11-25"))
    assert fact(fusion, "startDate") == "2010-10"


def test_an_unverified_claim_is_never_a_fact() -> None:
    recalled = row(TEN, "year", "2010", verified=False)
    fusion = settled(recalled)
    assert (fusion.facts, fusion.findings) == ((), ())
    assert (fusion.resolved[recalled.id].status, fusion.resolved[recalled.id].reason) == (Status.REJECTED, "unverified")


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (said(TEN, "sings", "x"), "predicate"),
        (said("forum:SACM", "heldIn", "Quito"), "domain"),
        (said(TEN, "heldIn", "BO"), "range"),
        (said(TEN, "startDate", "2010-02-30"), "range"),
        (said(TEN, "hasSpeaker", "org:IOM"), "range"),
        (said("person:Ana Ruiz", "hasPosition", "Minister"), "range"),
        (said(TEN, "adopted", "   "), "range"),
    ],
)
def test_what_cannot_be_is_rejected_with_its_reason(claim: Claim, reason: str) -> None:
    fusion = settled(claim)
    assert fusion.facts == ()
    assert (fusion.resolved[claim.id].status, fusion.resolved[claim.id].reason) == (Status.REJECTED, reason)


def test_present_and_not_listed_contradict() -> None:
    there, gap = row("edition:SACM/7", "hasParticipant", "GY"), row("edition:SACM/7", "doesNotList", "GY", by="E2")
    fusion = settled(there, gap, said("edition:SACM/7", "hasParticipant", "PE"))
    assert [(f.predicate, f.object) for f in fusion.facts] == [("hasParticipant", "GY"), ("hasParticipant", "PE")]
    assert fusion.resolved[gap.id].status is Status.DISPUTED
    (finding,) = fusion.findings
    assert (finding.check, finding.path, finding.value) == ("contradiction/hasParticipant/open", "doesNotList", "GY")


def test_absence_outweighs_an_announcement() -> None:
    fusion = settled(
        said(TEN, "hasParticipant", "GY", modality=Modality.PLANNED),
        said(TEN, "lacks", "GY", by="a2"),
        said(TEN, "doesNotList", "GY", by="a3"),
    )
    assert [f.predicate for f in fusion.facts] == ["doesNotList", "lacks"]


def test_member_and_observer_are_named_and_both_stand() -> None:
    claims = [said("forum:RCM", "hasMember", "MX"), said("forum:RCM", "hasObserver", "MX", by="a2")]
    fusion = settled(*claims)
    assert [f.check for f in fusion.findings] == ["contradiction/hasMember/open"]
    assert {r.status for r in fusion.resolved.values()} == {Status.ACCEPTED}
    assert len(fusion.facts) == 2


def test_an_observer_that_became_a_member_contradicts_nothing() -> None:
    observer = said("forum:RCM", "hasObserver", "MX", by="a2", until="1999")
    member = said("forum:RCM", "hasMember", "MX", begin="2000")
    assert settled(observer, member).findings == ()


PAGE = "https://example.org/about"


def test_a_text_that_gives_another_role_than_the_row_of_its_page_was_misread() -> None:
    observer = row("forum:A", "hasObserver", "US", source=PAGE)
    misread = said("forum:A", "hasMember", "US")
    fusion = fuse([observer, misread], single_valued=SINGLE, marks={"a1": (PAGE,)})
    assert [f.predicate for f in fusion.facts] == ["hasObserver"]
    assert fusion.resolved[misread.id].status is Status.DISPUTED
    assert [(f.check, set(f.claims)) for f in fusion.findings] == [
        ("contradiction/hasMember/error", {observer.id, misread.id})
    ]


def test_a_text_of_another_page_may_give_another_role() -> None:
    observer = row("forum:A", "hasObserver", "US", source=PAGE)
    member = said("forum:A", "hasMember", "US")
    second = said("forum:A", "hasMember", "US", by="a2")
    for told, marks in (([member], {"a1": ("https://example.org/news",)}), ([member, second], {"a1": (PAGE,)})):
        fusion = fuse([observer, *told], single_valued=SINGLE, marks=marks)
        assert {f.predicate for f in fusion.facts} == {"hasObserver", "hasMember"}


def test_a_city_takes_the_only_state_that_is_known() -> None:
    claims = [
        said("edition:A/1", "heldIn", "Quito", country="EC"),
        said("edition:A/2", "heldIn", "Quito"),
        said("edition:A/3", "heldIn", "Santiago"),
        said("edition:A/3", "heldInCountry", "CL"),
        said("edition:A/4", "heldIn", "Ovalle"),
    ]
    cities = [f.object for f in settled(*claims).facts if f.predicate == "heldIn"]
    assert cities == ["city:Quito/EC", "city:Quito/EC", "city:Santiago/CL", "city:Ovalle"]


def test_of_two_states_with_one_city_name_the_meetings_own_decides() -> None:
    claims = [
        said("edition:A/1", "heldIn", "Cartagena", country="CO"),
        said("edition:A/2", "heldIn", "Cartagena", country="ES"),
        said("edition:A/3", "heldIn", "Cartagena"),
        said("edition:A/3", "heldInCountry", "ES"),
    ]
    found = {f.subject: f.object for f in settled(*claims).facts if f.predicate == "heldIn"}
    assert found["edition:A/3"] == "city:Cartagena/ES"


def test_cities_that_fold_alike_are_one_in_the_spelling_of_the_table() -> None:
    claims = [row(TEN, "heldIn", "Brasília"), *(said(TEN, "heldIn", "Brasilia", by=a) for a in ("a1", "a2"))]
    fusion = settled(*claims)
    assert (fact(fusion, "heldIn"), fusion.findings) == ("city:Brasília", ())
    spelt = settled(*claims[1:], said(TEN, "heldIn", "BRASILIA", by="a3"))
    assert fact(spelt, "heldIn") == "city:Brasilia"


def test_several_meetings_of_one_text_do_not_contradict_one_another() -> None:
    claims = [said("edition:QUITO/x", "heldIn", city) for city in ("Lima", "Quito")]
    fusion = settled(*claims, said("edition:QUITO/x", "hasHost", "PE"))
    assert [f.predicate for f in fusion.facts] == ["hasHost"]
    assert fusion.findings == ()
    assert {(fusion.resolved[c.id].status, fusion.resolved[c.id].reason) for c in claims} == {
        (Status.REJECTED, "several meetings")
    }


def test_a_bare_code_in_a_post_is_an_organisation() -> None:
    claims = [said("person:Ana Ruiz", "hasPosition", f"Director @ {body}") for body in ("IOM", "org:IOM", "PE")]
    assert [f.object for f in settled(*claims).facts] == ["Director @ PE", "Director @ org:IOM"]


def test_messages_fill_the_templates_of_every_language() -> None:
    words = {"problem": "{subject} {value} {accepted} {sources} {accepted_sources}", "remedy": "read"}
    messages = {"en": {"contradiction": words}, "fr": {"contradiction": words}, "es": {}}
    claims = [row(TEN, "year", "2010"), said(TEN, "year", "2011")]
    (finding,) = fuse(claims, single_valued=SINGLE, messages=messages).findings
    assert finding.message == (("en", f"{TEN} 2011 2010 a1 editions/E1"), ("fr", f"{TEN} 2011 2010 a1 editions/E1"))
    assert finding.remedy == (("en", "read"), ("fr", "read"))


def _claims() -> st.SearchStrategy[Claim]:
    stated = [
        ("year", "2010"), ("year", "2011"), ("startDate", "2010-11-08"), ("startDate", "2010-11"), ("startDate", "--11-08"),
        ("heldIn", "Quito"), ("heldIn", "Lima"), ("ordinal", "4"), ("ordinal", "5"), ("hasParticipant", "GY"),
        ("lacks", "GY"), ("doesNotList", "GY"), ("hasSpeaker", "person:Ana Ruiz"), ("hasSpeaker", "person:Ana M. Ruiz"),
        ("hasSpeaker", "person:Ana Maria Ruiz"), ("adopted", "Lima Plan"), ("adopted", "Plan of Lima"),
    ]  # fmt: skip
    keys = [f"edition:A/{last}" for last in ("4", "5", "2010", "2011", "x")] + ["meeting:A/workshop/2010"]
    article = st.builds(
        lambda s, v, by, planned: said(s, *v, by=by, modality=Modality.PLANNED if planned else Modality.STATED),
        st.sampled_from(keys), st.sampled_from(stated), st.sampled_from("abcd"), st.booleans(),
    )  # fmt: skip
    table = st.builds(
        lambda s, v, n, sure: row(s, *v, by=f"E{n}", verified=sure),
        st.sampled_from(keys), st.sampled_from(stated), st.integers(1, 4), st.booleans(),
    )  # fmt: skip
    return st.one_of(article, table)


@settings(max_examples=300, deadline=None)
@given(st.lists(_claims(), max_size=25), st.randoms(use_true_random=False))
def test_law_the_order_of_claims_does_not_matter(claims: list[Claim], random: Random) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert settled(*claims) == settled(*shuffled)


@settings(max_examples=200, deadline=None)
@given(st.lists(_claims(), max_size=25))
def test_law_every_fact_rests_on_accepted_claims_and_nothing_is_lost(claims: list[Claim]) -> None:
    fusion = settled(*claims)
    assert set(fusion.resolved) == {c.id for c in claims}
    accepted = {i for i, r in fusion.resolved.items() if r.status is Status.ACCEPTED}
    assert {i for f in fusion.facts for i in f.claims} == accepted
    assert all(f.claims for f in fusion.facts)
    single = [(f.subject, f.predicate) for f in fusion.facts if f.predicate in SINGLE]
    assert len(single) == len(set(single))
    disputed = {i for i, r in fusion.resolved.items() if r.status is Status.DISPUTED}
    assert disputed <= {i for f in fusion.findings for i in f.claims}
