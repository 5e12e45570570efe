"""Counts of who came, in the many manners of news, notes and press releases."""

from __future__ import annotations

import pytest
from dated_pages import page_of

from crawler.extraction.attendance.reader import read_attendance


def counts(*lines: str, published: str = "2019-05-20") -> list[tuple[int, str, str]]:
    page = page_of("Judul", *lines, published=published)
    return [(a.count, a.qualifier, a.unit) for a in read_attendance(page)]


CAME = [
    ("Rapat dihadiri delapan dari sepuluh lurah.", [(8, "exact", "lurah")]),
    ("Baru 11 dari 16 kelurahan yang hadir.", [(11, "exact", "kelurahan")]),
    ("Undangan yang hadir 72 orang, lebih banyak dari rencana 60 orang.", [(72, "exact", "orang")]),
    ("Lokakarya mengumpulkan 60 kader dari 12 desa.", [(60, "exact", "kader"), (12, "exact", "desa")]),
    ("Forum ini menghimpun sedikitnya 45 pengurus RW.", [(45, "at_least", "pengurus")]),
    ("Pelatihan diikuti oleh 64 peserta yang mewakili 16 desa.", [(64, "exact", "peserta"), (16, "exact", "desa")]),
    ("Lokakarya diikuti 40 orang mewakili 12 sekolah.", [(40, "exact", "orang"), (12, "exact", "sekolah")]),
    ("Sebanyak 28 peserta mengikuti kelas ini, terdiri dari kader posyandu, pengurus RW, pemuda masjid dan guru dari tujuh desa.", [(28, "exact", "peserta"), (7, "exact", "desa")]),
    ("Seminar dihadiri 90 orang. Sesi kedua diisi oleh tiga wakil kampung, yaitu Ratna Dewi (kader), Tono (petani), dan Lina (guru).", [(90, "exact", "orang")]),
    ("Kira-kira 35 orang yang duduk lesehan di teras menyimak cerita itu.", [(35, "about", "orang")]),
    ("Hadir perwakilan Dinas Sosial, Bappeda, dan Paguyuban Warga Tepi Kali dengan jumlah maksimal 30 orang.", [(30, "at_most", "orang")]),
    ("Diskusi dihadiri sekitar tiga puluhan orang.", [(30, "about", "orang")]),
    ("Rapat dihadiri 12 orang dari 18 undangan.", [(12, "exact", "orang")]),
    ("Pertemuan di Lt. 5 kantor wali kota itu dihadiri 40 peserta.", [(40, "exact", "peserta")]),
    ("Peserta yang mewakili kampung nelayan berjumlah 22 orang.", [(22, "exact", "orang")]),
    ("Panitia mencatat 142 orang mengisi daftar hadir.", [(142, "exact", "orang")]),
    ("Sebanyak 142 orang menandatangani daftar hadir.", [(142, "exact", "orang")]),
    ("Delegasi yang berjumlah 12 orang itu diterima wakil wali kota.", [(12, "exact", "orang")]),
    ("Rombongan terdiri dari 9 orang.", [(9, "exact", "orang")]),
    ("Sebanyak 22 pegawai dari 9 perangkat daerah mengikuti pelatihan.", [(22, "exact", "pegawai"), (9, "exact", "perangkat daerah")]),
    ("Pelatihan diikuti 40-50 orang.", [(40, "about", "orang")]),
    ("Pelatihan diikuti 40 sampai 50 peserta.", [(40, "about", "peserta")]),
    ("Pelatihan diikuti sekitar 40 – 50 peserta.", [(40, "about", "peserta")]),
    ("Pelatihan diikuti 60 orang penghuni rumah susun.", [(60, "exact", "orang")]),
    ("Dari 50 peserta, 10 peserta perempuan.", [(50, "exact", "peserta")]),
    ("Simulasi melibatkan 120 murid dan 14 guru.", [(120, "exact", "murid"), (14, "exact", "guru")]),
    ("Lomba diikuti 36 tim dari 12 sekolah.", [(36, "exact", "tim"), (12, "exact", "sekolah")]),
    ("Sekretariat melatih 30 penggerak PKK.", [(30, "exact", "penggerak")]),
    ("Peserta pelatihan berjumlah 45 (empat puluh lima) orang.", [(45, "exact", "orang")]),
    ("Jumlah peserta yang hadir adalah 45 orang.", [(45, "exact", "orang")]),
    ("Total peserta: 45.", [(45, "exact", "peserta")]),
    ("Jumlah peserta: 45", [(45, "exact", "peserta")]),
    ("Peserta yang hadir kurang lebih 60 orang, terdiri atas 35 kader dan 25 guru.", [(60, "about", "orang")]),
    ("Pelatihan diikuti 60 orang. Mereka terdiri dari 35 kader dan 25 guru.", [(60, "exact", "orang")]),
    ("Hadir dalam kegiatan ini 17 camat se-kabupaten.", [(17, "exact", "camat")]),
    ("Kegiatan ini dihadiri oleh para camat, lurah, dan 25 ketua RW.", [(25, "exact", "ketua RW")]),
    ("Tak sedikitnya 70 warga menghadiri pertemuan itu.", [(70, "at_least", "warga")]),
    ("Lebih dari seratus peserta menyimak paparan.", [(100, "at_least", "peserta")]),
    ("Webinar diikuti 512 peserta melalui Zoom dan 1.204 penonton melalui YouTube.", [(512, "exact", "peserta"), (1204, "exact", "penonton")]),
    ("Sebanyak 512 orang bergabung lewat Zoom.", [(512, "exact", "orang")]),
    ("Kegiatan ini diikuti 20 orang petugas lapangan.", [(20, "exact", "orang")]),
    ("Acara dihadiri 5 anggota DPRD.", [(5, "exact", "anggota")]),
    ("Turut hadir perwakilan dari 14 kementerian/lembaga.", [(14, "exact", "kementerian/lembaga")]),
    ("Kegiatan yang dihadiri 200-an warga itu berlangsung meriah.", [(200, "about", "warga")]),
    ("Kegiatan dihadiri 200 lebih warga.", [(200, "at_least", "warga")]),
    ("Kegiatan dihadiri tak kurang 200 warga.", [(200, "at_least", "warga")]),
    ("Lokakarya ini mengundang 40 perwakilan komunitas.", [(40, "exact", "perwakilan")]),
    ("Sejumlah 35 undangan memenuhi ruang rapat.", [(35, "exact", "undangan")]),
    ("Adapun peserta kegiatan sebanyak 35 orang yang berasal dari 7 kecamatan.", [(35, "exact", "orang"), (7, "exact", "kecamatan")]),
    ("The workshop was attended by 35 participants.", [(35, "exact", "participants")]),
    ("Around 35 people attended the workshop.", [(35, "about", "people")]),
    ("Peserta yang lulus hanya 20 orang dari 35 peserta.", [(35, "exact", "peserta")]),
    ("Sebanyak 20 dari 35 peserta lulus.", [(35, "exact", "peserta")]),
    ("Tiga puluh lima pengurus bank sampah ikut serta.", [(35, "exact", "pengurus")]),
    ("Bimtek bagi 60 kader posyandu digelar di aula.", [(60, "exact", "kader")]),
    ("Pada pelatihan ini, 24 kelompok tani ikut serta.", [(24, "exact", "kelompok tani")]),
    ("Ada 33 peserta yang terdaftar.", [(33, "exact", "peserta")]),
    ("Rapat dihadiri 33 peserta dan 4 narasumber.", [(33, "exact", "peserta")]),
    ("Rapat dihadiri Wali Kota beserta 30 kepala dinas.", [(30, "exact", "kepala dinas")]),
    ("Pasukan oranye yang dikerahkan sebanyak 75 orang.", [(75, "exact", "orang")]),
    ("Kerja bakti diikuti 75 warga, lebih banyak daripada bulan lalu yang diikuti 40 warga.", [(75, "exact", "warga")]),
    ("Pelatihan hari kedua diikuti 30 peserta pada pukul 09.00.", [(30, "exact", "peserta")]),
    ("Rapat yang dihadiri 12 orang dari 5 instansi itu berlangsung 3 jam.", [(12, "exact", "orang"), (5, "exact", "instansi")]),
    ("Kegiatan ini diikuti oleh 15 (lima belas) orang dari unsur pemerintah dan 20 (dua puluh) orang dari unsur masyarakat.", [(15, "exact", "orang"), (20, "exact", "orang")]),
    ("Sekurangnya 56 lembaga mengirim wakilnya.", [(56, "at_least", "lembaga")]),
    ("Seminar diikuti 1,200 participants.", [(1200, "exact", "participants")]),
    ("Apel diikuti 1.250 personel gabungan TNI, Polri, dan BPBD.", [(1250, "exact", "personel")]),
    ("Kehadiran warga tercatat 84 orang.", [(84, "exact", "orang")]),
    ("Sejumlah 84 warga RW 03 mendatangi balai pertemuan.", [(84, "exact", "warga")]),
    ("Kegiatan turut dihadiri Direktur dan sekitar 15 jurnalis.", [(15, "about", "jurnalis")]),
    ("Acara dihadiri oleh perwakilan 8 BUMD, 5 asosiasi, dan 3 kampus.", [(8, "exact", "BUMD"), (5, "exact", "asosiasi"), (3, "exact", "kampus")]),
    ("Rapat dihadiri 6 (enam) orang dari Dinas Perhubungan.", [(6, "exact", "orang")]),
    ("Workshop yang diikuti oleh 25 peserta terpilih dari 300 pendaftar ini berlangsung dua hari.", [(25, "exact", "peserta")]),
    ("Tim ekspedisi beranggotakan 14 orang.", [(14, "exact", "orang")]),
    ("Sekitar 1.500-an warga tumpah ruah di lapangan.", [(1500, "about", "warga")]),
    ("Dua ratus lima puluh pelajar mengikuti upacara.", [(250, "exact", "pelajar")]),
    ("Pada hari pertama, 90 orang datang; pada hari kedua 75 orang.", [(90, "exact", "orang"), (75, "exact", "orang")]),
    ("Hadir pula 11 anggota Karang Taruna.", [(11, "exact", "anggota")]),
    ("Lebih kurang 70-80 orang hadir.", [(70, "about", "orang")]),
    ("Seminar ini diikuti secara luring oleh 75 peserta dan daring oleh 210 peserta.", [(75, "exact", "peserta"), (210, "exact", "peserta")]),
    ("Menurut panitia, peserta yang hadir mencapai 1.020 orang dari target 800 orang.", [(1020, "exact", "orang")]),
    ("Acara berlangsung 3 hari dan diikuti 45 dosen dari 20 universitas se-Indonesia.", [(45, "exact", "dosen"), (20, "exact", "universitas")]),
    ("Kunjungan kerja diikuti 9 anggota Komisi D.", [(9, "exact", "anggota")]),
    ("Di hadapan 60 peserta, wali kota memaparkan rencana itu.", [(60, "exact", "peserta")]),
    ("Ketua panitia melaporkan bahwa kegiatan diikuti oleh 96 peserta utusan kabupaten.", [(96, "exact", "peserta")]),
    ("Peserta terdiri atas 20 orang guru, 10 orang siswa, dan 5 orang wali murid.", [(20, "exact", "orang"), (10, "exact", "orang"), (5, "exact", "orang")]),
    ("Rapat dihadiri 7 orang, antara lain camat dan 2 lurah.", [(7, "exact", "orang")]),
    ("Acara dihadiri kurleb 50 orang.", [(50, "about", "orang")]),
    ("Acara dihadiri +50 orang.", [(50, "about", "orang")]),
    ("Dihadiri ± 50 (lima puluh) orang peserta.", [(50, "about", "orang")]),
    ("Peserta: 50 orang.", [(50, "exact", "orang")]),
    ("Jumlah Hadirin 50 orang", [(50, "exact", "orang")]),
    ("Jml. peserta: 50 org", [(50, "exact", "org")]),
    ("Lomba diikuti 3 RW.", [(3, "exact", "RW")]),
    ("Para pihak yang hadir berjumlah dua puluh tiga orang.", [(23, "exact", "orang")]),
    ("Sebanyak 12 kelurahan mengirimkan utusan.", [(12, "exact", "kelurahan")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CAME, ids=[c[0] for c in CAME])
def test_a_count_of_who_came(text, expected):
    assert counts(text) == expected


OTHERS = [
    "Angket itu diisi oleh 1.250 responden.",
    "Petisi ditandatangani 500 warga dan diikuti 80 orang pedagang.",
    "Bapak tiga anak itu datang bersama istrinya.",
    "Ibu dua anak ini berencana mengajari tetangganya.",
    "Peserta mengunjungi gudang yang dikelola 12 ibu rumah tangga.",
    "Peserta menggambar denah pasar dengan bantuan dua orang juru ukur.",
    "Peserta lokakarya menyusun peta untuk 6 kelurahan.",
    "Sebanyak 30 perusahaan menandatangani komitmen.",
    "Selain lurah, hadir satu petugas dari puskesmas.",
    "Program ini telah melayani 640 orang penghuni rumah susun.",
    "Peserta diutus 2 orang dari masing-masing kelurahan.",
    "Setiap kelurahan mengirim 3 orang peserta.",
    "Peserta dibagi ke dalam lima kelompok yang masing-masing beranggotakan 8 orang.",
    "Peserta dibagi ke dalam lima kelompok beranggotakan 8 orang.",
    "Seratusan warga hadir.",
    "Tim telah mengumpulkan lebih dari 800 jawaban kuesioner dari lima wilayah.",
    "Panitia menghimpun 120 catatan dari 14 kelurahan.",
    "Dua orang diundang untuk bercerita di depan hadirin.",
    "Hadir pula tiga orang perwakilan dari Sanggar Pasang selaku pendamping warga, yaitu Bpk. Tono Rahman, Sdr. Rudi Karta, dan Sdri. Lina Wati.",
    "Turut hadir dua orang utusan dari Rumah Peta sebagai mitra belajar kota, yakni Ibu Rina Hapsari dan Bapak Joko Prasetyo.",
    "Data yang dikumpulkan tersebar di 14 perangkat daerah.",
    "Arsip yang dihimpun masih tersimpan di 9 dinas.",
    "Tiga orang tampil sebagai panelis.",
    "Acara menghadirkan 5 pembicara dan 2 moderator.",
    "Banjir berdampak pada 3.400 warga, kata peserta.",
    "Peserta mengunjungi 5 rumah warga.",
    "Ia mengatakan 10 juta orang tinggal di pesisir.",
    "Pertemuan dihadiri 99999999999 orang.",
    "Kota ini memiliki 267 kelurahan, dan peserta datang dari semuanya.",
    "Bantuan untuk 60 kader diserahkan kepada peserta.",
    "Diikuti 2 orang perwakilan dari tiap RW.",
    "Sebanyak 8 dari 10 warga belum punya jamban, ungkap peserta.",
    "Peserta berusia 17 tahun hadir.",
    "Peserta menanam 500 bibit bakau.",
    "Warga RT 05 RW 02 hadir.",
    "Kegiatan ini menyasar 120 kepala keluarga.",
    "Kelas ini menampung 25 peserta.",
    "Pelatihan ini diikuti oleh 3 angkatan.",
    "Pelatihan ini telah meluluskan 300 orang sejak 2015.",
    "Kota ini dihuni 2 juta warga.",
    "Ia mengingatkan peserta bahwa 40.000 warga belum terlayani.",
    "Sesi ini diikuti oleh 5 kelompok yang masing-masing 6 peserta.",
    "Sebanyak 5 penghargaan diserahkan kepada 5 peserta terbaik.",
    "Pohon bantuan 3 perusahaan ditanam peserta.",
]  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_a_number_that_counts_something_else(text):
    assert counts(text) == []


def test_a_sentence_about_a_day_of_another_event_counts_nobody():
    assert counts(
        "Rapat warga digelar pada 18 Mei 2019 dan dihadiri 30 orang.",
        "Rapat pada 2 April 2018 dihadiri 12 orang.",
        "Rapat berikutnya pada 9 Juni 2019 menghadirkan 70 orang.",
    ) == [(30, "exact", "orang")]


def test_the_day_on_which_an_organization_was_founded_is_no_other_event():
    assert counts(
        "Seminar digelar pada 18 Mei 2019.",
        "Seminar yayasan yang berdiri 4 Juni 1981 itu dihadiri 90 peserta.",
    ) == [(90, "exact", "peserta")]


def test_parts_named_in_a_later_sentence_are_left_out_of_the_total():
    assert counts("Seminar diikuti 50 peserta.", "Hadir 30 guru dan 20 siswa.") == [
        (50, "exact", "peserta")
    ]


def test_the_quote_of_a_range_holds_both_bounds():
    page = page_of("Judul", "Pelatihan diikuti 40-50 orang.")
    (fact,) = read_attendance(page)
    assert [page.text[s.start : s.end] for s in fact.evidence] == ["40-50 orang"]


@pytest.mark.parametrize(
    "piece", ["35 peserta ", "5 laki-laki dan 6 perempuan ", "sepuluh ", "dihadiri "]
)
def test_a_line_without_end_is_read(piece):
    assert len(counts(piece * 5000)) <= 2
