"""What a reader of one kind of document gives back."""

from __future__ import annotations

from typing import NamedTuple

from crawler.documents.properties import Properties


class Contents(NamedTuple):
    """The pages of a document and what it says of itself; see `archive.documents.Document`."""

    properties: Properties
    """With the pages that the document has, which may be more than there are texts."""
    texts: tuple[str, ...]
    is_complete: bool = True
    is_scanned: bool = False
