"""States and territories of ISO 3166-1 (with XK) and their names: CLDR, ISO 3166-1, and the hand-written tables."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

import pycountry
from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LANGUAGES = ("en", "fr", "es", "pt")
DEMONYM_LANGUAGES = ("en", "fr", "es")

Rows = list[tuple[str, ...]]
Seeds = dict[str, list[dict[str, str]]]
StateName = tuple[str, str, str, str]
"""iso2, lang, name, kind"""


def states(seeds: Seeds) -> tuple[Rows, Rows]:
    """Rows of states.csv and of states_codes.csv."""
    codes: Rows = [
        (row["iso2"], row["iso3"], row["m49"], row["un_member"], row["region"]) for row in seeds["state_codes"]
    ]
    kinds: dict[tuple[str, str, str], str] = {}
    for iso2, lang, name, kind in _all_names(seeds, [code[0] for code in codes]):
        kinds.setdefault((iso2, lang, name), kind)
    return [(*key, kind) for key, kind in kinds.items()], codes


def _all_names(seeds: Seeds, codes: list[str]) -> Iterator[StateName]:
    """Names in order of precedence: the first kind given to a name of a state in a language stays."""
    yield from _cldr(seeds, codes)
    for row in seeds["state_names"]:
        yield from ((row["iso2"], row["lang"], name, row["kind"]) for name in row["names"].split(";"))
    yield from _formal(codes)
    for lang in DEMONYM_LANGUAGES:
        for row in seeds[f"demonyms_{lang}"]:
            yield from ((row["iso2"], lang, name, "demonym") for name in row["names"].split(";"))


def _cldr(seeds: Seeds, codes: list[str]) -> Iterator[StateName]:
    """The label in each language, ours where CLDR's is not usual, and CLDR's name unless it is withheld."""
    labels = {(row["iso2"], row["lang"]): row["name"] for row in seeds["state_labels"]}
    withheld = {(row["iso2"], row["name"]) for row in seeds["state_withheld"]}
    for lang in LANGUAGES:
        territories = Locale(lang).territories
        for iso2 in codes:
            yield iso2, lang, labels.get((iso2, lang), territories[iso2]), "label"
            if (iso2, territories[iso2]) not in withheld:
                yield iso2, lang, territories[iso2], "variant"


def _formal(codes: list[str]) -> Iterator[StateName]:
    """The official names of ISO 3166-1, and their translations where the packages have them."""
    for lang in LANGUAGES:
        translate = _translator(lang)
        for iso2 in codes:
            entry = pycountry.countries.get(alpha_2=iso2)
            official = getattr(entry, "official_name", "")
            if official and (lang == "en" or translate(official) != official):
                yield iso2, lang, translate(official), "formal"


def _translator(lang: str) -> Callable[[str], str]:
    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[lang], fallback=True).gettext
