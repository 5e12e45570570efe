"""Whose turn to speak it is: `Hari pertama diisi tiga pembicara.`, and the sentences behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from archive.records import PersonRole, Span
from crawler import lexicon
from crawler.extraction.openings import WordPattern
from crawler.extraction.people.cues import turns
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.roles import Part

_WEAK: frozenset[PersonRole] = frozenset(("attendee", "other", "opening", "chair"))
_LONGEST_DEGREE = 3
"""`S.Tr`: what is left of a degree is no name."""
_LISTED = re.compile(r"\s?(?:,|&|,?\s(?:dan|serta))\s")


def announced_speakers(text: str, span: Span, mentions: Sequence[Mention]) -> int:
    """How many speakers the sentence announces without a name behind their number; else 0."""
    found = _announced().search(text, span.start, span.end) if _may_announce(text) else None
    if found is None or any(m.plausible and m.start > found.start() for m in mentions):
        return 0
    counts: dict[str, int] = lexicon.load("person_roles")["announced"]["counts"]
    return counts.get(found["count"].lower(), 0)


def take_turns(
    text: str, mentions: Sequence[Mention], parts: Sequence[Part], awaited: int
) -> tuple[list[Part], int]:
    """The parts, with those who speak in their turn in a session, and how many still are awaited.

    In their turn are the `awaited` ones whom the sentences behind an announcement introduce with
    an office or organization, and who comes next behind the opening: `Kemudian POSITION, NAME, …`.
    """
    turned = list(parts)
    for n, (mention, part) in enumerate(zip(mentions, parts, strict=True)):
        if not (mention.held or mention.organization):
            continue
        if awaited and (part.spoke or "speaker" in part.roles):
            awaited -= 1
            turned[n] = part._replace(session=True)
        elif awaited and not part.any and _counts_on(text, mention):
            awaited -= 1
            turned[n] = part._replace(roles=("speaker",))
        elif part.spoke and _comes_next(text, mention):
            turned[n] = part._replace(session=True)
    return turned, awaited


def join_listed(text: str, mentions: Sequence[Mention], parts: Sequence[Part]) -> list[Part]:
    """The parts; a bare single name joined with a full one in a list of roles is a person too.

    `dua fasilitator, yaitu NAME dan NAME SURNAME`: who bears one name only stands there as well.
    """
    listed = list(parts)
    for n, (mention, part) in enumerate(zip(mentions, parts, strict=True)):
        if (
            len(mention.words) == 1
            and mention.apart
            and len(mention.words[0]) > _LONGEST_DEGREE
            and part.roles
            and _WEAK.isdisjoint(part.roles)
            and any(
                parts[k].roles == part.roles
                and _are_joined(text, mentions[min(n, k)], mentions[max(n, k)])
                for k in (n - 1, n + 1)
                if 0 <= k < len(mentions) and len(mentions[k].words) > 1
            )
        ):
            listed[n] = part._replace(introduced=True)
    return listed


def _are_joined(text: str, first: Mention, second: Mention) -> bool:
    return _LISTED.fullmatch(text, first.end, second.start) is not None


def _counts_on(text: str, mention: Mention) -> bool:
    """Whether the sentence only counts the speaker: `Yang kedua NAME, Ketua X.`"""
    return turns().fullmatch(text, mention.sentence.span.start, mention.start) is not None


def _comes_next(text: str, mention: Mention) -> bool:
    """Whether the sentence begins with `Kemudian NAME` and the one before it told the opening."""
    sentence = mention.sentence
    return (
        sentence.before is not None
        and _next().fullmatch(text, sentence.span.start, mention.start) is not None
        and _opened().search(text, sentence.before.start, sentence.before.end) is not None
    )


@lru_cache(maxsize=2)
def _may_announce(text: str) -> bool:
    """Whether the page has a word for speakers, or for asking them to speak, at all."""
    small = text.lower()
    rows = lexicon.load("person_roles")["announced"]
    return any(word in small for word in [*rows["speakers"], *rows["asked"]])


@cache
def _announced() -> WordPattern:
    rows = lexicon.load("person_roles")["announced"]
    counts = "|".join(count for count in rows["counts"] if not count.isdigit())
    return WordPattern(
        rf"\b(?P<count>{counts}|\d)\s(?:orang\s)?(?:{'|'.join(rows['speakers'])}"
        rf"|(?:yang\s)?(?:{'|'.join(rows['asked'])})\s(?:untuk\s|sebagai\s)?(?:{'|'.join(rows['to_speak'])}))\b"
    )


@cache
def _next() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")["announced"]["next"]
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(rows)}),?\s", re.IGNORECASE)


@cache
def _opened() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")["announced"]["opened"]
    return re.compile(rf"\b(?:{'|'.join(rows)})\b", re.IGNORECASE)
