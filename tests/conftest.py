"""What every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
SHARED = TOP.parent / "shared"


@pytest.fixture(scope="session")
def top() -> Path:
    """The folder of the project."""
    return TOP
