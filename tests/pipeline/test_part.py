"""What a change bears on is gathered, and no more; where the ledger does not agree with it, all is assembled."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.shipped import plainly

from migkg import fuse, pipeline, store
from migkg.model import Article, Claim, Evidence, Reading, Span
from migkg.pipeline import change
from migkg.pipeline.part import Edition, part

from .worlds import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pytest

    from migkg.pipeline.part import Part

KNOWLEDGE = replace(shipped(), shapes=())


def article(name: str, *said: tuple[str, str, str], url: str = "") -> Reading:
    own = Article(id=name, lang="en", url=url, text="", sha256=name.ljust(64, "0"))
    claims = tuple(
        Claim(
            subject=subject,
            predicate=predicate,
            object=value,
            evidence=Evidence(article=name, span=Span(start=place, end=place + 4, exact="said"), rule="test"),
        )
        for place, (subject, predicate, value) in enumerate(said)
    )
    return Reading(article=own, claims=claims)


def filed(readings: Iterable[Reading]) -> store.Ledger:
    known = list(readings)
    claims = [claim for reading in known for claim in reading.claims]
    made = pipeline.assemble([reading.article for reading in known], claims, KNOWLEDGE, lambda _: None)
    ledger = store.Ledger()
    ledger.change((), change.filed(made, [reading.article for reading in known], KNOWLEDGE))
    return ledger


def gathered(known: Iterable[Reading], *coming: Reading, leaving: Iterable[str] = ()) -> Part:
    edition = Edition(
        leaving={*leaving, *(reading.article.id for reading in coming)},
        coming=tuple(reading.article for reading in coming),
        claims=tuple(claim for reading in coming for claim in reading.claims),
    )
    found = part(filed(known), edition, KNOWLEDGE, fuse.Relations(KNOWLEDGE.honorifics))
    assert found is not None
    return found


def core(found: Part) -> set[str]:
    return {fuse.source_node(claim).partition(" ")[2] for claim in found.before.claims}


SACM = article("a", ("edition:SACM/10", "year", "2010"), ("edition:SACM/10", "hasSpeaker", "person:Ana Lopez"))
RCM = article("b", ("edition:RCM/3", "year", "1998"), ("edition:RCM/3", "heldIn", "Quito"))


def test_another_forum_is_not_looked_at() -> None:
    found = gathered([SACM, RCM], article("c", ("edition:SACM/10", "hasChair", "BO")))
    assert core(found) == {"a"}
    assert {filed.claim.evidence for filed in found.filed.values()} == {claim.evidence for claim in SACM.claims}


def test_a_person_of_the_same_name_is_beside() -> None:
    other = article("b", ("edition:RCM/3", "hasSpeaker", "person:Ana Lopez"))
    found = gathered([SACM, other], article("c", ("edition:SACM/10", "hasChair", "BO")))
    assert core(found) == {"a"}
    assert "b" in {filed.source.partition(" ")[2] for filed in found.filed.values()}


def test_whoever_is_named_otherwise_now_is_taken_in() -> None:
    """The table's name is kept, so that the speaker of another forum has another name as well."""
    other = article("b", ("edition:RCM/3", "hasSpeaker", "person:Ana Lopez"))
    coming = [article(n, ("edition:SACM/10", "hasSpeaker", "person:Ana López")) for n in ("c", "d", "e")]
    assert core(gathered([SACM, other], *coming)) == {"a", "b"}


def test_a_city_that_two_states_claim_is_settled_anew_everywhere() -> None:
    quito = replace(RCM.claims[1], qualifiers=(("country", "EC"),))
    known = [replace(RCM, claims=(quito,)), article("d", ("edition:RCM/4", "heldIn", "Quito"))]
    told = article("c", ("edition:SACM/10", "heldIn", "Quito"))
    peru = replace(told, claims=(replace(told.claims[0], qualifiers=(("country", "PE"),)),))
    assert core(gathered(known, peru)) == {"b", "d"}
    assert core(gathered(known, told)) == set()


def test_a_document_whose_name_another_forum_takes_is_taken_in() -> None:
    other = article("b", ("edition:RCM/3", "adopted", "Quito Declaration"))
    same = article("c", ("edition:SACM/10", "adopted", "The Quito Declaration"))
    assert core(gathered([SACM, other], same)) == {"a"}
    assert core(gathered([SACM, other], article("c", ("edition:SACM/10", "adopted", "Quito declaration")))) == {
        "a",
        "b",
    }


def test_a_copy_counts_once_wherever_it_speaks() -> None:
    first = article("b", ("edition:RCM/3", "year", "1998"), url="https://example.org/one")
    copy = article("c", ("edition:SACM/10", "year", "2010"), url="https://example.org/one")
    assert core(gathered([SACM, first], copy)) == {"a", "b"}
    assert core(gathered([SACM, first, copy], leaving=["c"])) == {"a", "b", "c"}


def test_a_ledger_that_says_otherwise_is_not_trusted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And a store without one is assembled anew; both come to the same graph."""
    extra = article("c", ("edition:SACM/10", "hasChair", "BO"))
    contents = set()
    for entries in ("right", "wrong", "none"):
        path = tmp_path / entries
        made = pipeline.assemble([SACM.article], SACM.claims, KNOWLEDGE, lambda _: None)
        right = list(change.filed(made, [SACM.article], KNOWLEDGE))
        wrong = [
            replace(entry, value=entry.value.replace('"edition:SACM/10",["', '"edition:SACM/9",["'))
            for entry in right
            if not entry.id.startswith("source")
        ]
        assert {entry.value for entry in wrong}.isdisjoint(entry.value for entry in right)
        given = {"right": right, "wrong": wrong, "none": None}[entries]
        store.build(path, made.quads, change.manifest(made.counts, KNOWLEDGE), entries=given)
        called: list[str] = []
        whole = pipeline.assemble
        monkeypatch.setattr(change, "assemble", lambda *a, w=whole, c=called: c.append("all") or w(*a))
        pipeline.revise(path, KNOWLEDGE, readings=[extra])
        monkeypatch.undo()
        assert bool(called) == (entries != "right")
        with store.Store.open(path) as opened:
            contents.add(opened.manifest["content"])
    assert len(contents) == 1


def test_all_processes_hash_what_is_known_alike() -> None:
    """Else no store would ever be followed by another process than that which built it."""
    code = "from migkg import pipeline; print(pipeline.know().digest)"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**plainly(), "PYTHONHASHSEED": seed},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1
