"""Makes the sample site's files from documents.toml: `python -m crawler.samplesite.uploads.build`.

Needs the development extra. The files are kept with the package, so that serving the site
needs neither fpdf2 nor python-pptx.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from fpdf import FPDF
from PIL import Image, ImageDraw
from pptx import Presentation

_FOLDER = Path(__file__).parent
_MARGIN_MM = 20
_PHOTO_SIZE = (640, 427)


def build(folder: Path) -> None:
    """Writes every document of documents.toml and the one photo below `folder`."""
    documents = tomllib.loads((_FOLDER / "documents.toml").read_text("utf-8"))["document"]
    for document in documents:
        path = folder / document["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        write = write_slides if path.suffix == ".pptx" else write_pages
        write(path, document)
    draw_photo(folder / "foto.jpg")


def write_pages(path: Path, document: dict[str, Any]) -> None:
    """A PDF of landscape pages: the title's, then one for each of the document's pages."""
    pdf = FPDF(orientation="landscape", format="A4")
    pdf.set_creation_date(_moment(document["date"]))
    pdf.set_title(document["title"])
    pdf.set_author(document["author"])
    pdf.set_lang("id-ID")
    pdf.set_margin(_MARGIN_MM)
    pdf.add_page()
    pdf.set_font("Helvetica", style="B", size=30)
    pdf.multi_cell(0, 14, document["title"], new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=16)
    pdf.multi_cell(0, 12, document["author"], new_x="LMARGIN", new_y="NEXT")
    for page in document["page"]:
        pdf.add_page()
        pdf.set_font("Helvetica", style="B", size=24)
        pdf.multi_cell(0, 14, page["title"], new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", size=16)
        for point in page["points"]:
            pdf.multi_cell(0, 11, f"- {point}", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))


def write_slides(path: Path, document: dict[str, Any]) -> None:
    """A PowerPoint file: the title's slide, then one for each of the document's pages."""
    slides = Presentation()
    properties = slides.core_properties
    properties.title, properties.author = document["title"], document["author"]
    properties.language = "id-ID"
    properties.created = properties.modified = _moment(document["date"])
    title_layout, list_layout = slides.slide_layouts[0], slides.slide_layouts[1]
    first = slides.slides.add_slide(title_layout)
    first.shapes.title.text = document["title"]
    first.placeholders[1].text = document["author"]
    for page in document["page"]:
        slide = slides.slides.add_slide(list_layout)
        slide.shapes.title.text = page["title"]
        slide.placeholders[1].text = "\n".join(page["points"])
    slides.save(str(path))


def draw_photo(path: Path) -> None:
    """A picture of sea and sky that stands for every photo of the site."""
    width, height = _PHOTO_SIZE
    photo = Image.new("RGB", _PHOTO_SIZE, "#bcd9e6")
    pen = ImageDraw.Draw(photo)
    pen.rectangle((0, height * 6 // 10, width, height), fill="#1d6f8a")
    pen.ellipse((width * 7 // 10, 40, width * 7 // 10 + 90, 130), fill="#f5c451")
    photo.save(path, quality=60)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)


if __name__ == "__main__":
    build(_FOLDER)
