"""File -> Document: the whole reading of a file, pure, without network or database.

A hostile file may take the process down, or hold it up: `crawler.documents.limited` reads in a
process of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from archive.documents import Document, DocumentType
from crawler.documents.contents import Contents
from crawler.documents.docx import read_docx
from crawler.documents.language import language_of
from crawler.documents.opendocument import read_odp, read_ods, read_odt
from crawler.documents.pdf import draw_pdf, read_pdf
from crawler.documents.pictures import draw_image, find_thumbnail, read_image
from crawler.documents.plain_text import read_text
from crawler.documents.pptx import read_pptx
from crawler.documents.sniffing import ENCRYPTED_OFFICE, UNKNOWN, Kind, sniff
from crawler.documents.unreadable import UnreadableError
from crawler.documents.xlsx import read_xlsx

MOST_BYTES = 200 * 1024 * 1024

_READERS: dict[DocumentType, Callable[[bytes], Contents]] = {
    "pdf": read_pdf,
    "pptx": read_pptx,
    "docx": read_docx,
    "xlsx": read_xlsx,
    "odp": read_odp,
    "odt": read_odt,
    "ods": read_ods,
    "image": read_image,
    "text": read_text,
}
_DRAWERS: dict[DocumentType, Callable[[bytes], bytes | None]] = {
    "pdf": draw_pdf,
    "pptx": find_thumbnail,
    "docx": find_thumbnail,
    "odp": find_thumbnail,
    "odt": find_thumbnail,
    "ods": find_thumbnail,
    "image": draw_image,
}
_UNREAD: dict[DocumentType, str] = {
    "ppt": "Presentations of PowerPoint from before 2007 are not read.",
    "doc": "Texts of Word from before 2007 are not read.",
    "xls": "Tables of Excel from before 2007 are not read.",
    "rtf": "Texts in Rich Text Format are not read.",
    "html": "It is a web page, not a document.",
    "zip": "It is a ZIP archive; what is in it is not read.",
    "video": "It is a video, which has no text.",
    "audio": "It is a recording, which has no text.",
    "unknown": "Its content is of no known type.",
}


def read_document(data: bytes | Path) -> Document:
    """What a file is and says, with a picture of its first page. Never raises on any content.

    Raises MemoryError alone. PDFium is not made for threads: one at a time may call this.
    """
    document = read_without_picture(data)
    return replace(document, picture=draw(data, document))


def read_without_picture(data: bytes | Path) -> Document:
    """What a file is and says, as `read_document` tells it, without the picture."""
    kind = UNKNOWN
    try:
        content = _bytes_of(data)
        kind = sniff(content)
        return _read(content, kind)
    except UnreadableError as error:
        return Document(*kind, reason=str(error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - hostile bytes lead libraries to any exception
        return Document(*kind, reason=f"It cannot be read ({type(error).__name__}).")


def draw(data: bytes | Path, document: Document) -> bytes | None:
    """A picture of the first page or slide of a document that was read; None where there is none."""
    drawer = _DRAWERS.get(document.type)
    if drawer is None or document.reason:
        return None
    try:
        return drawer(_bytes_of(data))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above; a picture is no fact
        return None


def _bytes_of(data: bytes | Path) -> bytes:
    """Raises UnreadableError where there are too many, or none."""
    try:
        length = data.stat().st_size if isinstance(data, Path) else len(data)
        if length > MOST_BYTES:
            raise UnreadableError(f"The file has {length >> 20} MB.")
        content = data.read_bytes() if isinstance(data, Path) else data
    except OSError as error:
        raise UnreadableError(f"The file cannot be opened: {error.strerror}.") from error
    if not content:
        raise UnreadableError("The file is empty.")
    return content


def _read(data: bytes, kind: Kind) -> Document:
    if kind == ENCRYPTED_OFFICE:
        raise UnreadableError("The Office document opens with a password only, or is damaged.")
    reader = _READERS.get(kind.type)
    if reader is None:
        raise UnreadableError(_UNREAD[kind.type])
    contents = reader(data)
    title, author, created_at, pages = contents.properties
    return Document(
        *kind,
        pages=pages,
        title=title,
        author=author,
        created_at=created_at,
        language=language_of(contents.texts),
        texts=contents.texts,
        is_scanned=contents.is_scanned,
        is_complete=contents.is_complete,
    )
