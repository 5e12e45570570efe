"""Why a person or an organization is whom the archive takes them to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archive.identity import decision_rows, mention_rows, renewing
from archive.identity.clusters import Cluster
from archive.identity.decisions import Decision, Reference
from archive.identity.entity_rows import PEOPLE, Tables
from archive.identity.known_names import Known, meant


@dataclass(frozen=True, slots=True)
class Appeared:
    """Where a page names them."""

    activity_id: int
    start_date: str | None
    title: str | None
    name: str
    """As that page writes it."""
    position: str | None
    """With the organization; None for an organization."""
    url: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One of those who bear a name."""

    id: int
    name: str
    names: tuple[str, ...]
    appeared: tuple[Appeared, ...]
    reasons: tuple[str, ...]
    """Why the names are one's, a reason fewer than what was put together."""
    decisions: tuple[str, ...]
    doubts: tuple[str, ...]


def explain(db: Database, tables: Tables, words: str) -> list[Explained]:
    """All who bear the name, or the one with that number. Raises UsageError where there is none.

    What put their names together is decided anew from all facts, which takes as long as
    renewing does.
    """
    found = meant(db, tables, words)
    decisions = decision_rows.load(db, tables.kind)
    clusters = _clusters(db, tables, decisions)
    return [_explained(db, tables, known, clusters, decisions) for known in found]


def _clusters(db: Database, tables: Tables, decisions: Sequence[Decision]) -> Mapping[int, Cluster]:
    """The cluster of each mention."""
    if tables is PEOPLE:
        clustering = renewing.decide_people(mention_rows.people(db), decisions)
    else:
        clustering = renewing.decide_organizations(mention_rows.organizations(db), decisions)
    return {one: cluster for cluster in clustering.clusters for one in cluster.mentions}


def _explained(
    db: Database,
    tables: Tables,
    known: Known,
    clusters: Mapping[int, Cluster],
    decisions: Iterable[Decision],
) -> Explained:
    what = "position, organization" if tables is PEOPLE else "NULL, NULL"
    rows = db.execute(
        f"SELECT {tables.mentions}.id, page_id, activity_id, start_date, title, name, {what}, url"  # noqa: S608 - fixed names
        f" FROM {tables.mentions} JOIN activities ON activities.id = activity_id"
        f" JOIN pages ON pages.id = page_id WHERE {tables.owner} = ?"
        f" ORDER BY start_date IS NULL, start_date, activity_id, {tables.mentions}.id",
        (known.id,),
    ).fetchall()
    names = db.execute(
        f"SELECT name, name_key FROM {tables.names} WHERE {tables.owner} = ? ORDER BY name",  # noqa: S608 - fixed names
        (known.id,),
    ).fetchall()
    links = dict.fromkeys(link for row in rows for link in _links(clusters, row[0]))
    return Explained(
        id=known.id,
        name=known.name,
        names=tuple(name for name, _ in names),
        appeared=tuple(
            Appeared(activity, date, title, name, _office(position, organization), url)
            for _, _, activity, date, title, name, position, organization, url in rows
        ),
        reasons=tuple(links),
        decisions=_decided(db, decisions, {key for _, key in names}, {row[1] for row in rows}),
        doubts=_doubts(db, tables, known.id),
    )


def _links(clusters: Mapping[int, Cluster], mention: int) -> Sequence[str]:
    cluster = clusters.get(mention)
    return [] if cluster is None else [link.reason for link in cluster.links]


def _office(position: str | None, organization: str | None) -> str | None:
    return ", ".join(part for part in (position, organization) if part) or None


def _decided(
    db: Database, decisions: Iterable[Decision], keys: set[str], pages: set[int]
) -> tuple[str, ...]:
    """The decisions about one of the names, in words."""
    told = []
    for one in decisions:
        sides = (one.first, one.second)
        if any(side.key in keys and side.page_id in {None, *pages} for side in sides):
            verdict = "one" if one.verdict == "same" else "two"
            first, second = (_side(db, side) for side in sides)
            told.append(
                f"{one.author} on {one.decided_at[:10]}: {first} and {second} are {verdict}."
                f" {one.reason}"
            )
    return tuple(dict.fromkeys(told))


def _side(db: Database, side: Reference) -> str:
    if side.page_id is None:
        return f"'{side.key}'"
    row = db.execute("SELECT url FROM pages WHERE id = ?", (side.page_id,)).fetchone()
    return f"'{side.key}' of {row[0] if row else 'a page that is gone'}"


def _doubts(db: Database, tables: Tables, id_: int) -> tuple[str, ...]:
    rows = db.execute(
        f"SELECT other.id, other.name, reason FROM identity_doubts"  # noqa: S608 - fixed names
        f" JOIN {tables.entities} AS other"
        " ON other.id = CASE first_id WHEN :id THEN second_id ELSE first_id END"
        " WHERE kind = :kind AND :id IN (first_id, second_id) ORDER BY score DESC, other.id",
        {"id": id_, "kind": tables.kind},
    )
    return tuple(f"{Known(other, name)}: {reason}" for other, name, reason in rows.fetchall())
