"""The position that stands before a person's name.

`Kepala Dinas X NAME`, `Kepala Dinas X, NAME`, `Kepala X, yaitu NAME`, `ahli X dari Y (NAME)`.
"""

from __future__ import annotations

import re

from crawler.extraction.people.offices import (
    Position,
    brackets_acronym,
    is_head,
    split_phrase,
    within,
)
from crawler.extraction.people.tokens import Token
from crawler.extraction.people.vocabulary import (
    NAMELY_WORDS,
    OCCUPATIONS,
    ROLES,
)

MOST_TOKENS = 40
"""No phrase of an office is longer."""
TRAILING = frozenset(
    {
        "dan",
        "serta",
        "di",
        "pada",
        "dari",
        "untuk",
        "of",
        "and",
        "for",
        "the",
        "on",
        "in",
        "at",
        "ke",
        "kepada",
        "oleh",
        "bagi",
        "se",
        "satu",
        "juga",
        "yang",
    }
)
"""Words that end no phrase."""
_BETWEEN = NAMELY_WORDS | {"lain", "lainnya", "terpilih", "setempat"}
"""What may stand between the phrase and the name."""
_WIDEST_GAP = 7
_GAP_WITHIN = re.compile(r"[^\S\n]{0,4}(?:[,/&\-–.\"“”‘’]|[^\S\n])?[^\S\n]{0,4}|\.?,?[^\S\n]{0,3}")


def position_before(
    text: str, tokens: list[Token], i: int, floor: int, until: int
) -> Position | None:
    """The position that ends before token `i`, where the name's titles begin at `until`.

    Nothing left of the offset `floor` is read.
    """
    j = i - 1
    while j >= 0 and tokens[j].start >= floor and tokens[j].lower in _BETWEEN:
        j -= 1
    if (
        j < 0
        or tokens[j].start < floor
        or not _may_precede(text, tokens[j].end, tokens[j + 1].start if j + 1 < i else until)
    ):
        return None
    if not within(tokens, j) or tokens[j].lower in TRAILING:
        return None
    first = _walk_left(text, tokens, j, floor)
    if _has_trade(text, tokens, first, floor, apart="," in text[tokens[j].end : until]):
        first -= 1
    heads = [k for k in range(first, j + 1) if is_head(tokens, k)]
    if not heads or (":" in text[tokens[j].end : until] and tokens[heads[0]].label == "lower"):
        return None
    while heads[1:] and heads[1] == heads[0] + 1 and tokens[heads[0]].lower in ROLES:
        heads = heads[1:]
    begin = tokens[heads[0]].start
    end = tokens[j].end
    if text[end : end + 1] == ")":
        end += 1
    return split_phrase(text, begin, end)


def _has_trade(text: str, tokens: list[Token], first: int, floor: int, *, apart: bool) -> bool:
    """`penyiar radio`, `penyiar Radio X, NAME`: a trade in small letters before what says which."""
    return (
        first > 0
        and (apart or tokens[first].label == "lower")
        and tokens[first - 1].label == "lower"
        and tokens[first - 1].start >= floor
        and tokens[first - 1].lower in OCCUPATIONS
        and text[tokens[first - 1].end : tokens[first].start] == " "
    )


def _may_precede(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(gap) <= _WIDEST_GAP and not gap.strip(' ,()[]\u00a0\t:–"“”') and gap.count("(") <= 1


def _walk_left(text: str, tokens: list[Token], j: int, floor: int) -> int:
    """The leftmost token that may belong to the phrase that ends at token `j`."""
    k = j
    while k > 0 and j - k < MOST_TOKENS:
        before = tokens[k - 1]
        gap = text[before.end : tokens[k].start]
        if before.start < floor or not within(tokens, k - 1):
            break
        if "," in gap and _segment_has_head(text, tokens, k, j):
            break
        if (
            gap.strip()
            and not _GAP_WITHIN.fullmatch(gap)
            and not brackets_acronym(text, before, tokens[k])
        ):
            break
        k -= 1
    return k if within(tokens, k) else k + 1


def _segment_has_head(text: str, tokens: list[Token], k: int, j: int) -> bool:
    """Whether the words from `k` up to the next comma begin with an office."""
    while (
        k < j
        and tokens[k].label == "lower"
        and not is_head(tokens, k)
        and "," not in text[tokens[k].end : tokens[k + 1].start]
    ):
        k += 1
    return is_head(tokens, k)
