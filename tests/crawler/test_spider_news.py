"""What the live crawl does with sites that answer strangely, over HTTP."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

from crawling import listing, post, rows, run, run_python, tiny_site

_ROBOTS = "User-agent: *\nDisallow: "
_PLAIN = {"Content-Type": "text/plain"}


def crawl(url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return run("crawl", url, "--archive", str(folder))


def test_every_kind_of_failure_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    pages = {
        "/": listing(*(f"/2019/01/02/{name}/" for name in (
            "baik", "hilang", "dihapus", "kosong", "pdf", "pindah", "lingkaran", "beranda", "bisu",
        ))),
        "/2019/01/02/baik/": post("Baik"),
        "/2019/01/02/dihapus/": (410, {}, "gone"),
        "/2019/01/02/kosong/": " \n",
        "/2019/01/02/pdf/": (200, {"Content-Type": "application/pdf"}, "%PDF-1.4"),
        "/2019/01/02/pindah/": (301, {"Location": "http://lain.invalid/x/"}, ""),
        "/2019/01/02/lingkaran/": (302, {"Location": "/2019/01/02/lingkaran/"}, ""),
        "/2019/01/02/beranda/": (302, {"Location": "/"}, ""),
        "/2019/01/02/bisu/": "<html><body></body></html>",
    }  # fmt: skip
    with tiny_site(pages) as site:
        result = crawl(site.url, tmp_path)
    assert result.returncode == 1
    reasons = dict(
        rows(tmp_path, "SELECT substr(url, -8), reason FROM pages WHERE state = 'failed'")
    )
    assert len(reasons) == 8
    for reason in (
        "404",
        "410",
        "empty page",
        "application/pdf",
        "another site: http://lain.invalid/x/",
        "in a circle",
        "which is no post",
        "No article",
    ):
        assert any(reason in told for told in reasons.values())
        assert reason in result.stdout
    assert rows(tmp_path, "SELECT title FROM articles") == [("Baik",)]


def test_a_plain_and_a_pretty_permalink_that_redirect_are_one_page(tmp_path: Path) -> None:
    pages = {
        "/": listing("/?p=1", "/2019/01/02/rapat/", "/2019/01/02/kunjungan/", "/?p=2", "/?p=3"),
        "/?p=1": (301, {"Location": "/2019/01/02/rapat/"}, ""),
        "/2019/01/02/rapat/": post("Rapat"),
        "/?p=2": (301, {"Location": "/2019/01/02/kunjungan/"}, ""),
        "/2019/01/02/kunjungan/": post("Kunjungan"),
        "/?p=3": (301, {"Location": "/2019/01/02/seminar/"}, ""),
        "/2019/01/02/seminar/": post("Seminar"),
    }
    with tiny_site(pages) as site:
        result = crawl(site.url, tmp_path)
        assert result.returncode == 0
        asked = [path for path in site.paths if path.startswith("/2019")]
        assert len(asked) == len(set(asked)) == 3
        again = crawl(site.url, tmp_path)
        assert again.returncode == 0
    assert rows(tmp_path, "SELECT state, count(*) FROM pages GROUP BY 1") == [("fetched", 3)]
    addresses = {
        address.removeprefix(site.url)
        for (address,) in rows(tmp_path, "SELECT address FROM page_addresses")
    }
    assert {"/?p=1", "/?p=2", "/?p=3"} <= addresses
    assert rows(tmp_path, "SELECT found, unchanged FROM crawls WHERE id = 2") == [(3, 3)]


def test_a_listing_that_fails_makes_the_crawl_incomplete(tmp_path: Path) -> None:
    pages = {
        "/": listing("/2019/01/02/rapat/", more=("/page/2/",)),
        "/page/2/": (503, {}, "busy"),
        "/2019/01/02/rapat/": post("Rapat"),
    }
    with tiny_site(pages) as site, tiny_site({}) as dead:
        result = run("crawl", site.url, dead.url, "--archive", str(tmp_path))
        assert site.paths.count("/page/2/") == 3
        assert f"{dead.url}/ could not be read. The site answered 404" in result.stdout
        assert f"{site.url}/page/2/" in result.stdout
    assert result.returncode == 1
    assert rows(tmp_path, "SELECT status, new FROM crawls") == [("failed", 1)]


def test_what_robots_txt_forbids_is_not_asked_for_and_is_told(tmp_path: Path) -> None:
    pages = {
        "/robots.txt": (200, _PLAIN, f"{_ROBOTS}/2019/01/\n"),
        "/": listing("/2019/01/02/rahasia/", "/2019/02/03/rapat/"),
        "/2019/01/02/rahasia/": post("Rahasia"),
        "/2019/02/03/rapat/": post("Rapat"),
    }
    with tiny_site(pages) as site:
        result = crawl(site.url, tmp_path)
        assert "/2019/01/02/rahasia/" not in site.paths
    assert result.returncode == 0
    assert "Left out, for robots.txt forbids them (1)" in result.stdout
    assert rows(tmp_path, "SELECT title FROM articles") == [("Rapat",)]


def test_a_host_that_does_not_exist_is_named_in_one_sentence(tmp_path: Path) -> None:
    result = crawl("http://tidak-ada.invalid/", tmp_path)
    assert result.returncode == 3
    assert result.stdout == ""
    message = result.stderr.splitlines()[-1]
    assert "tidak-ada.invalid cannot be resolved" in message
    assert "check its spelling" in message
    assert "Traceback" not in result.stderr


def test_of_sites_that_cannot_be_reached_each_is_named_with_the_reason(tmp_path: Path) -> None:
    forbidding = {"/robots.txt": (200, _PLAIN, f"{_ROBOTS}/\n"), "/": listing()}
    unreadable = {"/robots.txt": (500, {}, "oops"), "/": listing()}
    with (
        tiny_site(forbidding) as forbids,
        tiny_site(unreadable) as hides,
        tiny_site({"/": (500, {}, "oops")}) as errs,
        tiny_site({"/": "<html><body>Selamat datang"}) as empty,
        socket.socket() as free,
    ):
        free.bind(("127.0.0.1", 0))
        silent = f"127.0.0.1:{free.getsockname()[1]}"
        served = [site.url for site in (forbids, hides, errs, empty)]
        result = run("crawl", *served, f"http://{silent}/", "--archive", str(tmp_path))
        assert "/" not in [*forbids.paths, *hides.paths]
    assert result.returncode == 3
    message = result.stderr.splitlines()[-1]
    for reason in (
        f"robots.txt of {forbids.url.removeprefix('http://')} forbids it",
        f"robots.txt of {hides.url.removeprefix('http://')} forbids it",
        f"{errs.url}/ could not be read. The site answered 500",
        f"{empty.url}/ links to no post",
        f"{silent} refuses the connection",
    ):
        assert reason in message


def test_scrapys_own_commands_know_the_spider(tmp_path: Path) -> None:
    assert run_python("-m", "scrapy", "list").stdout.split() == ["files", "news", "wayback"]
    with tiny_site({"/": listing("/?p=1"), "/?p=1": post("Rapat")}) as site:
        arguments = ("crawl", "news", "-a", f"start={site.url}", "-s", f"ARCHIVE={tmp_path}")
        assert run_python("-m", "scrapy", *arguments).returncode == 0
    assert rows(tmp_path, "SELECT status, new FROM crawls") == [("finished", 1)]
