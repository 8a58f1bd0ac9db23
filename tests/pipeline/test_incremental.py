"""An incremental change gives what a full build of the same inputs gives, whatever came before.

`MIGKG_SEQUENCES` sets how many random sequences are tried: 10 where it is not set.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests import shipped as prepared

from migkg import pipeline, store
from migkg.errors import UsageError
from migkg.model import Article, Claim, Evidence, Reading, Span
from migkg.pipeline.change import filed, manifest, plan

from .shelf import Shelf
from .worlds import meetings_on_days, readings, shipped, steps, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

SEQUENCES = settings(
    max_examples=int(os.environ.get("MIGKG_SEQUENCES", "10")),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # to shrink a sequence of builds takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None,
)


def exported(path: Path) -> bytes:
    with store.Store.open(path) as opened:
        return b"".join(opened.export("nquads"))


def walked(sequence: list[Reading | str]) -> Iterator[tuple[dict[str, Reading], list[Reading], list[str]]]:
    """After each step the articles that are there, what was read, and what was retracted."""
    known: dict[str, Reading] = {}
    for step in sequence:
        if isinstance(step, Reading):
            known[step.article.id] = step
            yield dict(known), [step], []
        elif step in known:
            del known[step]
            yield dict(known), [], [step]


def assembled(known: dict[str, Reading], knowledge: pipeline.Knowledge) -> pipeline.Assembly:
    readings = [known[name] for name in sorted(known)]
    claims = [claim for reading in readings for claim in reading.claims]
    return pipeline.assemble([reading.article for reading in readings], claims, knowledge, lambda _: None)


@pytest.mark.unmeasured
@SEQUENCES
@given(rows=tables(), sequence=st.one_of(steps(), meetings_on_days()))
def test_after_every_step_the_quads_are_those_of_a_full_build(
    rows: tuple[Claim, ...], sequence: list[Reading | str]
) -> None:
    knowledge = replace(shipped(), claims=rows, shapes=())
    made = assembled({}, knowledge)
    shelf = Shelf(made.quads, manifest(made.counts, knowledge), filed(made, (), knowledge))
    for known, fresh, gone in walked(sequence):
        change = plan(shelf, knowledge, readings=fresh, retracted=gone)
        shelf.apply(change, manifest(change.counts, knowledge))
        whole = assembled(known, knowledge)
        assert set(shelf.quads()) == set(whole.quads)
        assert change.counts == whole.counts
        ledger = store.Ledger()
        ledger.change((), filed(whole, [reading.article for reading in known.values()], knowledge))
        assert shelf.entries.entries() == ledger.entries()


def told(article: str, key: str, day: str = "", city: str = "Lima", host: str = "") -> Reading:
    """An article that says of a meeting in which city it was, on which day and who was its host, as far as given."""
    facts = [(name, value) for name, value in (("heldIn", city), ("startDate", day), ("hasHost", host)) if value]
    return Reading(
        article=Article(id=article, lang="en", text="", sha256=article * 64),
        claims=tuple(
            Claim(
                subject=key,
                predicate=predicate,
                object=value,
                confidence=0.9,
                evidence=Evidence(article=article, span=Span(start=at, end=at + 4, exact="held"), rule="test"),
            )
            for at, (predicate, value) in enumerate(facts)
        ),
    )


@pytest.mark.parametrize(
    "sequence",
    [
        pytest.param(
            [told("a", "event:talks", "--05-03"), told("b", "edition:RCM/1", "2010-05-03")], id="a day without a year"
        ),
        pytest.param(
            [told("a", "edition:RCM/1", "2010-05-03"), told("b", "event:talks", "--05-03"), "a"], id="of a series"
        ),
        pytest.param(
            [
                told("a", "event:talks", "--05-03"),
                told("b", "event:meeting-lima", "2010-05-03"),
                told("c", "edition:RCM/1", "2011-05-03"),
                "c",
            ],
            id="a second year",
        ),
        pytest.param(
            [
                told("a", "event:talks", "2010-05-03", host="PE"),
                told("b", "event:summit", "2010-05-03", city="", host="PE"),
                told("c", "event:debate", "2010-05-03", city="Quito"),
                "c",
            ],
            id="a host",
        ),
        pytest.param([told("a", "event:talks-on-migration"), told("b", "event:migration-talks"), "a"], id="words"),
    ],
)
def test_conferences_that_join_and_part_are_those_of_a_full_build(sequence: list[Reading | str]) -> None:
    knowledge = replace(shipped(), shapes=())
    made = assembled({}, knowledge)
    shelf = Shelf(made.quads, manifest(made.counts, knowledge), filed(made, (), knowledge))
    for known, fresh, gone in walked(sequence):
        change = plan(shelf, knowledge, readings=fresh, retracted=gone)
        shelf.apply(change, manifest(change.counts, knowledge))
        assert set(shelf.quads()) == set(assembled(known, knowledge).quads)


@settings(SEQUENCES, max_examples=5)
@given(rows=tables(), edited=tables(), sequence=steps())
def test_the_store_is_byte_for_byte_that_of_a_full_build(
    rows: tuple[Claim, ...], edited: tuple[Claim, ...], sequence: list[Reading | str]
) -> None:
    knowledge = replace(shipped(), claims=rows)
    known: dict[str, Reading] = {}
    with tempfile.TemporaryDirectory() as folder:
        changed, built = Path(folder) / "changed", Path(folder) / "built"
        pipeline.construct(changed, [], knowledge)
        for known, fresh, gone in walked(sequence):  # noqa: B007 - the last is compared
            pipeline.revise(changed, knowledge, readings=fresh, retracted=gone)
        knowledge = replace(knowledge, claims=edited)
        pipeline.revise(changed, knowledge)
        pipeline.construct(built, [known[name] for name in sorted(known, reverse=True)], knowledge)
        assert exported(changed) == exported(built)
        with store.Store.open(changed) as one, store.Store.open(built) as other:
            assert one.manifest == other.manifest
            assert set(one.quads()) == set(assembled(known, knowledge).quads)


@pytest.mark.unmeasured
@settings(SEQUENCES, max_examples=10)
@given(rows=tables(), first=readings(("a",)), second=readings(("b",)), third=readings(("c",)))
def test_the_order_of_articles_does_not_matter(
    rows: tuple[Claim, ...], first: Reading, second: Reading, third: Reading
) -> None:
    knowledge = replace(shipped(), claims=rows, shapes=())
    known = [first, second, third]
    graphs = set()
    for order in permutations(known):
        articles = [reading.article for reading in order]
        claims = [claim for reading in order for claim in reversed(reading.claims)]
        graphs.add(pipeline.assemble(articles, claims, knowledge, lambda _: None).quads)
    assert len(graphs) == 1


def test_hash_seed_and_folder_leave_no_trace(tmp_path: Path, graph_store: Path) -> None:
    """The shipped graph, built in another process with another order of sets, in another folder."""
    folder = tmp_path / "some" / "where"
    subprocess.run(
        [sys.executable, "-m", "migkg", "build", "--quiet", "--store", str(folder)],
        env={**prepared.plainly(), "PYTHONHASHSEED": "4711"},
        check=True,
    )
    assert prepared.lines(folder) == prepared.lines(graph_store)
    with store.Store.open(folder) as one, store.Store.open(graph_store) as other:
        assert one.manifest == other.manifest


def test_an_unknown_article_cannot_be_retracted(tmp_path: Path) -> None:
    knowledge = replace(shipped(), shapes=())
    article = Article(id="quito", lang="en", text="", sha256="0" * 64)
    pipeline.construct(tmp_path, [Reading(article=article, claims=())], knowledge)
    with pytest.raises(UsageError, match=r"no article 'quitto'.*did you mean quito"):
        pipeline.revise(tmp_path, knowledge, retracted=["quitto"])
