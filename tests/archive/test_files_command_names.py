"""`resilience files open`, `text` and `retry` as their users meet them."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from file_samples import BIG, DEAD, DRIVE, FAILING, PDF, PPTX, UNTRIED, Files, fill, pdf
from sqlite_utils import Database

from archive import file_links
from archive.cli import COMMANDS
from archive.errors import ResilienceError
from archive.named_commands import NamedCommands


def run(*arguments: str, **environment: str) -> Result:
    group = NamedCommands(places=COMMANDS)
    return CliRunner().invoke(group, ["files", *arguments], env=environment)


def done(folder: Path, command: str, *arguments: str) -> str:
    result = run(command, *arguments, "--archive", str(folder))
    assert result.exit_code == 0, (result.stderr, result.exception)
    return result.stdout


def refused(folder: Path, command: str, *arguments: str) -> tuple[int, str]:
    """(exit status, sentence) of a command that did nothing."""
    result = run(command, *arguments, "--archive", str(folder))
    assert isinstance(result.exception, ResilienceError)
    assert result.stdout == ""
    return result.exception.exit_code, str(result.exception)


@pytest.fixture
def files(db: Database, folder: Path) -> Files:
    return fill(db, folder)


def digest(files: Files, url: str) -> str:
    row = files.db.execute(
        "SELECT sha256 FROM files JOIN file_links ON file_id = files.id WHERE url = ?", (url,)
    ).fetchone()
    return str(row[0])


def let_rest(db: Database) -> None:
    """No link is due."""
    db.execute("UPDATE file_links SET next_try_at = '2999-01-01T00:00:00Z'")
    db.commit()


def test_file_is_found_by_the_beginning_of_its_digest_in_any_capitals(
    files: Files, folder: Path
) -> None:
    whole = digest(files, PDF)
    for name in (whole, whole[:8], whole[:4].upper()):
        path = Path(done(folder, "open", name).rstrip("\n"))
        assert path.is_absolute()
        assert path.read_bytes() == b"%PDF air"


@pytest.mark.parametrize(
    "name",
    [
        *("Paparan Dinas Air", "paparan  DINAS air", "dinas air", "Unduh PDF"),  # labels
        *("Ketahanan Air", PDF, "uploads/air.pdf"),  # title, address
    ],
)
@pytest.mark.usefixtures("files")
def test_file_is_found_by_label_title_or_address_or_a_part(folder: Path, name: str) -> None:
    assert Path(done(folder, "open", name).rstrip("\n")).read_bytes() == b"%PDF air"


def test_file_is_found_by_its_name_on_disk(files: Files, folder: Path) -> None:
    (path,) = folder.glob("files/*/*-taman-hujan.pptx")
    assert done(folder, "open", path.name) == f"{path.resolve()}\n"
    assert path.name.startswith(digest(files, PPTX)[:12])


def test_name_of_several_lists_them_and_opens_none(files: Files, folder: Path) -> None:
    status, said = refused(folder, "open", "paparan")
    assert status == 2
    assert said.startswith("'paparan' may be any of 2. Name one by")
    assert digest(files, PDF)[:8] in said
    assert "Paparan Taman Hujan  2019-03-04 Lokakarya Taman Hujan" in said
    assert f"<{PPTX}>" in said


@pytest.mark.usefixtures("files")
def test_long_list_of_candidates_is_cut(files: Files, folder: Path) -> None:
    for number in range(12):
        files.note(f"https://kota.example/lampiran/{number}.pdf", "Lampiran", "upload", None)
    said = refused(folder, "open", "https://kota.example/lampiran/")[1]
    assert len(said.splitlines()) == 12
    assert said.endswith("  and 2 more")


@pytest.mark.usefixtures("files")
def test_unknown_name_says_where_names_are(folder: Path) -> None:
    for name in ("tidak ada", "", "ffff0000"):
        status, said = refused(folder, "open", name)
        assert status == 2
        assert f"Nothing is named '{name}'" in said
        assert "'resilience files'" in said


@pytest.mark.parametrize(
    ("name", "why", "remedy"),
    [
        ("Notulen", "gone from its host: The server answered 404", f"files retry {DEAD}'"),
        ("Prosiding", "could not be had: No answer came", f"files retry {FAILING}'"),
        ("Rekaman", "not kept: It has more than 100 MB.", f"files retry {BIG}'"),
        ("Foto bersama", "no download: The host asks to sign in.", f"Open {DRIVE} in a browser"),
        ("Lampiran baru", "No crawl has asked for it yet.", "'resilience crawl --files-only'"),
    ],
)
@pytest.mark.usefixtures("files")
def test_link_without_a_file_says_why_and_what_to_do(
    folder: Path, name: str, why: str, remedy: str
) -> None:
    for command in ("open", "text"):
        status, said = refused(folder, command, name)
        assert status == 1
        assert f"The archive has no file '{name}'." in said
        assert why in said
        assert remedy in said


@pytest.mark.usefixtures("files")
def test_file_that_was_removed_from_the_folder_is_told(folder: Path) -> None:
    Path(done(folder, "open", "dinas air").rstrip("\n")).unlink()
    status, said = refused(folder, "open", "dinas air")
    assert status == 1
    assert "is missing" in said
    assert "backup" in said


@pytest.mark.skipif(os.name != "posix", reason="Stands in for the opener of free desktops.")
@pytest.mark.filterwarnings("ignore:subprocess:ResourceWarning")  # the opener outlives the command
@pytest.mark.usefixtures("files")
def test_only_with_launch_the_file_is_opened(folder: Path, tmp_path: Path) -> None:
    opener, seen = tmp_path / "bin" / "xdg-open", tmp_path / "seen"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}.part\nmv {seen}.part {seen}\n')
    opener.chmod(0o755)
    path = f"{opener.parent}:{os.environ['PATH']}"
    run("open", "dinas air", "--archive", str(folder), PATH=path)
    assert not seen.exists()
    result = run("open", "dinas air", "--launch", "--archive", str(folder), PATH=path)
    assert result.exit_code == 0
    for _ in range(500):
        if seen.exists():
            break
        time.sleep(0.01)
    assert seen.read_text() == result.stdout.rstrip("\n")


@pytest.mark.usefixtures("files")
def test_without_an_opener_the_path_is_printed_and_the_command_fails(
    folder: Path, tmp_path: Path
) -> None:
    result = run("open", "dinas air", "--launch", "--archive", str(folder), PATH=str(tmp_path))
    assert result.stdout.endswith(".pdf\n")
    assert isinstance(result.exception, ResilienceError)
    assert "Open the path yourself." in str(result.exception)


@pytest.mark.usefixtures("files")
def test_archive_may_be_named_before_the_command_behind_it_or_by_the_environment(
    folder: Path, tmp_path: Path
) -> None:
    named = str(folder)
    shown = run("open", "dinas air", "--archive", named).stdout
    assert shown.endswith(".pdf\n")
    assert run("--archive", named, "open", "dinas air").stdout == shown
    assert run("open", "dinas air", RESILIENCE_ARCHIVE=named).stdout == shown
    elsewhere = str(tmp_path / "elsewhere")
    both = run("--archive", elsewhere, "open", "dinas air", "--archive", named)
    assert both.stdout == shown
    over = run("--archive", named, "open", "dinas air", RESILIENCE_ARCHIVE=elsewhere)
    assert over.stdout == shown


@pytest.mark.usefixtures("files")
def test_text_stands_under_the_number_of_its_page_and_cannot_steer_a_terminal(
    folder: Path,
) -> None:
    assert done(folder, "text", "dinas air").splitlines() == [
        "== page 1 ==",
        "Ketahanan Air",
        "Seruni, 4 Maret 2019",
        "== page 3 ==",
        "Sumur resapan [31mdan biopori",
    ]
    assert done(folder, "text", "taman hujan").splitlines()[0] == "== slide 1 =="


@pytest.mark.usefixtures("files")
def test_one_page_is_printed_alone(folder: Path) -> None:
    assert done(folder, "text", "taman hujan", "--page", "2") == "Hujan\n"
    result = run("text", "dinas air", "--page", "2", "--archive", str(folder))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "There is no text on page 2.\n"


@pytest.mark.usefixtures("files")
def test_page_behind_the_last_is_a_usage_error(folder: Path) -> None:
    status, said = refused(folder, "text", "taman hujan", "--page", "3")
    assert status == 2
    assert said.startswith("'Paparan Taman Hujan' has 2 slides; there is no slide 3.")
    assert run("text", "taman hujan", "--page", "0", "--archive", str(folder)).exit_code == 2


def test_file_without_text_says_why(files: Files, folder: Path) -> None:
    locked = pdf(texts=(), pages=None, title=None, reason="The PDF asks for a password.")
    files.give(f"{PDF}?terkunci", b"%PDF terkunci", locked, title="Terkunci")
    empty = pdf(texts=("", ""), pages=2, title=None)
    files.give(f"{PDF}?kosong", b"%PDF kosong", empty, title="Kosong")
    for name, why in (
        ("Terkunci", "was not read: The PDF asks for a password."),
        ("Peta lama", "is a scan"),
        ("Kosong", "it has none, or was not read yet"),
    ):
        status, said = refused(folder, "text", name)
        assert status == 1
        assert why in said
        assert "'resilience files open " in said


def test_text_that_is_not_whole_says_so(files: Files, folder: Path) -> None:
    files.give(f"{PDF}?panjang", b"%PDF panjang", pdf(is_complete=False), title="Panjang")
    result = run("text", "panjang", "--archive", str(folder))
    assert "Some words of the file could not be read." in result.stderr


@pytest.mark.usefixtures("files")
def test_retry_makes_due_what_failed_or_is_gone_and_lists_what_the_next_crawl_asks_for(
    db: Database, folder: Path
) -> None:
    let_rest(db)
    result = run("retry", "--archive", str(folder))
    assert result.stdout.splitlines() == [
        f"gone  {DEAD}",
        f"failed  {FAILING}",
        f"not asked  {UNTRIED}",
    ]
    assert result.stderr == "The next crawl asks for 3 files: 2 again, 1 for the first time.\n"
    assert {link.url for link in file_links.due(db, ["kota"])} == {DEAD, FAILING}


def test_link_that_was_let_off_counts_its_failures_anew(files: Files, folder: Path) -> None:
    for _ in range(file_links.MOST_FAILURES - 1):
        files.refuse(FAILING, "failed", "No answer came.", direct=FAILING)
    (row,) = json.loads(
        run("--archive", str(folder), "--format", "json", "--activity", "2019/03").stdout
    )[4:5]
    assert (row["material_url"], row["state"]) == (FAILING, "gone")
    done(folder, "retry", "prosiding")
    files.refuse(FAILING, "failed", "No answer came.", direct=FAILING)
    state = files.db.execute("SELECT state FROM file_links WHERE url = ?", (FAILING,)).fetchone()
    assert state == ("failed",)


def test_retry_of_names_makes_only_those_due(files: Files, folder: Path) -> None:
    let_rest(files.db)
    out = done(folder, "retry", BIG, digest(files, PDF)[:10])
    assert out.splitlines()[:-1] == [f"fetched  {PDF}", f"refused  {BIG}"]
    assert {link.url for link in file_links.due(files.db, ["kota"])} == {PDF, BIG}


def test_retry_where_no_file_is_offered_changes_nothing(files: Files, folder: Path) -> None:
    before = list(files.db.query("SELECT * FROM file_links"))
    status, said = refused(folder, "retry", BIG, DRIVE)
    assert status == 2
    assert "its host offers no download" in said
    assert DRIVE in said
    old = digest(files, PDF)
    assert list(files.db.query("SELECT * FROM file_links")) == before
    files.give(PDF, b"%PDF baru", pdf(title="Edisi baru"))
    status, said = refused(folder, "retry", old)
    assert status == 2
    assert "before it gave another file" in said


def test_retry_of_an_archive_where_all_is_well_says_so(db: Database, folder: Path) -> None:
    assert db.table_names()
    result = run("retry", "--archive", str(folder))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No link failed and none is due: the next crawl asks for no file.\n"
