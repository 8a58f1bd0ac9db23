"""A plain question, how it was read, what the graph answers, and which sentences stand behind the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.errors import MigkgError
from migkg.query import Kind
from migkg.web import evidence
from migkg.web.models import AskPage, Reading

if TYPE_CHECKING:
    from migkg.api.asking import Reply
    from migkg.web.library import Library

_SHOWN = 200
"""Answers on a page."""

_SOURCES = 20
"""Claims on a page."""


def ask_page(library: Library, question: str, lang: str) -> AskPage:
    """The answer to a question; the empty question has none. What is not understood is said in `problem`."""
    if not question.strip():
        return AskPage()
    try:
        reply = library.asker.ask(question)
        claims = [names.expand(support.claim) for support in library.asker.evidence(reply)]
    except MigkgError as error:
        return AskPage(question=question, problem=error.problem, hint=error.hint)
    return AskPage(
        question=question,
        reading=_reading(library, reply, lang),
        sources=tuple(evidence.source(library, claim, lang) for claim in claims[:_SOURCES]),
        claims=len(claims),
        caveat=library.asker.caveat(reply),
        others=tuple(_reading(library, other, lang) for other in reply.alternatives),
    )


def _reading(library: Library, reply: Reply, lang: str) -> Reading:
    result = reply.result
    rows = tuple(result.rows)
    return Reading(
        words=tuple(words for words, _ in reply.understood.seen),
        sparql=reply.understood.sparql,
        yes=result.boolean if result.kind is Kind.ASK else None,
        answers=tuple(library.value(term, lang) for row in rows[:_SHOWN] for term in row if term is not None),
        total=len(rows),
    )
