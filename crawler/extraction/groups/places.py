"""Groups named by the theme of the place that they sat at, where the page divided its people so.

`Peserta pindah ke tiga meja tema.` makes `Meja air bersih mengusulkan agar ...` a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.divided import divided_into
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.reports import complement
from crawler.extraction.groups.words import (
    number_pattern,
    pattern_of,
    theme_pattern,
    trimmed,
    words_pattern,
)

_FEWEST = 2
_KINDS = frozenset(("paragraph", "heading", "item"))


@cache
def _speaking() -> re.Pattern[str]:
    """A place by its theme as the subject of a report; groups `noun` and `topic`."""
    words = lexicon.load("groups")
    nouns = words_pattern([*words["divided_nouns"], *words["nouns_of_much"]])
    return re.compile(
        rf"(?:(?:sementara\s+itu|sedangkan|adapun|lalu|kemudian),?\s+)?(?P<noun>{nouns})\s+"
        rf"(?:{theme_pattern()}\s+)?(?!{number_pattern()}|(?:ini|itu|tersebut)\b)"
        rf"[“\"]?(?P<topic>[^.,;:“”\"]{{3,100}}?)[”\"]?\s+"
        rf"(?:(?:juga|kemudian|lalu|telah|pun)\s+)?{pattern_of('report_verbs')}\b",
        re.IGNORECASE,
    )


def find_themed_places(page: Page) -> list[Mention]:
    """The groups of `Meja TOPIC mengusulkan ...`, in order; none where only one speaks so."""
    nouns = divided_into(page)
    if not nouns:
        return []
    found = list(_lines(page, nouns))
    topics = {page.text[m.topic.start : m.topic.end].lower() for m in found if m.topic}
    return found if len(topics) >= _FEWEST else []


def _lines(page: Page, nouns: frozenset[str]) -> Iterator[Mention]:
    """The lines that open with such a place; what follows its verb is what it reported."""
    text = page.text
    for index, block in enumerate(page.blocks):
        named = _speaking().match(text, block.start, block.end) if block.kind in _KINDS else None
        if not named or named["noun"].lower() not in nouns:
            continue
        topic = Span(*trimmed(text, *named.span("topic")))
        lead = complement().match(text, named.end(), block.end)
        start, end = trimmed(text, lead.end() if lead else named.end(), block.end)
        tail = Span(start, end) if start < end else None
        evidence = Span(named.start("noun"), topic.end)
        yield Mention(index, None, topic, None, evidence, heads=True, tail=tail)
