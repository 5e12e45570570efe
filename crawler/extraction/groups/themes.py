"""Themes that groups discussed one by one, named in a sentence before.

`Ada tiga pilar, yaitu a, b, dan c. ... diskusi kelompok untuk membahas masing-masing pilar.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.records import Span
from crawler.article.page import Page
from crawler.extraction.groups.divisions import COUNT, count_of
from crawler.extraction.groups.enumerations import marked_members, plain_members
from crawler.extraction.groups.lists import listed_below
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.words import pattern_of, theme_pattern
from crawler.extraction.openings import WordPattern
from crawler.extraction.sentences import split_sentences


@cache
def _each_theme() -> WordPattern:
    """A discussion in groups of each of some themes that the page has named before."""
    return WordPattern(
        rf"\b(?:diskusi\s+kelompok|kelompok\s+diskusi|(?:dalam|setiap|tiap|masing-masing)\s+kelompok|kelompok\s+kerja|sesi\s+kelompok)\b[^.;]{{0,120}}?"
        rf"\b(?:masing-masing|setiap|tiap(?:-tiap)?|kedua|ketiga|keempat|kelima|satu|salah\s+satu)\s+(?P<noun>{theme_pattern()})\b"
    )


def find_themes_discussed(page: Page) -> Iterator[Mention]:
    """The themes that a sentence before named, where the groups discussed `each of` them."""
    before: list[tuple[int, Span]] = []
    for index, block in enumerate(page.blocks):
        if block.kind in {"title", "subtitle", "caption", "cell"}:
            continue
        for sentence in split_sentences(page.text, block.start, block.end):
            back = _each_theme().search(page.text, sentence.start, sentence.end)
            if back:
                yield from _themes_named(page, back["noun"], before)
                return
            before.append((index, sentence))


def _themes_named(page: Page, noun: str, before: list[tuple[int, Span]]) -> Iterator[Mention]:
    """The themes of the nearest sentence before that counts and lists them."""
    named = re.compile(
        rf"{COUNT}{re.escape(noun)}\b(?:\s+[\w-]+){{0,6}}?\s*(?:\byang\s+)?"
        rf"(?::|,?\s*\b(?:{pattern_of('introducers')}|(?:ber)?fokus\s+(?:pada|ke)|tentang|mengenai|bernama)\b)\s*[:,]?\s*",
        re.IGNORECASE,
    )
    for index, sentence in reversed(before):
        found = named.search(page.text, sentence.start, sentence.end)
        if not found:
            continue
        listed = list(listed_below(page, index)) if found.end() >= sentence.end else []
        if listed:
            yield from listed
            return
        topics = _theme_list(page.text, found.end(), sentence.end, count_of(found))
        for topic in topics:
            yield Mention(index, None, topic, None, topic, heads=False)
        if topics:
            return


def _theme_list(text: str, start: int, end: int, count: int | None) -> list[Span]:
    marked = marked_members(text, start, end)
    if marked:
        return marked
    clause = text.find(";", start, end)
    whole = plain_members(text, start, end, count)
    if len(whole) == count or clause < 0:
        return whole
    return plain_members(text, start, clause, count)
