"""The own names of places, firms and units, which stand behind their kind and look like a person's."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from crawler import lexicon
from crawler.extraction.people.offices import is_head
from crawler.extraction.people.sentences import touch
from crawler.extraction.people.tokens import Token
from crawler.extraction.people.vocabulary import (
    GIVEN_NAMES,
    PLACE_AND_UNIT_KINDS,
    PLACE_TAILS,
    TERRITORIAL_OFFICES,
    UNIT_KINDS,
)

_LONGEST_RUN = 8
_MOST_PLACES = 200
_PLACE_AND_PERSON = 4
_BODIES = frozenset({"acronym", "noun"})
OWNERS = frozenset({"position", "noun", "acronym", "place", "either"})
"""What can own the name behind it: `Kepala X`, `Dinas X`, `PT X`."""

_FIELDS = frozenset({"sungai", "kota", "pulau", "gunung", "jalan", "gedung"})
_ACTS = re.compile(r"(?:me|ber)[a-z]{4}")
_FIRMS = frozenset(
    {
        "pdam",
        "perumda",
        "perumdam",
        "perusda",
        "bumdes",
        "bumd",
        "pt",
        "cv",
        "pd",
        "ud",
        "yayasan",
        "universitas",
        "institut",
        "politeknik",
        "hotel",
        "gedung",
        "jalan",
        "jl",
        "jln",
        "gunung",
        "sungai",
        "pulau",
    }
)
_FIRMS_AND_KINDS = _FIRMS | PLACE_AND_UNIT_KINDS
_TERRITORIES = TERRITORIAL_OFFICES | frozenset(
    {"desa", "kelurahan", "kecamatan", "kabupaten", "kota", "kampung", "dusun"}
)
_FIRMS_AND_UNITS = _FIRMS | UNIT_KINDS


def past_place(  # noqa: C901, PLR0911, PLR0912 - one answer a kind of place
    text: str,
    tokens: list[Token],
    i: int,
    places: Counter[tuple[str, ...]],
    familiar: frozenset[str],
) -> int:
    """The token behind a place's or firm's own name that begins at `i`, after its kind."""
    if (
        i == 0
        or not touch(text, tokens[i - 1], tokens[i])
        or tokens[i].label not in {"name", "either", "initial"}
    ):
        return i
    before = tokens[i - 1]
    run = i
    while (
        run < min(len(tokens), i + _LONGEST_RUN)
        and tokens[run].label in {"name", "either", "place"}
        and (run == i or touch(text, tokens[run - 1], tokens[run]))
    ):
        run += 1
    words = tuple(t.lower for t in tokens[i:run])
    if words and before.label in OWNERS and _haji_follows(text, tokens, run):
        return run
    if len(words) == 1 and words[0] in PLACE_TAILS and before.label in {"noun", "place", "name"}:
        return run
    if (
        words[2:]
        and before.label == "position"
        and before.lower.startswith("ka")
        and words[0] not in GIVEN_NAMES
        and words[1] in GIVEN_NAMES
    ):
        return i + 1
    if words[2:] and words[0] in _place_openers() and before.lower in _TERRITORIES:
        return i + 2
    cut = next((n for n, word in enumerate(words) if n and word in familiar), 0)
    if cut and before.label in OWNERS:
        return i + cut
    if before.label == "place":
        seen = (
            any(
                count > 1
                and len(name) > 1
                and name[0] == before.lower
                and words[: len(name) - 1] == name[1:]
                for name, count in places.items()
            )
            if len(places) < _MOST_PLACES
            else False
        )
        return i + 1 if words and (seen or words[0] in PLACE_TAILS) else i
    if (
        (before.label == "position" or _is_field(tokens, i - 1))
        and words[1:]
        and words[0] in GIVEN_NAMES
    ):
        return i
    if before.label in {"acronym", "noun"} and _is_place_and_person(tokens, i, words):
        return i + 2
    if _person_behind_firm(tokens, i, run):
        return run - 2
    if words[1:] and before.label in _BODIES and _office_before(tokens, i):
        known = _known_length(words, places)
        if 0 < known < len(words):
            return i + known
    if before.lower not in _FIRMS_AND_KINDS:
        return i
    known = _known_length(words, places)
    if known == 0:
        known = len(words) if before.lower in _FIRMS_AND_UNITS else 1
    while i + known < run and tokens[i + known].lower in PLACE_TAILS:
        known += 1
    return max(i + known, i + 1)


def _is_field(tokens: list[Token], k: int) -> bool:
    """`pegiat sungai NAME`, `pengamat tata kota NAME`: what someone deals with, no place's kind."""
    return (
        tokens[k].label == "lower"
        and tokens[k].lower in _FIELDS
        and any(is_head(tokens, head) for head in range(max(0, k - 2), k))
    )


def _is_place_and_person(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """`Kepala BPBD Bukit Raya Budi Santoso`: four words behind an office, two of them the place's."""
    given = GIVEN_NAMES
    return (
        len(words) == _PLACE_AND_PERSON
        and words[0] not in given
        and (words[2] in given or words[:2] in _known_places())
        and any(is_head(tokens, k) for k in range(max(0, i - _LONGEST_RUN), i))
    )


@cache
def _place_openers() -> frozenset[str]:
    """What places of two words begin with: `Lurah Tanjung X NAME`."""
    return frozenset(
        word.lower() for word in lexicon.load("organizations")["grammar"]["place_openers"]
    )


@cache
def _known_places() -> frozenset[tuple[str, ...]]:
    """Names of regencies and cities in two words."""
    names = lexicon.load("places")["cities"]["names"]
    return frozenset(tuple(name.lower().split()) for name in names if " " in name)


def _person_behind_firm(tokens: list[Token], i: int, run: int) -> bool:
    """`Direktur PDAM Tirta X Budi Y mengatakan`: the last two words are the person's."""
    return (
        run - i > 2  # noqa: PLR2004 - the firm has a word of its own besides the two
        and run < len(tokens)
        and _ACTS.match(tokens[run].lower) is not None
        and any(token.lower in _FIRMS for token in tokens[max(0, i - 3) : i])
        and any(is_head(tokens, k) for k in range(max(0, i - _LONGEST_RUN), i))
    )


def _haji_follows(text: str, tokens: list[Token], run: int) -> bool:
    """`Bupati X H. NAME`: the title stands between the place and its person."""
    return (
        run + 1 < len(tokens)
        and tokens[run].word == "H"
        and text[tokens[run].end : tokens[run].end + 1] == "."
        and tokens[run + 1].label in {"name", "initial"}
    )


def _office_before(tokens: list[Token], i: int) -> bool:
    return any(is_head(tokens, k) for k in range(max(0, i - _LONGEST_RUN), i))


def _known_length(words: tuple[str, ...], places: Counter[tuple[str, ...]]) -> int:
    """How many of the words are a place's name that the page has elsewhere too."""
    for length in range(min(len(words), 4), 0, -1):
        seen = places[words[:length]] - (1 if length == len(words) else 0)
        if seen > 0:
            return length
    return 0


def ends_known_place(tokens: list[Token], i: int, places: Counter[tuple[str, ...]]) -> bool:
    """Whether the words before `i` are a place's whole name as the page has it elsewhere."""
    return any(tuple(t.lower for t in tokens[k:i]) in places for k in range(max(0, i - 4), i))
