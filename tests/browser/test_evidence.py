"""Facts and the words that state them: pointing at the one shows the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browsing import Reader
from conftest import Readers
from playwright.sync_api import Locator, expect

_SHOWN = re.compile(r"\bshown\b")


@pytest.fixture
def reader(readers: Readers, paths: dict[str, str]) -> Iterator[Reader]:
    with readers(locale="en") as started:
        started.visit(paths["activity"])
        yield started


def fact(reader: Reader, name: str) -> Locator:
    return reader.page.locator(f".fact[data-fact='{name}']")


def words(reader: Reader, name: str) -> Locator:
    return reader.page.locator(f".proof[data-facts~='{name}']")


def test_pointing_at_a_fact_shows_its_words_and_no_others(reader: Reader) -> None:
    fact(reader, "attendance-0").hover()
    expect(words(reader, "attendance-0")).to_have_class(_SHOWN)
    assert words(reader, "attendance-0").inner_text() == "137 orang"
    assert reader.page.locator(".proof.shown").count() == 1
    reader.page.locator("h1").hover()
    expect(reader.page.locator(".shown")).to_have_count(0)


def test_pointing_at_words_shows_every_fact_that_they_state(reader: Reader) -> None:
    # One stretch of words gives two days.
    name = words(reader, "dates-1").first.get_attribute("data-facts")
    words(reader, "dates-1").first.hover()
    expect(reader.page.locator(".fact.shown")).to_have_count(len((name or "").split()))
    assert "dates-2" in (name or "")


def test_the_colour_of_words_is_that_of_their_kind_and_so_is_their_line(reader: Reader) -> None:
    style = "one => [getComputedStyle(one).textDecorationColor, getComputedStyle(one).textDecorationStyle]"
    kinds = {
        kind: tuple(reader.page.locator(f".proof.k-{kind}").first.evaluate(style))
        for kind in ("dates", "venue", "attendance", "organizations")
    }
    assert len({colour for colour, _ in kinds.values()}) == 4
    assert len({line for _, line in kinds.values()}) == 4


def test_a_keyboard_goes_from_a_fact_to_its_words_and_back(reader: Reader) -> None:
    link = fact(reader, "venue").locator(".to-words")
    link.focus()
    expect(words(reader, "venue").first).to_have_class(_SHOWN)
    reader.page.keyboard.press("Enter")
    expect(words(reader, "venue").first).to_be_focused()
    assert reader.page.url.endswith("#words-venue")
    reader.page.keyboard.press("Enter")
    expect(fact(reader, "venue")).to_be_focused()
    expect(fact(reader, "venue")).to_have_class(_SHOWN)


def test_words_out_of_sight_are_brought_into_view(readers: Readers, paths: dict[str, str]) -> None:
    with readers(viewport={"width": 360, "height": 500}) as reader:
        reader.visit(paths["activity"])
        fact(reader, "attendance-0").locator(".to-words").click()
        expect(words(reader, "attendance-0")).to_be_in_viewport()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(reader: Reader) -> None:
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator(".skip")).to_be_focused()
    expect(reader.page.locator(".skip")).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    assert reader.page.url.endswith("#content")


def test_a_corrected_fact_tells_what_the_page_said_by_whom_it_was_changed_and_why(
    reader: Reader,
) -> None:
    assert "140 orang" in fact(reader, "attendance-0").inner_text()
    assert "corrected" in fact(reader, "attendance-0").inner_text()
    told = reader.page.locator(".corrections li").first
    assert told.locator("del").inner_text().endswith("137")
    assert told.locator("ins").inner_text().endswith("140")
    assert "Sari" in told.inner_text()
    assert "Daftar hadir" in told.inner_text()


def test_a_fact_that_a_person_added_has_no_words(reader: Reader) -> None:
    added = reader.page.locator(".fact", has_text="Siti Rahmawati")
    assert added.locator(".to-words").count() == 0


def test_a_conflict_shows_both_sides_and_the_history_what_changed(
    readers: Readers, paths: dict[str, str]
) -> None:
    with readers(locale="en") as reader:
        page = reader.visit(paths["conflict"])
        conflict = page.locator(".corrections .conflict")
        sides = conflict.locator("dd").all_inner_texts()
        assert [re.findall(r"\b(?:90|88)\b", side)[0] for side in sides] == ["90", "88"]
        assert conflict.locator("ins").inner_text().endswith("95")
        page.locator(".versions summary").first.click()
        changed = page.locator(".versions li").first
        assert "sekitar 90 pemuda" in changed.locator("del").inner_text()
        assert "sekitar 88 pemuda" in changed.locator("ins").inner_text()


def test_reports_of_one_event_stand_side_by_side(reader: Reader) -> None:
    reader.page.get_by_role("link", name="All reports of this event side by side").click()
    reports = reader.page.locator(".report")
    assert reports.count() == 2
    assert {
        text.split()[-2]
        for text in reports.locator("dd", has_text="1").all_inner_texts()
        if "orang" in text or "peserta" in text
    } == {"140", "130"}


def test_a_report_leads_to_its_source_the_wayback_machine_and_the_kept_capture(
    readers: Readers, paths: dict[str, str]
) -> None:
    with readers(locale="en") as reader:
        page = reader.visit(paths["gone"])
        assert page.locator(".notice").inner_text().startswith("This page is gone from its site")
        source = page.get_by_role("link", name="Source page").get_attribute("href")
        machine = page.get_by_role("link", name="Wayback Machine").get_attribute("href")
        assert re.fullmatch(
            rf"https://web\.archive\.org/web/\d{{14}}/{re.escape(source or '')}", machine or ""
        )
        page.get_by_role("link", name="Kept capture").click()
        assert page.locator("h1").count() == 0, "What others wrote is shown as plain text."
        assert "<html" in page.locator("body").inner_text()


def test_the_slides_that_a_person_showed_are_on_their_page(
    readers: Readers, paths: dict[str, str]
) -> None:
    with readers(locale="en") as reader:
        page = reader.visit(paths["person"])
        shown = page.locator(".presented")
        shown.get_by_role("link").first.click()
        assert "/material?url=" in page.url
        page.goto(f"{reader.base}{paths['material']}")
        picture = page.get_by_role("img", name="First page of this file")
        assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 100
