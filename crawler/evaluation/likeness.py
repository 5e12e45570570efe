"""When two readings of a fact are the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from crawler import lexicon

_WORD = re.compile(r"\w+")

Left = TypeVar("Left")
Right = TypeVar("Right")


def words_of(text: str | None) -> list[str]:
    """The words of a text in lower case, compatibility forms folded."""
    return _WORD.findall(unicodedata.normalize("NFKC", text or "").lower())


def overlap(one: str | None, other: str | None) -> float:
    """The Dice coefficient of two texts as bags of words, 0 to 1."""
    left, right = Counter(words_of(one)), Counter(words_of(other))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names are equal but for forms of address and initials."""
    ignored = frozenset(lexicon.load("evaluation")["forms_of_address"])
    left = [word for word in words_of(one) if word not in ignored]
    right = [word for word in words_of(other) if word not in ignored]
    if not left or not right:
        return False
    long_left = [word for word in left if len(word) > 1]
    long_right = [word for word in right if len(word) > 1]
    return left == right or (bool(long_left) and long_left == long_right)


def pair_off(
    read: Sequence[Left], known: Sequence[Right], same: Callable[[Left, Right], bool]
) -> tuple[list[tuple[Left, Right]], list[Left], list[Right]]:
    """Pairs of what was read with what is known, one to one, then the rest of each side.

    In the order of what was read, each takes the first known fact that is the same.
    """
    open_facts = list(known)
    pairs: list[tuple[Left, Right]] = []
    invented: list[Left] = []
    for fact in read:
        found = next((i for i, other in enumerate(open_facts) if same(fact, other)), None)
        if found is None:
            invented.append(fact)
        else:
            pairs.append((fact, open_facts.pop(found)))
    return pairs, invented, open_facts
