"""`resilience files open` and `resilience files text`."""

from __future__ import annotations

from pathlib import Path

import click

from archive import file_choice, file_queries, file_report, storage
from archive.errors import ArchiveError, UsageError
from archive.file_queries import FileRow
from archive.options import archive_option_of_group
from archive.tabular import printable

_name_argument = click.argument("name", metavar="DIGEST|LABEL")


@click.command("open")
@_name_argument
@archive_option_of_group
@click.option("--launch", is_flag=True, help="Also open it with the system's program for it.")
def open_command(*, name: str, folder: Path, launch: bool) -> None:
    """Print where a file lies on this machine.

    A file is named by the beginning of its digest (4 letters or more), or by its label, title or
    address, or some words of one. Where several are meant they are listed, and none is opened.

    Exit status: 0 printed, 1 the archive has no such file (why, is told), 2 wrong usage.

    \b
    Example, and opening it:
      resilience files open ab12cd34
      resilience files open 'materi paparan' --launch
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_archive(folder, create=False)
    try:
        row = file_choice.kept_file(file_queries.every(db), name)
    finally:
        storage.close(db)
    path = (folder / str(row.path)).resolve()
    if not path.is_file():
        raise ArchiveError(
            f"{path} is missing though the archive names it. Restore it from a backup;"
            " 'resilience check' tells what else is missing."
        )
    click.echo(path)
    if launch and click.launch(str(path)) != 0:
        raise ArchiveError("No program could be asked to open the file. Open the path yourself.")


@click.command("text")
@_name_argument
@archive_option_of_group
@click.option("--page", type=click.IntRange(min=1), help="One page, slide or sheet, from 1.")
def text_command(*, name: str, folder: Path, page: int | None) -> None:
    """Print what a file says, page by page.

    A file is named as for 'resilience files open'.

    Exit status: 0 printed, 1 there is no text (why, is told), 2 wrong usage.

    \b
    Example, all of it, and the third slide alone:
      resilience files text ab12cd34 > paparan.txt
      resilience files text 'materi paparan' --page 3
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_archive(folder, create=False)
    try:
        row = file_choice.kept_file(file_queries.every(db), name)
        texts = file_queries.texts_of(db, row.file_id or 0)
    finally:
        storage.close(db)
    if not texts:
        raise ArchiveError(file_choice.why_no_text(row))
    if page is None:
        click.echo(file_report.as_text(row, texts))
    else:
        _write_page(row, texts, page)
    if not row.is_complete:
        click.echo("Some words of the file could not be read.", err=True)


def _write_page(row: FileRow, texts: dict[int, str], page: int) -> None:
    """Raises UsageError where the file has no such page."""
    word, last = file_report.page_word(row), max(*texts, row.pages or 0)
    if page > last:
        raise UsageError(
            f"'{printable(row.label)}' has {file_report.number_of(last, word)}; there is no"
            f" {word} {page}. Name one with --page 1 to {last}."
        )
    if page in texts:
        click.echo(file_report.page_text(texts[page]))
    else:
        click.echo(f"There is no text on {word} {page}.", err=True)
