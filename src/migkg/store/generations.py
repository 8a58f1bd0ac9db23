"""The directory of a store: generations of the graph, of which one is current.

    DIR/lock                    held by the writer
    DIR/current                 the name of the current generation
    DIR/generation-000007/
        manifest.json           format, counts and content hash; its lock is held by readers
        rocksdb/                the engine's files
        ledger.sqlite           where the build made one: claims by what they have to do with

A generation never changes once it is current. A writer makes a new one beside it and then replaces
`current` in one step, so that at any instant a whole graph can be read. Generations that are neither
current nor open in a reader are removed by the next writer, as are those of killed builds.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from migkg.errors import StoreError
from migkg.record import Record
from migkg.store import locks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FORMAT = 1
"""Raised whenever a store written by this version cannot be read by the one before."""

_CURRENT = "current"
_LOCK = "lock"
MANIFEST = "manifest.json"
DATABASE = "rocksdb"
"""The names of what a generation holds."""
_WHOLE = (f'\n  "format": {FORMAT},\n', "\n}\n")
"""What a manifest that was written whole in our format holds, and ends with."""
_PREFIX = "generation-"
_BUILD = "run 'migkg build' to make it"
_ELSEWHERE = "name the folder of another with --store or $MIGKG_STORE"


class Generation(Record):
    """One state of the graph on disk."""

    path: Path

    @property
    def database(self) -> Path:
        """The directory of the engine."""
        return self.path / DATABASE

    @property
    def ledger(self) -> Path:
        """The file of the ledger."""
        return self.path / "ledger.sqlite"

    @property
    def manifest_file(self) -> Path:
        """The file that describes the generation and that readers lock."""
        return self.path / MANIFEST

    def manifest(self) -> dict[str, Any]:
        """The manifest, checked: raises StoreError where it is damaged or of another format."""
        return manifest(self.path)

    def write_manifest(self, content: Mapping[str, object]) -> None:
        """Write the manifest with sorted keys: the same graph gives the same bytes."""
        import json

        text = json.dumps({"format": FORMAT, **content}, ensure_ascii=False, indent=2, sort_keys=True)
        _write(self.manifest_file, text + "\n")


def manifest(folder: str | Path) -> dict[str, Any]:
    """The manifest of the generation in a folder, checked: StoreError where it is damaged or of another format."""
    return _parsed(folder, _manifest_text(folder))


def check(folder: str | Path) -> None:
    """Raise the StoreError that `manifest` would raise; to see that all is well, no JSON need be read."""
    text = _manifest_text(folder)
    if _WHOLE[0] not in text or not text.endswith(_WHOLE[1]):
        _parsed(folder, text)


def _manifest_text(folder: str | Path) -> str:
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(os.path.dirname(folder)) from error


def _parsed(folder: str | Path, text: str) -> dict[str, Any]:
    import json  # two milliseconds: only for who reads what the manifest says

    root = os.path.dirname(folder)
    try:
        content = json.loads(text)
        version = content["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(root) from error
    if version != FORMAT:
        raise StoreError(
            f"the store in {root} has format {version}, and this version of migkg reads {FORMAT}",
            hint=_BUILD.replace("make it", "make it anew"),
        )
    return dict(content)


def damaged(root: str | Path) -> StoreError:
    """The error for a store whose files do not fit together."""
    return StoreError(f"the store in {root} is damaged", hint="run 'migkg build' to make it anew")


def current(root: Path) -> Generation:
    """The generation that readers see; StoreError where there is none."""
    return Generation(path=root / os.path.basename(current_folder(root)))


def current_folder(root: str | Path) -> str:
    """The folder of the generation that readers see; StoreError where there is none."""
    try:
        with open(os.path.join(root, _CURRENT), encoding="ascii") as file:
            name = file.read().strip()
    except FileNotFoundError:
        raise StoreError(f"there is no store in {root}", hint=f"{_BUILD}, or {_ELSEWHERE}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(root) from error
    if not name.startswith(_PREFIX) or not name[len(_PREFIX) :].isdigit():
        raise damaged(root)
    return os.path.join(root, name)


@contextmanager
def writing(root: Path) -> Iterator[Generation]:
    """A new generation to fill; it becomes current when the block ends without an error.

    Raises StoreError while another writer holds the store.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the store cannot be written in {root}: {error.strerror}", hint="choose --store DIR"
        ) from None
    with locks.held(root / _LOCK) as ours:
        if not ours:
            raise StoreError(f"the store in {root} is being written by somebody else", hint="wait until it has ended")
        sweep(root)
        fresh = Generation(path=root / f"{_PREFIX}{_next_number(root):06d}")
        fresh.path.mkdir()
        try:
            yield fresh
        except BaseException:
            import shutil

            shutil.rmtree(fresh.path, ignore_errors=True)
            raise
        _replace(root / _CURRENT, fresh.path.name + "\n")
        sweep(root)


def sweep(root: Path) -> None:
    """Remove the generations that are neither current nor open in a reader (under the writer's lock)."""
    keep = _current_name(root)
    for path in sorted(root.glob(f"{_PREFIX}*")):
        if path.name != keep and not _in_use(Generation(path=path)):
            import shutil

            shutil.rmtree(path, ignore_errors=True)


def _in_use(generation: Generation) -> bool:
    if not generation.manifest_file.exists():
        return False
    with locks.held(generation.manifest_file) as ours:
        return not ours


def _current_name(root: Path) -> str:
    try:
        return current(root).path.name
    except StoreError:
        return ""


def _next_number(root: Path) -> int:
    numbers = [path.name[len(_PREFIX) :] for path in root.glob(f"{_PREFIX}*")]
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _replace(path: Path, text: str) -> None:
    """Replace a file in one step that survives a loss of power."""
    draft = path.with_name(path.name + ".new")
    _write(draft, text)
    draft.replace(path)
    if os.name == "posix":
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
