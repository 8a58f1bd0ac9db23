"""What fusion makes of all claims seen together: who is who, what is accepted, what disagrees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.model import Fact, Finding, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What fusion made of one claim: its subject and object after identity, its status, and why.

    `reason` is empty for an accepted claim, else a code: `unverified`, `predicate`, `domain`, `range`,
    `outvoted`, `several meetings`, `of a session`, `out of series`.
    """

    subject: str
    predicate: str
    object: str
    status: Status
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What people found of a documented disagreement: its kind, and which of its values are in error.

    `expressed` is false where the claim table has no predicate for it; `subject` and `predicate` are then empty.
    """

    number: str
    subject: str
    predicate: str
    kind: str
    wrong: frozenset[str] = frozenset()
    expressed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Merge:
    """Two keys that became one: `old` is now `kept`, for `reason` (a code), by the ids of `claims`."""

    kept: str
    old: str
    reason: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fusion:
    """All claims seen together: who is who, what is accepted, what disagrees; every part sorted.

    `subjects` maps the key of a meeting or person, as stated, to the settled key (`CODE/x` is scoped to its
    article first: `edition:SACM/x-fr-seed`); `resolved` maps the id of every claim. `names` gives the names of each
    document by its key, as language and text: sorted by language, the best of each language first.
    """

    subjects: Mapping[str, str]
    resolved: Mapping[str, Resolved]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    merges: tuple[Merge, ...]
    names: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
