"""An archive of invented activities, as large as one likes, the same for the same seed.

    python benchmarks/synthetic_archive.py /tmp/many --activities 100000

Its rows are those that a crawl would write, put into the real schema directly: about four people
and three organizations an activity, discussion groups with conclusions, materials with files,
events that several pages report, pages that are gone. What was served is not kept with them.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from synthetic_activities import Report, World

from archive import coverage, rows, storage
from archive.names import name_key
from archive.query import renewing
from archive.rows import Row
from archive.search import index

PEOPLE = 20_000
ORGANIZATIONS = 3_000
CRAWLS = 40
AT_ONCE = 5_000
FILE_PAGES = 3
MOMENT = "2024-01-08T01:02:03Z"
NO_FILE = ("pending", "link", "pending", "link", "link", "gone", "failed", "pending", "refused")


class Rows:
    """Rows to be written, gathered by table; gives those with keys their keys."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._groups = itertools.count(1)
        self._events: list[int | None] = []
        self.gathered: dict[str, list[Row]] = defaultdict(list)

    def add(self, number: int, report: Report) -> None:
        """All rows of the report, whose page and activity have that number as their key."""
        record, text = report.record, report.record.article.text
        is_gone = number % 50 == 0
        self._page(number, report, is_gone=is_gone)
        article = rows.article_row(record.article, MOMENT)
        if number % 97 == 0:
            article["extractor_version"] = "1"
        self._put("articles", id=number, page_id=number, capture_id=number, **article)
        self._put("article_categories", article_id=number, position=1, category="Kegiatan")
        event = self._event(number, report)
        self._put(
            "activities", id=number, page_id=number, event_id=event, **rows.activity_row(record)
        )
        for table, row in rows.plain_facts(record):
            self._put(table, activity_id=number, **row)
        for person, who in zip(record.activity.people, report.people, strict=True):
            row = rows.participation_row(person, text)
            self._put("participations", activity_id=number, person_id=who + 1, **row)
        for organization, which in zip(
            record.activity.organizations, report.organizations, strict=True
        ):
            row = rows.organization_role_row(organization, text)
            self._put("organization_roles", activity_id=number, organization_id=which + 1, **row)
        for group in record.activity.groups:
            key = next(self._groups)
            self._put(
                "discussion_groups", id=key, activity_id=number, **rows.group_row(group, text)
            )
            for position, span in enumerate(group.conclusions, start=1):
                row = rows.conclusion_row(position, span, text)
                self._put("conclusions", activity_id=number, group_id=key, **row)
        for material in record.activity.materials:
            if material.url:
                self._link(material.url, material.label, report.site)

    def _put(self, table: str, **row: Any) -> None:
        self.gathered[table].append(row)

    def _event(self, number: int, report: Report) -> int | None:
        """The event's key, that of the report which told of it first; None where there was none."""
        event: int | None = number
        if report.record.activity.type is None:
            event = None
        elif report.same_as is not None:
            event = self._events[-report.same_as]
        self._events = [*self._events[-19:], event]
        if event == number:
            self._put("events", id=number, activity_id=number)
        return event

    def _page(self, number: int, report: Report, *, is_gone: bool) -> None:
        article = report.record.article
        crawl = 1 + number % CRAWLS
        digest = hashlib.sha256(article.url.encode()).hexdigest()
        self._put(
            "pages", id=number, url=article.url, site=report.site,
            state="gone" if is_gone else "fetched", discovered_at=MOMENT, first_crawl_id=crawl,
            last_crawl_id=CRAWLS, fetched_at=MOMENT, verified_at=MOMENT, http_status=200, attempts=1,
            gone_at=MOMENT if is_gone else None, article_digest=digest,
            reason="The site answers 404." if is_gone else None,
        )  # fmt: skip
        self._put(
            "versions", id=number, page_id=number, crawl_id=crawl, first_seen_at=MOMENT,
            title=article.title, text=article.text, text_digest=rows.text_digest(article.text),
        )  # fmt: skip
        self._put(
            "captures", id=number, page_id=number, version_id=number, crawl_id=crawl, source="live",
            url=article.url, fetched_at=MOMENT, status=200, media_type="text/html",
            payload_digest=f"sha1:{digest[:32].upper()}", payload_sha256=digest,
            payload_length=len(article.text),
        )  # fmt: skip
        self._put(
            "crawl_pages", crawl_id=crawl, page_id=number, outcome="new", http_status=200,
            visited_at=MOMENT, listed=1,
        )  # fmt: skip

    def _link(self, url: str, label: str, site: str) -> None:
        """The material's link; every third gave a file of three pages."""
        number = len(self.gathered["file_links"])
        key = int(hashlib.sha256(url.encode()).hexdigest()[:12], 16)
        is_had = key % 3 == 0
        state = "fetched" if is_had else NO_FILE[key % len(NO_FILE)]
        self._put(
            "file_links", url=url, site=site, host_kind="upload", title=label, direct_url=url,
            state=state, discovered_at=MOMENT, attempts=0 if state == "pending" else 1,
            reason=None if is_had else "The server answers 404.",
            file_id=key if is_had else None,
        )  # fmt: skip
        if not is_had:
            return
        digest = hashlib.sha256(f"{url} {number}".encode()).hexdigest()
        self._put(
            "files", id=key, sha256=digest, length=40_000, type="pdf", media_type="application/pdf",
            path=f"files/{digest[:2]}/{digest}.pdf", stored_at=MOMENT, pages=FILE_PAGES, title=label,
            read_at=MOMENT, reader_version="1",
        )  # fmt: skip
        for page in range(1, FILE_PAGES + 1):
            self._put("file_texts", file_id=key, page=page, text=self._world.some_words(40))


def make(folder: Path, activities: int, *, seed: int = 1) -> None:
    """Make the archive in an empty folder, told on standard error as it grows.

    Beside so many pages that report an activity there are one in twelve that report none.
    """
    began = time.monotonic()
    world = World(seed, people=PEOPLE, organizations=ORGANIZATIONS)
    db = storage.open_archive(folder)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -400000")
    with storage.transaction(db):
        _write(db, _known(world))
    reports = _reports(world, activities)
    gathered = Rows(world)
    while batch := list(itertools.islice(reports, AT_ONCE)):
        for number, report in batch:
            gathered.add(number, report)
        with storage.transaction(db):
            _write(db, gathered.gathered)
        gathered.gathered.clear()
        _tell(f"{batch[-1][0]} pages after {time.monotonic() - began:.0f} s")
    _finish(db)
    storage.close(db)
    _tell(f"finished after {time.monotonic() - began:.0f} s")


def _reports(world: World, activities: int) -> Iterator[tuple[int, Report]]:
    reported = 0
    for number in itertools.count(1):
        if reported == activities:
            return
        report = world.report(number)
        reported += report.record.activity.type is not None
        yield number, report


def _known(world: World) -> dict[str, list[Row]]:
    """The crawls, people and organizations to which pages point."""
    known: dict[str, list[Row]] = defaultdict(list)
    for crawl in range(1, CRAWLS + 1):
        known["crawls"].append(
            {"id": crawl, "started_at": MOMENT, "finished_at": MOMENT, "status": "finished",
             "sites": json.dumps(["kota-1"]), "complete": 1, "exit_status": 0}
        )  # fmt: skip
    for key, person in enumerate(world.people, start=1):
        name = person.forms[0]
        known["people"].append({"id": key, "name": name, "name_key": name_key(name)})
        known["person_names"].extend(
            {"person_id": key, "name": form, "name_key": name_key(form)} for form in person.forms
        )
    for key, organization in enumerate(world.organizations, start=1):
        name = organization.forms[0]
        known["organizations"].append(
            {"id": key, "name": name, "name_key": name_key(name), "acronym": organization.acronym,
             "sector": organization.sector}
        )  # fmt: skip
        known["organization_names"].append(
            {"organization_id": key, "name": name, "name_key": name_key(name)}
        )
    return known


ORDER = (
    "crawls", "people", "person_names", "organizations", "organization_names", "pages", "versions",
    "captures", "crawl_pages", "articles", "article_categories",
)  # fmt: skip
"""Tables to which others point; these come after them, in the order in which they are met."""


def _write(db: Database, gathered: dict[str, list[Row]]) -> None:
    # An activity and its event point at each other, and a link comes before its file.
    db.execute("PRAGMA defer_foreign_keys = ON")
    for table in sorted(
        gathered, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER)
    ):
        entries = gathered[table]
        if entries:
            columns = list(entries[0])
            db.conn.executemany(
                f"INSERT INTO {table} ({', '.join(columns)})"  # noqa: S608 - our own names
                f" VALUES ({', '.join(f':{column}' for column in columns)})",
                entries,
            )


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def _finish(db: Database) -> None:
    """What the end of a crawl leaves: coverage, the index of words, and sums over all years."""
    sites = [site for (site,) in db.execute("SELECT DISTINCT site FROM pages ORDER BY site")]
    with storage.transaction(db):
        for site in sites:
            coverage.keep(db, CRAWLS, site)
        index.rebuild(db)
        renewing.renew(db)


def main() -> None:
    """Reads the command line and makes the archive."""
    arguments = argparse.ArgumentParser(description="Make an archive of invented activities.")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--activities", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    make(chosen.folder, chosen.activities, seed=chosen.seed)


if __name__ == "__main__":
    main()
