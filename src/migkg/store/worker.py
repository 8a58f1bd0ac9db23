"""Queries in a process of their own, which can be killed: the engine cannot be interrupted.

The parent writes one line of JSON per query to the worker's standard input and reads one line of JSON with the
whole answer, or one with the size of the answer that follows it as it shall be sent. A worker that does not answer in
time, or takes more memory than it may, ends; the next query gets a new one. A worker whose parent is gone ends as well.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

from migkg.counts import counted
from migkg.errors import Place, QueryError, QueryTimeoutError, StoreError
from migkg.record import Record, fields

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from migkg.store.engine import Dataset, Engine

MEMORY = 4 << 30
"""Bytes of data (heap and stacks) that a worker may take, where the system can limit it."""

_CPU_USED_UP = int(getattr(signal, "SIGPROF", 0))
"""The signal that ends a worker whose processor time is used up; its default action is the end."""

_SIZE = b"size "
"""How the line begins that says how long the text behind it is."""

_PROGRAM = "import sys; from migkg.store.worker import serve; serve(sys.argv[1], int(sys.argv[2]))"


class Allowance(Record):
    """What a query may take: seconds, seconds of processor time (they do not depend on what else runs), rows."""

    timeout: float | None = None
    cpu: float | None = None
    max_rows: int | None = None


class Workers:
    """Idle workers of one generation of the graph; safe to use from several threads."""

    def __init__(self, database: str | Path, *, memory: int = MEMORY) -> None:
        self._command = [sys.executable, "-c", _PROGRAM, str(database), str(memory)]
        self._idle: queue.SimpleQueue[subprocess.Popen[bytes]] = queue.SimpleQueue()
        self._busy: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def ask(
        self, sparql: str, allowance: Allowance, dataset: Dataset | None = None, *, written: bool = False
    ) -> dict[str, Any] | bytes:
        """The answer as the worker packed it; QueryError when the time or the memory did not suffice.

        With `written` it may be what `Engine.written` gives, where that gives something.
        """
        timeout = allowance.timeout
        worker = self._take()
        self._busy.add(worker)
        if self._closed:
            worker.kill()  # closed between the two lines above
        late = threading.Event()
        timer = threading.Timer(timeout, _kill, (worker, late)) if timeout is not None else None
        if timer:
            timer.start()
        try:
            line, body = _exchange(
                worker, {**fields(allowance), "query": sparql, "dataset": dataset, "written": written}
            )
        except BaseException:
            _end(worker)
            raise
        finally:
            self._busy.discard(worker)
            if timer:
                timer.cancel()
        if line.endswith(b"\n"):
            self._give_back(worker, late)
            return _unpack(line) if body is None else body
        _end(worker)
        if self._closed:
            raise StoreError("the store was closed while a query ran", hint="ask again")
        if late.is_set():
            raise _stopped(timeout)
        raise _stopped(allowance.cpu) if worker.returncode == -_CPU_USED_UP else _collapsed()

    def close(self) -> None:
        """End the workers: the idle ones, and the busy ones in the middle of their queries."""
        self._closed = True
        for worker in tuple(self._busy):
            worker.kill()
        with contextlib.suppress(queue.Empty):
            while True:
                _end(self._idle.get_nowait())

    def _take(self) -> subprocess.Popen[bytes]:
        with contextlib.suppress(queue.Empty):
            while (worker := self._idle.get_nowait()).poll() is not None:
                _end(worker)
            return worker
        import subprocess  # most commands ask in their own process

        # Ctrl-C reaches all processes of a terminal's session: the parent decides what ends, from the first moment on
        return subprocess.Popen(  # noqa: S603 - our own module
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )

    def _give_back(self, worker: subprocess.Popen[bytes], late: threading.Event) -> None:
        if late.is_set() or self._closed:
            _end(worker)
        else:
            self._idle.put(worker)


def _exchange(worker: subprocess.Popen[bytes], request: dict[str, Any]) -> tuple[bytes, bytes | None]:
    """Send a request and wait for the line that answers it, empty when the worker ended; and for the text behind it."""
    if worker.stdin is None or worker.stdout is None:
        raise StoreError("a query process has no pipes", hint="report this as a fault of migkg")
    try:
        worker.stdin.write(json.dumps(request).encode() + b"\n")
        worker.stdin.flush()
    except OSError:
        return b"", None
    line = worker.stdout.readline()
    if not line.startswith(_SIZE):
        return line, None
    size = int(line.removeprefix(_SIZE))
    body = worker.stdout.read(size)
    return (line, body) if len(body) == size else (b"", None)


def _kill(worker: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    worker.kill()


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.kill()
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()


def _unpack(line: bytes) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(line)
    if "fault" in answer:
        problem, hint, place = answer["fault"]
        at = Place(path="query", line=place[0], column=place[1]) if place else None
        raise QueryError(problem, hint=hint, at=at)
    return answer


def _stopped(timeout: float | None) -> QueryTimeoutError:
    return QueryTimeoutError(
        f"the query was stopped after {counted(timeout or 0, 'second')}",
        hint="make it more selective, add LIMIT, or allow more time",
    )


def _collapsed() -> QueryError:
    return QueryError("the query needed more memory than it may take", hint="make it more selective or add LIMIT")


def serve(database: str, memory: int) -> None:
    """Answer the queries of standard input until it ends: what the process runs."""
    _limit(memory)
    from migkg.store.engine import Engine

    engine = Engine.open(database)
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    while True:
        request = json.loads(requests.get())
        with _processor_time(request["cpu"]):
            answer = _answered(engine, request)
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()


def _answered(engine: Engine, request: dict[str, Any]) -> bytes:
    """The line that answers a request, and the text behind it."""
    asked = request["query"], request["max_rows"], request["dataset"]
    if request["written"]:
        with contextlib.suppress(QueryError):  # `answer` says what is wrong
            text = engine.written(*asked)
            if text is not None:
                return _SIZE + b"%d\n" % len(text) + text
    return json.dumps(engine.answer(*asked)).encode() + b"\n"


def _listen(requests: queue.SimpleQueue[bytes]) -> None:
    """Pass requests on, and end the process, even in the middle of a query, when the parent is gone."""
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


@contextlib.contextmanager
def _processor_time(seconds: float | None) -> Iterator[None]:
    """Let the system end this process when the block takes more processor time, where the system can."""
    if seconds is None or not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)


def _limit(memory: int) -> None:
    """Limit the data, not the address space: what allocators reserve and do not use differs from run to run."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
