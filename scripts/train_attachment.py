"""Fit the attachment model: which candidate of a sentence is a fact, and of which meeting.

usage: train_attachment.py [--folds N] [--out FILE] [--lessons FOLDER] CORPUS [CORPUS ...]

A CORPUS is a folder with articles/, gold/ and perhaps aliases.tsv, or GOLD:ARTICLES; a `~` before it says that the
rules were written on its articles, so that what they read there proves nothing about them. --lessons is a folder of
short texts that teach wordings (attachment_lessons). Writes the weights as a table (relation, feature, weight). With
--folds it also prints how the model does on articles it did not see, and learns from those readings how far claims are
to be trusted; without, confidence stays what rules and model say.
"""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attachment_claims import Judged, calibrated, trust
from attachment_fit import Studied, part_of, weights
from attachment_lessons import taught
from attachment_marks import marked, without_rules

from migkg import claim_table, pipeline, resources
from migkg.claim_table.aliases import Aliases, parse_aliases
from migkg.claim_table.evaluate import Judge, evaluate
from migkg.extract.attachment import CLAIM, Attachment
from migkg.extract.engine import engine
from migkg.extract.study import lessons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from attachment_fit import Features, Weights

    from migkg.lexicon import Lexicon
    from migkg.model import Reading

TOP = Path(__file__).resolve().parent.parent


def corpora(names: Sequence[str]) -> Iterator[tuple[Path, Path, bool]]:
    """(gold, articles, whether the rules were written on it) of each corpus named."""
    for name in names:
        plain = name.removeprefix("~")
        gold, _, articles = plain.partition(":")
        folders = (Path(gold), Path(articles)) if articles else (Path(gold) / "gold", Path(gold) / "articles")
        yield *folders, name.startswith("~")


def unread() -> frozenset[str]:
    """The development articles that are kept for the last measure: nothing is learnt from them."""
    rows = (TOP / "tests" / "gold" / "dev_split.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(row.split("\t")[0] for row in rows if row.endswith("\tunread"))


def studied(gold: Path, articles: Path, tuned: bool, lexicon: Lexicon) -> Iterator[Studied]:
    """The lessons of every article of a corpus that has gold."""
    kept = unread()
    for path in resources.article_files(articles):
        for article in resources.read_articles(str(path)) if path.stem not in kept else ():
            if (gold / f"{article.id}.tsv").exists():
                known = pipeline.read(article, lexicon).article
                judge = judge_of(gold, article.id)
                found = [without_rules(lesson) if tuned else lesson for lesson in lessons(known, lexicon)]
                yield Studied(article.id, judge, [(lesson, *marked(lesson, judge)) for lesson in found])


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=TOP / "data" / "lexicons" / "attachment.csv")
    parser.add_argument("--lessons", type=Path, help="folder of tables with short texts that teach wordings")
    asked = parser.parse_args()
    lexicon = replace(pipeline.reading_knowledge(), attachment={})
    parts = [(corpus, list(studied(*corpus, lexicon))) for corpus in corpora(asked.corpus)]
    wordings = list(taught(asked.lessons, lexicon)) if asked.lessons else []
    everything = [article for _, found in parts for article in found]
    learnt = {fold: weights(_without(everything, fold, asked.folds), wordings) for fold in range(asked.folds)}
    table = weights(everything, wordings)
    if learnt:
        table[CLAIM] = report([corpus for corpus, _ in parts if not corpus[2]], learnt, lexicon)
    with asked.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("relation", "feature", "weight"))
        for relation, found in sorted(table.items()):
            writer.writerows((relation, name, weight) for name, weight in sorted(found.items()))


def _without(articles: Sequence[Studied], fold: int, folds: int) -> list[Studied]:
    """The articles that are not in a fold."""
    return [article for article in articles if part_of(article.article, folds) != fold]


def report(places: Sequence[tuple[Path, Path, bool]], learnt: Mapping[int, Weights], lexicon: Lexicon) -> Features:
    """Print how rules alone and the model do on articles that neither was made on, and how true its confidence is.

    What comes back are the weights of the regression over claims, learnt from those readings.
    """
    judged: list[Judged] = []
    for gold, articles, _ in places:
        alone = scored(gold, read(gold, articles, lexicon, {}))
        found = read(gold, articles, lexicon, learnt)
        say(f"{gold.parent.name:12} rules {alone}   model {scored(gold, found)}")
        judged += [Judged(reading, judge_of(gold, name)) for name, reading in found.items()]
    for line in calibrated(judged, len(learnt)):
        say(line)
    return trust(judged)


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@cache
def aliases_of(gold: Path) -> Aliases:
    """The aliases beside a folder of gold tables."""
    named = gold.parent / "aliases.tsv"
    return parse_aliases(named.read_text(encoding="utf-8"), str(named)) if named.exists() else Aliases()


def judge_of(gold: Path, name: str) -> Judge:
    """The gold of an article."""
    table = gold / f"{name}.tsv"
    rows = claim_table.parse(table.read_text(encoding="utf-8"), str(table))
    return Judge(rows, aliases_of(gold).of(name), resources.linking_words())


def read(gold: Path, articles: Path, lexicon: Lexicon, learnt: Mapping[int, Weights]) -> dict[str, Reading]:
    """The articles of a corpus that have gold, each read by the model that did not see it; by rules where is none."""
    models = {fold: Attachment(found) for fold, found in learnt.items()}
    found = {}
    for path in resources.article_files(articles):
        for article in resources.read_articles(str(path)):
            if not (gold / f"{article.id}.tsv").exists():
                continue
            known = pipeline.read(article, lexicon).article
            reader = engine(lexicon, known.lang)
            if reader is not None and models:
                reader.attachment = models[part_of(article.id, len(models))]
            found[article.id] = pipeline.read(known, lexicon)
            if reader is not None:
                reader.attachment = None
    return found


def scored(gold: Path, found: Mapping[str, Reading]) -> str:
    """Precision, recall and F1 of the readings of a corpus."""
    wanted = {p.stem: claim_table.parse(p.read_text(encoding="utf-8"), str(p)) for p in sorted(gold.glob("*.tsv"))}
    rows = {name: claim_table.rows_of(reading.claims) for name, reading in found.items()}
    total = evaluate(wanted, rows, aliases=aliases_of(gold), linking=resources.linking_words()).total
    return f"P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f}"


if __name__ == "__main__":
    sys.exit(main())
