"""What two reports have in common beside dates and titles, and what that counts. Pure."""

from __future__ import annotations

from functools import cache

from archive.identity import event_venues, territories
from archive.identity.event_reports import Points, Report
from archive.identity.event_titles import vocabulary

_MOST_PEOPLE = 4
"""Points that shared people give at most, one each."""
_SHARED_SLIDES = 2
_TELLING_CROWD = 20
"""From so many on, the same attendance is no matter of a team's size."""
_CIRCLE = 3
"""Organizations that must be shared to tell something; some are everywhere."""


def common(first: Report, second: Report) -> Points:
    """What the two have in common beside dates and titles."""
    words = []
    people = len(first.people & second.people)
    if people:
        words.append(f"{people} {'person' if people == 1 else 'people'}")
    venue = event_venues.is_same(first.house, second.house)
    if venue:
        words.append("the venue")
    attendance = _attendance(first, second)
    if attendance:
        words.append("the attendance")
    materials = len(first.materials & second.materials)
    if materials:
        words.append(f"{materials} {'file' if materials == 1 else 'files'}")
    topics = len(first.topics & second.topics)
    if topics:
        words.append(f"{topics} {'topic' if topics == 1 else 'topics'} of groups")
    organizations = len(first.organizations & second.organizations)
    if organizations >= _CIRCLE:
        words.append(f"{organizations} organizations")
    return Points(
        people=people,
        venue=venue,
        place=same_place(first, second),
        attendance=attendance,
        materials=materials,
        topics=topics,
        organizations=organizations,
        words=tuple(words),
    )


def counted(points: Points) -> int:
    """Points for one event."""
    return (
        min(points.people, _MOST_PEOPLE)
        + (bool(points.venue) and points.place is not False)
        + bool(points.attendance)
        + (_SHARED_SLIDES if points.materials else 0)
        + min(points.topics, 2)
        + (points.organizations >= _CIRCLE)
    )


def place_words(first: Report, second: Report) -> frozenset[str]:
    """The words of the town where both were, which tell nothing of what was there."""
    if not first.place or not second.place or same_place(first, second) is False:
        return frozenset()
    words = f"{first.place} {second.place}".casefold().split()
    return frozenset(words)


@cache
def _are_one_place(first: str, second: str) -> bool:
    """Whether the names of two places may be of one; a city lies in a province."""
    one, other = territories.place(first), territories.place(second)
    if one is not None and other is not None:
        levels = {one.level, other.level}
        return one.name == other.name or (len(levels) > 1 and "provinsi" in levels)
    return bool(set(first.casefold().split()) & set(second.casefold().split()))


def same_place(first: Report, second: Report) -> bool | None:
    """Whether they were in one place; None where one of them does not tell."""
    if not first.place or not second.place:
        return None
    return _are_one_place(first.place, second.place)


def _attendance(first: Report, second: Report) -> bool | None:
    """Whether they count as many of the same; None where they do not, or too few to tell."""
    if shared := first.attendance & second.attendance:
        return True if max(count for _, count in shared) >= _TELLING_CROWD else None
    units = {unit for unit, _ in first.attendance} & {unit for unit, _ in second.attendance}
    return False if units else None


@cache
def unlike_types(first: str, second: str) -> int:
    """0 for one type, 1 for types that pages confuse, 2 for others."""
    if first == second or "other" in {first, second}:
        return 0
    return 1 if any({first, second} <= set(akin) for akin in vocabulary()["types"]["akin"]) else 2
