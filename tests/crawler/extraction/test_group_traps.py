"""What only looks like discussion groups; all sentences are our own."""

from __future__ import annotations

import pytest

from archive.records import Group
from crawler.article import read_article
from crawler.extraction.groups.reader import read_groups


def groups_of(body: str) -> tuple[Group, ...]:
    return read_groups(
        read_article(
            f"<html><body><article><h1>Lokakarya Kota Tepian</h1><div class='entry-content'><p>Kota Tepian, 3 Maret 2021</p>{body}"
            "<p>Acara ditutup pada sore hari dengan makan bersama dan foto bersama seluruh peserta.</p></div></article></body></html>",
            "https://kota-tepian.example/p/1",
        )
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<p>Agenda rapat:</p><ol><li>Pembukaan</li><li>Paparan air bersih</li><li>Diskusi kelompok</li></ol>",
            id="agenda",
        ),
        pytest.param(
            "<p>Seminar dibagi menjadi tiga sesi, yaitu air bersih, angkutan umum, dan data kota.</p>",
            id="sessions",
        ),
        pytest.param(
            "<p>Menurut keputusan itu, Pokja terdiri atas tiga bidang: bidang perencanaan, bidang pelaksanaan, dan bidang pengawasan.</p>",
            id="decree",
        ),
        pytest.param(
            "<p>Kelompok Kerja terdiri dari Bidang I Perencanaan, Bidang II Pendanaan, dan Bidang III Pemantauan.</p>",
            id="decree2",
        ),
        pytest.param(
            "<p>Indeks terdiri dari empat indikator, yaitu kesehatan, ekonomi, infrastruktur, dan kepemimpinan. Peserta membahas indikator itu.</p>",
            id="indicators",
        ),
        pytest.param(
            "<p>Rapat dihadiri Komisi B dan Komisi D DPRD. Komisi D membidangi pembangunan.</p>",
            id="komisi dprd",
        ),
        pytest.param(
            "<p>Bantuan diberikan kepada kelompok tani 1: Sumber Rejeki dan kelompok tani 2: Tani Maju.</p>",
            id="kelompok tani",
        ),
        pytest.param(
            "<p>Rumah sakit kelas A melayani rujukan, kelas B melayani kabupaten.</p>",
            id="kelas rs",
        ),
        pytest.param(
            "<p>Pelatihan dibagi menjadi dua tahap: teori dan praktik. Peserta mengikuti keduanya.</p>",
            id="tahap",
        ),
        pytest.param(
            "<p>Tim 100RC dan Tim Sekretariat hadir dalam rapat. Tim 1: evakuasi dikirim ke Desa Suka.</p>",
            id="tim",
        ),
        pytest.param(
            "<p>Diskusi kelompok berjalan hangat. Kelompok 1 mendapat hadiah.</p>", id="single"
        ),
        pytest.param(
            "<p>Lokakarya dihadiri 40 peserta yang dibagi menjadi empat kelompok.</p><p><strong>Latar Belakang</strong></p><p>Kota ini rawan.</p><p><strong>Tujuan</strong></p><p>Menyusun aksi.</p><p><strong>Penutup</strong></p><p>Acara ditutup.</p>",
            id="bold sections",
        ),
        pytest.param(
            "<p>Peserta duduk di Meja 1 dan Meja 2 sambil menikmati makan siang.</p>",
            id="meja makan",
        ),
        pytest.param(
            "<p>Program ini menyasar tiga kelompok: lansia, anak, dan penyandang disabilitas.</p>",
            id="kelompok rentan",
        ),
        pytest.param(
            "<table><tr><th>Waktu</th><th>Kegiatan</th><th>Tim</th></tr><tr><td>09.00</td><td>Pembukaan</td><td>Panitia</td></tr><tr><td>10.00</td><td>Diskusi</td><td>Fasilitator</td></tr></table>",
            id="rundown tbl",
        ),
        pytest.param(
            "<p>Rapat diikuti Komisi I, Komisi II, dan Komisi III. Komisi I: hukum dan pemerintahan bukan bahasan rapat.</p>",
            id="dprd",
        ),
        pytest.param(
            "<p>Pelatihan dibagi tiga hari: hari pertama teori, hari kedua praktik, dan hari ketiga evaluasi.</p>",
            id="hari",
        ),
        pytest.param(
            "<p>Strategi terbagi ke dalam lima fokus utama, yaitu tata kelola, siaga, air, mobilitas, dan kohesi sosial.</p>",
            id="strategi",
        ),
        pytest.param(
            "<p>Peserta dibagi menurut kelompok umur: anak, remaja, dan dewasa.</p>",
            id="kelompok usia",
        ),
        pytest.param(
            "<p>Keputusan gubernur membentuk tiga kelompok kerja: perencanaan, pelaksanaan, dan pelaporan. Keputusan berlaku sejak ditetapkan.</p>",
            id="kerja decree",
        ),
        pytest.param(
            "<p>Sesi pertama membahas air. Sesi kedua membahas jalan. Panel 1: Air. Panel 2: Jalan.</p>",
            id="sidang pleno",
        ),
        pytest.param(
            "<p>Narasumber terdiri dari dua kelompok, yaitu akademisi dan praktisi.</p>",
            id="narasumber kelompok",
        ),
        pytest.param(
            "<p>Peserta terdiri atas tiga kelompok: pemerintah, swasta, dan masyarakat.</p>",
            id="peserta terdiri",
        ),
        pytest.param(
            "<p>Pinjaman bergulir diberikan kepada kelompok perempuan dan kelompok pemuda di tiga desa.</p>",
            id="bank",
        ),
        pytest.param(
            "<ol><li>Indikator 1: kesehatan</li><li>Indikator 2: ekonomi</li></ol><p>Kelompok kerja menyusun indikator itu.</p>",
            id="indikator",
        ),
        pytest.param(
            "<p>Pencarian dibagi dalam tiga tim. Tim 1 menyisir hulu, Tim 2 menyisir muara, Tim 3 bersiaga.</p>",
            id="tim sar",
        ),
    ],
)
def test_what_divides_no_participants_is_no_group(body: str) -> None:
    assert groups_of(body) == ()
