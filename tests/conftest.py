"""What every test may use."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests import shipped

settings.register_profile("steady", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")  # how long an example takes is told by the machine, and fails no law

Serving = Callable[..., AbstractContextManager[str]]

TOP = Path(__file__).resolve().parent.parent
SHARED = TOP.parent / "shared"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Run the tests that are marked so without counting lines."""
    if item.get_closest_marker("unmeasured") is None:
        return (yield)
    with shipped.unmeasured():
        return (yield)


@pytest.fixture(scope="session")
def top() -> Path:
    """The folder of the project."""
    return TOP


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """What the project ships is read once in a process."""
    with shipped.read_once():
        yield


@pytest.fixture(scope="session")
def graph_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the shipped data, built once for all tests; they only read it."""
    from migkg import pipeline

    return shipped.made_once(tmp_path_factory, "graph", lambda path: pipeline.build(path, []))


@pytest.fixture(scope="session")
def little_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of a few invented things with the real ontology: quick to publish, hostile where strangers write."""
    from migkg import names, resources, store
    from migkg.model import DEFAULT_GRAPH

    text = (TOP / "tests" / "little_graph.trig").read_text(encoding="utf-8")
    quads = set(store.parse_quads(text, format="trig"))
    for name, turtle in resources.ontology_files():
        quads |= {(*triple, names.graph("ontology")) for triple in store.parse(turtle, path=name)}
    quads |= {(s, p, o, DEFAULT_GRAPH) for s, p, o, graph in quads if graph != names.graph("findings")}
    path = tmp_path_factory.mktemp("little") / "graph"
    store.build(path, sorted(quads), {"counts": {"claims": 3, "facts": 20}})
    return path


@contextmanager
def _serving(path: Path, *options: str) -> Iterator[str]:
    """`migkg serve` of a store in a process of its own on a free port; the address of its root, with a slash."""
    command = [sys.executable, "-u", "-m", "migkg", "serve", "--store", str(path), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        first = server.stderr.readline()
        try:
            assert "http://" in first, first
            yield first.split()[-1]
        finally:
            server.terminate()
            server.stderr.read()


@pytest.fixture(scope="session")
def serving() -> Serving:
    """What starts a server of a store, with further options of `migkg serve`, and ends it."""
    return _serving
