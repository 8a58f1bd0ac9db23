"""Small worlds for property tests: two forums, a few names, and claims about them that agree, vary and contradict."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from tests.shipped import knowledge

from migkg.model import Article, Claim, Evidence, Modality, Reading, RowEvidence, Span

if TYPE_CHECKING:
    from migkg import pipeline

FORUMS = ("SACM", "RCM")
STATES = ("AR", "BO", "CL", "PE", "EC")
CITIES = ("Quito", "quito", "Lima", "La Paz", "Nowhere")
PEOPLE = (
    "Ana Lopez",
    "Ana López",
    "Ana Maria Lopez",
    "Luis Paredes",
    "Luis Parades",
    "L. Paredes Soto",
    "Luis Paredes Soto",
)
POSTS = ("Director General @ IOM", "Minister @ BO", "minister @ BO", "Minister of Labour @ PE", "nobody")
YEARS = ("2010", "2011")
DATES = ("2010-05-03", "2010-05", "2010", "2011-07-01", "--05-03")
PAPERS = (
    "Quito Declaration",
    "The Quito Declaration",
    "quito declaration",
    "Plan 2010",
    "Declaración sobre los avances",
    "Déclaration de Lima",
    "Plan d'action 2010",
)
EVENTS = ("event:talks", "event:migration-talks", "event:talks-on-migration", "event:lima-talks-2010")
KEYS = (
    *(
        f"{series}/{last}"
        for series in ("edition:SACM", "edition:RCM", "meeting:SACM/intersessional")
        for last in ("1", "2", "2010", "2011", "2010-1", "x")
    ),
    *EVENTS,
)
RULES = ("test", "test", "model:little:1b", "model:big/70b")
SOURCES = ("", "https://example.org/one", "https://example.org/two")


@cache
def shipped() -> pipeline.Knowledge:
    """The shipped ontology, checks and shapes, with the few things that the worlds speak of."""
    whole = knowledge()
    known = {*STATES, *(f"forum:{code}" for code in FORUMS), "org:IOM", "city:Quito/EC"}
    names = {
        name: replace(table, rows=tuple(row for row in table.rows if {*row.cells.values()} & {*STATES, "IOM", "SACM"}))
        for name, table in whole.names.items()
    }
    things = tuple(thing for thing in whole.things if thing.key in known)
    return replace(whole, things=things, names=names, claims=(), same=(), distinct=(), judgements=())


def statements() -> st.SearchStrategy[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
    """Subject, predicate, object and qualifiers: mostly possible, sometimes against the grammar."""
    meeting, person = st.sampled_from(KEYS), st.sampled_from(PEOPLE).map("person:{}".format)
    plain = [
        ("year", st.sampled_from(YEARS)),
        ("ordinal", st.sampled_from(("1", "2"))),
        ("heldInCountry", st.sampled_from(STATES)),
        ("startDate", st.sampled_from(DATES)),
        ("endDate", st.sampled_from(DATES)),
        ("hasSpeaker", person),
        ("hasChair", st.one_of(person, st.sampled_from(STATES))),
        ("heldIn", st.just("forum:SACM")),
    ]
    about_meetings = [st.tuples(meeting, st.just(name), objects, st.just(())) for name, objects in plain]
    presence = st.sampled_from(("hasParticipant", "lacks", "doesNotList"))
    country = st.sampled_from(((), (("country", "EC"),), (("country", "PE"),)))
    interval = st.sampled_from(((), (("from", "2008"),), (("from", "2009"), ("until", "2012"))))
    language = st.sampled_from(((), (("lang", "en"),), (("lang", "fr"),)))
    return st.one_of(
        *about_meetings,
        st.tuples(meeting, st.just("adopted"), st.sampled_from(PAPERS), language),
        st.tuples(meeting, presence, st.sampled_from(STATES), st.just(())),
        st.tuples(meeting, st.just("heldIn"), st.sampled_from(CITIES), country),
        st.tuples(meeting, st.just("hasTheme"), st.sampled_from(("Labour", "Return")), language),
        st.tuples(person, st.just("hasPosition"), st.sampled_from(POSTS), interval),
        st.tuples(st.just("forum:SACM"), st.just("hasMember"), st.sampled_from(STATES), interval),
        st.tuples(st.just("forum:RCM"), st.just("hasObserver"), st.sampled_from(("IOM", "org:IOM")), st.just(())),
    )


@st.composite
def readings(draw: st.DrawFn, ids: tuple[str, ...] = ("a", "b", "c", "d")) -> Reading:
    """An article with up to seven claims."""
    name = draw(st.sampled_from(ids))
    published = draw(st.sampled_from((None, "2010-06-01", "2012-01-01")))
    article = Article(
        id=name,
        lang=draw(st.sampled_from(("en", "es"))),
        title=draw(st.sampled_from(("", "News"))),
        published=published,
        url=draw(st.sampled_from(SOURCES)),
        text="",
        sha256=draw(st.sampled_from(("0" * 64, name * 64))),
    )
    how = st.tuples(statements(), st.sampled_from(Modality), st.booleans(), st.sampled_from(RULES))
    stated = draw(st.lists(how, max_size=7))
    claims = tuple(
        Claim(
            subject=subject,
            predicate=predicate,
            object=value,
            qualifiers=qualifiers,
            modality=modality,
            confidence=0.9,
            published=published,
            verified=certain or place % 3 > 0,
            evidence=Evidence(
                article=name, span=Span(start=place, end=place + 4, exact="said"), rule=rule, prefix="", suffix="so"
            ),
        )
        for place, ((subject, predicate, value, qualifiers), modality, certain, rule) in enumerate(stated)
    )
    return Reading(article=article, claims=claims)


@st.composite
def talks(draw: st.DrawFn) -> Reading:
    """An article that tells day and city of one or two meetings, most of them outside any series."""
    reading = draw(readings())
    keys = st.sampled_from((*EVENTS, *EVENTS, "edition:SACM/1", "edition:RCM/2010", "meeting:SACM/workshop/2010"))
    days, cities = (
        st.sampled_from(("2010-05-03", "--05-03", "2011-05-03", "2011-07-01")),
        st.sampled_from(("Lima", "Lima", "Quito")),
    )
    met = draw(st.lists(st.tuples(keys, days, cities), min_size=1, max_size=2))
    told = [(key, name, value) for key, *two in met for name, value in zip(("startDate", "heldIn"), two, strict=True)]
    claims = tuple(
        Claim(
            subject=key,
            predicate=predicate,
            object=value,
            confidence=0.9,
            evidence=Evidence(
                article=reading.article.id, span=Span(start=at, end=at + 4, exact="held"), rule="test", suffix="so"
            ),
        )
        for at, (key, predicate, value) in enumerate(told, 20)
    )
    return replace(reading, claims=(*reading.claims[:2], *claims))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Claim, ...]:
    """The claims of up to six rows of tables."""
    rows = draw(st.lists(st.tuples(statements(), st.sampled_from(SOURCES), st.booleans()), max_size=6))
    return tuple(
        Claim(
            subject=subject,
            predicate=predicate,
            object=value,
            qualifiers=qualifiers,
            verified=verified,
            evidence=RowEvidence(
                table="editions", row=f"E{line}", line=line, field=predicate, value=value, source=source
            ),
        )
        for line, ((subject, predicate, value, qualifiers), source, verified) in enumerate(rows, 2)
    )


def steps() -> st.SearchStrategy[list[Reading | str]]:
    """Adds and edits (a reading) and retractions (an id)."""
    return st.lists(st.one_of(readings(), readings(), st.sampled_from(("a", "b", "c", "d"))), min_size=1, max_size=6)


def meetings_on_days() -> st.SearchStrategy[list[Reading | str]]:
    """Steps with articles that tell the same few events apart or not."""
    return st.lists(st.one_of(talks(), talks(), talks(), st.sampled_from(("a", "b"))), min_size=3, max_size=5)
