"""A bounded number of slots with a fair queue: clients take turns, however many requests each has waiting."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from migkg.serve.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

RETRY = 5
"""Seconds after which a client that was turned away may ask again."""


class Lane:
    """`slots` requests run at once, at most `room` wait, none longer than `patience` seconds."""

    def __init__(self, name: str, *, slots: int, room: int, patience: float) -> None:
        self.name = name
        self.slots = slots
        self.running = 0
        self.waiting = 0
        self.refused = 0
        self._room = room
        self._patience = patience
        self._queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def slot(self, client: str) -> AsyncIterator[None]:
        """Hold a slot; Refusal (503) where too many wait or the wait is too long."""
        await self._enter(client)
        try:
            yield
        finally:
            self._leave()

    async def _enter(self, client: str) -> None:
        if self.running < self.slots:
            self.running += 1
            return
        if self.waiting >= self._room:
            raise self._busy()
        turn = asyncio.get_running_loop().create_future()
        self._queues.setdefault(client, deque()).append(turn)
        self.waiting += 1
        try:
            await asyncio.wait_for(turn, self._patience)
        except BaseException as error:
            if turn.done() and not turn.cancelled():
                self._leave()  # the slot had been handed over in the same instant
            if isinstance(error, TimeoutError):
                raise self._busy() from None
            raise
        finally:
            self.waiting -= 1

    def _leave(self) -> None:
        """Hand the slot to the first waiting request of the client whose turn it is, or free it."""
        while self._queues:
            client, queue = self._queues.popitem(last=False)
            turn = queue.popleft()
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
