"""Who says the quotation that the next sentence is: `NAME mengangkat bahu. “…,” ucapnya.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crawler import lexicon
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.roles import Part


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
        said[named[0]] = replace(part, quoted=True, told=True)
    return said


@cache
def _said_next() -> re.Pattern[str]:
    tags = "|".join(lexicon.load("person_roles")["said_next"]["tags"])
    return re.compile(
        rf"\s{{0,4}}(?:“[^“”]{{1,400}}”|\"[^\"]{{1,400}}\")\s{{0,2}},?\s{{0,2}}(?:{tags})nya\b"
    )
