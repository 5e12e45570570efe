"""The words of a document as they are kept: clean, and of bounded length."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_PAGES = 3000
MOST_LETTERS_A_PAGE = 200_000
MOST_LETTERS = 5_000_000
"""Ten thousand printed pages; a book has a tenth of it."""

_LINE_END_HYPHENS = re.compile("[\x02\ufffe]")
"""How PDFium marks a hyphen that parts a word at the end of a line."""
_NO_LETTERS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r" ?\n[ \n]*")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


def clean(words: str) -> str:
    """The words without control characters and ligatures, blanks and empty lines made one.

    A word parted at the end of a line stays so, with its hyphen.
    """
    words = _LINE_END_HYPHENS.sub("-\n", words)
    words = _LINE_ENDS.sub("\n", words)
    words = _NO_LETTERS.sub("", words).translate(_LIGATURES)
    return _EMPTY_LINES.sub("\n", _BLANKS.sub(" ", words)).strip()


def keep(pages: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """The texts of the pages, cleaned, and whether they are all there is.

    Pages are taken one by one, so no more are read than are kept.
    """
    kept: list[str] = []
    left = MOST_LETTERS
    whole = True
    for page in pages:
        if len(kept) == MOST_PAGES or left <= 0:
            return tuple(kept), False
        most = min(MOST_LETTERS_A_PAGE, left)
        text = clean(page[: most + 1])
        if len(page) > most:
            whole, text = False, text[:most]
        left -= len(text)
        kept.append(text)
    return tuple(kept), whole
