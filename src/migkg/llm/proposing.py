"""From an article to the rows of a claim table that a model proposes."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.errors import DataError, UsageError
from migkg.llm import answers, cache
from migkg.llm.asking import Endpoint, ask
from migkg.model import MODEL

if TYPE_CHECKING:
    from pathlib import Path

    from migkg.claim_table import ClaimRow
    from migkg.model import Article

_NAME = re.compile(r"[\w./:@+-]{1,200}", re.ASCII)
_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model by its name at the endpoint, with what it is told; answers are kept in the folder `kept`, if any."""

    name: str
    endpoint: Endpoint
    prompt: str
    schema: str = field(repr=False)
    kept: Path | None = None

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise UsageError(
                f"{self.name!r} is no name of a model",
                hint="it has letters, digits and ./:@+-_ only",
            )

    @property
    def rule(self) -> str:
        """What the provenance of its claims says in place of a rule: `model:NAME`."""
        return f"{MODEL}{self.name}"


def propose(article: Article, model: Model) -> tuple[ClaimRow, ...]:
    """The claims that the model proposes for an article, unchecked.

    The same model, prompt, schema and article are asked once where answers are kept. RemoteError where the endpoint
    fails or its answer holds no claims that can be read; only answers that can be read are kept.
    """
    request = request_of(article, model)
    name = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
    known = cache.get(model.kept, name)
    if known is not None:
        return answers.rows(known, article.id)
    answer = ask(model.endpoint, request)
    found = answers.rows(answer, article.id)
    cache.put(model.kept, name, answer)
    return found


def request_of(article: Article, model: Model) -> dict[str, object]:
    """The body of the request: all that the answer may depend on, and nothing of where it goes."""
    try:
        schema = json.loads(model.schema)
    except ValueError as error:
        raise DataError(f"the schema of answers is not JSON: {error}", hint="see data/llm/schema.json") from None
    return {
        "model": model.name,
        "temperature": 0,
        "seed": 0,
        "messages": [
            {"role": "system", "content": model.prompt},
            {"role": "user", "content": message(article)},
        ],
        "response_format": {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema}},
    }


def message(article: Article) -> str:
    """The article between two lines that bear the hash of its text: no text can write its own end."""
    number = hashlib.sha256(article.text.encode()).hexdigest()[:_DIGITS]
    known = (("language", article.lang), ("published", article.published), ("title", article.title))
    head = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in known if value)
    return f"=== article {number}\n{head}\n{article.text}\n=== end of article {number}"
