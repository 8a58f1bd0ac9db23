"""Findings that name both sides of a disagreement, and keys that looked like one but were kept apart.

The check is `contradiction/PROPERTY/KIND` (`contradiction/year/count-rule`). Sentences are data: `messages` maps a
language to sections (`contradiction`, `identity`), each with the templates `problem` and `remedy`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.claim_table import source_of
from migkg.fuse import kinds
from migkg.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.fuse.accept import Candidate, Loss
    from migkg.model import Claim

    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]

CHECKS = ("contradiction/", "identity/")
"""How the names of the checks begin whose findings are those of fusion."""
_TOPICS = {
    **dict.fromkeys(predicates.PRESENCE, predicates.PRESENT),
    "hasObserver": "hasMember",
    **predicates.PROPERTIES,
}
"""Properties that disagree with another one, by the property that the disagreement is called after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A value that does not go with another of one subject, and the kind of the disagreement."""

    subject: str
    loss: Loss
    kind: str

    def finding(self, messages: Messages) -> Finding:
        """The finding that names the claims of both sides."""
        loser, winner = self.loss.loser, self.loss.against
        path = predicates.PROPERTIES.get(loser.predicate, loser.predicate)
        fields = {
            "subject": self.subject,
            "predicate": path,
            "value": loser.object,
            "sources": _sources(loser.stating),
            "accepted": winner.object if winner.predicate == loser.predicate else f"{winner.predicate} {winner.object}",
            "accepted_sources": _sources(winner.supporting),
        }
        return Finding(
            severity=Severity.WARNING,
            check=f"contradiction/{topic(loser)}/{kinds.slug(self.kind)}",
            focus=self.subject,
            path=path,
            value=loser.object,
            message=_filled(messages, "contradiction", "problem", fields),
            remedy=_filled(messages, "contradiction", "remedy", fields),
            claims=tuple(sorted({claim.id for claim in (*winner.supporting, *loser.stating)})),
        )


def topic(candidate: Candidate) -> str:
    """The property that a disagreement is called after."""
    return _TOPICS.get(candidate.predicate, candidate.predicate)


def _sources(claims: Iterable[Claim]) -> str:
    return ", ".join(sorted({source_of(claim) for claim in claims}))


def worded(finding: Finding, messages: Messages) -> Finding:
    """A finding about identity with its sentences."""
    fields = {"subject": finding.focus, "value": finding.value}
    return replace(
        finding,
        message=_filled(messages, "identity", "problem", fields),
        remedy=_filled(messages, "identity", "remedy", fields),
    )


def _filled(messages: Messages, section: str, name: str, fields: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (lang, sections[section][name].format_map(fields))
        for lang, sections in sorted(messages.items())
        if name in sections.get(section, {})
    )
