"""The ledger beside a graph: entries by their terms, in memory, in a file, and through the generations of a store."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from migkg import store
from migkg.errors import StoreError
from migkg.store import Entries, Entry, Ledger
from migkg.store import ledger as module

if TYPE_CHECKING:
    from pathlib import Path

    from migkg.model import Quad

ONE = Entry(id="one", value="1", terms=frozenset({"unit SACM", "city quito"}))
TWO = Entry(id="two", value="2", terms=frozenset({"unit SACM"}))
NONE = Entry(id="none", value="0", terms=frozenset())
QUAD: Quad = ("<https://example.org/s>", "<https://example.org/p>", '"o"', "")  # type: ignore[assignment]


def filled() -> Ledger:
    ledger = Ledger()
    ledger.change((), [ONE, TWO, NONE])
    return ledger


def test_entries_are_found_by_any_of_their_terms() -> None:
    ledger = filled()
    assert ledger.find(["unit SACM"]) == {"one", "two"}
    assert ledger.find(["city quito", "city lima"]) == {"one"}
    assert ledger.find([]) == set()
    assert ledger.values(["two", "three", "none"]) == {"two": "2", "none": "0"}


def test_more_terms_than_one_statement_takes() -> None:
    ledger = Ledger()
    many = [Entry(id=str(n), value="", terms=frozenset({f"term {n}"})) for n in range(1203)]
    ledger.change((), many)
    assert ledger.find(f"term {n}" for n in range(1203)) == {entry.id for entry in many}
    ledger.change([entry.id for entry in many[1:]], ())
    assert ledger.entries().keys() == {"0"}


def test_an_entry_takes_the_place_of_one_with_its_id() -> None:
    ledger = filled()
    ledger.change(["two", "unknown"], [Entry(id="one", value="new", terms=frozenset({"unit RCM"}))])
    assert ledger.find(["unit SACM", "city quito"]) == set()
    assert ledger.find(["unit RCM"]) == {"one"}
    fresh = Ledger()
    fresh.change((), [NONE, Entry(id="one", value="new", terms=frozenset({"unit RCM"}))])
    assert ledger.entries() == fresh.entries()


def ids(path: Path) -> set[str] | None:
    with store.Store.open(path) as opened, opened.ledger() as ledger:
        return None if ledger is None else set(ledger.entries())


def test_a_store_has_the_ledger_it_was_built_with(tmp_path: Path) -> None:
    store.build(tmp_path, [QUAD], {}, entries=[ONE])
    assert ids(tmp_path) == {"one"}
    store.update(tmp_path, removed=[QUAD], entries=Entries(added=(TWO,)))
    assert ids(tmp_path) == {"one", "two"}
    store.update(tmp_path, added=[QUAD], entries=Entries(added=(NONE,), anew=True))
    assert ids(tmp_path) == {"none"}


def test_whoever_changes_a_store_without_its_ledger_leaves_none(tmp_path: Path) -> None:
    store.build(tmp_path, [QUAD], {}, entries=[ONE])
    store.update(tmp_path, removed=[QUAD])
    assert ids(tmp_path) is None
    store.build(tmp_path, [QUAD], {})
    assert ids(tmp_path) is None


def test_a_reader_keeps_the_ledger_of_its_generation(tmp_path: Path) -> None:
    store.build(tmp_path, [QUAD], {}, entries=[ONE])
    with store.Store.open(tmp_path) as opened:
        store.update(tmp_path, removed=[QUAD], entries=Entries(removed=frozenset({"one"})))
        with opened.ledger() as ledger:
            assert ledger is not None
            assert ledger.find(["city quito"]) == {"one"}
    assert ids(tmp_path) == set()


def test_a_ledger_that_cannot_be_written_leaves_the_graph_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(tmp_path, [QUAD], {}, entries=[ONE])

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr(module.Ledger, "change", refuse)
    with pytest.raises(StoreError, match="disk is full"):
        store.update(tmp_path, removed=[QUAD], entries=Entries(added=(TWO,)))
    monkeypatch.undo()
    assert ids(tmp_path) == {"one"}
