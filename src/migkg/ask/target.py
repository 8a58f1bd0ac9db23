"""What a question asks for: its form, and the type of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.ask.model import Extreme, MeetingRef, NotUnderstoodError, Period, PostRef, Quantity, Symbol, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from migkg.ask.clauses import Clause
    from migkg.ask.model import Part
    from migkg.ask.relations import Relation

_SCOPES = {"global": "GlobalProcess", "regional": "RegionalProcess", "interregional": "InterRegionalForum"}
_AGENTS = frozenset({"state", "organisation", "official"})
_ATTRIBUTES = frozenset({"year", "date"})
_MEETING = frozenset({"meeting"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`form` is `list`, `count` or `ask`; `types` are the classes that the answer may have; `at` its place.

    `meeting` describes the meetings asked for; `attribute` is `year` or `date` where a value of a thing is wanted;
    `scope` is a concept of the ontology, `doctype` a type of document; `used` are the places of the parts that say all
    this. `founding` names the relation that a year of founding belongs to.
    """

    form: str
    types: frozenset[str] = frozenset()
    at: int = -1
    meeting: MeetingRef | None = None
    attribute: str = ""
    scope: str = ""
    doctype: str = ""
    used: frozenset[int] = field(default=frozenset())
    founding: str = "found"

    def founds(self, clauses: Iterable[Clause]) -> bool:
        """Whether the question speaks of founding."""
        return any(clause.relation.name == self.founding for clause in clauses)


def target(parts: Sequence[Part], relations: Mapping[str, Relation]) -> Target:
    """What is asked for; raises NotUnderstoodError where a question word has nothing to ask for."""
    first = next((at for at, part in enumerate(parts) if isinstance(part, Symbol) and part.kind == "ask"), None)
    if first is None:
        return Target(form="ask")
    word = parts[first]
    value = word.value if isinstance(word, Symbol) else ""
    used = frozenset({first})
    match value:
        case "where":
            return Target(form="list", types=frozenset({"city"}), at=first, used=used)
        case "when":
            return Target(form="list", attribute="date", at=first, used=used)
        case "who":
            return Target(form="list", types=_AGENTS, at=first, used=used)
        case _:
            return _noun(parts, first, "count" if value == "howmany" else "list", relations)


def _noun(parts: Sequence[Part], first: int, form: str, relations: Mapping[str, Relation]) -> Target:
    """The noun after `which` or `how many`; superlatives and numbers may stand between."""
    for at in range(first + 1, len(parts)):
        part = parts[at]
        used = frozenset({first, at})
        if (
            isinstance(part, MeetingRef)
            and (part.kind or part.forum)
            and not (part.is_definite and _asks_of(parts[at + 1 :], relations))
        ):
            return Target(form=form, types=_MEETING, at=at, meeting=part, used=used)
        if isinstance(part, PostRef):
            return Target(form=form, types=frozenset({"official"}), at=first, used=used - {at})
        if isinstance(part, Symbol) and part.kind in {"class", "relation", "times", "doctype"}:
            return _symbol(part, form, at, first, relations)
        if not (_may_stand_between(part, form) or _is_denied(parts, at)):
            break
    word = parts[first]
    raise NotUnderstoodError("nothing is asked for by", (word.text,) if isinstance(word, Symbol) else ())


def _symbol(part: Symbol, form: str, at: int, first: int, relations: Mapping[str, Relation]) -> Target:
    used = frozenset({first, at})
    if part.kind == "relation":
        if relations[part.value].light:  # `what happened in Lima`
            ref = MeetingRef(kind="meeting", text=part.text)
            return Target(form=form, types=_MEETING, at=first, meeting=ref, used=used - {at})
        return Target(form=form, types=relations[part.value].open, at=first, used=used - {at})
    if part.kind == "times":
        return Target(form=form, types=_MEETING, at=at, meeting=MeetingRef(), used=used)
    if part.kind == "doctype":
        return Target(form=form, types=frozenset({"document"}), doctype=part.value, at=at, used=used)
    return _class(part, form, at, used)


def _may_stand_between(part: Part, form: str) -> bool:
    """A superlative, number or region; in `what did the forum adopt` also the subject."""
    if isinstance(part, Thing) and (len(part.terms) > 1 or part.type in {"city", "state", "official"}):
        return True
    if form == "list" and (isinstance(part, MeetingRef | Period) or (isinstance(part, Thing) and part.type == "forum")):
        return True
    return isinstance(part, Extreme | Quantity) or (isinstance(part, Symbol) and part.kind in {"age", "all", "form"})


def _is_denied(parts: Sequence[Part], at: int) -> bool:
    """`which non-members`: a denial with its noun."""
    part, after = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    denial = isinstance(part, Symbol) and part.is_a("logic", "not")
    return denial and isinstance(after, Symbol) and after.kind == "relation"


def _asks_of(after: Sequence[Part], relations: Mapping[str, Relation]) -> bool:
    """Whether a full relation follows and nothing that could fill its object: `what did the fifth SACM adopt`."""
    symbols = [p for p in after if isinstance(p, Symbol)]
    full = [p for p in symbols if p.kind == "relation" and not relations[p.value].light]
    named = [p for p in after if isinstance(p, Thing | PostRef)] + [p for p in symbols if p.kind != "relation"]
    return len(full) == 1 and not named


def _class(part: Symbol, form: str, at: int, used: frozenset[int]) -> Target:
    if part.value in _ATTRIBUTES:
        return Target(form=form, attribute=part.value, at=at, used=used)
    if part.value in _SCOPES:
        return Target(form=form, types=frozenset({"forum"}), at=at, scope=_SCOPES[part.value], used=used)
    return Target(form=form, types=frozenset({part.value}), at=at, used=used)
