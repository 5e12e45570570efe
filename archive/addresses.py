"""One page, many addresses: finding the page behind an address, and joining two rows of one.

A post is served at a plain and a pretty permalink, redirects to itself, and names a canonical
address. Sites also err: a canonical address that all posts share, a redirect of every dead
post to the home page. So an address other than the page's own is believed only where it
leads to the same article, and no article is ever given up for another one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from archive.corrections import keeping
from archive.facts import named_by, remove_unnamed
from archive.storage import transaction
from archive.timestamps import utc_now


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses under which one response was found."""

    final: str
    requested: str
    canonical: str | None
    others: tuple[str, ...]
    is_same: bool = False
    """Whether the site says that the page requested is the one at the final address."""

    def by_kind(self) -> tuple[tuple[str, str], ...]:
        """(kind, address) of each, the most reliable first; an address may recur."""
        canonical = () if self.canonical is None else (("canonical", self.canonical),)
        others = (("other", address) for address in self.others)
        return (("final", self.final), ("requested", self.requested), *canonical, *others)


@dataclass(frozen=True, slots=True)
class _Row:
    page_id: int
    url: str
    title: str | None
    text_digest: str | None


def find_page(db: Database, address: str) -> int | None:
    """The id of the page known under this address, its own or another one."""
    row = db.execute(
        "SELECT id FROM pages WHERE url = :address"
        " UNION ALL SELECT page_id FROM page_addresses WHERE address = :address",
        {"address": address},
    ).fetchone()
    return None if row is None else int(row[0])


def settle(
    db: Database,
    addresses: Addresses,
    *,
    site: str,
    title: str,
    text_digest: str,
    crawl_id: int | None,
) -> int:
    """The id of the one page to which these addresses belong, made where it is new.

    `title` and `text_digest` are those of the article found there. Rows that turn out to be
    the same page are joined into one; the caller holds the transaction.
    """
    rows = _rows_at(db, [address for _, address in addresses.by_kind()])
    known = find_page(db, addresses.requested) if addresses.is_same else None
    same = [
        row
        for row in rows
        if row.url == addresses.final
        or row.page_id == known
        or _holds_same_article(row, title, text_digest)
    ]
    if not same:
        page_id, url = _insert(db, addresses.final, site=site, crawl_id=crawl_id), addresses.final
    else:
        kept = min(same, key=lambda row: (row.title is None, row.url != addresses.final))
        for row in same:
            if row.page_id != kept.page_id:
                _join(db, row, into=kept.page_id)
        page_id, url = kept.page_id, kept.url
        named_so = kept.page_id == known or any(row.url == addresses.final for row in same)
        if url != addresses.final and (kept.title is None or named_so):
            url = addresses.final
            _release(db, url)
            db.execute("UPDATE pages SET url = ? WHERE id = ?", (url, page_id))
    joined = (("other", row.url) for row in same)
    _note_addresses(db, page_id, url, (*addresses.by_kind(), *joined))
    return page_id


def _rows_at(db: Database, addresses: Iterable[str]) -> list[_Row]:
    """The known pages behind the addresses, each once, in the order of the addresses."""
    ids = dict.fromkeys(find_page(db, address) for address in addresses)
    return [
        _Row(
            *db.execute(
                "SELECT pages.id, url, title, text_digest FROM pages"
                " LEFT JOIN articles ON articles.page_id = pages.id WHERE pages.id = ?",
                (page_id,),
            ).fetchone()
        )
        for page_id in ids
        if page_id is not None
    ]


def _holds_same_article(row: _Row, title: str, text_digest: str) -> bool:
    """Whether nothing is lost when this row's page becomes that of the article."""
    same_title = title != "" and row.title == title
    return row.title is None or same_title or row.text_digest == text_digest


def _insert(db: Database, url: str, *, site: str, crawl_id: int | None) -> int:
    _release(db, url)
    cursor = db.execute(
        "INSERT INTO pages (url, site, state, discovered_at, first_crawl_id)"
        " VALUES (?, ?, 'pending', ?, ?)",
        (url, site, utc_now(), crawl_id),
    )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid


def _release(db: Database, address: str) -> None:
    """Let an address that stood for some page become another page's own."""
    db.execute("DELETE FROM page_addresses WHERE address = ?", (address,))


def _join(db: Database, row: _Row, *, into: int) -> None:
    """Give a row's captures, visits, addresses, corrections and age to another, and remove it."""
    for table in ("captures", "crawl_pages", "page_addresses", "versions"):
        db.execute(
            f"UPDATE OR IGNORE {table} SET page_id = ? WHERE page_id = ?",  # noqa: S608 - fixed names
            (into, row.page_id),
        )
    db.execute(
        "UPDATE pages SET discovered_at = min(pages.discovered_at, joined.discovered_at),"
        " first_crawl_id = coalesce(min(pages.first_crawl_id, joined.first_crawl_id),"
        " pages.first_crawl_id, joined.first_crawl_id)"
        " FROM pages AS joined WHERE joined.id = ? AND pages.id = ?",
        (row.page_id, into),
    )
    moved = db.execute(
        "UPDATE corrections SET page_id = ? WHERE page_id = ?", (into, row.page_id)
    ).rowcount
    _pass_on_identity(db, row.page_id, into=into)
    formerly = named_by(db, row.page_id)
    db.execute("DELETE FROM pages WHERE id = ?", (row.page_id,))
    remove_unnamed(db, formerly)
    if moved:
        keeping.renew(db, into)


def _pass_on_identity(db: Database, page_id: int, *, into: int) -> None:
    """Let decisions about a page hold for another, and another report lead the page's event."""
    for column in ("first_page_id", "second_page_id"):
        db.execute(
            f"UPDATE identity_decisions SET {column} = ? WHERE {column} = ?",  # noqa: S608 - fixed names
            (into, page_id),
        )
    db.execute(
        "UPDATE events SET activity_id = other.id FROM activities AS led, activities AS other"
        " WHERE led.id = events.activity_id AND led.page_id = ?"
        " AND other.event_id = events.id AND other.id != led.id",
        (page_id,),
    )


def _note_addresses(
    db: Database, page_id: int, url: str, addresses: Iterable[tuple[str, str]]
) -> None:
    for kind, address in addresses:
        if address != url:
            db.execute(
                "INSERT INTO page_addresses (address, page_id, kind) SELECT :address, :page, :kind"
                " WHERE NOT EXISTS (SELECT 1 FROM pages WHERE url = :address)"
                " ON CONFLICT (address) DO NOTHING",
                {"address": address, "page": page_id, "kind": kind},
            )


def join_address(db: Database, address: str, *, to: str) -> None:
    """Note that `address` leads to the page known at `to`; one page of the two where it is one.

    A page at `address` that has an article of its own stays as it is.
    """
    with transaction(db):
        rows = _rows_at(db, (to, address))
        if not rows or find_page(db, to) is None:
            return
        page, *others = rows
        for row in others:
            if row.title is None:
                _join(db, row, into=page.page_id)
        _note_addresses(db, page.page_id, page.url, [("requested", address)])
