"""What holds for the readers of groups, materials, venue and type on any page."""

from __future__ import annotations

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.article import read_article
from crawler.extraction.activity_type.reader import read_title, read_type
from crawler.extraction.groups.reader import read_groups
from crawler.extraction.materials.reader import read_materials
from crawler.extraction.venue.reader import read_venue

PIECES = st.sampled_from(
    [
        "Kelompok 1: ", "Kelompok II ", "Tema 1: ", "Saung 2, ", "pindah ke dua saung. ", "Diskusi dibagi ke dalam tiga tema. ", "menghasilkan usulan ", "ditunda ", "meninjau ", "kelompok ini ", "membahas ", "menyimpulkan bahwa ", "Peserta dibagi menjadi 3 (tiga) kelompok, yaitu:", "(i) air; (ii) jalan; serta (iii) data.",
        "masing-masing pilar ", "tiga pilar, yaitu a, b, dan c. ", "Fokus utama ", "perlu ", "Selain itu, ", "Simpulan kelompok 2 adalah ", "bertempat di ", "Hotel ", "Jl. ", "Lokakarya ", "digelar di ", ", ", ". ", "; ", ": ", "( ", ") ", "“", "” ", "_", "Budi.Santosa ",
        "Paparan ", "https://a.example/b_c.pdf ", "Unduh ", "Klik di sini untuk melihat agenda.", "3 Maret 2021 ", "akan ", "sungai ", "Kota ", "\u00a0", "١٢ ", "é",
    ]
)  # fmt: skip
TAGS = st.sampled_from(["p", "li", "h3", "td", "blockquote", "strong", "a href='/x.pdf'", "a href='http://[bad'", "div"])  # fmt: skip
LINES = st.lists(st.tuples(TAGS, st.lists(PIECES | st.text(max_size=6), max_size=10)), max_size=10)


@settings(max_examples=150)
@given(LINES)
def test_every_reader_answers_and_its_evidence_proves(lines: list[tuple[str, list[str]]]) -> None:
    body = "".join(
        f"<{tag}>{html.escape(''.join(words))}</{tag.split()[0]}>" for tag, words in lines
    )
    page = read_article(
        f"<html><body><article><h1>Rapat</h1><div class='entry-content'><ol>{body}</ol></div></article></body></html>",
        "https://a.example/p",
    )
    kind = read_type(page)
    assert read_title(page, kind) is None or kind is not None
    venue = read_venue(page)
    if venue.venue:
        assert any(venue.venue in page.text[e.start : e.end] for e in venue.evidence)
    for group in read_groups(page):
        assert group.topic in page.text
        assert any(group.topic in page.text[e.start : e.end] for e in group.evidence)
        assert all(0 <= c.start < c.end <= len(page.text) for c in group.conclusions)
    for material in read_materials(page, ()):
        assert any(material.label in page.text[e.start : e.end] for e in material.evidence)
    found = [material.url for material in read_materials(page, ()) if material.url]
    assert len(found) == len(set(found))


def test_a_page_of_many_group_words_is_read_to_the_end() -> None:
    line = (
        "Kelompok 1 membahas air, dan kelompok 2 menyimpulkan bahwa perlu jalan di Hotel A, " * 400
    )
    page = read_article(f"<article><h1>Rapat</h1><p>{line}</p></article>", "https://a.example/p")
    assert len(read_groups(page)) <= 60
    assert read_venue(page).evidence is not None
