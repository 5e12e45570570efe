"""Text without any markup."""

from __future__ import annotations

from crawler.documents.contents import Contents
from crawler.documents.properties import Properties
from crawler.documents.words import MOST_LETTERS_A_PAGE, keep

_MOST_BYTES = 4 * (MOST_LETTERS_A_PAGE + 1)
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_text(data: bytes) -> Contents:
    """A text as one page, in UTF-8 or, where it is not, as Windows writes Western languages."""
    sample = data[:_MOST_BYTES]
    encoding = _MARKS.get(data[:2], "utf-8")
    try:
        words = sample.decode(encoding)
    except UnicodeDecodeError as error:
        cut = len(sample) < len(data) and error.start > len(sample) - 4
        words = sample.decode(encoding if cut else "cp1252", "replace")
    texts, whole = keep([words])
    return Contents(Properties(), texts, whole and len(sample) == len(data))
