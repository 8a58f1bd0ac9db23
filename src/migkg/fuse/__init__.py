"""Claims of articles and tables meet: who is who, which value is accepted, who contradicts whom."""

from migkg.fuse.fusion import fuse

__all__ = ["fuse"]
