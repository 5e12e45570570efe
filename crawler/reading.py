"""HTML -> Record: the whole reading of a page, pure, without network or database."""

from __future__ import annotations

from dataclasses import replace

from archive.records import Record
from crawler.article import read_article
from crawler.article.findings import find_in_article
from crawler.extraction.activity import read_activity


def read_page(html: str | bytes, url: str) -> Record:
    """The record of one page; `url` is where it was found. Never raises on any HTML."""
    page = read_article(html, url)
    record = read_activity(page)
    return replace(record, findings=(*record.findings, *find_in_article(page)))
