"""Narrowing what was found, link by link: the filters that stand, and those that may be added.

A link keeps all that the address asks for but the page of the list, which is another list's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.browse.asked import Asked
from archive.browse.dates import day
from archive.browse.filters import Filters
from archive.browse.rendering import with_options
from archive.search import Facets
from archive.search.counting import Value

_YEAR = "{year}-01-01", "{year}-12-31"
_FLAGS = {"slides": "list.slides", "gone": "list.with_gone"}
_LABELS = {
    **dict.fromkeys(("person", "person_id"), "person.one"),
    **dict.fromkeys(("organization", "organization_id"), "organization.one"),
}
Names = Mapping[str, str]
"""What the things are called that a filter gives by their keys: filter -> name."""


@dataclass(frozen=True, slots=True)
class Link:
    """A list of hits that is one step away."""

    label: str
    address: str
    hits: int | None = None
    """How many there will be; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one facet."""

    label: str
    links: tuple[Link, ...]


def standing(asked: Asked, filters: Filters, names: Names) -> list[Link]:
    """The filters that the address has, each with the address of the list without it."""
    selected = dict(filters.selected)
    shown = []
    year = chosen_year(filters)
    if year:
        shown.append(
            Link(f"{asked.language.say('list.year')}: {year}", without(asked, "since", "until"))
        )
    for name, value in selected.items():
        if not value or (year and name in {"since", "until"}):
            continue
        shown.append(Link(_told(asked, name, value, names), without(asked, name)))
    return shown


def groups(asked: Asked, filters: Filters, facets: Facets, total: int) -> list[Group]:
    """The facets by which a list of `total` hits may be narrowed, with the hits that will be left.

    A facet whose filter stands already is left out, as is one by which all hits would be left.
    """
    say, selected = asked.language.say, filters.selected
    found = {
        "list.year": _years(asked, filters, facets),
        "list.type": _labelled(asked, "type", facets.types) if "type" not in selected else (),
        "list.focus_area": (
            _labelled(asked, "focus_area", facets.focus_areas)
            if "focus_area" not in selected
            else ()
        ),
        "organizations": _organizations(asked, facets) if "organization_id" not in selected else (),
        "materials": _slides(asked, facets) if not selected.get("slides") else (),
    }
    return [
        Group(say(label), links)
        for label, links in found.items()
        if any(link.hits != total for link in links)
    ]


def with_(asked: Asked, options: Mapping[str, object]) -> str:
    """The address of the list with these options as they are given here; None leaves one out."""
    return with_options(asked.path, {**asked.options, "page": None, **options})


def without(asked: Asked, *names: str) -> str:
    """The address of the list without these options."""
    return with_(asked, dict.fromkeys(names))


def chosen_year(filters: Filters) -> str | None:
    """The year whose first and last days the filters ask for."""
    since, until = filters.selected.get("since") or "", filters.selected.get("until") or ""
    year = since[:4]
    return year if (since, until) == tuple(one.format(year=year) for one in _YEAR) else None


def _years(asked: Asked, filters: Filters, facets: Facets) -> tuple[Link, ...]:
    since, until = filters.selected.get("since") or "", filters.selected.get("until") or ""
    if since and since[:4] == until[:4]:
        return ()
    links = []
    for one in facets.years:
        first, last = (bound.format(year=one.value) for bound in _YEAR)
        # What stands is kept, so that the number of hits is right.
        bounds = {"since": max(first, since), "until": min(last, until or last)}
        if bounds["since"] <= bounds["until"]:
            links.append(Link(str(one.value), with_(asked, bounds), one.hits))
    return tuple(links)


def _labelled(asked: Asked, option: str, values: Iterable[Value]) -> tuple[Link, ...]:
    """Types of activity or focus areas."""
    return tuple(
        Link(asked.language.label(one.value), with_(asked, {option: one.value}), one.hits)
        for one in values
    )


def _organizations(asked: Asked, facets: Facets) -> tuple[Link, ...]:
    return tuple(
        Link(str(one.name), with_(asked, {"organization_id": one.value}), one.hits)
        for one in facets.organizations
    )


def _slides(asked: Asked, facets: Facets) -> tuple[Link, ...]:
    if not facets.slides:
        return ()
    return (Link(asked.language.say("list.slides"), with_(asked, {"slides": 1}), facets.slides),)


def _told(asked: Asked, name: str, value: object, names: Names) -> str:
    """A filter in words."""
    say = asked.language.say
    if name in _FLAGS:
        return say(_FLAGS[name])
    said = names.get(name, str(value))
    if name in {"since", "until"}:
        said = day(said, asked.language.code)
    elif name == "type":
        said = asked.language.label(said)
    elif name == "focus_area":
        said = asked.language.label(int(said))
    return f"{say(_LABELS.get(name, f'list.{name}'))}: {said}"
