"""Which reports are worth comparing: those of a day, or without one, that share something. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from archive.identity.event_reports import Report, days_of

_MOST_DAYS = 14
"""Days of the longest event that is compared with those within it."""
_MOST_TOGETHER = 64
"""Reports of a day that may share something for it to tell anything."""
_ENOUGH = 2
"""What two reports must share at least; a word or a file alone is enough, a person is not."""


def candidates(reports: Sequence[Report]) -> list[tuple[int, int]]:
    """Pairs of places in `reports`, the lower first, in ascending order.

    Work grows with the reports and not with their square: what more than 64 reports of one day
    share joins none of them.
    """
    found: set[tuple[int, int]] = set()
    for places in _by_day(reports).values():
        if len(places) > 1:
            found |= _of_one_day(reports, places)
    for places in _together(reports, range(len(reports)), _without_day):
        for one, other in combinations(places, 2):
            if reports[one].dates is None or reports[other].dates is None:
                found.add((one, other))
    return sorted(found)


def _by_day(reports: Sequence[Report]) -> dict[str, list[int]]:
    """Day -> the places of the reports of events of that day, ascending."""
    days: defaultdict[str, list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        if report.dates is not None:
            for day in days_of(*report.dates, most=_MOST_DAYS):
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
) -> Iterator[list[int]]:
    """Of these places of reports those that have one key, ascending."""
    known: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        for key in keys_of(reports[place]):
            known[key].append(place)
    return (same for same in known.values() if 1 < len(same) <= _MOST_TOGETHER)


def _telling(report: Report) -> Iterator[Hashable]:
    """What is enough to compare two reports of a day: words, kinds alone, files, topics."""
    stems = report.stems
    yield from stems
    yield from {title.common for title in report.told if not title.words and title.common}
    yield from report.materials
    yield from report.topics - stems


def _company(report: Report) -> Iterator[Hashable]:
    """What is only enough where two are shared: people, or one of them and the house."""
    yield from report.people
    house = report.house.words
    if house:
        yield house


def _without_day(report: Report) -> Iterator[Hashable]:
    """What brings a report that tells no date to others."""
    yield from {title.words for title in report.told if len(title.words) > _ENOUGH}
    yield from report.materials
