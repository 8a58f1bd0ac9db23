"""Articles into claims: by our own reading, or from a claim table made elsewhere, through the same door."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import extract
from migkg.errors import DataError, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.claim_table import ClaimRow
    from migkg.lexicon import Lexicon
    from migkg.model import Article, Reading


def read(article: Article, lexicon: Lexicon) -> Reading:
    """The claims of an article; its language is detected where the article does not say."""
    return extract.read(in_language(article, lexicon), lexicon)


def accept_table(article: Article, rows: Sequence[ClaimRow], lexicon: Lexicon) -> Reading:
    """The claims that a table made elsewhere gives for an article, each checked against the text.

    A quote must stand in the text, the object must be mentioned inside the quote, and domain and range must hold;
    what fails is among the rejected with its reason.
    """
    known = in_language(article, lexicon)
    own = [row for row in rows if row.article == article.id]
    return extract.verify(known, own, lexicon)


def in_language(article: Article, lexicon: Lexicon) -> Article:
    """The article with its language; DataError where there is no lexicon for it or it cannot be told."""
    languages = ", ".join(sorted(lexicon.languages))
    lang = article.lang or extract.detect(article.text, lexicon)
    if not lang:
        raise DataError(
            f"the language of '{article.id}' cannot be told",
            hint=f"name it: lang in the front matter, or --article-lang; one of {languages}",
            at=Place(path=article.path or article.id, line=1),
        )
    if lang not in lexicon.languages:
        raise DataError(
            f"there is no lexicon for the language '{lang}'",
            hint=f"the languages are {languages}",
            at=Place(path=article.path or article.id, line=1),
        )
    return replace(article, lang=lang)
