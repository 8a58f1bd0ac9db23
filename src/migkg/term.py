"""RDF terms as they travel: canonical N-Triples strings (`<https://…>`, `"text"@en`, `"2010"^^<…#gYear>`).

They hash, sort and print without a library, and every engine parses them at its own edge. This module stands apart from
`model` because all that answers a query needs it, and nothing else of the model.
"""

from __future__ import annotations

from typing import NewType

Term = NewType("Term", str)
Triple = tuple[Term, Term, Term]
Quad = tuple[Term, Term, Term, Term]
"""Subject, predicate, object, graph name; the graph name is the empty string for the default graph."""

DEFAULT_GRAPH = Term("")
