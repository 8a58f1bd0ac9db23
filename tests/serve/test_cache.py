"""Texts that are made once, whoever asks meanwhile, and kept as long as there is room."""

from __future__ import annotations

import asyncio

import pytest

from migkg.serve.cache import Cache


def test_who_asks_meanwhile_waits_for_the_same_text() -> None:
    made: list[int] = []

    async def make() -> str:
        made.append(1)
        await asyncio.sleep(0.01)
        return "text"

    async def run() -> list[str]:
        cache: Cache[str] = Cache()
        return await asyncio.gather(*(cache.once(("a",), make) for _ in range(20)), cache.once(("b",), make))

    assert asyncio.run(run()) == ["text"] * 21
    assert len(made) == 2


def test_a_text_that_cannot_be_made_is_tried_by_the_next() -> None:
    tried: list[int] = []

    async def make() -> str:
        tried.append(1)
        await asyncio.sleep(0)
        if len(tried) == 1:
            raise ValueError
        return "second"

    async def run() -> list[object]:
        cache: Cache[str] = Cache()
        return await asyncio.gather(*(cache.once(("a",), make) for _ in range(3)), return_exceptions=True)

    first, *others = asyncio.run(run())
    assert isinstance(first, ValueError)
    assert others == ["second"] * 2
    assert len(tried) == 2


@pytest.mark.parametrize(("length", "kept"), [(10, True), (26, False)])
def test_what_fills_a_quarter_of_the_room_is_not_kept(length: int, kept: bool) -> None:
    cache: Cache[str] = Cache(room=100)
    cache.put(("long",), "x" * length)
    assert (cache.get(("long",)) is not None) is kept


def test_the_text_that_was_not_asked_for_goes_first() -> None:
    cache: Cache[str] = Cache(room=100)
    for name in "abcd":
        cache.put((name,), "x" * 25)
    cache.get(("a",))
    cache.put(("e",), "x" * 25)
    assert [cache.get((name,)) is not None for name in "abcde"] == [True, False, True, True, True]
