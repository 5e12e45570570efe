"""What the views say of files, which rows a name means, and how a row is shown."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from file_samples import BIG, DEAD, DRIVE, FAILING, PDF, POST, RULES, Files, fill
from rich.console import Console
from sqlite_utils import Database

from archive import file_links, file_queries, file_report, frontier
from archive.file_queries import FileRow


@pytest.fixture
def files(db: Database, folder: Path) -> Files:
    return fill(db, folder)


@pytest.fixture
def row(files: Files) -> FileRow:
    return file_queries.every(files.db)[0]


def unfetched(row: FileRow, **changes: str | None) -> FileRow:
    nothing = replace(row, sha256=None, path=None, file_title=None, file_id=None)
    return replace(nothing, **changes)  # type: ignore[arg-type]


@pytest.mark.usefixtures("files")
def test_materials_of_activities_tell_what_became_of_their_links(db: Database) -> None:
    view = {row["label"]: row for row in db["material_overview"].rows}
    assert {label: row["file_state"] for label, row in view.items()} == {
        "Paparan Dinas Air": "fetched",
        "Paparan Taman Hujan": "fetched",
        "Peta lama": "fetched",
        "Notulen": "gone",
        "Prosiding": "failed",
        "Rekaman": "refused",
        "Foto bersama": "link",
        "Lampiran baru": "not asked",
        "Buku cetak": None,
    }
    air, drive = view["Paparan Dinas Air"], view["Foto bersama"]
    assert (air["file_type"], air["file_pages"], air["file_length"]) == ("pdf", 3, 8)
    assert air["file_path"].startswith(f"files/{air['file_sha256'][:2]}/{air['file_sha256'][:12]}-")
    assert (drive["host_kind"], drive["file_reason"]) == (
        "google_drive",
        "The host asks to sign in.",
    )


@pytest.mark.usefixtures("files")
def test_files_of_a_page_that_is_gone_stay_in_the_overview_of_files(db: Database) -> None:
    before = file_queries.every(db)
    frontier.mark_gone(db, POST, reason="Removed.", http_status=404, crawl_id=1)
    assert [row["label"] for row in db["material_overview"].rows] == []
    assert file_queries.every(db) == before


def test_view_says_why_a_file_that_came_could_not_be_read(files: Files) -> None:
    files.db.execute("UPDATE files SET reason = 'The PDF asks for a password.'")
    shown = {row.material_url: row.reason for row in file_queries.every(files.db)}
    assert shown[PDF] == "The PDF asks for a password."
    assert shown[BIG] == "It has more than 100 MB."


def test_address_as_it_is_written_goes_before_one_in_other_capitals(row: FileRow) -> None:
    small, large = (
        unfetched(row, material_url=f"https://kota.example/{name}.pdf") for name in ("air", "AIR")
    )
    assert file_queries.named([small, large], "https://kota.example/AIR.pdf") == [large]
    assert file_queries.named([small, large], "https://KOTA.example/air.pdf") == [small, large]


def test_beginning_of_a_digest_goes_before_a_label_and_a_label_before_a_part(row: FileRow) -> None:
    digest = replace(row, sha256="cafe" + "0" * 60, label="Lain")
    label = unfetched(row, label="Cafe")
    part = unfetched(row, label="Diskusi di cafe kota")
    rows = [digest, label, part]
    assert file_queries.named(rows, "cafe") == [digest]
    assert file_queries.named(rows[1:], "cafe") == [label]
    assert file_queries.named(rows[2:], "cafe") == [part]
    assert file_queries.named([digest], "caf") == []


def test_words_may_be_parted_otherwise_than_a_label_has_them(row: FileRow) -> None:
    joined = unfetched(row, label="2019.03.04_Jalur.Evakuasi.Warga")
    assert file_queries.named([joined, row], "evakuasi jalur") == [joined]
    assert file_queries.named([joined, row], "jalur evakuasi pesisir") == []


def test_next_crawl_asks_once_for_a_link_of_several_posts(files: Files) -> None:
    files.db.execute("UPDATE file_links SET next_try_at = '2999-01-01T00:00:00Z'")
    rows = file_queries.every(files.db)
    for row in rows:
        if row.material_url == PDF and row.link_id:
            assert file_links.retry(files.db, row.link_id)
    due = file_queries.to_be_asked(file_queries.every(files.db))
    assert [row.material_url for row in due][:-1] == [PDF]
    assert {row.url for row in rows if row.material_url == PDF} == {POST, RULES}


def test_link_without_a_download_is_not_asked_for_again(files: Files) -> None:
    ids = dict(files.db.execute("SELECT url, id FROM file_links").fetchall())
    answers = {url: file_links.retry(files.db, ids[url]) for url in (DEAD, FAILING, BIG, DRIVE)}
    assert answers == {DEAD: True, FAILING: True, BIG: True, DRIVE: False}


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1_000, "1.0 kB"),
        (104_857_600, "104.9 MB"),
        (5 * 10**12, "5000.0 GB"),
    ],
)
def test_size_is_shown_in_decimal_units(length: int, shown: str) -> None:
    assert file_report.size_of(length) == shown


def test_row_with_hostile_words_and_a_broken_address_is_shown_plainly(row: FileRow) -> None:
    hostile = unfetched(
        row,
        label="[bold]Air\x1b[2J\nlagi",
        material_url="http://[tidak/\x1b[31m",
        reason="Nol\x00 \u202eterbalik",
        host_kind=None,
    )
    console = Console(width=100, file=io.StringIO())
    console.print(file_report.as_table([hostile]))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "[bold]Air[2J lagi" in shown
    assert "Nol terbalik" in shown
    assert not {"\x1b", "\x00", "\u202e"} & set(shown + file_report.as_line(hostile))


def test_cell_that_a_spreadsheet_would_run_is_quoted(row: FileRow) -> None:
    assert ",'=1+1," in file_report.as_csv([replace(row, label="=1+1")])
