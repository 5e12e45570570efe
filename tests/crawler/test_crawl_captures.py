"""Everything that a site answers is kept as it was sent, before anything is made of it."""

from __future__ import annotations

import gzip
from pathlib import Path

from crawling import listing, post, rows, run, tiny_site
from swift_crawls import crawl
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from archive.warc import reading
from archive.warc.exchange import Place
from crawler.samplesite.server import SampleSite

PLACE = 'SELECT file, "offset", length FROM captures WHERE url LIKE ?'


def test_every_answer_has_its_record_and_its_row(tmp_path: Path) -> None:
    with SampleSite() as site:
        crawl(f"{site.base_url}/", tmp_path)
        asked = {f"{site.base_url}{request.path}" for request in site.requests}
    kept = dict(rows(tmp_path, "SELECT url, status FROM captures"))
    assert set(kept) == asked
    assert set(kept.values()) == {200, 500}
    (path,) = (tmp_path / "warc").glob("*.warc.gz")
    checker = Checker(type("Command", (), {"inputs": [str(path)], "verbose": False}))
    assert checker.process_all() == 0
    with path.open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file)]
    assert kinds.count("request") == kinds.count("response") + kinds.count("revisit")
    assert kinds.count("request") == len(site.requests)


def test_the_facts_of_a_page_lead_to_the_bytes_that_they_were_read_from(tmp_path: Path) -> None:
    with SampleSite() as site:
        crawl(f"{site.base_url}/", tmp_path)
    for title, *place in rows(
        tmp_path,
        'SELECT title, file, "offset", length FROM articles JOIN captures ON captures.id = capture_id',
    ):
        served = reading.read(tmp_path, Place(*place), verify=True)
        assert served.problems == ()
        assert title.split()[0] in served.page.decode()


def test_a_body_is_kept_in_the_coding_in_which_it_was_sent(tmp_path: Path) -> None:
    sent = gzip.compress(post("Satu").encode(), mtime=0)
    with tiny_site({"/": listing("/?p=1")}) as site:
        site.pages["/?p=1"] = (200, {"Content-Encoding": "gzip"}, sent)
        told = crawl(site.url, tmp_path)
    assert told.counts == {"new": 1}
    ((file, offset, length),) = rows(tmp_path, PLACE.replace("?", "'%p=1'"))
    with (tmp_path / file).open("rb") as warc:
        warc.seek(offset)
        record = next(iter(ArchiveIterator(warc)))
        assert record.http_headers.get_header("Content-Encoding") == "gzip"
        assert record.raw_stream.read() == sent
    assert b"Satu" in reading.read(tmp_path, Place(file, offset, length)).page


def test_an_answer_that_was_kept_before_is_named_and_not_kept_twice(tmp_path: Path) -> None:
    with tiny_site({"/": listing("/?p=1"), "/?p=1": post("Satu")}) as site:
        crawl(site.url, tmp_path)
        crawl(site.url, tmp_path)
    (first, second) = rows(
        tmp_path,
        "SELECT id, record_type, original_id, version_id FROM captures WHERE url LIKE '%p=1' ORDER BY id",
    )
    assert (first[1:3], second[1:3]) == (("response", None), ("revisit", first[0]))
    assert first[3] == second[3]


def test_a_torn_tail_is_cut_and_told(tmp_path: Path) -> None:
    with tiny_site({"/": listing("/?p=1"), "/?p=1": post("Satu")}) as site:
        crawl(site.url, tmp_path)
        (path,) = (tmp_path / "warc").glob("*.warc.gz")
        whole = path.read_bytes()
        path.write_bytes(whole + gzip.compress(b"WARC/1.1 half a record")[:20])
        told = run("crawl", site.url, "--archive", str(tmp_path))
    assert path.read_bytes() == whole
    assert f"20 bytes at the end of warc/{path.name}" in told.stdout


def test_a_crawl_that_cannot_keep_what_it_gets_stops_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "warc").write_text("a file where the folder should be")
    with tiny_site({"/": listing("/?p=1"), "/?p=1": post("Satu")}) as site:
        told = run("crawl", site.url, "--archive", str(tmp_path))
    assert told.returncode == 1
    assert "cannot be written" in told.stderr
    assert rows(tmp_path, "SELECT count(*) FROM captures") == [(0,)]
