"""How well fusion tells who is who: pairwise precision and recall of its merges, and what it gets wrong.

    python benchmarks/merges.py [--all]

Meetings: each row of data/reference/editions.csv is retold by texts that know less than it does, and their keys should
become those of the rows with the same edition_id. `ordinals`: the text names the edition by its number; `years`: by its
year, or by neither (every other row); `blind`: both texts, and no tables to hold on to; `events`: it
names no forum, but first day and city; `no year`: it leaves the year of the day out too. Persons: each name that
data/reference/officials.csv gives as a variant is met in the same post. Where the development articles lie beside the
project, the claims of their gold tables (those of the part `develop` only) meet the tables; a mention is judged
where its key means one edition_id.

A pair of mentions is right where both keys are settled as one and belong to one edition or person. With --all, all
wrong pairs are printed instead of the first few.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import claim_table, fuse, pipeline, predicates
from migkg.model import Claim, Evidence, RowEvidence, Span
from migkg.pipeline.assemble import ground

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migkg.fuse import Joined
    from migkg.pipeline import Knowledge

TOP = Path(__file__).resolve().parents[1]
DEV = TOP.parent / "shared" / "eval" / "dev" / "gold"
TOLD = {"year", "startDate", "endDate", "heldIn", "heldInCountry"}
SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention:
    """A key in a source, by one of its claims; `truth` is what it means."""

    truth: str
    source: str
    key: str
    claim: str


def main(arguments: list[str]) -> None:
    """Print a line for each way of telling, and what is wrong below it."""
    knowledge = pipeline.know()
    shown = None if "--all" in arguments else SHOWN
    sys.stdout.write(
        f"{'told by':<10}{'mentions':>9}{'pairs':>8}{'right':>8}{'wrong':>7}{'split':>7}{'P':>8}{'R':>8}{'F1':>8}\n"
    )
    for name, claims, mentions in experiments(knowledge):
        joined = fuse.join(claims, **ground(knowledge))
        report(name, mentions, joined, shown)


def experiments(knowledge: Knowledge) -> Iterator[tuple[str, list[Claim], list[Mention]]]:
    """Name, all claims, and the mentions to be judged."""
    rows = own_mentions(knowledge)
    numbered, unnumbered = retold(knowledge, rows, ordinals=True), retold(knowledge, rows, ordinals=False)
    for name, told in (("ordinals", numbered), ("years", unnumbered)):
        yield name, [*knowledge.claims, *(c for c, _ in told)], [*rows, *(m for _, m in told if m.claim)]
    both = [*numbered, *unnumbered]
    yield "blind", [claim for claim, _ in both], [mention for _, mention in both if mention.claim]
    for name, years in (("events", True), ("no year", False)):
        unnamed = retold_as_events(knowledge, rows, years=years)
        yield name, [*knowledge.claims, *(c for c, _ in unnamed)], [*rows, *(m for _, m in unnamed if m.claim)]
    people = variants(knowledge)
    yield "persons", [*knowledge.claims, *(c for c, _ in people)], [mention for _, mention in people]
    if DEV.exists():
        found = developed(rows)
        yield "develop", [*knowledge.claims, *(c for c, _ in found)], [*rows, *(m for _, m in found if m.claim)]


def own_mentions(knowledge: Knowledge) -> list[Mention]:
    """The rows of the editions by their own keys; several rows of one edition are several sources."""
    truth = {row["row_id"]: row["edition_id"] for row in table("editions")}
    found: dict[str, Mention] = {}
    for claim in knowledge.claims:
        evidence = claim.evidence
        if isinstance(evidence, RowEvidence) and evidence.row in truth and predicates.series_of(claim.subject):
            mention = Mention(truth=truth[evidence.row], source=evidence.row, key=claim.subject, claim=claim.id)
            found.setdefault(evidence.row, mention)
    return sorted(found.values())


def table(name: str) -> list[dict[str, str]]:
    """The rows of a reference table."""
    with (TOP / "data" / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def retold(knowledge: Knowledge, rows: Iterable[Mention], *, ordinals: bool) -> list[tuple[Claim, Mention]]:
    """What texts say of the rows: place, days and year under another key, each text with one mention."""
    given = {row["row_id"]: row for row in table("editions")}
    facts: dict[str, list[Claim]] = {}
    for claim in knowledge.claims:
        if isinstance(claim.evidence, RowEvidence) and claim.predicate in TOLD:
            facts.setdefault(claim.evidence.row, []).append(claim)
    found: list[tuple[Claim, Mention]] = []
    for number, mention in enumerate(rows):
        row = given[mention.source]
        series = (predicates.series_of(mention.key) or ("", ""))[0]
        last = row["ordinal"] if ordinals else row["year"] if number % 2 else "x"
        if last and facts.get(mention.source):
            source = f"{'numbered' if ordinals else 'dated'}-{mention.source}"
            found += said(f"{series}/{last}", mention.truth, source, facts[mention.source])
    return found


def retold_as_events(knowledge: Knowledge, rows: Iterable[Mention], *, years: bool) -> list[tuple[Claim, Mention]]:
    """What texts say of the rows that tell day and city, each by words of its own for a conference."""
    facts: dict[str, list[Claim]] = {}
    for claim in knowledge.claims:
        if isinstance(claim.evidence, RowEvidence) and claim.verified and claim.predicate in {"startDate", "heldIn"}:
            facts.setdefault(claim.evidence.row, []).append(claim)
    found: list[tuple[Claim, Mention]] = []
    for mention in rows:
        if {fact.predicate for fact in facts.get(mention.source, ())} == {"startDate", "heldIn"}:
            key = f"event:talks-{mention.source.lower()}"
            told = [fact if years else without_year(fact) for fact in facts[mention.source]]
            found += said(key, mention.truth, f"unnamed-{mention.source}", told)
    return found


def without_year(fact: Claim) -> Claim:
    """The fact as a text tells it that leaves out the year of a day; a month or a place stays as it is."""
    day = fact.predicate == "startDate" and len(fact.object) == len("2010-05-03")
    return replace(fact, object=f"-{fact.object[4:]}") if day else fact


def said(key: str, truth: str, source: str, facts: Iterable[Claim]) -> Iterator[tuple[Claim, Mention]]:
    """The facts as the claims of a text on a key; the first carries the mention."""
    for place, fact in enumerate(facts):
        claim = replace(fact, subject=key, evidence=quote(source, place), verified=True)
        yield claim, Mention(truth=truth, source=source, key=key, claim=claim.id if place == 0 else "")


def quote(source: str, place: int) -> Evidence:
    """The evidence of the n-th claim of a text."""
    return Evidence(article=source, span=Span(start=10 * place, end=10 * place + 4, exact="said"), rule="retold")


def variants(knowledge: Knowledge) -> list[tuple[Claim, Mention]]:
    """Each official in each spelling that the table knows, in the posts of the row."""
    spellings = {row["row_id"]: [v.strip() for v in row["variants"].split(";")] for row in table("officials")}
    found = []
    for claim in knowledge.claims:
        evidence = claim.evidence
        if not isinstance(evidence, RowEvidence) or evidence.table != "officials" or claim.predicate != "hasPosition":
            continue
        found.append((claim, Mention(truth=claim.subject, source=evidence.row, key=claim.subject, claim=claim.id)))
        for number, name in enumerate(filter(None, spellings[evidence.row])):
            source = f"{evidence.row}-{number}"
            told = replace(claim, subject=f"person:{name}", evidence=quote(source, 0), verified=True)
            found.append((told, Mention(truth=claim.subject, source=source, key=told.subject, claim=told.id)))
    return found


def developed(rows: Iterable[Mention]) -> list[tuple[Claim, Mention]]:
    """The gold claims of the development articles that may be looked at, with what their keys mean."""
    meaning: dict[str, set[str]] = {}
    for row in table("editions"):
        key = next((m.key for m in rows if m.source == row["row_id"]), "")
        series = (predicates.series_of(key) or ("", ""))[0]
        for last in (row["ordinal"], row["year"]):
            meaning.setdefault(f"{series}/{last}", set()).add(row["edition_id"])
    parts = (TOP / "tests" / "gold" / "dev_split.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in parts if line.endswith("\tdevelop")]
    found = []
    for name in sorted(names):
        path = DEV / f"{name}.tsv"
        lines = claim_table.parse(path.read_text(encoding="utf-8"), path.name) if path.exists() else []
        seen: set[str] = set()
        for place, line in enumerate(lines):
            claim = Claim(
                subject=line.subject, predicate=line.predicate, object=line.object, evidence=quote(name, place)
            )
            truth = meaning.get(line.subject, set())
            judged = len(truth) == 1 and line.subject not in seen
            seen.add(line.subject)
            mention = Mention(
                truth=min(truth, default=""), source=name, key=line.subject, claim=claim.id if judged else ""
            )
            found.append((claim, mention))
    return found


def report(name: str, mentions: list[Mention], joined: Joined, shown: int | None) -> None:
    """The figures of one way of telling, and the pairs that are wrong."""
    settled = {mention: joined.fusion.resolved[mention.claim].subject for mention in mentions}
    right: list[tuple[Mention, Mention]] = []
    wrong: list[tuple[Mention, Mention]] = []
    split: list[tuple[Mention, Mention]] = []
    for one, other in combinations(sorted(mentions), 2):
        same, meant = settled[one] == settled[other], one.truth == other.truth
        if same or meant:
            (right if same and meant else wrong if same else split).append((one, other))
    precision, recall = _share(right, wrong), _share(right, split)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    sys.stdout.write(
        f"{name:<10}{len(mentions):>9}{len(right) + len(split):>8}{len(right):>8}{len(wrong):>7}{len(split):>7}"
        f"{precision:>8.3f}{recall:>8.3f}{f1:>8.3f}\n"
    )
    for word, pairs in (("wrong merge", wrong), ("split", split)):
        for one, other in pairs[:shown]:
            sys.stdout.write(f"    {word}: {_of(one)} and {_of(other)}: {_reason(one, other, settled, joined)}\n")
        if shown is not None and len(pairs) > shown:
            sys.stdout.write(f"    and {len(pairs) - shown} more\n")


def _share(right: list[tuple[Mention, Mention]], other: list[tuple[Mention, Mention]]) -> float:
    return len(right) / (len(right) + len(other)) if right else 0.0


def _of(mention: Mention) -> str:
    return f"{mention.key} of {mention.source}"


def _reason(one: Mention, other: Mention, settled: dict[Mention, str], joined: Joined) -> str:
    """Why two mentions were joined or not, as far as fusion says."""
    keys = {key for mention in (one, other) for key in (mention.key, settled[mention])}
    nodes = {key for key in joined.settled.subjects if any(key == k or key.startswith(f"{k}-") for k in keys)}
    if settled[one] == settled[other]:
        reasons = Counter(m.reason for m in joined.fusion.merges if m.old in nodes and m.kept == settled[one])
        return f"both are {settled[one]}, by " + (", ".join(sorted(reasons)) or "one key")
    refused = [
        f"{f.focus} is not {f.value}"
        for f in joined.fusion.findings
        if f.check == "identity/refused" and f.focus in nodes and f.value in keys
    ]
    return f"{settled[one]} and {settled[other]}; " + ("; ".join(refused[:1]) or "nothing tells that they are one")


if __name__ == "__main__":
    main(sys.argv[1:])
