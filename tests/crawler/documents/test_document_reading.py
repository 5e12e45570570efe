"""What documents of each kind say."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from document_files import (
    PROSE,
    image_file,
    open_document,
    package,
    pdf,
    scanned_pdf,
    slides,
    text_document,
    with_member,
    workbook,
)
from PIL import Image

from crawler.documents.reading import read_document


def size_of(picture: bytes | None) -> tuple[int, int]:
    assert picture is not None
    with Image.open(io.BytesIO(picture)) as image:
        image.load()
        return image.size


def test_a_pdf_gives_its_pages_its_properties_and_its_first_page_as_a_picture() -> None:
    file = pdf([PROSE, "Halaman kedua"], title="Rencana Kota Tangguh", author="Sari Lestari")
    document = read_document(file)
    assert (document.type, document.pages, document.reason) == ("pdf", 2, None)
    assert (document.title, document.author) == ("Rencana Kota Tangguh", "Sari Lestari")
    assert document.created_at is not None
    assert document.created_at.endswith("+00:00")
    assert document.language == "id"
    assert " ".join(document.texts[0].split()) == PROSE
    assert document.texts[1] == "Halaman kedua"
    assert not document.is_scanned
    assert document.is_complete
    assert max(size_of(document.picture)) == 640


def test_a_file_is_read_from_where_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "paparan.doc"
    path.write_bytes(pdf(["Air"]))
    assert read_document(path) == read_document(path.read_bytes())


@pytest.mark.parametrize("stamp", ["", "Dipindai dengan Pemindai"])
def test_a_pdf_of_pictures_is_scanned_though_each_has_the_scanners_stamp(stamp: str) -> None:
    document = read_document(scanned_pdf(3, stamp))
    assert document.is_scanned
    assert document.reason is None
    assert document.texts == (stamp,) * 3


def test_a_pdf_with_one_picture_among_pages_of_text_is_not_scanned() -> None:
    assert not read_document(pdf([PROSE] * 3)).is_scanned
    assert not read_document(pdf(["", ""])).is_scanned


def test_a_word_parted_at_the_end_of_a_line_stays_parted() -> None:
    document = read_document(pdf(["Ketahanan dan keber\xadlanjutan " * 8]))
    assert "keber-\nlanjutan" in document.texts[0]
    assert "\x02" not in document.texts[0]


def test_slides_give_titles_shapes_groups_tables_and_notes() -> None:
    document = read_document(
        slides("Kota Tangguh", "Penutup", notes="Sapa warga dulu", title="Paparan Air")
    )
    assert (document.type, document.pages, document.title) == ("pptx", 2, "Paparan Air")
    assert document.texts[0].split("\n") == [
        "Kota Tangguh",
        "Air bersih untuk semua warga",
        "Tanggul sungai",
        "Kelurahan | Warga",
        "Muara | 1.200",
        "Sapa warga dulu",
    ]
    assert document.texts[1].startswith("Penutup\n")


def test_slides_have_the_picture_that_their_program_put_in() -> None:
    assert size_of(read_document(slides("Air")).picture) > (1, 1)
    damaged = with_member(slides("Air"), "docProps/thumbnail.jpeg", b"\xff\xd8\xffcut")
    document = read_document(damaged)
    assert document.picture is None
    assert document.reason is None


@pytest.mark.parametrize("main", ["slideshow", "template", "presentation.macroEnabled"])
def test_a_show_a_template_and_slides_with_macros_are_read(main: str) -> None:
    plain = slides("Kota Tangguh")
    with zipfile.ZipFile(io.BytesIO(plain)) as file:
        types = file.read("[Content_Types].xml").decode()
    usual = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    assert usual in types
    office, macros = usual.partition("presentation.main")[0], "application/vnd.ms-powerpoint."
    types = types.replace(usual, f"{macros if 'macro' in main else office}{main}.main+xml")
    document = read_document(with_member(plain, "[Content_Types].xml", types))
    assert document.reason is None
    assert document.texts[0].startswith("Kota Tangguh\nAir bersih")


def test_a_text_gives_its_paragraphs_and_tables_page_by_page() -> None:
    document = read_document(text_document("Bab satu", "Bab dua", breaks=True, author="Sari"))
    assert (document.type, document.pages, document.author) == ("docx", 2, "Sari")
    assert document.texts == ("Bab satu", "Bab dua\nNama | Jabatan\nSari | Camat")


def test_a_text_without_marks_of_pages_is_one_text_and_has_as_many_pages_as_word_counted() -> None:
    plain = text_document(PROSE)
    assert read_document(plain).pages == 1
    counted = with_member(
        plain,
        "docProps/app.xml",
        "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
        "<Pages>12</Pages></Properties>",
    )
    document = read_document(counted)
    assert (document.pages, len(document.texts), document.language) == (12, 1, "id")


def test_words_of_text_boxes_are_read_once() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    other = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>Judul di kotak</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:document xmlns:w='{word}' xmlns:mc='{other}'><w:body><w:p><w:r><w:t>Sampul</w:t>"
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>"
    )
    document = read_document(with_member(text_document("-"), "word/document.xml", body))
    assert document.texts[0].replace("\n", "").count("Judul di kotak") == 1


def test_a_table_gives_its_sheets_with_their_names() -> None:
    document = read_document(workbook([["Nama", "Hadir"], [None, None], ["Sari", 3]]))
    assert (document.type, document.pages) == ("xlsx", 1)
    assert document.texts == ("Peserta\nNama | Hadir\nSari | 3",)


def test_open_documents_are_read() -> None:
    page = "<draw:page><text:p>Kota<text:s/>Tangguh</text:p><text:h>Air</text:h></draw:page>"
    shown = read_document(open_document("presentation", page * 2))
    assert (shown.pages, shown.texts[0], shown.author) == (2, "Kota Tangguh\nAir", "Sari Lestari")
    text = read_document(open_document("text", "<text:p>Bab <text:span>satu</text:span>.</text:p>"))
    assert (text.pages, text.texts, text.created_at) == (7, ("Bab satu.",), "2019-03-05T08:00:00")
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>" + cell.format("Sari") + cell.format("3") + "</table:table-row>"
    table = read_document(
        open_document("spreadsheet", f"<table:table table:name='Hadir'>{row}</table:table>")
    )
    assert (table.pages, table.texts) == (1, ("Hadir\nSari | 3",))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF"])
def test_a_picture_is_a_page_without_words(kind: str) -> None:
    document = read_document(image_file(kind))
    assert (document.type, document.pages, document.texts) == ("image", 1, ("",))
    assert size_of(document.picture) == (640, 480)


def test_plain_text_is_read_in_the_encoding_it_is_written_in() -> None:
    for encoding in ("utf-8", "utf-16", "cp1252"):
        assert read_document("Rapat – pukul 9".encode(encoding)).texts == ("Rapat – pukul 9",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"<html><form>Masuk</form></html>", "It is a web page, not a document."),
        (package({"a.txt": "air"}), "It is a ZIP archive; what is in it is not read."),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(8), "It is a video, which has no text."),
        (b"\x00\x01\x02", "Its content is of no known type."),
        (Path("/nowhere/at/all.pdf"), "The file cannot be opened: No such file or directory."),
    ],
)
def test_what_is_not_read_says_why(content: bytes | Path, reason: str) -> None:
    document = read_document(content)
    assert document.reason == reason
    assert document.texts == ()
