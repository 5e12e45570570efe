"""Invented reports of activities, each with facts whose evidence stands in its text.

Everything follows from one seed. A few in a hundred have a fault of the kinds that quality checks
look for: a wrong weekday, a count of nobody, a date behind the publication.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

import synthetic_words as words
from synthetic_words import Zipf

from archive.records import (
    Activity,
    ActivityDate,
    ActivityType,
    Article,
    Attendance,
    Finding,
    Group,
    Material,
    Organization,
    OrganizationRole,
    Person,
    PersonRole,
    Qualifier,
    Record,
    Span,
)

FIRST_DAY = date(2014, 1, 6)
DAYS = 3652
FILLER_WORDS = 150
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
QUALIFIED: dict[Qualifier, str] = {
    "exact": "",
    "about": "sekitar ",
    "at_least": "lebih dari ",
    "at_most": "paling banyak ",
}


@dataclass(frozen=True, slots=True)
class Report:
    """A page with what it was read to say, and who is meant by its names."""

    record: Record
    site: str
    people: tuple[int, ...]
    """Places in `World.people`, one for each of the record's people."""
    organizations: tuple[int, ...]
    same_as: int | None
    """How many reports before this one another told of the same event; None where none did."""


@dataclass(slots=True)
class Text:
    """A text that grows and tells where what was added stands."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, said: str) -> Span:
        """The span of the words, which now end the text."""
        begin = self.length
        self.parts.append(said)
        self.length += len(said)
        return Span(begin, self.length)


class World:
    """All people, organizations and words, from which reports are drawn one after the other."""

    def __init__(self, seed: int, *, people: int, organizations: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - the same for the same seed is the point
        self.people = words.people(self._chance, people)
        self.organizations = words.organizations(self._chance, organizations)
        self._words = Zipf(self._chance, words.vocabulary(self._chance))
        self._some_person = Zipf(self._chance, list(range(people)), steepness=0.6)
        self._some_organization = Zipf(self._chance, list(range(organizations)), steepness=0.8)
        self._known: list[Report] = []

    def report(self, number: int) -> Report:
        """The next report; about one in twelve tells again of an event of the last few."""
        if self._known and self._one_in(12):
            before = self._chance.randrange(len(self._known))
            told = self._known[before]
            report = self._report(number, told, same_as=len(self._known) - before)
        else:
            report = self._report(number, None, same_as=None)
        self._known = [*self._known[-19:], report]
        return report

    def some_words(self, number: int) -> str:
        """So many words, as frequent as in reports."""
        return " ".join(self._words.draw(self._chance, number))

    def _report(self, number: int, told: Report | None, *, same_as: int | None) -> Report:
        chance = self._chance
        text = Text()
        kind = told.record.activity.type if told else self._kind()
        title = told.record.activity.title if told else self._title(kind)
        day = self._day(told)
        text.add(f"{title}\n")
        dates = self._dates(text, day)
        place, venue, venue_span = self._venue(text)
        attendance = self._attendance(text)
        text.add(self._sentences(FILLER_WORDS // 3))
        whom = (
            told.people
            if told
            else self._some(self._some_person, chance.choice((2, 3, 4, 4, 5, 7)))
        )
        people = tuple(self._person(text, who) for who in whom)
        text.add(self._sentences(FILLER_WORDS // 3))
        which = (
            told.organizations
            if told
            else self._some(self._some_organization, chance.choice((1, 2, 3, 3, 4, 6)))
        )
        organizations = tuple(self._organization(text, one) for one in which)
        groups = self._groups(text) if kind in {"workshop", "focus_group"} else ()
        materials = self._materials(text, number)
        text.add(self._sentences(FILLER_WORDS // 3))
        findings = tuple(
            Finding("weekday", "The weekday is that of another day.", found.evidence)
            for found in dates
            if found.weekday_agrees is False
        )
        activity = Activity(
            kind, title, None if not dates else dates[0].date, None if not dates else dates[0].date,
            dates, place, venue, venue_span, attendance, people, organizations, groups, materials,
        )  # fmt: skip
        site = f"kota-{chance.choice((1, 1, 1, 1, 2, 2, 3, 4, 5, 6))}"
        article = self._article(number, site, title or "", day, "".join(text.parts))
        return Report(Record(article, activity, findings), site, whom, which, same_as)

    def _kind(self) -> ActivityType | None:
        if self._one_in(13):
            return None
        kinds: tuple[ActivityType, ...] = get_args(ActivityType)
        return self._chance.choices(kinds, weights=range(len(kinds), 0, -1))[0]

    def _title(self, kind: ActivityType | None) -> str:
        about = self.some_words(4).title()
        return f"{(kind or 'berita').replace('_', ' ').title()} {about}"

    def _day(self, told: Report | None) -> date:
        if told is not None and told.record.activity.start_date:
            later = 1 if self._one_in(20) else 0
            return date.fromisoformat(told.record.activity.start_date) + timedelta(later)
        return FIRST_DAY + timedelta(self._chance.randrange(DAYS))

    def _dates(self, text: Text, day: date) -> tuple[ActivityDate, ...]:
        if self._one_in(50):
            return ()
        stated = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        agrees = self._chance.choices((True, False, None), weights=(30, 1, 69))[0]
        text.add("Kegiatan berlangsung pada ")
        found = ActivityDate(day.isoformat(), None, "activity", agrees, (text.add(stated),))
        text.add(".\n")
        return (found,)

    def _venue(self, text: Text) -> tuple[str | None, str | None, tuple[Span, ...]]:
        if self._one_in(7):
            return None, None, ()
        place = self._chance.choice(words.lists()["places"])
        venue = f"{self._chance.choice(words.lists()['venues'])} {place}"
        text.add("Bertempat di ")
        span = text.add(venue)
        text.add(". ")
        return place, venue, (span,)

    def _attendance(self, text: Text) -> tuple[Attendance, ...]:
        found = []
        for _ in range(self._chance.choice((0, 0, 1, 1, 1, 2))):
            qualifier = self._chance.choice(get_args(Qualifier))
            count = int(self._chance.lognormvariate(3.6, 0.7)) + 2
            if self._one_in(200):
                count = self._chance.choice((0, 60_000))
            unit = self._chance.choice(words.lists()["units"])
            text.add("Dihadiri ")
            span = text.add(f"{QUALIFIED[qualifier]}{count} {unit}")
            text.add(". ")
            found.append(Attendance(count, qualifier, unit, (span,)))
        return tuple(found)

    def _some(self, drawn: Zipf[int], number: int) -> tuple[int, ...]:
        different = tuple(dict.fromkeys(drawn.draw(self._chance, number)))
        return (*different, different[0]) if self._one_in(100) else different

    def _person(self, text: Text, who: int) -> Person:
        known = self.people[who]
        name = known.forms[-1 if self._one_in(5) else 0]
        honorific = self._chance.choice((None, *words.lists()["honorifics"]))
        degrees = tuple(
            self._chance.sample(words.lists()["degrees"], self._chance.choice((0, 0, 1, 2)))
        )
        text.add(f"\n{honorific or ''} ".lstrip(" "))
        span = text.add(name)
        text.add(f", {', '.join(degrees)}" if degrees else "")
        organization = None
        if not self._one_in(3):
            organization = self.organizations[who % len(self.organizations)].forms[0]
            text.add(f" dari {organization}")
        text.add(" menyampaikan ")
        summary = text.add(self.some_words(6))
        text.add(".")
        role: PersonRole = self._chance.choice(get_args(PersonRole))
        return Person(
            name, role, known.position, organization, honorific, degrees, (summary,), (span,)
        )

    def _organization(self, text: Text, which: int) -> Organization:
        known = self.organizations[which]
        role: OrganizationRole = self._chance.choice(get_args(OrganizationRole))
        text.add(" Hadir ")
        span = text.add(known.forms[0])
        text.add(f" ({known.acronym})." if known.acronym else ".")
        return Organization(known.forms[0], known.acronym, role, known.sector, (span,))  # type: ignore[arg-type]

    def _groups(self, text: Text) -> tuple[Group, ...]:
        found = []
        for number in range(1, self._chance.choice((0, 2, 3, 5)) + 1):
            area = None if self._one_in(10) else number
            text.add(f"\nKelompok {number} membahas ")
            span = text.add(words.lists()["focus_topics"][number - 1])
            points = []
            for _ in range(self._chance.randrange(4)):
                text.add(". ")
                points.append(text.add(self.some_words(8).capitalize()))
            text.add(".")
            topic = "" if self._one_in(50) else words.lists()["focus_topics"][number - 1]
            found.append(Group(number, topic, area, tuple(points), (span,)))
        return tuple(found)

    def _materials(self, text: Text, number: int) -> tuple[Material, ...]:
        found = []
        for place in range(self._chance.choice((0, 0, 0, 1, 1, 2))):
            text.add("\n")
            span = text.add(f"Materi Paparan {number}-{place}")
            address = f"https://kota.example/berkas/{number}-{place}.pdf"
            url = None if self._one_in(20) else address
            found.append(
                Material("slides", f"Materi Paparan {number}-{place}", url, None, None, (span,))
            )
        return tuple(found)

    def _article(self, number: int, site: str, title: str, day: date, text: str) -> Article:
        late = self._chance.choices(
            (0, 1, 2, 4, 9, -3, 800), weights=(30, 30, 20, 10, 9, 0.5, 0.5)
        )[0]
        published = f"{(day + timedelta(late)).isoformat()}T09:00:00+07:00"
        url = f"https://{site}.example/{day:%Y/%m/%d}/{number}/"
        return Article(
            url, url, title, None, "Redaksi", published, None, ("Kegiatan",), "generic", text
        )

    def _sentences(self, number: int) -> str:
        """So many words in sentences, the first on a line of its own."""
        drawn = self._words.draw(self._chance, number)
        pieces = [drawn[at : at + 12] for at in range(0, number, 12)]
        return "\n" + " ".join(f"{' '.join(piece).capitalize()}." for piece in pieces)

    def _one_in(self, number: int) -> bool:
        return self._chance.randrange(number) == 0
