"""`resilience status` as its users and their monitoring meet it, and alarms of a real crawl."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from crawling import listing, post, run, tiny_site

from archive import crawls, frontier, lock, storage
from archive.errors import ArchiveError
from crawler.cli import main


def status(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["status", "--archive", str(folder), *arguments])


def told(folder: Path) -> dict[str, Any]:
    """What the command tells as JSON."""
    answer: dict[str, Any] = json.loads(status(folder, "--format", "json").stdout)
    return answer


@contextmanager
def crawl_of(folder: Path) -> Iterator[Callable[..., int]]:
    """A function that makes a crawl which lists one page, and ends it unless told not to."""
    db = storage.open_archive(folder)

    def crawl(end: str | None = "finished") -> int:
        crawl_id = crawls.start(db, ["kota"])
        frontier.discover(db, ["https://kota.example/a/"], site="kota", crawl_id=crawl_id)
        if end:
            counts = crawls.count(db, crawl_id)
            crawls.finish(db, crawl_id, status=end, counts=counts, reason=None)
        return crawl_id

    yield crawl
    storage.close(db)


def test_healthy_archive_is_told_with_exit_status_zero(tmp_path: Path) -> None:
    with crawl_of(tmp_path) as crawl:
        crawl()
    result = status(tmp_path)
    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith("Healthy.")
    for word in ("Last crawls", "finished", "kota", "pending", "attendance"):
        assert word in result.stdout
    answer = told(tmp_path)
    assert (answer["healthy"], answer["alarms"]) == (True, [])
    (site,) = answer["sites"]
    assert site["pages"] == {"pending": 1, "fetched": 0, "failed": 0, "gone": 0}
    assert site["due"] == {"pages": 1, "earliest": None}


def test_interrupted_crawl_is_unhealthy_until_the_next_one_ends_well(tmp_path: Path) -> None:
    with crawl_of(tmp_path) as crawl:
        crawl("interrupted")
        result = status(tmp_path)
        assert result.exit_code == 1
        assert "kota (ended): Crawl 1 was interrupted." in result.stdout
        crawl()
        assert status(tmp_path).exit_code == 0


def test_killed_crawl_is_known_before_the_next_one_starts(tmp_path: Path) -> None:
    with crawl_of(tmp_path) as crawl:
        crawl(None)
    (alarm, _) = told(tmp_path)["alarms"]
    assert alarm["check"] == "ended"
    assert "The process ended before the crawl did." in alarm["message"]


def test_crawl_at_work_is_shown_and_is_no_alarm(tmp_path: Path) -> None:
    with crawl_of(tmp_path) as crawl:
        held = lock.take(tmp_path, ["kota"])
        crawl(None)
        result = status(tmp_path)
        lock.release(held)
    assert result.exit_code == 0
    assert "A crawl is at work: process" in result.stdout


def test_archive_whose_crawls_stopped_is_unhealthy(tmp_path: Path) -> None:
    with crawl_of(tmp_path) as crawl:
        crawl()
    with closing(sqlite3.connect(tmp_path / "archive.db")) as db, db:
        db.execute("UPDATE crawls SET finished_at = '2019-01-02T03:04:05Z'")
    result = status(tmp_path)
    assert result.exit_code == 1
    assert "archive (recent): The last crawl ended" in result.stdout


def test_site_that_a_later_crawl_did_not_name_counts_only_with_pages(tmp_path: Path) -> None:
    db = storage.open_archive(tmp_path)
    for site in ("salah-ketik", "kota"):
        crawl_id = crawls.start(db, [site])
        crawls.finish(db, crawl_id, status="failed", counts=crawls.Counts(), reason=None)
    storage.close(db)
    assert [site["site"] for site in told(tmp_path)["sites"]] == ["kota"]


def test_missing_archive_is_an_error(tmp_path: Path) -> None:
    result = status(tmp_path / "nowhere")
    assert result.exit_code == ArchiveError.exit_code == 1
    assert "There is no archive" in result.stderr


def test_crawl_tells_its_alarms_and_an_alert_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        "/": listing("/2019/01/02/rapat/", "/2019/01/02/hilang/"),
        "/2019/01/02/rapat/": post("Rapat"),
        "/2019/01/02/hilang/": (500, {}, "oops"),
    }
    monkeypatch.setenv("RESILIENCE_ALERT_WEBHOOK", "http://127.0.0.1:9/hook")
    with tiny_site(pages) as site:
        crawl = run("crawl", site.url, "--archive", str(tmp_path), "--format", "json")
    assert crawl.returncode == 1
    alarms = json.loads(crawl.stdout)["alarms"]
    assert [alarm["check"] for alarm in alarms] == ["failures"]
    assert "The webhook at 127.0.0.1:9 could not be told of it" in crawl.stderr
    assert told(tmp_path)["alarms"] == alarms


def test_wrong_destination_of_alerts_is_told_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESILIENCE_SMTP", "mail.kota.example")
    result = run("crawl", "http://127.0.0.1:9/", "--archive", str(tmp_path / "arsip"))
    assert result.returncode == 2
    assert "RESILIENCE_SMTP" in result.stderr
    assert not (tmp_path / "arsip").exists()
