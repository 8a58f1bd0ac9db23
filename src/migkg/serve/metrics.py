"""Counts of what the server did, in the text format that Prometheus reads."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Requests by route, method and status, and how long they took."""

    def __init__(self) -> None:
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: dict[str, list[int]] = {}
        self._sums: dict[str, float] = {}

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Note one answered request; `route` is the pattern, not the path: strangers choose paths."""
        self._requests[route, method, status] += 1
        self._buckets.setdefault(route, [0] * (len(_BOUNDS) + 1))[bisect_left(_BOUNDS, seconds)] += 1
        self._sums[route] = self._sums.get(route, 0.0) + seconds

    def text(self, gauges: Iterable[tuple[str, str, str, float]]) -> str:
        """The whole exposition; `gauges` are (name, help, labels, value), those of one name together."""
        lines = ["# HELP migkg_requests_total Answered requests.", "# TYPE migkg_requests_total counter"]
        for (route, method, status), number in sorted(self._requests.items()):
            lines.append(f'migkg_requests_total{{route="{route}",method="{method}",status="{status}"}} {number}')
        lines += ["# HELP migkg_request_seconds Time to answer.", "# TYPE migkg_request_seconds histogram"]
        for route in sorted(self._buckets):
            lines += self._histogram(route)
        named = ""
        for name, meaning, labels, value in gauges:
            if name != named:
                kind = "counter" if name.endswith("_total") else "gauge"
                lines += [f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"]
                named = name
            lines.append(f"{name}{{{labels}}} {value:g}" if labels else f"{name} {value:g}")
        return "\n".join(lines) + "\n"

    def _histogram(self, route: str) -> Iterable[str]:
        total = 0
        for bound, number in zip((*map(str, _BOUNDS), "+Inf"), self._buckets[route], strict=True):
            total += number
            yield f'migkg_request_seconds_bucket{{route="{route}",le="{bound}"}} {total}'
        yield f'migkg_request_seconds_sum{{route="{route}"}} {self._sums[route]:.6f}'
        yield f'migkg_request_seconds_count{{route="{route}"}} {total}'
