"""What a person asks for, from the words that were typed. Pure.

Words stand for all their forms and must all be found; `"several words"` for themselves, in this
order; `resil*` for what begins so; `-word` for what must not be there; OR between two for
either. Whatever else is typed is read as words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from archive.errors import UsageError
from archive.search.words import Word, words

SHORTEST_PREFIX = 3
MOST_WORDS = 32
"""Words of a query; what nobody would type by hand is no question."""
LONGEST_QUERY = 2000
"""Characters of a query."""

_PIECE = re.compile(r'(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))')
_DASHES = str.maketrans({"“": '"', "”": '"', "„": '"', "−": "-", "–": "-", "—": "-"})


Fault = Literal["too_long", "short_prefix", "only_unwanted", "no_word", "too_many_words"]


class QueryError(UsageError):
    """A query that cannot be asked."""

    def __init__(self, fault: Fault, sentence: str, **values: object) -> None:
        """Say why in a sentence; `fault` and what it is about serve to say it in other words."""
        super().__init__(sentence)
        self.fault: Fault = fault
        self.values = values


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found: a word, a phrase of several, or the beginning of a word."""

    plain: tuple[str, ...]
    """The words as they are written in the index."""
    stem: str | None = None
    """Of a single word: what all its forms have in common."""
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of `wanted`, of each any one; and none of `unwanted`."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term that is wanted."""
        return tuple(term for either in self.wanted for term in either)


def parse(text: str) -> Query:
    """The query that was typed.

    Words that hold sentences together (`yang`, `di`, `the`) are left out where others are
    asked for. Raises QueryError where nothing remains to be found, for the beginning of a word
    that is too short, and for a query that is too long.

    >>> parse("pengelolaan sampah -plastik").wanted[0][0].stem
    'kelola'
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError(
            "too_long",
            f"The query has {len(text):,} characters; {LONGEST_QUERY:,} are read."
            " Search for the words that matter most.",
            number=len(text),
            most=LONGEST_QUERY,
        )
    wanted: list[tuple[Term, ...]] = []
    unwanted: list[Term] = []
    joins = False
    for is_without, is_or, terms in _pieces(text.translate(_DASHES)):
        if is_or:
            joins = bool(wanted)
            continue
        if is_without:
            unwanted += terms
        elif joins and terms:
            wanted[-1] += (terms[0],)
            wanted += [(term,) for term in terms[1:]]
        else:
            wanted += [(term,) for term in terms]
        joins = joins and not terms
    asked = tuple(dict.fromkeys(_without_function_words(wanted)))
    _refuse(text, asked, unwanted)
    return Query(asked, tuple(dict.fromkeys(unwanted)))


def expression(query: Query) -> str:
    """The query in the language of FTS5, for the table search_index.

    >>> expression(parse("pengelolaan -plastik"))
    '("kelola") NOT (("plastik"))'
    """
    wanted = " AND ".join(f"({' OR '.join(map(_fts, either))})" for either in query.wanted)
    unwanted = " OR ".join(f"({_fts(term)})" for term in query.unwanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _fts(term: Term) -> str:
    words_ = f'"{" ".join(term.plain)}"'
    if term.is_prefix:
        return f"{{title text conclusions}} : {words_} *"
    return f'"{term.stem}"' if term.stem else f"{{title text conclusions}} : {words_}"


def _pieces(text: str) -> Iterator[tuple[bool, bool, tuple[Term, ...]]]:
    """(whether it must not be there, whether it is OR, its terms) of what was typed."""
    for minus, phrase, typed in _PIECE.findall(text):
        if phrase:
            found = tuple(words(phrase))
            yield bool(minus), False, (_phrase(found),) if found else ()
        elif typed == "OR" and not minus:
            yield False, True, ()
        elif typed:
            yield bool(minus), False, _typed(typed)


def _phrase(found: tuple[Word, ...]) -> Term:
    return Term(tuple(word.plain for word in found))


def _typed(typed: str) -> tuple[Term, ...]:
    """The terms of what stands without a space: `kota-kota`, `resil*`."""
    found = list(words(typed))
    terms = [Term((word.plain,), word.stem) for word in found]
    if found and typed.rstrip(",.;:!?)").endswith("*"):
        last = found[-1].plain
        if len(last) < SHORTEST_PREFIX:
            raise QueryError(
                "short_prefix",
                f"'{last}*' stands for too many words. Give {SHORTEST_PREFIX} letters or more"
                f" before the asterisk: '{last}{'abc'[len(last) :]}*'.",
                word=last,
                least=SHORTEST_PREFIX,
            )
        terms[-1] = Term((last,), is_prefix=True)
    return tuple(terms)


def _without_function_words(wanted: list[tuple[Term, ...]]) -> list[tuple[Term, ...]]:
    telling = [either for either in wanted if not all(map(_is_function_word, either))]
    return telling or wanted


def _is_function_word(term: Term) -> bool:
    return term.stem is not None and term.plain[0] in _function_words()


@cache
def _function_words() -> frozenset[str]:
    text = resources.files(__package__).joinpath("function_words.toml").read_text("utf-8")
    return frozenset(word for words_ in tomllib.loads(text).values() for word in words_.split())


def _refuse(text: str, wanted: tuple[tuple[Term, ...], ...], unwanted: list[Term]) -> None:
    if not wanted and unwanted:
        raise QueryError(
            "only_unwanted",
            "The query says only what is not to be found. Add a word that is: 'air -minum'.",
        )
    if not wanted:
        raise QueryError(
            "no_word", f"There is no word in the query '{text[:40]}'. Search for a word: 'banjir'."
        )
    count = sum(len(term.plain) for either in wanted for term in either)
    count += sum(len(term.plain) for term in unwanted)
    if count > MOST_WORDS:
        raise QueryError(
            "too_many_words",
            f"The query has {count} words; {MOST_WORDS} are searched for at a time."
            " Leave out those that matter least.",
            number=count,
            most=MOST_WORDS,
        )
