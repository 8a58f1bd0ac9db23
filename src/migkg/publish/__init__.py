"""The graph as a static release: downloads, metadata, and the same pages as the server's."""
