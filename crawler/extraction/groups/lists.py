"""The list below a sentence of division: an item a group, its topic without what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.groups.mentions import Mention, mentions_in
from crawler.extraction.groups.topics import declared_area, demanding, topic_end
from crawler.extraction.groups.words import (
    LONGEST_TOPIC,
    number_of,
    pattern_of,
    theme_pattern,
    trimmed,
    words_pattern,
)

TYPED_MARKER = re.compile(r"^(?:\(?(?P<number>\d{1,2}|[a-h]|[IVX]{1,4})[.)]|[-•–*·])\s+")
"""The marker of an item typed by hand: `1.`, `a)`, `-`; group `number`."""
_CLOSING = re.compile(r"[:;]\s*$")
_TOPIC_STOP = re.compile(r"[;.]\s|\s\(|\s[–—]\s")
_LONG_ITEM = 120
_LONGEST_LIST = 100


@cache
def group_noun() -> re.Pattern[str]:
    """The noun that stands before a group's theme: `kelompok tema mobilitas`."""
    words = lexicon.load("groups")
    nouns = words_pattern({*words["nouns"], *words["sentence_nouns"]} - {*words["nouns_of_much"]})
    return re.compile(
        rf"\b{nouns}\s+(?:(?:dengan\s+)?{theme_pattern()}\s+|(?:yang\s+)?(?:akan\s+)?{pattern_of('topic_verbs')}\s+)?(?=[^\W\d])",
        re.IGNORECASE,
    )


def listed_below(page: Page, index: int, count: int | None = None) -> list[Mention]:
    """The items of the list under block `index`, captions between them passed over.

    Lines with markers typed by hand are a list below a colon, or where they are `count`.
    """
    closes = _CLOSING.search(page.text, page.blocks[index].end - 3, page.blocks[index].end)
    found = list(_items_below(page, index, typed=bool(closes or count)))
    typed = [mention for mention in found if page.blocks[mention.block].kind == "paragraph"]
    return found if closes or not typed or len(found) == count else []


def _items_below(page: Page, index: int, *, typed: bool) -> Iterator[Mention]:
    first: Block | None = None
    for at in range(index + 1, min(len(page.blocks), index + _LONGEST_LIST)):
        block = page.blocks[at]
        if block.kind == "caption":
            continue
        marker = TYPED_MARKER.match(page.words_of(block)[:8])
        if block.kind != "item" and not (block.kind == "paragraph" and marker and typed):
            return
        if first is None:
            first = block
        if (block.kind, block.container) != (first.kind, first.container):
            if block.level > first.level:
                continue
            return
        labelled = [m for m in mentions_in(page, at, block) if m.heads]
        if labelled:
            continue  # a label says more than its place in a list, and is read by itself
        area = declared_area().match(page.text, block.start + (marker.end() if marker else 0))
        topic = _item_topic(page.text, block, area.end() if area else 0, marker)
        if topic is None:
            return
        number = number_of(marker["number"]) if marker and marker["number"] else block.ordinal
        declared = number_of(area["number"]) if area else None
        yield Mention(at, number, topic, declared, topic, heads=True)


def _item_topic(text: str, block: Block, at: int, marker: re.Match[str] | None) -> Span | None:
    """The topic of an item, from `at` on where its focus area stands before it."""
    start = at or block.start + (marker.end() if marker else 0)
    lead = group_noun().match(text, start, block.end)
    start = lead.end() if lead else start
    stop = _TOPIC_STOP.search(text, start, block.end)
    end = stop.start() if stop and block.end - start > _LONG_ITEM else block.end
    if stop and demanding().search(text, stop.end(), end):
        end = stop.start()  # `TOPIC – what the group asked for`
    led = topic_end().search(text, start, end)
    end = led.start() if led else end
    colon = text.find(": ", start, end)
    if colon > start and end - start > _LONG_ITEM:
        end = colon
    start, end = trimmed(text, start, end)
    for joint in (" dan", " serta"):
        if text[start:end].endswith(joint):
            start, end = trimmed(text, start, end - len(joint))
    fits = 1 < end - start <= LONGEST_TOPIC and not demanding().search(text, start, end)
    return Span(start, end) if fits else None
