"""What a command loads before it answers: the time of a short command is spent there."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests import shipped

from migkg.cli.later import Later

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"dataclasses", "inspect", "json", "pathlib", "rdflib", "rich", "unittest", "urllib.parse", "yaml", "queue"}
"""What takes milliseconds, and no query needs whose answer is CSV."""
TOLD = "import sys; from migkg.cli import main; main(sys.argv[1:], standalone_mode=False); import types; "
TOLD += "print(*(n for n, m in sys.modules.items() if type(m) is types.ModuleType), file=sys.stderr)"


def loaded(*words: str) -> set[str]:
    """The modules that a command has loaded, those put off left out; coverage, measured, would load its own."""
    ran = subprocess.run(
        [sys.executable, "-c", TOLD, *words], check=True, capture_output=True, text=True, env=shipped.plainly()
    )
    return set(ran.stderr.split())


def test_a_query_loads_nothing_that_takes_long(little_store: Path) -> None:
    known = loaded("run", "forums", "--store", str(little_store), "--format", "csv")
    assert not HEAVY & known
    assert {"click", "pyoxigraph", "csv"} <= known


def test_what_is_put_off_is_loaded_when_it_is_used() -> None:
    module = Later("colorsys")
    sys.modules.pop("colorsys", None)
    sys.modules["colorsys"] = module
    import colorsys

    assert colorsys is module
    assert colorsys.rgb_to_hsv(1, 1, 1) == (0, 0, 1)
    assert sys.modules["colorsys"] is not module
    with pytest.raises(AttributeError, match="colorsys"):
        module.nothing  # noqa: B018 - the access is what is tested
