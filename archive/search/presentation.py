"""Hits as people read them: a table for a terminal, JSON, CSV. No database here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.table import Table
from rich.text import Text

from archive.search.asking import Hits
from archive.search.functions import ELLIPSIS
from archive.search.marking import Excerpt, highlighted, pieces
from archive.search.results import Hit
from archive.search.suggestions import Suggestion
from archive.tabular import csv_text, printable

CSV_COLUMNS = (
    "kind",
    "title",
    "excerpt",
    "score",
    "start_date",
    "end_date",
    "type",
    "activity_id",
    "url",
    "site",
    "published_at",
    "gone_at",
    "file_path",
    "file_url",
    "pages",
)
_MARK = "**"
_STYLE = "bold"
_PAGES_SHOWN = 5


def as_table(found: Hits, *, is_terminal: bool) -> Table:
    """A line or two a hit, what was found in bold; between asterisks where there is no bold."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, show_lines=False)
    table.add_column("Date", no_wrap=True)
    table.add_column("Type", no_wrap=True)
    table.add_column("Title, where it was found, and the words", ratio=1)
    for hit in found.hits:
        title = _text(_in_title(hit), is_terminal=is_terminal)
        words = _text(hit.excerpt, is_terminal=is_terminal)
        lines = (title, Text(_place(hit), style="dim"), words)
        date = hit.start_date or (hit.published_at or "")[:10] or "undated"
        kind = hit.type or "" if hit.kind == "article" else "file"
        table.add_row(date, kind, Text("\n").join(line for line in lines if line.plain))
    return table


def as_json(found: Hits) -> str:
    """The total, whether it is exact, the order, and the hits with the offsets of their marks."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=1)


def as_csv(found: Hits) -> str:
    """One line a hit, what was found between two asterisks each."""
    return csv_text(CSV_COLUMNS, (_csv_row(hit) for hit in found.hits))


def summary(found: Hits, query: str, place: str) -> str:
    """How many hits there are, in a sentence; `place` names the archive."""
    shown = len(found.hits)
    number = f"{found.total:,} {'hit' if found.total == 1 else 'hits'}"
    if not found.is_total_exact:
        number = f"More than {number}"
    if found.order == "date":
        told = (
            f"{number} in {place}, the newest first: the words are too common to tell better hits"
            " from worse. Add a word, or an option such as --since, to see fewer."
        )
    else:
        told = f"{number} in {place}"
    if shown == 0:
        return f"{told}; none is left behind --offset." if found.total else _nothing(query, place)
    return f"{told}; {shown} shown." if shown < found.total and found.order != "date" else told


def advice(suggestions: Sequence[Suggestion]) -> str:
    """What to search for instead, in a sentence."""
    if not suggestions:
        return "Each word is known, but they never stand together with these options."
    return " ".join(
        f"Nothing has '{one.word}'; near it are {', '.join(one.near)}."
        if one.near
        else f"Nothing has '{one.word}' or a word near it."
        for one in suggestions
    )


def _nothing(query: str, place: str) -> str:
    return f"Nothing in {place} has {printable(query)[:100]}."


def _in_title(hit: Hit) -> Excerpt:
    return Excerpt(hit.title, 0, len(hit.title), hit.title_marks)


def _text(excerpt: Excerpt, *, is_terminal: bool) -> Text:
    text = Text()
    for piece, is_hit in pieces(excerpt):
        if is_hit and not is_terminal:
            text.append(f"{_MARK}{printable(piece)}{_MARK}")
        else:
            text.append(printable(piece), style=_STYLE if is_hit else None)
    return text


def _place(hit: Hit) -> str:
    """The post's address, and the file with its pages."""
    told = [hit.url or ""]
    if hit.kind == "file":
        pages = ", ".join(str(page) for page in sorted(hit.pages)[:_PAGES_SHOWN])
        more = ELLIPSIS if len(hit.pages) > _PAGES_SHOWN else ""
        word = "page" if len(hit.pages) == 1 else "pages"
        told = [f"{hit.file_path}, {word} {pages}{more}"]
    if hit.gone_at:
        told.append(f"(gone {hit.gone_at[:10]})")
    return printable(" ".join(told))


def _csv_row(hit: Hit) -> list[str | int | None]:
    given = {
        **{name: getattr(hit, name) for name in CSV_COLUMNS},
        "excerpt": highlighted(hit.excerpt, lambda hit: f"{_MARK}{hit}{_MARK}"),
        "score": None if hit.score is None else f"{hit.score:.3f}",
        "pages": " ".join(str(page) for page in hit.pages),
    }
    return [given[name] for name in CSV_COLUMNS]
