"""`which states took part in every edition of the forum`: what holds of each of several meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.logic import Always, Kind, LogicalForm
from migkg.ask.meetings import EDITION
from migkg.ask.model import MeetingRef, NotUnderstoodError

if TYPE_CHECKING:
    from migkg.ask.clauses import Clause, Sentence
    from migkg.ask.model import Var
    from migkg.ask.target import Target


def reading(target: Target, sentence: Sentence, each: MeetingRef, answer: Var) -> LogicalForm:
    """The logical form: one relation, the editions of one forum, and nothing else said; else NotUnderstoodError."""
    clause = _clause(sentence, each)
    if each != MeetingRef(forum=each.forum, kind=each.kind, text=each.text) or each.kind not in {"", EDITION}:
        raise NotUnderstoodError("it is not clear what all of them are", (each.text,))
    if each.forum is None or target.form != "list" or len(target.types) != 1:
        raise NotUnderstoodError("it is not said of which forum", (each.text,))
    always = Always(clause.relation.name, each.forum, answer)
    return LogicalForm(form="list", target=answer, atoms=(always, Kind(answer, next(iter(target.types)))))


def _clause(said: Sentence, each: MeetingRef) -> Clause:
    more = said.measure or said.period or said.places or said.meetings or said.posts or said.within or said.also
    if len(said.clauses) == 1 and not more:
        clause = said.clauses[0]
        if clause.asks == "object" and not clause.negated and clause.subject is None:
            return clause
    raise NotUnderstoodError("something is said of each of several", (each.text,))
