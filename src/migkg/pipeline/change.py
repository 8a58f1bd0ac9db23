"""Building the store, and changing it by an article.

A change keeps the claims that were read before (they are in the store), fuses all claims anew and writes only
the quads that differ: what comes out is what a full build of the same articles gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migkg import mapping, resources, store
from migkg.errors import DataError, UsageError
from migkg.model import DEFAULT_GRAPH
from migkg.pipeline.assemble import Assembly, assemble, examine
from migkg.pipeline.knowledge import Knowledge, know
from migkg.pipeline.read import accept_table, read
from migkg.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from migkg.claim_table import ClaimRow
    from migkg.model import Article, Claim, Finding, Reading

    Step = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a change did: figures of the new graph, its findings, and what was read."""

    counts: Mapping[str, int]
    findings: tuple[Finding, ...]
    readings: tuple[Reading, ...] = ()


def _silent(_: str) -> None:
    """The step function of callers that want no progress."""


def build(path: Path, given: Sequence[Article], *, home: Path | None = None, step: Step = _silent) -> Report:
    """Build the graph of the shipped data and the given articles, and replace the store in one step."""
    step("reading ontology, lexicons and tables")
    knowledge = know(home)
    articles = _unique([*resources.shipped_articles(home), *given])
    readings = _read_all(articles, knowledge, step)
    made = assemble([r.article for r in readings], [c for r in readings for c in r.claims], knowledge, step)
    step("storing")
    store.build(path, made.quads, _manifest(made))
    return Report(counts=made.counts, findings=made.findings, readings=readings)


def ingest(
    path: Path,
    articles: Sequence[Article],
    *,
    rows: Sequence[ClaimRow] | None = None,
    home: Path | None = None,
    step: Step = _silent,
) -> Report:
    """Add articles to the store, or replace those with the same id; `rows` are their claims, made elsewhere."""
    old_articles, old_claims = _stored(path, step)
    knowledge = know(home)
    fresh = _unique(articles)
    if rows is None:
        readings = _read_all(fresh, knowledge, step)
    else:
        readings = tuple(accept_table(article, rows, knowledge.lexicon) for article in fresh)
    named = {article.id for article in fresh}
    kept = [article for article in old_articles if article.id not in named]
    claims = [claim for claim in old_claims if _article_of(claim) not in named]
    made = assemble(
        sorted((*kept, *(r.article for r in readings)), key=lambda article: article.id),
        [*claims, *(claim for reading in readings for claim in reading.claims)],
        knowledge,
        step,
    )
    _replace(path, made, step)
    return Report(counts=made.counts, findings=made.findings, readings=readings)


def retract(path: Path, article: str, *, home: Path | None = None, step: Step = _silent) -> Report:
    """Remove an article and all that rests on it alone."""
    articles, claims = _stored(path, step)
    if article not in {known.id for known in articles}:
        raise UsageError(f"the graph has no article '{article}'", hint=_nearest(article, [a.id for a in articles]))
    made = assemble(
        [known for known in articles if known.id != article],
        [claim for claim in claims if _article_of(claim) != article],
        know(home),
        step,
    )
    _replace(path, made, step)
    return Report(counts=made.counts, findings=made.findings)


def validate_store(path: Path, *, engine: str = "shifty", home: Path | None = None) -> list[Finding]:
    """Validate what a plain query sees, and add the disagreements that fusion found."""
    knowledge = know(home)
    with store.Store.open(path) as opened:
        visible = list(opened.quads(DEFAULT_GRAPH))
    return examine(visible, knowledge, engine)


def _read_all(articles: Sequence[Article], knowledge: Knowledge, step: Step) -> tuple[Reading, ...]:
    readings = []
    for number, article in enumerate(articles, 1):
        step(f"reading article {number} of {len(articles)}")
        readings.append(read(article, knowledge.lexicon))
    return tuple(readings)


def _stored(path: Path, step: Step) -> tuple[list[Article], list[Claim]]:
    """The articles in a store (without their texts) and the claims that were read from them."""
    step("reading the store")
    with store.Store.open(path) as opened:
        own = [name for name in opened.graphs() if mapping.is_article(name)]
        quads = [quad for name in own for quad in opened.quads(name)]
    return mapping.read_articles(quads), mapping.read_claims(quads)


def _replace(path: Path, made: Assembly, step: Step) -> None:
    step("comparing with the store")
    with store.Store.open(path) as opened:
        before = set(opened.quads())
    after = set(made.quads)
    step("storing")
    store.update(path, removed=sorted(before - after), added=sorted(after - before), manifest=_manifest(made))


def _manifest(made: Assembly) -> dict[str, object]:
    return {"migkg": __version__, "counts": dict(made.counts)}


def _unique(articles: Sequence[Article]) -> list[Article]:
    """The articles in the order of their ids; two different ones under one id are an error."""
    found: dict[str, Article] = {}
    for article in articles:
        known = found.setdefault(article.id, article)
        if replace(known, url="", title="") != replace(article, url="", title=""):
            raise DataError(f"two different articles are called '{article.id}'", hint="give one of them another id")
    return [found[name] for name in sorted(found)]


def _article_of(claim: Claim) -> str:
    return getattr(claim.evidence, "article", "")


def _nearest(name: str, known: Sequence[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=3)
    return f"did you mean {' or '.join(close)}?" if close else "see 'migkg run articles'"
