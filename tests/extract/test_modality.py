"""How claims are put: planned, stated or the word of another; the examples of the lexicons and the laws of the stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import shipped

from migkg.extract import modality, moods, read
from migkg.extract.fold import fold
from migkg.extract.item import Item
from migkg.extract.mask import Masked
from migkg.lexicon import MoodExample, parse
from migkg.model import Article, Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from migkg.extract.facts import Fact
    from migkg.model import Claim, Reading

_LEXICON = shipped.rules()
_EXAMPLES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code, language in _LEXICON.languages.items()
    for number, example in enumerate(language.moods.examples)
]
SENTENCES = {
    code: sorted(
        {e.text for e in language.moods.examples} | {e.text for rule in language.rules for e in rule.examples[:1]}
    )
    for code, language in _LEXICON.languages.items()
}
TENTH = "The Tenth South American Conference on Migration"


def put(reading: Reading) -> dict[str, str]:
    return {f"{c.subject} {c.predicate} {c.object}": c.modality.value for c in reading.stated}


@pytest.mark.parametrize(("code", "example"), _EXAMPLES)
def test_example(code: str, example: MoodExample, reading: Callable[..., Reading]) -> None:
    found = put(reading(example.text, code, example.published or None))
    wanted = {claim: kind.value for kind in Modality for claim in getattr(example, kind.value)}
    assert wanted
    assert {claim: found.get(claim) for claim in wanted} == wanted


@pytest.mark.parametrize("code", sorted(_LEXICON.languages))
def test_every_language_has_an_example_of_each_modality(code: str) -> None:
    examples = _LEXICON.languages[code].moods.examples
    assert all(any(getattr(e, kind.value) for e in examples) for kind in Modality)


@pytest.mark.parametrize(
    ("text", "published", "claim", "wanted"),
    [
        (f"{TENTH} takes place in Quito on 4 May 2010.", "2010-05-03", "edition:SACM/10 heldIn Quito", "planned"),
        (f"{TENTH} takes place in Quito on 4 May 2010.", "2010-05-04", "edition:SACM/10 heldIn Quito", "stated"),
        (f"{TENTH} will open in Quito on 4 May 2010.", "2010-05-04", "edition:SACM/10 heldIn Quito", "planned"),
        (f"{TENTH} takes place in Quito from 4 to 6 May 2010.", "2010-05-05", "edition:SACM/10 heldIn Quito", "stated"),
        (f"{TENTH} was held in Quito on 4 May 2010.", "2009-05-05", "edition:SACM/10 heldIn Quito", "stated"),
        (f"{TENTH} would be held in Quito in 2010, delegates agreed.", "", "edition:SACM/10 heldIn Quito", "planned"),
        (f"{TENTH} will be held in Quito in 2010.", "2012-01-01", "edition:SACM/10 heldIn Quito", "stated"),
        (f"{TENTH} will be held in Quito in 2010.", "2009-01-01", "edition:SACM/10 ordinal 10", "planned"),
    ],
)
def test_days_and_words(text: str, published: str, claim: str, wanted: str, reading: Callable[..., Reading]) -> None:
    assert put(reading(text, "en", published or None))[claim] == wanted


def test_a_day_of_publication_that_was_misread_makes_no_plan(reading: Callable[..., Reading]) -> None:
    text = (
        f"{TENTH} was held in Quito on 4 May 2010.\n\nThe Eleventh South American Conference on Migration, Lima, 2011."
    )
    assert set(put(reading(text, "en", "2001-02-03")).values()) == {"stated"}


def test_a_headline_tells_nothing_against_the_text(reading: Callable[..., Reading]) -> None:
    text = f"Quito hosts {TENTH}\n\nEcuador announced it today. {TENTH} will be held in Quito in 2010."
    found = put(reading(text, "en"))
    assert {found["edition:SACM/10 heldIn Quito"], found["edition:SACM/10 ordinal 10"]} == {"planned"}


def test_who_is_to_come_to_a_meeting_that_is_on_is_planned(reading: Callable[..., Reading]) -> None:
    text = (
        f"{TENTH} opened in Quito yesterday. The conference will be chaired by Peru. "
        "Delegates from Bolivia and Ecuador will take part in the conference. "
        "Delegates from Chile and Peru took part in the conference."
    )
    found = put(reading(text, "en"))
    assert found["edition:SACM/10 hasParticipant BO"] == found["edition:SACM/10 hasChair PE"] == "planned"
    assert found["edition:SACM/10 hasParticipant CL"] == found["edition:SACM/10 heldIn Quito"] == "stated"


def test_posts_are_neither_planned_nor_reported(reading: Callable[..., Reading]) -> None:
    text = f"The minister said that Ambassador Ana Torres of Peru will open {TENTH} in Quito next week."
    found = put(reading(text, "en"))
    assert {m for claim, m in found.items() if "hasPosition" in claim} <= {"stated"}
    assert found["edition:SACM/10 heldIn Quito"] == "planned"  # what is both is planned


def test_sessions_follow_their_meeting(reading: Callable[..., Reading]) -> None:
    text = f"{TENTH} will be held in Quito on 4 May 2010. Ambassador Ana Torres is to speak at the opening session."
    sessions = reading(text, "en", "2010-02-01").sessions
    assert {claim.modality for claim in sessions} == {Modality.PLANNED}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"“We had a good week. {TENTH} was held in Quito in 2010,” said the minister.", "reported"),
        (f"«{TENTH} was held in Quito in 2010 and it was a good one», said the minister.", "reported"),
        (f'The minister had a slip of paper". {TENTH} was held in Quito in 2010.', "stated"),
        (f"{TENTH} was held in Quito in 2010. “It was a very good week for us,” said the minister.", "stated"),
        (f"{TENTH} was reportedly held in Quito in 2010.", "reported"),
        (f"{TENTH}, he said, was held in Quito in 2010.", "reported"),
        (f"Everybody worked hard; {TENTH} was held in Quito in 2010, according to the rules.", "stated"),
        (f"{TENTH} was held in Quito in 2010, according to a statement.", "reported"),
        (f"{TENTH}, which the minister announced, was held in Quito in 2010.", "stated"),
        (f"According to the organisers {TENTH} was held in Quito in 2010.", "reported"),
        (f"The ministry announced: {TENTH} was held in Quito in 2010.", "reported"),
    ],
)
def test_the_word_of_another(text: str, wanted: str, reading: Callable[..., Reading]) -> None:
    assert put(reading(text, "en"))["edition:SACM/10 heldIn Quito"] == wanted


def masked(text: str, *items: Item) -> Masked:
    return Masked(fold(text), items, text)


def test_speech_goes_on_to_its_closing_mark_but_titles_are_none() -> None:
    texts = ["He said: “It is good.", "Very good indeed for all of us” and left.", 'The "Pact" stays.', '"No end.']
    found = moods.speech([(0, masked(texts[0])), (0, masked(texts[1])), (1, masked(texts[2])), (2, masked(texts[3]))])
    assert {n: [texts[n][s:e] for s, e in parts] for n, parts in found.items()} == {
        0: ["It is good."],
        1: ["Very good indeed for all of us"],
    }
    title = "the theme “Migration for all people and their countries” was"
    item = Item("quote", title.index("“"), title.index("”") + 1)
    assert moods.speech([(0, masked(title))])
    assert not moods.speech([(0, masked(title, item))])


def test_speech_that_is_not_closed_goes_to_the_end_of_its_paragraph() -> None:
    text = "“We had a good week, all of us"
    assert moods.speech([(0, masked(text)), (1, masked("It ended."))]) == {0: [(1, len(text))]}


def untouched(self: modality.Timeline, facts: Sequence[Fact]) -> list[Fact]:
    """The stage without effect."""
    assert self is not None
    return list(facts)


def bare(claims: Sequence[Claim]) -> list[Claim]:
    return [replace(claim, modality=Modality.STATED) for claim in claims]


@pytest.mark.unmeasured
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_modality_never_changes_which_claims_there_are(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(sorted(SENTENCES)))
    text = data.draw(st.lists(st.sampled_from(SENTENCES[code]), min_size=1, max_size=4).map("\n\n".join))
    published = data.draw(st.sampled_from([None, "1999-01-01", "2010-06-01", "2030-01-01"]))
    article = Article(id="a", lang=code, published=published, text=text, sha256="")
    found = read(article, _LEXICON)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(modality.Timeline, "put", untouched)
        plain = read(article, _LEXICON)
    assert bare(found.claims) == bare(plain.claims)
    assert bare(found.sessions) == bare(plain.sessions)
    assert (found.rejected, found.mentions) == (plain.rejected, plain.mentions)
    assert read(article, _LEXICON) == found


def test_a_language_without_words_of_modality_still_knows_days() -> None:
    sources = shipped.sources()
    files = {name: text for name, text in sources.languages["en"].items() if name != "modality.toml"}
    lexicon = parse(sources.names, {"en": files})
    text = f"{TENTH} will be held in Quito on 4 May 2010, said the minister."
    for published, wanted in ((None, "stated"), ("2010-05-03", "planned")):
        article = Article(id="a", lang="en", published=published, text=text, sha256="")
        assert set(put(read(article, lexicon)).values()) == {wanted}
