"""The graph patterns of single atoms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import names
from migkg.ask.logic import (
    Always,
    Attribute,
    Beside,
    Form,
    Founded,
    Holds,
    InForum,
    InYears,
    Kind,
    Latest,
    Nth,
    OneOf,
    Served,
    Sits,
    Statement,
    Succeeds,
    Titled,
    Within,
)
from migkg.ask.model import CLASSES, YEAR, Thing, Var
from migkg.ask.times import lies, overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from migkg.ask.logic import Atom
    from migkg.ask.model import Node
    from migkg.ask.relations import Relation

LATER = Var("later", frozenset({"meeting"}))
_PLACES = {"city": "mf:heldIn", "state": "mf:heldInCountry"}
_BEGIN, _END = "COALESCE(STR(?early), CONCAT(STR(?heldIn), {}))", "COALESCE(STR(?late), CONCAT(STR(?heldIn), {}))"


class Patterns:
    """Writes atoms; `facts` collects the triple patterns of what is stated: subject, properties, object."""

    def __init__(self, relations: Mapping[str, Relation]) -> None:
        self._relations = relations
        self._values: dict[tuple[str, ...], str] = {}
        self.facts: list[tuple[str, tuple[str, ...], str]] = []
        self._writers: dict[type, Callable[..., list[str]]] = {
            Always: self._always,
            Sits: self._sits,
            Statement: self._statement,
            Kind: self._kind,
            InForum: self._in_forum,
            Within: self._within,
            Titled: self._titled,
            Nth: self._nth,
            Latest: self._latest,
            Beside: self._beside,
            Form: self._form,
            Succeeds: self._succeeds,
            Founded: self._founded,
            InYears: self._years,
            Holds: self._holds,
            Served: self._served,
            OneOf: self._one_of,
            Attribute: self._attribute,
        }

    def lines(self, atom: Atom) -> list[str]:
        """The patterns of an atom."""
        return self._writers[type(atom)](atom)

    def unstated(self, atom: Statement) -> list[str]:
        """The patterns of a statement that is denied: no evidence is looked for."""
        before = len(self.facts)
        lines = self._statement(atom)
        del self.facts[before:]
        return lines

    def values(self, lines: Sequence[str]) -> list[str]:
        """What binds the names in these lines that several things bear."""
        used = {word for line in lines for word in line.split()}
        return [f"VALUES {name} {{ {' '.join(terms)} }}" for terms, name in self._values.items() if name in used]

    def path(self, atom: Statement) -> str:
        """The properties of a statement as a path."""
        return "|".join(self._curies(atom))

    def node(self, node: Node) -> str:
        """A variable, a term, or a variable bound to several terms."""
        if isinstance(node, Var):
            return f"?{node.name}"
        if len(node.terms) == 1:
            return node.terms[0]
        return self._values.setdefault(node.terms, f"?named{len(self._values) + 1}")

    def _curies(self, atom: Statement) -> tuple[str, ...]:
        relation = self._relations[atom.relation]
        types = [atom.object.type] if isinstance(atom.object, Thing) else sorted(atom.object.types & relation.objects)
        return tuple(dict.fromkeys(f"mf:{path}" for kind in types for path in relation.paths[kind]))

    def _fact(self, subject: Node, curies: tuple[str, ...], value: Node) -> str:
        one, other = self.node(subject), self.node(value)
        self.facts.append((one, curies, other))
        return f"{one} {'|'.join(curies)} {other} ."

    def _statement(self, atom: Statement) -> list[str]:
        """The triple, and the class of an open object where the property alone does not give it."""
        lines = [self._fact(atom.subject, self._curies(atom), atom.object), *self._behind(atom)]
        if isinstance(atom.object, Var) and atom.object.name != "answer" and len(atom.object.types) == 1:
            lines += self._kind(Kind(atom.object, next(iter(atom.object.types))))
        return lines

    def _behind(self, atom: Statement) -> list[str]:
        """What is stated where the property itself is derived: the themes that name a topic."""
        kind = atom.object.type if isinstance(atom.object, Thing) else ""
        stated = self._relations[atom.relation].behind.get(kind)
        return [self._fact(atom.subject, (f"mf:{stated}",), Var(kind))] if stated else []

    def _always(self, atom: Always) -> list[str]:
        """Once at least, and wherever the graph names anybody."""
        forum, answer = self.node(atom.forum), self.node(atom.object)
        path = "|".join(self._curies(Statement(atom.relation, Var("once"), atom.object)))
        once = self._fact(Var("once"), tuple(path.split("|")), atom.object)
        missing = f"FILTER NOT EXISTS {{ ?each {path} {answer} }}"
        return [
            f"?once mf:editionOf {forum} .",
            once,
            f"FILTER NOT EXISTS {{ ?each mf:editionOf {forum} ; {path} ?somebody . {missing} }}",
        ]

    def _sits(self, atom: Sits) -> list[str]:
        """Stated of the forum itself."""
        return [self._fact(atom.forum, self._seats(atom), atom.answer), *self._no_others(atom, atom.answer)]

    def unseated(self, atom: Sits) -> list[str]:
        """Somebody of those types who has the relation to a meeting of the forum, and not to the forum."""
        forum, path, one = self.node(atom.forum), "|".join(self._seats(atom)), Var("somebody")
        return [
            f"?any mf:meetingOf {forum} ; {path} ?somebody .",
            *self._no_others(atom, one),
            f"FILTER NOT EXISTS {{ {forum} {path} ?somebody }}",
        ]

    def _seats(self, atom: Sits) -> tuple[str, ...]:
        return self._curies(Statement(atom.relation, atom.forum, Var(atom.answer.name, atom.types)))

    def _no_others(self, atom: Sits, one: Var) -> list[str]:
        others = sorted(self._relations[atom.relation].objects - atom.types)
        return [f"FILTER NOT EXISTS {{ {self.node(one)} a mf:{CLASSES[kind]} }}" for kind in others]

    def _kind(self, atom: Kind) -> list[str]:
        if atom.cls in CLASSES:
            return [f"{self.node(atom.node)} a mf:{CLASSES[atom.cls]} ."]
        return [f"{self.node(atom.node)} mf:scope mf:{atom.cls} ."] if atom.cls[:1].isupper() else []

    def _within(self, atom: Within) -> list[str]:
        if atom.itself:
            return [f"VALUES {self.node(atom.city)} {{ {' '.join(atom.state.terms)} }}"]
        return [self._fact(atom.city, ("mf:inCountry",), atom.state)]

    def _titled(self, atom: Titled) -> list[str]:
        tests = " || ".join(f"CONTAINS(LCASE(STR(?title)), {names.literal(word)})" for word in atom.words)
        return [f"{self.node(atom.node)} rdfs:label ?title .", f"FILTER ({tests})"]

    def _in_forum(self, atom: InForum) -> list[str]:
        fact = self._fact(atom.meeting, ("mf:editionOf" if atom.main else "mf:meetingOf",), atom.forum)
        if atom.year or atom.places:
            return [fact, self._foremost(atom)]
        if not atom.itself:
            return [fact]
        kind = " ".join(self._kind(Kind(atom.forum, "forum"))) if isinstance(atom.forum, Var) else ""
        itself = f"{kind} BIND ({self.node(atom.forum)} AS {self.node(atom.meeting)})".strip()
        return [f"{{ {fact} }} UNION {{ {itself} }}"]

    def _foremost(self, atom: InForum) -> str:
        """An edition, or there was none then and there."""
        me, forum = self.node(atom.meeting), self.node(atom.forum)
        lines = [f"?main mf:editionOf {forum}{self._there(atom.places)} ."]
        if atom.year:
            lines.append(f"?main mf:year ?mainYear . FILTER (STR(?mainYear) = {names.literal(atom.year)})")
        edition = f"EXISTS {{ {me} mf:editionOf {forum} }}"
        return f"FILTER ({edition} || NOT EXISTS {{ {' '.join(lines)} }})"

    def _there(self, places: Sequence[Thing]) -> str:
        return "".join(f" ; {_PLACES[place.type]} {self.node(place)}" for place in places)

    def _nth(self, atom: Nth) -> list[str]:
        """An edition by its ordinal; a lesser meeting by its IRI, which holds its kind and number."""
        me = self.node(atom.meeting)
        if not atom.kind or not isinstance(atom.forum, Thing):
            return [f"{me} mf:ordinal {atom.ordinal} ."]
        code = names.text_of(atom.forum.terms[0]).rpartition("/")[2]
        return [f"VALUES {me} {{ {names.thing('meeting', f'{code}/{atom.kind}/{atom.ordinal}')} }}"]

    def _latest(self, atom: Latest) -> list[str]:
        me, forum = self.node(atom.meeting), self.node(atom.forum)
        bounds = [("?after", ">", "STR(?latest)"), *(("?after", op, names.literal(year)) for op, year in atom.bounds)]
        tests = " && ".join(f"STR({value}) {op} {bound}" for value, op, bound in bounds)
        so = [f" ; {self.path(Statement(relation, LATER, thing))} {self.node(thing)}" for relation, thing in atom.said]
        there = f"{self._there(atom.places)}{''.join(so)}"
        later = f"?later mf:editionOf {forum}{there} ; mf:year ?after . FILTER ({tests})"
        return [f"{me} mf:year ?latest .", f"FILTER NOT EXISTS {{ {later} }}"]

    def _beside(self, atom: Beside) -> list[str]:
        one, two = (atom.other, atom.meeting) if atom.step > 0 else (atom.meeting, atom.other)
        return [f"{self.node(one)} mf:nextEdition {self.node(two)} ."]

    def _form(self, atom: Form) -> list[str]:
        return [self._fact(atom.node, ("mf:form",), Thing("form", (names.word(atom.form),), atom.form))]

    def _succeeds(self, atom: Succeeds) -> list[str]:
        """Both held the same post, and nobody began between them."""
        posts, op, way = self.node(atom.posts), *((">", "<") if atom.step > 0 else ("<", ">"))
        self.facts += [(self.node(atom.official), ("mf:hasTenure",), "?tenure")]
        between = f"?any mf:tenureIn {posts} ; mf:from ?between ."
        tests = f"FILTER (STR(?between) {op} STR(?known) && STR(?between) {way} STR(?from))"
        return [
            f"?other mf:tenureOf {self.node(atom.other)} ; mf:tenureIn {posts} ; mf:from ?known .",
            f"?tenure mf:tenureOf {self.node(atom.official)} ; mf:tenureIn {posts} ; mf:from ?from .",
            f"FILTER (STR(?from) {op} STR(?known))",
            f"FILTER NOT EXISTS {{ {between} {tests} }}",
        ]

    def _founded(self, atom: Founded) -> list[str]:
        one = self._fact(atom.node, ("mf:established",), Var("itsYear"))
        other = self._fact(atom.other, ("mf:established",), Var("otherYear"))
        apart = f"{self.node(atom.node)} != {self.node(atom.other)}"
        return [one, other, f"FILTER ({apart} && STR(?itsYear) {atom.op} STR(?otherYear))"]

    def _years(self, atom: InYears) -> list[str]:
        if atom.is_fine:
            return self._days(atom)
        value = f"?{atom.attribute}"
        tests = " && ".join(f"STR({value}) {op} {names.literal(year)}" for op, year in atom.bounds)
        return [f"{self.node(atom.node)} mf:{atom.attribute} {value} .", f"FILTER ({tests})"]

    def _days(self, atom: InYears) -> list[str]:
        """The meeting certainly lies there, as far as its first and last day are known."""
        me = self.node(atom.node)
        return [
            f"OPTIONAL {{ {me} mf:year ?itsYear }}",
            f"OPTIONAL {{ {me} mf:earliestStart ?opening ; mf:latestStart ?openingBy }}",
            f"OPTIONAL {{ {me} mf:earliestEnd ?closing }}",
            'BIND (COALESCE(STR(?opening), CONCAT(STR(?itsYear), "-01-01")) AS ?notBefore)',
            'BIND (COALESCE(STR(?openingBy), CONCAT(STR(?itsYear), "-12-31")) AS ?begunBy)',
            "BIND (COALESCE(STR(?closing), ?notBefore) AS ?lastsTo)",
            *(f"FILTER ({lies(op, names.literal(time), names.literal(f'{time}~'))})" for op, time in atom.bounds),
        ]

    def _holds(self, atom: Holds) -> list[str]:
        """A tenure; for a meeting known by its year alone it must cover the year."""
        lines = [self._tenure(atom)]
        if atom.bounds or atom.meeting:
            lines.append("?tenure mf:from ?from . OPTIONAL { ?tenure mf:until ?until }")
        lines += [overlap(op, year) for op, year in atom.bounds]
        if atom.meeting is not None:
            me = self.node(atom.meeting)
            lines += [
                f"OPTIONAL {{ {me} mf:year ?heldIn }}",
                f"OPTIONAL {{ {me} mf:earliestStart ?early ; mf:latestStart ?late }}",
                f"BIND ({_BEGIN.format(names.literal('-01-01'))} AS ?first)",
                f"BIND ({_END.format(names.literal('-12-31'))} AS ?last)",
                'FILTER (STR(?from) <= ?first && ?last <= CONCAT(COALESCE(STR(?until), "9999"), "~"))',
            ]
        return lines

    def _one_of(self, atom: OneOf) -> list[str]:
        me = self.node(atom.node)
        self.facts.append((me, ("mf:established",), "?since"))
        return [f"VALUES {me} {{ {' '.join(atom.things.terms)} }}"]

    def _served(self, atom: Served) -> list[str]:
        value = f"SUBSTR(STR(?{atom.bound}), 1, {YEAR})"
        value = f"STRDT({value}, xsd:gYear)" if atom.year else f"?{atom.bound}"
        bind = f"BIND ({value} AS {self.node(atom.value)})"
        return [self._tenure(atom), f"?tenure mf:{atom.bound} ?{atom.bound} .", bind]

    def _tenure(self, atom: Holds | Served) -> str:
        """The tenure that joins an official and a post; sources state that the official has it."""
        official, posts = self.node(atom.official), self.node(atom.posts)
        self.facts.append((official, ("mf:hasTenure",), "?tenure"))
        return f"?tenure mf:tenureOf {official} ; mf:tenureIn {posts} ."

    def _attribute(self, atom: Attribute) -> list[str]:
        me = self.node(atom.node)
        if atom.attribute == "end":
            return [self._fact(atom.node, ("mf:endDate",), atom.value)]
        if atom.attribute != "date":
            return [self._fact(atom.node, (f"mf:{atom.attribute}",), atom.value)]
        self.facts += [(me, ("mf:startDate", "mf:endDate", "mf:year"), "?answer")]
        optional = (("startDate", "start"), ("endDate", "end"), ("year", "year"))
        lines = [f"OPTIONAL {{ {me} mf:{name} ?{var} }}" for name, var in optional]
        return [*lines, "BIND (COALESCE(?start, ?year) AS ?answer)", "FILTER (BOUND(?answer))"]
