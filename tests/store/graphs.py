"""Small graphs for the tests of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from migkg import names
from migkg.model import DEFAULT_GRAPH, Quad, Term

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

FACTS = names.graph("facts")
CITY = names.word("heldIn")
ORDINAL = names.word("ordinal")
LABEL = names.expand("rdfs:label")


def edition(number: int) -> Term:
    return names.thing("meeting", f"SACM/{number}")


def ordinal(number: int) -> Term:
    return names.literal(str(number), datatype="xsd:integer")


def editions(count: int) -> list[Quad]:
    """Editions with their number in the default graph, each with a city in the graph of facts."""
    quito = names.thing("city", "quito-ec")
    numbered: list[Quad] = [(edition(n), ORDINAL, ordinal(n), DEFAULT_GRAPH) for n in range(1, count + 1)]
    return numbered + [(edition(n), CITY, quito, FACTS) for n in range(1, count + 1)]


_LOCAL = st.text("abcXYZ019-_.~/:+%C3", max_size=8).filter(lambda s: "%" not in s.replace("%C3", ""))
_IRIS = st.builds(lambda folder, local: names.iri(f"{folder}x{local}"), st.sampled_from([names.ID, names.MF]), _LOCAL)
_TEXT = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), max_size=12)
_LITERALS = st.one_of(
    st.builds(names.literal, _TEXT),
    st.builds(lambda text, lang: names.literal(text, lang=lang), _TEXT, st.sampled_from(["en", "fr", "es-419"])),
    st.builds(lambda number: names.literal(str(number), datatype="xsd:integer"), st.integers(-(10**9), 10**9)),
    st.sampled_from(["true", "false"]).map(lambda text: names.literal(text, datatype="xsd:boolean")),
    st.integers(1, 9999).map(lambda year: names.literal(f"{year:04d}", datatype="xsd:gYear")),
)


def quads() -> SearchStrategy[list[Quad]]:
    """Lists of quads with IRIs and literals of every kind, in two graphs."""
    graphs = st.sampled_from([DEFAULT_GRAPH, FACTS])
    return st.lists(st.tuples(_IRIS, _IRIS, st.one_of(_IRIS, _LITERALS), graphs), max_size=8)
