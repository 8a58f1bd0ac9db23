"""Remote endpoints: queries by SPARQLWrapper, whose only importer this is, and graphs by the Graph Store Protocol."""

from migkg.remote.asking import query
from migkg.remote.storing import replace_graph

__all__ = ["query", "replace_graph"]
