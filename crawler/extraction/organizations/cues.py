"""The cues that give organizations their part, compiled from the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from archive.records import OrganizationRole
from crawler import lexicon

_GLUED = re.compile(r"(?<=[a-z])[A-Z](?=[a-z])")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words before organizations that say what these did."""

    role: OrganizationRole
    names: str
    """How freely a name without head word counts behind it, as `read_list` reads it."""
    pattern: re.Pattern[str]


@cache
def vocabulary() -> dict[str, Any]:
    """The lexicon of cues."""
    return lexicon.load("organization_cues")


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """A text in lower case, offset by offset; capitals that stand glued to a word stay.

    So cues are found without regard to case, and much faster than by a pattern that ignores it.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    glued = [found.start() for found in _GLUED.finditer(text)]
    if not glued:
        return lower
    letters = list(lower)
    for at in glued:
        letters[at] = text[at]
    return "".join(letters)


@cache
def cues_before() -> tuple[Cue, ...]:
    """The cues that stand before the organizations; they are sought in a `folded` text."""
    return tuple(
        Cue(
            cue["role"],
            cue["names"],
            re.compile(rf"(?<!\w)(?:{'|'.join(cue['patterns'])})(?:(?<=\W)|(?!\w)|(?=[A-Z][a-z]))"),
        )
        for cue in vocabulary()["before"]["cue"]
    )


@lru_cache(maxsize=4)
def places_of_cues(text: str) -> list[int]:
    """Where cues may begin in a `folded` text, ascending: one pass for all of them together."""
    return [found.start() for found in _any_cue().finditer(text)]


@cache
def _any_cue() -> re.Pattern[str]:
    patterns = "|".join(
        pattern for cue in vocabulary()["before"]["cue"] for pattern in cue["patterns"]
    )
    return re.compile(rf"(?<!\w)(?={patterns})")


@cache
def verbs_after() -> tuple[tuple[OrganizationRole, re.Pattern[str]], ...]:
    """What stands behind an organization that did something: a bracket, adverbs and the verb."""
    cues = vocabulary()["after"]
    adverbs = "|".join(cues["adverbs"])
    roles: tuple[OrganizationRole, ...] = ("organizer", "host", "attendee")
    return tuple(
        (
            role,
            re.compile(
                rf"(?:\s*\([^()\n]{{1,80}}\))?(?: (?:dan|serta)(?: (?-i:[A-Z])[\w-]{{1,30}}){{1,4}})?"
                rf"(?:,[^,;\n]{{1,60}},|,)?\s*(?:(?:{adverbs})\s+){{0,3}}"
                rf"(?:{'|'.join(cues[role])})(?!\w)",
                re.IGNORECASE,
            ),
        )
        for role in roles
    )


@cache
def acts_of_office() -> re.Pattern[str]:
    """What the holder of an office did, behind the office and maybe the holder's name."""
    cues = vocabulary()["after"]
    verbs = "|".join([*cues["attendee"], *cues["spoken"]])
    adverbs = "|".join(cues["adverbs"])
    return re.compile(
        r"(?:\s*\([^()\n]{1,80}\))?(?:,[^;\n]{1,80},|,)?(?: [A-Z][\w.’']{0,30},?){0,5}\s*"
        rf"(?:(?:{adverbs})\s+){{0,3}}(?:{verbs})(?!\w)"
    )


@cache
def links() -> re.Pattern[str]:
    """What links an organization to the next that did it together with it."""
    words = "|".join(sorted(vocabulary()["after"]["links"], key=len, reverse=True))
    return re.compile(rf"\s*(?:{words})\s*", re.IGNORECASE)


@cache
def context(name: str) -> re.Pattern[str]:
    """The words of a context: `modal`, `planned`, `past`, `announcing`."""
    return re.compile(rf"\b(?:{'|'.join(vocabulary()['context'][name])})\b", re.IGNORECASE)
