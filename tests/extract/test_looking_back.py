"""Meetings that a text looks back to, meetings of another kind, and meetings named by their number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.model import Reading

_RABAT = "La sixième Conférence ministérielle du Processus de Rabat s'est ouverte lundi à Cadix."


def _subjects(reading: Reading, predicate: str, value: str) -> set[str]:
    return {c.subject for c in reading.claims if (c.predicate, c.object) == (predicate, value)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ghana hosts the Rabat Process in Accra. Since the second conference much has changed, officials said."),
        ("fr", "Accra accueille le Processus de Rabat. Depuis la deuxième conférence, bien des choses ont changé."),
        ("es", "Accra acoge el Proceso de Rabat. Desde la segunda conferencia han cambiado muchas cosas."),
    ],
)
def test_a_meeting_looked_back_to_is_not_the_one_told(reading: Callable[..., Reading], lang: str, text: str) -> None:
    assert "edition:RABAT/2" not in _subjects(reading(text, lang), "heldIn", "Accra")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", f"{_RABAT} À l'ouverture de la douzième conférence diplomatique, le ministre avait salué la diaspora."),
        ("fr", f"{_RABAT} Mardi 2 septembre : événement inaugural, puis déjeuner."),
        (
            "es",
            "La sexta Conferencia del Proceso de Rabat se abrió en Cádiz. La tercera cumbre económica será en Lima.",
        ),
        ("en", "The sixth Conference of the Rabat Process opened in Cadiz. The third economic summit will be in Lima."),
    ],
)
def test_a_meeting_of_another_kind_is_none_of_the_forum(reading: Callable[..., Reading], lang: str, text: str) -> None:
    subjects = {c.subject for c in reading(text, lang).claims}
    assert not {"edition:RABAT/12", "edition:RABAT/1", "edition:RABAT/3"} & subjects
    assert not _subjects(reading(text, lang), "heldIn", "Lima")


def test_a_coming_meeting_named_by_its_number_does_not_become_what_the_text_is_about(
    reading: Callable[..., Reading],
) -> None:
    text = (
        "La III reunión del Proceso de Quito empieza el lunes en Quito. No habrá otra igual: a la IV le corresponde "
        "Argentina. José Pardo, canciller de Ecuador, abrirá el encuentro."
    )
    assert "edition:QUITO/4" not in _subjects(reading(text, "es"), "hasSpeaker", "person:José Pardo")


def test_this_lesser_meeting_is_what_the_text_goes_on_about(reading: Callable[..., Reading]) -> None:
    text = (
        "La XVIe Conférence sud-américaine sur les migrations aura lieu à Asunción. Étaient présents à cette XIe "
        "réunion intersessions de la CSM des délégués d'Argentine, du Brésil et du Chili. La réunion était présidée "
        "par le Pérou."
    )
    found = reading(text, "fr")
    assert _subjects(found, "hasParticipant", "BR") == {"meeting:SACM/intersessional/11"}
    assert _subjects(found, "hasChair", "PE") == {"meeting:SACM/intersessional/11"}


def test_a_summit_of_two_unions_keeps_what_is_said_of_it(reading: Callable[..., Reading]) -> None:
    text = (
        "Bruselas acogió los días 16 y 17 de julio la segunda cumbre de ministros entre la Unión Africana y la Unión "
        "Europea. Los dos organismos celebraron su segunda cumbre en calma. Se habló del Proceso de Quito."
    )
    found = reading(text, "es")
    assert "edition:QUITO/2" not in {c.subject for c in found.claims}
    assert not _subjects(found, "heldIn", "Brussels")
