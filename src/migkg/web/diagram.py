"""Drawings of the ontology: its classes as a tree, and which property leads from which class to which.

Only places are made here; the template draws. Units are those of the drawing (pixels at its natural size).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migkg import names
from migkg.names import expand, text_of
from migkg.predicates import PREDICATES
from migkg.web.values import Box, Diagram, Label, Line

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from migkg.model import Term
    from migkg.web.library import Library

    Ends = tuple[Term, Term]

_GRAPH = names.graph("ontology")
_PLACES = {name: place for place, name in enumerate(PREDICATES)}
_WIDE, _HIGH = 208, 30
_STEP, _ROW = 256, 40
_MIDDLE = 560
"""Width of the space for the names of properties between two classes."""

_LINE = 22
"""Height of a name between two classes."""

_LETTER = 7.4
"""Width of a letter, about."""

_COLUMNS = 4
"""Classes beside each other that have none above and none below."""

_LETTERS = 26
"""Letters of a name that fit into a box; a longer one is set narrower."""


def classes(library: Library, lang: str) -> Diagram:
    """The classes of the ontology from the widest on the left to the narrowest on the right."""
    own = _own(library, "owl:Class")
    above = {cls: _above(library, cls, own) for cls in own}
    below: dict[Term | None, list[Term]] = defaultdict(list)
    for cls in own:
        below[above[cls]].append(cls)
    placed: list[Box] = []
    lines: list[Line] = []
    tree = _Tree(library, lang, below)
    _place(tree, None, 0, placed, lines)
    top = _bottom(placed) + _ROW / 2
    alone = [cls for cls in _by_name(library, below[None], lang) if cls not in below]
    for number, cls in enumerate(alone):
        row, column = divmod(number, _COLUMNS)
        placed.append(_box(library, cls, column * _STEP, top + row * _ROW, lang))
    width = (_COLUMNS - 1) * _STEP + _WIDE + 2
    return Diagram(width=width, height=_bottom(placed), boxes=tuple(placed), lines=tuple(lines), labels=())


def properties(library: Library, lang: str) -> Diagram:
    """The properties between classes: one row of boxes for each pair of classes, the names between them.

    Of a property and its inverse the one in which sources speak is shown.
    """
    joined = _joined(library)
    boxes: list[Box] = []
    lines: list[Line] = []
    labels: list[Label] = []
    top = 0.0
    for ends in sorted(joined, key=lambda pair: tuple(names.fold(library.ref(end, lang).label) for end in pair)):
        said = _by_name(library, joined[ends], lang)
        high = max(_HIGH, _LINE * len(said))
        middle = top + high / 2
        for end, x in zip(ends, (0.0, _WIDE + _MIDDLE), strict=True):
            boxes.append(_box(library, end, x, middle - _HIGH / 2, lang))
        for place, one in enumerate(said):
            y = middle + (place - (len(said) - 1) / 2) * _LINE
            label = Label(text=library.ref(one, lang).label, x=_WIDE + _MIDDLE / 2, y=y, anchor=_anchor(one))
            half = len(label.text) * _LETTER / 2 + 8
            lines.append(Line(path=_curve((_WIDE, middle), (label.x - half, y)), arrow=False))
            lines.append(Line(path=_curve((label.x + half, y), (_WIDE + _MIDDLE - 2, middle)), arrow=True))
            labels.append(label)
        top += high + 18
    width = 2 * _WIDE + _MIDDLE + 2
    return Diagram(width=width, height=top, boxes=tuple(boxes), lines=tuple(lines), labels=tuple(labels))


class _Tree:
    """What is drawn: the classes below each class, by name."""

    def __init__(self, library: Library, lang: str, below: Mapping[Term | None, Sequence[Term]]) -> None:
        self.library = library
        self.lang = lang
        self._below = below

    def below(self, cls: Term | None) -> list[Term]:
        """The classes right below one, by name; of None those at the top that have any below."""
        found = _by_name(self.library, self._below.get(cls, ()), self.lang)
        return [one for one in found if cls is not None or one in self._below]


def _place(tree: _Tree, cls: Term | None, depth: int, placed: list[Box], lines: list[Line]) -> float:
    """Place what is below a class and return the height of its middle."""
    middles = []
    for one in tree.below(cls):
        inner = _place(tree, one, depth + 1, placed, lines) if tree.below(one) else None
        y = inner if inner is not None else _bottom(box for box in placed if not box.inner)
        placed.append(_box(tree.library, one, depth * _STEP, y, tree.lang, inner=inner is not None))
        middles.append(y)
    here = (middles[0] + middles[-1]) / 2 if middles else 0.0
    if cls is not None:
        start = ((depth - 1) * _STEP + _WIDE, here + _HIGH / 2)
        lines += [Line(path=_curve(start, (depth * _STEP, y + _HIGH / 2)), arrow=False) for y in middles]
    return here


def _own(library: Library, curie: str) -> list[Term]:
    """The terms of a kind that are the ontology's own, sorted."""
    found = {s for s, _, _ in library.store.triples(None, expand("rdf:type"), expand(curie), _GRAPH)}
    return sorted(term for term in found if term.startswith(f"<{names.MF}"))


def _above(library: Library, cls: Term, own: Iterable[Term]) -> Term | None:
    """The class of the ontology right above a class: the first by name where there are several."""
    found = {o for _, _, o in library.store.triples(cls, expand("rdfs:subClassOf"), graph=_GRAPH)} & set(own)
    return min(found - {cls}, default=None)


def _joined(library: Library) -> dict[Ends, list[Term]]:
    """(class, class) -> the properties from the one to the other, one of each pair of inverses."""
    known = set(_own(library, "owl:Class"))
    turned = {max(pair, key=_place_in_claims) for pair in library.inverses.items()}
    found: dict[Ends, list[Term]] = defaultdict(list)
    for one in _own(library, "owl:ObjectProperty"):
        domain, range_ = (_end(library, one, curie, known) for curie in ("rdfs:domain", "rdfs:range"))
        if domain and range_ and one not in turned:
            found[domain, range_].append(one)
    return dict(found)


def _place_in_claims(one: Term) -> tuple[int, Term]:
    """The place of a property among those of the claim table; all others come after them."""
    return _PLACES.get(_anchor(one), len(_PLACES)), one


def _end(library: Library, one: Term, curie: str, known: Container[Term]) -> Term | None:
    """The class of the ontology from or to which a property leads."""
    return min((o for _, _, o in library.store.triples(one, expand(curie), graph=_GRAPH) if o in known), default=None)


def _by_name(library: Library, terms: Iterable[Term], lang: str) -> list[Term]:
    return sorted(terms, key=lambda term: (names.fold(library.ref(term, lang).label), term))


def _box(library: Library, cls: Term, x: float, y: float, lang: str, *, inner: bool = False) -> Box:
    label = library.ref(cls, lang).label
    fitted = _WIDE - 20 if len(label) > _LETTERS else 0
    return Box(label=label, x=x, y=y, width=_WIDE, height=_HIGH, anchor=_anchor(cls), fitted=fitted, inner=inner)


def _bottom(boxes: Iterable[Box]) -> float:
    return max((box.y for box in boxes), default=-_ROW) + _ROW


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line that leaves and arrives level."""
    (x1, y1), (x2, y2) = start, end
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"


def _anchor(term: Term) -> str:
    return text_of(term).removeprefix(names.MF)
