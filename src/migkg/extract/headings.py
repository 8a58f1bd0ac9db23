"""Headings: the line that an entry of a list, or a line without sentence form, stands under: its cue is the entry's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.engine import Prepared

_ENDS = re.compile(r"[.!?…][\"'”’»)]*$")
_MARKED = re.compile(r"\s*(?:[^\w\s\"'“«(¿¡\ue000-\ue01f]|\(?\d{1,3}[.)])\s")
"""What begins with a bullet or a number is an entry."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_FIELD = re.compile(r"\s*[^\W\d_][^:]{0,40}: ?\S")
"""A field with its value, `Venue: Lima`, speaks for itself."""
_TITLE = 110
"""A heading is no longer than this; of a sentence that ends in a colon so much counts."""
_ENTRY = 250
"""An entry, with its names as one character each, is no longer than this."""
_SYMBOLS = re.compile(f"[{''.join(SYMBOLS.values())}]")


def hang(parts: Sequence[Prepared]) -> None:
    """Give each entry, and each line without sentence form, the masked text of the heading it stands under."""
    heading = ""
    for part in parts:
        text = part.masked.text
        if text.rstrip().endswith(":"):
            heading = text.strip()[-_TITLE:]
        elif _is_entry(part):
            part.masked.heading = heading
            heading = text.strip() if _is_heading(part) else heading
        else:
            heading = ""


def _is_entry(part: Prepared) -> bool:
    text = part.masked.text
    return len(text) <= _ENTRY and (_MARKED.match(text) is not None or _ENDS.search(text) is None)


def _is_heading(part: Prepared) -> bool:
    """Whether a line says what stands below it: a title of a few words that is more than names."""
    text = part.masked.text
    if not part.sentence.title or len(text) > _TITLE or _MARKED.match(text) or _FIELD.match(text):
        return False
    named = _SYMBOLS.search(text) is not None
    return len(_WORD.findall(text)) > (1 if named else 0)
