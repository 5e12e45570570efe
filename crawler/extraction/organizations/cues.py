"""The cues that give organizations their part, compiled from the lexicon."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from archive.records import OrganizationRole
from crawler import lexicon
from crawler.extraction.openings import Openings, WordPattern

_PASSIVE = re.compile(r"\bdi(?=(?:hadiri|ikuti|selenggarakan|laksanakan|buka|pimpin|dukung))")
_GLUED = re.compile(r"(?<=[a-z])[A-Z](?=[a-z])")


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Words before organizations that say what these did."""

    rank: int
    """Its place in the lexicon."""
    role: OrganizationRole
    names: str
    """How freely a name without head word counts behind it, as `read_list` reads it."""


_Trials = tuple[tuple[Cue, re.Pattern[str]], ...]


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
def _openings_before() -> Openings[tuple[Cue, str]]:
    """The cues that stand before the organizations, each pattern with its cue."""
    known = [
        (Cue(rank, cue["role"], cue["names"]), cue["patterns"])
        for rank, cue in enumerate(vocabulary()["before"]["cue"])
    ]
    spelled = [(cue, _written_apart(pattern)) for cue, patterns in known for pattern in patterns]
    return Openings(((cue, pattern), pattern) for cue, pattern in spelled)


def _written_apart(pattern: str) -> str:
    """A pattern whose passive verbs match as many write them too: `di hadiri oleh`."""
    return _PASSIVE.sub("di ?", pattern)


@cache
def _trials(branches: tuple[tuple[Cue, str], ...]) -> _Trials:
    """The patterns of some cues, those of one cue in one."""
    patterns: dict[Cue, list[str]] = {}
    for cue, pattern in branches:
        patterns.setdefault(cue, []).append(pattern)
    return tuple((cue, _pattern_before("|".join(patterns[cue]))) for cue in patterns)


@cache
def _pattern_before(branches: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{branches})(?:(?<=\W)|(?!\w)|(?=[A-Z][a-z]))")


@lru_cache(maxsize=2)
def _places_of_cues(text: str) -> tuple[list[int], list[_Trials]]:
    """Where words stand in a text with which a cue may begin, and what to try there."""
    near = _openings_before().in_text(text)
    return [start for start, _ in near], [_trials(branches) for _, branches in near]


def cues_in(text: str, start: int, end: int) -> list[tuple[Cue, list[re.Match[str]]]]:
    """The cues of `text[start:end]`, each with its matches (of the `folded` text), no overlaps."""
    places, trials = _places_of_cues(text)
    first, last = bisect_left(places, start), bisect_left(places, end)
    if first == last:
        return []
    lower = folded(text)
    found: dict[Cue, list[re.Match[str]]] = {}
    for at in range(first, last):
        for cue, pattern in trials[at]:
            match = pattern.match(lower, places[at], end)
            if match is None:
                continue
            known = found.setdefault(cue, [])
            if not known or places[at] >= known[-1].end():
                known.append(match)
    return sorted(found.items(), key=lambda item: item[0].rank)


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
def context(name: str) -> WordPattern:
    """The words of a context: `modal`, `planned`, `past`, `announcing`."""
    return WordPattern(rf"\b(?:{'|'.join(vocabulary()['context'][name])})\b")
