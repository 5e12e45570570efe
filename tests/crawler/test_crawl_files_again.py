"""Crawls of files after the first: what is asked for again, what is not, and what is left."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from crawling import rows, run
from document_files import pdf
from fake_wayback import fake_wayback
from faulty_files import PDF, FaultySite, faulty_site, given, page
from swift_crawls import Told, crawl

from archive.file_links import MOST_FAILURES
from crawler.bounds import Bounds

OTHER = pdf(["Membaca Sungai, edisi kedua"])


@pytest.fixture
def site() -> Iterator[FaultySite]:
    with faulty_site() as faulty:
        yield faulty


def fetch(site: FaultySite, folder: Path, bounds: Bounds | None = None, **profile: object) -> Told:
    """A crawl of pages and files, or of files alone."""
    told = {"files": "with", "hosts": site.hosts, **profile}
    return crawl(site.home, folder, bounds, **told)


def wake(folder: Path, *, failures: int = 0) -> None:
    """Lets all links have rested long enough, after so many failures in a row."""
    with closing(sqlite3.connect(folder / "archive.db")) as db, db:
        db.execute(
            "UPDATE file_links SET next_try_at = '2020-01-01T00:00:00Z', failures = ?", (failures,)
        )


def links(folder: Path) -> list[tuple[object, ...]]:
    return rows(folder, "SELECT state, http_status, attempts FROM file_links ORDER BY id")


def test_what_rests_is_not_asked_for_again(site: FaultySite, tmp_path: Path):
    site.offer("Sungai", "sungai.pdf", PDF)
    site.offer("Rusak", "rusak.pdf", page("", 404))
    fetch(site, tmp_path)
    again = fetch(site, tmp_path)
    assert (again.status, again.result.files) == (0, None)
    assert links(tmp_path) == [("fetched", 200, 1), ("gone", 404, 1)]


def test_a_file_that_has_rested_is_asked_for_with_its_validators(site: FaultySite, tmp_path: Path):
    site.offer("Sungai", "sungai.pdf", given(PDF, ETag='"satu"'))
    fetch(site, tmp_path)
    wake(tmp_path)
    again = fetch(site, tmp_path)
    assert again.result.files is not None
    assert again.result.files.end.counts.unchanged == 1
    assert links(tmp_path) == [("fetched", 304, 2)]


def test_a_file_that_has_changed_is_kept_beside_the_one_before(site: FaultySite, tmp_path: Path):
    site.offer("Sungai", "sungai.pdf", given(PDF, ETag='"satu"'))
    fetch(site, tmp_path)
    site.offer("Sungai", "sungai.pdf", given(OTHER, ETag='"dua"'))
    wake(tmp_path)
    again = fetch(site, tmp_path)
    assert again.result.files is not None
    assert again.result.files.end.counts.changed == 1
    paths = [path for (path,) in rows(tmp_path, "SELECT path FROM files ORDER BY id")]
    assert [(tmp_path / path).read_bytes() for path in paths] == [PDF, OTHER]
    assert rows(tmp_path, "SELECT file_id FROM file_links") == [(2,)]


def test_a_file_whose_host_fails_later_stays(site: FaultySite, tmp_path: Path):
    site.offer("Sungai", "sungai.pdf", PDF)
    fetch(site, tmp_path)
    site.offer("Sungai", "sungai.pdf", page("", 404))
    wake(tmp_path)
    fetch(site, tmp_path)
    asked = "SELECT state, file_id FROM file_links"
    assert rows(tmp_path, asked) == [("gone", 1)]
    (path,) = rows(tmp_path, "SELECT path FROM files")[0]
    assert (tmp_path / path).read_bytes() == PDF


def test_a_host_that_always_fails_counts_as_gone_in_the_end(site: FaultySite, tmp_path: Path):
    site.offer("Sungai", "sungai.pdf", page("<title>Beranda</title><body>"))
    fetch(site, tmp_path)
    states = []
    for failures in (MOST_FAILURES - 2, MOST_FAILURES - 1):
        wake(tmp_path, failures=failures)
        fetch(site, tmp_path, files="only")
        states.append(rows(tmp_path, "SELECT state FROM file_links")[0][0])
    assert states == ["failed", "gone"]


def test_a_run_that_has_had_its_bytes_leaves_the_rest_to_the_next(site: FaultySite, tmp_path: Path):
    for number in range(3):
        site.offer(f"Sungai {number}", f"sungai-{number}.pdf", pdf([f"Sungai {number}"]))
    told = fetch(site, tmp_path, Bounds(run_bytes=100))
    assert told.result.files is not None
    assert told.result.files.beyond_limit == 2
    assert sorted(state for state, _, _ in links(tmp_path)) == ["fetched", "pending", "pending"]
    fetch(site, tmp_path, files="only")
    assert links(tmp_path) == [("fetched", 200, 1)] * 3


def test_a_file_whose_home_died_is_found_under_another_home(site: FaultySite, tmp_path: Path):
    site.site.put_file("2017/05/sungai.pdf", given(PDF))
    site.link("Sungai", "http://lama.example/wp-content/uploads/2017/05/sungai.pdf")
    site.hosts["lama.example"] = "http://127.0.0.1:9"
    fetch(site, tmp_path)
    state, tried = rows(tmp_path, "SELECT state, tried FROM file_links")[0]
    assert state == "fetched"
    assert "refuses the connection" in tried
    assert f"{site.home}wp-content/uploads/2017/05/sungai.pdf" in tried


def test_a_file_that_no_home_has_is_had_from_a_wayback_machine(site: FaultySite, tmp_path: Path):
    url = site.link("Sungai", f"{site.home}wp-content/uploads/2017/05/sungai.pdf")
    with fake_wayback() as wayback:
        wayback.add("20180102030405", url, "<title>Tidak ditemukan</title>")
        wayback.add(
            "20170601020304",
            url,
            PDF,
            media_type="application/pdf",
            headers={"Content-Type": "application/pdf"},
        )
        fetch(site, tmp_path, via="auto", wayback=wayback.base)
    assert rows(tmp_path, "SELECT state, etag FROM file_links") == [("fetched", None)]
    asked = (
        "SELECT source, captures.url, fetched_at, type FROM files"
        " JOIN captures ON captures.id = capture_id"
    )
    assert rows(tmp_path, asked) == [("wayback", url, "2017-06-01T02:03:04Z", "pdf")]


def test_a_file_that_nobody_has_is_gone_and_all_that_was_tried_is_told(
    site: FaultySite, tmp_path: Path
):
    site.link("Sungai", f"{site.home}wp-content/uploads/2017/05/sungai.pdf")
    with fake_wayback() as wayback:
        fetch(site, tmp_path, via="auto", wayback=wayback.base)
    state, reason = rows(tmp_path, "SELECT state, reason FROM file_links")[0]
    assert state == "gone"
    assert "404" in reason
    assert "has no capture of it" in reason


def test_an_index_that_does_not_answer_leaves_the_file_to_the_next_crawl(
    site: FaultySite, tmp_path: Path
):
    site.link("Sungai", f"{site.home}wp-content/uploads/2017/05/sungai.pdf")
    with fake_wayback() as wayback:
        wayback.down = ("/cdx",)
        fetch(site, tmp_path, via="auto", wayback=wayback.base)
    assert rows(tmp_path, "SELECT state FROM file_links") == [("failed",)]


def test_without_a_wayback_machine_nobody_else_is_asked(site: FaultySite, tmp_path: Path):
    site.link("Sungai", f"{site.home}wp-content/uploads/2017/05/sungai.pdf")
    with fake_wayback() as wayback:
        fetch(site, tmp_path, via="live", wayback=wayback.base)
        assert wayback.requests == []


def test_the_title_page_is_held_against_the_post(site: FaultySite, tmp_path: Path):
    cover = pdf(["Membaca Sungai\n\noleh: Dr. Budi Santoso, M.T.\n\nJakarta, 3 Mei 2018"])
    site.offer("2019.03.05_Membaca.Sungai_Ratna.Wulandari", "a.pdf", cover)
    fetch(site, tmp_path)
    found = rows(tmp_path, "SELECT check_name, label, message FROM file_findings")
    assert {check for check, _, _ in found} >= {"material-date"}
    assert all(label.startswith("2019.03.05") for _, label, _ in found)


def test_files_are_left_out_and_caught_up_with_on_demand(site: FaultySite, tmp_path: Path):
    site.offer("Sungai", "sungai.pdf", PDF)
    archive = ("--archive", str(tmp_path))
    assert run("crawl", site.home, *archive, "--no-files").returncode == 0
    assert rows(tmp_path, "SELECT count(*) FROM file_links") == [(0,)]
    before = len(site.site.requests)
    only = run("crawl", site.home, *archive, "--files-only", "--dry-run")
    assert "A crawl would ask for 1 page." in only.stdout
    only = run("crawl", site.home, *archive, "--files-only")
    assert only.returncode == 0, only.stderr
    assert links(tmp_path) == [("fetched", 200, 1)]
    asked = {request.path for request in site.site.requests[before:]}
    assert asked == {"/robots.txt", "/wp-content/uploads/2019/03/sungai.pdf"}


def test_a_file_that_robots_txt_forbids_is_not_asked_for(site: FaultySite, tmp_path: Path):
    site.link("Sungai", f"{site.home}wp-admin/sungai.pdf")
    fetch(site, tmp_path)
    state, reason = rows(tmp_path, "SELECT state, reason FROM file_links")[0]
    assert state == "refused"
    assert "robots.txt" in reason
    assert site.asked("sungai.pdf") == []


def test_a_file_cut_off_on_its_way_is_not_kept(site: FaultySite, tmp_path: Path):
    cut = replace(given(PDF), headers=(("Content-Encoding", "gzip"),))
    site.offer("Sungai", "sungai.pdf", cut)
    fetch(site, tmp_path)
    assert rows(tmp_path, "SELECT count(*) FROM files") == [(0,)]
    assert rows(tmp_path, "SELECT state FROM file_links")[0][0] in {"failed", "refused"}
