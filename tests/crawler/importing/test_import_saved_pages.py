"""Where saved pages were and when: what they tell, what a mapping tells, which files there are."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from crawling import post, rows
from hypothesis import given
from hypothesis import strategies as st
from web_archives import imported

from archive.errors import UsageError
from crawler.importing import mapping, saved_pages, sources
from crawler.importing.mapping import Mapped
from crawler.importing.saved_pages import Origin

pytestmark = pytest.mark.usefixtures("swift_readers")

WIB = timezone(timedelta(hours=7))
CAPTURES = "SELECT url, fetched_at, record_type, media_type, version_id IS NOT NULL FROM captures"


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        (
            "<!-- saved from url=(0024)http://kota.example/?p=7 -->",
            Origin("http://kota.example/?p=7", None),
        ),
        (
            (
                "<!--\n Page saved with SingleFile \n url: https://kota.example/rapat/ \n"
                " saved date: Thu Oct 25 2018 16:41:08 GMT+0700 (Waktu Indonesia Barat)\n-->"
            ),
            Origin("https://kota.example/rapat/", datetime(2018, 10, 25, 16, 41, 8, tzinfo=WIB)),
        ),
        (
            (
                "<!-- Mirrored from kota.example/rapat/ by HTTrack Website Copier/3.x [XR&CO'2014],"
                " Thu, 25 Oct 2018 09:41:08 GMT -->"
            ),
            Origin("http://kota.example/rapat/", datetime(2018, 10, 25, 9, 41, 8, tzinfo=UTC)),
        ),
        (
            '<link rel="canonical" href="http://kota.example/?p=7">',
            Origin("http://kota.example/?p=7", None),
        ),
        (
            '<meta property="og:url" content="http://kota.example/?p=7">',
            Origin("http://kota.example/?p=7", None),
        ),
        (
            (
                "<!-- saved from url=(0014)about:internet -->"
                '<link rel="canonical" href="http://kota.example/?p=7">'
            ),
            Origin("http://kota.example/?p=7", None),
        ),
        ('<link rel="canonical" href="index.html">', Origin(None, None)),
        ("<!-- saved from url=(0014)file:///C:/a.html -->", Origin(None, None)),
        ("", Origin(None, None)),
    ],
)
def test_page_tells_its_origin(written: str, origin: Origin) -> None:
    assert (
        saved_pages.origin_of(f"<!DOCTYPE html>\n{written}\n<html><body>Rapat".encode()) == origin
    )


@given(st.binary(max_size=300))
def test_any_page_tells_its_origin_or_none(tail: bytes) -> None:
    for begin in (
        b"",
        b"<!-- saved from url=(0024)",
        b"<!--\n Page saved with SingleFile \n url: ",
    ):
        saved_pages.origin_of(begin + tail)
        saved_pages.origin_of(begin + b"http://kota.example/ saved date: " + tail + b" -->")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("peta.csv", "file,url,date\na.html,http://kota.example/?p=7,2018-10-25\n"),
        ("peta.csv", "a.html,http://kota.example/?p=7,2018-10-25\n"),
        ("peta.csv", "\ufeffdate,url,file\n2018-10-25,http://kota.example/?p=7,a.html\n\n"),
        (
            "peta.tsv",
            "file\turl\tdate\na.html\thttp://kota.example/?p=7\t2018-10-25T07:00:00+07:00",
        ),
        (
            "peta.json",
            '[{"file": "a.html", "url": "http://kota.example/?p=7", "date": "2018-10-25"}]',
        ),
    ],
)
def test_mapping_is_read_in_three_forms(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    ((path, mapped),) = mapping.load(tmp_path / name).items()
    assert path == (tmp_path / "a.html").resolve()
    assert mapped == Mapped("http://kota.example/?p=7", datetime(2018, 10, 25, tzinfo=UTC))


def test_short_mapping_names_no_dates(tmp_path: Path) -> None:
    (tmp_path / "peta.json").write_text('{"dalam/a.html": "http://kota.example/?p=7"}')
    assert mapping.load(tmp_path / "peta.json") == {
        (tmp_path / "dalam/a.html").resolve(): Mapped("http://kota.example/?p=7", None)
    }


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("peta.csv", "a.html,kota.example\n", "Row 1"),
        ("peta.csv", "file,url\na.html,http://kota.example/\nb.html,ftp://x/\n", "Row 3"),
        ("peta.csv", ",http://kota.example/\n", "names no file"),
        ("peta.csv", "a.html,http://kota.example/,kemarin\n", "is no date"),
        ("peta.csv", "", "has no row"),
        ("peta.csv", "a\0.html,http://kota.example/\n", "names no file"),
        ("peta.json", "{", "is no JSON"),
        ("peta.json", "[7]", "Entry 1"),
        ("peta.json", "[" * 100_000, "is no JSON"),
    ],
)
def test_mapping_that_is_wrong_is_told_with_its_row(
    tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(UsageError, match=sentence):
        mapping.load(tmp_path / name)


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in (
        "b/2.HTML",
        "b/10.htm",
        "a.warc.gz",
        "c.wacz",
        "gambar.png",
        "Rapat.html",
        "Rapat_files/bingkai.html",
        "lepas_files/sendiri.html",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = sources.find([tmp_path, tmp_path / "a.warc.gz"])
    assert [str(one.path.relative_to(tmp_path)) for one in found.files] == [
        "Rapat.html",
        "a.warc.gz",
        "c.wacz",
        "b/10.htm",
        "b/2.HTML",
        "lepas_files/sendiri.html",
    ]
    assert [one.kind for one in found.files[:3]] == ["page", "warc", "wacz"]
    assert found.passed_over == 1


def test_saved_pages_are_captures_of_their_date(tmp_path: Path) -> None:
    pages, archive = tmp_path / "halaman", tmp_path / "arsip"
    pages.mkdir()
    saved = "<!-- saved from url=(0024)http://kota.example/?p=7 -->\n"
    (pages / "browser.html").write_text(saved + post("Rapat"))
    os.utime(pages / "browser.html", (1_540_460_468, 1_540_460_468))
    (pages / "peta.csv").write_text(
        "beda.xhtml,http://kota.example/tentang/,2019-01-02\nx.html,http://x.example/\n"
    )
    (pages / "beda.xhtml").write_text(post("Lokakarya"))
    (pages / "daftar.html").write_text("<body class='home blog'><article>Rapat")
    (pages / "tua.html").write_text(saved + post("Lama"))
    os.utime(pages / "tua.html", (0, 0))
    result = imported(pages, "--map", pages / "peta.csv", archive=archive)
    assert result.exit_code == 1
    assert rows(archive, f"{CAPTURES} ORDER BY fetched_at") == [
        ("http://kota.example/?p=7", "2018-10-25T09:41:08Z", "resource", "text/html", 1),
        (
            "http://kota.example/tentang/",
            "2019-01-02T00:00:00Z",
            "resource",
            "application/xhtml+xml",
            1,
        ),
    ]
    assert "dated 1970-01-01" in result.stdout
    assert "list of posts" in result.stdout
    assert str(pages / "x.html") in result.stdout


def test_address_given_counts_most(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<!-- saved from url=(0024)http://kota.example/?p=7 -->\n" + post("Rapat"))
    url = "http://tarulh.com/2018/10/25/rapat/"
    assert imported(page, "--url", f"{url}#isi", archive=tmp_path / "arsip").exit_code == 0
    assert rows(tmp_path / "arsip", "SELECT url, site FROM pages") == [(url, "tarulh")]
