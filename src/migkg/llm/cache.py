"""Answers kept in a folder, one file each: who asks the same again gets the same, and pays once."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from migkg.errors import DataError


def get(folder: Path | None, name: str) -> str | None:
    """A kept answer, or None."""
    if folder is None:
        return None
    try:
        return (folder / f"{name}.txt").read_bytes().decode(errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failed(folder, error) from None


def put(folder: Path | None, name: str, answer: str) -> None:
    """Keep an answer; a reader sees all of it or nothing."""
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(answer.encode(errors="replace"))
            Path(written).replace(folder / f"{name}.txt")
        except BaseException:
            Path(written).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _failed(folder, error) from None


def _failed(folder: Path, error: OSError) -> DataError:
    return DataError(
        f"answers cannot be kept in {folder}: {error.strerror}",
        hint="name another with --cache",
    )
