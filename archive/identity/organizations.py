"""Which roles are of one organization. Pure: mentions and decisions in, clusters out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from archive.identity import outcome
from archive.identity.clusters import Clustering
from archive.identity.decisions import Decision, Rule, rules, singled_out, touched
from archive.identity.groups import Group, Groups
from archive.identity.organization_forms import Likeness, form_of
from archive.identity.organization_likeness import likenesses
from archive.identity.organization_mentions import Appearance, OrganizationMention, appearances
from archive.identity.outcome import Doubtful


def decide(
    mentions: Iterable[OrganizationMention], decisions: Sequence[Decision] = ()
) -> Clustering:
    """The organizations that the mentions are of; ids are of organization roles.

    Bodies that every town has are one only with their territory, which a page, or its site,
    may leave out as understood. Whom people decided to be one or two are. Neither the order of
    the mentions nor the numbers of their pages matter.
    """
    known = appearances(mentions)
    ruled = rules((one for one in decisions if one.kind == "organization"), outcome.named(known))
    parts = _parted(known, ruled)
    groups = Groups(
        (Group(part) for of in parts.values() for part in of),
        apart_on_pages=False,
        on_join=lambda _kept, _gone: None,
    )
    groups.obey(ruled)
    for form, of in parts.items():
        _join_form(groups, form, of)
    forms = (form_of([known[one] for part in of for one in part]) for of in parts.values())
    members = {form: [part[0] for part in of] for form, of in parts.items()}
    doubtful = _join_alike(groups, likenesses(forms), members)
    return Clustering(
        outcome.clusters(groups, known, _fullest, _spelling),
        outcome.doubts(groups, doubtful, known),
    )


def _parted(known: Sequence[Appearance], ruled: Sequence[Rule]) -> Mapping[str, list[list[int]]]:
    """Form -> groups of appearances; those that decisions are about are not put with others."""
    about, alone = touched(ruled), singled_out(ruled)
    parts: defaultdict[str, defaultdict[tuple[str | None, int | None], list[int]]]
    parts = defaultdict(lambda: defaultdict(list))
    for number, appearance in enumerate(known):
        key = appearance.key if number in about else None
        parts[appearance.form][key, number if number in alone else None].append(number)
    return {form: sorted(of.values(), key=lambda part: -len(part)) for form, of in parts.items()}


def _join_form(groups: Groups, form: str, parts: Sequence[Sequence[int]]) -> None:
    """Put those of one form together that no decision keeps apart, the largest group first."""
    for at, part in enumerate(parts):
        for other in parts[at + 1 :]:
            first, second = groups.home(part[0]), groups.home(other[0])
            if first != second and groups.may_join(first, second):
                groups.join(first, second, f"the same name: {form}")


def _join_alike(
    groups: Groups, alike: Sequence[Likeness], members: Mapping[str, Sequence[int]]
) -> list[Doubtful]:
    """Join what is sure, and what is likely and can only be one; the rest is for doubts."""
    doubtful: list[Doubtful] = []
    likely: defaultdict[tuple[str, str], list[Likeness]] = defaultdict(list)
    for one in alike:
        if one.answer == "sure":
            _join_largest(groups, one, members)
        elif one.answer == "likely":
            likely[one.first, one.way].append(one)
        else:
            doubtful.append(_doubt(one, members))
    for of in likely.values():
        meant = {groups.home(members[one.second][0]) for one in of}
        if len(meant) == 1:
            _join_largest(groups, of[0], members)
        else:
            doubtful += [_doubt(one, members) for one in of]
    return doubtful


def _join_largest(groups: Groups, alike: Likeness, members: Mapping[str, Sequence[int]]) -> None:
    first, second = (groups.home(members[form][0]) for form in (alike.first, alike.second))
    if first != second and groups.may_join(first, second):
        groups.join(first, second, alike.reason)


def _doubt(alike: Likeness, members: Mapping[str, Sequence[int]]) -> Doubtful:
    return Doubtful(members[alike.first][0], members[alike.second][0], alike.score, alike.reason)


def _spelling(first: Appearance, second: Appearance) -> str:
    said = f"'{first.written}' and '{second.written}' are one name, written in two ways"
    place = first.territory
    if place is None or (first.name.territory and second.name.territory):
        return said
    return f"{said}; the territory is understood: {place.name.title()}"


def _fullest(appearances: Sequence[Appearance]) -> str:
    """The name that writes out most words, not in capitals; of several the most frequent one."""
    counted = Counter(one.written for one in appearances)

    def fullness(written: str) -> tuple[int, bool, int, int, str]:
        spelled_out = sum(1 for word in written.split() if not word.endswith("."))
        in_capitals = spelled_out > 1 and written.isupper()
        return spelled_out, not in_capitals, counted[written], len(written), written

    return max(counted, key=fullness)
