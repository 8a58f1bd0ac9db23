"""How many articles a second one core reads, whether memory stays flat, and the same texts through spaCy, in one run.

usage: reading.py [N]   (default: 300 articles, then ten times as many; the shipped ones over and over)

The shipped articles are dense: nearly every sentence tells a fact. In a checkout, N articles that follow real pages are
read as well. An article counts as 400 words, whatever its length. Where spaCy can be imported, a blank pipeline of each
language with a sentencizer and an entity ruler over the same names reads the same texts: that is the least that anybody
would build without a trained model. It only marks names; what is here goes on to claims.
"""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import resource
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from migkg import extract, pipeline, resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import Any

    from migkg.lexicon import Lexicon
    from migkg.model import Article

WORDS = 400
PAGES = "tests/gold/pages/articles"
KINDS = {"forum", "organisation", "city"}
"""Names of these kinds stand in texts of every language."""


def main() -> None:
    """Print articles a second at N and ten times N with the peak of memory, that of pages, and the ratio to spaCy."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    lexicon = pipeline.reading_knowledge()
    articles = _in_language(resources.shipped_articles(), lexicon)
    for article in {a.lang: a for a in articles}.values():  # what a language needs is compiled once
        pipeline.read(article, lexicon)
    speed = 0.0
    for number in (count, 10 * count):
        texts = itertools.islice(itertools.cycle(articles), number)
        speed = _speed(lambda a: pipeline.read(a, lexicon), texts)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(f"{number:7,} articles read   {speed:7.1f} a second   peak {peak:6.0f} MiB")
    pages = _in_language((a for p in _pages() for a in resources.read_articles(str(p))), lexicon)
    if pages:
        paged = _speed(lambda a: pipeline.read(a, lexicon), itertools.islice(itertools.cycle(pages), count))
        say(f"{count:7,} page-like ones      {paged:7.1f} a second")
    if importlib.util.find_spec("spacy") is None:
        say("spaCy is not installed: nothing to compare with")
        return
    pipes = {lang: _pipe(lang, lexicon) for lang in {a.lang for a in articles}}
    other = _speed(lambda a: pipes[a.lang](a.text), itertools.islice(itertools.cycle(articles), count))
    say(f"{count:7,} through spaCy    {other:7.1f} a second   {speed / other:.2f} of its speed is ours")


def _in_language(articles: Iterable[Article], lexicon: Lexicon) -> list[Article]:
    return [replace(a, lang=a.lang or extract.detect(a.text, lexicon)) for a in articles]


def _pages() -> list[Path]:
    """The articles that follow real pages; none where the tests are not at hand."""
    return sorted((resources.root() / PAGES).glob("*.txt"))


def _speed(read: Callable[[Article], object], articles: Iterable[Article]) -> float:
    """Articles of 400 words a second of processor time."""
    words = 0
    start = time.process_time()
    for article in articles:
        read(article)
        words += len(article.text.split())
    return words / WORDS / (time.process_time() - start)


def _pipe(lang: str, lexicon: Lexicon) -> Any:
    spacy = importlib.import_module("spacy")
    pipe = spacy.blank(lang)
    pipe.add_pipe("sentencizer")
    pipe.add_pipe("entity_ruler").add_patterns(_patterns(lang, lexicon))
    return pipe


def _patterns(lang: str, lexicon: Lexicon) -> Sequence[dict[str, str]]:
    names = [n for n in lexicon.names.names if n.kind in KINDS or n.lang in {lang, "en", "*"}]
    return [{"label": name.kind, "pattern": name.text} for name in names]


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
