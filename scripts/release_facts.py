"""Put an entry about the facts on top of data/CHANGELOG.md, from the graphs of two releases.

    python scripts/release_facts.py VERSION NEW [OLD]

NEW and OLD are folders of graphs or N-Quads files, as `migkg diff` takes them; without OLD it is the first release,
of which only figures are told. The version is the one given: nothing is read from a clock.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from migkg import names, pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG = Path(__file__).resolve().parent.parent / "data" / "CHANGELOG.md"
HEAD = """# Changelog of the facts

What each release of the graph says that the one before did not, and which evidence changed it; written by
`scripts/release_facts.py` from `migkg diff`.
"""


def entry(version: str, new: Path, old: Path | None) -> Iterator[str]:
    """The lines of the entry."""
    yield f"## {version}"
    yield ""
    if old is not None:
        for line in pipeline.tell(pipeline.compare(old, new), "en"):
            yield f"    - {line.strip()}" if line.startswith("  ") else f"- {line}"
        return
    facts = pipeline.compare(None, new).facts
    counted = Counter(names.shorten(fact.predicate) for fact in facts)
    yield f"First release: {sum(counted.values()):,} facts."
    yield ""
    yield "| property | facts |"
    yield "|---|---|"
    for name, count in sorted(counted.items()):
        yield f"| {name} | {count:,} |"


def main(arguments: list[str]) -> None:
    """Write the entry above the older ones; the same version twice is an error."""
    version, new, *old = arguments
    text = LOG.read_text(encoding="utf-8") if LOG.exists() else HEAD
    if f"\n## {version}\n" in text:
        raise SystemExit(f"{LOG.name} has an entry for {version} already")
    head, mark, rest = text.partition("\n## ")
    made = "\n".join(entry(version, Path(new), Path(old[0]) if old else None))
    LOG.write_text(f"{head}\n{made}\n{mark}{rest}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
