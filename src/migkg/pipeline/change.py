"""Building the store, and changing it by an article.

A change keeps the claims that were read before (they are in the store) and fuses them with the new ones. Where the
store was made from the same knowledge, only what fusion decides otherwise is mapped, reasoned and written; else
the whole graph is assembled and the quads that differ are written. Either way what comes out is what a full
build of the same articles gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migkg import fuse, mapping, names, predicates, resources, store
from migkg.errors import DataError, UsageError
from migkg.model import DEFAULT_GRAPH
from migkg.pipeline import filing
from migkg.pipeline.assemble import assemble, examine, marks
from migkg.pipeline.incremental import Change, follow
from migkg.pipeline.knowledge import Knowledge, know
from migkg.pipeline.part import Edition
from migkg.pipeline.read import TABLE, accept_table, read
from migkg.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from migkg.claim_table import ClaimRow
    from migkg.model import Article, Claim, Finding, Reading
    from migkg.pipeline.assemble import Assembly

    Step = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a change did: figures of the new graph, and what was read."""

    counts: Mapping[str, int]
    readings: tuple[Reading, ...] = ()


def _silent(_: str) -> None:
    """The step function of callers that want no progress."""


def build(
    path: Path, given: Sequence[Article], *, least: float = 0.0, home: Path | None = None, step: Step = _silent
) -> Report:
    """Build the graph of the shipped data and the given articles, and replace the store in one step.

    What articles state enters with a confidence of `least` and more.
    """
    step("reading ontology, lexicons and tables")
    knowledge = know(home)
    articles = _unique([*resources.shipped_articles(home), *given])
    return construct(path, _read_all(articles, knowledge, least, step), knowledge, step)


def construct(path: Path, readings: Sequence[Reading], knowledge: Knowledge, step: Step = _silent) -> Report:
    """Build the graph of articles that have been read, and replace the store in one step."""
    made = assemble([r.article for r in readings], [c for r in readings for c in r.stated], knowledge, step)
    step("storing")
    articles = [reading.article for reading in readings]
    store.build(path, made.quads, manifest(made.counts, knowledge), entries=filed(made, articles, knowledge))
    return Report(counts=made.counts, readings=tuple(readings))


def ingest(  # noqa: PLR0913 - each says something of its own
    path: Path,
    articles: Sequence[Article],
    *,
    rows: Sequence[ClaimRow] | None = None,
    rule: str = TABLE,
    least: float = 0.0,
    home: Path | None = None,
    step: Step = _silent,
) -> Report:
    """Add articles to the store, or replace those with the same id; `rows` are their claims, made elsewhere, by `rule`.

    What is read here enters with a confidence of `least` and more. Changed tables, shapes and checks are taken up as
    well; articles that were read before are not read again.
    """
    knowledge = know(home)
    fresh = _unique(articles)
    if rows is None:
        readings = _read_all(fresh, knowledge, least, step)
    else:
        readings = tuple(accept_table(article, rows, knowledge.lexicon, rule) for article in fresh)
    return revise(path, knowledge, readings=readings, step=step)


def retract(path: Path, article: str, *, home: Path | None = None, step: Step = _silent) -> Report:
    """Remove an article and all that rests on it alone."""
    return revise(path, know(home), retracted=(article,), step=step)


def revise(
    path: Path,
    knowledge: Knowledge,
    *,
    readings: Sequence[Reading] = (),
    retracted: Collection[str] = (),
    step: Step = _silent,
) -> Report:
    """Change the store by what was read, and by the ids of the articles that go."""
    step("reading the store")
    with store.Store.open(path) as opened:
        change = plan(opened, knowledge, readings=readings, retracted=retracted, step=step)
    step("storing")
    store.update(
        path,
        removed=sorted(change.removed),
        added=sorted(change.added),
        manifest=manifest(change.counts, knowledge),
        entries=change.entries,
    )
    return Report(counts=change.counts, readings=tuple(readings))


def plan(
    opened: store.Store,
    knowledge: Knowledge,
    *,
    readings: Sequence[Reading] = (),
    retracted: Collection[str] = (),
    step: Step = _silent,
) -> Change:
    """What `revise` writes; the store is only read."""
    _must_know(retracted, opened)
    leaving = {*retracted, *(reading.article.id for reading in readings)}
    edition = Edition(
        leaving=leaving,
        coming=tuple(reading.article for reading in readings),
        claims=tuple(predicates.unique(claim for reading in readings for claim in reading.stated)),
    )
    return _follow(opened, edition, knowledge, step) or _anew(opened, edition, knowledge, step)


def validate_store(path: Path, *, engine: str = "shifty", home: Path | None = None) -> list[Finding]:
    """Validate what a plain query sees, and add the disagreements that fusion found."""
    knowledge = know(home)
    with store.Store.open(path) as opened:
        quads = [*opened.quads(DEFAULT_GRAPH), *opened.quads(names.graph(mapping.FACTS))]
    return examine(quads, knowledge, engine)


def _read_all(articles: Sequence[Article], knowledge: Knowledge, least: float, step: Step) -> tuple[Reading, ...]:
    readings = []
    for number, article in enumerate(articles, 1):
        step(f"reading article {number} of {len(articles)}")
        readings.append(read(article, knowledge.lexicon, least))
    return tuple(readings)


def _must_know(retracted: Collection[str], opened: store.Store) -> None:
    missing = [name for name in retracted if not any(opened.triples(mapping.article_node(name), mapping.TYPE))]
    if missing:
        known = [article.id for article in mapping.read_stored(opened.pairs)[0]]
        raise UsageError(f"the graph has no article '{missing[0]}'", hint=_nearest(missing[0], known))


def _follow(opened: store.Store, edition: Edition, knowledge: Knowledge, step: Step) -> Change | None:
    """The change by what differs; None where the store was made from other knowledge or the closure asks for all."""
    about = opened.manifest.get("about", {})
    if about.get("knowledge") != knowledge.digest:
        return None
    return follow(opened, edition, knowledge, step)


def _anew(opened: store.Store, edition: Edition, knowledge: Knowledge, step: Step) -> Change:
    """The change by assembling the whole graph and comparing it with the store."""
    articles, claims = mapping.read_stored(opened.pairs)
    kept = [article for article in articles if article.id not in edition.leaving]
    staying = [claim for claim in claims if _article_of(claim) not in edition.leaving]
    now = sorted((*kept, *edition.coming), key=lambda article: article.id)
    made = assemble(now, [*staying, *edition.claims], knowledge, step)
    step("comparing with the store")
    before, after = set(opened.quads()), set(made.quads)
    entries = store.Entries(added=tuple(filed(made, now, knowledge)), anew=True)
    return Change(
        removed=frozenset(before - after), added=frozenset(after - before), counts=made.counts, entries=entries
    )


def filed(made: Assembly, articles: Iterable[Article], knowledge: Knowledge) -> Iterator[store.Entry]:
    """The entries of the ledger of a whole graph."""
    return filing.entries(made.claims, made.joined, marks(articles), fuse.Relations(knowledge.honorifics))


def manifest(counts: Mapping[str, int], knowledge: Knowledge) -> dict[str, object]:
    """What a store says of how it was made."""
    return {"migkg": __version__, "counts": dict(counts), "knowledge": knowledge.digest}


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
