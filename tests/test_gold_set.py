"""The gold set is sound: its facts stand in its texts, and its pages repeat no one's words."""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
SEEN = Path(__file__).parents[2] / "shared"
PAGES = sorted(GOLD.glob("*.json"))
TYPES = frozenset(
    [
        "workshop",
        "meeting",
        "routine_meeting",
        "focus_group",
        "working_session",
        "visit",
        "seminar",
        "forum",
        "discussion",
        "training",
        "launch",
        "hearing",
        "ceremony",
        "other",
    ]
)
ROLES = frozenset(
    [
        "opening",
        "speaker",
        "panelist",
        "moderator",
        "chair",
        "facilitator",
        "attendee",
        "quoted",
        "other",
    ]
)
KINDS = frozenset(["slides", "proceedings", "press_release", "report", "video", "image", "other"])
QUALIFIERS = frozenset(["exact", "about", "at_least", "at_most"])
DAYS = {
    name: n
    for n, names in enumerate(
        ("senin senen", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu ahad")
    )
    for name in names.split()
}
MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "januari jan",
            "februari pebruari feb",
            "maret",
            "april",
            "mei",
            "juni",
            "juli",
            "agustus agust",
            "september",
            "oktober okt",
            "november nopember",
            "desember",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAY = re.compile(
    rf"\b({'|'.join(DAYS)}|jum['’]at)\b[ ,(]{{0,3}}(?:tangg+al )?(\d{{1,2}})"
    rf"(?:/(\d{{1,2}})/| ({'|'.join(MONTHS)}) )(\d{{4}}|\d\d)\b",
    re.IGNORECASE,
)


def read(path: Path) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return page


def without_brackets(text: str) -> str:
    """The text as it reads without what stands in round or square brackets."""
    for _ in range(2):
        text = re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", text)
    return " ".join(text.split())


def eight_words(path: Path) -> set[tuple[str, ...]]:
    """Each run of eight words of the page's text without its title, links and the office's name."""
    page = read(path)
    heads = {page["title"]}
    body = "\n".join(line for line in page["text"].split("\n") if line not in heads)
    words = re.findall(
        r"\w+", re.sub(r"https?://\S+|tata ruang dan lingkungan hidup", " ", body.lower())
    )
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 40
    assert {path.stem for path in PAGES} == {path.stem for path in GOLD.glob("*.html")}
    assert {path.stem for path in PAGES} == {p.stem for p in (GOLD / "source").glob("*.toml")}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_fact_stands_in_the_text(path: Path) -> None:
    page = read(path)
    gold, text = page["gold"], " ".join(page["text"].split())
    bare = without_brackets(text)
    stated = [gold["venue"], *gold["organizations"]]
    stated += [
        value
        for person in gold["people"]
        for value in (person["name"], person["position"], person["organization"])
    ]
    for group in gold["groups"]:
        stated += [group["topic"], *group["conclusions"]]
    stated += [material["label"] for material in gold["materials"]]
    stated += [count["unit"] for count in gold["attendance"]]
    missing = [value for value in stated if value and value not in text and value not in bare]
    assert not missing


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_values_are_those_of_the_record(path: Path) -> None:
    gold = read(path)["gold"]
    assert gold["type"] is None or gold["type"] in TYPES
    assert {count["qualifier"] for count in gold["attendance"]} <= QUALIFIERS
    assert {person["role"] for person in gold["people"]} <= ROLES
    assert {material["kind"] for material in gold["materials"]} <= KINDS
    assert {group["focus_area"] for group in gold["groups"]} <= {None, 1, 2, 3, 4, 5}
    for key in ("people", "organizations", "groups", "materials"):
        names = [str(fact) for fact in gold[key]]
        assert len(names) == len(set(names))
    if gold["type"] is None:
        assert not gold["attendance"]
        assert not gold["groups"]
        assert gold["start_date"] is None


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_dates_are_days_of_the_calendar(path: Path) -> None:
    gold = read(path)["gold"]
    mentioned = {date.fromisoformat(day) for day in gold["mentioned_dates"]}
    assert len(mentioned) == len(gold["mentioned_dates"])
    if gold["start_date"]:
        first, last = (date.fromisoformat(gold[key]) for key in ("start_date", "end_date"))
        assert first <= last
        assert not any(first <= day <= last for day in mentioned)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_weekday_contradicts_its_date_only_where_that_is_meant(path: Path) -> None:
    source = tomllib.loads((GOLD / "source" / f"{path.stem}.toml").read_text(encoding="utf-8"))
    wrong = []
    for found in WEEKDAY.finditer(read(path)["text"]):
        name, day, number, month, year = found.groups()
        in_full = int(year) + (2000 if len(year) == 2 else 0)
        that = date(in_full, int(number) if number else MONTHS[month.lower()], int(day))
        if DAYS[re.sub("['’]", "", name.lower())] != that.weekday():
            wrong.append(found.group())
    assert bool(wrong) == source.get("weekday_contradiction", False), wrong


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_address_of_a_material_stands_in_the_page(path: Path) -> None:
    markup = html.unescape(path.with_suffix(".html").read_text(encoding="utf-8"))
    addresses = [material["url"] for material in read(path)["gold"]["materials"]]
    assert not [address for address in addresses if address and address not in markup]


def test_no_two_pages_share_eight_words_in_a_row() -> None:
    where = defaultdict(set)
    for path in PAGES:
        for words in eight_words(path):
            where[words].add(path.stem)
    assert not {" ".join(words): keys for words, keys in where.items() if len(keys) > 1}


def test_no_page_repeats_the_pages_of_the_sources() -> None:
    seen = [*SEEN.glob("corpus/*.json"), *SEEN.glob("pages/*.json")]
    if not seen:
        pytest.skip("the saved pages are not beside this repository")
    theirs = set().union(*(eight_words(path) for path in seen))
    shared = {" ".join(words) for path in PAGES for words in eight_words(path) & theirs}
    assert not shared
