"""What Datasette's own pages get from the site: its functions in SQL, and links to its pages."""

from __future__ import annotations

import sqlite3
from typing import Any

from markupsafe import Markup

from archive.browse import cells, language
from archive.browse.configuration import DATABASE
from archive.search.functions import register

Link = dict[str, str]
_MENU = ("activities", "people", "organizations", "materials", "search")


def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let every question use `search_match` and `search_snippet`."""
    register(conn)


def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Markup | None:
    """A cell that is about something with a page of its own leads there."""
    if database != DATABASE or value in (None, ""):
        return None
    page = cells.address(table, column, row.__getitem__)
    if page is None:
        return None
    href = f"{datasette.urls.instance()}{page}"
    if not isinstance(value, dict):
        return cells.anchor(href, value)
    referred = cells.table_of(page)
    key = value["value"]
    target = referred and str(datasette.urls.row(database, referred, key))
    return cells.named(href, value["label"], target or None, key)


def extra_css_urls(datasette: Any) -> list[str]:
    """What the descriptions of tables and questions look like."""
    return [str(datasette.urls.path("/-/resilience/datasette.css"))]


def menu_links(datasette: Any, request: Any) -> list[Link]:
    """The site's pages, in the reader's language."""
    say = _language(request).say
    home = datasette.urls.instance()
    return [
        {"href": str(home), "label": say("home")},
        *({"href": f"{home}{name}", "label": say(name)} for name in _MENU),
    ]


def table_actions(datasette: Any, database: str, table: str, request: Any) -> list[Link]:
    """The page that shows the table as a list."""
    page = cells.list_of(table) if database == DATABASE else None
    if page is None:
        return []
    label = _language(request).say("as_pages")
    return [{"href": f"{datasette.urls.instance()}{page}", "label": label}]


def view_actions(datasette: Any, database: str, view: str, request: Any) -> list[Link]:
    """The same for views, which 1.0 asks for apart."""
    return table_actions(datasette, database, view, request)


def _language(request: Any) -> language.Language:
    if request is None:
        return language.language("en")
    return language.language(
        language.chosen(
            None, request.cookies.get(language.COOKIE), request.headers.get("accept-language")
        )
    )
