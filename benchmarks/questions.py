"""How long questions to a large archive take, beside the same questions as SQL written by hand.

    python benchmarks/questions.py [--archive /tmp/many] [--activities 100000] [--rounds 20]

Without an archive it makes one of that many invented activities first. Each round asks every
question once with other arguments, the function and the SQL one after the other, so that a drift
of the machine's speed meets both; the ratio of the medians is what to quote. The figures are
milliseconds; `missed` marks a 95th percentile above the target: 150 for a report's question, 50 for
a search, 20 for opening the archive up to its first row. The exit status is 0 whatever they are.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sqlite3
import statistics
import tempfile
import time
import tomllib
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import synthetic_archive
from sqlite_utils import Database
from synthetic_words import lists

from archive import quality, query, search, storage
from archive.records import ActivityType
from archive.search.asking import MOST_CHOSEN, MOST_COUNTED, MOST_RANKED

REPORT, SEARCH, OPEN = 150, 50, 20
"""Targets of the 95th percentile, milliseconds."""

OPENING_SQL = "SELECT activity_id, title, start_date FROM activity_overview LIMIT 1"
CHECKED = (
    "activities.type IS NOT NULL"
    " AND activities.page_id NOT IN (SELECT id FROM pages WHERE state = 'gone')"
)
SHOWN = 10
"""Hits of a search that are shown."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A question, the two ways to ask it, and the target of its 95th percentile."""

    name: str
    target: int
    ask: Callable[[dict[str, Any]], object]
    ask_by_hand: Callable[[dict[str, Any]], object]


@dataclass(slots=True)
class Measured:
    """The times of both ways, milliseconds."""

    own: list[float] = field(default_factory=list)
    by_hand: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one question; times in milliseconds."""

    question: str
    p50: float
    p95: float
    target: int
    missed: bool
    sql_p50: float
    sql_p95: float
    ratio: float
    """Of the medians: how many times as long as the SQL by hand."""


def arguments(chance: random.Random, activities: list[int]) -> dict[str, Any]:
    """Arguments for a round; `activities` are the keys of those that are reported."""
    since = date(2014, 1, 1) + timedelta(chance.randrange(3200))
    words = lists()
    return {
        "SINCE": since.isoformat(),
        "UNTIL": (since + timedelta(364)).isoformat(),
        "TYPE": chance.choice(get_args(ActivityType)),
        "PERSON": f"{chance.choice(words['given_names'])} {chance.choice(words['given_names'])}".lower(),
        "ORGANIZATION": chance.choice([*words["roots"], *words["places"]]).lower(),
        "FOCUS_AREA": chance.randint(1, 5),
        "SITE": f"kota-{chance.randint(1, 6)}",
        "ACTIVITY_ID": chance.choice(activities),
        "PERSON_ID": int(chance.paretovariate(0.5)) % synthetic_archive.PEOPLE + 1,
        "ORGANIZATION_ID": int(chance.paretovariate(0.5)) % synthetic_archive.ORGANIZATIONS + 1,
        "WORDS": [*chance.sample(words["roots"], 2), chance.choice(words["roots"])[:4]],
    }


def questions(db: Database, by_hand: sqlite3.Connection, folder: Path) -> list[Contest]:
    """All contests."""
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    for entry in told["questions"]:
        entry["sql"] = entry["sql"].replace("{activity}", told["activity"])
    return [
        Contest("open, and a first row", OPEN, lambda _: _open(folder), lambda _: _connect(folder)),
        *(_of_report(db, by_hand, entry) for entry in told["questions"]),
        *(_of_check(db, by_hand, one) for one in quality.checks()),
        *(_of_search(db, by_hand, entry, told["search"]) for entry in told["searches"]),
    ]


def measure(contests: list[Contest], rounds: int, activities: list[int], *, seed: int) -> list[Row]:
    """The figures of each, after one round that is not counted."""
    chance = random.Random(seed)  # noqa: S311 - the same for the same seed is the point
    times = {contest.name: Measured() for contest in contests}
    for lap in range(rounds + 1):
        asked = arguments(chance, activities)
        for contest in contests:
            own = _time(contest.ask, asked)
            hand = _time(contest.ask_by_hand, asked)
            if lap:
                times[contest.name].own.append(own)
                times[contest.name].by_hand.append(hand)
    return [_row(contest, times[contest.name]) for contest in contests]


def percentile(times: list[float], share: float) -> float:
    """The time that this share of all does not exceed (nearest rank)."""
    return sorted(times)[math.ceil(share * len(times)) - 1]


def _of_report(db: Database, by_hand: sqlite3.Connection, entry: dict[str, Any]) -> Contest:
    function = getattr(query, entry["function"])

    def ask(asked: dict[str, Any]) -> object:
        return function(db, **_filled(entry["of"], asked))

    return Contest(entry["name"], REPORT, ask, _sql(by_hand, entry["sql"]))


def _of_check(db: Database, by_hand: sqlite3.Connection, one: quality.Check) -> Contest:
    """Of a check the SQL is what the check itself says, without the title and page of a find."""
    sql = one.sql.replace("{selected}", CHECKED)
    return Contest(
        f"quality: {one.name}",
        REPORT,
        lambda _: quality.run(db, only=one.name, limit=100),
        lambda _: by_hand.execute(f"{sql} ORDER BY 1 LIMIT 100", one.parameters).fetchall(),
    )


def _of_search(
    db: Database, by_hand: sqlite3.Connection, entry: dict[str, Any], sql: dict[str, str]
) -> Contest:
    def words(asked: dict[str, Any]) -> str:
        return str(entry["words"].format(*asked["WORDS"]))

    def ask(asked: dict[str, Any]) -> object:
        return search.search(db, words(asked), limit=SHOWN, **_filled(entry["of"], asked))

    def ask_by_hand(asked: dict[str, Any]) -> object:
        parameters = {"words": words(asked), **_filled(entry["of"], asked)}
        return search_by_hand(by_hand, sql, entry["sql"], parameters)

    return Contest(entry["name"], SEARCH, ask, ask_by_hand)


def search_by_hand(
    by_hand: sqlite3.Connection, sql: dict[str, str], chosen: str, parameters: dict[str, Any]
) -> tuple[int, list[tuple[Any, ...]]]:
    """(how many articles and files, what is shown of the first): the rows that `search` gives.

    Ranked where so few rows are left as `search` ranks, else the newest first. `sql` are the
    statements of questions.toml, `chosen` what an activity must fulfil, empty without a filter.
    """
    where = sql["chosen"].replace("{activity}", chosen) if chosen else sql["not_gone"]
    (rows,) = by_hand.execute(sql["count"], parameters).fetchone()
    is_few = False
    if chosen and rows > MOST_RANKED:
        several = {**parameters, "most": MOST_CHOSEN + 1}
        count = sql["activities"].replace("{activity}", chosen)
        is_few = by_hand.execute(count, several).fetchone()[0] <= MOST_CHOSEN
        count = sql["matched"].replace("{chosen}", where)
        rows = by_hand.execute(count, several).fetchone()[0] if is_few else rows
    order = "ranked" if rows <= MOST_RANKED else "newest"
    found: dict[int, int] = {}
    for document, row, *_ in by_hand.execute(sql[order].replace("{chosen}", where), parameters):
        if order == "newest" and not is_few and len(found) == MOST_COUNTED:
            break
        found.setdefault(document, row)
    shown = [
        by_hand.execute(sql["shown"], {**parameters, "row": row}).fetchone()
        for row in list(found.values())[:SHOWN]
    ]
    return len(found), shown


def _filled(named: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    """The arguments with this round's values in place of the names in capitals."""
    return {name: asked.get(value, value) for name, value in named.items()}


def _sql(by_hand: sqlite3.Connection, sql: str) -> Callable[[dict[str, Any]], object]:
    def ask(asked: dict[str, Any]) -> object:
        parameters = {name.lower(): value for name, value in asked.items()}
        return [by_hand.execute(part, parameters).fetchall() for part in sql.split(";\n")]

    return ask


def _open(folder: Path) -> object:
    db = storage.open_read_only(folder)
    try:
        return db.execute(OPENING_SQL).fetchone()
    finally:
        storage.close(db)


def _connect(folder: Path) -> object:
    with closing(sqlite3.connect(folder / storage.DATABASE_NAME)) as connection:
        return connection.execute(OPENING_SQL).fetchone()


def _time(ask: Callable[[dict[str, Any]], object], asked: dict[str, Any]) -> float:
    began = time.perf_counter()
    ask(asked)
    return (time.perf_counter() - began) * 1000


def _row(contest: Contest, times: Measured) -> Row:
    p50, by_hand = statistics.median(times.own), statistics.median(times.by_hand)
    p95 = percentile(times.own, 0.95)
    return Row(
        contest.name,
        round(p50, 2),
        round(p95, 2),
        contest.target,
        p95 > contest.target,
        round(by_hand, 2),
        round(percentile(times.by_hand, 0.95), 2),
        round(p50 / by_hand, 2),
    )


def _print(rows: list[Row]) -> None:
    print(
        f"{'question':<54}{'p50':>8}{'p95':>8}{'target':>8}{'SQL p50':>10}{'SQL p95':>10}{'ratio':>8}"
    )
    for row in rows:
        print(
            f"{row.question:<54}{row.p50:>8.1f}{row.p95:>8.1f}{row.target:>8}{row.sql_p50:>10.1f}"
            f"{row.sql_p95:>10.1f}{row.ratio:>8.2f}{'  missed' if row.missed else ''}"
        )
    print(f"{sum(row.missed for row in rows)} of {len(rows)} missed their target.")


def main() -> None:
    """Reads the command line, measures and prints."""
    options = argparse.ArgumentParser(description="Measure questions to a large archive.")
    options.add_argument("--archive", type=Path, help="an archive made by synthetic_archive.py")
    options.add_argument("--activities", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--format", choices=("table", "json"), default="table")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.archive or Path(scratch)
        if chosen.archive is None:
            synthetic_archive.make(folder, chosen.activities, seed=chosen.seed)
        rows = _measured(folder, chosen.rounds, seed=chosen.seed)
    if chosen.format == "json":
        print(json.dumps([asdict(row) for row in rows], indent=1))
    else:
        _print(rows)


def _measured(folder: Path, rounds: int, *, seed: int) -> list[Row]:
    with (
        closing(storage.open_read_only(folder)) as db,
        closing(sqlite3.connect(folder / storage.DATABASE_NAME)) as by_hand,
    ):
        search.register(by_hand)
        activities = [key for (key,) in db.execute("SELECT activity_id FROM activity_overview")]
        return measure(questions(db, by_hand, folder), rounds, activities, seed=seed)


if __name__ == "__main__":
    main()
