"""Tables of speakers and participants: their columns name the organizations that took part."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from crawler.article.page import Block, Page
from crawler.extraction.organizations.chains import without_department
from crawler.extraction.organizations.claims import Claim, Words, claim_of
from crawler.extraction.organizations.cues import vocabulary
from crawler.extraction.organizations.names import OrganizationMention
from crawler.extraction.organizations.weak import end_of_weak, is_acceptable

_LONGEST_CELL = 120


def read_tables(page: Page, words: Words) -> list[Claim]:
    """The organizations in the columns that tell where a table's people come from.

    A table counts where it has a column of people, or where its head or the line before it
    speaks of those who came.
    """
    claims: list[Claim] = []
    before = ""
    for container, group in groupby(page.blocks, key=lambda b: b.container * (b.kind == "cell")):
        blocks = list(group)
        if not container:
            before = page.words_of(blocks[-1])
            continue
        heads = [block for block in blocks if block.level == blocks[0].level]
        columns = {block.ordinal: page.words_of(block) for block in heads}
        if any(_column("people").match(head) for head in columns.values()) or _column(
            "present"
        ).search(before):
            claims += _claims_of(page, words, blocks[len(heads) :], columns)
    return claims


def _claims_of(
    page: Page, words: Words, cells: list[Block], columns: dict[int | None, str]
) -> list[Claim]:
    claims = []
    apart = any(_column("homes").match(head) for head in columns.values())
    for cell in cells:
        head = columns.get(cell.ordinal, "")
        if cell.end - cell.start > _LONGEST_CELL:
            continue
        if _column("homes").match(head):
            claims += _of_home(words, cell)
        elif not apart and _column("positions").match(head):
            claims += [
                claim_of(without_department(page.text, m), "attendee")
                for m in _named(words, cell)[-1:]
            ]
    return claims


def _of_home(words: Words, cell: Block) -> list[Claim]:
    mentions = _named(words, cell)
    if mentions:
        return [claim_of(mention, "attendee") for mention in mentions]
    at, stop = words.index_at(cell.start), words.index_at(cell.end)
    end = end_of_weak(words, at, stop) if at < stop else at
    if end == at or end < stop or not is_acceptable(words, at, end):
        return []
    written = " ".join(words.text[cell.start : cell.end].split())
    return [Claim(cell.start, cell.end, written, None, "attendee", None, "weak")]


def _named(words: Words, cell: Block) -> list[OrganizationMention]:
    return words.names_in(cell.start, cell.end)


@cache
def _column(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(vocabulary()['columns'][name])})", re.IGNORECASE)
