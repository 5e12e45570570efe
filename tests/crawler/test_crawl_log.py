"""The log of a crawl for programs: one JSON object a line, and nothing else."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from crawling import listing, post, run, tiny_site

from crawler import progress
from crawler.progress import Visit
from crawler.recording import Recorder


def events(log: str) -> list[dict[str, object]]:
    """The lines of a log, each an object."""
    return [json.loads(line) for line in log.splitlines()]


def test_each_event_of_a_crawl_is_an_object_with_time_and_level(tmp_path: Path) -> None:
    pages = {
        "/": listing("/2019/01/02/rapat/", "/2019/01/02/hilang/", more=("/page/2/",)),
        "/page/2/": (500, {}, "oops"),
        "/2019/01/02/rapat/": post("Rapat"),
    }
    with tiny_site(pages) as site:
        result = run("crawl", site.url, "--archive", str(tmp_path), "--log-format", "json")
    told = events(result.stderr)
    assert result.returncode == 1
    assert all(line["time"] and line["level"] for line in told)
    assert told[0]["event"] == "crawl_started"
    by_address = {str(line["url"])[-8:]: line for line in told if line["event"] == "page"}
    assert by_address["2/rapat/"]["outcome"] == "new"
    assert "404" in str(by_address["/hilang/"]["reason"])
    assert [line["url"] for line in told if line["event"] == "gap"] == [f"{site.url}/page/2/"]
    (end,) = (line for line in told if line["event"] == "crawl_ended")
    assert (end["status"], end["complete"], end["exit_status"]) == ("failed", False, 1)
    counts = end["counts"]
    assert isinstance(counts, dict)
    assert (counts["new"], counts["failed"]) == (1, 1)


def test_errors_that_end_the_command_are_objects_too(tmp_path: Path) -> None:
    holding = Recorder(tmp_path, ["kota"])
    result = run("crawl", "http://127.0.0.1:9/", "--archive", str(tmp_path), "--log-format", "json")
    holding.finish(interrupted=False)
    (error,) = events(result.stderr)
    assert result.returncode == 4
    assert (error["event"], error["level"], error["exit_status"]) == ("error", "error", 4)
    assert "Another crawl" in str(error["message"])


def test_what_others_log_or_warn_of_is_an_object_as_well(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress.shown("json"):
        progress.log_page(Visit("unchanged", "https://kota.example/?p=1"))
        logging.getLogger("elsewhere").warning("Two\nlines")
    page, message = events(capsys.readouterr().err)
    assert "reason" not in page
    assert (message["event"], message["message"]) == ("message", "Two\nlines")


def test_log_for_people_leaves_out_events_without_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress.shown():
        progress.log_event("crawl_started", crawl=1)
        progress.log_event("gap", "failed    listing: No answer.")
    assert capsys.readouterr().err == "failed    listing: No answer.\n"
