"""Articles as users have them: plain text, Markdown with front matter, HTML, JSON lines, standard input."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from migkg.counts import counted
from migkg.errors import DataError, Place, UsageError
from migkg.model import Article
from migkg.resources import pages
from migkg.resources.files import root
from migkg.resources.home import decode, read_bytes, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_CHARACTERS = 2_000_000
"""An article longer than this is refused: a book or a data dump, not an article."""

KEYS = ("id", "lang", "title", "published", "url")
_ID = re.compile(r"[\w.+-]+")
_LANG = re.compile(r"[a-z]{2,3}")
_OTHER_FORMATS = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "an archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
}
"""How files begin that hold no plain text, whatever their name ends with."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def read_articles(path: str, *, lang: str = "", faults: list[DataError] | None = None) -> list[Article]:
    """The article of a file, or the articles of a .jsonl file; `-` is standard input as plain text.

    `lang` is the language to assume where the file does not say; an empty string leaves it to be detected. A bad line
    of a .jsonl file goes to `faults` and keeps no other out; without them the first is raised.
    """
    if path == "-":
        raw, name, kind = sys.stdin.buffer.read(), "standard input", ".txt"
        return _checked(_plain(_text(raw, name), name, "stdin"), name, lang)
    file = Path(path)
    kind = file.suffix.casefold()
    if kind not in _KINDS:
        known = ", ".join(_KINDS)
        raise UsageError(f"{path}: files of kind '{kind or 'no extension'}' are not read", hint=f"use one of {known}")
    raw = read_bytes(file)
    if kind in _LINES:
        _refuse_other(raw, path)
        return _json_lines(raw, path, lang, faults)
    articles = _checked(READERS[kind](_text(raw, path), path, file.stem), path, lang)
    return [_on_page(article, raw) for article in articles] if READERS[kind] is _html else articles


def _text(raw: bytes, path: str) -> str:
    _refuse_other(raw, path)
    return decode(raw, path)


def _refuse_other(raw: bytes, path: str) -> None:
    """A file of another format is called by its name, which says more than its first odd byte."""
    for start, other in _OTHER_FORMATS.items():
        if raw.startswith(start):
            at = Place(path=path, line=1)
            raise DataError(f"this is {other}, not text", hint="take its text out first, as UTF-8", at=at)
    if raw.startswith(_UTF_16):
        raise DataError("the file is UTF-16", hint="save it as UTF-8", at=Place(path=path, line=1))


def _on_page(article: Article, raw: bytes) -> Article:
    """The article of a web page, with the places of its text in the file."""
    page = pages.trace(raw, article.text)
    return replace(article, page=page, page_sha256=page.sha256)


def article_files(folder: Path) -> list[Path]:
    """The files of a folder that can hold articles, by name; those of folders within it are not looked for."""
    try:
        there = sorted(folder.iterdir())
    except OSError as problem:
        raise DataError(f"cannot read {folder}: {problem.strerror}", hint="check the permissions") from None
    found = [path for path in there if path.suffix.casefold() in _KINDS and path.is_file()]
    if not found:
        hint = f"name a folder with files that end in {', '.join(_KINDS)}"
        raise UsageError(f"{folder} holds no file that can be an article", hint=hint)
    return found


def shipped_articles(home: Path | None = None) -> list[Article]:
    """The articles that come with the project, in the order of their ids."""
    top = root(home)
    found = []
    for file in sorted((top / "data" / "articles").glob("*.md")):
        shown = str(file) if home else file.relative_to(top).as_posix()
        found += _checked(_markdown(read_text(file), shown, file.stem), shown, "")
    return found


def _plain(text: str, path: str, stem: str) -> list[dict[str, object]]:
    if _FENCE.match(text):
        return _markdown(text, path, stem)
    return [{"id": stem, "text": text, "line": 1}]


def _markdown(text: str, path: str, stem: str) -> list[dict[str, object]]:
    """A text that may open with YAML between two lines of three hyphens."""
    opening = _FENCE.match(text)
    if not opening:
        return [{"id": stem, "text": text, "line": 1}]
    closing = _FENCE.search(text, opening.end())
    if not closing:
        raise DataError(
            "the front matter is not closed", hint="end it with a line of three hyphens", at=Place(path=path, line=1)
        )
    head = _front_matter(text[opening.end() : closing.start()], path)
    body = text[closing.end() :].removeprefix("\n")
    source = text[opening.end() : closing.start()]
    lines = {key: _line_of(source, key) for key in head}
    return [{"id": stem, **head, "text": body, "line": 1, "lines": lines}]


def _front_matter(source: str, path: str) -> dict[str, object]:
    import yaml  # 50 ms: only articles with front matter pay for it

    hint = "write it as 'key: value', quoting values with a colon"
    try:
        head = yaml.load(source, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        at = Place(path=path, line=line)
        raise DataError(f"the front matter is not YAML: {problem.problem}", hint=hint, at=at) from None
    except yaml.reader.ReaderError as problem:
        at = Place(path=path, line=source.count("\n", 0, problem.position) + 1)
        raise DataError(f"the front matter is not YAML: {problem.reason}", hint=hint, at=at) from None
    except ValueError as problem:
        # what looks like a day and is none (2010-13-45) fails while YAML makes a date of it
        at = Place(path=path, line=_line_of(source, "published"))
        raise DataError(f"what looks like a day is none: {problem}", hint="write it as 2010-10-25", at=at) from None
    if head is None:
        return {}
    if not isinstance(head, Mapping):
        raise DataError(
            "the front matter is not 'key: value' lines",
            hint=f"keys are {', '.join(KEYS)}",
            at=Place(path=path, line=2),
        )
    for key in head:
        if key not in KEYS:
            raise DataError(
                f"unknown key '{key}' in the front matter",
                hint=f"keys are {', '.join(KEYS)}",
                at=Place(path=path, line=_line_of(source, str(key))),
            )
    return {str(key): value for key, value in head.items() if value is not None}


def _line_of(source: str, key: str) -> int:
    """The line of the file on which a key of the front matter stands (the opening fence is line 1)."""
    for number, line in enumerate(source.split("\n")):
        if line.lstrip("'\" ").startswith(key):
            return number + 1
    return 1


def _html(text: str, path: str, stem: str) -> list[dict[str, object]]:
    """The main text of a web page and its metadata."""
    found = pages.read(text)
    if found is None:
        raise DataError(
            "no article text found in the page", hint="save its text as a .txt file", at=Place(path=path, line=1)
        )
    return [{"id": stem, **found, "line": 1}]


def _json_lines(raw: bytes, path: str, lang: str, faults: list[DataError] | None) -> list[Article]:
    """An article from each line that has one; what is wrong with a line goes to `faults`, or is raised without them."""
    found: list[Article] = []
    lines = [(number, line) for number, line in enumerate(raw.split(b"\n"), 1) if line.strip()]
    if not lines:
        raise _empty(path)
    for number, line in lines:
        try:
            found.append(_article(_record(line, Place(path=path, line=number)), path, lang))
        except DataError as fault:
            if faults is None:
                raise
            faults.append(fault)
    return found


def _record(line: bytes, at: Place) -> dict[str, object]:
    """One JSON object, with the keys of the front matter and `text`."""
    try:
        record = json.loads(decode(line, at.path))
    except json.JSONDecodeError as problem:
        raise DataError(f"not JSON: {problem.msg}", hint="write one object a line", at=at) from None
    except RecursionError:
        raise DataError("not an article: too deeply nested", hint="write one flat object a line", at=at) from None
    except DataError as problem:
        column = problem.at.column if problem.at else None
        raise DataError(
            problem.problem, hint=problem.hint, at=Place(path=at.path, line=at.line, column=column)
        ) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise DataError("the line has no 'text'", hint="each line needs at least a text", at=at)
    strange = sorted(set(record) - {*KEYS, "text"})
    if strange:
        raise DataError(f"unknown key '{strange[0]}'", hint=f"keys are {', '.join(KEYS)}, text", at=at)
    given = {key: value for key, value in record.items() if value is not None}
    return {"id": f"{Path(at.path).stem}-{at.line}", **given, "line": at.line}


READERS: dict[str, Callable[[str, str, str], list[dict[str, object]]]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
}
"""File extension -> reader of a file that is one article."""
_LINES = frozenset({".jsonl", ".ndjson"})
"""File extensions of files with an article on each line."""
_KINDS = (*sorted(_LINES.union(READERS)),)
"""All that are read, as the error messages list them."""


def _empty(path: str) -> DataError:
    return DataError("the file holds no article", hint="it is empty", at=Place(path=path, line=1))


def _checked(records: list[dict[str, object]], path: str, lang: str) -> list[Article]:
    if not records:
        raise _empty(path)
    return [_article(record, path, lang) for record in records]


def _article(record: dict[str, object], path: str, lang: str) -> Article:
    first, lines = int(str(record["line"])), record.get("lines")
    at = Place(path=path, line=first)

    def place(key: str) -> Place:
        return Place(path=path, line=lines.get(key, first)) if isinstance(lines, dict) else at

    text = str(record["text"])
    if not text.strip():
        raise DataError("the article is empty", hint="give it a text or leave it out", at=at)
    if len(text) > MAX_CHARACTERS:
        raise DataError(
            f"the article has {counted(len(text), 'character')}, the limit is {MAX_CHARACTERS:,}",
            hint="split it into articles",
            at=at,
        )
    identifier, language = str(record["id"]), str(record.get("lang") or lang)
    if not _ID.fullmatch(identifier):
        raise DataError(
            f"'{identifier}' cannot name an article",
            hint="rename the file, or give the text an id, of letters, digits, '.', '+', '-' and '_'",
            at=place("id"),
        )
    if language and not _LANG.fullmatch(language):
        raise DataError(
            f"'{language}' is not a language", hint="use a two-letter code such as en, fr or es", at=place("lang")
        )
    return Article(
        id=identifier,
        lang=language,
        title=str(record.get("title", "")),
        published=_published(record.get("published"), place("published")),
        url=str(record.get("url", "")),
        text=text,
        path=path,
        line=first,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _published(value: object, at: Place) -> str | None:
    """An ISO 8601 day, or None."""
    if value is None or value == "":
        return None
    try:
        return datetime.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise DataError(f"'{value}' is not a date of publication", hint="write it as 2010-10-25", at=at) from None
