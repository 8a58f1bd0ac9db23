"""Frozen values with named fields, as frozen dataclasses are, that cost a short command nothing to define.

A dataclass writes its methods anew in every process and compiles them: half a millisecond for each class, and those
that a query needs would take longer than most queries. A Record has its methods ready. It stands where the way from
the command line to an answer passes; everywhere else dataclasses are the simpler tool.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, dataclass_transform

_R = TypeVar("_R", bound="Record")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """The base of such values: fields are annotated in the class, and given by name.

    TypeError for a field that there is not, or that has no value; AttributeError where one is to be changed.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        own = cls.__annotations__
        cls._names = tuple(dict.fromkeys((*cls._names, *own)))
        cls._defaults = cls._defaults | {name: cls.__dict__[name] for name in own if name in cls.__dict__}

    def __init__(self, **values: Any) -> None:
        filled = {**self._defaults, **values}
        if filled.keys() != set(self._names):
            wrong = ", ".join(sorted(filled.keys() ^ set(self._names)))
            raise TypeError(f"a {type(self).__name__} has no such field, or needs it: {wrong}")
        self.__dict__.update(filled)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"the {name} of a {type(self).__name__} never changes")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"the {name} of a {type(self).__name__} never goes")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash(tuple(fields(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields(self).items())})"


def fields(record: Record) -> dict[str, Any]:
    """The values of a record by name, in the order of its class."""
    return {name: record.__dict__[name] for name in record._names}  # noqa: SLF001 - of this module


def replaced(record: _R, **changes: Any) -> _R:
    """The record with other values in some fields."""
    return type(record)(**{**record.__dict__, **changes})
