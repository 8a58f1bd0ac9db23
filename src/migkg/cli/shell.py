"""`shell`: a prompt for SPARQL, with history and completion."""

from __future__ import annotations

import contextlib
import shlex
import sys
from typing import TYPE_CHECKING, Any

import click

from migkg.cli.answering import Asking, answer, answer_options, opened
from migkg.cli.options import languages, say
from migkg.cli.output import GRAPHS, ROWS
from migkg.errors import MigkgError, UsageError
from migkg.record import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit import PromptSession

    from migkg.api import KnowledgeGraph
    from migkg.api.endpoint import RemoteGraph

_HELP = """Write a SPARQL query; Enter runs it when its braces are closed, TAB completes, Ctrl-D leaves.
.run NAME --PARAM VALUE   run a canned query          .explain SPARQL     show the query with its prefixes
.format FORMAT            how to print                .lang LANG          language of labels
.evidence                 evidence on or off          .quit               leave"""
_BARE = {"help": ".help", "quit": ".quit", "exit": ".quit"}
"""What other prompts know without a dot."""


@click.command()
@answer_options
def shell(asking: Asking) -> None:
    """Ask SPARQL queries at a prompt: with history, and completion of prefixes, classes, properties and names.

    Example: migkg shell --evidence
    """
    with opened(asking) as graph:
        form = asking.form if asking.chosen else "table"
        _Prompt(replaced(asking, form=form, apart=sys.stdin.isatty()), graph).loop()


class _Prompt:
    """One session: its options, which commands change, and its graph."""

    def __init__(self, asking: Asking, graph: KnowledgeGraph | RemoteGraph) -> None:
        self.asking = asking
        self.graph = graph

    def loop(self) -> None:
        """Read, answer, and so on until the input ends; a fault is told and the prompt comes back."""
        read = _reader(self.graph)
        say(".help tells what can be done here")
        while True:
            try:
                text = read().strip()
                text = _BARE.get(text, text)
                if text == ".quit":
                    return
                if text:
                    self.take(text)
            except KeyboardInterrupt:
                continue  # Ctrl-C drops what is written, and ends a query
            except EOFError:
                return
            except MigkgError as error:
                say(f"migkg: {error}")

    def take(self, text: str) -> None:
        """Answer a query, or do what a command says."""
        if text.startswith("."):
            self.obey(text)
        else:
            answer(self.asking, text, self.graph)

    def obey(self, text: str) -> None:
        """Do what a command says."""
        command, _, rest = text.partition(" ")
        commands: dict[str, Callable[[str], None]] = {
            ".help": lambda _: click.echo(_HELP),
            ".run": self.run,
            ".explain": _explain,
            ".format": self.set_format,
            ".lang": self.set_lang,
            ".evidence": self.switch_evidence,
        }
        if command not in commands:
            raise UsageError(f"'{command}' is not a command", hint=f"use one of {', '.join(sorted(commands))}")
        commands[command](rest.strip())

    def run(self, rest: str) -> None:
        """A canned query: its name and its parameters as on the command line."""
        from migkg import api

        try:
            name, *given = shlex.split(rest) or [""]
        except ValueError as error:
            raise UsageError(f"the parameters cannot be read: {error}", hint="close the quotes") from None
        values: dict[str, list[str]] = {}
        for option, value in zip(given[::2], given[1::2], strict=False):
            values.setdefault(option.removeprefix("--"), []).append(value)
        asked = api.canned(name)
        answer(self.asking, self.graph.filled(asked, {**values}), self.graph)

    def set_format(self, form: str) -> None:
        """Print in another format from now on."""
        if form not in (*ROWS, *GRAPHS):
            raise UsageError(f"'{form}' is not a format here", hint=f"use one of {', '.join((*ROWS, *GRAPHS))}")
        self.asking = replaced(self.asking, form=form, chosen=True)

    def set_lang(self, lang: str) -> None:
        """Show labels in another language from now on."""
        if lang not in languages():
            raise UsageError(f"no language '{lang}'", hint=f"use one of {', '.join(languages())}")
        self.graph.lang = lang
        self.asking = replaced(self.asking, lang=lang)

    def switch_evidence(self, _: str) -> None:
        """Show evidence, or stop showing it."""
        self.asking = replaced(self.asking, evidence=not self.asking.evidence)
        say(f"evidence is {'on' if self.asking.evidence else 'off'}")


def _explain(rest: str) -> None:
    from migkg.query.lexer import with_prefixes

    click.echo(with_prefixes(rest))


def _reader(graph: KnowledgeGraph | RemoteGraph) -> Callable[[], str]:
    """What reads the next query: a prompt at a terminal, else the lines of standard input up to an empty one."""
    if not sys.stdin.isatty():
        return _paragraph
    session = _session(graph)
    return lambda: session.prompt("migkg> ", prompt_continuation="     > ")


def _paragraph() -> str:
    lines: list[str] = []
    for line in sys.stdin:
        if not line.strip() and lines:
            break
        lines.append(line)
        if line.startswith("."):
            break
    if not lines:
        raise EOFError
    return "".join(lines)


def _session(graph: KnowledgeGraph | RemoteGraph) -> PromptSession[str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.filters import has_focus
    from prompt_toolkit.history import FileHistory, InMemoryHistory
    from prompt_toolkit.key_binding import KeyBindings

    from migkg import resources
    from migkg.api.completion import Completion as Offers

    offers = Offers(graph.query)

    class Words(Completer):
        """The offers of the graph, as the prompt wants them."""

        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Completion]:  # noqa: ARG002 - theirs
            for offer in offers.offers(document.text_before_cursor):
                yield Completion(offer.text, start_position=-offer.replaces, display_meta=offer.meaning)

    keys = KeyBindings()

    @keys.add("enter", filter=has_focus("DEFAULT_BUFFER"))
    def _(event: Any) -> None:
        buffer = event.current_buffer
        if _complete(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    history: FileHistory | InMemoryHistory = InMemoryHistory()
    with contextlib.suppress(OSError):
        folder = resources.default_store().parent
        folder.mkdir(parents=True, exist_ok=True)
        history = FileHistory(str(folder / "history"))
    return PromptSession(
        history=history, completer=Words(), multiline=True, key_bindings=keys, complete_while_typing=False
    )


def _complete(text: str) -> bool:
    """Whether Enter runs what is written: a command, nothing, or a query whose braces are closed."""
    from migkg.query.lexer import tokens

    if not text.strip() or text.startswith(".") or text.strip() in _BARE:
        return True
    marks = [token.text for token in tokens(text) if token.kind == "mark"]
    return "{" in marks and marks.count("{") <= marks.count("}")
