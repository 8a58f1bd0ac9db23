"""Queries of strangers in killable processes, so that those that never end do not slow the others down.

Three lanes with slots of their own. A query of a shape that has answered quickly before is `known`; one not
seen before is `new`; both have `quantum` seconds. What takes longer is killed and runs again in the `slow` lane,
with the full time and, where the system allows it, at a lower priority of the processor; its shape starts there
from now on. So honest queries wait for queries like themselves only. The engine cannot be interrupted, its process can.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.errors import QueryError
from migkg.serve.lane import Lane
from migkg.serve.refusal import Refusal
from migkg.serve.shape import shape
from migkg.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from migkg.query import Result
    from migkg.store.engine import Dataset

_NICE = 10
_REMEMBERED = 4096
_WARM = "ASK {}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a query may take: seconds, rows or triples of the answer, and slots by lane."""

    timeout: float = 20.0
    quantum: float = 0.4
    max_rows: int = 50_000
    quick_slots: int = 2
    slow_slots: int = 2
    room: int = 512
    slow_room: int = 8
    patience: float = 15.0


@dataclass(frozen=True, slots=True)
class _Crew:
    """Threads that wait for the query processes of one open store."""

    store: Store
    threads: ThreadPoolExecutor


class Pool:
    """The query processes for one generation of the graph."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.limits = limits
        slots, room, patience = limits.quick_slots, limits.room, limits.patience
        self.known = Lane("known", slots=slots, room=room, patience=patience)
        self.new = Lane("new", slots=slots, room=room, patience=patience)
        self.slow = Lane("slow", slots=limits.slow_slots, room=limits.slow_room, patience=patience)
        self.stopped = 0
        self._shapes: OrderedDict[str, bool] = OrderedDict()
        self._quick = _Crew(Store.open(path), ThreadPoolExecutor(2 * slots, "quick"))
        slow_threads = ThreadPoolExecutor(limits.slow_slots, "slow", initializer=_yield_processor)
        self._patient = _Crew(Store.open(path), slow_threads)

    async def ask(self, sparql: str, client: str, dataset: Dataset | None = None) -> Result:
        """The answer; QueryError where the query is wrong or takes too much, Refusal where nobody has time for it."""
        key = shape(sparql)
        result = None
        if self._shapes.get(key) is not False:
            result = await self._quickly(key, sparql, client, dataset)
        return result or await self._slowly(key, sparql, client, dataset)

    async def warm(self) -> None:
        """Start the processes, so that the first clients need not wait for them."""
        calls = [self._run(self._quick, _WARM, 30.0) for _ in range(2 * self.limits.quick_slots)]
        await asyncio.gather(*calls)

    def close(self) -> None:
        """End the processes; what still runs is killed."""
        for crew in (self._quick, self._patient):
            crew.threads.shutdown(wait=False, cancel_futures=True)
            crew.store.close()

    async def _quickly(self, key: str, sparql: str, client: str, dataset: Dataset | None) -> Result | None:
        """The answer within the quantum; None where that did not suffice."""
        lane = self.known if self._shapes.get(key) else self.new
        async with lane.slot(client):
            if self._shapes.get(key) is False:
                return None  # one of its kind was found to be slow while this one waited
            start = time.monotonic()
            try:
                result = await self._run(self._quick, sparql, self.limits.quantum, dataset)
            except QueryError:
                if time.monotonic() - start < self.limits.quantum:
                    raise
                self._remember(key, quick=False)
                await self._run(self._quick, _WARM, None)  # a new process in place of the killed one
                return None
            self._remember(key, quick=True)
            return result

    async def _slowly(self, key: str, sparql: str, client: str, dataset: Dataset | None) -> Result:
        async with self.slow.slot(client):
            start = time.monotonic()
            try:
                result = await self._run(self._patient, sparql, self.limits.timeout, dataset)
            except QueryError as error:
                if time.monotonic() - start < self.limits.timeout:
                    raise
                self.stopped += 1
                raise Refusal(503, error.problem, hint=error.hint) from None
            if time.monotonic() - start < self.limits.quantum:
                self._remember(key, quick=True)
            return result

    async def _run(self, crew: _Crew, sparql: str, timeout: float | None, dataset: Dataset | None = None) -> Result:
        def work() -> Result:
            return crew.store.query(
                sparql, untrusted=True, timeout=timeout, max_rows=self.limits.max_rows, dataset=dataset
            )

        return await asyncio.get_running_loop().run_in_executor(crew.threads, work)

    def _remember(self, key: str, *, quick: bool) -> None:
        self._shapes[key] = quick
        self._shapes.move_to_end(key)
        if len(self._shapes) > _REMEMBERED:
            self._shapes.popitem(last=False)


def _yield_processor() -> None:
    """Lower the priority of this thread: on Linux the processes that it starts inherit it."""
    with contextlib.suppress(AttributeError, OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
