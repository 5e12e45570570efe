"""Groups whose topic stands before them: `A dibahas kelompok pertama, B oleh kelompok kedua`.

A bracket behind a topic counts where the sentence announces topics: `tiga isu: A (kelompok 1), ...`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.topics import demanding
from crawler.extraction.groups.words import number_of, number_pattern, trimmed, words_pattern
from crawler.extraction.openings import WordPattern
from crawler.extraction.sentences import split_sentences

_FEWEST = 2
_LONGEST = 120
_KINDS = frozenset(("paragraph", "item"))
_ANNOUNCED = re.compile(
    r"\b(?:isu|tema|topik|bidang|pokok\s+bahasan|fokus)\b[^.;(]*(?::|\b(?:yaitu|yakni|meliputi|adalah)\b)\s*",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[\s,;]*(?:(?:dan|serta|sedangkan|sementara(?:\s+itu)?|lalu|kemudian)\s+)?", re.IGNORECASE
)


@cache
def _nouns() -> str:
    words = lexicon.load("groups")
    return words_pattern([*words["nouns"], *words["sentence_nouns"]])


@cache
def _possible() -> WordPattern:
    return WordPattern(rf"\b{_nouns()}\s+{number_pattern()}")


@cache
def _behind() -> re.Pattern[str]:
    """A group behind its topic; groups `bracket` and `number`."""
    return re.compile(
        rf"(?:(?P<bracket>\(\s*)|\s,?\s*(?:yang\s+)?(?:akan\s+)?(?:dibahas|dikaji|didalami|diulas|digarap|dibedah|dibicarakan|didiskusikan|ditangani|dikerjakan)\s+(?:(?:oleh|di|dalam|pada)\s+)?|\s(?:oleh)\s+)"
        rf"{_nouns()}\s+(?P<number>{number_pattern()})(?(bracket)\s*\))",
        re.IGNORECASE,
    )


def find_mirrored(page: Page) -> Iterator[Mention]:
    """The groups named behind their topics, two or more of one sentence, numbered from one."""
    for index, block in enumerate(page.blocks):
        if block.kind not in _KINDS or not _possible().search(page.text, block.start, block.end):
            continue
        for sentence in split_sentences(page.text, block.start, block.end):
            yield from _in_sentence(page.text, index, sentence)


def _in_sentence(text: str, index: int, sentence: Span) -> list[Mention]:
    found = list(_behind().finditer(text, sentence.start, sentence.end))
    numbers = [number_of(match["number"]) for match in found]
    if len(found) < _FEWEST or numbers != list(range(1, len(found) + 1)):
        return []
    announced = _ANNOUNCED.search(text, sentence.start, found[0].start())
    if found[0]["bracket"] is not None and not announced:
        return []
    at = announced.end() if announced else sentence.start
    groups: list[Mention] = []
    for number, match in zip(numbers, found, strict=True):
        lead = _JOINT.match(text, at, match.start())
        start, end = trimmed(text, lead.end() if lead else at, match.start())
        if not 1 < end - start <= _LONGEST or demanding().search(text, start, end):
            return []
        evidence = Span(start, match.end())
        groups.append(Mention(index, number, Span(start, end), None, evidence, heads=False))
        at = match.end()
    return groups
