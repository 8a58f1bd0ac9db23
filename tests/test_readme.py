"""Every command of the README and of the tutorial runs, and prints what the page shows.

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

import pytest
from tests import shipped

from migkg.cli.main import COMMANDS

TOP = Path(__file__).resolve().parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "docs/tutorial.md")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def steps(page: str) -> list[tuple[str, list[str]]]:
    """The commands of all blocks of a page in order, each with the lines that it must print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall((TOP / page).read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line != "…":
                found[-1][1].append(line)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page(graph_store: Path, tmp_path: Path, page: str) -> None:
    """Whoever follows them, in a checkout or elsewhere, finds nothing new but in `build`, which git ignores."""
    shutil.copytree(graph_store, tmp_path / "build" / "graph", symlinks=True)
    environment = {
        **shipped.plainly(),
        "MIGKG_STORE": str(tmp_path / "build" / "graph"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    for command, expected in steps(page):
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0 or command.startswith("migkg validate"), f"{command}\n{done.stderr}"
        rest = done.stdout
        for line in expected:
            before, found, rest = rest.partition(line)
            assert found, f"{command}\nlacks: {line}\nafter: {before[-2000:]}"
    assert {entry.name for entry in tmp_path.iterdir()} == {"build"}
    assert "build/" in (TOP / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.unmeasured
def test_the_python_example_runs(graph_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (source,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(source.replace("build/graph", str(graph_store)), "README.md", "exec"), {})  # noqa: S102 - our own README
    printed = capsys.readouterr().out
    assert "city/montevideo-uy" in printed
    assert "edition:SACM/9 heldIn Quito" in printed


def commands_named(text: str) -> set[str]:
    """The words behind `migkg` in what stands in code."""
    return set(re.findall(r"(?:`|^|^\$ |\$\(|[|;] |[A-Z]=\S+ )migkg ([a-z]+)\b", text, re.MULTILINE))


def test_readme_and_tutorial_name_every_command() -> None:
    pages = "".join((TOP / page).read_text(encoding="utf-8") for page in PAGES)
    assert set(COMMANDS) - commands_named(pages) == set()


@pytest.mark.parametrize("page", [*sorted((TOP / "docs").glob("*.md")), TOP / "README.md"], ids=lambda path: path.stem)
def test_pages_name_only_what_there_is(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert commands_named(text) - set(COMMANDS) == set()
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    named = re.findall(r"`((?:docs|tests|benchmarks|scripts|data|queries|src)/[\w./-]+)`", text)
    lost = [link for link in links if not (page.parent / link).exists()] + [
        x for x in named if "KEY" not in x and not (TOP / x).exists()
    ]
    assert lost == []


def test_the_list_of_pages_is_whole() -> None:
    listed = (TOP / "docs/README.md").read_text(encoding="utf-8")
    assert [page.name for page in sorted((TOP / "docs").glob("*.*")) if f"]({page.name})" not in listed] == [
        "README.md"
    ]


@pytest.mark.parametrize("folder", ["data", "data/lexicons/names"])
def test_the_page_of_the_data_names_all_of_it(folder: str) -> None:
    page = (TOP / "data/README.md").read_text(encoding="utf-8")
    there = [entry.name for entry in (TOP / folder).iterdir() if entry.name not in {"README.md", "lexicons"}]
    assert [name for name in sorted(there) if f"`{name}`" not in page and f"`{name}/`" not in page] == []


def test_every_folder_of_the_table_is_there() -> None:
    for folder in re.findall(r"^\| `([\w/]+)` \|", README, re.MULTILINE):
        assert (TOP / folder).is_dir(), folder
