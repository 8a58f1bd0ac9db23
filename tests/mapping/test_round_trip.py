"""Claims and articles to quads and back are the same claims and articles; also for the tables that ship."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuse.makers import SINGLE, said

from migkg import mapping, predicates, resources, tables
from migkg.errors import DataError
from migkg.fuse import fuse
from migkg.model import Article, Claim, Evidence, Modality, RowEvidence, Span

if TYPE_CHECKING:
    from migkg.model import Quad

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_WORD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
_ID = st.text(string.ascii_letters + string.digits + "-. é/", min_size=1, max_size=8)
_DATE = st.sampled_from(["2010", "2010-11", "2010-11-08", "--11-08"])


def _evidence() -> st.SearchStrategy[Evidence | RowEvidence]:
    span = st.builds(
        lambda start, exact: Span(start=start, end=start + len(exact), exact=exact), st.integers(0, 99), _TEXT
    )
    page = st.one_of(st.none(), st.tuples(st.integers(0, 99), st.integers(100, 999)))
    quoted = st.builds(Evidence, article=_ID, span=span, rule=_WORD, prefix=_TEXT, suffix=_TEXT, page=page)
    row = st.builds(
        lambda table, row, field, value, note: RowEvidence(
            table=table, row=row, line=len(row) + 1, field=field, value=value, source=f"https://example.org/ {row}"[: 20 + len(row)], note=note
        ),
        st.sampled_from(["editions", "members"]), _ID, _WORD, _TEXT, _TEXT,
    )  # fmt: skip
    return st.one_of(quoted, row)


def _qualifiers() -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    dated = st.dictionaries(st.sampled_from(["from", "until"]), _DATE)
    free = st.dictionaries(st.sampled_from(["role", "presence", "lang", "country", "seen by"]), _TEXT)
    return st.builds(lambda a, b: tuple(sorted({**a, **b}.items())), dated, free)


def _claims() -> st.SearchStrategy[Claim]:
    subjects = ["edition:SACM/10", "edition:SACM/x", "meeting:RCM/workshop/2010", "forum:RCM", "person:Ana Ruiz"]
    objects = st.one_of(
        _TEXT, st.sampled_from(["BO", "org:IOM", "Quito", "2010", "--11-08", "person:Ana", "Head @ PE"])
    )
    return st.builds(
        Claim,
        subject=st.sampled_from(subjects),
        predicate=st.sampled_from([*predicates.PREDICATES, "sings"]),
        object=objects,
        evidence=_evidence(),
        qualifiers=_qualifiers(),
        modality=st.sampled_from(Modality),
        confidence=st.floats(0, 1),
        published=st.one_of(st.none(), _DATE),
        verified=st.booleans(),
    )


def _without_language(claims: list[Claim]) -> list[Claim]:
    """A language that is none cannot tag a literal; such qualifiers never come from lexicons or tables."""
    return [c for c in claims if dict(c.qualifiers).get("lang", "") in {"", "en", "fr", "es"}]


@settings(max_examples=200, deadline=None)
@given(st.lists(_claims(), max_size=8))
def test_law_claim_to_quads_and_back_is_the_same_claim(drawn: list[Claim]) -> None:
    claims = predicates.unique(_without_language(drawn))
    articles = sorted({c.evidence.article for c in claims if isinstance(c.evidence, Evidence)})
    quads = mapping.quads(
        (),
        [Article(id=a, lang="en", text="", sha256="") for a in articles],
        claims,
        fuse(claims, single_valued=SINGLE),
        {},
    )
    assert mapping.read_claims(quads) == claims
    assert mapping.read_claims([*quads, *mapping.default_quads(quads)]) == claims


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        Article, id=_ID, lang=st.sampled_from(["en", "fr", "es"]), title=_TEXT, published=st.one_of(st.none(), _DATE),
        url=st.one_of(st.just("https://example.org/a"), _TEXT), text=st.just(""), sha256=_WORD,
        page_sha256=st.sampled_from(["", "00ff"]),
    )
)  # fmt: skip
def test_law_article_to_quads_and_back_is_the_same_article(article: Article) -> None:
    assert mapping.read_articles(mapping.article_quads(article, [], fuse([], single_valued=SINGLE))) == [article]


@pytest.mark.unmeasured
def test_the_tables_that_ship_come_back_as_they_are() -> None:
    shipped = resources.tables()
    claims = tables.claims(shipped)
    fusion = fuse(claims, single_valued=SINGLE)
    quads = mapping.quads(tables.things(shipped), [], claims, fusion, {})
    assert mapping.read_claims(quads) == predicates.unique(claims)
    assert len(claims) > 3000
    assert not [q for q in quads if q[0].startswith(('"', "_:")) or q[2].startswith("_:")]


def _quads(claim: Claim) -> list[Quad]:
    article = Article(id="a1", lang="en", text="", sha256="00")
    return mapping.article_quads(article, [claim], fuse([claim], single_valued=SINGLE))


def test_a_claim_that_lacks_a_part_is_an_error_that_names_it() -> None:
    quads = [q for q in _quads(said("forum:RCM", "hasMember", "MX")) if "modality" not in q[1]]
    with pytest.raises(DataError, match="lacks mf:modality"):
        mapping.read_claims(quads)
