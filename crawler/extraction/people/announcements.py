"""Whose turn to speak it is: `Hari pertama diisi tiga pembicara.`, and the sentences behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.roles import Part


def announced_speakers(text: str, span: Span, mentions: Sequence[Mention]) -> int:
    """How many speakers the sentence announces without a name behind their number; else 0."""
    found = _announced().search(text, span.start, span.end)
    if found is None or any(m.plausible and m.start > found.start() for m in mentions):
        return 0
    counts: dict[str, int] = lexicon.load("person_roles")["announced"]["counts"]
    return counts[found["count"].lower()]


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
            turned[n] = replace(part, session=True)
        elif part.spoke and _comes_next(text, mention):
            turned[n] = replace(part, session=True)
    return turned, awaited


def _comes_next(text: str, mention: Mention) -> bool:
    """Whether the sentence begins with `Kemudian NAME` and the one before it told the opening."""
    sentence = mention.sentence
    return (
        sentence.before is not None
        and _next().fullmatch(text, sentence.span.start, mention.start) is not None
        and _opened().search(text, sentence.before.start, sentence.before.end) is not None
    )


@cache
def _announced() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")["announced"]
    return re.compile(
        rf"\b(?P<count>{'|'.join(rows['counts'])})\s(?:orang\s)?(?:{'|'.join(rows['speakers'])})\b",
        re.IGNORECASE,
    )


@cache
def _next() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")["announced"]["next"]
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(rows)}),?\s", re.IGNORECASE)


@cache
def _opened() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")["announced"]["opened"]
    return re.compile(rf"\b(?:{'|'.join(rows)})\b", re.IGNORECASE)
