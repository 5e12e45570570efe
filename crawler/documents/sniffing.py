"""What a file is, by its content alone: names and headers of the web are often wrong."""

from __future__ import annotations

import io
import re
import zipfile
from typing import NamedTuple

from archive.documents import DocumentType

_HEAD = 4096
_PDF_WITHIN = 1024
"""Readers allow junk before a PDF's mark within so many bytes."""
_TEXT_SAMPLE = 65_536
_DAMAGED_SAMPLE = 65_536


class Kind(NamedTuple):
    """A type with its media type."""

    type: DocumentType
    media_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
UNKNOWN = Kind("unknown", "application/octet-stream")
ENCRYPTED_OFFICE = Kind("unknown", "application/x-ole-storage")
"""A presentation, text or table of Office that opens with a password only."""
_ZIP = Kind("zip", "application/zip")

_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", Kind("image", "image/png")),
    (b"\xff\xd8\xff", Kind("image", "image/jpeg")),
    (b"GIF87a", Kind("image", "image/gif")),
    (b"GIF89a", Kind("image", "image/gif")),
    (b"BM", Kind("image", "image/bmp")),
    (b"II*\x00", Kind("image", "image/tiff")),
    (b"MM\x00*", Kind("image", "image/tiff")),
    (b"\x1aE\xdf\xa3", Kind("video", "video/webm")),
    (b"FLV\x01", Kind("video", "video/x-flv")),
    (b"\x00\x00\x01\xba", Kind("video", "video/mpeg")),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind("video", "video/x-ms-asf")),
    (b"OggS", Kind("video", "application/ogg")),
    (b"ID3", Kind("audio", "audio/mpeg")),
    (b"\xff\xfb", Kind("audio", "audio/mpeg")),
    (b"fLaC", Kind("audio", "audio/flac")),
    (b"{\\rtf", Kind("rtf", "application/rtf")),
)
_RIFF = {
    b"WEBP": Kind("image", "image/webp"),
    b"AVI ": Kind("video", "video/x-msvideo"),
    b"WAVE": Kind("audio", "audio/wav"),
}
_BRANDS = {
    b"heic": Kind("image", "image/heic"),
    b"mif1": Kind("image", "image/heif"),
    b"avif": Kind("image", "image/avif"),
    b"M4A ": Kind("audio", "audio/mp4"),
    b"qt  ": Kind("video", "video/quicktime"),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("PowerPoint Document", Kind("ppt", "application/vnd.ms-powerpoint")),
    ("WordDocument", Kind("doc", "application/msword")),
    ("Workbook", Kind("xls", "application/vnd.ms-excel")),
    ("Book", Kind("xls", "application/vnd.ms-excel")),
)
_OFFICE_FOLDERS: tuple[tuple[str, Kind], ...] = (
    ("ppt/", Kind("pptx", f"{_OFFICE}presentationml.presentation")),
    ("word/", Kind("docx", f"{_OFFICE}wordprocessingml.document")),
    ("xl/", Kind("xlsx", f"{_OFFICE}spreadsheetml.sheet")),
)
_OPEN_TYPES = {
    "presentation": Kind("odp", f"{_OPEN}presentation"),
    "text": Kind("odt", f"{_OPEN}text"),
    "spreadsheet": Kind("ods", f"{_OPEN}spreadsheet"),
}
_MARKUP = re.compile(rb"<!doctype\s+html|<(?:html|head|body|script|title|meta)[\s>]", re.IGNORECASE)
_OFFICE_MEMBER = re.compile(rb"PK\x03\x04[\s\S]{26}(ppt/|word/|xl/)")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def sniff(data: bytes) -> Kind:
    """The type of a file's content; `unknown` where it tells none. Never raises."""
    head = data[:_HEAD]
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning) and (beginning != b"BM" or head[6:10] == bytes(4)):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], Kind("video", "video/mp4"))
    if head.startswith(_OLE):
        return _of_ole(data)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(data)
    return _of_words(data, head)


def _of_ole(data: bytes) -> Kind:
    """An old Office file, by the name of its stream, which is UTF-16."""
    for name, kind in _OLE_STREAMS:
        if name.encode("utf-16-le") + b"\0\0" in data:
            return kind
    return Kind("unknown", "application/x-ole-storage")


def _of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            declared = _declared(package) if "mimetype" in names else b""
    except Exception:  # noqa: BLE001 - a broken file raises whatever its bytes lead to
        return _of_broken_zip(data)
    if declared.startswith(_OPEN.encode()):
        name = declared[len(_OPEN) :].decode("ascii", "ignore").strip()
        return _OPEN_TYPES.get(name, _ZIP)
    for folder, kind in _OFFICE_FOLDERS:
        if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names):
            return kind
    return _ZIP


def _declared(package: zipfile.ZipFile) -> bytes:
    """The beginning of what an OpenDocument file says of its type."""
    with package.open("mimetype") as member:
        return member.read(200)


def _of_broken_zip(data: bytes) -> Kind:
    """A file that is cut off, by the names that stand before its members."""
    sample = data[:_DAMAGED_SAMPLE]
    for name, kind in _OPEN_TYPES.items():
        if f"mimetype{_OPEN}{name}".encode() in sample:
            return kind
    found = _OFFICE_MEMBER.search(sample)
    return dict(_OFFICE_FOLDERS)[found[1].decode()] if found else _ZIP


def _of_words(data: bytes, head: bytes) -> Kind:
    mark = head.find(b"%PDF-", 0, _PDF_WITHIN)
    markup = _MARKUP.search(head)
    if mark >= 0 and not (markup and markup.start() < mark):
        return Kind("pdf", "application/pdf")
    if head.startswith(_WIDE_MARKS) and len(head) % 2 == 0:
        return Kind("text", "text/plain")
    sample = data[:_TEXT_SAMPLE]
    if not sample.strip() or _NO_TEXT.search(sample):
        return UNKNOWN
    return Kind("html", "text/html") if markup else Kind("text", "text/plain")
