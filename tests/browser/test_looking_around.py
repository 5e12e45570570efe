"""Finding things: filters, search, languages, charts, and what a list gives to other programs."""

from __future__ import annotations

import re

from conftest import Readers
from playwright.sync_api import expect


def test_filters_narrow_a_list_and_stay_in_its_feed(readers: Readers) -> None:
    with readers(locale="en") as reader:
        page = reader.visit("/activities")
        everything = page.locator("ol.list > li").count()
        page.get_by_label("Type").select_option("workshop")
        page.get_by_label("Until").fill("2018-12-31")
        page.get_by_role("button", name="Show").click()
        assert 0 < page.locator("ol.list > li").count() < everything
        assert set(page.locator("ol.list .type").all_inner_texts()) == {"Workshop"}
        assert page.get_by_label("Until").input_value() == "2018-12-31"
        for name in ("Atom", "iCalendar"):
            href = page.get_by_role("link", name=name).get_attribute("href") or ""
            assert "type=workshop" in href
            assert "until=2018-12-31" in href


def test_a_filter_that_cannot_be_used_is_told(readers: Readers) -> None:
    with readers(locale="en") as reader:
        page = reader.visit("/activities?since=kemarin")
        assert "since" in page.get_by_role("alert").inner_text()


def test_gone_pages_are_listed_for_those_who_ask(readers: Readers) -> None:
    with readers(locale="en") as reader:
        page = reader.visit("/activities")
        assert page.locator(".note").count() == 0
        page.get_by_label("also those gone from their sites").check()
        page.get_by_role("button", name="Show").click()
        expect(page.locator(".note")).to_have_count(1)


def test_what_a_gone_page_told_of_somebody_is_kept_and_marked(
    readers: Readers, paths: dict[str, str]
) -> None:
    with readers(locale="en") as reader:
        page = reader.visit(paths["gone"])
        page.locator(".facts a[href*='/person/']").first.click()
        expect(page.locator(".appearances .note")).to_have_text("gone from its site")
        page.get_by_role("link", name="As a list").click()
        expect(page.locator("ol.list .note")).to_have_count(1)


def test_people_are_found_by_a_part_of_their_name(readers: Readers) -> None:
    with readers(locale="en") as reader:
        page = reader.visit("/people")
        name = page.locator("tbody th").first.inner_text()
        page.get_by_label("Name").fill(name.split()[0].lower())
        page.get_by_role("button", name="Show").click()
        found = page.locator("tbody th").all_inner_texts()
        assert name in found
        assert all(name.split()[0] in one for one in found)


def test_search_finds_other_forms_of_a_word_and_marks_them(readers: Readers) -> None:
    with readers(locale="id") as reader:
        page = reader.visit("/")
        page.get_by_label("Kata yang dicari").fill("dikelola")
        page.keyboard.press("Enter")
        marked = page.locator("main mark")
        expect(marked.first).to_be_visible()
        forms = {form.lower() for form in marked.all_inner_texts()}
        assert any(form.startswith(("pengelola", "mengelola")) for form in forms), forms
        reader.keep_picture("search")


def test_facets_of_a_search_narrow_it_and_can_be_taken_away(readers: Readers) -> None:
    with readers(locale="en") as reader:
        page = reader.visit("/search?q=kota")
        facet = page.locator("a[href*='type=workshop']").first
        facet.click()
        assert "type=workshop" in page.url
        assert "q=kota" in page.url
        without = page.locator("main a[href*='q=kota']:not([href*='type='])").first
        without.click()
        assert "type=" not in page.url


def test_the_language_is_switched_and_kept(readers: Readers) -> None:
    with readers(locale="id") as reader:
        page = reader.visit("/activities?type=workshop")
        assert page.locator("h1").inner_text() == "Kegiatan"
        assert "Oktober" in page.locator("ol.list").inner_text()
        page.get_by_role("link", name="English").click()
        assert page.locator("h1").inner_text() == "Activities"
        assert "type=workshop" in page.url
        assert "October" in page.locator("ol.list").inner_text()
        page = reader.visit("/people")
        assert page.locator("html").get_attribute("lang") == "en"


def test_charts_are_drawn_in_the_readers_language_beside_their_numbers(readers: Readers) -> None:
    with readers(locale="id") as reader:
        asked: list[str] = []
        reader.page.on("request", lambda request: asked.append(request.url))
        page = reader.visit("/")
        expect(page.locator(".chart[data-drawn] canvas")).to_be_visible()
        chart = next(url for url in asked if "/chart/" in url)
        assert "Lokakarya" in page.request.get(chart).text()
        assert "Workshop" not in page.request.get(chart).text()
        page.get_by_text("Angka-angka").click()
        years = page.locator(".chart table tbody th").all_inner_texts()
        assert all(re.fullmatch(r"\d{4}", year) for year in years)
        page.emulate_media(color_scheme="dark")
        expect(page.locator(".chart[data-drawn] canvas")).to_be_visible()


def test_a_file_is_handed_out_to_be_kept_and_not_to_be_run(
    readers: Readers, paths: dict[str, str]
) -> None:
    with readers(locale="en", accept_downloads=True) as reader:
        page = reader.visit(paths["material"])
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile("Download")).click()
        assert download.value.path().stat().st_size > 1000
