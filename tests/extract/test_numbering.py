"""One numbered meeting in the many wordings of the press: its number, place and days, and no other meeting."""

from __future__ import annotations

import pytest
from tests import shipped

from migkg import extract
from migkg.model import Article

KEY = "edition:SACM/10"
TOLD = {("ordinal", "10"), ("heldIn", "Cochabamba")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The “Tenth South American Conference on Migration” was held in Cochabamba on 25 and 26 October 2010."),
        ("en", "The 10th SACM took place in Cochabamba, Bolivia, from 25 to 26 October 2010."),
        (
            "en",
            "Cochabamba hosted the tenth edition of the South American Conference on Migration on 25-26 October 2010.",
        ),
        (
            "en",
            "COCHABAMBA, 26 October 2010 (IOM) - The Tenth South American Conference on Migration (SACM) closed today in Cochabamba.",
        ),
        (
            "en",
            "The South American Conference on Migration, whose tenth edition was held in Cochabamba on 25 and 26 October 2010, adopted a declaration.",
        ),
        (
            "en",
            "The South American Conference on Migration (SACM) held its 10th meeting in Cochabamba on 25–26 October 2010.",
        ),
        (
            "en",
            "The South American Conference on Migration met for the tenth time, in Cochabamba, on 25 and 26 October 2010.",
        ),
        (
            "en",
            "For the tenth time the South American Conference on Migration met in Cochabamba, on 25 and 26 October 2010.",
        ),
        (
            "en",
            "At the tenth plenary of the South American Conference on Migration, in Cochabamba on 25 and 26 October 2010, ministers talked.",
        ),
        (
            "en",
            "Ministers gathered in Cochabamba on 25 and 26 October 2010 for the X South American Conference on Migration.",
        ),
        ("en", "X SOUTH AMERICAN CONFERENCE ON MIGRATION (Cochabamba, 25-26 October 2010)"),
        (
            "en",
            "The conference, the tenth of the South American Conference on Migration, was held in Cochabamba on 25 October 2010.",
        ),
        (
            "en",
            "This was the tenth South American Conference on Migration; it was held in Cochabamba on 25 and 26 October 2010.",
        ),
        (
            "en",
            "The South American Conference on Migration celebrated its tenth edition in Cochabamba on October 25 and 26, 2010.",
        ),
        (
            "en",
            "Delegates to the tenth annual South American Conference on Migration arrived in Cochabamba; it opens on 25 October 2010.",
        ),
        (
            "en",
            "Bolivia is hosting the South American Conference on Migration (SACM-10) in Cochabamba on 25 and 26 October 2010.",
        ),
        (
            "en",
            "The tenth meeting of Heads of Delegation of the South American Conference on Migration took place in Cochabamba on 25 October 2010.",
        ),
        (
            "en",
            "The South American Conference on Migration (tenth edition) took place in Cochabamba on 25 and 26 October 2010.",
        ),
        ("en", "South American Conference on Migration: tenth edition opens in Cochabamba on 25 October 2010."),
        (
            "en",
            "From 25 to 26 October 2010 the city of Cochabamba was the venue of the 10th South American Migration Conference.",
        ),
        (
            "en",
            "The Bolivian government welcomed delegations to Cochabamba for the Xth South American Conference on Migration, 25-26 October 2010.",
        ),
        (
            "en",
            "The 2010 South American Conference on Migration, the tenth, was held in Cochabamba on 25 and 26 October.",
        ),
        (
            "en",
            "The South American Conference on Migration's tenth gathering was held in Cochabamba on 25 and 26 October 2010.",
        ),
        (
            "fr",
            "La « dixième Conférence sud-américaine sur les migrations » s'est tenue à Cochabamba les 25 et 26 octobre 2010.",
        ),
        ("fr", "La 10e CSM a eu lieu à Cochabamba, en Bolivie, du 25 au 26 octobre 2010."),
        (
            "fr",
            "Cochabamba a accueilli la dixième édition de la Conférence sud-américaine sur les migrations les 25 et 26 octobre 2010.",
        ),
        (
            "fr",
            "COCHABAMBA, 26 octobre 2010 (OIM) - La dixième Conférence sud-américaine sur les migrations (CSM) s'est achevée aujourd'hui à Cochabamba.",
        ),
        (
            "fr",
            "La Conférence sud-américaine sur les migrations, dont la dixième édition s'est tenue à Cochabamba les 25 et 26 octobre 2010, a adopté une déclaration.",
        ),
        (
            "fr",
            "La Conférence sud-américaine sur les migrations (CSM) a tenu sa 10ème réunion à Cochabamba les 25 et 26 octobre 2010.",
        ),
        (
            "fr",
            "La Conférence sud-américaine sur les migrations s'est réunie pour la dixième fois, à Cochabamba, les 25 et 26 octobre 2010.",
        ),
        (
            "fr",
            "Pour la dixième fois, la Conférence sud-américaine sur les migrations s'est réunie à Cochabamba, les 25 et 26 octobre 2010.",
        ),
        (
            "fr",
            "Les ministres se sont retrouvés à Cochabamba les 25 et 26 octobre 2010 pour la Xe Conférence sud-américaine sur les migrations.",
        ),
        ("fr", "Xème CONFÉRENCE SUD-AMÉRICAINE SUR LES MIGRATIONS (Cochabamba, 25-26 octobre 2010)"),
        (
            "fr",
            "C'était la dixième Conférence sud-américaine sur les migrations ; elle s'est tenue à Cochabamba les 25 et 26 octobre 2010.",
        ),
        (
            "fr",
            "La Bolivie accueille la Conférence sud-américaine sur les migrations, dixième du nom, à Cochabamba les 25 et 26 octobre 2010.",
        ),
        (
            "fr",
            "La Conférence sud-américaine sur les migrations (10e édition) s'est déroulée à Cochabamba les 25 et 26 octobre 2010.",
        ),
        (
            "fr",
            "Conférence sud-américaine sur les migrations : la dixième édition s'ouvre à Cochabamba le 25 octobre 2010.",
        ),
        (
            "fr",
            "Du 25 au 26 octobre 2010, la ville de Cochabamba a abrité la 10e Conférence sud-américaine sur la migration.",
        ),
        (
            "fr",
            "Les travaux de la dixième session de la Conférence sud-américaine sur les migrations ont débuté à Cochabamba le 25 octobre 2010.",
        ),
        (
            "fr",
            "La dixième rencontre de la Conférence sud-américaine sur les migrations a eu lieu à Cochabamba le 25 octobre 2010.",
        ),
        (
            "fr",
            "L'édition 2010 de la Conférence sud-américaine sur les migrations, la dixième, s'est tenue à Cochabamba les 25 et 26 octobre.",
        ),
        (
            "es",
            "La «Décima Conferencia Sudamericana sobre Migraciones» se celebró en Cochabamba los días 25 y 26 de octubre de 2010.",
        ),
        ("es", "La X CSM tuvo lugar en Cochabamba, Bolivia, del 25 al 26 de octubre de 2010."),
        (
            "es",
            "Cochabamba fue sede de la décima edición de la Conferencia Sudamericana sobre Migraciones el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "COCHABAMBA, 26 de octubre de 2010 (OIM) - La Décima Conferencia Sudamericana sobre Migraciones (CSM) concluyó hoy en Cochabamba.",
        ),
        (
            "es",
            "La Conferencia Sudamericana sobre Migraciones, cuya décima edición se celebró en Cochabamba el 25 y 26 de octubre de 2010, adoptó una declaración.",
        ),
        (
            "es",
            "La Conferencia Sudamericana sobre Migraciones (CSM) celebró su 10ª reunión en Cochabamba el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "La Conferencia Sudamericana sobre Migraciones se reunió por décima vez, en Cochabamba, el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "Por décima vez se reunió la Conferencia Sudamericana sobre Migraciones en Cochabamba, el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "Los ministros se dieron cita en Cochabamba el 25 y 26 de octubre de 2010 en la X Conferencia Sudamericana sobre Migraciones.",
        ),
        ("es", "X CONFERENCIA SUDAMERICANA SOBRE MIGRACIONES (Cochabamba, 25-26 de octubre de 2010)"),
        (
            "es",
            "Fue la décima Conferencia Sudamericana sobre Migraciones; se realizó en Cochabamba el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "Bolivia acoge la Conferencia Sudamericana sobre Migraciones, en su décima edición, en Cochabamba, el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "La Conferencia Sudamericana sobre Migraciones (10.ª edición) se desarrolló en Cochabamba el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "Conferencia Sudamericana sobre Migraciones: la décima edición se inaugura en Cochabamba el 25 de octubre de 2010.",
        ),
        (
            "es",
            "Del 25 al 26 de octubre de 2010 la ciudad de Cochabamba albergó la 10a Conferencia Sudamericana de Migraciones.",
        ),
        (
            "es",
            "La 10 Conferencia Sudamericana sobre Migraciones se llevó a cabo en Cochabamba el 25 y 26 de octubre de 2010.",
        ),
        (
            "es",
            "El décimo encuentro de la Conferencia Sudamericana sobre Migraciones tuvo lugar en Cochabamba el 25 de octubre de 2010.",
        ),
        (
            "es",
            "La edición 2010 de la Conferencia Sudamericana sobre Migraciones, la décima, se celebró en Cochabamba el 25 y 26 de octubre.",
        ),
    ],
)
def test_a_numbered_meeting_is_read_in_each_wording(lang: str, text: str) -> None:
    claims = extract.read(Article(id="a", text=text, lang=lang, sha256=""), shipped.whole()).claims
    meetings = {c.subject for c in claims if c.subject.startswith(("edition:", "meeting:", "event:"))}
    assert meetings == {KEY}
    said = {(c.predicate, c.object) for c in claims if c.subject == KEY}
    assert said >= TOLD
    assert {("startDate", "2010-10-25"), ("endDate", "2010-10-26")} & said
    assert ("startDate", "2010-10-26") not in said
