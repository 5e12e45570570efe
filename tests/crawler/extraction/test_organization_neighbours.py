"""Names beside names: passive organizers, last organizers, units with parents, short forms."""

from __future__ import annotations

import pytest
from organization_pages import OPENING, TITLE, names_in, page_of, person_of, taking_part


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Rapat Pembentukan Tim Sungai diselenggarakan Sekretariat Kota Lestari bertempat di aula.",
            "Sekretariat Kota Lestari",
        ),
        (
            "Lokakarya Penguatan Kader Pesisir digelar Yayasan Bakti Nusa di gedung serbaguna.",
            "Yayasan Bakti Nusa",
        ),
        (
            "Sosialisasi Pembinaan Pedagang diadakan Dinas Pasar Kota Seruni pada Senin pagi.",
            "Dinas Pasar Kota Seruni",
        ),
    ],
)
def test_the_title_of_an_event_is_no_wish(sentence: str, name: str) -> None:
    assert names_in(sentence) == [name]


def test_a_body_that_is_yet_to_be_formed_took_no_part() -> None:
    assert names_in("Warga meminta penguatan dan pembentukan forum bersama Dinas Pasar.") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Yayasan Bakti Nusa bersama Dinas Pasar Kota Seruni dan Nusakarya mengadakan lokakarya.",
            ["Yayasan Bakti Nusa", "Dinas Pasar Kota Seruni", "Nusakarya"],
        ),
        (
            "Yayasan Bakti Nusa (YBN) dan Rawat Kali kembali menggelar kelas terbuka.",
            ["Yayasan Bakti Nusa", "Rawat Kali"],
        ),
        (
            "Yayasan Bakti Nusa bersama Penerbit Lembar Pagi dan Radio Muara meluncurkan buku saku.",
            ["Yayasan Bakti Nusa", "Penerbit Lembar Pagi", "Radio Muara"],
        ),
        ("Yayasan Bakti Nusa dan Kabupaten Seruni mengadakan lokakarya.", ["Yayasan Bakti Nusa"]),
    ],
)
def test_the_last_organizer_counts_without_a_head_word_too(sentence: str, names: list[str]) -> None:
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Seminar diadakan oleh Balai Rawat Muara (BRM), Badan Pesisir, di aula.",
            ["Balai Rawat Muara", "Badan Pesisir"],
        ),
        (
            "Seminar diadakan oleh Balai Rawat Muara, Badan Pesisir, di aula.",
            ["Balai Rawat Muara, Badan Pesisir"],
        ),
    ],
)
def test_a_unit_with_a_short_name_stands_apart_from_its_parent(
    sentence: str, names: list[str]
) -> None:
    assert names_in(sentence) == names


def test_a_community_may_be_named_after_a_road() -> None:
    names = names_in("Rapat dihadiri Dinas Pasar, Komunitas Jalan Teduh Seruni, serta warga.")
    assert names == ["Dinas Pasar", "Komunitas Jalan Teduh Seruni"]


@pytest.mark.parametrize("place", ["Muara Hijau", "Bukit Kelabu"])
def test_a_forum_with_a_chair_is_a_body(place: str) -> None:
    position = f"Ketua Forum Pesisir {place}"
    page = page_of(TITLE, OPENING, f"Tamu didampingi Bapak Hasan Basri ({position}).")
    person = person_of(page, "Hasan Basri", position, None)
    assert [o.name for o in taking_part(page, person)] == [f"Forum Pesisir {place}"]


def test_the_short_form_of_a_territory_is_the_territory() -> None:
    page = page_of(
        "Pemkab Seruntim Gelar Sosialisasi",
        "Pemerintah Kabupaten Seruni Timur (Seruntim) menggelar sosialisasi pada 3 Februari 2020.",
    )
    assert [o.name for o in taking_part(page)] == ["Pemerintah Kabupaten Seruni Timur"]


@pytest.mark.parametrize("total", ["Seluruhnya 31 warga datang.", "Totalnya 40 orang datang."])
def test_a_sum_behind_a_list_is_no_body(total: str) -> None:
    names = names_in(f"Rapat dihadiri Dinas Pasar dan Ikatan Juru Ukur/IJU. {total}")
    assert names == ["Dinas Pasar", "Ikatan Juru Ukur"]


def test_a_volunteer_of_a_neighbourhood_is_no_body() -> None:
    assert names_in("Turut hadir para relawan, antara lain Kader Dasawisma RT 3.") == []


def test_a_desk_of_an_area_is_no_body() -> None:
    page = page_of(TITLE, OPENING, "Acara dibuka Kasubdit Penataan Rumah Tapak Wilayah III.")
    person = person_of(page, "Kasubdit", "Kasubdit Penataan", "Rumah Tapak Wilayah III")
    assert taking_part(page, person) == []


def test_a_planning_board_is_known_in_every_spelling() -> None:
    names = names_in("Rapat dihadiri Barenlitbangda Kota Seruni dan Dinas Pasar.")
    assert names == ["Barenlitbangda Kota Seruni", "Dinas Pasar"]


def test_a_centre_named_in_one_with_its_school_is_the_body_of_its_head() -> None:
    page = page_of(
        TITLE,
        OPENING,
        "Webinar diadakan Program Studi Geografi Universitas Cendana.",
        "Narasumber yaitu Rini Ayu selaku Ketua Pusat Studi Muara Universitas Cendana.",
    )
    person = person_of(page, "Rini Ayu", "Ketua Pusat Studi Muara", "Universitas Cendana")
    assert [o.name for o in taking_part(page, person)] == [
        "Program Studi Geografi Universitas Cendana",
        "Pusat Studi Muara Universitas Cendana",
    ]


def test_the_school_behind_a_comma_is_the_home_of_the_head_of_its_part() -> None:
    names = names_in("Narasumber yaitu Rini Ayu (Kepala Laboratorium Ombak, Universitas Cendana).")
    assert names == ["Universitas Cendana"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Tim Desa Tangguh Bencana (Destana) Desa Melati kembali berlatih di lapangan.",
            "Tim Desa Tangguh Bencana Desa Melati",
        ),
        ("Tim Siaga Bencana Kampung Melati mengadakan rapat.", "Tim Siaga Bencana Kampung Melati"),
    ],
)
def test_the_disaster_team_of_a_village_is_a_body(sentence: str, name: str) -> None:
    assert names_in(sentence) == [name]


def test_a_department_that_took_part_stands_for_its_school() -> None:
    page = page_of(
        TITLE,
        OPENING,
        "Jurusan Geografi Universitas Samudra Timur menggelar seminar sungai.",
        "Seminar dibuka oleh Dekan Fakultas Ilmu Bumi Universitas Samudra Timur, Sri Handayani.",
    )
    speaker = person_of(
        page, "Sri Handayani", "Dekan", "Fakultas Ilmu Bumi Universitas Samudra Timur"
    )
    assert [o.name for o in taking_part(page, speaker)] == [
        "Jurusan Geografi Universitas Samudra Timur"
    ]


def test_a_desk_of_a_body_abroad_is_of_that_body() -> None:
    page = page_of(TITLE, OPENING, "Pembicara: Anong Nilsson (Director, Planning Department KMA).")
    speaker = person_of(page, "Anong Nilsson", "Director", "Planning Department KMA")
    assert [o.name for o in taking_part(page, speaker)] == ["KMA"]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Direktorat Pantai Kementerian Urusan Pesisir", "Direktorat Pantai"),
        ("Departemen Kehutanan Universitas Cendana", "Departemen Kehutanan"),
        ("Fakultas Pertanian Institut Karya Bahari", "Fakultas Pertanian"),
    ],
)
def test_a_part_named_later_without_its_parent_is_the_same_body(whole: str, short: str) -> None:
    page = page_of(
        TITLE, f"{whole} menggelar lokakarya pada 3 Februari 2020.", f"{short} memandu praktik."
    )
    assert [o.name for o in taking_part(page)] == [whole]


@pytest.mark.parametrize("number", ["I", "IV", "B"])
def test_a_numbered_commission_is_a_body_only_where_a_council_is_told_of(number: str) -> None:
    split = f"Komisi {number} merekomendasikan pembukaan posko."
    assert names_in(f"Peserta dibagi ke dalam empat komisi. {split}") == []
    assert names_in(f"Tamu anggota dewan melihat rumah pompa. {split}") == [f"Komisi {number}"]


def test_the_initials_of_a_kind_may_stand_before_a_bodys_own_name() -> None:
    names = names_in(
        "Rapat dihadiri Kelompok Wanita Tani (KWT) Sekar Pagi dan Lembaga Swadaya Masyarakat (LSM) Rawat Kali."
    )
    assert names == [
        "Kelompok Wanita Tani Sekar Pagi",
        "Lembaga Swadaya Masyarakat Rawat Kali",
    ]


@pytest.mark.parametrize("name", ["ORARI Lokal Seruni", "RAPI Lokal Wanasari"])
def test_a_local_branch_is_part_of_a_bodys_name(name: str) -> None:
    assert names_in(f"Rapat dihadiri {name} dan Dinas Pasar.") == [name, "Dinas Pasar"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tuan rumah tiap kelompok, yakni Lastri Ningrum serta Bayu Permana, merangkum obrolan.",
        "Tuan rumah meja, Lastri Ningrum, mencatat usulan.",
        "Jumlah RT yang melaksanakan simulasi bertambah.",
        "Persentase RW yang mengadakan kerja bakti dihitung tiap tahun.",
        "Learning Partner mengadakan survei kecil.",
    ],
)
def test_hosts_of_tables_measures_and_callings_are_no_bodies(sentence: str) -> None:
    assert names_in(sentence) == []
