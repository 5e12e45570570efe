"""`resilience search`."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from archive import search, storage
from archive.options import WholeNumber, archive_option, format_option
from archive.query import Selected
from archive.query.sites import refuse_unknown_site
from archive.search import Hits, presentation
from archive.selection_options import selection_options
from archive.tabular import TABLE_WIDTH


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@archive_option
@format_option
@click.option(
    "--limit",
    type=WholeNumber(),
    default=20,
    show_default=True,
    metavar="N",
    help="Show N hits.",
)
@click.option("--offset", type=WholeNumber(0), default=0, metavar="N", help="Leave out N hits.")
@selection_options
def search_command(
    *,
    words: tuple[str, ...],
    folder: Path,
    output_format: str,
    limit: int,
    offset: int,
    selected: Selected,
) -> None:
    """Find articles, conclusions and the pages of slides and documents by their words.

    A word finds all its forms (pengelolaan finds dikelola and mengelola), and all words must be
    there. "Several words" in quotation marks are found as they stand, resil* finds what begins
    so, -word leaves out what has it, and OR between two words finds either. The best hits come
    first. Options choose activities; with one, only their articles and files are searched.

    \b
    Example, what was said about managing waste; slides and articles of a year; an exact phrase:
      resilience search pengelolaan sampah
      resilience search "banjir OR rob -jakarta" --since 2018-01-01 --until 2018-12-31
      resilience search '"tata kelola air"' --type workshop --format csv > hits.csv
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    query = " ".join(words)
    db = storage.open_archive(folder, create=False)
    try:
        refuse_unknown_site(db, selected.get("site"))
        found = search.search(db, query, limit=limit, offset=offset, **selected)
        near = () if found.total else search.suggestions(db, query)
    finally:
        storage.close(db)
    _write(found, output_format)
    click.echo(presentation.summary(found, query, str(folder)), err=True)
    if not found.total:
        click.echo(presentation.advice(near), err=True)


def _write(found: Hits, output_format: str) -> None:
    if output_format == "json":
        click.echo(presentation.as_json(found))
    elif output_format == "csv":
        click.echo(presentation.as_csv(found), nl=False)
    elif found.hits:
        console = Console()
        console.width = console.width if console.is_terminal else TABLE_WIDTH
        console.print(presentation.as_table(found, is_terminal=console.is_terminal))
