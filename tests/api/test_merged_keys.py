"""Keys that became others, wherever somebody gives one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migkg import api, names, query
from migkg.api.endpoint import RemoteGraph
from migkg.errors import UsageError
from migkg.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.query import Result

ONE, OTHER = names.thing("meeting", "TIDE/1"), names.thing("document", "declaration")


class There(RemoteGraph):
    """An endpoint that holds the graph of a store, asked without a network."""

    def __init__(self, path: Path) -> None:
        super().__init__("http://there.example/sparql")
        self._store = Store.open(path)

    def query(self, sparql: str) -> Result:
        return self._store.query(sparql)

    def close(self) -> None:
        self._store.close()


@pytest.fixture
def there(little_store: Path) -> Iterator[There]:
    graph = There(little_store)
    yield graph
    graph.close()


SPELLINGS = (
    "edition:TIDE/2001",
    "TIDE/2001",
    "meeting/TIDE/2001",
    "id:meeting/TIDE/2001",
    f"{names.ID}meeting/TIDE/2001",
)


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_parameter_follows_a_key_that_became_another(little_store: Path, there: There, text: str) -> None:
    asked = api.canned("participants")
    with api.open(little_store) as here:
        assert ONE in here.filled(asked, {"meeting": text})
        assert here.find("meeting", text.removeprefix("edition:")) == ONE
        assert list(here.run("participants", meeting=text).rows) == list(
            here.run("participants", meeting="TIDE/1").rows
        )
    assert ONE in there.filled(asked, {"meeting": text})


def test_a_key_that_became_several_things_is_refused_with_them(little_store: Path, there: There) -> None:
    asked = api.canned("evidence")
    with api.open(little_store) as here:
        for graph in (here, there):
            with pytest.raises(
                UsageError, match=r"became several things; name one of document/declaration-1, document/d"
            ):
                graph.filled(asked, {"subject": "document/declaration", "property": "heldIn"})
        with pytest.raises(UsageError, match="became several things"):
            here.why("document/declaration", "heldIn", "Port Lune")


def test_a_name_that_one_meeting_gave_up_is_still_that_of_another_document(graph_store: Path) -> None:
    with api.open(graph_store) as here:
        kept = here.find("document", "document/rome-declaration")
        assert kept == names.thing("document", "rome-declaration")
        assert list(here.store.triples(kept, query.REPLACED))
        assert here.why("edition:RABAT/4", "adopted", "document/rome-declaration").triple[2] == kept


def test_what_a_meeting_adopted_is_known_by_a_name_that_became_several(graph_store: Path) -> None:
    with api.open(graph_store) as here:
        found = here.why("edition:HLD/1", "adopted", "document/chair-s-summary")
    assert (found.triple[2], found.accepted) == (names.thing("document", "chair-s-summary-hld-1"), True)
