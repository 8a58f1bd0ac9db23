"""Why a statement holds, and what sources disagree on: the claims on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import names
from migkg.api import support, terms
from migkg.api.catalogue import canned
from migkg.api.filling import term
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.api.graph import KnowledgeGraph
    from migkg.api.support import Description, Support
    from migkg.store import Store
    from migkg.term import Term, Triple

    Claimed = tuple[Term, Description]
    """A claim with its properties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Why a statement holds, or does not: the triple, whether it is accepted, and the claims on both sides.

    `inferred` is true where no source states the triple itself but it follows: by the ontology, or, if `derived`, from
    the values that were accepted (the order of editions, what a day lies between, the topics of a theme).
    """

    triple: Triple
    accepted: bool
    inferred: bool
    derived: bool
    claims: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One source in a disagreement, with what it says."""

    status: str
    value: str
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Sources that disagree on one property of one thing.

    `kind` is the part of the check's name after `contradiction/`: the property, then what can be told of the cause
    (`year/count-rule`).
    """

    finding: str
    focus: Term
    path: str
    kind: str
    message: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One side of all disagreements on one property of one thing, with the kinds of those that it is part of."""

    focus: Term
    property: str
    kinds: tuple[str, ...]
    side: Side


def why(graph: KnowledgeGraph, subject: str, predicate: str, object: str) -> Answer:
    """What `KnowledgeGraph.why` answers."""
    thing = terms.subject(graph.store, subject)
    path = terms.predicate(graph.store, predicate)
    about = list(support.claims_about(graph.store, thing, path))
    stated = {value for _, found in about for value in found.get("rdf:object", [])}
    accepted = {o for _, _, o in graph.store.triples(thing, path)}
    values = terms.matching(graph.store, object, sorted(stated | accepted)) or _put_so(about, object)
    if not values:
        shown = ", ".join(sorted({graph.label(value) for value in stated | accepted}))
        hint = f"the graph has {shown}" if shown else "the graph has no value there"
        raise UsageError(f"no source says that {subject} {predicate} {object}", hint=hint)
    value = values[0]
    inferred = value in accepted and value not in stated
    mine = [(claim, found) for claim, found in about if value in found.get("rdf:object", [])]
    ordered = [*sorted(mine, key=_rank), *sorted(_otherwise(graph.store, path, about, mine), key=_rank)]
    return Answer(
        triple=(thing, path, value),
        accepted=value in accepted,
        inferred=inferred,
        derived=inferred and names.graph("facts") in graph.store.graphs_of((thing, path, value)),
        claims=tuple(support.support(graph.store, claim, found) for claim, found in ordered),
    )


def _put_so(about: list[Claimed], object: str) -> list[Term]:
    """The values that claims put in these words, as the claim table does (`Director General @ org:IOM`)."""
    wanted = names.fold(object)
    put = (
        found for _, found in about if wanted in map(names.fold, map(names.text_of, found.get("mf:statedObject", [])))
    )
    return sorted({value for found in put for value in found.get("rdf:object", [])})


def _otherwise(store: Store, path: Term, about: list[Claimed], mine: list[Claimed]) -> list[Claimed]:
    """The claims against a statement: all other values where there can be but one, and what disagrees with it.

    Other members of a forum do not speak against one, but who says that it is an observer does.
    """
    own = {claim for claim, _ in mine}
    single = names.literal("true", datatype="xsd:boolean")
    if next(iter(store.triples(path, names.word("singleValued"), single)), None):
        found = dict(about)
    else:
        findings, on = names.graph("findings"), names.word("onClaim")
        nodes = {node for claim in own for node, _, _ in store.triples(None, on, claim, findings)}
        claims = {claim for node in nodes for _, _, claim in store.triples(node, on, None, findings)}
        found = {claim: support.describe(store, claim) for claim in claims}
    return [(claim, description) for claim, description in found.items() if claim not in own]


def _rank(claimed: Claimed) -> tuple[str, Term]:
    """Accepted claims first, then disputed and rejected ones."""
    claim, found = claimed
    return support.first(found, "mf:status"), claim


def conflicts(graph: KnowledgeGraph, forum: str, kind: str) -> Iterator[Conflict]:
    """What `KnowledgeGraph.conflicts` yields; it takes the values that the canned query of that name takes."""
    asked = {parameter.name: parameter for parameter in canned("conflicts").parameters}
    within = ""
    if forum:
        within = names.text_of(term(asked["forum"], forum, graph.find, graph.names))
    findings = names.graph("findings")
    nodes = {s for s, _, o in graph.store.triples(None, names.word("check"), None, findings) if "contradiction/" in o}
    found = [_conflict(graph, node) for node in nodes]
    kind = kind.removeprefix("mf:")
    if kind:
        _check_kind(graph, kind, {*asked["kind"].choices, *(part for one in found for part in one.kind.split("/"))})
    for conflict in sorted(found, key=lambda c: (c.focus, c.path, c.finding)):
        of_forum = not within or _belongs(names.text_of(conflict.focus), within.rpartition("/")[2])
        if of_forum and (not kind or kind in conflict.kind.split("/")):
            yield conflict


def held(found: Iterable[Conflict]) -> list[Held]:
    """The sides of disagreements, each once: the accepted one, which each finding names, before all disputed ones."""
    sides: dict[tuple[Term, str, str, str], tuple[Side, list[str]]] = {}
    for conflict in found:
        path, _, kind = conflict.kind.partition("/")
        for side in conflict.sides:
            _, kinds = sides.setdefault((conflict.focus, path, side.value, side.support.claim), (side, []))
            kinds += [] if kind in kinds else [kind]
    listed = (
        Held(focus=focus, property=path, kinds=tuple(sorted(kinds)), side=side)
        for (focus, path, _, _), (side, kinds) in sides.items()
    )
    return sorted(listed, key=lambda one: (one.focus, one.property, one.side.status, one.side.value))


def _check_kind(graph: KnowledgeGraph, kind: str, known: set[str]) -> None:
    """A kind of disagreement or a property of the ontology; anything else, which would match nothing, is refused."""
    if kind in known or next(iter(graph.store.triples(names.word(kind))), None):
        return
    import difflib  # only for who mistypes

    near = difflib.get_close_matches(kind, sorted(known), n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"use one of {', '.join(sorted(known))}"
    raise UsageError(f"'{kind}' is neither a kind of disagreement nor a property", hint=hint)


def _conflict(graph: KnowledgeGraph, node: Term) -> Conflict:
    found: dict[str, list[Term]] = {}
    for _, predicate, value in graph.store.triples(node, graph=names.graph("findings")):
        found.setdefault(names.shorten(predicate), []).append(value)
    sides = []
    for claim in sorted(found.get("mf:onClaim", [])):
        description = support.describe(graph.store, claim)
        said = support.support(graph.store, claim, description)
        sides.append(Side(status=said.status, value=_said(graph, description, said, found), support=said))
    messages = {m.rpartition("@")[2]: names.text_of(m) for m in found.get("mf:message", [])}
    return Conflict(
        finding=names.shorten(node),
        focus=found["mf:focus"][0],
        path=names.shorten(found["mf:path"][0]) if "mf:path" in found else "",
        kind=names.text_of(found["mf:check"][0]).partition("/")[2],
        message=messages.get(graph.lang) or messages.get("en", ""),
        sides=tuple(sorted(sides, key=lambda side: (side.status, side.value, side.support.claim))),
    )


def _said(graph: KnowledgeGraph, claim: support.Description, said: Support, finding: Mapping[str, list[Term]]) -> str:
    """What a side says: the bound of an interval, the object, or the object of another property."""
    path = finding.get("mf:path", [])
    for bound in support.BOUNDS.get(names.shorten(path[0]), ()) if path else ():
        return ", ".join(map(names.text_of, claim.get(bound, []))) or said.object
    value = graph.label(claim.get("rdf:object", [names.literal(said.object)])[0])
    stated = claim.get("rdf:predicate", path)
    return value if not path or stated == path else f"{graph.label(stated[0])}: {value}"


def _belongs(focus: str, code: str) -> bool:
    """Whether a thing's IRI is that of a forum, of its meetings or of its memberships."""
    kind, _, rest = focus.removeprefix(names.ID).partition("/")
    return kind in {"forum", "meeting", "membership"} and rest.split("/")[0] == code
