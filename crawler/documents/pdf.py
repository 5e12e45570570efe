"""PDF documents, by PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage
from pypdfium2 import raw as pdfium

from crawler.documents.contents import Contents
from crawler.documents.pictures import LONGEST_SIDE, encode
from crawler.documents.properties import Properties, author_of, pdf_date, title_of
from crawler.documents.unreadable import UnreadableError
from crawler.documents.words import MOST_LETTERS_A_PAGE, MOST_PAGES, keep

_END_WITHIN = 4096
_FEW_LETTERS = 40
"""A scanner's own stamp has fewer, a page of text has more."""
_MOST_OBJECTS = 500
_DEPTH = 3
_COVERED = 0.5


def read_pdf(data: bytes) -> Contents:
    """The pages of a PDF. Raises UnreadableError."""
    with _opened(data) as document:
        pages = len(document)
        if not pages:
            raise UnreadableError("The PDF has no pages.")
        walk = _Walk(document)
        texts, whole = keep(walk.texts())
        if walk.failed == len(texts):
            raise UnreadableError(f"None of the PDF's {pages} pages can be read.")
        said = document.get_metadata_dict()
    return Contents(
        Properties(
            title_of(said.get("Title")),
            author_of(said.get("Author")),
            pdf_date(said.get("CreationDate")),
            pages,
        ),
        texts,
        is_complete=whole and not walk.failed and b"%%EOF" in data[-_END_WITHIN:],
        is_scanned=walk.scanned * 2 > len(texts),
    )


def draw_pdf(data: bytes) -> bytes:
    """The first page as a picture. Raises UnreadableError."""
    with _opened(data) as document, closing(document[0]) as page:
        scale = LONGEST_SIDE / max(*page.get_size(), 1)
        with closing(page.render(scale=scale)) as bitmap:
            return encode(bitmap.to_pil())


class _Walk:
    """The pages of a document one by one, with how many are scans or cannot be read."""

    def __init__(self, document: PdfDocument) -> None:
        self._document = document
        self.failed = 0
        self.scanned = 0

    def texts(self) -> Iterator[str]:
        for number in range(min(len(self._document), MOST_PAGES + 1)):
            try:
                yield self._text(number)
            except PdfiumError:
                self.failed += 1
                yield ""

    def _text(self, number: int) -> str:
        with closing(self._document[number]) as page:
            with closing(page.get_textpage()) as words:
                count = min(words.count_chars(), MOST_LETTERS_A_PAGE + 1)
                text: str = words.get_text_range(0, count) if count else ""
            if len("".join(text[: 4 * _FEW_LETTERS].split())) < _FEW_LETTERS:
                self.scanned += _is_picture(page)
        return text


def _is_picture(page: PdfPage) -> bool:
    """Whether pictures cover half of the page or more."""
    width, height = page.get_size()
    covered = 0.0
    pictures = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEPTH)
    for picture in islice(pictures, _MOST_OBJECTS):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0, min(right, width) - max(left, 0)) * max(
            0, min(top, height) - max(bottom, 0)
        )
    return bool(covered >= _COVERED * width * height > 0)


@contextmanager
def _opened(data: bytes) -> Iterator[PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError("The PDF opens with a password only.") from error
        raise UnreadableError("The PDF is cut off or damaged.") from error
    try:
        yield document
    finally:
        document.close()
