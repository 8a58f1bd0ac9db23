"""Fit the attachment model: which candidate of a sentence is a fact, and of which meeting.

usage: train_attachment.py [--folds N] [--out FILE] CORPUS [CORPUS ...]

A CORPUS is a folder with articles/, gold/ and perhaps aliases.tsv, or GOLD:ARTICLES; a `~` before it says that the
rules were written on its articles, so that what they read there proves nothing about them. Writes the weights as a
table (relation, feature, weight). With --folds it first prints how the model does on articles it did not see.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from migkg import claim_table, pipeline, resources
from migkg.claim_table.evaluate import Aliases, Judge, evaluate, parse_aliases
from migkg.extract.attachment import SUBJECT, THRESHOLD, Attachment
from migkg.extract.engine import engine
from migkg.extract.study import Key, Lesson, lessons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migkg.extract.features import Features
    from migkg.lexicon import Lexicon

TOP = Path(__file__).resolve().parent.parent
STRENGTH = {SUBJECT: 0.3}
"""Inverse of the weight of the penalty, by relation."""
USUAL = 0.3
SELDOM = 3
"""A feature of fewer examples is left out."""
TINY = 0.02
"""A weight below this is left out."""
KNOWN = "rule unknown"
WORTH = 0.35
"""What a hit is worth against a false alarm of 1 - WORTH: below one half precision counts more."""
FLOOR, CEILING = 0.3, 0.9
"""Bounds of a threshold."""

Examples = list[tuple["Features", int]]


@dataclass(frozen=True)
class Studied:
    """An article's lessons with what the gold says of each: is the object true of anything; is it of each option."""

    article: str
    judge: Judge
    lessons: list[tuple[Lesson, int | None, list[int | None]]]


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
                found = [_without_rules(lesson) if tuned else lesson for lesson in lessons(known, lexicon)]
                yield Studied(article.id, judge, [(lesson, *_marked(lesson, judge)) for lesson in found])


def _without_rules(lesson: Lesson) -> Lesson:
    offer = lesson.offer
    seen = {name: value for name, value in offer.seen.items() if not name.startswith("rule ")}
    subjects = tuple({n: v for n, v in s.items() if not n.startswith("ruled")} for s in offer.subjects)
    return replace(lesson, offer=replace(offer, seen={**seen, KNOWN: 1.0}, subjects=subjects))


def _marked(lesson: Lesson, judge: Judge) -> tuple[int | None, list[int | None]]:
    """Whether the object is one of the relation, and of each option; None where that is not to be learnt.

    A true claim teaches only where its evidence is: elsewhere the same names say nothing of the relation.
    """
    sentence = claim_table.collapse(lesson.offer.candidate.scene.sentence.text)
    options: list[int | None] = []
    for claims in lesson.claims:
        mark = _majority([judge.verdict(claim) for claim in claims])
        options.append(None if mark == 1 and not any(_shown(judge, claim, sentence) for claim in claims) else mark)
    said = [claim for claim in lesson.claims[0] if judge.is_said(claim)]
    if 1 in options:
        return 1, options
    if not said:
        return (None if None in options else 0), options
    return (1 if any(_shown(judge, claim, sentence) for claim in said) else None), options


def _shown(judge: Judge, claim: Key, sentence: str) -> bool:
    """Whether the gold's evidence for a claim lies in the sentence, or the sentence in it."""
    quotes = [claim_table.collapse(quote) for quote in judge.evidence(claim)]
    return any(quote in sentence or sentence in quote or _overlap(quote, sentence) for quote in quotes)


def _overlap(one: str, other: str) -> bool:
    """Whether one text ends as the other begins, over some words."""
    least = 15
    ends = range(least, min(len(one), len(other)))
    return any(one[-n:] == other[:n] or other[-n:] == one[:n] for n in ends)


def _majority(verdicts: Sequence[int]) -> int | None:
    """1 or 0 as most of the claims are right or wrong, None where all are neither."""
    counted = [v for v in verdicts if v]
    return int(2 * sum(v == 1 for v in counted) >= len(counted)) if counted else None


def examples(articles: Iterable[Studied]) -> dict[str, Examples]:
    """Relation -> what it is learnt from; the choice among subjects is one relation more."""
    found: defaultdict[str, Examples] = defaultdict(list)
    for article in articles:
        for lesson, whole, options in article.lessons:
            offer = lesson.offer
            if whole is not None:
                found[offer.candidate.name].append((offer.seen, whole))
            if 1 in options and len(options) > 1:
                found[SUBJECT] += [(s, m) for s, m in zip(offer.subjects, options, strict=True) if m is not None]
    return dict(found)


def fitted(relation: str, learnt: Examples) -> dict[str, float]:
    """The weights of one relation."""
    counts = Counter(name for seen, _ in learnt for name in seen)
    names = {name: n for n, name in enumerate(sorted(k for k, c in counts.items() if c >= SELDOM))}
    rows = [[(names[k], v) for k, v in seen.items() if k in names] for seen, _ in learnt]
    indices = np.array([i for row in rows for i, _ in row], dtype=np.int32)
    values = np.array([v for row in rows for _, v in row])
    bounds = np.cumsum([0, *map(len, rows)]).astype(np.int32)
    matrix = csr_matrix((values, indices, bounds), shape=(len(rows), len(names)))
    model = LogisticRegression(
        C=STRENGTH.get(relation, USUAL), solver="liblinear", fit_intercept=False, max_iter=1000, random_state=0
    )
    model.fit(matrix, np.array([mark for _, mark in learnt]))
    return {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= TINY}


def weights(articles: Sequence[Studied]) -> dict[str, dict[str, float]]:
    """The model learnt from articles; a relation of which all examples are alike is left to the rules."""
    return {
        relation: fitted(relation, learnt)
        for relation, learnt in sorted(examples(articles).items())
        if len({mark for _, mark in learnt}) > 1
    }


def fold_of(article: str, folds: int) -> int:
    """The part of a cross-validation that an article belongs to: by the hash of its name."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % folds


def judged(articles: Sequence[Studied], learnt: dict[str, dict[str, float]]) -> Iterator[tuple[str, float, int]]:
    """(relation, highest probability, whether it is right) of each claim that an offer would make."""
    model = Attachment(learnt)
    for article in articles:
        chances: dict[tuple[str, Key], float] = {}
        for lesson, _, _ in article.lessons:
            candidate = lesson.offer.candidate
            if model.knows(candidate.name):
                chance, option = model.judge(lesson.offer)
                for claim in lesson.claims[candidate.options.index(option)]:
                    known = (candidate.name, claim)
                    chances[known] = max(chance, chances.get(known, 0.0))
        verdicts = {claim: article.judge.verdict(claim) for _, claim in chances}
        yield from ((name, chance, int(verdicts[c] == 1)) for (name, c), chance in chances.items() if verdicts[c])


def thresholds(found: Iterable[tuple[str, float, int]]) -> dict[str, float]:
    """Relation -> the probability from which most is gained: hits count WORTH, false alarms cost their share."""
    by_relation: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for relation, chance, mark in found:
        by_relation[relation].append((chance, mark))
    best: dict[str, float] = {}
    for relation, pairs in sorted(by_relation.items()):
        gain, top = 0.0, (0.0, 0.5)
        for chance, mark in sorted(pairs, reverse=True):
            gain += WORTH if mark else WORTH - 1
            if gain > top[0]:
                top = (gain, chance)
        best[relation] = round(min(max(top[1] - 0.005, FLOOR), CEILING), 3)
    return best


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=TOP / "data" / "lexicons" / "attachment.csv")
    asked = parser.parse_args()
    lexicon = replace(pipeline.reading_knowledge(), attachment={})
    parts = [(corpus, list(studied(*corpus, lexicon))) for corpus in corpora(asked.corpus)]
    everything = [article for _, found in parts for article in found]
    fresh = {article.article for (_, _, tuned), found in parts if not tuned for article in found}
    learnt = {}
    guesses: list[tuple[str, float, int]] = []
    for fold in range(asked.folds):
        learnt[fold] = weights([a for a in everything if fold_of(a.article, asked.folds) != fold])
        held = [a for a in everything if a.article in fresh and fold_of(a.article, asked.folds) == fold]
        guesses += judged(held, learnt[fold])
    limits = thresholds(guesses)
    report(parts, learnt, limits, guesses, asked.folds, lexicon)
    final = weights(everything)
    with asked.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("relation", "feature", "weight"))
        for relation, found in sorted(final.items()):
            if relation in limits:
                writer.writerow((relation, THRESHOLD, limits[relation]))
            writer.writerows((relation, name, weight) for name, weight in sorted(found.items()))


def report(
    parts: Sequence[tuple[tuple[Path, Path, bool], list[Studied]]],
    learnt: dict[int, dict[str, dict[str, float]]],
    limits: dict[str, float],
    guesses: Sequence[tuple[str, float, int]],
    folds: int,
    lexicon: Lexicon,
) -> None:
    """Print how rules alone and the model do on articles that neither was made on, and how true its confidence is."""
    for (gold, articles, tuned), _ in parts:
        if tuned:
            continue
        alone = scored(gold, articles, lexicon, None, folds)
        with_model = scored(gold, articles, lexicon, (learnt, limits), folds)
        say(f"{gold.parent.name:12} rules {alone}   model {with_model}")
    for low in range(10):
        inside = [mark for _, chance, mark in guesses if low / 10 <= chance < (low + 1) / 10]
        if inside:
            say(f"  said {low / 10:.1f} to {low / 10 + 0.1:.1f}: true {np.mean(inside):.2f} of {len(inside)}")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def scored(gold: Path, articles: Path, lexicon: Lexicon, model: tuple | None, folds: int) -> str:
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
                reader.attachment = model and Attachment(_limited(model[0][fold_of(article.id, folds)], model[1]))
            found[article.id] = claim_table.rows_of(pipeline.read(known, lexicon).claims)
            if reader is not None:
                reader.attachment = None
    outcome = evaluate(wanted, found, aliases=aliases, linking=resources.linking_words())
    total = outcome.total
    return f"P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f}"


def _limited(model: dict[str, dict[str, float]], limits: dict[str, float]) -> dict[str, dict[str, float]]:
    return {r: {**w, **({THRESHOLD: limits[r]} if r in limits else {})} for r, w in model.items()}


if __name__ == "__main__":
    sys.exit(main())
