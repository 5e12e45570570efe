"""Who opens, chairs, moderates or only asks: wordings of parts, all sentences invented."""

from __future__ import annotations

import pytest

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people


def people_of(*lines: str) -> list[tuple[str, str]]:
    """Names with roles of a page; a line that begins with `- ` is a list item."""
    text, blocks = "Judul", [Block("title", 0, 5)]
    for line in lines:
        start = len(text) + 1
        text = f"{text}\n{line.removeprefix('- ')}"
        item = line.startswith("- ")
        blocks.append(Block("item" if item else "paragraph", start, len(text), container=int(item)))
    article = Article("http://x/", None, "Judul", None, None, None, None, (), "none", text)
    return [(p.name, p.role) for p in read_people(Page(article, tuple(blocks)))]


WORDINGS = [
    ("Pembawa acara pada malam itu ialah Sdri. Monika Larasati.", [("Monika Larasati", "moderator")]),
    ("Bertindak sebagai pemandu acara adalah Sdr. Tio Sagala.", [("Tio Sagala", "moderator")]),
    ("Tugas moderator dijabat Bapak Yunus Harefa.", [("Yunus Harefa", "moderator")]),
    ("Moderator sesi dipercayakan kepada Lina Ginting, Ph.D.", [("Lina Ginting", "moderator")]),
    ("Moderator ketiga paparan adalah Bapak Ruslan Effendi.", [("Ruslan Effendi", "moderator")]),
    ("Kursi moderator ditempati oleh Nurul Hidayah.", [("Nurul Hidayah", "moderator")]),
    ("Diskusi dipandu oleh presenter radio Galih Pranata.", [("Galih Pranata", "moderator")]),
    ("Ibu Kartini Sari dari Yayasan Teduh selaku fasilitator merangkum.", [("Kartini Sari", "facilitator")]),
    ("Fasilitator Siaga, Meta Lestari, memandu warga membuat peta.", [("Meta Lestari", "facilitator")]),
    ("Pelatih yang memandu praktik ialah Rudi Hartanto serta Wulan Sari.", [("Rudi Hartanto", "facilitator"), ("Wulan Sari", "facilitator")]),
    ("“Jangan lengah,” kata Bupati Ngada Hj. Fatimah Zahra saat memimpin rakor.", [("Fatimah Zahra", "chair")]),
    ("Delegasi Kabupaten Sikka dipimpin langsung oleh Asisten II, Bapak Yohanes Lado.", [("Yohanes Lado", "attendee")]),
    ("Acara ditutup oleh Kepala Bappeda yang diwakili Sekretaris Bappeda, Rina Marlina.", [("Rina Marlina", "other")]),
    ("Dalam tanya jawab, Bapak Sukirno dari Kelompok Tani Subur bertanya soal pupuk.", [("Sukirno", "attendee")]),
    ("Ibu Siti Aminah menanyakan: “Kapan air mengalir?”", [("Siti Aminah", "quoted")]),
    ("Bapak Anton Sujarwo, sopir truk, meminta jalur khusus.", [("Anton Sujarwo", "quoted")]),
    ("Mula-mula Ibu Ani Marbun menerangkan data. “Cukup,” kata Rektor Budi Santoso.", [("Ani Marbun", "speaker"), ("Budi Santoso", "quoted")]),
    ("Berikutnya mbak Ani Marbun dari Yayasan Teduh bercerita tentang kebun.", [("Ani Marbun", "speaker")]),
    ("Panelis berjumlah dua orang, yaitu Direktur PT Karya Rimba, Toni Harjo; dan Dosen ITB, Dr. Laksmi Ayu.", [("Toni Harjo", "panelist"), ("Laksmi Ayu", "panelist")]),
    ("Pada sesi panel itu ia duduk bersama Kepala Bappeda Kota Medan, Ratna Siregar.", [("Ratna Siregar", "panelist")]),
    ("Kepala Pelaksana BPBD Barito Selatan Rusdi Anwar melaporkan titik panas.", [("Rusdi Anwar", "quoted")]),
    ("Sementara Kepala Stasiun Meteorologi Bukit Rata Rudi Hartanto memprakirakan hujan.", [("Rudi Hartanto", "quoted")]),
    ("Pertemuan dibuka oleh Bapak Imam Pranoto Jati.", [("Imam Pranoto Jati", "opening")]),
    ("“Perahu kami besar,” ujar Yosef Kapten, nelayan.", [("Yosef Kapten", "quoted")]),
    ("Penandatanganan dilakukan oleh Wali Kota Bitung, Hengky Lumentut.", [("Hengky Lumentut", "other")]),
    ("Diskusi dicatat oleh Sdr. Eko Wahyudi.", [("Eko Wahyudi", "attendee")]),
    ("Laporan panitia disampaikan Ketua Panitia, Slamet Riyadi, S.T.", [("Slamet Riyadi", "opening")]),
    ("Hadir Laksamana Muda TNI Rahmat Hidayat.", [("Rahmat Hidayat", "attendee")]),
    ("Hadir Letnan Satu Inf Dodi Kurnia.", [("Dodi Kurnia", "attendee")]),
    ("Hadir Marsekal Pertama (Purn.) Cahyo Wibisana.", [("Cahyo Wibisana", "attendee")]),
    ("Diskusi menghadirkan pengamat tata kota Joko Susilo.", [("Joko Susilo", "speaker")]),
    ("Hadir Letnan Kolonel (Purn.) Bambang Sutrisno.", [("Bambang Sutrisno", "attendee")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), WORDINGS, ids=lambda v: str(v)[:48])
def test_a_wording_gives_the_part(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert people_of(sentence) == expected


def test_a_connective_is_no_first_name() -> None:
    people = people_of(
        "Narasumbernya Bapak Rahman Effendi dan Ibu Wati Lestari.",
        "Sedangkan Rahman menilai air cukup. Sebaliknya Wati menyebut air kurang.",
    )

    assert people == [("Rahman Effendi", "speaker"), ("Wati Lestari", "speaker")]


def test_a_counted_lead_makes_its_items_speakers() -> None:
    people = people_of(
        "Dua narasumber berbagi cerita:",
        "- Tio Sagala (Ketua Komunitas Sepeda)",
        "- Ani Marbun (pendiri Rumah Baca)",
    )

    assert people == [("Tio Sagala", "speaker"), ("Ani Marbun", "speaker")]


def test_a_lead_ends_with_its_list() -> None:
    people = people_of(
        "Panelis yang hadir adalah:",
        "- Bapak Tio Sagala (Direktur PT Rimba)",
        "Bapak Sukirno bertanya soal pupuk.",
    )

    assert people == [("Tio Sagala", "panelist"), ("Sukirno", "attendee")]


def test_who_stands_in_for_a_listed_speaker_is_a_speaker() -> None:
    people = people_of(
        "Duduk sebagai pembicara:",
        "- Bapak Tio Sagala, yang diwakili oleh Bapak Rudi Hartanto (Kepala Seksi Jalan)",
    )

    assert people == [("Rudi Hartanto", "speaker")]
