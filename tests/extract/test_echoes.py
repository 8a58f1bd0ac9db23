"""What is said twice in an article, and what else is said of the same object."""

from __future__ import annotations

from migkg.extract.context import VALUES, Bid, Stated, contexts


def _bid(offer: int, predicate: str, value: str, chance: float) -> Bid:
    subject = "edition:SACM/2"
    stated = Stated(subject, ((subject, predicate, value),))
    return Bid(offer, 0, f"{predicate}-persons", (offer, 0), stated, chance, 1.0, is_only=True, is_best=True)


def _seen(bids: list[Bid], name: str) -> list[float]:
    return [values[VALUES.index(name)] for values in contexts(bids)]


def test_a_claim_made_twice_is_an_echo() -> None:
    twice = [_bid(n, "hasSpeaker", "person:Ana Lopes", chance) for n, chance in enumerate((0.5, 0.9))]
    other = _bid(2, "hasSpeaker", "person:Ivo Neto", 0.9)

    echoes = _seen([*twice, other], "echo")

    assert echoes[0] > echoes[1] > echoes[2]


def test_another_predicate_of_the_same_object_is_seen() -> None:
    spoke, came = _bid(0, "hasSpeaker", "person:Ana Lopes", 0.5), _bid(1, "hasAttendee", "person:Ana Lopes", 0.8)
    alone = _bid(2, "hasSpeaker", "person:Ivo Neto", 0.5)

    otherwise = _seen([spoke, came, alone], "object otherwise")

    assert otherwise[0] > otherwise[1] > otherwise[2]
