"""Where an organization's name begins and ends."""

from __future__ import annotations

import pytest

from crawler.extraction.organizations.brackets import abbreviates
from crawler.extraction.organizations.names import OrganizationMention, find_names


def found(text: str) -> list[OrganizationMention]:
    return find_names(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("oleh Dinas Cipta Sungai, Tata Kota dan Perairan Provinsi Banten pada", ["Dinas Cipta Sungai, Tata Kota dan Perairan Provinsi Banten"]),
        ("Dinas Komunikasi, Informatika, dan Statistik hadir", ["Dinas Komunikasi, Informatika, dan Statistik"]),
        ("Dinas Sosial, Dinas Kesehatan dan Biro Umum Provinsi Banten", ["Dinas Sosial", "Dinas Kesehatan", "Biro Umum Provinsi Banten"]),
        ("Badan Meteorologi, Klimatologi dan Geofisika, Badan Geologi", ["Badan Meteorologi, Klimatologi dan Geofisika", "Badan Geologi"]),
        ("Kementerian Dalam Negeri dan Kementerian Luar Negeri RI", ["Kementerian Dalam Negeri", "Kementerian Luar Negeri RI"]),
        ("Kementerian Kesehatan, Rumah Peta, dan Kota Biru", ["Kementerian Kesehatan"]),
        ("Badan Pendidikan dan Pelatihan Provinsi Jawa Timur", ["Badan Pendidikan dan Pelatihan Provinsi Jawa Timur"]),
        ("Biro ABC dan DEF dengan", ["Biro ABC dan DEF"]),
        ("Kedeputian Gubernur Banten bidang Air dan Udara yang", ["Kedeputian Gubernur Banten bidang Air dan Udara"]),
        ("Universitas Cendana dan Rumah Peta", ["Universitas Cendana"]),
        ("Universitas 11 Maret Wanasari", ["Universitas 11 Maret Wanasari"]),
        ("PT. Rupa & Kota, CV Air Jaya, PD. Pasar Raya", ["PT. Rupa", "CV Air Jaya", "PD. Pasar Raya"]),
        ("pemerintah Kota Bogor dan pemerintah provinsi", ["pemerintah Kota Bogor"]),
        ("Pemerintah Pusat, Pemerintah Daerah, dan Dinas Terkait", []),
        ("Pemprov DKI Luncurkan Aplikasi", ["Pemprov DKI"]),
        ("BPBD Wanasari Gelar Pelatihan", ["BPBD"]),
        ("BPBD Kab.Garut dan Bappeda Prov. Sulsel", ["BPBD Kab.Garut", "Bappeda Prov. Sulsel"]),
        ("Bapperida Kota Bogor", ["Bapperida Kota Bogor"]),
        ("denganKedubes Norwegia", ["Kedubes Norwegia"]),
        ("Balai Sungai Wilayah Sulawesi selatan di Hotel Melati", ["Balai Sungai Wilayah Sulawesi selatan"]),
        ("Yayasan Maju Bersama mengadakan", ["Yayasan Maju Bersama"]),
        ("Yayasan Maju Bersama Pemkot Bogor", ["Yayasan Maju", "Pemkot Bogor"]),
        ("Mahasiswa Delta University and Research Belanda", ["Delta University and Research Belanda"]),
        ("Center for River Risk and Opportunity Studies serta", ["Center for River Risk and Opportunity Studies"]),
        ("The Delta Foundation, River Survey, dan Green Council Indonesia", ["Delta Foundation", "River Survey", "Green Council Indonesia"]),
        ("World University Rankings", []),
        ("USAID DELTA PLUS mendampingi", ["USAID DELTA PLUS"]),
        ("UPTD Air Limbah Kota Bogor", ["UPTD Air Limbah Kota Bogor"]),
        ("Komunitas Peta\nDinas Air", ["Komunitas Peta", "Dinas Air"]),
        ("rapat di Balai Kota", []),
        ("Masyarakat Surabaya berkumpul", []),
        ("RSUD dr. Wira Husada dan Kemenpulau", ["RSUD dr. Wira Husada", "Kemenpulau"]),
        ("Yayasan Buku Untuk Semua serta Kodim 0612 Wanasari", ["Yayasan Buku Untuk Semua", "Kodim 0612 Wanasari"]),
        ("Badan Air Nasional (BAN) Kanwil Banten", ["Badan Air Nasional Kanwil Banten"]),
    ],
)  # fmt: skip
def test_a_name_goes_as_far_as_its_words_do(text: str, names: list[str]) -> None:
    assert [mention.name for mention in found(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("Dinas Perhubungan [Dishub]", "Dinas Perhubungan", "Dishub"),
        ("Dinas Air dan Perahu ( DAP)", "Dinas Air dan Perahu", "DAP"),
        ("Badan Pengkajian Air/BPA", "Badan Pengkajian Air", "BPA"),
        ("Badan Air Daerah (BAD) Kota Bogor", "Badan Air Daerah Kota Bogor", "BAD"),
        ("Pemerintah Provinsi (Pemprov) Banten", "Pemerintah Provinsi Banten", None),
        ("Pusat Kajian Air (PKA) Universitas Cendana", "Pusat Kajian Air Universitas Cendana", "PKA"),
        ("University of Delta, New Harbour (UDNH)", "University of Delta, New Harbour", "UDNH"),
        ("Kelompok Kerja Air Minum (Pokja AM) Nasional", "Kelompok Kerja Air Minum Nasional", "Pokja AM"),
        ("Kementerian PPN/Bappenas", "Kementerian PPN", "Bappenas"),
        ("Yayasan Rupa Kota (didirikan 2010)", "Yayasan Rupa Kota", None),
    ],
)  # fmt: skip
def test_the_acronym_beside_a_name_is_apart(text: str, name: str, acronym: str | None) -> None:
    mention = found(text)[0]
    assert (mention.name, mention.acronym) == (name, acronym)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Lain. Rapat di Dinas Air Bersih."
    [mention] = find_names(text, 6, len(text))
    assert text[mention.start : mention.end] == "Dinas Air Bersih"


@pytest.mark.parametrize(
    ("short", "name", "agrees"),
    [
        ("Dishub", "Dinas Perhubungan", True),
        ("BPA", "Badan Pengkajian Air", True),
        ("XYZ", "Badan Pengkajian Air", False),
        ("AIR", "air", False),
    ],
)
def test_an_acronym_is_made_of_its_names_letters(short: str, name: str, *, agrees: bool) -> None:
    assert abbreviates(short, name) is agrees
