"""Who took part: roles, homes, long and short forms, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from organization_pages import OPENING, TITLE, names_in, page_of, person_of, taking_part

from crawler.extraction.organizations.reader import read_organizations


def test_a_heading_gives_its_members_their_sector() -> None:
    page = page_of(TITLE, "Hadir pula BUMN (Lintas Jaya), Swasta (Rumah Peta), dan Akademisi (UI).")
    sectors = {o.name: o.sector for o in taking_part(page)}
    assert sectors == {"Lintas Jaya": "government", "Rumah Peta": "private", "UI": "academia"}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Dinas Bina Tepi menggelar lokakarya ini.", "organizer"),
        ("Lokakarya diselenggarakan oleh Dinas Bina Tepi.", "organizer"),
        ("Acara ini didukung oleh Dinas Bina Tepi.", "partner"),
        ("Tuan rumah acara ini adalah Dinas Bina Tepi.", "host"),
        ("Acara ini dihadiri oleh Dinas Bina Tepi.", "attendee"),
        ("Menurut Dinas Bina Tepi, air naik.", "mentioned"),
    ],
)
def test_the_words_around_a_name_give_its_role(sentence: str, role: str) -> None:
    [organization] = read_organizations(page_of(TITLE, OPENING, sentence), (), "workshop")
    assert organization.role == role


def test_points_below_a_cue_are_its_list() -> None:
    page = page_of(TITLE, "Lokakarya dihadiri oleh:", ". Dinas Bina Tepi;", ". PT Rupa Kota.")
    assert [o.name for o in taking_part(page)] == ["Dinas Bina Tepi", "PT Rupa Kota"]


def test_points_of_a_conclusion_name_partners_to_come() -> None:
    page = page_of(TITLE, OPENING, "Simpulannya:", ". Patroli bersama Dinas Bina Tepi;")
    assert taking_part(page) == []


def test_the_home_of_a_person_takes_part() -> None:
    page = page_of(TITLE, OPENING, "Sari Lestari datang pagi (Manajer Delta Water Institute).")
    home = person_of(page, "Sari Lestari", "Manajer", "Delta Water Institute")
    assert [o.name for o in taking_part(page, home)] == ["Delta Water Institute"]


def test_the_home_stands_at_the_end_of_a_position() -> None:
    page = page_of(TITLE, OPENING, "Sari Lestari (Managing Director 50 Green Rivers) berpidato.")
    home = person_of(page, "Sari Lestari", "Managing Director 50 Green Rivers", None)
    assert [o.name for o in taking_part(page, home)] == ["50 Green Rivers"]


def test_a_village_is_no_home() -> None:
    page = page_of(TITLE, OPENING, "Sari Lestari, Kepala Desa Kenanga, bercerita.")
    assert taking_part(page, person_of(page, "Sari Lestari", "Kepala", "Desa Kenanga")) == []


def test_a_chain_of_bodies_is_one_home() -> None:
    sentence = "Paparan oleh Sari dari Direktorat Air Bersih, Ditjen Sumber Daya, Kementerian Air."
    [home] = names_in(sentence)
    assert home == "Direktorat Air Bersih, Ditjen Sumber Daya, Kementerian Air"


def test_long_and_short_forms_are_one_organization() -> None:
    sentence = (
        "Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Wanasari menggelar rapat. "
        "BPBD menjelaskan bahwa BPBD Kabupaten Wanasari siap."
    )
    [body] = taking_part(page_of(TITLE, OPENING, sentence))
    assert body.name == "Badan Penanggulangan Bencana Daerah Kabupaten Wanasari"
    assert body.acronym == "BPBD"
    assert len(body.evidence) == 3


def test_bodies_of_different_places_stay_apart() -> None:
    names = names_in("Rapat dihadiri BPBD Kota Bandung, BPBD Kabupaten Bandung, dan BPBD Garut.")
    assert names == ["BPBD Kota Bandung", "BPBD Kabupaten Bandung", "BPBD Garut"]


def test_an_announcement_has_its_organizer_alone() -> None:
    page = page_of(
        "Pengumuman: Pendaftaran Peserta Lokakarya Tepi Air",
        "Yayasan Rupa Kota mengundang warga untuk mendaftar sebagai peserta lokakarya yang akan "
        "diselenggarakan pada 3 Maret 2020. Data banjir diperoleh dari Dinas Bina Tepi.",
    )
    assert [o.name for o in taking_part(page)] == ["Yayasan Rupa Kota"]


def test_an_opinion_has_none() -> None:
    page = page_of("Membaca Sungai", "Oleh: Sari Lestari", "Menurut saya PDAM perlu berbenah.")
    assert taking_part(page) == []


LETTERS = st.sampled_from(
    [
        "dihadiri oleh",
        "Dinas ",
        "Kementerian ",
        "PT. ",
        "Universitas ",
        "University ",
        "of ",
        "dan ",
        ", ",
        "; ",
        "(",
        ")",
        "[",
        "]",
        "/",
        "Kota ",
        "BPBD ",
        "Bappeda ",
        "Air ",
        "UI ",
        "bersama ",
        "Kepala ",
        "“",
        "”",
        "\n",
        ": ",
        "100 ",
        "yang ",
        "dari ",
        "Yayasan ",
        "A.",
        "ß",
        "٣",
        "İ",
    ]
)


@settings(max_examples=150)
@given(st.lists(LETTERS, max_size=60).map("".join))
def test_any_text_is_read_and_every_name_is_proven(text: str) -> None:
    lines = [line for line in text.split("\n") if line]
    page = page_of(TITLE, OPENING, *lines)
    for organization in read_organizations(page, (), "workshop"):
        assert organization.evidence
        quotes = [page.text[span.start : span.end] for span in organization.evidence]
        words = {word for word in organization.name.split() if len(word) > 1}
        assert words & set(quotes[0].replace("(", " ").replace(")", " ").replace("/", " ").split())


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    page = page_of(TITLE, *[line for line in text.split("\n") if line])
    assert isinstance(read_organizations(page, (), "workshop"), tuple)
