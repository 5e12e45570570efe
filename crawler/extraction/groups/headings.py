"""Groups whose themes stand as headings or bold lines below a sentence of division."""

from __future__ import annotations

from archive.records import Span
from crawler.article.page import Block, Page
from crawler.extraction.groups.lists import TYPED_MARKER
from crawler.extraction.groups.mentions import Mention, title_is_other
from crawler.extraction.groups.topics import topic_in
from crawler.extraction.groups.words import (
    LONGEST_TOPIC,
    divided_group,
    number_of,
    numbered_group,
)

_FEWEST = 2
_LONGEST_SEARCH = 120
_WITHIN = 3


def titled_below(page: Page, index: int, count: int | None) -> list[Mention]:
    """The groups of the headings under block `index`, where they are `count` or more.

    Without a count every heading up to the next section is one, if there are two and each has
    words of its own below it.
    """
    titles = _titles(page, index, count)
    if count is not None:
        titles = titles if len(titles) == count else []
    elif not all(_has_words_below(page, at) for at in titles):
        titles = []
    found = [mention for at in titles if (mention := _mention(page, at))]
    return found if len(found) >= _FEWEST and len(found) == len(titles) else []


def _titles(page: Page, index: int, count: int | None) -> list[int]:
    """The blocks below that are titles of one kind, up to one that opens another section.

    No more than `count`, where that is known.
    """
    titles: list[int] = []
    for at in range(index + 1, min(len(page.blocks), index + _LONGEST_SEARCH)):
        if len(titles) == count:
            break
        block = page.blocks[at]
        if not _is_title(block):
            if not titles and at > index + _WITHIN:
                break
            continue
        first = page.blocks[titles[0]] if titles else block
        if (block.kind, block.level) != (first.kind, first.level):
            if block.level > first.level:
                continue
            break
        numbered = numbered_group().match(page.text, block.start, block.end) or (
            divided_group().match(page.text, block.start, block.end)
        )
        if numbered or title_is_other(page, block):
            break
        titles.append(at)
    return titles


def _is_title(block: Block) -> bool:
    short = block.end - block.start <= LONGEST_TOPIC
    return short and (block.kind == "heading" or (block.kind == "paragraph" and block.strong))


def _has_words_below(page: Page, at: int) -> bool:
    return at + 1 < len(page.blocks) and not _is_title(page.blocks[at + 1])


def _mention(page: Page, at: int) -> Mention | None:
    block = page.blocks[at]
    marker = TYPED_MARKER.match(page.words_of(block)[:8])
    number = number_of(marker["number"]) if marker and marker["number"] else None
    topic = topic_in(page.text, block.start + (marker.end() if marker else 0), block.end)
    return (
        Mention(at, number, topic, None, Span(topic.start, topic.end), heads=True)
        if topic
        else None
    )
