"""Datelines: they give the date of publication, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg.extract.item import SYMBOLS
from migkg.extract.vocabulary import alternation

if TYPE_CHECKING:
    from migkg.extract.item import Date, Item
    from migkg.extract.mask import Masked
    from migkg.lexicon import Language

S = SYMBOLS
_PLACE = f"[{S['city']}{S['state']}{S['org']}]"
_DATE = f"[{S['date']}{S['year']}]"
_NAMES = "".join(symbol for kind, symbol in S.items() if kind not in {"ordinal", "session", "modifier"})
_MARK = rf"(?:(?![{''.join(S[kind] for kind in ('date', 'year', 'ordinal', 'head', 'modifier', 'meeting'))}])\W)"
"""What may stand before a dateline: no part of the name of a meeting."""
_REST = rf"(?=\W*\w|.*[{S['ordinal']}{S['session']}])[^!?{_NAMES}]{{2,45}}(?<!\.)"
"""What a line of its own has behind the date of a page: a time, the number of a bulletin, how often it was read."""

_LISTED = re.compile(rf"^\W*{S['year']} ?[:–—-] ?{_PLACE}")
"""An entry of a list of editions is no dateline: `1996: Puebla`."""


class Dateline:
    """Cuts datelines off the beginning of sentences and finds the date of publication."""

    def __init__(self, language: Language) -> None:
        weekday = alternation(language.calendar.weekdays)
        where = rf"{_PLACE}(?:-[a-z]{{3,}})?(?:(?:, ?| ?/ ?| \(| ){_PLACE}\)?)*"
        when = rf"(?:(?:,| ?[-/|])? ?\(?(?:{weekday},? )?(?:[a-z]{{1,3}} )?({_DATE})\.?\)?)?"
        agency = r"(?: ?\([^()]{2,30}\)| ?/[^/]{2,30}/| [a-z]{2,6}(?=\. ?-))?"
        self._line = re.compile(
            rf"^{_MARK}{{0,3}}(?:[a-z]+ (?={_DATE}))?(?:({_DATE}),? )?"
            rf"(?:[\w ]{{0,30}}\(|[a-z]{{2,12}} ?[/|] ?)?{where}"
            rf"(?:{when}{agency}\)?\.?(?: ?--? | ?[/|] | ?: |, efe\. | ?\. ?- )|,? ({_DATE})\.? ?\([^()]{{2,30}}\)\.? )"
        )
        label = alternation(language.layout.published)
        self._dated = re.compile(rf"^\W{{0,3}}({_DATE}) ?\. ?-+ ")
        self._alone = re.compile(
            rf"^\W*(?:(?:{label}) ?:? ?)?(?:{_PLACE}(?:, ?| ))?(?:(?:{weekday}),? )?(?:[a-z]{{1,3}} )?({_DATE})\W*$"
        )
        self._stopped = re.compile(rf"^{_PLACE}(?:, ?| )(?:{weekday},? )?[a-z]{{1,3}} {_DATE}\W*$")
        self._full = re.compile(rf"^{S['city']}(?:, ?{_PLACE})?, ?(?:{weekday},? )?{_DATE}\.$")
        place = rf"(?:{_PLACE}(?:, ?| | ?\([^()]{{2,20}}\),? ?))?"
        self._stamped = re.compile(rf"^{_MARK}*{place}(?:(?:{weekday}),? )?(?:[a-z]{{1,3}} )?({_DATE}){_REST}$")
        self._agency = re.compile(rf"^\W*{_PLACE} ?\([^()]{{2,20}}\),? ?(?:(?:{weekday}),? )?({_DATE})\W*$")
        sure = alternation(w for w in language.layout.published if w not in language.layout.dated)
        self._posted = re.compile(rf"^\W*(?:{sure}) ?:? ?(?:(?:{weekday}),? )?({_DATE})(?:{_REST}|\W*)$")
        self._labelled = re.compile(rf"(?<!\w)(?:{label}) ?:? ?(?:(?:{weekday}),? )?({_DATE})")

    def strip(self, masked: Masked) -> Item | None:
        """Blank out the dateline, so that no rule sees its place and date; the city it was written in."""
        if not masked.items or _LISTED.match(masked.text):
            return None
        match = self._line.match(masked.text) or self._dated.match(masked.text) or self._agency.match(masked.text)
        stamped = self._posted.match(masked.text) or self._stamped.match(masked.text) if masked.is_title else None
        if match is not None and match.group().count("(") > match.group().count(")"):
            match = None  # a title that ends in place and state: `Fifth Forum (Cairo - Egypt)`
        match = match or (stamped if _date(masked, stamped) else None)
        if match is None and masked.opens:  # `Lima, 3 May 2011.` before the first sentence of a text
            match = self._stopped.match(masked.text)
        if match is None and masked.begins:  # under a heading it may be place and day of what that names
            match = self._full.match(masked.text)
        if match is None and masked.is_title and self.written(masked):  # `Lima, May 3`: that of no meeting
            match = self._alone.search(masked.text)
        if match is None:
            return None
        city = next((i for i in masked.inside(0, match.end()) if i.kind == "city"), None)
        masked.blank(match.end())
        return city

    def published(self, masked: Masked) -> tuple[int, str] | None:
        """A date of publication with its rank: 0 labelled, 1 in a dateline, 2 a line of its own."""
        if all(item.date is None for item in masked.items.values()):
            return None
        for rank, pattern in (
            *((0, self._labelled), (1, self._line), (1, self._dated), (1, self._agency), (2, self._alone)),
            *([(2, self._stamped)] if masked.is_title else []),
        ):
            date = _date(masked, pattern.search(masked.text))
            if date:
                return rank, date
        return None

    def written(self, masked: Masked) -> str:
        """The day without a year on which a text was written, by its dateline: `Lima, 3 May -`."""
        if all(item.date is None or item.date.year for item in masked.items.values()):
            return ""
        for pattern in (self._line, self._agency, self._alone):
            match = pattern.search(masked.text)
            item = masked.items.get(match.start(match.lastindex)) if match and match.lastindex else None
            if match and item and item.date and S["city"] in match.group() and item.date.end.startswith("--"):
                return item.date.end
        return ""


def _date(masked: Masked, match: re.Match[str] | None) -> str:
    if match is None or match.lastindex is None:
        return ""
    item = masked.items.get(match.start(match.lastindex))
    date: Date | None = item.date if item is not None else None
    return date.end if date is not None and len(date.end) == 10 else ""
