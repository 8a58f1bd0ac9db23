"""Making a store: the whole graph at once, or a small change to it, each in one step that cannot be seen half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING

import pyoxigraph as ox

from migkg.errors import StoreError
from migkg.store import digest, generations, terms
from migkg.store.ledger import Entry, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from migkg.model import Quad
    from migkg.store.generations import Generation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """What becomes of the ledger: the ids that go and the entries that come, or with `anew` all entries there are."""

    removed: frozenset[str] = frozenset()
    added: tuple[Entry, ...] = ()
    anew: bool = False


def build(
    path: Path, quads: Iterable[Quad], manifest: Mapping[str, object], *, entries: Iterable[Entry] | None = None
) -> None:
    """Replace the store in `path` by these quads, with a ledger of the entries where they are given.

    `manifest` is kept under the key `about` beside the format, the counts and the content hash. Killed at any
    instant, the previous graph is intact; a second writer gets a StoreError, a bad quad is a DataError.
    """
    with generations.writing(path) as fresh:
        try:
            store = ox.Store(str(fresh.database))
            store.bulk_extend(terms.parse_lines(quads))
            store.optimize()
            store.flush()
            counted = digest.of_store(store)
            if entries is not None:
                _note(fresh, Entries(added=tuple(entries), anew=True))
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(path, error) from error
        fresh.write_manifest({**counted.manifest(), "about": dict(manifest)})
        del store


def update(
    path: Path,
    *,
    removed: Iterable[Quad] = (),
    added: Iterable[Quad] = (),
    manifest: Mapping[str, object] | None = None,
    entries: Entries | None = None,
) -> None:
    """Take quads out of the store in `path` and put others in, as one change.

    The current generation is copied by hard links (its files never change), changed, and made current.
    What is removed without being there, or added though it is there, changes nothing. Without `manifest` the
    old one stays; without `entries` the new generation has no ledger.
    """
    generations.current(path).manifest()  # no lock and no directory where there is nothing to update
    with generations.writing(path) as fresh:
        old = generations.current(path)
        known = old.manifest()
        try:
            _clone(old, fresh)
            store = ox.Store(str(fresh.database))
            counted = digest.Digest(known)
            _apply(store, counted, removed, added)
            store.flush()
            if entries is not None:
                _inherit(old, fresh, entries)
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(path, error) from error
        about = known.get("about", {}) if manifest is None else dict(manifest)
        fresh.write_manifest({**counted.manifest(), "about": about})
        del store


def _apply(store: ox.Store, counted: digest.Digest, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
    """Change the store and the digest; the engine's own form of a literal is what is counted.

    The engine keeps the name of a graph that has lost its last quad, as a build would not: it is taken out.
    """
    emptied: set[ox.NamedNode | ox.BlankNode] = set()
    changes = chain(zip(terms.parse_lines(removed), repeat(-1)), zip(terms.parse_lines(added), repeat(1)))
    for quad, times in changes:
        if (quad in store) == (times > 0):
            continue
        if times > 0:
            store.add(quad)
        counted.add(_as_stored(store, quad), times)
        if times < 0:
            store.remove(quad)
            if not isinstance(quad.graph_name, ox.DefaultGraph):
                emptied.add(quad.graph_name)
    for graph in emptied:
        if next(store.quads_for_pattern(None, None, None, graph), None) is None:
            store.remove_graph(graph)


def _as_stored(store: ox.Store, quad: ox.Quad) -> ox.Quad:
    return next(store.quads_for_pattern(quad.subject, quad.predicate, quad.object, quad.graph_name))


def _clone(old: Generation, fresh: Generation) -> None:
    """Copy the engine's files: tables, which are immutable, as hard links where the file system has them."""
    fresh.database.mkdir()
    for file in sorted(old.database.iterdir()):
        target = fresh.database / file.name
        if file.suffix != ".sst" or not _linked(file, target):
            shutil.copyfile(file, target)


def _linked(file: Path, target: Path) -> bool:
    try:
        os.link(file, target)
    except OSError:
        return False
    return True


def _inherit(old: Generation, fresh: Generation, entries: Entries) -> None:
    """The ledger of the old generation, changed, or a new one."""
    if not entries.anew:
        shutil.copyfile(old.ledger, fresh.ledger)
    _note(fresh, entries)


def _note(fresh: Generation, entries: Entries) -> None:
    ledger = Ledger.create(fresh.ledger)
    try:
        ledger.change(entries.removed, entries.added)
    finally:
        ledger.close()


def _unwritable(path: Path, error: Exception) -> StoreError:
    return StoreError(f"the store in {path} could not be written: {error}", hint="see to the disk, then run it again")
