"""What one document becomes: a slide file, a report, a picture that a page links to.

Names follow Dublin Core where it has them (title, language) and schema.org elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DOCUMENT_READER_VERSION = "1"
"""Raised whenever the same file would give another document than before."""

DocumentType = Literal[
    "pdf",
    "pptx",
    "docx",
    "xlsx",
    "odp",
    "odt",
    "ods",
    "ppt",
    "doc",
    "xls",
    "rtf",
    "html",
    "zip",
    "image",
    "video",
    "audio",
    "text",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says of itself, and its words."""

    type: DocumentType
    """By content, never by name."""
    media_type: str
    """As IANA registers it; `application/octet-stream` where nothing is known."""
    pages: int | None = None
    """Pages, slides or sheets; None where the file does not tell."""
    title: str | None = None
    author: str | None = None
    created_at: str | None = None
    """ISO 8601; with an offset where the file gives one."""
    language: str | None = None
    """`id` or `en`; None where the words do not tell."""
    texts: tuple[str, ...] = ()
    """The words of each page, slide or sheet, in order; a slide's notes stand behind its words."""
    is_scanned: bool = False
    """Most of its pages are pictures without text."""
    is_complete: bool = True
    """False where some of its words are not in `texts`: they are too many, or could not be read."""
    picture: bytes | None = None
    """The first page or slide as a small PNG or JPEG."""
    reason: str | None = None
    """A sentence: why it was not read; None where it was."""
