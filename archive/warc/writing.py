"""Writing WARC 1.1 files: one record a gzip member, on disk before anybody refers to it."""

from __future__ import annotations

import os
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.errors import ArchiveError
from archive.warc.exchange import FOLDER, Exchange, Original, Place, payload_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PRODUCT = "resilience-archive"
LARGEST_FILE = 1_000_000_000
"""Bytes after which the next file begins: 1 GB, what web archives use."""


class WarcWriter:
    """Writes the records of one run into files `warc/PREFIX-00001.warc.gz` and so on.

    A file is made with its first record. Of one writer no two calls may run at once.
    """

    def __init__(
        self, folder: Path, prefix: str, *, largest: int = LARGEST_FILE, durable: bool = True
    ) -> None:
        """`folder` is the archive's; `largest` the size in bytes after which a file is full.

        With `durable` each record is on disk when its place is known, else after `sync`.
        """
        self._folder = folder
        self._prefix = prefix
        self._largest = largest
        self._durable = durable
        self._file: BinaryIO | None = None
        self._name = ""
        self._number = 0

    def write(self, exchange: Exchange, *, repeats: Original | None = None) -> Place:
        """Keeps a request and its response; where the response's record lies.

        With `repeats` the body is not written again: the record refers to that response.
        Raises ArchiveError where the disk refuses; the file is then as it was.
        """
        builder = _Builder()
        response = builder.response(exchange, repeats)
        before = b"" if exchange.request is None else builder.request(exchange, response)
        return self._append(before, builder.bytes_of(response))

    def write_resource(self, url: str, fetched_at: str, media_type: str, body: bytes) -> Place:
        """Keeps a page that came without its HTTP headers, as a saved file does."""
        builder = _Builder()
        return self._append(
            b"", builder.bytes_of(builder.resource(url, fetched_at, media_type, body))
        )

    def copy(self, record: ArcWarcRecord, *, request: ArcWarcRecord | None = None) -> Place:
        """Keeps a record of another file under its own id and date, with its request if given."""
        builder = _Builder()
        before = b"" if request is None else builder.bytes_of(request)
        return self._append(before, builder.bytes_of(record))

    def sync(self) -> None:
        """Waits until all records are on disk. Raises ArchiveError where the disk refuses."""
        if self._file is not None and not self._durable:
            try:
                os.fdatasync(self._file.fileno())
            except OSError as error:
                raise self._cannot_write(error) from error

    def close(self) -> None:
        """Ends the present file; a writer that wrote nothing leaves none."""
        if self._file is not None:
            self.sync()
            self._file.close()
            self._file = None

    def _append(self, before: bytes, record: bytes) -> Place:
        try:
            file = self._open()
            begin = file.seek(0, os.SEEK_END)
            try:
                self._write(file, before + record)
            except OSError:
                file.truncate(begin)
                raise
        except OSError as error:
            raise self._cannot_write(error) from error
        return Place(f"{FOLDER}/{self._name}", begin + len(before), len(record))

    def _write(self, file: BinaryIO, data: bytes) -> None:
        written = 0
        while written < len(data):
            written += file.write(data[written:])
        if self._durable:
            os.fdatasync(file.fileno())

    def _cannot_write(self, error: OSError) -> ArchiveError:
        return ArchiveError(
            f"The WARC file {self._folder / FOLDER / self._name} cannot be written:"
            f" {error.strerror}. Make room, or give this user the right to write it."
        )

    def _open(self) -> BinaryIO:
        if self._file is not None and self._file.tell() >= self._largest:
            self.close()
        if self._file is None:
            self._number += 1
            self._name = f"{self._prefix}-{self._number:05}.warc.gz"
            folder = self._folder / FOLDER
            folder.mkdir(exist_ok=True)
            # Unbuffered: what write() has taken survives the death of the process.
            self._file = (folder / self._name).open("xb", buffering=0)
            builder = _Builder()
            self._write(self._file, builder.bytes_of(builder.information(self._name)))
            _make_durable(folder)
        return self._file


class _Builder:
    """Records as warcio makes them, each as the bytes of one gzip member."""

    def __init__(self) -> None:
        self._buffer = BytesIO()
        self._writer: Any = WARCWriter(self._buffer, gzip=True, warc_version="1.1")

    def bytes_of(self, record: ArcWarcRecord) -> bytes:
        begin = self._buffer.tell()
        self._writer.write_record(record)
        return self._buffer.getvalue()[begin:]

    def information(self, name: str, **further: str) -> ArcWarcRecord:
        fields = {
            "software": f"{PRODUCT}/{version(PRODUCT)}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            **further,
        }
        return self._writer.create_warcinfo_record(name, fields)

    def response(self, exchange: Exchange, repeats: Original | None) -> ArcWarcRecord:
        payload = payload_of(exchange.body)
        status_line = f"{exchange.status} {exchange.reason}".strip()
        head = StatusAndHeaders(status_line, list(exchange.headers), exchange.protocol)
        fields = _fields(exchange)
        if repeats is not None:
            return self._writer.create_revisit_record(
                exchange.url,
                payload.digest,
                repeats.url,
                repeats.fetched_at,
                http_headers=head,
                warc_headers_dict=fields,
            )
        return self._writer.create_warc_record(
            exchange.url,
            "response",
            payload=BytesIO(exchange.body),
            length=len(exchange.body),
            http_headers=head,
            warc_headers_dict={**fields, "WARC-Payload-Digest": payload.digest},
        )

    def request(self, exchange: Exchange, response: ArcWarcRecord) -> bytes:
        assert exchange.request is not None  # noqa: S101 - only such exchanges come here
        asked = exchange.request
        line = f"{asked.method} {asked.target} {exchange.protocol}"
        head = StatusAndHeaders(line, list(asked.headers), is_http_request=True)
        answered_by = response.rec_headers.get_header("WARC-Record-ID")
        fields = {"WARC-Date": exchange.fetched_at, "WARC-Concurrent-To": answered_by}
        record = self._writer.create_warc_record(
            exchange.url, "request", http_headers=head, warc_headers_dict=fields
        )
        return self.bytes_of(record)

    def resource(self, url: str, fetched_at: str, media_type: str, body: bytes) -> ArcWarcRecord:
        return self._writer.create_warc_record(
            url,
            "resource",
            payload=BytesIO(body),
            length=len(body),
            warc_content_type=media_type,
            warc_headers_dict={
                "WARC-Date": fetched_at,
                "WARC-Payload-Digest": payload_of(body).digest,
            },
        )


def information(record_id: str, date: str, description: str) -> bytes:
    """The warcinfo record that a file begins with, the same whenever it is made: a gzip member."""
    builder = _Builder()
    record = builder.information("", description=description)
    record.rec_headers.replace_header("WARC-Record-ID", record_id)
    record.rec_headers.replace_header("WARC-Date", date)
    return builder.bytes_of(record)


def _fields(exchange: Exchange) -> dict[str, str]:
    fields = {"WARC-Date": exchange.fetched_at}
    if exchange.ip is not None:
        fields["WARC-IP-Address"] = exchange.ip
    if exchange.source_url is not None:
        fields["WARC-Source-URI"] = exchange.source_url
    return fields


def _make_durable(folder: Path) -> None:
    """The name of a new file survives a power failure too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
