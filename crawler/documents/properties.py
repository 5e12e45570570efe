"""What a file's own properties say: title, author and the day it was made."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from functools import cache
from typing import NamedTuple

from lxml import etree

from crawler import lexicon
from crawler.documents.packages import read_markup
from crawler.documents.unreadable import UnreadableError
from crawler.documents.words import clean

_LONGEST = 500
_PDF_DATE = re.compile(
    r"(?:D:)?\s*(?P<y>\d{4})(?P<mo>\d\d)?(?P<d>\d\d)?(?P<h>\d\d)?(?P<mi>\d\d)?(?P<s>\d\d)?"
    r"(?P<zone>Z|[+-]\d\d'?(?:\d\d)?)?"
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)?")
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_YEARS = range(1980, 2101)


class Properties(NamedTuple):
    """A file's properties; None for each that it does not tell."""

    title: str | None = None
    author: str | None = None
    created_at: str | None = None
    """ISO 8601."""
    pages: int | None = None
    """As the program that wrote it counted them."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("document_properties")[name])


@cache
def _leads() -> re.Pattern[str]:
    programs = "|".join(map(re.escape, lexicon.load("document_properties")["programs"]))
    return re.compile(rf"(?:{programs})\s+[-–]\s+", re.IGNORECASE)


def title_of(said: str | None) -> str | None:
    """A title, without the program's name before it; None for one that a program made up."""
    title = _leads().sub("", _line(said), count=1)
    return title if title and not _is_made_up(title, "made_up_titles") else None


def author_of(said: str | None) -> str | None:
    """An author; None for the name of a program or of a computer."""
    author = _line(said)
    return author if author and not _is_made_up(author, "made_up_authors") else None


def _is_made_up(said: str, name: str) -> bool:
    return re.sub(r"[\s\d]+$", "", said.lower()) in _words(name) | {""}


def _line(said: str | None) -> str:
    return clean((said or "")[:_LONGEST]).replace("\n", " ")


def pdf_date(said: str | None) -> str | None:
    """A date of a PDF, `D:20181025164108+07'00'`, as ISO 8601; None where it is none.

    ISO 32000-1, 7.9.4; what it leaves out after the day is left out here.
    """
    found = _PDF_DATE.match((said or "").strip())
    if found is None or found["d"] is None:
        return None
    iso = f"{found['y']}-{found['mo']}-{found['d']}"
    if found["mi"]:
        iso += f"T{found['h']}:{found['mi']}:{found['s'] or '00'}"
        digits = re.sub(r"\D", "", found["zone"] or "").ljust(4, "0")
        if found["zone"]:
            sign = "-" if found["zone"].startswith("-") else "+"
            iso += f"{sign}{digits[:2]}:{digits[2:]}"
    return _valid(iso)


def iso_date(said: str | None) -> str | None:
    """A date of an Office or OpenDocument file as ISO 8601; None where it is none."""
    found = _ISO_DATE.match((said or "").strip())
    return _valid(found[0].replace("Z", "+00:00")) if found else None


def _valid(iso: str) -> str | None:
    try:
        return iso if datetime.fromisoformat(iso).year in _YEARS else None
    except ValueError:
        return None


def office_properties(package: zipfile.ZipFile) -> Properties:
    """The properties of an Office package; damaged ones say nothing."""
    core = _tree(package, "docProps/core.xml")
    extended = _tree(package, "docProps/app.xml")
    pages = _text(extended, f"{_EXTENDED}Pages")
    return Properties(
        title_of(_text(core, f"{_DUBLIN_CORE}title")),
        author_of(_text(core, f"{_DUBLIN_CORE}creator")),
        iso_date(_text(core, f"{_TERMS}created")),
        count_of(pages),
    )


def count_of(said: str | None) -> int | None:
    """A count of pages; None where it is none or zero."""
    said = (said or "").strip()
    return int(said) or None if said.isdecimal() and len(said) < 7 else None  # noqa: PLR2004 - millions of pages are a lie


def _tree(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    try:
        return read_markup(package, name)
    except UnreadableError:
        return None


def _text(tree: etree._Element | None, name: str) -> str | None:
    return None if tree is None else tree.findtext(name)
