"""A page's theme comes off; what the page says of itself is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.article import read_article

URL = "http://kota.example/2019/03/08/rapat-sumur-resapan/"

SAHIFA = """
<html><head><title>Rapat Sumur Resapan - Kota Tangguh</title>
<link rel="canonical" href="/2019/03/08/rapat-sumur-resapan/"></head><body>
<div id="crumbs"><a href="/">Home</a> / <a href="/category/kegiatan/">Kegiatan</a></div>
<h1 class="name post-title entry-title"><span itemprop="name">Rapat Sumur Resapan</span></h1>
<p class="post-meta"><span class="post-meta-author"><a>humas </a></span>
<span class="tie-date">March 8, 2019</span>
<span class="post-cats"><a>Kegiatan</a></span><span class="post-views">12 Views</span></p>
<div class="entry"><p>Surabaya, 7 Maret 2019.</p><p>Rapat membahas sumur resapan.</p>
<div class="share-post">Share</div></div>
<section id="check-also-box"><p>Surabaya, 1 April 2019. Rapat lain</p></section>
<div id="comments">3 komentar</div></body></html>
"""

JANNAH = """
<html><head><meta property="article:published_time" content="2019-03-08T09:30:00+07:00">
<meta property="article:modified_time" content="2019-03-09T10:00:00+07:00"></head><body>
<nav id="breadcrumb">Beranda</nav><span class="post-cat-wrap"><a class="post-cat">Berita</a><a
class="post-cat">Kegiatan</a></span><h1 class="post-title entry-title">Rapat Sumur Resapan</h1>
<h2 class="entry-sub-title">Menuju kota yang menyerap air</h2>
<div id="single-post-meta"><a class="author-name">humas</a><span class="date">8 Maret 2019</span></div>
<div class="entry-content entry"><p>Rapat membahas sumur resapan.</p></div>
<div class="toggle-post-content"><a>Show More</a></div></body></html>
"""


def test_a_sahifa_page_gives_its_entry_and_nothing_of_the_theme():
    article = read_article(SAHIFA, URL).article
    assert article.theme == "sahifa"
    assert article.text == (
        "Rapat Sumur Resapan\nSurabaya, 7 Maret 2019.\nRapat membahas sumur resapan."
    )
    assert article.author == "humas"
    assert article.published_at == "2019-03-08"
    assert article.categories == ("Kegiatan",)
    assert article.canonical_url == URL


def test_a_jannah_page_gives_title_subtitle_and_categories_apart():
    article = read_article(JANNAH, URL).article
    assert article.theme == "jannah"
    assert article.subtitle == "Menuju kota yang menyerap air"
    assert article.text.split("\n")[:2] == ["Rapat Sumur Resapan", "Menuju kota yang menyerap air"]
    assert article.categories == ("Berita", "Kegiatan")
    assert article.published_at == "2019-03-08T09:30:00+07:00"
    assert article.modified_at == "2019-03-09T10:00:00+07:00"


def test_the_date_beside_the_article_wins_over_a_clock_at_the_top():
    html = (
        "<html><body><div>Selasa, 5 November 2024</div><h2 class='judul'>Kerja Bakti</h2>"
        f"<div>Senin, 20 Desember 2021</div><div class='konten'>{PARAGRAPHS}</div></body></html>"
    )
    assert read_article(html, "http://kota.example/b/1").article.published_at == "2021-12-20"


@pytest.mark.parametrize(
    "mark",
    [
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-12-20"}]}</script>',
        '<abbr itemprop="datePublished" title="2021-12-20">kemarin</abbr>',
        '<time datetime="2021-12-20">kemarin</time>',
        '<script type="application/ld+json">{not json</script><time datetime="2021-12-20"></time>',
    ],
)
def test_marks_for_machines_tell_the_date(mark: str):
    html = f"<html><body>{mark}<article>teks</article></body></html>"
    assert read_article(html, "http://kota.example/b/1").article.published_at == "2021-12-20"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Rapat Sumur | Kota Tangguh", "Rapat Sumur"),
        ("Rapat - Tahap II - Kota Tangguh", "Rapat - Tahap II"),
        ("Rapat Sumur", "Rapat Sumur"),
    ],
)
def test_the_title_in_the_head_loses_the_name_of_the_site(head: str, title: str):
    html = f"<html><head><title>{head}</title></head><body><p>x</p></body></html>"
    assert read_article(html, URL).article.title == title


PARAGRAPHS = "".join(
    f"<p>Warga kelurahan ke-{n} membersihkan saluran air bersama petugas pada pagi hari.</p>"
    for n in range(6)
)


@pytest.mark.parametrize(
    "entry",
    [
        "div class='isi-berita'",
        "div class='konten-artikel'",
        "article",
        "div itemprop='articleBody'",
    ],
)
def test_a_portal_with_names_for_its_parts_is_read_by_them(entry: str):
    html = (
        "<html><body><nav>Beranda</nav><h2 class='judul'>Kerja Bakti</h2>"
        "<div class='post-info'>21 Oktober 2022</div>"
        f"<{entry}>{PARAGRAPHS}</{entry.partition(' ')[0]}><aside>Berita lain 3 Mei 2020</aside></body></html>"
    )
    article = read_article(html, URL).article
    assert article.theme == "generic"
    assert article.title == "Kerja Bakti"
    assert "Berita lain" not in article.text
    assert article.text.count("Warga kelurahan") == 6
    assert article.published_at == "2022-10-21"


def test_a_page_without_any_helpful_name_is_read_by_where_its_prose_is():
    html = (
        "<html><head><title>Kerja Bakti | Portal</title></head><body><table><tr><td>"
        "<a href='/'>Beranda</a><a href='/p'>Profil</a></td><td><div>"
        + PARAGRAPHS
        + "</div></td></tr>"
        "</table><div><a href='/1'>Berita lain</a></div></body></html>"
    )
    article = read_article(html, URL).article
    assert article.title == "Kerja Bakti"
    assert article.text.count("Warga kelurahan") == 6
    assert "Beranda" not in article.text
    assert "Berita lain" not in article.text


def test_windows_1252_served_without_saying_so_is_readable():
    html = "<html><body><article><p>“Ketahanan” – é</p></article></body></html>".encode("cp1252")
    assert "“Ketahanan” – é" in read_article(html, URL).text


def test_the_date_of_a_permalink_serves_where_the_page_gives_none():
    assert read_article("<p>x</p>", URL).article.published_at == "2019-03-08"
    assert (
        read_article("<p>x</p>", "http://kota.example/2019/13/41/x/").article.published_at is None
    )


@pytest.mark.parametrize(
    "html", ["", b"", "\x00", "<", "<html>", "<!-- -->", "plain words", b"\xff\xfe\x00"]
)
def test_hardly_a_page_is_still_an_article(html: str | bytes):
    assert read_article(html, URL).article.url == URL


@given(st.one_of(st.text(), st.binary()), st.sampled_from(["", "x", "http://[", URL]))
def test_no_input_at_all_makes_reading_fail(html: str | bytes, url: str):
    page = read_article(html, url)
    assert all(page.words_of(block) for block in page.blocks)
