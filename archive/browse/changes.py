"""What a page changed between one text and the next: lines that went, and lines that came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.versions import Version

MOST_LINES = 40
"""So many lines of each side are shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a page began to say at a time (UTC), beside what it said before."""

    at: str
    title: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    more: int
    """How many further lines changed."""


def changes(versions: Sequence[Version]) -> list[Change]:
    """The changes of a page, the latest first; the first text is a change from nothing said.

    A line that only moved is no change: lines are compared as a whole, without their places.
    """
    told = [Change(one.first_seen_at, one.title, (), (), 0) for one in versions[:1]]
    for before, after in pairwise(versions):
        gone, come = _lines(before), _lines(after)
        removed, added = tuple((gone - come).elements()), tuple((come - gone).elements())
        shown = min(len(removed), MOST_LINES) + min(len(added), MOST_LINES)
        told.append(
            Change(
                after.first_seen_at,
                after.title,
                removed[:MOST_LINES],
                added[:MOST_LINES],
                len(removed) + len(added) - shown,
            )
        )
    return told[::-1]


def _lines(version: Version) -> Counter[str]:
    """The lines of the title and the text, each as often as it stands there, in their order."""
    lines: Iterable[str] = (version.title, *version.text.split("\n"))
    return Counter(line for line in lines if line.strip())
