"""What holds for every text: spans quote, reading is deterministic, nothing crashes it, contacts do not leak."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migkg.extract import read
from migkg.model import Article, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from migkg.lexicon import Lexicon
    from migkg.model import Reading

_PIECES = {
    "en": [
        "The Third South American Conference on Migration was held in Lima, Peru, from 3 to 5 May 2011.",
        "Delegates came from Chile, Peru, Uruguay and Brazil.",
        "The Minister of Labour of Peru, Juan Soto Vega, opened the Conference.",
        "IOM, which acts as Technical Secretariat, supported the meeting.",
        "It was organized with the support of UNHCR and hosted by Chile.",
    ],
    "fr": [
        "La troisième Conférence sud-américaine sur les migrations s'est tenue à Lima, au Pérou, du 3 au 5 mai 2011.",
        "La Conférence, organisée par le Chili, a réuni les pays participants (Chili, Pérou et Uruguay).",
        "Dans son discours d'ouverture, le ministre du Travail du Pérou Juan Soto Vega a salué les délégués.",
    ],
    "es": [
        "La Tercera Conferencia Suramericana sobre Migraciones se celebró en Lima, Perú, del 3 al 5 de mayo de 2011.",
        "La inauguró el ministro de Trabajo del Perú, Juan Soto Vega.",
        "Participaron delegaciones de Chile, Perú y Uruguay.",
    ],
}
_CONTACTS = {
    "en": "For more information, please contact:\nMaria Prado, Director of IOM Lima\nTel: +51 1 000 00 00\nE-mail: press@example.org",
    "fr": "Pour plus d'informations, veuillez contacter :\nMaria Prado, Directrice de l'OIM Lima\nTél : +51 1 000 00 00\npress@example.org",
    "es": "Para más información, sírvase contactar a:\nMaría Prado, Directora de la OIM Lima\nTel: +51 1 000 00 00\nprensa@example.org",
}
_CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
_SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=_CHECKS)
_lang = st.sampled_from(sorted(_PIECES))


def _article(text: str, lang: str) -> Article:
    return Article(id="a", lang=lang, text=text, sha256="")


@st.composite
def _mixed(draw: st.DrawFn) -> tuple[str, str]:
    """Sentences of a language with arbitrary text cut in."""
    lang = draw(_lang)
    parts = draw(st.lists(st.one_of(st.sampled_from(_PIECES[lang]), st.text(max_size=40)), max_size=8))
    return draw(st.sampled_from([" ", "\n", "\n\n", "; ", ""])).join(parts), lang


@_SETTINGS
@given(_mixed())
def test_spans_quote_the_text_and_reading_is_deterministic(lexicon: Lexicon, mixed: tuple[str, str]) -> None:
    text, lang = mixed
    first = read(_article(text, lang), lexicon)
    assert first == read(_article(text, lang), lexicon)
    for claim in first.claims:
        evidence = claim.evidence
        assert isinstance(evidence, Evidence)
        span = evidence.span
        assert text[span.start : span.end] == span.exact
        assert 0 < len(span.exact) <= 160
        assert text[: span.start].endswith(evidence.prefix)
        assert text[span.end :].startswith(evidence.suffix)
        assert max(len(evidence.prefix), len(evidence.suffix)) <= 60
        assert 0 <= claim.confidence <= 1
    for span, _, _ in first.mentions:
        assert text[span.start : span.end] == span.exact


@_SETTINGS
@given(st.text(max_size=400), _lang)
def test_no_text_crashes_it(lexicon: Lexicon, text: str, lang: str) -> None:
    assert read(_article(text, lang), lexicon).article.text == text


@_SETTINGS
@given(_lang, st.integers(min_value=45, max_value=120))
def test_rewrapping_changes_no_claim(lexicon: Lexicon, lang: str, width: int) -> None:
    plain = " ".join(_PIECES[lang])
    wrapped = "\n".join(textwrap.wrap(plain, width))
    keys = [
        {(c.subject, c.predicate, c.object) for c in read(_article(text, lang), lexicon).claims}
        for text in (plain, wrapped)
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("joint", ["\n", " "])
@pytest.mark.parametrize("lang", sorted(_CONTACTS))
def test_contacts_never_leak(reading: Callable[..., Reading], lang: str, joint: str) -> None:
    found = reading(joint.join([*_PIECES[lang], *_CONTACTS[lang].split("\n")]), lang)
    assert found.claims
    for claim in found.claims:
        evidence = claim.evidence
        assert isinstance(evidence, Evidence)
        written = " ".join([claim.subject, claim.object, evidence.prefix, evidence.span.exact, evidence.suffix])
        assert "Prado" not in written
        assert "@example" not in written
        assert "+51" not in written


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("lang", sorted(_PIECES))
def test_cut_and_upper_case_texts_are_read(lexicon: Lexicon, lang: str, cut: float) -> None:
    text = " ".join(_PIECES[lang])
    short = text[: int(len(text) * cut)]
    for variant in (short, short.upper(), short + short, short.replace(" ", "\n")):
        assert read(_article(variant, lang), lexicon).article.text == variant


def test_a_language_without_lexicon_is_refused_with_a_reason(reading: Callable[..., Reading]) -> None:
    found = reading("Texto", "qq")
    assert not found.claims
    assert "no lexicon for the language 'qq'" in found.rejected[0].reason
