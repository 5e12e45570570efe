"""The sector of an organization, where neither its head word nor a list's heading tells it."""

from __future__ import annotations

import re
from typing import cast

from archive.records import Sector
from crawler import lexicon


def sector_of(name: str) -> Sector | None:
    """The sector that the words of a name suggest; None where they suggest none."""
    written = " ".join(re.findall(r"\w+", name.lower()))
    for sector, words in lexicon.load("sectors").items():
        if any(re.search(rf"\b{re.escape(word)}\b", written) for word in words):
            return cast("Sector", sector)
    return None
