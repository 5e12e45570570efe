"""In how many ways reports state what someone did in an event; all sentences and names invented.

The ways of each part stand in stated_parts.toml: active and passive, office before or behind the
name, after a colon, in brackets, with English words, of visits and hearings.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people

_STATED = tomllib.loads((Path(__file__).parent / "stated_parts.toml").read_text(encoding="utf-8"))
_WAYS = [
    (role, part["name"], sentence)
    for role, part in _STATED.items()
    for sentence in part["sentences"]
]


def people_of(*lines: str) -> dict[str, tuple[str, str]]:
    """The people of a page with these paragraphs: name to role, and position with organization."""
    text, blocks = "Judul", [Block("title", 0, 5)]
    for line in lines:
        start = len(text) + 1
        text = f"{text}\n{line}"
        blocks.append(Block("paragraph", start, len(text)))
    page = Page(
        Article("http://x/", None, "Judul", None, None, None, None, (), "none", text), tuple(blocks)
    )
    return {
        p.name: (p.role, " ".join(filter(None, (p.position, p.organization))))
        for p in read_people(page)
    }


@pytest.mark.parametrize(("role", "name", "sentence"), _WAYS)
def test_a_report_states_the_part_in_many_ways(role: str, name: str, sentence: str) -> None:
    assert people_of(*sentence.split("|"))[name][0] == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Diskusi diikuti 40 peserta dan dipandu Ibu Rukmini Saleha.", "moderator"),
        ("Hasil kelompok dibacakan. Sesi tanya jawab dipandu Ibu Rukmini Saleha.", "moderator"),
        ("Diskusi kelompok terarah itu dipandu Ibu Rukmini Saleha.", "moderator"),
        ("Sesi kedua berupa simulasi gempa dipandu Ibu Rukmini Saleha.", "facilitator"),
        ("Para kader dipandu Ibu Rukmini Saleha menyusun jadwal piket.", "facilitator"),
        ("Kelompok Pesisir, dipandu Ibu Rukmini Saleha, mencatat tiga usul.", "facilitator"),
    ],
)
def test_what_is_guided_tells_a_facilitator_from_a_moderator(sentence: str, role: str) -> None:
    assert people_of(sentence)["Rukmini Saleha"][0] == role


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Bupati menyerahkan kunci rumah kepada Ibu Rukmini Saleha.", "Rukmini Saleha"),
        ("Plakat diserahkan oleh panitia kepada Bapak Sarjono Umbu.", "Sarjono Umbu"),
        ("Penyerahan bibit kepada Ketua Kelompok Tani, Sarjono Umbu.", "Sarjono Umbu"),
    ],
)
def test_who_receives_something_is_there(sentence: str, name: str) -> None:
    assert people_of(sentence)[name][0] == "attendee"


def test_the_next_sentence_tells_who_spoke_by_a_pronoun() -> None:
    assert people_of(
        "Kami kedatangan dua tamu. Pertama Pak Sarjono Umbu, pensiunan mantri. "
        "Beliau lalu bercerita tentang wabah tahun 1970."
    ) == {"Sarjono Umbu": ("speaker", "pensiunan mantri")}


def test_a_verb_inside_what_someone_admits_is_no_part() -> None:
    people = people_of(
        "Sdri. Rukmini Saleha, peserta dari Kelurahan Tambakrejo, mengaku jarang berbicara "
        "dengan tetangga. “Sekarang tidak,” katanya."
    )
    assert people["Rukmini Saleha"][0] == "quoted"


@pytest.mark.parametrize(
    ("sentence", "name", "position"),
    [
        (
            "Hadir Ms. Clara Vandermeer, Second Secretary Kedutaan Besar Belanda.",
            "Clara Vandermeer",
            "Second Secretary Kedutaan Besar Belanda",
        ),
        (
            "Diskusi dipandu oleh Rukmini Saleha, Water and Energy Specialist Delta Partners.",
            "Rukmini Saleha",
            "Water and Energy Specialist Delta Partners",
        ),
        (
            "Naskah ditandatangani Direktur Yayasan Hutan Kami, Sarjono Umbu.",
            "Sarjono Umbu",
            "Direktur Yayasan Hutan Kami",
        ),
        (
            (
                "Sesi diisi dua wakil dusun, yaitu Sarjono Umbu (Ketua Tim Siaga Dusun Wringin) "
                "dan Rukmini Saleha (Kepala Dusun Tegal)."
            ),
            "Sarjono Umbu",
            "Ketua Tim Siaga Dusun Wringin",
        ),
        (
            "Turut hadir Ibu Rukmini Saleha (Tenaga Pendamping) dari PT. Graha Tirta.",
            "Rukmini Saleha",
            "Tenaga Pendamping PT. Graha Tirta",
        ),
    ],
)
def test_the_position_beside_the_name(sentence: str, name: str, position: str) -> None:
    assert people_of(sentence)[name][1] == position


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Acara dibuka oleh Dr. Lalu Masbagik.", "Lalu Masbagik"),
        ("Kepala Bappeda, Dr. Neng Komalasari, M.Si., memaparkan rencana.", "Neng Komalasari"),
        ("Materi disampaikan oleh Ibu Ar. Rukmini Saleha, IAI.", "Rukmini Saleha"),
        ("Turut hadir Ketua PKK, Ny. Rukmini Saleha.", "Rukmini Saleha"),
    ],
)
def test_a_name_behind_titles_is_whole(sentence: str, name: str) -> None:
    assert list(people_of(sentence)) == [name]
