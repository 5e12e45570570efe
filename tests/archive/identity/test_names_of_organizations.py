"""What the names of organizations are made of."""

import pytest

from archive.identity.organization_names import abbreviates, parse


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Dinas Sosial Kota Bandung", "dinas sosial @ kota bandung"),
        ("Dinas Sosial Kab. Bandung", "dinas sosial @ kabupaten bandung"),
        ("Dinas Sosial Bandung", "dinas sosial @  bandung"),
        ("Dinas Sosial Kota Seruni Baru", "dinas sosial @ kota seruni baru"),
        ("Dinas Sosial Kabupaten Ngawi Provinsi Jawa Timur", "dinas sosial @ kabupaten ngawi"),
        ("Dinsos Prov. Jabar", "dinas sosial @ provinsi jawa barat"),
        ("Sudin Sosial Jakarta Timur", "suku dinas sosial @ kota jakarta timur"),
        ("Biro Penataan Kota dan Taman", "biro penataan kota taman"),
        ("Pemkot Bandung", "pemerintah @ kota bandung"),
        ("Kementrian Sosial RI", "kementerian sosial"),
        ("Kementerian Sosial Republik Indonesia", "kementerian sosial"),
        ("BNPB Pusat", "badan nasional penanggulangan bencana"),
        ("PT. Angin & Timur, Tbk", "angin timur"),
        ("Universitas Sumatera Utara", "universitas sumatera utara"),
        ("PMI Kota Bandung", "palang merah indonesia @ kota bandung"),
        ("RT 05/RW 02", "rt 5 rw 2"),
        ("Dinas PU Kota Binjai", "dinas pekerjaan umum @ kota binjai"),
        ("City Government of Binjai", "pemerintah @ kota binjai"),
        ("Ministry of Health of the Republic of Indonesia", "kementerian kesehatan"),
        ("Regional Disaster Management Agency of Binjai", parse("BPBD Binjai").form),
        ("State University of Demak", "universitas negeri demak"),
        ("Harbour University of Technology", "harbour university technology"),
        ("Perumda Tirta Lestari", "pdam tirta lestari"),
        ("PT Tirta Lestari", "tirta lestari"),
        ("PU Demak", "pu demak"),
    ],
)
def test_spellings_of_a_name_have_one_form(written: str, form: str):
    assert parse(written).form == form


def test_a_name_in_two_parts_is_known_by_both():
    name = parse("Badan Jembatan Nusantara/Bajenus")

    assert name.core == "badan jembatan nusantara"
    assert name.others == ("bajenus",)


@pytest.mark.parametrize("written", ["", "/", "()", "(" * 3000, "Kota", "PT", "a/" * 2000])
def test_what_is_no_name_is_read_without_harm(written: str):
    assert parse(written).territory is None


@pytest.mark.parametrize(
    ("acronym", "long", "does"),
    [
        ("bajenus", "badan jembatan nusantara", True),
        ("bjn", "badan jembatan nusantara", True),
        ("baje", "badan jembatan nusantara", False),
        ("jenus", "badan jembatan nusantara", False),
        ("badanx", "badan jembatan nusantara", False),
    ],
)
def test_an_acronym_is_made_of_beginnings_of_all_words(acronym: str, long: str, does: bool):  # noqa: FBT001 - a parameter of the test
    assert abbreviates(acronym, tuple(long.split())) is does
