"""The tables and texts of the shipped knowledge.

Every function takes the folder that holds the three as `home`, so that a user may try an edited copy.
"""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from migkg.counts import counted
from migkg.errors import DataError, Place, UsageError
from migkg.resources.home import PARTS, read_text, root_folder, store_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from migkg.model import Row, Table


def default_store() -> Path:
    """Where the graph lies unless the user says otherwise: $MIGKG_STORE, else the user's data directory."""
    return Path(store_folder())


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconSources:
    """The lexicons as they stand in the files: tables of names, and per language its TOML files by relative name."""

    names: Mapping[str, Table]
    languages: Mapping[str, Mapping[str, str]]
    others: str = ""
    """What tells texts in languages that are not read, as TOML; empty where the file is missing."""


def root(home: Path | None = None) -> Path:
    """The folder that holds ontology/, data/ and queries/."""
    return Path(root_folder(home))


def copy_knowledge(folder: Path, home: Path | None = None) -> None:
    """Copy ontology/, data/ and queries/ into a folder; UsageError where it holds something or lies in one of them."""
    sources = [root(home).resolve() / part for part in PARTS]
    if any(folder.resolve().is_relative_to(source) for source in sources):
        raise UsageError(f"{folder} lies in what is to be copied", hint="name a folder elsewhere")
    try:
        if folder.exists() and any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty", hint="name an empty or a new folder")
        for source in sources:
            shutil.copytree(source, folder / source.name)
    except OSError:
        raise UsageError(f"cannot write into {folder}", hint="name a folder in which you may write") from None


def parse_table(name: str, text: str, path: str) -> Table:
    """A CSV file with one header line; a row with too many or too few cells is an error."""
    from migkg.model import Row, Table  # a fifth of the start-up of a command that reads no table

    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    columns: tuple[str, ...] = ()
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            raise DataError(f"not CSV: {problem}", hint="check the quotes", at=Place(path=path, line=line)) from None
        if cells is None:
            break
        if not columns:
            columns = tuple(cells)
            continue
        if len(cells) != len(columns):
            raise DataError(
                f"the row has {counted(len(cells), 'cell')}, the header {len(columns)}",
                hint="quote a cell that holds a comma",
                at=Place(path=path, line=line),
            )
        rows.append(Row(line=line, cells=dict(zip(columns, cells, strict=True))))
    if not columns:
        raise DataError("the table is empty", hint="it needs a header line", at=Place(path=path, line=1))
    return Table(name=name, path=path, columns=columns, rows=tuple(rows))


def table(name: str, folder: str = "data/reference", home: Path | None = None) -> Table:
    """One table by its name, without `.csv`."""
    path = root(home) / folder / f"{name}.csv"
    return parse_table(name, read_text(path), _shown(path, home))


def tables(folder: str = "data/reference", home: Path | None = None) -> dict[str, Table]:
    """All tables of a folder, in the order of their names."""
    names = sorted(path.stem for path in (root(home) / folder).glob("*.csv"))
    return {name: table(name, folder, home) for name in names}


def lexicon_sources(home: Path | None = None) -> LexiconSources:
    """Every table of names, every language's folder of words and rules, and what tells other languages."""
    languages = {
        folder.name: {file.relative_to(folder).as_posix(): read_text(file) for file in files}
        for folder, files in _lexicons(home)
    }
    told = root(home) / "data" / "lexicons" / "other_languages.toml"
    others = read_text(told) if told.exists() else ""
    return LexiconSources(names=tables("data/lexicons/names", home), languages=languages, others=others)


def lexicon_languages(home: Path | None = None) -> list[str]:
    """The languages that articles are read in: each has a folder of words and rules."""
    return [folder.name for folder, _ in _lexicons(home)]


def _lexicons(home: Path | None) -> Iterator[tuple[Path, list[Path]]]:
    """The folder of each language and its TOML files, in order."""
    lexicons = root(home) / "data" / "lexicons"
    for folder in sorted(path for path in lexicons.iterdir() if path.is_dir() and path.name != "names"):
        files = sorted(folder.rglob("*.toml"))
        if files:
            yield folder, files


def attachment_weights(home: Path | None = None) -> Table | None:
    """The weights of the attachment model (relation, feature, weight), where there are any."""
    there = (root(home) / "data" / "lexicons" / "attachment.csv").exists()
    return table("attachment", "data/lexicons", home) if there else None


def ask_sources(home: Path | None = None) -> dict[str, dict[str, str]]:
    """The words of questions: per language its TOML files by name; what belongs to no language under the empty one."""
    folder = root(home) / "data" / "ask"
    found: dict[str, dict[str, str]] = {}
    for file in sorted(folder.rglob("*.toml")):
        lang = "" if file.parent == folder else file.parent.name
        found.setdefault(lang, {})[file.name] = read_text(file)
    return found


def ontology_files(home: Path | None = None) -> list[tuple[str, str]]:
    """(name, Turtle) of each part of the ontology."""
    return _texts(root(home) / "ontology", "*.ttl")


def shape_files(home: Path | None = None) -> list[tuple[str, str]]:
    """(name, Turtle) of each file of shapes."""
    return _texts(root(home) / "ontology" / "shapes", "*.ttl")


def messages(home: Path | None = None) -> list[tuple[str, str]]:
    """(language, TOML) of the sentences of findings and of the labels that are put together."""
    return _texts(root(home) / "data" / "messages", "*.toml")


def linking_words(home: Path | None = None) -> frozenset[str]:
    """The words on which two titles must not match when claim tables are compared."""
    text = read_text(root(home) / "data" / "evaluation" / "linking_words.txt")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


def table_queries(home: Path | None = None) -> list[tuple[str, str]]:
    """(name, SPARQL) of each table of the release."""
    return _texts(root(home) / "queries" / "tables", "*.rq")


def language_model(home: Path | None = None) -> tuple[str, str]:
    """What a language model is told when it is asked for claims, and the JSON Schema of its answer."""
    folder = root(home) / "data" / "llm"
    return read_text(folder / "prompt.md"), read_text(folder / "schema.json")


def page_texts(home: Path | None = None) -> list[tuple[str, str]]:
    """(language, TOML) of the words of the web pages."""
    return _texts(root(home) / "data" / "web", "*.toml")


def page_layout(home: Path | None = None) -> str:
    """The TOML that puts the facts of a page into parts."""
    return read_text(root(home) / "data" / "pages" / "layout.toml")


def canned_queries(home: Path | None = None) -> list[tuple[str, str]]:
    """(name, SPARQL with its header) of each canned query."""
    return _texts(root(home) / "queries" / "canned", "*.rq")


def checks(home: Path | None = None) -> list[tuple[str, str]]:
    """(name, SPARQL with its header) of each check."""
    return _texts(root(home) / "queries" / "checks", "*.rq")


def _texts(folder: Path, pattern: str) -> list[tuple[str, str]]:
    return [(path.stem, read_text(path)) for path in sorted(folder.glob(pattern))]


def _shown(path: Path, home: Path | None) -> str:
    """The path as a message shows it: from the top of the shipped knowledge, else whole."""
    return str(path) if home else path.relative_to(root()).as_posix()
