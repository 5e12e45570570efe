"""What a report's first words tell that two reports of one event tell alike."""

import pytest

from archive.identity.event_texts import Text, contradict


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("mencatat 1.367 balita dan indeks 3,98", {"1.367", "3,98"}),
        ("diikuti 64 petugas dan 250 warga", {"64 tugas", "250 warga"}),
        ("Rabu (5/4/2023) pukul 14.30 WIB, Perda Nomor 24 Tahun 2007", set()),
        ("Jalan Kenanga No. 148, telepon 0293123456", set()),
        ("tanggal 17 Oktober dan 18 Oktober", set()),
    ],
)
def test_numbers_are_those_that_count_something(text: str, numbers: set[str]) -> None:
    assert Text(text).numbers == numbers


def test_texts_that_tell_two_times_of_a_day_contradict_each_other() -> None:
    assert contradict(Text("Rapat digelar Selasa pagi."), Text("Rapat digelar Selasa siang."))
    assert not contradict(Text("Rapat digelar Selasa pagi."), Text("Rapat digelar Selasa."))


@pytest.mark.parametrize("text", ["", "(" * 5000, "1" * 5000, "1.1" * 2000, "\x00 ,,, 9,9,9"])
def test_what_is_no_text_is_read_without_harm(text: str) -> None:
    assert not contradict(Text(text), Text(text))
    assert len(Text(text).numbers) < 2
