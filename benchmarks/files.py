"""Pages of text per second from PDF, beside pypdf on the same files.

    python benchmarks/files.py [FOLDER] [--rounds 5]

Without a FOLDER of PDFs the files are made here: reports of many lines a page, and decks of few
words and a picture. All run warm and in turn, so that a drift of the machine's speed meets all;
the ratio is what to quote. pypdf gives text only; the product also finds scans, cleans the text
and tells the language, then draws the first page, and does all of it in the limited process
that a crawl uses.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pypdf
from fpdf import FPDF
from PIL import Image

from crawler.documents.limited import DocumentReader
from crawler.documents.reading import read_document, read_without_picture

WORDS = [
    "air",
    "banjir",
    "warga",
    "kota",
    "sungai",
    "rencana",
    "lokakarya",
    "kelurahan",
    "yang",
    "dan",
    "untuk",
    "dengan",
    "dari",
]
REPORTS, DECKS, PAGES = 4, 4, 25


def report(chance: random.Random) -> bytes:
    """A text of forty lines a page."""
    file = FPDF()
    file.set_font("helvetica", size=11)
    for _ in range(PAGES):
        file.add_page()
        file.multi_cell(0, 6, " ".join(chance.choices(WORDS, k=480)))
    return bytes(file.output())


def deck(chance: random.Random) -> bytes:
    """Slides of a title, five points and a picture."""
    file = FPDF("landscape")
    for _ in range(PAGES):
        file.add_page()
        file.image(Image.radial_gradient("L").convert("RGB"), 150, 60, 120)
        file.set_font("helvetica", size=28)
        file.cell(0, 20, " ".join(chance.choices(WORDS, k=5)), new_x="LMARGIN", new_y="NEXT")
        file.set_font("helvetica", size=16)
        for _ in range(5):
            file.multi_cell(130, 9, " ".join(chance.choices(WORDS, k=9)), new_x="LMARGIN")
    return bytes(file.output())


def files_of(folder: Path | None) -> list[bytes]:
    """The PDFs of a folder, or of our own making."""
    if folder:
        return [path.read_bytes() for path in sorted(folder.glob("*.pdf"))]
    chance = random.Random(2018)  # noqa: S311 - the same files every time, nothing secret
    return [report(chance) for _ in range(REPORTS)] + [deck(chance) for _ in range(DECKS)]


def by_pypdf(file: bytes) -> int:
    """How many pages pypdf gives the text of."""
    return len([page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages])


def seconds_of(work: Callable[[bytes], object], files: list[bytes]) -> float:
    """How long one pass over the files takes."""
    begun = time.perf_counter()
    for file in files:
        work(file)
    return time.perf_counter() - begun


def main() -> None:
    """Measures in rounds of all contestants and prints medians and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    files = files_of(arguments.folder)
    pages = sum(by_pypdf(file) for file in files)
    with DocumentReader() as reader:
        contestants: dict[str, Callable[[bytes], object]] = {
            "pypdf": by_pypdf,
            "text and properties": read_without_picture,
            "with a picture": read_document,
            "in its own process": reader.read,
        }
        reader.read(files[0])
        rounds = [
            {name: seconds_of(work, files) for name, work in contestants.items()}
            for _ in range(arguments.rounds)
        ]
    for name in contestants:
        rate = pages / statistics.median(times[name] for times in rounds)
        ratio = statistics.median(times["pypdf"] / times[name] for times in rounds)
        print(f"{name:20} {pages:6} pages {rate:9.1f} pages/s {ratio:7.2f} of pypdf's rate")


if __name__ == "__main__":
    main()
