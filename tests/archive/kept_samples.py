"""An archive of an invented city with every kind of capture, really kept in WARC files."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

from archive_samples import URL, article, fetch, record
from sqlite_utils import Database

from archive import captures, storage, writer
from archive.captures import Capture, Source
from archive.warc.exchange import Exchange, Original, Place, Request, payload_of
from archive.warc.writing import WarcWriter

FIRST, SECOND = "2019-03-06T01:02:03Z", "2019-04-01T08:00:00Z"
LIST = "https://kota.example/feed/"
REDIRECT = "https://kota.example/?p=7"
COPY = "https://kota.example/cetak/lokakarya-taman-hujan/"
SAVED = "https://lain.example/disimpan.html"
PAGE = b"<html><h1>Lokakarya Taman Hujan</h1>" + b"<p>Sumur resapan.</p>" * 60 + b"</html>"
PACKED_PAGE = gzip.compress(PAGE + b"<p>Diperbarui.</p>", mtime=0)
FILE = "warc/crawl-000001-20190306010203-00001.warc.gz"


class City:
    """Keeps answers of the invented city, record first, as a crawl does."""

    def __init__(self, db: Database, folder: Path, *, durable: bool = True) -> None:
        self.db = db
        self.writer = WarcWriter(folder, "crawl-000001-20190306010203", durable=durable)

    def keep(
        self,
        url: str,
        body: bytes,
        *,
        at: str = FIRST,
        status: int = 200,
        repeats: str | None = None,
        headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"),),
    ) -> int:
        """Keeps an answer; with `repeats`, the address whose body it repeats, as a revisit."""
        asked = Request("GET", "/" + url.split("/", 3)[3], (("Host", "kota.example"),))
        exchange = Exchange(url, at, status, "OK", headers, body, request=asked)
        known = captures.original_of(self.db, payload_of(body).digest) if repeats else None
        original_id, original = known or (None, None)
        assert original is None or original == Original(repeats or "", original.fetched_at)
        place = self.writer.write(exchange, repeats=original)
        return self.note(exchange.url, body, place, at=at, status=status, original_id=original_id)

    def keep_saved(self, url: str, body: bytes, *, at: str = SECOND) -> int:
        """Keeps a saved page, which has no HTTP headers."""
        place = self.writer.write_resource(url, at, "text/html", body)
        return self.note(url, body, place, at=at, status=200, source="import", kind="resource")

    def note(
        self,
        url: str,
        body: bytes,
        place: Place,
        *,
        at: str,
        status: int,
        original_id: int | None = None,
        source: Source = "live",
        kind: str = "response",
    ) -> int:
        """Notes the row of a capture whose record is on disk."""
        with storage.transaction(self.db):
            return captures.note(
                self.db,
                Capture(
                    url,
                    at,
                    status,
                    "text/html",
                    payload_of(body),
                    source,
                    record_type="revisit" if original_id else kind,  # type: ignore[arg-type]
                    place=place,
                    original_id=original_id,
                ),
            )


def fill(db: Database, folder: Path) -> None:
    """A list, a redirect, a page in two versions, a copy of it at another address, a saved page."""
    city = City(db, folder)
    city.keep(LIST, b"<rss/>")
    city.keep(REDIRECT, b"", status=301, headers=(("Location", URL),))
    first = city.keep(URL, PAGE)
    writer.store_page(db, record(), fetch(fetched_at=FIRST, capture_id=first))
    city.keep(COPY, PAGE, at=SECOND, repeats=URL)
    packed = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    second = city.keep(URL, PACKED_PAGE, at=SECOND, headers=packed)
    newer = replace(record(), article=article(text=article().text + "\nDiperbarui."))
    writer.store_page(db, newer, fetch(fetched_at=SECOND, capture_id=second))
    city.keep_saved(SAVED, b"<p>Disimpan.</p>")
    city.writer.close()
