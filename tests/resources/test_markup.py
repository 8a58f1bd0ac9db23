"""What of an HTML source is text, and where its letters stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migkg.resources import markup

PIECES = [
    ("Quito", ["Quito"]),
    ("<p>a</p> <p>b</p>", ["a", "b"]),
    ("a <!-- b --> c<!--> d <!-- e --!>f", ["a ", " c", " d ", "f"]),
    ("a<script type='x'>b</p></script>c<STYLE>d</sTyLe >e", ["a", "c", "e"]),
    ("<scripted>a</scripted>", ["a"]),
    ("<a title='x > y' href=\"'>'\">b</a>", ["b"]),
    ('<a x="1"">b</a>', ["b"]),
    ("<a it's>b</a>", ["b"]),
    ("1 < 2 <3 & a<b", ["1 < 2 <3 & a"]),
    ("<!doctype html><?php a ?>b<![CDATA[c]]>", ["b"]),
    ("a<!-- b", ["a"]),
    ("a<script>b", ["a"]),
    ("a<b c='d>e", ["a"]),
    ("a</p", ["a"]),
    ("", []),
]


@pytest.mark.parametrize(("source", "pieces"), PIECES)
def test_pieces_are_what_stands_between_tags(source: str, pieces: list[str]) -> None:
    assert [source[start:end] for start, end in markup.pieces(source)] == pieces


LETTERS = [
    ("a b", [("a", "a", False), ("b", "b", True)]),
    ("x&nbsp;&amp;y", [("x", "x", False), ("&", "&amp;", True), ("y", "y", False)]),
    ("&eacute;", [("e", "&eacute;", False), ("\u0301", "&eacute;", False)]),
    ("&#233;!", [("e", "&#233;", False), ("\u0301", "&#233;", False), ("!", "!", False)]),
    ("\xe9", [("e", "\xe9", False), ("\u0301", "\xe9", False)]),
    ("a&shy;b\u200bc", [("a", "a", False), ("b", "b", False), ("c", "c", False)]),
    ("R&D; &", [("R", "R", False), ("&", "&", False), ("D", "D", False), (";", ";", False), ("&", "&", True)]),
    ("&#x2019;", [("\u2019", "&#x2019;", False)]),
]


@pytest.mark.parametrize(("source", "letters"), LETTERS)
def test_letters_know_what_stands_for_them(source: str, letters: list[tuple[str, str, bool]]) -> None:
    found = markup.letters(source, 0, len(source))
    assert [(one.char, source[one.start : one.end], one.spaced) for one in found] == letters


def test_letters_of_a_piece_count_from_the_start_of_the_source() -> None:
    assert markup.letters("<b>ab", 4, 5) == [markup.Letter("b", 4, 5, spaced=False)]


def test_letters_of_a_text_are_what_is_written() -> None:
    assert [letter.char for letter in markup.plain_letters("a &amp;")] == list("a&amp;")


BROKEN = [
    "<!--",
    "<a",
    "<",
    "&",
    "<!",
    "</",
    "<a b='",
    "<![",
    "<script>",
    "<script></scrip",
    "<?",
    "<a =  ",
    "&amp",
    "<p>a ",
]


@pytest.mark.parametrize("unit", BROKEN)
def test_much_of_what_is_broken_does_not_take_longer_than_it_should(unit: str) -> None:
    source = unit * 40_000  # squared, this would not end
    for start, end in markup.pieces(source):
        assert all(start <= one.start < one.end <= end for one in markup.letters(source, start, end))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("<>!-/&;#x'\"= absript\u0301\xe9")))
def test_law_pieces_and_letters_stand_in_order(source: str) -> None:
    pieces = markup.pieces(source)
    ends = [at for piece in pieces for at in piece]
    assert ends == sorted(ends)
    for start, end in pieces:
        letters = markup.letters(source, start, end)
        assert [one.start for one in letters] == sorted(one.start for one in letters)
        assert all(start <= one.start < one.end <= end for one in letters)
