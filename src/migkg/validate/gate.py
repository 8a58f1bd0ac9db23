"""The fast engine: N-Triples in, N-Triples out, no graph library in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migkg.errors import DataError
from migkg.validate.ntriples import parse, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.model import Triple


def report(data: Sequence[Triple], shapes: Sequence[Triple], *, base: str = "urn:x-base:") -> list[Triple]:
    """The validation report as triples; DataError when the engine cannot use the shapes."""
    # The public door converts through a graph library; this one takes and gives N-Triples.
    from shifty import _shifty

    if not shapes:
        return []
    try:
        validator = _shifty.PreparedValidator(write(shapes), None, "nt", base)
        result = validator.validate_w3c(
            write(data), data_format="nt", graph_mode="data", run_infer=False, on_unsupported="error"
        )
    except ValueError as error:
        raise DataError(f"the shapes are not valid SHACL: {error}", hint="correct the shapes") from error
    return parse(result._report_ntriples)  # noqa: SLF001 the only form of the report that is cheap to read
