"""Events as an archive keeps them: their rows, what people decide, and views over them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from archive_samples import URL, activity, article, fetch, record, report_of_nothing, store_page
from sqlite_utils import Database

from archive import frontier
from archive.errors import UsageError
from archive.identity import event_decisions, event_rows
from archive.identity.clusters import RenewedKind
from archive.identity.event_explaining import as_lines, explain

MIRROR = "https://cermin.example/lokakarya-taman-hujan/"
OTHER = "https://kota.example/2019/04/02/rapat-bantaran/"


def store(db: Database, url: str, **changes: Any) -> int:
    """Stores a report of the invented workshop; its activity's id."""
    of_article = {name: changes.pop(name) for name in ("text", "title_of_page") if name in changes}
    if "title_of_page" in of_article:
        of_article["title"] = of_article.pop("title_of_page")
    said = record(article=article(url=url, **of_article), activity=activity(**changes))
    store_page(db, said, fetch(url, site=url.split("/")[2]), body=url.encode())
    found = db.execute(
        "SELECT activities.id FROM activities JOIN pages ON pages.id = page_id WHERE url = ?",
        (url,),
    )
    return int(found.fetchone()[0])


def store_other(db: Database) -> int:
    """Stores a report of another event."""
    return store(
        db,
        OTHER,
        title="Rapat Bantaran Sungai",
        title_of_page="Rapat Bantaran Sungai",
        type="meeting",
        start_date="2019-04-02",
        end_date="2019-04-02",
        text=article().text + "\nLain.",
    )


def events(db: Database) -> dict[int, int]:
    return dict(db.execute("SELECT id, event_id FROM activities ORDER BY id").fetchall())


def test_every_reported_activity_has_an_event_and_no_other_page(db: Database) -> None:
    first, mirror, other = store(db, URL), store(db, MIRROR), store_other(db)
    store_page(
        db, report_of_nothing(url=f"{URL}pengumuman/"), fetch(f"{URL}pengumuman/"), body=b"p"
    )
    assert event_rows.renew(db) == RenewedKind(total=2, moved=1, doubts=0)
    assert events(db) == {first: 1, mirror: 1, other: 2, other + 1: None}
    assert db.execute("SELECT * FROM events").fetchall() == [(1, first), (2, other)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_renewing_again_writes_nothing(db: Database) -> None:
    store(db, URL), store(db, MIRROR), store_other(db)
    event_rows.renew(db)
    before = db.conn.total_changes
    assert event_rows.renew(db) == RenewedKind(total=2)
    assert db.conn.total_changes == before


def test_a_fuller_report_that_comes_later_leads_and_the_event_keeps_its_id(db: Database) -> None:
    short = store(db, URL, people=(), groups=(), materials=())
    store_other(db)
    event_rows.renew(db)
    full = store(db, MIRROR)
    assert event_rows.renew(db).moved == 1
    assert db.execute("SELECT id, activity_id FROM events WHERE id = 1").fetchall() == [(1, full)]
    assert events(db)[short] == events(db)[full] == 1


def test_an_event_that_comes_apart_keeps_its_id_where_most_of_its_reports_are(db: Database) -> None:
    first, mirror, third = (store(db, url) for url in (URL, MIRROR, f"{MIRROR}2/"))
    event_rows.renew(db)
    event_decisions.split(db, str(first), str(mirror), author="Ayu", reason="Dua kelas.")
    event_decisions.split(db, str(first), str(third), author="Ayu", reason="Dua kelas.")
    assert event_rows.renew(db) == RenewedKind(total=2, moved=1)
    assert events(db) == {first: 2, mirror: 1, third: 1}


def test_ids_of_events_are_never_given_twice(db: Database) -> None:
    other = store_other(db)
    event_rows.renew(db)
    db.execute("DELETE FROM pages")
    event_rows.renew(db)
    store(db, URL)
    event_rows.renew(db)
    assert (other, db.execute("SELECT id FROM events").fetchall()) == (1, [(2,)])


def test_a_page_that_no_longer_reports_leaves_its_event(db: Database) -> None:
    first, mirror = store(db, URL), store(db, MIRROR)
    event_rows.renew(db)
    store_page(db, report_of_nothing(), fetch(fetched_at="2019-05-06T01:02:03Z"), body=b"kosong")
    event_rows.renew(db)
    assert events(db) == {first: None, mirror: 1}
    assert db.execute("SELECT activity_id FROM events").fetchall() == [(mirror,)]


def test_two_reports_are_joined_by_a_person_and_stay_so_when_read_anew(db: Database) -> None:
    first, other = store(db, URL), store_other(db)
    event_decisions.merge(db, URL, str(other), author="Ayu", reason="Satu acara.")
    assert event_rows.renew(db).total == 1
    changed = record(article=article(text=article().text + "\nDiperbarui."))
    store_page(db, changed, fetch(fetched_at="2019-05-06T01:02:03Z"), body=b"baru")
    assert event_rows.renew(db) == RenewedKind(total=1)
    lines = "\n".join(as_lines(explain(db, URL)))
    assert "a person decided it" in lines
    assert "Ayu decided on" in lines
    assert f"activity {first}" in lines


def test_explaining_tells_reports_reasons_and_doubts(db: Database) -> None:
    first, mirror = store(db, URL), store(db, MIRROR)
    double = store(
        db,
        f"{URL}kelas-b/",
        text=article().text + "\nKelas B.",
        people=tuple(
            replace(person, name=name)
            for person, name in zip(activity().people, ("Laras Ayu", "Bayu Segara"), strict=True)
        ),
    )
    assert event_rows.renew(db).doubts == 1
    lines = list(as_lines(explain(db, MIRROR)))
    assert lines[0] == f"Event 1: 2019-03-04, Lokakarya Taman Hujan (2 reports; {URL})"
    assert f"  {first} and {mirror}: their texts are the same, word for word." in lines
    assert lines[-1].startswith("  Perhaps also Event 2: 2019-03-04")
    assert "they name other people" in lines[-1]
    event_decisions.split(db, str(first), str(double), author="Ayu", reason="Kelas lain.")
    assert event_rows.renew(db).doubts == 0


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("77", "77 reports no activity"),
        ("https://kota.example/tidak-ada/", "knows no page at"),
    ],
)
def test_what_is_no_report_is_told(db: Database, reference: str, message: str) -> None:
    store(db, URL)
    with pytest.raises(UsageError, match=message):
        event_decisions.merge(db, reference, URL, author="Ayu", reason="-")
    with pytest.raises(UsageError, match="are one report"):
        event_decisions.split(db, URL, URL, author="Ayu", reason="-")
    assert db["identity_decisions"].count == 0


def test_decisions_and_leadership_follow_a_page_that_is_joined_into_another(db: Database) -> None:
    first, mirror, other = store(db, URL), store(db, MIRROR), store_other(db)
    printed = f"{URL}cetak/"
    store(db, printed, title_of_page="Cetak", type=None)
    event_rows.renew(db)
    event_decisions.merge(db, URL, OTHER, author="Ayu", reason="Satu acara.")
    again = fetch(printed, addresses=(URL,), fetched_at="2019-05-06T01:02:03Z", site="kota")
    store_page(db, record(article=article(url=printed)), again, body=b"cetak")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert first not in events(db)
    event_rows.renew(db)
    assert events(db) == {mirror: 1, other: 1, other + 1: 1}


def test_the_view_of_events_tells_the_fullest_report_that_is_still_there(db: Database) -> None:
    store(db, URL, people=(), groups=(), materials=())
    store(db, MIRROR)
    event_rows.renew(db)
    asked = "SELECT title, url, reports_count, sites, urls, people_count FROM event_overview"
    assert db.execute(asked).fetchall() == [
        ("Lokakarya Taman Hujan", MIRROR, 2, "cermin.example, kota.example", f"{MIRROR}\n{URL}", 2)
    ]
    frontier.mark_gone(db, MIRROR, reason="HTTP 410", http_status=410, crawl_id=None)  # type: ignore[arg-type]
    event_rows.renew(db)
    assert db.execute(asked).fetchall() == [
        ("Lokakarya Taman Hujan", URL, 1, "kota.example", URL, 0)
    ]
    assert db.execute("SELECT DISTINCT event_id FROM every_activity").fetchall() == [(1,)]
