"""`resilience import`: web archives become captures and pages, once, and what is bad is told."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import preservation
import pytest
from click.testing import CliRunner
from crawling import listing, post, rows
from foreign_records import record, sha1
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.recordloader import ArcWarcRecord
from web_archives import HTML, answer, imported, post_at, write_wacz, write_warc

from archive import lock
from archive.warc import reading
from archive.warc.exchange import Place
from crawler.cli import main

pytestmark = pytest.mark.usefixtures("swift_readers")

HOME = "http://kota.example/"
PAGES = "SELECT url, site, state, title FROM pages JOIN articles ON page_id = pages.id ORDER BY url"
KEPT = "SELECT url, status, record_type, source FROM captures ORDER BY url, id"
ALL = (
    "SELECT * FROM pages ORDER BY id",
    "SELECT * FROM articles ORDER BY id",
    "SELECT * FROM versions ORDER BY id",
    "SELECT * FROM captures ORDER BY id",
)


@pytest.fixture
def arsip(tmp_path: Path) -> Path:
    return tmp_path / "arsip"


def told(result: Any) -> dict[str, Any]:
    return json.loads(result.stdout)


def records_of(file: Path) -> Iterator[ArcWarcRecord]:
    with file.open("rb") as opened:
        yield from ArchiveIterator(opened)


def test_posts_of_a_web_archive_become_pages_and_all_answers_captures(
    tmp_path: Path, arsip: Path
) -> None:
    home = "http://kota.example/"
    warc = write_warc(
        tmp_path / "situs.warc.gz",
        record("warcinfo", "", b"software: wget\r\n"),
        record("request", f"{home}?p=1", b"GET /?p=1 HTTP/1.1\r\nHost: kota.example\r\n\r\n"),
        post_at(1),
        answer(home, listing("/?p=1")),
        answer(f"{home}logo.png", b"\x89PNG", headers="Content-Type: image/png\r\n"),
        answer(f"{home}lama/", "", status="301 Moved", headers=f"Location: {home}?p=1\r\n"),
        answer(f"{home}?p=9", "tidak ada", status="404 Not Found"),
        record("response", "dns:kota.example", b"20181025\r\nkota.example. 60 IN A 192.0.2.1"),
        record("metadata", home, b"via: x\r\n"),
    )
    result = imported(warc, "--format", "json", archive=arsip)
    assert result.exit_code == 0, result.output
    assert rows(arsip, PAGES) == [(f"{home}?p=1", "kota.example", "fetched", "Rapat Warga 1")]
    assert rows(arsip, KEPT) == [
        (home, 200, "response", "import"),
        (f"{home}?p=1", 200, "response", "import"),
        (f"{home}?p=9", 404, "response", "import"),
        (f"{home}lama/", 301, "response", "import"),
        (f"{home}logo.png", 200, "response", "import"),
    ]
    counts = told(result)
    assert (counts["records"], counts["kept"], counts["new"]) == (9, 5, 1)
    (file,) = (arsip / "warc").iterdir()
    assert Checker(SimpleNamespace(inputs=[str(file)], verbose=False)).process_all() == 0
    assert [one.rec_type for one in records_of(file)][:3] == ["warcinfo", "request", "response"]


def test_twice_is_once(tmp_path: Path, arsip: Path) -> None:
    warc = write_warc(tmp_path / "situs.warc.gz", post_at(1), post_at(2))
    page = tmp_path / "halaman.html"
    page.write_text(post("Lokakarya"))
    again = (warc, page, "--map", tmp_path / "peta.json")
    (tmp_path / "peta.json").write_text('{"halaman.html": "http://kota.example/?p=3"}')
    assert imported(*again, archive=arsip).exit_code == 0
    before = [rows(arsip, sql) for sql in ALL], sorted((arsip / "warc").iterdir())
    os.utime(page, (1_600_000_000, 1_600_000_000))
    result = imported(*again, "--format", "json", archive=arsip)
    assert (told(result)["kept"], told(result)["known"]) == (0, 3)
    assert ([rows(arsip, sql) for sql in ALL], sorted((arsip / "warc").iterdir())) == before
    assert rows(arsip, "SELECT count(*), count(finished_at) FROM imports") == [(2, 2)]


def test_captures_of_one_page_are_one_history(tmp_path: Path, arsip: Path) -> None:
    url = "http://kota.example/2018/10/25/rapat/"
    newer = answer(url, post("Rapat Baru"), WARC_Date="2019-05-01T00:00:00Z")
    older = answer(
        url.replace("http://", "https://www."), post("Rapat Lama"), WARC_Date="2018-11-01T00:00:00Z"
    )
    same = answer(url.rstrip("/"), post("Rapat Baru"), WARC_Date="2019-06-01T00:00:00Z")
    result = imported(write_warc(tmp_path / "a.warc.gz", newer, older, same), archive=arsip)
    assert result.exit_code == 0
    assert rows(arsip, PAGES) == [(url, "kota.example", "fetched", "Rapat Baru")]
    assert rows(arsip, "SELECT title, first_seen_at FROM versions ORDER BY 2") == [
        ("Rapat Lama", "2018-11-01T00:00:00Z"),
        ("Rapat Baru", "2019-05-01T00:00:00Z"),
    ]
    assert rows(arsip, "SELECT count(*) FROM captures WHERE page_id IS NOT NULL") == [(3,)]


def test_known_sites_are_named_by_their_profile(tmp_path: Path, arsip: Path) -> None:
    warc = write_warc(
        tmp_path / "a.warc.gz",
        answer("https://www.tarulh.com/2018/10/25/rapat/", post("Rapat")),
        post_at(1),
    )
    result = imported(warc, "--site", "tarulh", "--format", "json", archive=arsip)
    assert result.exit_code == 0
    assert rows(arsip, PAGES) == [
        ("http://tarulh.com/2018/10/25/rapat/", "tarulh", "fetched", "Rapat")
    ]
    assert told(result)["elsewhere"] == 1
    assert rows(arsip, "SELECT count(*) FROM captures") == [(1,)]
    assert rows(arsip, "SELECT elsewhere FROM imports") == [(1,)]


def test_redirect_leads_to_its_page(tmp_path: Path, arsip: Path) -> None:
    url = "http://kota.example/2018/10/25/rapat/"
    moved = answer(
        "http://kota.example/?p=5", "", status="301 Moved", headers=f"Location: {url}\r\n"
    )
    imported(write_warc(tmp_path / "a.warc.gz", moved, answer(url, post("Rapat"))), archive=arsip)
    assert rows(arsip, "SELECT address FROM page_addresses") == [("http://kota.example/?p=5",)]


@pytest.mark.parametrize("is_before", [True, False])
def test_revisit_is_a_further_capture_of_the_page(
    tmp_path: Path, arsip: Path, *, is_before: bool
) -> None:
    url, body = "http://kota.example/?p=1", post("Rapat").encode()
    first = answer(url, body)
    by_digest = record(
        "revisit",
        url,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        WARC_Date="2019-01-01T00:00:00Z",
        WARC_Payload_Digest=sha1(body),
    )
    by_address = record(
        "revisit",
        url,
        b"",
        WARC_Date="2019-02-01T00:00:00Z",
        WARC_Refers_To_Target_URI=url,
        WARC_Refers_To_Date="2018-10-25T09:41:08Z",
    )
    records = (by_digest, by_address, first) if is_before else (first, by_digest, by_address)
    result = imported(write_warc(tmp_path / "a.warc.gz", *records), archive=arsip)
    assert result.exit_code == 0, result.output
    captured = rows(arsip, "SELECT record_type, status, version_id IS NOT NULL FROM captures")
    assert sorted(captured) == [("response", 200, 1), ("revisit", 200, 1), ("revisit", 200, 1)]
    assert rows(arsip, "SELECT fetched_at FROM pages") == [("2019-02-01T00:00:00Z",)]
    for place in rows(arsip, 'SELECT file, "offset", length FROM captures'):
        assert reading.read(arsip, Place(*place), verify=True).problems == ()


def test_revisit_of_a_response_that_is_nowhere_is_told(tmp_path: Path, arsip: Path) -> None:
    lone = record("revisit", "http://kota.example/?p=1", b"", WARC_Payload_Digest=sha1(b"hilang"))
    result = imported(write_warc(tmp_path / "a.warc.gz", lone), archive=arsip)
    assert result.exit_code == 1
    assert "repeats a response that neither" in result.stdout
    assert rows(arsip, "SELECT count(*) FROM captures") == [(0,)]


IMPOSTORS = {
    "nothing is there": ("<title>Halaman tidak ditemukan</title><body>", ""),
    "list of posts": ("<body class='home blog'><article>Rapat", ""),
    "password": ("<body><form class='post-password-form'>", ""),
    "empty": (" ", ""),
    "No article": ("<html><body></body>", ""),
    "cut off": (post("Rapat"), "Content-Length: 99999\r\n"),
}


def test_page_in_place_of_a_post_is_kept_with_the_reason(tmp_path: Path, arsip: Path) -> None:
    records = [
        answer(
            f"http://kota.example/?p={number}", body, headers=f"Content-Type: text/html\r\n{head}"
        )
        for number, (body, head) in enumerate(IMPOSTORS.values())
    ]
    result = imported(write_warc(tmp_path / "a.warc.gz", *records), archive=arsip)
    assert result.exit_code == 0, result.output
    for reason, (told_reason,) in zip(
        IMPOSTORS, rows(arsip, "SELECT reason FROM captures ORDER BY url"), strict=True
    ):
        assert reason in told_reason
        assert reason in result.stdout
    assert rows(arsip, "SELECT count(*) FROM pages") == [(0,)]


def test_truncated_record_feeds_no_facts(tmp_path: Path, arsip: Path) -> None:
    imported(write_warc(tmp_path / "a.warc.gz", post_at(1, WARC_Truncated="length")), archive=arsip)
    ((reason,),) = rows(arsip, "SELECT reason FROM captures")
    assert "WARC-Truncated: length" in reason


MARKED = (
    "<meta property='og:type' content='article'>",
    "<meta property='article:published_time' content='2018-10-25'>",
    '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
    "<body class='single single-post'>",
)
UNMARKED = (
    "<meta property='og:type' content='article'><body class='page page-id-2'>",
    "<meta property='og:type' content='website'>",
    "",
)


def test_address_of_no_certain_form_is_a_post_where_the_page_says_so(
    tmp_path: Path, arsip: Path
) -> None:
    records = [
        answer(
            f"http://kota.example/{kind}/{number}/rapat.html",
            mark + post(f"Rapat {kind} {number}").replace("<body>", ""),
        )
        for kind, marks in (("berita", MARKED), ("tentang", UNMARKED))
        for number, mark in enumerate(marks)
    ]
    imported(write_warc(tmp_path / "a.warc.gz", *records), archive=arsip)
    assert [url.split("/")[3] for (url, *_) in rows(arsip, PAGES)] == ["berita"] * len(MARKED)
    assert rows(arsip, "SELECT count(*) FROM captures") == [(len(records),)]


def test_bad_files_are_told_and_the_rest_is_in(tmp_path: Path, arsip: Path) -> None:
    folder = tmp_path / "semua"
    folder.mkdir()
    (folder / "a-kosong.warc.gz").write_bytes(b"")
    whole = write_warc(folder / "b-rusak.warc.gz", post_at(1), post_at(2), post_at(3))
    data = bytearray(whole.read_bytes())
    data[len(data) // 2] ^= 0xFF
    whole.write_bytes(bytes(data))
    cut = write_warc(folder / "c-terpotong.warc.gz", post_at(4), post_at(5))
    cut.write_bytes(cut.read_bytes()[:-20])
    (folder / "d-lama.arc").write_bytes(b"filedesc://lama.arc 0.0.0.0 20081025 text/plain 76\n")
    (folder / "e-bukan.wacz").write_bytes(b"bukan zip")
    write_wacz(folder / "f.wacz", post_at(6))
    (folder / "g-tanpa-alamat.html").write_text(post("Rapat"))
    (folder / "h-kosong.html").write_text("")
    os.mkfifo(folder / "i-pipa.warc")
    (folder / "catatan.txt").write_text("bukan halaman")
    result = imported(folder, "--format", "json", archive=arsip)
    assert result.exit_code == 1
    found = {url.rpartition("=")[2] for (url, *_) in rows(arsip, PAGES)}
    assert found == {"1", "3", "4", "6"}
    problems = {
        Path(file["file"]).name[0]: [one["reason"] for one in file["problems"]]
        for file in told(result)["files"]
    }
    assert "empty" in problems["a"][0]
    assert "damaged" in problems["b"][0]
    assert "cut off" in problems["c"][0]
    assert "warcio recompress" in problems["d"][0]
    assert "zip" in problems["e"][0]
    assert problems["f"] == []
    assert "--url" in problems["g"][0]
    assert "empty" in problems["h"][0]
    assert "no regular file" in problems["i"][0]
    assert told(result)["passed_over"] == 1
    stored = rows(arsip, "SELECT count(*) FROM import_problems")
    assert stored == [(sum(map(len, problems.values())),)]
    kept = rows(arsip, "SELECT path FROM imports WHERE finished_at IS NULL")
    assert kept == []


def test_empty_folder_and_file_of_another_kind_are_told(tmp_path: Path, arsip: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "laporan.pdf").write_bytes(b"%PDF-1.4")
    result = imported(tmp_path / "kosong", tmp_path / "laporan.pdf", archive=arsip)
    assert result.exit_code == 1
    assert "has no WARC, WACZ or saved HTML page" in result.stdout
    assert "neither WARC nor WACZ" in result.stdout


def test_file_without_a_telling_name_is_known_by_its_bytes(tmp_path: Path, arsip: Path) -> None:
    one = write_warc(tmp_path / "satu", post_at(1))
    two = write_wacz(tmp_path / "dua.zip", post_at(2))
    assert imported(one, two, archive=arsip).exit_code == 0
    assert len(rows(arsip, PAGES)) == 2


def test_nothing_is_done_where_the_words_are_wrong(tmp_path: Path, arsip: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(post("Rapat"))
    warc = write_warc(tmp_path / "a.warc.gz", post_at(1))
    for words in (
        (tmp_path / "tidak-ada.warc",),
        (page, "--url", "ftp://kota.example/"),
        (warc, "--url", "http://kota.example/?p=1"),
        (page, "--map", tmp_path / "tidak-ada.csv"),
        (warc, "--site", "tarul"),
        (),
    ):
        result = imported(*words, archive=arsip)
        assert result.exit_code == 2, words
        assert result.stdout == ""
    assert not arsip.exists()


def test_archive_that_is_being_written_to_is_left_alone(tmp_path: Path, arsip: Path) -> None:
    arsip.mkdir()
    held = lock.take(arsip, ["tarulh"])
    try:
        result = imported(write_warc(tmp_path / "a.warc.gz", post_at(1)), archive=arsip)
    finally:
        lock.release(held)
    assert result.exit_code == 4
    assert "crawling tarulh" in result.stderr


def test_summary_for_people_tells_counts_and_what_to_do(tmp_path: Path, arsip: Path) -> None:
    result = imported(write_warc(tmp_path / "situs.warc.gz", post_at(1)), archive=arsip)
    assert "situs.warc.gz" in result.stdout
    assert f"Next: resilience report --archive {arsip}" in result.stdout
    assert "http://kota.example/?p=1" in result.stderr


def test_wacz_of_the_wacz_package_is_read_without_a_remark(tmp_path: Path, arsip: Path) -> None:
    write_warc(tmp_path / "a.warc.gz", post_at(1), post_at(2))
    preservation.run_tool("wacz", "create", "-f", "a.warc.gz", "-o", "a.wacz", folder=tmp_path)
    result = imported(tmp_path / "a.wacz", "--format", "json", archive=arsip)
    assert result.exit_code == 0, result.output
    (file,) = told(result)["files"]
    assert (file["problems"], file["remarks"], file["new"]) == ([], [], 2)


def test_what_was_imported_passes_the_archive_s_own_check(tmp_path: Path, arsip: Path) -> None:
    body = post("Rapat").encode()
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    coded = gzip.compress(body)
    warc = write_warc(
        tmp_path / "a.warc.gz",
        answer(f"{HOME}?p=1", chunked, headers=f"{HTML}Transfer-Encoding: chunked\r\n"),
        answer(f"{HOME}?p=2", body, headers=f"{HTML}Transfer-Encoding: chunked\r\n"),
        answer(f"{HOME}?p=3", coded, headers=f"{HTML}Content-Encoding: gzip\r\n"),
        answer(f"{HOME}?p=4", body, WARC_Date="2018-10-25T09:41:08.761Z"),
        answer(f"{HOME}?p=5", body, WARC_Payload_Digest="crc:7", WARC_Block_Digest="sha1:abc"),
        answer(f"<{HOME}?p=6>", body, WARC_Date="2018-10-25T16:41:08+07:00"),
        record("resource", f"{HOME}?p=7", body, Content_Type="text/html"),
        record(
            "revisit",
            f"{HOME}?p=2",
            b"",
            WARC_Payload_Digest=sha1(body),
            WARC_Date="2019-01-01T00:00:00Z",
        ),
    )
    assert imported(warc, archive=arsip).exit_code == 0
    assert rows(arsip, "SELECT count(*) FROM captures WHERE version_id IS NOT NULL") == [(8,)]
    checked = CliRunner().invoke(main, ["check", "--archive", str(arsip)])
    assert checked.exit_code == 0, checked.output
