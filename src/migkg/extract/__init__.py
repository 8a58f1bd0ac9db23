"""Reading an article into claims: `read(article, lexicon) -> Reading`, pure and deterministic.

The stages, one module each: `fold`, `layout`, `sentences`, `gazetteer`, `dates`, `persons`, `meetings`, `groups`
(over the masked sentence of `mask`), `discourse`, `rules` and `facts`, `lists`, `consolidate`, `reader`.
"""

from migkg.extract.confidence import surer
from migkg.extract.language import detect
from migkg.extract.reader import read
from migkg.extract.verify import verify

__all__ = ["detect", "read", "surer", "verify"]
