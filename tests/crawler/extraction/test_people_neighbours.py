"""What stands beside a name and is none: buildings, senders, acronyms; and names of other shapes."""

from __future__ import annotations

import pytest

from archive.records import Article, Person
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people


def people_of(*lines: str) -> tuple[Person, ...]:
    text, blocks = "Judul", [Block("title", 0, 5)]
    for line in lines:
        start = len(text) + 1
        text = f"{text}\n{line}"
        blocks.append(Block("paragraph", start, len(text)))
    article = Article("http://x/", None, "Judul", None, None, None, None, (), "none", text)
    return read_people(Page(article, tuple(blocks)))


def held(person: Person) -> tuple[str, str]:
    return person.name, " ".join(filter(None, (person.position, person.organization)))


SEVERAL = [
    (
        "Seminar menghadirkan Kepala Dinas Kelautan Rahmi Wulandari, Bagus Santoso dari Universitas Merapi, dan Tono Hartono.",
        [
            ("Rahmi Wulandari", "Kepala Dinas Kelautan"),
            ("Bagus Santoso", "Universitas Merapi"),
            ("Tono Hartono", ""),
        ],
    ),
    (
        "Panel menghadirkan Kepala Bappeda Kota Seruni Yusniar Halim, Larasati Kusuma dari Yayasan Rawa, serta Ingrid Berg dari Delta Forum.",
        [
            ("Yusniar Halim", "Kepala Bappeda Kota Seruni"),
            ("Larasati Kusuma", "Yayasan Rawa"),
            ("Ingrid Berg", "Delta Forum"),
        ],
    ),
    (
        "Acara dibuka Camat Bukit Raya, Budi Santoso dari Kecamatan Induk.",
        [("Budi Santoso", "Camat Bukit Raya Kecamatan Induk")],
    ),
    (
        "Tanggapan disampaikan oleh dua penanggap: Joko Susilo dari Asosiasi Toko Modern dan Suminah, pengurus Bank Sampah Kenanga.",
        [
            ("Joko Susilo", "Asosiasi Toko Modern"),
            ("Suminah", "pengurus Bank Sampah Kenanga"),
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "people"), SEVERAL)
def test_everyone_of_a_list_keeps_the_own_office(
    sentence: str, people: list[tuple[str, str]]
) -> None:
    assert [held(person) for person in people_of(sentence)] == people


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Materi dibawakan Kompol Hari Sasmita dari Polres Seruni.", "Hari Sasmita"),
        ("Peserta disambut Lurah Tanjung Melati Sri Hartati.", "Sri Hartati"),
        ("Rapat dipimpin Kepala Bappeda, Drs. H. Makmur Daulat, M.Si.", "Makmur Daulat"),
        ("Diskusi dipandu Ir. Unggul Prasojo dari Dinas Bina Kota.", "Unggul Prasojo"),
        ("FGD dibuka Sekda Lembah Jaya, Drs Abdul Kadir Lahay MSi.", "Abdul Kadir Lahay"),
        ("Materi dibawakan Nurlaila Hasan SPd MPd dari Dinas Pendidikan.", "Nurlaila Hasan"),
        (
            "Ketua Forum Sungai, Ujang “Jabrig” Sutisna, mengingatkan agar warga dilibatkan.",
            "Ujang “Jabrig” Sutisna",
        ),
        ('Diskusi dipandu Maria "Merry" Tanaya dari Radio Kota.', 'Maria "Merry" Tanaya'),
        (
            "Perwakilan Dinas Kesehatan, Neng Hasna Sukmawati, menyampaikan bahwa alat uji rusak.",
            "Neng Hasna Sukmawati",
        ),
    ],
)
def test_names_of_unusual_shapes_are_whole(sentence: str, name: str) -> None:
    assert [person.name for person in people_of(sentence)] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Seminar digelar di Auditorium Prof. Sumitro pada hari Kamis dan membahas air.",
        "Pelatihan bertempat di Gedung H. Agus Salim, lalu peserta meninjau RSUD Dr. Sutomo.",
        "Meja Tambak menyimpulkan bahwa benur perlu diperiksa.",
        "KAK Penataan Gardu disampaikan kepada peserta.",
        "Ibu Guru menjelaskan cara menanam kepada murid.",
    ],
)
def test_buildings_tables_and_acronyms_are_nobody(sentence: str) -> None:
    assert people_of(sentence) == ()


def test_what_stands_behind_dari_sent_the_person_behind_the_comma() -> None:
    (speaker,) = people_of("Narasumber dari Laskar Hijau, Marlena, mempraktikkan sekat bakar.")
    assert (speaker.name, speaker.role, speaker.organization) == (
        "Marlena",
        "speaker",
        "Laskar Hijau",
    )


def test_who_holds_an_office_is_not_of_the_office_that_is_represented() -> None:
    (opener,) = people_of("Acara dibuka Sekretaris Daerah, Drs. Hasan Lahay mewakili Bupati.")
    assert (opener.position, opener.organization) == ("Sekretaris Daerah", None)


def test_a_bracket_that_describes_a_file_is_no_organization() -> None:
    (speaker,) = people_of("Materi dipaparkan Grace Lowell (PDF, 3.2 MB).")
    assert speaker.organization is None


def test_who_does_something_before_a_tagged_quotation_is_quoted() -> None:
    (woman,) = people_of(
        "Mama Yosina Fallo duduk paling depan.",
        "Mama Yosina tertawa sambil mengikat karung. “Panen kami habis,” kenangnya.",
    )
    assert (woman.name, woman.role) == ("Yosina Fallo", "quoted")


def test_those_who_are_asked_to_tell_something_are_speakers() -> None:
    people = people_of(
        "Dua orang diundang untuk bercerita. Yang pertama Dr. Seno Aji dari Stasiun Iklim, yang menerangkan bahwa angin berputar. "
        "Yang kedua Ibu Ratih Ambar, Koordinator Forum Ibu.",
        "Warga Dusun Atas, Bapak Karto, tersenyum. “Sumur saya kering,” keluhnya.",
    )
    assert [(person.name, person.role) for person in people] == [
        ("Seno Aji", "speaker"),
        ("Ratih Ambar", "speaker"),
        ("Karto", "quoted"),
    ]


def test_two_offices_of_one_person_are_one_position() -> None:
    (guest,) = people_of("Pembicaranya Yayuk Lestari, petani garam sekaligus ketua koperasi.")
    assert guest.position == "petani garam sekaligus ketua koperasi"
