"""With which letters a pattern's matches begin, so that it is tried at few words of a page.

An alternation of two hundred phrases costs a trial of each at every letter of a text. Most words
begin none of them; where one does, the pattern itself is matched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar

from crawler.extraction.page_words import words_of

Meaning = TypeVar("Meaning")
_FIGURE = r"\d"
_FIRST = 3
"""Letters by which openings are kept apart."""
_EITHER_CASE = re.compile(r"^\[[A-Z]([a-z])\]")  # [Rr]apat
_LETTERS = re.compile(r"[A-Za-z]+ ?")
_LOOKBEHIND = ("(?!", "(?<!", "(?<=")
_GROUP = re.compile(r"\((?:\?:|\?=|\?P<\w+>)?")
_MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
"""What parts a pattern; a set of letters is one."""
_MAY_MISS = ("?", "*", "{")


def openings_of(pattern: str) -> frozenset[str]:
    r"""Letters of which each match of a pattern begins with some; `""` where that is not known.

    A blank at their end means that the word ends there; `\d` stands for a figure. All are in
    lower case.

    >>> sorted(openings_of(r"(?:turut |juga )?hadir|di samping|tamu?|m(?:ou|itra)|\d+ or"))
    ['\\d', 'di ', 'hadir', 'juga ', 'mitra', 'mou', 'tam', 'turut ']
    >>> sorted(openings_of(r"kerja ?sama|di\s?bagi|sub\s+kelompok"))
    ['di ', 'dibagi', 'kerja ', 'kerjasama', 'sub ']
    """
    return frozenset(
        opening for branch in _branches_of(pattern) for opening in _openings_of_branch(branch)
    )


class WordPattern:
    """A pattern whose matches begin at a word's first letter, sought at few words of a text."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        """Compiles the pattern and reads its openings."""
        self._pattern = re.compile(pattern, flags)
        self._openings = Openings([(None, pattern)])
        self._places = lru_cache(maxsize=2)(self._places_in)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match inside `text[start:end]`, as `re.Pattern.search` gives it."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches inside `text[start:end]`, as `re.Pattern.finditer` gives them."""
        places = self._places(text)
        for at in range(bisect_left(places, start), bisect_left(places, end)):
            found = self._pattern.match(text, places[at], end) if places[at] >= start else None
            if found:
                yield found
                start = found.end()

    def _places_in(self, text: str) -> list[int]:
        """Where the words stand with which a match may begin."""
        return [start for start, _ in self._openings.in_text(text)]


class Openings(Generic[Meaning]):
    """The openings of patterns, each with what its pattern means."""

    def __init__(self, patterns: Iterable[tuple[Meaning, str]]) -> None:
        """Reads the openings of the patterns; their order is kept."""
        self._meanings: list[Meaning] = []
        self._near: dict[str, list[tuple[int, str]]] = {}
        for number, (meaning, pattern) in enumerate(patterns):
            self._meanings.append(meaning)
            for opening in sorted(openings_of(pattern)):
                self._near.setdefault(_key_of(opening), []).append((number, opening))
        self._meant_by = lru_cache(maxsize=4096)(self._meanings_of)

    def in_text(self, text: str) -> list[tuple[int, tuple[Meaning, ...]]]:
        """Where a match may begin in a text, ascending, and what the patterns mean that may."""
        words = _words_by_letters(text)
        keys = words.keys() if "" in self._near else words.keys() & self._near.keys()
        found = [
            (start, meanings)
            for key in keys
            for word, start, _ in words[key]
            if (meanings := self._meant_by(word))
        ]
        return sorted(found, key=itemgetter(0))

    def _meanings_of(self, word: str) -> tuple[Meaning, ...]:
        written = _FIGURE if word[0].isdecimal() else f"{word} "
        near = self._near.get(_key_of(written), []) + self._near.get("", [])
        numbers = {number for number, opening in near if written.startswith(opening)}
        return tuple(self._meanings[number] for number in sorted(numbers))


def _key_of(opening: str) -> str:
    """The first letters, by which openings and words are kept apart; none where too few."""
    if opening == _FIGURE:
        return _FIGURE
    return opening[:_FIRST].rstrip() if len(opening) >= _FIRST else ""


@lru_cache(maxsize=2)
def _words_by_letters(text: str) -> dict[str, list[tuple[str, int, int]]]:
    """The words of a text by their first letters, the numbers under `_FIGURE`."""
    words: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for word in words_of(text):
        words[word[0][:_FIRST]].append(word)
    for key in [key for key in words if key[0].isdecimal()]:
        words[_FIGURE] += words.pop(key)
    return words


def _branches_of(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, parted by the `|` outside of groups."""
    depth = begin = 0
    for found in _MARK.finditer(pattern):
        mark = found[0]
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and not depth:
            yield pattern[begin : found.start()]
            begin = found.end()
    yield pattern[begin:]


def _openings_of_branch(branch: str) -> frozenset[str]:  # noqa: PLR0911 - one return a kind of opening
    branch = _EITHER_CASE.sub(r"\1", branch.removeprefix(r"\b"))
    if branch.startswith(_FIGURE):
        may_miss = branch.startswith(_MAY_MISS, len(_FIGURE))
        return frozenset({_FIGURE} if not may_miss or branch[2] == "{" else {""})
    if branch.startswith("("):
        return _openings_of_group(branch)
    letters = _LETTERS.match(branch)
    if letters is None:
        return frozenset({""})
    word, following = letters[0].lower(), branch[letters.end() :]
    if following.startswith(_MAY_MISS):
        if not (word.endswith(" ") and following[0] == "?"):
            return frozenset({word[:-1]})
        word, following = word[:-1], rf"\s{following}"
    if word.endswith(" ") or following.startswith(r"\s+"):
        return frozenset({f"{word.rstrip()} "})
    if following.startswith(r"\s?"):
        glued = _openings_of_branch(following.removeprefix(r"\s?"))
        return frozenset({f"{word} "} | {word + more.removeprefix(_FIGURE) for more in glued})
    if following.startswith("(?:"):
        inner = _openings_of_group(following)
        return frozenset(word + more.removeprefix(_FIGURE) for more in inner)
    return frozenset({word})


def _openings_of_group(branch: str) -> frozenset[str]:
    close = _end_of_group(branch)
    following = branch[close:]
    if branch.startswith(_LOOKBEHIND):
        return _openings_of_branch(following)
    opened = _GROUP.match(branch)
    inside = openings_of(branch[opened.end() if opened else 1 : close - 1])
    if following.startswith("{0"):
        return frozenset({""})
    if following.startswith(("?", "*")):
        return inside | _openings_of_branch(following[1:].removeprefix("?"))
    return inside


def _end_of_group(branch: str) -> int:
    """The offset behind the bracket that closes the group with which a branch begins."""
    depth = 0
    for found in _MARK.finditer(branch):
        depth += (found[0] == "(") - (found[0] == ")")
        if not depth:
            return found.end()
    return len(branch)
