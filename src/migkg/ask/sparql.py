"""The SPARQL of a logical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.ask.atoms import nodes, speaks_of
from migkg.ask.logic import (
    Attribute,
    Beside,
    Form,
    Holds,
    InForum,
    InYears,
    Kind,
    Latest,
    Nth,
    OneOf,
    Sits,
    Statement,
    Succeeds,
)
from migkg.ask.model import Thing, Var
from migkg.ask.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.ask.logic import Atom, Counted, LogicalForm
    from migkg.ask.model import Node
    from migkg.ask.relations import Relation


class Compiler:
    """Writes one logical form; `facts` are its triple patterns, for whoever looks for their evidence.

    `lang` is the language of the question: texts are listed in it where there are any in it.
    """

    def __init__(self, form: LogicalForm, relations: Mapping[str, Relation], lang: str) -> None:
        self.form = form
        self.relations = relations
        self.lang = lang
        self.patterns = Patterns(relations)
        self.body = self._body()
        self.facts = tuple(dict.fromkeys(self.patterns.facts))

    def query(self) -> str:
        """The query: its first column is the answer."""
        form, body = self.form, self.body
        if form.counted and form.form == "ask":
            return self._numbered(form.counted)
        if form.counted and form.form == "count":
            grouped = indented([f"{{ {self._grouped(form.counted)} }}"])
            return f"SELECT (COUNT(DISTINCT ?answer) AS ?number) WHERE {{\n{grouped}\n}}"
        if form.form == "ask":
            return f"ASK {{\n{indented(body)}\n}}"
        if form.form == "count":
            return f"SELECT (COUNT(DISTINCT ?answer) AS ?count) WHERE {{\n{indented(body)}\n}}"
        if form.counted:
            return self._grouped(form.counted)
        columns, more = self._context()
        order = [c for c in columns if c in {"?year", "?start"}]
        select = " ".join(["?answer", *columns])
        where = indented([*body, *self._in_language(), *more])
        found = f"SELECT DISTINCT {select} WHERE {{\n{where}\n}}\n"
        if form.edge:
            return f"{found}ORDER BY {'DESC' if form.edge == 'MAX' else 'ASC'}(STR(?answer))\nLIMIT 1"
        return f"{found}ORDER BY {' '.join([*order, '?answer'])}"

    def _in_language(self) -> list[str]:
        """Of the texts that something bears in several languages only those in the language of the question."""
        target = self.form.target
        if target is None or not target.types:
            return []
        return [
            f'FILTER (LANG(?answer) = "{self.lang}" || NOT EXISTS {{ {self.patterns.node(atom.subject)} '
            f'{self.patterns.path(atom)} ?own . FILTER (LANG(?own) = "{self.lang}") }})'
            for atom in self.form.atoms
            if isinstance(atom, Statement)
            and atom.object == target
            and not atom.negated
            and target.types <= self.relations[atom.relation].texts
        ]

    def evidence(self) -> str:
        """All bindings of the variables of the facts behind the answers."""
        used = {name for s, _, o in self.facts for name in (s, o) if name.startswith("?")}
        columns = sorted(used | ({"?answer"} if self.form.target else set()))
        return f"SELECT DISTINCT {' '.join(columns) or '(1 AS ?holds)'} WHERE {{\n{indented(self.body)}\n}}"

    def assumptions(self) -> tuple[tuple[str, str], ...]:
        """What must be so for the question to have an answer.

        A meeting that is described exactly exists; of it, and of a forum that is named, the graph says something of the
        kind that is asked or denied. Beside each stands the property of which it says nothing.
        """
        found = [self._seated(atom) for atom in self.form.atoms if isinstance(atom, Sits)]
        for atom in self.form.atoms:
            if isinstance(atom, Nth):
                found.append((self._ask(atom.meeting), f"{atom.kind} {atom.ordinal}".strip()))
            if isinstance(atom, Beside):
                found.append((self._one(atom.other), "nextEdition"))
            if isinstance(atom, Statement):
                said = self.patterns.path(atom).partition("|")[0].removeprefix("mf:")
                found += ((query, said) for query in self._stated(atom))
            if isinstance(atom, Succeeds):
                found.append((self._ask(atom.official, " ".join(self.patterns.lines(atom))), "hasTenure"))
            if isinstance(atom, InYears | Form) and self.form.form == "ask":
                attribute = atom.attribute if isinstance(atom, InYears) else "form"
                known = f"{self.patterns.node(atom.node)} mf:{attribute} ?somebody ."
                found.append((self._ask(atom.node, known), attribute))
        return tuple(dict.fromkeys(found))

    def _stated(self, atom: Statement) -> Iterator[str]:
        """Queries that are true where the graph says the like of the meeting or forum, or of such meetings."""
        to_decide = self.form.form == "ask" and isinstance(atom.subject, Var)
        if self._is_definite(atom.subject) or to_decide:
            listed = f"{self.patterns.node(atom.subject)} {self.patterns.path(atom)} ?somebody ."
            yield self._ask(atom.subject, listed)
        if self._is_asked(atom) or self._is_denied(atom):
            yield self._told(atom)

    def _seated(self, atom: Sits) -> tuple[str, str]:
        """A query that is true where only who has the relation to the forum has it to its meetings."""
        others = " ".join([*self.patterns.values([self.patterns.node(atom.forum)]), *self.patterns.unseated(atom)])
        said = next(iter(self.relations[atom.relation].paths.values()))[0]
        return f"ASK {{ FILTER NOT EXISTS {{ {others} }} }}", said

    def _context(self) -> tuple[list[str], list[str]]:
        """Columns that help to read an answer: when and where a meeting was."""
        target = self.form.target
        if target is not None and target.types == {"meeting"}:
            return ["?year", "?city"], ["OPTIONAL { ?answer mf:year ?year }", "OPTIONAL { ?answer mf:heldIn ?city }"]
        columns: list[str] = []
        more: list[str] = []
        if any(isinstance(a, Attribute) and a.attribute == "date" for a in self.form.atoms):
            columns = ["?end", "?year"]
        if "where" in self.form.also:
            columns.append("?city")
            more.append("OPTIONAL { ?meeting mf:heldIn ?city }")
        if "when" in self.form.also:
            columns += ["?start", "?year"]
            more += ["OPTIONAL { ?meeting mf:startDate ?start }", "OPTIONAL { ?meeting mf:year ?year }"]
        return list(dict.fromkeys(columns)), more

    def _numbered(self, counted: Counted) -> str:
        """Whether so many things fit."""
        inner = f"SELECT (COUNT(DISTINCT ?{counted.var.name}) AS ?those) WHERE {{\n{indented(self.body)}\n}}"
        return f"ASK {{\n  {{ {inner} }}\n  FILTER (?those {counted.op} {counted.number})\n}}"

    def _grouped(self, counted: Counted) -> str:
        def select(name: str) -> str:
            count = f"(COUNT(DISTINCT ?{counted.var.name}) AS ?{name})"
            return f"SELECT ?answer {count} WHERE {{\n{indented(self.body)}\n}}\nGROUP BY ?answer"

        if counted.op in {"MAX", "MIN"}:
            inner = indented([f"{{ {select('n')} }}"])
            extreme = f"SELECT ({counted.op}(?n) AS ?count) WHERE {{\n{inner}\n}}"
            both = indented([f"{{ {select('count')} }}", f"{{ {extreme} }}"])
            return f"SELECT ?answer ?count WHERE {{\n{both}\n}}\nORDER BY ?answer"
        having = f"HAVING (COUNT(DISTINCT ?{counted.var.name}) {counted.op} {counted.number})"
        return f"{select('count')}\n{having}\nORDER BY DESC(?count) ?answer"

    def _body(self) -> list[str]:
        """What is said, then what is denied; what is said of a meeting only denied stands inside the denial."""
        atoms = self.form.atoms
        denials = [a for a in atoms if isinstance(a, Statement) and a.negated]
        hidden = self._only_denied()
        said = [a for a in atoms if a not in denials and not any(speaks_of(a, node) for node in hidden)]
        lines = [line for atom in said for line in self.patterns.lines(atom)]
        lines = [*self.patterns.values(lines), *lines]
        if self.form.age:
            lines += _aged(self.form.age, [a.things for a in atoms if isinstance(a, OneOf)])
        return lines + [line for atom in denials for line in self._denied(atom, lines)]

    def _only_denied(self) -> set[Node]:
        """Meetings, none in particular, of which the question says only what is not so."""
        statements = [a for a in self.form.atoms if isinstance(a, Statement)]
        affirmed: set[Node | None] = {a.subject for a in statements if not a.negated}
        affirmed |= {a.meeting for a in self.form.atoms if isinstance(a, Nth | Latest | Beside | Holds)}
        affirmed |= {a.node for a in self.form.atoms if isinstance(a, Attribute)} | {self.form.target}
        return {a.subject for a in statements if a.negated and isinstance(a.subject, Var) and a.subject not in affirmed}

    def _denied(self, atom: Statement, said: Sequence[str]) -> list[str]:
        """Not so: of one meeting, or of one thing, it is denied only where the graph lists somebody else.

        What is named in the denial alone is bound there: it holds of none of several things.
        """
        denied = self.patterns.unstated(atom)
        denied = [*(line for line in self.patterns.values(denied) if line not in said), *denied]
        if atom.subject in self._only_denied():
            about = [a for a in self.form.atoms if not isinstance(a, Statement) and speaks_of(a, atom.subject)]
            inside = [line for a in about for line in self.patterns.lines(a)]
            inside = [*(line for line in self.patterns.values(inside) if line not in said), *inside]
            return [f"FILTER NOT EXISTS {{ {' '.join([*inside, *denied])} }}"]
        lines = [f"FILTER NOT EXISTS {{ {' '.join(denied)} }}"]
        named = isinstance(atom.object, Thing) and atom.subject == self.form.target
        if isinstance(atom.subject, Var) and (named or self._is_definite(atom.subject)):
            witness = f"{self.patterns.node(atom.subject)} {self.patterns.path(atom)} ?somebody"
            lines.insert(0, f"FILTER EXISTS {{ {witness} }}")
        return lines

    def _is_definite(self, node: Node) -> bool:
        picked = (a.meeting for a in self.form.atoms if isinstance(a, Nth | Latest | Beside))
        return isinstance(node, Thing) or node in picked

    def _is_asked(self, atom: Statement) -> bool:
        """Whether somebody is asked for of meetings, none in particular: of some the graph must name somebody."""
        return atom.object == self.form.target and not atom.negated and isinstance(atom.subject, Var)

    def _is_denied(self, atom: Statement) -> bool:
        """Whether something is denied of meetings, none in particular: of some the graph must say it of somebody."""
        return atom.negated and isinstance(atom.subject, Var) and atom.subject != self.form.target

    def _told(self, atom: Statement) -> str:
        """A query that is true where the graph states the relation of such a meeting, whoever it be."""
        about: list[Atom] = []
        known: set[Node] = {atom.subject}
        for _ in self.form.atoms:
            more = [a for a in self.form.atoms if a not in about and known & set(nodes(a))]
            more = [a for a in more if self.form.target not in nodes(a)]
            about += [a for a in more if not (isinstance(a, Statement) and a.negated)]
            known |= {node for a in about for node in nodes(a) if isinstance(node, Var)}
        lines = [line for a in about for line in self.patterns.lines(a)]
        lines.append(f"{self.patterns.node(atom.subject)} {self.patterns.path(atom)} ?somebody .")
        return f"ASK {{\n{indented([*self.patterns.values(lines), *lines])}\n}}"

    def _one(self, node: Var) -> str:
        """A query that is true where one meeting fits a description."""
        about = [a for a in self.form.atoms if node in {getattr(a, "subject", None), getattr(a, "node", None)}]
        about += [a for a in self.form.atoms if isinstance(a, InForum | Beside) and node in nodes(a)]
        lines = [line for atom in about for line in self.patterns.lines(atom)]
        count = f"SELECT (COUNT(DISTINCT {self.patterns.node(node)}) AS ?those) WHERE {{\n{indented(lines)}\n}}"
        return f"ASK {{\n  {{ {count} }}\n  FILTER (?those = 1)\n}}"

    def _ask(self, node: Node, more: str = "") -> str:
        kinds = InForum | Nth | Latest | Beside | Kind
        about: list[Atom] = [a for a in self.form.atoms if isinstance(a, kinds) and _belongs(a, node)]
        others = {a.other for a in about if isinstance(a, Beside)}
        about += [
            a
            for a in self.form.atoms
            if (a.subject if isinstance(a, Statement) else getattr(a, "meeting", None)) in others
        ]
        lines = [line for atom in about for line in self.patterns.lines(atom)]
        lines += [more] if more else []
        return f"ASK {{\n{indented([*self.patterns.values(lines), *lines])}\n}}"


def indented(lines: Sequence[str]) -> str:
    """The lines, each inner line two spaces to the right."""
    return "\n".join(f"  {part}" for line in lines for part in line.split("\n"))


def _aged(which: str, offered: Sequence[Thing]) -> list[str]:
    """The founding year is the first or last of all forums, or of those that the question offers."""
    among = "".join(f"VALUES ?any {{ {' '.join(things.terms)} }} " for things in offered)
    bound = f"SELECT ({which}(STR(?founded)) AS ?edge) WHERE {{ {among}?any a mf:Forum ; mf:established ?founded }}"
    return [f"?answer mf:established ?since . {{ {bound} }}", "FILTER (STR(?since) = ?edge)"]


def _belongs(atom: Atom, node: Node) -> bool:
    return isinstance(node, Var) and speaks_of(atom, node)
