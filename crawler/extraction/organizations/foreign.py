"""English and other foreign names: most end at their head word, some begin with it."""

from __future__ import annotations

from crawler.extraction.organizations.grammar import head_at, is_stop, place_at, words_of
from crawler.extraction.organizations.tokens import Token

_LEFTMOST = 7
_HEADLESS = 4


def begin_of_foreign(text: str, tokens: list[Token], at: int, floor: int) -> int:
    """The index of the first token of an English name whose head stands at token `at`."""
    begin = at
    lowest = max(floor, at - _LEFTMOST)
    while begin > lowest:
        before = tokens[begin - 1]
        if "\n" in text[before.end : tokens[begin].start]:
            break
        link = before.text in {"of", "for", "the", "on", "and"} and begin - 1 > lowest
        if link and _may_stand_before(tokens, begin - 2):
            begin -= 2
        elif _may_stand_before(tokens, begin - 1):
            begin -= 1
        else:
            break
    return begin


def _may_stand_before(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if not token.is_word or not token.is_capital or is_stop(token.text):
        return False
    head = head_at(tokens, at)
    return token.text not in words_of("not_first") and (head is None or head.kind == "foreign")


def over_foreign(tokens: list[Token], here: int) -> int:
    """The index behind the next part of an English name; `here` where the name ends."""
    place = place_at(tokens, here)
    if place:
        return here + place
    word, before = tokens[here].text, tokens[here - 1].text
    linked = before in words_of("foreign_links")
    known = word in words_of("foreign_functions") or word in {"International", "Indonesia"}
    nested = head_at(tokens, here)
    if nested and nested.kind == "foreign":
        return here + nested.size
    follows_link = linked or before in words_of("foreign_functions") or before in {"Urban", "Red"}
    if linked or known or (follows_link and not nested):
        return here + 1
    if nested:
        return here
    return here + 1 if inside_phrase(tokens, here) or _head_follows(tokens, here) else here


def inside_phrase(tokens: list[Token], here: int) -> bool:
    """Whether the words before `here` up to a link are capitals: `for Climate Risk`."""
    for back in range(here - 1, max(here - 5, -1), -1):
        if tokens[back].text in words_of("foreign_links"):
            return True
        if not (tokens[back].is_word and tokens[back].is_capital):
            return False
    return False


def _head_follows(tokens: list[Token], here: int) -> bool:
    """Whether the capitals go on to another head: `Delta International Water Agency`."""
    for beyond in range(here + 1, min(here + _HEADLESS, len(tokens))):
        if not tokens[beyond].is_capital or is_stop(tokens[beyond].text):
            return False
        head = head_at(tokens, beyond)
        if head:
            return head.kind == "foreign"
    return False
