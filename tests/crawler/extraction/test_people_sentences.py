"""Sentences of Indonesian activity news, all invented, with the people they put into an event."""

from __future__ import annotations

import pytest

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people

Expected = tuple[str, str, str | None]
"""Name, role, and position with organization (None: not looked at)."""


def page_of(*lines: str) -> Page:
    """A page of paragraphs; a line that begins with `- ` is a list item, with `> ` a caption."""
    text, blocks = "Judul", [Block("title", 0, 5)]
    for line in lines:
        kind = (
            "item" if line.startswith("- ") else "caption" if line.startswith("> ") else "paragraph"
        )
        words = line[2:] if kind != "paragraph" else line
        start = len(text) + 1
        text = f"{text}\n{words}"
        blocks.append(Block(kind, start, len(text), container=int(kind == "item")))
    return Page(
        Article("http://x/", None, "Judul", None, None, None, None, (), "none", text), tuple(blocks)
    )


def people_of(*lines: str) -> list[tuple[str, str, str]]:
    return [
        (p.name, p.role, " ".join(filter(None, (p.position, p.organization))))
        for p in read_people(page_of(*lines))
    ]


CASES: list[tuple[str, list[Expected]]] = [
    # opening
    (
        "Acara dibuka oleh Bapak Rustam Siregar selaku Kepala Dinas Perhubungan Kota Metro.",
        [("Rustam Siregar", "opening", "Kepala Dinas Perhubungan Kota Metro")],
    ),
    (
        "Kegiatan dibuka secara resmi oleh Sekretaris Daerah Kabupaten Lumajang, Drs. H. Anwar Sadad, M.Si., pada Selasa pagi.",
        [("Anwar Sadad", "opening", "Sekretaris Daerah Kabupaten Lumajang")],
    ),
    (
        "Wali Kota Salatiga Yulius Prasetya membuka langsung lokakarya tersebut.",
        [("Yulius Prasetya", "opening", "Wali Kota Salatiga")],
    ),
    (
        "Bupati Sleman Kustanti Wahyuni saat membuka kegiatan itu meminta camat lebih siaga.",
        [("Kustanti Wahyuni", "opening", "Bupati Sleman")],
    ),
    (
        "Dalam sambutannya, Kepala Bappeda Provinsi Riau, Ir. Zulfahmi Rambe, MT menyampaikan bahwa rencana kota harus luwes.",
        [("Zulfahmi Rambe", "opening", "Kepala Bappeda Provinsi Riau")],
    ),
    (
        "Sambutan pertama disampaikan oleh Ketua Panitia, Ibu Retno Palupi.",
        [("Retno Palupi", "opening", "Ketua Panitia")],
    ),
    (
        "Rektor Universitas Cendrawasih Muda, Prof. Dr. Apolo Wenda, S.H., M.H., memberikan sambutan.",
        [("Apolo Wenda", "opening", "Rektor Universitas Cendrawasih Muda")],
    ),
    (
        "Plt. Camat Sukamaju, Bpk. Heri Kiswanto, S.STP membuka musyawarah itu dengan doa.",
        [("Heri Kiswanto", "opening", "Plt. Camat Sukamaju")],
    ),
    (
        "Sekretaris Jenderal Kementerian Dalam Negeri, Komjen Pol Tomi Sunjaya, meresmikan pusat data itu.",
        [("Tomi Sunjaya", "opening", "Sekretaris Jenderal Kementerian Dalam Negeri")],
    ),
    # chair
    (
        "Rapat dipimpin oleh Asisten Pembangunan, Ibu Dra. Lastri Simanjuntak, M.A.",
        [("Lastri Simanjuntak", "chair", "Asisten Pembangunan")],
    ),
    (
        "Rapat yang dipimpin Sekda Kota Batu Zadim Hartoyo itu membahas anggaran.",
        [("Zadim Hartoyo", "chair", "Sekda Kota Batu")],
    ),
    (
        "Saat memimpin rapat koordinasi, Kepala BPBD Klaten Sri Winoto meminta laporan harian.",
        [("Sri Winoto", "chair", "Kepala BPBD Klaten")],
    ),
    # speakers
    (
        "Narasumber pertama, Ir. Made Arsana, MT dari Dinas Pekerjaan Umum, memaparkan drainase.",
        [("Made Arsana", "speaker", "Dinas Pekerjaan Umum")],
    ),
    (
        "Seminar ini menghadirkan Dr. Laila Nursyam (Universitas Andalas Baru), Pieter van den Berg (Delta Institute), dan Yohanes Bria.",
        [
            ("Laila Nursyam", "speaker", None),
            ("Pieter van den Berg", "speaker", None),
            ("Yohanes Bria", "speaker", None),
        ],
    ),
    (
        "Paparan disampaikan oleh Bapak Gunawan Tjahja selaku Direktur PT Air Sejuk Lestari.",
        [("Gunawan Tjahja", "speaker", "Direktur PT Air Sejuk Lestari")],
    ),
    (
        "Hadir sebagai narasumber Ketua Ikatan Ahli Perencana Kalimantan, Dr. Ruslan Effendi, dan peneliti iklim Siska Manurung.",
        [("Ruslan Effendi", "speaker", None), ("Siska Manurung", "speaker", None)],
    ),
    (
        "Materi kedua dibawakan oleh I Gusti Ngurah Partha, Kepala Bidang Tata Bangunan Dinas PUPR Badung.",
        [("I Gusti Ngurah Partha", "speaker", "Kepala Bidang Tata Bangunan Dinas PUPR Badung")],
    ),
    (
        "Pembicara dalam webinar itu ialah Nur Halimah, Ph.D. (Peneliti Utama, Pusat Riset Kebumian).",
        [("Nur Halimah", "speaker", "Peneliti Utama Pusat Riset Kebumian")],
    ),
    (
        "Sesi berikutnya diisi oleh Ms. Charlotte Dubois dari Agence de Ville Durable.",
        [("Charlotte Dubois", "speaker", None)],
    ),
    (
        "Bertindak sebagai pembicara adalah Sdr. Bagas Wicaksana (Staf Ahli Gubernur) dan Sdri. Ayu Prameswari (Manajer Program Kota Kita).",
        [
            ("Bagas Wicaksana", "speaker", "Staf Ahli Gubernur"),
            ("Ayu Prameswari", "speaker", "Manajer Program Kota Kita"),
        ],
    ),
    (
        "Joko Purwanto, peneliti Pusat Studi Bencana, memaparkan hasil pemetaan rawan longsor.",
        [("Joko Purwanto", "speaker", "peneliti Pusat Studi Bencana")],
    ),
    (
        "Direktur Eksekutif Yayasan Hijau Lestari, Ratna Dumilah, mempresentasikan kebun atap.",
        [("Ratna Dumilah", "speaker", "Direktur Eksekutif Yayasan Hijau Lestari")],
    ),
    (
        "Presentasi pertama oleh ahli hidrologi dari Institut Teknologi Bengawan (Mr. Henk Visser) membahas rob.",
        [("Henk Visser", "speaker", "ahli hidrologi Institut Teknologi Bengawan")],
    ),
    # moderators
    (
        "Diskusi dimoderatori oleh Bapak Fajar Nugraha, S.T., M.Sc.",
        [("Fajar Nugraha", "moderator", None)],
    ),
    (
        "Diskusi panel dipandu Retno Anggraini, jurnalis Radio Kota.",
        [("Retno Anggraini", "moderator", "jurnalis Radio Kota")],
    ),
    ("Dr. Siti Umaroh bertindak selaku moderator.", [("Siti Umaroh", "moderator", None)]),
    (
        "Dian Kusumastuti dan Dr. Bambang Waluyo menjadi moderator dalam seminar ini.",
        [("Dian Kusumastuti", "moderator", None), ("Bambang Waluyo", "moderator", None)],
    ),
    (
        "Acara ini dipandu oleh moderator, yaitu Ibu Maria Goreti.",
        [("Maria Goreti", "moderator", None)],
    ),
    # panel
    (
        "Diskusi panel menghadirkan narasumber Bapak Ali Imron (Kepala Bidang Air Minum), Ibu Sri Utami (Direktur Perumda Tirta Jaya), dan Bapak Wayan Sutama yang dimoderatori oleh Ibu Clara Tampubolon.",
        [
            ("Ali Imron", "panelist", "Kepala Bidang Air Minum"),
            ("Sri Utami", "panelist", "Direktur Perumda Tirta Jaya"),
            ("Wayan Sutama", "panelist", None),
            ("Clara Tampubolon", "moderator", None),
        ],
    ),
    (
        "Bertindak sebagai panelis adalah Dr. Hendra Saragih dan Aminah Lubis, S.Sos.",
        [("Hendra Saragih", "panelist", None), ("Aminah Lubis", "panelist", None)],
    ),
    # facilitators
    (
        "Diskusi kelompok difasilitasi oleh Sdri. Wulan Ndari dan Sdr. Petrus Kia.",
        [("Wulan Ndari", "facilitator", None), ("Petrus Kia", "facilitator", None)],
    ),
    (
        "Kelompok 2 dengan fasilitator Agus Subekti membahas sampah.",
        [("Agus Subekti", "facilitator", None)],
    ),
    # attendees
    (
        "Rapat dihadiri oleh Bpk. Slamet Raharjo (Kepala Seksi Drainase); Sdri. Putri Amalia (Staf Perencanaan); dan Sdr. M. Iqbal (Staf Magang).",
        [
            ("Slamet Raharjo", "attendee", "Kepala Seksi Drainase"),
            ("Putri Amalia", "attendee", "Staf Perencanaan"),
            ("M. Iqbal", "attendee", "Staf Magang"),
        ],
    ),
    (
        "Turut hadir dalam acara tersebut Ketua DPRD Kota Bitung, Maikel Tumiwa, serta Kapolres Bitung AKBP Indra Permana.",
        [
            ("Maikel Tumiwa", "attendee", "Ketua DPRD Kota Bitung"),
            ("Indra Permana", "attendee", "Kapolres Bitung"),
        ],
    ),
    (
        "Hadir pula Duta Besar Denmark untuk Indonesia, Lars Mikkelsen.",
        [("Lars Mikkelsen", "attendee", "Duta Besar Denmark untuk Indonesia")],
    ),
    (
        "Tim Sekretariat Kota Lestari, yang terdiri dari: Bpk. Yanto Basri (Ketua); Sdri. Mega Puspita (Staf Data).",
        [
            ("Yanto Basri", "attendee", "Ketua Sekretariat Kota Lestari"),
            ("Mega Puspita", "attendee", "Staf Data Sekretariat Kota Lestari"),
        ],
    ),
    # quotes
    (
        "“Kami siap,” ujar Herman Pelani, Kepala Pelaksana BPBD Agam, Senin (4/3).",
        [("Herman Pelani", "quoted", "Kepala Pelaksana BPBD Agam")],
    ),
    (
        "Menurut Kepala Dinas Kesehatan Kabupaten Sikka, dr. Petronela Goa, kasus demam berdarah turun.",
        [("Petronela Goa", "quoted", "Kepala Dinas Kesehatan Kabupaten Sikka")],
    ),
    (
        "“Air adalah hak warga,” kata Direktur Utama PDAM Tirta Kencana, Sugeng Riyanto.",
        [("Sugeng Riyanto", "quoted", "Direktur Utama PDAM Tirta Kencana")],
    ),
    (
        "Kepala Desa Sukarame Nanang Kosim S.Pd mengatakan warga sudah berlatih.",
        [("Nanang Kosim", "quoted", "Kepala Desa Sukarame")],
    ),
    ("Warsito, warga RT 05, mengaku baru pertama kali ikut.", [("Warsito", "quoted", None)]),
    ("“Terima kasih,” ungkap Mama Yosefina Bano.", [("Yosefina Bano", "quoted", None)]),
    (
        "Hal itu disampaikan Kepala Bidang Rehabilitasi BPBD Jatim, Andika Surbakti, Rabu (5/2).",
        [("Andika Surbakti", "quoted", "Kepala Bidang Rehabilitasi BPBD Jatim")],
    ),
    (
        "Ia menambahkan, kata Lurah Kebon Jeruk, Abdul Khalit, warga akan dilatih lagi.",
        [("Abdul Khalit", "quoted", "Lurah Kebon Jeruk")],
    ),
    # represented and other absences
    (
        "Walikota Ambon, Bapak Rikard Louhena, yang diwakili oleh Ibu Vonny Tahapary selaku Asisten II, hadir dalam forum.",
        [("Vonny Tahapary", "attendee", "Asisten II")],
    ),
    (
        "Acara dibuka oleh Asisten I Setda Kota Palu, Rifani Pakamundi, mewakili Wali Kota Hadianto Rasyad.",
        [("Rifani Pakamundi", "opening", "Asisten I Setda Kota Palu")],
    ),
    ("Beliau mengutip penelitian Karim Subrata tahun 1998 tentang rob.", []),
    ("Peserta dapat menghubungi Sdri. Nia di nomor 0812.", []),
    ("Acara diadakan di Gedung Ahmad Subarjo, Jalan Ki Hajar Dewantoro No. 4.", []),
    ("Penghargaan Sutan Takdir diberikan kepada kota yang tangguh.", []),
    # nobody is named
    (
        "Acara dibuka oleh Deputi Gubernur Bidang Tata Ruang dan dihadiri Kepala Dinas Bina Marga.",
        [],
    ),
    (
        "Kepala Dinas Lingkungan Hidup Kota Depok menyampaikan apresiasi kepada Bank Sampah Melati Bersih.",
        [],
    ),
    (
        "Rapat dihadiri Bappeda, Dinas Bina Marga, PT Cipta Karsa Abadi, Yayasan Rumah Bambu dan Kelurahan Rawa Badak.",
        [],
    ),
    ("Setelah itu, Lokakarya Strategi Ketahanan Kota membahas Program Kampung Iklim.", []),
    ("Sesi dipandu oleh Tim Ruang Bersama dan Kota Tanpa Kumuh.", []),
    ("Ibu Kota Nusantara menjadi tuan rumah, kata panitia.", []),
    ("Workshop Building Safer Cities Together diselenggarakan oleh World Resources Institute.", []),
    ("Direktur PT Tirta Buana Semesta menjelaskan rencana sambungan baru.", []),
    ("Bapak dan Ibu peserta diminta mengisi daftar hadir, ujar panitia.", []),
    ("Sementara itu, Camat Rawa Indah menyatakan siap.", []),
    ("Jakarta, Senin 5 Maret 2018. Kelompok I menyimpulkan perlunya data bersama.", []),
    # names of many kinds
    (
        "Paparan oleh Anak Agung Istri Mirah, S.E., Ak., CA.",
        [("Anak Agung Istri Mirah", "speaker", None)],
    ),
    (
        "Paparan oleh Robert J.P. Hutagalung dari Universitas Danau Biru.",
        [("Robert J.P. Hutagalung", "speaker", "Universitas Danau Biru")],
    ),
    (
        "Paparan oleh KH. Ma'mun Zubaidi dan Ustadz Abdul Ghani bin Salim.",
        [("Ma'mun Zubaidi", "speaker", None), ("Abdul Ghani bin Salim", "speaker", None)],
    ),
    (
        "Paparan oleh Lim Swie Hok (Direktur Operasi, PT Logam Mulia Abadi).",
        [("Lim Swie Hok", "speaker", "Direktur Operasi PT Logam Mulia Abadi")],
    ),
    (
        "Paparan oleh Letkol Inf. Dwi Sasongko, Komandan Kodim 0712.",
        [("Dwi Sasongko", "speaker", "Komandan Kodim 0712")],
    ),
    (
        "Paparan oleh Suharti dari Dinas Sosial dan Markus dari Kementerian Kesehatan.",
        [("Suharti", "speaker", "Dinas Sosial"), ("Markus", "speaker", "Kementerian Kesehatan")],
    ),
    ("Paparan oleh Prof. (Em.) Dr. Ing. Otto Soemardi.", [("Otto Soemardi", "speaker", None)]),
    ("Paparan oleh ANDI TENRI AWARU, S.T., M.T.", [("ANDI TENRI AWARU", "speaker", None)]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_a_sentence_gives_its_people(sentence: str, expected: list[Expected]) -> None:
    found = people_of(sentence)
    assert [(name, role) for name, role, _ in found] == [(name, role) for name, role, _ in expected]
    for (_, _, position), (_, _, wanted) in zip(found, expected, strict=True):
        if wanted is not None:
            assert position == wanted
