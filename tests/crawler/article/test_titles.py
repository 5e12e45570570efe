"""The title of an article, and what stands where a post has none."""

from __future__ import annotations

import pytest

from archive.records import Span
from crawler.article import read_article
from crawler.reading import read_page

URL = "http://kota.example/?p=7"
BODY = "<article><div class='entry-content'><p>Warga menanam bakau di pesisir utara.</p></div>"
FEED = '<link type="application/rss+xml" title="Kota Tangguh &raquo; Feed" href="/feed/">'


def title(head: str, body: str = "") -> str:
    return read_article(f"<html><head>{head}</head><body>{body}{BODY}", URL).article.title


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>Kota Tangguh</title>{FEED}", ""),
        (f"<title>Kota Tangguh</title>{FEED}", "<h1 class='entry-title'></h1>"),
        ('<title>Kota Tangguh</title><meta property="og:site_name" content="Kota Tangguh">', ""),
        (f'<title>- Kota Tangguh</title><meta property="og:title" content="- Kota Tangguh">{FEED}', ""),
        ("<title>KOTA TANGGUH</title>", "<p class='wp-block-site-title'><a>Kota Tangguh</a></p>"),
        ("", "<h1 class='site-title'>Kota Tangguh</h1>"),
    ],
)  # fmt: skip
def test_the_name_of_the_site_is_no_title(head: str, body: str) -> None:
    assert title(head, body) == ""


def test_an_article_that_has_a_title_keeps_it() -> None:
    assert title(f"<title>Rapat Air - Kota Tangguh</title>{FEED}") == "Rapat Air"
    assert title("<title>Kota Tangguh</title>") == "Kota Tangguh"
    assert title(FEED, "<h1>Kota Tangguh</h1>") == "Kota Tangguh"
    named = '<meta property="og:title" content="Rapat Air">'
    assert title(f"<title>Kota Tangguh</title>{FEED}{named}") == "Rapat Air"


def test_an_article_without_a_title_is_told_with_its_first_line() -> None:
    record = read_page(f"<title>Kota Tangguh</title>{FEED}{BODY}", URL)
    (finding,) = record.findings
    text = record.article.text
    assert (finding.check, finding.evidence) == ("no-title", (Span(0, len(text)),))
    assert text == "Warga menanam bakau di pesisir utara."


def test_a_page_without_an_article_has_no_finding() -> None:
    assert read_page("<title></title>", URL).findings == ()
