"""Files that materials link to: each different content once, on disk first and then as a row.

A file's name is its digest's beginning and words that a person can read:
`files/ab/ab12cd34ef56-paparan-ketahanan.pdf`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from archive.documents import DOCUMENT_READER_VERSION, Document
from archive.rows import storable
from archive.search import index
from archive.storage import transaction
from archive.timestamps import utc_now

FOLDER = "files"
"""The folder of files in an archive's folder."""
PICTURES = f"{FOLDER}/pictures"
"""Pictures of first pages; they can be made anew."""
PART = ".part"
"""What the name of a file ends with until it is whole."""

_PREFIX = 12
_LONGEST_NAME = 80
_SUFFIXES = {"unknown": "bin", "text": "txt"}
_MEDIA_SUFFIXES = {"image/jpeg": "jpg", "image/svg+xml": "svg"}


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file's content and what is known of it before it is read."""

    body: bytes
    type: str
    media_type: str
    name: str
    """Words for people: its label or its name at its host."""
    capture_id: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A file that lies on disk, and has no row yet."""

    sha256: str
    length: int
    path: str
    """Relative to the archive's folder."""


def digest_of(body: bytes) -> str:
    """The SHA-256 of a content, hexadecimal."""
    return sha256(body).hexdigest()


def path_for(digest: str, name: str, type_: str, media_type: str = "") -> str:
    """Where a file lies, relative to the archive's folder; `name` is made plain and short."""
    words = readable(name) or "berkas"
    suffix = _SUFFIXES.get(type_, type_)
    if type_ in {"image", "video", "audio"}:
        suffix = _MEDIA_SUFFIXES.get(media_type) or readable(media_type.partition("/")[2]) or "bin"
    return f"{FOLDER}/{digest[:2]}/{digest[:_PREFIX]}-{words}.{suffix}"


def readable(name: str) -> str:
    """A name in small letters, digits and hyphens, without the extension of a file."""
    plain = unicodedata.normalize("NFKD", name[:1000]).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\.[a-z0-9]{2,4}$", "", plain.strip())
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:_LONGEST_NAME].rstrip("-")


def write(folder: Path, file: NewFile, path: str) -> Written:
    """Put a file on disk, whole or not at all; afterwards a power failure cannot lose it.

    Touches no database, so it may run in a thread. Raises OSError.
    """
    target = folder / path
    _write_whole(target, file.body)
    return Written(digest_of(file.body), len(file.body), path)


def place_of(db: Database, folder: Path, file: NewFile) -> tuple[str, bool]:
    """(where the file lies or is to lie, whether it is to be written there)."""
    digest = digest_of(file.body)
    row = db.execute("SELECT path FROM files WHERE sha256 = ?", (digest,)).fetchone()
    if row is not None:
        return row[0], not (folder / row[0]).exists()
    path = path_for(digest, file.name, file.type, file.media_type)
    if db.execute("SELECT 1 FROM files WHERE path = ?", (path,)).fetchone() is not None:
        path = path.replace(digest[:_PREFIX], digest)
    return path, True


def note(db: Database, file: NewFile, written: Written) -> int:
    """The id of the row of a file that is on disk; the same content has one row.

    The caller holds the transaction.
    """
    db.execute(
        "INSERT INTO files (sha256, length, type, media_type, path, stored_at, capture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
        (
            written.sha256,
            written.length,
            file.type,
            file.media_type,
            written.path,
            utc_now(),
            file.capture_id,
        ),
    )
    row = db.execute("SELECT id FROM files WHERE sha256 = ?", (written.sha256,)).fetchone()
    return int(row[0])


def note_reading(db: Database, folder: Path, file_id: int, document: Document) -> None:
    """Keep what a file says, in place of what it was read to say before. Raises OSError."""
    digest = db.execute("SELECT sha256 FROM files WHERE id = ?", (file_id,)).fetchone()[0]
    picture = None
    if document.picture is not None:
        suffix = "png" if document.picture.startswith(b"\x89PNG") else "jpg"
        picture = f"{PICTURES}/{digest[:2]}/{digest[:_PREFIX]}.{suffix}"
        _write_whole(folder / picture, document.picture)
    with transaction(db):
        db.execute(
            "UPDATE files SET type = ?, media_type = ?, pages = ?, title = ?, author = ?,"
            " created_at = ?, language = ?, is_scanned = ?, is_complete = ?, picture = ?,"
            " reason = ?, read_at = ?, reader_version = ? WHERE id = ?",
            (
                document.type,
                document.media_type,
                document.pages,
                _storable(document.title),
                _storable(document.author),
                _storable(document.created_at),
                document.language,
                document.is_scanned,
                document.is_complete,
                picture,
                document.reason,
                utc_now(),
                DOCUMENT_READER_VERSION,
                file_id,
            ),
        )
        db.execute("DELETE FROM file_texts WHERE file_id = ?", (file_id,))
        db.conn.executemany(
            "INSERT INTO file_texts (file_id, page, text) VALUES (?, ?, ?)",
            [
                (file_id, page, storable(text))
                for page, text in enumerate(document.texts, start=1)
                if text.strip()
            ],
        )
        index.write_file(db, file_id)


def unread(db: Database) -> list[tuple[int, str]]:
    """(id, path) of the files that this version's reader has not read yet."""
    rows = db.execute(
        "SELECT id, path FROM files WHERE reader_version IS NOT ? ORDER BY id",
        (DOCUMENT_READER_VERSION,),
    )
    return [(int(file_id), path) for file_id, path in rows.fetchall()]


def is_unread(db: Database, file_id: int) -> bool:
    """Whether this version's reader has still to read a file."""
    (version,) = db.execute("SELECT reader_version FROM files WHERE id = ?", (file_id,)).fetchone()
    return bool(version != DOCUMENT_READER_VERSION)


def remove_parts(folder: Path) -> int:
    """Remove what killed crawls had half written; how many files. To be called by the one writer."""
    parts = [path for path in (folder / FOLDER).rglob(f"*{PART}") if path.is_file()]
    for path in parts:
        path.unlink()
    return len(parts)


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _write_whole(target: Path, body: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}{PART}")
    with part.open("wb") as stream:
        stream.write(body)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(target)
    for folder in (target.parent, target.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Let the names in a folder outlast a power failure."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
