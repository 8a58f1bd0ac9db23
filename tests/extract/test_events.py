"""One-off meetings: how they are named, and what belongs to them rather than to a forum that the page names too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        (
            "es",
            "El “Foro de Alto Nivel sobre Migrantes en Tránsito” se celebró en Lima el 3 de mayo de 2017.",
            "event:forum-high-level-migrants-lima-2017 heldIn Lima",
        ),
        (
            "fr",
            "La « Conférence internationale sur les migrants en transit » s'est tenue à Tunis le 3 mai 2017.",
            "event:conference-international-migrants-tunis-2017 heldIn Tunis",
        ),
        (
            "en",
            'The "International Conference on Migrants in Transit" was held in Tunis on 3 May 2017.',
            "event:international-conference-migrants-tunis-2017 heldIn Tunis",
        ),
    ],
)
def test_quotation_marks_do_not_hide_the_name_of_a_meeting(
    claims: Callable[..., set[str]], lang: str, text: str, claim: str
) -> None:
    assert claim in claims(text, lang)


def test_what_stands_in_quotation_marks_behind_a_meeting_is_its_theme(claims: Callable[..., set[str]]) -> None:
    text = (
        "La XV Conferencia Sudamericana sobre Migraciones se celebró en Santiago bajo el lema "
        "“Conferencia de pueblos y migración segura”."
    )

    assert "edition:SACM/15 hasTheme Conferencia de pueblos y migración segura" in claims(text, "es")


_EVENT = "El Foro de Alto Nivel sobre Migrantes en Tránsito se celebró en Lima el 3 de mayo de 2017. "
_FILLING = "Hubo debate. Hubo café. Hubo música. Hubo prisa. Hubo paz. "
_ALSO = "Colaboró también la Conferencia Regional sobre Migración (CRM). "


@pytest.mark.parametrize(
    ("text", "forum"),
    [(_EVENT + _FILLING + _ALSO, False), (_EVENT + _ALSO + _FILLING, True)],
    ids=["named far below", "named at once"],
)
def test_a_forum_named_far_below_an_event_does_not_own_it(
    claims: Callable[..., set[str]], text: str, forum: bool
) -> None:
    found = claims(text + "La cuarta reunión ministerial se celebrará en Quito.", "es")

    assert "event:forum-high-level-migrants-lima-2017 heldIn Lima" in found
    assert ("edition:RCM/4 heldIn Quito" in found) is forum
