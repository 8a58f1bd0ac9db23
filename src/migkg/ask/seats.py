"""`who chairs the forum`: a forum alone is named, and who has the relation to it is meant, not to one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.logic import LogicalForm, Sits
from migkg.ask.model import Thing

if TYPE_CHECKING:
    from migkg.ask.clauses import Sentence
    from migkg.ask.meetings import Meetings
    from migkg.ask.model import Var
    from migkg.ask.target import Target


def reading(target: Target, sentence: Sentence, meetings: Meetings, answer: Var) -> LogicalForm | None:
    """The logical form, or None where a type is asked for, or more is said than the forum and the relation."""
    ref, clauses = meetings.described, sentence.clauses
    if ref is None or len(clauses) != 1 or not meetings.is_series(ref) or not isinstance(ref.forum, Thing):
        return None
    relation, more = clauses[0].relation, sentence.officials or sentence.posts or sentence.form or sentence.also
    open_ended = target.form == "list" and len(target.types) > 1 and relation.sits < target.types
    if not relation.sits or not open_ended or more or clauses[0].negated or clauses[0].asks != "object":
        return None
    sits = Sits(relation.name, ref.forum, answer, relation.sits)
    return LogicalForm(form="list", target=answer, atoms=(sits,))
