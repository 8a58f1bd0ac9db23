"""Short texts that teach the wordings of a relation; used by train_attachment.py and lesson_figures.py.

A table has the columns lang, text (a line ends with a backslash and an n) and claims (`subject predicate object;
predicate object | other subject predicate object`): all those of the text but what follows from others or is no matter
of the model; tables of persons tell attendees as well.
"""

from __future__ import annotations

import csv
import hashlib
from typing import TYPE_CHECKING

from attachment_fit import WORDING, Studied
from attachment_marks import marked, without_rules

from migkg import resources
from migkg.claim_table.evaluate import Judge
from migkg.claim_table.table import ClaimRow
from migkg.extract.study import lessons
from migkg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from migkg.extract.context import Key
    from migkg.lexicon import Lexicon

OPEN = frozenset({"ordinal", "year", "heldInCountry", "hasPosition", "hasAttendee"})
"""Predicates of which a table need not have all claims."""
PARTS = frozenset({"hasHost", "hasChair", "hasSupporter"})
_PERSONS = "persons"
"""How the names of tables begin that tell who attends."""


class Lenient(Judge):
    """The gold of a text that leaves some predicates open: of what it lacks of them, nothing is known.

    Nor is it known of who has another part in a meeting whether it also took part.
    """

    def __init__(self, rows: Sequence[ClaimRow], left: frozenset[str]) -> None:
        super().__init__(rows, ([], []), resources.linking_words())
        self._left = left
        self._parts = {row.object for row in rows if row.predicate in PARTS}

    def verdict(self, claim: Key) -> int:
        """1 for a claim that the text makes, -1 for one that is wrong, 0 where nothing is known."""
        found = super().verdict(claim)
        is_left = claim[1] in self._left or (claim[1] == "hasParticipant" and claim[2] in self._parts)
        return 0 if found < 0 and is_left else found


def taught(folder: Path, lexicon: Lexicon) -> Iterator[Studied]:
    """The lessons of every text of the tables in a folder."""
    for path in sorted(folder.glob("*.tsv")):
        yield from of_table(path, lexicon)


def of_table(path: Path, lexicon: Lexicon) -> Iterator[Studied]:
    """The lessons of every text of a table; what rules read there proves nothing, for they may be written on it."""
    left = left_open(path)
    for text, lang, claims in texts(path):
        key = f"lesson-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
        judge = judge_of(text, claims, left)
        article = Article(id=key, lang=lang, text=text, sha256="")
        found = [without_rules(lesson) for lesson in lessons(article, lexicon)]
        yield Studied(key, judge, [(lesson, *marked(lesson, judge)) for lesson in found], WORDING)


def left_open(path: Path) -> frozenset[str]:
    """The predicates of which a table need not have all claims."""
    return OPEN - {"hasAttendee"} if path.stem.startswith(_PERSONS) else OPEN


def judge_of(text: str, claims: Sequence[Key], left: frozenset[str]) -> Lenient:
    """The gold of a text with its claims, each of which the whole text is evidence of."""
    rows = [
        ClaimRow(article="", subject=s, predicate=p, object=o, evidence=text, optional=False, line=n)
        for n, (s, p, o) in enumerate(claims, 1)
    ]
    return Lenient(rows, left)


def texts(path: Path) -> Iterator[tuple[str, str, list[Key]]]:
    """(text, language, claims) of each row of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["text"].replace(r"\n", "\n"), row["lang"], list(dict.fromkeys(claims_of(row["claims"])))


def claims_of(cell: str) -> Iterator[Key]:
    """The claims of a cell; a subject may have spaces (`person:Ana Ruiz`), a predicate none."""
    for group in cell.split(" | "):
        first, *rest = [part.strip() for part in group.split("; ")]
        if not first:
            continue
        words = first.split(" ")
        at = next(n for n, word in enumerate(words) if n and ":" not in word and word[:1].islower())
        subject = " ".join(words[:at])
        for part in (" ".join(words[at:]), *rest):
            predicate, _, value = part.partition(" ")
            yield subject, predicate, value
