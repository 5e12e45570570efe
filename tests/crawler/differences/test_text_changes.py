"""What changed from one text to the next, in lines and words."""

from __future__ import annotations

import random

import pytest

from crawler.differences.text import line_changes


def changes(before: str, after: str) -> list[str]:
    return list(line_changes(before, after))


def test_equal_texts_have_no_changes() -> None:
    assert changes("Rapat\nWarga", "Rapat\nWarga") == []


def test_words_of_a_line_are_marked() -> None:
    assert changes(
        "Rapat\nDihadiri 40 peserta dari 12 instansi.\nSelesai",
        "Rapat\nDihadiri sekitar 45 peserta dari instansi.\nSelesai",
    ) == ["~ Dihadiri [-40-] {+sekitar 45+} peserta dari [-12-] instansi."]


def test_lines_come_and_go() -> None:
    assert changes("Satu\nDua\nTiga", "Satu\nTiga\nEmpat") == ["- Dua", "+ Empat"]


def test_a_line_without_a_common_word_is_another_line() -> None:
    assert changes("Satu\nDua tiga", "Satu\nEmpat lima") == ["- Dua tiga", "+ Empat lima"]


def test_an_empty_text_before_or_after() -> None:
    assert changes("", "Satu") == ["- ", "+ Satu"]
    assert changes("Satu", "") == ["- Satu", "+ "]


@pytest.mark.parametrize("unit", ["\n", " "])
def test_long_texts_with_nothing_in_common_end_soon(unit: str) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    before, after = (
        unit.join(str(chance.randrange(10**6)) for _ in range(100_000)) for _ in range(2)
    )
    assert "too long to be compared" in changes(before, after)[-1]


def test_long_texts_that_differ_in_a_word_tell_that_word() -> None:
    words = [str(number) for number in range(200_000)]
    other = [*words[:150_000], "lain", *words[150_001:]]
    assert " [-150000-] {+lain+} " in changes(" ".join(words), " ".join(other))[0]
