"""Who says what the next sentence tells: `NAME mengangkat bahu. “…,” ucapnya.`, `Beliau bercerita …`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crawler import lexicon
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.roles import Part

_CLOSING = re.compile(r"[”\"]")


def say_next(text: str, mentions: Sequence[Mention], parts: Sequence[Part]) -> list[Part]:
    """The parts of a sentence; the only one it names, who does something in it, is quoted behind it."""
    named = [n for n, mention in enumerate(mentions) if mention.plausible]
    said = list(parts)
    if len(named) != 1:
        return said
    mention, part = mentions[named[0]], parts[named[0]]
    if not (mention.name.certain or len(mention.words) > 1):
        return said
    if part.acted and not part.spoke and _said_next().match(text, mention.sentence.span.end):
        said[named[0]] = part._replace(quoted=True, told=True)
    return said


def speak_on(text: str, mentions: Sequence[Mention], parts: Sequence[Part]) -> list[Part]:
    """The parts of a sentence; the only one it names speaks where `Beliau bercerita` follows."""
    named = [n for n, mention in enumerate(mentions) if mention.plausible]
    spoken = list(parts)
    if len(named) != 1:
        return spoken
    mention, part = mentions[named[0]], parts[named[0]]
    if part.absent or part.spoke or part.quoted or not (part.any or mention.name.certain):
        return spoken
    if _speaks_on().match(text, mention.sentence.span.end):
        spoken[named[0]] = part._replace(spoke=True, told=True)
    return spoken


def tags_quotations(text: str) -> bool:
    """Whether a quotation of the page has a tag that leaves its speaker out: `“…,” katanya`."""
    return any(_tagged().match(text, at.start()) for at in _CLOSING.finditer(text))


@cache
def _speaks_on() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")
    verbs = "|".join([*rows["speech"]["verbs"], *rows["speech"]["reported"]])
    return re.compile(
        rf"\s{{0,4}}(?:{'|'.join(rows['goes_on']['pronouns'])})\s"
        rf"(?:(?:{'|'.join(rows['goes_on']['adverbs'])})\s){{0,3}}(?:{verbs})\b"
    )


@cache
def _tagged() -> re.Pattern[str]:
    tags = "|".join(lexicon.load("person_roles")["said_next"]["tags"])
    return re.compile(rf"[”\"]\s{{0,2}},?\s{{0,2}}(?:{tags})nya\b")


@cache
def _said_next() -> re.Pattern[str]:
    tags = "|".join(lexicon.load("person_roles")["said_next"]["tags"])
    return re.compile(
        rf"\s{{0,4}}(?:“[^“”]{{1,400}}”|\"[^\"]{{1,400}}\")\s{{0,2}},?\s{{0,2}}(?:{tags})nya\b"
    )
