"""Contacts: one behind the text ends it, one above it is a field of the page; neither gives a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT = {
    "en": "The Third South American Conference on Migration took place in Lima on 3 May 2011. "
    + "The delegations spoke of work, of families and of papers, and much of what they said was said before. " * 2,
    "es": "La III Conferencia Sudamericana sobre Migraciones tuvo lugar en Lima el 3 de mayo de 2011. "
    + "Las delegaciones hablaron de trabajo, de familias y de documentos, y mucho de lo dicho ya se había dicho. " * 2,
}
_CONTACT = {
    "en": "Press contact:\nMaria Prado, Director of IOM Lima",
    "es": "Para más información, sírvase contactar a:\nMaría Prado, Directora de la OIM Lima",
}


@pytest.mark.parametrize("lang", sorted(_TEXT))
def test_a_contact_above_the_text_does_not_end_it(claims: Callable[..., set[str]], lang: str) -> None:
    found = claims(f"A page\n\n{_CONTACT[lang]}\n\n{_TEXT[lang]}", lang)
    assert "edition:SACM/3 heldIn Lima" in found
    assert not any("Prado" in claim for claim in found)


@pytest.mark.parametrize("lang", sorted(_TEXT))
def test_a_contact_behind_the_text_ends_it(claims: Callable[..., set[str]], lang: str) -> None:
    found = claims(f"{_TEXT[lang]}\n\n{_CONTACT[lang]}\n\n{_TEXT[lang].replace('Lima', 'Quito')}", lang)
    assert "edition:SACM/3 heldIn Lima" in found
    assert not any("Quito" in claim or "Prado" in claim for claim in found)
