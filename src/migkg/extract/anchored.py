"""Whether the subject of a claim is anchored in the document: its forum, number, year, place or name is said there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from migkg import partial, predicates
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migkg.extract.passages import Passages
    from migkg.lexicon import Lexicon, WordForms
    from migkg.model import Reading

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_OF_FORUMS = frozenset({"forum", "edition", "meeting"})
_STEM = 5
"""Words of two languages that begin with so many same letters may be one: `displacement`, `déplacement`."""
_LEAST = 2
"""Parts of a code with fewer letters say nothing."""
_LONG, _MANY = 4, 5
"""Words of names have so many letters, small ones count for nothing; a name of so many words describes a forum."""
_STEPS = 2


class Anchors:
    """What the subjects of claims about one article may be.

    Where a page does not spell out what it is about (`the second meeting`), our own reading may find it: the subjects
    that it uses are anchored.
    """

    def __init__(self, reading: Reading, passages: Passages, lexicon: Lexicon) -> None:
        text = reading.article.text
        self.said = passages.whole()
        self.years = _years(text, {*self.said.dates}, passages.published)
        self.days = {claim.object for claim in reading.claims if claim.predicate in predicates.DATES}
        self.days |= {*self.said.dates, passages.published}
        self._own = {claim.subject for claim in (*reading.claims, *reading.sessions)}
        self._codes = {code_of(subject) for subject in self._own if predicates.kind_of(subject) in _OF_FORUMS}
        self._codes |= {name.partition(":")[2] for name in self.said.names if name.startswith("forum:")}
        self._names: dict[str, list[str]] = {}
        for name in lexicon.names.names:
            if name.kind == "forum":
                self._names.setdefault(name.value, []).append(name.text)
        self._forum = lru_cache(maxsize=None)(self._has_forum)
        self._sentences = [words_of(sentence) for sentence in passages.sentences()]
        self._processes = _processes(lexicon.names.forms, " ".join(fold(text).split()))
        self._counted = self._beside() if passages.counts() else set()
        self._english = passages.english()
        self._common = passages.common()
        places = {*self.said.names, *self.said.cities}
        states = {n.text for n in lexicon.names.names if n.kind == "state" and n.lang == "en" and n.value in places}
        self._words = words_of(text, reading.article.title, *places, *states)

    def refusal(self, subject: str) -> str:
        """Why the text does not speak of a subject, in one phrase; the empty string where it does."""
        parts = predicates.session_parts(subject)
        if subject in self._own:
            return ""
        match predicates.kind_of(subject):
            case "session" if parts is not None:
                return self.refusal(parts[0])
            case "event":
                return self._event(subject.partition(":")[2])
            case "person":
                return "" if self.names(subject.partition(":")[2]) else f"the text does not name '{subject[7:]}'"
            case "org":
                return "" if self.mentions(subject) else f"the text does not mention '{subject}'"
            case _:
                return self._meeting(subject)

    def mentions(self, key: str) -> bool:
        """Whether the text mentions a state or a body, by a name or by the words of its code."""
        return key in self.said.names or (key.startswith("org:") and fold(key[4:]) in self._words)

    def names(self, name: str) -> bool:
        """Whether all words of a name stand in the text."""
        wanted = fold(name).split()
        return bool(wanted) and all(word in self._words for word in wanted)

    def _meeting(self, subject: str) -> str:
        """The refusal of a forum or one of its meetings."""
        code = code_of(subject)
        if not self._forum(code):
            return f"the text does not mention the forum '{code}'"
        series = predicates.series_of(subject)
        last = series[1] if series is not None else "x"
        if last == "x" or self._counts(last):
            return ""
        return f"the text does not say the {'year' if predicates.is_year(last) else 'number'} '{last}'"

    def _has_forum(self, code: str) -> bool:
        """A forum is named, told by the parts of its code, or described: by its body or by the words of a long name.

        Of a code that no table of names has one part is enough, a word or a body.
        """
        if code in self._codes:
            return True
        parts = [part for part in re.split(r"[-+]", code) if len(part) >= _LEAST]
        if code not in self._names:
            return any(self.mentions(f"org:{part}") for part in parts)
        told = len(parts) > 1 and all(self._stands(part) for part in parts)
        return told or any(map(self._has, self._processes.get(code, ()))) or self._described(code)

    def _stands(self, part: str) -> bool:
        """Whether a part of a code is mentioned as a body or stands in the text as it is."""
        return f"org:{part}" in self.said.names or re.search(rf"(?<!\w){part}(?!\w)", self.said.words) is not None

    def _has(self, body: str) -> bool:
        return body in self.said.names if ":" in body else fold(body) in self._words

    def _described(self, code: str) -> bool:
        """Whether a sentence has all words of one of its long names, in whatever order."""
        for name in self._names[code]:
            wanted = {word for word in fold(name).split() if len(word) >= _LONG}
            if len(wanted) >= _MANY and any(wanted <= words for words in self._sentences):
                return True
        return False

    def _beside(self) -> set[str]:
        """The numbers up to two from those that count in the text: `the two meetings before the seventh`."""
        steps = range(-_STEPS, _STEPS + 1)
        return {str(int(number) + step) for number in self.said.ordinals for step in steps}

    def _counts(self, last: str) -> bool:
        """Whether the last part of a meeting's key, a number, a year or a year with a number, is said."""
        year, _, number = last.partition("-")
        if predicates.is_year(year):
            return year in self.years and (not number or number in self.said.numbers)
        return last in self.said.numbers or last in self._counted

    def _event(self, slug: str) -> str:
        """An event needs its year, and one word of its own (a place, a name) or, where it has none, a common one."""
        parts = slug.split("-")
        year = next((part for part in parts if predicates.is_year(part)), "")
        if year and year not in self.years:
            return f"the text does not say the year '{year}'"
        words = [part for part in parts if len(part) >= _LONG and not part.isdigit()]
        own = [word for word in words if word not in self._common]
        if any(map(self._says, own or words)):
            return ""
        return f"the text says none of the words '{' '.join(own or words)}'"

    def _says(self, word: str) -> bool:
        if word in self._words or word in self._english:
            return True
        return len(word) >= _STEM and any(known.startswith(word[:_STEM]) for known in self._words)


def code_of(subject: str) -> str:
    """The code of the forum in the key of a forum or a meeting."""
    return subject.partition(":")[2].partition("/")[0]


def words_of(*texts: str) -> set[str]:
    """The words of texts, folded."""
    return {word for text in texts for word in fold(text).split()}


def _processes(forms: Mapping[str, WordForms], folded: str) -> dict[str, list[str]]:
    """Forum -> the bodies and regions whose process it is; nothing where a text has no word for such a process."""
    found: dict[str, list[str]] = {}
    if any(f" {fold(word)}" in folded for form in forms.values() for word in form.series):
        for form in forms.values():
            for body, code in form.regions.items():
                found.setdefault(code, []).append(body)
    return found


def _years(text: str, dates: Iterable[str], published: str) -> frozenset[str]:
    """The years that a text says, that of its publication and those beside it, which complete a day and month."""
    found = {*_YEAR.findall(text), *map(partial.year_of, dates)}
    known = partial.year_of(published)
    if known:
        found |= {str(int(known) + step) for step in (-1, 0, 1)}
    return frozenset(found - {""})
