"""The grammar of personal names in Indonesian prose.

A name is one to six words of a name's shape; titles stand before it, degrees behind it, and
neither belongs to it. What is an office, an organization, a place or a common word is none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crawler.extraction.degrees import read_degrees
from crawler.extraction.people.tokens import Token, tokenize
from crawler.extraction.people.vocabulary import (
    ABBREVIATED_NAMES,
    ADDRESS,
    BALINESE_NAMES,
    BRANCHES_OF_RANKS,
    CALLINGS,
    ENDS_OF_NAMES,
    FORMAL_ADDRESS,
    PARTICLES,
    RANKS_IN_TWO_WORDS,
    SECOND_WORDS_OF_RANKS,
    TITLES_INSIDE_NAMES,
)

_MOST_WORDS = 6
_FEWEST_WORDS = 2
_SHORTEST_SHOUTED = 3
_WIDEST_GAP = 3
_BLANK = re.compile(r"[^\S\n]{1,4}")
_AFTER_INITIAL = re.compile(r"\.?[^\S\n]{0,2}")
_TITLE_GAP = re.compile(r"\.? ?\([A-Za-z.]{1,8}\)\.?[^\S\n]{0,3}|[.,\-/]{0,2}[^\S\n]{0,3}")
_TITLE_PHRASE = re.compile(
    r"(?:-\s?(?:Ing|Eng)\.?|rer\.\s?(?:nat|pol)\.?|(?:phil|iur|agr)\.|\(?\s?H\.?\s?C\.?\s?\)?|Em(?:eritus|\.)?|Ing\.|Eng\.|habil\.)(?![a-z])\s{0,3}",
)
_NICKNAME = re.compile(
    r"[^\S\n](?:“[^\W\d_][\w'’.-]{1,14}”|\"[^\W\d_][\w'’.-]{1,14}\"|[‘'][^\W\d_][\w.-]{1,14}[’'])[^\S\n](?=[^\W\d_])"
)
_MARKS = frozenset("“\"‘'")
_LABEL_SEPARATORS = re.compile(r"[._]+")


class ParsedName(NamedTuple):
    """A name apart from what stands around it."""

    name: str
    honorific: str | None
    degrees: tuple[str, ...]
    """Titles of learning and rank besides the honorific, then the degrees behind the name."""


class NameMention(NamedTuple):
    """A name at a place in the text: the name alone is `text[start:end]`."""

    start: int
    end: int
    name: str
    honorific: str | None
    degrees: tuple[str, ...]
    outer_start: int
    """Where its titles begin."""
    outer_end: int
    """Where its degrees end."""

    @property
    def certain(self) -> bool:
        """Whether a title or a degree says that this is a person."""
        return self.honorific is not None or bool(self.degrees)

    @property
    def addressed(self) -> bool:
        """Whether a form of address stands before the name: Bapak, Ibu, Sdr."""
        return self.honorific is not None and self.honorific.rstrip(".").lower() in FORMAL_ADDRESS


def parse_name(words: str) -> ParsedName | None:
    """The name that `words` is, all of them; None where they are something else.

    Words joined by full stops or underscores, as in file names, are read as words.
    """
    spaced = (
        words.strip()
        if re.search(r"\s", words.strip())
        else _LABEL_SEPARATORS.sub(" ", words).strip()
    )
    found = find_names(spaced, 0, len(spaced))
    if len(found) != 1 or found[0].outer_start > 0 or spaced[found[0].outer_end :].strip(" ."):
        return None
    return ParsedName(found[0].name, found[0].honorific, found[0].degrees)


def find_names(text: str, start: int, end: int) -> list[NameMention]:
    """What reads like a person's name in `text[start:end]`, in order.

    With a title or a degree one word is enough, without them two, and then nothing capitalised
    may stand directly before or behind (an organization's or a place's further words).
    """
    tokens = tokenize(text, start, end)
    mentions = []
    i = 0
    while i < len(tokens):
        mention, following = name_at(text, tokens, i, end)
        if mention and (mention.certain or _stands_alone(text, tokens, i, following)):
            mentions.append(mention)
        i = max(following, i + 1)
    return mentions


def name_at(text: str, tokens: list[Token], i: int, end: int) -> tuple[NameMention | None, int]:
    """The longest name that begins at token `i`, with its titles and degrees, and the token after."""
    first, titles = _titles_at(text, tokens, i)
    stop = _name_end(text, tokens, first, titled=bool(titles) or _shouted(text, tokens, first, end))
    if stop == first:
        return None, (first if titles else i)
    begin, finish = tokens[first].start, tokens[stop - 1].end
    degrees, outer_end = read_degrees(text, finish, end)
    following = stop
    while following < len(tokens) and tokens[following].start < outer_end:
        following += 1
    honorific, learned = _sort_titles(titles)
    return (
        NameMention(
            begin,
            finish,
            text[begin:finish],
            honorific,
            (*learned, *degrees),
            tokens[i].start,
            outer_end,
        ),
        following,
    )


def _shouted(text: str, tokens: list[Token], i: int, end: int) -> bool:
    """A name in capitals with a degree behind it: `ANDI SETIA, S.T.`"""
    stop = i
    while stop < len(tokens) and stop - i < _MOST_WORDS and tokens[stop].label == "acronym":
        stop += 1
    return stop > i + 1 and bool(read_degrees(text, tokens[stop - 1].end, end)[0])


def _titles_at(text: str, tokens: list[Token], i: int) -> tuple[int, list[str]]:
    """The titles from token `i` on, and the first token behind them."""
    titles: list[str] = []
    while i < len(tokens) and (tokens[i].label == "honorific" or _is_haji(text, tokens, i)):
        begin = tokens[i].start
        gap = _TITLE_GAP.match(text, tokens[i].end)
        at = gap.end() if gap else tokens[i].end
        phrase = _TITLE_PHRASE.match(text, at - (text[at - 1] == "-"))
        if phrase:
            at = phrase.end()
        if i + 1 < len(tokens) and _completes_rank(tokens[i].lower, tokens[i + 1].lower):
            i += 1
            gap = _TITLE_GAP.match(text, tokens[i].end)
            at = gap.end() if gap else tokens[i].end
        titles.append(text[begin:at].rstrip(" ,/\u00a0"))
        i += 1
        while i < len(tokens) and tokens[i].start < at:
            i += 1
        while (
            titles
            and i < len(tokens)
            and tokens[i].lower in BRANCHES_OF_RANKS
            and _is_rank(titles[-1])
        ):
            at = tokens[i].end + (text[tokens[i].end : tokens[i].end + 1] == ".")
            i += 1
        if i < len(tokens) and text[at : tokens[i].start].strip():
            return i, []
    return i, titles


def _completes_rank(first: str, second: str) -> bool:
    """`Laksamana Muda`, `Letnan Satu`: ranks in two words."""
    return first in RANKS_IN_TWO_WORDS and second in SECOND_WORDS_OF_RANKS


def _is_rank(title: str) -> bool:
    return title.split(maxsplit=1)[0].rstrip(".").lower() in {
        "kolonel",
        "kol",
        "letkol",
        "mayor",
        "kapten",
        "kapt",
        "lettu",
        "letda",
        "brigjen",
        "mayjen",
        "letjen",
        "irjen",
        "komjen",
        "kombes",
        "laksma",
        "marsma",
        "laksamana",
        "letnan",
        "sersan",
        "brigadir",
        "marsekal",
        "jenderal",
    }


def _is_haji(text: str, tokens: list[Token], i: int) -> bool:
    """`H` before a name with no other word of the name before it."""
    if tokens[i].word != "H" or i + 1 >= len(tokens):
        return False
    gap = text[tokens[i].end : tokens[i + 1].start]
    return gap.strip() in {"", "."} and tokens[i + 1].label in {
        "name",
        "initial",
        "either",
        "honorific",
    }


def _sort_titles(titles: list[str]) -> tuple[str | None, list[str]]:
    if not titles:
        return None, []
    address = ADDRESS
    chosen = next((t for t in titles if t.rstrip(".").lower() in address), titles[0])
    learned = [t for t in titles if t != chosen and t.rstrip(".").lower() not in address]
    return chosen, learned


def _name_end(text: str, tokens: list[Token], first: int, *, titled: bool) -> int:
    """The token behind the name that begins at `first`; `first` where none begins."""
    i = first
    while i < len(tokens) and i - first < _MOST_WORDS:
        token = tokens[i]
        if i > first and not _joined(text, tokens[i - 1], token):
            behind = _past_nickname(text, tokens, i)
            if behind == i:
                break
            i = behind
        if not _belongs(text, tokens, i, first, titled=titled):
            break
        i += 1
    while i > first and tokens[i - 1].label in {"lower", "honorific"}:
        i -= 1
    if i > first and not any(_full(t) for t in tokens[first:i]):
        return first
    return i


def _belongs(text: str, tokens: list[Token], i: int, first: int, *, titled: bool) -> bool:  # noqa: PLR0911 - one answer a rule, in the order of their strength
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.label == "name":
        return True
    if token.label == "initial":
        return not _ends_in_degree(text, tokens, i, first) and (
            i > first or (following is not None and _initial_opens(text, token, following))
        )
    if i == first:
        return titled and _begins_titled(text, token, following)
    if token.label == "either":
        return True
    if token.lower in TITLES_INSIDE_NAMES:
        return following is not None and following.label == "name"
    if token.lower in ENDS_OF_NAMES:
        return tokens[i - 1].label == "name" and (following is None or following.label == "lower")
    if token.label == "acronym":
        return tokens[first].label == "acronym" and len(token.word) >= _SHORTEST_SHOUTED
    particle = token.lower in PARTICLES
    if not particle or following is None or token.lower == "di":
        return False
    return following.label in {"name", "either"} or (
        following.lower in PARTICLES and i + 2 < len(tokens) and tokens[i + 2].label == "name"
    )


def _begins_titled(text: str, token: Token, following: Token | None) -> bool:
    """Whether a name begins, behind a title, with a word in capitals or a noun: `Drs. Makmur X`."""
    if token.label == "either":
        if following is None or following.label not in {"name", "either"}:
            return False
        return token.lower not in CALLINGS and _joined(text, token, following)
    return (
        token.label == "acronym"
        and len(token.word) >= _SHORTEST_SHOUTED
        and token.word.isalpha()
        and (following is None or following.label == "acronym")
    )


def _ends_in_degree(text: str, tokens: list[Token], i: int, first: int) -> bool:
    """`S. ag` behind a name: the letter opens a degree."""
    return i > first and bool(read_degrees(text, tokens[i - 1].end, tokens[i].end + 12)[0])


def _initial_opens(text: str, token: Token, following: Token) -> bool:
    """An initial opens a name when the name follows: `M. Ridwan`, `I Wayan`."""
    gap = text[token.end : following.start]
    if following.label not in {"name", "initial"}:
        return False
    if token.word == "I":
        return following.lower in BALINESE_NAMES
    return gap.startswith(".") or token.lower in ABBREVIATED_NAMES


def _joined(text: str, before: Token, token: Token) -> bool:
    gap = text[before.end : token.start]
    if len(before.word) == 1 or before.lower in ABBREVIATED_NAMES:
        return len(gap) <= _WIDEST_GAP and _AFTER_INITIAL.fullmatch(gap) is not None
    return _BLANK.fullmatch(gap) is not None


def _past_nickname(text: str, tokens: list[Token], i: int) -> int:
    """The token behind a nickname in quotes that another word of the name follows: `Ujang “Abah” X`."""
    end = tokens[i - 1].end
    nickname = _NICKNAME.match(text, end) if text[end + 1 : end + 2] in _MARKS else None
    if nickname is None:
        return i
    behind = i
    while behind < len(tokens) and tokens[behind].start < nickname.end():
        behind += 1
    named = behind < len(tokens) and tokens[behind].label in {"name", "either"}
    return behind if named else i


def _full(token: Token) -> bool:
    return token.label in {"name", "acronym"} and len(token.word) > 1


def _stands_alone(text: str, tokens: list[Token], i: int, following: int) -> bool:
    """Two words or more, with nothing capitalised touching that could own them."""
    if sum(_full(t) or t.label == "initial" for t in tokens[i:following]) < _FEWEST_WORDS:
        return False
    before = tokens[i - 1] if i else None
    after = tokens[following] if following < len(tokens) else None
    owned = {"noun", "position", "acronym", "place", "either"}
    if before and before.label in owned and _BLANK.fullmatch(text[before.end : tokens[i].start]):
        return False
    if after and after.lower == "of":
        return False
    return not (
        after
        and after.label in {"noun", "place", "acronym", "either"}
        and _BLANK.fullmatch(text[tokens[following - 1].end : after.start])
    )
