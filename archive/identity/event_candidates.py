"""Which reports are worth comparing: those of a day, or without one, that share something. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from archive.identity.event_reports import Report, days_of

MOST_DAYS = 14
"""Days of the longest event that is compared with those within it."""
MOST_TOGETHER = 64
"""Reports of a day, or with one of no day, that may share something for it to tell anything."""
_ENOUGH = 2
"""What two reports must share at least; a word, a file or a person is enough, a house is not."""


def candidates(
    reports: Sequence[Report], crowded: Container[Hashable] = ()
) -> list[tuple[int, int]]:
    """Pairs of places in `reports`, the lower first, in ascending order.

    Work grows with the reports and not with their square: what more than 64 reports of one day
    share joins none of them. `crowded` are keys without a day that too many reports have beside
    these.
    """
    found: set[tuple[int, int]] = set()
    for places in _by_day(reports).values():
        if len(places) > 1:
            found |= _of_one_day(reports, places)
    for places in _together(reports, range(len(reports)), keys_without_day, crowded):
        for one, other in combinations(places, 2):
            if reports[one].dates is None or reports[other].dates is None:
                found.add((one, other))
    return sorted(found)


def _by_day(reports: Sequence[Report]) -> dict[str, list[int]]:
    """Day -> the places of the reports of events of that day, ascending."""
    days: defaultdict[str, list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        if report.dates is not None:
            for day in days_of(*report.dates, most=MOST_DAYS):
                days[day].append(place)
    return days


def _of_one_day(reports: Sequence[Report], places: Sequence[int]) -> set[tuple[int, int]]:
    shared: Counter[tuple[int, int]] = Counter()
    for same in _together(reports, places, _telling):
        for pair in combinations(same, 2):
            shared[pair] = _ENOUGH
    for same in _together(reports, places, _company):
        shared.update(combinations(same, 2))
    return {pair for pair, weight in shared.items() if weight >= _ENOUGH}


def _together(
    reports: Sequence[Report],
    places: Iterable[int],
    keys_of: Callable[[Report], Iterable[Hashable]],
    crowded: Container[Hashable] = (),
) -> Iterator[list[int]]:
    """Of these places of reports those that have one key, ascending."""
    known: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        for key in keys_of(reports[place]):
            if key not in crowded:
                known[key].append(place)
    return (same for same in known.values() if 1 < len(same) <= MOST_TOGETHER)


def _telling(report: Report) -> Iterator[Hashable]:
    """What is enough to compare two reports of a day: words, kinds alone, files, topics, people."""
    stems = report.stems
    yield from stems
    yield from {title.common for title in report.told if not title.words and title.common}
    yield from report.materials
    yield from report.topics - stems
    for person in report.people:
        yield "person", person


def _company(report: Report) -> Iterator[Hashable]:
    """What is only enough where two are shared: a house, organizations, the attendance."""
    for word in report.house.words:
        yield "house", word
    for organization in report.organizations:
        yield "organization", organization
    yield from report.attendance


def keys_without_day(report: Report) -> Iterator[frozenset[str] | str]:
    """What brings a report that tells no date to others."""
    yield from {title.words for title in report.told if len(title.words) > _ENOUGH}
    yield from report.materials
