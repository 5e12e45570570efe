"""Files against the posts that link to them: what both say of presenter and day."""

from __future__ import annotations

from sqlite_utils import Database

from archive import file_findings
from archive.file_findings import FileFinding
from crawler.documents.disagreements import disagreements


def compare_all(db: Database) -> int:
    """Compares what was not compared since it was read; how many contradictions that found."""
    number = 0
    for file_id in file_findings.uncompared(db):
        document = file_findings.beginning(db, file_id)
        found = [
            FileFinding(page_id, material.label, finding.check, finding.message)
            for page_id, material in file_findings.materials_of(db, file_id)
            for finding in disagreements(material, document)
        ]
        file_findings.keep(db, file_id, found)
        number += len(found)
    return number
