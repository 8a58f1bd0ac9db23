"""The attachment model: what it is offered, what it sees, and how it decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from migkg.errors import DataError
from migkg.extract import read
from migkg.extract.attachment import CONTEXT, SUBJECT, THRESHOLD, Attachment
from migkg.extract.features import names
from migkg.extract.study import lessons
from migkg.lexicon import parse
from migkg.model import Article, Row, Table

if TYPE_CHECKING:
    from migkg.extract.study import Lesson
    from migkg.lexicon import Lexicon

TEXT = (
    "The Third South American Conference on Migration met in Lima on 3 May 2011. "
    "Bolivia, Chile and Peru sent ministers to the city, and Ana Torres, Minister of Labour of Peru, took the floor. "
    "The Fourth South American Conference on Migration will be in Quito in 2012."
)

_MANY = "India, Nepal, China, Pakistan, the Philippines, Sri Lanka, Thailand and Afghanistan"


def article(text: str = TEXT) -> Article:
    return Article(id="test", lang="en", published=None, text=text, sha256="")


def offered(lexicon: Lexicon, name: str, text: str = TEXT) -> list[Lesson]:
    return [lesson for lesson in lessons(article(text), lexicon) if lesson.offer.candidate.name == name]


def lines(lexicon: Lexicon, text: str = TEXT) -> set[str]:
    return {f"{c.subject} {c.predicate} {c.object}" for c in read(article(text), lexicon).claims}


def test_each_item_is_offered_to_the_relations_it_fits(lexicon: Lexicon) -> None:
    names = {lesson.offer.candidate.name for lesson in lessons(article(), lexicon)}
    assert {"held-place", "startDate-day", "held-year", "hasParticipant-bodies", "hasSpeaker-persons"} <= names
    assert "hasTheme-quote" not in names


def test_an_offer_names_the_claims_of_each_subject(lexicon: Lexicon) -> None:
    (lima, quito) = [lesson.claims[0] for lesson in offered(lexicon, "held-place")]
    assert ("edition:SACM/3", "heldIn", "Lima") in lima
    assert ("edition:SACM/4", "heldIn", "Quito") in quito


def test_the_year_of_another_date_is_that_of_another_edition(lexicon: Lexicon) -> None:
    text = (
        "The Third South American Conference on Migration, held in May 2011, took up the plan that the ministers had "
        "agreed on 3 July 2009."
    )
    start = offered(lexicon, "startDate-day", text)[-1]
    assert ("edition:SACM/2009", "startDate", "2009-07-03") in {claim for claims in start.claims for claim in claims}


def test_a_list_offers_each_of_its_members(lexicon: Lexicon) -> None:
    states = [lesson for lesson in offered(lexicon, "hasParticipant-bodies") if len(lesson.claims[0]) == 3]
    assert {o for _, _, o in states[0].claims[0]} == {"BO", "CL", "PE"}


def test_features_say_what_is_known_of_a_subject(lexicon: Lexicon) -> None:
    quito = offered(lexicon, "held-place")[1].offer
    hows = [option.how for option in quito.candidate.options]
    before = quito.subjects[hows.index("before")]
    assert {"how=before", "subject=edition", "topic=0"} <= set(names(before))
    topic = quito.subjects[hows.index("topic")]
    assert {"how=topic", "topic=1", "numbered=11", "year differs"} <= set(names(topic))


def test_of_words_the_beginnings_count_whatever_the_language(lexicon: Lexicon) -> None:
    text = TEXT.replace("sent ministers", "organised workshops")
    words = {name for name in names(offered(lexicon, "hasParticipant-bodies", text)[0].offer.seen) if "word " in name}
    assert {"word 0>orga", "word >work"} <= words
    assert not any("organi" in name for name in words)


def weighted(lexicon: Lexicon, **relations: dict[str, float]) -> Lexicon:
    return replace(lexicon, attachment={name.replace("_", "-"): found for name, found in relations.items()})


def test_what_is_probable_is_read_without_a_rule(lexicon: Lexicon) -> None:
    claim = "edition:SACM/3 hasParticipant BO"
    text = TEXT.replace("sent ministers to the city", "were in high spirits")
    assert claim not in lines(replace(lexicon, attachment={}), text)
    assert claim in lines(
        weighted(lexicon, hasParticipant_bodies={"size=3": 3.0}, context={"chance": 1.0, THRESHOLD: 0.9}), text
    )


def test_what_is_improbable_is_refused_and_listed(lexicon: Lexicon) -> None:
    doubtful = weighted(lexicon, held_place={"bias": -3.0})
    reading = read(article(), doubtful)
    assert not any(c.predicate == "heldIn" for c in reading.claims)
    refused = [r.reason for r in reading.rejected if "heldIn Lima" in r.text]
    assert len(refused) == 1
    assert "unlikely (0.05)" in refused[0]


def test_a_rule_stands_against_a_small_doubt(lexicon: Lexicon) -> None:
    unsure = weighted(lexicon, held_place={"bias": -0.2}, subject={"how=before": 9.0})
    claims = [c for c in read(article(), unsure).claims if c.object == "Lima"]
    assert [round(c.confidence, 2) for c in claims] == [0.45]
    assert claims[0].evidence.rule == "en/held-place"  # type: ignore[union-attr]


def judged(lexicon: Lexicon, model: Attachment) -> tuple[float, str]:
    """What a model makes of the second city: its chance, and how its subject was come by."""
    lesson = offered(lexicon, "held-place")[1]
    chance, bid = model.judge([lesson.offer], lambda _, option: lesson.stated[option])[0]
    return chance, lesson.offer.candidate.options[bid.option].how


def test_the_best_subject_is_chosen(lexicon: Lexicon) -> None:
    sure = {"bias": 5.0}
    before = Attachment({"held-place": sure, SUBJECT: {"how=before": 2.0, "how=topic": -2.0}})
    topic = Attachment({"held-place": sure, SUBJECT: {"how=before": -2.0, "how=topic": 2.0}})
    chance, how = judged(lexicon, before)
    assert how == "before"
    assert chance == pytest.approx(0.993 * 0.881, abs=0.01)
    assert judged(lexicon, topic)[1] == "topic"


def test_the_article_may_change_what_a_sentence_says(lexicon: Lexicon) -> None:
    sentence = {"held-place": {"bias": 5.0}, SUBJECT: {"how=before": 2.0}}
    assert judged(lexicon, Attachment(sentence))[0] > 0.5
    unsupported = Attachment({**sentence, CONTEXT: {"chance": 1.0, "support": 1.0}})
    assert judged(lexicon, unsupported)[0] < 0.1
    assert "edition:SACM/4 heldIn Quito" in lines(weighted(lexicon, **sentence))
    assert "edition:SACM/4 heldIn Quito" not in lines(
        weighted(lexicon, **sentence, context={"held-place chance": -1.0})
    )


def test_relations_without_weights_are_left_to_the_rules(lexicon: Lexicon) -> None:
    assert lines(weighted(lexicon, hasTheme_quote={"bias": -9.0})) == lines(replace(lexicon, attachment={}))


def test_weights_that_are_no_numbers_are_refused() -> None:
    row = Row(line=2, cells={"relation": "held-place", "feature": "bias", "weight": "much"})
    table = Table(name="attachment", path="attachment.csv", columns=("relation", "feature", "weight"), rows=(row,))
    with pytest.raises(DataError, match="the weight 'much' is no number") as caught:
        parse({}, {}, table)
    assert "attachment.csv" in str(caught.value.at)


@pytest.mark.parametrize(("states", "hosts"), [("India and Nepal", {"IN", "NP"}), (_MANY, set())])
def test_a_long_list_is_no_list_of_hosts(lexicon: Lexicon, states: str, hosts: set[str]) -> None:
    text = f"The Third South American Conference on Migration, held in Lima, was hosted by {states}."
    sure = weighted(lexicon, hasHost_bodies={"bias": 5.0}, context={"chance": 1.0})
    assert {line.split()[-1] for line in lines(sure, text) if " hasHost " in line} == hosts
