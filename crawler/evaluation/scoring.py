"""A record held against the known facts of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from crawler.evaluation.figures import Body, Found, Share
from crawler.evaluation.likeness import overlap, pair_off, same_person, words_of
from crawler.evaluation.proof import facts_of, is_proved, quotes_of

Fact = dict[str, Any]
Pairs = list[tuple[Any, Any]]

FACTS = (
    "activity_dates",
    "mentioned_dates",
    "attendance",
    "people",
    "organizations",
    "groups",
    "conclusions",
    "venue",
    "materials",
)
DETAILS = (
    "type",
    "qualifier",
    "role",
    "position",
    "focus_area",
    "material_kind",
    "presenter",
    "evidence",
)
_SAME_TEXT = 0.7
_SAME_ORGANIZATION = 0.75
_SAME_LABEL = 0.8
_SAME_POSITION = 0.6


@dataclass
class Scores:
    """The figures over all pages held against their known facts so far."""

    facts: dict[str, Found] = field(default_factory=lambda: {name: Found() for name in FACTS})
    details: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in DETAILS})
    body: Body = field(default_factory=Body)

    def figures(self) -> dict[str, dict[str, float | int]]:
        """All figures by field, in a fixed order."""
        return {
            **{name: found.figures() for name, found in self.facts.items()},
            **{name: share.figures() for name, share in self.details.items()},
            "body": self.body.figures(),
        }

    def misses(self, name: str) -> list[str]:
        """What was missed, invented or wrong of one field, a sentence each."""
        return (self.facts.get(name) or self.details[name]).misses

    def add(self, page: str, record: Fact, known: Fact) -> None:
        """Holds one page's record (as `Record.to_dict` gives it) against its known facts.

        `known` has "text" (the article's own text) and "gold" (the facts).
        """
        text, activity, gold = record["article"]["text"], record["activity"], known["gold"]
        self._add_body(text, known["text"])
        self._add_dates(page, activity, gold)
        self._add_attendance(page, activity, gold)
        self._add_people(page, activity, gold)
        self._add_organizations(page, activity, gold)
        self._add_groups(page, activity, gold, text)
        self._add_materials(page, activity, gold)
        venues = [[place["venue"]] if place["venue"] else [] for place in (activity, gold)]
        self._pair("venue", page, venues[0], venues[1], _alike(_SAME_TEXT), str)
        self.details["type"].note(
            right=activity["type"] == gold["type"],
            miss=f"{page}: {gold['type']} read as {activity['type']}",
        )
        for kind, fact in facts_of(activity):
            self.details["evidence"].note(
                right=is_proved(kind, fact, text),
                miss=f"{page}: {kind} {_named(fact)}: {quotes_of(fact, text)[:1]}",
            )

    def _pair(
        self,
        name: str,
        page: str,
        read: list[Any],
        known: list[Any],
        same: Callable[[Any, Any], bool],
        told: Callable[[Any], str],
    ) -> Pairs:
        pairs, invented, missed = pair_off(read, known, same)
        found = self.facts[name]
        found.right += len(pairs)
        found.invented += len(invented)
        found.missed += len(missed)
        found.misses += [f"{page}: missing {told(fact)}" for fact in missed]
        found.misses += [f"{page}: invented {told(fact)}" for fact in invented]
        return pairs

    def _add_body(self, text: str, known_text: str) -> None:
        read, known = Counter(words_of(text)), Counter(words_of(known_text))
        shared = (read & known).total()
        self.body.note(shared / max(1, read.total()), shared / max(1, known.total()))

    def _add_dates(self, page: str, activity: Fact, gold: Fact) -> None:
        self._pair("activity_dates", page, _period(activity), _period(gold), _equal, str)
        (first, last) = next(iter(_period(gold)), ("9999", ""))
        dates = {
            day for date in activity["dates"] for day in (date["date"], date["end_date"]) if day
        }
        outside = sorted(day for day in dates if not first <= day <= last)
        self._pair(
            "mentioned_dates", page, outside, sorted(set(gold["mentioned_dates"])), _equal, str
        )

    def _add_attendance(self, page: str, activity: Fact, gold: Fact) -> None:
        pairs = self._pair(
            "attendance",
            page,
            activity["attendance"],
            gold["attendance"],
            lambda read, known: read["count"] == known["count"],
            lambda fact: f"{fact['count']} {fact['unit']}",
        )
        for read, known in pairs:
            self._detail("qualifier", page, str(known["count"]), read, known, "qualifier")

    def _add_people(self, page: str, activity: Fact, gold: Fact) -> None:
        pairs = self._pair(
            "people",
            page,
            activity["people"],
            gold["people"],
            lambda read, known: same_person(read["name"], known["name"]),
            lambda fact: f"{fact['name']} ({fact['role']})",
        )
        for read, known in pairs:
            self._detail("role", page, known["name"], read, known, "role")
            if known.get("position"):
                office, known_office = _office(read), _office(known)
                self.details["position"].note(
                    right=overlap(office, known_office) >= _SAME_POSITION,
                    miss=f"{page}: {known['name']}: {known_office!r} read as {office!r}",
                )

    def _add_organizations(self, page: str, activity: Fact, gold: Fact) -> None:
        def same(read: Fact, known: str) -> bool:
            acronym = (read["acronym"] or "").lower()
            return overlap(read["name"], known) >= _SAME_ORGANIZATION or acronym == known.lower()

        took_part = [o for o in activity["organizations"] if o["role"] != "mentioned"]
        self._pair("organizations", page, took_part, gold["organizations"], same, _named)

    def _add_groups(self, page: str, activity: Fact, gold: Fact, text: str) -> None:
        pairs = self._pair(
            "groups",
            page,
            activity["groups"],
            gold["groups"],
            lambda read, known: overlap(read["topic"], known["topic"]) >= _SAME_TEXT,
            _named,
        )
        for read, known in pairs:
            if "focus_area" in known:
                self._detail("focus_area", page, known["topic"], read, known, "focus_area")
            if "conclusions" in known:
                points = [text[span["start"] : span["end"]] for span in read["conclusions"]]
                self._pair(
                    "conclusions", page, points, known["conclusions"], _alike(_SAME_TEXT), str
                )

    def _add_materials(self, page: str, activity: Fact, gold: Fact) -> None:
        def same(read: Fact, known: Fact) -> bool:
            if known["url"]:
                return bool(read["url"] == known["url"])
            return overlap(read["label"], known["label"]) >= _SAME_LABEL

        read_materials = [m for m in activity["materials"] if m["kind"] != "image"]
        pairs = self._pair("materials", page, read_materials, gold["materials"], same, _named)
        for read, known in pairs:
            self._detail("material_kind", page, known["label"], read, known, "kind")
            if "presenter" in known:
                one, other = read["presenter"], known["presenter"]
                self.details["presenter"].note(
                    right=one == other or same_person(one, other),
                    miss=f"{page}: {known['label']} by {other}, read as {one}",
                )

    def _detail(self, name: str, page: str, of: str, read: Fact, known: Fact, key: str) -> None:
        self.details[name].note(
            right=read[key] == known[key],
            miss=f"{page}: {of} is {known[key]}, read as {read[key]}",
        )


def _equal(read: object, known: object) -> bool:
    return read == known


def _alike(least: float) -> Callable[[str, str], bool]:
    return lambda read, known: overlap(read, known) >= least


def _period(activity: Fact) -> list[tuple[str, str]]:
    start = activity["start_date"]
    return [(start, activity["end_date"] or start)] if start else []


def _office(person: Fact) -> str:
    return " ".join(filter(None, (person.get("position"), person.get("organization"))))


def _named(fact: Any) -> str:
    if not isinstance(fact, dict):
        return str(fact)
    keys = ("name", "topic", "label", "date", "count")
    return str(next((fact[key] for key in keys if fact.get(key)), fact))
