"""What a file is, by its content alone."""

from __future__ import annotations

import pytest
from document_files import (
    bomb,
    encrypted_pdf,
    image_file,
    open_document,
    package,
    pdf,
    slides,
    text_document,
    workbook,
)
from hypothesis import given
from hypothesis import strategies as st

from crawler.documents.sniffing import sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(64)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (pdf(["Air"]), "pdf"),
        (b"\n\n" + pdf(["Air"]), "pdf"),
        (encrypted_pdf(), "pdf"),
        (slides("Air"), "pptx"),
        (slides("Air")[:3000], "pptx"),
        (text_document("Air"), "docx"),
        (workbook([["Air"]]), "xlsx"),
        (open_document("presentation", ""), "odp"),
        (open_document("text", ""), "odt"),
        (open_document("spreadsheet", ""), "ods"),
        (package({"a.txt": "air"}), "zip"),
        (bomb("ppt", 1 << 20), "pptx"),
        (stream("PowerPoint Document"), "ppt"),
        (stream("WordDocument"), "doc"),
        (stream("Workbook"), "xls"),
        (stream("EncryptedPackage"), "unknown"),
        (b"{\\rtf1\\ansi Air}", "rtf"),
        (b"<!DOCTYPE html><title>Masuk</title>", "html"),
        (b"\xef\xbb\xbf  <html lang=id><body>%PDF-1.4</body></html>", "html"),
        (image_file("PNG"), "image"),
        (image_file("JPEG"), "image"),
        (image_file("WEBP"), "image"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(8), "video"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "video"),
        (b"\x1aE\xdf\xa3" + bytes(9), "video"),
        (b"ID3\x03" + bytes(9), "audio"),
        ("Undangan rapat – Rabu\r\n".encode(), "text"),
        ("Undangan rapat".encode("utf-16"), "text"),
        (b"BM not a bitmap", "text"),
        (b"", "unknown"),
        (b"\x00\x01\x02\x03", "unknown"),
    ],
)
def test_the_content_tells_the_type(content: bytes, expected: str) -> None:
    assert sniff(content).type == expected


def test_a_type_has_the_media_type_that_iana_registers() -> None:
    assert sniff(slides("Air")).media_type == (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    )
    assert sniff(b"").media_type == "application/octet-stream"


@given(st.sampled_from([b"", b"PK\x03\x04", OLE, b"RIFF", b"%PDF-", b"\xff\xfe"]), st.binary())
def test_any_bytes_have_a_type(beginning: bytes, rest: bytes) -> None:
    assert sniff(beginning + rest).media_type.count("/") == 1


def test_a_zip_whose_directory_is_gone_is_told_by_the_names_in_it() -> None:
    whole = workbook([["Air"]] * 50)
    assert sniff(whole[: whole.rindex(b"PK\x01\x02")]).type == "xlsx"
