"""The materials that a page offers; all pages and names are our own."""

from __future__ import annotations

import pytest

from archive.records import Material, Person
from crawler.article import read_article
from crawler.extraction.materials.reader import read_materials

HOME = "https://kota-tepian.example/2021/03/p/"
FILES = "https://kota-tepian.example/wp-content/uploads/2021/03/"


def person(name: str) -> Person:
    return Person(name, "speaker", None, None, None, (), (), ())


def materials_of(body: str, *people: str) -> tuple[Material, ...]:
    page = read_article(
        f"<html><body><article><h1>Lokakarya Kota Tepian</h1><div class='entry-content'><p>Kota Tepian, 3 Maret 2021. Lokakarya dihadiri warga dari banyak kelurahan di kota itu.</p>{body}</div></article></body></html>",
        HOME,
    )
    found = read_materials(page, tuple(map(person, people)))
    for material in found:
        quotes = [page.text[e.start : e.end] for e in material.evidence]
        assert quotes
        assert material.label in quotes[0]
    return found


def link(file: str, words: str) -> str:
    return f'<a href="{FILES}{file}">{words}</a>'


@pytest.mark.parametrize(
    ("body", "kind", "label", "presenter"),
    [
        (
            f"<p><b>Tautan Materi Paparan:</b></p><p>{link('a.pdf', '2021.03.03_Sungai.Kita_Sari.P.Wulandari')}</p>",
            "slides",
            "2021.03.03_Sungai.Kita_Sari.P.Wulandari",
            "Sari P. Wulandari",
        ),
        (
            f"<p>Bahan Paparan / Link : {link('a.pdf', 'Sungai.Kita_Joko.Prasetyo')}</p>",
            "slides",
            "Sungai.Kita_Joko.Prasetyo",
            "Joko Prasetyo",
        ),
        (
            f"<p>Paparan oleh Ir. Joko Prasetyo, MT dengan judul “Sungai Kita”. Paparan dapat diunduh melalui: {FILES}a.pdf</p>",
            "slides",
            "Sungai Kita",
            "Joko Prasetyo",
        ),
        (
            f"<p>Link paparan narasumber:</p><ul><li>{link('a.pptx', 'Paparan Joko Prasetyo – Sungai yang Bersih')}</li></ul>",
            "slides",
            "Paparan Joko Prasetyo – Sungai yang Bersih",
            "Joko Prasetyo",
        ),
        (
            f"<p>Rekaman dan materi</p><ul><li>Paparan dr. Rina Hapsari: {link('a.pdf', 'Sehat di Tepi Air')}</li></ul>",
            "slides",
            "Sehat di Tepi Air",
            "Rina Hapsari",
        ),
        (
            f"<p>Bahan: {link('a.pptx', 'Paparan Pompa dan Pintu Air (Rina Hapsari)')}</p>",
            "slides",
            "Paparan Pompa dan Pintu Air (Rina Hapsari)",
            "Rina Hapsari",
        ),
        (
            f"<p>Materi: {link('a.pdf', 'Pompa dan Pintu Air oleh Rina Hapsari')}</p>",
            "slides",
            "Pompa dan Pintu Air oleh Rina Hapsari",
            "Rina Hapsari",
        ),
        (
            f"<p><b>Link Prosiding:</b></p><p>{link('a.pdf', '20210303_PROSIDING Lokakarya_r')}</p>",
            "proceedings",
            "20210303_PROSIDING Lokakarya_r",
            None,
        ),
        (
            f"<p>Press Release: {link('a.pdf', 'Rilis Lokakarya (3 Maret 2021)')}</p>",
            "press_release",
            "Rilis Lokakarya (3 Maret 2021)",
            None,
        ),
        (
            f"<p>Siaran pers: {link('a.docx', 'Siaran.Pers_Lokakarya.Tepian')}</p>",
            "press_release",
            "Siaran.Pers_Lokakarya.Tepian",
            None,
        ),
        (
            f"<p>Kerangka acuan dapat diunduh pada tautan berikut: {link('a.pdf', 'KAK Lokakarya Tepian')}</p>",
            "other",
            "KAK Lokakarya Tepian",
            None,
        ),
        (
            f"<p>Unduh materi:</p><ul><li>{link('a.pdf', 'Lembar Kerja Kelompok 1-3')}</li></ul>",
            "other",
            "Lembar Kerja Kelompok 1-3",
            None,
        ),
        (
            f"<p>Notulen rapat dapat diunduh {link('notulen.pdf', 'di sini')}.</p>",
            "report",
            "Notulen rapat",
            None,
        ),
        (
            f"<p>Laporan: {link('a.pdf', 'Laporan Akhir Lokakarya')}</p>",
            "report",
            "Laporan Akhir Lokakarya",
            None,
        ),
        (
            f"<p>Unduh {link('a.pdf', 'di sini')} untuk melihat jadwal kegiatan.</p>",
            "other",
            "jadwal kegiatan",
            None,
        ),
        (
            f"<p>{link('Sungai.Kita_Agus.A.Santika.pptx', 'Unduh paparan')}</p>",
            "slides",
            "Unduh paparan",
            "Agus A. Santika",
        ),
        (
            f"<table><tr><td>Rina Hapsari</td><td>{link('a.pptx', 'Pompa Kita')}</td></tr></table>",
            "slides",
            "Pompa Kita",
            "Rina Hapsari",
        ),
        (
            f"<p><b>Paparan:</b></p><p>Bapak Joko Prasetyo (Kepala Bidang Sungai)</p><p>{link('a.pdf', 'Sungai yang Bersih')}</p>",
            "slides",
            "Sungai yang Bersih",
            "Joko Prasetyo",
        ),
        (
            f"<p>Paparan: {link('a.pdf', 'Paparan_Sungai_final')}</p>",
            "slides",
            "Paparan_Sungai_final",
            None,
        ),
        (
            f"<p>Paparan: {link('a.pdf', 'Paparan_Sungai_INA')}</p>",
            "slides",
            "Paparan_Sungai_INA",
            None,
        ),
        (
            f"<p>Paparan: {link('a.pdf', 'Sungai.Kita_Kota.Tepian')}</p>",
            "slides",
            "Sungai.Kita_Kota.Tepian",
            None,
        ),
    ],
)
def test_a_file_is_a_material_with_its_kind_label_and_presenter(
    body: str, kind: str, label: str, presenter: str | None
) -> None:
    (material,) = materials_of(body, "Rina Hapsari")
    assert (material.kind, material.label, material.presenter) == (kind, label, presenter)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "video"),
        ("https://youtu.be/abcdefghijk", "video"),
        ("https://issuu.com/kotatepian/docs/prosiding_lokakarya", "proceedings"),
        ("https://www.slideshare.net/kota/sungai-kita", "slides"),
        ("https://drive.google.com/file/d/1abc/view?usp=sharing", "other"),
        ("https://www.dropbox.com/s/xyz/berkas?dl=0", "other"),
        ("https://id.scribd.com/document/123/berkas", "other"),
        ("https://docs.google.com/presentation/d/1abc/edit", "slides"),
    ],
)
def test_an_address_in_the_text_is_a_material_by_its_host(url: str, kind: str) -> None:
    (material,) = materials_of(f"<p>Warga dapat melihat lagi acara ini pada {url}.</p>")
    assert (material.url, material.kind, material.label) == (url, kind, url)


@pytest.mark.parametrize(
    "body",
    [
        '<p>Baca juga: <a href="https://kota-tepian.example/2021/02/kabar/">Kabar Sungai</a></p>',
        '<p>Baca juga : <a href="https://iklan.example/pinjaman.pdf">Pinjaman cepat</a></p>',
        '<p>Ikuti kami di <a href="https://www.instagram.com/kotatepian">Instagram</a>.</p>',
        "<p>Artikel ini telah tayang di kabar.example dengan judul “Sungai Kita” dengan tautan: https://kabar.example/berita/1/sungai.html</p>",
        '<p>Sumber: <a href="https://kabar.example/berita/1">kabar.example</a></p>',
        '<p>Surel: <a href="mailto:tepian@kota.example">tepian@kota.example</a></p>',
        "<p>Keterangan acara ada di https://kota-tepian.example/acara/pekan-sungai.</p>",
        '<p>Daftar melalui <a href="https://docs.google.com/forms/d/e/1abc/viewform">formulir</a>.</p>',
        '<p><a href="https://kota-tepian.example/foto/rapat.jpg">Foto rapat</a></p>',
        '<p>Lokakarya digelar <a href="https://dinas.example/">Dinas Sungai</a> bersama warga.</p>',
        '<p>Simak kanal <a href="https://www.youtube.com/channel/UCabc">YouTube kami</a></p>',
        '<p><a href="#atas">Ke atas</a> <a href="javascript:void(0)">Cetak</a></p>',
    ],
)
def test_what_is_not_offered_by_the_page_is_no_material(body: str) -> None:
    assert materials_of(body) == ()


@pytest.mark.parametrize(
    ("line", "presenter"),
    [
        (f"{link('a.pdf', 'Rina Hapsari – Sungai yang Bersih')}", "Rina Hapsari"),
        (f"{link('a.pdf', 'Sungai yang Bersih – Rina Hapsari, M.T.')}", "Rina Hapsari"),
        (f"Rina Hapsari: {link('a.pdf', 'Sungai Kita')}", "Rina Hapsari"),
        (f"Sungai Kita (Rina Hapsari, Bappeda): {link('a.pdf', 'unduh')}", "Rina Hapsari"),
        (f"{link('a.pdf', 'Sungai_Kita_Rina_Hapsari_final')}", "Rina Hapsari"),
        (f"{link('a.pdf', '2021.03.03_Sungai.Kita_Dr.Rina.Hapsari-1')}", "Rina Hapsari"),
        (f"{link('a.pdf', 'Sungai Kita – Bagian Hulu')}", None),
        (f"{link('a.pdf', 'Sungai_Bersih_Kota_Tepian')}", None),
    ],
)
def test_slides_under_a_heading_have_the_presenter_that_their_line_names(
    line: str, presenter: str | None
) -> None:
    (material,) = materials_of(f"<p><b>Materi narasumber:</b></p><p>{line}</p>")
    assert (material.kind, material.presenter) == ("slides", presenter)


def test_the_same_address_twice_is_one_material_with_the_better_label() -> None:
    body = f"<p>Prosiding: {FILES}a.pdf</p><p>{link('a.pdf', 'Prosiding Lokakarya Tepian')}</p>"
    (material,) = materials_of(body)
    assert material.label == "Prosiding Lokakarya Tepian"


def test_an_offer_without_a_link_has_a_label_and_no_address() -> None:
    (material,) = materials_of("<p>Klik di sini untuk melihat kerangka acuan dan agenda.</p>")
    assert (material.label, material.url, material.kind) == (
        "kerangka acuan dan agenda",
        None,
        "other",
    )


def test_a_link_to_a_page_is_a_material_where_its_heading_offers_it() -> None:
    (material,) = materials_of(
        '<p><b>Siaran Pers:</b></p><p><a href="https://kota-tepian.example/siaran/7">Warga Menjaga Sungai</a></p>'
    )
    assert (material.kind, material.url) == (
        "press_release",
        "https://kota-tepian.example/siaran/7",
    )


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("2021.03.03_Sungai_Joko.Prasetyo", "2021-03-03"),
        ("20210303_PROSIDING Lokakarya_r", "2021-03-03"),
        ("210303f Sungai Kita", "2021-03-03"),
        ("Sungai-Kita-03032021", "2021-03-03"),
        ("Press Release Lokakarya (3 Maret 2021)", "2021-03-03"),
        ("Paparan Sungai 2021", None),
        ("Paparan 99999999", None),
    ],
)
def test_the_date_in_a_label_is_the_materials_date(label: str, date: str | None) -> None:
    (material,) = materials_of(f"<p>Paparan: {link('a.pdf', label)}</p>")
    assert material.date == date


def test_one_word_of_a_name_is_a_presenter_where_one_participant_bears_it() -> None:
    (material,) = materials_of(
        f"<p>{link('a.pdf', 'Ronda.Sungai_Kusnadi')}</p>", "Kusnadi", "Sari Wulandari"
    )
    assert material.presenter == "Kusnadi"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Paparan_Membaca.Peta.Banjir_Sari.Wulandari", "slides"),
        ("2021.03.03_Presentasi_Laporan.Sungai", "slides"),
        ("Laporan Paparan Narasumber", "report"),
        ("Undangan Paparan Narasumber", "other"),
        ("Siaran Pers Laporan Sungai", "press_release"),
    ],
)
def test_the_word_that_opens_a_label_names_its_kind(label: str, kind: str) -> None:
    found = materials_of(f"<p><b>Materi pelatihan:</b></p><p>{link('a.pdf', label)}</p>")
    assert [material.kind for material in found] == [kind]


@pytest.mark.parametrize(
    ("label", "presenter"),
    [
        ("Peta dan Data_Sabine Fischer", "Sabine Fischer"),
        ("Sumur Kita_Damar Batok", "Damar Batok"),
        ("Sumur Kita_Damar Wijaya_final", "Damar Wijaya"),
    ],
)
def test_a_presenters_last_letters_are_no_mark_of_a_revision(label: str, presenter: str) -> None:
    (only,) = materials_of(f"<p>Unduh: {link('a.pptx', label)}</p>")
    assert only.presenter == presenter


def test_a_presenter_has_the_whole_name_that_the_page_gives() -> None:
    (only,) = materials_of(
        f"<p>Materi: {link('a.pdf', 'Arah Kota 2023_Rahman Hakim')}</p>", "Rahman Hakim Daeng Sila"
    )
    assert only.presenter == "Rahman Hakim Daeng Sila"


def test_slides_called_somebodys_are_presented_by_that_person() -> None:
    (only,) = materials_of(
        f"<p>Slide-nya Lestari bisa diambil di sini: {link('a.pdf', 'Kampung dan Kota')}</p>",
        "Lestari Handayani",
    )
    assert (only.kind, only.presenter) == ("slides", "Lestari Handayani")


def test_a_folder_is_no_single_talk_or_recording() -> None:
    (only,) = materials_of(
        '<p>Materi dan rekaman: <a href="https://drive.google.com/drive/folders/a1">folder materi</a></p>'
    )
    assert only.kind == "other"


def test_the_last_of_what_a_line_names_is_what_follows_it() -> None:
    (only,) = materials_of(
        f"<p>Panitia membagikan brosur dan paparan berikut: {link('a.pdf', 'Proses Menyusun Rencana')}</p>"
    )
    assert only.kind == "slides"
