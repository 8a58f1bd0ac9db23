"""Web pages: their main text and metadata, by trafilatura, and the way back from the text to the file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from migkg.resources import tracing
from migkg.resources.home import decode

if TYPE_CHECKING:
    from trafilatura.settings import Document

    from migkg.page import Page

_DATE = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}
"""The day of publication is one that the page marks as such, never one that its text speaks of, whatever today is."""


def read(source: str) -> dict[str, object] | None:
    """The text of a page, and what it says of its title, day, address and language; None where it has no text."""
    found = _extracted(source, metadata=True)
    if found is None:
        return None
    head = {"title": found.title, "published": found.date, "url": found.url, "lang": (found.language or "")[:2]}
    return {**{key: value for key, value in head.items() if value}, "text": _text(found)}


def trace(raw: bytes, text: str) -> Page:
    """Where the text that `read` found stands in the file of the page, in bytes."""
    # decoded as it is: a byte order mark and line ends stay, so that every byte counts
    return tracing.trace(raw.decode(), text, _again)


def _again(source: str) -> str:
    found = _extracted(decode(source.encode(), ""), metadata=False)
    return _text(found) if found else ""


def _text(found: Document) -> str:
    """The text with composed accents, as lexicons have them."""
    return unicodedata.normalize("NFC", found.text or "")


def _extracted(source: str, *, metadata: bool) -> Document | None:
    import trafilatura  # slow to import: only HTML pays for it
    from trafilatura.settings import Document

    # it keeps the address of the page in the dictionary that it is given: each page has its own
    found = trafilatura.bare_extraction(
        source, with_metadata=metadata, include_comments=False, date_extraction_params=dict(_DATE)
    )
    return found if isinstance(found, Document) and (found.text or "").strip() else None
