"""A process that stores pages without end, for the test that kills it: FOLDER SEED."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

from archive_samples import TEXT, activity, article, fetch, record, store_page

from archive import crawls, frontier
from archive.storage import open_archive


def main() -> None:
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)  # noqa: S311 - no secret
    db = open_archive(folder)
    crawl_id = crawls.start(db, ["kota"])
    print("storing", flush=True)  # noqa: T201 - tells the test that the loop begins
    round_ = 0
    while True:
        round_ += 1
        number = chance.randrange(30)
        url = f"https://kota.example/{number}/"
        frontier.discover(db, [url, f"{url}belum/"], site="kota", crawl_id=crawl_id)
        revision = f"{seed}-{round_}"
        people = tuple(
            replace(person, position=revision)
            for person in activity().people * chance.randrange(1, 9)
        )
        store_page(
            db,
            record(
                article=article(text=f"{TEXT}\n{revision}", subtitle=revision),
                activity=activity(title=f"{revision} {len(people)}", people=people),
            ),
            fetch(url, crawl_id=crawl_id),
            body=revision.encode(),
        )


main()
