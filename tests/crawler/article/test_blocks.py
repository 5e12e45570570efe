"""An entry's markup becomes lines, and blocks that know what each line was."""

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.article import read_article
from crawler.article.blocks import read_lines
from crawler.article.page import Block, Link, Page

URL = "https://berita.example/2019/05/21/lokakarya/"


def page_of(body: str) -> Page:
    return read_article(
        f"<html><body><article class='hentry'><h1 class='entry-title'>Judul</h1>"
        f"<div class='entry-content'>{body}</div></article></body></html>",
        URL,
    )


def described(page: Page) -> list[tuple[str, str, int, int | None]]:
    return [(b.kind, page.words_of(b), b.level, b.ordinal) for b in page.body]


def test_paragraphs_and_line_breaks_are_lines_of_their_own():
    page = page_of("<p>Satu&nbsp; dua\n tiga</p><p>Empat<br>lima</p>")
    assert page.text == "Judul\nSatu dua tiga\nEmpat\nlima"


def test_items_of_an_ordered_list_know_their_numbers_and_depth():
    page = page_of("<ol start='3'><li>Air<ul><li>Sumur</li></ul></li><li>Sampah</li></ol>")
    assert described(page) == [
        ("item", "Air", 1, 3),
        ("item", "Sumur", 2, None),
        ("item", "Sampah", 1, 4),
    ]


def test_items_of_one_list_share_a_container_and_two_lists_do_not():
    first, second, third = page_of("<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>").body
    assert first.container == second.container != third.container


def test_a_second_paragraph_of_an_item_is_no_item_of_its_own():
    page = page_of("<ol><li><p>Butir</p><p>Keterangan</p></li><li>Butir lain</li></ol>")
    assert [(b.kind, b.ordinal) for b in page.body] == [
        ("item", 1),
        ("paragraph", None),
        ("item", 2),
    ]


def test_words_after_a_nested_list_belong_to_no_new_item():
    page = page_of("<ul><li>Butir<ul><li>Anak</li></ul>sisa</li></ul>")
    assert [b.kind for b in page.body] == ["item", "item", "paragraph"]


def test_cells_know_their_row_and_column():
    page = page_of(
        "<table><tr><th>Nama</th><th>Peran</th></tr><tr><td>A</td><td>B</td></tr></table>"
    )
    assert described(page) == [
        ("cell", "Nama", 1, 1),
        ("cell", "Peran", 1, 2),
        ("cell", "A", 2, 1),
        ("cell", "B", 2, 2),
    ]


def test_captions_headings_and_quotes_are_told_apart():
    page = page_of(
        "<h3>Hasil</h3><figure><img><figcaption>Foto bersama</figcaption></figure>"
        "<p class='wp-caption-text'>Foto lama</p><blockquote><p>Kata</p></blockquote>"
    )
    assert [(b.kind, b.level) for b in page.body] == [
        ("heading", 3),
        ("caption", 0),
        ("caption", 0),
        ("quote", 0),
    ]


def test_a_paragraph_is_strong_only_when_all_of_it_is():
    strong, mixed = page_of("<p><strong>Materi:</strong> </p><p><b>Materi</b>: satu</p>").body
    assert strong.strong
    assert not mixed.strong


def test_links_are_absolute_and_lie_on_their_words():
    page = page_of(
        "<p>Unduh <a href='/f/a.pdf'> Paparan <b>Air</b></a>, <a href='#x'>di sini</a></p>"
    )
    (block,) = page.body
    (link,) = block.links
    assert page.text[link.start : link.end] == "Paparan Air"
    assert link.url == "https://berita.example/f/a.pdf"


def test_a_link_that_is_no_address_loses_the_link_and_keeps_the_words():
    page = page_of("<p><a href='http://[::1'>Tautan</a></p>")
    assert page.words_of(page.body[0]) == "Tautan"
    assert page.body[0].links == ()


@pytest.mark.parametrize("tag", ["script", "style", "form", "nav", "iframe", "noscript"])
def test_what_is_no_prose_leaves_its_neighbours_alone(tag: str):
    page = page_of(f"<p>Satu</p><{tag}>bukan berita</{tag}><p>Dua</p>")
    assert page.text == "Judul\nSatu\nDua"


def test_invisible_characters_are_no_words():
    assert page_of("<p>ber\u00adke\u200btahanan</p>").text == "Judul\nberketahanan"


def test_dropped_elements_are_left_out_and_the_text_behind_them_stays():
    root = lxml.html.fragment_fromstring("<div>Satu <span>iklan</span> dua</div>")
    (line,) = read_lines([root], {root[0]}, URL)
    assert line.words == "Satu dua"
    assert line.block == Block("paragraph", 0, 8, strong=False)


def test_nesting_far_beyond_any_theme_is_read():
    deep = 1500
    page = page_of("<div>" * deep + "<p>dasar</p>" + "</div>" * deep)
    assert page.text == "Judul\ndasar"


TAGS = ("p", "li", "ul", "ol", "td", "tr", "table", "b", "h2", "a href='/x'")
MARKUP = st.lists(
    st.sampled_from(
        [
            *(f"<{tag}>" for tag in TAGS),
            *(f"</{tag.partition(' ')[0]}>" for tag in TAGS),
            *("<br>", "kota ", " air", "&nbsp;", "\n", "&#0;", "<!-- x -->", "<", "]]>"),
        ]
    )
).map("".join)


@given(MARKUP)
def test_whatever_the_markup_the_blocks_tile_the_text(body: str):
    page = page_of(body)
    lines = page.text.split("\n") if page.text else []
    assert [page.words_of(b) for b in page.blocks] == lines
    for block in page.blocks:
        assert page.words_of(block).strip() == page.words_of(block) != ""
        for link in block.links:
            assert block.start <= link.start < link.end <= block.end
            assert isinstance(link, Link)
