"""The site while it serves: changes, broken pages, surfaces that go dark, the log of requests."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from crawler.samplesite.server import SampleSite, Surface, serve

PATHS = {
    "rest": "/?rest_route=/wp/v2/posts",
    "sitemap": "/?sitemap=index",
    "feed": "/?feed=rss2",
    "listing": "/",
}


def test_a_change_shows_on_the_page_and_in_its_date(site: SampleSite, fetch: Any) -> None:
    before = site.post(131)
    changed = site.change(before.slug, body="<p>Rapat dibatalkan.</p>")
    assert "Rapat dibatalkan." in fetch(site.addresses.post(changed)).text
    assert changed.modified > before.modified
    assert site.post(131) == changed


def test_a_removed_post_is_gone_until_it_is_restored(site: SampleSite, fetch: Any) -> None:
    post = site.post(131)
    site.remove(131)
    assert fetch(site.addresses.post(post)).status == 404
    assert site.addresses.post(post) not in fetch(site.addresses.sitemap("posts")).text
    site.restore(131)
    assert fetch(site.addresses.post(post)).status == 200


def test_an_added_post_comes_first(site: SampleSite, fetch: Any) -> None:
    now = datetime.now(UTC)
    post = replace(site.post(112), id=900, slug="kabar-baru", date=now, modified=now)
    site.add(post)
    assert site.posts[0] == post
    assert fetch(site.addresses.post(post)).status == 200


def test_a_broken_page_is_listed_and_can_be_repaired(site: SampleSite, fetch: Any) -> None:
    broken = site.post(352)
    assert fetch(site.addresses.post(broken)).status == 500
    assert site.addresses.post(broken) in fetch(site.addresses.sitemap("posts")).text
    site.repair_page(352)
    assert "Trotoar untuk Semua" in fetch(site.addresses.post(broken)).text
    site.break_page(352, 503)
    assert fetch(site.addresses.post(broken)).status == 503


def test_permalinks_may_change_and_old_addresses_then_lead_nowhere_or_home(
    pretty: SampleSite, fetch: Any
) -> None:
    post = pretty.post(131)
    old = pretty.addresses.post(post)
    pretty.switch_permalinks("plain")
    assert post.title in fetch(pretty.addresses.post(post)).text
    assert fetch(old).status == 404
    pretty.switch_permalinks("plain", falls_back=True)
    assert 'class="home blog' in fetch(old).text
    assert fetch(pretty.addresses.post(replace(post, id=9999))).status == 404


def test_unknown_posts_are_a_key_error(pretty: SampleSite) -> None:
    with pytest.raises(KeyError):
        pretty.remove("tidak-ada")


@pytest.mark.parametrize("surface", ["rest", "sitemap", "feed", "listing"])
def test_a_surface_that_is_off_answers_404_and_the_others_as_before(
    surface: Surface, site: SampleSite, fetch: Any
) -> None:
    site.switch_off(surface)
    statuses = {name: fetch(site.base_url + path).status for name, path in PATHS.items()}
    assert statuses == {name: 404 if name == surface else 200 for name in PATHS}
    site.switch_on(surface)
    assert fetch(site.base_url + PATHS[surface]).status == 200


def test_the_log_has_every_request(pretty: SampleSite, fetch: Any) -> None:
    fetch(pretty.base_url + "/?p=112", User_Agent="penguji/1.0")
    (request,) = pretty.requests
    assert (request.method, request.path, request.status) == ("GET", "/?p=112", 301)
    assert request.user_agent == "penguji/1.0"
    assert request.time.tzinfo is UTC


def test_head_has_the_headers_of_get_and_no_body(site: SampleSite, fetch: Any) -> None:
    url = site.addresses.post(site.post(112))
    answer = fetch(url, "HEAD")
    assert answer.status == 200
    assert answer.body == b""
    assert int(answer.headers["Content-Length"]) > 10_000


def test_the_view_counter_grows_with_every_request(site: SampleSite, fetch: Any) -> None:
    url = site.addresses.post(site.post(112))
    assert fetch(url).body != fetch(url).body


def test_a_delay_is_waited_for(pretty: SampleSite, fetch: Any) -> None:
    pretty.delay = 0.01
    assert fetch(pretty.base_url + "/robots.txt").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/%ff%fe/",
        "//[::bad/",
        "/?p=" + "9" * 5000,
        "/?p=forum-pemuda-tangguh-2019",
        "/?cat=x&paged=-1",
        "/page/0/",
        "/page/99999999999999/",
        "/?m=999999",
        "/9999/99/",
        "/?rest_route=",
        "/?rest_route=//",
        "/?sitemap=../../x",
        "/wp-content/uploads/../../server.py",
        "/?paged=%00",
    ],
)
def test_no_request_upsets_the_site(path: str, site: SampleSite, fetch: Any) -> None:
    assert fetch(site.base_url + path).status in {200, 301, 404}


@pytest.mark.parametrize("raw", [b"\r\n\r\n", b"MALFORMED\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"])
def test_words_that_are_no_request_upset_nothing(
    raw: bytes, pretty: SampleSite, fetch: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    parts = urlsplit(pretty.base_url)
    with socket.create_connection((parts.hostname, parts.port), timeout=5) as client:
        client.sendall(raw)
    assert fetch(pretty.base_url + "/robots.txt").status == 200
    assert capfd.readouterr().err == ""


def test_a_chosen_port_is_kept_and_freed(fetch: Any) -> None:
    with serve() as site:
        port = urlsplit(site.base_url).port
    with serve(port=port or 0) as again:
        assert again.base_url == site.base_url
        assert fetch(again.base_url + "/").status == 200


def test_a_site_of_one_s_own_posts(fetch: Any) -> None:
    with serve() as bundled:
        post = bundled.post(112)
    with SampleSite(posts=[post]) as site:
        assert site.posts == (post,)
        assert fetch(site.addresses.post(post)).status == 200
