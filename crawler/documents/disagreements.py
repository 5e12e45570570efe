"""Where a document's title page says something else than the post that links to it.

A finding is for a person to look at, so only what both say clearly counts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from archive.documents import Document
from archive.records import Finding, Material
from crawler.documents.title_page import TitlePage, name_words, read_title_page
from crawler.extraction.people.identity import is_nickname, names_same

_FIRST_PAGES = 3
_SAMPLE = 5000
_SHORTEST_NAME = 3


def disagreements(material: Material, document: Document) -> tuple[Finding, ...]:
    """Presenter and day of a material that its document clearly tells otherwise.

    The evidence is the material's own in the post. Never raises.
    """
    page = read_title_page(document)
    return (*_presenter(material, document, page), *_date(material, page))


def _presenter(material: Material, document: Document, page: TitlePage) -> Iterator[Finding]:
    """Another person, no word of whose name is near the document's beginning."""
    if not material.presenter or not page.presenter:
        return
    told, shown = name_words(material.presenter), name_words(page.presenter)
    if not told or _same(told, shown) or _same(shown, told):
        return
    near = {word for word in told if len(word) >= _SHORTEST_NAME} & _beginning(document)
    if not near:
        message = (
            f"The post gives the presenter as {material.presenter}, "
            f"the document's title page as {page.presenter}"
        )
        yield Finding("material-presenter", message, material.evidence)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return names_same(one, other) or is_nickname(one, other)


def _beginning(document: Document) -> set[str]:
    """The words of the first pages, of the title and of the author."""
    said = [text[:_SAMPLE] for text in document.texts[:_FIRST_PAGES]]
    said += [document.title or "", document.author or ""]
    return set(re.findall(r"[^\W\d_]+", " ".join(said).lower()))


def _date(material: Material, page: TitlePage) -> Iterator[Finding]:
    """Another day than the only one on the title page, or one outside of its only range."""
    day = _day(material.date)
    first = _day(page.date)
    if day is None or first is None or first <= day <= (_day(page.end_date) or first):
        return
    shown = page.date if page.end_date is None else f"{page.date} to {page.end_date}"
    message = f"The post gives the material's date as {day}, the document's title page as {shown}"
    yield Finding("material-date", message, material.evidence)


def _day(iso: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
