"""Which documents are one: by their meeting, kind and words, in whatever language."""

from __future__ import annotations

from typing import Any

import pytest
from tests.fuse.makers import SINGLE, row, said, settled

from migkg.fuse import Titles, fuse


def test_documents_of_one_meeting_with_the_same_words_are_one() -> None:
    names = ("Declaration of La Paz", "La Paz declaration", "Plan of Action")
    fusion = settled(*(said("edition:SACM/5", "adopted", name, at=n) for n, name in enumerate(names)))
    assert [f.object for f in fusion.facts] == ["document:Declaration of La Paz", "document:Plan of Action"]


def test_a_name_that_two_meetings_gave_is_two_documents() -> None:
    fusion = settled(said("edition:RCM/1", "adopted", "Declaration"), said("edition:RCM/2", "adopted", "declaration"))
    assert [f.object for f in fusion.facts] == ["document:Declaration (RCM/1)", "document:declaration (RCM/2)"]
    assert {m.old for m in fusion.merges} == {"document:Declaration", "document:declaration"}


TITLES = Titles(
    [
        ("declaration", "en", "declaration"),
        ("declaration", "es", "declaración"),
        ("declaration", "fr", "déclaration"),
        ("declaration", "pt", "declaração"),
        ("joint-declaration", "en", "joint declaration"),
        ("joint-declaration", "fr", "déclaration conjointe"),
        ("plan", "en", "plan of action"),
        ("plan", "en", "action plan"),
        ("plan", "es", "plan de acción"),
        ("plan", "fr", "plan d'action"),
        ("guidelines", "fr", "lignes directrices"),
    ],
    [
        ("Kathmandu", "Kathmandu"),
        ("Katmandú", "Kathmandu"),
        ("La Valette", "Valletta"),
        ("Valletta", "Valletta"),
        ("Lima", "Lima"),
        ("Quito", "Quito"),
    ],
)


def documents_of(*names: str, meetings: tuple[str, ...] = (), **more: Any) -> tuple[set[str], set[tuple[str, str]]]:
    """The documents that one meeting adopted under these names (or each its own), and the merges."""
    subjects = meetings or ("edition:SACM/10",) * len(names)
    claims = [
        row(subject, "adopted", name, by=f"E{n}") for n, (subject, name) in enumerate(zip(subjects, names, strict=True))
    ]
    fusion = fuse(claims, single_valued=SINGLE, titles=TITLES, **more)
    found = {fact.object for fact in fusion.facts if fact.predicate == "adopted"}
    return found, {(merge.old, merge.kept) for merge in fusion.merges if merge.reason == "same document"}


def test_one_document_in_three_languages_is_one() -> None:
    found, merges = documents_of("Declaración de La Paz", "Déclaration de La Paz", "La Paz Declaration")
    kept = "document:Declaración de La Paz"
    assert found == {kept}
    assert merges == {("document:Déclaration de La Paz", kept), ("document:La Paz Declaration", kept)}
    assert documents_of("Quito Plan of Action", "Plan d'action de Quito", "Quito Action Plan")[0] == {
        "document:Plan d'action de Quito"
    }


@pytest.mark.parametrize(
    "names",
    [
        ("Declaración de La Paz", "Plan de Acción de La Paz"),
        ("Declaration of Lima", "Declaration of Quito"),
        ("Declaration of Lima 2012", "Declaration of Lima 2013"),
        ("Plan of Action", "Declaration"),
    ],
)
def test_another_kind_place_or_year_is_another_document(names: tuple[str, str]) -> None:
    found, merges = documents_of(*names)
    assert (len(found), merges) == (2, set())


def translated(*names: tuple[str, str], **more: Any) -> dict[str, tuple[tuple[str, str], ...]]:
    """The documents that one meeting adopted, with their names, of names with their languages."""
    claims = [said("edition:SACM/10", "adopted", name, by=f"a{n}", lang=lang) for n, (lang, name) in enumerate(names)]
    fusion = fuse(claims, single_valued=SINGLE, titles=TITLES, **more)
    return {fact.object: fusion.names[fact.object] for fact in fusion.facts}


@pytest.mark.parametrize(
    "names",
    [
        (("en", "Kathmandu Declaration"), ("es", "Declaración de Katmandú")),
        (("en", "Joint Valletta Action Plan"), ("fr", "Plan d'action conjoint de La Valette")),
        (("en", "IX Joint Declaration"), ("fr", "IXe Déclaration conjointe")),
        (("en", "Progress Declaration"), ("es", "Declaración sobre los Progresos"), ("pt", "Declaração de Progresso")),
        (("en", "Declaration of principles"), ("fr", "Déclaration de principes et lignes directrices")),
    ],
)
def test_the_only_document_of_a_kind_in_each_language_is_one(names: tuple[tuple[str, str], ...]) -> None:
    (found,) = translated(*names).values()
    assert found == tuple(sorted(names))


@pytest.mark.parametrize(
    "names",
    [
        (("en", "Progress Declaration"), ("es", "Plan de Acción sobre los Progresos")),
        (("en", "Lima Declaration on Progress"), ("es", "Declaración de Quito sobre los Progresos")),
        (("en", "Progress Declaration 2012"), ("es", "Declaración sobre los Progresos de 2013")),
        (("en", "VIII Progress Declaration"), ("es", "IX Declaración sobre los Progresos")),
        (("en", "Progress Declaration"), ("en", "Declaration on work"), ("es", "Declaración sobre los Progresos")),
        (("en", "Progress Declaration"), ("en", "Declaration on work")),
        (("en", "The text"), ("es", "El texto")),
    ],
)
def test_what_may_be_another_document_stays_apart(names: tuple[tuple[str, str], ...]) -> None:
    assert len(translated(*names)) == len(names)


def test_people_part_translations() -> None:
    names = (("en", "Progress Declaration"), ("es", "Declaración sobre los Progresos"))
    pair = (f"document:{names[0][1]}", f"document:{names[1][1]}")
    assert len(translated(*names, distinct=[pair])) == 2


def test_a_document_keeps_its_names_the_best_of_each_language_first() -> None:
    names = [("es", "Declaración de Quito"), *[("en", "Quito Declaration")] * 2, ("en", "Declaration of Quito")]
    assert translated(*names) == {
        "document:Quito Declaration": (("en", "Quito Declaration"), ("en", "Declaration of Quito"), names[0])
    }


def test_documents_of_two_meetings_stay_two() -> None:
    found, _ = documents_of(
        "Declaración de La Paz", "La Paz Declaration", meetings=("edition:SACM/10", "edition:SACM/11")
    )
    assert len(found) == 2


def test_people_join_and_part_documents() -> None:
    names = ("Declaración de La Paz", "La Paz Declaration")
    pair = (f"document:{names[0]}", f"document:{names[1]}")
    assert len(documents_of(*names, distinct=[pair])[0]) == 2
    other = ("Declaración de La Paz", "Text of the hosts")
    assert len(documents_of(*other)[0]) == 2
    assert len(documents_of(*other, same=[(f"document:{other[0]}", f"document:{other[1]}")])[0]) == 1
