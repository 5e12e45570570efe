"""Groups that a page names by their theme alone: `Kelompok tema air menyimpulkan ...`.

One such name may be a phrase about anything; two or more on a page are groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.words import (
    bare_name,
    number_pattern,
    pattern_of,
    theme_pattern,
    trimmed,
    words_pattern,
)
from crawler.extraction.openings import WordPattern

_FEWEST = 2
_LONGEST_LABEL = 120


@cache
def _noun() -> str:
    return words_pattern(lexicon.load("groups")["sentence_nouns"])


@cache
def _any_noun() -> WordPattern:
    return WordPattern(rf"\b{_noun()}\s")


@cache
def _speaking() -> re.Pattern[str]:
    """A group by its theme as the subject of a report; group `topic`."""
    return re.compile(
        rf"\b{_noun()}\s+(?:{theme_pattern()}|(?:yang\s+)?{pattern_of('topic_verbs')})\s*:?\s+"
        rf"[“\"]?(?P<topic>[^.;:“”\"]{{2,150}}?)[”\"]?\s*,?\s+(?:(?:juga|kemudian|lalu|telah|pun)\s+)?"
        rf"(?:{pattern_of('report_verbs')}|(?:dipandu|difasilitasi|dipimpin|dimoderatori|didampingi|diketuai))\b",
        re.IGNORECASE,
    )


@cache
def _inside() -> re.Pattern[str]:
    """A group by its theme as the place of a report: `Di kelompok air, peserta mengusulkan`."""
    return re.compile(
        rf"(?<!\w)(?:di|dalam|pada|dari)\s+{_noun()}\s+(?:{theme_pattern()}\s+)?(?!{number_pattern()}|ini\b|tersebut\b|kerja\b|diskusi\b)"
        rf"(?P<topic>[^.,;:“”\"]{{2,100}}),\s+(?:(?:para\s+)?(?:peserta|anggota)\w*\s+)?(?:\w+\s+)?(?:{pattern_of('report_verbs')}|{pattern_of('passive_reports')})\b",
        re.IGNORECASE,
    )


@cache
def _coloured() -> re.Pattern[str]:
    """A group with a name of its own and what it discussed; group `topic`."""
    other = words_pattern(lexicon.load("groups")["other_groups"])
    return re.compile(
        rf"\b{_noun()}\s+(?!(?:{other}|kerja|diskusi)\b|{number_pattern()})(?-i:[A-Z]\w+(?:\s[A-Z]\w+)?)\s+(?:yang\s+)?{pattern_of('topic_verbs')}\s+"
        rf"(?:{pattern_of('topic_leads')}\s+)?[“\"]?(?P<topic>[^.;:,“”\"]{{2,150}}?)(?=[”\".;,]|\s+(?:dan|sedangkan|sementara|serta)\s+{_noun()}\b|$)",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _label() -> re.Pattern[str]:
    """A line that begins with a group's theme; group `topic`."""
    other = words_pattern(lexicon.load("groups")["other_groups"])
    return re.compile(
        rf"(?:\d{{1,2}}[.)]\s*|[-•–*·]\s*)?{_noun()}\s+(?!ini\b|tersebut\b|itu\b|kerja\b|diskusi\b|{other}\b|(?:{theme_pattern()}\s+)?{number_pattern()})"
        rf"(?:{theme_pattern()}\s*:?\s+)?[“\"]?(?P<topic>[^.;:“”\"]{{2,100}})[”\"]?\s*(?P<colon>:|$)",
        re.IGNORECASE,
    )


@cache
def _crewed() -> re.Pattern[str]:
    """A line that begins with a group's theme and who led it; groups as in a label."""
    return re.compile(
        rf"(?:\d{{1,2}}[.)]\s*|[-•–*·]\s*)?{_noun()}\s+(?!(?:{theme_pattern()}\s+)?{number_pattern()})"
        rf"(?:{theme_pattern()}\s*:?\s+)?[“\"]?(?P<topic>[^.;:“”\"()]{{2,100}}?)[”\"]?\s*"
        rf"\((?:{pattern_of('led_by')}|{words_pattern(lexicon.load('groups')['crew'])})\b[^()]{{2,120}}\)\s*(?P<colon>[:.](?=\s|$)|$)",
        re.IGNORECASE,
    )


def find_named(page: Page) -> list[Mention]:
    """The groups named by their theme, in the order of the text; none where only one is."""
    found = [
        mention
        for index, block in enumerate(page.blocks)
        if block.kind not in {"title", "subtitle", "caption", "cell"}
        and _any_noun().search(page.text, block.start, block.end)
        for mention in _in_block(page, index, block)
    ]
    topics = {page.text[m.topic.start : m.topic.end].lower() for m in found if m.topic}
    return found if len(topics) >= _FEWEST else []


def _in_block(page: Page, index: int, block: Block) -> Iterator[Mention]:
    text = page.text
    crewed = _crewed().match(text, block.start, block.end)
    label = crewed or _label().match(
        text, block.start, min(block.end, block.start + _LONGEST_LABEL)
    )
    following = page.blocks[index + 1].kind if index + 1 < len(page.blocks) else ""
    heading = block.kind == "heading" or block.strong or crewed is not None
    heading = heading or (block.kind == "paragraph" and following == "item")
    if label and bare_name().fullmatch(label["topic"]):
        return
    if label and (label["colon"] or (heading and label.end() == block.end)):
        start, end = trimmed(text, label.start("topic"), label.end("topic"))
        tail = Span(*trimmed(text, label.end(), block.end)) if label["colon"] else None
        if text[block.start : block.end].rstrip().endswith(":"):
            tail = None  # `Hasilnya:` announces the list below
        if start < end:
            yield Mention(
                index,
                None,
                Span(start, end),
                None,
                Span(label.start(), end),
                heads=True,
                tail=tail if tail and tail.start < tail.end else None,
            )
        return
    patterns = (_speaking(), _coloured(), _inside())
    named = (pattern.finditer(text, block.start, block.end) for pattern in patterns)
    for match in chain.from_iterable(named):
        start, end = trimmed(text, match.start("topic"), match.end("topic"))
        if start < end:
            yield Mention(
                index, None, Span(start, end), None, Span(match.start(), end), heads=False
            )
