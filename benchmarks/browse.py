"""How long the pages of the site take, asked for by many readers at once while a crawl writes.

    python benchmarks/browse.py [--archive /tmp/many] [--activities 100000] [--clients 8]

Without an archive it makes one of that many invented activities first; one that is given is
written to, so give a copy. The site is `resilience browse` in a process of its own; beside it
benchmarks/storing.py stores pages at a crawl's pace (`--pace`, pages a second; 0 for none). Each
client asks for one page after the other without a pause. Each kind of page has the server to itself
for a slice of a lap, and Datasette's own table page, the baseline, is one of the kinds; so a drift
of the machine's speed meets all. `the four at random` are the pages with a target, mixed.

The figures are milliseconds from the request to the last byte; `missed` marks a 95th percentile
above the target of 200. The exit status is 0 whatever they are.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import synthetic_archive
from synthetic_words import lists

from archive import storage

TARGET = 200
"""Of the 95th percentile, milliseconds, for the pages that have one."""
BASELINE = "Datasette's table page"
AIMED = ("home", "activity", "person", "search")
SECONDS_TO_WAIT = 60

Address = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page, and an address of one of them by chance."""

    name: str
    address: Address
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of a kind; times in milliseconds."""

    page: str
    answers: int
    p50: float
    p95: float
    p99: float
    target: int | None
    missed: bool
    kilobytes: float
    """Of the median answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How long an answer took, seconds, and how long it was, bytes."""

    took: float
    length: int


def kinds(activities: list[int]) -> list[Kind]:
    """All kinds of page; `activities` are the keys of those that are reported."""
    words = lists()

    def person(chance: random.Random) -> str:
        return f"/person/{int(chance.paretovariate(0.5)) % synthetic_archive.PEOPLE + 1}"

    def organization(chance: random.Random) -> str:
        number = int(chance.paretovariate(0.5)) % synthetic_archive.ORGANIZATIONS + 1
        return f"/organization/{number}"

    def search(chance: random.Random) -> str:
        some = chance.sample(words["roots"], chance.choice((1, 2, 2)))
        year = {"since": f"{chance.randint(2014, 2023)}-01-01"} if chance.random() < 0.3 else {}  # noqa: PLR2004 - of ten three
        return f"/search?{urlencode({'q': ' '.join(some), **year})}"

    def of_a_year(path: str) -> Address:
        def address(chance: random.Random) -> str:
            since = date(2014, 1, 1) + timedelta(chance.randrange(3200))
            until = since + timedelta(364)
            return f"{path}?{urlencode({'since': since, 'until': until})}"

        return address

    aimed = [
        Kind("home", lambda _: "/", TARGET),
        Kind("activity", lambda chance: f"/activity/{chance.choice(activities)}", TARGET),
        Kind("person", person, TARGET),
        Kind("search", search, TARGET),
    ]
    return [
        Kind(
            BASELINE,
            lambda chance: f"/archive/activities?{urlencode({'_next': chance.choice(activities)})}",
        ),
        *aimed,
        Kind("the four at random", lambda chance: chance.choice(aimed).address(chance), TARGET),
        Kind("organization", organization),
        Kind("activities", lambda chance: f"/activities?page={chance.randint(1, 500)}"),
        Kind("activities of a year", of_a_year("/activities")),
        Kind("people", lambda chance: f"/people?page={chance.randint(1, 200)}"),
        Kind("people of a year", of_a_year("/people")),
        Kind("focus area", lambda chance: f"/focus-area/{chance.randint(1, 5)}"),
        Kind("materials", lambda chance: f"/materials?page={chance.randint(1, 500)}"),
        Kind("chart of the home page", lambda _: "/chart/activities.json?by=year"),
    ]


def measure(
    address: str, asked: list[Kind], *, clients: int, laps: int, seconds: float, seed: int
) -> list[Row]:
    """The figures of each kind, after a short lap that is not counted."""
    answers: dict[str, list[Answer]] = defaultdict(list)
    for lap in range(laps + 1):
        for kind in asked:
            given = _slice(
                address, kind, clients, seconds if lap else min(1, seconds), seed=seed + lap
            )
            if lap:
                answers[kind.name] += given
        print(f"lap {lap} of {laps}", file=sys.stderr, flush=True)
    return [_row(kind, answers[kind.name]) for kind in asked]


def _slice(address: str, kind: Kind, clients: int, seconds: float, *, seed: int) -> list[Answer]:
    """What all clients got of one kind in that time."""
    answers: list[Answer] = []
    failed: list[Exception] = []
    end = time.monotonic() + seconds

    def read(number: int) -> None:
        chance = random.Random(f"{seed} {number} {kind.name}")  # noqa: S311 - the same for the same seed
        try:
            answers.extend(_read(address, kind, chance, end))
        except Exception as error:  # noqa: BLE001 - told by the main thread
            failed.append(error)

    readers = [threading.Thread(target=read, args=(number,)) for number in range(clients)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    if failed:
        raise failed[0]
    return answers


def _read(address: str, kind: Kind, chance: random.Random, end: float) -> Iterator[Answer]:
    """What one client got, asking until the time has come; at least one answer."""
    place = urlsplit(address)
    with closing(HTTPConnection(place.hostname or "", place.port, timeout=120)) as connection:
        while True:
            asked = kind.address(chance)
            began = time.perf_counter()
            connection.request("GET", asked, headers={"Accept-Language": "en"})
            response = connection.getresponse()
            body = response.read()
            took = time.perf_counter() - began
            if response.status != HTTPStatus.OK:
                raise RuntimeError(f"{asked}: {response.status}")
            yield Answer(took, len(body))
            if time.monotonic() > end:
                return


def _row(kind: Kind, answers: list[Answer]) -> Row:
    times = [answer.took * 1000 for answer in answers]
    p95 = _percentile(times, 0.95)
    return Row(
        kind.name,
        len(times),
        round(_percentile(times, 0.5), 1),
        round(p95, 1),
        round(_percentile(times, 0.99), 1),
        kind.target,
        kind.target is not None and p95 > kind.target,
        round(_percentile([answer.length / 1000 for answer in answers], 0.5), 1),
    )


def _percentile(values: list[float], share: float) -> float:
    """The value that this share of all does not exceed (nearest rank)."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


@contextmanager
def _running(*command: str) -> Iterator[str]:
    """A program at work until the block ends; gives the first line that it says."""
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        said = program.stdout.readline() if program.stdout else ""
        if not said:
            raise RuntimeError(f"{' '.join(command)} ended at once.")
        drain = threading.Thread(target=lambda: list(program.stdout or ()), daemon=True)
        drain.start()
        yield said
    finally:
        program.terminate()
        program.wait(timeout=SECONDS_TO_WAIT)


def _beside(name: str) -> str:
    return str(Path(__file__).with_name(name))


@contextmanager
def _writing(folder: Path, pace: float) -> Iterator[None]:
    if not pace:
        yield
        return
    writer = (sys.executable, _beside("storing.py"), str(folder), "--pace", str(pace))
    with _running(*writer):
        yield


def _print(rows: list[Row], load: float) -> None:
    print(f"{'page':<26}{'answers':>8}{'p50':>9}{'p95':>9}{'p99':>9}{'target':>8}{'KB':>8}")
    for row in rows:
        print(
            f"{row.page:<26}{row.answers:>8}{row.p50:>9.1f}{row.p95:>9.1f}{row.p99:>9.1f}"
            f"{row.target or '':>8}{row.kilobytes:>8.1f}{'  missed' if row.missed else ''}"
        )
    print(f"Load before the measurement: {load:.1f} on {os.cpu_count()} processors.")


def main() -> None:
    """Reads the command line, measures and prints."""
    options = argparse.ArgumentParser(description="Measure the pages of a large archive.")
    options.add_argument("--archive", type=Path, help="a copy of one by synthetic_archive.py")
    options.add_argument("--activities", type=int, default=100_000)
    options.add_argument("--clients", type=int, default=8)
    options.add_argument("--laps", type=int, default=3)
    options.add_argument("--seconds", type=float, default=6, help="of each kind in a lap")
    options.add_argument("--pace", type=float, default=2, help="pages a second that are stored")
    options.add_argument("--only", action="append", help="a kind of page; may be repeated")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--format", choices=("table", "json"), default="table")
    chosen = options.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.archive or Path(scratch)
        if chosen.archive is None:
            synthetic_archive.make(folder, chosen.activities, seed=chosen.seed)
        rows = _measured(folder, chosen)
    if chosen.format == "json":
        print(json.dumps({"load": load, "pages": [asdict(row) for row in rows]}, indent=1))
    else:
        _print(rows, load)


def _measured(folder: Path, chosen: argparse.Namespace) -> list[Row]:
    with closing(storage.open_read_only(folder)) as db:
        activities = [key for (key,) in db.execute("SELECT activity_id FROM activity_overview")]
    asked = [kind for kind in kinds(activities) if not chosen.only or kind.name in chosen.only]
    command = str(Path(sys.executable).with_name("resilience"))
    server = (command, "browse", "--archive", str(folder), "--port", "0")
    with _writing(folder, chosen.pace), _running(*server) as said:
        address = next(word for word in said.split() if word.startswith("http://"))
        return measure(
            address,
            asked,
            clients=chosen.clients,
            laps=chosen.laps,
            seconds=chosen.seconds,
            seed=chosen.seed,
        )


if __name__ == "__main__":
    main()
