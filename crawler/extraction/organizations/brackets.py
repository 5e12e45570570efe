"""Acronyms beside a name: `NAME (ABC)`, `NAME [Abc]`, `NAME/ABC` and `ABC (NAME)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler import lexicon
from crawler.extraction.organizations.grammar import acronym_at, head_at
from crawler.extraction.organizations.tokens import Token

_CLOSING = {"(": ")", "[": "]"}
_REPEATED = re.compile(r"([A-Z])([234])(?=[A-Z]|$)")
_LONGEST_ACRONYM = 3
_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a name, and the index of the first token behind it."""

    acronym: str
    after: int


def acronym_after(text: str, tokens: list[Token], begin: int, end: int) -> Beside | None:
    """The acronym that follows the name of `tokens[begin:end]`, if it abbreviates it."""
    if end + 1 >= len(tokens):
        return None
    mark, name = tokens[end].text, text[tokens[begin].start : tokens[end - 1].end]
    if mark == "/" and tokens[end].end == tokens[end + 1].start:
        short = tokens[end + 1]
        if (
            short.is_acronym
            or acronym_at(tokens, end + 1)
            or (_is_short(short) and abbreviates(short.text, name))
        ):
            return Beside(short.text, end + 2)
        return None
    inside = _inside(tokens, end, _LONGEST_ACRONYM)
    if not inside or not all(_is_short(token) for token in inside):
        return None
    short_form = " ".join(token.text for token in inside)
    if not abbreviates(short_form, name):
        return None
    return Beside(short_form, end + len(inside) + 2)


def long_form_after(text: str, tokens: list[Token], begin: int, end: int) -> Beside | None:
    """The bracketed long form that follows an acronym (`ABC (Asosiasi Bata Cipta)`)."""
    inside = _inside(tokens, end, _LONGEST_NAME) if end < len(tokens) else []
    if len(inside) < 2 or head_at(tokens, end + 1) is None:  # noqa: PLR2004 - a long form
        return None
    name = " ".join(text[inside[0].start : inside[-1].end].split())
    if not abbreviates(tokens[begin].text, name):
        return None
    return Beside(name, end + len(inside) + 2)


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of `short` stand in `name` in order, beginning at one of its words.

    The long form must be the longer; `Dishub` abbreviates `Dinas Perhubungan`, `TRLH` the
    tasks of `Kedeputian Tata Ruang dan Lingkungan Hidup`, `Pokja X` a `Kelompok Kerja X...`.
    """
    own, dash, of_parent = short.rpartition("-")
    if dash and own.isupper() and len(of_parent) > 1 and of_parent.isupper():
        return abbreviates(of_parent, name)  # `PDC-UI`: its own may be of another language
    synonyms = lexicon.load("organizations")["synonyms"]
    first, _, others = short.partition(" ")
    if others and name.startswith(synonyms.get(first, "\0")):
        return abbreviates(others, name[len(synonyms[first]) :])
    spelled = _REPEATED.sub(lambda found: found[1] * int(found[2]), short)  # P3A is PPPA
    letters = [letter for letter in spelled.lower() if letter.isalnum()]
    words = name.lower().split()
    for first_word in range(min(len(words), _LONGEST_NAME)):
        rest = [letter for letter in "".join(words[first_word:]) if letter.isalnum()]
        if not letters or len(letters) >= len(rest):
            return False
        found = iter(rest)
        if letters[0] == rest[0] and all(letter in found for letter in letters):
            return True
    return False


def is_initials(short: str, name: str) -> bool:
    """Whether `short` is made of the first letters of the words of `name`, small words aside."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return short == initials


def _inside(tokens: list[Token], at: int, limit: int) -> list[Token]:
    closing = _CLOSING.get(tokens[at].text)
    if closing is None:
        return []
    for stop in range(at + 1, min(at + limit + 2, len(tokens))):
        if tokens[stop].text == closing:
            return tokens[at + 1 : stop]
    return []


def _is_short(token: Token) -> bool:
    return token.is_word and token.is_capital and (token.is_acronym or len(token.text) <= 16)  # noqa: PLR2004 - Diskominfotik and longer
