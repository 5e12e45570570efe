"""The files of the archive's folder against those that the database names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from archive.checks.fault import RESTORE_FILE, Fault
from archive.warc import tails
from archive.warc.exchange import FOLDER

SUFFIX = ".warc.gz"
"""How the names of the archive's WARC files end."""


def sizes(folder: Path) -> dict[str, int]:
    """The files in the archive's folder `warc`: name as the database gives it -> bytes."""
    return {
        f"{FOLDER}/{path.relative_to(folder / FOLDER).as_posix()}": path.stat().st_size
        for path in sorted((folder / FOLDER).rglob("*"))
        if path.is_file()
    }


def check_names(found: Mapping[str, int], noted: Mapping[str, tuple[int, int]]) -> Iterator[Fault]:
    """Files that are missing, and files that are none of the archive's.

    `found` are the files with their sizes; `noted` those that captures name, with how many
    captures.
    """
    for file, (captures, _) in noted.items():
        if file not in found:
            message = f"The file is missing; {captures} captures are said to lie in it."
            yield Fault("files", file, message, RESTORE_FILE)
    for file in found:
        if not file.endswith(SUFFIX):
            remedy = "Move it elsewhere: the folder is for the archive's WARC files alone."
            yield Fault("files", file, "This is no WARC file of the archive.", remedy)


def check_ends(
    folder: Path, found: Mapping[str, int], noted: Mapping[str, tuple[int, int]]
) -> Iterator[Fault]:
    """The ends of the files `found`, without reading the records before: too short, or torn."""
    for file, (captures, end) in noted.items():
        if file in found and found[file] < end:
            message = (
                f"The file ends at byte {found[file]}; the last of its {captures} captures"
                f" should end at byte {end}."
            )
            yield Fault("files", file, message, RESTORE_FILE)
    ends = {file: end for file, (_, end) in noted.items()}
    for tail in (tail for tail in tails.find(folder, ends) if tail.file in found):
        yield Fault(
            "files",
            f"{tail.file}, byte {tail.offset}",
            f"{tail.length} bytes are the torn end of a record that was never noted.",
            "The next 'resilience crawl' cuts it off; nothing that the archive knows is lost.",
        )
