"""Reading the outline of a query from its tokens."""

from __future__ import annotations

import dataclasses

from migkg import names
from migkg.query.cursor import END, Cursor
from migkg.query.lexer import FORMS
from migkg.query.outline import Group, Item, Outline, Pattern, Step, Values
from migkg.term import Term

_AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")
_CLAUSES = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")
_BEFORE = {"OPTIONAL": "optional", "MINUS": "minus", "UNION": "union", "GRAPH": "graph", "SERVICE": "service"}
_PASSED = ("FILTER", "BIND")
_TYPE = names.expand("rdf:type")
Paths = tuple[tuple[Step, ...], ...]


def outline(sparql: str) -> Outline:
    """The outline of a query; of a text that is none, an empty one."""
    return _Reader(sparql).query()


class _Reader(Cursor):
    """Reads the whole query and its groups."""

    def query(self) -> Outline:
        while self.here is not END and not self.here.is_word(*FORMS):
            self.take()
        start, form = self.here.start, self.take().text.upper()
        items, aggregated, after = self.columns() if form == "SELECT" else ((), False, 0)
        if form == "CONSTRUCT" and self.ahead("{"):
            self.balanced("{", "}")
        while self.here is not END and not self.ahead("{"):
            self.take()
        where = self.group("group")
        grouped, trailing, having = self.clauses()
        return Outline(
            form=form,
            start=min(start, len(self.text)),
            items=items,
            after=after,
            where=where,
            grouped=grouped,
            aggregated=aggregated or having or bool(grouped),
            trailing=trailing,
        )

    def columns(self) -> tuple[tuple[Item, ...], bool, int]:
        """The columns of a SELECT, whether one of them is an aggregate, and the offset behind them."""
        items, first = [], self.at
        while not (self.here is END or self.ahead("{") or self.here.is_word("WHERE", "FROM")):
            start = self.here.start
            if self.here.kind == "variable":
                items.append(Item(name=self.variable(), plain=True, start=start, end=self.last))
            elif self.ahead("("):
                items += self.expression()
            else:
                self.take()
        aggregated = any(token.is_word(*_AGGREGATES) for token in self.stream[first : self.at])
        return tuple(items), aggregated, self.last

    def expression(self) -> list[Item]:
        """`(expression AS ?name)` as a column; an expression without a name is none."""
        start, first = self.here.start, self.at
        self.balanced("(", ")")
        inside = self.stream[first : self.at - 1]
        if len(inside) > 1 and inside[-1].kind == "variable" and inside[-2].is_word("AS"):
            return [Item(name=f"?{inside[-1].text[1:]}", plain=False, start=start, end=self.last)]
        return []

    def clauses(self) -> tuple[tuple[Item, ...], int, bool]:
        """The columns of GROUP BY, the offset of a last VALUES, and whether there is a HAVING."""
        grouped: list[Item] = []
        clause, trailing, having = "", -1, False
        while self.here is not END and not self.ahead("}"):
            if self.here.is_word(*_CLAUSES):
                clause = self.here.text.upper()
                trailing = self.here.start if clause == "VALUES" else trailing
                having = having or clause == "HAVING"
                self.take()
            elif clause == "GROUP" and self.here.kind == "variable":
                start = self.here.start
                grouped.append(Item(name=self.variable(), plain=True, start=start, end=self.last))
            elif self.ahead("("):
                grouped += self.expression()
            elif self.ahead("{"):
                self.balanced("{", "}")
            else:
                self.take()
        return tuple(grouped), trailing, having

    def group(self, kind: str) -> Group:
        start = min(self.here.start, len(self.text))
        self.taken("{")
        content = _Content(self)
        if self.here.is_word("SELECT"):
            self.take()
            items, _, _ = self.columns()
            if self.here.is_word("WHERE"):
                self.take()
            inner = self.group("group")
            self.clauses()
            self.taken("}")
            return Group(kind="select", start=start, end=self.last, groups=(inner,), items=items)
        while self.here is not END and not self.ahead("}"):
            before = self.at
            content.element()
            if self.at == before:  # nothing that is known: go on behind it
                self.take()
        self.taken("}")
        return content.made(kind, start, self.last)


class _Content:
    """The parts of one group while it is read."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.patterns: list[Pattern] = []
        self.values: list[Values] = []
        self.groups: list[Group] = []

    def made(self, kind: str, start: int, end: int) -> Group:
        return Group(
            kind=kind,
            start=start,
            end=end,
            patterns=tuple(self.patterns),
            values=tuple(self.values),
            groups=tuple(self.groups),
        )

    def element(self) -> None:
        """One element of a group: a block with its keyword, a constraint, or triples."""
        r = self.reader
        if r.ahead("{"):
            inner = r.group("group")
            united = inner.kind == "group" and r.here.is_word("UNION")
            self.groups.append(_as(inner, "union") if united else inner)
        elif r.here.is_word(*_BEFORE):
            self.block(_BEFORE[r.take().text.upper()])
        elif r.here.is_word(*_PASSED):
            self.constraint()
        elif r.here.is_word("VALUES"):
            self.values_block()
        elif not r.taken("."):
            self.triples()

    def block(self, kind: str) -> None:
        r = self.reader
        while not (r.here is END or r.ahead("{")):
            r.take()
        inner = r.group(kind)
        self.groups.append(inner)

    def constraint(self) -> None:
        """FILTER or BIND: passed over, but for the group of an EXISTS that stands alone."""
        r = self.reader
        r.take()
        while r.here.kind in {"word", "name", "iri"}:
            exists = r.take().is_word("EXISTS")
            if exists and r.ahead("{"):
                self.groups.append(r.group("exists"))
                return
        r.balanced("(", ")")

    def values_block(self) -> None:
        r = self.reader
        start, first = r.take().start, r.at
        while not (r.here is END or r.ahead("{")):
            r.take()
        variables = frozenset(f"?{t.text[1:]}" for t in r.stream[first : r.at] if t.kind == "variable")
        r.balanced("{", "}")
        self.values.append(Values(variables=variables, start=start, end=r.last))

    def triples(self) -> None:
        start = self.reader.here.start
        subject = self.node()
        if subject:
            self.properties(subject, start)

    def properties(self, subject: str, start: int) -> None:
        """The list of predicates and objects of one subject."""
        r = self.reader
        while True:
            verb = r.here.start
            paths = self.verb()
            if paths is None:
                return
            behind = r.last
            while True:
                value = self.node()
                if value:
                    found = Pattern(
                        subject=subject, paths=paths, object=value, start=start, end=r.last, verb=(verb, behind)
                    )
                    self.patterns.append(found)
                if not r.taken(","):
                    break
            if not r.taken(";"):
                return
            while r.taken(";"):
                pass

    def node(self) -> str:
        """A subject or object; empty where none stands."""
        r = self.reader
        kind = r.here.kind
        if kind == "variable":
            return r.variable()
        if kind in {"iri", "name"}:
            return r.iri()
        if kind == "blank":
            return r.take().text
        if kind == "string":
            return r.literal()
        if kind == "number" or (kind == "mark" and r.here.text in {"+", "-", "."}):
            return r.number()
        if r.here.is_word("TRUE", "FALSE"):
            return names.literal(r.take().text.lower(), datatype="xsd:boolean")
        return self.nested()

    def nested(self) -> str:
        """A blank node with its properties, or a list."""
        r = self.reader
        start = r.here.start
        if r.taken("["):
            made = r.blank()
            self.properties(made, start)
            r.taken("]")
            return made
        if r.taken("("):
            while self.node():
                pass
            r.taken(")")
            return r.blank()
        return ""

    def verb(self) -> Paths | None:
        """A predicate or path; None where none stands."""
        r = self.reader
        if r.here.kind == "variable":
            return (((Term(r.variable()), False),),)
        if r.here.kind not in {"iri", "name"} and r.here.text not in {"a", "^", "(", "!"}:
            return None
        return self.alternatives()

    def alternatives(self) -> Paths:
        """`a/b|c`: the sequences; empty as soon as one of them is more than a sequence."""
        found = [self.sequence()]
        while self.reader.taken("|"):
            found.append(self.sequence())
        return () if None in found else tuple(path for path in found if path is not None)

    def sequence(self) -> tuple[Step, ...] | None:
        found = [self.step()]
        while self.reader.taken("/"):
            found.append(self.step())
        return None if None in found else tuple(step for step in found if step is not None)

    def predicate(self) -> Term:
        """A predicate, `a` for rdf:type."""
        if self.reader.here.text == "a":
            self.reader.take()
            return _TYPE
        return self.reader.iri()

    def step(self) -> Step | None:
        """One predicate, forwards or backwards; None for a repetition, a negation or a nested path."""
        r = self.reader
        backwards, simple = r.taken("^"), True
        if r.taken("!"):
            r.taken("^")
            simple = False
        if r.ahead("("):
            r.balanced("(", ")")
            simple, term = False, Term("")
        else:
            term = self.predicate()
        while r.here.kind == "mark" and r.here.text in {"*", "+", "?"}:
            r.take()
            simple = False
        return (term, backwards) if simple else None


def _as(group: Group, kind: str) -> Group:
    return dataclasses.replace(group, kind=kind)
