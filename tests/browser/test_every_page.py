"""Every type of page in a real browser: to the eye, to a screen reader, on a phone, in print."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import OUTPUT, Reader
from conftest import Readers

PAGES = (
    *("home", "activities", "activity", "conflict", "gone", "event", "people", "person"),
    *("organizations", "organization", "focus-area", "materials", "material", "search"),
)
_PICTURED = ("home", "activity", "person", "search")
_ALL = {"resultTypes": ["violations"]}
_CONTRAST = {**_ALL, "runOnly": ["color-contrast", "link-in-text-block"]}
_DATASETTE = ("/archive", "/archive/activities", "/archive/people", "/-/versions")


@pytest.mark.parametrize("name", PAGES)
def test_page_has_no_fault_that_keeps_anyone_out(
    name: str, readers: Readers, paths: dict[str, str]
) -> None:
    with readers() as reader:
        for language in ("id", "en"):
            page = reader.visit(with_language(paths[name], language))
            assert page.locator("html").get_attribute("lang") == language
            assert page.locator("h1").count() == 1
            page.emulate_media(color_scheme="light")
            assert faults(reader, _ALL) == []
            page.emulate_media(color_scheme="dark")
            assert faults(reader, _CONTRAST) == []
        if name in _PICTURED:
            reader.keep_picture(f"{name}-dark")


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_phone_and_is_readable_in_print(
    name: str, readers: Readers, paths: dict[str, str]
) -> None:
    with readers(viewport={"width": 360, "height": 740}, color_scheme="light") as reader:
        page = reader.visit(paths[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        if name in _PICTURED:
            reader.keep_picture(f"{name}-phone")
        page.emulate_media(media="print")
        assert not page.locator("header.site nav").is_visible()
        assert page.locator("h1").is_visible()


def test_print_is_dark_on_light_and_shows_what_is_folded_on_the_screen(
    readers: Readers, paths: dict[str, str]
) -> None:
    with readers(color_scheme="dark") as reader:
        page = reader.visit(paths["activity"])
        said = page.locator(".facts blockquote").first
        assert not said.is_visible()
        page.emulate_media(media="print")
        assert said.is_visible()
        style = "getComputedStyle(document.documentElement).backgroundColor"
        assert page.evaluate(style) == "rgb(255, 255, 255)"
        assert faults(reader, _CONTRAST) == []
        (OUTPUT / "activity.pdf").write_bytes(page.pdf())


def test_pages_serve_without_scripts(readers: Readers, paths: dict[str, str]) -> None:
    with readers(java_script_enabled=False) as reader:
        for name in PAGES:
            page = reader.visit(paths[name])
            assert page.locator("main h1").inner_text()
        page = reader.visit(paths["home"])
        page.get_by_text("Angka-angka").click()
        assert page.get_by_role("link", name="2018", exact=True).is_visible()
        page.goto(f"{reader.base}{paths['activity']}#words-attendance-0")
        target = page.locator(".proof[data-facts='attendance-0']")
        assert target.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_own_pages_of_datasette_are_in_order_and_lead_to_the_site(readers: Readers) -> None:
    with readers() as reader:
        for path in _DATASETTE:
            reader.visit(path)
        page = reader.visit("/archive/activities")
        page.locator("td a[href^='/activity/']").first.click()
        assert page.locator(".facts").is_visible()
        page.get_by_role("link", name="Tabel dan SQL").click()
        assert page.url.endswith("/archive")


def test_an_address_that_leads_nowhere_is_told_in_the_readers_language(readers: Readers) -> None:
    with readers(expects=404) as reader:
        for path in ("/activity/999999", "/activity/satu", "/person/", "/event/0", "/focus-area/9"):
            page = reader.visit(path)
            assert page.locator("h1").inner_text() == "Tidak ada di arsip"
            assert page.get_by_role("link", name="Kegiatan", exact=True).is_visible()


def with_language(path: str, code: str) -> str:
    """The path with the language asked for."""
    return f"{path}{'&' if '?' in path else '?'}lang={code}"


def faults(reader: Reader, options: dict[str, Any]) -> list[str]:
    """What axe finds on the page that is serious or critical."""
    if not reader.page.evaluate("'axe' in window"):
        reader.page.evaluate(Axe().axe_script)
    found = reader.page.evaluate("options => axe.run(options)", options)["violations"]
    return [
        f"{one['id']}: {node['html']} {node['failureSummary']}"
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]
