"""The table of content negotiation in docs/serving.md, asked with curl of a running server, row by row."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("socket_enabled")

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "serving.md"
CURL = shutil.which("curl")
ROW = re.compile(
    r"^\| `(?P<path>/[^`]*)` \| `(?P<accept>[^`]*)` \| (?P<status>\d{3}) \| `(?P<answer>[^`]*)` \|$", re.MULTILINE
)
ROWS = [tuple(match.groups()) for match in ROW.finditer(DOCUMENT.read_text(encoding="utf-8"))]


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 20
    assert {row[2] for row in ROWS} >= {"200", "303", "404", "406"}


@pytest.mark.parametrize("row", ROWS if CURL else [], ids=" ".join)
def test_a_row_of_the_table(address: str, row: tuple[str, str, str, str]) -> None:
    path, accept, status, answer = row
    address = address.rstrip("/")
    path = path.replace("SACM/10", "TIDE/1").replace("SACM", "TIDE")
    form = "%{http_code} %{content_type} %{redirect_url}"
    words = [str(CURL), "-s", "-o", "/dev/null", "-w", form, "-H", f"Accept: {accept}", f"{address}{path}"]
    said = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60).stdout
    code, kind, location = (said + "  ").split(" ", 2)
    found = location.strip().removeprefix(address) if code.startswith("3") else kind.partition(";")[0]
    assert (code, found) == (status, answer.replace("SACM/10", "TIDE/1").replace("SACM", "TIDE"))
