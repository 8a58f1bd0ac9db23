"""Which names are one person: the same words without honorifics, a shorter form in the same setting, a slip of one
letter, the same consonants in another transliteration."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from migkg import predicates
from migkg.fuse.identity import Proposal
from migkg.model import RowEvidence
from migkg.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from migkg.fuse.evidence import Origins
    from migkg.model import Claim

_FOLDED, _SHORTER, _SLIP = 1, 2, 3
_REASONS = {_FOLDED: "same words", _SHORTER: "shorter name", _SLIP: "spelling"}
_FULL_WORDS = 2
"""A short form must share at least two whole words with the long one."""
_LONG_WORD = 5
"""A slip of one letter is believed only in a word of this many letters."""
_POSITION = "hasPosition"
_VOWELS = frozenset("aeiouyw")
_SKELETON = 3
"""Words are compared by consonants where they have this many: fewer are shared by too many names."""


@dataclass(slots=True, kw_only=True)
class Person:
    """A name and where it is met: organisations or states served, meetings attended, posts held."""

    key: str
    words: tuple[str, ...]
    claims: list[Claim] = field(default_factory=list)
    holders: dict[str, set[str]] = field(default_factory=dict)
    meetings: dict[str, set[str]] = field(default_factory=dict)
    posts: set[str] = field(default_factory=set)

    def shared(self, other: Person) -> set[str]:
        """The ids of the claims of both that name one organisation, state or meeting; empty without any."""
        found: set[str] = set()
        for mine, theirs in ((self.holders, other.holders), (self.meetings, other.meetings)):
            for name in mine.keys() & theirs.keys():
                found |= mine[name] | theirs[name]
        return found


def people(
    claims: Iterable[Claim], meeting_of: Callable[[Claim], str], honorifics: frozenset[str] = frozenset()
) -> dict[str, Person]:
    """Everybody who is subject or object of a claim; unverified claims only name them.

    `honorifics` are what may stand before a name ("Sir", "S.E."), in any language.
    """
    folded = frozenset(fold(honorific) for honorific in honorifics)
    found: dict[str, Person] = {}
    for claim in claims:
        for key in {claim.subject, claim.object}:
            if predicates.kind_of(key) == "person":
                person = found.setdefault(key, Person(key=key, words=words(key, folded)))
                if claim.verified:
                    _note(person, claim, meeting_of)
    return found


def words(key: str, honorifics: frozenset[str]) -> tuple[str, ...]:
    """The words of a name without the (folded) honorifics before it; two words at least are left."""
    found = tuple(fold(key.partition(":")[2]).split())
    for end in range(len(found) - _FULL_WORDS, 0, -1):
        if " ".join(found[:end]) in honorifics:
            return found[end:]
    return found


def settings(claim: Claim, meeting: str) -> tuple[str, ...]:
    """Where a claim lets a person be met: the body that the person serves, or the (settled) meeting."""
    if claim.predicate == _POSITION:
        return (predicates.post_parts(claim.object)[1],)
    return (meeting,) if claim.predicate in predicates.PEOPLE else ()


def _note(person: Person, claim: Claim, meeting_of: Callable[[Claim], str]) -> None:
    person.claims.append(claim)
    places = person.holders if claim.predicate == _POSITION else person.meetings
    for setting in settings(claim, meeting_of(claim)):
        places.setdefault(setting, set()).add(claim.id)
    if claim.predicate == _POSITION:
        title, holder = predicates.post_parts(claim.object)
        person.posts.add(f"{fold(title)} @ {holder}")


def pair(found: Mapping[str, Person]) -> list[Proposal]:
    """The joins that names and settings speak for; a short form that fits two people joins neither."""
    candidates: list[tuple[Person, Person, int]] = []
    for one, other in _comparable(found):
        rank = _rank(one, other)
        if rank:
            candidates.append((one, other, rank))
    longer: dict[str, list[Person]] = {}
    for one, other, rank in candidates:
        if rank == _SHORTER:
            longer.setdefault(_short(one, other).key, []).append(_long(one, other))
    unclear = {key for key, forms in longer.items() if not _one_person(forms)}
    return [
        Proposal(rank=rank, one=one.key, other=other.key, reason=_REASONS[rank], claims=_proof(one, other))
        for one, other, rank in candidates
        if rank != _SHORTER or _short(one, other).key not in unclear
    ]


def _comparable(found: Mapping[str, Person]) -> list[tuple[Person, Person]]:
    """The pairs with all words in common, and those that share a setting and a word: no others can be one person."""
    places: dict[tuple[str, str], list[str]] = {}
    for key, person in found.items():
        for setting in (*person.holders, *person.meetings):
            for word in set(person.words):
                places.setdefault((setting, word), []).append(key)
        places.setdefault(("", " ".join(person.words)), []).append(key)
    pairs = {pair for keys in places.values() for pair in combinations(sorted(keys), 2)}
    return [(found[one], found[other]) for one, other in sorted(pairs)]


def _rank(one: Person, other: Person) -> int:
    if one.words == other.words:
        return _FOLDED
    if "".join(one.words) == "".join(other.words) and one.shared(other):
        return _SLIP
    if _shortens(_short(one, other).words, _long(one, other).words) and one.shared(other):
        return _SHORTER
    return _SLIP if _slip(one, other) or _transliterated(one, other) else 0


def _short(one: Person, other: Person) -> Person:
    return min(one, other, key=lambda p: (len(p.words), len("".join(p.words)), p.key))


def _long(one: Person, other: Person) -> Person:
    return other if _short(one, other) is one else one


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in the other in order, a single letter for a word."""
    rest, whole = iter(long), 0
    for word in short:
        match = next((w for w in rest if w == word or (len(word) == 1 and w.startswith(word))), None)
        if match is None:
            return False
        whole += match == word and len(word) > 1
    return whole >= _FULL_WORDS


def _one_person(forms: list[Person]) -> bool:
    """Whether the long forms of one short name can themselves be forms of one another."""
    return all(
        a.words == b.words or _shortens(_short(a, b).words, _long(a, b).words) or _slip(a, b) or _transliterated(a, b)
        for a, b in combinations(forms, 2)
    )


def could_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names could be those of one person, by their words alone: whatever is joined could be."""
    return (
        one == other
        or "".join(one) == "".join(other)
        or _shortens(one, other)
        or _shortens(other, one)
        or _slipped(one, other) >= 0
        or _in_another_script(one, other)
    )


def _slip(one: Person, other: Person) -> bool:
    """Whether one long word differs by one letter, and both serve one body.

    A given name often differs by a letter between two people (a sister and a brother): there the post must be the same.
    """
    place = _slipped(one.words, other.words)
    return place >= 0 and _serve_together(one, other, given=place == 0)


def _slipped(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The place of the only word that differs, if it does by one letter; else -1."""
    if len(one) != len(other) or len(one) < _FULL_WORDS:
        return -1
    differing = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) != 1 or not _close(one[differing[0]], other[differing[0]]):
        return -1
    return differing[0]


def _serve_together(one: Person, other: Person, *, given: bool) -> bool:
    """Whether both serve one body, and in one post if it is the given name that differs."""
    return bool(one.posts & other.posts if given else one.holders.keys() & other.holders.keys())


def _transliterated(one: Person, other: Person) -> bool:
    """Whether one name is the other from another script, and both serve one body."""
    if not _in_another_script(one.words, other.words):
        return False
    return _serve_together(one, other, given=one.words[0] != other.words[0])


def _in_another_script(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words differ in vowels and doubled letters only, as where a name comes from another script."""
    if len(one) != len(other) or len(one) < _FULL_WORDS or one == other:
        return False
    return all(a == b or (a[0] == b[0] and _same_skeleton(a, b)) for a, b in zip(one, other, strict=True))


def _same_skeleton(one: str, other: str) -> bool:
    consonants = _consonants(one)
    return len(consonants) >= _SKELETON and consonants == _consonants(other)


def _consonants(word: str) -> str:
    letters = [c for c in word if c not in _VOWELS]
    return "".join(c for n, c in enumerate(letters) if n == 0 or letters[n - 1] != c)


def _close(one: str, other: str) -> bool:
    """Whether one letter was added, dropped, changed or swapped with its neighbour in a long word."""
    if min(len(one), len(other)) < _LONG_WORD or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _proof(one: Person, other: Person) -> tuple[str, ...]:
    return tuple(sorted(one.shared(other) or {claim.id for p in (one, other) for claim in p.claims}))


def preference(found: Mapping[str, Person], origins: Origins) -> Callable[[str], tuple[int, int, int]]:
    """The order in which names are kept: a table's, then what most origins write, then the fullest."""

    def prefer(key: str) -> tuple[int, int, int]:
        person = found.get(key)
        if person is None:
            return 1, 0, 0
        from_table = any(isinstance(c.evidence, RowEvidence) and c.subject == key for c in person.claims)
        return int(not from_table), -origins.count(person.claims), -len(person.words)

    return prefer
