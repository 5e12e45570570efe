"""The words of a text as the index knows them: in plain small letters, with their stems.

The index is fed with these words and nothing else, so that what it finds and what is marked in
the original text are the same words, whatever a version of SQLite takes for a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from archive.search.stems import stem

LONGEST = 64
"""Letters of a word that count; what differs later is the same word."""

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['’ʼ][^\W_]+)*")
"""Letters and digits; `Jum'at` and a letter with a mark of its own are one word."""
_MOST_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text, `text[start:end]`."""

    start: int
    end: int
    plain: str
    stem: str


def words(text: str, start: int = 0) -> Iterator[Word]:
    """The words of a text in their order, from the one on that begins at `start`.

    >>> [word.plain for word in words("Jum’at: Pengelolaan AIR, 2x!")]
    ['jumat', 'pengelolaan', 'air', '2x']
    """
    for match in _WORD.finditer(text, start):
        plain, other = _known[match[0]]
        if plain:
            yield Word(match.start(), match.end(), plain, other or plain)


def written_words(text: str) -> Iterator[re.Match[str]]:
    """What may be a word, as it is written, in the order of a text."""
    return _WORD.finditer(text)


def as_indexed(text: str) -> tuple[str, str]:
    """(the words of a text, the stems of those that have another one), parted by spaces.

    >>> as_indexed("Warga mengelola sampah.")
    ('warga mengelola sampah', 'kelola')
    """
    known = list(map(_known.__getitem__, _WORD.findall(text)))
    if not known:
        return "", ""
    plain, stems = zip(*known, strict=True)
    return " ".join(plain), " ".join(filter(None, stems))


class _Known(dict[str, tuple[str, str]]):
    """Words as they are written -> (plain, stem where it is another one, else empty).

    The same words come again and again; so many of them are kept.
    """

    def __missing__(self, written: str) -> tuple[str, str]:
        plain = _plain(written[: 2 * LONGEST])
        root = stem(plain)
        found = plain, "" if root == plain else root
        if len(written) <= LONGEST:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[written] = found
        return found


_known = _Known()

as_known = _known.__getitem__
"""Gives (plain, stem where it is another one, else empty) of what may be a word."""


def _plain(written: str) -> str:
    """A word in small letters without marks and apostrophes; an English 's is left out."""
    if written.isascii() and written.isalnum():
        return written.lower()[:LONGEST]
    if len(written) > len("'s") and written[-2:].lower() in {"'s", "’s", "ʼs"}:
        written = written[:-2]
    parts = unicodedata.normalize("NFKD", written.casefold())
    return "".join(letter for letter in parts if letter.isalnum()).lower()[:LONGEST]
