"""The sector of an organization, where neither its head word nor a list's heading tells it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from archive.records import Sector
from crawler import lexicon

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1024)
def sector_of(name: str) -> Sector | None:
    """The sector that the words of a name suggest; None where they suggest none."""
    written = f" {' '.join(_WORD.findall(name.lower()))} "
    for sector, words in _words():
        if any(word in written for word in words):
            return sector
    return None


@cache
def _words() -> tuple[tuple[Sector, tuple[str, ...]], ...]:
    """The words of each sector, between blanks, as `sector_of` finds them."""
    return tuple(
        (cast("Sector", sector), tuple(f" {word} " for word in words))
        for sector, words in lexicon.load("sectors").items()
    )
