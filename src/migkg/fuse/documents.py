"""Which names are one document: one kind of document in any language, the same telling words, the same meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.fuse.resolve import document, fault
from migkg.model import Merge
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from migkg.model import Claim

    Pairs = Iterable[tuple[str, str]]
    Messages = Mapping[str, Mapping[str, Mapping[str, str]]]

_TELLING = (4, 3, 1)
"""Letters from which a word tells documents apart; shorter ones, mostly articles and prepositions, only where no longer
one is left."""
_Named = dict[tuple[str, str], list["Claim"]]


class Kinds:
    """The kinds of document in every language: `messages[lang]["documents"]`, forms of one kind divided by `|`."""

    def __init__(self, messages: Messages) -> None:
        self._forms = {
            fold(form): kind
            for _, sections in sorted(messages.items())
            for kind, forms in sorted(sections.get("documents", {}).items())
            for form in forms.split("|")
        }

    def read(self, name: str) -> tuple[str, str]:
        """The kind that a name begins or goes on with (the longest form, then the first), and the rest, folded."""
        text = f" {fold(name)} "
        found = [form for form in self._forms if f" {form} " in text]
        if not found:
            return "", text.strip()
        best = min(found, key=lambda form: (-len(form), form))
        return self._forms[best], text.replace(f" {best} ", " ", 1).strip()


def settle(
    claims: Iterable[Claim],
    meeting_of: Callable[[Claim], str],
    *,
    kinds: Kinds,
    same: Pairs = (),
    distinct: Pairs = (),
) -> tuple[dict[tuple[str, str], str], tuple[Merge, ...]]:
    """The key of each document by (meeting, name as stated), and the merges that led there.

    A name that several meetings gave to their own document gets the meeting in brackets. `same` and `distinct` pair
    keys that people joined or kept apart.
    """
    named: _Named = {}
    for claim in claims:
        if claim.predicate == "adopted" and fault(claim) in {"", "unverified"}:
            named.setdefault((meeting_of(claim), claim.object.removeprefix("document:")), []).append(claim)
    kept = _spellings(named, _Judge(kinds, same, distinct))
    meetings: dict[str, set[str]] = {}
    for (meeting, _), name in kept.items():
        meetings.setdefault(fold(name), set()).add(meeting)
    keys = {
        (meeting, name): _key(spelling, meeting, shared=len(meetings[fold(spelling)]) > 1)
        for (meeting, name), spelling in kept.items()
    }
    return _with_prefixes(keys), _merges(named, keys)


class _Judge:
    """Whether two names of one meeting's documents are one."""

    def __init__(self, kinds: Kinds, same: Pairs, distinct: Pairs) -> None:
        self._kinds = kinds
        self._same, self._distinct = (frozenset(map(frozenset, pairs)) for pairs in (same, distinct))

    def joins(self, name: str, group: Iterable[str]) -> bool:
        """Whether a name belongs to a group: alike or declared the same, and distinct from none."""
        pairs = [(other, frozenset({document(name), document(other)})) for other in group]
        if any(pair in self._distinct for _, pair in pairs):
            return False
        return any(pair in self._same or self._telling(name) == self._telling(other) for other, pair in pairs)

    def _telling(self, name: str) -> tuple[str, tuple[str, ...]]:
        kind, rest = self._kinds.read(name)
        words = rest.split()
        for length in _TELLING:
            told = sorted({word for word in words if len(word) >= length or word.isdigit()})
            if told:
                return kind, tuple(told)
        return kind, ()


def _spellings(named: _Named, judge: _Judge) -> dict[tuple[str, str], str]:
    """The spelling kept for each name of a meeting's documents: the one most claims write, then the least."""
    groups: dict[str, list[list[str]]] = {}
    for meeting, name in sorted(named, key=lambda key: (key[0], -len(named[key]), key[1])):
        known = groups.setdefault(meeting, [])
        joined = [group for group in known if judge.joins(name, group)]
        if joined:
            joined[0].append(name)
        else:
            known.append([name])
    return {(meeting, name): group[0] for meeting, known in groups.items() for group in known for name in group}


def _key(name: str, meeting: str, *, shared: bool) -> str:
    return document(f"{name} ({meeting.partition(':')[2]})" if shared else name)


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
