"""What is guided: who leads a group or a practice is its facilitator, who leads talks a moderator."""

from __future__ import annotations

import re
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.extraction.openings import WordPattern

_FURTHEST = 600
_ENDS = re.compile(r"[.!?…]\s|\n")
_JOINED = re.compile(r"\b(?:dan|serta|juga|kemudian|lalu)\s{1,2}$", re.IGNORECASE)
_GUIDING = ("dipandu", "pemandu")


def guides_practice(cue: re.Match[str]) -> bool:
    """Whether `dipandu` or `pemandu` has a group or a practice for its object.

    The nearest word before it in its sentence decides: `Sesi … dipandu`, `Praktik … dipandu`.
    Taking part, `diikuti 40 peserta dan dipandu`, is no object.
    """
    if not cue[0].lower().startswith(_GUIDING):
        return False
    text, until = cue.string, cue.start()
    start = max(0, until - _FURTHEST)
    for end in _ENDS.finditer(text, start, until):
        start = end.end()
    objects = list(_guided().finditer(text, start, until))
    if not objects or objects[-1].lastgroup == "talks":
        return False
    nearest = objects[-1]
    if nearest.lastgroup == "learners":
        return _beside().fullmatch(text, nearest.end(), until) is not None
    return _JOINED.search(text, nearest.end(), until) is None


def divides_into_groups(text: str, lead: Span) -> bool:
    """Whether a list's lead says that it lists groups: `dibagi ke dalam tiga kelompok, yaitu:`."""
    return _groups().search(text, lead.start, lead.end) is not None


@cache
def _guided() -> WordPattern:
    rows = lexicon.load("person_roles")["guided"]
    return WordPattern(
        "|".join(f"(?P<{kind}>(?:{'|'.join(words)}))" for kind, words in rows.items())
    )


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:(?:yang|akan|kemudian|juga|lalu|pun|selanjutnya|langsung)\s){0,2}", re.IGNORECASE
    )


@cache
def _groups() -> WordPattern:
    return WordPattern(r"kelompok\b(?! (?:terarah|terpumpun|terfokus|rentan|tani))")
