"""The REST interface in both permalink styles."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from crawler.samplesite.server import SampleSite


def posts_url(site: SampleSite, query: str = "") -> str:
    url = site.addresses.rest("/wp/v2/posts")
    return url + (("&" if "?" in url else "?") + query if query else "")


def ids(body: bytes) -> list[int]:
    return [post["id"] for post in json.loads(body)]


def test_pages_give_every_post_once_the_newest_first(site: SampleSite, fetch: Any) -> None:
    first = fetch(posts_url(site, "per_page=7"))
    assert first.headers["X-WP-Total"] == str(len(site.posts))
    pages = int(first.headers["X-WP-TotalPages"])
    found = [
        number
        for page in range(1, pages + 1)
        for number in ids(fetch(posts_url(site, f"per_page=7&page={page}")).body)
    ]
    assert found == [post.id for post in site.posts]


def test_the_page_beyond_the_last_answers_400(site: SampleSite, fetch: Any) -> None:
    answer = fetch(posts_url(site, "per_page=100&page=2"))
    assert answer.status == 400
    assert json.loads(answer.body)["code"] == "rest_post_invalid_page_number"


@pytest.mark.parametrize(
    "query", ["per_page=101", "per_page=0", "page=x", "modified_after=kemarin", "orderby=rand"]
)
def test_values_that_wordpress_refuses_answer_400(
    query: str, pretty: SampleSite, fetch: Any
) -> None:
    answer = fetch(posts_url(pretty, query))
    assert answer.status == 400
    assert json.loads(answer.body)["code"] == "rest_invalid_param"


def test_a_post_has_the_fields_of_wordpress(site: SampleSite, fetch: Any) -> None:
    post = site.post(224)
    (given,) = json.loads(fetch(posts_url(site, f"slug={post.slug}")).body)
    assert given["id"] == 224
    assert given["date"] == "2018-08-30T13:21:09"
    assert given["date_gmt"] == "2018-08-30T06:21:09"
    assert given["modified"] == "2018-09-03T08:15:00"
    assert given["modified_gmt"] == "2018-09-03T01:15:00"
    assert given["slug"] == post.slug
    assert given["link"] == site.addresses.post(post)
    assert given["title"]["rendered"] == post.title
    assert given["content"]["rendered"] == post.body_at(site.base_url)
    assert given["categories"] == [2, 4]


def test_modified_after_gives_only_what_changed_later(site: SampleSite, fetch: Any) -> None:
    newest = max(post.modified for post in site.posts)
    site.change(131, modified=newest + timedelta(days=1))
    moment = quote(newest.isoformat())
    assert ids(fetch(posts_url(site, f"modified_after={moment}")).body) == [131]


def test_modified_after_without_an_offset_is_the_site_s_own_time(
    pretty: SampleSite, fetch: Any
) -> None:
    newest = max(post.modified for post in pretty.posts)
    before, same = (newest - timedelta(seconds=1), newest)
    query = "modified_after={:%Y-%m-%dT%H:%M:%S}"
    assert len(ids(fetch(posts_url(pretty, query.format(before))).body)) == 1
    assert ids(fetch(posts_url(pretty, query.format(same))).body) == []


def test_posts_of_one_category(pretty: SampleSite, fetch: Any) -> None:
    answer = fetch(posts_url(pretty, "categories=5"))
    assert ids(answer.body) == [301]


def test_chosen_fields_only(pretty: SampleSite, fetch: Any) -> None:
    answer = fetch(posts_url(pretty, "_fields=id,link&per_page=1"))
    assert set(json.loads(answer.body)[0]) == {"id", "link"}


def test_one_post_by_its_number(site: SampleSite, fetch: Any) -> None:
    assert json.loads(fetch(site.addresses.rest("/wp/v2/posts/112")).body)["id"] == 112
    assert fetch(site.addresses.rest("/wp/v2/posts/113")).status == 404


def test_categories_are_named_and_counted(site: SampleSite, fetch: Any) -> None:
    answer = fetch(site.addresses.rest("/wp/v2/categories"))
    counts = {category["slug"]: category["count"] for category in json.loads(answer.body)}
    assert counts["artikel"] == 1
    assert counts["kegiatan"] == len(site.posts) - 1


def test_every_page_names_the_interface(site: SampleSite, fetch: Any) -> None:
    home = fetch(site.base_url + "/")
    assert f'<{site.addresses.rest()}>; rel="https://api.w.org/"' in home.headers["Link"]
    assert f'<link rel="https://api.w.org/" href="{site.addresses.rest()}" />' in home.text
    assert fetch(site.addresses.rest()).status == 200


def test_the_plain_style_has_no_wp_json(plain: SampleSite, fetch: Any) -> None:
    assert fetch(plain.base_url + "/wp-json/wp/v2/posts").status == 404


def test_unknown_routes_answer_in_json(site: SampleSite, fetch: Any) -> None:
    answer = fetch(site.addresses.rest("/wp/v2/users"))
    assert answer.status == 404
    assert json.loads(answer.body)["code"] == "rest_no_route"
