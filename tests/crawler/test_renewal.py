"""Who is who at the end of every run: put together, told, and no danger to what was found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from crawling import rows
from kept_pages import archive_in, change, page

from archive import identity, storage
from archive.identity import Renewed, RenewedKind
from crawler import renewal
from crawler.cli import main
from crawler.renewal import Renewal

pytestmark = pytest.mark.usefixtures("swift_readers")

EVENTS = "SELECT count(*), count(DISTINCT event_id) FROM activities WHERE event_id IS NOT NULL"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of a workshop that two sites report, whose run was killed before its end."""
    with archive_in(tmp_path) as keeping:
        keeping.keep("/?p=1", page())
        keeping.keep("/?p=2", page(more="Bahan dapat diunduh."), site="cermin")
        keeping.keep("/?p=3", page("Rapat Air").replace("4 Maret", "9 April"))
    change(tmp_path, "UPDATE activities SET event_id = NULL", "DELETE FROM events")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words])


def break_renewing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_: object) -> Renewed:
        raise error

    monkeypatch.setattr(identity, "renew", fail)


def test_rereading_makes_good_a_run_that_was_killed_before_its_end(folder: Path) -> None:
    result = run("reextract", "--archive", str(folder))
    assert result.exit_code == 0
    assert "Now known to be of another than was thought: 1 report of events." in result.stderr
    assert rows(folder, EVENTS) == [(3, 2)]
    assert "Now known" not in run("reextract", "--archive", str(folder)).stderr


def test_importing_makes_it_good_too(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    saved = tmp_path_factory.mktemp("disimpan") / "halaman.html"
    saved.write_text(page("Forum Sungai", more="Lain."))
    words = ("import", str(saved), "--url", "https://kota.example/?p=9", "--archive", str(folder))
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)["identity"]
    assert told["trouble"] is None
    assert told["renewed"]["events"]["total"] == rows(folder, EVENTS)[0][1]
    assert rows(folder, EVENTS)[0][0] == 4


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ZeroDivisionError("by zero"), "could not be put together (ZeroDivisionError: by zero)"),
        (KeyboardInterrupt(), "was not put together, for it was stopped"),
    ],
)
def test_a_renewal_that_fails_costs_nothing_of_the_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, words: str
) -> None:
    break_renewing(monkeypatch, error)
    change(folder, "UPDATE articles SET extractor_version = '0'", "DELETE FROM attendance")
    change(folder, "UPDATE pages SET article_digest = 'old'")
    result = run("reextract", "--archive", str(folder), "--workers", "1")
    assert result.exit_code == 0
    assert words in result.stderr
    assert "Kept: 3 pages." in result.stderr
    assert rows(folder, "SELECT count(*) FROM attendance") == [(3,)]


def test_an_archive_that_cannot_be_opened_any_more_is_told(tmp_path: Path) -> None:
    told = renewal.renew_in(tmp_path / "gone")
    assert told.renewed is None
    assert renewal.as_words(told, tmp_path)[0].startswith("Who is who could not be put together")


def test_a_renewal_that_fails_leaves_all_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("archive.identity.renewing.event_rows.renew", fail)
    db = storage.open_archive(folder)
    before = list(db.conn.iterdump())
    assert renewal.renew(db).renewed is None
    assert list(db.conn.iterdump()) == before
    storage.close(db)


def test_what_was_put_together_and_what_is_in_doubt_is_told_in_a_line_each(tmp_path: Path) -> None:
    found = Renewed(RenewedKind(9, 1, 2), RenewedKind(4, 0, 0), RenewedKind(5, 3, 1))
    moved, doubts = renewal.as_words(Renewal(found), Path("data"))
    assert moved.endswith("thought: 1 mention of people, 3 reports of events.")
    assert doubts.startswith("One or two, in doubt: 2 pairs of people, 1 pair of events.")
    assert "'resilience identity review --archive data'" in doubts
    nothing = Renewed(RenewedKind(9), RenewedKind(4), RenewedKind(5))
    assert renewal.as_words(Renewal(nothing), tmp_path) == []
    assert renewal.as_fields(None) is None
