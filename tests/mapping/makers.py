"""Claims fused and mapped, in short form: what the tests of mapping compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuse.makers import SINGLE

from migkg import mapping
from migkg.fuse import fuse
from migkg.model import Article, Thing
from migkg.names import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migkg.fused import Fusion
    from migkg.model import Claim, Quad

TEN = "edition:SACM/10"
ARTICLE = Article(
    id="a1",
    lang="en",
    title="A title",
    published="2010-10-25",
    url="https://example.org/a1",
    text="secret",
    sha256="ab",
)
MESSAGES = {
    "en": {
        "labels": {
            "edition": "{forum} {ordinal}",
            "edition_year": "{forum} {year}",
            "edition_numbered_year": "{forum} {ordinal} ({year})",
            "edition_unknown": "{forum} ?",
            "meeting": "{forum} {kind} {number}",
            "meeting_unknown": "{forum} {kind}",
            "membership": "{member} in {forum}",
        },
        "kinds": {"workshop": "workshop"},
    }
}
FORUM = Thing(key="forum:SACM", cls="Forum", labels=(("en", "South American Conference"), ("fr", "Conférence")))


def fused(*claims: Claim) -> Fusion:
    return fuse(claims, single_valued=SINGLE)


def short(quads: Iterable[Quad]) -> set[tuple[str, str, str]]:
    return {(shorten(s), shorten(p), shorten(o)) for s, p, o, _ in quads}


def facts(*claims: Claim) -> set[tuple[str, str, str]]:
    return short(mapping.fact_quads(fused(*claims)))


def reference(*claims: Claim, things: tuple[Thing, ...] = (FORUM,)) -> set[tuple[str, str, str]]:
    return short(mapping.reference_quads(things, claims, fused(*claims), MESSAGES))
