"""An answer that is not what was asked for: a status and one sentence with a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Refusal(Exception):  # noqa: N818 - most refusals are no errors of ours
    """Ends the work on a request; `status` is that of HTTP, `problem` and `hint` are for the reader."""

    def __init__(self, status: int, problem: str, *, hint: str = "", headers: Mapping[str, str] | None = None) -> None:
        self.status = status
        self.problem = problem
        self.hint = hint
        self.headers = dict(headers or {})
        super().__init__(problem)
