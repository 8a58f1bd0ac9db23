"""Names for what has none of its own: meetings by forum and number, memberships by state and forum.

The templates are data (`data/messages`): sections `labels` and `kinds` by language.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from migkg import predicates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.model import Thing

    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]
    Label = tuple[str, str]
    Names = Mapping[str, tuple[Label, ...]]

NO_NAMES: Names = MappingProxyType({})
_FALLBACK = "en"


class Labels:
    """Labels of keys by language, from the things that are described, the years of meetings, the names of documents."""

    def __init__(
        self, things: Iterable[Thing], years: Mapping[str, str], messages: Messages, names: Names = NO_NAMES
    ) -> None:
        self._given = {thing.key: dict(thing.labels) for thing in things}
        self._years = years
        self._messages = messages
        self._names = names

    def name(self, key: str, lang: str) -> str:
        """The name of a key in a language, else in English, else in any, else what the key itself says."""
        given = self._given.get(key) or {}
        return given.get(lang) or given.get(_FALLBACK) or next(iter(given.values()), plain(key))

    def made(self, key: str) -> tuple[Label, ...]:
        """Labels for a key (language and text): its first name in each language, or what a template puts together.

        Without either, what the key says.
        """
        if key in self._names:
            return tuple(dict(reversed(self._names[key])).items())[::-1]
        made = [
            (lang, text)
            for lang, sections in sorted(self._messages.items())
            if (text := self._fill(key, lang, sections))
        ]
        return tuple(made) or (("", plain(key)),)

    def others(self, key: str) -> tuple[Label, ...]:
        """The names of a key that are not among its labels."""
        labels = self.made(key)
        return tuple(name for name in self._names.get(key, ()) if name not in labels)

    def _fill(self, key: str, lang: str, sections: Mapping[str, Mapping[str, str]]) -> str:
        template = sections.get("labels", {}).get(self._template(key), "")
        return template.format_map(self._fields(key, lang, sections)) if template else ""

    def _template(self, key: str) -> str:
        series = predicates.series_of(key)
        if key.startswith("membership:"):
            return "membership"
        session = predicates.session_parts(key)
        if session is not None:
            _, slash, number = session[1].partition("/")
            return f"session{'_numbered' if number[:1].isdigit() else '_titled' if slash else ''}"
        if series is None:
            return ""
        numbered, dated = predicates.is_ordinal(series[1]), bool(self._year(key))
        if key.startswith("edition:"):
            names = {(True, True): "edition_numbered_year", (True, False): "edition", (False, True): "edition_year"}
            return names.get((numbered, dated), "edition_unknown")
        return "meeting" if numbered or dated else "meeting_unknown"

    def _year(self, key: str) -> str:
        last = key.rpartition("/")[2]
        named = predicates.is_year(last) or predicates.is_numbered_year(last)
        return last if named else self._years.get(key, "")

    def _fields(self, key: str, lang: str, sections: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        session = predicates.session_parts(key)
        if session is not None:
            kind, _, number = session[1].partition("/")
            named = self.name(session[0], lang) if session[0] in self._given else self._fill(session[0], lang, sections)
            kind = sections.get("kinds", {}).get(kind, kind)
            return {"meeting": named or plain(session[0]), "kind": kind, "number": number.replace("-", " ")}
        parts = key.partition(":")[2].split("/")
        last, middle = parts[-1], parts[1] if len(parts) > 1 else ""
        number = last if predicates.is_ordinal(last) else self._year(key)
        return {
            "forum": self.name(f"forum:{parts[0]}", lang),
            "member": self.name(middle.replace("org-", "org:"), lang),
            "kind": sections.get("kinds", {}).get(middle, middle),
            "ordinal": last,
            "year": self._year(key),
            "number": number,
        }


def plain(key: str) -> str:
    """What a key says without its kind: a person's name, a code, a city without its state, the words of a slug."""
    kind, colon, rest = key.partition(":")
    if not colon:
        return key
    if kind == "city":
        return rest.partition("/")[0]
    words = rest.partition(predicates.OF_SOURCE)[0] if kind == "event" else rest
    return words.replace("-", " ") if kind in {"event", "session"} else rest
