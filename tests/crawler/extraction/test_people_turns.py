"""Whose turn to speak it is, and who says what the next sentence quotes; all sentences invented."""

from __future__ import annotations

import pytest

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people

Expected = tuple[str, str, str]
"""Name, role, and position with organization."""


def people_of(*lines: str) -> list[Expected]:
    """The people of a page with these paragraphs."""
    text, blocks = "Judul", [Block("title", 0, 5)]
    for line in lines:
        start = len(text) + 1
        text = f"{text}\n{line}"
        blocks.append(Block("paragraph", start, len(text)))
    page = Page(
        Article("http://x/", None, "Judul", None, None, None, None, (), "none", text), tuple(blocks)
    )
    return [
        (p.name, p.role, " ".join(filter(None, (p.position, p.organization))))
        for p in read_people(page)
    ]


def test_those_behind_an_announcement_of_speakers_are_the_speakers() -> None:
    assert people_of(
        "Sesi siang diisi dua pembicara. Ir. Gandung Wibisana dari Balai Benih Ranupane "
        "mengungkap turunnya mutu bibit. Adapun Dr. Salmah Tuhuteru dari Universitas Banyuwening "
        "bicara soal lumbung desa."
    ) == [
        ("Gandung Wibisana", "speaker", "Balai Benih Ranupane"),
        ("Salmah Tuhuteru", "speaker", "Universitas Banyuwening"),
    ]


def test_what_a_page_quotes_of_an_announced_speaker_leaves_a_speaker() -> None:
    assert people_of(
        "Tiga penanggap memberi catatan atas rancangan itu.",
        "Ibu Nuraeni Palisoa (Manajer Program, Yayasan Sungai Jernih) menyoroti anggaran. "
        "Menurut Ibu Nuraeni, dana itu kurang.",
    ) == [("Nuraeni Palisoa", "speaker", "Manajer Program Yayasan Sungai Jernih")]


def test_no_more_people_are_speakers_than_were_announced() -> None:
    roles = [
        role
        for _, role, _ in people_of(
            "Hari kedua diisi 2 narasumber. Ir. Gandung Wibisana, Kepala Balai Benih Ranupane, "
            "mengungkap mutu bibit. Dr. Salmah Tuhuteru, dosen Universitas Banyuwening, menyoroti "
            "lumbung desa.",
            "Camat Ranupane, Joko Margono, mengatakan bahwa posko disiapkan.",
        )
    ]
    assert roles == ["speaker", "speaker", "quoted"]


def test_who_speaks_right_behind_the_opening_is_a_speaker() -> None:
    assert people_of(
        "Acara dibuka oleh Camat Ranupane. Kemudian Peneliti Utama Institut Kajian Kota, "
        "Sekar Prameswari, menerangkan hasil survei terhadap 400 rumah."
    ) == [("Sekar Prameswari", "speaker", "Peneliti Utama Institut Kajian Kota")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            (
                "Acara dilanjutkan penjelasan mengenai cara membaca peta risiko oleh bapak Lukmanul "
                "dari BPBD Ranupane."
            ),
            ("Lukmanul", "speaker", "BPBD Ranupane"),
        ),
        (
            (
                "Uraian tentang pasang air laut oleh ibu Maryati Lestaluhu dari BMKG Stasiun Ranupane "
                "menarik perhatian."
            ),
            ("Maryati Lestaluhu", "speaker", "BMKG Stasiun Ranupane"),
        ),
        (
            (
                "Rombongan yang berjumlah 24 orang itu dipimpin oleh Wakil Bupati Ranupane, "
                "Ibu Hj. Salma Tuasikal, S.E."
            ),
            ("Salma Tuasikal", "attendee", "Wakil Bupati Ranupane"),
        ),
        (
            (
                "Delegasi desa mengikuti rapat yang dipimpin oleh Bupati Ranupane, "
                "Ibu Hj. Salma Tuasikal, S.E."
            ),
            ("Salma Tuasikal", "chair", "Bupati Ranupane"),
        ),
        (
            (
                "Kepala Bidang Kesiapsiagaan BPBD Kabupaten Ranupane, Drs. Warsito Hadikusuma, M.Si, "
                "ditemui di sela acara menuturkan, warga diajari membaca tanda alam."
            ),
            (
                "Warsito Hadikusuma",
                "quoted",
                "Kepala Bidang Kesiapsiagaan BPBD Kabupaten Ranupane",
            ),
        ),
        (
            "Camat Ranupane, Joko Margono, dijumpai seusai apel mengatakan bahwa posko disiapkan.",
            ("Joko Margono", "quoted", "Camat Ranupane"),
        ),
    ],
)
def test_the_words_around_a_name_give_the_part(line: str, expected: Expected) -> None:
    assert people_of(line) == [expected]


def test_guests_of_a_talk_are_speakers_the_first_one_too() -> None:
    assert people_of(
        "Dua tamu bincang adalah Sekar Prameswari (penyair dan pelukis, Penerbit Daun Pandan) dan "
        "Serma Anton Lewerissa (Babinsa Kelurahan Sidoluhur)."
    ) == [
        ("Sekar Prameswari", "speaker", "penyair dan pelukis Penerbit Daun Pandan"),
        ("Anton Lewerissa", "speaker", "Babinsa Kelurahan Sidoluhur"),
    ]


def test_who_acts_before_a_quotation_with_ujarnya_is_quoted() -> None:
    assert people_of(
        'Lurah Sidoluhur Hj. Sukaesih Wardani, S.Pd menunjuk deretan pohon pisang. "Ini penanda '
        'banjir kami," ujarnya sambil tersenyum.'
    ) == [("Sukaesih Wardani", "quoted", "Lurah Sidoluhur")]


def test_a_word_that_is_no_name_says_no_quotation() -> None:
    assert people_of("Pesan Wali Kota bertumpu pada sungai. “Rawatlah hulunya,” ujarnya.") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            (
                "Setelah dibuka oleh Pembantu Dekan II, Prof. Dr. Marthen Lalong, M.Sc., peserta "
                "mendengar kuliah."
            ),
            ("Marthen Lalong", "opening", "Pembantu Dekan II"),
        ),
        (
            (
                "Dari pihak PDAM Tirta Ranupane, Ir. Margaretha Wonda, MT selaku Manajer Produksi "
                "menyarankan pemeriksaan rutin."
            ),
            ("Margaretha Wonda", "quoted", "Manajer Produksi PDAM Tirta Ranupane"),
        ),
        (
            (
                "Dari unsur Dinas Sosial Kabupaten Ranupane, Bapak Sudirja selaku Kepala Seksi Bantuan "
                "hadir."
            ),
            ("Sudirja", "attendee", "Kepala Seksi Bantuan Dinas Sosial Kabupaten Ranupane"),
        ),
        (
            "Bincang santai dipandu penyiar Radio Gema Ranupane, Kak Mimin.",
            ("Mimin", "moderator", "penyiar Radio Gema Ranupane"),
        ),
    ],
)
def test_the_office_beside_a_name_is_read_with_its_organization(
    line: str, expected: Expected
) -> None:
    assert people_of(line) == [expected]
