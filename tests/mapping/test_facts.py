"""How accepted facts look in the default graph."""

from __future__ import annotations

import pytest
from tests.fuse.makers import row, said
from tests.mapping.makers import ARTICLE, TEN, facts, fused, short

from migkg import mapping
from migkg.mapping.told import succession
from migkg.model import Fact
from migkg.names import graph


@pytest.mark.parametrize(
    ("predicate", "value", "term"),
    [
        ("ordinal", "10", '"10"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("year", "2010", '"2010"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("startDate", "2010-10-25", '"2010-10-25"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("startDate", "2010-10", '"2010-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("startDate", "2010", '"2010"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("startDate", "--10-25", '"--10-25"^^<http://www.w3.org/2001/XMLSchema#gMonthDay>'),
        ("heldInCountry", "BO", "<https://w3id.org/migkg/id/state/BO>"),
        ("hasHost", "org:IOM", "<https://w3id.org/migkg/id/org/IOM>"),
        ("hasSpeaker", "person:Ana Ruíz", "<https://w3id.org/migkg/id/official/ana-ruiz>"),
        ("adopted", "Lima Plan", "<https://w3id.org/migkg/id/document/lima-plan>"),
        ("hasTheme", "rights", '"rights"'),
    ],
)
def test_a_fact_is_a_direct_triple(predicate: str, value: str, term: str) -> None:
    quads = mapping.fact_quads(fused(said(TEN, predicate, value)))
    direct = [o for s, p, o, g in quads if p.endswith(f"#{predicate}>") and s.endswith("meeting/SACM/10>")]
    assert direct == [term]
    assert {g for *_, g in quads} == {graph("facts")}


def test_a_theme_has_its_language_and_a_city_its_country() -> None:
    theme = row(TEN, "hasTheme", "derechos", qualifiers=(("lang", "es"),))
    assert '"derechos"@es' in {o for _, _, o, _ in mapping.fact_quads(fused(theme))}
    assert ("id:meeting/SACM/10", "mf:heldIn", "id:city/quito-ec") in facts(said(TEN, "heldIn", "Quito", country="EC"))


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ("2010-10-25", {"2010-10-25"}),
        ("2010-02", {"2010-02-01", "2010-02-28"}),
        ("2010", {"2010-01-01", "2010-12-31"}),
        ("--11-08", set()),
    ],
)
def test_dates_get_their_limits(value: str, limits: set[str]) -> None:
    found = facts(said(TEN, "startDate", value))
    assert {o for _, p, o in found if p in {"mf:earliestStart", "mf:latestStart"}} == limits


def test_a_day_without_year_takes_the_accepted_year() -> None:
    found = facts(said(TEN, "endDate", "--11-08"), said(TEN, "year", "2010"))
    assert {(p, o) for _, p, o in found if "End" in p} == {
        ("mf:earliestEnd", "2010-11-08"),
        ("mf:latestEnd", "2010-11-08"),
    }


def test_a_position_is_a_tenure_in_a_post() -> None:
    claim = said("person:Ana Ruiz", "hasPosition", "Director @ org:AU")
    tenure, post = "id:tenure/ana-ruiz/director-org-au", "id:post/director-org-au"
    found = facts(claim)
    assert found >= {
        ("id:official/ana-ruiz", "mf:hasTenure", tenure),
        (tenure, "mf:tenureOf", "id:official/ana-ruiz"),
        (tenure, "mf:tenureIn", post),
        (post, "mf:postIn", "id:org/AU"),
        (post, "rdfs:label", "Director"),
    }
    own = short(mapping.article_quads(ARTICLE, [claim], fused(claim)))
    assert {(p, o) for s, p, o in own if s == f"id:claim/{claim.id}"} >= {
        ("rdf:predicate", "mf:hasTenure"),
        ("rdf:object", tenure),
        ("mf:statedPredicate", "hasPosition"),
    }
    assert "id:post/director-au" in {s for s, _, _ in facts(said("person:Ana Ruiz", "hasPosition", "Director @ AU"))}


def tenures(*intervals: tuple[tuple[str, str], ...]) -> set[str]:
    claims = [
        row("person:Ana Ruiz", "hasPosition", "Director @ PE", by=f"P{n}", qualifiers=qualifiers)
        for n, qualifiers in enumerate(intervals, 1)
    ]
    return {o for _, p, o in facts(*claims) if p == "mf:hasTenure"}


def test_one_interval_is_one_tenure_and_two_are_two() -> None:
    base = "id:tenure/ana-ruiz/director-pe"
    assert tenures(()) == {base}
    assert tenures((), (("from", "2009"),)) == {base}
    assert tenures((("from", "2009"),), (("from", "2015"), ("until", "2017"))) == {
        f"{base}/from-2009",
        f"{base}/from-2015-until-2017",
    }


def test_memberships_have_role_and_begin() -> None:
    found = facts(
        row("forum:SACM", "hasMember", "BO", qualifiers=(("from", "2000"),)),
        row("forum:SACM", "hasMember", "PE", by="E2", qualifiers=(("role", "suspended"),)),
        row("forum:SACM", "hasObserver", "MX", by="E3"),
        row("forum:SACM", "hasObserver", "org:IOM", by="E4"),
    )
    assert found >= {
        ("id:membership/SACM/BO/member", "mf:role", "mf:MemberRole"),
        ("id:membership/SACM/BO/member", "mf:from", "2000"),
        ("id:membership/SACM/PE/suspended", "mf:role", "mf:SuspendedRole"),
        ("id:membership/SACM/MX/observer", "mf:memberState", "id:state/MX"),
        ("id:membership/SACM/org-IOM/observer", "mf:memberState", "id:org/IOM"),
    }


def test_a_post_may_be_in_a_forum() -> None:
    found = facts(said("person:Ana Ruiz", "hasPosition", "Secretary @ forum:SACM"))
    assert ("id:post/secretary-forum-sacm", "mf:postIn", "id:forum/SACM") in found


def test_an_edition_is_followed_by_the_one_with_the_next_number() -> None:
    found = facts(
        *(said(f"edition:SACM/{n}", "ordinal", str(n)) for n in (1, 2, 4)), said("edition:RCM/3", "ordinal", "3")
    )
    assert {(s, o) for s, p, o in found if p == "mf:nextEdition"} == {("id:meeting/SACM/1", "id:meeting/SACM/2")}


def test_two_editions_with_one_number_follow_nothing() -> None:
    numbered = (("edition:SACM/1", "1"), ("edition:SACM/2", "2"), ("edition:SACM/2001", "2"), ("edition:SACM/3", "3"))
    known = [Fact(subject=subject, predicate="ordinal", object=number, claims=("c",)) for subject, number in numbered]
    assert list(succession(known)) == []
    assert len(list(succession(known[:2]))) == 1
