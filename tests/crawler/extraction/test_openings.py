"""Patterns that are tried only at the words with which their matches may begin."""

from __future__ import annotations

import re

import pytest

from crawler.extraction.openings import Openings, WordPattern, openings_of

TEXT = (
    "Rapat dibuka oleh Camat. Peserta di bagi menjadi 3 kelompok, di samping panitia; "
    "kerjasama dan kerja sama itu di-\nsambut. TURUT HADIR dua tim_a, tim 12 dan éditor. "
)


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("dihadiri(?: oleh)?", {"dihadiri"}),
        ("(?:turut |juga )*dihadiri", {"turut ", "juga ", "dihadiri"}),
        ("mitranya?", {"mitrany"}),
        ("kerja ?sama", {"kerja ", "kerjasama"}),
        (r"di\s?bagi", {"di ", "dibagi"}),
        (r"\bsub\s+kelompok", {"sub "}),
        ("k(?:elompok|omisi)", {"kelompok", "komisi"}),
        ("(?<=, )(?:seorang )?guru", {"seorang ", "guru"}),
        ("(?=dua|tiga)", {"dua", "tiga"}),
        (r"(?:\d+|dua) orang", {r"\d", "dua"}),
        ("[Rr]apat", {"rapat"}),
        (r"\w+ dan", {""}),
        ("(?:ter)?", {"ter", ""}),
        ("a(?:b|[|)])c|d", {"ab", "a", "d"}),
    ],
)
def test_the_openings_of_a_pattern_are_what_its_matches_begin_with(
    pattern: str, openings: set[str]
) -> None:
    assert openings_of(pattern) == openings


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bdi\s?bagi\b",
        r"\b(?:di samping|kerja ?sama)\b",
        r"\b(?:turut )?hadir",
        r"\b(?:\d+|dua|tiga)\s+(?:kelompok|tim)",
        r"\btim\b",
        r"\b(?:dibuka|oleh|dan)\b",
        r"\b\w+itor\b",
        r"\b(?:belum|tidak)\b",
    ],
)
@pytest.mark.parametrize("flags", [re.IGNORECASE, re.NOFLAG])
def test_a_word_pattern_finds_what_the_plain_pattern_finds_in_every_range(
    pattern: str, flags: re.RegexFlag
) -> None:
    plain, ours = re.compile(pattern, flags), WordPattern(pattern, flags)
    for start in range(0, len(TEXT), 5):
        for end in range(start, len(TEXT), 11):
            expected = [found.span() for found in plain.finditer(TEXT, start, end)]
            assert [found.span() for found in ours.finditer(TEXT, start, end)] == expected
            first = ours.search(TEXT, start, end)
            assert (first.span() if first else None) == (expected[0] if expected else None)


def test_the_openings_of_several_patterns_tell_which_may_begin_at_a_word() -> None:
    openings = Openings([("opened", "dibuka"), ("beside", "di samping"), ("counted", r"\d+ orang")])
    meant = {TEXT[start : start + 6]: names for start, names in openings.in_text(TEXT)}
    assert meant == {
        "dibuka": ("opened",),
        "di bag": ("beside",),
        "di sam": ("beside",),
        "di-\nsa": ("beside",),
        "3 kelo": ("counted",),
        "12 dan": ("counted",),
    }


def test_a_pattern_without_known_openings_is_tried_at_every_word() -> None:
    assert len(Openings([("any", r"\w+")]).in_text("satu dua 3")) == len(["satu", "dua", "3"])
