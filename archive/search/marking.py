"""Where a text has what a query asks for, and the piece of it that shows it best. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from archive.records import Span
from archive.search.parsing import Query, Term
from archive.search.words import as_known, words, written_words

WIDTH = 200
"""Characters of an excerpt, about two lines and a half of a terminal."""
_MOST_MARKS = 200
"""Marks of one text that are looked at for its best piece."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text, `text == whole[start:end]`, with what was found in it."""

    text: str
    start: int
    end: int
    marks: tuple[Span, ...]
    """Offsets into `text`, in their order, none within another."""


def marks(text: str, query: Query) -> Iterator[Span]:
    """The words of a text that a query asks for, in their order; a phrase is one span.

    >>> [text[m.start : m.end] for text in ["Warga mengelola air."] for m in marks(text, query)]
    ['mengelola']
    """
    return (span for span, _ in _found(text, query))


def excerpt(text: str, query: Query, *, width: int = WIDTH) -> Excerpt:
    """The piece of about `width` characters that has most of what is asked for.

    The first of several such; the beginning of the text where it has nothing of it. It begins
    and ends at the border of a word.
    """
    found = list(islice(_found(text, query), _MOST_MARKS))
    spans = [span for span, _ in found]
    start, end = _piece(text, _best(found, width), width)
    inside = [span for span in spans if start <= span.start and span.end <= end]
    return Excerpt(
        text[start:end],
        start,
        end,
        tuple(Span(span.start - start, span.end - start) for span in inside),
    )


def pieces(excerpt_: Excerpt) -> Iterator[tuple[str, bool]]:
    """The excerpt's text in pieces: (words, whether they are what was found)."""
    done = 0
    for span in excerpt_.marks:
        yield excerpt_.text[done : span.start], False
        yield excerpt_.text[span.start : span.end], True
        done = span.end
    yield excerpt_.text[done:], False


def highlighted(excerpt_: Excerpt, mark: Callable[[str], str]) -> str:
    """The excerpt's text with what was found in it as `mark` gives it back."""
    return "".join(mark(words_) if is_hit else words_ for words_, is_hit in pieces(excerpt_))


def _found(text: str, query: Query) -> Iterator[tuple[Span, Term]]:
    """(span, what it is an instance of), none overlapping the one before; the longest of several.

    Most words of a text begin nothing that is asked for, and one look at them tells so.
    """
    wanted = frozenset(
        one for term in query.terms for one in (term.stem, term.plain[0]) if one is not None
    )
    prefixes = tuple(term.plain[0] for term in query.terms if term.is_prefix)
    done = 0
    for match in written_words(text):
        plain, stem = as_known(match[0])
        if not (plain in wanted or stem in wanted or (prefixes and plain.startswith(prefixes))):
            continue
        start, end = match.span()
        if start < done:
            continue
        terms = (term for term in query.terms if plain and _begins(term, plain, stem))
        matched = [(last, term) for term in terms if (last := _end(term, text, start, end))]
        if matched:
            done, term = max(matched, key=lambda one: one[0])
            yield Span(start, done), term


def _begins(term: Term, plain: str, stem: str) -> bool:
    if term.is_prefix:
        return plain.startswith(term.plain[0])
    if term.stem is not None:
        return term.stem in (stem, plain)
    return plain == term.plain[0]


def _end(term: Term, text: str, start: int, end: int) -> int:
    """Where the term ends whose first word is `text[start:end]`; 0 where the rest is not there."""
    if len(term.plain) == 1:
        return end
    here = list(islice(words(text, start), len(term.plain)))
    return here[-1].end if tuple(word.plain for word in here) == term.plain else 0


def _best(found: Sequence[tuple[Span, Term]], width: int) -> Span:
    """From the first to the last span of the stretch that has most different terms, then spans."""
    best, most = Span(0, 0), (0, 0)
    last = 0
    for first, (span, _) in enumerate(found):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1][0].end - span.start <= width:
            last += 1
        stretch = found[first : last + 1]
        weight = len({term for _, term in stretch}), len(stretch)
        if weight > most:
            best, most = Span(span.start, stretch[-1][0].end), weight
    return best


def _piece(text: str, span: Span, width: int) -> tuple[int, int]:
    """The span with what stands around it, from one white space to another."""
    around = max(0, width - (span.end - span.start)) // 2
    start = max(0, min(span.start - around, len(text) - width))
    end = min(len(text), max(span.end, start + width))
    if start > 0:
        start = _after_space(text, start, span.start)
    if end < len(text):
        end = _before_space(text, end, span.end)
    return start, end


def _after_space(text: str, start: int, latest: int) -> int:
    """The first place behind a white space that is not behind `latest`; `start` without one."""
    places: Iterable[int] = range(start, latest)
    return next((place + 1 for place in places if text[place].isspace()), start)


def _before_space(text: str, end: int, earliest: int) -> int:
    places: Iterable[int] = range(end, earliest, -1)
    return next((place for place in places if text[place : place + 1].isspace()), end)
