"""The words of a query beside those that were found for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from archive.search import Excerpt, Query
from archive.search.marking import pieces
from archive.search.words import words

MOST_FORMS = 8


def other_forms(query: Query, excerpts: Iterable[Excerpt]) -> tuple[str, ...]:
    """Forms of the query's words that were found though they were not typed.

    The most frequent first, then by the alphabet; at most MOST_FORMS.

    >>> other_forms(parse("pengelolaan"), [excerpt("Warga mengelola air.", parse("pengelolaan"))])
    ('mengelola',)
    """
    typed = {word for term in query.terms for word in term.plain}
    stems = {term.stem for term in query.terms if term.stem}
    marked = (piece for one in excerpts for piece, is_hit in pieces(one) if is_hit)
    forms = Counter(
        word.plain
        for piece in marked
        for word in words(piece)
        if word.plain not in typed and word.stem in stems
    )
    ordered = sorted(forms, key=lambda form: (-forms[form], form))
    return tuple(ordered[:MOST_FORMS])


def replaced(text: str, word: str, other: str) -> str:
    """The query as it was typed, with another word in the place of one of its words.

    >>> replaced('Bajir "air bersih"', "bajir", "banjir")
    'banjir "air bersih"'
    """
    parts = []
    done = 0
    for found in words(text):
        if found.plain == word:
            parts += [text[done : found.start], other]
            done = found.end
    return "".join([*parts, text[done:]])


def either(query: Query) -> str | None:
    """The query that asks for any of its words; None where they are not words alone.

    >>> either(parse("banjir rob"))
    'banjir OR rob'
    """
    is_plain = all(len(one) == 1 and one[0].stem for one in query.wanted) and not query.unwanted
    if not is_plain or len(query.wanted) < 2:  # noqa: PLR2004 - one word has no other
        return None
    return " OR ".join(term.plain[0] for term in query.terms)
