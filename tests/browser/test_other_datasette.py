"""The same pages under Datasette's other line, 1.0."""

from __future__ import annotations

from pathlib import Path

import datasette_alpha
from browsing import reading
from playwright.sync_api import Browser, expect
from test_every_page import PAGES


def test_every_page_and_datasettes_own_serve_under_1_0(
    browser: Browser, archive: Path, paths: dict[str, str]
) -> None:
    with datasette_alpha.serving(archive) as base, reading(browser, base) as reader:
        for name in PAGES:
            page = reader.visit(paths[name])
            assert page.locator("main h1").inner_text()
        page = reader.visit(paths["activity"])
        page.locator(".fact[data-fact='attendance-0']").hover()
        expect(page.locator(".proof.shown")).to_have_text("137 orang")
        page = reader.visit("/")
        expect(page.locator(".chart[data-drawn] canvas")).to_be_visible()
        for path in ("/archive", "/archive/activities", "/archive/people/1"):
            reader.visit(path)
        expect(reader.page.locator("a[href='/person/1']").first).to_be_visible()
