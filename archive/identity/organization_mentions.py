"""What deciding about organizations looks at of each mention. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from archive.identity import territories
from archive.identity.gathering import gathered, plainest
from archive.identity.organization_names import OrganizationName, initials, parse
from archive.identity.territories import Territory
from archive.names import name_key

_LEAST_SHARE = 0.6
"""Share of a site's territorial bodies that are of its own territory."""
_LEAST_PAGES = 2
_LONGEST_INITIALS = 4
"""Letters of the initials of a town."""
_NOWHERE: Counter[Territory] = Counter()


class OrganizationMention(NamedTuple):
    """An organization as one page tells of it."""

    id: int
    """Of the organization's role."""
    page_id: int
    url: str
    """The page's address, which tells pages apart whenever they were stored."""
    site: str
    name: str
    acronym: str | None = None
    sector: str | None = None
    place: str | None = None
    """Where the page's activity took place."""


class Appearance(NamedTuple):
    """All that one page says of one name of an organization."""

    key: str
    form: str
    """What all names of the body have in common; bodies of an unknown town differ by site."""
    page_id: int
    url: str
    site: str
    written: str
    name: OrganizationName
    territory: Territory | None
    """Of the name, else the one that the page or its site speaks of without naming it."""
    acronyms: frozenset[str]
    mentions: tuple[int, ...]


def appearances(mentions: Iterable[OrganizationMention]) -> list[Appearance]:
    """The mentions by page and name, in an order that only their contents make."""
    ordered = gathered(mentions)
    named = _named_territories([of for _, of in ordered])
    homes = _homes(named, {of[0].url: of[0].site for _, of in ordered})
    for site in {of[0].site for _, of in ordered}.difference(homes):
        if (home := territories.of_host(site)) is not None:
            homes[site] = home
    return [_appearance(key, of, named, homes) for key, of in ordered]


def _named_territories(
    gathered: Iterable[Sequence[OrganizationMention]],
) -> Mapping[str, Counter[Territory]]:
    """Page -> the territories of the local bodies that it names with one."""
    named: defaultdict[str, Counter[Territory]] = defaultdict(Counter)
    for of in gathered:
        name = parse(of[0].name)
        if name.is_local and name.territory is not None:
            named[of[0].url][name.territory] += 1
    return named


def _homes(
    named: Mapping[str, Counter[Territory]], sites: Mapping[str, str]
) -> dict[str, Territory]:
    """Site -> the territory of which most of its pages speak: a city's own news name it seldom."""
    pages: defaultdict[str, Counter[Territory]] = defaultdict(Counter)
    for url, territories_there in named.items():
        pages[sites[url]].update(territories_there.keys())
    homes: dict[str, Territory] = {}
    for site, counted in pages.items():
        territory, count = min(counted.items(), key=lambda item: (-item[1], repr(item[0])))
        if count >= _LEAST_PAGES and count >= _LEAST_SHARE * counted.total():
            homes[site] = territory
    return homes


def _appearance(
    key: str,
    mentions: list[OrganizationMention],
    named: Mapping[str, Counter[Territory]],
    homes: Mapping[str, Territory],
) -> Appearance:
    first = plainest(mentions)
    name = parse(first.name)
    territory = name.territory
    if territory is None and name.is_local:
        around, home = named.get(first.url, _NOWHERE), homes.get(first.site)
        if len(name.words) > 1 and len(name.words[-1]) <= _LONGEST_INITIALS:
            name, territory = _by_initials(name, [*around, *(() if home is None else (home,))])
        if territory is None:
            territory = _understood(first, around, home)
        if name.level is not None and territory is not None and territory.level != name.level:
            territory = None
    core = name.core
    if territory is None and name.level is not None:
        core = f"{core} {name.level}"
    site = first.site if name.is_local or name.is_part else None
    return Appearance(
        key=key,
        form=_form(core or key, territory, site),
        page_id=first.page_id,
        url=first.url,
        site=first.site,
        written=first.name,
        name=name,
        territory=territory,
        acronyms=frozenset(name_key(one.acronym) for one in mentions if one.acronym),
        mentions=tuple(sorted(one.id for one in mentions)),
    )


def _by_initials(
    name: OrganizationName, around: Iterable[Territory]
) -> tuple[OrganizationName, Territory | None]:
    """`Dinas Sosial HST` where the page, or its site, speaks of Hulu Sungai Tengah."""
    for territory in sorted(around, key=repr):
        several = tuple(territory.name.split())
        if len(several) > 1 and initials(several) == name.words[-1]:
            return replace(name, words=name.words[:-1]), territory
    return name, None


def _form(core: str, territory: Territory | None, site: str | None) -> str:
    if territory is not None:
        return f"{core} @ {territory.level or ''} {territory.name}"
    return core if site is None else f"{core} @ {site}"


def _understood(
    mention: OrganizationMention, named: Counter[Territory], home: Territory | None
) -> Territory | None:
    """The territory that a page means where it names none.

    The only one that the page names, if that is the site's own or where the activity took
    place, or the site has none; else the site's own, unless the activity was elsewhere.
    """
    there = territories.place(mention.place)
    only = next(iter(named)) if len(named) == 1 else None
    if only is not None and (home is None or only in {home, there}):
        return only
    if home is None or (there is not None and there.excludes(home)):
        return None
    return home
