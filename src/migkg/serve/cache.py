"""Pages that have been rendered for one generation, the least used ones dropped first."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

Key = tuple[str, ...]
T = TypeVar("T", bound="str | bytes")


class Cache(Generic[T]):
    """Keeps texts up to `room` characters or bytes in all; only the event loop uses it."""

    def __init__(self, room: int = 32_000_000) -> None:
        self._room = room
        self._held = 0
        self._texts: OrderedDict[Key, T] = OrderedDict()
        self._locks: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()

    def get(self, key: Key) -> T | None:
        """The text under a key, which now is the last to go."""
        text = self._texts.get(key)
        if text is not None:
            self._texts.move_to_end(key)
        return text

    def put(self, key: Key, text: T) -> None:
        """Keep a text; one that would fill a quarter of the room is not kept."""
        if key in self._texts or len(text) > self._room // 4:
            return
        self._texts[key] = text
        self._held += len(text)
        while self._held > self._room:
            _, dropped = self._texts.popitem(last=False)
            self._held -= len(dropped)

    async def once(self, key: Key, make: Callable[[], Awaitable[T]]) -> T:
        """The text under a key, made now where it is not kept; whoever asks meanwhile waits for it."""
        text = self.get(key)
        if text is not None:
            return text
        lock = self._locks.get(key) or asyncio.Lock()
        self._locks[key] = lock
        async with lock:
            text = self.get(key)
            if text is None:
                text = await make()
                self.put(key, text)
        return text
