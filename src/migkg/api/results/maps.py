"""Answers on a map: GeoJSON (RFC 7946), a feature for each row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from migkg import names
from migkg.api.results import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.api.results import Plain
    from migkg.api.results.view import Place, View
    from migkg.query import Result, Solution


def geojson(result: Result, view: View) -> Iterator[str]:
    """A feature collection; a row lies at its first cell that has a place, and has no geometry where none has one."""
    yield '{"type": "FeatureCollection", "features": ['
    between = "\n"
    for row in result.rows:
        yield between + json.dumps(_feature(result, row, view), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _feature(result: Result, row: Solution, view: View) -> dict[str, Any]:
    found: Place | None = next((at for term in row if term and (at := view.place(term))), None)
    properties: dict[str, Plain] = {}
    for name, term in zip(result.variables, row, strict=True):
        if term is None:
            continue
        properties[name] = as_json(term) if term.startswith('"') else view.label(term)
        if term.startswith("<"):
            properties[f"{name}_iri"] = names.text_of(term)
    geometry = {"type": "Point", "coordinates": [found.east, found.north]} if found else None
    return {"type": "Feature", "geometry": geometry, "properties": properties}
