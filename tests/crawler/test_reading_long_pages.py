"""An article longer than any news is kept whole, and read from its beginning."""

import pytest

from crawler.article import read_article
from crawler.article.shortening import beginning_of
from crawler.reading import read_page

URL = "http://kota.example/2019/03/05/rapat/"
LEAD = "Bandung, 4 Maret 2019. Rapat sumur resapan dihadiri 20 peserta."


def page_with(words: str) -> str:
    return f"<html><body><article><h1>Rapat Sumur</h1><p>{LEAD}</p><p>{words}</p></article></body></html>"


def test_the_text_is_whole_the_facts_are_the_beginnings_and_a_finding_says_so():
    record = read_page(page_with("kota " * 60_000), URL)
    assert len(record.article.text) > 300_000
    assert record.activity.start_date == "2019-03-04"
    assert [fact.count for fact in record.activity.attendance] == [20]
    assert [finding.check for finding in record.findings] == ["long-article"]


def test_a_usual_page_has_no_such_finding():
    assert read_page(page_with("kota " * 100), URL).findings == ()


def test_the_beginning_keeps_offsets_and_cuts_the_last_block():
    page = read_article(page_with("<a href='/a'>satu</a> dua <a href='/b'>tiga</a>"), URL)
    cut = page.text.index("dua")
    short = beginning_of(page, cut)
    assert short.text == page.text[:cut]
    assert short.blocks[-1].end == cut
    assert [link.url for link in short.blocks[-1].links] == ["http://kota.example/a"]
    assert beginning_of(page, len(page.text)) is page


@pytest.mark.parametrize(
    "words", ["1234567890 ", "(((([", "Rapat dihadiri ", "Dinas ", "a", "Mei ", "Bapak Adi ", ". "]
)
def test_endless_lines_are_read(words: str):
    record = read_page(page_with(words * (1_000_000 // len(words))), URL)
    assert record.findings[-1].check == "long-article"
