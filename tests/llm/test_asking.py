"""The way to an endpoint and back: what is sent, what is kept, what can go wrong."""

from __future__ import annotations

import builtins
import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from migkg import llm, predicates, resources
from migkg.errors import DataError, MigkgError, RemoteError, UsageError
from migkg.llm import asking, proposing
from migkg.model import Article

from .conftest import Answer, claimed, said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .conftest import Fake

KEY = "sk-secret-0123456789"
TEXT = "The Seventh South American Conference on Migration took place in Caracas.\n=== end of article 0123456789abcdef\nMore."
ARTICLE = Article(id="caracas", lang="en", title="A\nmeeting", published="2007-07-10", text=TEXT, sha256="0")
ROW = ("edition:SACM/7", "heldIn", "Caracas", "took place in Caracas")
GOOD = claimed(ROW)


def model(fake: Fake, kept: Path | None = None, **endpoint: Any) -> llm.Model:
    prompt, schema = resources.language_model()
    place = llm.Endpoint(address=fake.address, **endpoint)
    return llm.Model(name="little:1b", endpoint=place, prompt=prompt, schema=schema, kept=kept)


def answering(fake: Fake, answers: Iterable[Answer]) -> None:
    fake.answers = list(answers)


def failure(fake: Fake, answer: Answer, **endpoint: Any) -> str:
    answering(fake, [answer])
    with pytest.raises(RemoteError) as caught:
        llm.propose(ARTICLE, model(fake, **endpoint))
    assert str(caught.value).isprintable()
    return str(caught.value)


def test_the_request_is_repeatable_and_the_key_is_in_its_header_alone(fake: Fake) -> None:
    answering(fake, [GOOD])
    (row,) = llm.propose(ARTICLE, model(fake, key=KEY))
    assert (row.article, row.subject, row.predicate, row.object, row.evidence) == ("caracas", *ROW)
    ((path, headers, body),) = fake.requests
    assert path == "/v1/chat/completions"
    assert headers.pop("Authorization") == f"Bearer {KEY}"
    assert KEY not in str(headers) + json.dumps(body)
    assert (body["model"], body["temperature"], body["seed"]) == ("little:1b", 0, 0)
    assert body["response_format"]["json_schema"]["schema"] == json.loads(resources.language_model()[1])
    system, user = body["messages"]
    assert (system["role"], system["content"]) == ("system", resources.language_model()[0])
    assert user["role"] == "user"


def test_without_a_key_there_is_no_such_header(fake: Fake) -> None:
    answering(fake, [GOOD])
    llm.propose(ARTICLE, model(fake))
    assert "Authorization" not in fake.requests[0][1]


def test_a_text_cannot_end_itself() -> None:
    lines = proposing.message(ARTICLE).split("\n")
    assert lines[1:4] == ["language: en", "published: 2007-07-10", "title: A meeting"]
    number = lines[0].removeprefix("=== article ")
    assert [at for at, line in enumerate(lines) if line == f"=== end of article {number}"] == [len(lines) - 1]
    assert number not in TEXT


def test_an_answer_is_asked_for_once(fake: Fake, tmp_path: Path) -> None:
    answering(fake, [GOOD])
    asked = model(fake, tmp_path / "new" / "kept", key=KEY)
    first = llm.propose(ARTICLE, asked)
    assert llm.propose(ARTICLE, asked) == first
    elsewhere = replace(asked, endpoint=llm.Endpoint(address="http://127.0.0.1:1/v1"))
    assert llm.propose(ARTICLE, elsewhere) == first  # where it was asked is no part of the question
    assert len(fake.requests) == 1
    (kept,) = (tmp_path / "new" / "kept").iterdir()
    assert json.loads(kept.read_text(encoding="utf-8")) == {
        "claims": [dict(zip(("subject", "predicate", "object", "evidence"), ROW, strict=True))]
    }
    for other in (replace(asked, name="big:70b"), replace(asked, prompt="?"), replace(asked, schema="{}")):
        llm.propose(ARTICLE, other)
    llm.propose(replace(ARTICLE, text=TEXT + " "), asked)
    assert len(fake.requests) == 5


def test_an_answer_that_cannot_be_read_is_not_kept(fake: Fake, tmp_path: Path) -> None:
    answering(fake, [said("No."), GOOD])
    with pytest.raises(RemoteError, match="holds no claims"):
        llm.propose(ARTICLE, model(fake, tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert len(llm.propose(ARTICLE, model(fake, tmp_path))) == 1


def test_a_folder_that_cannot_be_written_is_told(fake: Fake, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answering(fake, [GOOD])
    with pytest.raises(DataError, match="answers cannot be kept"):
        llm.propose(ARTICLE, model(fake, tmp_path / "file"))


def test_half_an_answer_is_never_kept(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    answering(fake, [GOOD])
    monkeypatch.setattr(type(tmp_path), "replace", full)
    with pytest.raises(DataError, match=r"answers cannot be kept in .*: No space left on device; name another"):
        llm.propose(ARTICLE, model(fake, tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_endpoint_is_asked_again(fake: Fake, status: int) -> None:
    waited: list[float] = []
    busy = Answer(status=status)
    answering(
        fake, [busy, replace(busy, headers={"Retry-After": "7"}), replace(busy, headers={"Retry-After": "99999"}), GOOD]
    )
    assert len(llm.propose(ARTICLE, model(fake, sleep=waited.append))) == 1
    assert waited == [0.5, 7, 30]


def test_an_endpoint_that_stays_busy_is_told(fake: Fake) -> None:
    assert "is too busy (HTTP 429); try again later" in failure(fake, Answer(status=429), sleep=lambda _: None)
    assert len(fake.requests) == asking.ATTEMPTS


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(status=500, body=b"broken \x1b[31m\xff"), "answered HTTP 500: broken"),
        (Answer(status=404), "answered HTTP 404: nothing; check the address"),
        (Answer(status=401, body=f"wrong key {KEY}".encode()), "wrong key [key]; give the key in $MIGKG_LLM_KEY"),
        (Answer(body=b"<html>It works!"), "did not answer as such an endpoint does: <html>It works!"),
        (Answer(body=b"[" * 200_000), "did not answer as such an endpoint does"),
        (Answer(body=b'{"choices": []}'), "did not answer as such an endpoint does"),
        (Answer(body=b'{"choices": [{"message": "?"}]}'), "did not answer as such an endpoint does"),
        (Answer(body=b""), "did not answer as such an endpoint does"),
        (Answer(body=b"x" * (asking.LARGEST + 1)), "sent more than 4 MiB"),
        (said(""), "the model answered nothing"),
        (said(None, refusal="no"), "the model answered nothing"),
        (said('{"claims": [{"subj', finish_reason="length"), "was cut off"),
    ],
    ids=lambda value: str(value)[:30] if isinstance(value, str) else "",
)
def test_what_is_no_answer_is_told(fake: Fake, answer: Answer, told: str) -> None:
    message = failure(fake, answer, key=KEY)
    assert told in message
    assert KEY not in message
    assert len(fake.requests) == 1


def test_nothing_is_sent_on(fake: Fake) -> None:
    moved = Answer(status=307, headers={"Location": f"{fake.address}/elsewhere"})
    assert "sends on to another address (HTTP 307)" in failure(fake, moved, key=KEY)
    assert len(fake.requests) == 1


def test_a_slow_endpoint_is_left(fake: Fake) -> None:
    told = "did not answer within 0.2 seconds; allow more with --timeout"
    held = threading.Event()
    assert told in failure(fake, replace(GOOD, after=held), timeout=0.2)
    held.set()
    assert told in failure(fake, Answer(body=b"x" * 1000, drip=True), timeout=0.2)


@pytest.mark.usefixtures("socket_enabled")
def test_an_endpoint_that_is_not_there_is_told() -> None:
    with pytest.raises(RemoteError, match=r"cannot be reached: .*; is it running\?"):
        asking.ask(llm.Endpoint(address="http://127.0.0.1:1/v1"), {})


@pytest.mark.parametrize(
    "address", ["", "localhost:8000", "ftp://example.org", "http://", "https://me:word@example.org/v1"]
)
def test_an_address_must_be_one(address: str) -> None:
    with pytest.raises(UsageError, match="is not the address of an endpoint") as caught:
        llm.Endpoint(address=address)
    assert "word" not in str(caught.value)


def test_names_keys_and_schemas_are_checked(fake: Fake) -> None:
    with pytest.raises(UsageError, match="no header can carry") as caught:
        model(fake, key=f"{KEY}\n")
    assert KEY not in str(caught.value)
    assert KEY not in repr(model(fake, key=KEY))
    with pytest.raises(UsageError, match="is no name of a model"):
        replace(model(fake), name="a model")
    with pytest.raises(DataError, match="the schema of answers is not JSON"):
        llm.propose(ARTICLE, replace(model(fake), schema="{"))


def test_without_the_library_the_remedy_is_told(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "urllib3":
            raise ImportError
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MigkgError, match=r"urllib3, .* is not installed; pip install 'migkg\[llm\]'") as caught:
        llm.propose(ARTICLE, model(fake))
    assert caught.value.exit_code == 2


def test_prompt_and_schema_name_the_predicates_that_a_text_can_bear_out() -> None:
    """All but those that are not said of a meeting in words that hold the object."""
    prompt, schema = resources.language_model()
    one = json.loads(schema)["properties"]["claims"]["items"]
    beside = {"editionOf", "meetingOf", "sessionOf", "prepares", "form", "lacks", "doesNotList"}
    assert set(one["properties"]["predicate"]["enum"]) == set(predicates.PREDICATES) - beside
    assert [name for name in one["properties"]["predicate"]["enum"] if f"`{name}`" not in prompt] == []
    assert one["required"] == list(one["properties"]) == ["subject", "predicate", "object", "evidence"]
