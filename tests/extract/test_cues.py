"""Cues: the words of each class, the longest at each place, whole words only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from migkg.extract.cues import CueFinder
from migkg.extract.fold import fold
from migkg.extract.vocabulary import bounded

if TYPE_CHECKING:
    from migkg.lexicon import Lexicon


def test_the_longest_phrase_stands_and_words_are_whole() -> None:
    finder = CueFinder({"held": ["held", "was held", "l'été"], "none": []})
    assert finder.find("it was held, upheld, held") == {"held": [(3, 11), (21, 25)]}
    assert finder.find("l'ete held on") == {"held": [(0, 5), (6, 10)]}


@pytest.mark.parametrize("lang", ["en", "es", "fr", "pt"])
def test_one_pass_finds_what_a_pattern_of_each_class_finds(lexicon: Lexicon, lang: str) -> None:
    classes = lexicon.languages[lang].classes
    finder = CueFinder(classes)
    patterns = {name: re.compile(bounded(given)) for name, given in classes.items()}
    for words in classes.values():
        text = fold(" ; ".join(reversed(words)))
        expected = {name: [m.span() for m in pattern.finditer(text)] for name, pattern in patterns.items()}
        assert finder.find(text) == {name: spans for name, spans in expected.items() if spans}


def test_cues_that_only_the_model_sees_have_the_same_names_in_every_language(lexicon: Lexicon) -> None:
    common = set.intersection(*(set(language.classes) for language in lexicon.languages.values()))
    assert {"theme_words", "coming", "before", "invites", "absent", "documents", "chair", "says"} <= common
    assert {"belongs", "nations", "succession", "secretarial", "floor", "at_table", "leads", "welcomes"} <= common
    assert {"scene", "sustains", "headline", "sealed", "origins", "begins", "finishes", "lasts", "next_one"} <= common
    assert {"back_then", "lacking", "topical", "diplomacy", "published", "legal", "elected", "offers"} <= common
    assert {"jointly", "counted", "prepares"} <= common
