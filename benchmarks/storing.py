"""A crawl's writing without its reading: stores invented pages at a steady pace until it is killed.

    python benchmarks/storing.py /tmp/many --pace 2

Each page is stored as a crawl stores it, in transactions of its own: what was served is noted, then
the article, its activity and all its facts. Prints a line as soon as the first is stored.
"""

from __future__ import annotations

import argparse
import itertools
import time
from datetime import UTC, datetime
from pathlib import Path

import synthetic_archive
from sqlite_utils import Database
from synthetic_activities import Report, World

from archive import captures, storage, writer
from archive.captures import Capture
from archive.warc.exchange import payload_of
from archive.writer import Fetch

STATUS = 200


def store(db: Database, report: Report) -> None:
    """The page of the report, as if a crawl had just been served it."""
    article = report.record.article
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with storage.transaction(db):
        capture_id = captures.note(
            db,
            Capture(
                article.url, now, STATUS, "text/html", payload_of(article.text.encode()), "live"
            ),
        )
    writer.store_page(
        db,
        report.record,
        Fetch(article.url, article.url, report.site, now, STATUS, capture_id, crawl_id=None),
    )


def store_steadily(folder: Path, pace: float, *, seed: int) -> None:
    """Store `pace` pages a second, fewer where the archive is slower; never ends of itself."""
    world = World(
        seed, people=synthetic_archive.PEOPLE, organizations=synthetic_archive.ORGANIZATIONS
    )
    db = storage.open_archive(folder, create=False)
    (known,) = db.execute("SELECT coalesce(max(id), 0) FROM pages").fetchone()
    due = time.monotonic()
    for number in itertools.count(known + 1):
        store(db, world.report(number))
        if number == known + 1:
            print("The first page is stored.", flush=True)
        due += 1 / pace
        time.sleep(max(0.0, due - time.monotonic()))


def main() -> None:
    """Reads the command line and writes."""
    options = argparse.ArgumentParser(description="Store invented pages at a steady pace.")
    options.add_argument("folder", type=Path, help="an archive made by synthetic_archive.py")
    options.add_argument("--pace", type=float, default=2, help="pages a second")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    store_steadily(chosen.folder, chosen.pace, seed=chosen.seed)


if __name__ == "__main__":
    main()
