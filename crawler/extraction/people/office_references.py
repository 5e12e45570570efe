"""Whom the report means by the office alone: `Rektor mengatakan bahwa …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crawler import lexicon
from crawler.extraction.people.sentences import Sentence

_LONGEST_OPENING = 80
_LONGEST_WORD = 20
_BEFORE_OFFICES = ("menurut", "sementara itu", "sementara", "sedangkan")
_CLOSING = re.compile(r"[”\"]")


def offices_that_speak(text: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """The offices, in small letters, that stand for a speaker: at a sentence's start, behind a quotation."""
    openings = (
        _opening().match(text, *_start_of(sentence))
        for sentence in sentences
        if _may_open(text, sentence.span.start)
    )
    tags = (_tag().match(text, closing.end()) for closing in _CLOSING.finditer(text))
    return frozenset(
        re.sub(r"\s+", " ", found["office"].lower()) for found in (*openings, *tags) if found
    )


def holds(position: str | None, office: str) -> bool:
    """Whether a position is the office, whatever it is the office of."""
    words = f"{(position or '').lower()} "
    return any(words.startswith(f"{name} ") for name in _names_of(office))


def _may_open(text: str, start: int) -> bool:
    """Whether the sentence's first word is one with which an office may begin."""
    return text[start : start + _LONGEST_WORD].lower().partition(" ")[0] in _first_words()


@cache
def _first_words() -> frozenset[str]:
    alone = lexicon.load("person_roles")["offices_alone"]
    names = [*alone["names"], *alone["short"], *_BEFORE_OFFICES]
    return frozenset(name.split()[0] for name in names)


def _start_of(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, min(sentence.span.end, sentence.span.start + _LONGEST_OPENING)


def _names_of(office: str) -> tuple[str, ...]:
    short: dict[str, str] = lexicon.load("person_roles")["offices_alone"]["short"]
    return (office, short[office]) if office in short else (office,)


@cache
def _opening() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")
    verbs = "|".join(sorted(rows["speech"]["verbs"], key=len, reverse=True))
    adverbs = "|".join(rows["offices_alone"]["adverbs"])
    return re.compile(
        rf"(?:(?:{'|'.join(_BEFORE_OFFICES)}),?\s)?(?P<office>{_offices()})\s"
        rf"(?:(?:{adverbs})\s){{0,2}}(?:{verbs})\b",
        re.IGNORECASE,
    )


@cache
def _tag() -> re.Pattern[str]:
    tags = "|".join(lexicon.load("person_roles")["said_next"]["tags"])
    return re.compile(
        rf"\s{{0,2}},?\s{{0,2}}(?:{tags})\s(?P<office>{_offices()})\s?[.,]", re.IGNORECASE
    )


def _offices() -> str:
    alone = lexicon.load("person_roles")["offices_alone"]
    return "|".join(sorted([*alone["names"], *alone["short"]], key=len, reverse=True))
