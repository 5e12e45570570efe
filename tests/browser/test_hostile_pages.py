"""What crawled pages say is words and nothing else, on the site's pages and on Datasette's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import hostile_archive
import pytest
from browsing import Reader, reading
from conftest import serving
from hostile_archive import LINK
from playwright.sync_api import Browser

from archive.storage import open_read_only

_LISTS = ("/", "/activities", "/people", "/organizations", "/materials", "/focus-area/3")
_OF_EACH = {
    "/activity/": "SELECT id FROM activities LIMIT 6",
    "/event/": "SELECT id FROM events LIMIT 6",
    "/person/": "SELECT id FROM people LIMIT 6",
    "/organization/": "SELECT id FROM organizations LIMIT 6",
    "/material?url=": "SELECT DISTINCT url FROM materials LIMIT 6",
}
_TABLES = ("activities", "participations", "materials", "articles", "activity_overview", "people")
_ALLOWED = ("http:", "https:", "data:image/svg+xml")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_archive.make(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile_site(hostile: Path) -> Iterator[str]:
    with serving(hostile) as base:
        yield base


def inert(reader: Reader, path: str) -> None:
    """The page at the path is whole, shows the words, and nothing of them has become markup."""
    page = reader.visit(path)
    assert page.title() != "owned", path
    assert page.locator("body").is_visible(), path
    assert page.locator("[onerror], img[src='x']").count() == 0, path
    scripts = page.locator("script").all_inner_texts()
    assert not any("owned" in script for script in scripts), path
    links = page.evaluate("[...document.querySelectorAll('[href]')].map(one => one.href)")
    assert all(link.startswith(_ALLOWED) for link in links), path


def test_no_page_of_the_site_runs_or_becomes_what_a_crawled_page_says(
    browser: Browser, hostile: Path, hostile_site: str
) -> None:
    db = open_read_only(hostile)
    with reading(browser, hostile_site, viewport={"width": 360, "height": 740}) as reader:
        paths = [*_LISTS, "/search?q=panjang*", f"/search?q={quote(hostile_archive.SCRIPT)}"]
        for page, sql in _OF_EACH.items():
            found = [quote(str(key)) for (key,) in db.execute(sql)]
            assert found, page
            paths += [f"{page}{key}" for key in found]
        for path in paths:
            inert(reader, path)
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360, path
    db.close()


def test_no_page_of_datasette_does_either(browser: Browser, hostile_site: str) -> None:
    with reading(browser, hostile_site) as reader:
        for table in _TABLES:
            inert(reader, f"/archive/{table}")


def test_a_link_to_a_script_is_dead_text(browser: Browser, hostile_site: str) -> None:
    with reading(browser, hostile_site) as reader:
        page = reader.visit(f"/material?url={quote(LINK)}")
        assert page.locator(".sources").inner_text() == LINK
        assert page.locator(".sources a").count() == 0


def test_the_words_of_an_address_are_no_markup_either(browser: Browser, hostile_site: str) -> None:
    with reading(browser, hostile_site, expects=404) as reader:
        words = quote(hostile_archive.IMAGE)
        for path in (
            f"/activities?since={words}&{words}={words}",
            f"/people?name={words}",
            f"/material?url={words}",
        ):
            inert(reader, path)
