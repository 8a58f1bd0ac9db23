"""Which names are one document of one meeting: those with one kind and the same telling words, and translations.

Names in different languages are one where the meeting has, in each of these languages, only one document of the kind
that can be meant: no other place stands in it and no other number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg.fuse.resolve import document, fault
from migkg.fused import Merge
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from migkg.fuse.titles import Title, Titles
    from migkg.model import Claim

    Pairs = Iterable[tuple[str, str]]
    Names = Mapping[str, tuple[tuple[str, str], ...]]

_LANG = "lang"
_Named = dict[tuple[str, str], list["Claim"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The key of each document by (meeting, name as stated), the merges that led there, and the names of each key.

    Names are (language, text), sorted by language; of several in one language the one most claims write goes first.
    """

    keys: Mapping[tuple[str, str], str]
    merges: tuple[Merge, ...]
    names: Names


def settle(
    claims: Iterable[Claim],
    meeting_of: Callable[[Claim], str],
    *,
    titles: Titles,
    same: Pairs = (),
    distinct: Pairs = (),
) -> Documents:
    """Settle the names of the documents that meetings adopted.

    A name that several meetings gave to their own document gets the meeting in brackets. `same` and `distinct` pair
    keys that people joined or kept apart.
    """
    named: _Named = {}
    for claim in claims:
        if claim.predicate == "adopted" and fault(claim) in {"", "unverified"}:
            named.setdefault((meeting_of(claim), claim.object.removeprefix("document:")), []).append(claim)
    kept = _spellings(named, _Judge(titles, same, distinct))
    meetings: dict[str, set[str]] = {}
    for (meeting, _), name in kept.items():
        meetings.setdefault(fold(name), set()).add(meeting)
    shared = {name for name, found in meetings.items() if len(found) > 1}
    keys = {
        (meeting, name): document(f"{spelling}{_bracket(spelling, meeting, shared)}")
        for (meeting, name), spelling in kept.items()
    }
    names = _names(named, keys, {place: _bracket(kept[place], place[0], shared) for place in keys})
    return Documents(keys=_with_prefixes(keys), merges=_merges(named, keys), names=names)


class _Judge:
    """Whether two names of one meeting's documents are one."""

    def __init__(self, titles: Titles, same: Pairs, distinct: Pairs) -> None:
        self._titles = titles
        self._same, self._distinct = (frozenset(map(frozenset, pairs)) for pairs in (same, distinct))

    def groups(self, names: Mapping[str, Sequence[Claim]]) -> list[list[str]]:
        """The names of one meeting's documents, those of one document together."""
        read = {name: self._titles.read(name, claims) for name, claims in names.items()}
        groups: list[list[str]] = []
        for name in sorted(names, key=lambda name: (-len(names[name]), name)):
            joined = [group for group in groups if self._joins(name, group, read)]
            if joined:
                joined[0].append(name)
            else:
                groups.append([name])
        return self._translated(groups, read)

    def _joins(self, name: str, group: Sequence[str], read: Mapping[str, Title]) -> bool:
        """Whether a name belongs to a group: alike or declared the same, and distinct from none."""
        alike = any(read[name].is_like(read[other]) or self._are(self._same, name, other) for other in group)
        return alike and not self._apart([name], group)

    def _apart(self, one: Iterable[str], other: Sequence[str]) -> bool:
        return any(self._are(self._distinct, name, another) for name in one for another in other)

    def _are(self, pairs: frozenset[frozenset[str]], one: str, other: str) -> bool:
        return frozenset({document(one), document(other)}) in pairs

    def _translated(self, groups: list[list[str]], read: Mapping[str, Title]) -> list[list[str]]:
        """The groups, those put together that can only be translations of one another."""
        can = {
            (n, m)
            for n, one in enumerate(groups)
            for m, other in enumerate(groups)
            if n != m
            and all(read[a].may_translate(read[b]) for a in one for b in other)
            and not self._apart(one, other)
        }
        langs = [frozenset(lang for name in group for lang in read[name].langs) for group in groups]
        rivals = {
            (n, m) for n, k in can for m in range(len(groups)) if (n, m) in can and m != k and langs[m] & langs[k]
        }
        pairs = {(n, m) for n, m in can if (n, m) not in rivals and (m, n) not in rivals}
        return [sorted(name for n in class_ for name in groups[n]) for class_ in _classes(range(len(groups)), pairs)]


def _classes(items: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The items, those that pairs link together."""
    found = {item: [item] for item in items}
    for one, other in sorted(pairs):
        if found[one] is not found[other]:
            both = sorted(found[one] + found[other])
            found |= dict.fromkeys(both, both)
    return [group for item, group in found.items() if group[0] == item]


def _spellings(named: _Named, judge: _Judge) -> dict[tuple[str, str], str]:
    """The spelling kept for each name of a meeting's documents: the one most claims write, then the least."""
    names: dict[str, dict[str, list[Claim]]] = {}
    for (meeting, name), claims in sorted(named.items(), key=lambda item: item[0]):
        names.setdefault(meeting, {})[name] = claims
    kept: dict[tuple[str, str], str] = {}
    for meeting, own in names.items():
        for group in judge.groups(own):
            best = min(group, key=lambda name: (-len(own[name]), name))
            kept |= {(meeting, name): best for name in group}
    return kept


def _bracket(spelling: str, meeting: str, shared: set[str]) -> str:
    return f" ({meeting.partition(':')[2]})" if fold(spelling) in shared else ""


def _names(named: _Named, keys: Mapping[tuple[str, str], str], brackets: Mapping[tuple[str, str], str]) -> Names:
    votes: dict[str, dict[tuple[str, str], int]] = {}
    for place, claims in named.items():
        found = votes.setdefault(keys[place], {})
        for claim in claims:
            name = dict(claim.qualifiers).get(_LANG, ""), f"{place[1]}{brackets[place]}"
            found[name] = found.get(name, 0) + 1
    return {
        key: tuple(sorted(found, key=lambda name: (name[0], -found[name], name[1]))) for key, found in votes.items()
    }


def _with_prefixes(keys: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    return keys | {(meeting, document(name)): key for (meeting, name), key in keys.items()}


def _merges(named: _Named, keys: dict[tuple[str, str], str]) -> tuple[Merge, ...]:
    found: dict[tuple[str, str], set[str]] = {}
    for (meeting, name), key in keys.items():
        if key != document(name):
            ids = {claim.id for claim in named[meeting, name]}
            found.setdefault((key, document(name)), set()).update(ids)
    return tuple(
        Merge(kept=kept, old=old, reason="same document", claims=tuple(sorted(ids)))
        for (kept, old), ids in sorted(found.items())
    )
