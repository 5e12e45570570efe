"""Families of wording that put people into an event, all sentences invented."""

from __future__ import annotations

import pytest

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people

Expected = tuple[str, str, str | None]
"""Name, role, and position with organization (None: not looked at)."""


def page_of(*lines: str) -> Page:
    """A page of paragraphs; a line that begins with `- ` is a list item."""
    text, blocks = "Judul", [Block("title", 0, 5)]
    for line in lines:
        item = line.startswith("- ")
        start = len(text) + 1
        text = f"{text}\n{line.removeprefix('- ')}"
        blocks.append(Block("item" if item else "paragraph", start, len(text), container=int(item)))
    return Page(
        Article("http://x/", None, "Judul", None, None, None, None, (), "none", text), tuple(blocks)
    )


def people_of(*lines: str) -> list[Expected]:
    return [
        (p.name, p.role, " ".join(filter(None, (p.position, p.organization))))
        for p in read_people(page_of(*lines))
    ]


LAY_SPEAKERS: list[tuple[str, list[Expected]]] = [
    (
        "“Airnya datang tengah malam,” keluh Pak Karsidi, petambak di Desa Bungo.",
        [("Karsidi", "quoted", "petambak Desa Bungo")],
    ),
    (
        '"Kami butuh obat," pinta Nurul Hikmawati, perawat senior RS Bunda.',
        [("Nurul Hikmawati", "quoted", "perawat senior RS Bunda")],
    ),
    (
        '"Kapan solarnya turun?" tanya Darsono, nelayan Muara Angin.',
        [("Darsono", "quoted", "nelayan Muara Angin")],
    ),
    (
        "“Jangan ditunda,” ujar Mardianti (54), Ketua Kelompok Tani Melati, yang disambut tawa.",
        [("Mardianti", "quoted", "Ketua Kelompok Tani Melati")],
    ),
    (
        "Salah seorang peserta, Yuniarsih, berharap kegiatan diulang.",
        [("Yuniarsih", "quoted", None)],
    ),
    (
        "Warga RT 02, Halimatus (61), mengatakan air datang cepat.",
        [("Halimatus", "quoted", "Warga RT 02")],
    ),
    (
        "Wasirah, pedagang sayur, bertanya pendek: “Siapa yang saya telepon?”",
        [("Wasirah", "quoted", "pedagang sayur")],
    ),
    (
        "Ketua RW 09, Pak Mad Rohim, bilang kerja bakti berikut hari Minggu.",
        [("Mad Rohim", "quoted", "Ketua RW 09")],
    ),
    (
        "Kang Dedi Supriatman, penggerak bank sampah, memperagakan cara mengompos.",
        [("Dedi Supriatman", "speaker", "penggerak bank sampah")],
    ),
]

OFFICES: list[tuple[str, list[Expected]]] = [
    (
        "Kepala Sektor Pemadam Cibuntu, Asep Suhendi, menjelaskan asal api.",
        [("Asep Suhendi", "quoted", "Kepala Sektor Pemadam Cibuntu")],
    ),
    (
        "Koordinator Pos Basarnas Hulu Kali, Bonifas Lejo, menuturkan kejadian itu.",
        [("Bonifas Lejo", "quoted", "Koordinator Pos Basarnas Hulu Kali")],
    ),
    (
        "Asda I Muhammad Rizalman mengatakan rencana itu sudah disetujui.",
        [("Muhammad Rizalman", "quoted", "Asda I")],
    ),
    (
        "Dirut PDAM Tirta Asri, Sugiartono, mengatakan pipa diganti.",
        [("Sugiartono", "quoted", "Dirut PDAM Tirta Asri")],
    ),
    (
        "Direktur PDAM Tirta Asri Budi Yuwana mengatakan pipa diganti.",
        [("Budi Yuwana", "quoted", "Direktur PDAM Tirta Asri")],
    ),
    (
        "Ketua FPRB Lumajang terpilih, Agus Salim Haruman, berterima kasih.",
        [("Agus Salim Haruman", "quoted", "Ketua FPRB Lumajang")],
    ),
    (
        "Hasan Basrian Kabid Kedaruratan BPBD Kota Pati mengatakan, logistik cukup.",
        [("Hasan Basrian", "quoted", "Kabid Kedaruratan BPBD Kota Pati")],
    ),
    (
        "Turut hadir Ben Harkness (Regional Lead Resilient Delta Programme).",
        [("Ben Harkness", "attendee", "Regional Lead Resilient Delta Programme")],
    ),
    (
        "Hadir mendampingi Kepala Dinas, Kabid Sumber Daya Air Rudi Salaman dan Kasi Irigasi Nur Lailani.",
        [
            ("Rudi Salaman", "attendee", "Kabid Sumber Daya Air"),
            ("Nur Lailani", "attendee", "Kasi Irigasi"),
        ],
    ),
    (
        "Lurah Manggis Muhammad Arafatah bersama Ketua RW 10 Sutrisman meninjau lokasi.",
        [
            ("Muhammad Arafatah", "attendee", "Lurah Manggis"),
            ("Sutrisman", "attendee", "Ketua RW 10"),
        ],
    ),
    (
        "Isinya dipaparkan oleh Yuliana Resusun dan Kanis Makin, keduanya peneliti Kajian Iklim.",
        [
            ("Yuliana Resusun", "speaker", "peneliti Kajian Iklim"),
            ("Kanis Makin", "speaker", "peneliti Kajian Iklim"),
        ],
    ),
    (
        "Perwakilan warga yaitu Sarip Hidayatna dan Mulyono Adian (warga Kampung Pulo) menyampaikan keberatan.",
        [
            ("Sarip Hidayatna", "quoted", "Perwakilan warga"),
            ("Mulyono Adian", "quoted", "Perwakilan warga"),
        ],
    ),
]

PARTS: list[tuple[str, list[Expected]]] = [
    (
        "Kata pembuka disampaikan oleh Ibu Larasati Dewanti.",
        [("Larasati Dewanti", "opening", None)],
    ),
    (
        "Diskusi dipandu Joko Purwantono selaku fasilitator.",
        [("Joko Purwantono", "facilitator", None)],
    ),
    (
        "Pidato kunci dibawakan Ibu Prof. Dr. Sapariah Wongsono.",
        [("Sapariah Wongsono", "speaker", None)],
    ),
    (
        "Gubernur Nusakarya, Dr. Hj. Ratih Megawarni, M.A., bertindak sebagai inspektur upacara.",
        [("Ratih Megawarni", "chair", "Gubernur Nusakarya")],
    ),
    (
        "Sdr. Galih Ramadan (Deputi) membuka lokakarya, sesudah itu Bapak Tatang Koswari (Ketua Serikat Pedagang) berbicara.",
        [
            ("Galih Ramadan", "opening", "Deputi"),
            ("Tatang Koswari", "speaker", "Ketua Serikat Pedagang"),
        ],
    ),
    (
        "Naskah ditandatangani oleh Bapak Saptono Haridi (Kepala Dinas Sumber Daya Air).",
        [("Saptono Haridi", "other", "Kepala Dinas Sumber Daya Air")],
    ),
    (
        "Dua narasumber kemudian mengantar diskusi, yaitu Hesti Purwasih dari Universitas Negeri Sebelah serta Markus Doan dari Yayasan Bina Laut.",
        [
            ("Hesti Purwasih", "speaker", "Universitas Negeri Sebelah"),
            ("Markus Doan", "speaker", "Yayasan Bina Laut"),
        ],
    ),
    (
        "Narasumber : 1. Dr. Lestari Handayati (BRIN) 2. Agus Purnoman, S.T. (BPBD)",
        [("Lestari Handayati", "speaker", None), ("Agus Purnoman", "speaker", None)],
    ),
    (
        "Hadir pula Ni Made Ayu Lestarini, Nyoman Sutejaya, dan Made Arthana.",
        [
            ("Ni Made Ayu Lestarini", "attendee", None),
            ("Nyoman Sutejaya", "attendee", None),
            ("Made Arthana", "attendee", None),
        ],
    ),
    (
        "Hadir Tgk. Ridwan Yusran, Datuk Amir Hamdan dan Gus Mahfudi.",
        [
            ("Ridwan Yusran", "attendee", None),
            ("Amir Hamdan", "attendee", None),
            ("Mahfudi", "attendee", None),
        ],
    ),
]

NOBODY = [
    "Mitra yang hadir antara lain Yayasan Data, serta Kantor Konsultan Angka Terang.",
    "Perwakilan Kopi Titik Kumpul menawarkan kedainya sebagai tempat rapat.",
    "Lereng Asri akan menyerahkan dua tungku kepada tiap desa.",
    "PUTUSIBAU BARU, Gema Warta – Basarnas melatih pemuda kampung.",
    "Sumber: Humas Pemkot.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*LAY_SPEAKERS, *OFFICES, *PARTS],
    ids=lambda v: v[:48] if isinstance(v, str) else "",
)
def test_a_wording_gives_its_people(sentence: str, expected: list[Expected]) -> None:
    found = people_of(sentence)
    assert [(n, r) for n, r, _ in found] == [(n, r) for n, r, _ in expected]
    for (_, _, position), (_, _, wanted) in zip(found, expected, strict=True):
        assert wanted is None or position == wanted


@pytest.mark.parametrize("sentence", NOBODY)
def test_names_of_bodies_and_titles_are_nobody(sentence: str) -> None:
    assert people_of(sentence) == []


def test_a_quoted_title_is_nobody_and_its_author_spoke() -> None:
    found = people_of("Paparan Dr. Hasan Tanjungan dengan judul “Enam Senti Setahun Lamanya”.")
    assert [(n, r) for n, r, _ in found] == [("Hasan Tanjungan", "speaker")]


def test_a_list_gives_the_position_behind_a_dash() -> None:
    found = people_of("Yang bergabung:", "- Maria Gorita Wona – Staf Komunikasi")
    assert found == [("Maria Gorita Wona", "attendee", "Staf Komunikasi")]


def test_a_cue_inside_a_quotation_is_not_the_reports() -> None:
    found = people_of("“Api ternyata cukup ditutup,” kata Nurlina Gultoman (47), penghuni rusun.")
    assert [(n, r) for n, r, _ in found] == [("Nurlina Gultoman", "quoted")]


@pytest.mark.parametrize("team", ["tim", "Tim"])
def test_whom_a_teams_routine_meeting_names_by_office_belongs_to_the_team(team: str) -> None:
    found = people_of(
        f"Pada Senin pagi {team} Badan Pesisir Kota Salatiga kembali mengadakan rapat mingguan."
        " Rapat dipimpin Sdr. Galih Ramadan (Koordinator) dan dihadiri Sdri. Maria Gorita (Staf Data)."
    )
    assert found == [
        ("Galih Ramadan", "chair", "Koordinator Badan Pesisir Kota Salatiga"),
        ("Maria Gorita", "attendee", "Staf Data Badan Pesisir Kota Salatiga"),
    ]


def test_an_internal_meetings_members_belong_to_the_team() -> None:
    found = people_of(
        "Rapat rutin tim Dinas Perhubungan Kota Salatiga berlangsung pagi. Rapat dipimpin Sdr. Galih Ramadan"
        " (Koordinator) dan diikuti anggota tim: Sdri. Maria Gorita (Staf Data)."
    )
    assert found == [
        ("Galih Ramadan", "chair", "Koordinator Dinas Perhubungan Kota Salatiga"),
        ("Maria Gorita", "attendee", "Staf Data Dinas Perhubungan Kota Salatiga"),
    ]
