"""The Markdown report: a document whose words cannot become marks, links or HTML."""

from __future__ import annotations

import re

from report_samples import made
from sqlite_utils import Database

from archive.reports.formats import markdown


def test_words_of_pages_stay_words(filled: Database) -> None:
    written = markdown.written(made(filled, "activities"))
    assert r"\<script\>alert(\"x\")" not in written  # quotes mean nothing and stay as they are
    assert r"\<script\>alert(" in written
    assert not re.search(r"(?<!\\)<(?!https?://)", written)
    assert r"\| \[a\](b) \&amp;" in written


def test_address_that_is_none_of_the_web_is_no_link(filled: Database) -> None:
    assert "javascript:" not in markdown.written(made(filled, "materials"))


def test_sources_stand_under_the_numbers_that_tables_name(filled: Database) -> None:
    report = made(filled, "people")
    written = markdown.written(report)
    for source in report.sources:
        assert re.search(rf"^{source.number}\. \[.*\]\(<{source.url}>\)", written, re.MULTILINE)
    assert "Tegar Prakoso, moderator: “Tegar Prakoso”" in written


def test_document_says_what_the_numbers_mean(filled: Database) -> None:
    written = markdown.written(made(filled, "attendance", selected={"since": "2019-01-01"}))
    assert written.startswith("# Attendance\n\n*Kehadiran peserta*\n")
    assert "- Period: since 2019-01-01" in written
    assert "## What the numbers mean" in written
    assert "“At least” adds exact numbers and lower bounds" in written
