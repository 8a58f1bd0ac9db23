"""The graph on disk: built in one step, opened for reading, queried, exported. The only importer of the engine."""

from migkg.store.memory import Memory
from migkg.store.store import Store
from migkg.store.syntax import FORMATS, parse, parse_quads
from migkg.store.worker import Allowance
from migkg.store.writing import build, update

__all__ = ["FORMATS", "Allowance", "Memory", "Store", "build", "parse", "parse_quads", "update"]
