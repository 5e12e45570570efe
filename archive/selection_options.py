"""The options that choose activities, the same for every command that reads facts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from archive.errors import UsageError
from archive.options import ActivityTypeCode, FocusAreaNumber, GivenText, IsoDate, WholeNumber

_OPTIONS = (
    click.option("--since", type=IsoDate(), help="Activities on or after this day."),
    click.option("--until", type=IsoDate(), help="Activities on or before this day."),
    click.option("--type", type=ActivityTypeCode(), help="One type, such as workshop."),
    click.option(
        "--focus-area", type=FocusAreaNumber(), help="Activities with a group on it, 1 to 5."
    ),
    click.option("--person", type=GivenText(), help="Part of the name of a person who took part."),
    click.option(
        "--person-id", type=WholeNumber(), help="A person who took part, by the archive's number."
    ),
    click.option(
        "--organization", type=GivenText(), help="Part of an organization's name or acronym."
    ),
    click.option(
        "--organization-id", type=WholeNumber(), help="An organization by the archive's number."
    ),
    click.option("--site", help="One site, by its name as 'resilience status' tells it."),
    click.option("--gone", is_flag=True, help="Also activities whose page is gone from its site."),
)
_NAMES = (
    *("since", "until", "type", "focus_area", "person", "person_id", "organization"),
    *("organization_id", "site", "gone"),
)


def selection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options; it gets what was given as one dictionary, `selected`.

    Its keys and values are the keywords that the functions of archive.query take; what was not
    given is not in it. Raises UsageError for a period that ends before it begins.
    """

    @wraps(command)
    def with_selection(*arguments: Any, **values: Any) -> Any:
        asked = {name: values.pop(name) for name in _NAMES}
        selected = {
            name: value for name, value in asked.items() if value is not None and value is not False
        }
        since, until = selected.get("since"), selected.get("until")
        if since and until and since > until:
            raise UsageError(
                f"--since {since} is later than --until {until}. Exchange the two dates."
            )
        return command(*arguments, selected=selected, **values)

    for option in reversed(_OPTIONS):
        option(with_selection)
    return with_selection
