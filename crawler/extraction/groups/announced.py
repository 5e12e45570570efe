"""Groups that the sentences behind a division name by their themes, as many as it counts.

`Peserta dibagi menjadi tiga kelompok. Kelompok air dipandu A, kelompok sampah oleh B, dan kelompok
jalan oleh C.`: neither a number nor a verb of discussion tells them, but their count does.
"""

from __future__ import annotations

import re
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.topics import topic_in
from crawler.extraction.groups.words import number_pattern, pattern_of, words_pattern

_FEWEST = 2
_LONGEST = 100
_REACH = 900
"""Letters behind the division in which all groups are named."""
_BY = re.compile(r"\s+(?:oleh|di\s+bawah|bersama)\s|[.;:,(]\s|[.;]?$", re.IGNORECASE)
_VERB = re.compile(r"(?:me|ber|ter|di)[a-z]{4,}", re.IGNORECASE)


@cache
def _named(noun: str) -> re.Pattern[str]:
    """The noun with a word that may open a theme, at the head of a clause."""
    words = lexicon.load("groups")
    other = words_pattern([*words["not_themes"], *words["names"]])
    return re.compile(
        rf"(?:(?<=[,;:.(\n]\s)|(?<=\n)|(?<=\b(?:dan|ada)\s)|(?<=\bserta\s)|(?<=\bsedangkan\s)|(?<=\bsementara\s))"
        rf"{noun}\s+(?:tema\s+|isu\s+|topik\s+)?(?!{number_pattern()}|{other}\b|yang\b)(?=[^\W\d])",
        re.IGNORECASE,
    )


@cache
def _discussing() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of('topic_verbs')}\b", re.IGNORECASE)


def named_behind(page: Page, index: int, start: int, noun: str, count: int | None) -> list[Mention]:
    """The groups under `noun` that the text from `start` on names, where they are `count`."""
    if count is None or count < _FEWEST:
        return []
    end = min(page.blocks[min(index + count, len(page.blocks) - 1)].end, start + _REACH)
    found: dict[str, Span] = {}
    leads = list(_named(noun.lower()).finditer(page.text, max(0, start - 1), end))
    for place, lead in enumerate(leads):
        stop = leads[place + 1].start() if place + 1 < len(leads) else end
        topic = _theme(page.text, lead.end(), min(stop, lead.end() + _LONGEST))
        if topic is None:
            return []
        found.setdefault(page.text[topic.start : topic.end].lower(), topic)
    if len(found) != count:
        return []
    return [
        Mention(_block_at(page, index, topic), None, topic, None, topic, heads=False)
        for topic in found.values()
    ]


def _theme(text: str, start: int, end: int) -> Span | None:
    """The theme up to who leads the group, or the end of the clause; None for a doing."""
    stop = _BY.search(text, start, end)
    topic = topic_in(text, start, stop.start() if stop else end)
    if topic is None or _VERB.match(text, topic.start) or (not stop and topic.end == end):
        return None
    return None if _discussing().search(text, topic.start, topic.end) else topic


def _block_at(page: Page, index: int, topic: Span) -> int:
    while index + 1 < len(page.blocks) and page.blocks[index].end < topic.end:
        index += 1
    return index
