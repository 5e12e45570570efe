"""Words of crawled pages on the site's pages: escaped, whole, and never a link that runs."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import hostile_archive
import pytest
from lxml import html

from archive.browse import serving
from archive.storage import open_read_only

_LISTS = ("/", "/activities", "/people", "/organizations", "/materials", "/focus-area/3")
_OF_EACH = {
    "/activity/": "SELECT id FROM activities",
    "/event/": "SELECT id FROM events",
    "/person/": "SELECT id FROM people",
    "/organization/": "SELECT id FROM organizations",
    "/material?url=": "SELECT DISTINCT url FROM materials",
}
_LINKS = ("", "http", "https", "data")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every page of the site over an archive of hostile pages: path -> answer."""
    folder = hostile_archive.make(tmp_path_factory.mktemp("hostile"))
    return asyncio.run(_answers(folder))


async def _answers(folder: Path) -> dict[str, Any]:
    db = open_read_only(folder)
    paths = [
        *_LISTS,
        *(
            f"{page}{quote(str(key))}"
            for page, sql in _OF_EACH.items()
            for (key,) in db.execute(sql)
        ),
        *(f"/search?q={quote(words)}" for words in ("panjang*", hostile_archive.SCRIPT)),
    ]
    db.close()
    site = serving.site(folder)
    await site.invoke_startup()
    return {path: await site.client.get(path) for path in paths}


def test_every_page_answers(pages: dict[str, Any]) -> None:
    assert {path: one.status_code for path, one in pages.items() if one.status_code != 200} == {}
    assert {urlsplit(path).path.split("/")[1] for path in pages} >= {
        "activity",
        "event",
        "material",
    }


def test_nothing_of_the_words_has_become_markup(pages: dict[str, Any]) -> None:
    for path, answer in pages.items():
        page = html.fromstring(answer.text)
        assert page.xpath("//style | //script[not(@src)] | //img[@src = 'x'] | //*[@onerror]") == []
        assert page.xpath("//comment()") == [], path
        assert page.xpath("count(//main)") == 1, path


def test_an_expression_of_a_template_is_shown_as_it_is_written(pages: dict[str, Any]) -> None:
    (activity,) = [one for path, one in pages.items() if path == "/activity/1"]
    assert "{{ 7 * 7 }}${7*7}" in html.fromstring(activity.text).text_content()


def test_links_lead_to_the_site_or_the_web(pages: dict[str, Any]) -> None:
    for path, answer in pages.items():
        for link in html.fromstring(answer.text).xpath("//@href | //@src | //@action"):
            assert urlsplit(link).scheme in _LINKS, (path, link)
