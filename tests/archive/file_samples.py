"""Materials of an invented city's workshop, and what asking for their files came to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from archive_samples import activity, fetch, record, report_of_nothing, span, store_page
from sqlite_utils import Database

from archive import crawls, file_links, file_store
from archive.documents import Document
from archive.file_links import Attempt, HostKind, Outcome, Visit
from archive.file_store import NewFile
from archive.records import Material
from archive.storage import transaction

HOST = "https://kota.example/uploads/"
PDF, PPTX, SCAN = f"{HOST}air.pdf", f"{HOST}taman.pptx", f"{HOST}pindaian.pdf"
DEAD, FAILING = f"{HOST}hilang.pdf", "https://lain.example/rusak.pdf"
BIG, DRIVE, UNTRIED = f"{HOST}video.zip", "https://drive.google.com/file/d/x1", f"{HOST}baru.pdf"
POST = "https://kota.example/2019/03/05/lokakarya-taman-hujan/"
RULES = "https://kota.example/peraturan/"

PDF_TEXTS = ("Ketahanan Air\nSeruni, 4 Maret 2019", "", "Sumur resapan \x1b[31mdan biopori")


def material(label: str, url: str | None, presenter: str | None = None) -> Material:
    """A material of the workshop."""
    return Material("slides", label, url, presenter, None, span("Materi Paparan"))


MATERIALS = (
    material("Paparan Dinas Air", PDF, "Ratna Wulandari"),
    material("Paparan Taman Hujan", PPTX),
    material("Peta lama", SCAN),
    material("Notulen", DEAD),
    material("Prosiding", FAILING),
    material("Rekaman", BIG),
    material("Foto bersama", DRIVE),
    material("Lampiran baru", UNTRIED),
    material("Buku cetak", None),
)


class Files:
    """Notes what asking for files came to, as a crawl does."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.folder = db, folder
        self.crawl_id = crawls.start(db, ["kota"], via="files")

    def note(self, url: str, title: str, kind: HostKind, direct: str | None) -> int:
        """Notes an address that nobody has asked for yet; its id."""
        found = file_links.FoundLink(url, "kota", title)
        with transaction(self.db):
            file_links.note(self.db, found, kind, direct, crawl_id=self.crawl_id)
        row = self.db.execute("SELECT id FROM file_links WHERE url = ?", (url,)).fetchone()
        return int(row[0])

    def give(self, url: str, body: bytes, document: Document, *, title: str = "") -> str:
        """An address gives a file, which is kept and read; its digest."""
        link_id = self.note(url, title, "upload", url)
        file = NewFile(body, document.type, document.media_type, title)
        path, _ = file_store.place_of(self.db, self.folder, file)
        written = file_store.write(self.folder, file, path)
        attempts = (Attempt(url, "The file came.", 200),)
        with transaction(self.db):
            file_id = file_store.note(self.db, file, written)
            visit = Visit(link_id, self.crawl_id, http_status=200, attempts=attempts)
            file_links.note_fetched(self.db, visit, file_id)
        file_store.note_reading(self.db, self.folder, file_id, document)
        return written.sha256

    def refuse(
        self,
        url: str,
        outcome: Outcome,
        reason: str,
        *,
        status: int | None = None,
        kind: HostKind = "upload",
        direct: str | None = None,
    ) -> None:
        """An address gives no file."""
        link_id = self.note(url, "", kind, direct)
        attempts = (Attempt(url, reason, status),)
        visit = Visit(link_id, self.crawl_id, http_status=status, reason=reason, attempts=attempts)
        file_links.conclude(self.db, visit, outcome)


def pdf(**changes: Any) -> Document:
    """A report of three pages, the second without text."""
    plain = Document("pdf", "application/pdf", pages=3, title="Ketahanan Air", texts=PDF_TEXTS)
    return replace(plain, **changes)


def fill(db: Database, folder: Path) -> Files:
    """A workshop with a material in every state, and a page of rules with the same file."""
    store_page(db, record(activity=activity(materials=MATERIALS)), fetch())
    rules = report_of_nothing(url=RULES, title="Peraturan Air")
    same = (material("Unduh PDF", PDF),)
    store_page(
        db,
        replace(rules, activity=replace(rules.activity, title=None, materials=same)),
        fetch(url=RULES),
    )
    files = Files(db, folder)
    files.give(PDF, b"%PDF air", pdf(), title="Paparan Dinas Air")
    slides = Document("pptx", "application/x-pptx", pages=2, texts=("Taman", "Hujan"))
    files.give(PPTX, b"PK taman" * 200, slides, title="Paparan Taman Hujan")
    scan = pdf(title=None, texts=("", "", ""), is_scanned=True)
    files.give(SCAN, b"%PDF pindaian", scan, title="Peta lama")
    files.refuse(DEAD, "gone", "The server answered 404 Not Found.", status=404, direct=DEAD)
    files.refuse(FAILING, "failed", "No answer came within 60 seconds.", direct=FAILING)
    files.refuse(BIG, "refused", "It has more than 100 MB.", status=200, direct=BIG)
    files.refuse(DRIVE, "link", "The host asks to sign in.", kind="google_drive")
    return files
