"""Symbols that belong together joined: meetings, periods, quantities, posts, and things linked by `and`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migkg.ask.linked import completed, conjoined
from migkg.ask.model import MEETING_KINDS, Extreme, MeetingRef, Period, PostRef, Quantity, Symbol, Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from migkg.ask.model import Part
    from migkg.model import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """Things named by a word and a name together: posts by title and body, documents by type and city."""

    posts: Mapping[tuple[str, Term], tuple[Term, ...]]
    documents: Mapping[tuple[str, Term], tuple[Term, ...]]


_OPENS = frozenset({"since", "from", "of"})
_CLOSES = ("until", "to")
_BOUNDS = {"of": "=", "since": ">=", "until": "<=", "by": "<=", "before": "<", "after": ">"}
_STEPS = {"before": -1, "after": 1}
_EDITION = "conference"
_OPEN_ENDED = frozenset({">=", "<="})


def join(symbols: Sequence[Symbol], joints: Joints) -> list[Part]:
    """The parts of a question, in order; symbols that join with nothing stay as they are."""
    symbols = _compare_in_front(_denial_in_front(symbols))
    parts: list[Part] = [s for at, s in enumerate(symbols) if not (_names_year(symbols, at) or _doubled(symbols, at))]
    steps: tuple[Callable[[list[Part], int], tuple[Part, int] | None], ...] = (
        _period,
        _quantity,
        lambda p, i: _post(p, i, joints),
        lambda p, i: _document(p, i, joints),
        _meeting,
    )
    for step in steps:
        parts = _rewrite(parts, step)
    return conjoined(completed([_thing(part) for part in parts]))


def _names_year(symbols: Sequence[Symbol], at: int) -> bool:
    """`the year 2010`, `los años 2010 y 2012`: the word says what the number is."""
    after = symbols[at + 1] if at + 1 < len(symbols) else None
    asked = at > 0 and symbols[at - 1].kind == "ask"
    return symbols[at].is_a("class", "year") and after is not None and after.kind == "year" and not asked


def _denial_in_front(symbols: Sequence[Symbol]) -> Sequence[Symbol]:
    """`but B is not` is read as `but not B`."""
    if len(symbols) > 2 and symbols[-1].is_a("logic", "not") and symbols[-2].kind == "thing":
        joint, thing, denial = symbols[-3:]
        return [*symbols[:-3], joint, denial, thing] if joint.is_a("logic", "but", "and") else symbols
    return symbols


def _compare_in_front(symbols: Sequence[Symbol]) -> Sequence[Symbol]:
    """`five forums or more` is read as `five or more forums`."""
    for at in range(len(symbols) - 2):
        number, noun, compare = symbols[at : at + 3]
        if number.kind == "number" and noun.kind in {"class", "relation"} and compare.is_a("compare", *_OPEN_ENDED):
            return [*symbols[:at], number, compare, noun, *symbols[at + 3 :]]
    return symbols


def _doubled(symbols: Sequence[Symbol], at: int) -> bool:
    """`the next edition after the ninth`: the direction is said twice."""
    for symbol in symbols[at + 1 :] if symbols[at].kind == "step" else ():
        if symbol.kind in {"step", "order"}:
            return symbol.value == symbols[at].value
        if not (symbol.is_a("class", *MEETING_KINDS) or symbol.is_a("thing", "forum")):
            break
    return False


def _rewrite(parts: list[Part], step: Callable[[list[Part], int], tuple[Part, int] | None]) -> list[Part]:
    out: list[Part] = []
    i = 0
    while i < len(parts):
        made = step(parts, i)
        if made is None:
            out.append(parts[i])
            i += 1
        else:
            out.append(made[0])
            i = made[1]
    return out


def _at(parts: Sequence[Part], i: int, kind: str, *values: str) -> Symbol | None:
    part = parts[i] if 0 <= i < len(parts) else None
    return part if isinstance(part, Symbol) and part.is_a(kind, *values) else None


def _period(parts: list[Part], i: int) -> tuple[Part, int] | None:
    """`2010`; `May 2011`; `before 2010`; `between 2010 and 2015`; `from 2010 to 2015`; `3 to 5 May 2011`."""
    bound = _at(parts, i, "period") or _at(parts, i, "order")
    if bound is None:
        return _dated(parts, i)
    if bound.value == "between":
        low, link, high = _time(parts, i + 1), _at(parts, i + 2, "logic", "and"), _time(parts, i + 3)
        return (Period(((">=", low.value), ("<=", high.value))), i + 4) if low and link and high else None
    low, link, high = _time(parts, i + 1), _at(parts, i + 2, "period", *_CLOSES), _time(parts, i + 3)
    if low and link and high and bound.value in _OPENS:
        return Period(((">=", low.value), ("<=", high.value))), i + 4
    if low and bound.value in _OPENS and _at(parts, i + 2, "compare", *_OPEN_ENDED):  # `from 2010 onwards`
        return _spanned(parts, i + 1, low)
    op = _BOUNDS.get(bound.value)  # `from 2010` alone may mean that year or all since: no reading
    return (Period(((op, low.value),)), i + 2) if low and op else None


def _dated(parts: list[Part], i: int) -> tuple[Part, int] | None:
    """A year, month or day; a range of days; a decade."""
    if time := _time(parts, i):
        return _spanned(parts, i, time)
    year = _at(parts, i + 1, "year") if _at(parts, i, "decade") else None
    if year and year.value.endswith("0"):
        return Period(((">=", year.value), ("<=", str(int(year.value) + 9)))), i + 2
    if days := _at(parts, i, "dates"):
        first, _, last = days.value.partition("/")
        return Period(((">=", first), ("<=", last))), i + 1
    return None


def _spanned(parts: Sequence[Part], i: int, time: Symbol) -> tuple[Part, int]:
    """A year or day; `1996-2003`; `2010 or later`, `from 2010 onwards`."""
    after = _at(parts, i + 1, "year")
    if time.kind == "year" and after and after.start - time.end == 1 and after.value > time.value:
        return Period(((">=", time.value), ("<=", after.value))), i + 2
    if open_ended := _at(parts, i + 1, "compare", *_OPEN_ENDED):
        return Period(((open_ended.value, time.value),)), i + 2
    return Period((("=", time.value),)), i + 1


def _time(parts: Sequence[Part], i: int) -> Symbol | None:
    return _at(parts, i, "year") or _at(parts, i, "date")


def _quantity(parts: list[Part], i: int) -> tuple[Part, int] | None:
    """`at least two (times)`, `more than three`, `two times`; `the most (times)`."""
    if extreme := _at(parts, i, "extreme"):
        times = _at(parts, i + 1, "times") is not None
        return Extreme(extreme.value == "most", times), i + 1 + times
    compare = _at(parts, i, "compare")
    number = _at(parts, i + (compare is not None), "number")
    if number is None:
        return None
    after = i + 1 + (compare is not None)
    times = _at(parts, after, "times") is not None
    behind = _at(parts, after + times, "compare", *_OPEN_ENDED) if compare is None else None
    if behind is not None:  # `three or more times`, `three times or more`
        times_behind = not times and _at(parts, after + 1, "times") is not None
        return Quantity(behind.value, int(number.value), times or times_behind), after + 1 + times + times_behind
    if compare is None and not times:
        return None
    op = compare.value if compare else ">="
    return Quantity(op, int(number.value), times, bare=compare is None), after + times


def _post(parts: list[Part], i: int, joints: Joints) -> tuple[Part, int] | None:
    """`Director General of IOM`, `IOM Director General`."""
    for title_at, body_at in ((i, i + 1), (i + 1, i)):
        title, body = _at(parts, title_at, "title"), _at(parts, body_at, "thing", "organisation", "state")
        if title and body:
            found = joints.posts.get((title.value, body.terms[0]), ())
            if found:
                return PostRef(found, f"{title.text} ({body.text})"), i + 2
    return None


def _document(parts: list[Part], i: int, joints: Joints) -> tuple[Part, int] | None:
    """`the Declaration of Quito`, `the Quito Declaration`."""
    for kind_at, city_at in ((i, i + 1), (i + 1, i)):
        kind, city = _at(parts, kind_at, "doctype"), _at(parts, city_at, "thing", "city")
        found = joints.documents.get((kind.value, city.terms[0]), ()) if kind and city else ()
        if kind and city and found and not _at(parts, i - 1, "ask", "which"):
            return Thing("document", found, f"{kind.text} ({city.text})"), i + 2
    return None


def _meeting(parts: list[Part], i: int) -> tuple[Part, int] | None:
    """`the tenth SACM`, `fifth summit of the GFMD`, `last conference of ...`, `edition after the tenth`."""
    ref, j = MeetingRef(), i
    while j < len(parts):
        part = parts[j]
        step = _at(parts, j, "step") or (_at(parts, j, "order") if ref != MeetingRef() else None)
        if step is not None:
            stepped = _beside(parts, j, ref) or _counted(parts, j, ref, step)
            if stepped is None:
                break
            ref, j = stepped
            continue
        bigger = _added(ref, part) if isinstance(part, Symbol) else None
        if bigger is None and _is_number_of(ref, part) and isinstance(part, Symbol):
            bigger = replace(ref, ordinal=int(part.text))
        if bigger is None:
            break
        ref, j = bigger, j + 1
    if ref == MeetingRef(forum=ref.forum):
        if not (j > i and _asked_for(parts, i)):
            return None
        ref = replace(ref, kind=_EDITION)
    text = " ".join(part.text for part in parts[i:j] if isinstance(part, Symbol))
    return replace(ref, text=text), j


def _counted(parts: Sequence[Part], j: int, ref: MeetingRef, step: Symbol) -> tuple[MeetingRef, int] | None:
    """`edition after the tenth`."""
    ordinal = _at(parts, j + 1, "ordinal")
    if ordinal is None or ref.ordinal is not None:
        return None
    return replace(ref, ordinal=int(ordinal.value), step=_STEPS[step.value]), j + 2


def _beside(parts: Sequence[Part], j: int, ref: MeetingRef) -> tuple[MeetingRef, int] | None:
    """`following the Berlin summit`, `before the one in Lima in 2009`: next to a meeting that its place describes."""
    step, place = _at(parts, j, "step"), _at(parts, j + 1, "thing", "city", "state")
    if step is None or place is None or len(place.terms) != 1 or ref.step or ref.ordinal is not None or ref.last:
        return None
    when = parts[j + 2] if j + 2 < len(parts) else None
    year = when if isinstance(when, Period) and len(when.bounds) == 1 and when.bounds[0][0] == "=" else None
    near = Thing(place.value, place.terms, place.text)
    return replace(ref, step=_STEPS[step.value], near=near, near_in=year), j + 2 + (year is not None)


def _is_number_of(ref: MeetingRef, part: Part) -> bool:
    """`SACM 12`, `edition 5`: figures behind a name or a kind of meeting."""
    named = ref.forum is not None or bool(ref.kind)
    return named and ref.ordinal is None and isinstance(part, Symbol) and part.kind == "number" and part.text.isdigit()


def _added(ref: MeetingRef, part: Symbol) -> MeetingRef | None:
    """The description with one more part, or None where it has such a part already or cannot have it."""
    if part.is_a("ordinal") and ref.ordinal is None:
        return replace(ref, ordinal=int(part.value))
    if part.is_a("pick", "last") and not ref.last:
        return replace(ref, last=True)
    if part.is_a("class", *MEETING_KINDS) and not ref.kind:
        return replace(ref, kind=part.value)
    if part.is_a("thing", "forum") and ref.forum is None:
        return replace(ref, forum=Thing("forum", part.terms, part.text))
    return None


def _asked_for(parts: Sequence[Part], i: int) -> bool:
    """`Which GFMD ...`, `how many GFMD ...`: a forum's name right behind the question word means its editions."""
    word, name = _at(parts, i - 1, "ask", "which", "howmany"), parts[i]
    return word is not None and isinstance(name, Symbol) and name.start - word.end == 1


def _thing(part: Part) -> Part:
    if isinstance(part, Symbol) and part.kind == "thing":
        return Thing(part.value, part.terms, part.text, part.apart)
    return part


def relatives(symbols: Sequence[Symbol]) -> list[Symbol]:
    """Question words after the first are relative: a second `when` gives a time, the others say nothing.

    Behind `and` they ask a second question, and stay, as does a number that is asked for.
    """
    out: list[Symbol] = []
    asked = False
    for symbol in symbols:
        if symbol.kind != "ask" or symbol.value == "howmany" or not asked or (out and out[-1].is_a("logic", "and")):
            out.append(symbol)
        elif symbol.value == "when":
            out.append(replace(symbol, kind="time", value="during"))
        asked = asked or symbol.kind == "ask"
    return out
