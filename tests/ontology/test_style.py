"""The ontology keeps its own style; each shape of style speaks on the fault that is made for it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from migkg.names import PREFIXES, expand
from migkg.validate import ENGINES, validate
from migkg.validate.ntriples import parse
from migkg.validate.shapes import local_name

if TYPE_CHECKING:
    from migkg.model import Triple

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"
SEEDS: dict[str, dict[str, str]] = tomllib.loads((HERE / "seeds.toml").read_text(encoding="utf-8"))
GROUPS = 2


def triples(*paths: Path, change: str = "") -> list[Triple]:
    graph = Graph()
    for path in paths:
        graph.parse(path)
    if change:
        graph.update("".join(f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items()) + change)
    return parse(graph.serialize(format="nt", encoding="utf-8").decode())


SHAPES = triples(ONTOLOGY / "shapes" / "ontology.ttl")


def test_the_ontology_keeps_its_style() -> None:
    assert validate(triples(*sorted(ONTOLOGY.glob("*.ttl"))), SHAPES) == []


def test_every_shape_has_its_fault() -> None:
    assert sorted(SEEDS) == sorted({local_name(s) for s, p, _ in SHAPES if p == expand("sh:message")})


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_good_style_has_no_findings(engine: str) -> None:
    assert validate(triples(HERE / "style.ttl"), SHAPES, engine=engine) == []


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_the_fault_is_found_where_it_was_made(name: str) -> None:
    found = validate(triples(HERE / "style.ttl", change=SEEDS[name]["change"]), SHAPES)
    assert f"<{SEEDS[name]['focus']}>" in {finding.focus for finding in found if finding.check == name}


@pytest.mark.parametrize("group", range(GROUPS))
def test_the_engines_find_the_same(group: int) -> None:
    names = sorted(SEEDS)[group::GROUPS]
    data = triples(HERE / "style.ttl", change=" ;\n".join(SEEDS[name]["change"] for name in names))
    fast, slow = (validate(data, SHAPES, engine=engine) for engine in ("shifty", "pyshacl"))
    assert fast == slow
    assert {finding.check for finding in fast} >= set(names)
