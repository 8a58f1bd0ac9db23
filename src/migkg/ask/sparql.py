"""The SPARQL of a logical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.ask.model import (
    Attribute,
    Holds,
    InForum,
    InYears,
    Kind,
    Latest,
    Nth,
    Statement,
    Thing,
    Var,
    Within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from migkg.ask.model import Atom, LogicalForm, Node
    from migkg.ask.words import Relation

CLASSES = {
    "city": "City",
    "state": "State",
    "forum": "Forum",
    "meeting": "Meeting",
    "conference": "Conference",
    "preparatory": "PreparatoryMeeting",
    "intersessional": "IntersessionalMeeting",
    "ministerial": "MinisterialMeeting",
    "senior-officials": "SeniorOfficialsMeeting",
    "technical": "TechnicalMeeting",
    "workshop": "Workshop",
    "organisation": "Organisation",
    "official": "Official",
    "document": "Document",
    "post": "Post",
}
"""Class of a question -> class of the ontology; a theme is a text and has none."""

_INDENT = "  "


class Compiler:
    """Writes one logical form; `facts` are its triple patterns, for whoever looks for their evidence."""

    def __init__(self, form: LogicalForm, relations: Mapping[str, Relation]) -> None:
        self.form = form
        self.relations = relations
        self._values: dict[str, str] = {}
        self.facts: list[tuple[str, tuple[str, ...], str]] = []

    def query(self) -> str:
        """The query: its first column is the answer."""
        body = self._body()
        form = self.form
        if form.form == "ask":
            return f"ASK {{\n{_lines(body)}\n}}"
        if form.form == "count":
            return f"SELECT (COUNT(DISTINCT ?answer) AS ?count) WHERE {{\n{_lines(body)}\n}}"
        if form.counted:
            return self._grouped(body)
        columns, more = self._context()
        return f"SELECT DISTINCT ?answer{columns} WHERE {{\n{_lines([*body, *more])}\n}}\nORDER BY {self._order(columns)}"

    def evidence(self) -> str:
        """All bindings of the variables of the facts behind the answers."""
        body = self._body()
        used = {name for s, _, o in self.facts for name in (s, o) if name.startswith("?")}
        columns = sorted(used | ({"?answer"} if self.form.target else set()))
        return f"SELECT DISTINCT {' '.join(columns) or '(1 AS ?holds)'} WHERE {{\n{_lines(body)}\n}}"

    def _order(self, columns: str) -> str:
        return " ".join([*(c for c in columns.split() if c in {"?year", "?start"}), "?answer"])

    def _context(self) -> tuple[str, list[str]]:
        """Columns that help to read an answer: when and where a meeting was."""
        target = self.form.target
        if target is not None and target.types == {"meeting"}:
            return " ?year ?city", ["OPTIONAL { ?answer mf:year ?year }", "OPTIONAL { ?answer mf:heldIn ?city }"]
        if any(isinstance(a, Attribute) and a.attribute == "date" for a in self.form.atoms):
            return " ?end ?year", []
        return "", []

    def _grouped(self, body: list[str]) -> str:
        counted = self.form.counted
        if counted is None:
            raise ValueError("nothing is counted")
        count = f"(COUNT(DISTINCT ?{counted.var.name}) AS ?{{}})"
        inner = f"SELECT ?answer {count.format('count')} WHERE {{\n{_lines(body)}\n}}\nGROUP BY ?answer"
        if counted.op not in {"MAX", "MIN"}:
            return f"{inner}\nHAVING (COUNT(DISTINCT ?{counted.var.name}) {counted.op} {counted.number})\nORDER BY DESC(?count) ?answer"
        again = f"SELECT ?answer {count.format('n')} WHERE {{\n{_lines(body)}\n}}\nGROUP BY ?answer"
        extreme = f"SELECT ({counted.op}(?n) AS ?count) WHERE {{\n{_lines([f'{{ {again} }}'])}\n}}"
        return f"SELECT ?answer ?count WHERE {{\n{_lines([f'{{ {inner} }}', f'{{ {extreme} }}'])}\n}}\nORDER BY ?answer"

    def _body(self) -> list[str]:
        self.facts.clear()
        self._values.clear()
        atoms = self.form.atoms
        denied = self._only_denied()
        said = [a for a in atoms if not _is_negated(a) and not any(_speaks_of(a, node) for node in denied)]
        lines = [line for atom in said for line in self._atom(atom)]
        if self.form.age:
            lines += self._aged()
        for atom in atoms:
            if isinstance(atom, Statement) and atom.negated:
                lines += self._denied(atom)
        return [*self._values.values(), *lines]

    def _only_denied(self) -> set[Node]:
        """Meetings, none in particular, of which the question says only what is not so: they stay inside the denial."""
        statements = [a for a in self.form.atoms if isinstance(a, Statement)]
        affirmed: set[Node | None] = {a.subject for a in statements if not a.negated}
        affirmed |= {a.meeting for a in self.form.atoms if isinstance(a, Nth | Latest | Holds)}
        affirmed |= {a.node for a in self.form.atoms if isinstance(a, Attribute)} | {self.form.target}
        return {a.subject for a in statements if a.negated and isinstance(a.subject, Var)} - affirmed

    def _atom(self, atom: Atom) -> list[str]:
        match atom:
            case Statement():
                return self._statement(atom)
            case Kind():
                return self._kind(atom)
            case InForum():
                return [self._in_forum(atom)]
            case Within():
                return [self._fact(atom.city, ("inCountry",), atom.state)]
            case Nth():
                return [self._nth(atom)]
            case Latest():
                return self._latest(atom)
            case InYears():
                return self._years(atom)
            case Holds():
                return list(self._holds(atom))
            case Attribute():
                return self._attribute(atom)

    def _statement(self, atom: Statement) -> list[str]:
        lines = [self._fact(atom.subject, self._paths(atom), atom.object)]
        return lines + self._typed(atom)

    def _paths(self, atom: Statement) -> tuple[str, ...]:
        relation = self.relations[atom.relation]
        types = [atom.object.type] if isinstance(atom.object, Thing) else sorted(atom.object.types & relation.objects)
        return tuple(dict.fromkeys(path for kind in types for path in relation.paths[kind]))

    def _typed(self, atom: Statement) -> list[str]:
        """The class of an open object where the property alone does not give it."""
        if isinstance(atom.object, Thing) or atom.object.name == "answer" or len(atom.object.types) != 1:
            return []
        cls = CLASSES.get(next(iter(atom.object.types)))
        return [f"{self._node(atom.object)} a mf:{cls} ."] if cls else []

    def _denied(self, atom: Statement) -> list[str]:
        """Not so: the meeting is outside the denial where it is one meeting, and somebody is listed there."""
        definite = isinstance(atom.subject, Var) and any(
            isinstance(a, Nth | Latest) and a.meeting == atom.subject for a in self.form.atoms
        )
        denied = self._statement(atom)
        self.facts.pop()
        if isinstance(atom.subject, Thing) or definite or atom.subject == self.form.target:
            path = "|".join(f"mf:{p}" for p in self._paths(atom))
            witness = [f"FILTER EXISTS {{ {self._node(atom.subject)} {path} ?somebody }}"] if definite else []
            return [*witness, f"FILTER NOT EXISTS {{ {' '.join(denied)} }}"]
        about = [a for a in self.form.atoms if not isinstance(a, Statement) and _speaks_of(a, atom.subject)]
        inside = [line for a in about for line in self._atom(a)]
        return [f"FILTER NOT EXISTS {{ {' '.join([*inside, *denied])} }}"]

    def _kind(self, atom: Kind) -> list[str]:
        name = atom.cls
        if name in CLASSES:
            return [f"{self._node(atom.node)} a mf:{CLASSES[name]} ."]
        return [f"{self._node(atom.node)} mf:scope mf:{name} ."] if name[:1].isupper() else []

    def _in_forum(self, atom: InForum) -> str:
        fact = self._fact(atom.meeting, ("editionOf" if atom.main else "meetingOf",), atom.forum)
        if not atom.itself:
            return fact
        return f"{{ {fact} }} UNION {{ BIND ({self._node(atom.forum)} AS {self._node(atom.meeting)}) }}"

    def _nth(self, atom: Nth) -> str:
        """An edition by its ordinal; a lesser meeting by its IRI, which holds its kind and number."""
        if not atom.kind or not isinstance(atom.forum, Thing):
            return f"{self._node(atom.meeting)} mf:ordinal {atom.ordinal} ."
        code = names.text_of(atom.forum.terms[0]).rpartition("/")[2]
        term = names.thing("meeting", f"{code}/{atom.kind}/{atom.ordinal}")
        return f"VALUES {self._node(atom.meeting)} {{ {term} }}"

    def assumptions(self) -> tuple[tuple[str, str], ...]:
        """What must be so for the question to have an answer.

        A meeting that is described exactly exists; where a number or yes or no is asked of it, or of a named forum,
        the graph says something of the kind.
        """
        found = []
        for atom in self.form.atoms:
            if isinstance(atom, Nth):
                found.append((self._ask(atom.meeting), f"{atom.kind} {atom.ordinal}".strip()))
            if isinstance(atom, Statement) and self._is_definite(atom.subject):
                listed = f"{self._node(atom.subject)} {'|'.join(f'mf:{p}' for p in self._paths(atom))} ?somebody ."
                found.append((self._ask(atom.subject, listed), atom.relation))
        return tuple(found)

    def _is_definite(self, node: Node) -> bool:
        return isinstance(node, Thing) or any(isinstance(a, Nth | Latest) and a.meeting == node for a in self.form.atoms)

    def _ask(self, node: Node, more: str = "") -> str:
        self._values.clear()
        about = [a for a in self.form.atoms if isinstance(a, InForum | Nth | Latest | Kind) and _speaks_of(a, node)]
        lines = [line for atom in about for line in self._atom(atom)]
        return f"ASK {{\n{_lines([*self._values.values(), *lines, *([more] if more else [])])}\n}}"

    def _latest(self, atom: Latest) -> list[str]:
        me, forum = self._node(atom.meeting), self._node(atom.forum)
        return [
            f"{me} mf:year ?latest .",
            f"FILTER NOT EXISTS {{ ?later mf:editionOf {forum} ; mf:year ?after . FILTER (STR(?after) > STR(?latest)) }}",
        ]

    def _years(self, atom: InYears) -> list[str]:
        value = f"?{atom.attribute}"
        tests = " && ".join(f'STR({value}) {op} "{year}"' for op, year in atom.bounds)
        return [f"{self._node(atom.node)} mf:{atom.attribute} {value} .", f"FILTER ({tests})"]

    def _holds(self, atom: Holds) -> Iterator[str]:
        yield f"?tenure mf:tenureOf {self._node(atom.official)} ; mf:tenureIn {self._node(atom.posts)} ."
        if atom.bounds:
            yield "?tenure mf:from ?from . OPTIONAL { ?tenure mf:until ?until }"
            yield from (_overlap(op, year) for op, year in atom.bounds)
        if atom.meeting is not None:
            yield "?tenure mf:from ?from . OPTIONAL { ?tenure mf:until ?until }"
            me = self._node(atom.meeting)
            yield f"OPTIONAL {{ {me} mf:year ?heldIn }} OPTIONAL {{ {me} mf:earliestStart ?early ; mf:latestStart ?late }}"
            yield 'BIND (COALESCE(STR(?early), CONCAT(STR(?heldIn), "-01-01")) AS ?first)'
            yield 'BIND (COALESCE(STR(?late), CONCAT(STR(?heldIn), "-12-31")) AS ?last)'
            yield 'FILTER (STR(?from) <= ?first && ?last <= CONCAT(COALESCE(STR(?until), "9999"), "~"))'

    def _attribute(self, atom: Attribute) -> list[str]:
        me = self._node(atom.node)
        if atom.attribute == "date":
            return [
                f"OPTIONAL {{ {me} mf:startDate ?start }} OPTIONAL {{ {me} mf:endDate ?end }} OPTIONAL {{ {me} mf:year ?year }}",
                "BIND (COALESCE(?start, ?year) AS ?answer)",
            ]
        self.facts.append((me, (f"mf:{atom.attribute}",), "?answer"))
        return [f"{me} mf:{atom.attribute} ?answer ."]

    def _aged(self) -> list[str]:
        bound = f"SELECT ({self.form.age}(STR(?founded)) AS ?edge) WHERE {{ ?any a mf:Forum ; mf:established ?founded }}"
        return [f"?answer mf:established ?since . {{ {bound} }}", "FILTER (STR(?since) = ?edge)"]

    def _fact(self, subject: Node, paths: Sequence[str], value: Node) -> str:
        one, other = self._node(subject), self._node(value)
        curies = tuple(f"mf:{path}" for path in paths)
        self.facts.append((one, curies, other))
        return f"{one} {'|'.join(curies)} {other} ."

    def _node(self, node: Node) -> str:
        """A variable, a term, or a variable bound to several terms."""
        if isinstance(node, Var):
            return f"?{node.name}"
        if len(node.terms) == 1:
            return node.terms[0]
        key = " ".join(node.terms)
        if key not in self._values:
            self._values[key] = f"VALUES ?named{len(self._values) + 1} {{ {key} }}"
        return self._values[key].split()[1]


def _overlap(op: str, year: str) -> str:
    """A tenure touches the years that a bound allows."""
    since, until = 'SUBSTR(STR(?from), 1, 4)', 'SUBSTR(COALESCE(STR(?until), "9999"), 1, 4)'
    if op in {">=", ">"}:
        return f'FILTER ({until} {op} "{year}")'
    if op in {"<=", "<"}:
        return f'FILTER ({since} {op} "{year}")'
    return f'FILTER ({since} <= "{year}" && {until} >= "{year}")'


def _is_negated(atom: Atom) -> bool:
    return isinstance(atom, Statement) and atom.negated


def _speaks_of(atom: Atom, node: Node) -> bool:
    return node in {getattr(atom, name, None) for name in ("meeting", "node")}


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(f"{_INDENT}{part}" for line in lines for part in line.split("\n"))
