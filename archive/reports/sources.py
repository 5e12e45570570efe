"""The pages behind the numbers of a report, numbered as they are first mentioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.reports.report import Quote, Source

Subject = Hashable
"""What evidence is about: whatever a row of a table is known by."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that reports an activity."""

    title: str
    url: str
    captured_at: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a page, and what they are evidence of; without a quote the page as a whole is."""

    activity_id: int
    event: int
    """The same number for reports of one event."""
    subject: Subject
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources of a report by number, and those behind each subject."""

    every: tuple[Source, ...]
    by_subject: Mapping[Subject, tuple[Source, ...]]

    def behind(self, subject: Subject) -> tuple[Source, ...]:
        """The sources of a subject by number, each with the quotes about it alone."""
        return self.by_subject.get(subject, ())


NONE = Sources((), {})


def numbered(
    subjects: Iterable[Subject], evidence: Iterable[Evidence], pages: Mapping[int, Page]
) -> Sources:
    """The sources of the subjects, whose order is that of the rows.

    `pages` are by the number of the activity. Evidence of other subjects is left out. A quote
    that several subjects have stands once under its source.
    """
    of: dict[Subject, dict[int, list[Quote]]] = defaultdict(dict)
    for one in evidence:
        quotes = of[one.subject].setdefault(one.activity_id, [])
        if one.quote is not None and one.quote not in quotes:
            quotes.append(one.quote)
    wanted = [subject for subject in dict.fromkeys(subjects) if subject in of]
    numbers: dict[int, int] = {}
    every: dict[int, dict[Quote, None]] = {}
    for subject in wanted:
        for activity_id, quotes in of[subject].items():
            numbers.setdefault(activity_id, len(numbers) + 1)
            every.setdefault(activity_id, {}).update(dict.fromkeys(quotes))

    def source(activity_id: int, quotes: Iterable[Quote]) -> Source:
        page = pages[activity_id]
        number = numbers[activity_id]
        return Source(number, page.title, page.url, page.captured_at, tuple(quotes))

    by_subject = {
        subject: tuple(
            source(activity_id, of[subject][activity_id])
            for activity_id in sorted(of[subject], key=numbers.__getitem__)
        )
        for subject in wanted
    }
    return Sources(tuple(source(*item) for item in every.items()), by_subject)


def by_fact(quotes: Sequence[Quote]) -> list[tuple[str, list[Quote]]]:
    """The quotes gathered under the facts that they prove, in the order of their first ones."""
    gathered: dict[str, list[Quote]] = {}
    for quote in quotes:
        gathered.setdefault(quote.fact, []).append(quote)
    return list(gathered.items())
