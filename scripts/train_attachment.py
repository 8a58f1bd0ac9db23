"""Fit the attachment model: which candidate of a sentence is a fact, and of which meeting.

usage: train_attachment.py [--folds N] [--out FILE] [--lessons FOLDER] CORPUS [CORPUS ...]

A CORPUS is a folder with articles/, gold/ and perhaps aliases.tsv, or GOLD:ARTICLES; a `~` before it says that the
rules were written on its articles, so that what they read there proves nothing about them. --lessons is a folder of
short texts that teach wordings (attachment_lessons). Writes the weights as a table (relation, feature, weight). With
--folds it first prints how the model does on articles it did not see.
"""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from attachment_fit import Studied, part_of, weights
from attachment_lessons import taught
from attachment_marks import marked, without_rules

from migkg import claim_table, pipeline, resources
from migkg.claim_table.aliases import Aliases, parse_aliases
from migkg.claim_table.evaluate import Judge, evaluate
from migkg.extract.attachment import Attachment
from migkg.extract.engine import engine
from migkg.extract.study import lessons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attachment_fit import Weights

    from migkg.extract.context import Key
    from migkg.lexicon import Lexicon

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
    named = gold.parent / "aliases.tsv"
    aliases = parse_aliases(named.read_text(encoding="utf-8"), str(named)) if named.exists() else Aliases()
    kept = unread()
    for path in resources.article_files(articles):
        for article in resources.read_articles(str(path)) if path.stem not in kept else ():
            table = gold / f"{article.id}.tsv"
            if table.exists():
                known = pipeline.read(article, lexicon).article
                rows = claim_table.parse(table.read_text(encoding="utf-8"), str(table))
                judge = Judge(rows, aliases.of(article.id), resources.linking_words())
                found = [without_rules(lesson) if tuned else lesson for lesson in lessons(known, lexicon)]
                yield Studied(article.id, judge, [(lesson, *marked(lesson, judge)) for lesson in found])


def judged(articles: Sequence[Studied], learnt: Weights) -> Iterator[tuple[float, int]]:
    """(highest probability, whether it is right) of each claim that an offer would make."""
    model = Attachment(learnt)
    for article in articles:
        chances: dict[Key, float] = {}
        found = [lesson.offer for lesson, _, _ in article.lessons]
        for chance, bid in model.judge(found, lambda n, k, a=article: a.lessons[n][0].stated[k]).values():
            for claim in bid.claims:
                chances[claim] = max(chance, chances.get(claim, 0.0))
        verdicts = {claim: article.judge.verdict(claim) for claim in chances}
        yield from ((chance, int(verdicts[c] == 1)) for c, chance in chances.items() if verdicts[c])


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
    if asked.folds:
        report(parts, wordings, asked.folds, lexicon)
    everything = [article for _, found in parts for article in found]
    with asked.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("relation", "feature", "weight"))
        for relation, found in sorted(weights(everything, wordings).items()):
            writer.writerows((relation, name, weight) for name, weight in sorted(found.items()))


def report(
    parts: Sequence[tuple[tuple[Path, Path, bool], list[Studied]]],
    wordings: Sequence[Studied],
    folds: int,
    lexicon: Lexicon,
) -> None:
    """Print how rules alone and the model do on articles that neither was made on, and how true its confidence is."""
    everything = [article for _, found in parts for article in found]
    fresh = {article.article for (_, _, tuned), found in parts if not tuned for article in found}
    learnt: dict[int, Weights] = {}
    guesses: list[tuple[float, int]] = []
    for fold in range(folds):
        learnt[fold] = weights([a for a in everything if part_of(a.article, folds) != fold], wordings)
        held = [a for a in everything if a.article in fresh and part_of(a.article, folds) == fold]
        guesses += judged(held, learnt[fold])
    for (gold, articles, tuned), _ in parts:
        if not tuned:
            alone, model = (scored(gold, articles, lexicon, found, folds) for found in (None, learnt))
            say(f"{gold.parent.name:12} rules {alone}   model {model}")
    for low in range(10):
        inside = [mark for chance, mark in guesses if low / 10 <= chance < (low + 1) / 10]
        if inside:
            say(f"  said {low / 10:.1f} to {low / 10 + 0.1:.1f}: true {np.mean(inside):.2f} of {len(inside)}")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def scored(gold: Path, articles: Path, lexicon: Lexicon, learnt: dict[int, Weights] | None, folds: int) -> str:
    """Precision, recall and F1 of a corpus, each article read by the model that did not see it."""
    named = gold.parent / "aliases.tsv"
    aliases = parse_aliases(named.read_text(encoding="utf-8"), str(named)) if named.exists() else Aliases()
    wanted = {p.stem: claim_table.parse(p.read_text(encoding="utf-8"), str(p)) for p in sorted(gold.glob("*.tsv"))}
    found = {}
    for path in resources.article_files(articles):
        for article in resources.read_articles(str(path)):
            if article.id not in wanted:
                continue
            known = pipeline.read(article, lexicon).article
            reader = engine(lexicon, known.lang)
            if reader is not None:
                reader.attachment = Attachment(learnt[part_of(article.id, folds)]) if learnt else None
            found[article.id] = claim_table.rows_of(pipeline.read(known, lexicon).claims)
            if reader is not None:
                reader.attachment = None
    outcome = evaluate(wanted, found, aliases=aliases, linking=resources.linking_words())
    total = outcome.total
    return f"P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f}"


if __name__ == "__main__":
    sys.exit(main())
