"""Sentences that name organizations that took no part."""

from __future__ import annotations

import pytest
from organization_pages import names_in


@pytest.mark.parametrize(
    "sentence",
    [
        "Mitra yang akan dilibatkan kelak yaitu Dinas Sosial dan PMI.",
        "Pihak yang selama ini membantu warga antara lain PMI dan BPBD.",
        "Lahan itu masih diukur bersama Pemerintah Provinsi Jawa Tengah.",
        "Sementara Lestari mengajak hadirin meniru kampung lain.",
        "- Pompa apung dirawat bersama Suku Dinas Kebersihan.",
        "Menurut data Badan Pusat Statistik, jumlah penduduk terus naik.",
        "Program ini mengacu pada peraturan Kementerian Lingkungan Hidup dan Kehutanan.",
        "Peserta berasal dari unsur pemerintah daerah, akademisi, swasta, NGO, dan instansi terkait.",
        "Perlu kerja sama dengan PDAM dan Dinas Sosial agar warga terlayani.",
        "Ke depan Bappeda harus berkoordinasi dengan Kementerian Keuangan.",
        "Kegiatan berlangsung di kantor Dinas Perhubungan, Jalan Kenanga.",
        "UU Nomor 24 Tahun 2007 memberi wewenang kepada BNPB dan pemerintah daerah.",
        "Dubes Norwegia dan Gubernur Jawa Barat turut hadir.",
        "Hasil studi World Delta Institute tahun 2015 dikutip oleh pembicara.",
        "Penghargaan tahun lalu diberikan kepada PT Gemah Ripah dan Koperasi Sejati.",
        "Bank Indonesia mencatat inflasi 3 persen, sedangkan BPS mencatat pertumbuhan 5 persen.",
        "Peserta mengunjungi Museum Bahari dan Taman Kota Melati.",
        "Indonesia dan Jepang bekerja sama dalam pengurangan risiko bencana.",
        "Kegiatan ini merupakan tindak lanjut Program Kota Tangguh dari Kementerian Sosial.",
        "Setelah itu, peserta dibagi menjadi empat kelompok yang membahas peran Dinas Kesehatan, BPBD, dan PLN.",
        "Peserta berasal dari Jakarta, Bandung, Semarang, dan Surabaya.",
        "Kegiatan dihadiri oleh Tim Penggerak PKK, camat, kepala desa, anggota BPD dan ASN.",
        "Dinas Pemadam Kebakaran dan Penyelamatan telah menerbitkan laporan tahun 2017.",
        "Wali Kota Administrasi Jakarta Utara dan Lurah Ancol turut hadir.",
        "Sdr. Andi (Staf Magang) dan Sdri. Ida (Program Officer) mengikuti kegiatan tersebut.",
        "Wakil Bupati Sukamaju membuka Rapat Koordinasi Kelompok Kerja Perumahan dan Kawasan Permukiman (Pokja PKP) di Aula Bappeda.",
        "Hasil survei Lembaga Survei Melati pada 2018 menunjukkan 60 persen warga tidak siap.",
        "Dokumen tersebut akan diserahkan kepada Kementerian Keuangan dan Bappenas.",
        "Peserta belajar dari pengalaman Pemerintah Kota Surabaya dalam mengelola sampah.",
        "Kerugian banjir menurut Bank Dunia mencapai Rp5 triliun.",
        "Acara diakhiri dengan penyerahan bantuan dari BPJS Ketenagakerjaan kepada Karang Taruna Kenanga.",
        "Ketua RT 05, Ketua RW 02, dan Babinsa hadir dalam kegiatan itu.",
        "Sejumlah media seperti Harian Kota Biru dan Radio Suara Melati meliput acara.",
        "Kelompok 1 membahas peran Dinas Sosial, sedangkan Kelompok 2 membahas BPBD.",
        "Pemkab Sukamaju akan membangun tanggul bersama Kementerian PUPR tahun depan.",
    ],
)
def test_kinds_places_topics_and_plans_do_not_count(sentence: str) -> None:
    assert names_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Tim dari Universitas Sriwangi akan melakukan survei lanjutan bulan depan.",
        "Kajian tersebut didanai Delta Climate Fund pada 2016.",
        "Menurut laporan World Delta Bank tahun 2015, kerugian naik.",
        "Peserta kemudian meninjau kantor PT Sampah Jaya dan TPST Bantar Seruni.",
        "Ke depan Sekretariat akan bekerja sama dengan Dinas Pendidikan dan Universitas Sriwangi.",
        "Kegiatan ini ditujukan bagi Dinas Sosial dan Karang Taruna agar siap siaga.",
        "Menteri Lingkungan Hidup dan Kehutanan menyerahkan penghargaan kepada 12 kampung.",
        "Bank Dunia pada 2014 menerbitkan laporan tentang banjir.",
        "Kunjungan lapangan dilanjutkan ke Museum Bahari, Pasar Melati dan Kantor Kelurahan Cempaka.",
        "Kegiatan serupa tahun lalu digelar oleh Dinas Kebudayaan.",
        "Usulan itu akan diteruskan kepada Kementerian Perhubungan.",
        "Program ini meneruskan kerja sama dengan Universitas Delft Raya yang dimulai sejak 2012.",
        "Dana kegiatan bersumber dari hibah Green Delta Fund.",
        "Pemerintah Kota Seruni telah menerbitkan Peraturan Wali Kota tentang sampah.",
        "Kementerian Kesehatan menargetkan penurunan stunting menjadi 14 persen.",
        "Menurutnya, PDAM Tirta Seruni dan PLN perlu memasang genset.",
        "Kelompok kedua menyarankan Dinas Bina Marga membangun jembatan penyeberangan.",
        "Ia pernah bekerja di World Delta Bank dan Kementerian Keuangan.",
        "Peserta diharapkan mendaftar melalui laman Dinas Kominfo Kota Seruni.",
        "Rencana aksi itu akan dilaksanakan oleh Dinas Sosial dan Dinas Kesehatan mulai 2021.",
        "Data curah hujan diperoleh dari BMKG, sedangkan data penduduk dari BPS.",
        "Berdasarkan kajian LIPI dan ITB, tanah turun 12 cm per tahun.",
        "Pelatihan serupa pernah digelar Yayasan Air Kita pada 2017.",
        "Kota ini terpilih sebagai anggota jaringan kota tangguh yang dibentuk Rockhill Foundation.",
        "Lokasi acara berada di seberang kantor Bank Seruni dan RSUD Seruni.",
        "Surat edaran Kementerian Dalam Negeri menjadi dasar kegiatan ini.",
        "Kegiatan ini sejalan dengan program Kampung Iklim Kementerian Lingkungan Hidup dan Kehutanan.",
        "Hasil lokakarya akan disampaikan kepada Gubernur dan Bappenas.",
        "Kerja sama dengan Universitas Bahari Nusa akan dijajaki tahun depan.",
        "Usai rapat, peserta berkunjung ke Taman Nasional Gunung Seruni.",
        "Peserta menginap di Wisma Kementerian Sosial.",
        "Sebuah studi World Delta Institute yang didanai Uni Eropa menyebutkan hal serupa.",
        "Pengelolaan rusun ditangani UPT Rumah Susun Dinas Perumahan.",
        "Lokakarya dibuka Sekretaris Daerah Kota Seruni, Drs. Malik Ibrahim, mewakili Wali Kota Seruni.",
        "Sesi pertama membahas peran BUMD seperti PD Pasar Melati dan PAM Seruni.",
        "Sebelumnya, Bappeda telah mengadakan rapat persiapan dengan Dinas Kesehatan pada 3 Januari 2020.",
        "Peserta berasal dari lima kota, yakni Semarang, Ambon, Ternate, Bima dan Palu.",
        "Anggaran kegiatan berasal dari APBD melalui DPA Dinas Sosial.",
        "Kampung ini dibina oleh PT Semen Seruni sejak 2015.",
    ],
)
def test_plans_sources_places_and_other_times_do_not_count(sentence: str) -> None:
    assert names_in(sentence) == []
