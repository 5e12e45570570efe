"""The files that materials link to: each one's content, and what lies beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import file_digest
from pathlib import Path

from sqlite_utils import Database

from archive.checks.fault import Fault
from archive.file_store import FOLDER, PART, PICTURES

_FETCH_AGAIN = (
    "Restore the file from a backup; the capture that it came from is kept in warc/ too."
    " Without either, 'resilience files retry' and 'resilience crawl --files-only' fetch it again."
)
_LEFT_OVER = "Remove it, or move it elsewhere: no row of the archive names it."
_HALF = "The next 'resilience crawl' removes it; nothing that the archive knows is lost."


def check_stored_files(
    db: Database, folder: Path, *, quick: bool, writing: Callable[[str], bool]
) -> Iterator[Fault]:
    """Files that are missing, that are not what was stored, and that nothing names.

    `quick` compares sizes and not digests. `writing` tells of a file that no row names whether it
    may be being stored, which is no fault.
    """
    noted = set()
    rows = db.execute("SELECT id, path, sha256, length, picture FROM files ORDER BY path")
    for file_id, path, digest, length, picture in rows:
        noted |= {path, picture}
        where = f"files, row {file_id}: {path}"
        fault = _fault_of(folder / path, digest, length, quick=quick)
        if fault is not None:
            yield Fault("files", where, fault, _FETCH_AGAIN)
    for file in sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if name in noted or writing(name):
            continue
        if name.endswith(PART):
            yield Fault(
                "files", name, "The file is half written, by a crawl that was killed.", _HALF
            )
        else:
            what = "picture" if name.startswith(f"{PICTURES}/") else "file"
            yield Fault("files", name, f"The {what} is named by no row of the archive.", _LEFT_OVER)


def _fault_of(file: Path, digest: str, length: int, *, quick: bool) -> str | None:
    """What is wrong with a stored file; None where nothing is."""
    try:
        size = file.stat().st_size
        if size != length:
            return f"The file has {size} bytes and not {length}."
        if quick:
            return None
        with file.open("rb") as stream:
            found = file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return "The file is missing."
    except OSError as error:
        return f"The file cannot be read: {error.strerror}."
    return None if found == digest else f"The SHA-256 of its content is {found} and not {digest}."
