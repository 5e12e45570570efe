"""The many ways in which pages say where an activity took place; all sentences are our own."""

from __future__ import annotations

import pytest

from crawler.article import read_article
from crawler.extraction.venue.reader import Venue, read_venue


def venue_of(body: str) -> Venue:
    return read_venue(
        read_article(
            f"<html><body><article><h1>Lokakarya Sungai</h1><div class='entry-content'>{body}"
            "<p>Acara ditutup pada sore hari dengan makan bersama seluruh peserta yang hadir.</p></div></article></body></html>",
            "https://kota-tepian.example/p/1",
        )
    )


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        ("Tempat : Aula Rektorat Lantai 3", "Aula Rektorat Lantai 3"),
        (
            "Dinas melakukan kunjungan lapangan ke Kampung Tepi Rawa, Kelurahan Lor, dalam rangka survei.",
            "Kampung Tepi Rawa, Kelurahan Lor",
        ),
        (
            "Wali kota meresmikan Bank Sampah “Lestari” di Jalan Raya Pasirluhur Km 7, Kamis (16/5/2024).",
            "Jalan Raya Pasirluhur Km 7",
        ),
        (
            "Sore itu halaman Balai RW 04 Kampung Dukuh sudah ramai sebelum acara dimulai.",
            "Balai RW 04 Kampung Dukuh",
        ),
        (
            "Para pedagang masuk ke Rumah Baca Gang Kenanga, Medan, sejak pukul tujuh.",
            "Rumah Baca Gang Kenanga, Medan",
        ),
        (
            "Bupati melakukan kunjungan kerja ke Bendungan Way Sekar, Kamis (16/5/2024).",
            "Bendungan Way Sekar",
        ),
        (
            "Diskusi bulanan itu digelar di Selasar Gedung B Institut Seni Nusa.",
            "Selasar Gedung B Institut Seni Nusa",
        ),
        ("Peserta lokakarya lalu berjalan kaki menyusuri Kali Jernih.", None),
        ("Lokasi: Gedung Serba Guna Desa Sukamaju", "Gedung Serba Guna Desa Sukamaju"),
        (
            "Tempat pelaksanaan: Balai Diklat Kehutanan Kadipaten",
            "Balai Diklat Kehutanan Kadipaten",
        ),
        ("Tempat : Zoom Meeting", None),
        ("Rapat digelar di Gedung Serba Guna Karya Bakti.", "Gedung Serba Guna Karya Bakti"),
        (
            "Wali kota meluncurkan buku saku evakuasi di Pelataran Monumen Bahari, Senin (4/3/2024).",
            "Pelataran Monumen Bahari",
        ),
        (
            "Kepala dinas meresmikan pos pantau di Bantaran Kali Code, Sabtu (9/3/2024).",
            "Bantaran Kali Code",
        ),
        (
            "Warga RT 04 melaksanakan kerja bakti di sepanjang Gang Melati, Minggu pagi.",
            "Gang Melati",
        ),
        (
            "Warga bergotong royong membersihkan saluran sepanjang Jalan Cempaka Raya.",
            "Jalan Cempaka Raya",
        ),
        (
            "Workshop diadakan di Kampus Politeknik Bahari Km. 5 Jalan Raya Palu, Donggala.",
            "Kampus Politeknik Bahari Km. 5 Jalan Raya Palu, Donggala",
        ),
        (
            "Konferensi diadakan di Jakarta Convention Center (JCC), Senayan, pada 4 Mei 2022.",
            "Jakarta Convention Center (JCC), Senayan",
        ),
        (
            "Seminar berlangsung di Balai Sidang (BS) Universitas Nusa, Depok.",
            "Balai Sidang (BS) Universitas Nusa, Depok",
        ),
        (
            "Pertemuan bertempat Aula Kecamatan Sukolilo pada pukul 09.00 WIB.",
            "Aula Kecamatan Sukolilo",
        ),
        ("Kegiatan ini mengambil tempat di Wisma Antara Lantai 20.", "Wisma Antara Lantai 20"),
        ("Bertempat pada Ruang Rapat Sekda, rapat dipimpin Asisten II.", "Ruang Rapat Sekda"),
        (
            "Aula Gedung Guru menjadi tempat berlangsungnya pelatihan relawan, Kamis (5/5/2022).",
            "Aula Gedung Guru",
        ),
        (
            "Diskusi dilakukan secara luring di Ruang Sidang 2 dan daring melalui Zoom.",
            "Ruang Sidang 2",
        ),
        (
            "Acara dilaksanakan secara hibrida di Aula Ki Hajar Dewantara serta disiarkan lewat YouTube.",
            "Aula Ki Hajar Dewantara",
        ),
        ("Webinar digelar melalui Zoom Meeting dan kanal YouTube Dinas.", None),
        ("Rapat dilaksanakan di Jakarta, Rabu (4/5/2022).", None),
        ("Kegiatan diselenggarakan di Kabupaten Lebak.", None),
        (
            "Sosialisasi diadakan di Balai RW 03 Kelurahan Cipinang Melayu, Kecamatan Makasar, Jakarta Timur, pada Minggu, 6 Maret 2022.",
            "Balai RW 03 Kelurahan Cipinang Melayu, Kecamatan Makasar, Jakarta Timur",
        ),
        (
            "Rapat diadakan di Ruang Rapat Bappeda Lt. II, Jl. Merdeka Barat No. 2, RT. 02/RW. 03, Gambir.",
            "Ruang Rapat Bappeda Lt. II, Jl. Merdeka Barat No. 2, RT. 02/RW. 03, Gambir",
        ),
        ("Pertemuan digelar di kediaman Ketua RW 07, Ahad malam (3/2).", "kediaman Ketua RW 07"),
        (
            "Bimtek yang bertempat di Aula BPSDM Provinsi Jambi itu diikuti 30 aparatur.",
            "Aula BPSDM Provinsi Jambi",
        ),
        (
            "Rapat bertempat di ruang rapat lantai 4 Kantor Gubernur Sulawesi Tengah.",
            "ruang rapat lantai 4 Kantor Gubernur Sulawesi Tengah",
        ),
        (
            "Audiensi diterima Wali Kota di Ruang Kerja Wali Kota Bogor, Jumat (6/9/2019).",
            "Ruang Kerja Wali Kota Bogor",
        ),
        (
            "Lokakarya sebelumnya diadakan di Hotel Lama. Kali ini lokakarya digelar di Hotel Baru Asri.",
            "Hotel Baru Asri",
        ),
        ("Lokakarya berikutnya akan diadakan di Hotel Nanti Indah.", None),
        (
            "Kunjungan kerja ke Instalasi Pengolahan Air Buaran dilakukan pada Rabu (4/5/2022).",
            None,
        ),
        (
            "Rapat dipimpin Kepala Bappeda di Ruang Bougenville kompleks Setda, didampingi Kepala Dinas PU.",
            "Ruang Bougenville kompleks Setda",
        ),
        ("Peserta berkumpul di halaman SDN 02 Pagi Cawang.", "halaman SDN 02 Pagi Cawang"),
        ("Simulasi digelar di SMPN 5 Kota Bima, Sabtu (8/7/2023).", "SMPN 5 Kota Bima"),
        (
            "Pelatihan dilaksanakan selama tiga hari di UPTD Balai Benih Ikan Noekele.",
            "UPTD Balai Benih Ikan Noekele",
        ),
        ("Hadir di Kantor Bupati Ende, tim peneliti diterima Sekda.", "Kantor Bupati Ende"),
        (
            "Menurut dia, banyak warga tinggal di Rumah Susun Marunda. Lokakarya dihadiri 20 orang.",
            None,
        ),
        (
            "Rakor dibuka Bupati di Oproom Kantor Bupati Sleman, Rabu (2/2).",
            "Oproom Kantor Bupati Sleman",
        ),
        (
            "Rapat berlangsung di Ruang Rapat Lantai 2, Kantor Dinas PUPR Kota Kupang pada pukul 10.00 WITA.",
            "Ruang Rapat Lantai 2, Kantor Dinas PUPR Kota Kupang",
        ),
        ("Kegiatan berlangsung di Dusun Ngadiprono, Desa Ngadimulyo, Kecamatan Kedu.", None),
        (
            "Rapat yang berlangsung di ruang rapat utama itu dihadiri seluruh kepala bidang.",
            "ruang rapat utama",
        ),
        (
            "Lokakarya diadakan pada 12 Maret 2020 (bertempat di Gedung Nusantara V).",
            "Gedung Nusantara V",
        ),
        (
            "Sosialisasi digelar di dua tempat, yakni Balai Desa Karangrejo dan SMAN 1 Karangrejo.",
            None,
        ),
        (
            "Ratusan warga memadati Lapangan Kemuning Muara untuk mengikuti apel siaga, Selasa (3/1/2023).",
            "Lapangan Kemuning Muara",
        ),
        (
            "Lokakarya menempati Ruang Cendana Lantai 4 Hotel Tepian, Jalan Kenari No. 8, Bogor, dan diikuti 70 peserta.",
            "Ruang Cendana Lantai 4 Hotel Tepian, Jalan Kenari No. 8, Bogor",
        ),
        (
            "Latihan berlangsung di tepi Danau Kelapa, Desa Muara Dua.",
            "tepi Danau Kelapa, Desa Muara Dua",
        ),
        (
            "Warga yang tinggal di Rumah Susun Kenari ikut rapat. Rapat digelar di Aula Kecamatan Muara.",
            "Aula Kecamatan Muara",
        ),
        (
            "Diskusi Rumah Murah di Kawasan Pelabuhan digelar Dinas Perumahan bersama Ikatan Arsitek Rumah Rakyat di Gedung Kesenian, Senin (3/2/2020).",
            "Gedung Kesenian",
        ),
        (
            "Sebanyak 30 kader ditempa dalam Pelatihan Kader Siaga di Wisma Tani, Senin, 3 Februari 2020. Praktik dilakukan di Lapangan Merdeka.",
            "Wisma Tani",
        ),
        (
            "Pelatihan digelar selama dua hari. Praktik dilakukan di RW 02, sedangkan teori diberikan di Balai Warga Kenari.",
            "Balai Warga Kenari",
        ),
        (
            "Camat meninjau Rumah Pompa Kali Asin di RW 03 Kelurahan Kenari, Selasa (4/2/2020).",
            "Rumah Pompa Kali Asin di RW 03 Kelurahan Kenari",
        ),
        (
            "Bupati meninjau Waduk Sari, Selasa (4/2/2020), usai rapat di Ruang Rapat Bappeda.",
            "Ruang Rapat Bappeda",
        ),
        (
            "Hal itu dikemukakan dalam jumpa pers di Media Center Balai Kota, Rabu, 5 Februari 2020.",
            "Media Center Balai Kota",
        ),
        (
            "Lokakarya mengambil lokasi di Saung Bambu, Kebun Raya Tepian.",
            "Saung Bambu, Kebun Raya Tepian",
        ),
    ],
)
def test_a_venue_is_read_from_any_phrase_that_introduces_it(
    sentence: str, venue: str | None
) -> None:
    assert venue_of(f"<p>{sentence}</p>").venue == venue


def test_a_venue_is_read_from_the_cell_beside_its_label() -> None:
    table = "<table><tr><td>Hari</td><td>Rabu</td></tr><tr><td>Tempat</td><td>Aula Kecamatan Muara</td></tr></table>"
    assert venue_of(table).venue == "Aula Kecamatan Muara"


def test_without_a_venue_there_is_no_evidence_of_one() -> None:
    found = venue_of("<p>Bogor, 3 Maret 2021</p><p>Rapat diadakan secara daring.</p>")
    assert (found.venue, found.place, found.evidence) == (None, "Bogor", ())


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        (
            "Rapat berlangsung di ruang rapat Asisten Sekda bidang Ekonomi dan Pembangunan.",
            "ruang rapat Asisten Sekda bidang Ekonomi dan Pembangunan",
        ),
        (
            "Pertemuan digelar di ruang kerja Wakil Rektor bidang Kerja Sama, Selasa (5/3/2024).",
            "ruang kerja Wakil Rektor bidang Kerja Sama",
        ),
        (
            "Pertemuan digelar di Balai Warga Melati bidang usaha dibahas pertama.",
            "Balai Warga Melati",
        ),
        (
            "Para utusan berkumpul di Nordic Water Institute, Bergen.",
            "Nordic Water Institute, Bergen",
        ),
        ("Lokakarya digelar di Koninklijk Theater, Gent.", "Koninklijk Theater, Gent"),
    ],
)
def test_the_field_of_an_office_and_foreign_houses_belong_to_the_venue(
    sentence: str, venue: str
) -> None:
    assert venue_of(f"<p>{sentence}</p>").venue == venue


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        (
            "Jumat sore, 8 Maret 2019, halaman Sanggar Kata Kita di Malang penuh.",
            "halaman Sanggar Kata Kita di Malang",
        ),
        (
            "Aula Kantor Camat Bukit Raya pada Rabu (3/5/2018) dipadati warga yang ikut lokakarya.",
            "Aula Kantor Camat Bukit Raya",
        ),
        ("Suasana Aula Bappeda Kota Seruni tampak ramai.", "Aula Bappeda Kota Seruni"),
        (
            "Sabtu pagi, Balai RW 05 Kelurahan Melati sesak oleh warga.",
            "Balai RW 05 Kelurahan Melati",
        ),
        ("Rumah Sakit Umum Melati penuh sejak musim hujan.", None),
    ],
)
def test_a_house_that_people_fill_is_the_venue(sentence: str, venue: str | None) -> None:
    assert venue_of(f"<p>{sentence}</p>").venue == venue
