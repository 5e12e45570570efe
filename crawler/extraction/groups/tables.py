"""Groups in a table: a row each, with the columns `Kelompok | Topik | Simpulan`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.groups.columns import column_groups
from crawler.extraction.groups.words import (
    LONGEST_TOPIC,
    listed,
    number_of,
    number_pattern,
    numbered_group,
    trimmed,
    words_pattern,
)

_FEWEST_WORDS = 2


@dataclass
class TableGroup:
    """One row of a table that lists groups."""

    number: int | None
    topic: Span
    conclusions: list[Span] = field(default_factory=list)


@cache
def _column(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon.load('groups')['table'][name])}\b", re.IGNORECASE)


@cache
def _bare_number() -> re.Pattern[str]:
    return re.compile(rf"\s*{number_pattern()}[.)]?\s*$", re.IGNORECASE)


def find_table_groups(page: Page) -> Iterator[TableGroup]:
    """The groups of every table whose first row names a column of groups."""
    for container, blocks in groupby(_table_blocks(page), key=lambda pair: pair[0]):
        if container:
            yield from _read_table(page, [block for _, block in blocks])


def _table_blocks(page: Page) -> Iterator[tuple[int, Block]]:
    """Every block with the number of the table that it stands in, 0 outside of tables.

    A list inside a cell stands in the table of the cell before it.
    """
    table = 0
    for block in page.blocks:
        if block.kind == "cell":
            table = block.container
        elif block.kind != "item":
            table = 0
        yield table, block


def _read_table(page: Page, blocks: list[Block]) -> Iterator[TableGroup]:
    beside = column_groups(page, blocks)
    if beside:
        yield from (TableGroup(number, topic, points) for number, topic, points in beside)
        return
    first_row = blocks[0].level
    heads = [block for block in blocks if block.kind == "cell" and block.level == first_row]
    columns: dict[str, int] = {}
    for head in heads:
        for name in ("conclusions", "topic", "group", "crew", "row_number"):
            if head.ordinal is not None and _column(name).search(page.words_of(head)):
                columns.setdefault(name, head.ordinal)
                break
    if "group" not in columns or not _lists_groups(page, blocks, heads, columns):
        return
    row: dict[int, list[Block]] = {}
    level, column = first_row, 0
    for block in blocks:
        if block.kind == "cell":
            if block.level != level:
                if level != first_row:
                    yield from _read_row(page, row, columns)
                row, level = {}, block.level
            column = block.ordinal or 0
        elif columns.get("conclusions", 0) > column:
            column = columns["conclusions"]
        row.setdefault(column, []).append(block)
    if level != first_row:
        yield from _read_row(page, row, columns)


def _lists_groups(
    page: Page, blocks: list[Block], heads: list[Block], columns: dict[str, int]
) -> bool:
    """Whether the column of groups is of discussion groups: no `Kelompok Sasaran`, and said so
    by columns of topics or points beside it, by its own numbered groups, or by who guided them.
    """
    head = next(head for head in heads if head.ordinal == columns["group"])
    if listed("no_group").search(page.text, head.start, head.end):
        return False
    cells = [b for b in blocks if b.kind == "cell" and b.ordinal == columns["group"]]
    numbered = [cell for cell in cells if numbered_group().match(page.words_of(cell))]
    if "conclusions" in columns or "topic" in columns or numbered:
        return True
    return "crew" in columns and _are_topics(page, cells[1:])


def _are_topics(page: Page, cells: list[Block]) -> bool:
    """Whether cells hold topics, not the groups' own names: half of them have words enough."""
    long = [cell for cell in cells if len(page.words_of(cell).split()) >= _FEWEST_WORDS]
    return bool(long) and 2 * len(long) >= len(cells)


def _read_row(
    page: Page, row: dict[int, list[Block]], columns: dict[str, int]
) -> Iterator[TableGroup]:
    group = row.get(columns["group"], [])
    topic = row.get(columns.get("topic", 0), [])
    number = None
    if group:
        words = page.words_of(group[0])
        named = numbered_group().match(words)
        number = number_of(named["number"]) if named else None
        if _bare_number().match(words):
            number = number_of(words.strip(" .)"))
        elif not topic:
            start, end = trimmed(
                page.text, group[0].start + (named.end() if named else 0), group[0].end
            )
            number = _number_beside(page, row, columns) if number is None else number
            group_topic = Span(start, end)
            if start == end and len(group) > 1:
                group_topic = Span(group[1].start, group[1].end)
            yield from _row(page, number, group_topic, row, columns)
            return
    if topic:
        start, end = trimmed(page.text, topic[0].start, topic[-1].end)
        yield from _row(page, number, Span(start, end), row, columns)


def _number_beside(page: Page, row: dict[int, list[Block]], columns: dict[str, int]) -> int | None:
    """The number in the column `No.` of a row whose group has none of its own."""
    cells = row.get(columns.get("row_number", 0), [])
    words = page.words_of(cells[0]) if cells else ""
    return number_of(words.strip(" .)")) if _bare_number().match(words) else None


def _row(
    page: Page,
    number: int | None,
    topic: Span,
    row: dict[int, list[Block]],
    columns: dict[str, int],
) -> Iterator[TableGroup]:
    if not 1 < topic.end - topic.start <= LONGEST_TOPIC:
        return
    said = row.get(columns.get("conclusions", 0), [])
    points = [Span(*trimmed(page.text, block.start, block.end)) for block in said]
    yield TableGroup(number, topic, [point for point in points if point.start < point.end])
