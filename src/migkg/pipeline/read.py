"""Articles into claims: by our own reading, or from a claim table made elsewhere, through the same door."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import extract
from migkg.claim_table import is_subject
from migkg.errors import DataError, Place
from migkg.extract.verify import RULE
from migkg.model import Evidence, Rejection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.claim_table import ClaimRow
    from migkg.lexicon import Lexicon
    from migkg.model import Article, Claim, Reading


TABLE = RULE
"""What the provenance names as the reader of a claim table."""


def read(article: Article, lexicon: Lexicon, least: float = 0.0) -> Reading:
    """The claims of an article; its language is detected where the article does not say.

    Claims whose confidence is below `least` (a probability) are among the rejected.
    """
    return placed(extract.surer(extract.read(in_language(article, lexicon), lexicon), least))


def accept_table(article: Article, rows: Sequence[ClaimRow], lexicon: Lexicon, rule: str = TABLE) -> Reading:
    """The claims that a table made elsewhere gives for an article, each checked against the text.

    A quote must stand in the text, the subject must be anchored in the text, domain and range must hold, and the object
    must be mentioned inside the quote; what fails is among the rejected with its reason. `rule` is what the
    provenance names as the reader.
    """
    known = in_language(article, lexicon)
    own = [row for row in rows if row.article == article.id]
    reading = extract.verify(known, [row for row in own if not _malformed(row)], lexicon)
    refused = tuple(_refused(row, reason) for row in own if (reason := _malformed(row)))
    claims = tuple(_attributed(claim, rule) for claim in reading.claims)
    return placed(replace(reading, claims=claims, rejected=refused + reading.rejected))


def _attributed(claim: Claim, rule: str) -> Claim:
    """The claim with who made it in place of the rule that read it."""
    return (
        replace(claim, evidence=replace(claim.evidence, rule=rule)) if isinstance(claim.evidence, Evidence) else claim
    )


def _malformed(row: ClaimRow) -> str:
    """What keeps a row from being a claim of any text: keys become addresses, and all of it is printed."""
    if not all(cell.isprintable() for cell in (row.subject, row.predicate, row.object)):
        return "a cell has characters that cannot be printed"
    return "" if is_subject(row.subject) else "the subject is none of the claim table"


def _refused(row: ClaimRow, reason: str) -> Rejection:
    text = "\t".join((row.subject, row.predicate, row.object, row.evidence))
    return Rejection(article=row.article, span=None, text=text, reason=reason)


def placed(reading: Reading) -> Reading:
    """The reading of a web page with the place of each claim's evidence in the file, where it is known."""
    page = reading.article.page
    if page is None:
        return reading

    def place(claim: Claim) -> Claim:
        if not isinstance(claim.evidence, Evidence):
            return claim
        span = claim.evidence.span
        return replace(claim, evidence=replace(claim.evidence, page=page.locate(span.start, span.end)))

    claims, sessions = (tuple(map(place, found)) for found in (reading.claims, reading.sessions))
    return replace(reading, claims=claims, sessions=sessions)


def in_language(article: Article, lexicon: Lexicon) -> Article:
    """The article with its language; DataError where there is no lexicon for it or it cannot be told."""
    languages = ", ".join(sorted(lexicon.languages))
    lang = article.lang or extract.detect(article.text, lexicon)
    if not lang:
        raise DataError(
            f"the language of '{article.id}' cannot be told",
            hint=f"name it: lang in the front matter, or --article-lang; one of {languages}",
            at=Place(path=article.path or article.id, line=article.line),
        )
    if lang not in lexicon.languages:
        told = f"there is no lexicon for the language '{lang}'"
        hint = f"the languages are {languages}"
        if not article.lang:
            told = f"'{article.id}' seems to be in a language that is not read ('{lang}')"
            hint += "; if it is in one of them, name it: lang in the front matter, or --article-lang"
        raise DataError(
            told,
            hint=hint,
            at=Place(path=article.path or article.id, line=article.line),
        )
    return replace(article, lang=lang)
