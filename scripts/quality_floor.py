"""The floor under the quality of reading: what a corpus scored when it was last pinned, with the corpus's hash.

usage: quality_floor.py [--lower]

Measures the project's own articles, and the shared development articles where they lie beside the project, and
writes tests/gold/floor.json. A figure worse than the pinned one is refused unless --lower says that it is meant.
"""

from __future__ import annotations

import hashlib
import json
import sys
from math import ceil
from pathlib import Path

from migkg.api.evaluation import evaluate
from migkg.claim_table.reliability import calibration_error, reliability

TOP = Path(__file__).resolve().parent.parent
PINNED = TOP / "tests" / "gold" / "floor.json"
CORPORA = {
    "own": (TOP / "tests" / "gold" / "own" / "gold", TOP / "data" / "articles"),
    "pages": (TOP / "tests" / "gold" / "pages" / "gold", TOP / "tests" / "gold" / "pages" / "articles"),
    "fresh": (TOP / "tests" / "gold" / "fresh" / "gold", TOP / "tests" / "gold" / "fresh" / "articles"),
    "development": (
        TOP.parent / "shared" / "eval" / "dev" / "gold",
        TOP.parent / "shared" / "eval" / "dev" / "articles",
    ),
}
FIGURES = ("precision", "recall", "f1")
ERROR = "calibration_error"
"""How far confidence is from what is true: the one figure that must not rise."""
_SIGN = {ERROR: -1}


def digest(gold: Path, articles: Path) -> str:
    """The SHA-256 of a corpus: names and contents of its gold tables, aliases and articles."""
    total = hashlib.sha256()
    aliases = gold.parent / "aliases.tsv"
    for path in (*sorted(gold.glob("*.tsv")), aliases, *sorted(p for p in articles.iterdir() if p.is_file())):
        if path.exists():
            total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def measured(gold: Path, articles: Path) -> dict[str, float]:
    """Micro precision, recall and F1, cut (not rounded) to three digits, and the calibration error, rounded up."""
    outcome = evaluate(gold, articles)
    total = outcome.evaluation.total
    error = calibration_error(reliability(outcome.guesses))
    return {name: int(getattr(total, name) * 1000) / 1000 for name in FIGURES} | {ERROR: ceil(error * 1000) / 1000}


def worse(found: dict[str, float], known: dict[str, float]) -> list[str]:
    """The figures that are worse than they were."""
    return [name for name, value in found.items() if name in known and (value - known[name]) * _SIGN.get(name, 1) < 0]


def main() -> None:
    """Pin what is measured now; never lower by accident."""
    known = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.exists() else {}
    for name, (gold, articles) in CORPORA.items():
        if not gold.is_dir():
            continue
        found = measured(gold, articles)
        for figure in worse(found, known.get(name, {})) if "--lower" not in sys.argv else ():
            was = known[name][figure]
            sys.exit(f"{name}: {figure} went from {was} to {found[figure]}; say --lower if that is meant")
        known[name] = {"sha256": digest(gold, articles), **found}
    PINNED.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
