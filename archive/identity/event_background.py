"""What all reports together tell that comparing some of them needs. Pure."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from archive.identity.event_candidates import MOST_TOGETHER, keys_without_day
from archive.identity.event_reports import Report

MARGIN = 32
"""So many reports may change their titles before what all of them tell is found out anew."""
_MOST_TITLES, _MOST_OF_TITLES = 6, 0.01
"""Titles, and share of all titles, that may have a word which still tells of one event."""

Key = frozenset[str] | str
"""What brings a report without a day to others: the words of a title, or a file's address."""


@dataclass(frozen=True, slots=True)
class Background:
    """Of reports that are no copies of others."""

    usual: frozenset[str]
    """Stems that so many titles have that two reports of a day may well share them."""
    crowded: frozenset[Key]
    """Keys that more than 64 reports have, which tell nothing."""
    near: frozenset[Key]
    """Stems and keys that so many reports have that few more, or less, would make the difference."""
    undated: dict[Key, tuple[int, ...]]
    """Which reports that tell no date have a key."""
    changes: int = 0
    """Reports that changed their titles since."""

    @classmethod
    def of(cls, reports: Sequence[Report]) -> Self:
        """That of these reports; ids are of activities."""
        stems = Counter(stem for report in reports for stem in report.stems)
        keys = Counter(key for report in reports for key in keys_without_day(report))
        most = max(_MOST_TITLES, len(reports) * _MOST_OF_TITLES)
        undated: defaultdict[Key, list[int]] = defaultdict(list)
        for report in reports:
            if report.dates is None:
                for key in keys_without_day(report):
                    undated[key].append(report.activity_id)
        near = {one for one, count in stems.items() if abs(count - most) <= MARGIN + 1}
        near_keys = {one for one, count in keys.items() if abs(count - MOST_TOGETHER) <= MARGIN + 1}
        return cls(
            frozenset(stem for stem, count in stems.items() if count > most),
            frozenset(key for key, count in keys.items() if count > MOST_TOGETHER),
            frozenset((*near, *near_keys)),
            {key: tuple(ids) for key, ids in undated.items()},
        )

    def bears(self, changed: Collection[Key]) -> bool:
        """Whether it stays as it is though titles and files with these stems and keys changed."""
        return self.changes <= MARGIN and self.near.isdisjoint(changed)

    def partners(self, report: Report) -> set[int]:
        """Reports without a day that share a key with the report."""
        return {one for key in keys_without_day(report) for one in self.undated.get(key, ())}

    def after(self, changes: int) -> Self:
        """The same after so many reports more changed their titles."""
        return replace(self, changes=self.changes + changes)

    def to_json(self) -> str:
        """As it is stored."""
        told = asdict(self)
        for name in ("usual", "crowded", "near"):
            told[name] = sorted(map(_plain, told[name]), key=str)
        told["undated"] = [[_plain(key), ids] for key, ids in self.undated.items()]
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The one of which `to_json` made this text."""
        told = json.loads(text)
        return cls(
            frozenset(told["usual"]),
            frozenset(map(_key, told["crowded"])),
            frozenset(map(_key, told["near"])),
            {_key(key): tuple(ids) for key, ids in told["undated"]},
            told["changes"],
        )


def _plain(key: Key) -> Any:
    return key if isinstance(key, str) else sorted(key)


def _key(plain: Any) -> Key:
    return plain if isinstance(plain, str) else frozenset(plain)
