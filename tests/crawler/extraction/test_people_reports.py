"""How reports name people beside places, bodies and ceremonies, all sentences invented."""

from __future__ import annotations

import pytest

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people

Expected = tuple[str, str, str | None]
"""Name, role, and position with organization (None: not looked at)."""


def people_of(*lines: str) -> list[Expected]:
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


PLACES_BEFORE_NAMES: list[tuple[str, list[Expected]]] = [
    (
        "Apel dibuka oleh Wakil Bupati Rawa Lestari H. Idham Pattola dan diikuti 80 relawan.",
        [("Idham Pattola", "opening", "Wakil Bupati Rawa Lestari")],
    ),
    (
        "Longsor terjadi di Wanaloka.\nKepala Seksi Logistik BPBD Wanaloka Yohan Talakua mengatakan jalan putus.",
        [("Yohan Talakua", "quoted", "Kepala Seksi Logistik BPBD Wanaloka")],
    ),
    (
        "Pos itu berada di Wanaloka.\nKepala Stasiun Meteorologi Kelas II Wanaloka Yohan Talakua mengatakan hujan akan turun.",
        [("Yohan Talakua", "quoted", "Kepala Stasiun Meteorologi Kelas II Wanaloka")],
    ),
    (
        "Pemerintah Kota Wanaloka menanam bakau.\nHadir pula Ketua DPRD Kota Wanaloka Sugeng, dan 90 pelajar.",
        [("Sugeng", "attendee", "Ketua DPRD Kota Wanaloka")],
    ),
    (
        "Rakor dihadiri Kapolsek Bandar Siantan Iptu Roni Sitepu dan Danramil Kapten Inf Edi Salim.",
        [
            ("Roni Sitepu", "attendee", "Kapolsek Bandar Siantan"),
            ("Edi Salim", "attendee", "Danramil"),
        ],
    ),
    (
        "Bupati Rawa Lumbir Hendra Gunadi dan Wakil Bupati Rawa Lumbir Siti Amsal turut hadir.",
        [
            ("Hendra Gunadi", "attendee", "Bupati Rawa Lumbir"),
            ("Siti Amsal", "attendee", "Wakil Bupati Rawa Lumbir"),
        ],
    ),
]

CEREMONIES: list[tuple[str, list[Expected]]] = [
    (
        "Peresmian ditandai dengan pengguntingan pita oleh Bupati Lembah Hijau, Drs. Yonas Pattiselanno.",
        [("Yonas Pattiselanno", "opening", None)],
    ),
    (
        "Peluncuran ditandai pemukulan gong oleh Sekda Kota Wanaloka Hendrik Simbolon.",
        [("Hendrik Simbolon", "opening", None)],
    ),
    (
        "Penutupan pelatihan ditandai dengan pemukulan gong oleh Camat Karang Baru, Ibu Tanti Sukma.",
        [("Tanti Sukma", "other", None)],
    ),
    (
        "Bantuan diserahkan secara simbolis oleh Bapak Dedi Kurnia kepada Ibu Suminah, kader PKK.",
        [("Dedi Kurnia", "other", None), ("Suminah", "attendee", "kader PKK")],
    ),
    (
        "Pertemuan ditutup dengan doa yang dipimpin Ustaz Mahfud Sidik.",
        [("Mahfud Sidik", "other", None)],
    ),
]

SPEAKERS: list[tuple[str, list[Expected]]] = [
    (
        "Pemantiknya dua orang: Pak Tarsim, Ketua RW 04, dan Dr. Wida Purnama.",
        [("Tarsim", "speaker", "Ketua RW 04"), ("Wida Purnama", "speaker", None)],
    ),
    (
        "Tiga pembicara menyampaikan materinya secara bergantian, yaitu Dr. Hesti Lumban, Ir. Joni Malau, dan Rangga Sapta dari Yayasan Lontar.",
        [
            ("Hesti Lumban", "speaker", None),
            ("Joni Malau", "speaker", None),
            ("Rangga Sapta", "speaker", "Yayasan Lontar"),
        ],
    ),
    (
        "Sambutan oleh Ibu Rosa Tanjung dan penyampaian hasil kajian oleh Sdr. Yoga Perkasa.",
        [("Rosa Tanjung", "opening", None), ("Yoga Perkasa", "speaker", None)],
    ),
    (
        "Setelah istirahat, peserta belajar membaca peta aliran air bersama Ibu Marlina Bere dari Balai Sungai.",
        [("Marlina Bere", "speaker", None)],
    ),
    (
        "Sesi pagi diisi pemaparan tim peneliti dari Universitas Bahtera yang diketuai Dr. Nora Rahayu.",
        [("Nora Rahayu", "speaker", None)],
    ),
    (
        "Sebagai penanggap hadir Dr. Mikael Tafona (Direktur LSM Pelita).",
        [("Mikael Tafona", "speaker", None)],
    ),
    (
        "Sharing session bersama Kak Tasya Amalia dari Komunitas Jalan Kaki seru sekali.",
        [("Tasya Amalia", "speaker", "Komunitas Jalan Kaki")],
    ),
    (
        "Dr. Rio Wenas membuka paparannya dengan data curah hujan.",
        [("Rio Wenas", "speaker", None)],
    ),
    (
        "Materi dibawakan oleh Fasilitator Daerah Destana Wulan Kusnadi.",
        [("Wulan Kusnadi", "speaker", "Fasilitator Daerah Destana")],
    ),
]

SAID: list[tuple[str, list[Expected]]] = [
    (
        "Demikian disampaikan oleh Ibu Rosmala, Ketua PKK RW 02, mewakili warga.",
        [("Rosmala", "quoted", "Ketua PKK RW 02")],
    ),
    (
        "Hal tersebut disampaikan Kepala Bappeda Lukas Wenda saat membuka rapat.",
        [("Lukas Wenda", "opening", None)],
    ),
    (
        "“Yang sulit itu diam,” kata Yunus Lawa, fasilitator dari Desa Kari.",
        [("Yunus Lawa", "quoted", "fasilitator Desa Kari")],
    ),
    (
        "Dalam tanya jawab, Bapak Jumari dari Kelompok Tani Rusun bertanya soal pupuk.",
        [("Jumari", "attendee", None)],
    ),
    (
        "Perjanjian ditandatangani oleh Rektor Universitas Bahtera Prof. Yos Rumbia. Rektor mengatakan bahwa desa akan dibantu.",
        [("Yos Rumbia", "quoted", "Rektor Universitas Bahtera")],
    ),
    (
        "Penghargaan diserahkan oleh Wali Kota Wanaloka Sri Hartuti. “Terima kasih,” kata wali kota.",
        [("Sri Hartuti", "quoted", None)],
    ),
    (
        "Dirjen didampingi Kepala Balai Sungai, Ir. Yuna Trisna. Yuna menjelaskan bahwa waduk penuh. “Bagus,” katanya.",
        [("Yuna Trisna", "quoted", None)],
    ),
    (
        "Rombongan dipimpin Pieter Hoog selaku Direktur Pelabuhan. Pieter menyampaikan bahwa kotanya rendah.",
        [("Pieter Hoog", "speaker", None)],
    ),
]

NAMES: list[tuple[str, list[Expected]]] = [
    ("Sesi dipandu oleh Rr. Kusuma Handayani, S.Sos.", [("Kusuma Handayani", "moderator", None)]),
    (
        "“Tanah kami turun,” kenang Opung Lamria boru Silalahi (71).",
        [("Lamria boru Silalahi", "quoted", None)],
    ),
    (
        "Maria br. Tarigan menjelaskan cara memilah sampah.",
        [("Maria br. Tarigan", "quoted", None)],
    ),
    (
        "Rapat dibuka oleh Kepala Dinas Desa, Bapak Markus Daru Loka, di aula.",
        [("Markus Daru Loka", "opening", "Kepala Dinas Desa")],
    ),
    (
        "Kelas ini dipandu dua fasilitator, yaitu Nengsih dan Ucok Lubis.",
        [("Nengsih", "facilitator", None), ("Ucok Lubis", "facilitator", None)],
    ),
    (
        "Acara dipandu MC Nita Sofiani dan berlangsung hangat.",
        [("Nita Sofiani", "moderator", None)],
    ),
]

OFFICES: list[tuple[str, list[Expected]]] = [
    (
        "Forum dibuka oleh Kepala Biro Kerja Sama Luar Negeri, Bapak Togar Samosir.",
        [("Togar Samosir", "opening", "Kepala Biro Kerja Sama Luar Negeri")],
    ),
    (
        "Konsultan perencana dari PT Cipta Selaras Ruang, Ir. Ferdi Manurung, memaparkan desain.",
        [("Ferdi Manurung", "speaker", "Konsultan perencana PT Cipta Selaras Ruang")],
    ),
    (
        "Penyelidik Bumi Madya dari Balai Gunung Api, Arif Nurdin, S.T. memberikan materi.",
        [("Arif Nurdin", "speaker", "Penyelidik Bumi Madya Balai Gunung Api")],
    ),
    (
        "Pada sesi kedua, dua peneliti, Rangga Saputra dan Elvira Tumbel, menceritakan hasil survei.",
        [("Rangga Saputra", "speaker", "peneliti"), ("Elvira Tumbel", "speaker", "peneliti")],
    ),
    (
        "Pada hari Rabu tim Sekretariat Kota Lestari kembali mengadakan pertemuan rutin mingguan. Pertemuan dihadiri Sdr. Tito Hasan (Staf Komunikasi) dan Bpk. Umar Salim (Tenaga Ahli Kedeputian Ruang).",
        [
            ("Tito Hasan", "attendee", "Staf Komunikasi Sekretariat Kota Lestari"),
            ("Umar Salim", "attendee", "Tenaga Ahli Kedeputian Ruang"),
        ],
    ),
]

NOBODY = [
    "Latihan diadakan di Pusat Pelatihan Petani Mata Lewa pada 15 Oktober.",
    "Rakor menghadirkan narasumber dari Balai Iklim, dan Kelompok Masyarakat Peduli Api (MPA) Desa Tumbang.",
    "Modul pelatihan bisa diunduh: Modul Fasilitator Desa Siaga.",
]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [*PLACES_BEFORE_NAMES, *CEREMONIES, *SPEAKERS, *SAID, *NAMES, *OFFICES],
    ids=lambda v: v[:48] if isinstance(v, str) else "",
)
def test_a_report_gives_its_people(sentences: str, expected: list[Expected]) -> None:
    found = people_of(*sentences.split("\n"))
    assert [(n, r) for n, r, _ in found] == [(n, r) for n, r, _ in expected]
    for (_, _, position), (_, _, wanted) in zip(found, expected, strict=True):
        assert wanted is None or position == wanted


@pytest.mark.parametrize("sentence", NOBODY)
def test_names_of_bodies_and_places_are_nobody(sentence: str) -> None:
    assert people_of(sentence) == []
