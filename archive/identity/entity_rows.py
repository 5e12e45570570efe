"""Making the rows of people or organizations those that deciding gave."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive.identity import doubt_rows
from archive.identity.clusters import Clustering, RenewedKind
from archive.identity.decisions import Kind
from archive.names import name_key

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """Where a kind is kept."""

    kind: Kind
    entities: str
    names: str
    mentions: str
    owner: str
    """The column of the names and the mentions that tells whose they are."""


PEOPLE = Tables("person", "people", "person_names", "participations", "person_id")
ORGANIZATIONS = Tables(
    "organization",
    "organizations",
    "organization_names",
    "organization_roles",
    "organization_id",
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What the rows are made of."""

    owner: int
    name: str
    own: Row
    """What the entity's row has beside its name, as this mention tells it."""


def replace(
    db: Database, tables: Tables, clustering: Clustering, mentions: Mapping[int, Mention]
) -> RenewedKind:
    """Make the rows those of the clusters; what came of it.

    A cluster keeps the id that most of its mentions had, of several the lowest; no id is given
    twice. What is as it should be is not touched. The caller holds the transaction.
    """
    before = {one: mention.owner for one, mention in mentions.items()}
    ids = cluster_ids(
        [cluster.mentions for cluster in clustering.clusters], before, _last_id(db, tables)
    )
    after = {
        one: id_
        for id_, cluster in zip(ids, clustering.clusters, strict=True)
        for one in cluster.mentions
    }
    entities: dict[int, Row] = {}
    names: dict[tuple[int, str], str] = {}
    for id_, cluster in zip(ids, clustering.clusters, strict=True):
        of = [mentions[one] for one in cluster.mentions]
        entities[id_] = {"name": cluster.name, "name_key": name_key(cluster.name), **_own(of)}
        names.update({(id_, key): name for key, name in _names(of).items()})
    moved = [(after[one], one) for one in after if before[one] != after[one]]
    stale = _write_entities(db, tables, entities)
    db.conn.executemany(
        f"UPDATE {tables.mentions} SET {tables.owner} = ? WHERE id = ?",  # noqa: S608 - fixed names
        moved,
    )
    _write_names(db, tables, names)
    db.conn.executemany(f"DELETE FROM {tables.entities} WHERE id = ?", stale)  # noqa: S608 - fixed names
    doubts = [
        (*_in_order(after[one.first], after[one.second]), one.score, one.reason)
        for one in clustering.doubts
    ]
    number = doubt_rows.replace(db, tables.kind, doubts)
    return RenewedKind(len(entities), len(moved), number)


def cluster_ids(
    clusters: Sequence[Sequence[int]], before: Mapping[int, int], last_id: int
) -> list[int]:
    """The id of each cluster: the one that most of its mentions had, else a new one."""
    wanted: Counter[tuple[int, int]] = Counter()
    for place, mentions in enumerate(clusters):
        wanted.update((before[one], place) for one in mentions)
    given: dict[int, int] = {}
    taken: set[int] = set()
    for (id_, place), _ in sorted(wanted.items(), key=lambda item: (-item[1], item[0])):
        if place not in given and id_ not in taken:
            given[place] = id_
            taken.add(id_)
    new = iter(range(last_id + 1, last_id + 1 + len(clusters)))
    return [given[place] if place in given else next(new) for place in range(len(clusters))]


def _last_id(db: Database, tables: Tables) -> int:
    """The highest id that was ever given."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (tables.entities,))
    return int((row.fetchone() or (0,))[0])


def _in_order(first: int, second: int) -> tuple[int, int]:
    return min(first, second), max(first, second)


def _own(mentions: Iterable[Mention]) -> Row:
    """What most mentions that tell it say of each column."""
    told: defaultdict[str, Counter[Any]] = defaultdict(Counter)
    columns: dict[str, None] = {}
    for mention in mentions:
        for column, value in mention.own.items():
            columns[column] = None
            if value is not None:
                told[column][value] += 1
    return {column: _most_frequent(told[column]) for column in columns}


def _names(mentions: Iterable[Mention]) -> dict[str, str]:
    """Each name by its key, as it is written most often, in capitals where it always is."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        written[name_key(mention.name)][mention.name] += 1
    return {
        key: min(counted, key=lambda name: (name.isupper(), -counted[name], name))
        for key, counted in written.items()
    }


def _most_frequent(counted: Counter[Any]) -> Any:
    if not counted:
        return None
    return min(counted.items(), key=lambda item: (-item[1], item[0]))[0]


def _write_entities(db: Database, tables: Tables, entities: Mapping[int, Row]) -> list[tuple[int]]:
    """Write what is new or other than before; the ids that are to go once nothing has them."""
    columns = list(next(iter(entities.values()), {"name": None, "name_key": None}))
    rows = db.execute(f"SELECT id, {', '.join(columns)} FROM {tables.entities}")  # noqa: S608 - fixed names
    known = {id_: tuple(values) for id_, *values in rows}
    changed = [
        (*row.values(), id_) for id_, row in entities.items() if known.get(id_) != (*row.values(),)
    ]
    assignments = ", ".join(f"{column} = excluded.{column}" for column in columns)
    places = ", ".join("?" for _ in columns)
    db.conn.executemany(
        f"INSERT INTO {tables.entities} ({', '.join(columns)}, id) VALUES ({places}, ?)"  # noqa: S608 - fixed names
        f" ON CONFLICT (id) DO UPDATE SET {assignments}",
        changed,
    )
    return [(id_,) for id_ in sorted(known.keys() - entities.keys())]


def _write_names(db: Database, tables: Tables, names: Mapping[tuple[int, str], str]) -> None:
    rows = db.execute(f"SELECT {tables.owner}, name_key, name FROM {tables.names}")  # noqa: S608 - fixed names
    known = {(owner, key): name for owner, key, name in rows}
    db.conn.executemany(
        f"DELETE FROM {tables.names} WHERE {tables.owner} = ? AND name_key = ?",  # noqa: S608 - fixed names
        sorted(known.keys() - names.keys()),
    )
    db.conn.executemany(
        f"INSERT INTO {tables.names} ({tables.owner}, name_key, name) VALUES (?, ?, ?)"  # noqa: S608 - fixed names
        f" ON CONFLICT ({tables.owner}, name_key) DO UPDATE SET name = excluded.name",
        sorted((*pair, name) for pair, name in names.items() if known.get(pair) != name),
    )
