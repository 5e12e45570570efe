"""Options and types of values that several commands share."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import Any

import click

from archive.vocabularies import activity_types, focus_areas

FORMATS = ("table", "json", "csv")
_MOST_DIGITS = 18
"""Of a number that SQLite can hold."""

archive_option = click.option(
    "--archive",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data"),
    envvar="RESILIENCE_ARCHIVE",
    show_default=True,
    show_envvar=True,
    help="The archive's folder.",
)


def _folder_of_group(ctx: click.Context, _parameter: click.Parameter, folder: Path | None) -> Path:
    assert ctx.parent is not None  # noqa: S101 - a group calls these commands
    return folder or Path(ctx.parent.params["folder"])


archive_option_of_group = click.option(
    "--archive",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    callback=_folder_of_group,
    help="The archive's folder; by default the one that the group of commands was given.",
)
"""The same for a command of a group that has it: it may stand before the command or behind it."""

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the result is written.",
)

table_or_json_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How the result is written.",
)
"""For a result that is no list of rows alone, so that CSV cannot have it."""


def _login_name() -> str:
    """Who is at the computer; nothing where it has no name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


author_option = click.option(
    "--author",
    default=_login_name,
    envvar="RESILIENCE_AUTHOR",
    show_default="your login name",
    show_envvar=True,
    help="Who says so.",
)


class WholeNumber(click.ParamType[int]):
    """The key of a row, or a number of rows, as far as SQLite counts."""

    name = "number"

    def __init__(self, least: int = 1) -> None:
        """Numbers from `least` on."""
        self._least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or click's usage error."""
        text = str(value)
        is_number = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
        if not is_number or int(text) < self._least:
            self.fail(
                f"'{value}' is not a whole number from {self._least} on with at most"
                f" {_MOST_DIGITS} digits.",
                param,
                ctx,
            )
        return int(text)


class GivenText(click.ParamType[str]):
    """Text that says something."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text without blanks around it, or click's usage error."""
        text = str(value).strip()
        if not text:
            self.fail("It is empty. Give it some words.", param, ctx)
        return text


class IsoDate(click.ParamType[str]):
    """A calendar date as `YYYY-MM-DD`; the value is the same text."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date, or click's usage error."""
        try:
            parsed = date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a date. Write it as YYYY-MM-DD: 2018-10-25.", param, ctx)
        return parsed.isoformat()


class ActivityTypeCode(click.ParamType[str]):
    """The code of an activity type."""

    name = "type"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code, or click's usage error with all codes."""
        codes = [entry.code for entry in activity_types()]
        if value not in codes:
            self.fail(
                f"'{value}' is not a type of activity. Choose one of {', '.join(codes)}.",
                param,
                ctx,
            )
        return str(value)


class FocusAreaNumber(click.ParamType[int]):
    """The number of a focus area."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or click's usage error with all focus areas."""
        numbers = {str(area.number): area.number for area in focus_areas()}
        if value not in numbers:
            areas = "; ".join(f"{area.number} {area.label_en}" for area in focus_areas())
            self.fail(f"'{value}' is not a focus area. Choose a number: {areas}.", param, ctx)
        return numbers[value]
