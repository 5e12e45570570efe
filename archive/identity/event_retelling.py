"""One event told twice under other titles: what the texts tell decides. Pure; precision first.

The day, and something of who was there or where, must be the same and nothing be told otherwise.
Then each text must tell what the other one's title tells, or count the same things, or be told in
largely the same words.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from archive.identity import event_texts, territories
from archive.identity.event_points import place_words, unlike_types
from archive.identity.event_reports import Points, Report, Verdict
from archive.identity.event_texts import Shared
from archive.identity.event_titles import everyday, has_day, stem_of
from archive.identity.person_names import distinct, is_rare

_NEEDED = 5
"""Points that two reports need of two sites, one fewer where each tells the other's title; on
one site, where the same people and houses recur, one more where they do not."""
_OVERLAPPING = 2
"""Points beyond that where the days only overlap."""
_MOST_PEOPLE_ELSEWHERE, _MOST_PEOPLE = 3, 2
_CIRCLE = 2
"""Organizations that must be shared to tell something."""
_GIVEN = 2
"""Points of a post that gives what was shown there."""
_HALF, _TOLD = 0.5, 0.3
_LONG_WORD = 4
"""Letters of a name of one word that may be of somebody's."""


def telling(first: Report, second: Report, usual: Collection[str]) -> list[str]:
    """Stems in titles of both that are no office, town, house or guest, and in few other titles."""
    names = (word for name in first.people & second.people for word in name.split())
    houses = first.house.words | second.house.words
    words = (first.stems & second.stems).difference(usual, everyday(), names, houses)
    return sorted(word for word in words if territories.place(word) is None)


def speaks_for(first: Report, second: Report) -> bool:
    """Whether the texts, if both are at hand, tell anything of what the other's title does."""
    if not (first.begins and second.begins):
        return False
    titles = (_own_words(first, second, ()), _own_words(second, first, ()))
    return event_texts.shared(first.opening, second.opening, titles).best > 0


def denied(first: Report, second: Report, *, is_far: bool) -> str | None:
    """What the texts tell against one event of two reports, the one's title within the other's.

    With `is_far` the longer title says much more, of which the other's text should tell, too.
    """
    if number := event_texts.other_number(first.opening, second.opening):
        unit, of_first, of_second = number
        return f"one text is of {f'{unit} {of_first}'.strip()}, the other of {of_second}"
    if not is_far or not (first.begins and second.begins):
        return None
    short, long = sorted((first, second), key=lambda one: len(one.stems))
    more = _own_words(long, short, ()) - short.stems
    if more and len(more & short.opening.stems) < _TOLD * len(more):
        return "the text of the one does not tell what the other's title does"
    return None


def retold(first: Report, second: Report, points: Points, usual: Collection[str]) -> Verdict | None:
    """What the texts tell of two reports whose titles and facts leave it open; None if nothing.

    Those that contradict each other in anything are not asked about.
    """
    if first.dates is None or second.dates is None or not _agree(first, second, points):
        return None
    people = points.people + _in_part(first.people, second.people)
    is_given = first.gives != second.gives
    told_house = (bool(people) or is_given) and points.venue is None and _tells_house(first, second)
    facts = _Facts(people, bool(points.venue) or told_house, points, is_given=is_given)
    if not facts.tell or not (first.begins and second.begins):
        return None
    titles = (_own_words(first, second, usual), _own_words(second, first, usual))
    texts = event_texts.shared(first.opening, second.opening, titles)
    elsewhere = first.site != second.site
    has = texts.points + facts.points(elsewhere=elsewhere)
    needed = _needed(first, second, texts)
    where = "two sites" if elsewhere else "one site"
    reason = f"on the same day, on {where}, their texts tell what both titles do"
    if points.words:
        reason += f", and they share {', '.join(points.words)}"
    is_told_by_both = texts.least > 0 or texts.numbers > 0
    if has >= needed and texts.is_own and (is_told_by_both if elsewhere else _is_no_series(texts)):
        is_loose = first.dates != second.dates
        return Verdict("same", has - needed, 1.0, reason, is_loose)
    if has >= needed - 1 and texts.best:
        return Verdict("doubt", 0, 0.55, f"{reason}; but a little more would be needed")
    return None


class _Facts(NamedTuple):
    """What two reports that leave it open tell of who was where."""

    people: int
    house: bool
    others: Points
    is_given: bool
    """Whether one gives what was shown at what the other tells of."""

    @property
    def tell(self) -> bool:
        """Whether something of who and where is the same."""
        circle = self.others.organizations >= _CIRCLE
        return bool(self.people or self.house or self.others.attendance or circle)

    def points(self, *, elsewhere: bool) -> int:
        """For one event."""
        return (
            min(self.people, _MOST_PEOPLE_ELSEWHERE if elsewhere else _MOST_PEOPLE)
            + self.house
            + bool(self.others.attendance)
            + (self.others.organizations >= _CIRCLE)
            + (_GIVEN if self.is_given else 0)
        )


def _needed(first: Report, second: Report, texts: Shared) -> int:
    """Points that they need: more on one site, of other kinds, and of days that only overlap."""
    unlike = unlike_types(first.type, second.type)
    overlapping = _OVERLAPPING if first.dates != second.dates else 0
    if first.site != second.site:
        wholly_told = texts.told == event_texts.MOST_TOLD
        return _NEEDED - wholly_told + max(0, unlike - 1) + overlapping
    return _NEEDED + (0 if _is_no_series(texts) and texts.alike else 1) + unlike + overlapping


def _is_no_series(texts: Shared) -> bool:
    """Whether it is told twice: of classes at a time, and of what belongs to one festival, a site
    tells in nearly the same words, but what the one title tells is not in the other's text.
    """
    return texts.numbers > 0 or (texts.best >= 1 and texts.least >= _HALF)


def _in_part(people: frozenset[str], others: frozenset[str]) -> int:
    """How many are named whole by the one and in part by the other: `wiratama`, `rini wiratama`."""
    found = 0
    for one in people - others:
        for other in others - people:
            short, long = sorted((one.split(), other.split()), key=len)
            found += len(short) < len(long) and set(short) <= set(long) and _tells_who(short)
    return found


def _tells_who(words: list[str]) -> bool:
    """Whether hardly two people of one event have these words in their names."""
    return distinct(tuple(words)) or (len(words[0]) >= _LONG_WORD and is_rare(words[0]))


def _agree(first: Report, second: Report, points: Points) -> bool:
    """Whether nothing is told otherwise."""
    if "routine_meeting" in {first.type, second.type}:
        return False
    if points.venue is False or points.place is False or points.attendance is False:
        return False
    return first.dates == second.dates or not any(map(has_day, (*first.told, *second.told)))


def _own_words(one: Report, other: Report, usual: Collection[str]) -> frozenset[str]:
    """Stems of its titles that tell this event from others; not who or where both name."""
    names = frozenset(word for name in one.people & other.people for word in name.split())
    houses = one.house.words & other.house.words
    return one.stems.difference(usual, everyday(), names, houses, place_words(one, other))


def _tells_house(first: Report, second: Report) -> bool:
    """Whether the text of one that names no house tells that of the other."""
    return any(
        not one.house.words
        and bool(other.house.words)
        and {stem_of(word) for word in other.house.words} <= one.opening.stems
        for one, other in ((first, second), (second, first))
    )
