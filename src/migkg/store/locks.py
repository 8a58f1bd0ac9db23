"""Advisory locks on files that the operating system releases when their holder ends, however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def acquire(descriptor: int, *, shared: bool) -> bool:
        """Lock the first byte without waiting; Windows knows no shared locks, so readers take none."""
        if shared:
            return True
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def acquire(descriptor: int, *, shared: bool) -> bool:
        """Lock an open file without waiting; False where somebody else holds it."""
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def hold(path: str | Path, *, shared: bool) -> int | None:
    """The descriptor of a locked file, to be closed by the caller; None where it cannot be had."""
    flags = os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT
    try:
        descriptor = os.open(path, flags, 0o644)
    except OSError:
        return None
    if acquire(descriptor, shared=shared):
        return descriptor
    os.close(descriptor)
    return None


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Hold a file exclusively for a block; the value says whether it could be had."""
    descriptor = hold(path, shared=False)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            os.close(descriptor)
