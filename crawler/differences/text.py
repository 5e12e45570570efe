"""How two texts of a page differ: lines, and words within them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from archive.records import Record

_MOST = 500
"""Of longer texts the beginning of what differs is compared; difflib's work grows as the square."""
_UNCOMPARED = "... (too long to be compared further)"
_AROUND = 40
"""Characters before and after a difference, for one short quote."""


def first_difference(before: Record, after: Record) -> tuple[str, str]:
    """A short quote of either text around the place where they begin to differ."""
    old, new = before.article.text, after.article.text
    start = _common(old, new)
    begin = max(start - _AROUND, 0)
    return _quote(old, begin, start + _AROUND), _quote(new, begin, start + _AROUND)


def line_changes(before: str, after: str) -> Iterator[str]:
    """What changed from one text to the next, line by line.

    A line begins with `-` (it went), `+` (it came) or `~` (words of it changed: `[-old-]`
    `{+new+}`). What is too long to be compared says so.
    """
    old, new = _differing(before.split("\n"), after.split("\n"))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace" and j - i == m - k:
            for gone, come in zip(old[i:j], new[k:m], strict=True):
                yield from _changed_line(gone, come)
        elif tag != "equal":
            yield from (f"- {line}" for line in old[i:j])
            yield from (f"+ {line}" for line in new[k:m])
    if _MOST in {len(old), len(new)}:
        yield _UNCOMPARED


def _changed_line(before: str, after: str) -> Iterator[str]:
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, *_differing(old, new), autojunk=False)
    if matcher.ratio() == 0 and _common(old, new) == 0 and _common(old[::-1], new[::-1]) == 0:
        yield f"- {before}"
        yield f"+ {after}"
        return
    yield f"~ {' '.join(_changed_words(old, new))}"


def _changed_words(old: list[str], new: list[str]) -> Iterator[str]:
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = _differing(old, new)
    yield from old[:start]
    matcher = SequenceMatcher(None, old_middle, new_middle, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from old_middle[i:j]
            continue
        if i < j:
            yield f"[-{' '.join(old_middle[i:j])}-]"
        if k < m:
            yield f"{{+{' '.join(new_middle[k:m])}+}}"
    if _MOST in {len(old_middle), len(new_middle)}:
        yield _UNCOMPARED
    yield from old[len(old) - end :]


def _differing(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Both without what they begin and end with alike, and no longer than can be compared."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    most = _MOST
    return old[start : len(old) - end][:most], new[start : len(new) - end][:most]


def _common(old: list[str] | str, new: list[str] | str) -> int:
    """How many items both begin with alike."""
    number = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        number += 1
    return number


def _quote(text: str, begin: int, end: int) -> str:
    words = " ".join(text[begin:end].split())
    return f"{'...' if begin else ''}{words}{'...' if end < len(text) else ''}"
