"""Words and marks of Indonesian prose, as the grammar of organization names reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler import lexicon

_TOKEN = re.compile(
    r"[a-z]++(?![^\W_]|[-’'&][^\W_])"  # most words
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+[A-Za-z]+"  # 100RC
    r"|[^\W_]+(?:[-’'&][^\W_]+)*"  # LENTERA-Desa, A&B
    r"|[^\w\s]"
)
_GLUED = 6
_LONGEST_GLUED = 60


@dataclass(eq=False, slots=True)
class Token:
    """A word or a mark: `text[start:end]`."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether this is a word and no punctuation mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter or a figure."""
        return self.text[0].isupper() or self.text[0].isdigit()

    @property
    def is_acronym(self) -> bool:
        """Whether it is of capital letters only, or nearly (`PTs`, `100RC`, `KwH`)."""
        letters = [letter for letter in self.text if letter.isalpha()]
        capitals = sum(letter.isupper() for letter in letters)
        return capitals >= 2 and capitals * 3 >= len(letters) * 2  # noqa: PLR2004 - two of three


@cache
def _glue() -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    grammar = lexicon.load("organizations")["grammar"]
    before = "|".join(grammar["glued_before"])
    after = "|".join(grammar["glued_after"])
    return (
        re.compile(rf"({before})(?=[A-Z][a-z]{{2}})"),
        re.compile(rf"[A-Z][a-z]{{3,40}}?(?=(?:{after})$)"),
        tuple(grammar["glued_after"]),
    )


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, with their offsets; glued words come apart. Linear in its length."""
    tokens = []
    for found in _TOKEN.finditer(text):
        word = found[0]
        begin, stop = found.span()
        cut = 0 if word.islower() else _size_before_cut(word)
        if cut:
            tokens.append(Token(begin, begin + cut, word[:cut]))
            tokens.append(Token(begin + cut, stop, word[cut:]))
        else:
            tokens.append(Token(begin, stop, word))
    return tokens


@lru_cache(maxsize=4096)
def _size_before_cut(word: str) -> int:
    """How many letters of two glued words belong to the first; 0 where it is one word."""
    before, after, ends = _glue()
    may_be_glued = _GLUED <= len(word) < _LONGEST_GLUED and word.endswith(ends)
    if not (word[0].islower() or may_be_glued):
        return 0
    cut = before.match(word) or after.match(word)
    return cut.end() if cut else 0
