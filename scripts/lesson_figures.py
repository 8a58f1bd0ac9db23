"""What is read of the short texts of tests/gold/lessons: claims right, wrong and missed, by predicate.

usage: lesson_figures.py [--lang LANG] [--half seen|unseen] [FOLDER]

Rules are written on the seen half alone, so that the unseen one tells what they do for wordings that nobody looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from attachment_lessons import judge_of, left_open, texts

from migkg import extract, pipeline
from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migkg.extract.context import Key
    from migkg.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "gold" / "lessons"
HALVES = ("seen", "unseen")


def half_of(text: str) -> str:
    """The half that a text belongs to, by its hash."""
    return HALVES[int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2]


def outcomes(path: Path, lexicon: Lexicon, half: str = "") -> Iterator[tuple[str, str]]:
    """(predicate, `right`, `wrong` or `missed`) of each claim of the texts of a table."""
    left = left_open(path)
    for text, lang, claims in texts(path):
        if half and half_of(text) != half:
            continue
        reading = extract.read(Article(id="text", lang=lang, text=text, sha256=""), lexicon)
        found: set[Key] = {(str(c.subject), c.predicate, str(c.object)) for c in reading.claims}
        judge = judge_of(text, claims, left)
        yield from ((claim[1], "wrong") for claim in found if judge.verdict(claim) < 0)
        yield from ((c[1], "right" if c in found else "missed") for c in claims if c[1] not in left)


def main() -> None:
    """Print the figures of each predicate, and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--lang", default="*")
    parser.add_argument("--half", choices=HALVES, default="")
    asked = parser.parse_args()
    lexicon = pipeline.reading_knowledge()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(asked.folder.glob(f"*_{asked.lang}.tsv")):
        for predicate, outcome in outcomes(path, lexicon, asked.half):
            counts[predicate][outcome] += 1
            counts["all"][outcome] += 1
    for predicate, found in sorted(counts.items(), key=lambda item: (item[0] == "all", item[0])):
        right, wrong, missed = found["right"], found["wrong"], found["missed"]
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        sys.stdout.write(f"{predicate:15} {right:5} {wrong:5} {missed:5}   P {precision:.3f} R {recall:.3f}\n")


if __name__ == "__main__":
    sys.exit(main())
