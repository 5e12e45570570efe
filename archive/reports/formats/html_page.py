"""A report as one HTML file: nothing in it runs, and nothing is asked from elsewhere.

The policy in its head names the digest of its one style sheet, so that a browser refuses
everything else, whatever a page of the archive might have brought along.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from archive.reports.cells import Label, Link
from archive.reports.dates import moment
from archive.reports.links import web_address
from archive.reports.report import Chart, Report
from archive.reports.sources import by_fact
from archive.reports.wording import CORRECTED, NOT_ON_THE_PAGE
from archive.tabular import printable

if TYPE_CHECKING:
    from markupsafe import Markup

_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def written(report: Report) -> str:
    """The whole report: charts drawn, tables, notes, and the sources behind the numbers."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - not for a table
    from markupsafe import Markup  # noqa: PLC0415

    loader = PackageLoader("archive.reports")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.tests.update(
        label=lambda cell: isinstance(cell, Label),
        link=lambda cell: isinstance(cell, Link),
        several=lambda cell: isinstance(cell, tuple),
    )
    environment.filters.update(
        by_fact=by_fact,
        dates_whole=_dates_whole,
        moment=moment,
        printable=printable,
        web_address=web_address,
    )
    style = loader.get_source(environment, "style.css")[0] + _page_margins(report)
    charts = [
        # What vl-convert drew was parsed and written anew: it is an element, whole and escaped.
        (chart, Markup(_drawing(chart, number)))  # noqa: S704
        for number, chart in enumerate(report.charts, start=1)
    ]
    return environment.get_template("report.html").render(
        report=report,
        corrected=CORRECTED,
        not_on_the_page=NOT_ON_THE_PAGE,
        charts=charts,
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=f"sha256-{b64encode(sha256(style.encode('utf-8')).digest()).decode()}",
    )


def _dates_whole(words: str) -> Markup:
    """The words, escaped, in which no line ends within a date."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - not for a table

    return Markup(_DATE.sub(r'<span class="one-line">\g<0></span>', str(escape(words))))  # noqa: S704 - escaped


def _drawing(chart: Chart, number: int) -> str:
    from archive.charts.drawing import drawn  # noqa: PLC0415 - lxml, only where there is a chart

    return drawn(
        chart.specification,
        title=chart.title,
        description=chart.description,
        identifier=f"chart-{number}",
    )


def _page_margins(report: Report) -> str:
    """What stands at the foot of each printed page: the report's title and the page's number."""
    return (
        "@page {"
        f' @bottom-left {{ content: "{report.title}"; font: 8pt Helvetica, Arial, sans-serif; }}'
        ' @bottom-right { content: counter(page) " / " counter(pages);'
        " font: 8pt Helvetica, Arial, sans-serif; } }\n"
    )
