"""Files that are broken, locked, or made to do harm: each has its reason, none raises."""

from __future__ import annotations

import pytest
from document_files import (
    PROSE,
    bomb,
    empty_png,
    encrypted_pdf,
    image_file,
    looping_pdf,
    open_document,
    package,
    pdf,
    slides,
    text_document,
    with_member,
    workbook,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.documents import Document
from crawler.documents.reading import read_document
from crawler.documents.words import MOST_LETTERS_A_PAGE

WHOLE = (
    pdf([PROSE]),
    slides("Air"),
    text_document("Air"),
    workbook([["Air"]]),
    open_document("text", "<text:p>Air</text:p>"),
    image_file(),
)
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def told(content: bytes) -> tuple[str, str | None]:
    document = read_document(content)
    return document.type, document.reason


def test_an_encrypted_pdf_opens_with_a_password_only() -> None:
    assert told(encrypted_pdf()) == ("pdf", "The PDF opens with a password only.")


def test_an_encrypted_office_file_opens_with_a_password_only() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    kind, reason = told(ole + "EncryptedPackage".encode("utf-16-le") + bytes(64))
    assert kind == "unknown"
    assert reason == "The Office document opens with a password only, or is damaged."


@pytest.mark.parametrize("whole", WHOLE, ids=["pdf", "pptx", "docx", "xlsx", "odt", "image"])
def test_a_file_that_is_cut_off_says_so(whole: bytes) -> None:
    document = read_document(whole[: len(whole) // 2])
    assert document.type == read_document(whole).type
    assert document.reason is None or document.reason.endswith(
        ("is cut off or damaged.", "can be read.")
    )
    assert document.reason or not document.is_complete or document.picture is None


def test_a_pdf_cut_behind_its_pages_is_read_and_told_to_be_incomplete() -> None:
    whole = pdf([PROSE, PROSE])
    document = read_document(whole[: whole.rindex(b"startxref")])
    assert document.reason is None
    assert document.texts[0]
    assert not document.is_complete


def test_a_web_page_named_as_a_pdf_is_a_web_page() -> None:
    page = b"<!doctype html><title>Masuk</title><form action='/masuk'>"
    assert told(page) == ("html", "It is a web page, not a document.")


def test_a_bomb_named_as_slides_is_never_unpacked() -> None:
    assert told(bomb("ppt", 500 << 20)) == ("pptx", "The package would unpack to 500 MB.")
    assert told(bomb("word", 60 << 20))[0] == "docx"


def test_a_package_of_very_many_members_is_not_opened() -> None:
    many = package({f"word/{number}": "" for number in range(20_001)} | {"[Content_Types].xml": ""})
    assert told(many) == ("docx", "The package has 20002 members.")


def test_a_part_too_long_for_a_tree_is_not_read() -> None:
    long = with_member(text_document("Air"), "word/document.xml", bytes(50 << 20))
    assert told(long) == ("docx", "Its part word/document.xml has 50 MB.")


def test_a_table_of_a_million_cells_is_read_in_part() -> None:
    row = f"<row>{'<c><v>1</v></c>' * 1000}</row>"
    sheet = f"<worksheet xmlns='{SHEET}'><dimension ref='A1'/><sheetData>{row * 1000}</sheetData></worksheet>"
    document = read_document(with_member(workbook([["-"]]), "xl/worksheets/sheet1.xml", sheet))
    assert document.reason is None
    assert not document.is_complete
    assert 0 < len(document.texts[0]) <= MOST_LETTERS_A_PAGE


def test_cells_at_the_far_end_of_a_table_cost_no_more_than_others() -> None:
    cell = "<row r='{0}'><c r='XFD{0}' t='inlineStr'><is><t>jauh</t></is></c></row>"
    rows = "".join(cell.format(number) for number in (1, 1000, *range(1_048_000, 1_048_100)))
    sheet = f"<worksheet xmlns='{SHEET}'><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData></worksheet>"
    document = read_document(with_member(workbook([["-"]]), "xl/worksheets/sheet1.xml", sheet))
    assert document.reason is None
    assert document.texts[0].startswith("Peserta\njauh")


def test_entities_that_multiply_are_left_alone() -> None:
    levels = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    xml = f"<!DOCTYPE d [<!ENTITY e0 'air'>{levels}]><office:x xmlns:office='a'>&e11;</office:x>"
    document = read_document(with_member(open_document("text", ""), "content.xml", xml))
    assert document.texts in {(), ("",)}


def test_a_pdf_whose_tables_lead_to_themselves_ends() -> None:
    kind, reason = told(looping_pdf())
    assert kind == "pdf"
    assert reason is not None


def test_a_picture_of_countless_pixels_is_not_drawn() -> None:
    assert told(empty_png(9000)) == ("image", "The picture has 9000 by 9000 pixels.")
    assert told(empty_png(99_000)) == ("image", "The picture cannot be opened.")


@given(st.binary(max_size=600))
@settings(max_examples=200)
def test_any_bytes_are_a_document(content: bytes) -> None:
    assert isinstance(read_document(content), Document)


@given(st.sampled_from(WHOLE), st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_file_with_any_bytes_in_any_place_is_a_document(
    whole: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(whole)))
    put = data.draw(st.binary(min_size=1, max_size=40))
    assert isinstance(read_document(whole[:at] + put + whole[at + len(put) :]), Document)
