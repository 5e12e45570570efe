"""The site under the other line of Datasette, 1.0: the pages of its own and Datasette's."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.request import urlopen

import datasette_alpha
import pytest
from file_samples import fill
from lxml import html

from archive.browse import canned_queries
from archive.storage import close, open_archive


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("alpha") / "data"
    db = open_archive(folder)
    fill(db, folder)
    close(db)
    with datasette_alpha.serving(folder) as address:
        yield address


def got(base: str, path: str) -> html.HtmlElement:
    with urlopen(f"{base}{path}") as answer:  # noqa: S310 - loopback
        return html.fromstring(answer.read().decode())


def test_it_is_the_other_line(base: str):
    with urlopen(f"{base}/-/versions.json") as answer:  # noqa: S310 - loopback
        assert b'"version": "1.' in answer.read()


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/activities", "/activity/1", "/people", "/person/1", "/organizations"),
        *("/organization/1", "/focus-area/3", "/materials", "/search?q=air"),
        *("/chart/activities.json?by=year", "/-/resilience/site.css"),
    ],
)
def test_the_sites_own_pages_are_served(base: str, path: str):
    with urlopen(f"{base}{path}") as answer:  # noqa: S310 - loopback
        assert answer.read()


def test_references_are_shown_by_name_and_lead_both_ways(base: str):
    page = got(base, "/archive/participations")
    links = {link.text_content(): link.get("href") for link in page.cssselect("td.col-person_id a")}
    assert links["Ratna Wulandari"] == "/person/1"
    assert links["1"] == "/archive/people/1"


def test_tables_and_columns_are_described(base: str):
    page = got(base, "/archive/people")
    assert "One row a person" in page.cssselect(".metadata-description")[0].text_content()
    assert "the fullest form of the name" in html.tostring(page, encoding="unicode")


def test_facets_and_hidden_tables_are_those_that_were_chosen(base: str):
    facets = got(base, "/archive/file_links").cssselect(".facet-info-name")
    told = " ".join(facet.text_content() for facet in facets)
    assert {"state", "host_kind", "site"} <= set(told.split())
    listed = {link.text_content() for link in got(base, "/archive").cssselect(".db-table h3 a")}
    assert "people" in listed
    assert "person_sums" not in listed


@pytest.mark.parametrize("name", canned_queries.canned_queries())
def test_every_usual_question_can_be_asked(base: str, name: str):
    page = got(base, f"/archive/{name}")
    assert canned_queries.canned_queries()[name].title in page.cssselect("h1")[0].text_content()
    assert not page.cssselect(".message-error")


def test_search_functions_are_known_to_sql(base: str):
    page = got(base, "/archive/search_articles?query=menghadiri")
    assert "**dihadiri**" in page.cssselect("td.col-words")[0].text_content()


def test_a_table_leads_to_its_list(base: str):
    for table in ("people", "people_overview"):
        links = {link.get("href") for link in got(base, f"/archive/{table}").cssselect("a")}
        assert {"/people", "/"} <= links
