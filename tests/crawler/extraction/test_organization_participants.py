"""Sentences that say who organized, supported or attended: every one of them counts."""

from __future__ import annotations

import pytest
from organization_pages import names_in


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Dinas Bina Sungai Kota Wanasari menggelar pelatihan pemetaan banjir di Balai Desa Sukamaju, Senin (3/2/2020).",
            ["Dinas Bina Sungai Kota Wanasari"],
        ),
        (
            "Rapat koordinasi dihadiri oleh Kepala BPBD Kabupaten Wanasari, Camat Cempaka, para lurah, serta perwakilan PMI dan Karang Taruna Melati.",
            ["BPBD Kabupaten Wanasari", "PMI", "Karang Taruna Melati"],
        ),
        (
            "Kegiatan ini diselenggarakan oleh Yayasan Alam Lestari bekerja sama dengan Universitas Nusa Cendana Raya dan didukung oleh Bank Tirta.",
            ["Yayasan Alam Lestari", "Universitas Nusa Cendana Raya", "Bank Tirta"],
        ),
        (
            "Hadir dalam acara tersebut antara lain Dinas Pertanian, Pangan dan Perikanan; Dinas Kesehatan; serta Badan Pusat Statistik.",
            ["Dinas Pertanian, Pangan dan Perikanan", "Dinas Kesehatan", "Badan Pusat Statistik"],
        ),
        (
            "Lokakarya diikuti 40 peserta dari Pemerintah Pusat (Kementerian PUPR, Bappenas), BUMN (Lintas Jaya), Akademisi (UI, Universitas Cendana), dan Swasta (Rumah Peta, PT Karya Hijau).",
            [
                "Kementerian PUPR",
                "Bappenas",
                "Lintas Jaya",
                "UI",
                "Universitas Cendana",
                "Rumah Peta",
                "PT Karya Hijau",
            ],
        ),
        (
            "Bupati Wanasari membuka sosialisasi yang digelar Dinas Perumahan dan Kawasan Permukiman di Hotel Cempaka, Kamis.",
            ["Dinas Perumahan dan Kawasan Permukiman"],
        ),
        (
            "Pemkot Wanasari melalui Dinas Lingkungan Hidup (DLH) mengadakan bimbingan teknis pengelolaan sampah.",
            ["Pemkot Wanasari", "Dinas Lingkungan Hidup"],
        ),
        (
            "Acara dihadiri Kapolres, Dandim, Sekda, dan Ketua DPRD Kabupaten Wanasari.",
            ["DPRD Kabupaten Wanasari"],
        ),
        (
            "Workshop dibuka oleh Kepala Badan Perencanaan Pembangunan Daerah (Bappeda) Provinsi Jawa Tengah, Suryo Hadi.",
            ["Badan Perencanaan Pembangunan Daerah Provinsi Jawa Tengah"],
        ),
        (
            "Narasumber berasal dari Institut Teknologi Cakrawala, Center for Delta Studies, dan Kementerian Kesehatan.",
            ["Institut Teknologi Cakrawala", "Center for Delta Studies", "Kementerian Kesehatan"],
        ),
        (
            "Turut hadir perwakilan Kedutaan Besar Norwegia, UNDP, Green Delta Foundation, dan Mercusuar Kota.",
            ["Kedutaan Besar Norwegia", "UNDP", "Green Delta Foundation", "Mercusuar Kota"],
        ),
        (
            "Sekretariat Kota Tangguh bersama Komunitas Peta Warga (KPW) menyelenggarakan lokakarya dua hari.",
            ["Sekretariat Kota Tangguh", "Komunitas Peta Warga"],
        ),
        (
            "KPW memaparkan peta banjir kepada peserta dari Kelompok Tani Subur Makmur, Koperasi Mina Jaya, dan Bank Sampah Asri.",
            ["Kelompok Tani Subur Makmur", "Koperasi Mina Jaya", "Bank Sampah Asri"],
        ),
        (
            "Tuan rumah kegiatan ini adalah Politeknik Negeri Wanasari.",
            ["Politeknik Negeri Wanasari"],
        ),
        (
            "Kepala Bidang Rehabilitasi dan Rekonstruksi BPBD Provinsi Banten, Rahmat Sidik, menyampaikan materi tentang gempa.",
            ["BPBD Provinsi Banten"],
        ),
        (
            "Pelatihan diikuti oleh 60 relawan dari PMI Kota Wanasari, RAPI, Tagana, dan Pramuka Kwarcab Wanasari.",
            ["PMI Kota Wanasari", "RAPI", "Tagana", "Pramuka Kwarcab Wanasari"],
        ),
        (
            "Diskusi ini hasil kerja sama antara Asosiasi Arsitek Tepi Air (AATA) dengan Studio Rupa Kota.",
            ["Asosiasi Arsitek Tepi Air", "Studio Rupa Kota"],
        ),
        (
            "Rapat dipimpin Asisten Perekonomian dan Pembangunan Setda Kabupaten Wanasari.",
            ["Setda Kabupaten Wanasari"],
        ),
        (
            "Audiensi Ikatan Ahli Perencana Tepi Air diterima oleh Wali Kota.",
            ["Ikatan Ahli Perencana Tepi Air"],
        ),
        (
            "Seminar ini menghadirkan Dr. Bagus Prakoso dari Universitas Cendana dan Ibu Rina Melati (Direktur PT Sinar Rupa).",
            ["Universitas Cendana", "PT Sinar Rupa"],
        ),
        (
            "Forum Pengurangan Risiko Bencana (FPRB) Kabupaten Wanasari menerima kunjungan dari Plan Delta International.",
            ["Forum Pengurangan Risiko Bencana Kabupaten Wanasari", "Plan Delta International"],
        ),
        (
            "Kunjungan kerja Komisi IV DPRD Kota Wanasari ke Dinas Sumber Daya Air disambut hangat.",
            ["Komisi IV DPRD Kota Wanasari", "Dinas Sumber Daya Air"],
        ),
        (
            "Rakor tersebut dihadiri oleh seluruh OPD, camat se-Kabupaten Wanasari, TP PKK Kabupaten Wanasari, dan Forum Anak Wanasari.",
            ["TP PKK Kabupaten Wanasari", "Forum Anak Wanasari"],
        ),
        (
            "FGD dihadiri Dishub, Dinsos, BPBD, Satpol PP, dan PT. Arus Kota (Persero) Tbk.",
            ["Dishub", "Dinsos", "BPBD", "Satpol PP", "PT. Arus Kota Tbk"],
        ),
        (
            "Kegiatan ini difasilitasi oleh GIZ dan Urban Delta Partnership serta diikuti perwakilan 12 kota.",
            ["GIZ", "Urban Delta Partnership"],
        ),
        (
            "Panitia mengundang Kementerian Dalam Negeri, Kementerian Pekerjaan Umum dan Perumahan Rakyat (PUPR), serta Kementerian Agraria dan Tata Ruang/BPN.",
            [
                "Kementerian Dalam Negeri",
                "Kementerian Pekerjaan Umum dan Perumahan Rakyat",
                "Kementerian Agraria dan Tata Ruang",
            ],
        ),
        (
            "Pertemuan antara Sekretariat Kota Tangguh dan Delta Cities Network membahas rencana tahun depan.",
            ["Sekretariat Kota Tangguh", "Delta Cities Network"],
        ),
        (
            "Paparan pertama disampaikan oleh Badan Riset dan Inovasi Nasional (BRIN), paparan kedua oleh Rumah Delta.",
            ["Badan Riset dan Inovasi Nasional"],
        ),
        (
            "Kegiatan dilaksanakan atas kerja sama Pemerintah Kabupaten Wanasari, Universitas Cendana, dan Lembaga Kajian Pesisir.",
            ["Pemerintah Kabupaten Wanasari", "Universitas Cendana", "Lembaga Kajian Pesisir"],
        ),
        (
            "Peserta terdiri atas perangkat daerah seperti Dinas Sosial, Dinas Kesehatan dan Suku Dinas Lingkungan Hidup Jakarta Barat.",
            ["Dinas Sosial", "Dinas Kesehatan", "Suku Dinas Lingkungan Hidup Jakarta Barat"],
        ),
        (
            "Penyelenggara: Himpunan Mahasiswa Teknik Tepi Air.",
            ["Himpunan Mahasiswa Teknik Tepi Air"],
        ),
        (
            "Kegiatan didukung Rockhill Foundation, Deltares Water Institute, dan Pemerintah Belanda.",
            ["Rockhill Foundation", "Deltares Water Institute", "Pemerintah Belanda"],
        ),
        (
            "Yang hadir dalam rapat ini Biro Tata Pemerintahan, Biro Hukum, dan Inspektorat Provinsi Banten.",
            ["Biro Tata Pemerintahan", "Biro Hukum", "Inspektorat Provinsi Banten"],
        ),
        (
            "Lokakarya ini diikuti perwakilan dari Kelurahan Kenanga, Kelurahan Mawar Putih, LMK, FKDM, dan Puskesmas Kecamatan Kenanga.",
            [
                "Kelurahan Kenanga",
                "Kelurahan Mawar Putih",
                "LMK",
                "FKDM",
                "Puskesmas Kecamatan Kenanga",
            ],
        ),
        (
            "Dinas Kesehatan Kota Wanasari bersama BPBD dan RSUD Wanasari mensosialisasikan tanggap darurat.",
            ["Dinas Kesehatan Kota Wanasari", "BPBD", "RSUD Wanasari"],
        ),
        (
            "Bappeda Wanasari, BPBD Wanasari dan Dishub Wanasari hadir dalam rapat tersebut.",
            ["Bappeda Wanasari", "BPBD Wanasari", "Dishub Wanasari"],
        ),
        ("Kepala Bappeda Sutrisno membuka acara.", ["Bappeda"]),
        (
            "Dalam sambutannya, Kepala Dinas Sosial Kabupaten Wanasari berharap warga tanggap.",
            ["Dinas Sosial Kabupaten Wanasari"],
        ),
        (
            "Lokakarya dipandu oleh Ibu Sekar Wening dan diikuti Mahasiswa Universitas Cendana.",
            ["Universitas Cendana"],
        ),
        (
            "Acara dibuka Wakil Gubernur Jawa Barat, didampingi Kepala Dinas Bina Marga dan Penataan Ruang Provinsi Jawa Barat.",
            ["Dinas Bina Marga dan Penataan Ruang Provinsi Jawa Barat"],
        ),
        (
            "Seminar digelar oleh Institut Teknologi Cakrawala (ITC) Wanasari. ITC menghadirkan pembicara dari Delft Delta University dan Japan Water Agency.",
            [
                "Institut Teknologi Cakrawala Wanasari",
                "Delft Delta University",
                "Japan Water Agency",
            ],
        ),
        (
            "Direktur Eksekutif Yayasan Pesisir Biru, Sinta Maharani, menjelaskan program pemulihan mangrove.",
            ["Yayasan Pesisir Biru"],
        ),
        (
            "Sejumlah lembaga ikut serta, di antaranya Rumah Peta, Ruang Kita Bersama, LBH Wanasari, dan Walhi.",
            ["Rumah Peta", "Ruang Kita Bersama", "LBH Wanasari", "Walhi"],
        ),
        (
            "Turut hadir: Kementerian Agama, Kantor Wilayah Kementerian Agama Provinsi Banten, MUI, FKUB.",
            [
                "Kementerian Agama",
                "Kantor Wilayah Kementerian Agama Provinsi Banten",
                "MUI",
                "FKUB",
            ],
        ),
        (
            "Kegiatan bekerja sama denganYayasan Rimba Kota dan Pemkab.Wanasari.",
            ["Yayasan Rimba Kota", "Pemkab.Wanasari"],
        ),
        (
            "Rapat diikuti oleh unsur Bappeda, Dinas Pekerjaan Umum dan Penataan Ruang, Dinas Perhubungan, serta Biro Kerja Sama Daerah Provinsi Banten.",
            [
                "Bappeda",
                "Dinas Pekerjaan Umum dan Penataan Ruang",
                "Dinas Perhubungan",
                "Biro Kerja Sama Daerah Provinsi Banten",
            ],
        ),
        (
            "Pelatihan ini dibiayai oleh Delta Climate Fund dan dilaksanakan oleh konsultan PT Arta Bumi Konsultan.",
            ["Delta Climate Fund", "PT Arta Bumi Konsultan"],
        ),
        (
            "Hadir pula Ketua Umum Asosiasi Pemerintah Kota Seluruh Indonesia (APEKSI), Ketua Komunitas Ciliwung Bersih, dan CEO Peta Digital Nusantara.",
            ["Asosiasi Pemerintah Kota Seluruh Indonesia", "Komunitas Ciliwung Bersih"],
        ),
        (
            "Mereka datang dari Universitas Gadjah Bumi, Universitas Islam Negeri Cempaka, dan Sekolah Tinggi Teknologi Melati.",
            [
                "Universitas Gadjah Bumi",
                "Universitas Islam Negeri Cempaka",
                "Sekolah Tinggi Teknologi Melati",
            ],
        ),
        (
            "Badan Narkotika Nasional, Polres Wanasari, dan Kodim 0612 turut mengirim wakil.",
            ["Badan Narkotika Nasional", "Polres Wanasari", "Kodim 0612"],
        ),
        (
            "Mitra yang terlibat meliputi Save Delta Children, Wahana Air Bersih, Mercy Delta Indonesia, dan Oxdelta.",
            ["Save Delta Children", "Wahana Air Bersih", "Mercy Delta Indonesia", "Oxdelta"],
        ),
        ("Kementerian PPN/Bappenas menyelenggarakan konsultasi publik.", ["Kementerian PPN"]),
        (
            "Pemerintah Provinsi Banten, Pemerintah Kota Tangerang dan Kabupaten Serang menandatangani kesepakatan.",
            ["Pemerintah Provinsi Banten", "Pemerintah Kota Tangerang"],
        ),
        (
            "Sosialisasi dilaksanakan Balai Besar Wilayah Sungai Citarum bersama masyarakat.",
            ["Balai Besar Wilayah Sungai Citarum"],
        ),
        (
            "Lokakarya ditutup oleh Sekretaris Dewan Riset Daerah Provinsi Banten.",
            ["Dewan Riset Daerah Provinsi Banten"],
        ),
        (
            "Dosen Fakultas Teknik Universitas Cendana, Dr. Hari Wijaya, memaparkan hasil kajian.",
            ["Universitas Cendana"],
        ),
        (
            "Banjarbaru (ANTARA) - Dinas Lingkungan Hidup Provinsi Kalimantan Selatan melaksanakan sosialisasi adaptasi perubahan iklim yang diikuti perwakilan 13 kabupaten/kota.",
            ["Dinas Lingkungan Hidup Provinsi Kalimantan Selatan"],
        ),
        (
            "Kepala Pusat Pengendalian Pembangunan Ekoregion Kalimantan, Tri Budi, menyampaikan apresiasi kepada Pemerintah Provinsi Kalimantan Selatan.",
            ["Pusat Pengendalian Pembangunan Ekoregion Kalimantan"],
        ),
        (
            "Bappeda Litbang Kabupaten Sukamaju menggandeng Fakultas Geografi Universitas Cendana menyusun kajian risiko bencana.",
            ["Bappeda Litbang Kabupaten Sukamaju", "Fakultas Geografi Universitas Cendana"],
        ),
        (
            "Kegiatan yang dilaksanakan di Hotel Grand Melati ini menghadirkan narasumber dari BMKG Stasiun Klimatologi Banten, PVMBG, serta akademisi Universitas Cendana.",
            ["BMKG Stasiun Klimatologi Banten", "PVMBG", "Universitas Cendana"],
        ),
        (
            "Webinar yang diselenggarakan Program Studi Magister Perencanaan Wilayah dan Kota Universitas Cendana ini diikuti 200 peserta.",
            ["Program Studi Magister Perencanaan Wilayah dan Kota Universitas Cendana"],
        ),
        (
            "Turut mendampingi Kepala Dinas PUPR, Kepala Dinas Sosial, dan Direktur PDAM Tirta Melati.",
            ["Dinas PUPR", "Dinas Sosial", "PDAM Tirta Melati"],
        ),
        (
            "Kegiatan ini merupakan kerja sama antara Kementerian PUPR dengan Japan International Cooperation Agency (JICA).",
            ["Kementerian PUPR", "Japan International Cooperation Agency"],
        ),
        (
            "Acara ini terselenggara berkat dukungan World Resources Institute Indonesia dan Bloomfield Philanthropies.",
            ["World Resources Institute Indonesia", "Bloomfield Philanthropies"],
        ),
        (
            "Sementara itu, perwakilan Wahana Lingkungan Hidup Indonesia (Walhi) Jakarta menyampaikan kritik.",
            ["Wahana Lingkungan Hidup Indonesia Jakarta"],
        ),
        (
            "Kegiatan diikuti 30 peserta yang terdiri dari unsur TNI, Polri, BPBD, Dinas Kesehatan, PMI, Pramuka, dan relawan.",
            ["TNI", "Polri", "BPBD", "Dinas Kesehatan", "PMI", "Pramuka"],
        ),
        (
            "Penandatanganan nota kesepahaman dilakukan oleh Rektor Universitas Cendana dan Kepala BPBD Kabupaten Sukamaju.",
            ["Universitas Cendana", "BPBD Kabupaten Sukamaju"],
        ),
        (
            "Pertamina Foundation dan PT Semen Melati (Persero) Tbk turut menyumbang bibit.",
            ["Pertamina Foundation", "PT Semen Melati Tbk"],
        ),
        (
            "Panelis terdiri dari Kepala Bappeda Provinsi Banten, Direktur Eksekutif Rujukan Kota, dan Ketua Ikatan Ahli Perencanaan.",
            ["Bappeda Provinsi Banten", "Ikatan Ahli Perencanaan"],
        ),
        (
            "Kepala Sub Direktorat Sanitasi, Direktorat Perumahan dan Permukiman, Kementerian PPN/Bappenas, Ira Lubis, menjadi narasumber.",
            ["Direktorat Perumahan dan Permukiman, Kementerian PPN/Bappenas"],
        ),
        (
            "Lokakarya diselenggarakan bersama oleh Sekretariat Kota Tangguh, Bappeda, dan Urban Rivers Lab.",
            ["Sekretariat Kota Tangguh", "Bappeda", "Urban Rivers Lab"],
        ),
        (
            "Kementerian Lingkungan Hidup dan Kehutanan (KLHK) melalui Direktorat Jenderal Pengendalian Perubahan Iklim menggelar Festival Iklim.",
            [
                "Kementerian Lingkungan Hidup dan Kehutanan",
                "Direktorat Jenderal Pengendalian Perubahan Iklim",
            ],
        ),
        (
            "Hal itu disampaikan Kepala Dinas Kebersihan Kota Sukamaju, Joko Purnomo, di sela acara.",
            ["Dinas Kebersihan Kota Sukamaju"],
        ),
        (
            "Adapun peserta yang hadir yaitu: Camat Kenanga, Lurah Mawar, Puskesmas Kenanga, SMPN 3 Sukamaju, dan Bank Sampah Melati.",
            ["Puskesmas Kenanga", "SMPN 3 Sukamaju", "Bank Sampah Melati"],
        ),
        (
            "Tim peneliti Institut Teknologi Cakrawala memaparkan hasil kajian penurunan muka tanah.",
            ["Institut Teknologi Cakrawala"],
        ),
    ],
)
def test_those_who_organized_or_attended_count(sentence: str, names: list[str]) -> None:
    assert names_in(sentence) == names
