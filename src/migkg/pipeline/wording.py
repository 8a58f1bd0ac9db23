"""A difference in words: what changed, and below it the evidence that changed it. The sentences are data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg import mapping, names
from migkg.model import Status
from migkg.names import graph, word
from migkg.pipeline.difference import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.model import Term
    from migkg.pipeline.difference import ClaimChange, Difference, FactChange

_KINDS = {(False, True): "added", (True, False): "removed", (True, True): "changed"}


class Wording:
    """Writes a difference in one language; `sentences` are the templates of the section `difference`."""

    def __init__(self, found: Difference, sentences: Mapping[str, str], lang: str) -> None:
        self._found = found
        self._sentences = sentences
        self._lang = lang

    def lines(self) -> Iterator[str]:
        """Articles, facts with their evidence, statements of which only the status changed, and figures."""
        found = self._found
        if not found.removed and not found.added:
            yield self._sentences["nothing"]
            return
        for name, was, now in found.articles:
            yield self._say(f"article_{_KINDS[was, now]}", source=_source(name))
        told: set[Term] = set()
        for change in found.facts:
            told |= {claim.claim for claim in change.evidence}
            yield from self._fact(change)
        for claim in found.claims:
            if claim.claim not in told and self._worth(claim):
                yield from self._claim(claim)
        yield from self._figures()

    @staticmethod
    def _worth(claim: ClaimChange) -> bool:
        """Whether a claim is worth a line where no fact changed: one more witness of an accepted fact is not."""
        accepted = word(Status.ACCEPTED.value.capitalize())
        return bool(claim.before and claim.after) or accepted not in {claim.before, claim.after}

    def _say(self, name: str, **fields: object) -> str:
        return self._sentences[name].format_map(fields)

    def _name(self, term: Term) -> str:
        return label(self._found, term, self._lang) if term else ""

    def _fact(self, change: FactChange) -> Iterator[str]:
        yield self._say(
            f"fact_{_KINDS[bool(change.before), bool(change.after)]}",
            subject=self._name(change.subject),
            predicate=self._name(change.predicate),
            before=self._name(change.before),
            value=self._name(change.after or change.before),
        )
        for claim in change.evidence:
            yield self._evidence(claim)

    def _claim(self, claim: ClaimChange) -> Iterator[str]:
        """A statement whose fact stays as it is, with what became of the claim."""
        subject, predicate, value = map(self._name, claim.now or claim.was)
        yield self._say("statement", subject=subject, predicate=predicate, value=value)
        yield self._evidence(claim)

    def _evidence(self, claim: ClaimChange) -> str:
        kind = _KINDS[bool(claim.before), bool(claim.after)]
        if kind == "changed" and claim.was != claim.now:
            kind = "moved"
        return self._say(
            f"claim_{kind}",
            source=_source(claim.source),
            quote=" ".join(claim.quote.split()),
            before=self._name(claim.before),
            after=self._name(claim.after),
            was=" · ".join(map(self._name, claim.was)),
            now=" · ".join(map(self._name, claim.now)),
        )

    def _figures(self) -> Iterator[str]:
        found = self._found
        kinds = [_KINDS[bool(fact.before), bool(fact.after)] for fact in found.facts]
        yield self._say("facts", **{kind: kinds.count(kind) for kind in _KINDS.values()})
        kinds = [_KINDS[bool(claim.before), bool(claim.after)] for claim in found.claims if claim.before != claim.after]
        yield self._say("claims", **{kind: kinds.count(kind) for kind in _KINDS.values()})
        inferred = graph(mapping.INFERRED)
        counted = [sum(quad[3] == inferred for quad in quads) for quads in (found.added, found.removed)]
        yield self._say("inferred", added=counted[0], removed=counted[1])


def _source(term: Term) -> str:
    """An article by its id, a row as `table/row`."""
    return names.text_of(term).removeprefix(names.ID).removeprefix("article/").removeprefix("row/") if term else ""
