"""Where a file's title page says something else than a post that links to it.

A post's own findings are replaced with its facts; these lie apart, and are made anew whenever the
file or one of its posts has been read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlite_utils import Database

from archive.documents import Document
from archive.records import Material
from archive.storage import transaction
from archive.timestamps import utc_now

_UNCOMPARED = """
SELECT id FROM files
WHERE read_at IS NOT NULL AND (
  compared_at IS NULL OR compared_at <= read_at OR EXISTS (
    SELECT 1 FROM file_links JOIN materials ON materials.url = file_links.url
    JOIN activities ON activities.id = activity_id
    JOIN articles ON articles.page_id = activities.page_id
    WHERE file_id = files.id AND extracted_at >= compared_at
  )
)
ORDER BY id
"""

_MATERIALS = """
SELECT DISTINCT page_id, kind, label, materials.url, presenter, date
FROM file_links JOIN materials ON materials.url = file_links.url
JOIN activities ON activities.id = activity_id
WHERE file_id = ? ORDER BY page_id, materials.id
"""

_FIRST_PAGES = 3


@dataclass(frozen=True, slots=True)
class FileFinding:
    """A contradiction between a file and a post's material."""

    page_id: int
    label: str
    """Of the material."""
    check: str
    message: str
    """A sentence without a full stop, as findings of posts are."""


def uncompared(db: Database) -> list[int]:
    """The files that were read, or whose posts were, since they were last compared."""
    return [int(file_id) for (file_id,) in db.execute(_UNCOMPARED).fetchall()]


def beginning(db: Database, file_id: int) -> Document:
    """A file as it was read, with the texts of its first pages alone."""
    row = db.execute(
        "SELECT type, media_type, pages, title, author, created_at, language FROM files"
        " WHERE id = ?",
        (file_id,),
    ).fetchone()
    texts = dict(
        db.execute(
            "SELECT page, text FROM file_texts WHERE file_id = ? AND page <= ?",
            (file_id, _FIRST_PAGES),
        )
    )
    first = tuple(texts.get(page, "") for page in range(1, _FIRST_PAGES + 1))
    return replace(Document(*row), texts=first)


def materials_of(db: Database, file_id: int) -> list[tuple[int, Material]]:
    """(page's id, material) of the posts that link to a file now; evidence is left out."""
    return [
        (page_id, Material(*(*row, ())))
        for page_id, *row in db.execute(_MATERIALS, (file_id,)).fetchall()
    ]


def keep(db: Database, file_id: int, findings: Iterable[FileFinding]) -> None:
    """Write what comparing a file has found in place of what it found before."""
    with transaction(db):
        db.execute("DELETE FROM file_findings WHERE file_id = ?", (file_id,))
        db.conn.executemany(
            "INSERT INTO file_findings (file_id, page_id, label, check_name, message)"
            " VALUES (?, ?, ?, ?, ?)",
            [(file_id, one.page_id, one.label, one.check, one.message) for one in findings],
        )
        db.execute("UPDATE files SET compared_at = ? WHERE id = ?", (utc_now(), file_id))
