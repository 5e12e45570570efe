"""Whether two reports are of one event. Pure; precision before recall.

The date comes first: reports of other days are of other events. Then the more the titles tell
alike, the less else they must have in common; where titles differ, only what belongs to one
event alone (its attendance, its slides, its topics) can join two reports, for the same people
meet in the same room more than once a day.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import product

from archive.identity import event_retelling, event_venues
from archive.identity.event_points import common, counted, place_words, same_place, unlike_types
from archive.identity.event_reports import Points, Report, Verdict, days_between
from archive.identity.event_titles import (
    Alike,
    alike,
    contradicting_number,
    has_day,
)

_NEEDED = {
    Alike.EQUAL: 0,
    Alike.EQUAL_PAIR: 1,
    Alike.WITHIN: 1,
    Alike.EQUAL_WORD: 2,
    Alike.WITHIN_FAR: 2,
    Alike.WITHIN_WORD: 3,
    Alike.GENERAL: 3,
    Alike.PARTLY: 3,
    Alike.TOUCHING: 4,
    Alike.UNLIKE: 5,
}
"""Points that reports of one day need, by how alike their titles are."""

_COMPANY = 2
_SHARED_SLIDES = 2
_GIVEN = 2
"""Points that a post with the slides of a day has with what took place on that day."""
_LATER = 30
"""Days after an event within which a post without a date may still be about it."""
_COPY_LENGTH = 400
"""Characters from which on two equal texts are one text and not a form."""

_SAME_DAY_WORDS = {
    Alike.EQUAL: "their titles say the same",
    Alike.EQUAL_PAIR: "their titles say the same",
    Alike.EQUAL_WORD: "their titles say the same in a word",
    Alike.WITHIN: "one title is within the other",
    Alike.WITHIN_FAR: "one title is within the other",
    Alike.WITHIN_WORD: "their titles share a word",
    Alike.GENERAL: "their titles name the same kind of activity",
    Alike.PARTLY: "their titles share words",
    Alike.TOUCHING: "their titles share a word",
    Alike.UNLIKE: "their titles share nothing",
}


def compare(first: Report, second: Report, usual: Collection[str] = frozenset()) -> Verdict:
    """What is to be thought of the two; the same whichever comes first.

    `usual` are stems that so many titles have that they tell nothing of one event.
    """
    if is_copy(first, second):
        return Verdict("same", 9, 1.0, "their texts are the same, word for word")
    if contradiction := contradicts(first, second):
        return Verdict("different", 0, 0.0, contradiction)
    titles = _titles(first, second)
    points = common(first, second)
    if first.dates is None or second.dates is None:
        return _undated(first, second, titles, points)
    verdict = _dated(first, second, titles, points)
    if verdict.answer == "same":
        return _read_again(first, second, titles, points, verdict)
    return _otherwise(first, second, titles, points, usual) or verdict


def _otherwise(
    first: Report, second: Report, titles: Alike, points: Points, usual: Collection[str]
) -> Verdict | None:
    """What is likelier than that the two are of two events, where titles and facts leave it open."""
    elsewhere = retold = None
    is_routine = "routine_meeting" in {first.type, second.type}
    if titles <= Alike.PARTLY and first.dates == second.dates and not is_routine:
        elsewhere = _told_elsewhere(first, second, points, usual)
    if (elsewhere is None or elsewhere.answer != "same") and not _differences(first, second):
        retold = event_retelling.retold(first, second, points, usual)
    return max(filter(None, (retold, elsewhere)), key=lambda one: one.score, default=None)


def _read_again(
    first: Report, second: Report, titles: Alike, points: Points, verdict: Verdict
) -> Verdict:
    """The verdict, or a doubt where one title is within the other and the texts speak against it."""
    own = points.materials or points.topics or points.attendance or first.gives != second.gives
    if own or titles not in {Alike.WITHIN, Alike.WITHIN_FAR, Alike.WITHIN_WORD}:
        return verdict
    is_far = titles is not Alike.WITHIN
    if against := event_retelling.denied(first, second, is_far=is_far):
        return Verdict("doubt", 0, 0.8, f"{verdict.reason}; but {against}", verdict.is_loose)
    return verdict


def is_copy(first: Report, second: Report) -> bool:
    """Whether one page says what the other says, of the same days or on another site."""
    if not first.text_digest or first.text_digest != second.text_digest:
        return False
    if first.dates is not None and first.dates == second.dates:
        return True
    return first.site != second.site and min(first.text_length, second.text_length) >= _COPY_LENGTH


def contradicts(first: Report, second: Report) -> str | None:
    """Why the two cannot be reports of one event; None where they can."""
    if first.dates is not None and second.dates is not None:
        (start, end), (other_start, other_end) = first.dates, second.dates
        if end < other_start or other_end < start:
            return f"they were on other days, {_days(first)} and {_days(second)}"
        routine = "routine_meeting" in {first.type, second.type}
        if routine and first.dates != second.dates:
            return "a routine meeting has a day of its own"
    if first.marks != second.marks:
        (mark, *_) = sorted(first.marks ^ second.marks)
        about = "a preparation for it" if mark == "preparation" else "about what came of it"
        return f"one is {about}"
    for one, other in product(first.told, second.told):
        if number := contradicting_number(one, other):
            unit, of_first, of_second = number
            return f"one is of {f'{unit} {of_first}'.strip()}, the other of {of_second}"
    return None


def are_rivals(first: Report, second: Report) -> bool:
    """Whether a third report can be of one event with the first or the second, but not with both."""
    if is_copy(first, second):
        return False
    return contradicts(first, second) is not None or bool(_differences(first, second))


def _dated(first: Report, second: Report, titles: Alike, points: Points) -> Verdict:
    is_loose = first.dates != second.dates
    has, needed = counted(points), _NEEDED[titles] + _burden(first, second, points)
    is_given = not is_loose and bool(titles) and _is_given(first, second)
    if is_given:
        has += _GIVEN
        points = replace(points, words=(*points.words, "what was shown there"))
    if is_loose:
        needed += 2
    missing = _missing(first, second, titles, points, is_given=is_given)
    if titles is Alike.UNLIKE and missing and first.site == second.site:
        return Verdict("different", 0, 0.0, f"{_SAME_DAY_WORDS[titles]} on one site")
    if is_loose and any(map(has_day, (*first.told, *second.told))):
        missing.append("one is of a day of several")
    if is_loose and titles < Alike.WITHIN_FAR:
        missing.append("their days are not the same")
    days = "on the same day" if not is_loose else "on days that overlap"
    reason = f"{days}, {_SAME_DAY_WORDS[titles]}"
    return _weighed(reason, has, needed, points, missing, is_loose=is_loose)


def _undated(first: Report, second: Report, titles: Alike, points: Points) -> Verdict:
    """One tells no date: it was posted soon after, under the same title or with the same file."""
    reason = f"one tells no date, {_SAME_DAY_WORDS[titles]}"
    if titles < Alike.EQUAL and not points.materials:
        return Verdict("different", 0, 0.0, "one tells no date, and too little else tells the same")
    if not _is_timely(first, second):
        return Verdict("different", 0, 0.0, "one tells no date and was not posted soon after")
    has, needed = counted(points), 3 + _burden(first, second, points) - bool(titles >= Alike.EQUAL)
    if _dates_its_files(first, second):
        has += _SHARED_SLIDES
    missing = _missing(first, second, titles, points)
    if "routine_meeting" in {first.type, second.type}:
        missing.append("a routine meeting has many days")
    return _weighed(reason, has, needed, points, missing, is_loose=True)


def _weighed(
    reason: str, has: int, needed: int, points: Points, missing: list[str], *, is_loose: bool
) -> Verdict:
    if points.words:
        reason += f", and they share {', '.join(points.words)}"
    if has >= needed and not missing:
        return Verdict("same", has - needed, 1.0, reason, is_loose)
    if has < needed - 1:
        return Verdict("different", 0, 0.0, f"{reason}: too little", is_loose)
    score = round(min(0.95, (1 + has) / (2 + max(has, needed))), 2)
    but = "; ".join(missing) or "a little more would be needed"
    return Verdict("doubt", has - needed, score, f"{reason}; but {but}", is_loose)


def _is_given(first: Report, second: Report) -> bool:
    """Whether one is a post that gives what was shown at the event that the other tells of."""
    if first.gives == second.gives or unlike_types(first.type, second.type) > 1:
        return False
    return first.site == second.site or bool(first.organizations & second.organizations)


def _told_elsewhere(
    first: Report, second: Report, points: Points, usual: Collection[str]
) -> Verdict | None:
    """Two institutions that tell of one event, each under its own headline.

    The same person in the same house on the same day, at an activity of the same kind, and a
    word in both titles that few titles have and that is no office, house or name; or several
    people of several bodies, at an activity of the same kind in that town. A site tells once of
    what it took part in: two reports of one site are a doubt at most. None where less is the same.
    """
    if _are_of_one_company(first, second, points):
        told = f"on the same day, on two sites, and they share {', '.join(points.words)}"
        return Verdict("same", 0, 1.0, f"{told}, of {points.organizations} organizations")
    is_near = points.venue and points.place is not False
    if not is_near or not (points.people or points.organizations > 1):
        return None
    if _burden(first, second, points) > 1 or _differences(first, second):
        return None
    words = event_retelling.telling(first, second, usual)
    if len(words) <= _burden(first, second, points):
        words = []
    where = "one site" if first.site == second.site else "two sites"
    told = f"on the same day, on {where}, and they share {', '.join(points.words)}"
    if words:
        told = f"{told}; both titles speak of {' and '.join(map(repr, words[:3]))}"
    if words and points.people and first.site != second.site:
        return Verdict("same", len(words), 1.0, told)
    if (words and points.people) or (first.site != second.site and (points.people or words)):
        return Verdict("doubt", 0, 0.6, f"{told}; but a little more would be needed")
    return None


def _are_of_one_company(first: Report, second: Report, points: Points) -> bool:
    """Whether two sites tell of one kind of activity of several people of several bodies there."""
    is_told_alike = first.type == second.type != "other" and points.place is True
    company = min(points.people, points.organizations) >= _COMPANY
    is_open = points.venue is not False and points.attendance is not False
    if first.site == second.site or not (is_told_alike and company and is_open):
        return False
    return event_retelling.speaks_for(first, second)


def _missing(
    first: Report, second: Report, titles: Alike, points: Points, *, is_given: bool = False
) -> list[str]:
    """What keeps two likely reports of one event from being joined."""
    missing = []
    own = points.materials or points.topics or points.attendance or is_given
    if titles in {Alike.UNLIKE, Alike.TOUCHING, Alike.PARTLY} and not own:
        missing.append("the same people may meet twice a day about this and that")
    return missing + _differences(first, second)


def _differences(first: Report, second: Report) -> list[str]:
    """What two reports of one event would hardly tell so differently."""
    found = []
    if not first.people & second.people:
        roles = {role for role, _ in first.leaders} & {role for role, _ in second.leaders}
        if min(len(first.people), len(second.people)) > 1:
            found.append("they name other people")
        elif roles:
            found.append(f"another person is named as {min(roles)}")
    # Two people who are named in both were not in two cities on one day.
    # Houses of one name are in many cities; one of them and somebody who is named in both are not.
    company = len(first.people & second.people)
    if company and event_venues.is_same(first.house, second.house):
        company = _COMPANY
    if same_place(first, second) is False and company < _COMPANY:
        found.append(f"one was in {first.place}, the other in {second.place}")
    return found


def _burden(first: Report, second: Report, points: Points) -> int:
    """Points that are needed beyond the usual, for the two differ in something."""
    venue = points.venue is False
    crowd = points.attendance is False
    return unlike_types(first.type, second.type) + venue + crowd


def _titles(first: Report, second: Report) -> Alike:
    """How alike the most alike of their titles are."""
    pairs = list(product(first.told, second.told))
    best = max((alike(one, other) for one, other in pairs), default=Alike.UNLIKE)
    if best is Alike.EQUAL:
        return best
    place = place_words(first, second)
    for one, other in pairs:
        if not place.isdisjoint(one.words | other.words):
            best = max(best, alike(one.without(place), other.without(place)))
    return best


def _is_timely(first: Report, second: Report) -> bool:
    """Whether what tells no date was posted soon after the other's event, or other post."""
    if first.dates is not None:
        first, second = second, first
    begun = second.dates[0] if second.dates else second.published_on
    if first.published_on is None or begun is None:
        return False
    ended = second.dates[1] if second.dates else begun
    later = days_between(ended, first.published_on)
    if second.dates is None:
        return abs(later) <= 3  # noqa: PLR2004 - two posts of one week
    return begun <= first.published_on and later <= _LATER


def _dates_its_files(first: Report, second: Report) -> bool:
    """Whether what tells no date has files of the other's days."""
    if first.dates is not None:
        first, second = second, first
    return second.dates is not None and any(
        second.dates[0] <= day <= second.dates[1] for day in first.material_dates
    )


def _days(report: Report) -> str:
    assert report.dates is not None  # noqa: S101 - the caller has looked
    start, end = report.dates
    return start if start == end else f"{start} to {end}"
