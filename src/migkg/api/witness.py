"""The evidence of an answer, row by row: the sentence or table cell behind every fact that a row rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names, query
from migkg.query import Kind, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from migkg.model import Term, Triple
    from migkg.query import Solution
    from migkg.query.evidence import Link, Plan

COLUMNS = ("fact", "sentence", "stated_in", "published", "page")
"""What is added to the columns of an answer; a name that the query uses itself gets `evidence_` before it."""
_BATCH = 400
_WAYS = 20
"""A yes shows the evidence of at most so many ways in which it holds."""
_CLAIMS = """SELECT ?claim ?s ?p ?o ?from ?exact ?before ?behind ?field ?cell ?date ?page {{
  {{ {wanted} }}
  ?claim mf:status ?status ; prov:wasDerivedFrom ?from .
  {accepted}
  OPTIONAL {{ ?claim oa:hasSelector ?quote . ?quote oa:exact ?exact ; oa:prefix ?before ; oa:suffix ?behind }}
  OPTIONAL {{ ?claim mf:field ?field ; mf:cell ?cell }}
  OPTIONAL {{ ?from dcterms:issued ?date }}
  OPTIONAL {{ ?from dcterms:source ?page }}
}}"""
_BY_FACT = "VALUES (?s ?p ?o) {{ {rows} }} ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
_BY_CLAIM = "VALUES ?claim {{ {rows} }} ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
_CLAIMED = "SELECT DISTINCT ?p { ?claim rdf:predicate ?p ; mf:status ?status }"
_NARROWER = "SELECT ?narrow ?wide { ?narrow rdfs:subPropertyOf ?wide FILTER (?narrow != ?wide) }"
_INVERSE = "SELECT ?one ?other { ?one owl:inverseOf ?other }"
_ONLY_ACCEPTED = "FILTER (?status = mf:Accepted)"

Cells = tuple["Term | None", ...]
Forms = dict["Term", tuple[tuple["Term", bool], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidenced:
    """An answer with its evidence: one row for each row and source; `bare` counts the rows that have none.

    `starts` are the numbers of the rows at which a row of the answer itself begins; `reason` says why no row could be
    given evidence, empty where some could.
    """

    result: Result
    starts: frozenset[int]
    bare: int
    reason: str = ""


class Witness:
    """Finds evidence in the graph that `ask` answers from; things go by their `label` in the language `lang`."""

    def __init__(self, ask: Callable[[str], Result], label: Callable[[Term], str], lang: str) -> None:
        self._ask = ask
        self._label = label
        self._lang = lang
        self._forms: Forms | None = None

    def evidence(self, sparql: str, result: Result) -> Evidenced:
        """The answer to `sparql` with the evidence beside each row.

        A yes has that of the first ways in which it holds, a graph that of each triple; both become rows.
        """
        if result.kind is Kind.ASK:
            return self._of_yes(sparql, boolean=bool(result.boolean))
        if result.kind is Kind.GRAPH:
            return self._of_graph(result)
        made = query.evidence_plan(sparql)
        links = [link for link in made.links if self._claimable(link.predicate)] if made else []
        if made is None or not (links or made.claims):
            return _without(result, self._reason(made))
        rows = tuple(result.rows)
        keys = result.variables if made.keys is None else made.keys
        return self._joined(result, rows, keys, self._facts(made, keys, links))

    def triples(self, triples: Iterable[Triple]) -> Mapping[Triple, list[Cells]]:
        """The evidence of triples, by triple: the cells of `COLUMNS`, sorted."""
        candidates = {triple: self._stated(triple) for triple in triples}
        found = self._claims({fact for facts in candidates.values() for fact in facts}, _BY_FACT, _ONLY_ACCEPTED)
        return {
            triple: sorted({cells for fact in facts for cells in found.get(fact, [])}, key=str)
            for triple, facts in candidates.items()
        }

    def _of_yes(self, sparql: str, *, boolean: bool) -> Evidenced:
        said = names.literal(str(boolean).lower(), datatype="xsd:boolean")
        answer = Result(kind=Kind.SELECT, variables=("answer",), rows=((said,),))
        if not boolean:
            return _without(answer, "a no rests on no fact")
        ways = query.evidence_ways(sparql, _WAYS)
        found = self.evidence(ways, self._ask(ways))
        if found.reason:
            return _without(answer, found.reason)
        shown = {row[-len(COLUMNS) :] for row in found.result.rows}
        rows = [(said, *cells) for cells in sorted(shown, key=str) if any(cells)]
        if not rows:
            return _without(answer, "it rests on no direct fact")
        return Evidenced(result=_wider(answer, rows), starts=frozenset({0}), bare=0)

    def _of_graph(self, result: Result) -> Evidenced:
        triples = sorted(set(result.triples))
        answer = Result(kind=Kind.SELECT, variables=("subject", "predicate", "object"), complete=result.complete)
        found = self.triples(triples)
        out: list[Cells] = []
        starts = set()
        for triple in triples:
            starts.add(len(out))
            out += [(*triple, *cells) for cells in found[triple] or [(None,) * len(COLUMNS)]]
        bare = sum(not found[triple] for triple in triples)
        return Evidenced(result=_wider(answer, out), starts=frozenset(starts), bare=bare)

    # -- from rows to facts

    def _facts(
        self, made: Plan, shown: Sequence[str], links: list[Link]
    ) -> Mapping[Solution, tuple[set[Triple], set[Term]]]:
        """By the cells of the keys: the triples of the links, and the claims that the query itself looks at."""
        answer = self._ask(made.sparql)
        place = {f"?{name}": number for number, name in enumerate(answer.variables)}
        keys = [place[f"?{name}"] for name in shown]
        found: dict[Solution, tuple[set[Triple], set[Term]]] = {}
        for row in answer.rows:
            triples, claims = found.setdefault(tuple(row[number] for number in keys), (set(), set()))
            for link in links:
                ends = [row[place[end]] if end in place else end for end in (link.subject, link.predicate, link.object)]
                if None not in ends:
                    triples.add((ends[0], ends[1], ends[2]))  # type: ignore[arg-type] # none of them is None
            claims.update(claim for name in made.claims if (claim := row[place[name]]) is not None)
        return found

    def _joined(
        self,
        result: Result,
        rows: Sequence[Solution],
        shown: Sequence[str],
        facts: Mapping[Solution, tuple[set[Triple], set[Term]]],
    ) -> Evidenced:
        keys = [result.variables.index(name) for name in shown]
        of_rows = [facts.get(tuple(row[number] for number in keys), (set(), set())) for row in rows]
        by_triple = self.triples({triple for triples, _ in of_rows for triple in triples})
        by_claim = self._claims({claim for _, claims in of_rows for claim in claims}, _BY_CLAIM, "")
        out: list[Cells] = []
        starts, bare = set(), 0
        for row, (triples, claims) in zip(rows, of_rows, strict=True):
            starts.add(len(out))
            cells = {cell for triple in triples for cell in by_triple[triple]}
            cells |= {cell for claim in claims for cell in by_claim.get(claim, [])}
            bare += not cells
            out += [(*row, *cell) for cell in sorted(cells, key=str) or [(None,) * len(COLUMNS)]]
        return Evidenced(result=_wider(result, out), starts=frozenset(starts), bare=bare)

    # -- from facts to claims

    def _claims(
        self, wanted: Iterable[Triple] | Iterable[Term], way: str, accepted: str
    ) -> Mapping[Triple | Term, list[Cells]]:
        found: dict[Triple | Term, list[Cells]] = {}
        ordered: list[Triple | Term] = sorted(wanted, key=_value)
        for at in range(0, len(ordered), _BATCH):
            batch = ordered[at : at + _BATCH]
            rows = " ".join(map(_value, batch))
            asked = _CLAIMS.format(wanted=way.format(rows=rows), accepted=accepted)
            for claim, s, p, o, *said in self._ask(asked).rows:
                key = (s, p, o) if way is _BY_FACT else claim
                found.setdefault(key, []).append((self._fact(s, p, o), *_said(said)))  # type: ignore[arg-type] # bound
        return found

    def _fact(self, s: Term | None, p: Term | None, o: Term | None) -> Term:
        shown = [self._label(term) for term in (s, p, o) if term]
        return names.literal(" · ".join(shown), lang=self._lang)

    # -- which properties sources state, and which follow from them

    def _claimable(self, predicate: str) -> bool:
        return predicate.startswith("?") or bool(self._of(predicate))

    def _stated(self, triple: Triple) -> list[Triple]:
        """The triples that a source may have stated for this one to hold: the same, its inverse, narrower ones."""
        subject, predicate, value = triple
        if any(term.startswith("_:") for term in triple):
            return []  # no source speaks of a blank node
        forms = self._of(predicate)
        return [(value, p, subject) if backwards else (subject, p, value) for p, backwards in forms]

    def _of(self, predicate: str) -> tuple[tuple[Term, bool], ...]:
        if self._forms is None:
            self._forms = _forms(self._ask)
        return self._forms.get(predicate, ())  # type: ignore[call-overload,no-any-return] # a term is a str

    def _reason(self, made: Plan | None) -> str:
        if made is None:
            return "the query has no triple patterns whose facts could be shown"
        shown = ", ".join(sorted({names.shorten(link.predicate) for link in made.links}))
        return f"no source states {shown}"


def _value(wanted: Triple | Term) -> str:
    """A row of a VALUES block."""
    return wanted if isinstance(wanted, str) else f"({' '.join(wanted)})"


def _said(found: Sequence[Term | None]) -> Cells:
    """Sentence, source, date and page of one claim; a table's cell is given with its column."""
    origin, exact, before, behind, field, cell, date, page = found
    if exact:
        sentence = "".join(names.text_of(part) for part in (before, exact, behind) if part)
        words = names.literal(" ".join(sentence.split()))
    else:
        words = names.literal(": ".join(names.text_of(part) for part in (field, cell) if part))
    return words, origin, date, page


def _forms(ask: Callable[[str], Result]) -> Forms:
    """Property -> the claimed properties that entail it, and whether they do so backwards."""
    claimed = {row[0] for row in ask(_CLAIMED).rows}
    narrower: dict[Term, set[tuple[Term, bool]]] = {}
    for s, o in ask(_NARROWER).rows:
        narrower.setdefault(o, set()).add((s, False))  # type: ignore[arg-type] # both are bound
    for s, o in ask(_INVERSE).rows:
        narrower.setdefault(o, set()).add((s, True))  # type: ignore[arg-type]
        narrower.setdefault(s, set()).add((o, True))  # type: ignore[arg-type]
    found: Forms = {}
    for start in {*narrower, *(p for p in claimed if p)}:
        reached = _closure(start, narrower)
        found[start] = tuple(sorted((p, back) for p, back in reached if p in claimed))
    return {start: forms for start, forms in found.items() if forms}


def _closure(start: Term, narrower: Mapping[Term, set[tuple[Term, bool]]]) -> set[tuple[Term, bool]]:
    reached, waiting = {(start, False)}, [(start, False)]
    while waiting:
        term, backwards = waiting.pop()
        for following, turned in narrower.get(term, ()):
            step = (following, backwards != turned)
            if step not in reached:
                reached.add(step)
                waiting.append(step)
    return reached


def _wider(result: Result, rows: Sequence[Cells]) -> Result:
    added = tuple(f"evidence_{name}" if name in result.variables else name for name in COLUMNS)
    return Result(kind=Kind.SELECT, variables=(*result.variables, *added), rows=tuple(rows), complete=result.complete)


def _without(result: Result, reason: str) -> Evidenced:
    if result.kind is not Kind.SELECT:
        return Evidenced(result=result, starts=frozenset(), bare=0, reason=reason)
    rows: Iterator[Cells] = ((*row, *(None,) * len(COLUMNS)) for row in result.rows)
    wide = _wider(result, list(rows))
    count = len(tuple(wide.rows))
    return Evidenced(result=wide, starts=frozenset(range(count)), bare=count, reason=reason)
