from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.store.graphs import FACTS, editions

from migkg.errors import DataError, StoreError
from migkg.model import Quad, Term
from migkg.store import Store, build, generations, locks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def generations_in(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("generation-*"))


def content(root: Path) -> list[Quad]:
    with Store.open(root) as store:
        return sorted(store.quads())


def test_what_was_built_can_be_read(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {"articles": 2})
    with Store.open(tmp_path) as store:
        assert sorted(store.quads()) == sorted(editions(3))
        assert store.graphs() == [FACTS]
        assert store.manifest["quads"] == 6
        assert store.manifest["graphs"] == {"": 3, "https://w3id.org/migkg/graph/facts": 3}
        assert store.manifest["about"] == {"articles": 2}


def test_order_and_repetition_do_not_change_the_manifest(tmp_path: Path) -> None:
    build(tmp_path / "one", editions(5), {})
    build(tmp_path / "other", [*reversed(editions(5)), *editions(2)], {})
    manifests = [generations.current(tmp_path / name).manifest_file.read_bytes() for name in ("one", "other")]
    assert manifests[0] == manifests[1]


def test_another_graph_has_another_hash(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {})
    before = generations.current(tmp_path).manifest()["content"]
    build(tmp_path, editions(4), {})
    assert generations.current(tmp_path).manifest()["content"] != before


def test_a_rebuild_replaces_the_old_generation(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {})
    build(tmp_path, editions(2), {})
    assert content(tmp_path) == sorted(editions(2))
    assert len(generations_in(tmp_path)) == 1


def test_a_reader_keeps_its_graph_while_another_is_built(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {})
    with Store.open(tmp_path) as reader:
        build(tmp_path, editions(1), {})
        build(tmp_path, editions(2), {})
        assert sorted(reader.quads()) == sorted(editions(3))
        assert list(reader.query("SELECT ?e { ?e mf:ordinal 3 }").rows)
        assert len(generations_in(tmp_path)) == 2
    build(tmp_path, editions(2), {})
    assert len(generations_in(tmp_path)) == 1


def test_a_failing_build_leaves_the_old_graph(tmp_path: Path) -> None:
    build(tmp_path, editions(3), {})
    bad = (Term("<a:s>"), Term("<a:p>"), Term("nothing"), FACTS)
    with pytest.raises(DataError, match="nothing"):
        build(tmp_path, [*editions(1), bad], {})
    assert content(tmp_path) == sorted(editions(3))
    assert len(generations_in(tmp_path)) == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from migkg.store import build, generations
from migkg.model import Term
def quads():
    for n in range(20000):
        yield Term(f"<a:s{n}>"), Term("<a:p>"), Term("<a:o>"), Term("")
    if sys.argv[2] == "loading":
        os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "replacing":
    generations._replace = lambda path, text: os.kill(os.getpid(), signal.SIGKILL)
build(Path(sys.argv[1]), quads(), {})
"""


@pytest.mark.parametrize("moment", ["loading", "replacing"])
def test_a_killed_build_leaves_the_old_graph_and_is_swept_up(tmp_path: Path, moment: str) -> None:
    build(tmp_path, editions(3), {})
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), moment], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert len(generations_in(tmp_path)) == 2
    assert content(tmp_path) == sorted(editions(3))
    build(tmp_path, editions(2), {})
    assert content(tmp_path) == sorted(editions(2))
    assert len(generations_in(tmp_path)) == 1


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    def quads() -> Iterator[Quad]:
        yield from editions(1)
        build(tmp_path, editions(2), {})

    with pytest.raises(StoreError, match="being written by somebody else"):
        build(tmp_path, quads(), {})


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="--store DIR"):
        build(tmp_path / "file" / "store", editions(1), {})


def test_no_store_hints_at_build(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no store in .*; run 'migkg build'"):
        Store.open(tmp_path)


def test_another_format_is_named(tmp_path: Path) -> None:
    build(tmp_path, editions(1), {})
    file = generations.current(tmp_path).manifest_file
    file.write_text(json.dumps({**json.loads(file.read_text()), "format": 99}))
    with pytest.raises(StoreError, match="has format 99, and this version of migkg reads 1; run 'migkg build'"):
        Store.open(tmp_path)


@pytest.mark.parametrize("damage", ["manifest", "no manifest", "engine", "pointer", "other pointer", "directory"])
def test_damage_is_told_as_such(tmp_path: Path, damage: str) -> None:
    build(tmp_path, editions(1), {})
    generation = generations.current(tmp_path)
    match damage:
        case "manifest":
            generation.manifest_file.write_text("{")
        case "no manifest":
            generation.manifest_file.unlink()
        case "engine":
            (generation.database / "CURRENT").unlink()
        case "pointer":
            (tmp_path / "current").write_bytes(b"\xff")
        case "other pointer":
            (tmp_path / "current").write_text("../elsewhere")
        case _:
            (tmp_path / "current").write_text("generation-000099")
    with pytest.raises(StoreError, match="damaged; run 'migkg build'"):
        Store.open(tmp_path)


def test_a_damaged_store_can_be_built_anew(tmp_path: Path) -> None:
    build(tmp_path, editions(1), {})
    (tmp_path / "current").write_text("nonsense")
    build(tmp_path, editions(2), {})
    assert content(tmp_path) == sorted(editions(2))
    assert len(generations_in(tmp_path)) == 1


def test_a_lock_is_shared_by_readers_and_denied_to_a_writer(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.touch()
    readers = [locks.hold(file, shared=True), locks.hold(file, shared=True)]
    assert None not in readers
    assert locks.hold(file, shared=False) is None
    for descriptor in readers:
        assert descriptor is not None
        os.close(descriptor)
    with locks.held(file) as ours:
        assert ours
        assert locks.hold(file, shared=True) is None


def test_a_lock_on_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    assert locks.hold(tmp_path / "absent", shared=True) is None


def test_an_engine_that_cannot_write_is_a_store_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("migkg.store.digest.of_store", full)
    with pytest.raises(StoreError, match="No space left on device"):
        build(tmp_path, editions(1), {})
    assert generations_in(tmp_path) == []
