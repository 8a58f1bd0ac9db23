"""Modules of the standard library that click loads and few commands use, loaded when something is asked of them."""

from __future__ import annotations

import sys
from types import ModuleType


class Later(ModuleType):
    """Stands for a module until one of its names is asked for; then it has all that the module has."""

    def __getattr__(self, name: str) -> object:
        """A name of the module, which is loaded now."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = __import__(self.__name__)
        self.__dict__.update(vars(module))
        return getattr(module, name)


def later(name: str) -> None:
    """Put off loading a module that is no package; nothing where it is loaded already."""
    sys.modules.setdefault(name, Later(name))
