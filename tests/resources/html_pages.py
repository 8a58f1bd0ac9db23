"""What a slice of an HTML file shows, told without the code under test, and pages to try it on."""

from __future__ import annotations

import html
import re
import unicodedata

from hypothesis import strategies as st

_TAG = r"""<[!?/]?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>|<[!?/][^>]*>"""
_HIDDEN = re.compile(rf"<!--(?:-?>|.*?--!?>)|<(script|style)\b.*?</\1\s*>|{_TAG}", re.DOTALL | re.IGNORECASE)
_MARK = re.compile(r"-|\|(?:-+\|)*")


def shows(piece: str, quote: str) -> bool:
    """Whether a slice, stripped of tags and unescaped, is the quote, but for the white space that a tag may stand for.

    Marks before entries and between cells may be the reader's own.
    """
    parts = _HIDDEN.sub("\0", piece).split("\0")
    seen = "\0".join(html.unescape(part) for part in parts)
    seen = "".join(char for char in seen if char.isprintable() or char.isspace() or char == "\0")
    pattern, gap = "", r"[\s\0]*"
    for word in unicodedata.normalize("NFD", quote).split():
        if _MARK.fullmatch(word):
            pattern += rf"(?:[\s\0]*{re.escape(word)})?"
        else:
            pattern += gap + r"\0*".join(map(re.escape, word))
            gap = r"[\s\0]+"
    return re.fullmatch(pattern, unicodedata.normalize("NFD", seen)) is not None


_WORDS = (
    "Quito",
    "Lima",
    "migration",
    "conference",
    "été",
    "e\u0301lan",
    "ministers",
    "2010",
    "14",
    "the",
    "of",
    "a",
    "!",
    "(x)",
    "-",
    "|",
    "– ",
    "𠀀",
)
_REFERENCES = ("&amp;", "&eacute;", "&#233;", "&#xe9;", "&nbsp;", "&shy;", "&copy", "&lt;b&gt;", "&#150;", "&bogus;", "&amp;eacute;", "&", "&#0;", "&ngE;", "\u00ad", "\u200b")  # fmt: skip
_TAGS = ("<b>", "</b>", "<i>", "</i>", "<a href='/x?a>b'>", "</a>", "<br>", "<br/>", "<sup>2</sup>", "<!-- no -->", "<!-->", "<script>var a = '<p>Quito';</script>", "<style>p {}</style>", "<span title=\"a > b\">", "</span>", "<td>", "</td>", "<p>", "</p>", "<li>", "<ul>", "</ul>", "<h2>", "</h2>", "<table><tr>", "</table>", "<", "</", "<3", "<!x>", "<?php x ?>", "<![CDATA[x]]>", "\r\n", "\n", " ", "\t", "\x00")  # fmt: skip
_BITS = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_REFERENCES), st.sampled_from(_TAGS), st.text(max_size=3))
SENTENCE = "The ninth conference on migration met in Quito, and its members took note of what had been said before. "


def pages() -> st.SearchStrategy[str]:
    """Pages as broken as can be, with enough of an article in them to be read."""
    mess = st.lists(_BITS, max_size=25).map(" ".join)
    tight = st.lists(_BITS, max_size=12).map("".join)
    return st.builds(
        lambda menu, parts: (
            f"<html><head><title>x</title></head><body><nav>{menu}<a href='/'>{SENTENCE}</a></nav><article><h1>News</h1>"
            + "".join(f"<p>{SENTENCE * 2}{part}</p>" for part in parts)
            + "</article></body></html>"
        ),
        mess,
        st.lists(st.one_of(mess, tight), min_size=1, max_size=4),
    )
