"""Pages of several blocks, all invented, with the people they put into an event."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people

Expected = tuple[str, str, str | None]
"""Name, role, and position with organization (None: not looked at)."""


def page_of(*lines: str) -> Page:
    """A page of paragraphs; a line that begins with `- ` is a list item, with `> ` a caption."""
    text, blocks = "Judul", [Block("title", 0, 5)]
    for line in lines:
        kind = (
            "item" if line.startswith("- ") else "caption" if line.startswith("> ") else "paragraph"
        )
        words = line[2:] if kind != "paragraph" else line
        start = len(text) + 1
        text = f"{text}\n{words}"
        blocks.append(Block(kind, start, len(text), container=int(kind == "item")))
    return Page(
        Article("http://x/", None, "Judul", None, None, None, None, (), "none", text), tuple(blocks)
    )


def people_of(*lines: str) -> list[tuple[str, str, str]]:
    return [
        (p.name, p.role, " ".join(filter(None, (p.position, p.organization))))
        for p in read_people(page_of(*lines))
    ]


PAGES: list[tuple[str, list[str], list[Expected]]] = [
    (
        "a list of speakers under its heading",
        [
            "Pembicara yang hadir adalah:",
            "- Drg. Lilik Hartati, M.Kes. (Kepala Puskesmas Banyu Urip)",
            "- Erik Vandenberg (Senior Planner, Studio Laut Utara)",
            "- Bapak Ketut Suardana;",
        ],
        [
            ("Lilik Hartati", "speaker", "Kepala Puskesmas Banyu Urip"),
            ("Erik Vandenberg", "speaker", "Senior Planner Studio Laut Utara"),
            ("Ketut Suardana", "speaker", None),
        ],
    ),
    (
        "short forms, nicknames and beliau are the same person",
        [
            "Narasumber adalah Ibu Nurmalasari Hasibuan (Direktur Perencanaan) dan Bapak Teguh Prakoso.",
            "Ibu Nurma menjelaskan tarif. Beliau menambahkan soal subsidi.",
            "Bapak Teguh membahas pompa.",
        ],
        [
            ("Nurmalasari Hasibuan", "speaker", "Direktur Perencanaan"),
            ("Teguh Prakoso", "speaker", None),
        ],
    ),
    (
        "the longest form is the name",
        [
            "“Kita mulai hari ini,” kata Bupati Garuda, Samsul.",
            "Samsul Bahri Nasution mengatakan jembatan selesai tahun depan.",
        ],
        [("Samsul Bahri Nasution", "quoted", "Bupati Garuda")],
    ),
    (
        "who opened and also spoke has opened",
        [
            "Acara dibuka oleh Sekda Kota Tual, Akhmad Renuat.",
            "Dalam sesi paparan, Akhmad memaparkan rencana pulau.",
        ],
        [("Akhmad Renuat", "opening", "Sekda Kota Tual")],
    ),
    (
        "bylines and picture credits are nobody",
        [
            "Oleh: Wira Kusumah",
            "Laporan : Deden Sutisna",
            "Warga memadati aula (FOTO: Bagus Prihadi)",
            "Editor: Yuni Astari",
            "(Rahmat/red)",
        ],
        [],
    ),
    (
        "a place that the page knows is no name",
        [
            "Kegiatan berlangsung di Desa Karang Sari Kecamatan Karang Sari.",
            "Kepala Desa Karang Sari Jumadi mengatakan sawah mereka kering.",
            "Camat Karang Sari menyatakan hal serupa.",
        ],
        [("Jumadi", "quoted", "Kepala Desa Karang Sari")],
    ),
    (
        "a short form elsewhere tells where the name begins",
        ["Kepala Desa Muara Tenang Sugito menyambut tim relawan.", "“Kami terbantu,” ujar Sugito."],
        [("Sugito", "quoted", "Kepala Desa Muara Tenang")],
    ),
    (
        "roles of a whole event",
        [
            "Lokakarya dibuka oleh Bapak Rudolf Manalu (Kepala Bappeda Kota Padang Baru). Diskusi dipandu oleh Ibu Yenni Fitria dengan narasumber Dr. Alwi Hasan (Universitas Teluk Bayur) dan Bapak Jong Kim Fui.",
            "Bapak Alwi menjelaskan abrasi. Menurut beliau, hutan bakau perlu diperluas.",
            "“Terumbu karang rusak,” kata Mardiana, Ketua Kelompok Nelayan Bahari.",
        ],
        [
            ("Rudolf Manalu", "opening", "Kepala Bappeda Kota Padang Baru"),
            ("Yenni Fitria", "moderator", None),
            ("Alwi Hasan", "speaker", "Universitas Teluk Bayur"),
            ("Jong Kim Fui", "speaker", None),
            ("Mardiana", "quoted", "Ketua Kelompok Nelayan Bahari"),
        ],
    ),
    (
        "items of a list each with their own verb",
        [
            "Ada dua paparan:",
            "- Ujang Hidayat (Kepala Seksi Data, Dinas Pertanian) memaparkan sawah.",
            "- Ni Komang Sari (Manajer Lapangan) menjelaskan subak.",
        ],
        [
            ("Ujang Hidayat", "speaker", "Kepala Seksi Data Dinas Pertanian"),
            ("Ni Komang Sari", "speaker", "Manajer Lapangan"),
        ],
    ),
    (
        "a caption adds nobody's position",
        [
            "Acara dibuka oleh Ibu Salma Rauf selaku Kepala Dinas Sosial.",
            "> Salma Rauf (Ketua Panitia) memberikan plakat",
        ],
        [("Salma Rauf", "opening", "Kepala Dinas Sosial")],
    ),
    (
        "a numbered run of speakers in one paragraph",
        [
            "Narasumber terdiri dari: 1) Dr. Nining Setyo, M.Sc. (BRIN); 2) Ir. Dodo Permadi, MT (Dinas PUPR); dan 3) Ahmad Fauzan, S.Si (BMKG)."
        ],
        [
            ("Nining Setyo", "speaker", "BRIN"),
            ("Dodo Permadi", "speaker", "Dinas PUPR"),
            ("Ahmad Fauzan", "speaker", "BMKG"),
        ],
    ),
    (
        "two of one first name stay two",
        [
            "Hadir Ibu Tri Lestari (Staf A) dan Ibu Tri Hapsari (Staf Keuangan).",
            "Ibu Hapsari memaparkan anggaran.",
        ],
        [("Tri Lestari", "attendee", None), ("Tri Hapsari", "speaker", "Staf Keuangan")],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_a_page_gives_its_people(lines: list[str], expected: list[Expected]) -> None:
    found = people_of(*lines)
    assert [(name, role) for name, role, _ in found] == [(name, role) for name, role, _ in expected]
    for (_, _, position), (_, _, wanted) in zip(found, expected, strict=True):
        if wanted is not None:
            assert position == wanted


_PIECES = st.sampled_from(
    [
        "Bapak ",
        "Dr. ",
        "Budi ",
        "Santoso",
        ", ",
        "S.T.",
        " (",
        ")",
        "Kepala ",
        "Dinas X",
        " oleh ",
        "dibuka",
        "ujar ",
        "dan ",
        ". ",
        ": ",
        "I ",
        "M.",
        "dari ",
        "selaku ",
        "narasumber ",
        "“",
        "”",
        "1",
        "Desa ",
        "Ayu",
        " memaparkan ",
    ]
)


@settings(max_examples=150)
@given(
    st.lists(
        st.one_of(
            st.lists(_PIECES, min_size=1, max_size=40).map("".join),
            st.text(min_size=1, max_size=60),
        ),
        max_size=4,
    )
)
def test_reading_never_fails_and_its_evidence_names_the_person(lines: list[str]) -> None:
    page = page_of(*[" ".join(line.split()) or "x" for line in lines])
    for person in read_people(page):
        assert person.evidence
        quotes = [page.text[span.start : span.end] for span in person.evidence]
        assert all(quotes)
        assert person.name in " ".join(quotes[0].split())
        assert all(0 <= span.start < span.end <= len(page.text) for span in person.summary)


def test_what_a_person_said_is_the_summary() -> None:
    page = page_of(
        "Ibu Rahayu Ningsih (Kepala Balai Air) menjelaskan tarif. Beliau menambahkan soal subsidi. Acara ditutup pukul lima."
    )
    (person,) = read_people(page)
    said = [page.text[span.start : span.end] for span in person.summary]
    assert said == [
        "Ibu Rahayu Ningsih (Kepala Balai Air) menjelaskan tarif.",
        "Beliau menambahkan soal subsidi.",
    ]


def test_titles_and_degrees_are_kept_apart_from_the_name() -> None:
    (person,) = read_people(page_of("Paparan oleh Bapak Prof. Dr. Ir. Salim Ginting, M.Sc., Ph.D."))
    assert (person.name, person.honorific) == ("Salim Ginting", "Bapak")
    assert person.degrees == ("Prof.", "Dr.", "Ir.", "M.Sc.", "Ph.D.")


def test_every_mention_is_evidence_the_longest_first() -> None:
    page = page_of(
        "Bapak Salim membuka acara.", "Paparan oleh Salim Ginting. Pak Salim lalu pamit."
    )
    (person,) = read_people(page)
    assert [page.text[e.start : e.end] for e in person.evidence] == [
        "Salim Ginting",
        "Bapak Salim",
        "Pak Salim",
    ]
