"""What became of a statement or of a claim, and how a claim is put, in the words of a language."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from migkg import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

SECTION = "standing"
"""The section of the messages of a language that has these words."""


def words(lang: str) -> Mapping[str, str]:
    """Standing (`accepted`, `not accepted`, `planned`) -> its words; what a language has no words for is left out."""
    text = dict(resources.messages()).get(lang, "")
    found: Mapping[str, str] = tomllib.loads(text).get(SECTION, {})
    return found
