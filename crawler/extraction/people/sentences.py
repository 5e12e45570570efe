"""The sentences of a page with their words, and what the page's own usage says of names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.people.tokens import Token, tokens_of, word_set
from crawler.extraction.sentences import split_sentences

_BLANK = re.compile(r"[^\S\n]{1,4}")
_LONGEST_RUN = 8
_FIRST = re.compile(r"\W{0,8}[^\W\d_]+")
_NAMING = re.compile(
    r"\b(?:[^\W\d_a-z]|(?:bapak|ibu|pak|bu|bpk|dr|drg|drh|sdr|sdri|apt|mbak|kang)\b)"
)
"""A further capital, or a form of address that prose writes small."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words, its block, and the sentence before it in the block."""

    span: Span
    block: Block
    tokens: tuple[Token, ...]
    """None where no word of the sentence can name a person."""
    before: Span | None


def read_sentences(page: Page, blocks: list[Block]) -> list[Sentence]:
    """The sentences of the given blocks."""
    sentences = []
    for block in blocks:
        before = None
        for span in split_sentences(page.text, block.start, block.end):
            sentences.append(Sentence(span, block, _words(page.text, span), before))
            before = span
    return sentences


def _words(text: str, span: Span) -> tuple[Token, ...]:
    """The words of a sentence; none where no word of it can name a person."""
    if _NAMING.search(text, span.start + 1, span.end) is None:
        first = _FIRST.match(text, span.start, span.end)
        if first is None or tokens_of(text, *first.span())[-1].label not in {"name", "acronym"}:
            return ()
    return tokens_of(text, span.start, span.end)


def own_names_of_places(text: str, sentences: list[Sentence]) -> Counter[tuple[str, ...]]:
    """The names that follow `Desa`, `Kecamatan`, `PT` ..., with how often each stands so."""
    runs: Counter[tuple[str, ...]] = Counter()
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if token.lower not in word_set("not_names", "place_kinds"):
                continue
            j = i + 1
            while (
                j < min(len(tokens), i + _LONGEST_RUN)
                and tokens[j].label in {"name", "place", "either"}
                and touch(text, tokens[j - 1], tokens[j])
            ):
                j += 1
            if j > i + 1:
                runs[tuple(t.lower for t in tokens[i + 1 : j])] += 1
    return runs


def familiar_words(text: str, sentences: list[Sentence]) -> frozenset[str]:
    """Single names that follow a verb of quoting or a form of address: `ujar Sugeng`, `Pak Sugeng`."""
    words = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for before, token in pairwise(tokens):
            if (
                token.label == "name"
                and touch(text, before, token)
                and (before.label == "honorific" or _quoting(before.lower))
            ):
                words.add(token.lower)
    return frozenset(words)


def _quoting(word: str) -> bool:
    return word.removesuffix("nya") in lexicon.load("person_roles")["speech"]["quotes"]


def touch(text: str, before: Token, token: Token) -> bool:
    """Whether nothing but a blank stands between two words."""
    return _BLANK.fullmatch(text, before.end, token.start) is not None
