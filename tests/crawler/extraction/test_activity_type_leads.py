"""Titles and first sentences of many hands, and the kind of activity they report; all our own."""

from __future__ import annotations

import pytest

from archive.records import ActivityType
from crawler.article import read_article
from crawler.extraction.activity_type.reader import read_type


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        (
            "Warga Lereng Berlatih Menyelamatkan Diri",
            "Puluhan warga berlatih evakuasi longsor, Sabtu (4/3/2023). Latihan dipandu petugas BPBD dan diikuti 60 orang.",
            "training",
        ),
        (
            "Tim SAR Latih Nelayan Hadapi Cuaca Buruk",
            "Tim SAR melatih 30 nelayan menggunakan pelampung, Jumat (3/3/2023). Kegiatan berlangsung dua hari.",
            "training",
        ),
        (
            "Peta Rawan Longsor Kini Daring",
            "Bupati meluncurkan aplikasi peta longsor di Alun-alun, Senin (3/4/2023). Acara dihadiri 100 undangan.",
            "launch",
        ),
        (
            "Rumah Pompa Baru untuk Warga",
            "Gubernur meresmikan rumah pompa di tepi kali, Rabu (5/4/2023). Peresmian disaksikan warga.",
            "launch",
        ),
        (
            "Temu Pegiat Sungai",
            "Sabtu, 4 Mei 2019, forum temu pegiat sungai diadakan Sekretariat. Forum ini dihadiri 40 pegiat.",
            "forum",
        ),
        (
            "Wali Kota Tinjau Tanggul Kali",
            "Wali Kota meninjau tanggul yang retak, Senin (6/2/2023). Ia didampingi kepala dinas.",
            "visit",
        ),
        (
            "Belajar Sampah, DPRD Sambangi TPST",
            "Komisi D DPRD mengunjungi TPST pada Selasa (7/2/2023) untuk mempelajari pengolahan sampah. Rombongan diterima kepala UPTD.",
            "visit",
        ),
        (
            "Dua Kota Teken Kerja Sama Data Banjir",
            "Dua wali kota menandatangani nota kesepahaman data banjir, Kamis (2/2/2023). Penandatanganan disaksikan menteri.",
            "ceremony",
        ),
        (
            "Pelantikan Pengurus Forum PRB",
            "Pengurus Forum Pengurangan Risiko Bencana dilantik Bupati, Senin (9/1/2023), di pendopo.",
            "ceremony",
        ),
        (
            "Sekretariat Berbagi Cerita di Radio",
            "Deputi CRO diwawancarai Radio Kota, Kamis 3 Mei 2018, tentang ketahanan kota.",
            "other",
        ),
        (
            "Kelurahan Rawa Gelar Kerja Bakti",
            "Warga dan petugas membersihkan saluran, Minggu (5/3/2023). Kerja bakti diikuti 120 warga.",
            "other",
        ),
        (
            "Presentasi Hasil Studi Penurunan Tanah",
            "Jakarta, 5 April 2019. Rapat pemaparan hasil studi penurunan tanah diadakan di Ruang Rapat Deputi dan dihadiri 20 peserta.",
            "meeting",
        ),
        (
            "Pembahasan Draf Strategi Bersama Mitra",
            "Jakarta, 5 April 2019. Sekretariat mengadakan working session pembahasan draf strategi. Peserta dibagi tiga kelompok.",
            "working_session",
        ),
        (
            "Kick Off Meeting Penyusunan Peta Jalan",
            "Jakarta. Kick off meeting penyusunan peta jalan diselenggarakan Senin, 3 Februari 2020, dan dihadiri 30 orang.",
            "meeting",
        ),
        (
            "Rapat Mingguan Sekretariat",
            "Pada hari Senin, 5 Maret 2018, tim sekretariat mengadakan pertemuan rutin.",
            "routine_meeting",
        ),
        (
            "Rakor Penanganan Kekeringan",
            "BPBD menggelar rapat koordinasi penanganan kekeringan, Kamis (3/8/2023).",
            "meeting",
        ),
        (
            "Bedah Buku Kota dan Air",
            "Perpustakaan mengadakan bedah buku Kota dan Air pada Sabtu, 3 Juni 2017, dihadiri 50 pembaca.",
            "seminar",
        ),
        (
            "Talkshow Ramadan: Kota Ramah Lansia",
            "Kampus menggelar talkshow ramah lansia pada 3 Juni 2017 yang diikuti 200 mahasiswa.",
            "discussion",
        ),
        (
            "Apel Siaga Bencana di Lapangan Kota",
            "Pemerintah kota menggelar apel siaga bencana, Selasa (3/1/2023). Apel diikuti 400 personel.",
            "ceremony",
        ),
        (
            "Gladi Lapang Banjir",
            "BPBD menggelar gladi lapang penanganan banjir, Rabu (4/1/2023), diikuti 300 orang.",
            "training",
        ),
        (
            "Bincang Sore Soal Kemacetan",
            "Komunitas mengajak warga berbincang soal kemacetan, Jumat (6/1/2023). Diskusi dihadiri 25 orang.",
            "discussion",
        ),
        (
            "FPRB Gelar Workshop Rencana Kontinjensi",
            "FPRB menggelar workshop rencana kontinjensi gempa di Hotel Asri, Senin (9/1/2023).",
            "workshop",
        ),
        (
            "Finalisasi Indikator Ketahanan",
            "Jakarta, 9 Mei 2018. Bertempat di Ruang Rapat Bappeda, dilangsungkan finalisasi indikator ketahanan. Hadir 20 orang dari dinas terkait.",
            "other",
        ),
        (
            "Penanaman Seribu Mangrove",
            "Mahasiswa menanam seribu mangrove di pesisir, Sabtu (4/2/2023). Kegiatan diikuti 150 orang.",
            "other",
        ),
        (
            "Hari Air Dirayakan dengan Lomba Mewarnai",
            "Dinas menggelar lomba mewarnai, Rabu (22/3/2023), diikuti 80 anak.",
            "other",
        ),
        (
            "Seleksi Fasilitator Kelurahan",
            "Sekretariat membuka seleksi fasilitator. Pendaftaran dibuka sampai 5 Mei 2020. Peminat dapat mengirim berkas.",
            None,
        ),
        (
            "Apa Itu Ketahanan Kota?",
            "Ketahanan kota adalah kemampuan kota untuk bertahan. Istilah ini diperkenalkan pada 2013.",
            None,
        ),
        (
            "Undangan Lokakarya Air Bersih",
            "Sekretariat mengundang Bapak/Ibu hadir dalam lokakarya yang akan diadakan pada 5 Mei 2020.",
            None,
        ),
        (
            "Webinar Kota Sejuk Segera Digelar",
            "Webinar akan diselenggarakan pada 5 Mei 2022. Silakan mendaftar melalui tautan.",
            None,
        ),
        (
            "Menjaga Air Tanah Jakarta",
            "Oleh: Bima Santika. Air tanah kita terus disedot. Pemerintah harus bertindak.",
            None,
        ),
        (
            "Perda Baru Atur Sumur Resapan",
            "Peraturan Daerah Nomor 4 Tahun 2020 mengatur kewajiban sumur resapan bagi bangunan. Sanksi denda menanti pelanggar.",
            None,
        ),
        (
            "Program Kampung Iklim di Lima Kelurahan",
            "Program ini berjalan sejak 2016 dan mendampingi lima kelurahan. Setiap kelurahan menerima bantuan tong sampah.",
            None,
        ),
        (
            "Rapat Persiapan Lokakarya Pengelolaan Sampah",
            "Jakarta, 4 Juli 2018. Rapat persiapan lokakarya diadakan di ruang rapat dan dihadiri 10 orang.",
            "meeting",
        ),
        (
            "Sekretariat Hadiri Lokakarya Nasional",
            "Sekretariat menghadiri lokakarya nasional ketahanan kota, Rabu 4 Juli 2018, di Hotel Asri.",
            "workshop",
        ),
        (
            "Diseminasi Hasil Kajian Sampah",
            "Diseminasi hasil kajian sampah dilaksanakan pada Kamis, 5 Juli 2018, diikuti 60 peserta.",
            "other",
        ),
        (
            "Ratusan Relawan Ikuti Jambore Bencana",
            "Jambore relawan digelar di Bumi Perkemahan, 5-7 Mei 2019, diikuti 500 relawan.",
            "other",
        ),
        (
            "Sekolah Lapang Iklim Ditutup",
            "Sekolah lapang iklim ditutup Bupati, Kamis (5/9/2019). Peserta 25 petani.",
            "training",
        ),
        (
            "PKK Belajar Membuat Kompos",
            "Ibu-ibu PKK mengikuti workshop kompos di balai warga, Kamis (5/9/2019).",
            "workshop",
        ),
        (
            "Sekretariat Paparkan Strategi di DPRD",
            "Sekretariat memaparkan strategi ketahanan kota dalam rapat dengar pendapat di DPRD, Senin (7/10/2019).",
            "hearing",
        ),
        ("Jadwal Lokakarya Berubah", "Panitia mengumumkan lokakarya diundur ke 5 Mei 2020.", None),
        (
            "Pemkab Siapkan Lumbung Pangan Hadapi Kemarau",
            "Pemerintah Kabupaten Lembata menyiapkan lumbung pangan di tujuh desa, kata Bupati, Senin (4/9/2023). Lumbung diisi beras dan jagung.",
            None,
        ),
        (
            "Hujan Deras, Tiga Kelurahan Tergenang",
            "Tiga kelurahan tergenang sejak Minggu (5/2/2023) malam. Petugas mengungsikan 40 warga ke masjid.",
            None,
        ),
        (
            "Mengapa Kita Perlu Dana Darurat",
            "Banyak rumah tangga tidak punya tabungan. Tulisan ini menjelaskan cara menyusunnya.",
            None,
        ),
        (
            "Pertemuan Forum Kota Tangguh Asia",
            "Forum Kota Tangguh Asia mengadakan pertemuan tahunan di Bangkok, 3-4 Mei 2018. Pertemuan dihadiri 12 kota.",
            "meeting",
        ),
        (
            "Rapat Koordinasi Pokja Sanitasi",
            "Pokja Sanitasi mengadakan rapat koordinasi, Kamis 3 Mei 2018, di ruang rapat Bappeda.",
            "meeting",
        ),
        (
            "Sosialisasi Pergub Sumur Resapan",
            "Biro Hukum menyosialisasikan Peraturan Gubernur tentang sumur resapan, Rabu (6/2/2019), kepada 90 pengelola gedung.",
            "other",
        ),
        (
            "Pelatihan Kader Siaga Ditutup Camat",
            "Camat menutup pelatihan kader siaga, Jumat (8/2/2019). Sebanyak 30 kader menerima sertifikat.",
            "training",
        ),
        (
            "Diskusi Kelompok Terpumpun tentang Trotoar",
            "Sekretariat menggelar diskusi kelompok terpumpun, Rabu (6/2/2019), dihadiri 25 orang.",
            "focus_group",
        ),
        (
            "FGD Penyusunan Rencana Aksi",
            "FGD penyusunan rencana aksi diadakan pada Rabu, 6 Februari 2019.",
            "focus_group",
        ),
        (
            "Public Lecture: Living with Water",
            "Universitas mengadakan kuliah tamu bersama pakar air, Kamis (7/2/2019), diikuti 150 mahasiswa.",
            "seminar",
        ),
        (
            "Konsultasi Publik Rencana Tata Ruang",
            "Dinas mengadakan konsultasi publik rencana tata ruang, Kamis (7/2/2019).",
            "hearing",
        ),
        (
            "Kota Tangguh di Konferensi Kota Asia",
            "Deputi CRO menjadi pembicara dalam konferensi kota Asia di Bangkok, 7-8 Februari 2019.",
            "seminar",
        ),
        (
            "Kunjungan Mahasiswa Arsitektur ke Sekretariat",
            "Sekretariat menerima 30 mahasiswa arsitektur, Kamis (7/2/2019), yang ingin tahu strategi kota.",
            "visit",
        ),
        (
            "Audiensi Komunitas Sungai dengan Deputi",
            "Komunitas sungai beraudiensi dengan Deputi Gubernur, Kamis (7/2/2019).",
            "visit",
        ),
        (
            "Working Session II: Menyaring Prakarsa",
            "Sesi kerja kedua diadakan Kamis, 7 Februari 2019. Sebanyak 40 peserta hadir.",
            "working_session",
        ),
        (
            "Peringatan Hari Air Sedunia",
            "Peringatan Hari Air Sedunia digelar di waduk, Rabu (22/3/2023), dan dihadiri 300 orang.",
            "ceremony",
        ),
        (
            "Bupati Lepas Tim Ekspedisi Sungai",
            "Bupati melepas tim ekspedisi sungai, Rabu (22/3/2023), di pendopo. Tim terdiri atas 12 orang.",
            "other",
        ),
        (
            "Rembuk Stunting dan Sanitasi",
            "Kecamatan menggelar rembuk stunting dan sanitasi, Selasa (21/3/2023).",
            "meeting",
        ),
        (
            "Serah Terima Pompa Apung",
            "BNPB menyerahkan dua pompa apung kepada BPBD, Selasa (21/3/2023). Serah terima berlangsung di gudang BPBD.",
            "ceremony",
        ),
        (
            "Strategi Ketahanan Kota Diluncurkan",
            "Strategi ketahanan kota diluncurkan Gubernur pada Jumat, 30 Agustus 2019, di Balai Kota.",
            "launch",
        ),
        (
            "Menakar Kesiapan Kota",
            "Opini. Kota belum siap. Pemerintah kerap menggelar rapat tanpa tindak lanjut.",
            None,
        ),
        (
            "Evaluasi Kerja Sama dengan Mitra",
            "Jakarta, 5 Mei 2019. Evaluasi kerja sama dilaksanakan Sekretariat bersama mitra dan dihadiri 15 orang.",
            "other",
        ),
        (
            "Diskusi Pojok Iklim: Kota dan Panas",
            "Diskusi Pojok Iklim kembali digelar, Rabu (8/5/2019), dengan tiga pembicara.",
            "discussion",
        ),
        (
            "Seri Webinar Sanitasi #4",
            "Webinar seri keempat diikuti 210 peserta, Kamis (9/7/2020), melalui Zoom.",
            "seminar",
        ),
        (
            "Panduan Memilah Sampah",
            "Pisahkan sampah organik dan anorganik. Gunakan tiga wadah.",
            None,
        ),
        (
            "Penutupan Sekolah Relawan",
            "Sekolah relawan ditutup Kepala BPBD, Sabtu (4/5/2019). Pelatihan berlangsung empat hari.",
            "training",
        ),
        (
            "Pertemuan Rutin Kelompok Kerja Air",
            "Pertemuan bulanan kelompok kerja air diadakan Kamis (2/5/2019).",
            "routine_meeting",
        ),
        (
            "Town Hall Meeting Ketahanan Kota",
            "Sekretariat mengadakan town hall meeting, Kamis (2/5/2019), dengan 90 warga.",
            "meeting",
        ),
        (
            "Ngopi Bareng CRO",
            "Sambil ngopi, CRO berdialog dengan 20 komunitas, Jumat (3/5/2019).",
            "discussion",
        ),
        (
            "Studi Banding Pemkot Palu",
            "Pemkot Palu melakukan studi banding ke sekretariat, Kamis (2/5/2019).",
            "visit",
        ),
        (
            "Deputi Gubernur Jadi Narasumber di Talkshow Radio",
            "Deputi Gubernur menjadi narasumber talkshow radio, Kamis (2/5/2019).",
            "discussion",
        ),
        (
            "Penyusunan Dokumen Kajian Risiko Bencana Dimulai",
            "BPBD memulai penyusunan dokumen kajian risiko. Kick off meeting digelar Kamis (2/5/2019) dan dihadiri 30 orang.",
            "meeting",
        ),
        ("Simulasi Kebakaran di Rusun", "Simulasi kebakaran digelar Kamis (2/5/2019).", "training"),
        (
            "Syarat dan Cara Daftar Relawan",
            "Relawan harus berusia 18 tahun. Pendaftaran dibuka hingga 9 Mei 2019.",
            None,
        ),
        (
            "Konferensi Pers Peluncuran Strategi",
            "Konferensi pers digelar di Balai Kota, Jumat (30/8/2019).",
            "other",
        ),
    ],
)
def test_the_kind_is_read_from_title_and_lead(
    title: str, lead: str, kind: ActivityType | None
) -> None:
    page = read_article(
        f"<html><body><article><h1>{title}</h1><div class='entry-content'><p>{lead}</p></div></article></body></html>",
        "https://kota-tepian.example/p/1",
    )
    assert read_type(page) == kind
