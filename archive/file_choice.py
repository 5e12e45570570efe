"""Which file a person means by a name, and why there is none to be had. No database here."""

from __future__ import annotations

from collections.abc import Sequence

from archive import file_queries, file_report
from archive.errors import ArchiveError, UsageError
from archive.file_queries import FileRow
from archive.tabular import printable

_MOST_CANDIDATES = 10

_WITHOUT_FILE = {
    "not asked": "No crawl has asked for it yet",
    "pending": "It is still to be asked for",
    "failed": "It could not be had",
    "gone": "It is gone from its host",
    "refused": "It was not kept",
    "link": "Its host offers no download",
}
_ASK = "'resilience crawl --files-only' asks for it."


def meant(rows: Sequence[FileRow], name: str) -> list[FileRow]:
    """The rows of the one file, or the one address without a file, that `name` means.

    Raises UsageError with the candidates where it means none or several.
    """
    found = file_queries.named(rows, name)
    candidates = file_queries.one_of_each(found)
    if not candidates:
        raise UsageError(
            f"Nothing is named '{printable(name)}': no digest begins so and no label, title or"
            " address has it. 'resilience files' lists what there is."
        )
    if len(candidates) > 1:
        raise UsageError(_several(candidates, name))
    return found


def kept_file(rows: Sequence[FileRow], name: str) -> FileRow:
    """The one file that `name` means. Raises UsageError likewise, ArchiveError where the archive
    does not have it.
    """
    row = meant(rows, name)[0]
    if row.path is None:
        raise ArchiveError(f"The archive has no file '{printable(row.label)}'. {_why_none(row)}")
    return row


def why_no_text(row: FileRow) -> str:
    """A sentence on a file of which the archive has no words."""
    label = printable(row.label)
    look = f"'resilience files open {(row.sha256 or '')[:12]}' tells where it lies."
    if row.reason:
        return f"'{label}' was not read: {printable(row.reason)} {look}"
    if row.is_scanned:
        return f"'{label}' is a scan: its pages are pictures without text. {look}"
    return (
        f"No text of '{label}' is in the archive: it has none, or was not read yet;"
        f" 'resilience crawl --files-only' reads what was not. {look}"
    )


def _several(candidates: Sequence[FileRow], name: str) -> str:
    shown = [f"  {file_report.as_line(row)}" for row in candidates[:_MOST_CANDIDATES]]
    more = len(candidates) - len(shown)
    head = (
        f"'{printable(name)}' may be any of {len(candidates)}."
        " Name one by the beginning of its digest, or by its address:"
    )
    return "\n".join((head, *shown, *([f"  and {more} more"] if more else [])))


def _why_none(row: FileRow) -> str:
    url = printable(row.material_url or "")
    why = f"{_WITHOUT_FILE[row.state]}: {printable(row.reason)}" if row.reason else ""
    why = why or f"{_WITHOUT_FILE[row.state]}."
    if row.state in {"not asked", "pending"}:
        return f"{why} {_ASK}"
    if row.state == "link":
        return f"{why} Open {url} in a browser."
    return f"{why} 'resilience files retry {url}' lets the next crawl ask again."
