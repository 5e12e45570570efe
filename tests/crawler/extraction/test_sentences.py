"""Sentences end where Indonesian prose ends them, not at every full stop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat dipimpin Ir. Gatot Wibisono, M.T. dan dihadiri dua puluh orang.",
        "Bertempat di Jl. Melati No. 12 Lt. 3 Gedung B Kota Bandung.",
        "Kegiatan berlangsung 24 s.d. 26 April dengan anggaran Rp. 1.200.000,00.",
        "Materi dibawakan oleh R. A. Lestari dari PT. Angin Timur.",
        "Perda No. 4 Tahun 2011 menjadi dasarnya.",
    ],
)
def test_full_stops_of_abbreviations_initials_and_numbers_end_nothing(text: str):
    assert sentences(text) == [text]


def test_sentences_keep_their_closing_marks():
    assert sentences("“Kita mulai.” Peserta setuju! Lalu apa? Rapat usai.") == [
        "“Kita mulai.”",
        "Peserta setuju!",
        "Lalu apa?",
        "Rapat usai.",
    ]


def test_a_degree_at_the_end_of_a_sentence_ends_it():
    text = "Pembicara pertama adalah Wati Nuraini, S.T. Peserta kemudian bertanya."
    assert len(sentences(text)) == 2


@given(st.text(alphabet='aB1 .,!?…"”)\n', max_size=200))
def test_no_word_is_lost_between_sentences(text: str):
    assert "".join("".join(s.split()) for s in sentences(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rapat diadakan di RT. 02 RW. 05. Warga hadir semua.", 2),
        ("Ia berbicara dengan pak RT. Warga hadir semua.", 2),
        ("Aula berada di Jalan Kenari Km. 7 Muara.", 1),
        ("Jawabnya singkat: no. Warga pun pulang.", 2),
        ("Misa diadakan di Gereja St. Yosef Muara.", 1),
        ("Rapat dibuka Ir. Rudi Kenari, ST. Acara kemudian dilanjutkan.", 2),
        (". . . . . .", 1),
    ],
)
def test_some_abbreviations_are_such_only_before_a_figure_or_in_their_own_spelling(
    text: str, count: int
) -> None:
    assert len(split_sentences(text, 0, len(text))) == count
