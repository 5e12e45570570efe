"""Where a page names a numbered group, with its topic: headings, items, and prose.

`Kelompok 1 – Fokus utama I (TOPIC)`, `Kelompok 2: TOPIC`, `Kelompok III membahas TOPIC`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.groups.topics import (
    BRACKET,
    SEPARATOR,
    declared_area,
    demanding,
    read_rest,
    topic_in,
)
from crawler.extraction.groups.words import (
    LONGEST_TOPIC,
    listed,
    number_of,
    numbered_group,
    pattern_of,
    theme_pattern,
    words_pattern,
)
from crawler.extraction.openings import WordPattern
from crawler.extraction.sentences import split_sentences

_OPENING = re.compile(r"^(?:\d{1,2}[.)]\s*|[-•–*·]\s*)?(?:[\w]+\s+){0,3}$")
_FOCUS = re.compile(r"(?:fokus\s+utama|fokus\s+area|area\s+fokus|focus\s+area)$", re.IGNORECASE)
_LONGEST_TITLE = 200
_LONGEST_LINE = 100
_ENDS = '.:;!?,)”"'


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a page names a group."""

    block: int
    """Index into `page.blocks`."""
    number: int | None
    topic: Span | None
    declared: int | None
    """The focus area that the place itself names by number."""
    evidence: Span
    heads: bool
    """Whether it opens its block, so that what follows is the group's."""
    tail: Span | None = None
    """What follows the topic on the same line: the group's points."""
    area: Span | None = None
    """The words that declare the focus area: the topic of a group that has no other."""


@cache
def _themed_line() -> re.Pattern[str]:
    return re.compile(rf"{theme_pattern()}(?:\s+\w+)?\s*[:–—-]\s*(?=\S)", re.IGNORECASE)


@cache
def _told_below() -> re.Pattern[str]:
    """`Kelompok ini membahas`, on the line below a bare number."""
    nouns = words_pattern(lexicon.load("groups")["nouns"])
    return re.compile(
        rf"(?:{nouns}\s+(?:ini|tersebut)|{pattern_of('members')}(?:\s+{nouns}\s+ini)?)\s+"
        rf"(?:(?:khusus|akan|bertugas)\s+)?{pattern_of('topic_verbs')}\s+(?:{pattern_of('topic_leads')}\s+)?",
        re.IGNORECASE,
    )


@cache
def _numbered() -> WordPattern:
    return WordPattern(numbered_group().pattern)


@cache
def _sentence_noun() -> re.Pattern[str]:
    nouns = words_pattern(lexicon.load("groups")["sentence_nouns"])
    return re.compile(rf"{nouns}\b", re.IGNORECASE)


def find_mentions(page: Page) -> Iterator[Mention]:
    """The numbered groups that the body's lines name, captions and table cells apart."""
    for index, block in enumerate(page.blocks):
        if block.kind in {"title", "subtitle", "caption", "cell"}:
            continue
        for mention in mentions_in(page, index, block):
            yield mention
            if mention.heads and mention.topic is None and mention.tail is None:
                yield from _topic_below(page, index, mention)


def _topic_below(page: Page, index: int, mention: Mention) -> Iterator[Mention]:
    """The topic on the line below a bare `Kelompok 1`: `Topik: ...`, or a heading of its own."""
    above, below = page.blocks[index], index + 1
    if below >= len(page.blocks):
        return
    block = page.blocks[below]
    lead = _themed_line().match(page.text, block.start, block.end)
    told = _told_below().match(page.text, block.start, block.end)
    if told:
        sentence = split_sentences(page.text, block.start, block.end)[0]
        topic = topic_in(page.text, told.end(), max(told.end(), sentence.end))
        if topic:
            evidence = Span(block.start, topic.end)
            yield Mention(below, mention.number, topic, None, evidence, heads=False)
        return
    title = block.kind == "heading" or (block.strong and above.strong)
    title = title or _is_lone_line(page, below)
    short = block.end - block.start <= LONGEST_TOPIC and not title_is_other(page, block)
    if lead or (title and short):
        topic = topic_in(page.text, lead.end() if lead else block.start, block.end)
        if topic:
            evidence = Span(block.start, topic.end)
            yield Mention(below, mention.number, topic, None, evidence, heads=True)


def _is_lone_line(page: Page, index: int) -> bool:
    """Whether a paragraph is a short line without an end, and no other such line follows it."""
    text, block = page.text, page.blocks[index]
    if block.kind != "paragraph" or not _is_open_line(text, block):
        return False
    if index + 1 == len(page.blocks):
        return True
    after = page.blocks[index + 1]
    other = after.kind != "paragraph" or numbered_group().match(text, after.start, after.end)
    return bool(other) or not _is_open_line(text, after)


def _is_open_line(text: str, block: Block) -> bool:
    return block.end - block.start <= _LONGEST_LINE and text[block.end - 1] not in _ENDS


def title_is_other(page: Page, block: Block) -> bool:
    """Whether a heading names a section of the report, or a group, instead of a topic."""
    text = page.text
    return bool(
        numbered_group().match(text, block.start, block.end)
        or listed("sections").match(text, block.start, block.end)
        or demanding().search(text, block.start, block.end)
        or text[block.start : block.end].rstrip().endswith(":")
    )


def mentions_in(page: Page, index: int, block: Block) -> Iterator[Mention]:
    """The numbered groups that one block names; `index` is its place in `page.blocks`."""
    text = page.text
    if not _numbered().search(text, block.start, block.end):
        return
    for sentence in split_sentences(text, block.start, block.end):
        found = list(_numbered().finditer(text, sentence.start, sentence.end))
        stops = [match.start() for match in found[1:]] + [sentence.end]
        for match, stop in zip(found, stops, strict=False):
            heads = _heads(text, block, match)
            opens = match.start() == sentence.start and text[match.end() : match.end() + 1] == ":"
            if not heads and not opens and not _is_of_discussion(text, match.group()):
                continue
            end = block.end if heads and len(found) == 1 else stop
            rest = read_rest(text, match.end(), min(stop, sentence.end), end, heads=heads)
            named = rest.topic or rest.area
            last = named.end if named else match.end()
            yield Mention(
                block=index,
                number=number_of(match["number"]),
                topic=rest.topic,
                declared=rest.declared or _declared_by(match),
                evidence=Span(match.start(), max(match.end(), last)),
                heads=heads,
                tail=rest.tail,
                area=rest.area or _area_of(match),
            )


def _is_of_discussion(text: str, group: str) -> bool:
    """Whether `Komisi A` inside a sentence is a discussion group: the page divides into such."""
    if _sentence_noun().match(group):
        return True
    noun = _any_noun().match(group)
    return noun is not None and noun[0].lower() in _divided_into(text)


@lru_cache(maxsize=8)
def _divided_into(text: str) -> frozenset[str]:
    """The nouns that a page counts when it divides its participants: `dibagi ke dalam dua komisi`."""
    return frozenset(found["noun"].lower() for found in _counted().finditer(text))


@cache
def _any_noun() -> re.Pattern[str]:
    return re.compile(words_pattern(lexicon.load("groups")["nouns"]), re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    count = words_pattern(["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan"])
    return re.compile(
        rf"\b(?:\d|{count})\s+(?:\(\w+\)\s+)?(?P<noun>{_any_noun().pattern})\b", re.IGNORECASE
    )


def _heads(text: str, block: Block, match: re.Match[str]) -> bool:
    """Whether the group opens the block, and the block is a heading or a label, not a sentence."""
    if match.start() - block.start > 60 or not _OPENING.match(text[block.start : match.start()]):  # noqa: PLR2004 - a few words
        return False
    if re.match(r"\s*[:.;)]*\s*$", text[match.end() : min(block.end, match.end() + 8)]):
        return True
    labelled = (
        SEPARATOR.match(text, match.end(), block.end)
        or declared_area().match(text, match.end(), block.end)
        or BRACKET.match(text, match.end(), block.end)
    )
    if not labelled:
        return block.kind == "heading" or (
            block.strong and block.end - block.start < _LONGEST_TITLE
        )
    return match.start() == block.start or block.end - block.start < _LONGEST_TITLE or block.strong


def _area_of(match: re.Match[str]) -> Span | None:
    """The words `Fokus Utama 3` of `Kelompok Fokus Utama 3`."""
    return Span(match.start("theme"), match.end()) if _declared_by(match) else None


def _declared_by(match: re.Match[str]) -> int | None:
    """The focus area of `Kelompok Fokus Utama 3`."""
    return number_of(match["number"]) if _FOCUS.match(match["theme"] or "") else None
