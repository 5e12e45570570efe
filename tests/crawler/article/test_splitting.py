"""Articles that a site shows in several pages."""

from __future__ import annotations

import pytest

from archive.records import Span
from crawler.article import read_article
from crawler.reading import read_page

URL = "http://kota.example/2019/03/08/laporan/"
NUMBERS = (
    "<div class='page-links'>Halaman: <span class='post-page-numbers current'>1</span>"
    "<a class='post-page-numbers' href='{}'>2</a><a class='post-page-numbers' href='{}'>3</a></div>"
)
TEXT = "Laporan\nBagian pertama dari laporan tahunan.\nWarga membaca laporan itu bersama."


def page(links: str) -> str:
    return (
        "<article><h1 class='entry-title'>Laporan</h1><div class='entry-content'>"
        "<p>Bagian pertama dari laporan tahunan.</p><p>Warga membaca laporan itu bersama.</p>"
        f"{links}</div></article>"
    )


@pytest.mark.parametrize(
    ("second", "third"),
    [(f"{URL}2/", f"{URL}3/"), ("/?p=7&amp;page=2", "/?p=7&amp;page=3")],
)
def test_the_parts_are_counted_and_their_links_are_no_text(second: str, third: str) -> None:
    read = read_article(page(NUMBERS.format(second, third)), URL)
    assert (read.parts, read.text) == (3, TEXT)


def test_links_to_the_next_part_alone_tell_of_two() -> None:
    link = f"<p class='post-nav-links'><a class='post-page-numbers' href='{URL}2/'>Lanjut</a></p>"
    read = read_article(page(link), URL)
    assert (read.parts, read.text) == (2, TEXT)


def test_links_that_stand_alone_in_a_short_article_are_all_that_goes() -> None:
    link = f"<a class='post-page-numbers' href='{URL}2/'>2</a>"
    assert read_article(page(link), URL).text == TEXT


def test_links_within_the_text_take_nothing_else_away() -> None:
    links = "Kata. " * 80 + f"<a class='post-page-numbers' href='{URL}2/'>2</a>"
    read = read_article(page(f"<p>{links}</p>"), URL)
    assert (read.parts, read.text.count("Kata.")) == (2, 80)


@pytest.mark.parametrize(
    "links",
    [
        "",
        "<nav class='page-links'><a href='/berita/page/2/'>2</a></nav>",
        "<p class='page-links'><a href='/unduh/laporan-2.pdf'>2</a></p>",
        "<p><a href='/2019/03/2/'>2</a></p>",
    ],
)
def test_other_links_split_nothing(links: str) -> None:
    assert read_article(page(links), URL).parts == 1


def test_a_split_article_is_told_with_the_line_where_it_breaks_off() -> None:
    record = read_page(page(NUMBERS.format(f"{URL}2/", f"{URL}3/")), URL)
    (finding,) = (found for found in record.findings if found.check == "split-post")
    (span,) = finding.evidence
    assert "3 pages" in finding.message
    assert span == Span(TEXT.index("Warga"), len(TEXT))
