"""Groups named by the theme of the place that they sat at, where the page divided its people so.

`Peserta pindah ke tiga meja tema.` makes `Meja air bersih mengusulkan agar ...` a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.divided import divided_into
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.reports import complement
from crawler.extraction.groups.words import (
    bare_name,
    number_pattern,
    pattern_of,
    theme_pattern,
    trimmed,
    words_pattern,
)
from crawler.extraction.sentences import split_sentences

_FEWEST = 2
_KINDS = frozenset(("paragraph", "heading", "item"))


@cache
def _speaking() -> re.Pattern[str]:
    """A place by its theme as the subject of a report; groups `noun` and `topic`."""
    words = lexicon.load("groups")
    nouns = words_pattern([*words["divided_nouns"], *words["nouns_of_much"]])
    return re.compile(
        rf"(?:(?:sementara\s+itu|sedangkan|adapun|lalu|kemudian),?\s+)?(?P<noun>{nouns})\s+"
        rf"(?:{theme_pattern()}\s+)?(?!{number_pattern()}|(?:ini|itu|tersebut)\b)"
        rf"[“\"]?(?P<topic>[^.,;:“”\"]{{3,100}}?)[”\"]?\s+"
        rf"(?:(?:juga|kemudian|lalu|telah|pun)\s+)?{pattern_of('report_verbs')}\b",
        re.IGNORECASE,
    )


@cache
def _reporting() -> re.Pattern[str]:
    """A group by its theme alone that opens a sentence of report: `Kelompok air menyepakati`."""
    words = lexicon.load("groups")
    other = words_pattern([*words["other_groups"], *words["not_themes"]])
    return re.compile(
        rf"(?:(?:sementara\s+itu|sementara|sedangkan|adapun|lalu|kemudian),?\s+)?"
        rf"(?P<noun>{words_pattern({*words['sentence_nouns'], *words['nouns'], *words['divided_nouns']})})\s+(?!{number_pattern()}|{other}\b)"
        rf"(?P<topic>[\w/-]+(?:\s[\w/-]+){{0,5}}?)\s+"
        rf"(?:(?:juga|kemudian|lalu|telah|pun)\s+)?{pattern_of('report_verbs')}\b",
        re.IGNORECASE,
    )


@cache
def _labelled() -> re.Pattern[str]:
    """A place by its theme as the label of a line: `Regu dapur umum: ...`; the same groups."""
    words = lexicon.load("groups")
    nouns = words_pattern([*words["divided_nouns"], *words["nouns_of_much"]])
    return re.compile(
        rf"(?:[-•–*·]\s*)?(?P<noun>{nouns})\s+(?:{theme_pattern()}\s+)?"
        rf"(?!{number_pattern()}|(?:ini|itu|tersebut)\b)"
        rf"[“\"]?(?P<topic>[^.:;“”\"]{{3,80}})[”\"]?\s*:(?=\s)",
        re.IGNORECASE,
    )


def find_themed_places(page: Page) -> list[Mention]:
    """The groups of `Meja TOPIC mengusulkan ...`, in order; none where only one speaks so."""
    nouns = divided_into(page)
    if not nouns:
        return []
    found = [*_lines(page, nouns), *_sentences(page, nouns)]
    topics = {page.text[m.topic.start : m.topic.end].lower() for m in found if m.topic}
    return found if len(topics) >= _FEWEST else []


def _sentences(page: Page, nouns: frozenset[str]) -> Iterator[Mention]:
    """The groups that open a sentence of report by their theme."""
    text = page.text
    for index, block in enumerate(page.blocks):
        if block.kind not in _KINDS:
            continue
        for sentence in split_sentences(text, block.start, block.end):
            named = _reporting().match(text, sentence.start, sentence.end)
            if named and named["noun"].lower() in nouns:
                topic = Span(*named.span("topic"))
                evidence = Span(named.start("noun"), topic.end)
                yield Mention(index, None, topic, None, evidence, heads=False)


def _lines(page: Page, nouns: frozenset[str]) -> Iterator[Mention]:
    """The lines that open with such a place; what follows its verb is what it reported."""
    text = page.text
    for index, block in enumerate(page.blocks):
        if block.kind not in _KINDS:
            continue
        named = _speaking().match(text, block.start, block.end) or _labelled().match(
            text, block.start, block.end
        )
        if not named or named["noun"].lower() not in nouns:
            continue
        if bare_name().fullmatch(named["topic"]):
            continue
        topic = Span(*trimmed(text, *named.span("topic")))
        lead = complement().match(text, named.end(), block.end)
        start, end = trimmed(text, lead.end() if lead else named.end(), block.end)
        tail = Span(start, end) if start < end else None
        evidence = Span(named.start("noun"), topic.end)
        yield Mention(index, None, topic, None, evidence, heads=True, tail=tail)
