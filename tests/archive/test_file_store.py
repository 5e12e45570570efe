"""Files on disk and their rows: names, one row for each content, and what is found to be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from file_samples import PDF, Files, fill, pdf
from sqlite_utils import Database

from archive import file_links, file_store
from archive.checks.stored_files import check_stored_files
from archive.file_store import NewFile
from archive.storage import transaction

BODY = b"%PDF-1.4 sungai"


@pytest.fixture
def files(db: Database, folder: Path) -> Files:
    return fill(db, folder)


def new(body: bytes = BODY, name: str = "Paparan Sungai.pdf") -> NewFile:
    return NewFile(body, "pdf", "application/pdf", name)


def keep(files: Files, file: NewFile) -> str:
    """Keeps a file; its path."""
    path, is_missing = file_store.place_of(files.db, files.folder, file)
    if is_missing:
        written = file_store.write(files.folder, file, path)
        with transaction(files.db):
            file_store.note(files.db, file, written)
    return path


def faults(files: Files, *, quick: bool = False) -> Iterator[tuple[str, str]]:
    for fault in check_stored_files(files.db, files.folder, quick=quick, writing=lambda _: False):
        yield fault.where, fault.message


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("Paparan Ketahanan Kota.pdf", "paparan-ketahanan-kota"),
        ("2018.04.18_Membaca.Peta_Rina.Kartika.pptx", "2018-04-18-membaca-peta-rina-kartika"),
        ("../../etc/passwd", "etc-passwd"),
        ("Café – déjà vu", "cafe-deja-vu"),
        ("ﬁle\x00\n.docx", "file"),
        ("安全な都市", ""),
        ("a" * 300, "a" * 80),
    ],
)
def test_a_name_is_plain_and_short(name: str, readable: str):
    assert file_store.readable(name) == readable


def test_a_file_without_a_readable_name_has_one_all_the_same():
    digest = file_store.digest_of(BODY)
    assert (
        file_store.path_for(digest, "安全", "pdf") == f"files/{digest[:2]}/{digest[:12]}-berkas.pdf"
    )
    assert file_store.path_for(digest, "x", "image", "image/jpeg").endswith("-x.jpg")
    assert file_store.path_for(digest, "x", "text").endswith("-x.txt")


def test_the_same_content_is_kept_once_whatever_its_names(files: Files):
    one = keep(files, new())
    assert keep(files, new(name="salinan lain.pdf")) == one
    assert (files.folder / one).read_bytes() == BODY
    assert list((files.folder / "files").rglob("*salinan*")) == []


def test_a_file_that_was_lost_is_written_where_its_row_says(files: Files):
    path = keep(files, new())
    (files.folder / path).unlink()
    assert file_store.place_of(files.db, files.folder, new(name="lain.pdf")) == (path, True)


def test_two_files_with_one_beginning_of_their_digests_have_two_names(files: Files):
    path = keep(files, new())
    other = path.replace("-paparan", "x-paparan")
    with transaction(files.db):
        files.db.execute("UPDATE files SET sha256 = 'x', path = ? WHERE path = ?", (path, path))
    digest = file_store.digest_of(BODY)
    assert file_store.place_of(files.db, files.folder, new())[0] != other
    assert digest in file_store.place_of(files.db, files.folder, new())[0]


def test_half_written_files_are_removed(files: Files):
    path = files.folder / keep(files, new())
    part = path.with_name(f"{path.name}{file_store.PART}")
    part.write_bytes(b"half")
    assert file_store.remove_parts(files.folder) == 1
    assert not part.exists()
    assert path.exists()


def test_words_that_no_database_can_hold_are_replaced(files: Files):
    (file_id,) = files.db.execute("SELECT id FROM files ORDER BY id").fetchone()
    document = pdf(title="Air\0", texts=("satu \ud800 dua",))
    file_store.note_reading(files.db, files.folder, file_id, document)
    row = files.db.execute("SELECT text FROM file_texts WHERE file_id = ?", (file_id,)).fetchone()
    assert row == ("satu ? dua",)


def test_the_words_of_a_file_are_found_with_their_page(files: Files):
    (file_id,) = files.db.execute("SELECT id FROM files ORDER BY id").fetchone()
    asked = (
        "SELECT file_id, search_index.rowid & 65535 FROM search_index"
        " JOIN search_documents ON search_documents.id = search_index.rowid >> 16"
        " WHERE search_index MATCH ? AND file_id IS NOT NULL"
    )
    first = pdf(texts=("Tanggul laut", "Sumur resapan"))
    file_store.note_reading(files.db, files.folder, file_id, first)
    assert files.db.execute(asked, ("resapan",)).fetchall() == [(file_id, 2)]
    again = pdf(texts=("Tanggul laut", "Kolam retensi"))
    file_store.note_reading(files.db, files.folder, file_id, again)
    assert files.db.execute(asked, ("resapan",)).fetchall() == []
    assert files.db.execute(asked, ("NEAR(kolam retensi)",)).fetchall() == [(file_id, 2)]


def test_a_sound_archive_has_no_fault(files: Files):
    assert list(faults(files)) == []


def test_missing_changed_and_left_over_files_are_found(files: Files):
    paths = [path for (path,) in files.db.execute("SELECT path FROM files ORDER BY id")]
    (files.folder / paths[0]).unlink()
    changed = (files.folder / paths[1]).read_bytes()
    (files.folder / paths[1]).write_bytes(changed[:-1] + b"?")
    (files.folder / paths[2]).write_bytes(b"short")
    (files.folder / "files" / "catatan.txt").write_text("x")
    (files.folder / "files" / "x.pdf.part").write_text("x")
    found = dict(faults(files))
    told = " ".join(found.values())
    assert "missing" in told
    assert "SHA-256" in told
    assert "5 bytes" in told
    assert "named by no row" in found["files/catatan.txt"]
    assert "half written" in found["files/x.pdf.part"]
    assert len(found) == 5


def test_a_quick_check_reads_no_content(files: Files):
    (path,) = files.db.execute("SELECT path FROM files ORDER BY id").fetchone()
    body = (files.folder / path).read_bytes()
    (files.folder / path).write_bytes(bytes(len(body)))
    assert list(faults(files, quick=True)) == []
    assert len(list(faults(files))) == 1


def test_a_link_that_offers_a_download_after_all_is_asked_for(files: Files):
    link = next(one for one in file_links.known(files.db, ["kota"]) if one.state == "link")
    assert link not in file_links.due(files.db, ["kota"])
    with transaction(files.db):
        file_links.revise(files.db, link, link.host_kind, "https://drive.example/unduh")
    assert link.url in {one.url for one in file_links.due(files.db, ["kota"])}


def test_links_of_other_sites_are_not_due(files: Files):
    files.db.execute("UPDATE file_links SET next_try_at = '2020-01-01T00:00:00Z'")
    assert PDF in {one.url for one in file_links.due(files.db, ["kota"])}
    assert file_links.due(files.db, ["desa"]) == []
