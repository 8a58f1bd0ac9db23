from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.store.graphs import edition, editions, ordinal, quads

from migkg import names
from migkg.errors import DataError, StoreError
from migkg.model import DEFAULT_GRAPH, Quad, Term
from migkg.store import Store, build, generations, update


@settings(max_examples=20, deadline=None)
@given(quads(), quads(), quads())
def test_an_update_gives_the_store_that_a_build_would(
    before: list[Quad], removed: list[Quad], added: list[Quad]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        changed, built = Path(folder, "changed"), Path(folder, "built")
        build(changed, before, {"n": 1})
        update(changed, removed=removed, added=added)
        build(built, (set(before) - set(removed)) | set(added), {"n": 1})
        with Store.open(changed) as one, Store.open(built) as other:
            assert sorted(one.quads()) == sorted(other.quads())
            assert one.manifest == other.manifest
            assert one.graphs() == other.graphs(), "a graph that lost its last quad is gone"


def test_an_update_that_changes_nothing_keeps_the_manifest(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {"a": 1})
    before = generations.current(tmp_path).manifest()
    update(tmp_path, removed=[(edition(9), names.word("year"), ordinal(1), DEFAULT_GRAPH)], added=editions(2))
    assert generations.current(tmp_path).manifest() == before


def test_an_update_may_bring_a_new_description(tmp_path: Path) -> None:
    build(tmp_path, editions(1), {"a": 1})
    update(tmp_path, added=editions(2), manifest={"a": 2})
    assert generations.current(tmp_path).manifest()["about"] == {"a": 2}


def test_a_reader_does_not_see_the_update(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {})
    with Store.open(tmp_path) as reader:
        update(tmp_path, removed=editions(3))
        assert sorted(reader.quads()) == sorted(editions(3))
    with Store.open(tmp_path) as reader:
        assert list(reader.quads()) == []


def test_a_failing_update_leaves_the_graph(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {})
    bad = (Term("<a:s>"), Term("<a:p>"), Term("nothing"), DEFAULT_GRAPH)
    with pytest.raises(DataError):
        update(tmp_path, removed=editions(1), added=[bad])
    with Store.open(tmp_path) as store:
        assert sorted(store.quads()) == sorted(editions(3))


def test_there_must_be_something_to_update(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        update(tmp_path / "none", added=editions(1))
    assert not (tmp_path / "none").exists()


def test_without_hard_links_the_tables_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("not on this file system")

    build(tmp_path, editions(3), {})
    monkeypatch.setattr(os, "link", refuse)
    update(tmp_path, added=editions(4))
    with Store.open(tmp_path) as store:
        assert sorted(store.quads()) == sorted(editions(4))


def test_a_copy_that_fails_is_a_store_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("No space left on device")

    build(tmp_path, editions(3), {})
    monkeypatch.setattr("shutil.copyfile", refuse)
    with pytest.raises(StoreError, match="No space left"):
        update(tmp_path, added=editions(4))
