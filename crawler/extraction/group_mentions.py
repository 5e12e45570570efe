"""Where a page names a numbered group, with its topic: headings, items, and prose.

`Kelompok 1 – Fokus utama I (TOPIC)`, `Kelompok 2: TOPIC`, `Kelompok III membahas TOPIC`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.group_words import (
    LONGEST_TOPIC,
    number_of,
    number_pattern,
    numbered_group,
    pattern_of,
    theme_pattern,
    trimmed,
    words_pattern,
)
from crawler.extraction.sentences import split_sentences

_OPENING = re.compile(r"^(?:\d{1,2}[.)]\s*|[-•–*·]\s*)?(?:[\w]+\s+){0,3}$")
_SEPARATOR = re.compile(r"\s*(?::|[–—|=]|-(?=\s)|\.(?=\s))\s*")
_COMMA = re.compile(r"\s*,\s*")
_BRACKET = re.compile(r"\s*[(\[]\s*(?P<inside>[^()\[\]]{2,250})[)\]]")
_QUOTED = re.compile(r"\s*[“\"”](?P<inside>[^“”\"]{2,250})[“”\"]")
_INNER_COLON = re.compile(r":\s+")
_NO_TOPIC = re.compile(r"\d|(?:bapak|ibu|bpk|sdr|sdri|dr|ir|prof|drs)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*[,;]?\s*\b(?:dan|serta|sedangkan|sementara(?:\s+itu)?|adapun|kemudian|lalu|and)\s*,?\s*$",
    re.IGNORECASE,
)
_FOCUS = re.compile(r"(?:fokus\s+utama|fokus\s+area|area\s+fokus|focus\s+area)$", re.IGNORECASE)
_LONGEST_TITLE = 200
_JOINT_WINDOW = 24


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


@dataclass(frozen=True, slots=True)
class _Rest:
    topic: Span | None
    declared: int | None
    tail: Span | None


@cache
def _declared() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[–—:,(-]\s*)?(?:fokus\s+utama|fokus\s+area|area\s+fokus|focus\s+area)\s+"
        rf"(?:ke-)?(?P<number>{number_pattern()})",
        re.IGNORECASE,
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"\s*,?\s*(?:(?:yang|akan|telah|kemudian|bertugas|khusus|secara\s+khusus)\s+){{0,3}}{pattern_of('topic_verbs')}\s+"
        rf"(?:{pattern_of('topic_leads')}\s*:?\s+)?",
        re.IGNORECASE,
    )


@cache
def _theme() -> re.Pattern[str]:
    return re.compile(rf"{theme_pattern()}\s*:?\s+", re.IGNORECASE)


@cache
def _themed_line() -> re.Pattern[str]:
    return re.compile(rf"{theme_pattern()}(?:\s+\w+)?\s*[:–—-]\s*(?=\S)", re.IGNORECASE)


@cache
def topic_end() -> re.Pattern[str]:
    """What ends a topic inside its line: a verb of reporting, `dipandu oleh`, `(fasilitator`."""
    return re.compile(
        rf"[\s,(;]+(?:(?:{pattern_of('report_verbs')}|(?:sedangkan|sementara|adapun|kelompok\s+ini)\b)|{pattern_of('topic_ends')})",
        re.IGNORECASE,
    )


@cache
def demanding() -> re.Pattern[str]:
    """A word that marks a line as what a group said, not what it was about."""
    return re.compile(rf"\b{words_pattern(lexicon.load('groups')['demanding'])}\b", re.IGNORECASE)


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
    """The topic on the line below a bare `Kelompok 1`: `Topik: ...`."""
    below = index + 1
    if below < len(page.blocks):
        block = page.blocks[below]
        lead = _themed_line().match(page.text, block.start, block.end)
        topic = _topic(page.text, lead.end(), block.end) if lead else None
        if topic:
            yield Mention(
                below, mention.number, topic, None, Span(block.start, topic.end), heads=True
            )


def mentions_in(page: Page, index: int, block: Block) -> Iterator[Mention]:
    """The numbered groups that one block names; `index` is its place in `page.blocks`."""
    text = page.text
    for sentence in split_sentences(text, block.start, block.end):
        found = list(numbered_group().finditer(text, sentence.start, sentence.end))
        stops = [match.start() for match in found[1:]] + [sentence.end]
        for match, stop in zip(found, stops, strict=False):
            heads = _heads(text, block, match)
            opens = match.start() == sentence.start and text[match.end() : match.end() + 1] == ":"
            if not heads and not opens and not _sentence_noun().match(match.group()):
                continue
            end = block.end if heads and len(found) == 1 else stop
            rest = _read_rest(text, match.end(), min(stop, sentence.end), end, heads=heads)
            last = rest.topic.end if rest.topic else match.end()
            yield Mention(
                block=index,
                number=number_of(match["number"]),
                topic=rest.topic,
                declared=rest.declared or _declared_by(match),
                evidence=Span(match.start(), max(match.end(), last)),
                heads=heads,
                tail=rest.tail,
            )


def _heads(text: str, block: Block, match: re.Match[str]) -> bool:
    """Whether the group opens the block, and the block is a heading or a label, not a sentence."""
    if match.start() - block.start > 60 or not _OPENING.match(text[block.start : match.start()]):  # noqa: PLR2004 - a few words
        return False
    if re.match(r"\s*[:.;)]*\s*$", text[match.end() : min(block.end, match.end() + 8)]):
        return True
    labelled = (
        _SEPARATOR.match(text, match.end(), block.end)
        or _declared().match(text, match.end(), block.end)
        or _BRACKET.match(text, match.end(), block.end)
    )
    if not labelled:
        return block.kind == "heading" or (
            block.strong and block.end - block.start < _LONGEST_TITLE
        )
    return match.start() == block.start or block.end - block.start < _LONGEST_TITLE or block.strong


def _declared_by(match: re.Match[str]) -> int | None:
    """The focus area of `Kelompok Fokus Utama 3`."""
    return number_of(match["number"]) if _FOCUS.match(match["theme"] or "") else None


def _read_rest(text: str, start: int, stop: int, end: int, *, heads: bool) -> _Rest:
    """What stands behind a group's number: its focus area, its topic, its points.

    The topic reaches to `stop`, the end of the sentence, the points to `end`.
    """
    declared = _declared().match(text, start, end)
    number = number_of(declared["number"]) if declared else None
    start = declared.end() if declared else start
    inside = _BRACKET.match(text, start, end) or _QUOTED.match(text, start, end)
    if inside and not _NO_TOPIC.match(inside["inside"]):
        after = _SEPARATOR.match(text, inside.end(), end)
        tail = _span(text, after.end(), end) if after and heads else None
        return _Rest(_topic(text, inside.start("inside"), inside.end("inside")), number, tail)
    lead = _verb().match(text, start, end)
    if lead:
        return _Rest(_topic(text, lead.end(), stop), number, None)
    lead = _SEPARATOR.match(text, start, end) or (_COMMA.match(text, start, end) if heads else None)
    if not lead:
        return _Rest(None, number, None)
    return _labelled(text, lead.end(), max(stop, lead.end()), end, number)


def _labelled(text: str, start: int, stop: int, end: int, number: int | None) -> _Rest:
    """The topic after a colon or dash, unless that is already what the group said."""
    theme = _theme().match(text, start, end) or _verb().match(text, start, end)
    start = theme.end() if theme else start
    colon = _INNER_COLON.search(text, start, min(stop, start + LONGEST_TOPIC))
    head_end = colon.start() if colon else stop
    too_long = head_end - start > LONGEST_TOPIC and not colon
    if too_long or demanding().search(text, start, head_end):
        return _Rest(None, number, _span(text, start, end))
    behind = colon.end() if colon else stop
    tail = _span(text, behind, end) if behind < end else None
    return _Rest(_topic(text, start, head_end), number, tail)


def _topic(text: str, start: int, end: int) -> Span | None:
    end = min(end, start + 2 * LONGEST_TOPIC)
    ending = topic_end().search(text, start, end)
    start, end = trimmed(text, start, ending.start() if ending else end)
    joint = _JOINT.search(text, max(start, end - _JOINT_WINDOW), end)
    if joint:
        start, end = trimmed(text, start, joint.start())
    return Span(start, end) if 1 < end - start <= LONGEST_TOPIC else None


def _span(text: str, start: int, end: int) -> Span | None:
    start, end = trimmed(text, start, end)
    return Span(start, end) if start < end else None
