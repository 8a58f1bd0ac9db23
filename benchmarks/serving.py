"""Pages and queries over HTTP: requests a second and latency, beside two other endpoints, on one graph and in one run.

usage: serving.py [STORE] [--seconds S] [--without-others]   (default: build/graph; `make kg` builds it)

Needs wrk (Debian: wrk). Every server runs on loopback, one after the other. `oxigraph serve` and rdflib-endpoint hold
the triples that a plain query sees. Queries are asked in two ways: the same text again (migkg keeps answers, the others
do not), and each time with another prefix declared, so that nobody can. After that: the memory of the server
before and after 10,000 requests, and 200 clients at once of whom half send queries that never end.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from migkg import api

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONNECTIONS = (1, 8, 64)
PAGES = ("index.en.html", "page/meeting/SACM/10.en.html", "page/forum/SACM.en.html")
QUERIES = ("hosts", "repeat-hosts", "members", "evidence")
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?x ?y ?z . ?u ?v ?w . %s }"
REQUESTS = 10_000
CLIENTS = 200
PAUSE = 5.0
TRIES = 5

_SCRIPT = """
local paths = {%s}
local fresh = %s
local n = 0
local seed = tostring({}):sub(10)
request = function()
  n = n + 1
  local path = paths[(n %% #paths) + 1]
  if fresh then path = path:gsub("query=", "query=PREFIX%%%%20x" .. n .. seed .. ":%%%%20%%%%3Curn:x%%%%3E%%%%20") end
  return wrk.format("GET", path, {["Accept"] = "%s"})
end
done = function(summary, latency)
  io.write(string.format("RESULT %%.1f %%.2f %%.2f %%d\\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
"""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", nargs="?", type=Path, default=Path("build/graph"))
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--without-others", action="store_true")
    chosen = parser.parse_args()
    asked = queries(chosen.store)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with migkg(chosen.store) as (base, process):
            for page in PAGES:
                answers(f"{base}/{page}", patience=60)
            print(f"{'pages':<34}{'c':>4}{'req/s':>10}{'p50 ms':>9}{'p99 ms':>9}  errors")  # noqa: T201
            for connections in CONNECTIONS:
                show("migkg", connections, load(folder, base, [f"/{page}" for page in PAGES], connections, chosen))
            print("SPARQL")  # noqa: T201
            own = measured("migkg", base, f"{base}/sparql", folder, asked, chosen)
            endure(folder, base, asked, process.pid)
            for endless in (False, True):
                asyncio.run(crowd(base, asked, chosen.seconds * 8, endless=endless))
        if not chosen.without_others:
            others(folder, asked, own, chosen)


def queries(store: Path) -> list[str]:
    """The texts of the canned queries with the values of their examples."""
    with api.open(store) as graph:
        known = {query.name: query for query in api.canned_queries()}
        return [graph.filled(known[name], {k: list(v) for k, v in known[name].example.items()}) for name in QUERIES]


def others(folder: Path, asked: list[str], own: dict[tuple[str, int], float], chosen: argparse.Namespace) -> None:
    """The same queries at `oxigraph serve` and at rdflib-endpoint, with the ratio of migkg to them."""
    file = folder / "default.nt"
    with api.open(chosen.store) as graph:
        file.write_bytes(b"".join(graph.store.export("ntriples")))
    scripts = Path(sysconfig.get_path("scripts"))
    database = folder / "oxigraph"
    words = [scripts / "oxigraph", "load", "--location", database, "--file", file]
    subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - our own
    serve = [str(scripts / "oxigraph"), "serve-read-only", "--location", str(database)]
    with running(lambda port: [*serve, "--bind", f"127.0.0.1:{port}"], "/query?query=ASK%7B%7D") as base:
        compare("oxigraph", own, measured("oxigraph", base, f"{base}/query", folder, asked, chosen))
    slow = [str(scripts / "rdflib-endpoint"), "serve", "--host", "127.0.0.1"]
    with running(lambda port: [*slow, "--port", str(port), str(file)], "/?query=ASK%7B%7D") as base:
        compare("rdflib-endpoint", own, measured("rdflib-endpoint", base, f"{base}/", folder, asked, chosen))


def measured(
    name: str, base: str, endpoint: str, folder: Path, asked: list[str], chosen: argparse.Namespace
) -> dict[tuple[str, int], float]:
    """Requests a second by way of asking and number of connections."""
    paths = [f"{endpoint.removeprefix(base)}?query={quote(text)}" for text in asked]
    found = {}
    for way in ("same text", "new text"):
        for connections in CONNECTIONS:
            figures = load(folder, base, paths, connections, chosen, fresh=way == "new text")
            show(f"{name}, {way}", connections, figures)
            found[way, connections] = figures[0]
    return found


def compare(name: str, own: dict[tuple[str, int], float], theirs: dict[tuple[str, int], float]) -> None:
    """The ratios of requests a second."""
    for way in ("same text", "new text"):
        pairs = [(own[way, c], theirs[way, c]) for c in CONNECTIONS]
        ratios = " ".join(f"{ours / other:>9.2f}" if other else f"{'-':>9}" for ours, other in pairs)
        print(f"migkg to {name}, {way}: {ratios}  (at {', '.join(map(str, CONNECTIONS))} connections)")  # noqa: T201


def load(
    folder: Path, base: str, paths: list[str], connections: int, chosen: argparse.Namespace, *, fresh: bool = False
) -> tuple[float, float, float, int]:
    """Requests a second, median and p99 in milliseconds, errors: what wrk measures."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("wrk is not installed; it is in Debian's package wrk")
    script = folder / "load.lua"
    listed = ", ".join(f'"{path}"' for path in paths)
    accept = "application/sparql-results+json, text/html;q=0.9, */*;q=0.5"
    script.write_text(_SCRIPT % (listed, str(fresh).lower(), accept), encoding="utf-8")
    words = [wrk, "-t1", f"-c{connections}", f"-d{chosen.seconds:g}s", "--timeout", "30s", "-s", str(script), base]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - a program by its path
    result = re.search(r"RESULT ([\d.]+) ([\d.]+) ([\d.]+) (\d+)", done.stdout)
    if not result:
        raise SystemExit(done.stdout)
    return float(result[1]), float(result[2]), float(result[3]), int(result[4])


def show(name: str, connections: int, figures: tuple[float, float, float, int]) -> None:
    """A row of the table."""
    rate, middle, last, errors = figures
    print(f"{name:<34}{connections:>4}{rate:>10.1f}{middle:>9.1f}{last:>9.1f}{errors:>8}", flush=True)  # noqa: T201


def endure(folder: Path, base: str, asked: list[str], pid: int) -> None:
    """The memory of the server before and after many requests of all kinds."""
    paths = [*(f"/{page}" for page in PAGES), *(f"/sparql?query={quote(text)}" for text in asked)]
    before, start, number = resident(pid), time.monotonic(), 0
    while number < REQUESTS and time.monotonic() - start < 120:
        namespace = argparse.Namespace(seconds=2)
        number += int(load(folder, base, paths, 8, namespace, fresh=False)[0] * 2)
    print(f"memory: {before:.0f} MB before, {resident(pid):.0f} MB after {number:,} requests")  # noqa: T201


def resident(pid: int) -> float:
    """The resident memory of a process in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


async def crowd(base: str, asked: list[str], seconds: float, *, endless: bool) -> None:
    """Half of the clients ask a canned query every few seconds, in words that no cache knows; with `endless` the
    others ask without a pause what never ends, each time a query of another shape."""
    host, _, port = base.removeprefix("http://").partition(":")
    times: list[float] = []
    statuses: dict[int, int] = {}
    end = time.monotonic() + seconds

    async def ask(text: str) -> int:
        return await get(host, int(port), f"/sparql?query={quote(text)}")

    async def greedy(number: int) -> None:
        turn = 0
        while time.monotonic() < end:
            turn += 1
            await ask(
                ENDLESS % " . ".join(f"?a{n} ?b{n * turn % 7} ?c{number}" for n in range(4 + (number + turn) % 20))
            )

    async def modest(number: int) -> None:
        turn = 0
        await asyncio.sleep(PAUSE * number / CLIENTS)
        while time.monotonic() < end:
            turn += 1
            start = time.monotonic()
            status = await ask(f"PREFIX x{number}_{turn}: <urn:x:{endless}> {asked[(number + turn) % len(asked)]}")
            times.append(time.monotonic() - start)
            statuses[status] = statuses.get(status, 0) + 1
            await asyncio.sleep(PAUSE)

    for text in asked:
        await ask(f"PREFIX x: <urn:x> {text}")
    half = range(CLIENTS // 2)
    clients = [*map(modest, half), *(map(greedy, half) if endless else ())]
    await asyncio.wait([asyncio.create_task(client) for client in clients], timeout=seconds + 60)
    ordered = statistics.quantiles(times, n=100)
    kind = f"{len(half)} clients beside {len(half)} endless ones" if endless else f"{len(half)} clients alone"
    print(  # noqa: T201
        f"{kind}: {len(times) / seconds:.0f} req/s, p50 {ordered[49] * 1e3:.0f} ms, p99 {ordered[98] * 1e3:.0f} ms, "
        f"longest {max(times) * 1e3:.0f} ms, answers by status {statuses}",
        flush=True,
    )


async def get(host: str, port: int, path: str) -> int:
    """The status of an answer; 0 for none."""
    try:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read(-1)
        writer.close()
    except OSError:
        return 0
    return int(answer[9:12] or 0)


@contextmanager
def migkg(store: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Our server on a free port."""
    command = [sys.executable, "-m", "migkg", "serve", "--store", str(store), "--port", "0", "--quiet"]
    with subprocess.Popen([*command[:-1]], stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        first = process.stderr.readline() if process.stderr else ""
        drain = asyncio.new_event_loop().run_in_executor(None, process.stderr.read if process.stderr else str)
        base = first.split()[-1].rstrip("/")
        try:
            while not answers(f"{base}/health"):
                time.sleep(0.2)
            yield base, process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
            del drain


@contextmanager
def running(command: Callable[[int], list[str]], path: str) -> Iterator[str]:
    """The address of a server until the block ends; it must answer within two minutes.

    The servers of others do not tell which port they took when they may take any: one is picked, and where somebody
    else takes that first, the server ends and the next is tried.
    """
    for _ in range(TRIES):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        base = f"http://127.0.0.1:{port}"
        with subprocess.Popen(command(port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
            try:
                if comes_up(process, base + path):
                    yield base
                    return
            finally:
                process.kill()
    raise SystemExit(f"a server ended {TRIES} times, or does not answer at {path}")


def comes_up(process: subprocess.Popen[bytes], address: str) -> bool:
    """Whether a server answers; False where it ended, as one that could not have its port does."""
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline:
        if answers(address):
            return process.poll() is None
        time.sleep(0.2)
    return False


def answers(address: str, patience: float = 5) -> bool:
    """Whether a server is there."""
    try:
        urllib.request.urlopen(address, timeout=patience).close()  # noqa: S310 - loopback
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
