"""`resilience identity`: who is who, why, and what people decide about it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from sqlite_utils import Database

from archive import identity, storage
from archive.errors import UsageError
from archive.identity import deciding, event_decisions, event_explaining, explaining, reviewing
from archive.identity.decisions import Kind
from archive.identity.explaining import Explained
from archive.identity.known_names import TABLES
from archive.identity.reviewing import DoubtRow
from archive.options import (
    GivenText,
    WholeNumber,
    archive_option,
    archive_option_of_group,
    author_option,
    format_option,
    table_or_json_option,
)
from archive.tabular import TABLE_WIDTH, csv_text, printable

_KINDS = ("person", "organization", "event")
_kind_option = click.option(
    "--kind",
    type=click.Choice(_KINDS),
    default="person",
    show_default=True,
    help="What the names are of; an event is named by an activity's id or its page's address.",
)
_reason_option = click.option(
    "--reason", type=GivenText(), required=True, help="Why, for those who come later."
)


@click.group("identity")
@archive_option
def identity_command(*, folder: Path) -> None:
    """Tell who is who: one person, organization or event under several names, and why.

    Names are put together at the end of every run. What is likely but not sure is listed by
    'review' and left to a person; what a person decides counts before all else, and stays when
    pages are crawled and read again.

    \b
    Example, what waits for somebody, why two names are one, and two decisions:
      resilience identity review
      resilience identity explain "Siti Aminah"
      resilience identity merge "Siti Aminah" "Siti A. Lestari" --reason "Her card"
      resilience identity split "Agus Salim" --activity 12 --reason "Of another city"
    """  # noqa: D301 - click's mark for lines that are not to be wrapped


@identity_command.command("explain")
@click.argument("name")
@_kind_option
@archive_option_of_group
@table_or_json_option
def explain_command(*, name: str, kind: Kind, folder: Path, output_format: str) -> None:
    """Tell all that bear NAME: their other names, why these are theirs, where they appeared.

    NAME is a whole name as any page writes it, or the number of a person or organization.

    \b
    Example:
      resilience identity explain "Siti Aminah"
      resilience identity explain BPBD --kind organization
      resilience identity explain 12 --kind event
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_archive(folder, create=False)
    try:
        with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
            if kind == "event":
                event = event_explaining.explain(db, name)
                told, lines = [asdict(event)], event_explaining.as_lines(event)
            else:
                found = explaining.explain(db, TABLES[kind], name)
                told = [asdict(one) for one in found]
                lines = (line for one in found for line in _as_lines(one))
    finally:
        storage.close(db)
    if output_format == "json":
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            click.echo(printable(line))


@identity_command.command("review")
@click.option("--kind", type=click.Choice(_KINDS), help="Only doubts of this kind.")
@click.option("--limit", type=WholeNumber(), metavar="N", help="At most so many, the likeliest.")
@archive_option_of_group
@format_option
def review_command(
    *, kind: Kind | None, limit: int | None, folder: Path, output_format: str
) -> None:
    """List the pairs that may be one but are not surely, the likeliest first.

    The numbers are those that 'merge' and 'split' take; either settles the doubt.

    \b
    Example, the persons in doubt, and what one may decide of the first two:
      resilience identity review --kind person
      resilience identity merge 3 17 --reason "Both are the head of the same office"
      resilience identity split 3 17 --reason "Of two cities"
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_archive(folder, create=False)
    try:
        rows = reviewing.doubts(db, kind=kind, limit=limit)
    finally:
        storage.close(db)
    _write(rows, output_format)
    click.echo(_summary(rows, folder), err=True)


@identity_command.command("merge")
@click.argument("first", metavar="NAME")
@click.argument("second", metavar="NAME")
@_kind_option
@_reason_option
@author_option
@archive_option_of_group
def merge_command(
    *, first: str, second: str, kind: Kind, reason: str, author: str, folder: Path
) -> None:
    """Decide that two are one.

    Each NAME is a whole name, or a number of 'review'; the same name twice means all who bear
    it. A later decision outweighs an earlier one.

    \b
    Example, two names; two persons of one name; two reports of one event:
      resilience identity merge "Siti Aminah" "Siti A. Lestari" --reason "Her card"
      resilience identity merge 3 17 --reason "He moved to the other office in 2019"
      resilience identity merge 12 40 --kind event --reason "The same workshop"
    """  # noqa: D301 - click's mark for lines that are not to be wrapped

    def decide(db: Database) -> None:
        if kind == "event":
            event_decisions.merge(db, first, second, author=author, reason=reason)
        else:
            deciding.merge(db, TABLES[kind], first, second, author=author, reason=reason)

    _decide(folder, decide)
    both = f"all who are called {first}" if first == second else f"{first} and {second}"
    click.echo(f"Noted: {both} are one.", err=True)


@identity_command.command("split")
@click.argument("first", metavar="NAME")
@click.argument("second", metavar="[NAME]", required=False)
@click.option(
    "--activity",
    "activities",
    type=WholeNumber(),
    metavar="ID",
    multiple=True,
    help="An activity whose page means another one by NAME; may be given several times.",
)
@_kind_option
@_reason_option
@author_option
@archive_option_of_group
def split_command(
    *,
    first: str,
    second: str | None,
    activities: tuple[int, ...],
    kind: Kind,
    reason: str,
    author: str,
    folder: Path,
) -> None:
    """Decide that two names are of two, or that NAME on some pages is of another one.

    Each NAME is a whole name, or a number of 'review'. All pages named with --activity mean the
    same one, who is not the NAME of all other pages.

    \b
    Example, two names that were taken for one; one name that is of two; two reports:
      resilience identity split "Rini Sari" "Rini Sari Dewi" --reason "Sisters"
      resilience identity split "Agus Salim" --activity 12 --activity 15 --reason "Of another city"
      resilience identity split 12 40 --kind event --reason "Two weekly meetings"
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    if (second is None) == (not activities):
        raise UsageError(
            "Name two that are not one, or one name with --activity for the pages where it is"
            " another's."
        )
    if kind == "event" and activities:
        raise UsageError("An event is split by naming two of its reports, without --activity.")

    def decide(db: Database) -> None:
        if kind == "event":
            event_decisions.split(db, first, second or "", author=author, reason=reason)
        elif second is not None:
            deciding.split(db, TABLES[kind], first, second, author=author, reason=reason)
        else:
            deciding.split_pages(db, TABLES[kind], first, activities, author=author, reason=reason)

    _decide(folder, decide)
    where = f"{first} and {second}" if second else f"{first} there and {first} elsewhere"
    click.echo(f"Noted: {where} are two.", err=True)


def _decide(folder: Path, decide: Callable[[Database], None]) -> None:
    """Note the decision and let it count, or neither."""
    db = storage.open_archive(folder, create=False)
    try:
        with identity.keeping_current(db):
            decide(db)
    finally:
        storage.close(db)


def _as_lines(one: Explained) -> Iterator[str]:
    yield f"{one.id} {one.name}"
    yield f"  names: {'; '.join(one.names)}"
    yield from (f"  one, for {reason}" for reason in one.reasons)
    yield from (f"  decided by {decision}" for decision in one.decisions)
    for there in one.appeared:
        office = f", {there.position}" if there.position else ""
        yield (
            f"  {there.start_date or 'no date'}  {there.name}{office};"
            f" activity {there.activity_id}: {there.title or '(untitled)'}"
        )
    yield from (f"  perhaps also {doubt}" for doubt in one.doubts)


def _write(rows: Sequence[DoubtRow], output_format: str) -> None:
    if output_format == "json":
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    elif output_format == "csv":
        header = list(DoubtRow.__dataclass_fields__)
        cells = ([str(value) for value in asdict(row).values()] for row in rows)
        click.echo(csv_text(header, cells), nl=False)
    elif rows:
        table = Table("Kind", "Alike", "First", "Second", "What speaks for it")
        for row in rows:
            first, second = (
                printable(f"{number} {name}")
                for number, name in ((row.first, row.first_name), (row.second, row.second_name))
            )
            table.add_row(row.kind, f"{row.score:.2f}", first, second, printable(row.reason))
        console = Console(markup=False)
        console.width = console.width if console.is_terminal else TABLE_WIDTH
        console.print(table)


def _summary(rows: Sequence[DoubtRow], folder: Path) -> str:
    if not rows:
        return f"Nothing in {folder} waits for a decision."
    number = "1 pair waits" if len(rows) == 1 else f"{len(rows)} pairs wait"
    return f"{number} for a decision: 'resilience identity merge' or 'split' settles it."
