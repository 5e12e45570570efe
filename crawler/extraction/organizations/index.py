"""A text's tokens, read once and shared by all who look for organizations in parts of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from crawler.extraction.organizations.grammar import beginnings_of_names
from crawler.extraction.organizations.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Index:
    """The tokens of a text, where each begins, and which of them may begin a name."""

    tokens: list[Token]
    starts: list[int]
    candidates: list[int]
    """Indices of tokens, ascending."""

    def part(self, start: int, end: int) -> tuple[list[Token], list[int]]:
        """The tokens inside `text[start:end]`, and the candidates as indices of these.

        None of both where nothing in the range may begin a name.
        """
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        near = bisect_left(self.candidates, first), bisect_left(self.candidates, last)
        if near[0] == near[1]:
            return [], []
        tokens = self.tokens[first:last]
        if tokens and tokens[-1].end > end:  # the range cuts a word
            cut = tokens[-1]
            tokens[-1] = Token(cut.start, end, cut.text[: end - cut.start])
        return tokens, [at - first for at in self.candidates[slice(*near)]]


@lru_cache(maxsize=4)
def index_of(text: str) -> Index:
    """The index of a text; kept for the few texts that were asked for last."""
    tokens = tokenize(text)
    return Index(
        tokens,
        [token.start for token in tokens],
        beginnings_of_names([token.text for token in tokens]),
    )
