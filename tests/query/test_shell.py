"""The prompt at a terminal, and completion by real shells."""

from __future__ import annotations

import gc
import os
import re
import shlex
import shutil
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest
from click.testing import CliRunner

from migkg import api
from migkg.api.completion import Completion
from migkg.cli.main import main
from migkg.cli.prompt import heard

if TYPE_CHECKING:
    from collections.abc import Iterator

BIN = Path(sys.executable).parent
QUERY = "SELECT ?c { <meeting/SACM/9> mf:heldIn ?c }"


@pytest.fixture(scope="module")
def completion(graph_store: Path) -> Iterator[Completion]:
    with api.open(graph_store) as graph:
        yield Completion(graph.query)


@pytest.mark.parametrize(
    ("before", "offered", "not_offered"),
    [
        ("SEL", "SELECT", "sel"),
        ("SELECT ?x { ?x a mf:Foru", "mf:Forum", "mf:hasForum"),
        ("SELECT ?x { ?x a mf:h", None, "mf:heldIn"),
        ("SELECT ?x { ?x mf:hel", "mf:heldInCountry", "mf:Forum"),
        ("SELECT ?place { ?x mf:heldIn ?pl", "?place", "?x"),
        ("SELECT ?x { ?x mf:heldIn Quit", "<city/quito-ec>", "Quito"),
        ("SELECT ?x { ?x mf:editionOf Conférence sud", None, "<city/quito-ec>"),
        ("SELECT ?x { ?x dct", "dcterms:", "mf:"),
        (".f", ".format", ".lang"),
        (".run repeat-h", "repeat-hosts", "hosts"),
        ("SELECT ?x { ", None, "SELECT"),
    ],
)
def test_offers(completion: Completion, before: str, offered: str | None, not_offered: str) -> None:
    texts = [offer.text for offer in completion.offers(before)]
    assert offered in texts or offered is None
    assert not_offered not in texts
    assert len(texts) <= 50


def spawn(command: str, store: Path, home: Path, term: str = "dumb") -> pexpect.spawn[str]:
    environment = {
        **os.environ,
        "MIGKG_STORE": str(store),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "TERM": term,
        "PS1": "$ ",
        "PROMPT_TOOLKIT_NO_CPR": "1",
    }
    child = pexpect.spawn(command, env=environment, encoding="utf-8", timeout=120, dimensions=(40, 160))
    child.delaybeforesend = 0.2
    return child


def test_the_prompt_answers_completes_and_remembers(graph_store: Path, tmp_path: Path) -> None:
    shutil.copytree(graph_store, tmp_path / "graph", symlinks=True)
    child = spawn("migkg shell", tmp_path / "graph", tmp_path, term="xterm")
    child.expect("migkg>")
    child.send("SELECT ?c { <meeting/SACM/9> mf:heldInCou\t")
    child.expect("ntry")
    child.send(" ?c }\r")
    child.expect("Ecuador")
    child.expect("migkg>")
    child.send("SELECT ?c {\r<meeting/SACM/9> mf:heldIn ?c\r}\r")
    child.expect("Quito")
    child.expect("migkg>")
    child.send("SELECT ?c { ?c mf:heldAt ?d }\r")
    child.expect("did you mean mf:heldIn")
    child.expect("migkg>")
    child.send("help\r")
    child.expect("run a canned query")
    child.expect("migkg>")
    child.send("exit\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    history = list(tmp_path.rglob("history"))
    assert len(history) == 1
    assert "mf:heldInCountry" in history[0].read_text(encoding="utf-8")


LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
"""A query that nobody lives to see the answer of: what ends it is Ctrl-C."""


@pytest.mark.parametrize("moment", ["with Enter", "as the prompt ends", "as the query begins", "at work"])
def test_ctrl_c_ends_a_query_and_not_the_prompt(little_store: Path, tmp_path: Path, moment: str) -> None:
    child = spawn("migkg shell", little_store, tmp_path, term="xterm")
    child.expect("migkg>")
    child.delaybeforesend = None
    child.send(f"{LONG}\r\x03" if moment == "with Enter" else f"{LONG}\r")
    child.expect("\\r\\n")
    if moment != "with Enter":
        time.sleep({"as the prompt ends": 0, "as the query begins": 0.05, "at work": 1}[moment])
        child.sendintr()
    child.expect("migkg>")
    assert "Traceback" not in str(child.before)
    child.send("ASK { ?a ?b ?c }\r")
    child.expect("true")
    child.expect("migkg>")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_ctrl_c_at_the_prompt_drops_what_is_written(little_store: Path, tmp_path: Path) -> None:
    child = spawn("migkg shell", little_store, tmp_path, term="xterm")
    for stop in (child.sendintr, lambda: os.kill(child.pid or 0, signal.SIGINT)):
        child.expect("migkg>")
        child.send("SELECT ?x {")
        child.expect("SELECT")
        stop()
        child.expect("\\r\\n")
    child.expect("migkg>")
    child.send("ASK {}\r")
    child.expect("true")
    child.close(force=True)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_is_heard_where_python_drops_what_a_signal_raises() -> None:
    dropped: list[bool] = []

    class Deaf:
        def __del__(self) -> None:
            dropped.append(True)
            signal.raise_signal(signal.SIGINT)

    def wait() -> None:
        with heard():
            Deaf()
            gc.collect()
            dropped.append(threading.Event().wait(60))

    with pytest.raises(KeyboardInterrupt):
        wait()
    assert dropped == [True]
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def typed(store: Path, *lines: str, code: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(main, ["shell", "--store", str(store)], input="\n".join(lines), catch_exceptions=False)
    assert result.exit_code == code
    return result.stdout, result.stderr


def test_commands_of_the_prompt(graph_store: Path) -> None:
    out, err = typed(
        graph_store, ".help", ".format csv", ".evidence", QUERY, "", ".evidence", ".lang fr", ".format table", QUERY.replace("heldIn ", "heldInCountry "), "",
        ".run hosts --forum SACM", ".explain ASK { ?a mf:heldIn ?b }", ".quit", "ASK {}",
    )  # fmt: skip
    assert "run a canned query" in out
    assert "c,fact,sentence,stated_in,published,page" in out
    assert "Équateur" in out
    assert "PREFIX mf:" in out
    assert "true" not in out
    assert "evidence is on" in err
    assert "evidence is off" in err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (".format xls", "'xls' is not a format here; use one of table"),
        (".lang xx", "no language 'xx'"),
        (".go", "'.go' is not a command; use one of .evidence"),
        (".run hosts --forum 'SACM", "close the quotes"),
        (".run host", "did you mean hosts"),
        ("SELECT ?x { ?x mf:heldIn", "'}' may be missing"),
    ],
)
def test_a_fault_is_told_and_the_prompt_comes_back(graph_store: Path, line: str, told: str) -> None:
    out, err = typed(graph_store, line, "", ".explain ASK {}", code=1)
    assert told in err
    assert "ASK {}" in out


def test_words_without_a_dot_are_commands_in_a_pipe_too(graph_store: Path) -> None:
    out, _ = typed(graph_store, "help", QUERY, "", "exit", "SELECT")
    assert "run a canned query" in out
    assert "Quito" in out


SHELLS = {
    "bash": ("bash --norc --noprofile -i", ""),
    "zsh": ("zsh -f -i", "autoload -Uz compinit; compinit -u -D; "),
}


@pytest.mark.parametrize("shell", [name for name in sorted(SHELLS) if shutil.which(name)])
def test_a_real_shell_completes_queries_and_names(shell: str, graph_store: Path, tmp_path: Path) -> None:
    command, first = SHELLS[shell]
    child = spawn(command, graph_store, tmp_path)
    child.sendline(f'PS1="# "; {first}eval "$(migkg completion {shell})"; echo rea""dy')
    child.expect("ready")
    child.send("migkg run repeat-h\t")
    child.expect(re.escape("repeat-hosts"))
    child.send(" --forum SAC\t")
    child.expect(re.escape("SACM"))
    child.send(" --min 2 --format csv\r")
    child.expect("city,times,editions")
    child.sendline("exit")
    child.expect(pexpect.EOF)
    child.close()


def test_every_shell_has_its_script() -> None:
    for shell in ("bash", "zsh", "fish"):
        assert shlex.quote("_MIGKG_COMPLETE") in CliRunner().invoke(main, ["completion", shell]).stdout
