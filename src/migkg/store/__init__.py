"""The graph on disk: built in one step, opened for reading, queried, exported. The only importer of the engine.

What most queries do not need (writing, other syntaxes, graphs in memory, processes for queries) is loaded when it is
first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.store.store import Store

if TYPE_CHECKING:
    from migkg.store.ledger import Entry, Ledger
    from migkg.store.memory import Memory
    from migkg.store.syntax import FORMATS, parse, parse_quads
    from migkg.store.worker import Allowance
    from migkg.store.writing import Entries, build, update

__all__ = [
    "FORMATS",
    "Allowance",
    "Entries",
    "Entry",
    "Ledger",
    "Memory",
    "Store",
    "build",
    "parse",
    "parse_quads",
    "update",
]

_LATER = {
    "Allowance": "worker",
    "Entries": "writing",
    "Entry": "ledger",
    "FORMATS": "syntax",
    "Ledger": "ledger",
    "Memory": "memory",
    "build": "writing",
    "parse": "syntax",
    "parse_quads": "syntax",
    "update": "writing",
}
"""Name -> module of this package."""


def __getattr__(name: str) -> object:
    """A name of `_LATER`, from its module."""
    from importlib import import_module

    if name not in _LATER:
        raise AttributeError(f"module 'migkg.store' has no attribute '{name}'")
    return getattr(import_module(f"migkg.store.{_LATER[name]}"), name)
