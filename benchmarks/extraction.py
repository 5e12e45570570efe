"""Pages per second of the whole record, beside two well-known libraries on the same pages.

    python benchmarks/extraction.py [FOLDER] [--seconds 5]

The peers do less: trafilatura gives the body's text, dateparser's `search_dates` the dates
of that text. All run warm, in one process and in turn, so that a drift of the machine's
speed meets all of them; the ratios are what to quote. Every round changes a word of each
paragraph, so that nothing is answered from a cache of earlier rounds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura
from dateparser.search import search_dates

from crawler.article import read_article
from crawler.reading import read_page

GOLD = Path(__file__).parent.parent / "tests" / "gold"
Page = tuple[str, str, str]
"""HTML, URL, text of the article."""


def pages_of(folder: Path) -> list[Page]:
    """Every page of a folder that has its address in a KEY.json beside it."""
    pages = []
    for path in sorted(folder.glob("*.html")):
        known = json.loads(path.with_suffix(".json").read_text("utf-8"))
        html = path.read_text("utf-8")
        pages.append((html, known["url"], read_article(html, known["url"]).text))
    return pages


def changed(pages: list[Page], number: int) -> list[Page]:
    """The pages with a word of their own for the round `number`."""
    word = f" putaran{number}"
    return [
        (html.replace("</p>", f"{word}</p>"), url, text.replace("\n", f"{word}\n"))
        for html, url, text in pages
    ]


def seconds_of(work: Callable[[Page], object], pages: list[Page]) -> float:
    """How long one pass over the pages takes."""
    begun = time.perf_counter()
    for page in pages:
        work(page)
    return time.perf_counter() - begun


def main() -> None:
    """Measures in rounds of all contestants and prints medians and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    pages = pages_of(arguments.folder)
    contestants: dict[str, Callable[[Page], object]] = {
        "record (all facts)": lambda page: read_page(page[0], page[1]),
        "article alone": lambda page: read_article(page[0], page[1]),
        "trafilatura (body)": lambda page: trafilatura.extract(page[0]),
        "search_dates (dates)": lambda page: search_dates(page[2][:3000], languages=["id"]),
    }
    for work in contestants.values():
        seconds_of(work, pages[:5])
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(arguments.rounds):
        for name, work in contestants.items():
            times[name].append(seconds_of(work, changed(pages, number)))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    record = medians["record (all facts)"]
    print(f"{len(pages)} pages, {arguments.rounds} rounds, medians")
    for name, median in medians.items():
        rate = len(pages) / median
        print(f"{name:22} {rate:8.1f} pages/s   the record's rate is {median / record:5.2f} of it")


if __name__ == "__main__":
    main()
