"""Datasette's own pages and the site's lead to each other."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from file_samples import PDF, fill
from lxml import html
from markupsafe import Markup
from sqlite_utils import Database

from archive.browse import cells, datasette_pages, serving
from archive.browse.configuration import DATABASE


@pytest.fixture
def archive(db: Database, folder: Path) -> Path:
    fill(db, folder)
    return folder


def got(archive: Path, path: str, **headers: str) -> Any:
    """The page at a path of the site over an archive, as parsed HTML."""

    async def ask() -> str:
        site = serving.site(archive)
        await site.invoke_startup()
        response = await site.client.get(path, headers=headers)
        assert response.status_code == 200, response.text
        return str(response.text)

    return html.fromstring(asyncio.run(ask()))


def links(page: Any, column: str) -> dict[str, str]:
    """Words and addresses of the links in a table's column."""
    found = page.cssselect(f"table.rows-and-columns td.col-{column} a")
    return {link.text_content(): link.get("href") for link in found}


def test_a_reference_is_shown_by_name_and_leads_to_the_page_and_to_the_row(archive: Path):
    named = links(got(archive, "/archive/participations"), "person_id")
    assert named["Ratna Wulandari"] == "/person/1"
    assert named["1"] == "/archive/people/1"


def test_a_name_leads_to_its_page(archive: Path):
    assert links(got(archive, "/archive/people"), "name")["Tegar Prakoso"] == "/person/2"
    assert links(got(archive, "/archive/people/2"), "name")["Tegar Prakoso"] == "/person/2"


def test_views_and_answers_lead_to_pages_too(archive: Path):
    overview = got(archive, "/archive/activity_overview")
    assert "/activity/1" in links(overview, "title").values()
    answer = got(archive, "/archive/who_was_with_whom?person=ratna")
    assert links(answer, "with_person") == {"Tegar Prakoso": "/person/2"}


def test_a_material_leads_to_its_page_by_its_whole_address(archive: Path):
    found = links(got(archive, "/archive/material_overview"), "material_url")
    assert found[PDF] == "/material?url=https%3A%2F%2Fkota.example%2Fuploads%2Fair.pdf"


def test_a_kept_file_and_its_row_lead_to_the_file(archive: Path):
    found = links(got(archive, "/archive/files"), "sha256")
    assert found == {digest: f"/file/{digest}" for digest in found}
    assert len(found) == 3


@pytest.mark.parametrize(("code", "word"), [("id", "Beranda"), ("en", "Home")])
def test_the_menu_leads_back_in_the_readers_language(archive: Path, code: str, word: str):
    page = got(archive, "/archive", **{"accept-language": code})
    menu = {link.text_content(): link.get("href") for link in page.cssselect(".nav-menu a")}
    assert menu[word] == "/"
    assert "/activities" in menu.values()


def test_a_table_leads_to_its_list(archive: Path):
    page = got(archive, "/archive/people_overview", **{"accept-language": "en"})
    actions = {link.text_content(): link.get("href") for link in page.cssselect("details a")}
    assert actions["As pages of the site"] == "/people"


@pytest.mark.parametrize(
    ("path", "row"),
    [("/person/1", "/archive/people/1"), ("/focus-area/3", "/archive/focus_areas/3")],
)
def test_a_page_leads_to_its_row(archive: Path, path: str, row: str):
    links = [link.get("href") for link in got(archive, path).cssselect("footer a")]
    assert row in links
    assert got(archive, row) is not None


def test_a_list_leads_to_no_row(archive: Path):
    links = [link.get("href") for link in got(archive, "/people").cssselect("footer a")]
    assert links == ["/archive"]


def test_tables_tell_what_their_columns_mean(archive: Path):
    page = got(archive, "/archive/files")
    told = page.cssselect("dl.column-descriptions")[0].text_content()
    assert "SHA-256 of its content, hexadecimal" in told
    assert page.cssselect('link[href$="/-/resilience/datasette.css"]')


def test_what_keeps_the_archive_going_is_not_listed(archive: Path):
    page = got(archive, "/archive")
    listed = {link.text_content() for link in page.cssselect(".db-table h2 a, .db-table h3 a")}
    assert {"people", "activities", "captures"} <= listed
    assert not {"sums", "search_index", "_sqlite_migrations", "person_sums"} & listed


def row(**values: Any) -> Any:
    return values.__getitem__


@pytest.mark.parametrize(
    ("table", "column", "values", "address"),
    [
        (None, "title", {"activity_id": 3}, "activity/3"),
        (None, "title", {"activity_id": None}, None),
        ("versions", "title", {"id": 3}, None),
        ("activities", "title", {"id": 3}, "activity/3"),
        ("activities", "event_id", {"event_id": {"value": 5, "label": "5"}}, "event/5"),
        ("participations", "organization", {"organization": "Dinas Air"}, None),
        (
            "materials",
            "label",
            {"url": "javascript:alert(1)"},
            "material?url=javascript%3Aalert%281%29",
        ),
        ("findings", "activity_id", {"activity_id": {"value": 7, "label": "<b>"}}, "activity/7"),
        ("people", "name", {"id": "../../x?y"}, "person/..%2F..%2Fx%3Fy"),
    ],
)
def test_a_cell_leads_where_its_row_says(
    table: str | None, column: str, values: dict[str, Any], address: str | None
):
    assert cells.address(table, column, row(**values)) == address


def test_names_are_never_markup():
    shown = cells.named("person/1", "<script>", "/archive/people/1", 1)
    assert shown == Markup(
        '<a href="person/1">&lt;script&gt;</a>&nbsp;<em><a href="/archive/people/1">1</a></em>'
    )


@pytest.mark.parametrize("name", [None, "", "7"])
def test_a_row_without_a_name_is_shown_by_its_number(name: str | None):
    shown = cells.named("activity/7", name, "/archive/activities/7", 7)
    assert shown == Markup('<a href="activity/7">7</a>')


def test_other_databases_are_left_alone():
    values = {"activity_id": 1}
    told = datasette_pages.render_cell(values, 1, "activity_id", None, f"not {DATABASE}", None)
    assert told is None
