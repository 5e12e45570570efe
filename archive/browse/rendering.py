"""Pages as HTML: every value from the archive is escaped, whatever it holds."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from archive.browse import attendance, dates
from archive.browse.asked import Asked
from archive.browse.cells import row_of
from archive.file_report import size_of
from archive.reports.links import web_address


def html(template: str, asked: Asked, values: dict[str, Any]) -> str:
    """The page that a template makes of the values, in the reader's language."""
    return (
        _environment()
        .get_template(template)
        .render(
            asked=asked,
            say=asked.language.say,
            counted=asked.language.counted,
            label=asked.language.label,
            number=asked.language.number,
            lang=asked.language.code,
            **values,
        )
    )


def with_options(path: str, options: dict[str, Any]) -> str:
    """An address with the options that have a value behind the question mark."""
    given = {name: value for name, value in options.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("archive.browse", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(web_address=web_address)
    environment.globals.update(
        with_options=with_options,
        day=dates.day,
        days=dates.days,
        size=size_of,
        attendance_parts=attendance.parts,
        row_of=row_of,
    )
    return environment
