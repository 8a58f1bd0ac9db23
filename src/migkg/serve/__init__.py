"""The graph over HTTP: SPARQL 1.1 protocol, linked data, pages; read-only."""
