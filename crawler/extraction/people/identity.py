"""Which mentions name the same person, by the words of the name alone."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

_SHORTEST_NICKNAME = 4
_SHORTEST_MISSPELT = 5


def names_same(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` is a form of the name `long`: its words in order, or one misspelt.

    Both are words in small letters, without initials.
    """
    if not short or not long:
        return False
    return _is_part(short, long) or _misspelt(short, long)


def is_nickname(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word is a familiar form of a word of `long`: the same beginning (Virgie, Virgiyanti)."""
    if len(short) != 1 or len(short[0]) < _SHORTEST_NICKNAME:
        return False
    word = short[0]
    needed = max(_SHORTEST_NICKNAME, len(word) - 1)
    return any(len(other) >= needed and other[:needed] == word[:needed] for other in long)


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other) or not one[1:]:
        return False
    wrong = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return (
        len(wrong) == 1
        and min(map(len, wrong[0])) >= _SHORTEST_MISSPELT
        and Levenshtein.distance(*wrong[0]) == 1
    )
