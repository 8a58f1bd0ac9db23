"""Frozen values that are made by the thousand for every article.

A frozen dataclass fills each field through `object.__setattr__`, and making one takes several times as long as an
assignment to each would. `light` is `dataclass` to the type checker, which sees that nothing is changed; at run time
fields are plain slots. `replace` is that of dataclasses, for such values alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["light", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass as light
    from dataclasses import replace
else:
    from dataclasses import dataclass, fields
    from operator import attrgetter

    def light(*, frozen, slots, order=False):
        """The decorator of a class with two fields or more, none of them by keyword only."""

        def made(cls):
            cls = dataclass(slots=slots, order=order, unsafe_hash=frozen)(cls)
            cls.fields_of = attrgetter(*(field.name for field in fields(cls)))
            return cls

        return made

    def replace(one, /, **changes):
        """A copy with other values in some fields; AttributeError for a field that there is not."""
        cls = type(one)
        copy = cls(*cls.fields_of(one))
        for name, changed in changes.items():
            setattr(copy, name, changed)
        return copy
