"""The bundled posts: enough of them, of every kind, and true to the facts written beside them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from crawler.article import Page, read_article
from crawler.samplesite.addresses import Addresses
from crawler.samplesite.answers import Snapshot
from crawler.samplesite.expected import expected_facts
from crawler.samplesite.pages import post_page
from crawler.samplesite.posts import Post, bundled_posts, site

BASE_URL = "http://127.0.0.1:8017"
ADDRESSES = Addresses(BASE_URL, "pretty")
POSTS = bundled_posts()
MONTHS = site()["calendar"]["months"]
WEEKDAYS = site()["calendar"]["weekdays"]
CONTRADICTION = "rapat-koordinasi-penanganan-rob-pesisir-utara"


def page_of(post: Post) -> Page:
    snapshot = Snapshot(ADDRESSES, POSTS, now=post.date, views=0)
    return read_article(post_page(post, snapshot), ADDRESSES.post(post))


def wrong_weekdays(text: str) -> list[str]:
    found = re.finditer(
        rf"({'|'.join(WEEKDAYS)}),?(?: tanggal)? (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", text
    )
    return [
        match[0]
        for match in found
        if WEEKDAYS[date(int(match[4]), MONTHS.index(match[3]) + 1, int(match[2])).weekday()]
        != match[1]
    ]


def test_there_are_posts_for_several_pages_over_several_years() -> None:
    assert len(POSTS) >= 18
    assert len({post.date.year for post in POSTS}) >= 3


def test_numbers_and_slugs_are_given_once() -> None:
    assert len({post.id for post in POSTS}) == len({post.slug for post in POSTS}) == len(POSTS)


def test_half_of_the_posts_are_of_each_theme() -> None:
    assert Counter(post.theme for post in POSTS) == {
        "sahifa": len(POSTS) // 2,
        "jannah": len(POSTS) // 2,
    }


def test_the_posts_report_many_types_of_activity_and_one_reports_none() -> None:
    types = Counter(expected_facts(post.slug, BASE_URL)["type"] for post in POSTS)
    assert types[None] == 1
    assert {"workshop", "routine_meeting", "working_session", "focus_group", "visit"} <= set(types)
    assert {"training", "seminar", "launch", "hearing", "forum", "discussion"} <= set(types)


def test_one_page_is_broken() -> None:
    assert [post.status for post in POSTS if post.status != 200] == [500]


def test_one_post_is_long() -> None:
    lengths = [len(page_of(post).text) for post in POSTS]
    assert [8_000 < length < 10_000 for length in lengths].count(True) == 1


def test_two_posts_tell_of_the_same_days() -> None:
    days = Counter(expected_facts(post.slug, BASE_URL)["start_date"] for post in POSTS)
    assert [day for day, times in days.items() if times == 2] == ["2018-10-09"]


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.slug)
def test_weekdays_are_right_except_the_one_contradiction(post: Post) -> None:
    wrong = wrong_weekdays(page_of(post).text)
    assert wrong == (["Selasa tanggal 23 Mei 2018"] if post.slug == CONTRADICTION else [])


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.slug)
def test_posts_were_published_after_what_they_report(post: Post) -> None:
    end = expected_facts(post.slug, BASE_URL)["end_date"]
    assert end is None or end <= post.date.date().isoformat()
    assert post.modified >= post.date


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.slug)
def test_expected_words_stand_in_the_text(post: Post) -> None:
    facts, text = expected_facts(post.slug, BASE_URL), page_of(post).text
    names = [person["name"] for person in facts["people"]]
    conclusions = [c for group in facts["groups"] for c in group.get("conclusions", ())]
    topics = [group["topic"] for group in facts["groups"]]
    labels = [material["label"] for material in facts["materials"]]
    venue = [facts["venue"]] if facts["venue"] else []
    units = [attendance["unit"] for attendance in facts["attendance"]]
    for words in [*names, *conclusions, *topics, *labels, *venue, *units]:
        assert words in text


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.slug)
def test_expected_organizations_stand_in_the_text_but_for_their_acronyms(post: Post) -> None:
    text = re.sub(r" \([A-Z]\w*\)", "", page_of(post).text)
    for name in expected_facts(post.slug, BASE_URL)["organizations"]:
        assert name in text


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.slug)
def test_expected_materials_are_linked(post: Post) -> None:
    linked = {link.url for block in page_of(post).blocks for link in block.links}
    assert {
        material["url"] for material in expected_facts(post.slug, BASE_URL)["materials"]
    } <= linked


def test_some_materials_are_at_a_dead_home_of_the_site() -> None:
    assert any("http://lama.kotatangguh.example/" in post.body for post in POSTS)
