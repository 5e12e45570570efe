"""Sources: the pages behind numbers, numbered as a reader meets them."""

from __future__ import annotations

from archive.reports import sources
from archive.reports.report import Quote
from archive.reports.sources import Evidence, Page

PAGES = {
    activity: Page(f"Page {activity}", f"https://kota.example/{activity}/", None)
    for activity in (1, 2, 3)
}


def said(activity: int, subject: str, words: str | None) -> Evidence:
    return Evidence(activity, -activity, subject, Quote("name", words))


EVIDENCE = (
    said(1, "Tegar", "Bapak Tegar"),
    said(2, "Ratna", "Ibu Ratna"),
    said(2, "Tegar", "Tegar Prakoso"),
    said(3, "Siti", "Ibu Siti"),
)


def test_numbers_follow_the_rows_and_not_the_evidence() -> None:
    numbered = sources.numbered(["Ratna", "Tegar"], EVIDENCE, PAGES)
    assert [(source.number, source.title) for source in numbered.every] == [
        (1, "Page 2"),
        (2, "Page 1"),
    ]
    assert [source.number for source in numbered.behind("Tegar")] == [1, 2]


def test_source_has_all_quotes_and_a_row_its_own() -> None:
    numbered = sources.numbered(["Ratna", "Tegar"], EVIDENCE, PAGES)
    assert [quote.words for quote in numbered.every[0].quotes] == ["Ibu Ratna", "Tegar Prakoso"]
    assert [quote.words for quote in numbered.behind("Ratna")[0].quotes] == ["Ibu Ratna"]


def test_words_said_twice_stand_once() -> None:
    twice = (said(1, "Tegar", "Bapak Tegar"), said(1, "Tegar", "Bapak Tegar"))
    (source,) = sources.numbered(["Tegar"], twice, PAGES).every
    assert len(source.quotes) == 1


def test_page_without_a_quote_is_still_a_source() -> None:
    (source,) = sources.numbered(["Page"], [Evidence(1, -1, "Page", None)], PAGES).every
    assert source.quotes == ()


def test_subject_without_evidence_has_no_source() -> None:
    numbered = sources.numbered(["Nobody"], EVIDENCE, PAGES)
    assert (numbered.every, numbered.behind("Nobody")) == ((), ())


def test_quotes_are_gathered_by_what_they_prove() -> None:
    quotes = (Quote("date", "4 Maret"), Quote("people", "Ratna"), Quote("date", "5 Maret"))
    assert sources.by_fact(quotes) == [
        ("date", [quotes[0], quotes[2]]),
        ("people", [quotes[1]]),
    ]
