"""The live crawl of a whole WordPress-like site over HTTP, again and again, killed and stopped."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from crawling import rows, run, run_python, started

from crawler.recording import Recorder
from crawler.samplesite.addresses import Permalinks
from crawler.samplesite.server import SampleSite, Surface

_FACTS = """
SELECT 'activity', id, page_id FROM activities UNION ALL
SELECT 'date', id, activity_id FROM activity_dates UNION ALL
SELECT 'person', id, activity_id FROM participations UNION ALL
SELECT 'article', id, page_id FROM articles ORDER BY 1, 2
"""
_SLOW = 0.15


@pytest.fixture(params=["pretty", "plain"])
def permalinks(request: pytest.FixtureRequest) -> Permalinks:
    style: Permalinks = request.param
    return style


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite() as served:
        yield served


def posts_asked_for(site: SampleSite) -> Counter[str]:
    """How often each post that answers was asked for."""
    asked = Counter(request.path for request in site.requests)
    paths = {
        site.addresses.post(p).removeprefix(site.base_url) for p in site.posts if p.status == 200
    }
    return Counter({path: number for path, number in asked.items() if path in paths})


def wait_for_pages(folder: Path, number: int) -> None:
    """Waits until a running crawl has stored so many pages."""
    for _ in range(400):
        if (folder / "archive.db").exists():
            with suppress(sqlite3.OperationalError):  # its tables may not be there yet
                if rows(folder, "SELECT count(*) FROM captures WHERE version_id IS NOT NULL") >= [
                    (number,)
                ]:
                    return
        time.sleep(0.05)
    pytest.fail("The crawl stored no page.")


def assert_sound(folder: Path) -> None:
    assert rows(folder, "PRAGMA integrity_check") == [("ok",)]
    assert rows(folder, "PRAGMA foreign_key_check") == []


def test_a_site_is_crawled_again_and_again(permalinks: Permalinks, tmp_path: Path) -> None:
    with SampleSite(permalinks=permalinks) as site:
        number = len(site.posts)
        broken = [site.addresses.post(post) for post in site.posts if post.status != 200]
        command = (
            "crawl",
            site.base_url,
            "--archive",
            str(tmp_path),
            "--no-files",
            "--format",
            "json",
        )

        first = run(*command, "--contact", "mail@example.org")
        told = json.loads(first.stdout)
        assert first.returncode == told["exit_status"] == 1
        assert (told["found"], told["new"], told["failed"]) == (number, number - 1, 1)
        assert [page["url"] for page in told["failures"]["pages"]] == broken
        assert "500" in told["failures"]["pages"][0]["reason"]
        assert set(posts_asked_for(site).values()) == {1}
        assert all("/wp-admin" not in request.path for request in site.requests)
        assert {request.user_agent for request in site.requests} == {
            "resilience-archive/0.1.0 (+mail@example.org)"
        }
        assert len(first.stderr.splitlines()) == number
        assert "Warning" not in first.stderr
        facts = rows(tmp_path, _FACTS)

        site.repair_page(next(post.id for post in site.posts if post.status != 200))
        told = json.loads(run(*command).stdout)
        assert (told["status"], told["exit_status"]) == ("finished", 0)
        assert (told["new"], told["unchanged"]) == (1, number - 1)
        assert set(facts) <= set(rows(tmp_path, _FACTS))

        oldest, newest, another = site.posts[-1], site.posts[0], site.posts[1]
        site.change(newest.id, title="Judul yang Berubah")
        site.add(replace(another, id=9001, slug="kabar-tambahan", title="Kabar Tambahan"))
        site.remove(oldest.id)
        third = run(*command[:-2])
        assert third.returncode == 0
        assert "404" in third.stdout
        assert site.addresses.post(oldest) in third.stdout
        outcomes = dict(
            rows(
                tmp_path, "SELECT outcome, count(*) FROM crawl_pages WHERE crawl_id = 3 GROUP BY 1"
            )
        )
        assert outcomes == {"changed": 1, "new": 1, "gone": 1, "unchanged": number - 2}
        kept = "SELECT count(*) FROM articles JOIN pages ON pages.id = page_id WHERE state = 'gone'"
        assert rows(tmp_path, kept) == [(1,)]
        assert_sound(tmp_path)


def test_a_killed_crawl_is_completed_by_the_next(site: SampleSite, tmp_path: Path) -> None:
    command = ("crawl", site.base_url, "--archive", str(tmp_path), "--no-files")
    site.delay = _SLOW
    with started(*command) as crawl:
        wait_for_pages(tmp_path, 4)
        crawl.send_signal(signal.SIGKILL)
        crawl.communicate()
    site.delay = 0
    assert_sound(tmp_path)
    stored = {url for (url,) in rows(tmp_path, "SELECT url FROM pages WHERE state = 'fetched'")}
    pending = rows(tmp_path, "SELECT url FROM pages WHERE state = 'pending'")
    assert len(stored) >= 4
    assert pending
    before = posts_asked_for(site)
    ways: tuple[Surface, ...] = ("rest", "sitemap", "feed", "listing")
    for way in ways:
        site.switch_off(way)
    nothing_listed = run(*command)
    assert nothing_listed.returncode == 3
    for way in ways:
        site.switch_on(way)

    second = run(*command)

    assert second.returncode == 1
    assert rows(tmp_path, "SELECT count(*) FROM pages WHERE state = 'pending'") == [(0,)]
    assert rows(tmp_path, "SELECT status FROM crawls ORDER BY id") == [
        ("interrupted",),
        ("failed",),
        ("finished",),
    ]
    assert before.total() < posts_asked_for(site).total()
    assert_sound(tmp_path)


def test_a_stopped_crawl_says_how_to_go_on_and_asks_for_no_stored_page_again(
    site: SampleSite, tmp_path: Path
) -> None:
    command = ("crawl", site.base_url, "--archive", str(tmp_path))
    site.delay = _SLOW
    with started(*command) as crawl:
        wait_for_pages(tmp_path, 4)
        crawl.send_signal(signal.SIGINT)
        out, _ = crawl.communicate(timeout=30)
    assert crawl.returncode == 130
    assert "was interrupted" in out
    assert "goes on where this crawl stopped" in out
    assert "Traceback" not in out
    assert rows(tmp_path, "SELECT status FROM crawls") == [("interrupted",)]

    site.delay = 0
    second = run(*command)

    assert "not asked for again" in second.stdout
    assert set(posts_asked_for(site).values()) == {1}
    assert len(posts_asked_for(site)) == len(site.posts) - 1
    assert rows(tmp_path, "SELECT count(*) FROM pages WHERE state = 'pending'") == [(0,)]


def test_two_crawls_do_not_write_to_one_archive_at_once(site: SampleSite, tmp_path: Path) -> None:
    first = Recorder(tmp_path, ["kota"])
    second = run("crawl", site.base_url, "--archive", str(tmp_path))
    assert second.returncode == 4
    assert f"process {os.getpid()}" in second.stderr
    assert "crawling kota" in second.stderr
    assert "Traceback" not in second.stderr
    assert not site.requests
    first.finish(interrupted=False)
    assert rows(tmp_path, "SELECT status FROM crawls") == [("finished",)]


def test_a_full_disk_is_told_in_one_sentence_and_harms_nothing(
    site: SampleSite, tmp_path: Path
) -> None:
    command = ["crawl", site.base_url, "--archive", str(tmp_path)]
    script = (
        "import resource; from crawler.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"
        f"main({command!r})"
    )
    full = run_python("-c", script)
    assert full.returncode == 1
    assert "can no longer be written" in full.stderr.splitlines()[-1]
    assert "Traceback" not in full.stderr
    assert_sound(tmp_path)
    assert run(*command).returncode == 1
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(len(site.posts) - 1,)]
