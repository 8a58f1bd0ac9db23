"""Records: values with named fields that never change."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from migkg.record import Record, fields, replaced

if TYPE_CHECKING:
    from collections.abc import Callable


def whole(number: int) -> str:
    return str(number)


class Size(Record):
    """A record with defaults, one of them a function."""

    name: str
    number: int = 7
    shown: Callable[[int], str] = whole


def test_fields_are_given_by_name_and_have_defaults() -> None:
    size = Size(name="a")
    assert (size.name, size.number, size.shown(3)) == ("a", 7, "3")
    assert fields(size) == {"name": "a", "number": 7, "shown": whole}
    assert repr(Size(name="a", number=2)).startswith("Size(name='a', number=2, shown=")


def test_a_field_that_is_missing_or_unknown_is_named() -> None:
    with pytest.raises(TypeError, match="needs it: name"):
        Size()  # type: ignore[call-arg] # what is tested
    with pytest.raises(TypeError, match="no such field, or needs it: colour"):
        Size(name="a", colour="b")  # type: ignore[call-arg] # what is tested


def test_a_record_of_another_kind_has_fields_of_its_own_behind() -> None:
    class Weight(Size):
        unit: str = "kg"

    assert list(fields(Weight(name="a"))) == ["name", "number", "shown", "unit"]
    assert list(fields(Size(name="a"))) == ["name", "number", "shown"]


def test_nothing_changes() -> None:
    size = Size(name="a")
    with pytest.raises(AttributeError, match="the name of a Size never changes"):
        size.name = "b"  # type: ignore[misc] # what is tested
    with pytest.raises(AttributeError, match="the name of a Size never goes"):
        del size.name
    assert replaced(size, name="b") == Size(name="b")
    assert size.name == "a"


def test_equal_fields_make_equal_records() -> None:
    class Other(Record):
        name: str

    assert {Size(name="a"), Size(name="a", number=7)} == {Size(name="a")}
    assert Size(name="a") != Size(name="a", number=8)
    assert Other(name="a") != Size(name="a")
    assert pickle.loads(pickle.dumps(Size(name="a"))) == Size(name="a")  # noqa: S301 - our own bytes
