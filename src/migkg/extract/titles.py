"""Titles: a word for an office, the portfolio that follows it as far as it goes, and the body it is held in.

A portfolio need not be known word by word: after a link ("of", "for") any noun may stand, and what comes next tells
whether a word goes on with it or begins something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.before_name import BeforeName
from migkg.extract.cues import CueFinder
from migkg.extract.fold import fold
from migkg.extract.light import replace
from migkg.extract.tenure import BODIES, Tenure
from migkg.extract.title_parts import (
    CAPITAL,
    Fronts,
    Presiding,
    Title,
    Walk,
    extend,
    named,
    rank,
    without_demonyms,
)
from migkg.extract.trailing import EDGE, Trailing
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.lexicon import Persons

_YEAR = re.compile(r" (?:19|20)\d\d\b")
_COUNT = re.compile(r"(?:\d{1,3}|[IVXL]+)\.?(?:st|nd|rd|th|i?[eè]mes?|er?|re|[oaºª°])? (?=\w{4})")
"""A number within a title: `president of the 76th session`."""
_OWNS = re.compile(r"(?:'s?)? ")
_REST = re.compile(r"(?:-[^\W\d_]+)+")
"""What goes on with a word of a portfolio: `Social-Cultural Cooperation`."""
_UNKNOWN = re.compile(r"[a-zà-ÿœ][a-zà-ÿœ-]{3,}")
"""A word in small letters that may be part of a portfolio."""


class TitleFinder:
    """Finds the titles of a sentence."""

    def __init__(self, words: Persons, given: frozenset[str] = frozenset()) -> None:
        prefix, suffix, title = bounded(words.prefixes), bounded(words.suffixes), bounded(words.titles)
        front = rf"(?:{bounded(words.fronts)}(?: and | & |,? ))*"
        tail = rf"(?:[ -]{suffix})*(?: ?/ ?(?:{title}|[a-z]{{2,4}}(?![\w.]))(?: {suffix})*)*"
        again = bounded(words.counterparts)
        self.front = rf"{front}(?:{prefix}[ -])*"
        self._title = re.compile(rf"{again}|{self.front}{title}{tail}")
        self._again = re.compile(again)
        self._offices = CueFinder({"office": (*words.titles, *words.counterparts)})
        """Without any of these words there is no title."""
        self._word = re.compile(title)
        self._before_name = BeforeName(words, given, rf"(?:{prefix}[ -])*{title}")
        link = alternation(words.links)
        self._link = re.compile(rf" ?{link}(?:(?<=')| )")
        self._noun_link = re.compile(rf" ?{alternation(words.noun_links)}(?:(?<=')| )")
        joiner = alternation(words.joiners)
        article = r"(?:(?:\w{1,3} )|(?:l'))?"
        self._joiner = re.compile(
            rf"(?:,? {joiner} |(?:, | - )(?:{link}(?:(?<=')| ))?)(?:{link}(?:(?<=')| ))?{article}"
        )
        self._aside = re.compile(rf" \((?=[^()]*[ ,])[^()]{{5,70}}\)(?= {link}|, {bounded(words.units)})")
        self._row = re.compile(rf"(?:, {CAPITAL})+,? {joiner} ")
        self._last = re.compile(rf",? {joiner} (?:{link}(?:(?<=')| ))?{article}")
        self._portfolio, self._organs = re.compile(bounded(words.portfolio)), re.compile(bounded(words.organs))
        self._units = re.compile(rf"(?:{prefix} )?{bounded(words.units)}")
        self._envoy, self._dispatch = re.compile(bounded(words.envoys)), re.compile(rf" ?{bounded(words.dispatches)}")
        self._fronts = Fronts(words)
        self._presiding = Presiding(words)
        self.tenure = Tenure(words)
        self._trailing = Trailing(words)
        self._capital = re.compile(CAPITAL)
        self._not_names = frozenset(fold(w) for w in words.not_names)
        self._idiom = re.compile(rf"{bounded(words.idioms)}$") if words.idioms else NEVER

    def find(self, sentence: Sentence, items: Sequence[Item]) -> list[Title]:
        """The titles of a sentence, none inside another."""
        if not self._offices.find(sentence.folded):
            return []
        found: list[Title] = []
        bodies = {i.start: i for i in items if i.kind in BODIES}
        for match in self._title.finditer(sentence.folded):
            if (found and match.start() < found[-1].end) or self._idiom.search(sentence.folded[: match.end()]):
                continue
            title = self._phrase(sentence, match, items, bodies)
            if self._again.match(sentence.folded, title.head) is None:
                found.append(title)
            elif found and title.body and (" " not in match.group() or title.title_end == match.end()):
                found.append(replace(title, words=found[-1].words or without_demonyms(sentence, found[-1], items)))
        return found

    def at(self, sentence: Sentence, head: re.Match[str], items: Sequence[Item]) -> Title:
        """The title whose word for an office has been found elsewhere: that of several, `the ministers of labour`."""
        return self._phrase(sentence, head, items, {i.start: i for i in items if i.kind in BODIES})

    def _phrase(
        self, sentence: Sentence, head: re.Match[str], items: Sequence[Item], bodies: Mapping[int, Item]
    ) -> Title:
        """A title with its portfolio and body: the words that may follow it, as far as they go."""
        crossed = (i.end for i in items if i.kind in BODIES and i.start < head.start() < i.end < head.end())
        begins = next((end + 1 for end in crossed), self._named_after(sentence, head, items))
        start = self._fronts.start(sentence, begins, items)
        before = self.tenure.before(sentence, start, items)
        walk = Walk(
            head.end(), head.end(), head.end(), office=head.end(), envoy=self._envoy.search(head.group()) is not None
        )
        while self._step(sentence, walk, bodies):
            pass
        self._trailing.follow(sentence, walk, bodies)
        code = self.tenure.code(sentence, start, before, walk, items)
        over, forum = self._presiding.end(sentence, start, items)
        left = before.start if before is not None else start
        return Title(left, start, walk.title_end, max(walk.end, over), code or forum, presides=over > 0)

    def _named_after(self, sentence: Sentence, head: re.Match[str], items: Sequence[Item]) -> int:
        """Where the name of a body begins that is a title in full: `United Nations High Commissioner for Refugees`.

        `Office of the High Commissioner` is none.
        """
        around = (i.start for i in items if i.kind == "org" and i.start < head.start() and head.end() < i.end)
        start = next(around, head.start())
        return start if self._link.search(sentence.folded, start, head.start()) is None else head.start()

    def _step(self, sentence: Sentence, walk: Walk, bodies: Mapping[int, Item]) -> bool:
        """One word further: a body, a word of a portfolio, a link; False where the title ends."""
        at = walk.position + (sentence.text[walk.position : walk.position + 1] == " ")
        count = _COUNT.match(sentence.text, at) if walk.linked and at not in bodies else None
        if count is not None and (count.end() in bodies or self._is_known(sentence, count.end())):
            walk.position = at = count.end()
        item = bodies.get(at)
        if item is not None and (walk.linked or item.kind == "demonym"):
            self._pass(sentence, walk, item)
            return True
        word = self._portfolio.match(sentence.folded, at) or self._units.match(sentence.folded, at)
        behind = walk.strong and walk.strong[-1].end == walk.position and walk.strong[-1].kind == "org"
        if word is None and ((walk.linked and walk.position != walk.title_end) or behind):
            word = self._word.match(sentence.folded, at)
        if word is not None:
            walk.units += self._units.match(sentence.folded, at) is not None
            rest = _REST.match(sentence.text, word.end())
            extend(walk, rest.end() if rest is not None else word.end())
            return True
        return self._linked(sentence, walk, bodies) or self._unknown(sentence, walk, at, bodies)

    def is_long(self, sentence: Sentence, title: Title) -> bool:
        """Whether a title has a portfolio."""
        return self._link.search(sentence.folded, title.head, title.title_end) is not None

    def _linked(self, sentence: Sentence, walk: Walk, bodies: Mapping[int, Item]) -> bool:
        """Over a link or a joiner, if what stands behind it goes on with the title."""
        link = self._link.match(sentence.folded, walk.position)
        if link is not None:
            noun = self._noun_link.match(sentence.folded, walk.position)
            end = next((i for i in range(walk.position + 1, link.end()) if i in bodies), link.end())
            if self._goes_on(sentence, end, bodies, noun is not None):
                walk.position, walk.linked, walk.by_noun_link = end, True, noun is not None
                walk.sent = walk.envoy and self._dispatch.match(sentence.folded, link.start()) is not None
                return True
        aside = self._aside.match(sentence.folded, walk.position) if walk.position == walk.office else None
        if aside is not None and not any(
            aside.start() < at < aside.end() and i.kind != "demonym" for at, i in bodies.items()
        ):
            extend(walk, aside.end())
            return True
        joiner = self._joiner.match(sentence.folded, walk.position)
        if joiner is not None and self._parts(sentence, joiner, bodies):
            joiner = None
        if joiner is not None and not named(sentence, joiner) and self._joins(sentence, joiner, bodies):
            walk.position, walk.linked = joiner.end(), True
            return True
        last = self._last.match(sentence.folded, walk.position)
        if last is not None and walk.title_end == walk.position and not (last.end() in bodies or named(sentence, last)):
            capital = self._capital.match(sentence.text, last.end())
            if walk.by_noun_link and self._in_portfolio(sentence, capital, bodies):
                walk.position, walk.linked = last.end(), True
                return True
        return self._listed(sentence, walk, bodies)

    def _parts(self, sentence: Sentence, joiner: re.Match[str], bodies: Mapping[int, Item]) -> bool:
        """Whether behind a comma something else begins: another title, `the Minister, the Director of X`, or a body."""
        if not joiner.group().startswith(","):
            return False
        inside = any(i in bodies for i in range(joiner.start() + 1, joiner.end()))
        return inside or self._word.match(sentence.folded, joiner.end()) is not None

    def _listed(self, sentence: Sentence, walk: Walk, bodies: Mapping[int, Item]) -> bool:
        """Over a row of single words that ends in a known one: `of Trade, Customs and Free Movement`."""
        row = self._row.match(sentence.text, walk.position) if walk.by_noun_link else None
        if row is None or not self._is_known(sentence, row.end()) or any(row.start() < b < row.end() for b in bodies):
            return False
        walk.position, walk.linked = row.end(), True
        return True

    def _unknown(self, sentence: Sentence, walk: Walk, at: int, bodies: Mapping[int, Item]) -> bool:
        """Over a word that is not in the lexicon, if its place makes it one of the portfolio."""
        before = sentence.text[walk.position - 1 : walk.position]
        capital = self._capital.match(sentence.text, at)
        if capital is not None and at not in bodies:
            after_link = walk.linked and before in {" ", "'", "’"} and walk.position > 0
            after_link = after_link or (walk.by_noun_link and self._in_portfolio(sentence, capital, bodies))
            if after_link or (walk.title_end > walk.office and self._before_name.leads(sentence, at, bodies)):
                extend(walk, capital.end())
                return True
        small = _UNKNOWN.match(sentence.text, at)
        if small is None or not walk.by_noun_link or fold(small.group()) in self._not_names:
            return False
        if walk.linked or self._closes(sentence, small.end(), bodies):
            extend(walk, small.end())
            return True
        return False

    def _in_portfolio(self, sentence: Sentence, word: re.Match[str] | None, bodies: Mapping[int, Item]) -> bool:
        """Whether a capitalised word that is not in the lexicon ends a portfolio or leads on in it."""
        if word is None or (fold(word.group()) in self._not_names and not self._is_known(sentence, word.end() + 1)):
            return False
        return not self._before_name.begins(sentence, word.start()) and self._closes(sentence, word.end(), bodies)

    def _closes(self, sentence: Sentence, end: int, bodies: Mapping[int, Item]) -> bool:
        """Whether a word that ends here is the last of a portfolio or leads on to a known word."""
        if EDGE.match(sentence.text, end) is not None or end + 1 in bodies:
            return True
        if self._portfolio.match(sentence.folded, end + 1):
            return True
        link = self._link.match(sentence.folded, end) or self._joiner.match(sentence.folded, end)
        if link is None:
            return False
        return any(i in bodies for i in range(end + 1, link.end() + 1)) or self._is_known(sentence, link.end())

    def _joins(self, sentence: Sentence, joiner: re.Match[str], bodies: Mapping[int, Item]) -> bool:
        """Whether a portfolio goes on behind a joiner: `and labour`, `and Malians abroad`."""
        position = joiner.end()
        item = bodies.get(position)
        if item is None:
            plain = not joiner.group().startswith((",", " -"))
            led = plain and self._before_name.leads(sentence, position, bodies)
            return led or self._is_known(sentence, position)
        return item.kind == "demonym" and self._portfolio.match(sentence.folded, item.end + 1) is not None

    def _is_known(self, sentence: Sentence, position: int) -> bool:
        return bool(self._portfolio.match(sentence.folded, position) or self._units.match(sentence.folded, position))

    def _goes_on(self, sentence: Sentence, position: int, bodies: Mapping[int, Item], noun: bool) -> bool:
        """Whether a link leads to something a title may go on with."""
        if position in bodies or self._is_known(sentence, position) or self._capital.match(sentence.text, position):
            return True
        if self._word.match(sentence.folded, position) or _COUNT.match(sentence.text, position):
            return True
        small = _UNKNOWN.match(sentence.text, position)
        return noun and small is not None and fold(small.group()) not in self._not_names

    def _pass(self, sentence: Sentence, walk: Walk, item: Item) -> None:
        """Over a body; what is an organ in its name belongs to the title: `president of the Commission of the AU`."""
        gap = _OWNS.match(sentence.folded, item.end)
        behind, rest = gap is not None, gap.end() if gap is not None else item.end
        unit = self._units.match(sentence.folded, rest) if behind else None
        adjective = item.kind == "demonym" and behind and unit is None and self._portfolio.match(sentence.folded, rest)
        if adjective:
            walk.weak.append(item)
            extend(walk, item.end)
            return
        if not walk.sent:
            rank(walk, item)
        walk.title_end = max(walk.title_end, self._organ_end(sentence, item))
        year = _YEAR.match(sentence.text, item.end) if item.kind == "forum" else None
        walk.position = walk.end = year.end() if year is not None else item.end
        walk.linked = walk.by_noun_link = False
        if unit is not None and (item.kind in {"org", "forum"} or rest > item.end + 1):
            walk.position = walk.end = walk.title_end = unit.end()

    def _organ_end(self, sentence: Sentence, body: Item) -> int:
        """Where the organ in the name of a body ends, 0 if there is none: `Commission of the AU`, `AU Commission`."""
        if body.kind != "org":
            return 0
        for organ in self._organs.finditer(sentence.folded, body.start, body.end):
            first = organ.start() == body.start
            if organ.end() == body.end or (first and self._link.match(sentence.folded, organ.end())):
                return organ.end()
        return 0
