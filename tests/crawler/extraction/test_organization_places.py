"""Bodies with places of two words, branches and acronyms behind their head: one body each."""

from __future__ import annotations

import pytest
from organization_pages import OPENING, TITLE, names_in, page_of, taking_part


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Kegiatan digelar Pemerintah Kota Batu Kelir bersama Pemerintah Kabupaten Teluk Menari.",
            ["Pemerintah Kota Batu Kelir", "Pemerintah Kabupaten Teluk Menari"],
        ),
        ("BPBD Sungai Lontar menggelar lokakarya itu.", ["BPBD Sungai Lontar"]),
        (
            "Bappeda Kabupaten Tanjung Lontar menyelenggarakan lokakarya itu.",
            ["Bappeda Kabupaten Tanjung Lontar"],
        ),
        (
            "Hadir Dinas Kependudukan dan Catatan Sipil Kabupaten Muara Lontar.",
            ["Dinas Kependudukan dan Catatan Sipil Kabupaten Muara Lontar"],
        ),
    ],
)
def test_a_place_of_two_words_is_whole(sentence: str, names: list[str]) -> None:
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        (
            "Hadir Dinas Pekerjaan Umum dan Penataan Ruang.",
            "Diskusi dibuka Kepala Dinas PUPR.",
            "Dinas Pekerjaan Umum dan Penataan Ruang",
        ),
        (
            "Dinas Pekerjaan Umum dan Penataan Ruang (PUPR) Kabupaten Seruni menggelar diskusi.",
            "Hadir Dinas PUPR Seruni.",
            "Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Seruni",
        ),
        (
            "Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Sungai Lontar menggelar diskusi.",
            "Hadir BPBD Sungai Lontar.",
            "Badan Penanggulangan Bencana Daerah Kabupaten Sungai Lontar",
        ),
    ],
)
def test_an_acronym_behind_a_head_is_the_body_that_it_abbreviates(
    first: str, second: str, name: str
) -> None:
    page = page_of(TITLE, OPENING, first, second)
    assert [o.name for o in taking_part(page)] == [name]


@pytest.mark.parametrize(
    "lead",
    [
        "Lokakarya dihadiri oleh 75 peserta yang terdiri dari:",
        "Kegiatan diikuti 40 orang, yaitu:",
        "Diskusi dihadiri perwakilan berbagai lembaga, antara lain:",
    ],
)
def test_the_points_below_a_count_of_those_who_came_took_part(lead: str) -> None:
    page = page_of(
        TITLE,
        OPENING,
        lead,
        ". unsur pemerintah: Bappeda dan Dinas Sosial;",
        ". unsur masyarakat: Forum Kampung Kali, Yayasan Anak Sungai, dan Radio Suara Tepi.",
    )
    assert [o.name for o in taking_part(page)] == [
        "Bappeda",
        "Dinas Sosial",
        "Forum Kampung Kali",
        "Yayasan Anak Sungai",
        "Radio Suara Tepi",
    ]


@pytest.mark.parametrize(
    "house",
    ["Balai Kota Seruni", "Balai Desa Randu", "Balai Pertemuan Kenanga", "Balai Warga Melati"],
)
def test_a_house_that_begins_as_a_body_does_is_none(house: str) -> None:
    assert names_in(f"Warga berkumpul di Pendopo {house} pada sore hari.") == []


def test_an_office_that_begins_as_a_house_does_is_a_body() -> None:
    name = "Balai Pelestarian Kebudayaan Seruni"
    assert names_in(f"Kegiatan digelar {name}.") == [name]


@pytest.mark.parametrize(
    ("bracket", "name"),
    [
        ("Redaktur Majalah Suara Kenanga", "Majalah Suara Kenanga"),
        ("Pendiri Yayasan Randu Hijau", "Yayasan Randu Hijau"),
        ("Bendahara Koperasi Lontar Jaya", "Koperasi Lontar Jaya"),
    ],
)
def test_an_office_before_a_body_in_brackets_is_no_part_of_its_name(
    bracket: str, name: str
) -> None:
    page = page_of(TITLE, OPENING, f"Hadir Bapak Togar Siregar ({bracket}) sebagai pembicara.")
    assert [o.name for o in taking_part(page)] == [name]
