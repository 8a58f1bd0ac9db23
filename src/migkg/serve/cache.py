"""Pages that have been rendered for one generation, the least used ones dropped first."""

from __future__ import annotations

from collections import OrderedDict

Key = tuple[str, ...]


class Cache:
    """Keeps texts up to `room` characters in all; only the event loop uses it."""

    def __init__(self, room: int = 32_000_000) -> None:
        self._room = room
        self._held = 0
        self._texts: OrderedDict[Key, str] = OrderedDict()

    def get(self, key: Key) -> str | None:
        """The text under a key, which now is the last to go."""
        text = self._texts.get(key)
        if text is not None:
            self._texts.move_to_end(key)
        return text

    def put(self, key: Key, text: str) -> None:
        """Keep a text; one that would fill a quarter of the room is not kept."""
        if key in self._texts or len(text) > self._room // 4:
            return
        self._texts[key] = text
        self._held += len(text)
        while self._held > self._room:
            _, dropped = self._texts.popitem(last=False)
            self._held -= len(dropped)
