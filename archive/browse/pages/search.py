"""What was said about something: articles and files by their words, narrowed link by link."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from archive import search
from archive.browse import filter_names, filters, narrowing, other_questions
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.configuration import DATABASE
from archive.browse.filters import Filters
from archive.browse.paging import Pager, pager
from archive.browse.query_words import other_forms
from archive.browse.rendering import with_options
from archive.search import Excerpt, Hit, Hits, QueryError
from archive.search.marking import pieces

PAGE_LENGTH = 20
_LAST_PAGE = 250
"""Nobody reads further, and each page takes longer than the one before it."""
_PAGES_SHOWN = 6
"""Pages of a file that are linked, the best ones."""
_IN_FORM = ("q", "since", "until", "gone")
"""Options that the form itself asks for; the others go along with it."""

_SENTENCE_ENDS = frozenset('.!?”"')

Pieces = list[tuple[str, bool]]
"""A text in pieces: (words, whether they are what was found)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the page shows it."""

    hit: Hit
    title: Pieces
    words: Pieces
    address: str | None
    """Where it is read; None where the archive has no page for it."""
    pages: tuple[tuple[int, str], ...]
    """Pages of a file that have it, each with its address, in their order."""


def load(db: Database, asked: Asked) -> Values:
    """A page of hits, what they have in common, and what else might be asked."""
    query = asked.options.get("q", "").strip()
    wanted = filters.read(asked.options)
    page = min(wanted.page, _LAST_PAGE)
    values: dict[str, Any] = {
        "query": query,
        "filters": wanted,
        "fault": None,
        "found": None,
        "kept": _kept(asked, wanted),
        "standing": narrowing.standing(asked, wanted, filter_names.names(db, wanted)),
        "feeds": {**asked.options, "page": None, "lang": asked.language.code},
    }
    if not query:
        return values
    try:
        found, facets = search.search_with_facets(
            db, query, limit=PAGE_LENGTH, offset=(page - 1) * PAGE_LENGTH, **wanted.selected
        )
    except QueryError as error:
        return {**values, "fault": error}
    return {
        **values,
        "found": found,
        "rows": _rows(db, asked, found.hits),
        "forms": other_forms(search.parse(query), _excerpts(found.hits)),
        "groups": narrowing.groups(asked, wanted, facets, found.total),
        "is_counted": facets.is_exact,
        "pager": _pager(asked, page, found),
        "unknown": [] if found.total else other_questions.unknown_words(db, asked, query),
        "wider": [] if found.total else other_questions.wider(db, asked, query, wanted),
    }


def _pager(asked: Asked, page: int, found: Hits) -> Pager:
    """The pager; where not all hits were counted there is a page after this one."""
    more = 0 if found.is_total_exact else 1
    told = pager(asked, page, found.total + more, length=PAGE_LENGTH)
    return replace(told, total=found.total, after=told.after if page < _LAST_PAGE else None)


def _rows(db: Database, asked: Asked, hits: Iterable[Hit]) -> list[Shown]:
    page_ids = _pages_of(db, hits)
    return [_shown(hit, asked, page_ids) for hit in hits]


def _shown(hit: Hit, asked: Asked, page_ids: dict[int, int]) -> Shown:
    title = Excerpt(hit.title, 0, len(hit.title), hit.title_marks)
    address = _address(hit, asked, page_ids)
    best = sorted(hit.pages[:_PAGES_SHOWN]) if hit.kind == "file" and address else []
    return Shown(
        hit=hit,
        title=list(pieces(title)),
        words=_cut(hit.excerpt),
        address=f"{address}#page-{hit.pages[0]}" if best else address,
        pages=tuple((number, f"{address}#page-{number}") for number in best),
    )


def _cut(excerpt: Excerpt) -> Pieces:
    """The excerpt in pieces, with an ellipsis where it begins or ends within a sentence."""
    begins = [("… ", False)] if excerpt.text[:1].islower() else []
    ends = [(" …", False)] if excerpt.text.rstrip()[-1:] not in _SENTENCE_ENDS else []
    return [*begins, *pieces(excerpt), *ends]


def _address(hit: Hit, asked: Asked, page_ids: dict[int, int]) -> str | None:
    """The hit's page; an article that reports no activity is read in its table."""
    if hit.kind == "file":
        return hit.file_url and with_options(f"{asked.base}material", {"url": hit.file_url})
    if hit.type is not None:
        return f"{asked.base}activity/{hit.activity_id}"
    if hit.activity_id not in page_ids:
        return None
    return f"{asked.base}{DATABASE}/articles?page_id={page_ids[hit.activity_id]}"


def _pages_of(db: Database, hits: Iterable[Hit]) -> dict[int, int]:
    """The pages of articles that report no activity: activity -> page."""
    ids = [hit.activity_id for hit in hits if hit.kind == "article" and hit.type is None]
    rows = db.execute(
        "SELECT id, page_id FROM activities WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return dict(rows.fetchall())


def _excerpts(hits: Iterable[Hit]) -> Iterable[Excerpt]:
    for hit in hits:
        yield Excerpt(hit.title, 0, len(hit.title), hit.title_marks)
        yield hit.excerpt


def _kept(asked: Asked, wanted: Filters) -> dict[str, str]:
    """Options that go along with the form."""
    names = [name for name in wanted.selected if name not in _IN_FORM]
    return {name: asked.options[name] for name in names if asked.options.get(name)}
