"""Files as people make them, and as people who mean ill do; all made by libraries, here and now."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

import docx
import openpyxl
import pptx
from fpdf import FPDF
from PIL import Image, ImageDraw
from pptx.util import Inches

PROSE = (
    "Laporan ini disusun oleh dinas untuk warga kota yang tinggal di dekat sungai dan pantai, "
    "dengan data dari kelurahan pada tahun yang lalu."
)


def pdf(pages: Iterable[str], **properties: str) -> bytes:
    file = FPDF()
    file.set_title(properties.get("title", ""))
    file.set_author(properties.get("author", ""))
    for text in pages:
        file.add_page()
        file.set_font("helvetica", size=12)
        file.multi_cell(160, 8, text)
    return bytes(file.output())


def scanned_pdf(pages: int, stamp: str = "") -> bytes:
    """Pages that are a picture each, with a scanner's stamp below."""
    file = FPDF()
    for number in range(pages):
        file.add_page()
        file.image(picture(f"halaman {number}", (700, 990)), x=0, y=0, w=210)
        file.set_font("helvetica", size=8)
        file.text(80, 290, stamp)
    return bytes(file.output())


def encrypted_pdf() -> bytes:
    file = FPDF()
    file.set_encryption(owner_password="rahasia", user_password="rahasia juga")  # noqa: S106 - of a test's file
    file.add_page()
    return bytes(file.output())


def picture(words: str = "", size: tuple[int, int] = (1200, 900)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 40, size[0] - 40, size[1] - 40), outline="navy", width=9)
    draw.text((60, 60), words, fill="black")
    return image


def image_file(kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    picture("peta").save(written, kind)
    return written.getvalue()


def empty_png(side: int) -> bytes:
    """A picture that tells of so many pixels and has none."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", b""), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def slides(*titles: str, notes: str = "", **properties: str) -> bytes:
    """A slide a title, with a text, a group of shapes and a table on each."""
    show = pptx.Presentation()
    show.core_properties.title = properties.get("title", "")
    show.core_properties.author = properties.get("author", "")
    for title in titles:
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "Air bersih untuk semua warga"
        group = slide.shapes.add_group_shape()
        box = group.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(1))
        box.text_frame.text = "Tanggul sungai"
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(5), Inches(1)).table
        for row, words in enumerate((("Kelurahan", "Warga"), ("Muara", "1.200"))):
            for column, word in enumerate(words):
                table.cell(row, column).text = word
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    return _saved(show)


def text_document(*paragraphs: str, breaks: bool = False, **properties: str) -> bytes:
    text = docx.Document()
    text.core_properties.title = properties.get("title", "")
    text.core_properties.author = properties.get("author", "")
    for number, paragraph in enumerate(paragraphs):
        if breaks and number:
            text.add_page_break()
        text.add_paragraph(paragraph)
    table = text.add_table(2, 2)
    for row, words in enumerate((("Nama", "Jabatan"), ("Sari", "Camat"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    return _saved(text)


def workbook(rows: Iterable[Iterable[object]], name: str = "Peserta") -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(list(row))
    return _saved(book)


def open_document(kind: str, body: str) -> bytes:
    """An OpenDocument file with such a body."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(
        f'xmlns:{short}="{names}:{long}:1.0"'
        for short, long in (
            ("office", "office"),
            ("draw", "drawing"),
            ("text", "text"),
            ("table", "table"),
            ("meta", "meta"),
        )
    )
    meta = (
        "<office:meta><meta:initial-creator>Sari Lestari</meta:initial-creator>"
        "<meta:creation-date>2019-03-05T08:00:00</meta:creation-date>"
        '<meta:document-statistic meta:page-count="7"/></office:meta>'
    )
    return package(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}>{meta}</office:document-meta>",
        }
    )


def package(members: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            stored = name == "mimetype"
            file.writestr(name, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return written.getvalue()


def with_member(data: bytes, name: str, content: str | bytes) -> bytes:
    """A package with one member put in the place of another, or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        members: dict[str, str | bytes] = {n: file.read(n) for n in file.namelist()}
    return package({**members, name: content})


def bomb(folder: str, size: int) -> bytes:
    """A small package that would unpack to `size` bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        with file.open(f"{folder}/media.xml", "w", force_zip64=True) as member:
            for _ in range(size >> 20):
                member.write(bytes(1 << 20))
    return written.getvalue()


def looping_pdf() -> bytes:
    """Its table of objects leads to itself, and so does its tree of pages."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj\n"
    )
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R/Prev %d>>\n" % len(body)
    return body + table + b"startxref\n%d\n%%%%EOF" % len(body)


def _saved(file: object) -> bytes:
    written = io.BytesIO()
    file.save(written)  # type: ignore[attr-defined]
    return written.getvalue()
