"""What one crawl kept, served by a real pywb and crawled from there, gives the same archive."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import preservation
import pytest
from crawling import post, rows
from preservation import Pywb
from swift_crawls import crawl

from archive import versions
from archive.storage import close, open_archive
from archive.warc import reading
from archive.warc.exchange import Exchange, Original, Place, payload_of
from archive.warc.writing import WarcWriter
from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

FACTS = (
    *("activity_dates", "attendance", "participations", "organization_roles"),
    *("discussion_groups", "conclusions", "materials", "findings"),
)
KEYS = frozenset(
    ("id", "page_id", "activity_id", "event_id", "person_id", "organization_id", "group_id")
)
OF_THE_RUN = frozenset(("extracted_at", "capture_id"))


@pytest.fixture(scope="module")
def pywb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pywb]:
    with preservation.serving(tmp_path_factory.mktemp("pywb")) as served:
        yield served


def table(folder: Path, name: str, join: str) -> list[tuple[Any, ...]]:
    """A table's rows with the address of their page, without keys and what tells of the run."""
    with closing(sqlite3.connect(folder / "archive.db")) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        told = ", ".join(f"{name}.{c}" for c in columns if c not in KEYS | OF_THE_RUN)
        sql = f"SELECT pages.url, {told} FROM {name} {join}"  # noqa: S608 - fixed names
        found = connection.execute(sql).fetchall()
    return sorted(found, key=repr)


def content(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that an archive says: articles, activities, and facts to the last span of evidence."""
    of_page = "JOIN pages ON pages.id = page_id"
    of_activity = "JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = page_id"
    said = {name: table(folder, name, of_activity) for name in FACTS}
    said["articles"] = table(folder, "articles", of_page)
    said["activities"] = table(folder, "activities", of_page)
    said["events"] = rows(
        folder,
        "SELECT url, (SELECT min(url) FROM activities AS other JOIN pages ON pages.id = page_id"
        " WHERE other.event_id = activities.event_id)"
        " FROM activities JOIN pages ON pages.id = page_id ORDER BY 1",
    )
    said["captures"] = rows(
        folder,
        "SELECT url, fetched_at, status, media_type, payload_digest, payload_sha256 FROM captures"
        " WHERE version_id IS NOT NULL ORDER BY 1, 2",
    )
    return said


def warcs(folder: Path) -> list[Path]:
    return sorted((folder / "warc").glob("*.warc.gz"))


@pytest.mark.parametrize("permalinks", ["pretty", "plain"])
def test_the_same_pages_articles_and_facts(permalinks: Any, pywb: Pywb, tmp_path: Path) -> None:
    live, from_pywb = tmp_path / "live", tmp_path / "wayback"
    posts = [one for one in bundled_posts() if one.status == 200]
    with SampleSite(permalinks=permalinks, posts=posts) as site:
        url = f"{site.base_url}/"
        assert crawl(url, live).counts == {"new": len(posts)}
    wayback = pywb.collection(permalinks, warcs(live))
    told = crawl(url, from_pywb, via="wayback", wayback=wayback)
    assert (told.counts, told.status, told.gaps) == ({"new": len(posts)}, 0, "")
    assert (told.result.differing, told.result.no_posts) == ((), ())
    assert content(from_pywb) == content(live)
    sources = "SELECT DISTINCT source FROM captures WHERE version_id IS NOT NULL"
    assert rows(from_pywb, sources) == [("wayback",)]
    again = crawl(url, from_pywb, via="wayback", wayback=wayback)
    assert (again.counts, again.status, again.result.planned) == ({}, 0, ())


def test_a_site_that_is_no_more_is_crawled_from_pywb(pywb: Pywb, tmp_path: Path) -> None:
    live, second = tmp_path / "live", tmp_path / "auto"
    posts = [one for one in bundled_posts() if one.status == 200][:3]
    with SampleSite(posts=posts) as site:
        url = f"{site.base_url}/"
        crawl(url, live)
    wayback = pywb.collection("no-more", warcs(live))
    told = crawl(url, second, via="auto", wayback=wayback)
    assert (told.status, told.result.lost) == (1, (url,))
    assert told.result.afterwards is not None
    assert (told.result.afterwards.end.counts.new, told.result.afterwards.exit_status) == (3, 0)
    assert rows(second, "SELECT via, status, exit_status FROM crawls ORDER BY id") == [
        ("live", "failed", 3),
        ("wayback", "finished", 0),
    ]
    assert content(second) == content(live)
    known = crawl(url, live, via="auto", wayback=wayback).result
    assert known.afterwards is not None
    assert (known.afterwards.planned, known.afterwards.exit_status) == ((), 0)


@pytest.mark.parametrize("address", ["?p=12", "2018/10/25/rapat/", "?p=12&preview=1"])
def test_posts_below_a_path_are_found_in_its_index(
    address: str, pywb: Pywb, tmp_path: Path
) -> None:
    home = "http://kota.example/berita/"
    headers = (("Content-Type", "text/html; charset=UTF-8"),)
    writer = WarcWriter(tmp_path, "made")
    for url in (f"{home}{address}", f"http://kota.example/beritalain/{address}"):
        writer.write(
            Exchange(url, "2019-01-05T01:00:00Z", 200, "OK", headers, post("Rapat").encode())
        )
    writer.close()
    wayback = pywb.collection(f"below-{len(address)}", warcs(tmp_path))
    told = crawl(home, tmp_path / "archive", via="wayback", wayback=wayback)
    found = 0 if "preview" in address else 1
    assert told.result.end.counts.new == found
    assert len(told.result.planned) == found


@pytest.mark.parametrize("coding", ["gzip", None])
def test_a_payload_comes_back_as_it_was_kept(
    coding: str | None, pywb: Pywb, tmp_path: Path
) -> None:
    url = "http://kota.example/2018/10/25/rapat/"
    body = post("Rapat").encode()
    headers = [("Content-Type", "text/html"), ("Server", "nginx"), ("ETag", '"7"')]
    if coding:
        body = gzip.compress(body, mtime=0)
        headers.append(("Content-Encoding", coding))
    writer = WarcWriter(tmp_path, "made")
    writer.write(Exchange(url, "2019-01-05T01:00:00Z", 200, "OK", tuple(headers), body))
    writer.close()
    wayback = pywb.collection(f"coding-{coding}", warcs(tmp_path))
    folder = tmp_path / "archive"
    told = crawl("http://kota.example/", folder, via="wayback", wayback=wayback)
    assert (told.counts, told.result.differing) == ({"new": 1}, ())
    ((*place, digest),) = rows(
        folder,
        'SELECT file, "offset", length, payload_digest FROM captures WHERE version_id NOT NULL',
    )
    assert digest == payload_of(body).digest
    kept = reading.read(folder, Place(*place), verify=True)
    assert sorted((name.lower(), value) for name, value in kept.headers) == sorted(
        (name.lower(), value) for name, value in headers
    )


def test_every_capture_of_a_page_is_one_timeline(pywb: Pywb, tmp_path: Path) -> None:
    """Four captures, the third a revisit of the first: three texts, four versions in a row."""
    posts = [one for one in bundled_posts() if one.status == 200][:2]
    writer = WarcWriter(tmp_path, "made")
    with SampleSite(posts=posts) as site:
        home, chosen = f"{site.base_url}/", site.posts[0]
        url = site.addresses.post(chosen)
        first = chosen.body
        second = f"{first}<p>Sebanyak 31 warga hadir.</p>"
        last = f"{second}<p>Sebanyak 77 peserta hadir dalam pertemuan kedua.</p>"
        times = ["2019-01-05T01:00:00Z", "2019-02-05T01:00:00Z", "2019-03-05T01:00:00Z"]
        times.append("2019-04-05T01:00:00Z")
        served = {}
        for made_at, body in zip(times, (first, second, first, last), strict=True):
            site.change(chosen.id, body=body)
            if body not in served:
                with urlopen(url) as answer:  # noqa: S310 - loopback
                    served[body] = answer.read()
            headers = (("Content-Type", "text/html; charset=UTF-8"),)
            kept = Exchange(url, made_at, 200, "OK", headers, served[body])
            original = Original(url, times[0]) if made_at == times[2] else None
            writer.write(kept, repeats=original)
        writer.close()
        wayback = pywb.collection("timeline", warcs(tmp_path))
        folder = tmp_path / "archive"
        told = crawl(home, folder, via="wayback", wayback=wayback)
    assert (told.counts, told.status) == ({"new": 1}, 0)
    assert len(told.result.planned) == 4
    db = open_archive(folder, create=False)
    try:
        said = versions.of_page(db, 1)
    finally:
        close(db)
    assert [version.first_seen_at for version in said] == times
    assert ["31 warga" in version.text for version in said] == [False, True, False, True]
    assert ["77 peserta" in version.text for version in said] == [False, False, False, True]
    (capture,) = rows(
        folder, "SELECT fetched_at FROM captures JOIN articles ON capture_id = captures.id"
    )
    assert capture == (times[-1],)
    assert (77,) in rows(folder, "SELECT count FROM attendance")
    place = (
        "SELECT file, \"offset\", length FROM captures WHERE record_type = 'response' AND url = ?"
    )
    with closing(sqlite3.connect(folder / "archive.db")) as connection:
        places = [Place(*row) for row in connection.execute(place, (url,))]
    kept = [reading.read(folder, one, verify=True) for one in places]
    assert {one.page for one in kept} == set(served.values())
    assert {(one.url, one.problems) for one in kept} == {(url, ())}
