"""The documented contradictions between sources: how many claims can express, and how many fusion finds by itself.

    python benchmarks/contradictions.py [--all]

Fusion sees the claims of the tables alone. A documented point (data/reference/contradictions.csv) is found where a
finding names its subject and its property, or one that says the same. The kind is then told by the judged table, and
once more by the rules alone, without that table. With --all, the points that claims cannot express are listed with the
reason.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import pipeline
from migkg.fuse.judged import FAMILIES
from migkg.pipeline.assemble import fuse

if TYPE_CHECKING:
    from migkg.fused import Fusion, Judgement

TABLE = Path(__file__).resolve().parents[1] / "data" / "reference" / "contradictions.csv"


def main(arguments: list[str]) -> None:
    """Print the figures."""
    knowledge = pipeline.know()
    judged = fuse([], knowledge.claims, knowledge)
    plain = fuse([], knowledge.claims, replace(knowledge, judgements=()))
    expressed = [judgement for judgement in knowledge.judgements if judgement.expressed]
    numbers = {judgement.number for judgement in knowledge.judgements}
    possible = {judgement.number for judgement in expressed}
    found = {judgement.number for judgement in expressed if kinds(judgement, judged)}
    say(f"{len(numbers)} documented, {len(possible)} expressible as claims, {len(found)} found")
    say(f"{len(expressed)} points (subject and property) of these, by kind:")
    told = [(judgement.kind, kinds(judgement, plain) - {"open"}) for judgement in expressed]
    say(f"{'kind':<20}{'points':>8}{'so by rule':>12}{'otherwise':>11}{'left open':>11}")
    for kind, count in sorted(Counter(kind for kind, _ in told).items()):
        mine = [rules for name, rules in told if name == kind]
        right = sum(kind in rules for rules in mine)
        say(f"{kind:<20}{count:>8}{right:>12}{sum(bool(r) and kind not in r for r in mine):>11}{mine.count(set()):>11}")
    if "--all" in arguments:
        with TABLE.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["expressed"] == "no":
                    say(f"not expressible: {row['number']}: {row['note']}")


def kinds(judgement: Judgement, fusion: Fusion) -> set[str]:
    """The kinds of the findings on a documented point, its property or one that says the same."""
    family = next((f for f in FAMILIES if judgement.predicate in f), frozenset({judgement.predicate}))
    subject = fusion.subjects.get(judgement.subject, judgement.subject)
    return {
        finding.check.rpartition("/")[2].replace("-", " ")
        for finding in fusion.findings
        if finding.check.startswith("contradiction/") and finding.focus == subject and finding.path in family
    }


def say(line: str) -> None:
    """A line on standard output."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
