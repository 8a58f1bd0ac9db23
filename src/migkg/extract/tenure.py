"""The body a title is held in: one before it, in it or behind it, the one it names by itself, an agency's acronym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.fold import fold
from migkg.extract.title_parts import UPPER, code_of
from migkg.extract.vocabulary import NEVER, alternation, bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.extract.item import Item
    from migkg.extract.sentences import Sentence
    from migkg.extract.title_parts import Walk
    from migkg.lexicon import Persons

BODIES = frozenset({"org", "state", "demonym", "forum"})
_ACRONYM = re.compile(rf"[{UPPER}]{{3,10}}(?![\w-])")


class Tenure:
    """Tells in which body a title is held."""

    def __init__(self, words: Persons) -> None:
        own = sorted(words.bodies.items(), key=lambda b: (-len(b[0]), b[0]))
        self._own = [(re.compile(bounded([title])), body) for title, body in own]
        self._presumed = [(re.compile(bounded([office])), body) for office, body in sorted(words.presumed.items())]
        self._before = re.compile(rf"\)?'?s? (?:{bounded(words.units)} (?:{alternation(words.links)} )?)?|' ")
        self._possessive = re.compile(rf"{bounded(words.possessives)} (?:\w+ )?$") if words.possessives else NEVER
        stands = rf"\W{{0,3}}{bounded(words.stands)} (?:\w{{1,4}}[' ])?"
        self._stands = re.compile(stands) if words.stands else NEVER
        self._joined = re.compile(rf",? {alternation(words.joiners)} ")
        self._link = re.compile(rf" ?{alternation(words.links)}(?:(?<=')| )")
        self._word, self._unit = re.compile(bounded(words.titles)), re.compile(bounded(words.units))
        self._ministries = re.compile(bounded(words.ministries))

    def code(self, sentence: Sentence, head: int, before: Item | None, walk: Walk, items: Sequence[Item]) -> str:
        """The body of a title: the one it names by itself, the one before it, the first behind it."""
        own = next((body for pattern, body in self._own if pattern.match(sentence.folded, head)), "")
        strong = [
            i for i in walk.strong if i.kind != "demonym" or not walk.code
        ]  # an agency of a state is one of its own
        named = [*([before] if before is not None else []), *strong]
        if own or named:
            return own or code_of(named[0])
        told = walk.code or next((code_of(i) for i in walk.weak), "") or self._acronym(sentence, head, walk)
        return told or self._owner(sentence, head, items) or self._of_organ(sentence, head, walk)

    def sent_for(self, sentence: Sentence, position: int, items: Sequence[Item]) -> str:
        """The body in whose name all persons of a sentence speak: `For the | Peruvian embassy came`, NAME."""
        said = self._stands.match(sentence.folded)
        bodies = [i for i in items if i.kind in BODIES and i.end < position] if said is not None else []
        if said is None or not bodies:
            return ""
        first, whole = bodies[0], self._of_unit(sentence, said.end(), items)
        unit = self._unit.search(sentence.folded, said.end(), bodies[1].start) if bodies[1:] else None
        if len({i.value for i in bodies}) > 1 and unit is None:  # not `for the EU delegation | to Ghana`
            return ""
        own = first.start == said.end() and first.kind != "demonym"
        return code_of(first) if own or whole is first else ""

    def _of_organ(self, sentence: Sentence, head: int, walk: Walk) -> str:
        """The body of an organ that goes without it: `President of the General Assembly`."""
        office = (head, walk.title_end)
        return next((body for pattern, body in self._presumed if pattern.search(sentence.folded, *office)), "")

    def _acronym(self, sentence: Sentence, head: int, walk: Walk) -> str:
        """An unknown acronym at the end of a title: an agency's, unless it is that of a ministry."""
        words = sentence.text[head : walk.title_end]
        last = re.split(r"[ '’]", words)[-1]
        ministerial = self._ministries.search(sentence.folded[head : walk.title_end]) is not None
        fits = _ACRONYM.fullmatch(last) is not None and not words.isupper() and " " in words
        fits = fits and self._word.fullmatch(fold(last)) is None
        return f"org:{last}" if fits and not ministerial else ""

    def before(self, sentence: Sentence, start: int, items: Sequence[Item]) -> Item | None:
        """A body right before the title: `IOM Director General`, `Botswana's Minister`, `le maltais`."""
        for item in items:
            close = item.kind in BODIES and item.end < start
            if close and self._before.fullmatch(sentence.folded, item.end, start):
                return item
        return None

    def _owner(self, sentence: Sentence, start: int, items: Sequence[Item]) -> str:
        """The only body named before a title that is said to be its: `the bank was represented by its director`."""
        possessive = self._possessive.search(sentence.folded[:start])
        if possessive is None:
            return ""
        owners = [i for i in items if i.kind in BODIES and i.end < start]
        joined = [i for i in owners if self._joined.fullmatch(sentence.folded, i.end, possessive.start())]
        before = {code_of(i) for i in joined or owners}
        return min(before) if len(before) == 1 else ""

    def behind(self, sentence: Sentence, position: int, items: Sequence[Item]) -> Item | None:
        """The state or body of a name that ends here: `Ana Soto of Peru`, `Ana Soto (IOM)`, `Ana Soto, Peru;`."""
        link = self._link.match(sentence.folded, position + (sentence.folded[position : position + 1] == ","))
        apart = sentence.folded[position : position + 2]
        start = link.end() if link else position + len(apart) if apart in {" (", ", "} else -1
        item = next((i for i in items if i.start == start and i.kind in {"state", "org"}), None)
        if item is None:
            return self._of_unit(sentence, start, items) if link is not None else None
        after = sentence.folded[item.end : item.end + 1]
        ended = item.kind == "state" and after in {";", ".", ""}
        return item if link is not None or (after == ")" if apart == " (" else ended) else None

    def _of_unit(self, sentence: Sentence, start: int, items: Sequence[Item]) -> Item | None:
        """The state whose adjective tells whose unit stands here: `Ana Soto, of the | Peruvian embassy`."""
        unit = self._unit.match(sentence.folded, start)
        end = unit.end() + 1 if unit is not None else start
        item = next((i for i in items if i.kind == "demonym" and i.start == end), None)
        if item is None or unit is not None:
            return item
        return item if self._unit.match(sentence.folded, item.end + 1) else None


def native(start: int, items: Sequence[Item]) -> Item | None:
    """The state whose adjective stands right before a name: `the Chilean Ana Soto, head of Planning`."""
    return next((i for i in items if i.kind == "demonym" and i.end + 1 == start), None)
