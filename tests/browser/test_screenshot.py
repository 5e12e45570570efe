"""The picture of the site that the README shows."""

from __future__ import annotations

from conftest import Readers
from playwright.sync_api import expect


def test_a_report_is_pictured_with_the_words_of_a_fact(
    readers: Readers, paths: dict[str, str]
) -> None:
    with readers(
        locale="en",
        color_scheme="light",
        viewport={"width": 1280, "height": 1000},
    ) as reader:
        page = reader.visit(paths["pictured"])
        page.locator(".fact[data-fact='people-0']").hover()
        expect(page.locator(".proof.shown").first).to_be_in_viewport()
        assert reader.keep_picture("activity", is_whole=False).stat().st_size > 50_000
