"""The words of offices: what begins one, what may stand inside one, and the phrase in its parts."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from crawler.extraction.people.tokens import Token
from crawler.extraction.people.vocabulary import (
    BEHIND_WEAK_HEADS,
    BODIES,
    CALENDAR,
    HEADS_OF_OFFICES,
    INSIDE_OFFICES,
    INSIDE_PHRASES,
    ORGANIZATION_HEADS,
    SENTENCE_WORDS,
    SINGLE_OFFICES,
    WEAK_HEADS,
)

_INSIDE = frozenset({"dan", "&", "bidang", "seksi"})
_ENDINGS = frozenset({"institute", "center", "centre", "foundation", "network", "university"})
_DONE_TO = frozenset({"pengabdian", "pelayanan", "bantuan", "layanan"})
"""What an office does to someone: `Pengabdian kepada Masyarakat`."""
_OPENERS_INSIDE = INSIDE_OFFICES | {
    "program",
    "tim",
    "forum",
    "informasi",
    "data",
    "kegiatan",
    "panitia",
    "seminar",
    "rapat",
    "the",
    "of",
    "and",
    "for",
    "in",
    "dan",
    "hari",
    "media",
    "pers",
    "pelatihan",
    "diskusi",
    "sosialisasi",
    "materi",
    "dalam",
}
"""What may stand inside a phrase though it opens sentences, or names a part in an event."""
_BEFORE_HEADS = _INSIDE | ORGANIZATION_HEADS | SINGLE_OFFICES
_NAMING = frozenset({"noun", "acronym"})
_CAPITALISED = _NAMING | {"name", "place", "either"}
"""Labels of the words that bodies are named with."""
_VERB = re.compile(r"me[a-z]{4}|di[a-z]{4}|ber[a-z]{3}|ter[a-z]{4}")
_SELAKU = re.compile(r",?\s+selaku\s+", re.IGNORECASE)
_SALAH_SATU = re.compile(r"salah (?:satu|seorang)\s+|seorang\s+", re.IGNORECASE)
_ORIGIN = re.compile(r",?\s+(?:dari|pada|di)\s+(?=[A-Z])")
_LAST_COMMA = re.compile(r"\s?,\s+(?!.{0,200}\b(?:dan|serta|&)\s)(?=[A-Z])")


@cache
def _comma_before_organization() -> re.Pattern[str]:
    heads = "|".join(sorted(ORGANIZATION_HEADS))
    return re.compile(rf"\s?,\s+(?=(?:{heads})\b)", re.IGNORECASE)


class Position(NamedTuple):
    """A position phrase at a place in the text; one of the two names at least is there."""

    start: int
    end: int
    position: str | None
    organization: str | None


def is_head(tokens: list[Token], i: int) -> bool:
    """Whether the word at `i` begins the name of an office or position."""
    lower = tokens[i].lower
    if lower not in HEADS_OF_OFFICES:
        return False
    if (
        i
        and tokens[i].label != "lower"
        and tokens[i].start - tokens[i - 1].end == 1
        and tokens[i - 1].lower in BODIES
    ):
        return False
    if lower in WEAK_HEADS:
        return i + 1 < len(tokens) and tokens[i + 1].lower in BEHIND_WEAK_HEADS
    return True


def brackets_acronym(text: str, before: Token, after: Token) -> bool:
    """`Lingkungan Hidup (DLH) Ir.`: an acronym in brackets inside the phrase."""
    gap = text[before.end : after.start].strip()
    if gap in {"(", "["}:
        return after.label == "acronym" and text[after.end : after.end + 1] in {")", "]"}
    return gap in {")", "]", "),"} and before.label == "acronym" and text[before.start - 1] in "(["


def within(tokens: list[Token], k: int) -> bool:
    """Whether a word may stand inside a position or an organization."""
    token = tokens[k]
    if token.label == "honorific":
        return False
    small = token.label == "lower"
    if small and (token.lower in INSIDE_PHRASES or token.lower.isdigit() or _says_what(tokens, k)):
        return True
    if token.lower == "kepada":
        return k > 0 and tokens[k - 1].lower in _DONE_TO
    if small:
        return False
    if token.label == "stop":
        return token.lower in _OPENERS_INSIDE or _capitalised_inside(tokens, k)
    return True


def _capitalised_inside(tokens: list[Token], k: int) -> bool:
    """`Biro Kerja Sama Daerah`, `Yayasan Air Kita`: a word that opens sentences too, in a body's name."""
    if not 0 < k < len(tokens) or tokens[k].lower in CALENDAR:
        return False
    if tokens[k].start - tokens[k - 1].end != 1:
        return False
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if following is None or following.start - tokens[k].end != 1:
        return tokens[k - 1].label in _CAPITALISED
    return tokens[k - 1].label in _NAMING and following.label in _NAMING


def _says_what(tokens: list[Token], k: int) -> bool:
    """A word of content behind an office, or the second one: `ahli hidrologi`."""
    behind_head = k > 0 and is_head(tokens, k - 1) and says_which(tokens[k].lower)
    return behind_head or _second_word(tokens, k)


def _second_word(tokens: list[Token], k: int) -> bool:
    """`penggerak bank sampah`, `pakar hukum lingkungan`: two words of content, both small."""
    return (
        k > 1
        and tokens[k - 1].label == "lower"
        and is_head(tokens, k - 2)
        and says_which(tokens[k - 1].lower)
        and says_which(tokens[k].lower)
    )


def says_which(word: str) -> bool:
    """A word of content behind an office: `ahli hidrologi`, `peneliti iklim`; no verb, no particle."""
    return word.isalpha() and _VERB.match(word) is None and word not in SENTENCE_WORDS


def split_phrase(
    text: str, start: int, end: int, *, outer_start: int | None = None, outer_end: int | None = None
) -> Position:
    """The phrase `text[start:end]` as position and organization, where they stand apart."""
    words = _SELAKU.split(_SALAH_SATU.sub("", text[start:end]), maxsplit=1)[0]
    position, organization = words, None
    origin = _ORIGIN.search(words)
    comma = "," in words and (
        _LAST_COMMA.search(words) or _comma_before_organization().search(words)
    )
    if comma:
        position, organization = words[: comma.start()], words[comma.end() :]
    elif origin:
        position, organization = words[: origin.start()], words[origin.end() :]
    else:
        position, organization = _at_organization(words)
    return Position(
        start if outer_start is None else outer_start,
        end if outer_end is None else outer_end,
        clean(position),
        clean(organization) if organization else None,
    )


def _at_organization(words: str) -> tuple[str, str | None]:
    """`Kepala Bidang X BPBD Y`: the organization begins at its head word."""
    parts = list(re.finditer(r"\S+", words))
    for before, part in pairwise(parts[1:]):
        if part[0].lower().strip(".,()") in ORGANIZATION_HEADS and part[0][0].isupper():
            inside = before[0].lower() in _BEFORE_HEADS
            if inside or part[0].lower() in _ENDINGS:
                return words, None
            return words[: part.start()], words[part.start() :]
    return words, None


def clean(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ,;.-–")
