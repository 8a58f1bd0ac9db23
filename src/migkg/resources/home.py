"""Where the shipped knowledge and the graph lie, and the canned queries, which are read at the start of every answer.

A checkout keeps ontology/, data/ and queries/ at its top; a wheel carries them inside the package. Paths are plain
texts here: a command that answers a query never loads `pathlib`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from migkg.errors import DataError, Place

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = "MIGKG_HOME"
"""Names a folder with ontology/, data/ and queries/ to use in place of the shipped one."""

STORE = "MIGKG_STORE"
"""Names the folder of the graph where no option does."""

PARTS = ("ontology", "data", "queries")
"""The folders of the knowledge; they lie side by side."""

_MARK = b"\xef\xbb\xbf"
_CANNED = os.path.join("queries", "canned")
_ENDING = ".rq"


def store_folder() -> str:
    """Where the graph lies unless the user says otherwise: $MIGKG_STORE, else the user's data directory."""
    named = os.environ.get(STORE)
    if named:
        return named
    import platformdirs  # only where nothing names the store

    return os.path.join(platformdirs.user_data_dir("migkg", appauthor=False), "graph")


def root_folder(home: str | Path | None = None) -> str:
    """The folder that holds ontology/, data/ and queries/."""
    named = home or os.environ.get(ENVIRONMENT)
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    shipped = (os.path.join(package, "_resources"), os.path.dirname(os.path.dirname(package)))
    candidates = (str(named),) if named else shipped
    for folder in candidates:
        if all(os.path.isdir(os.path.join(folder, part)) for part in PARTS):
            return folder
    raise DataError(
        f"no ontology/, data/ and queries/ in {' or '.join(candidates)}",
        hint=f"name the folder that holds them in ${ENVIRONMENT}, or install migkg again",
    )


def read_text(path: str | Path) -> str:
    """A UTF-8 file (a byte order mark is dropped); broken bytes are an error that names the line."""
    return decode(read_bytes(path), str(path))


def read_bytes(path: str | Path) -> bytes:
    """A file as it is."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as problem:
        hint = "name a file in it" if isinstance(problem, IsADirectoryError) else "check the name and the permissions"
        raise DataError(f"cannot read {path}: {problem.strerror}", hint=hint) from None


def decode(raw: bytes, path: str) -> str:
    """Bytes as text; the error for broken UTF-8 counts lines and bytes from 1."""
    bare = raw.removeprefix(_MARK)
    try:
        text = bare.decode()
    except UnicodeDecodeError as problem:
        line = bare.count(b"\n", 0, problem.start) + 1
        column = problem.start - bare.rfind(b"\n", 0, problem.start)
        raise DataError(
            f"byte 0x{bare[problem.start]:02X} is not UTF-8",
            hint="save the file as UTF-8",
            at=Place(path=path, line=line, column=column),
        ) from None
    return text.replace("\r\n", "\n")


def canned_names(home: str | Path | None = None) -> list[str]:
    """The names of the canned queries, without reading them."""
    files = os.listdir(os.path.join(root_folder(home), _CANNED))
    return sorted(name.removesuffix(_ENDING) for name in files if name.endswith(_ENDING))


def canned_query(name: str, home: str | Path | None = None) -> str:
    """The text of one canned query."""
    return read_text(os.path.join(root_folder(home), _CANNED, name + _ENDING))
