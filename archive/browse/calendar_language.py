"""The words of a calendar's entries in the reader's language, as the pages say them."""

from __future__ import annotations

from functools import partial

from archive.browse.language import Language
from archive.export.facts.calendar_words import Words
from archive.export.facts.event import Area, Count, Event


def words_of(language: Language) -> Words:
    """The words of a language of the site."""
    return Words(
        heading=partial(_label, language),
        label=partial(_label, language),
        count=partial(_count, language),
        role=lambda code: language.say(f"role.{code}"),
        organization_role=lambda code: language.say(f"organization_role.{code}"),
        attendance=language.say("kind.attendance"),
        area=language.say("list.focus_area"),
        source=language.say("activity.source"),
    )


def _label(language: Language, entry: Event | Area) -> str:
    return language.label(entry.type if isinstance(entry, Event) else entry.number)


def _count(language: Language, count: Count) -> str:
    return language.say(f"qualifier.{count.qualifier}", count=count.number, unit=count.unit)
