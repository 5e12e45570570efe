"""Groups with names of their own beside their topics: `Meja Kopi membahas TOPIC`.

Later the page calls such a group by its name alone: `Meja Kopi menyimpulkan bahwa ...`.
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
from crawler.extraction.groups.topics import demanding, topic_in
from crawler.extraction.groups.words import number_pattern, pattern_of, words_pattern
from crawler.extraction.openings import WordPattern
from crawler.extraction.sentences import split_sentences

_FEWEST = 2
_LONGEST_LEAD = 120
_SKIPPED = frozenset(("title", "subtitle", "caption", "cell"))
_JOINT = re.compile(r",?\s+(?:dan|serta|sedangkan|sementara(?:\s+itu)?|lalu|kemudian)\s*$")


@cache
def _nouns() -> str:
    words = lexicon.load("groups")
    nouns = {*words["nouns"], *words["divided_nouns"]} - {*words["theme_nouns"]}
    return words_pattern(nouns | {*words["sentence_nouns"]})


@cache
def _named() -> str:
    """A noun with the own name behind it and what leads to the topic; groups `noun`, `name`."""
    words = lexicon.load("groups")
    kinds = words_pattern(words["noun_kinds"])
    rows = ("other_groups", "not_themes", "theme_nouns", "noun_kinds")
    other = words_pattern(["utama", *(word for row in rows for word in words[row])])
    name = r"(?P<name>(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+){0,2}|[a-z]{3,20}(?=\s+\w+i?\s))"
    told = rf"(?:(?:yang|akan|khusus|bertugas|kebagian)\s+){{0,2}}{pattern_of('topic_verbs')}\s+(?:{pattern_of('topic_leads')}\s+)?"
    return (
        rf"\b(?P<noun>{_nouns()})\s+(?:{kinds}\s+)?(?!{number_pattern()}|{other}\b)[“\"]?{name}[”\"]?"
        rf"(?:\s*,?\s+(?:{pattern_of('members')}\s+)?{told}|\s*\((?:{told})?|\s*(?::|\s[–—-])\s+(?:{told})?)"
    )


@cache
def _member() -> WordPattern:
    return WordPattern(_named())


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"{_named()}[“\"]?\Z", re.IGNORECASE)


def own_name_before(text: str, start: int) -> str | None:
    """The own name of the group whose topic begins at `start`, in lower case; None without one."""
    found = None
    at = text.rfind("\n", max(0, start - _LONGEST_LEAD), start) + 1 or max(0, start - _LONGEST_LEAD)
    for noun in _noun().finditer(text, at, start):
        found = _before().match(text, noun.start(), start) or found
    return found["name"].lower() if found else None


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"\b{_nouns()}\b", re.IGNORECASE)


def find_own_named(page: Page) -> list[Mention]:
    """The groups of `Meja Kopi membahas TOPIC` where the page divides its people into such.

    None where fewer than two names have a topic, or one has two.
    """
    nouns = divided_into(page)
    if not nouns:
        return []
    found: dict[str, Mention] = {}
    for name, mention in _members(page, nouns):
        found.setdefault(name, mention)
    return list(found.values()) if len(found) >= _FEWEST else []


def _members(page: Page, nouns: frozenset[str]) -> Iterator[tuple[str, Mention]]:
    text = page.text
    for index, block in enumerate(page.blocks):
        if block.kind in _SKIPPED:
            continue
        for sentence in split_sentences(text, block.start, block.end):
            found = [
                match
                for match in _member().finditer(text, sentence.start, sentence.end)
                if match["noun"].lower() in nouns
            ]
            stops = [match.start() for match in found[1:]] + [sentence.end]
            for match, stop in zip(found, stops, strict=False):
                topic = _topic(text, match.end(), stop)
                if topic:
                    evidence = Span(match.start(), topic.end)
                    yield (
                        match["name"].lower(),
                        Mention(index, None, topic, None, evidence, heads=False),
                    )


def _topic(text: str, start: int, stop: int) -> Span | None:
    if text[start - 1] == "(":
        close = text.find(")", start, stop)
        stop = close if close >= 0 else stop
    joint = _JOINT.search(text, max(start, stop - 24), stop)
    topic = topic_in(text, start, joint.start() if joint else stop)
    if topic is None or demanding().search(text, topic.start, topic.end):
        return None
    return None if _led().match(text, topic.start, topic.end) else topic


@cache
def _led() -> re.Pattern[str]:
    """Who leads the group stands where its topic would: `Meja Kopi (dipandu Ibu X)`."""
    crew = words_pattern(lexicon.load("groups")["crew"])
    return re.compile(
        rf"(?:{pattern_of('led_by')}|{crew}|(?:bapak|ibu|pak|bu|mas|mbak|kak|dr|ir)\b)",
        re.IGNORECASE,
    )
