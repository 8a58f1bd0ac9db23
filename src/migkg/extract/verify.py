"""A claim table made elsewhere, checked against the text it is about: the same door for every claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.extract.anchored import Anchors
from migkg.extract.borne_out import bears
from migkg.extract.passages import Passages, occurrences
from migkg.extract.reader import read
from migkg.model import Claim, Evidence, Reading, Rejection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.claim_table import ClaimRow
    from migkg.lexicon import Lexicon
    from migkg.model import Article, Span

RULE = "table"
CONFIDENCE = 0.9
LIMIT = 160
_WITH_LANGUAGE = frozenset({"hasTheme", "adopted", "hasPosition"})


def verify(article: Article, rows: Sequence[ClaimRow], lexicon: Lexicon) -> Reading:
    """The rows of one article as claims; those that the text does not bear out are rejected with the reason.

    A quote must stand in the text, the subject must be anchored there, the object must be of a kind that the
    predicate takes and be mentioned inside the quote.
    """
    door = _Door(read(article, lexicon), lexicon)
    states = {name.value for name in lexicon.names.names if name.kind == "state"}
    claims: list[Claim] = []
    rejected: list[Rejection] = []
    for row in (_written_out(row, states) for row in rows):
        span, reason = door.judge(row)
        if reason or span is None:
            text = "\t".join((row.subject, row.predicate, row.object, row.evidence))
            rejected.append(Rejection(article=article.id, span=span, text=text, reason=reason))
        else:
            claims.append(_claim(row, span, article, door.mentions))
    return Reading(article=article, claims=tuple(claims), rejected=tuple(rejected), mentions=door.mentions)


def _written_out(row: ClaimRow, states: set[str]) -> ClaimRow:
    """The row with `org:` before a body's code where the table leaves it out, as it may."""
    if row.predicate == "hasPosition":
        title, at, holder = row.object.rpartition(" @ ")
        return replace(row, object=f"{title}{at}{_body(holder, states)}") if at else row
    if {"state", "org"} & predicates.objects_of(row.predicate):
        return replace(row, object=_body(row.object, states))
    return row


def _body(code: str, states: set[str]) -> str:
    return code if ":" in code or code in states else f"org:{code}"


class _Door:
    """What is known of an article when its claims come."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.mentions = reading.mentions
        self._text = reading.article.text
        self._passages = Passages(reading.article, reading, lexicon)
        self._anchors = Anchors(reading, self._passages, lexicon)

    def judge(self, row: ClaimRow) -> tuple[Span | None, str]:
        """Where the quote of a claim stands, and why the claim is refused; the empty string where it is not.

        Of a quote that the text has more than once, the first place counts that bears the claim out.
        """
        if not row.evidence or len(row.evidence) > LIMIT:
            return None, f"the quote must have 1 to {LIMIT} characters"
        spans = list(occurrences(row.evidence, self._text))
        if not spans:
            return None, "the quote is not in the text"
        if reason := predicates.refusal(row.subject, row.predicate, row.object):
            return spans[0], f"the {reason} does not fit {row.predicate}"
        if reason := self._anchors.refusal(row.subject):
            return spans[0], reason
        bearing = next((s for s in spans if bears(self._passages.within(s), row, self._anchors)), None)
        return (bearing, "") if bearing else (spans[0], f"'{row.object}' is not mentioned in the quote")


def _claim(row: ClaimRow, span: Span, article: Article, mentions: Sequence[tuple[Span, str, str]]) -> Claim:
    qualifiers: tuple[tuple[str, str], ...] = ()
    if row.predicate in _WITH_LANGUAGE:
        qualifiers = (("lang", article.lang),)
    elif row.predicate == "heldIn":
        states = [value for at, kind, value in mentions if kind == "state" and span.start <= at.start < span.end]
        qualifiers = (("country", states[0]),) if states else ()
    return Claim(
        subject=row.subject,
        predicate=row.predicate,
        object=row.object,
        evidence=Evidence(article=article.id, span=span, rule=RULE),
        qualifiers=qualifiers,
        confidence=CONFIDENCE,
        published=article.published,
    )
