"""Pages per second from WARC to facts, with one process that reads and with two.

    python benchmarks/reextract.py [--pages 2000] [--rounds 3]

Beside it, on the same files and in the same run: warcio's iteration alone, and warcio with
trafilatura, which gives the body's text and no fact. Every contestant runs once a round and in
turn, so that a drift of the machine's speed meets all of them; the ratios of the medians are what
to quote.

`unchanged` reads every page of an archive that holds just these facts, timed from the first page
on. `changed` is of an archive in which one fact of every page is another one and all are of
another version: reading, comparing and keeping, from the start of the processes to the end.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura
from frozen_site import models
from warcio.archiveiterator import ArchiveIterator

from archive import captures, storage, writer
from archive.captures import Capture
from archive.rereadings import Chosen
from archive.warc.exchange import Exchange, payload_of
from archive.warc.writing import WarcWriter
from archive.writer import Fetch
from crawler.reading import read_page
from crawler.rereading import running
from crawler.rereading.scratch import Scratch

SITE = "https://kota.example"
MOMENT = "2019-03-06T01:02:03Z"
AT_ONCE = 0.005
"""Seconds within which pages that came together are told one after the other."""


def fill(folder: Path, number: int) -> None:
    """Keeps and stores so many pages: the bundled posts under other titles."""
    known = models()
    warc = WarcWriter(folder, "benchmark")
    db = storage.open_archive(folder)
    for index in range(number):
        title, page = known[index % len(known)]
        body = page.replace(title, title + b" %d" % index)
        url = f"{SITE}/?p={index}"
        headers = (("Content-Type", "text/html; charset=UTF-8"),)
        exchange = Exchange(url, MOMENT, 200, "OK", headers, body)
        capture = Capture(
            url,
            MOMENT,
            200,
            "text/html",
            payload_of(body),
            "live",
            record_type="response",
            place=warc.write(exchange),
        )
        with storage.transaction(db):
            capture_id = captures.note(db, capture)
            fetch = Fetch(url, url, "kota", MOMENT, 200, capture_id, None)
            writer.store_page(db, read_page(body, url), fetch)
    warc.close()
    storage.close(db)


def age(folder: Path) -> None:
    """Makes the archive one of another version, with another place of every activity."""
    db = storage.open_archive(folder)
    with storage.transaction(db):
        db.execute("UPDATE articles SET extractor_version = '0'")
        db.execute("UPDATE pages SET article_digest = 'of another version'")
        db.execute("UPDATE activities SET place = 'Kota Lain'")
    storage.close(db)


def iterate(folder: Path, work: Callable[[bytes], object]) -> None:
    """All records of all files of the archive by warcio; `work` is done with every page."""
    for path in sorted((folder / "warc").glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                if record.rec_type == "response":
                    work(record.content_stream().read())


def read_again(folder: Path, workers: int) -> float:
    """Seconds of what `resilience reextract --all --dry-run` does, once its processes are there."""
    done: list[tuple[int, float]] = []
    db = storage.open_archive(folder)
    found = running.find_differences(
        db,
        folder,
        Chosen(by_today=True),
        workers=workers,
        scratch=None,
        observe=lambda pages: done.append((pages, time.perf_counter())),
    )
    storage.close(db)
    if found.differing or found.problems:
        raise SystemExit(f"The archive is read otherwise than it was: {found.differing} pages.")
    (_, begun), (pages, ended) = done[0], done[-1]
    at_begin = sum(moment - begun < AT_ONCE for _, moment in done)
    return (ended - begun) * pages / (pages - at_begin)


def read_and_keep(aged: Path, workers: int) -> float:
    """Seconds of what `resilience reextract` does with a copy of an archive of another version."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "archive"
        shutil.copytree(aged, folder)
        begun = time.perf_counter()
        db = storage.open_archive(folder)
        scratch = Scratch(folder)
        found = running.find_differences(
            db, folder, Chosen(), workers=workers, scratch=scratch, observe=lambda _: None
        )
        problems = running.keep(db, found, scratch, lambda _: None)
        scratch.remove()
        storage.close(db)
        seconds = time.perf_counter() - begun
    if problems or found.differing != found.pages:
        raise SystemExit(f"Not every page was kept: {found.problems[:1]} {problems[:1]}")
    return seconds


def seconds_of(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Measures in rounds of all contestants and prints medians and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder, aged = Path(made) / "archive", Path(made) / "aged"
        fill(folder, arguments.pages)
        shutil.copytree(folder, aged)
        age(aged)
        contestants: dict[str, Callable[[], float]] = {
            "warcio alone": lambda: seconds_of(lambda: iterate(folder, len)),
            "warcio, trafilatura": lambda: seconds_of(lambda: iterate(folder, trafilatura.extract)),
            "unchanged, 1 worker": lambda: read_again(folder, 1),
            "unchanged, 2 workers": lambda: read_again(folder, 2),
            "changed, 1 worker": lambda: read_and_keep(aged, 1),
            "changed, 2 workers": lambda: read_and_keep(aged, 2),
        }
        times: dict[str, list[float]] = {name: [] for name in contestants}
        for _ in range(arguments.rounds):
            for name, work in contestants.items():
                times[name].append(work())
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"{arguments.pages} pages, {arguments.rounds} rounds, medians")
    for name, median in medians.items():
        print(f"{name:22} {arguments.pages / median:8.1f} pages/s")
    ratios = {
        f"2 workers to 1, {kind}": medians[f"{kind}, 1 worker"] / medians[f"{kind}, 2 workers"]
        for kind in ("unchanged", "changed")
    }
    one = medians["unchanged, 1 worker"]
    ratios["1 worker to warcio alone"] = medians["warcio alone"] / one
    ratios["1 worker to trafilatura"] = medians["warcio, trafilatura"] / one
    print(json.dumps({name: round(ratio, 2) for name, ratio in ratios.items()}, indent=1))


if __name__ == "__main__":
    main()
