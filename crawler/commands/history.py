"""`resilience history`."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from archive import storage, timeline
from archive.options import archive_option, table_or_json_option
from archive.tabular import TABLE_WIDTH


@click.command("history")
@click.argument("url")
@archive_option
@table_or_json_option
def history_command(url: str, folder: Path, output_format: str) -> None:
    """Show all captures of a page in one timeline, and what changed from version to version.

    URL is any address of the page. Captures are live, of a web archive, or imported. Changes of
    the text are marked [-old-] {+new+}; facts are read with today's extractor.

    Exit status: 0 the history is shown, 1 there is no archive, 2 wrong usage or no such page.

    \b
    Example, for people and for programs:
      resilience history http://tarulh.com/2018/10/25/lokakarya/ --archive data
      resilience history tarulh.com/2018/10/25/lokakarya --format json
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    from crawler.history import told, turns  # noqa: PLC0415 - the readers

    db = storage.open_read_only(folder)
    try:
        with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
            state = timeline.find(db, url)
            moments = timeline.of_page(db, state.page_id)
    finally:
        storage.close(db)
    changes = list(turns.of_page(folder, moments))
    if output_format == "json":
        click.echo(told.as_json(state, moments, changes))
        return
    console = Console(highlight=False, markup=False)
    console.width = console.width if console.is_terminal else TABLE_WIDTH
    for part in told.as_text(state, moments, changes):
        if isinstance(part, str):
            click.echo(part)
        else:
            console.print(part)
