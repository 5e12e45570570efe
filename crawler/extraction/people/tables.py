"""Tables of people: a row gives the name in one cell, position and organization in others."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from archive.records import PersonRole, Span
from crawler.article.page import Block, Page
from crawler.extraction.people.appositions import position_after
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.names import NameMention, name_at, parse_name
from crawler.extraction.people.offices import clean
from crawler.extraction.people.roles import Part, role_of_words
from crawler.extraction.people.sentences import Sentence
from crawler.extraction.people.tokens import tokens_of

_NAME = re.compile(
    r"(?:daftar\s|para\s)?(?:nama\b.{0,40}|(?:nara ?sumber|pembicara|pemateri|penyaji|pemakalah|panelis|moderator|fasilitator|instruktur|pengajar|pemapar|penceramah|peserta)\b(?:\s?(?:/|dan|&)\s?[a-z/ ]{1,30})?)",
    re.IGNORECASE,
)
_OTHER_NAMES = re.compile(
    r"nama\s+(?:kegiatan|acara|program|kelompok|desa|kelurahan|kecamatan|kota|kabupaten|lokasi|tempat|instansi|lembaga|organisasi|perusahaan|sekolah|aksi|sungai|jalan|barang|bahan|file|berkas|proyek|paket)",
    re.IGNORECASE,
)
_POSITION = re.compile(r"(?:jabatan|posisi|kedudukan|pekerjaan|profesi)\b.{0,40}", re.IGNORECASE)
_ORGANIZATION = re.compile(
    r"(?:asal|instansi|lembaga|institusi|organisasi|unit kerja|unsur|perusahaan|afiliasi|perwakilan|dari)\b.{0,30}",
    re.IGNORECASE,
)
_ROLE = re.compile(r"(?:peran|sebagai|tugas|keterangan|status)\b.{0,20}", re.IGNORECASE)
_LONGEST_HEADER = 60
_LONGEST_CELL = 400


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table of people, by their ordinals."""

    name: int
    position: int | None
    organization: int | None
    role: int | None


@dataclass(frozen=True, slots=True)
class TableReading:
    """What the page's tables of people say, and which blocks are read with it."""

    people: tuple[tuple[Mention, Part], ...]
    blocks: frozenset[int]
    """Where the cells of these tables start: nothing else is read in them."""
    leads: dict[int, Span]
    """For cells behind a first cell that names a part (`Moderator | NAME`): that cell."""


def read_tables(page: Page, leads: dict[int, Span]) -> TableReading:
    """The people of tables with a header that names a column of people; `leads` introduce tables.

    Who has no part (no header, lead or cell says one) is left out.
    """
    people: list[tuple[Mention, Part]] = []
    blocks: set[int] = set()
    named: dict[int, Span] = {}
    for rows in _tables(page):
        columns = _columns(page, rows[0])
        if columns is None:
            named |= _first_cells(page, rows)
            continue
        blocks.update(cell.start for row in rows for cell in row)
        lead = leads.get(rows[0][0].start)
        for row in rows[1:]:
            found = _person(page, rows[0], row, columns, lead)
            if found:
                people.append(found)
    return TableReading(tuple(people), frozenset(blocks), named)


def _tables(page: Page) -> list[list[list[Block]]]:
    tables: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for block in page.body:
        if block.kind == "cell":
            tables[block.container][block.level].append(block)
    return [list(rows.values()) for rows in tables.values() if len(rows) > 1]


def _columns(page: Page, header: list[Block]) -> _Columns | None:
    titles = {
        cell.ordinal or 0: page.words_of(cell).strip(" :.")
        for cell in header
        if cell.end - cell.start <= _LONGEST_HEADER
    }
    if len(titles) < len(header) or not titles:
        return None

    def column(pattern: re.Pattern[str]) -> int | None:
        return next((n for n, title in titles.items() if pattern.fullmatch(title)), None)

    name = next(
        (n for n, t in titles.items() if _NAME.fullmatch(t) and not _OTHER_NAMES.match(t)), None
    )
    if any(n != name and parse_name(title) for n, title in titles.items()):
        return None
    if name is None or (len(titles) > 1 and max(titles) < 2):  # noqa: PLR2004 - a table has two columns
        return None
    return _Columns(name, column(_POSITION), column(_ORGANIZATION), column(_ROLE))


def _first_cells(page: Page, rows: list[list[Block]]) -> dict[int, Span]:
    leads: dict[int, Span] = {}
    for row in rows:
        first = row[0]
        if (
            row[1:]
            and first.end - first.start <= _LONGEST_HEADER
            and role_of_words(page.words_of(first))
        ):
            leads |= {cell.start: Span(first.start, first.end) for cell in row[1:]}
    return leads


def _person(
    page: Page, header: list[Block], row: list[Block], columns: _Columns, lead: Span | None
) -> tuple[Mention, Part] | None:
    cells = {cell.ordinal or 0: cell for cell in row}
    cell = cells.get(columns.name)
    if cell is None or cell.end - cell.start > _LONGEST_CELL:
        return None
    title = next((page.words_of(h) for h in header if h.ordinal == columns.name), "")
    role = (
        _role_of(page, cells, columns.role)
        or role_of_words(title)
        or (role_of_words(page.text[lead.start : lead.end]) if lead else None)
    )
    tokens = tokens_of(page.text, cell.start, cell.end)
    if role is None or not tokens:
        return None
    name, following = name_at(page.text, list(tokens), 0, cell.end)
    if name is None:
        return None
    beside = position_after(page.text, list(tokens), following, name.outer_end, cell.end)
    position = _words(page, cells, columns.position) or (beside.position if beside else None)
    organization = _words(page, cells, columns.organization) or (
        beside.organization if beside else None
    )
    sentence = Sentence(Span(cell.start, cell.end), cell, tokens, None)
    return _mention(name, sentence, position, organization), _part(role)


def _mention(
    name: NameMention, sentence: Sentence, position: str | None, organization: str | None
) -> Mention:
    return Mention(
        name,
        sentence,
        position,
        organization,
        name.outer_start,
        name.outer_end,
        tuple(w for w in re.findall(r"[^\W\d_]+", name.name.lower()) if len(w) > 1),
        held=position is not None,
        touching=False,
        apart=True,
        doubtful=False,
    )


def _part(role: PersonRole) -> Part:
    return Part(
        (role,),
        spoke=False,
        quoted=False,
        told=False,
        session=False,
        acted=False,
        introduced=True,
        absent=False,
    )


def _role_of(page: Page, cells: dict[int, Block], column: int | None) -> PersonRole | None:
    words = _words(page, cells, column)
    return role_of_words(words) if words else None


def _words(page: Page, cells: dict[int, Block], column: int | None) -> str | None:
    cell = cells.get(column) if column is not None else None
    words = clean(page.words_of(cell)) if cell and cell.end - cell.start <= _LONGEST_CELL else ""
    return words if any(c.isalpha() for c in words) else None
