"""Page models as JSON, for scripts that draw them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any


def as_json(model: Any) -> str:
    """The fields of a model of `models` as they are, None as null."""
    return json.dumps(asdict(model), ensure_ascii=False)
