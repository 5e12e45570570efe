"""One event told twice under other titles, and two events told in nearly the same words."""

from __future__ import annotations

from typing import Any

import pytest
from event_samples import BAYU, DAMAR, LARAS, RATNA, TEGAR, WENING, told

from archive.identity.event_reports import Report
from archive.identity.events import decide

Pair = tuple[Report, Report]


def written(title: str, text: str, **facts: Any) -> Report:
    return told(title, lead=lambda: text, **facts)


ONE_EVENT: dict[str, Pair] = {
    "a headline about what an official said": (
        written(
            "Rapat Koordinasi Penanganan Genangan Kali Kenanga",
            "Pemerintah Kota Seruni mengadakan rapat koordinasi penanganan genangan Kali Kenanga di"
            " Ruang Melati. Wali Kota Ratna meminta pengerukan selesai sebelum musim hujan. Kepala"
            " dinas melaporkan 1.284 meter saluran tersumbat sedimen dan sampah rumah tangga.",
            type="meeting",
            people={RATNA, TEGAR},
            venue="Ruang Melati",
        ),
        written(
            "Ratna Minta Pengerukan Rampung Sebelum Hujan",
            "Wali Kota Ratna meminta pengerukan Kali Kenanga rampung sebelum musim hujan. Permintaan"
            " itu disampaikan saat memimpin rapat koordinasi penanganan genangan. Dinas mencatat"
            " 1.284 meter saluran masih tersumbat sedimen dan sampah rumah tangga.",
            type="meeting",
            people={RATNA},
        ),
    ),
    "a headline about what took place in the other's house": (
        written(
            "Bedah Buku Sungai dan Ingatan Warga",
            "Perpustakaan menggelar bedah buku Sungai dan Ingatan Warga. Penulis Laras memaparkan"
            " kisah nelayan bantaran, sedangkan Bayu mengulas naskah lama. Enam puluh mahasiswa"
            " hadir dan bertanya tentang arsip keluarga.",
            type="discussion",
            people={LARAS, BAYU},
            attendance={("peserta", 60)},
        ),
        written(
            "Laras Ajak Mahasiswa Merawat Arsip Keluarga",
            "Arsip keluarga menyimpan kisah bantaran yang tidak tercatat. Hal itu dikatakan Laras,"
            " penulis buku Sungai dan Ingatan Warga, dalam bedah buku di perpustakaan. Sebanyak 60"
            " mahasiswa bertanya tentang naskah lama dan kisah nelayan.",
            type="discussion",
            people={LARAS},
            attendance={("peserta", 60)},
        ),
    ),
    "two institutions, each about its own guest": (
        written(
            "Dosen Geodesi Jelaskan Penurunan Tanah kepada Lurah",
            "Dosen geodesi Damar menjelaskan laju penurunan tanah 7,4 sentimeter setahun kepada para"
            " lurah di Pendopo Randu. Ia menyarankan pembatasan sumur bor.",
            type="seminar",
            site="kampus",
            people={DAMAR},
            venue="Pendopo Randu",
        ),
        written(
            "Lurah Pesisir Belajar Membaca Peta Penurunan Tanah",
            "Para lurah pesisir belajar membaca peta penurunan tanah di Pendopo Randu. Damar dari"
            " kampus menyebut laju 7,4 sentimeter setahun dan menyarankan sumur bor dibatasi.",
            type="training",
            people={DAMAR, WENING},
            venue="Pendopo Randu",
        ),
    ),
    "a person whose first name alone the other one tells": (
        written(
            "Kunjungan Tim Riset Mangrove ke Kampung Randu",
            "Tim riset mangrove yang dipimpin Tegar Wiratama mengunjungi Kampung Randu untuk menanam"
            " 350 bibit bakau bersama warga dan mengukur pasang.",
            type="visit",
            site="kampus",
            people={"tegar wiratama"},
            venue="Balai Kampung Randu",
        ),
        written(
            "Warga Kampung Randu Tanam 350 Bibit Bakau",
            "Warga Kampung Randu menanam 350 bibit bakau bersama tim riset mangrove kampus. Wiratama"
            " menerangkan cara mengukur pasang.",
            type="visit",
            people={"wiratama"},
            venue="Balai Kampung Randu",
        ),
    ),
    "two heads of two bodies, told in two languages": (
        written(
            "Kampus dan Balai Teken Kerja Sama Riset Gambut",
            "Rektor Laras dan Kepala Balai Bayu meneken kerja sama riset gambut di Kota Seruni."
            " Keduanya sepakat membuka program doktor dan laboratorium bersama.",
            type="ceremony",
            site="kampus",
            place="Kota Bogor",
            people={LARAS, BAYU},
            organizations={"kampus", "balai"},
        ),
        written(
            "Balai Signs Agreement on Gambut with Seruni Campus",
            "Balai and the campus signed an agreement on gambut research in Bogor. Rector Laras and"
            " Chairman Bayu agreed on a doctoral program and a shared laboratory.",
            type="ceremony",
            site="balai",
            place="Bogor",
            people={LARAS, BAYU},
            organizations={"kampus", "balai"},
        ),
    ),
    "the room in the one and the house in the other": (
        written(
            "Dengar Pendapat Rancangan Aturan Tenun",
            "Dewan menggelar dengar pendapat rancangan aturan tenun. Penenun mengeluhkan kain cetak"
            " yang dijual sebagai tenun, dan Wening menjelaskan label asal.",
            type="hearing",
            people={WENING},
            venue="Ruang Paripurna",
        ),
        written(
            "Penenun Keluhkan Kain Cetak dalam Dengar Pendapat Tenun",
            "Penenun mengeluhkan kain cetak yang dijual sebagai tenun dalam dengar pendapat"
            " rancangan aturan di Gedung Dewan. Wening menjelaskan label asal.",
            type="hearing",
            people={WENING},
            venue="Gedung Dewan",
        ),
    ),
    "a post with the slides that tells the first day alone": (
        written(
            "Lokakarya Penyusunan Peta Jalan Air Minum",
            "Bappeda menyelenggarakan lokakarya penyusunan peta jalan air minum di Hotel Kenanga"
            " selama dua hari. Peserta menyusun target sambungan rumah dan daftar sumber air baku.",
            end_date="2019-05-15",
            people={RATNA},
            venue="Hotel Kenanga",
        ),
        written(
            "Materi Lokakarya Peta Jalan Air Minum",
            "Berikut materi lokakarya peta jalan air minum di Hotel Kenanga: paparan target"
            " sambungan rumah, daftar sumber air baku, dan lembar kerja penyusunan.",
        ),
    ),
}

TWO_EVENTS: dict[str, Pair] = {
    "two classes under one roof, opened by one person": (
        written(
            "Kelas Merawat Sumur pada Pekan Air",
            "Pekan air dibuka Ratna di Gedung Pratama. Kelas merawat sumur diikuti kader kelurahan"
            " yang belajar memeriksa pipa dan kaporit, lalu menerima buku panduan dari dinas.",
            people={RATNA},
            venue="Gedung Pratama",
        ),
        written(
            "Kelas Menyaring Limbah pada Pekan Air",
            "Pekan air dibuka Ratna di Gedung Pratama. Kelas menyaring limbah diikuti kader"
            " kelurahan yang belajar memasang bak dan kerikil, lalu menerima buku panduan dari"
            " dinas.",
            people={RATNA},
            venue="Gedung Pratama",
        ),
    ),
    "two delegations on one day, in the morning and in the afternoon": (
        written(
            "Dinas Terima Kunjungan Kerja DPRD Kabupaten Randu",
            "Dinas menerima kunjungan kerja DPRD Kabupaten Randu, Selasa pagi. Kepala dinas Tegar"
            " menjelaskan layanan darurat dan tarif angkutan.",
            type="visit",
            people={TEGAR},
            venue="Kantor Dinas Kenanga",
        ),
        written(
            "Dinas Terima Kunjungan Kerja DPRD Kabupaten Melati",
            "Dinas menerima kunjungan kerja DPRD Kabupaten Melati, Selasa siang. Kepala dinas Tegar"
            " menjelaskan layanan darurat dan tarif angkutan.",
            type="visit",
            people={TEGAR},
            venue="Kantor Dinas Kenanga",
        ),
    ),
    "the opening of a festival and a contest at it": (
        written(
            "Pembukaan Festival Sungai Kenanga",
            "Festival Sungai Kenanga dibuka Ratna dengan arak-arakan perahu hias dan tari bantaran.",
            type="ceremony",
            people={RATNA},
            venue="Dermaga Kenanga",
        ),
        written(
            "Lomba Masak Ikan Meriahkan Festival Sungai Kenanga",
            "Ibu-ibu bantaran mengikuti lomba masak ikan pada Festival Sungai Kenanga. Ratna mencicipi"
            " masakan dan menyerahkan piala kepada pemenang.",
            type="ceremony",
            people={RATNA},
            venue="Dermaga Kenanga",
        ),
    ),
    "aid handed out in two quarters, told in the same words": (
        written(
            "Ratna Serahkan Sembako bagi Warga Kampung Melati",
            "Wali Kota Ratna menyerahkan paket sembako kepada warga Kampung Melati yang terdampak"
            " banjir. Paket berisi beras, minyak, gula, dan telur. Warga berterima kasih dan berharap"
            " saluran segera dikeruk.",
            type="visit",
            people={RATNA, TEGAR},
        ),
        written(
            "Ratna Serahkan Sembako bagi Warga Kampung Kenanga",
            "Wali Kota Ratna menyerahkan paket sembako kepada warga Kampung Kenanga yang terdampak"
            " banjir. Paket berisi beras, minyak, gula, dan telur. Warga berterima kasih dan berharap"
            " saluran segera dikeruk.",
            type="visit",
            people={RATNA, TEGAR},
        ),
    ),
    "one model in two towns": (
        written(
            "Pelatihan Petugas Pencatat Hujan",
            "Balai melatih petugas pencatat hujan membaca alat ukur dan mengisi buku harian.",
            type="training",
            place="Kota Bogor",
            people={DAMAR},
        ),
        written(
            "Petugas Baca Alat Ukur Hujan",
            "Balai melatih petugas pencatat hujan membaca alat ukur dan mengisi buku harian.",
            type="training",
            site="balai",
            place="Kota Malang",
            people={DAMAR},
        ),
    ),
    "two hearings of a day on one figure": (
        written(
            "Rapat Dengar Pendapat Tarif Parkir",
            "Komisi membahas tarif parkir bersama pengelola pasar. Ketua komisi Wening menyebut"
            " anggaran 1.425 titik parkir belum jelas dan meminta data pendapatan.",
            type="hearing",
            people={WENING},
            venue="Ruang Komisi",
        ),
        written(
            "Rapat Dengar Pendapat Bantuan Sekolah",
            "Komisi membahas bantuan sekolah bersama kepala madrasah. Ketua komisi Wening meminta"
            " daftar siswa dan jadwal pencairan beasiswa.",
            type="hearing",
            people={WENING},
            venue="Ruang Komisi",
        ),
    ),
    "what an official did after the other event": (
        written(
            "Rapat Pengendalian Harga Pangan",
            "Ratna memimpin rapat pengendalian harga pangan dan meminta stok cabai ditambah.",
            type="meeting",
            people={RATNA},
        ),
        written(
            "Ratna Lepas Kontingen Atlet Dayung",
            "Seusai rapat pengendalian harga pangan, Ratna melepas kontingen atlet dayung menuju"
            " kejuaraan di Danau Melati. Pelatih menargetkan dua medali.",
            site="harian",
            type="ceremony",
            people={RATNA},
        ),
    ),
    "two heads who sign in the morning and plant trees later": (
        written(
            "Kampus dan Balai Teken Kerja Sama Riset Gambut",
            "Rektor Laras dan Kepala Balai Bayu meneken kerja sama riset gambut, Selasa pagi.",
            type="ceremony",
            site="kampus",
            place="Kota Bogor",
            people={LARAS, BAYU},
            organizations={"kampus", "balai"},
        ),
        written(
            "Laras dan Bayu Tanam Ulin di Taman Kota",
            "Rektor Laras dan Kepala Balai Bayu menanam ulin di taman kota, Selasa sore.",
            type="ceremony",
            site="balai",
            place="Kota Bogor",
            people={LARAS, BAYU},
            organizations={"kampus", "balai"},
        ),
    ),
    "two houses of one day": (
        written(
            "Sosialisasi Aturan Sewa Kios",
            "Wening menjelaskan aturan sewa kios kepada pedagang dan meminta data lapak.",
            type="hearing",
            people={WENING},
            venue="Gedung Dewan",
        ),
        written(
            "Pedagang Terima Penjelasan Aturan Sewa Kios",
            "Wening menjelaskan aturan sewa kios kepada pedagang dan meminta data lapak.",
            type="hearing",
            people={WENING},
            venue="Balai Kampung Randu",
        ),
    ),
    "two guest lectures in one room": (
        written(
            "Kuliah Tamu Hukum Laut",
            "Wakil dekan Laras membuka kuliah tamu hukum laut di Aula Barat. Mahasiswa bertanya"
            " tentang batas wilayah dan nelayan lintas negara.",
            type="seminar",
            people={LARAS},
            venue="Aula Barat Kenanga",
        ),
        written(
            "Kuliah Tamu Kebijakan Desa",
            "Wakil dekan Laras membuka kuliah tamu kebijakan desa di Aula Barat. Mahasiswa bertanya"
            " tentang dana desa dan badan usaha.",
            type="seminar",
            people={LARAS},
            venue="Aula Barat Kenanga",
        ),
    ),
    "two neighbourhoods on one day, counted in the text": (
        written(
            "Penyuluhan Sampah Warga Randu",
            "Penyuluhan sampah bagi warga Randu di RW 03 diisi Bayu dengan praktik memilah dan"
            " menimbang.",
            type="training",
            people={BAYU},
        ),
        written(
            "Warga Randu Ikuti Penyuluhan Sampah dan Menimbang",
            "Penyuluhan sampah bagi warga Randu di RW 12 diisi Bayu dengan praktik memilah dan"
            " menimbang.",
            type="training",
            people={BAYU},
        ),
    ),
}


@pytest.mark.parametrize("what", ONE_EVENT)
def test_one_event_under_two_titles_is_joined_by_what_the_texts_tell(what: str) -> None:
    assert len(decide(ONE_EVENT[what]).clusters) == 1


@pytest.mark.parametrize("what", TWO_EVENTS)
def test_two_events_told_in_like_words_stay_two(what: str) -> None:
    assert len(decide(TWO_EVENTS[what]).clusters) == 2


@pytest.mark.parametrize("what", [*ONE_EVENT, *TWO_EVENTS])
def test_which_report_comes_first_does_not_matter(what: str) -> None:
    first, second = {**ONE_EVENT, **TWO_EVENTS}[what]

    assert len(decide((first, second)).clusters) == len(decide((second, first)).clusters)


def test_texts_are_only_read_where_titles_and_facts_leave_it_open() -> None:
    def read() -> str:
        raise AssertionError("nothing is left open")

    same = told("Lokakarya Pengelolaan Air Hujan Kota Seruni", people={RATNA}, lead=read)
    other_day = told("Lokakarya Air Hujan", start_date="2019-05-20", people={RATNA}, lead=read)
    again = told("Lokakarya Pengelolaan Air Hujan Kota Seruni", people={RATNA}, lead=read)

    assert len(decide((same, other_day, again)).clusters) == 2
