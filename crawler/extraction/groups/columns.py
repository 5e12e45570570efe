"""Tables in which the groups stand side by side: a column each, its points below its head."""

from __future__ import annotations

from collections.abc import Sequence

from archive.records import Span
from crawler.article.page import Block, Page
from crawler.extraction.groups.topics import demanding, topic_in
from crawler.extraction.groups.words import number_of, numbered_group, trimmed

_FEWEST = 2


def column_groups(page: Page, blocks: Sequence[Block]) -> list[tuple[int | None, Span, list[Span]]]:
    """Number, topic and points of each column whose head names a numbered group.

    Empty unless two heads or more do. The topic stands in the head or, where no head has one,
    in the row below it.
    """
    rows: dict[int, dict[int, list[Block]]] = {}
    row, column = 0, 0
    for block in blocks:
        if block.kind == "cell":
            row, column = block.level, block.ordinal or 0
        rows.setdefault(row, {}).setdefault(column, []).append(block)
    levels = sorted(rows)
    heads = {
        column: found
        for column, cells in rows[levels[0]].items()
        if (found := numbered_group().match(page.text, cells[0].start, cells[0].end))
    }
    if len(heads) < _FEWEST:
        return []
    topics = {
        column: topic_in(page.text, found.end(), rows[levels[0]][column][0].end)
        for column, found in heads.items()
    }
    below = levels[1:]
    if below and not any(topics.values()):
        topics = {column: _topic_cell(page, rows[below[0]].get(column, [])) for column in heads}
        below = below[1:]
    return [
        (number_of(found["number"]), topic, _points(page, [rows[b].get(column, []) for b in below]))
        for column, found in heads.items()
        if (topic := topics[column])
    ]


def _topic_cell(page: Page, cells: list[Block]) -> Span | None:
    if len(cells) != 1 or demanding().search(page.text, cells[0].start, cells[0].end):
        return None
    return topic_in(page.text, cells[0].start, cells[0].end)


def _points(page: Page, cells: list[list[Block]]) -> list[Span]:
    spans = [Span(*trimmed(page.text, b.start, b.end)) for blocks in cells for b in blocks]
    return [span for span in spans if span.start < span.end]
