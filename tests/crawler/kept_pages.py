"""Archives whose pages are really kept in WARC files and read from there, without any server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from archive import captures, identity, storage, writer
from archive.captures import Capture, Source
from archive.warc.exchange import Exchange, Original, Place, payload_of
from archive.warc.writing import WarcWriter
from archive.writer import Fetch
from crawler.reading import read_page

HOME = "https://kota.example"
WORDS = (
    "Kota Seruni, 4 Maret 2019. Sekretariat Kota Seruni menggelar lokakarya taman hujan yang"
    " dihadiri {count} peserta. Ibu Ratna Wulandari, MT (Kepala Dinas Air) membuka acara itu."
    " Warga meminta sumur resapan dan peta banjir bagi setiap kampung di tepi sungai."
)


def page(title: str = "Lokakarya Taman Hujan", *, count: int = 40, more: str = "") -> str:
    """The HTML of a post that reports a workshop."""
    words = WORDS.format(count=count)
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{words}</p>{f'<p>{more}</p>' if more else ''}</article></body></html>"
    )


class Keeping:
    """Keeps pages in an archive as a crawl does, WARC record first."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db = db
        self._warc = WarcWriter(folder, f"tests-{db['captures'].count}")

    def keep(
        self,
        path: str,
        html: str,
        fetched_at: str = "2019-03-06T01:02:03Z",
        *,
        source: Source = "live",
        requested: str | None = None,
        site: str = "kota",
    ) -> int:
        """Keeps and stores what was served at a path of the home; the id of its capture.

        `requested` is the path under which the same page was asked for.
        """
        url = f"{HOME}{path}"
        body = html.encode()
        payload = payload_of(body)
        known = captures.original_of(self.db, payload.digest)
        original_id, original = known or (None, None)
        place = self.write(url, fetched_at, body, original)
        capture = Capture(
            url,
            fetched_at,
            200,
            "text/html",
            payload,
            source,
            record_type="revisit" if original else "response",
            place=place,
            original_id=original_id,
        )
        with storage.transaction(self.db):
            capture_id = captures.note(self.db, capture)
        asked = f"{HOME}{requested or path}"
        live = source == "live"
        fetch = Fetch(
            url,
            asked,
            site,
            fetched_at,
            200,
            capture_id,
            crawl_id=None,
            is_live=live,
            is_same=True,
        )
        writer.store_page(self.db, read_page(body, url), fetch)
        return capture_id

    def write(
        self, url: str, fetched_at: str, body: bytes, original: Original | None = None
    ) -> Place:
        """Keeps an answer alone, without a row of the archive."""
        headers = (("Content-Type", "text/html"),)
        exchange = Exchange(url, fetched_at, 200, "OK", headers, body)
        return self._warc.write(exchange, repeats=original)

    def close(self) -> None:
        self._warc.close()


@contextmanager
def archive_in(folder: Path) -> Iterator[Keeping]:
    """An archive in which a test keeps pages; at the end of the block closed, as a run leaves it."""
    db = storage.open_archive(folder)
    keeping = Keeping(db, folder)
    try:
        yield keeping
        identity.renew(db)
    finally:
        keeping.close()
        storage.close(db)


def change(folder: Path, *statements: str) -> None:
    """Alters the archive as nothing of the program does."""
    with closing(sqlite3.connect(folder / "archive.db")) as db, db:
        for statement in statements:
            db.execute(statement)


def make_older(folder: Path, *statements: str) -> None:
    """Makes the archive one that an older extractor read, which erred as the statements say."""
    change(
        folder,
        "UPDATE articles SET extractor_version = '0'",
        "UPDATE pages SET article_digest = 'of an older extractor'",
        *statements,
    )


def dump(folder: Path) -> list[str]:
    """All that the database holds, as SQL."""
    with closing(sqlite3.connect(folder / "archive.db")) as db:
        return list(db.iterdump())


def damage(folder: Path, capture_id: int) -> None:
    """Flips the bits of the middle of a capture's record; the second time it is mended."""
    with closing(sqlite3.connect(folder / "archive.db")) as db:
        file, offset, length = db.execute(
            'SELECT file, "offset", length FROM captures WHERE id = ?', (capture_id,)
        ).fetchone()
    with (folder / file).open("r+b") as warc:
        warc.seek(offset + length // 2)
        bits = warc.read(8)
        warc.seek(offset + length // 2)
        warc.write(bytes(255 - bit for bit in bits))
