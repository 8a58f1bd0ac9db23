"""The meeting that a question speaks of: one description put together from all its parts, and what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg.ask.clauses import as_meeting, merged
from migkg.ask.logic import Beside, InForum, InYears, Kind, Latest, Nth, Statement
from migkg.ask.model import YEAR, All, MeetingRef, NotUnderstoodError, Thing, Var

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.ask.clauses import Clause, Sentence
    from migkg.ask.logic import Atom
    from migkg.ask.model import Node
    from migkg.ask.target import Target

EDITION = "conference"
SUMMIT = "summit"
ANY_FORUM = Var("forum", frozenset({"forum"}))


class Meetings:
    """What a question says of meetings.

    `var` is the meeting that all clauses share unless they name their own; `plenary` gives for each forum the kinds
    of meeting at which its plenary meets.
    """

    def __init__(
        self, target: Target, sentence: Sentence, answer: Var, plenary: Mapping[str, frozenset[str]], held: str
    ) -> None:
        """`held` is the relation of a meeting to its place."""
        self._target = target
        self._sentence = sentence
        self._plenary = plenary
        self._answer = answer
        self._held = held
        self.own: dict[int, MeetingRef] = {}
        """Descriptions of meetings of their own, by the place of their clause: `the tenth but not the ninth`."""
        self.var = answer if target.types == {"meeting"} else Var("meeting", frozenset({"meeting"}))
        self.described = self._describe()
        self._deny_apart()
        self.are_apart = False
        """Whether several objects have a meeting each, so that there is none that all clauses share."""

    @property
    def tenure_is_dated(self) -> bool:
        """Whether a time is asked for, and a post or its holder named, and no meeting: the time is that of a tenure."""
        said = self._sentence
        nothing_else = not (said.clauses or said.places or said.during or said.period or self.described)
        return bool(self._target.attribute and nothing_else and (said.posts or said.serves))

    @property
    def is_needed(self) -> bool:
        """Whether the question says anything of a meeting."""
        said = self._sentence
        return not (self.are_apart or self.tenure_is_dated) and bool(
            self.described is not None
            or any(c.says_something and not isinstance(c.subject, All) for c in self._clauses())
            or said.places
            or said.form
            or said.measured == "meeting"
            or any(c.relation.light for c in said.clauses)
            or (self._target.attribute and not self._target.founds(said.clauses))
        )

    @property
    def is_told(self) -> bool:
        """Whether anything tells which meetings are meant, be it that all are."""
        said = self._sentence
        beside = said.places or said.period or said.measure or said.forums or self._target.types & {"meeting", "forum"}
        return bool(self.described is not None or beside or said.form)

    def atoms(self) -> Iterator[Atom]:
        """What is said of the shared meeting itself."""
        mains = [c.relation.main for c in self._clauses()]
        yield from self.described_as(self.var, self.described or MeetingRef(), main=any(mains) or not mains)

    def described_as(self, var: Var, ref: MeetingRef, *, main: bool) -> Iterator[Atom]:
        """A description as atoms; `main` where a forum alone means its editions."""
        forum = ref.forum or self._forum_of(ref)
        ref = self._settled(ref, forum)
        edition = ref.kind == EDITION or (isinstance(forum, Thing) and not ref.kind and main)
        if forum is not None:
            year, places = ("", ()) if edition else self._occasion(ref)
            yield InForum(var, forum, edition, itself=self.is_series(ref), year=year, places=places)
        if (ref.kind and ref.kind != SUMMIT) or forum is None:
            yield Kind(var, ref.kind or "meeting")
        if ref.near is not None:
            other = Var(f"{var.name}Near", frozenset({"meeting"}))
            yield from (Beside(var, other, ref.step), Statement(self._held, other, ref.near))
            yield InForum(other, forum or var, main=True)
            if ref.near_in is not None:
                yield InYears(other, "year", ref.near_in.bounds)
        elif ref.ordinal is not None:
            yield Nth(var, ref.ordinal + ref.step, forum or var, "" if edition else ref.kind)
        if ref.last and forum is not None:
            yield Latest(var, forum, self._bounds(ref), tuple(self._places()), tuple(self._had()))

    def _bounds(self, ref: MeetingRef) -> tuple[tuple[str, str], ...]:
        """The years in which the last is looked for: `the last conference before 2010`."""
        period = self._sentence.period
        if period and any(len(time) > YEAR for _, time in period.bounds):
            raise NotUnderstoodError("the last is looked for by years only", (ref.text,))
        return period.bounds if period else ()

    def _places(self) -> Iterator[Thing]:
        """The places in which the last is looked for: `the last conference held in Montevideo`."""
        yield from self._sentence.places
        yield from (
            c.object for c in self._clauses() if c.relation.light and isinstance(c.object, Thing) and not c.negated
        )

    def _had(self) -> Iterator[tuple[str, Thing]]:
        """What a last meeting that is asked for was the last to have: `the last conference that Chile chaired`."""
        asked = self._target.meeting
        for clause in self._clauses() if asked is not None and asked.last else ():
            if not clause.relation.light and isinstance(clause.object, Thing) and not clause.negated:
                yield clause.relation.name, clause.object

    def the_forum(self) -> Node:
        """The one forum that the question names, else one left open."""
        if self._target.types == {"forum"}:
            return self._answer
        named = self.named_forums()
        if len(named) == 1:
            return named[0]
        if not named and (self._sentence.measured == "forum" or self._sentence.forums):
            return ANY_FORUM
        raise NotUnderstoodError("it is not said which forum is meant")

    def named_forums(self) -> list[Thing]:
        """The forums that the question names, each once."""
        found: list[Thing] = []
        subjects = [c.subject for c in self._sentence.clauses]
        for part in [self._target.meeting, *self._sentence.meetings, *subjects]:
            for one in part.parts if isinstance(part, All) else [part]:
                forum = one.forum if isinstance(one, MeetingRef) else one
                if isinstance(forum, Thing) and forum.type == "forum" and forum not in found:
                    found.append(forum)
        return found

    def _clauses(self) -> Iterator[Clause]:
        return (c for c in self._sentence.clauses if c.relation.subject == "meeting")

    def _describe(self) -> MeetingRef | None:
        """What the target, the loose parts and the clauses say, as one; they must not disagree."""
        parts: list[MeetingRef | Thing | All] = [] if self._target.meeting is None else [self._target.meeting]
        parts += self._sentence.meetings
        clauses = [c for c in self._clauses() if c.subject is not None and not isinstance(c.subject, All)]
        parts += [c.subject for c in clauses if c.subject is not None and not self._is_own(c, parts, clauses)]
        self._refuse_merged(clauses)
        if not parts and any(c.says_something and c.subject is None for c in self._clauses()):
            parts += self.named_forums()[:2]  # `which members of the forum have never hosted it`
        described: MeetingRef | None = None
        for part in parts:
            described = as_meeting(part) if described is None else merged(described, part)
            if described is None:
                raise NotUnderstoodError("two descriptions of one meeting", (getattr(part, "text", ""),))
        return described

    def _is_own(self, clause: Clause, loose: Sequence[MeetingRef | Thing | All], clauses: Sequence[Clause]) -> bool:
        """Whether a clause speaks of another meeting than the first; nothing may be said that could mean either."""
        said, first = self._sentence, loose[0] if loose else clauses[0].subject
        unclear = said.period or said.places or said.measure or said.during or said.form or said.edge
        if clause is clauses[0] or clause.subject is None or first is None or clause.relation.light or unclear:
            return False
        ref = as_meeting(clause.subject)
        if ref is None or self._target.types == {"meeting"} or merged(first, clause.subject):
            return False
        self.own[clause.at] = ref
        return True

    def _deny_apart(self) -> None:
        """`took part in the forum but never hosted it`: what is denied is denied of all its meetings.

        What is denied of a meeting as such (`conferences not chaired by Chile`) stays with it.
        """
        definite = self.described is not None and self.described.is_definite
        if definite or self._target.attribute or self._target.types == {"meeting"} or self._is_one_year:
            return
        shared = [c for c in self._clauses() if c.says_something and c.at not in self.own]
        said = [c for c in shared if not (c.negated or isinstance(c.subject, All))]
        for clause in shared if said else ():
            if clause.negated and not isinstance(clause.subject, All) and self._is_of_all(clause, said):
                self.own[clause.at] = self.described or MeetingRef()

    def _is_of_all(self, clause: Clause, said: Sequence[Clause]) -> bool:
        """Whether a denial beside what is said of some meetings is of all; NotUnderstoodError where it is unclear."""
        again = any(c.relation is clause.relation for c in said)
        if clause.asks != "object" and not (again or self._target.form == "ask"):
            return False
        more = self._sentence
        unclear = more.period or more.places or more.during or more.form or more.edge
        if unclear or (clause.asks != "object" and not (again and clause.relation.light)):
            raise NotUnderstoodError("it is not clear which meetings are meant", (clause.relation.name,))
        return True

    @property
    def _is_one_year(self) -> bool:
        """Whether a forum and a year are all that describes the meetings: there is mostly one."""
        period = self._sentence.period
        forum = self.described is not None and self.described.forum is not None
        return forum and period is not None and len(period.bounds) == 1 and period.bounds[0][0] == "="

    def _refuse_merged(self, clauses: Sequence[Clause]) -> None:
        """`those that hosted the forum took part in the twelfth`: one meeting is meant by one of two relations only."""
        named = [c for c in clauses if c.at not in self.own and not c.relation.light and c.subject is not None]
        refs = [ref for c in named if c.subject is not None and (ref := as_meeting(c.subject))]
        if self._target.types != {"meeting"} and len({ref.is_definite for ref in refs}) > 1:
            raise NotUnderstoodError("two descriptions of one meeting", tuple(ref.text for ref in refs))

    def _forum_of(self, ref: MeetingRef) -> Node | None:
        """The forum of a description that names none: the one asked for, or for one meeting the only one named."""
        if self._target.types == {"forum"}:
            return self._answer
        if not ref.is_definite:
            return ANY_FORUM if self._sentence.measured == "forum" or self._sentence.forums else None
        named = self.named_forums()
        if len(named) != 1:
            raise NotUnderstoodError("it is not said of which forum", (ref.text,))
        return named[0]

    def _settled(self, ref: MeetingRef, forum: Node | None) -> MeetingRef:
        """A meeting at the level at which the plenary of its forum meets is an edition; so is a numbered meeting."""
        code = forum.terms[0].rpartition("/")[2].rstrip(">") if isinstance(forum, Thing) else ""
        numbered = ref.is_definite and ref.kind in {"", "meeting"}
        if numbered or ref.kind in self._plenary.get(code, frozenset()) or (ref.kind == SUMMIT and forum is None):
            return replace(ref, kind=EDITION)
        if ref.kind == SUMMIT and not ref.is_definite:
            raise NotUnderstoodError("it is not clear which meetings are meant", (ref.text,))
        return ref

    def _occasion(self, ref: MeetingRef) -> tuple[str, tuple[Thing, ...]]:
        """Year and places beside a forum alone: its edition of then and there, if there was one, is meant."""
        said = self._sentence
        alone = replace(ref, forum=None, text="") == MeetingRef() and isinstance(ref.forum, Thing)
        if not alone or said.measure or self._target.types == {"meeting"}:
            return "", ()
        (op, time), *more = said.period.bounds if said.period else (("", ""),)
        if more or op not in {"", "="} or len(time) > YEAR:
            return "", ()
        return time, tuple(said.places)

    def is_series(self, ref: MeetingRef) -> bool:
        """Whether a forum that is named alone may itself be the subject: a chair of the forum, not of a meeting."""
        said = self._sentence
        alone = replace(ref, forum=None, text="") == MeetingRef() and not self._target.attribute
        loose = not (said.places or said.period or said.measure or said.during)
        relations = [c.relation for c in self._clauses() if c.says_something]
        return alone and loose and len(relations) == 1 and relations[0].series
