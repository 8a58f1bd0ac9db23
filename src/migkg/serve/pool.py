"""Queries of strangers in killable processes, so that those that never end do not slow the others down.

Three lanes with slots of their own. A query of a shape that has answered quickly before is `known`; one not
seen before is `new`; both have `quantum` seconds of processor time. What takes more is killed and runs again in the
`slow` lane, with the full time and, where the system allows it, at the lowest priority; its shape starts there
from now on. So honest queries wait for queries like themselves only. The engine cannot be interrupted, its
process can.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from migkg.errors import QueryError, QueryTimeoutError
from migkg.query.lexer import tokens
from migkg.serve.lane import Lane
from migkg.serve.refusal import Refusal
from migkg.serve.shape import shape
from migkg.store import Allowance, Store

if TYPE_CHECKING:
    from pathlib import Path

    from migkg.query import Result
    from migkg.query.lexer import Token
    from migkg.store.engine import Dataset

_NICER, _NICEST = 15, 19
"""Priorities of the processor, as POSIX counts them: queries that are not known yet, and those known to be slow."""

_REMEMBERED = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a query may take: seconds, seconds of processor time at first, rows or triples; slots by lane."""

    timeout: float = 20.0
    quantum: float = 0.25
    max_rows: int = 50_000
    quick_slots: int = 4
    slow_slots: int = 2
    room: int = 512
    slow_room: int = 256
    patience: float = 15.0


@dataclass(frozen=True, slots=True)
class _Crew:
    """Threads that wait for the query processes of one open store."""

    store: Store
    threads: ThreadPoolExecutor


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was asked: its text, its tokens, on which dataset, and whether JSON is wanted."""

    sparql: str
    stream: tuple[Token, ...] = ()
    dataset: Dataset | None = None
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class _Question:
    """A query on its way: the key of its shape, and who asks."""

    key: str
    query: Query
    client: str = ""


_WARM = _Question("", Query("ASK {}"))


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
        self._judged: dict[str, asyncio.Event] = {}
        self._quick = _crew(path, slots, 0)
        self._trial = _crew(path, slots, _NICER)
        self._patient = _crew(path, limits.slow_slots, _NICEST)

    async def ask(self, sparql: str, client: str) -> Result:
        """The answer; QueryError where the query is wrong or takes too much, Refusal where nobody has time for it."""
        return cast("Result", await self.answer(Query(sparql, tuple(tokens(sparql))), client))

    async def answer(self, query: Query, client: str) -> Result | bytes:
        """As `ask`; where JSON is wanted, it may be written already."""
        key, weight = shape(query.stream)
        known = self._shapes.get(key)
        asked = _Question(key, query, client)
        if known is None:
            return await self._first(asked, weight)
        return await self._again(asked, quick=known)

    async def warm(self) -> None:
        """Start the processes, so that the first clients need not wait for them."""
        crews = [self._quick, self._trial] * self.limits.quick_slots + [self._patient] * self.limits.slow_slots
        calls = [self._run(crew, _WARM, Allowance()) for crew in crews]
        await asyncio.gather(*calls)

    def close(self) -> None:
        """End the processes; what still runs is killed."""
        for crew in (self._quick, self._trial, self._patient):
            crew.threads.shutdown(wait=False, cancel_futures=True)
            crew.store.close()

    async def _first(self, asked: _Question, weight: int) -> Result | bytes:
        """Try a query of a new shape; those of the same shape that wait need not be tried as well."""
        judged = self._judged.setdefault(asked.key, asyncio.Event())
        async with self.new.slot(asked.client, weight, judged) as tried:
            alone = tried and asked.key not in self._shapes  # the verdict may have come together with the slot
            result = await self._quickly(asked, self._trial) if alone else None
        return result or await self._again(asked, quick=self._shapes.get(asked.key, False))

    async def _again(self, asked: _Question, *, quick: bool) -> Result | bytes:
        """Answer a query of a shape that has been tried."""
        if quick:
            async with self.known.slot(asked.client):
                result = await self._quickly(asked, self._quick)
            if result:
                return result
        return await self._slowly(asked)

    async def _quickly(self, asked: _Question, crew: _Crew) -> Result | bytes | None:
        """The answer within the quantum; None where that did not suffice."""
        allowance = Allowance(timeout=self.limits.timeout, cpu=self.limits.quantum, max_rows=self.limits.max_rows)
        try:
            result = await self._run(crew, asked, allowance)
        except QueryTimeoutError:
            self._remember(asked.key, quick=False)
            await self._run(crew, _WARM, Allowance())  # a new process in place of the killed one
            return None
        except QueryError:
            self._forget(asked.key)
            raise
        self._remember(asked.key, quick=True)
        return result

    async def _slowly(self, asked: _Question) -> Result | bytes:
        allowance = Allowance(timeout=self.limits.timeout, max_rows=self.limits.max_rows)
        async with self.slow.slot(asked.client):
            try:
                return await self._run(self._patient, asked, allowance)
            except QueryTimeoutError as error:
                self.stopped += 1
                raise Refusal(503, error.problem, hint=error.hint) from None

    async def _run(self, crew: _Crew, asked: _Question, allowance: Allowance) -> Result | bytes:
        query = asked.query

        def work() -> Result | bytes:
            ask = crew.store.json_within if query.as_json else crew.store.query_within
            return ask(query.sparql, allowance, query.dataset)

        return await asyncio.get_running_loop().run_in_executor(crew.threads, work)

    def _remember(self, key: str, *, quick: bool) -> None:
        self._forget(key)
        self._shapes[key] = quick
        self._shapes.move_to_end(key)
        if len(self._shapes) > _REMEMBERED:
            self._shapes.popitem(last=False)

    def _forget(self, key: str) -> None:
        """Wake those who wait for the verdict on a shape."""
        judged = self._judged.pop(key, None)
        if judged:
            judged.set()


def _crew(path: Path, size: int, niceness: int) -> _Crew:
    return _Crew(Store.open(path), ThreadPoolExecutor(size, initializer=_yield_processor, initargs=(niceness,)))


def _yield_processor(niceness: int) -> None:
    """Lower the priority of this thread: on Linux the processes that it starts inherit it."""
    if niceness:
        with contextlib.suppress(AttributeError, OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)
