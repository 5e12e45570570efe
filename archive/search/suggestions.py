"""What a query that found nothing may have meant: words of the index that are near its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from archive.search.parsing import Query, Term, parse
from archive.search.stems import stem

_MOST = 3
_LEAST_LIKE = 75.0
"""Of 100, by rapidfuzz's ratio: one letter of four may be another."""

_NEAR = """
SELECT term, sum(doc) FROM search_words
WHERE term >= :first AND term < :behind AND length(term) BETWEEN :shortest AND :longest
  AND col IN ('title', 'text', 'conclusions')
GROUP BY term
"""

_IS_KNOWN = "SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word of a query that the archive does not have, and words that it has."""

    word: str
    near: tuple[str, ...]
    """The likeliest first; may be empty."""


def suggestions(db: Database, query: str) -> tuple[Suggestion, ...]:
    """Each word of a query that no document has in any form, with words near it.

    Empty where each word is known and only never stands with the others. Raises UsageError as
    `archive.search.search` does.

    >>> suggestions(db, "bajir")[0].near
    ('banjir',)
    """
    unknown = dict.fromkeys(_unknown_words(db, parse(query)))
    return tuple(Suggestion(word, _near(db, word)) for word in unknown)


def _unknown_words(db: Database, query: Query) -> Iterable[str]:
    for term in query.terms:
        for word in term.plain:
            if not term.is_prefix and not _is_known(db, term, word):
                yield word


def _is_known(db: Database, term: Term, word: str) -> bool:
    return db.execute(_IS_KNOWN, (f'"{term.stem or word}"',)).fetchone() is not None


def _near(db: Database, word: str) -> tuple[str, ...]:
    """Words of nearly the same length with the same first letter, each form of a word once."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - takes long to load, is seldom needed

    asked = {
        "first": word[0],
        "behind": chr(ord(word[0]) + 1),
        "shortest": len(word) - 2,
        "longest": len(word) + 2,
    }
    documents = dict(db.execute(_NEAR, asked))
    likely = process.extract(
        word, documents.keys(), scorer=fuzz.ratio, limit=20, score_cutoff=_LEAST_LIKE
    )
    ordered = sorted(likely, key=lambda one: (-round(one[1]), -documents[one[0]], one[0]))
    once: dict[str, str] = {}
    for near, _, _ in ordered:
        once.setdefault(stem(near), near)
    return tuple(once.values())[:_MOST]
