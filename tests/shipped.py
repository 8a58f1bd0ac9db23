"""What is prepared for tests: made once, for whoever needs it, and not counted as tested."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import coverage
import pyoxigraph as ox
import pytest

from migkg import lexicon, pipeline, resources
from migkg.pipeline import change
from migkg.resources import home
from migkg.store import Store, locks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from migkg.lexicon import Lexicon
    from migkg.model import Table
    from migkg.pipeline import Knowledge
    from migkg.resources import LexiconSources

_parse, _know = lexicon.parse, pipeline.know
_LONGEST = 1500.0
"""Seconds that a process waits for what another one makes: no build takes as long, whatever else the machine does."""


@cache
def sources() -> LexiconSources:
    """The tables of names and the texts of the lexicons."""
    return resources.lexicon_sources()


@cache
def rules() -> Lexicon:
    """The lexicon without the attachment model: what is read is read by rules."""
    return _parse(sources().names, sources().languages, others=sources().others)


@cache
def whole() -> Lexicon:
    """The lexicon as articles are read with it."""
    return _parse(sources().names, sources().languages, resources.attachment_weights(), sources().others)


@cache
def knowledge() -> Knowledge:
    """All that is known before an article is read."""
    return _know()


def _is_shipped(folder: Path | None) -> bool:
    return folder is None and home.ENVIRONMENT not in os.environ


@contextmanager
def read_once() -> Iterator[None]:
    """Commands and functions that read what the project ships get what was read before: it is frozen, the same for all.

    To read it takes seconds, and a test of a command does so each time. Other folders are read as ever.
    """

    def parse(
        names: Mapping[str, Table],
        languages: Mapping[str, Mapping[str, str]],
        weights: Table | None = None,
        others: str = "",
    ) -> Lexicon:
        if names is not sources().names or languages is not sources().languages:
            return _parse(names, languages, weights, others)
        return rules() if weights is None else whole()

    def known(folder: Path | None = None) -> Knowledge:
        return knowledge() if _is_shipped(folder) else _know(folder)

    read = resources.lexicon_sources
    with pytest.MonkeyPatch.context() as patch:
        sources()
        patch.setattr(resources, "lexicon_sources", lambda f=None: sources() if _is_shipped(f) else read(f))
        patch.setattr(lexicon, "parse", parse)
        for module in (pipeline, change):
            patch.setattr(module, "know", known)
        yield


@contextmanager
def unmeasured() -> Iterator[None]:
    """What a block runs is not counted as covered, and is twice as fast.

    A process of pytest-xdist counts twice, as such and as a process that a measured one started: where the one stops,
    the other goes on, and pytest-cov's own mark, which stops the one, stops nothing.
    """
    stopped: list[coverage.Coverage] = []
    while (counting := coverage.Coverage.current()) is not None:
        counting.stop()
        stopped.append(counting)
    try:
        yield
    finally:
        for counting in reversed(stopped):
            counting.start()


def plainly() -> dict[str, str]:
    """The environment of a process whose lines are not counted."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def lines(store: Path) -> bytes:
    """The quads of a store as sorted lines, written by the engine alone: fifty megabytes of the shipped graph in a second."""
    with Store.open(store) as opened:
        written = opened._engine.store.dump(format=ox.RdfFormat.N_QUADS)
    assert written is not None
    return b"".join(sorted(written.splitlines(keepends=True)))


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder for all worker processes of a run: the first that needs it makes it, the others wait."""
    base = factory.getbasetemp()
    path = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    end = time.monotonic() + _LONGEST
    while not path.exists():
        with locks.held(path.with_suffix(".lock")) as mine:
            if mine and not path.exists():
                unfinished = factory.mktemp(name) / name
                with unmeasured():
                    make(unfinished)
                unfinished.rename(path)
        assert time.monotonic() < end, f"nobody makes {name}"
        if not mine:
            time.sleep(0.2)
    return path
