"""A server on loopback that answers as an OpenAI-compatible endpoint does: each test says what."""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Answer:
    """What the server sends once: status, body and headers, a pause before it, and whether it drips out."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    after: threading.Event | None = None
    drip: bool = False


def said(content: str | None, **choice: object) -> Answer:
    """An answer in which the model says this."""
    message = {"role": "assistant", "content": content}
    whole = {
        "object": "chat.completion",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", **choice}],
    }
    return Answer(body=json.dumps(whole).encode())


def claimed(*claims: object) -> Answer:
    """An answer with these claims: dictionaries, or four texts each."""
    names = ("subject", "predicate", "object", "evidence")
    objects = [dict(zip(names, claim, strict=True)) if isinstance(claim, tuple) else claim for claim in claims]
    return said(json.dumps({"claims": objects}))


class Handler(BaseHTTPRequestHandler):
    """Writes down each request and answers it."""

    def __init__(self, fake: Fake, *rest: Any) -> None:
        self.fake = fake
        super().__init__(*rest)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.fake.requests.append((self.path, dict(self.headers), json.loads(body)))
        answers = self.fake.answers
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer.after:
            answer.after.wait()
        with suppress(OSError):  # a client may have gone
            self.write(answer)

    def write(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if not answer.drip:
            self.wfile.write(answer.body)
            return
        for at in range(len(answer.body)):
            self.wfile.write(answer.body[at : at + 1])
            if self.fake.ended.wait(0.02):
                return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Fake:
    """The endpoint: its address, the answers it has left (the last one stays), and the requests that came."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.requests: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.ended = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, self))
        self.server.daemon_threads = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/v1"


@pytest.fixture
def fake(socket_enabled: None) -> Iterator[Fake]:
    del socket_enabled
    made = Fake()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        made.ended.set()
        made.server.shutdown()
        thread.join()
        made.server.server_close()
