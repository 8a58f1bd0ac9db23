"""`--model` and what goes with it: claims that a language model proposes."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from migkg.cli.options import Place, say
from migkg.cli.progress import progress
from migkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migkg.claim_table import ClaimRow
    from migkg.cli.options import Command
    from migkg.llm import Model
    from migkg.model import Article, Reading

KEY = "MIGKG_LLM_KEY"
ENDPOINT = "MIGKG_LLM_ENDPOINT"


def model_options(command: Command) -> Command:
    """`--model` and its companions, given to the command as one `model`: a `Model`, or None where none is named."""

    @click.option("--model", "named", metavar="NAME", help="Let this language model propose the claims.")
    @click.option(
        "--endpoint",
        metavar="URL",
        help=f"Where it is asked: the address before /chat/completions.  [default: ${ENDPOINT}]",
    )
    @click.option(
        "--cache",
        metavar="DIR",
        type=Place(file_okay=False),
        help="Where its answers are kept.  [default: the user's cache directory]",
    )
    @click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="How long it may take for an article.  [default: 300]",
    )
    @functools.wraps(command)
    def wrapped(
        *args: Any, named: str | None, endpoint: str | None, cache: str | None, timeout: float | None, **kwargs: Any
    ) -> Any:
        if named is None and (endpoint or cache or timeout):
            raise UsageError("--endpoint, --cache and --timeout go with --model", hint="name the model: --model NAME")
        model = None if named is None else _model(named, endpoint, cache, timeout)
        return command(*args, model=model, **kwargs)

    return wrapped  # type: ignore[return-value] # the wrapper has the command's own signature but for the options


def _model(named: str, endpoint: str | None, cache: str | None, timeout: float | None) -> Model:
    from migkg import llm, resources
    from migkg.llm import Endpoint

    address = endpoint or os.environ.get(ENDPOINT, "")
    if not address:
        raise UsageError("no endpoint is named for the model", hint=f"give --endpoint URL, or set ${ENDPOINT}")
    prompt, schema = resources.language_model()
    return llm.Model(
        name=named,
        endpoint=Endpoint(address=address, key=os.environ.get(KEY, "").strip(), timeout=timeout or llm.TIMEOUT),
        prompt=prompt,
        schema=schema,
        kept=Path(cache) if cache else _kept(),
    )


def _kept() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("migkg", appauthor=False)) / "llm"


def only_read(least: float, *, table: bool = False, model: bool = False) -> None:
    """UsageError where a confidence is asked of claims that are made elsewhere: nobody knows how sure they are."""
    if least and (table or model):
        raise UsageError(
            f"--min-confidence does not go with {'--claims' if table else '--model'}: the claims bear no confidence",
            hint="leave it out",
        )


def proposed(articles: Sequence[Article], model: Model) -> list[ClaimRow]:
    """What the model proposes for the articles, one after the other."""
    from migkg import llm

    rows: list[ClaimRow] = []
    with progress() as step:
        for number, article in enumerate(articles, 1):
            step(f"asking {model.name} about article {number} of {len(articles)}")
            rows.extend(llm.propose(article, model))
    return rows


def tell_refused(reading: Reading, *, verbose: bool = False) -> None:
    """A line for each row that did not enter, with the reason; what strangers wrote is escaped."""
    for refused in reading.rejected:
        say(f"  {refused.text!r}: {refused.reason}", verbose=verbose)
