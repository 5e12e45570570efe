"""Files of every condition over HTTP: each has its row, its reason, and a bounded cost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from crawling import rows
from faulty_files import MEGABYTE, PDF, FaultySite, faulty_site, fill
from swift_crawls import Told, crawl

from crawler.bounds import Bounds

BOUNDS = Bounds(file_bytes=5 * MEGABYTE)


def row_of(folder: Path, table: str, column: str, value: object) -> dict[str, Any]:
    """The one row of a table with that value."""
    names = [row[1] for row in rows(folder, f"PRAGMA table_info({table})")]
    (row,) = rows(folder, f"SELECT * FROM {table} WHERE {column} = ?", value)  # noqa: S608 - fixed words
    return dict(zip(names, row, strict=True))


class Crawled(NamedTuple):
    site: FaultySite
    folder: Path
    told: Told

    def link(self, label: str) -> dict[str, Any]:
        """The row of the link that the post gives this label."""
        return row_of(self.folder, "file_links", "url", self.site.links[label])

    def file(self, label: str) -> dict[str, Any]:
        """The row of the file that the link has given."""
        return row_of(self.folder, "files", "id", self.link(label)["file_id"])


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    folder = tmp_path_factory.mktemp("files")
    with faulty_site() as faulty:
        fill(faulty)
        yield Crawled(
            faulty, folder, crawl(faulty.home, folder, BOUNDS, files="with", hosts=faulty.hosts)
        )


@pytest.mark.parametrize(
    ("label", "type_", "pages"),
    [
        ("Membaca Sungai", "pdf", 2),
        ("Paparan Tanggul", "pptx", 2),
        ("Daftar peserta", "xlsx", 1),
        ("Peta lama", "pdf", 2),
        ("Peta", "image", 1),
    ],
)
def test_a_file_is_kept_and_read_by_its_content(
    crawled: Crawled, label: str, type_: str, pages: int
):
    link, file = crawled.link(label), crawled.file(label)
    assert (link["state"], link["http_status"], link["reason"]) == ("fetched", 200, None)
    assert (file["type"], file["pages"], file["reason"]) == (type_, pages, None)
    assert (crawled.folder / file["path"]).stat().st_size == file["length"]


def test_its_text_is_kept_page_by_page(crawled: Crawled):
    asked = "SELECT page, text FROM file_texts WHERE file_id = ?"
    texts = dict(rows(crawled.folder, asked, crawled.link("Membaca Sungai")["file_id"]))
    assert "Ratna Wulandari" in texts[1]
    assert "meluap" in texts[2]


def test_its_name_is_its_digest_and_words_for_people(crawled: Crawled):
    file = crawled.file("Membaca Sungai")
    digest = file["sha256"]
    assert file["path"] == f"files/{digest[:2]}/{digest[:12]}-membaca-sungai.pdf"
    assert (crawled.folder / file["path"]).read_bytes() == PDF
    assert (crawled.folder / file["picture"]).read_bytes().startswith(b"\x89PNG")


def test_two_addresses_of_one_file_share_it(crawled: Crawled):
    one, other = crawled.link("Membaca Sungai"), crawled.link("Membaca Sungai lagi")
    assert one["file_id"] == other["file_id"]
    assert one["id"] != other["id"]


def test_a_scanned_file_is_said_to_be_one(crawled: Crawled):
    assert crawled.file("Peta lama")["is_scanned"] == 1
    assert crawled.file("Membaca Sungai")["is_scanned"] == 0


@pytest.mark.parametrize(
    ("label", "why"), [("Terkunci", "password"), ("Terpotong", "cut off"), ("Bom", "unpack to")]
)
def test_a_file_that_cannot_be_read_is_kept_with_the_reason(crawled: Crawled, label: str, why: str):
    assert crawled.link(label)["state"] == "fetched"
    assert why in crawled.file(label)["reason"]


@pytest.mark.parametrize("label", ["Rekaman besar", "Tanpa akhir"])
def test_a_file_that_is_too_large_is_refused_before_it_is_had(crawled: Crawled, label: str):
    link = crawled.link(label)
    assert link["state"] == "refused"
    assert "larger than the crawler takes" in link["reason"]
    assert link["attempts"] == 1


def test_a_file_of_a_type_that_is_not_kept_is_refused(crawled: Crawled):
    link = crawled.link("Video")
    assert link["state"] == "refused"
    assert "video/mp4" in link["reason"]


def test_a_page_instead_of_a_file_is_a_failure_that_names_the_page(crawled: Crawled):
    link = crawled.link("Bukan PDF")
    assert link["state"] == "failed"
    assert "Beranda Kota" in link["reason"]


@pytest.mark.parametrize("label", ["Tertutup", "Dialihkan", "Paparan tertutup di Docs"])
def test_a_file_behind_a_form_to_sign_in_stays_a_link(crawled: Crawled, label: str):
    link = crawled.link(label)
    assert link["state"] == "link"
    assert "sign in" in link["reason"]


def test_a_dead_link_is_gone(crawled: Crawled):
    link = crawled.link("Hilang")
    assert (link["state"], link["http_status"]) == ("gone", 404)


def test_a_host_that_is_out_of_order_is_asked_again(crawled: Crawled):
    link = crawled.link("Rusak")
    assert (link["state"], link["http_status"]) == ("failed", 500)
    assert link["next_try_at"]


def test_a_redirect_to_another_host_is_not_followed(crawled: Crawled):
    link = crawled.link("Pindah")
    assert link["state"] == "failed"
    assert "another host: https://lain.example/pasar-malam" in link["reason"]


def test_a_redirect_to_another_host_that_names_the_same_file_is_followed(crawled: Crawled):
    link = crawled.link("Pindah rumah")
    assert link["state"] == "fetched"
    tried = [one["url"] for one in json.loads(link["tried"])]
    assert tried == [crawled.site.links["Pindah rumah"], "https://arsip.example/unggahan/jejak.pdf"]


def test_a_link_to_drive_is_fetched_by_its_download(crawled: Crawled):
    link, file = crawled.link("Paparan di Drive"), crawled.file("Paparan di Drive")
    assert (link["state"], link["host_kind"]) == ("fetched", "google_drive")
    assert file["path"].endswith("-kota-teduh.pdf")
    assert json.loads(link["tried"])[0]["url"].startswith("https://drive.usercontent.google.com/")


@pytest.mark.parametrize(
    ("label", "kind"), [("Folder foto", "google_drive"), ("Prosiding", "issuu")]
)
def test_a_host_without_downloads_is_kept_as_a_link(crawled: Crawled, label: str, kind: str):
    link = crawled.link(label)
    assert (link["state"], link["host_kind"], link["title"]) == ("link", kind, label)
    assert link["reason"].endswith("offers no download at this address.")
    assert json.loads(link["tried"]) == []


def test_every_link_has_its_row_and_every_row_without_a_file_its_reason(crawled: Crawled):
    told = dict(rows(crawled.folder, "SELECT url, reason FROM file_links"))
    assert set(told) == set(crawled.site.links.values())
    asked = "SELECT count(*) FROM file_links WHERE state != 'fetched' AND reason IS NULL"
    assert rows(crawled.folder, asked) == [(0,)]


def test_the_cost_is_bounded(crawled: Crawled):
    asked = [one.path for one in crawled.site.site.requests if "/wp-content/uploads/" in one.path]
    assert max(asked.count(path) for path in asked) <= 2
    kept = sum(file.stat().st_size for file in crawled.folder.rglob("*") if file.is_file())
    assert kept < 10 * MEGABYTE


def test_answers_are_kept_as_captures(crawled: Crawled):
    url = crawled.site.links["Membaca Sungai"]
    asked = "SELECT payload_sha256 FROM captures WHERE url = ?"
    assert rows(crawled.folder, asked, url) == [(crawled.file("Membaca Sungai")["sha256"],)]


def test_the_crawl_of_files_has_its_own_row_and_tells_what_failed(crawled: Crawled):
    files = crawled.told.result.files
    assert files is not None
    row = row_of(crawled.folder, "crawls", "id", files.crawl_id)
    assert (row["via"], row["status"], row["exit_status"]) == ("files", "finished", 1)
    assert row["failed"] == 3
    assert crawled.told.status == 1
    failed = {url for url, _ in files.failures}
    assert failed == {crawled.site.links[label] for label in ("Bukan PDF", "Rusak", "Pindah")}
