"""Programs of others that serve on loopback for a test, each on a port of its own.

None of them tells which port it took when it is asked to take any. So one is picked for it; if somebody else takes
that before the program does, the program ends, and the next is tried.
"""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TRIES = 5
PATIENCE = 120.0
"""Seconds within which a server must answer."""


@contextmanager
def closed_port() -> Iterator[int]:
    """A port on which nobody listens, and nobody else can, until the block ends."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield int(holder.getsockname()[1])


def free_port() -> int:
    """A port that nobody had a moment ago."""
    with closed_port() as port:
        return port


@contextmanager
def running(command: Callable[[int], list[str]], path: str, folder: Path) -> Iterator[str]:
    """The address (`http://127.0.0.1:PORT/`) of a server until the block ends.

    `command` makes the command for a port, and the files that it needs; the server is up when it answers at `path`.
    """
    process, address = _started(command, path, folder)
    try:
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _started(command: Callable[[int], list[str]], path: str, folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    for _ in range(TRIES):
        port = free_port()
        address = f"http://127.0.0.1:{port}/"
        process = subprocess.Popen(command(port), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if _is_up(process, address + path):
                return process, address
        except BaseException:
            process.kill()
            process.wait()
            raise
    raise AssertionError(f"the server ended {TRIES} times")


def _is_up(process: subprocess.Popen[bytes], address: str) -> bool:
    """Whether the server answers; False where it has ended."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None:
        if _answers(address):
            return process.poll() is None
        assert time.monotonic() < end, "the server does not answer"
        time.sleep(0.05)
    return False


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - loopback
    except urllib.error.HTTPError as answer:
        answer.close()
        return True
    except OSError:
        return False
    return True
