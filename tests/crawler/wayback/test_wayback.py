"""The crawl of a Wayback Machine: what its index lists, once each, and never silently less."""

from __future__ import annotations

import gzip
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import post, rows, run, started, tiny_site
from fake_wayback import FakeWayback, fake_wayback
from swift_crawls import Told, begun, crawl

from archive.warc import reading
from archive.warc.exchange import Place
from crawler.bounds import Bounds
from crawler.samplesite.server import SampleSite

HOME = "http://kota.example/"
FIRST = f"{HOME}2018/10/25/rapat/"
SECOND = f"{HOME}2019/03/02/forum/"
STATES = "SELECT state, count(*) FROM mementos GROUP BY 1 ORDER BY 1"


@pytest.fixture
def wayback() -> Iterator[FakeWayback]:
    with fake_wayback() as served:
        yield served


def crawled(wayback: FakeWayback, folder: Path, bounds: Bounds | None = None, **more: Any) -> Told:
    return crawl(HOME, folder, bounds, **{"via": "wayback", "wayback": wayback.base, **more})


def test_all_distinct_captures_are_had_the_newest_of_every_page_first(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    wayback.page = 2
    wayback.add("20181026010101", FIRST, post("Rapat"))
    wayback.add("20181126010101", FIRST, post("Rapat"))
    wayback.add("20190126010101", FIRST.replace("http:", "https:"), post("Rapat Lagi"))
    wayback.add("20190303010101", SECOND, post("Forum"))
    wayback.add("20190303010101", f"{HOME}category/berita/", post("Berita"))
    wayback.add("20190303010101", "http://lain.example/2018/01/02/lain/", post("Lain"))
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status, told.gaps) == ({"new": 2}, 0, "")
    assert [path.split("id_/")[0] for path in wayback.asked] == [
        *("20190126010101", "20190303010101"),
        "20181026010101",
    ]
    assert len(wayback.look_ups) == 3
    said = "SELECT url, title FROM pages JOIN articles ON page_id = pages.id ORDER BY 1"
    assert rows(tmp_path, said) == [(FIRST, "Rapat Lagi"), (SECOND, "Forum")]
    seen = "SELECT url, title, first_seen_at FROM versions JOIN pages ON pages.id = page_id"
    assert rows(tmp_path, f"{seen} ORDER BY 1, 3") == [
        (FIRST, "Rapat", "2018-10-26T01:01:01Z"),
        (FIRST, "Rapat Lagi", "2019-01-26T01:01:01Z"),
        (SECOND, "Forum", "2019-03-03T01:01:01Z"),
    ]
    before = len(wayback.asked)
    assert crawled(wayback, tmp_path).status == 0
    assert len(wayback.asked) == before


def test_a_memento_is_kept_as_the_original_exchange(wayback: FakeWayback, tmp_path: Path) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"))
    crawled(wayback, tmp_path)
    ((*place, fetched_at, source),) = rows(
        tmp_path,
        'SELECT file, "offset", length, fetched_at, source FROM captures WHERE version_id NOT NULL',
    )
    assert (fetched_at, source) == ("2018-10-26T01:01:01Z", "wayback")
    kept = reading.read(tmp_path, Place(*place), verify=True)
    assert (kept.url, kept.date, kept.status) == (FIRST, fetched_at, 200)
    assert kept.page == post("Rapat").encode()
    assert {name.title(): value for name, value in kept.headers} == {
        "Content-Type": "text/html; charset=UTF-8",
        "Server": "nginx",
        "X-Powered-By": "WordPress",
    }
    with (tmp_path / place[0]).open("rb") as file:
        file.seek(place[1])
        member = file.read(place[2])
    source_line = f"WARC-Source-URI: {wayback.base}/20181026010101id_/{FIRST}"
    assert source_line in gzip.decompress(member).decode()


def test_lines_with_wrong_fields_are_counted_and_told(wayback: FakeWayback, tmp_path: Path) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"))
    wayback.lines += [["20181399010101", FIRST, "text/html", "200", "X"], ["zu", "kurz"]]
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status, told.result.index_faults) == ({"new": 1}, 0, 2)


def test_an_index_that_is_busy_is_asked_again(wayback: FakeWayback, tmp_path: Path) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"))
    wayback.troubles = [(429, {"Retry-After": "1"}, b"slow down"), (503, {}, b"busy")]
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status, len(wayback.look_ups)) == ({"new": 1}, 0, 3)


def test_one_that_asks_to_be_left_alone_for_long_is_left_alone(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"))
    wayback.troubles = [(503, {"Retry-After": "3600"}, b"offline")]
    told = crawled(wayback, tmp_path)
    assert (told.status, len(wayback.requests)) == (3, 1)
    assert "come back much later" in told.gaps
    assert crawled(wayback, tmp_path).counts == {"new": 1}


def test_an_index_that_is_down_is_a_gap_and_the_next_run_goes_on(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"))
    wayback.down = ("/cdx",)
    told = crawled(wayback, tmp_path)
    assert (told.status, len(wayback.requests)) == (3, 3)
    assert "503" in told.gaps
    wayback.down = ()
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status, told.gaps) == ({"new": 1}, 0, "")


def test_a_wayback_machine_that_cannot_be_reached_is_told_once(tmp_path: Path) -> None:
    told = crawl(HOME, tmp_path, via="wayback", wayback="http://127.0.0.1:9/kota")
    assert told.status == 3
    assert told.gaps.count("refuses the connection") == 1


def test_mementos_that_are_down_are_not_all_asked_for_and_had_by_the_next_run(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    for day in range(10, 20):
        wayback.add("20181026010101", f"{HOME}2018/10/{day}/rapat/", post(f"Rapat {day}"))
    wayback.down = ("/10/1",)
    told = crawled(wayback, tmp_path)
    assert told.status == 3
    assert len(set(wayback.asked)) == 5
    assert "5 more captures" in told.gaps
    assert len(told.result.failures) == 5
    assert rows(tmp_path, STATES) == [("failed", 5), ("pending", 5)]
    wayback.down = ()
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status, told.gaps) == ({"new": 10}, 0, "")
    assert rows(tmp_path, STATES) == [("fetched", 10)]


def test_a_memento_that_is_not_there_has_failed_and_the_others_are_had(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"))
    wayback.add("20190303010101", SECOND, post("Forum"))
    del wayback.mementos[f"20181026010101id_/{FIRST}"]
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status) == ({"new": 1}, 1)
    assert "1 capture of kota.example could not be had" in told.gaps
    ((address, reason),) = told.result.failures
    assert address == f"{FIRST} (2018-10-26T01:01:01Z)"
    assert "404" in reason


def test_mementos_that_are_error_pages_feed_no_facts(wayback: FakeWayback, tmp_path: Path) -> None:
    instead = {
        "404": (404, post("Tidak Ada")),
        "nothing is there": (200, "<title>Halaman tidak ditemukan</title><p>Maaf"),
        "list of posts": (200, '<body class="home blog">' + post("Beranda")),
        "No article": (200, "<html><body><div></div></body></html>"),
    }
    for day, (status, body) in enumerate(instead.values(), 10):
        wayback.add("20181026010101", f"{HOME}2018/10/{day}/rapat/", post("Rapat"))
        wayback.add("20191026010101", f"{HOME}2018/10/{day}/rapat/", body, status=status)
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status) == ({"new": 4}, 0)
    assert rows(tmp_path, "SELECT title FROM articles") == [("Rapat",)] * 4
    kept = rows(
        tmp_path,
        "SELECT reason FROM captures WHERE fetched_at = '2019-10-26T01:01:01Z' ORDER BY url",
    )
    said = sorted(told.result.no_posts)
    for reason, (_, in_summary), (in_archive,) in zip(instead, said, kept, strict=True):
        assert reason in in_summary
        assert reason in in_archive
    assert crawled(wayback, tmp_path).result.planned == ()


def test_a_redirect_is_followed_within_the_wayback_machine(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    plain = f"{HOME}?p=12"
    moved = {"Location": f"/20181027010101id_/{FIRST}"}
    wayback.add("20181026010101", plain, "", status=301, headers=moved)
    wayback.add("20181027010101", FIRST, post("Rapat"))
    wayback.lines.pop()
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status) == ({"new": 1}, 0)
    assert rows(tmp_path, "SELECT url FROM pages") == [(FIRST,)]
    assert rows(tmp_path, "SELECT address FROM page_addresses") == [(plain,)]


def test_redirects_that_lead_to_no_post_are_told(wayback: FakeWayback, tmp_path: Path) -> None:
    leading = {"circle": FIRST, "another site": "http://lain.example/x/", "no post": HOME}
    starts = (FIRST, f"{HOME}2018/10/26/rapat/", f"{HOME}2018/10/27/rapat/")
    for url, location in zip(starts, leading.values(), strict=True):
        wayback.add("20181026010101", url, "", status=302, headers={"Location": location})
    told = crawled(wayback, tmp_path)
    for reason, (_, said) in zip(leading, sorted(told.result.no_posts), strict=True):
        assert reason in said


def test_what_is_not_quite_as_the_index_says_is_read_and_told(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"), listed_digest="A" * 32)
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status) == ({"new": 1}, 0)
    ((_, said),) = told.result.differing
    assert "A" * 32 in said


def test_an_address_that_may_be_a_posts_is_one_where_the_page_is_marked_so(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    marked = post("Rapat").replace("<body>", '<body class="post-template single single-post">')
    wayback.add("20181026010101", f"{HOME}rapat-warga/", marked)
    wayback.add("20181026010101", f"{HOME}tentang-kami/", post("Tentang Kami"))
    told = crawled(wayback, tmp_path)
    assert (told.counts, told.status) == ({"new": 1}, 0)
    assert len(told.result.no_posts) == 1


@pytest.mark.parametrize(
    ("bounds", "titles"),
    [
        (Bounds(since="2019-01-01"), ["Forum"]),
        (Bounds(limit=1), ["Rapat 2"]),
        (Bounds(captured_from="2019-01-01"), ["Forum"]),
        (Bounds(captured_to="2018-10-31"), ["Rapat 1"]),
        (Bounds(captured_from="2018-11-01", captured_to="2018-11-30"), ["Rapat 2"]),
    ],
)
def test_a_run_is_limited(
    bounds: Bounds, titles: list[str], wayback: FakeWayback, tmp_path: Path
) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat 1"))
    wayback.add("20181126010101", FIRST, post("Rapat 2"))
    wayback.add("20190303010101", SECOND, post("Forum"))
    crawled(wayback, tmp_path, bounds)
    assert [title for (title,) in rows(tmp_path, "SELECT title FROM articles")] == titles


def test_what_a_limited_run_left_is_had_by_the_next(wayback: FakeWayback, tmp_path: Path) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat 1"))
    wayback.add("20181126010101", FIRST, post("Rapat 2"))
    wayback.add("20190303010101", SECOND, post("Forum"))
    crawled(wayback, tmp_path, Bounds(limit=1, captured_to="2018-12-31"))
    assert len(wayback.asked) == 1
    crawled(wayback, tmp_path)
    assert rows(tmp_path, STATES) == [("fetched", 3)]


def test_a_dry_run_looks_up_the_index_alone(wayback: FakeWayback, tmp_path: Path) -> None:
    wayback.add("20181026010101", FIRST, post("Rapat"))
    told = crawled(wayback, tmp_path, Bounds(dry_run=True))
    assert told.result.planned == ((f"{wayback.base}/20181026010101id_/{FIRST}", "new"),)
    assert wayback.asked == []
    assert not (tmp_path / "archive.db").exists()


def test_a_wayback_machine_without_a_capture_is_told(wayback: FakeWayback, tmp_path: Path) -> None:
    told = crawled(wayback, tmp_path)
    assert told.status == 3
    assert "has no capture of a post" in told.gaps


def test_a_killed_crawl_is_completed_and_asks_for_nothing_twice(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    for day in range(10, 28):
        wayback.add("20181026010101", f"{HOME}2018/10/{day}/rapat/", post(f"Rapat {day}"))
    asking = {"via": "wayback", "wayback": wayback.base}
    child, _ = begun(HOME, tmp_path, Bounds(), asking)
    stored = "SELECT url FROM captures WHERE version_id IS NOT NULL"
    while len(wayback.asked) < 3 or not rows(tmp_path, stored):
        time.sleep(0.002)
    child.kill()
    child.join()
    had = rows(tmp_path, stored)
    assert len(had) < 18
    told = crawled(wayback, tmp_path)
    assert (told.status, told.gaps) == (0, "")
    assert rows(tmp_path, STATES) == [("fetched", 18)]
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(18,)]
    assert rows(tmp_path, "SELECT status, via FROM crawls ORDER BY id") == [
        ("interrupted", "wayback"),
        ("finished", "wayback"),
    ]
    assert all(wayback.asked.count(f"20181026010101id_/{url}") == 1 for (url,) in had)


def test_ctrl_c_ends_the_crawl_and_the_next_one_goes_on(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    for day in range(10, 28):
        wayback.add("20181026010101", f"{HOME}2018/10/{day}/rapat/", post(f"Rapat {day}"))
    wayback.delay = 0.1
    asking = ("--archive", str(tmp_path), "--via", "wayback", "--wayback", wayback.base)
    with started("crawl", HOME, *asking) as process:
        while len(wayback.asked) < 3:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        assert process.returncode == 130
    assert rows(tmp_path, "SELECT status, exit_status FROM crawls") == [("interrupted", 130)]
    wayback.delay = 0.0
    assert crawled(wayback, tmp_path).status == 0
    assert rows(tmp_path, STATES) == [("fetched", 18)]
    assert len(wayback.asked) == 18


def test_a_home_that_shows_something_else_is_crawled_from_the_wayback_machine(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    with tiny_site({"/": "<title>Domain dijual</title><p>Hubungi kami."}) as site:
        wayback.add("20181026010101", f"{site.url}/2018/10/25/rapat/", post("Rapat"))
        asking = ("--archive", str(tmp_path), "--wayback", wayback.base)
        told = run("crawl", site.url, *asking)
        assert told.returncode == 1
        assert f"No posts at {site.url}/" in told.stdout
        assert (
            f"wayback   No posts at {site.url}/: now what {wayback.base} has of it." in told.stderr
        )
    assert rows(tmp_path, "SELECT via FROM crawls") == [("live",), ("wayback",)]
    assert rows(tmp_path, "SELECT title FROM articles") == [("Rapat",)]


@pytest.mark.parametrize(
    "pages",
    [
        {"/": (503, {}, "sibuk")},
        {"/robots.txt": "User-agent: *\nDisallow: /", "/": post("Rapat")},
    ],
)
def test_a_site_that_is_busy_or_closed_is_not_taken_for_lost(
    pages: Any, wayback: FakeWayback, tmp_path: Path
) -> None:
    with tiny_site(pages) as site:
        told = crawl(site.url, tmp_path, via="auto", wayback=wayback.base)
    assert (told.result.afterwards, wayback.requests) == (None, [])


def test_a_site_of_wordpress_without_posts_is_not_taken_for_lost(
    wayback: FakeWayback, tmp_path: Path
) -> None:
    with SampleSite(posts=[]) as site:
        told = crawl(f"{site.base_url}/", tmp_path, via="auto", wayback=wayback.base)
    assert (told.result.afterwards, wayback.requests) == (None, [])


def test_wrong_addresses_and_dates_are_refused(tmp_path: Path) -> None:
    archive = ("--archive", str(tmp_path))
    told = run("crawl", HOME, "--wayback", "web.archive.org", *archive)
    assert (told.returncode, "is no address of a Wayback Machine" in told.stderr) == (2, True)
    told = run("crawl", HOME, "--from", "2020-01-02", "--to", "2020-01-01", *archive)
    assert (told.returncode, "exchange the two dates" in told.stderr) == (2, True)
