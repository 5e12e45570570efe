"""What Datasette calls: the hooks by which the archive's pages become part of its site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from datasette import hookimpl
from jinja2 import Environment

from archive.browse import (
    archives,
    chart_library,
    charts,
    datasette_pages,
    feeds,
    kept,
    security,
    static_files,
)
from archive.browse.answering import view
from archive.browse.routes import PAGES

__all__ = [
    "asgi_wrapper",
    "extra_css_urls",
    "menu_links",
    "prepare_connection",
    "prepare_jinja2_environment",
    "register_routes",
    "render_cell",
    "startup",
    "table_actions",
    "view_actions",
]


def _routes() -> list[tuple[str, Callable[..., Any]]]:
    """The site's own pages."""
    return [
        *((page.pattern, view(page)) for page in PAGES),
        (kept.CAPTURE, kept.capture),
        (kept.FILE, kept.file),
        (kept.PICTURE, kept.picture),
        (charts.PATTERN, charts.answer),
        (feeds.ATOM, feeds.feed),
        (feeds.CALENDAR, feeds.calendar),
        (chart_library.PATTERN, chart_library.answer),
        (static_files.PATTERN, static_files.answer),
    ]


def _marked(env: Environment) -> None:
    """Mark the scripts of Datasette's own templates."""
    env.add_extension(security.MarkedScripts)


def _guarded() -> Callable[[Any], Any]:
    """Say of every answer what a browser may do with it."""
    return security.guarded


asgi_wrapper = hookimpl(_guarded)
extra_css_urls = hookimpl(datasette_pages.extra_css_urls)
menu_links = hookimpl(datasette_pages.menu_links)
prepare_connection = hookimpl(datasette_pages.prepare_connection)
prepare_jinja2_environment = hookimpl(_marked)
register_routes = hookimpl(_routes)
render_cell = hookimpl(datasette_pages.render_cell)
startup = hookimpl(archives.prepare)
table_actions = hookimpl(datasette_pages.table_actions)
view_actions = hookimpl(datasette_pages.view_actions)
