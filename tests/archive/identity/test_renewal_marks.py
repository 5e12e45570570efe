"""Whatever identities are made of marks them when it changes, and nothing else does."""

from __future__ import annotations

import pytest
from archive_samples import activity, article, fetch, record, store_page
from event_samples import told
from sqlite_utils import Database

from archive import identity
from archive.identity.event_background import Background
from archive.storage import transaction

MIRROR = "https://cermin.example/lokakarya-taman-hujan/"
ALL = {"person", "organization", "event"}

CHANGES = {
    "a name": ("UPDATE participations SET name = 'Rini' WHERE id = 1", {"person"}),
    "a role": ("UPDATE participations SET role = 'chair' WHERE id = 1", {"event"}),
    "what was said": ("UPDATE participations SET summary = '[]' WHERE id = 1", set()),
    "a part": ("DELETE FROM participations WHERE id = 1", {"person", "event"}),
    "a sector": ("UPDATE organization_roles SET sector = 'ngo'", {"organization"}),
    "a role of a body": ("UPDATE organization_roles SET role = 'host'", set()),
    "a body": ("DELETE FROM organization_roles WHERE id = 1", {"organization", "event"}),
    "a venue": ("UPDATE activities SET venue = 'Balai' WHERE id = 1", {"event"}),
    "a place": ("UPDATE activities SET place = 'Solo' WHERE id = 1", {"organization", "event"}),
    "a count": ("UPDATE attendance SET count = 7 WHERE id = 1", {"event"}),
    "a qualifier": ("UPDATE attendance SET qualifier = 'exact' WHERE id = 1", set()),
    "a date": ("DELETE FROM activity_dates WHERE id = 1", {"event"}),
    "a topic": ("UPDATE discussion_groups SET topic = 'x' WHERE id = 1", {"event"}),
    "a focus area": ("UPDATE discussion_groups SET focus_area = 2 WHERE id = 1", set()),
    "a point": ("DELETE FROM conclusions WHERE id = 1", {"event"}),
    "a file": ("UPDATE materials SET url = NULL WHERE id = 1", {"event"}),
    "a label": ("UPDATE materials SET label = 'x' WHERE id = 1", set()),
    "a headline": ("UPDATE articles SET title = 'x' WHERE id = 1", {"event"}),
    "the same headline": ("UPDATE articles SET title = title WHERE id = 1", set()),
    "a text": ("UPDATE articles SET text_digest = 'x' WHERE id = 1", {"event"}),
    "a page that is gone": ("UPDATE pages SET state = 'gone' WHERE id = 1", {"event"}),
    "a page that failed": ("UPDATE pages SET state = 'failed' WHERE id = 1", set()),
    "a site": ("UPDATE pages SET site = 'x' WHERE id = 1", ALL),
    "a page": ("DELETE FROM pages WHERE id = 2", ALL),
    "a decision": (
        (
            "INSERT INTO identity_decisions (kind, verdict, first_key, second_key, author,"
            " decided_at, reason) VALUES ('organization', 'same', 'a', 'b', 'x', 'now', '-')"
        ),
        {"organization"},
    ),
}


@pytest.fixture
def renewed(db: Database) -> Database:
    """Two reports whose identities are current."""
    store_page(db, record(), fetch())
    other = record(article=article(url=MIRROR), activity=activity(title="Rapat Pompa"))
    store_page(db, other, fetch(MIRROR, site="cermin"), body=b"cermin")
    identity.renew(db)
    return db


def to_be_renewed(db: Database) -> set[str]:
    rows = db.execute("SELECT kind FROM identity_renewals WHERE NOT is_current")
    return {kind for (kind,) in rows.fetchall()}


@pytest.mark.parametrize(("change", "marked"), CHANGES.values(), ids=CHANGES)
def test_a_change_marks_what_is_made_of_it(
    change: str, marked: set[str], renewed: Database
) -> None:
    assert to_be_renewed(renewed) == set()
    with transaction(renewed):
        renewed.execute("PRAGMA defer_foreign_keys = ON")
        renewed.execute(change)
    assert to_be_renewed(renewed) == marked


def test_renewing_what_is_current_reads_and_writes_nothing(renewed: Database) -> None:
    renewed.execute("UPDATE people SET name = 'wrong'")
    identity.renew(renewed)
    assert renewed.execute("SELECT DISTINCT name FROM people").fetchall() == [("wrong",)]


def test_other_rules_renew_all(renewed: Database) -> None:
    renewed.execute("UPDATE people SET name = 'wrong'")
    renewed.execute("UPDATE identity_renewals SET rules = 'older'")
    identity.renew(renewed)
    assert ("wrong",) not in renewed.execute("SELECT name FROM people").fetchall()


def test_storing_a_page_as_it_is_marks_nothing(renewed: Database) -> None:
    store_page(renewed, record(), fetch(fetched_at="2019-05-06T01:02:03Z"), body=b"lagi")
    assert to_be_renewed(renewed) == set()


def test_what_comparing_some_reports_needs_is_kept_as_it_was() -> None:
    reports = [
        told("Lokakarya Taman Hujan Seruni", start_date=None, materials=frozenset(["https://a/"])),
        *(told("Rapat Pompa Air Bantaran", site=str(number)) for number in range(70)),
    ]
    background = Background.of(reports)
    assert background.crowded == {frozenset({"pompa", "bantaran", "air"})}
    assert background.partners(reports[0]) == {reports[0].activity_id}
    assert Background.from_json(background.to_json()) == background
