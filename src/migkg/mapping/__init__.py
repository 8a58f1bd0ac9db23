"""Claims, facts, descriptions and findings as quads, and claims and articles back from quads.

A build puts together `quads(...)`, `in_graph(ONTOLOGY, ...)`, `in_graph(INFERRED, ...)`, `finding_quads` of the
validation, and the `default_quads` of all of them. One article that changes replaces its `article_quads`.
"""

from migkg.mapping.changes import State, changes
from migkg.mapping.claims import article_node
from migkg.mapping.describe import met, met_by
from migkg.mapping.findings import finding_id, finding_nodes
from migkg.mapping.graphs import (
    FACTS,
    FINDINGS,
    INFERRED,
    ONTOLOGY,
    REFERENCE,
    article_quads,
    default_quads,
    fact_quads,
    finding_quads,
    in_graph,
    is_article,
    quads,
    reference_quads,
)
from migkg.mapping.reading import read_articles, read_claims, read_stored
from migkg.mapping.terms import TYPE, node, post
from migkg.mapping.told import topics

__all__ = [
    "FACTS",
    "FINDINGS",
    "INFERRED",
    "ONTOLOGY",
    "REFERENCE",
    "TYPE",
    "State",
    "article_node",
    "article_quads",
    "changes",
    "default_quads",
    "fact_quads",
    "finding_id",
    "finding_nodes",
    "finding_quads",
    "in_graph",
    "is_article",
    "met",
    "met_by",
    "node",
    "post",
    "quads",
    "read_articles",
    "read_claims",
    "read_stored",
    "reference_quads",
    "topics",
]
