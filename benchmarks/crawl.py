"""Pages per second of the full crawl, beside a bare Scrapy spider that only downloads.

    python benchmarks/crawl.py [--pages 2000] [--more 20000]

Both ask the same local server for the same pages, one request at a time, each in a process of
its own. The full crawl also finds the pages, reads them and stores their facts; a second one
over the same archive shows what an unchanged site costs. With --more the crawl of so many
pages is measured too, and its memory beside that of the first.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent


@contextmanager
def served(number: int) -> Iterator[str]:
    """The address of a site of so many posts."""
    command = [sys.executable, str(HERE / "frozen_site.py"), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield server.stdout.readline().strip()  # type: ignore[union-attr]
        finally:
            server.kill()


def measured(*arguments: str) -> tuple[float, float, str]:
    """Seconds, most memory (MB) and output of this script's work in a child."""
    command = [sys.executable, __file__, "--work", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory, *rest = done.stdout.split("\n", 2)
    return float(seconds), float(memory), "".join(rest)


def bare(url: str, number: int) -> None:
    """A spider that downloads so many posts and does nothing with them."""
    from scrapy import Request, Spider  # noqa: PLC0415 - in the child alone
    from scrapy.crawler import AsyncCrawlerProcess  # noqa: PLC0415

    class Bare(Spider):
        name = "bare"

        start_urls = (f"{url}/",)

        def parse(self, _):
            for post in range(1, number + 1):
                yield Request(f"{url}/?p={post}", callback=self.nothing, dont_filter=True)

        def nothing(self, _):
            pass

    settings = {
        "CONCURRENT_REQUESTS": 8,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_ENABLED": False,
    }
    process = AsyncCrawlerProcess(settings)
    process.crawl(Bare)
    process.start()


def full(url: str, folder: Path) -> str:
    """The crawl, as the command does it."""
    from crawler import running, sites  # noqa: PLC0415 - in the child alone

    counts = running.run(sites.choose((url,)), folder, observe=lambda _: None).end.counts
    return str(counts)


def work(arguments: list[str]) -> None:
    """What a measured child does: prints seconds and memory."""
    kind, url, rest = arguments
    begun = time.perf_counter()
    said = full(url, Path(rest)) if kind == "full" else bare(url, int(rest))
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds}\n{memory}\n{said}")


def line(name: str, number: int, seconds: float, memory: float) -> None:
    """One line of the result."""
    print(f"{name:24} {number:6} pages {number / seconds:8.1f} pages/s {memory:7.0f} MB")


def main() -> None:
    """Measures and prints rates and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--more", type=int, default=0)
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        work(arguments.work)
        return
    number = arguments.pages
    with served(number) as url, tempfile.TemporaryDirectory() as folder:
        download, used, _ = measured("bare", url, str(number))
        line("bare Scrapy spider", number, download, used)
        crawl, memory, _ = measured("full", url, folder)
        line("full crawl", number, crawl, memory)
        again, used, _ = measured("full", url, folder)
        line("again, nothing changed", number, again, used)
    print(f"the full crawl's rate is {download / crawl:.2f} of the bare spider's")
    if arguments.more:
        with served(arguments.more) as url, tempfile.TemporaryDirectory() as folder:
            seconds, later, _ = measured("full", url, folder)
        line("full crawl", arguments.more, seconds, later)
        print(f"memory after {arguments.more} pages is {later / memory:.2f} of that after {number}")


if __name__ == "__main__":
    main()
