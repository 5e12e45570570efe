"""Names without a head word, as they stand in lists: firms, movements, bare acronyms."""

from __future__ import annotations

import re
from functools import cache

from crawler import lexicon
from crawler.extraction.organizations.brackets import abbreviates
from crawler.extraction.organizations.claims import Words
from crawler.extraction.organizations.grammar import (
    is_function,
    is_kind,
    is_stop,
    not_organizations,
    place_at,
    words_of,
)
from crawler.extraction.organizations.walk import ends_together

_LONGEST = 8
_LINKS = frozenset({"of", "for", "the", "and", "dan", "untuk", "&"})
_ROMAN = re.compile(r"[IVX]+")
_TERRITORIES = frozenset({"Kota", "Desa", "Kampung", "Pulau", "Kawasan", "Negara", "Media"})
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,3}\.[A-Za-z]")


@cache
def _not_first() -> frozenset[str]:
    return frozenset(lexicon.load("organization_cues")["lists"]["not_first"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(lexicon.load("organization_cues")["lists"]["offices"])


@cache
def _not_after() -> frozenset[str]:
    return frozenset(lexicon.load("organization_cues")["lists"]["not_after"])


@cache
def _sessions() -> frozenset[str]:
    return frozenset(lexicon.load("organization_cues")["lists"]["sessions"])


def _is_introduced(words: Words, begin: int) -> bool:
    """Whether the word before calls it a programme, a document, a person."""
    before = words.tokens[begin - 1].text.lower() if begin else ""
    return before in _not_after() or before.startswith("se-")


def _is_glossed_as_office(words: Words, end: int) -> bool:
    """Whether a bracket tells that the acronym is a kind of person: `FAS (Fasilitator X)`."""
    if end + 1 >= len(words.tokens) or words.tokens[end].text != "(":
        return False
    word = words.tokens[end + 1].text
    return word in _not_first() or is_stop(word)


def _closes_degree(words: Words, begin: int) -> bool:
    """Whether the capitals end a degree that a full stop cuts: `S.Hut`, `M.Eng`."""
    start = words.tokens[begin].start
    return start > 1 and words.text[start - 1] == "." and words.text[start - 2].isalpha()


def _is_bare_head(words: Words, begin: int, end: int) -> bool:
    """Whether it is a kind of body without a name: `Karang Taruna`, `Karang taruna`."""
    written = " ".join(token.text for token in words.tokens[begin:end])
    following = words.tokens[end].text if end < len(words.tokens) else ""
    return is_kind(written) or is_kind(f"{written} {following}".title())


def is_numbered(words: Words, at: int) -> bool:
    """Whether a number begins a name of capitals: `50 Quiet Harbours`."""
    following = words.tokens[at + 1 : at + 3]
    return (
        words.tokens[at].text.isdigit()
        and len(following) == 2  # noqa: PLR2004 - two words at least
        and all(t.is_word and t.is_capital and not t.text.isdigit() for t in following)
    )


def end_of_weak(words: Words, at: int, stop: int) -> int:
    """The index behind the group of capitals that begins at token `at`."""
    here = at
    while here < min(at + _LONGEST, stop):
        token = words.tokens[here]
        if here > at and (
            token.start in words.names
            or "\n" in words.text[words.tokens[here - 1].end : token.start]
        ):
            break
        goes_on = not is_stop(token.text) or (here > at and ends_together(words.tokens, here))
        if token.is_word and token.is_capital and goes_on:
            here += 1
        elif (
            here > at
            and token.text in words_of("foreign_links")
            and _capital(words, here + 1, stop)
        ):
            here += 2
        else:
            break
    lone_number = here == at + 1 and words.tokens[at].text.isdigit()
    return at if lone_number else here


def _capital(words: Words, at: int, stop: int) -> bool:
    if at >= stop:
        return False
    token = words.tokens[at]
    return token.is_word and token.is_capital and not is_stop(token.text)


def begin_of_spelled(words: Words, short: str, end: int) -> int:
    """The index of the first token of the name that ends before token `end` and has the initials.

    `end` itself where no run of capitals (with small English words) has them.
    """
    begin, best = end, end
    while begin > max(0, end - _LONGEST):
        token = words.tokens[begin - 1]
        if not token.is_word or not (token.is_capital or token.text in _LINKS):
            break
        begin -= 1
        name = words.text[token.start : words.tokens[end - 1].end]
        if token.is_capital and token.text[0] == short[0] and abbreviates(short, name):
            best = begin
            break
    return best


def is_acceptable(  # noqa: PLR0911 - one return a rule
    words: Words, begin: int, end: int, *, headed: bool = False, called: bool = False
) -> bool:
    """Whether the group of capitals can be an organization's name: no person, place or office.

    `headed`: it stands among the members of a heading that has no places (`Swasta (...)`).
    `called`: it stands behind the calling of a person of the page (`Ketua Ruang Kita`).
    """
    tokens = words.tokens[begin:end]
    first = tokens[0].text
    may_name = first == "Forum" or (headed and first in _TERRITORIES)
    of_task = len(tokens) > 1 and not called and _tells_of_task(first, tokens[1].text)
    named_place = may_name and len(tokens) > 2 and not of_task  # noqa: PLR2004 - more than a place
    if (first in _not_first() and not named_place) or (is_function(first) and len(tokens) == 1):
        return False
    if any(token.text in _offices() for token in tokens):
        return False
    if not called and _is_introduced(words, begin):
        return False
    if _closes_degree(words, begin) or _is_bare_head(words, begin, end):
        return False
    if _DEGREE.match(words.text, tokens[0].start) and first != "St":
        return False
    if len(tokens) == 1 and _ROMAN.fullmatch(first):
        return False
    if first.isdigit() and all(t.text.upper() in not_organizations() for t in tokens[1:]):
        return False  # `20 OPD`
    places = words_of("territory_words")
    rest = [token for token in tokens[1:] if token.text.lower() not in places]
    if first.upper() in not_organizations() and (
        len(rest) < len(tokens) - 1
        or not rest
        or place_at(words.tokens, begin + len(tokens) - len(rest))
        or all(token.text.upper() in not_organizations() for token in rest)
    ):
        return False
    if _is_glossed_as_office(words, end):
        return False
    if place_at(words.tokens, begin) >= len(tokens) or len(first) == 1 == len(tokens):
        return False
    return not _is_person(words, begin, end)


def _tells_of_task(first: str, word: str) -> bool:
    """Whether the word behind the first makes a kind of it: a forum's of its sessions."""
    return word in _sessions() if first == "Forum" else is_function(word)


def _is_person(words: Words, begin: int, end: int) -> bool:
    written = [token.text.lower() for token in words.tokens[begin:end]]
    return " ".join(written) in words.people or " ".join(written[:2]) in words.people
