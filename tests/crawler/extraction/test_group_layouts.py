"""The ways in which Indonesian pages lay out discussion groups; all sentences are our own."""

from __future__ import annotations

import pytest

from archive.records import Group
from crawler.article import read_article
from crawler.extraction.groups.reader import read_groups

TITLE = "Lokakarya Kota Tepian"


def groups_of(body: str) -> tuple[Group, ...]:
    return read_groups(
        read_article(
            f"<html><body><article><h1>{TITLE}</h1><div class='entry-content'><p>Kota Tepian, 3 Maret 2021</p>{body}"
            "<p>Acara ditutup pada sore hari dengan makan bersama dan foto bersama seluruh peserta.</p></div></article></body></html>",
            "https://kota-tepian.example/p/1",
        )
    )


def topics_of(body: str) -> list[tuple[int | None, str]]:
    return [(group.number, group.topic) for group in groups_of(body)]


WATER, ROADS, DATA = "Penyediaan air bersih", "Angkutan umum dan trotoar", "Satu data kota"
ALL = [(1, WATER), (2, ROADS), (3, DATA)]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>Peserta dibagi menjadi 3 (tiga) kelompok, yaitu:</p><ol><li>{WATER};</li><li>{ROADS};</li><li>{DATA}.</li></ol>",
        f"<p>Pembagian kelompok diskusi adalah sebagai berikut:</p><ol><li>{WATER}</li><li>{ROADS}</li><li>{DATA}</li></ol>",
        f"<p>Peserta kemudian masuk ke dalam tiga kelompok diskusi:</p><p>1. {WATER}</p><p>2. {ROADS}</p><p>3. {DATA}</p>",
        f"<p>Peserta dibagi ke dalam tiga kelompok.</p><h3>Kelompok 1: {WATER}</h3><p>Diskusi berjalan hangat.</p><h3>Kelompok 2: {ROADS}</h3><p>Banyak tanya jawab.</p><h3>Kelompok 3: {DATA}</h3>",
        f"<p><strong>Kelompok I – {WATER}</strong></p><p><strong>Kelompok II – {ROADS}</strong></p><p><strong>Kelompok III – {DATA}</strong></p>",
        f"<p><b>Kelompok A ({WATER})</b></p><p><b>Kelompok B ({ROADS})</b></p><p><b>Kelompok C ({DATA})</b></p>",
        f"<p>Diskusi dibagi dalam tiga kelompok, yaitu (i) {WATER}; (ii) {ROADS}; serta (iii) {DATA}.</p>",
        f"<p>Peserta dibagi ke dalam tiga kelompok: (1) {WATER}, (2) {ROADS}, dan (3) {DATA}.</p>",
        f"<p>Kelompok 1 membahas {WATER}, Kelompok 2 membahas {ROADS}, sedangkan Kelompok 3 membahas {DATA}.</p>",
        f"<p>Kelompok pertama mendiskusikan {WATER}. Kelompok kedua mendiskusikan {ROADS}. Kelompok ketiga mendiskusikan {DATA}.</p>",
        f"<p>Kelompok I bertugas membahas tema “{WATER}”, Kelompok II tema “{ROADS}”.</p><p>Kelompok II membahas {ROADS}. Kelompok III berfokus pada {DATA}.</p>",
        f"<p>Pembagian kelompok sebagai berikut:</p><ul><li>Kelompok 1: {WATER}</li><li>Kelompok 2: {ROADS}</li><li>Kelompok 3: {DATA}</li></ul>",
        f"<table><tr><th>Kelompok</th><th>Topik</th><th>Simpulan</th></tr><tr><td>1</td><td>{WATER}</td><td>a b</td></tr><tr><td>2</td><td>{ROADS}</td><td>c d</td></tr><tr><td>3</td><td>{DATA}</td><td>e f</td></tr></table>",
        f"<table><tr><td>Kelompok</td><td>Hasil Diskusi</td></tr><tr><td>Kelompok 1: {WATER}</td><td>a b</td></tr><tr><td>Kelompok 2: {ROADS}</td><td>c d</td></tr><tr><td>Kelompok 3: {DATA}</td><td>e f</td></tr></table>",
        f"<p>Peserta dibagi menjadi tiga grup.</p><p>Grup 1 ({WATER}) dipandu Ibu Sari Wulandari.</p><p>Grup 2 ({ROADS}) dipandu Bapak Joko Prasetyo.</p><p>Grup 3 ({DATA}) dipandu Ibu Rina Hapsari.</p>",
        f"<p>Peserta dibagi menjadi tiga kelompok, yaitu:</p><ol><li>{WATER}, difasilitasi oleh Sari Wulandari;</li><li>{ROADS} (fasilitator: Joko Prasetyo);</li><li>{DATA}, dipandu oleh Rina Hapsari.</li></ol>",
        f"<p>Tema kelompok 1: {WATER}</p><p>Tema kelompok 2: {ROADS}</p><p>Tema kelompok 3: {DATA}</p>",
        f"<p>Komisi I: {WATER}</p><p>Komisi II: {ROADS}</p><p>Komisi III: {DATA}</p>",
        f"<p>Hasil diskusi:</p><ol><li>Kelompok 1 ({WATER}):<ul><li>Sumur perlu diperiksa</li></ul></li><li>Kelompok 2 ({ROADS}):<ul><li>Halte perlu atap</li></ul></li><li>Kelompok 3 ({DATA}):<ul><li>Peta perlu dibuka</li></ul></li></ol>",
        f"<h3>Kelompok Satu: {WATER}</h3><h3>Kelompok Dua: {ROADS}</h3><h3>Kelompok Tiga: {DATA}</h3>",
        f"<p>Kelompok 1 yang membahas {WATER} menyimpulkan bahwa sumur perlu diperiksa. Kelompok 2 yang membahas {ROADS} mengusulkan agar halte diberi atap. Kelompok 3 yang membahas {DATA} meminta peta dibuka.</p>",
        f"<ol><li>Kelompok {WATER}: sumur perlu diperiksa</li></ol><p>Peserta dibagi menjadi tiga kelompok, yaitu:</p><ol><li>{WATER}</li><li>{ROADS}</li><li>{DATA}</li></ol>",
    ],
)
def test_three_groups_are_read_from_any_layout(body: str) -> None:
    assert topics_of(body) == ALL


@pytest.mark.parametrize(
    ("body", "topics"),
    [
        (
            "<p>Peserta dibagi menjadi kelompok air bersih, kelompok persampahan, dan kelompok mobilitas.</p>",
            ["air bersih", "persampahan", "mobilitas"],
        ),
        (
            "<p>Peserta menyebar ke kelompok tema pesisir, kelompok tema air dan sanitasi, serta kelompok tema kerukunan.</p>",
            ["pesisir", "air dan sanitasi", "kerukunan"],
        ),
        (
            "<p>Peserta terbagi dalam tiga kelompok, yaitu air bersih, persampahan, dan mobilitas.</p>",
            ["air bersih", "persampahan", "mobilitas"],
        ),
        (
            "<p>Peserta dibagi ke dalam dua kelompok, yakni tata kelola dan mobilitas.</p>",
            ["tata kelola", "mobilitas"],
        ),
        (
            "<p>Ada tiga tema yaitu kesiagaan, kebersihan, dan kerukunan.</p><p>Peserta lalu masuk ke diskusi kelompok untuk membahas masing-masing tema.</p>",
            ["kesiagaan", "kebersihan", "kerukunan"],
        ),
        (
            "<p>Strategi ini bertumpu pada dua pilar, yaitu Kota Sigap dan Kota Rukun.</p><p>Dalam diskusi kelompok, peserta mendalami setiap pilar.</p>",
            ["Kota Sigap", "Kota Rukun"],
        ),
        (
            "<p><strong>Kelompok Tata Kelola</strong></p><p>Perlu satu nomor aduan.</p><p><strong>Kelompok Mobilitas</strong></p><p>Trotoar perlu disambung.</p>",
            ["Tata Kelola", "Mobilitas"],
        ),
        (
            "<p>Kelompok yang membahas air bersih menyimpulkan bahwa sumur perlu diperiksa. Kelompok yang membahas sampah mengusulkan agar bank sampah dibuka.</p>",
            ["air bersih", "sampah"],
        ),
    ],
)
def test_groups_without_numbers_are_read_with_no_number(body: str, topics: list[str]) -> None:
    assert topics_of(body) == [(None, topic) for topic in topics]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Agenda rapat ini: (i) laporan kemajuan; (ii) rencana kerja; dan (iii) lain-lain.</p>",
        "<p>Program membantu kota untuk (i) mengenali persoalan; (ii) mencari mitra; serta (iii) berbagi ilmu.</p>",
        "<p>Strategi kota memiliki tiga pilar, yaitu sigap, sehat, dan rukun.</p>",
        "<p>Acara dibagi menjadi tiga tahapan: diskusi panel, kerja kelompok, lalu pemaparan hasil.</p>",
        "<p>Lokakarya terdiri dari tiga sesi, yaitu:</p><ol><li>Pembukaan</li><li>Panel</li><li>Penutup</li></ol>",
        "<p>Lokakarya membahas nasib tiga kelompok rentan, yaitu lansia, anak, dan difabel.</p>",
        "<p>Kelompok Kerja Sungai terdiri atas pengarah, sekretariat, dan 3 bidang, yaitu:</p><ul><li>Bidang I, hulu;</li><li>Bidang II, tengah;</li><li>Bidang III, hilir.</li></ul>",
        "<p>Peserta dibagi ke dalam 2 (dua) kelompok sesi kerja.</p>",
        "<p>Pertanyaan peserta ada tiga, yaitu:</p><ol><li>Siapa yang membayar?</li><li>Kapan mulai?</li></ol>",
        "<p>Ketua Komisi D DPRD membahas anggaran bersama Komisi B.</p>",
        "<p>Rumah sakit kelas A dan kelas B mengirim wakilnya.</p>",
    ],
)
def test_what_is_no_division_of_participants_gives_no_groups(body: str) -> None:
    assert topics_of(body) == []


def test_a_list_given_twice_and_again_as_headings_is_one_set_of_groups() -> None:
    listed = f"<p>Peserta dibagi menjadi tiga kelompok, yaitu:</p><ol><li>{WATER}</li><li>{ROADS}</li><li>{DATA}</li></ol>"
    heads = "".join(f"<p><b>Kelompok {n} – Fokus utama {n} ({t})</b></p>" for n, t in ALL)
    assert topics_of(listed + listed + heads) == ALL


def test_the_focus_area_that_a_heading_names_decides() -> None:
    groups = groups_of(
        "<h3>Kelompok 1 – Fokus utama 4 (Kerja sama warga)</h3><h3>Kelompok 2 – Fokus utama V (Hal lain)</h3>"
    )
    assert [group.focus_area for group in groups] == [4, 5]


def test_every_group_has_evidence_with_its_topic() -> None:
    body = f"<p>Peserta dibagi menjadi tiga kelompok, yaitu:</p><ol><li>{WATER}</li><li>{ROADS}</li><li>{DATA}</li></ol>"
    page = read_article(
        f"<html><body><article><h1>{TITLE}</h1><div class='entry-content'>{body}<p>Selesai.</p></div></article></body></html>",
        "https://kota-tepian.example/p/1",
    )
    for group in read_groups(page):
        assert any(group.topic in page.text[e.start : e.end] for e in group.evidence)


def table_of(head: str, *rows: str) -> str:
    cells = (f"<tr><td>{row.replace(' | ', '</td><td>')}</td></tr>" for row in (head, *rows))
    return f"<table>{''.join(cells)}</table>"


@pytest.mark.parametrize("crew", ["Fasilitator", "Moderator", "Pemandu Diskusi", "Juru Bicara"])
def test_beside_those_who_guided_them_the_column_of_groups_holds_topics(crew: str) -> None:
    body = table_of(
        f"No. | Kelompok | {crew}",
        f"1 | {WATER} | Lastri Ningrum",
        f"2 | {ROADS} | Bayu Permana",
        f"3 | {DATA} | Intan Saraswati",
    )
    assert topics_of(f"<p>Hari kedua diisi diskusi dalam tiga kelompok.</p>{body}") == ALL


def test_without_a_column_of_numbers_such_groups_have_none() -> None:
    body = table_of("Klaster | Notulis", f"{WATER} | Lastri Ningrum", f"{ROADS} | Bayu Permana")
    assert topics_of(body) == [(None, WATER), (None, ROADS)]


@pytest.mark.parametrize(
    "body",
    [
        table_of("No | Kelompok | Ketua", "1 | Sido Makmur Jaya | Parno", "2 | Tirta Asih | Wagi"),
        table_of("No | Kelompok | Fasilitator", "1 | Melati | Parno", "2 | Kenanga | Wagi"),
        table_of(
            "No | Kelompok Tani | Pemandu", "1 | Sido Makmur | Parno", "2 | Tirta Asih | Wagi"
        ),
    ],
)
def test_a_table_of_groups_by_their_own_names_has_no_topics(body: str) -> None:
    assert topics_of(body) == []
