"""A knowledge graph of intergovernmental migration forums in which every fact shows the sentence that states it.

>>> import migkg
>>> kg = migkg.open("graph")                                    # doctest: +SKIP
>>> kg.run("repeat-hosts", forum="SACM", min="2").rows          # doctest: +SKIP
>>> migkg.claims("The 9th conference met in Quito.", lang="en")  # doctest: +SKIP
"""

from __future__ import annotations

from migkg.version import __version__

TYPE_CHECKING = False  # what `typing` has under this name, which takes 8 ms to load: `migkg --version` need not
if TYPE_CHECKING:
    from migkg.api import KnowledgeGraph, claims, open

__all__ = ["KnowledgeGraph", "__version__", "claims", "open"]


def __getattr__(name: str) -> object:
    """Import the Python door only when it is used: the command line starts without it."""
    if name in {"KnowledgeGraph", "claims", "open"}:
        from migkg import api

        return getattr(api, name)
    raise AttributeError(f"module 'migkg' has no attribute '{name}'")
