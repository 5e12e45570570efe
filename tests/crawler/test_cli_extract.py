"""`resilience extract`: a file, standard input or one address becomes a record."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from crawling import post, tiny_site

from crawler.cli import main


def extract(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *arguments], input=given)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "halaman.html"
    path.write_text(post("Rapat Warga"), "utf-8")
    return path


def test_a_saved_page_becomes_json(page: Path) -> None:
    result = extract(str(page), "--url", "http://kota.example/2019/01/02/rapat/")
    assert result.exit_code == 0
    assert result.stderr == ""
    article = json.loads(result.stdout)["article"]
    assert article["title"] == "Rapat Warga"
    assert article["url"] == "http://kota.example/2019/01/02/rapat/"


def test_without_its_address_a_file_is_known_by_its_path(page: Path) -> None:
    result = extract(str(page))
    assert json.loads(result.stdout)["article"]["url"] == page.as_uri()
    assert f"taking {page.as_uri()}" in result.stderr


def test_without_its_address_a_page_is_known_by_what_it_calls_itself(tmp_path: Path) -> None:
    path = tmp_path / "halaman.html"
    link = '<link rel="canonical" href="http://kota.example/?p=7">'
    path.write_text(link + post("Rapat"), "utf-8")
    result = extract(str(path))
    assert json.loads(result.stdout)["article"]["url"] == "http://kota.example/?p=7"
    assert "http://kota.example/?p=7" in result.stderr


def test_standard_input_is_a_page_too() -> None:
    result = extract("-", "--url", "http://kota.example/?p=7", given=post("Rapat"))
    assert json.loads(result.stdout)["article"]["title"] == "Rapat"


def test_an_address_is_fetched_with_an_honest_name() -> None:
    pages = {"/?p=7": (301, {"Location": "/rapat/"}, ""), "/rapat/": post("Rapat")}
    with tiny_site(pages) as site:
        result = extract(f"{site.url}/?p=7", "--contact", "mail@example.org")
        assert json.loads(result.stdout)["article"]["url"] == f"{site.url}/rapat/"
        assert {agent for _, agent in site.requests} == {
            "resilience-archive/0.1.0 (+mail@example.org)"
        }


def test_an_answer_that_is_no_page_is_told() -> None:
    pages = {
        "/rusak": (500, {}, "oops"),
        "/berkas": (200, {"Content-Type": "application/pdf"}, "%PDF"),
        "/lari": (302, {"Location": "file:///etc/passwd"}, ""),
        "/kosong": " ",
    }
    told = {
        "/rusak": "500 (Internal Server Error)",
        "/berkas": "application/pdf",
        "/kosong": "is empty",
        "/lari": "",
        "/tidak-ada": "404 (Not Found)",
    }
    with tiny_site(pages) as site:
        for path, sentence in told.items():
            result = extract(f"{site.url}{path}")
            assert result.exit_code == 1
            assert sentence in result.stderr
            assert result.stdout == ""
            assert len(result.stderr.splitlines()) == 1


def test_a_refused_connection_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    result = extract(f"http://127.0.0.1:{port}/")
    assert result.exit_code == 1
    assert "Connection refused" in result.stderr


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    empty = tmp_path / "kosong.html"
    empty.write_bytes(b"")
    wordless = tmp_path / "bisu.html"
    wordless.write_text("<html><body></body></html>")
    told = {
        str(tmp_path / "tidak-ada.html"): "There is no file",
        str(tmp_path): "is a folder",
        str(empty): "is empty",
        str(wordless): "No article",
        "nama\0aneh": "cannot be read",
    }
    for source, sentence in told.items():
        result = extract(source)
        assert result.exit_code in {1, 2}
        assert sentence in result.stderr
        assert "Error: " in result.stderr
        assert result.stdout == ""


@pytest.mark.parametrize("source", ["ftp://kota.example/a", "file:///etc/passwd", "http://"])
def test_other_schemes_are_refused(source: str) -> None:
    result = extract(source)
    assert result.exit_code == 2
    assert "Give an http or https address" in result.stderr
