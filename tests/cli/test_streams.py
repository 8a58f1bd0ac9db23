"""Odd terminals: pipes that close, places that are full, encodings that cannot say it, and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EVERYTHING = "SELECT * { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }"
AT_ONCE = 30.0
"""Seconds in which a busy machine surely ends a program, and half of those in which its query would end."""


def started(store: Path, *arguments: str, **more: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "migkg", *arguments, "--store", str(store)]
    environment = {**os.environ, **dict(more.pop("env", {}))}  # type: ignore[call-overload] # names and texts
    return subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, **more)  # type: ignore[call-overload,no-any-return]


def await_opened(store: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a program has a file of the store open; where the system shows no open files, for as long as that takes."""
    end = time.monotonic() + 60
    shown = Path(f"/proc/{process.pid}/fd")
    while shown.exists() and not any(is_inside(file, store) for file in shown.iterdir()):
        assert process.poll() is None, "it ended"
        assert time.monotonic() < end, "it opens nothing"
        time.sleep(0.05)
    if not shown.exists():
        time.sleep(3)


def is_inside(file: Path, folder: Path) -> bool:
    try:
        return file.readlink().is_relative_to(folder.resolve())
    except OSError:  # it was closed meanwhile
        return False


def test_a_reader_that_has_seen_enough_is_no_fault(graph_store: Path) -> None:
    process = started(graph_store, "query", EVERYTHING, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"s,p,o\n"
    process.stdout.close()
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, b"")


ARTICLE = str(Path(__file__).parents[2] / "data" / "articles" / "es-sacm-historia.md")


def unread(*arguments: str, store: Path, messages: bool = False) -> subprocess.CompletedProcess[bytes]:
    """A command whose output, and messages if wanted, go into a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "MIGKG_STORE": str(store), "PYTHONUNBUFFERED": ""}
    try:
        return subprocess.run(
            [sys.executable, "-m", "migkg", *arguments],
            stdout=writing,
            stderr=writing if messages else subprocess.PIPE,
            env=environment,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)


@pytest.mark.skipif(sys.platform == "win32", reason="no broken pipes as elsewhere")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("run", "forums", "--help"),
        ("read", ARTICLE),
        ("query", "ASK {}"),
        ("run", "forums", "--format", "csv"),
        ("run", "forums", "--format", "table"),
        ("export",),
    ],
    ids=lambda words: "-".join(words[:1] + words[2:]),
)
def test_any_command_ends_quietly_where_nobody_reads(little_store: Path, arguments: tuple[str, ...]) -> None:
    done = unread(*arguments, store=little_store)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="no broken pipes as elsewhere")
@pytest.mark.parametrize(
    ("arguments", "code"), [(("biuld",), 2), (("export", "--graph", "fact"), 2), (("read", "none.md"), 2)]
)
def test_a_fault_that_nobody_reads_has_its_code(little_store: Path, arguments: tuple[str, ...], code: int) -> None:
    assert unread(*arguments, store=little_store, messages=True).returncode == code


@pytest.mark.parametrize("place", [path for path in [Path("/dev/full")] if path.exists()])
def test_a_full_place_is_told(graph_store: Path, place: Path) -> None:
    with place.open("wb") as full:
        process = started(graph_store, "run", "hosts", stdout=full)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told.decode().startswith("migkg: cannot write: ")
    assert told.count(b"\n") == 1


def test_a_closed_output_is_told(graph_store: Path) -> None:
    command = [sys.executable, "-m", "migkg", "run", "hosts", "--store", str(graph_store)]
    shell = ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *command]
    done = subprocess.run(shell, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("migkg: cannot write: standard output is closed")


def test_what_an_encoding_cannot_say_is_escaped(graph_store: Path) -> None:
    arguments = ("ask", "Quelles villes ont accueilli la CSM ?", "--no-evidence", "--format", "csv", "--quiet")
    process = started(graph_store, *arguments, stdout=subprocess.PIPE, env={"PYTHONIOENCODING": "ascii"})
    output, told = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in told) == (0, False)
    assert output.isascii()
    table = started(
        graph_store, "run", "hosts", "--format", "table", stdout=subprocess.PIPE, env={"PYTHONIOENCODING": "ascii"}
    )
    assert b"Asunci\\xf3n" in table.communicate(timeout=60)[0]


@pytest.mark.parametrize("more", [(), ("--timeout", "60")])
def test_the_keyboard_stops_a_query_at_once(graph_store: Path, more: tuple[str, ...]) -> None:
    process = started(graph_store, "query", ENDLESS, *more, stdout=subprocess.PIPE)
    await_opened(graph_store, process)
    time.sleep(1)  # so that it is in the query; the keyboard stops it before as well
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=AT_ONCE)
    assert process.returncode in {-signal.SIGINT, 128 + signal.SIGINT}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", " "), "migkg: the query is empty; write it in quotes"),
        (("query", "hello world"), "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        (("run", "hosts", "--forum", ""), "migkg: '' is not known as forum"),
    ],
)
def test_what_is_no_query_and_no_value_is_told(graph_store: Path, arguments: tuple[str, ...], said: str) -> None:
    process = started(graph_store, *arguments, stdout=subprocess.PIPE)
    output, told = process.communicate(timeout=60)
    assert output == b""
    assert said in told.decode().split("\n")[0]
