"""Events as a calendar (iCalendar, RFC 5545), for calendar programs and time lines."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import BinaryIO
from urllib.parse import quote

import icalendar

from archive.export.facts.calendar_words import ENGLISH, Words
from archive.export.facts.event import Event, Participant
from archive.export.facts.events import events
from archive.export.facts.order import Order, in_words

_PRODUCT = "-//resilience-archive//Activities//EN"
_NAMES = ("name", "x-wr-calname")
_DESCRIPTIONS = ("description", "x-wr-caldesc")
_LONGEST = 10_000
"""Characters of a text: calendar programs give up on more."""
_OF_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"
"""What an address may have as it is (RFC 3986) beside letters and digits."""
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\U0010ffff]")
"""Control characters but the tab and the line end, which is written in another way."""


def write(
    order: Order,
    file: BinaryIO,
    *,
    name: str | None = None,
    description: str | None = None,
    words: Words = ENGLISH,
) -> str:
    """Write an all-day entry for each event; undated events have no place in a calendar.

    An event that several pages report is one entry, whose UID stays the same as long as the page
    that first reported it is known. `name` and `description` are what programs show of the
    calendar as a whole, `words` those that stand around the facts of its entries.
    """
    written = undated = 0
    begin, end = _frame(name, description)
    file.write(begin)
    for event in order.counted(events(order.db), "events"):
        entry = _entry(event, words)
        if entry is None:
            undated += 1
        else:
            file.write(entry.to_ical())
            written += 1
    file.write(end)
    if undated:
        order.tell(f"Left out: {in_words(undated, 'event')} without a date")
    return in_words(written, "event")


def empty(name: str) -> bytes:
    """A calendar without entries."""
    return b"".join(_frame(name, None))


def _frame(name: str | None, description: str | None) -> tuple[bytes, bytes]:
    """What stands before the entries and behind them."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # RFC 7986 has NAME and DESCRIPTION; most programs read what was common before it.
    told = (*((one, name) for one in _NAMES), *((one, description) for one in _DESCRIPTIONS))
    for property_name, words in told:
        if words:
            calendar.add(property_name, _text(words))
    written = calendar.to_ical()
    end = b"END:VCALENDAR\r\n"
    return written.removesuffix(end), end


def _entry(event: Event, words: Words) -> icalendar.Event | None:
    days = _days(event)
    if days is None:
        return None
    first, after = days
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@resilience-archive")
    entry.add("dtstamp", max(datetime.fromisoformat(one.fetched_at) for one in event.reports))
    entry.add("dtstart", first)
    entry.add("dtend", after)
    entry.add("summary", _text(event.title))
    where = ", ".join(filter(None, (event.venue, event.place)))
    if where:
        entry.add("location", _text(where))
    entry.add("categories", [words.label(event), *map(words.label, event.areas)])
    entry.add("url", quote(event.reports[0].url, safe=_OF_ADDRESSES))
    entry.add("description", _text(_description(event, words)))
    entry.add("transp", "TRANSPARENT")  # it keeps nobody's time
    return entry


def _days(event: Event) -> tuple[date, date] | None:
    """The first day and the day after the last, as a calendar has it; None without a date."""
    try:
        first = date.fromisoformat(event.start_date or "")
        last = date.fromisoformat(event.end_date) if event.end_date else first
        return first, max(first, last) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _description(event: Event, words: Words) -> str:
    lines = [words.heading(event)]
    if event.counts:
        lines.append(f"{words.attendance}: {'; '.join(map(words.count, event.counts))}")
    lines.extend(f"{words.role(one.role)}: {_named(one)}" for one in event.people)
    lines.extend(
        f"{words.organization_role(one.role)}: {one.name}"
        for one in event.organizations
        if one.role != "mentioned"
    )
    lines.extend(f"{words.area} {area.number}: {words.label(area)}" for area in event.areas)
    # What it was read from comes before what may have to be cut off.
    return "\n".join([*(f"{words.source}: {one.url}" for one in event.reports), *lines])


def _named(person: Participant) -> str:
    return ", ".join(filter(None, (person.name, person.position, person.organization)))


def _text(words: str) -> str:
    """The words without what RFC 5545 forbids; longer ones end in an ellipsis."""
    kept = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return _FORBIDDEN.sub("", kept)
