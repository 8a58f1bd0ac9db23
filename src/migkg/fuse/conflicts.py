"""Findings that name both sides of a disagreement, and keys that looked like one but were kept apart.

The check is `contradiction/PREDICATE`; a further part after another slash is kept for its kind
(`contradiction/year/count-rule`). Sentences are data: `messages` maps a language to sections
(`contradiction`, `identity`), each with the templates `problem` and `remedy`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.claim_table import source_of
from migkg.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.fuse.accept import Candidate, Decision
    from migkg.model import Claim

    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]


def contradictions(subject: str, decision: Decision, messages: Messages) -> list[Finding]:
    """A finding for each value that lost, with the claims of both sides."""
    return [_contradiction(subject, decision.winner, loser, messages) for loser in decision.losers]


def _contradiction(subject: str, winner: Candidate, loser: Candidate, messages: Messages) -> Finding:
    fields = {
        "subject": subject,
        "predicate": loser.predicate,
        "value": loser.object,
        "sources": _sources(loser.stating),
        "accepted": winner.object if winner.predicate == loser.predicate else f"{winner.predicate} {winner.object}",
        "accepted_sources": _sources(winner.supporting),
    }
    return Finding(
        severity=Severity.WARNING,
        check=f"contradiction/{predicates.PRESENT if loser.predicate in predicates.PRESENCE else loser.predicate}",
        focus=subject,
        path=loser.predicate,
        value=loser.object,
        message=_filled(messages, "contradiction", "problem", fields),
        remedy=_filled(messages, "contradiction", "remedy", fields),
        claims=tuple(sorted({claim.id for claim in (*winner.supporting, *loser.stating)})),
    )


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
