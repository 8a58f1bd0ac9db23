"""A bounded number of slots with a fair queue: clients take turns, however many requests each has waiting."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import OrderedDict
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from migkg.serve.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

RETRY = 5
"""Seconds after which a client that was turned away may ask again."""


class Lane:
    """`slots` requests run at once, at most `room` wait, none longer than `patience` seconds.

    Clients take turns; of one client the request with the least `weight` goes first, then the earlier one.
    """

    def __init__(self, name: str, *, slots: int, room: int, patience: float) -> None:
        self.name = name
        self.slots = slots
        self.running = 0
        self.waiting = 0
        self.refused = 0
        self._room = room
        self._patience = patience
        self._order = itertools.count()
        self._queues: OrderedDict[str, list[tuple[int, int, asyncio.Future[None]]]] = OrderedDict()

    @asynccontextmanager
    async def slot(self, client: str, weight: int = 0, unless: asyncio.Event | None = None) -> AsyncIterator[bool]:
        """Hold a slot and get True, or get False, without one, as soon as the event `unless` is set.

        Refusal (503) where too many wait or the wait is too long.
        """
        held = await self._enter(client, weight, unless)
        try:
            yield held
        finally:
            if held:
                self._leave()

    async def _enter(self, client: str, weight: int, unless: asyncio.Event | None) -> bool:
        if self.running < self.slots:
            self.running += 1
            return True
        if self.waiting >= self._room:
            raise self._busy()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queues.setdefault(client, []), (weight, next(self._order), turn))
        self.waiting += 1
        event = asyncio.ensure_future(unless.wait()) if unless else None
        awaited: set[asyncio.Future[Any]] = {turn, event} if event else {turn}
        try:
            await asyncio.wait(awaited, timeout=self._patience, return_when="FIRST_COMPLETED")
        except asyncio.CancelledError:
            if turn.done():
                self._leave()  # the slot had been handed over in the same instant
            raise
        finally:
            self.waiting -= 1
            if event:
                event.cancel()
            turn.cancel()  # no effect on a turn that has come
        if turn.cancelled() and not (unless and unless.is_set()):
            raise self._busy()
        return not turn.cancelled()

    def _leave(self) -> None:
        """Hand the slot to the next request of the client whose turn it is, or free it."""
        while self._queues:
            client, queue = self._queues.popitem(last=False)
            _, _, turn = heapq.heappop(queue)
            if queue:
                self._queues[client] = queue
            if not turn.done():
                turn.set_result(None)
                return
        self.running -= 1

    def _busy(self) -> Refusal:
        self.refused += 1
        return Refusal(
            503,
            "too many queries are waiting",
            hint=f"ask again in {RETRY} seconds, or make the query more selective",
            headers={"Retry-After": str(RETRY)},
        )
