"""The `#+` header of a query file: YAML in comments, after the convention of grlc.

Every mapping remembers the line of each of its keys, so that a mistake is reported where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migkg.errors import DataError, Place
from migkg.query import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import yaml

_MARK = "#+"
LANGUAGES = ("en", "fr", "es")


class Section(dict[str, Any]):
    """A mapping of the header; `lines` gives the line of each key in the file, `line` that of the whole."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__()
        self.name = name
        self.line = line
        self.lines: dict[str, int] = {}

    def fault(self, problem: str, *, key: str = "", hint: str = "") -> DataError:
        """A DataError at a key of this mapping, or at the mapping."""
        return DataError(problem, hint=hint, at=Place(path=self.name, line=self.lines.get(key, self.line)))

    def allow(self, keys: Collection[str]) -> None:
        """Raise DataError for a key that nobody reads."""
        for key in self:
            if key not in keys:
                raise self.fault(f"'{key}' is not a key of the header", key=key, hint=f"use {', '.join(sorted(keys))}")

    def section(self, key: str) -> Section:
        """The mapping under a key; an absent key is an empty mapping."""
        value = self.get(key, Section(self.name, self.line))
        if not isinstance(value, Section):
            raise self.fault(f"'{key}' must be a mapping", key=key, hint="write 'key: value' lines below it")
        return value

    def texts(self, key: str) -> dict[str, str]:
        """A text in every language of `LANGUAGES`; DataError where one is missing or empty."""
        value = self.section(key)
        value.allow(LANGUAGES)
        for language in LANGUAGES:
            if not isinstance(value.get(language), str) or not value[language].strip():
                raise self.fault(f"'{key}' has no text in '{language}'", key=key, hint=f"give {', '.join(LANGUAGES)}")
        return {language: value[language].strip() for language in LANGUAGES}

    def flag(self, key: str) -> bool:
        """A yes or no; an absent key is no."""
        value = self.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(f"'{key}' must be true or false", key=key)
        return value

    def items_of(self, key: str) -> list[Any]:
        """The list under a key; an absent key is an empty list."""
        value = self.get(key, [])
        if not isinstance(value, list):
            raise self.fault(f"'{key}' must be a list", key=key, hint="begin each item with '- '")
        return value

    def word(self, key: str) -> str:
        """A text that must be there, not empty."""
        value = self.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(f"'{key}' is missing or not a text", key=key)
        return value.strip()


def read(name: str, text: str) -> Section:
    """The header of the query file `name`; DataError where it is not YAML or not a mapping."""
    lines = [line[len(_MARK) :].removeprefix(" ") if line.startswith(_MARK) else "" for line in text.splitlines()]
    plainly = plain.read([(n, line) for n, line in enumerate(lines, 1) if line], lambda line: Section(name, line))
    return by_yaml(name, lines) if plainly is None else plainly


def by_yaml(name: str, lines: Sequence[str]) -> Section:
    """The header that its lines (empty where the file has other text) stand for, read as YAML."""
    import yaml  # a quarter of the start-up time of a command that runs a query

    try:
        node = yaml.compose("\n".join(lines), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(f"the header is not YAML: {error.problem}", at=Place(path=name, line=line)) from None
    if not isinstance(node, yaml.MappingNode):
        raise DataError("the query has no header", hint="begin it with '#+ summary:'", at=Place(path=name, line=1))
    section: Section = _value(name, node)
    return section


def _value(name: str, node: yaml.Node) -> Any:
    import yaml

    if isinstance(node, yaml.MappingNode):
        section = Section(name, node.start_mark.line + 1)
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in section:
                raise DataError(f"'{key.value}' stands twice in the header", at=Place(path=name, line=line))
            section[key.value] = _value(name, value)
            section.lines[key.value] = line
        return section
    if isinstance(node, yaml.SequenceNode):
        return [_value(name, item) for item in node.value]
    if node.tag == "tag:yaml.org,2002:bool":
        return node.value.lower() in {"true", "yes", "on"}
    return node.value
