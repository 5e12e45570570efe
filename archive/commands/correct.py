"""`resilience correct`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click
from sqlite_utils import Database

from archive import storage
from archive.corrections import making, stored, told
from archive.corrections.asking import Request
from archive.corrections.correction import Action
from archive.errors import UsageError
from archive.options import archive_option, author_option, table_or_json_option
from archive.tabular import printable


@click.command("correct")
@click.argument("activity")
@click.argument("field", required=False)
@click.argument("value", required=False)
@click.option("--reason", help="Why; needed for every correction.")
@click.option("--add", "action", flag_value="add", help="Add a fact: FIELD is its kind.")
@click.option("--remove", "action", flag_value="remove", help="Take a fact or a value away.")
@click.option("--verify", "action", flag_value="verify", help="Note that it is right as it is.")
@click.option("--of", metavar="KEY", help="Which of several facts: its words, or #2.")
@click.option(
    "--with", "given", metavar="FIELD=VALUE", multiple=True, help="Of a fact that is added."
)
@click.option("--quote", metavar="WORDS", help="Words of the article that prove it.")
@author_option
@archive_option
@table_or_json_option
def correct_command(
    *,
    activity: str,
    field: str | None,
    value: str | None,
    reason: str | None,
    action: Action | None,
    of: str | None,
    given: tuple[str, ...],
    quote: str | None,
    author: str,
    folder: Path,
    output_format: str,
) -> None:
    """Correct what was read of an activity: set, add, remove or verify a fact.

    ACTIVITY is its id or any address of its page. Without FIELD its facts are listed, with the
    fields and keys to write here. FIELD is type, title, start_date, end_date, venue or place; or
    a field of one of its facts, such as people.role or attendance.count, which --of names.

    The correction counts at once in every view, report and export. It is stored apart with
    author, time and reason, and stays when the page is crawled or read again; where the source
    then says something else, 'resilience corrections' tells both.

    Exit status: 0 done, 1 the archive refuses, 2 no such activity or a value that cannot be.

    \b
    Example, what there is to correct; then a value, a role, a person more, and one less:
      resilience correct 12
      resilience correct 12 venue "Balai Kota" --reason "The invitation says so"
      resilience correct 12 people.role speaker --of "Siti Aminah" --reason "Video, minute 3"
      resilience correct 12 people "Budi Karya" --add --with role=attendee --reason "On the photo"
      resilience correct 12 attendance --of "17 peserta" --remove --reason "Counts the groups"
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    if field is None:
        given_anyway = {"--reason": reason, "--of": of, "--with": given, "--quote": quote}
        named = [name for name, words in given_anyway.items() if words]
        if action or named:
            raise UsageError(
                f"{f'--{action}' if action else named[0]} needs a FIELD."
                f" 'resilience correct {activity}' alone lists those of the activity."
            )
    elif reason is None:
        raise UsageError("A correction needs a reason: add --reason TEXT.")
    db = storage.open_archive(folder, create=False)
    try:
        if field is None:
            _list(db, activity, output_format)
        else:
            request = Request(
                action or "set", field, author, reason or "", value, of, _fields(given), quote
            )
            _correct(db, activity, request, output_format)
    finally:
        storage.close(db)


def _correct(db: Database, activity: str, request: Request, output_format: str) -> None:
    page_id = making.page_of(db, activity)
    made = making.correct(db, page_id, request)
    if output_format == "json":
        click.echo(json.dumps(told.plain(made), ensure_ascii=False, indent=1))
    else:
        click.echo(told.as_text(made))


def _list(db: Database, activity: str, output_format: str) -> None:
    page_id = making.page_of(db, activity)
    with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
        record, counts = making.present(db, page_id)
        activity_id, url = db.execute(
            "SELECT activities.id, url FROM activities JOIN pages ON pages.id = page_id"
            " WHERE page_id = ?",
            (page_id,),
        ).fetchone()
        corrections = stored.of_page(db, page_id)
    if output_format == "json":
        answer = {
            "activity_id": activity_id,
            "url": url,
            "facts": told.facts_as_json(record, counts),
            "corrections": [told.plain(one) for one in corrections],
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
        return
    title = printable(counts.record.activity.title or record.article.title or "(untitled)")
    click.echo(f"Activity {activity_id}: {title}\n{printable(url)}")
    for line in told.facts_as_text(record, counts, corrections):
        click.echo(line)


def _fields(given: tuple[str, ...]) -> Mapping[str, str]:
    """The values of --with. Raises UsageError where one is no FIELD=VALUE."""
    fields = {}
    for words in given:
        name, sign, value = words.partition("=")
        if not sign:
            raise UsageError(f"--with '{words}' is not FIELD=VALUE. Write it as in role=speaker.")
        fields[name.strip()] = value
    return fields
