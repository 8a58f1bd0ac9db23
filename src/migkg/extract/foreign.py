"""Names that go on beside a phrase for a meeting, and make it one of another kind: `Summit of the Americas`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from migkg.extract.mask import Masked
    from migkg.extract.phrases import Phrases


def is_foreign(match: re.Match[str], masked: Masked, phrases: Phrases) -> bool:
    """Whether a proper name goes on beside the phrase: `Summit of the Americas`, `ASEAN Summit`."""
    if masked.is_title:
        return False
    after = phrases.name_link.match(masked.text, match.end())
    plain = {(i.kind, i.value) for i in masked.inside(match.start(), match.end())} == {("head", "main")}
    if after is None and plain and is_proper(match, masked):  # `the Regional Conference on Border Management`
        after = phrases.about.match(masked.text, match.end())
    at = after.end() if after else match.end() + 1
    if at < len(masked.text) and masked.text[match.end()] == " ":
        item = masked.items.get(at)
        if item is not None and after is not None and item.kind in {"city", "org"}:
            present = phrases.present.search(masked.text[: match.start()]) is not None
            return item.kind != "city" or not present  # `this conference of Tunis` is the one spoken of
        if item is None and masked.original[masked.starts[at]].isupper():
            own = phrases.commons.match(masked.text, at) or phrases.topic.match(masked.text, at)
            own = own or phrases.process.match(masked.text, at)
            return own is None  # `the fourth Conference of Migrations` is of no other kind
    words = re.search(r"(\S+) $", masked.text[: match.start()])
    if words is None or not masked.text[: words.start()].strip():
        return False
    if phrases.determined.search(masked.text[: match.start()]):
        return False
    start = words.start(1)
    item = masked.items.get(start)
    return item.kind == "org" if item is not None else masked.original[masked.starts[start]].isupper()


def is_proper(match: re.Match[str], masked: Masked) -> bool:
    """Whether the word for a meeting is written as that of a name: `Technical Experts Meetings were held`."""
    heads = [i for i in masked.inside(match.start(), match.end()) if i.kind == "head"]
    return any(h.start and masked.original[h.start].isupper() for h in heads)
