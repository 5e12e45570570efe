"""The words of a page's text, read once and shared by all who look for cue words in it."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8)
def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every word of a text in lower case, with its offsets, in order. Linear in its length."""
    return tuple([(found[0].lower(), found.start(), found.end()) for found in _WORD.finditer(text)])


@lru_cache(maxsize=8)
def vocabulary_of(text: str) -> frozenset[str]:
    """The different words of a text, in lower case."""
    return frozenset([word for word, _, _ in words_of(text)])
