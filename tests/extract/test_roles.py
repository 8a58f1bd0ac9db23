"""Roles: the act nearest to a name and the preposition that leads it, in sentences of every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.makers import parts, reader

from migkg.extract.roles import ACTS, ACTS_OF_PERSONS, LEADS, Roles

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


def _roles(lexicon: Lexicon, lang: str, text: str) -> list[set[str]]:
    """What is seen of each state and body of a sentence, from left to right."""
    (prepared,) = parts(lexicon, lang, text)
    masked = prepared.masked
    bodies = [at for at, item in sorted(masked.items.items()) if item.kind in {"parties", "list", "demonym"}]
    roles = Roles(masked.text, reader(lexicon, lang).cues(masked).found, bodies)
    return [set(roles.of(at)) for at in bodies]


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("en", "The workshop was hosted last week by Ghana.", "act host< led_by"),
        ("en", "The Ghanaian government organised the workshop.", "act host> start"),
        ("en", "The workshop, which Ghana had convened, lasted a day.", "act host>0"),
        ("en", "The costs of the workshop were borne by Ghana.", "act help< led_by"),
        ("en", "The workshop took place in Ghana.", "lead led_in"),
        ("en", "In the chair was the delegation of Ghana.", "act preside<0"),
        ("fr", "L'atelier, convoqué par le Ghana, a duré un jour.", "act host< led_by"),
        ("fr", "L'atelier qu'accueillait le Ghana a duré un jour.", "act host<0"),
        ("fr", "Le Ghana a prêté main-forte aux organisateurs.", "act help>0"),
        ("fr", "Le Ghana prend la suite au sein du forum.", "act succeed>0"),
        ("es", "El taller, que acogió Ghana, duró un día.", "act host<0"),
        ("es", "El taller fue costeado por Ghana.", "act help< led_by"),
        ("es", "Ghana encabezará el foro.", "act preside>0"),
        ("pt", "A oficina foi sediada por Gana.", "act host< led_by"),
        ("pt", "A oficina contou com o apoio de Gana.", "act help< led_of"),
    ],
)
def test_active_and_passive_are_told_apart(lexicon: Lexicon, lang: str, text: str, seen: str) -> None:
    (roles,) = _roles(lexicon, lang, text)
    assert seen in roles


def test_each_name_has_the_act_of_its_own_clause(lexicon: Lexicon) -> None:
    host, helpers = _roles(lexicon, "en", "Malawi prepared the workshop; IOM and UNHCR assisted.")
    assert "act none<>host" in host
    assert "act none<>help" in helpers


def test_what_lies_between_a_name_and_its_act_is_seen(lexicon: Lexicon) -> None:
    first, second = _roles(lexicon, "en", "Malawi, at the wish of Zambia, presided.")
    assert "act preside>1 past," in first
    assert "act preside>0," in second
    assert "lead led_of" in second


def test_a_sentence_without_acts_has_none() -> None:
    assert set(Roles("x \ue005", {}, [2]).of(2)) == {"lead start", "act none<", "act none>", "act none<>none"}
    assert "lead item" in set(Roles("\ue002 \ue005", {}, [2]).of(2))


def test_every_act_has_words_in_every_language(lexicon: Lexicon) -> None:
    for language in lexicon.languages.values():
        assert all(any(language.classes.get(name) for name in names) for names in ACTS.values())
        assert all(language.classes[lead] for lead in LEADS)


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("en", "Mr Kofi Abban took the floor.", "act speak>0"),
        ("en", "The workshop was opened by Mr Kofi Abban.", "act open< led_by"),
        ("en", "Mr Kofi Abban told reporters that it was late.", "act say>0"),
        ("fr", "M. Kofi Abban a pris la parole.", "act speak>0"),
        ("fr", "L'atelier a été clôturé par M. Kofi Abban.", "act open< led_by"),
        ("es", "El Sr. Kofi Abban expuso los avances.", "act speak>0"),
        ("es", "Inauguró el taller el Sr. Kofi Abban.", "act open<0"),
        ("pt", "O Sr. Kofi Abban proferiu um discurso.", "act speak>0"),
    ],
)
def test_speaking_opening_and_being_quoted_are_told_apart(lexicon: Lexicon, lang: str, text: str, seen: str) -> None:
    (prepared,) = parts(lexicon, lang, text)
    masked = prepared.masked
    (person,) = (at for at, item in masked.items.items() if item.kind == "persons")
    roles = set(Roles(masked.text, reader(lexicon, lang).cues(masked).found, [person], ACTS_OF_PERSONS).of(person))
    assert seen in roles, sorted(roles)
