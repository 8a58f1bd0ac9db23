"""Synthetic graphs of forums in the words of the ontology: any number of triples, always the same ones."""

from __future__ import annotations

import random
from itertools import islice
from typing import TYPE_CHECKING

from migkg.names import expand, literal, thing, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.model import Term, Triple

TYPE, LABEL, DERIVED = expand("rdf:type"), expand("rdfs:label"), expand("prov:wasDerivedFrom")
SUBJECT, PREDICATE, OBJECT = (expand(f"rdf:{part}") for part in ("subject", "predicate", "object"))
MEETINGS = [word(f"{kind}Meeting") for kind in ("Preparatory", "Ministerial", "Technical", "SeniorOfficials")]
STATES = [thing("state", chr(65 + n // 26) + chr(65 + n % 26)) for n in range(195)]
CITIES = [thing("city", f"city-{n}") for n in range(1000)]
ORGANISATIONS = [thing("org", f"ORG{n}") for n in range(60)]


def graph(size: int, seed: int = 7) -> list[Triple]:
    """At least `size` distinct triples (the last forum is cut off), by a seeded generator."""
    found: dict[Triple, None] = {}
    for triple in _triples(random.Random(seed)):  # noqa: S311 - a benchmark's data, not a secret
        found[triple] = None
        if len(found) >= size:
            break
    return list(found)


def _triples(chance: random.Random) -> Iterator[Triple]:
    yield from _places(chance)
    number = 0
    while True:
        yield from _forum(chance, number)
        number += 1


def _described(node: Term, cls: str, name: str) -> Iterator[Triple]:
    yield node, TYPE, word(cls)
    yield node, LABEL, literal(name, lang="en")


def _places(chance: random.Random) -> Iterator[Triple]:
    for number, state in enumerate(STATES):
        yield from _described(state, "State", f"State {number}")
    for number, city in enumerate(CITIES):
        yield from _described(city, "City", f"City {number}")
        yield city, word("inCountry"), chance.choice(STATES)
    for number, body in enumerate(ORGANISATIONS):
        yield from _described(body, "Organisation", f"Organisation {number}")
        if number % 4:
            yield body, word("partOf"), ORGANISATIONS[number // 4]


def _forum(chance: random.Random, number: int) -> Iterator[Triple]:
    forum = thing("forum", f"F{number}")
    yield from _described(forum, "Forum", f"Forum {number}")
    yield forum, word("hasSecretariat"), chance.choice(ORGANISATIONS)
    for state in chance.sample(STATES, 20):
        membership = thing("membership", f"F{number}/{state[-3:-1]}")
        yield membership, TYPE, word("Membership")
        yield membership, word("memberForum"), forum
        yield membership, word("memberState"), state
        yield membership, word("role"), word("MemberRole")
        yield forum, word("hasMember"), state
    officials = [thing("official", f"person-{number}-{n}") for n in range(40)]
    for rank, official in enumerate(officials):
        yield from _official(chance, official, f"{number}-{rank}")
    for ordinal in range(1, 16):
        yield from _edition(chance, forum, (number, ordinal), officials)


def _official(chance: random.Random, official: Term, key: str) -> Iterator[Triple]:
    tenure, post = thing("tenure", key), thing("post", f"post-{key}")
    yield from _described(official, "Official", f"Official {key}")
    yield official, word("hasTenure"), tenure
    yield tenure, word("tenureIn"), post
    yield post, word("postIn"), chance.choice(ORGANISATIONS + STATES)


def _edition(chance: random.Random, forum: Term, key: tuple[int, int], officials: list[Term]) -> Iterator[Triple]:
    number, ordinal = key
    edition = thing("meeting", f"F{number}/{ordinal}")
    facts: list[Triple] = [
        (edition, word("editionOf"), forum),
        (edition, word("ordinal"), literal(str(ordinal), datatype="xsd:integer")),
        (edition, word("heldIn"), chance.choice(CITIES)),
        (edition, word("hasHost"), chance.choice(STATES)),
        *((edition, word("hasParticipant"), state) for state in chance.sample(STATES, 12)),
        *((edition, word("hasSpeaker"), official) for official in chance.sample(officials, 4)),
    ]
    yield from _described(edition, "Conference", f"Edition {ordinal} of {number}")
    if ordinal > 1:
        yield thing("meeting", f"F{number}/{ordinal - 1}"), word("nextEdition"), edition
    yield from facts
    yield from _session(edition, officials[ordinal], f"F{number}/{ordinal}/opening")
    lesser = thing("meeting", f"F{number}/{ordinal}/lesser")
    yield lesser, TYPE, chance.choice(MEETINGS)
    yield lesser, word("meetingOf"), forum
    for position, fact in enumerate(islice(facts, 8)):
        yield from _claim(fact, f"{number}-{ordinal}-{position}", thing("article", f"a-{number}-{ordinal}"))


def _session(edition: Term, speaker: Term, key: str) -> Iterator[Triple]:
    session = thing("session", key)
    yield session, TYPE, word("Session")
    yield session, word("sessionOf"), edition
    yield session, word("hasSpeaker"), speaker


def _claim(fact: Triple, key: str, article: Term) -> Iterator[Triple]:
    claim = thing("claim", key)
    yield claim, TYPE, word("Claim")
    yield claim, SUBJECT, fact[0]
    yield claim, PREDICATE, fact[1]
    yield claim, OBJECT, fact[2]
    yield claim, word("status"), word("Accepted")
    yield claim, word("quote"), literal(f"sentence {key}", lang="en")
    yield claim, DERIVED, article
