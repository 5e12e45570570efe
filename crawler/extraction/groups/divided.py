"""Groups under a noun that means one only where the page says that it divided its people so.

`Peserta pindah ke tiga saung.` makes `Saung 1: TOPIC` a group; a page without that sentence may
have saungs, rooms and themes of any kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.topics import read_rest
from crawler.extraction.groups.words import (
    divided_group,
    listed,
    number_of,
    pattern_of,
    words_pattern,
)
from crawler.extraction.openings import WordPattern
from crawler.extraction.sentences import split_sentences

_FEWEST = 2
_COUNTS = (
    "beberapa",
    "sejumlah",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
)
_MARKER = re.compile(r"(?:\d{1,2}[.)]|[-•–*·])\s+")
_SKIPPED = frozenset(("title", "subtitle", "caption", "cell"))


@cache
def _division() -> WordPattern:
    """A division of people with its count and its noun, a few words apart; group `noun`."""
    words = lexicon.load("groups")
    nouns = words_pattern({*words["divided_nouns"], *words["nouns"], *words["sentence_nouns"]})
    counts = rf"(?:\d{{1,2}}|{words_pattern(_COUNTS)}|{nouns}-)"
    verbs = rf"(?:{pattern_of('division')}|{pattern_of('counted_division')})"
    return WordPattern(
        rf"\b{verbs}\s+(?:[^\s.;:]+\s+){{0,5}}?{counts}\s*"
        rf"(?:\(\s*\w+\s*\)\s+)?\b(?P<noun>{nouns})\b"
    )


def find_divided(page: Page) -> list[Mention]:
    """The groups of `Saung 1: TOPIC`, in order; none where only one is, or no sentence divides."""
    nouns = divided_into(page)
    if not nouns:
        return []
    found = [
        mention
        for index, block in enumerate(page.blocks)
        if block.kind not in _SKIPPED
        for mention in _in_block(page, index, nouns)
    ]
    return found if len({mention.number for mention in found}) >= _FEWEST else []


def divided_into(page: Page) -> frozenset[str]:
    """The nouns that the sentences of division count, in lower case."""
    found_nouns = {
        found["noun"].lower()
        for block in page.blocks
        if block.kind not in _SKIPPED
        for sentence in split_sentences(page.text, block.start, block.end)
        if (found := _division().search(page.text, sentence.start, sentence.end))
        and listed("divided_people").search(page.text, sentence.start, sentence.end)
    }
    return frozenset(found_nouns | {noun.removesuffix("an") for noun in found_nouns})


def _in_block(page: Page, index: int, nouns: frozenset[str]) -> Iterator[Mention]:
    """The groups that open a sentence of the block, with their topics."""
    text, block = page.text, page.blocks[index]
    for sentence in split_sentences(text, block.start, block.end):
        marker = _MARKER.match(text, sentence.start, sentence.end)
        named = divided_group().match(text, marker.end() if marker else sentence.start, block.end)
        if not named or named["noun"].lower() not in nouns:
            continue
        heads = sentence.start == block.start
        end = block.end if heads else sentence.end
        rest = read_rest(text, named.end(), max(sentence.end, named.end()), end, heads=heads)
        if rest.topic:
            evidence = Span(named.start(), rest.topic.end)
            number = number_of(named["number"])
            yield Mention(
                index, number, rest.topic, rest.declared, evidence, heads=heads, tail=rest.tail
            )
