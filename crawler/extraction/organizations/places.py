"""The place behind an acronym: `BPBD Kabupaten X`, `BPS Pusat`, `NAME (ABC) Provinsi X`."""

from __future__ import annotations

import re

from crawler.extraction.organizations.grammar import (
    acronym_at,
    head_at,
    is_stop,
    place_at,
    territory_at,
    words_of,
)
from crawler.extraction.organizations.tokens import Token
from crawler.extraction.organizations.walk import end_of_name

_LONGEST = 6
_BRANCH_NAME = 3
_PARENTS = frozenset({"Badan", "Kementerian", "Ditjen", "Setda"})
_CLASS = re.compile(r"[IVX]{1,4}[A-D]?|[1-4][A-D]?")


def end_of_place(
    text: str, tokens: list[Token], at: int, *, after_bracket: bool, project: bool = False
) -> int:
    """The index behind the place that follows an acronym: `BPBD Kabupaten X`, `BPS Pusat`.

    Behind a bracketed acronym also the parent body: `Pusat X (PX) Universitas Y`; behind a
    donor's (`project`) the capitals of its project.
    """
    here = at
    while here < min(at + _LONGEST, len(tokens)):
        token = tokens[here]
        if "\n" in text[tokens[here - 1].end : token.start]:
            break
        step = _over_place(tokens, here, project=project)
        if not step and after_bracket and here == at:
            parent = head_at(tokens, here)
            if parent and (
                parent.kind in {"school", "territorial"} or tokens[here].text in _PARENTS
            ):
                return end_of_name(text, tokens, here, parent)
            school = acronym_at(tokens, here)
            if school and school.sector == "academia":
                return here + school.size  # `Pusat Studi X (PSX) UGM`
            if not parent and _is_unknown_place(text, tokens, here):
                return here + 1
        if not step:
            break
        here += step
    return here


def _is_unknown_place(text: str, tokens: list[Token], here: int) -> bool:
    """Whether one capital stands alone behind the bracket of an acronym: `(ITX) Wanasari.`."""
    adjacent = tokens[here].start - tokens[here - 1].end == 1
    beyond = text[tokens[here].end : tokens[here].end + 1]
    ends = beyond in {"", ".", ",", ";", ")", "\n"}
    return adjacent and ends and tokens[here].text.istitle() and not is_stop(tokens[here].text)


def _over_branch(tokens: list[Token], here: int) -> int:
    """How many tokens a branch of the body takes: `Basarnas Pos X`, `(BPN) Kanwil Y`."""
    beyond = here + 1
    while beyond < len(tokens) and tokens[beyond].text in words_of("branches"):
        beyond += 1
    place = place_at(tokens, beyond) if beyond < len(tokens) else 0
    if place:
        return beyond + place - here
    stop = beyond
    while (
        stop < min(beyond + _BRANCH_NAME, len(tokens))
        and tokens[stop].is_word
        and tokens[stop].is_capital
        and not is_stop(tokens[stop].text)
        and not head_at(tokens, stop)
    ):
        stop += 1
    return stop - here if stop > beyond else 0


def _over_named(tokens: list[Token], here: int, size: int) -> int:
    """How many tokens the `size` words at `here` take with the place they announce; 0 for none."""
    at = here + size
    if at >= len(tokens) or not tokens[at].is_capital or is_stop(tokens[at].text):
        return 0
    return size + max(1, territory_at(tokens, at))


def _over_place(tokens: list[Token], here: int, *, project: bool) -> int:
    token = tokens[here]
    place = territory_at(tokens, here)
    if place:
        small = here + place < len(tokens) and tokens[here + place].text in words_of("directions")
        return place + small
    if token.text.lower() in words_of("territory_words"):
        dotted = here + 1 < len(tokens) and tokens[here + 1].text == "."
        return _over_named(tokens, here, 2 if dotted else 1)
    if token.text in words_of("branches"):
        return _over_branch(tokens, here)
    if token.text == "Kelas" and here + 1 < len(tokens) and _CLASS.fullmatch(tokens[here + 1].text):
        return _over_named(tokens, here, 2) or 2  # KSOP Kelas II Wanasari
    if token.text in words_of("tails"):
        return 1
    longest = 10 if project else 4  # USAID PROJECT, but BPBD HST
    short = token.text.isupper() and token.text.isalpha() and 1 < len(token.text) <= longest
    return 1 if short and not acronym_at(tokens, here) and not head_at(tokens, here) else 0
