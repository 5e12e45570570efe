"""Numbers in Indonesian prose: figures with thousands points, and number words.

The words are data: lexicon/numbers.toml. Vague words (belasan, puluhan, ratusan) are no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from crawler import lexicon
from crawler.extraction.page_words import words_of

_LONGEST_FIGURE = 15
_THOUSAND = 1000
_FIGURE = re.compile(r"\d(?<![\w.,/]\d)[\d.,/]*(?<=\d)(?![\w/])")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,2}")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w+")
_SCALE = re.compile(r"[ \t\xa0]+(ribu|juta)\b", re.IGNORECASE)
_GAP = re.compile(r"[ \t\xa0]+")
_OPENING = re.compile(r"\s?\(\s?")
_CLOSING = re.compile(r"\s?\)")


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number and where it stands; a repetition in brackets belongs to it."""

    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    digits: dict[str, int]
    teens: dict[str, int]
    hundreds: dict[str, int]
    thousands: dict[str, int]
    scales: dict[str, int]
    places: dict[str, str]
    openers: frozenset[str]
    """The words that a number may begin with."""


@cache
def _vocabulary() -> _Vocabulary:
    table = lexicon.load("numbers")
    opening = {name: table[name] for name in ("digits", "teens", "hundreds", "thousands")}
    return _Vocabulary(
        **opening,
        scales=table["scales"],
        places=table["places"],
        openers=frozenset(word for row in opening.values() for word in row),
    )


def number_word_pattern() -> str:
    """A regular expression for one number word up to ninety-nine, to build others from."""
    words = _vocabulary()
    digit = "|".join(words.digits)
    place = "|".join(p for p, kind in words.places.items() if kind != "hundred")
    teens = "|".join(words.teens)
    return rf"(?:(?:{digit})\s(?:{place})(?:\s(?:{digit}))?|{teens}|{digit})(?!\w)"


def number_ending_words() -> list[str]:
    """The words that a number below one hundred ends with."""
    words = _vocabulary()
    places = [place for place, kind in words.places.items() if kind != "hundred"]
    return [*words.digits, *words.teens, *places]


def number_opening_words() -> frozenset[str]:
    """The words, in lower case, that a number may begin with."""
    return _vocabulary().openers


@lru_cache(maxsize=2)
def number_starts(text: str) -> tuple[int, ...]:
    """Where figures and number words stand in a page's text, in order: no number begins elsewhere."""
    openers = _vocabulary().openers
    return tuple(
        start for word, start, _ in words_of(text) if word[0].isdecimal() or word in openers
    )


def value_of_words(phrase: str) -> int | None:
    """The value of a phrase made of number words alone, or None."""
    words = [word[0].lower() for word in _WORD.finditer(phrase)]
    value, used = _parse(words)
    return value if words and used == len(words) else None


def find_numbers(text: str, start: int, end: int) -> list[Number]:
    """The whole numbers of `text[start:end]` in order; offsets are those of `text`.

    Decimals, fractions and what is glued to letters are no whole numbers. Linear.
    """
    found = sorted(
        [*_figures(text, start, end), *_words(text, start, end)], key=lambda number: number.start
    )
    numbers: list[Number] = []
    for number in found:
        if numbers and number.start < numbers[-1].end:
            continue
        if numbers and _repeats(text, numbers[-1], number):
            closing = _CLOSING.match(text, number.end)
            numbers[-1] = replace(numbers[-1], end=closing.end() if closing else number.end)
            continue
        numbers.append(number)
    return numbers


def _repeats(text: str, number: Number, other: Number) -> bool:
    """Whether `other` is `number` again, in brackets: 25 (dua puluh lima)."""
    opening = _OPENING.fullmatch(text, number.end, other.start)
    closing = _CLOSING.match(text, other.end)
    return bool(opening and closing and number.value == other.value)


def _figures(text: str, start: int, end: int) -> Iterator[Number]:
    for match in _FIGURE.finditer(text, start, end):
        figure = match[0]
        if len(figure) > _LONGEST_FIGURE:
            continue
        scale = _SCALE.match(text, match.end(), end)
        value = _value(figure, _vocabulary().scales[scale[1].lower()] if scale else 1)
        if value is not None:
            yield Number(value, match.start(), scale.end() if scale else match.end())


def _value(figure: str, factor: int) -> int | None:
    """A figure times its scale (`1,2 ribu` is 1200); None where that is no whole number."""
    if figure.isdecimal() or _GROUPED.fullmatch(figure):
        return int(re.sub(r"[.,]", "", figure)) * factor
    if factor == 1 or not _DECIMAL.fullmatch(figure):
        return None
    whole, part = re.split(r"[.,]", figure)
    value, rest = divmod(int(whole + part) * factor, 10 ** len(part))
    return None if rest else value


def _words(text: str, start: int, end: int) -> Iterator[Number]:
    at = start
    for opener in _TOKEN.finditer(text, start, end):
        if opener.start() < at or not _opens_number(text, opener):
            continue
        run = _run(text, opener.start(), end)
        value, used = _parse([word.lower() for word, _ in run])
        at = run[max(used, 1) - 1][1]
        if value is not None and not text.startswith("-", at):
            yield Number(value, opener.start(), at)


def _opens_number(text: str, word: re.Match[str]) -> bool:
    """Whether a word is a number's first, and no later part of a compound: `ke-dua`."""
    if word[0].lower() not in _vocabulary().openers:
        return False
    before = text[word.start() - 1] if word.start() else " "
    return not (before.isalnum() or before in "-_")


_LONGEST_RUN = 18


def _run(text: str, at: int, end: int) -> list[tuple[str, int]]:
    """The next words with their ends, as many as a number can have, one blank apart."""
    run: list[tuple[str, int]] = []
    digits = _vocabulary().digits
    while len(run) < _LONGEST_RUN and (word := _WORD.match(text, at, end)):
        if run and run[-1][0].lower() in digits and word[0].lower() in digits:
            break
        run.append((word[0], word.end()))
        gap = _GAP.match(text, word.end(), end)
        if gap is None:
            break
        at = gap.end()
    return run


def _parse(words: list[str]) -> tuple[int | None, int]:
    """The number that `words` begin with, and how many words it takes."""
    total, at = 0, 0
    for scale, factor in _vocabulary().scales.items():
        if factor == _THOUSAND and at < len(words) and words[at] in _vocabulary().thousands:
            total, at = total + _THOUSAND, at + 1
            continue
        group, after = _group(words, at)
        if after > at and after < len(words) and words[after] == scale:
            total, at = total + group * factor, after + 1
    group, after = _group(words, at)
    return (total + group, after) if after else (None, 0)


def _group(words: list[str], at: int) -> tuple[int, int]:
    """A number below one thousand at `at`, and where it ends."""
    known = _vocabulary()
    value, at = _placed(words, at, "hundred", known.hundreds, 100)
    if at < len(words) and words[at] in known.teens:
        return value + known.teens[words[at]], at + 1
    if _kind(words, at) == "teen":
        return value + known.digits[words[at]] + 10, at + 2
    tens, at = _placed(words, at, "ten", {}, 10)
    value += tens
    if at < len(words) and words[at] in known.digits and _kind(words, at) is None:
        return value + known.digits[words[at]], at + 1
    return value, at


def _placed(
    words: list[str], at: int, kind: str, whole: dict[str, int], factor: int
) -> tuple[int, int]:
    """A digit with its place (`dua ratus`), or the whole word for it (`seratus`)."""
    if at < len(words) and words[at] in whole:
        return whole[words[at]], at + 1
    if _kind(words, at) == kind:
        return _vocabulary().digits[words[at]] * factor, at + 2
    return 0, at


def _kind(words: list[str], at: int) -> str | None:
    """The place word after the digit at `at`, if there is one."""
    known = _vocabulary()
    if at + 1 >= len(words) or words[at] not in known.digits:
        return None
    return known.places.get(words[at + 1])
