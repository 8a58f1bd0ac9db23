"""What one more article costs in a graph of N articles, against building that graph anew.

    python benchmarks/change.py 100 1000 10000

The articles are synthetic: each states five things about one meeting, so that N articles tell of about N / 3
meetings of all forums. They enter as claims, so the time to read the texts is in neither figure, nor is that to read
what is known before (half a second). Every size runs in a process of its own. The graph of all articles is built once;
the last article is retracted and comes again, and the graph must be the one that was built. Times are CPU seconds.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from migkg import pipeline, store
from migkg.model import Article, Claim, Evidence, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Callable

_PER_MEETING = 3
_PEOPLE = 997
_FIRST_YEAR = 1990


def main(sizes: list[str]) -> None:
    """Print one line for each size."""
    say(f"{'articles':>9} {'quads':>10} {'rebuild s':>10} {'one more s':>10} {'gone s':>8} {'ratio':>7} {'peak MB':>8}")
    for size in sizes or ["100", "1000"]:
        command = [sys.executable, __file__, "--one", size]
        run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - this file
        found = json.loads(run.stdout)
        say(
            f"{int(size):>9,} {found['quads']:>10,} {found['rebuild']:>10.2f} {found['added']:>10.2f} "
            f"{found['removed']:>8.2f} {found['rebuild'] / found['added']:>7.1f} {found['peak']:>8,}"
        )
        for name, seconds in found["stages"]:
            say(f"{'':>10}{seconds:8.2f} s  {name}")


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def measure(size: int) -> dict[str, object]:
    """Build with `size` articles and one more, retract that one, and add it again."""
    knowledge = pipeline.know()
    readings = [synthetic(number, knowledge) for number in range(size + 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        rebuild = _timed(lambda: pipeline.construct(path, readings, knowledge))
        built = _manifest(path)
        removed = _timed(lambda: pipeline.revise(path, knowledge, retracted=[readings[-1].article.id]))
        if _manifest(path)["content"] == built["content"]:
            raise SystemExit("nothing was retracted")
        stages = Stages()
        added = _timed(lambda: pipeline.revise(path, knowledge, readings=readings[-1:], step=stages))
        stages.end()
        if _manifest(path) != built:
            raise SystemExit("the two graphs differ")
    quads = built["quads"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "quads": quads,
        "rebuild": rebuild,
        "added": added,
        "removed": removed,
        "peak": peak,
        "stages": stages.found,
    }


def _manifest(path: Path) -> dict[str, Any]:
    """What a store says of itself: the hash of its content, counts, and how it was made."""
    with store.Store.open(path) as opened:
        return opened.manifest


class Stages:
    """CPU seconds by step."""

    def __init__(self) -> None:
        self.found: list[tuple[str, float]] = []
        self._open: tuple[str, float] | None = None

    def __call__(self, name: str) -> None:
        """A step begins, and the one before it ends."""
        self.end()
        self._open = name, time.process_time()

    def end(self) -> None:
        """The last step ends."""
        if self._open:
            self.found.append((self._open[0], time.process_time() - self._open[1]))
        self._open = None


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def synthetic(number: int, knowledge: pipeline.Knowledge) -> Reading:
    """Article `number` with its five claims."""
    forums = [thing.key.partition(":")[2] for thing in knowledge.things if thing.cls == "Forum"]
    cities = [thing.key.partition(":")[2] for thing in knowledge.things if thing.cls == "City"]
    states = [key for key in (row.cells["iso2"] for row in knowledge.names["states_codes"].rows) if len(key) == 2]
    meeting = number // _PER_MEETING
    forum, edition = forums[meeting % len(forums)], 100 + meeting // len(forums)
    city, _, country = cities[meeting % len(cities)].rpartition("/")
    name = f"s{number:06d}"
    article = Article(
        id=name,
        lang="en",
        title=f"Article {number}",
        url=f"https://example.org/{name}",
        text="",
        sha256=f"{number:064x}",
    )
    said = (
        ("year", str(_FIRST_YEAR + edition % 35), ()),
        ("heldIn", city, (("country", country),)),
        ("hasParticipant", states[number % len(states)], ()),
        ("hasParticipant", states[(number * 7 + 3) % len(states)], ()),
        ("hasSpeaker", f"person:Given{number % 13} Family{number % _PEOPLE}", ()),
    )
    claims = tuple(
        Claim(
            subject=f"edition:{forum}/{edition}",
            predicate=predicate,
            object=value,
            qualifiers=qualifiers,
            confidence=0.9,
            evidence=Evidence(
                article=name, span=Span(start=10 * place, end=10 * place + 4, exact="said"), rule="en/synthetic"
            ),
        )
        for place, (predicate, value, qualifiers) in enumerate(said)
    )
    return Reading(article=article, claims=claims)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        say(json.dumps(measure(int(sys.argv[2]))))
    else:
        main(sys.argv[1:])
