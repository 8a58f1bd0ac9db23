"""What whoever starts the server may choose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from migkg.serve.pool import Limits

_HOST = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`base` is the server's address as the world sees it (ending in a slash), empty to take the request's own.

    `rate` requests a second and `burst` at once are allowed for each client that is not this machine; `max_body`
    is in bytes, `body_seconds` the time that it may take to arrive.
    """

    base: str = ""
    rate: float = 20.0
    burst: int = 200
    max_body: int = 200_000
    body_seconds: float = 15.0
    limits: Limits = field(default_factory=Limits)

    def base_of(self, scheme: str, host: str) -> str:
        """The root as an address; a Host header that is none is not repeated to anybody."""
        if self.base:
            return self.base
        return f"{scheme}://{host if _HOST.fullmatch(host) else 'localhost'}/"
