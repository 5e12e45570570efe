"""Whose talk a material is, by the page's own account of the talks.

A title in a programme's row stands beside its speaker; a title in a sentence behind or before
its speaker: `Paparan Dr. X dari Y dengan judul “TITLE”`, `“TITLE” oleh Ibu X`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from archive.records import Person, Span
from crawler.article.page import Block, Page
from crawler.extraction.people.names import find_names
from crawler.extraction.sentences import split_sentences

_SHORTEST_TITLE = 8
_LONGEST_TITLE = 200
_READ = 200_000
_MOST_PLACES = 3
_REACH = 300
_BEHIND = 90
_BY = re.compile(
    r"[”\"’',.\s]*\(?(?:oleh|disampaikan|dibawakan|dipaparkan|by)\s+(?:oleh\s+)?", re.IGNORECASE
)
_TITLED = re.compile(
    r"\b(?:(?:ber)?judul|bertajuk|tajuk|topik|bertopik|tema|bertema|paparan|materi|makalah|presentasi|memaparkan|membawakan|menyajikan|mempresentasikan|tentang|mengenai)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*\(\s*|\s+[–—-]\s+")
_QUOTES = ("“", '"', "”", "‘", "'")
_EDGES = "\"“”‘’' .,;:()"


def speaker_of(page: Page, label: Span, people: tuple[Person, ...]) -> str | None:
    """The name of the person who gave the talk that `label` is the title of; None for none.

    `Sumur Kita, oleh Ibu X` says it at once; else the title is sought elsewhere.

    Only titles of two words or more are sought, and in the head of the page.
    """
    own = page.blocks[_block_at(page, label.start)]
    named = _behind(page.text, label.end, own.end) or _beside(page.text, label.end, own.end, people)
    if named:
        return named
    title = page.text[label.start : label.end].strip(_EDGES)
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE or " " not in title:
        return None
    for start in _places(page.text, title, label):
        block = page.blocks[_block_at(page, start)]
        if block.kind == "cell":
            name = _in_row(page, block)
        else:
            name = _in_sentence(page.text, block, Span(start, start + len(title)), people)
        if name:
            return name
    return None


def _places(text: str, title: str, label: Span) -> Iterator[int]:
    places = re.compile(re.escape(title), re.IGNORECASE).finditer(text, 0, _READ)
    for count, place in enumerate(places):
        if count == _MOST_PLACES:
            return
        if not label.start <= place.start() < label.end:
            yield place.start()


def _block_at(page: Page, offset: int) -> int:
    return max(0, bisect_right(page.blocks, offset, key=lambda block: block.start) - 1)


def _in_row(page: Page, cell: Block) -> str | None:
    """The one name among the other cells of a row."""
    at = _block_at(page, cell.start)
    names = []
    for block in page.blocks[max(0, at - 12) : at + 12]:
        same = (block.container, block.level) == (cell.container, cell.level)
        if same and block.kind == "cell" and block.start != cell.start:
            found = find_names(page.text, block.start, min(block.end, block.start + _BEHIND))
            if found and found[0].outer_start == block.start:
                names.append(found[0])
    certain = [name for name in names if name.certain] or names
    return certain[0].name if len(certain) == 1 else None


def _in_sentence(text: str, block: Block, title: Span, people: tuple[Person, ...]) -> str | None:
    named = _behind(text, title.end, block.end)
    if named:
        return named
    begin = max(block.start, title.start - _REACH)
    sentences = split_sentences(text, begin, title.start)
    start = sentences[-1].start if sentences else title.start
    said = text[start : title.start]
    if not _TITLED.search(said[-_BEHIND:]) and text[title.start - 1 : title.start] not in _QUOTES:
        return None
    known = [(said.rfind(person.name), person.name) for person in people if person.name in said]
    if known:
        return max(known)[1]
    certain = [name for name in find_names(text, start, title.start) if name.certain]
    return certain[-1].name if certain else None


def _beside(text: str, start: int, end: int, people: tuple[Person, ...]) -> str | None:
    """The person in the bracket, or behind the dash, right behind a label: `LABEL (NAME, BODY)`."""
    mark = _BESIDE.match(text, start, end)
    named = find_names(text, mark.end(), min(end, mark.end() + _BEHIND)) if mark else []
    if not mark or not named or named[0].outer_start != mark.end():
        return None
    known = [person.name for person in people if person.name.startswith(named[0].name)]
    return known[0] if known else (named[0].name if named[0].certain else None)


def _behind(text: str, start: int, end: int) -> str | None:
    """The name behind `oleh` right after a title."""
    by = _BY.match(text, start, min(end, start + _BEHIND))
    named = find_names(text, by.end(), min(end, by.end() + _BEHIND)) if by else []
    return named[0].name if by and named and named[0].outer_start == by.end() else None
