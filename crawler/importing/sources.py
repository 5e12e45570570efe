"""The files that an import is given: which there are in folders, and what each is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from archive.errors import UsageError

Kind = Literal["warc", "wacz", "page", "other"]

PAGES = (".html", ".htm", ".xhtml")
_WARCS = (".warc.gz", ".warc", ".arc.gz", ".arc")
_WACZ = ".wacz"
# Firefox, Chrome and Edge, in the languages of the sites; the files beside a saved page.
_BESIDE = ("_files", "-files", ".files", "_file", "_berkas")
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "wacz"),
    (b"PK\x05\x06", "wacz"),
    (b"\x1f\x8b", "warc"),
    (b"WARC/", "warc"),
    (b"filedesc:", "warc"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to import, or what could not be looked into."""

    path: Path
    kind: Kind
    problem: str | None = None
    """Why nothing can be read of it, in a sentence."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of an import, in the order in which they are read."""

    files: tuple[Source, ...]
    passed_over: int
    """Files in folders that are no web archives or saved pages: images, styles."""


def find(paths: Iterable[Path]) -> Sources:
    """The files at the paths; those in a folder and the folders in it by their names.

    Raises UsageError for a path where nothing is.
    """
    files: dict[Path, Source] = {}
    passed_over = 0
    for path in paths:
        try:
            mode = path.stat().st_mode
        except FileNotFoundError as error:
            raise UsageError(f"There is no file or folder {path}. Check its name.") from error
        except OSError as error:
            why = f"The file cannot be read: {error.strerror}."
            found, others = [Source(path, "other", why)], 0
        else:
            found, others = _in_folder(path) if stat.S_ISDIR(mode) else ([_named(path)], 0)
        passed_over += others
        for source in found:
            files.setdefault(source.path.resolve(), source)
    return Sources(tuple(files.values()), passed_over)


def _named(path: Path) -> Source:
    kind = _kind_by_name(path)
    if kind != "other":
        return Source(path, kind)
    try:
        with path.open("rb") as file:
            begin = file.read(9)
    except OSError as error:
        return Source(path, "other", f"The file cannot be read: {error.strerror}.")
    kind = next((kind for magic, kind in _MAGIC if begin.startswith(magic)), "other")
    if kind != "other":
        return Source(path, kind)
    return Source(path, kind, "The file is neither WARC nor WACZ nor a saved HTML page.")


def _in_folder(folder: Path) -> tuple[list[Source], int]:
    found: list[Source] = []
    others = 0

    def unreadable(error: OSError) -> None:
        why = f"The folder cannot be read: {error.strerror}."
        found.append(Source(Path(error.filename), "other", why))

    for parent, names, files in os.walk(folder, onerror=unreadable):
        names[:] = sorted(name for name in names if not _is_beside(name, files))
        for path in (Path(parent, name) for name in sorted(files)):
            kind = _kind_by_name(path)
            if kind == "other":
                others += 1
            else:
                found.append(Source(path, kind))
    if not found:
        why = "The folder has no WARC, WACZ or saved HTML page in it."
        found.append(Source(folder, "other", why))
    return found, others


def _is_beside(name: str, files: list[str]) -> bool:
    """Whether a folder holds the images and frames of a saved page next to it."""
    return any(f"{stem}{suffix}" in files for stem in _stems(name) for suffix in PAGES)


def _stems(name: str) -> Iterator[str]:
    return (name.removesuffix(ending) for ending in _BESIDE if name.endswith(ending))


def _kind_by_name(path: Path) -> Kind:
    name = path.name.lower()
    if name.endswith(_WARCS):
        return "warc"
    if name.endswith(_WACZ):
        return "wacz"
    return "page" if name.endswith(PAGES) else "other"
