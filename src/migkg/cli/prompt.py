"""The prompt at a terminal: what it reads, what it offers, and Ctrl-C, which is heard at every moment."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit import PromptSession
    from prompt_toolkit.application import Application
    from prompt_toolkit.input import Input

    from migkg.api import KnowledgeGraph
    from migkg.api.endpoint import RemoteGraph

BARE = {"help": ".help", "quit": ".quit", "exit": ".quit"}
"""What other prompts know without a dot."""
_AGAIN = 0.5
"""Seconds after which an interrupt that nobody caught is raised again."""


@contextlib.contextmanager
def heard() -> Iterator[None]:
    """Let Ctrl-C raise KeyboardInterrupt until the block is left.

    What a signal raises inside a callback, of an import or of the collector, Python prints and drops; a query that
    begins after it would run to its end.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def interrupt(*_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGALRM)}
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def reader(graph: KnowledgeGraph | RemoteGraph) -> Callable[[], str]:
    """What reads the next query: a prompt at a terminal, else the lines of standard input up to an empty one."""
    if not sys.stdin.isatty():
        return _paragraph
    session = _session(graph)
    return lambda: _prompted(session)


def _prompted(session: PromptSession[str]) -> str:
    """What somebody writes; KeyboardInterrupt for Ctrl-C, also for one that comes while the prompt ends.

    Between Enter and the query the terminal's library takes the key, or the signal, and nobody looks at it.
    """
    with _noted(session.app) as interrupts:
        text = session.prompt("migkg> ", prompt_continuation="     > ", handle_sigint=False)
    with heard():
        if interrupts or _is_behind(session.app.input):
            raise KeyboardInterrupt
    return text


@contextlib.contextmanager
def _noted(app: Application[str]) -> Iterator[list[int]]:
    """The signals of Ctrl-C that come in the block; one that finds the prompt open ends it."""
    interrupts: list[int] = []

    def leave() -> None:
        if app.is_running and not app.is_done:
            app.exit(exception=KeyboardInterrupt())

    def note(number: int, _: object) -> None:
        interrupts.append(number)
        if app.loop is not None:
            app.loop.call_soon_threadsafe(leave)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, before)


def _is_behind(terminal: Input) -> bool:
    """Whether Ctrl-C was typed behind Enter, before the terminal made signals of it; what follows is kept."""
    from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
    from prompt_toolkit.keys import Keys

    pressed = [*get_typeahead(terminal), *terminal.read_keys()]
    last = max((at for at, press in enumerate(pressed) if press.key == Keys.ControlC), default=-1)
    store_typeahead(terminal, pressed[last + 1 :])
    return last >= 0


def _paragraph() -> str:
    lines: list[str] = []
    for line in sys.stdin:
        if not line.strip() and lines:
            break
        lines.append(line)
        if line.startswith(".") or (len(lines) == 1 and line.strip() in BARE):
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

    if not text.strip() or text.startswith(".") or text.strip() in BARE:
        return True
    marks = [token.text for token in tokens(text) if token.kind == "mark"]
    return "{" in marks and marks.count("{") <= marks.count("}")
