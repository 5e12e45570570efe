"""The sentences of a page with their words, and what the page's own usage says of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.people.tokens import Token, tokens_of
from crawler.extraction.people.vocabulary import (
    GIVEN_NAMES,
    PLACE_KINDS,
)
from crawler.extraction.sentences import split_sentences

_BLANK = re.compile(r"[^\S\n]{1,4}")
_LONGEST_RUN = 8
_LONGEST_PLACE = 3
_PREPOSITIONS = frozenset({"di", "ke", "se"})
_FEWEST_TOKENS = 2
_FIRST = re.compile(r"\W{0,8}[^\W\d_]+")
_NAMING = re.compile(
    r"\b(?:[^\W\d_a-z]|(?:bapak|ibu|pak|bu|bpk|dr|drg|drh|sdr|sdri|apt|mbak|kang)\b)"
)
"""A further capital, or a form of address that prose writes small."""


class Sentence(NamedTuple):
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
            if token.lower not in PLACE_KINDS and not _locates(tokens, i):
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
    runs.update(_shared_beginnings(runs))
    return runs


def _shared_beginnings(runs: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """`Bupati X Y NAME`, `Camat X Y OTHER`: what several runs begin with, each with its own rest."""
    rests: dict[tuple[str, ...], set[str]] = {}
    for run in runs:
        for length in range(1, min(len(run), _LONGEST_PLACE + 1)):
            rests.setdefault(run[:length], set()).add(run[length])
    return [
        beginning
        for beginning, following in rests.items()
        if len(following) > 1 and beginning[0] not in GIVEN_NAMES
    ]


def _locates(tokens: tuple[Token, ...], i: int) -> bool:
    """`di X`, `BPBD X melatih`: a place behind a preposition, or behind a public body's acronym
    at the start of a sentence with no word of a name more.
    """
    if tokens[i].lower in _PREPOSITIONS and tokens[i].label == "lower":
        return True
    return (
        i == 0
        and len(tokens) > _FEWEST_TOKENS
        and tokens[0].label == "acronym"
        and tokens[1].label == "name"
        and tokens[2].label in {"lower", "stop"}
    )


def familiar_words(text: str, sentences: list[Sentence]) -> frozenset[str]:
    """Single names that follow a verb of quoting or a form of address: `ujar Sugeng`, `Pak Sugeng`."""
    quoting = _verbs_of_quoting()
    words = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for before, token in pairwise(tokens):
            if (
                token.label == "name"
                and (before.label == "honorific" or before.lower.removesuffix("nya") in quoting)
                and touch(text, before, token)
            ):
                words.add(token.lower)
    return frozenset(words)


@cache
def _verbs_of_quoting() -> frozenset[str]:
    return frozenset(lexicon.load("person_roles")["speech"]["quotes"])


def touch(text: str, before: Token, token: Token) -> bool:
    """Whether nothing but a blank stands between two words."""
    gap = text[before.end : token.start]
    return gap == " " or _BLANK.fullmatch(gap) is not None
