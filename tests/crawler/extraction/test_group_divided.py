"""Groups under nouns of the place they sat at, and points without a link; all our own."""

from __future__ import annotations

import pytest

from archive.records import Group
from crawler.article import read_article
from crawler.article.page import Page
from crawler.extraction.groups.reader import read_groups


def page_of(body: str) -> Page:
    return read_article(
        f"<html><body><article><h1>Lokakarya Kota Tepian</h1><div class='entry-content'>{body}"
        "<p>Acara ditutup pada sore hari dengan makan bersama dan foto bersama.</p></div></article></body></html>",
        "https://kota-tepian.example/p/1",
    )


def topics_of(body: str) -> list[tuple[int | None, str]]:
    return [(group.number, group.topic) for group in read_groups(page_of(body))]


def points_of(body: str) -> list[list[str]]:
    page = page_of(body)
    groups: tuple[Group, ...] = read_groups(page)
    return [[page.text[c.start : c.end] for c in group.conclusions] for group in groups]


def test_places_that_the_participants_moved_to_are_groups() -> None:
    body = (
        "<p>Peserta kemudian berpindah ke dua tenda.</p>"
        "<p>Tenda 1: Air minum warga</p><ul><li>Tandon dibangun di tiap gang</li></ul>"
        "<p>Tenda 2: Jalan kampung</p><ul><li>Jalan diberi lampu</li></ul>"
    )
    assert topics_of(body) == [(1, "Air minum warga"), (2, "Jalan kampung")]
    assert points_of(body) == [["Tandon dibangun di tiap gang"], ["Jalan diberi lampu"]]


def test_themes_that_the_discussion_was_divided_into_are_groups() -> None:
    body = (
        "<p>Lokakarya dibagi ke dalam dua topik.</p>"
        "<h3>Topik 1: Listrik desa</h3><p>Panel perlu dirawat warga.</p>"
        "<h3>Topik 2: Jembatan gantung</h3><p>Peserta topik ini menyimpulkan bahwa jembatan harus dicat.</p>"
    )
    assert topics_of(body) == [(1, "Listrik desa"), (2, "Jembatan gantung")]
    assert points_of(body) == [["Panel perlu dirawat warga"], ["jembatan harus dicat"]]


def test_a_topic_may_stand_between_commas_before_what_the_group_reported() -> None:
    body = (
        "<p>Diskusi berlangsung di tiga sudut:</p><p>Sudut 1, sampah pasar, mengusulkan agar pasar memilah sampah.</p>"
        "<p>Sudut 2, banjir rob, meminta tanggul ditinggikan.</p>"
        "<p>Sudut 3, ruang bermain, menghasilkan dua usulan. Pertama, taman dibuka sore. Kedua, ayunan diperbaiki.</p>"
    )
    assert topics_of(body) == [(1, "sampah pasar"), (2, "banjir rob"), (3, "ruang bermain")]
    assert points_of(body) == [
        ["pasar memilah sampah"],
        ["tanggul ditinggikan"],
        ["taman dibuka sore", "ayunan diperbaiki"],
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Tema 1: Sejarah kota</p><p>Tema 2: Masa depan kota</p>",
        "<p>Pameran berlangsung di dua ruang. Ruang 1: foto lama. Ruang 2: peta baru.</p>",
        "<p>Pelatihan digelar di tiga zona. Peserta berasal dari Zona 1, Zona 2, dan Zona 3.</p>",
        "<p>Peserta duduk di dua meja. Meja 1, Bapak Andi, menyampaikan hasilnya.</p>",
    ],
)
def test_such_nouns_are_no_groups_where_nobody_was_divided(body: str) -> None:
    assert topics_of(body) == []


def test_what_groups_studied_or_watched_is_their_topic() -> None:
    assert topics_of(
        "<p>Peserta dibagi dua. Kelompok A mengamati pompa air, sedangkan Kelompok B menganalisis data hujan.</p>"
        "<p>Kelompok C mempelajari budi daya lele.</p>"
    ) == [(1, "pompa air"), (2, "data hujan"), (3, "budi daya lele")]


def test_a_list_below_some_following_things_is_the_groups() -> None:
    body = (
        "<h3>Kelompok 1: Air</h3><p>Kelompok 1 merekomendasikan sejumlah hal berikut:</p><ul><li>Pipa diganti</li><li>Meter dipasang</li></ul>"
        "<h3>Kelompok 2: Tanah</h3><p>Kelompok 2 mengajukan beberapa usulan berikut ini:</p><ul><li>Lereng ditanami</li></ul>"
    )
    assert points_of(body) == [["Pipa diganti", "Meter dipasang"], ["Lereng ditanami"]]


def test_a_second_sentence_without_a_link_is_the_groups_too() -> None:
    body = (
        "<p>Peserta dibagi dua. Kelompok 1 membahas pompa. Kelompok 2 membahas tangga darurat.</p>"
        "<p>Kelompok 1 menyepakati bahwa pompa dicek setiap minggu. Solar disimpan untuk sepuluh hari. Seluruh peserta lalu makan siang.</p>"
        "<p>Kelompok 2 menyimpulkan bahwa tangga perlu dicat. Bapak Wira berterima kasih atas usul itu.</p>"
    )
    assert points_of(body) == [
        ["pompa dicek setiap minggu", "Solar disimpan untuk sepuluh hari"],
        ["tangga perlu dicat"],
    ]


@pytest.mark.parametrize("tag", ["p", "li", "h3", "strong", "blockquote", "td"])
def test_the_evidence_of_a_group_holds_its_topic_in_any_order_of_words(tag: str) -> None:
    page = page_of(
        f"<{tag}>Kelompok 1: kelompok ini Kelompok II Fokus utama 3 Maret 2021</{tag}>"
        f"<{tag}>Kelompok II Kelompok 1, , menyimpulkan bahwa Fokus utama Kelompok 1: </{tag}>"
    )
    for group in read_groups(page):
        assert any(group.topic in page.text[e.start : e.end] for e in group.evidence)


def test_tables_named_by_their_theme_are_groups_where_the_page_counts_them() -> None:
    body = (
        "<p>Sesudah rehat warga pindah ke dua meja topik dalam diskusi itu.</p>"
        "<p>Meja perahu penyeberangan mengusulkan agar:</p><ul><li>dermaga diberi atap</li>"
        "<li>jaket apung ditambah</li></ul>"
        "<p>Meja kebun kota menyarankan agar lahan kosong dipinjamkan kepada warga.</p>"
    )
    assert topics_of(body) == [(None, "perahu penyeberangan"), (None, "kebun kota")]
    assert points_of(body) == [
        ["dermaga diberi atap", "jaket apung ditambah"],
        ["lahan kosong dipinjamkan kepada warga"],
    ]


def test_rooms_named_by_their_theme_are_groups_where_the_page_counts_them() -> None:
    body = (
        "<p>Peserta dibagi ke dalam dua ruang tema.</p>"
        "<p>Ruang jalur evakuasi menyepakati dua hal berikut:</p><ul><li>Rambu dipasang</li></ul>"
        "<p>Adapun ruang dapur umum meminta tungku cadangan.</p>"
    )
    assert topics_of(body) == [(None, "jalur evakuasi"), (None, "dapur umum")]
    assert points_of(body) == [["Rambu dipasang"], ["tungku cadangan"]]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Meja bundar mengusulkan gencatan.</p><p>Meja hijau memutuskan sengketa lahan.</p>",
        "<p>Peserta duduk di tiga meja.</p><p>Meja air bersih mengusulkan sumur baru.</p>",
        "<p>Di aula ada dua meja.</p><p>Meja kayu menemukan pembeli.</p><p>Meja batu menemukan pembeli.</p>",
    ],
)
def test_tables_of_other_kinds_are_no_groups(body: str) -> None:
    assert topics_of(body) == []


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        (
            "Kelompok A mendapat kasus longsor di tebing, Kelompok B mendapat kasus sumur asin, dan Kelompok C mendapat kasus pasar terbakar.",
            ["longsor di tebing", "sumur asin", "pasar terbakar"],
        ),
        (
            "Kelompok 1 mendapat tugas membahas jembatan gantung, sedangkan kelompok 2 diberi tugas tentang perahu warga.",
            ["jembatan gantung", "perahu warga"],
        ),
        (
            "Kelompok 1 memperoleh topik angin kencang, kelompok 2 kebagian topik gelombang pasang.",
            ["angin kencang", "gelombang pasang"],
        ),
    ],
)
def test_what_a_group_was_given_is_its_topic(sentence: str, topics: list[str]) -> None:
    assert [topic for _, topic in topics_of(f"<p>{sentence}</p>")] == topics


def test_what_a_group_concludes_later_goes_to_the_topic_that_it_was_given() -> None:
    body = (
        "<p>Kelompok A mendapat kasus tebing retak, Kelompok B mendapat kasus sumur asin.</p>"
        "<p>Kelompok A menyimpulkan bahwa tebing perlu diberi pagar. Kelompok B menyimpulkan bahwa sumur perlu dipindahkan.</p>"
    )
    assert points_of(body) == [["tebing perlu diberi pagar"], ["sumur perlu dipindahkan"]]


def test_lines_that_a_squad_with_its_task_labels_are_groups() -> None:
    body = (
        "<p>Warga lalu membagi diri menjadi dua regu:</p>"
        "<ul><li>Regu dapur umum: menyusun daftar belanja</li>"
        "<li>Regu perahu karet: memeriksa pelampung dan mesin</li></ul>"
    )
    assert topics_of(body) == [(None, "dapur umum"), (None, "perahu karet")]
    assert points_of(body) == [["menyusun daftar belanja"], ["memeriksa pelampung dan mesin"]]


def test_tables_whose_names_begin_alike_are_groups_of_their_own() -> None:
    body = (
        "<p>Peserta berdiskusi dalam tiga meja sesuai pilar, yaitu meja Tepian RUKUN, "
        "meja Tepian BERSIH, dan meja Tepian TERANG. Masukannya sebagai berikut.</p>"
        "<h3>Tepian RUKUN</h3><ul><li>Balai warga dibuka setiap sore</li></ul>"
        "<h3>Tepian BERSIH</h3><ul><li>Jadwal angkut sampah ditempel di pos</li></ul>"
        "<h3>Tepian TERANG</h3><ul><li>Lampu gang diganti tiap tahun</li></ul>"
    )
    assert topics_of(body) == [
        (None, "Tepian RUKUN"),
        (None, "Tepian BERSIH"),
        (None, "Tepian TERANG"),
    ]
    assert [len(points) for points in points_of(body)] == [1, 1, 1]


def test_the_talk_that_goes_on_at_desks_is_divided_into_groups() -> None:
    body = (
        "<p>Pembahasan dilanjutkan dalam dua desk, masing-masing dengan tema:</p>"
        "<ol><li>jalan dan jembatan desa;</li><li>perlindungan keluarga nelayan.</li></ol>"
    )
    assert topics_of(body) == [(1, "jalan dan jembatan desa"), (2, "perlindungan keluarga nelayan")]


def test_groups_named_by_their_theme_alone_report_where_the_page_divides() -> None:
    body = (
        "<p>Peserta dibagi menjadi tiga kelompok. Kelompok banjir menyepakati jalur evakuasi baru. "
        "Kelompok sampah menyepakati jadwal angkut. Kelompok lain menyepakati tanggal rapat.</p>"
    )
    assert topics_of(body) == [(None, "banjir"), (None, "sampah")]
    assert points_of(body)[:1] == [["jalur evakuasi baru"]]


def test_a_population_in_kinds_is_no_division_of_participants() -> None:
    body = (
        "<p>Warga kota terbagi dalam tiga kelompok umur. Kelompok rentan mengusulkan subsidi. "
        "Kelompok warga meminta jalan.</p>"
    )
    assert topics_of(body) == []


def test_groups_with_a_theme_are_led_by_somebody() -> None:
    body = (
        "<p>Peserta dibagi tiga kelompok. Kelompok fokus air dan sampah dipandu Ibu Sari. "
        "Kelompok fokus mobilitas dipandu Bapak Roni.</p>"
    )
    assert topics_of(body) == [(None, "air dan sampah"), (None, "mobilitas")]
