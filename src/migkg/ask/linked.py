"""Parts that stand for more than they say: numbers alone, and names or meetings linked by `and`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from migkg.ask.model import All, MeetingRef, Symbol, Thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.ask.model import Part

EDITION = "conference"


def completed(parts: list[Part]) -> list[Part]:
    """`the tenth SACM but not the ninth`: a number alone takes forum and kind from the meeting before it."""
    out: list[Part] = []
    for at, part in enumerate(parts):
        before = out[-1] if out else None
        behind = isinstance(before, Symbol) and before.kind in {"logic", "relation"}
        full = [p for p in out if isinstance(p, MeetingRef) and p.ordinal is not None and (p.forum or p.kind)]
        if isinstance(part, MeetingRef) and _is_number_alone(part) and (later := _later(parts[at + 1 :])):
            out.append(replace(part, forum=later.forum, kind=later.kind))
        elif full and _is_next_number(part, out):  # `SACM 11 and 12`
            out.append(replace(full[-1], ordinal=int(part.text), step=0, text=part.text))
        elif behind and full and isinstance(part, MeetingRef) and _is_number_alone(part):
            out.append(replace(part, forum=full[-1].forum, kind=full[-1].kind))
        elif behind and isinstance(part, MeetingRef) and _is_number_alone(part) and part.ordinal != 1:
            out.append(replace(part, kind=EDITION))  # the forum is the only one that is named
        else:
            out.append(part)
    return out


def _is_next_number(part: Part, out: Sequence[Part]) -> TypeGuard[Symbol]:
    """Figures that only `and` or a denial parts from a numbered meeting."""
    figures = isinstance(part, Symbol) and part.kind == "number" and part.text.isdigit()
    before = next((p for p in reversed(out) if not (isinstance(p, Symbol) and p.kind == "logic")), None)
    return (
        figures
        and bool(out)
        and out[-1] is not before
        and isinstance(before, MeetingRef)
        and before.ordinal is not None
    )


def _later(parts: Sequence[Part]) -> MeetingRef | None:
    """`at the first but not at the second meeting`: the meeting that nothing but a denial parts from a number."""
    at = next((at for at, p in enumerate(parts) if not (isinstance(p, Symbol) and p.kind == "logic")), 0)
    part = parts[at] if 0 < at < len(parts) and any(_is_not(p) for p in parts[:at]) else None
    return part if isinstance(part, MeetingRef) and part.ordinal is not None and (part.forum or part.kind) else None


def _is_not(part: Part) -> bool:
    return isinstance(part, Symbol) and part.is_a("logic", "not")


def _is_number_alone(ref: MeetingRef) -> bool:
    return ref.ordinal is not None and ref.forum is None and not ref.kind


def conjoined(parts: list[Part]) -> list[Part]:
    """`A and B`, `A, B and C` for things of one type or meetings; a meeting takes from the next what it lacks."""
    out: list[Part] = []
    parts = [part for at, part in enumerate(parts) if not _is_article(part, parts[at - 1 : at], parts[at + 1 : at + 2])]
    i = 0
    while i < len(parts):
        group = [parts[i]]
        while i + 2 < len(parts) and _is_and(parts[i + 1]) and _alike(group[0], parts[i + 2]):
            group.append(parts[i + 2])
            i += 2
        out.append(All(tuple(_shared(group))) if len(group) > 1 else group[0])
        i += 1
    return out


def _is_article(part: Part, before: Sequence[Part], after: Sequence[Part]) -> bool:
    """`et une édition`: the number one between `and` and a meeting that none numbers."""
    described = any(isinstance(p, MeetingRef) and not p.is_definite for p in after)
    return isinstance(part, Symbol) and part.is_a("number", "1") and described and any(_is_and(p) for p in before)


def _is_and(part: Part) -> bool:
    return isinstance(part, Symbol) and part.is_a("logic", "and")


def _alike(one: Part, other: Part) -> bool:
    if isinstance(one, Thing) and isinstance(other, Thing):
        return one.type == other.type
    if isinstance(one, MeetingRef) and isinstance(other, MeetingRef) and one.is_definite and other.is_definite:
        return True
    forums = [_series(one), _series(other)]
    return all(forums) and forums[0] != forums[1]


def _series(part: Part) -> Thing | None:
    """The forum of what describes its editions, none in particular: `a SACM edition`."""
    if isinstance(part, MeetingRef) and not part.is_definite and not part.step:
        return part.forum
    return part if isinstance(part, Thing) and part.type == "forum" else None


def _plain(group: Sequence[Part]) -> list[Part]:
    """A forum alone beside descriptions of meetings is one."""
    return [MeetingRef(forum=p, text=p.text) if isinstance(p, Thing) and p.type == "forum" else p for p in group]


def _shared(group: Sequence[Part]) -> list[Thing | MeetingRef]:
    forum = next((p.forum for p in group if isinstance(p, MeetingRef) and p.forum), None)
    kind = next((p.kind for p in group if isinstance(p, MeetingRef) and p.kind), "")
    return [
        replace(p, forum=p.forum or forum, kind=p.kind or kind) if isinstance(p, MeetingRef) and p.is_definite else p
        for p in (_plain(group) if kind or forum else group)
        if isinstance(p, MeetingRef | Thing)
    ]
