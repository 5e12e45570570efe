"""Other wordings of the same: inverted subjects, clauses, short forms, boards, fragments."""

from __future__ import annotations

import pytest
from organization_pages import OPENING, TITLE, names_in, page_of, person_of, taking_part


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Adalah Pemerintah Kabupaten Seruni, Nusa Tenggara Timur, yang kali ini bertandang ke sekretariat.",
            ["Pemerintah Kabupaten Seruni"],
        ),
        ("Giliran Karang Taruna Melati yang menampilkan tarian.", ["Karang Taruna Melati"]),
        (
            "Kali ini giliran Kelurahan Mawar Putih, Kecamatan Cempaka, yang menggelar sosialisasi pilah sampah.",
            ["Kelurahan Mawar Putih"],
        ),
        (
            "Untuk menghimpun masukan nelayan, Tirta Corps Nusa dan Bappeda Kota Seruni mengadakan dialog pesisir di balai desa.",
            ["Tirta Corps Nusa", "Bappeda Kota Seruni"],
        ),
        (
            "Pemerintah Kabupaten Seruni, Jawa Barat bersama Yayasan Bakti Nusa menyosialisasikan peta rawan longsor.",
            ["Pemerintah Kabupaten Seruni", "Yayasan Bakti Nusa"],
        ),
        (
            "Acara ini gagasan bersama Delta Cities Network Asia (DCNA), Asosiasi Camat Nusa (ACN), dan Pemerintah Kota Seruni.",
            ["Delta Cities Network Asia", "Asosiasi Camat Nusa", "Pemerintah Kota Seruni"],
        ),
        (
            "Menyikapi hal itu Pemerintah Kabupaten Seruni mengumpulkan jajarannya dalam rapat koordinasi.",
            ["Pemerintah Kabupaten Seruni"],
        ),
        (
            "Pelatihan dilangsungkan oleh Sekretariat Kota Lestari bersama Badan Pusat Statistik (BPS) Kota Seruni.",
            ["Sekretariat Kota Lestari", "Badan Pusat Statistik Kota Seruni"],
        ),
        (
            "Atlas dirancang bersama oleh Yayasan Peta Nusa dan Universitas Seruni.",
            ["Yayasan Peta Nusa", "Universitas Seruni"],
        ),
        ("Kapal disiapkan Basarnas untuk simulasi.", ["Basarnas"]),
    ],
)
def test_those_who_hold_an_event_count_in_any_order_of_words(
    sentence: str, names: list[str]
) -> None:
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Dinas Kesehatan, misalnya, menyarankan pos gizi keliling; Dinas Bina Marga menata trotoar; sedangkan PT Kereta Seruni bersedia membuka datanya.",
            ["Dinas Kesehatan", "Dinas Bina Marga", "PT Kereta Seruni"],
        ),
        (
            "Rapat dihadiri wakil dari 12 puskesmas, di samping Dinas Perhubungan, Palang Hijau Seruni, dan PT Ambulans Nusa.",
            ["Dinas Perhubungan", "Palang Hijau Seruni", "PT Ambulans Nusa"],
        ),
        (
            "Rombongan disertai dosen Politeknik Seruni dan staf Bappeda Kota Seruni.",
            ["Politeknik Seruni", "Bappeda Kota Seruni"],
        ),
        (
            "Turut menyimak staf Bappeda dan staf Tim Gubernur untuk Percepatan Investasi (TGPI).",
            ["Bappeda", "Tim Gubernur untuk Percepatan Investasi"],
        ),
        (
            "Narasumber kegiatan ini Kepala Seksi Operasional PD Kebersihan Kota Seruni, Ria Lestari.",
            ["PD Kebersihan Kota Seruni"],
        ),
        (
            "Acara disaksikan Camat Cempaka, Panewu Melati, perwakilan Komandan Kodim 0999, dan Analis PT Peta Seruni.",
            ["Kodim 0999", "PT Peta Seruni"],
        ),
        (
            "Pelatihan dilatih oleh Ketua Dewan Pembina Perhimpunan Siaga Seruni.",
            ["Perhimpunan Siaga Seruni"],
        ),
    ],
)
def test_those_who_came_count_in_asides_and_clauses(sentence: str, names: list[str]) -> None:
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Hadir Satlantas Polres Seruni, KSOP Kelas III Seruni, dan BMKG Stasiun Geofisika Seruni.",
            [
                "Satlantas Polres Seruni",
                "KSOP Kelas III Seruni",
                "BMKG Stasiun Geofisika Seruni",
            ],
        ),
        (
            "Pembicara dari Dinas Pertanian dan ESDM Kabupaten Seruni.",
            ["Dinas Pertanian dan ESDM Kabupaten Seruni"],
        ),
        (
            "Hadir perwakilan Dinas PU dan ESDM, Dinas Perdagangan, dan DLH.",
            ["Dinas PU dan ESDM", "Dinas Perdagangan", "DLH"],
        ),
        (
            "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak (Dinsos P3A) Kabupaten Seruni melatih 80 relawan.",
            ["Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Seruni"],
        ),
        (
            "Peserta berasal dari Pusat Kajian Iklim Universitas Bahari(CCRC-UB), dan Majalah Warga Kita.",
            ["Pusat Kajian Iklim Universitas Bahari", "Majalah Warga Kita"],
        ),
        ("Lokakarya diadakan oleh Pusat Studi Sungai (PSS) UGM.", ["Pusat Studi Sungai UGM"]),
        ("Pelatihan diikuti utusan dari 24 Badan Pengelola Air.", []),
        ("Peserta terdiri dari pengurus RW, Karang taruna, dan PMI.", ["PMI"]),
    ],
)
def test_names_are_read_whole_and_kinds_are_not_names(sentence: str, names: list[str]) -> None:
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        (
            "Lokakarya diadakan oleh Fakultas Teknik Universitas Andalas (Unand).",
            "Seminar dibuka Dekan Fakultas Teknik Unand.",
            "Fakultas Teknik Universitas Andalas",
        ),
        (
            "Pusat Penelitian dan Pengembangan Pesisir Universitas Hasanuddin menggelar diskusi.",
            "Diskusi dibuka Kepala Puslitbang Pesisir Unhas.",
            "Pusat Penelitian dan Pengembangan Pesisir Universitas Hasanuddin",
        ),
        (
            "Hadir Balai Wilayah Sungai (BWS) Papua II.",
            "Diskusi dipandu Kepala BWS Papua II.",
            "Balai Wilayah Sungai Papua II",
        ),
        (
            "Hadir Kedutaan Besar Kerajaan Norwegia.",
            "Diskusi dilanjutkan bersama Kedutaan Besar Norwegia.",
            "Kedutaan Besar Kerajaan Norwegia",
        ),
        (
            "Hadir BPBD Provinsi Sulawesi Barat.",
            "Diskusi dipandu Kepala BPBD Sulbar.",
            "BPBD Provinsi Sulawesi Barat",
        ),
        (
            "Stasiun Klimatologi Seruni Badan Meteorologi, Klimatologi dan Geofisika membuka sekolah lapang.",
            "Materi disampaikan Kepala Stasiun Klimatologi Seruni.",
            "Stasiun Klimatologi Seruni Badan Meteorologi, Klimatologi dan Geofisika",
        ),
    ],
)
def test_short_forms_belong_to_the_body_they_shorten(first: str, second: str, name: str) -> None:
    page = page_of(TITLE, OPENING, first, second)
    assert [o.name for o in taking_part(page)] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pertemuan berikutnya direncanakan 5 Maret 2020 dengan menghadirkan Forum Anak Seruni.",
        "Kunjungan lanjutan dijadwalkan pekan depan bersama Dinas Pariwisata Kota Seruni.",
        "Dinas Kebersihan yang mengangkut sampah kota memiliki 40 truk.",
        "Rencana itu disusun BPBD pada 2017.",
        "Dokumen perlu disusun Bappeda sebelum akhir tahun.",
        "Lokasinya di seberang Kantor Pusat Bank Seruni.",
        "Dinas Kesehatan kini memiliki 20 ambulans; Dinas Perhubungan mengoperasikan 40 bus.",
    ],
)
def test_next_events_states_and_buildings_do_not_count(sentence: str) -> None:
    assert names_in(sentence) == []


@pytest.mark.parametrize(
    ("position", "names"),
    [
        ("Ketua Rawat Kali Seruni", ["Rawat Kali Seruni"]),
        ("Direktur YTN Seruni", ["YTN Seruni"]),
        ("Regional Lead Delta Tangguh Programme", ["Delta Tangguh Programme"]),
        ("Direktur Kampanye Nusa", []),
        ("Guru Besar Fakultas Ilmu Kelautan dan Perikanan", []),
    ],
)
def test_a_calling_leads_to_the_body_of_its_holder(position: str, names: list[str]) -> None:
    page = page_of(TITLE, OPENING, f"{position}, Hasan Basri, menceritakan pengalamannya.")
    person = person_of(page, "Hasan Basri", position, None)
    assert [o.name for o in taking_part(page, person)] == names


def test_what_a_person_was_there_as_is_no_part_of_the_body() -> None:
    page = page_of(TITLE, OPENING, "Hasan Basri dari Unmul selaku narasumber memaparkan model.")
    person = person_of(page, "Hasan Basri", None, "Unmul selaku narasumber")
    assert [o.name for o in taking_part(page, person)] == ["Unmul"]


def test_a_degree_cut_by_its_full_stop_is_no_body() -> None:
    sentence = "Narasumber yakni Hasan Basri, M.Eng, Rini Ayu, S.Hut, dan PT Peta Seruni."
    assert names_in(sentence) == ["PT Peta Seruni"]


def test_an_acronym_takes_the_long_form_that_the_page_gives() -> None:
    page = page_of(
        TITLE,
        "Kota anggota 40 Delta Towns (40DT) bertemu.",
        OPENING,
        "Diskusi dipandu kantor 40DT di Manila.",
    )
    assert [(o.name, o.acronym) for o in taking_part(page)] == [("40 Delta Towns", "40DT")]
