"""An export as WACZ 1.1.1: WARC files, index and pages in one ZIP file.

https://specs.webrecorder.net/wacz/1.1.1/
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Any, BinaryIO, cast

from sqlite_utils import Database

from archive.export.preservation import index, warc_files
from archive.export.preservation.pages import page_lines
from archive.export.preservation.pieces import Piece
from archive.export.preservation.selection import Selection
from archive.warc.writing import PRODUCT

WACZ_VERSION = "1.1.1"
_READABLE_BY_ALL = 0o644 << 16
_UNIX = 3


def write(
    db: Database, pieces: Iterable[Piece], selection: Selection, file: BinaryIO, *, title: str
) -> int:
    """Write the records, with the pages that they were read to be, as WACZ; how many records.

    Equal archives and selections give equal bytes: every date is that of the newest capture.
    """
    with zipfile.ZipFile(file, "w") as archive, closing(index.SortedLines()) as lines:
        package = _Package(archive, selection)
        number = warc_files.write(
            pieces,
            selection,
            lambda name: package.stored(f"archive/{name}"),
            placed=lambda entry, *place: lines.add(entry.line(*place)),
        )
        with package.stored(f"indexes/{index.PACKED_NAME}") as packed:
            blocks = list(index.write_packed(lines, packed))
        package.add_lines("indexes/index.idx", blocks)
        package.add_lines("pages/pages.jsonl", page_lines(db, selection.ids))
        package.describe(title)
    return number


@dataclass(frozen=True, slots=True)
class _Resource:
    path: str
    digest: str
    length: int

    def as_dict(self) -> dict[str, Any]:
        name = self.path.rpartition("/")[2]
        return {"name": name, "path": self.path, "hash": self.digest, "bytes": self.length}


class _Hashed:
    """A file for writing that digests what goes through."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.length = 0

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        self.length += len(data)
        return self._file.write(data)

    @property
    def digest(self) -> str:
        return f"sha256:{self._digest.hexdigest()}"


class _Package:
    """The ZIP file of a WACZ, and what lies in it so far."""

    def __init__(self, archive: zipfile.ZipFile, selection: Selection) -> None:
        self._archive = archive
        self._created = selection.newest
        self._resources: list[_Resource] = []

    @contextmanager
    def stored(self, path: str, *, packing: int = zipfile.ZIP_STORED) -> Iterator[BinaryIO]:
        """A new file in it: unpacked by default, so that a part of it can be read by itself."""
        with self._archive.open(self._entry(path, packing), "w", force_zip64=True) as file:
            hashed = _Hashed(cast("BinaryIO", file))
            yield cast("BinaryIO", hashed)
        self._resources.append(_Resource(path, hashed.digest, hashed.length))

    def add_lines(self, path: str, lines: Iterable[str]) -> None:
        """A new text file in it, packed."""
        with self.stored(path, packing=zipfile.ZIP_DEFLATED) as file:
            for line in lines:
                file.write(line.encode("utf-8", "replace"))

    def describe(self, title: str) -> None:
        """End it with its description and the digest of that."""
        told = {
            "profile": "data-package",
            "title": title,
            "created": self._created,
            "wacz_version": WACZ_VERSION,
            "software": f"{PRODUCT}/{version(PRODUCT)}",
            "resources": [resource.as_dict() for resource in self._resources],
        }
        description = json.dumps(told, indent=2, ensure_ascii=False).encode()
        digest = {
            "path": "datapackage.json",
            "hash": f"sha256:{hashlib.sha256(description).hexdigest()}",
        }
        for path, data in (
            ("datapackage.json", description),
            ("datapackage-digest.json", json.dumps(digest, indent=2).encode()),
        ):
            self._archive.writestr(self._entry(path, zipfile.ZIP_DEFLATED), data)

    def _entry(self, path: str, packing: int) -> zipfile.ZipInfo:
        moment = datetime.fromisoformat(self._created)
        # What a ZIP file can date begins in 1980.
        entry = zipfile.ZipInfo(path, max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
        entry.compress_type = packing
        entry.create_system = _UNIX
        entry.external_attr = _READABLE_BY_ALL
        return entry
