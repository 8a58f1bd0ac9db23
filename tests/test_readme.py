"""Every command of the README's tutorial runs, and prints what the README shows.

A line of a `console` block that begins with `$` is run by a shell; the lines after it must be in what it prints,
in that order; a line `…` stands for any number of lines.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

TOP = Path(__file__).resolve().parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def steps() -> list[tuple[str, list[str]]]:
    """The commands of all blocks in order, each with the lines that it must print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(README):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line != "…":
                found[-1][1].append(line)
    return found


def test_the_tutorial(graph_store: Path, tmp_path: Path) -> None:
    shutil.copytree(graph_store, tmp_path / "graph", symlinks=True)
    environment = {
        **os.environ,
        "MIGKG_STORE": str(tmp_path / "graph"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    for command, expected in steps():
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0 or command.startswith("migkg validate"), f"{command}\n{done.stderr}"
        rest = done.stdout
        for line in expected:
            before, found, rest = rest.partition(line)
            assert found, f"{command}\nlacks: {line}\nafter: {before[-2000:]}"


def test_the_python_example_runs(graph_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (source,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(source.replace("build/graph", str(graph_store)), "README.md", "exec"), {})  # noqa: S102 - our own README
    printed = capsys.readouterr().out
    assert "city/montevideo-uy" in printed
    assert "edition:SACM/9 heldIn Quito" in printed


def test_every_folder_of_the_table_is_there() -> None:
    for folder in re.findall(r"^\| `([\w/]+)` \|", README, re.MULTILINE):
        assert (TOP / folder).is_dir(), folder
