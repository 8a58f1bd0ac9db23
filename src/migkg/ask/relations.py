"""The relations that questions can name, and the properties of the graph that they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.ask.words import load
from migkg.errors import DataError, Place

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation of the graph: its subject is a meeting or a forum, its object one of the types of `paths`.

    `paths` gives for each type of object the properties that mean it; `main` says that a forum named in place of a
    meeting means its main editions, else all its meetings; `light` that the word alone says nothing,
    `full` that the word without an object is not understood,
    `series` that a forum may have it as well as a meeting.
    `open` are the types of what is asked for where the relation's word alone says it (`the venue of`).
    `implied` are the types of object that imply the relation where a question names none.
    `sits` are the types that `who` means where a forum alone is named.
    `texts` are the types of object that are texts in a language.
    `behind` gives for types whose property is derived the property that is stated of the subject.
    `acts` that the object is who does it: hosts, chairs, takes part.
    """

    name: str
    subject: str
    paths: Mapping[str, tuple[str, ...]]
    main: bool = False
    light: bool = False
    full: bool = False
    series: bool = False
    implied: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    sits: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    behind: Mapping[str, str] = field(default_factory=dict)
    acts: bool = False

    @property
    def objects(self) -> frozenset[str]:
        """The types of object."""
        return frozenset(self.paths)


_KEYS = frozenset({"subject", "main", "light", "full", "series", "implied", "open", "sits", "texts", "behind", "acts"})
"""What a relation may have beside the properties for each type of object."""
_TYPES = frozenset({"implied", "open", "sits", "texts"})
"""Those of them that are lists of types."""


def read(text: str) -> dict[str, Relation]:
    """The relations of relations.toml."""
    path = "data/ask/relations.toml"
    found = {}
    for name, table in load(text, path).items():
        paths = {key: tuple(value) for key, value in table.items() if isinstance(value, list) and key not in _TYPES}
        strange = sorted(set(table) - set(paths) - _KEYS)
        if strange or table.get("subject") not in {"meeting", "forum"}:
            raise DataError(
                f"relation '{name}' has an unknown key or no subject",
                hint="it has subject (meeting or forum), main, light, and lists of properties by type of object",
                at=Place(path=path),
            )
        found[name] = Relation(
            name=name,
            subject=table["subject"],
            paths=paths,
            main=table.get("main", False),
            light=table.get("light", False),
            full=table.get("full", False),
            series=table.get("series", False),
            implied=frozenset(table.get("implied", ())),
            open=frozenset(table.get("open", paths)),
            sits=frozenset(table.get("sits", ())),
            texts=frozenset(table.get("texts", ())),
            behind=table.get("behind", {}),
            acts=table.get("acts", False),
        )
    return found
