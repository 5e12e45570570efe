"""Which activities report one event. Pure: reports and what people decided in, clusters out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import combinations, islice, product
from typing import NamedTuple

from archive.identity.clusters import Cluster, Clustering, Doubt, Link
from archive.identity.event_background import Background
from archive.identity.event_candidates import candidates
from archive.identity.event_comparing import are_rivals, compare, is_copy
from archive.identity.event_reports import Report, Ruling, Verdict

_MOST_ASKED = 24
"""Reports of an event that are asked whether another one may join them, the fullest first."""
_DECIDED = "a person decided it"
_RIVALS = "but it is as much like another report, of another event"


class _Edge(NamedTuple):
    first: int
    second: int
    verdict: Verdict


def decide(reports: Iterable[Report], rulings: Sequence[Ruling] = ()) -> Clustering:
    """The events that the reports are of; mentions are ids of activities.

    Rulings are people's, the latest last; they count before all else, and a later one before an
    earlier one. The order of the reports does not matter. Raises nothing.
    """
    return decide_all(reports, rulings)[0]


def decide_all(
    reports: Iterable[Report], rulings: Sequence[Ruling] = ()
) -> tuple[Clustering, Background]:
    """The same of all reports that there are, and what deciding about some of them needs."""
    joining, alone = _begun(reports, rulings)
    background = Background.of(alone)
    return _decided(joining, _edges(alone, background)), background


def decide_some(
    reports: Iterable[Report],
    rulings: Sequence[Ruling],
    background: Background,
    some: Container[int],
) -> Clustering:
    """What `decide_all` says about some of the reports that there are, those of these activities.

    `reports` are these, all that share a day with one of them, and the copies of both; of those
    beside the wanted ones the answer says nothing.
    """
    joining, alone = _begun(reports, rulings)
    return _decided(joining, _edges(alone, background, some))


def _begun(
    reports: Iterable[Report], rulings: Sequence[Ruling]
) -> tuple[_Joining, Sequence[Report]]:
    """Reports joined as far as people decided it and texts are the same; those to be compared."""
    known = {report.activity_id: report for report in reports}
    joining = _Joining(known)
    joining.rule(rulings)
    return joining, joining.join_copies([known[one] for one in sorted(known)])


def _decided(joining: _Joining, compared: tuple[list[_Edge], list[_Edge]]) -> Clustering:
    edges, doubtful = compared
    edges, rivals = _without_rivals(edges, joining.known)
    for edge in sorted(edges, key=lambda e: (e.verdict.is_loose, -e.verdict.strength, e[:2])):
        if not joining.join(edge.first, edge.second, edge.verdict.reason):
            doubtful.append(_doubted(edge))
    doubtful += rivals
    return Clustering(joining.clusters(), joining.doubts(doubtful))


def _edges(
    reports: Sequence[Report], background: Background, some: Container[int] | None = None
) -> tuple[list[_Edge], list[_Edge]]:
    """Pairs that are one event, and pairs that may be; with `some` those with one of these."""
    edges: list[_Edge] = []
    doubtful: list[_Edge] = []
    for one, other in candidates(reports, background.crowded):
        first, second = reports[one], reports[other]
        if some is not None and not (first.activity_id in some or second.activity_id in some):
            continue
        verdict = compare(first, second, background.usual)
        edge = _Edge(first.activity_id, second.activity_id, verdict)
        if verdict.answer == "same":
            edges.append(edge)
        elif verdict.answer == "doubt":
            doubtful.append(edge)
    return edges, doubtful


def _without_rivals(
    edges: Iterable[_Edge], known: dict[int, Report]
) -> tuple[list[_Edge], list[_Edge]]:
    """The edges that are sure, and those of reports that fit two events that cannot be one.

    Of the rivals a clearly stronger one wins, unless the days are not the same.
    """
    of: defaultdict[int, list[_Edge]] = defaultdict(list)
    for edge in edges:
        of[edge.first].append(edge)
        of[edge.second].append(edge)
    lost: dict[tuple[int, int], _Edge] = {}
    for middle, its in of.items():
        for one, other in combinations(its, 2):
            ends = [known[e.second if e.first == middle else e.first] for e in (one, other)]
            if are_rivals(*ends):
                for loser in _losers(one, other):
                    lost[loser[:2]] = loser
    kept = {edge[:2]: edge for its in of.values() for edge in its if edge[:2] not in lost}
    return list(kept.values()), [_doubted(edge) for edge in lost.values()]


def _losers(one: _Edge, other: _Edge) -> tuple[_Edge, ...]:
    if one.verdict.is_loose != other.verdict.is_loose:
        return (one,) if one.verdict.is_loose else (other,)
    if one.verdict.is_loose or one.verdict.strength == other.verdict.strength:
        return one, other
    return (min(one, other, key=lambda edge: edge.verdict.strength),)


def _doubted(edge: _Edge) -> _Edge:
    verdict = edge.verdict._replace(
        answer="doubt", score=0.9, reason=f"{edge.verdict.reason}; {_RIVALS}"
    )
    return edge._replace(verdict=verdict)


class _Joining:
    """Reports being put together, under what people decided."""

    def __init__(self, known: dict[int, Report]) -> None:
        self.known = known
        self._members = {activity_id: [activity_id] for activity_id in known}
        self._home = {activity_id: activity_id for activity_id in known}
        self._links: defaultdict[int, list[Link]] = defaultdict(list)
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        self._ruled: set[int] = set()

    def rule(self, rulings: Sequence[Ruling]) -> None:
        """Take over what people decided, the latest first; an earlier one yields to it."""
        for ruling in reversed(rulings):
            first, second = ruling.first, ruling.second
            if first == second or not {first, second} <= self.known.keys():
                continue
            if ruling.is_same:
                if not self._are_apart(first, second):
                    self._ruled |= {first, second}
                    self._unite(first, second, _DECIDED)
            elif self._home[first] != self._home[second]:
                self._apart[first].add(second)
                self._apart[second].add(first)

    def join_copies(self, reports: Sequence[Report]) -> list[Report]:
        """Join the reports whose texts are the same; one of each text, and all others."""
        by_text: defaultdict[str, list[Report]] = defaultdict(list)
        for report in reports:
            if report.text_digest and not self._apart[report.activity_id]:
                by_text[report.text_digest].append(report)
        copies: set[int] = set()
        for same in by_text.values():
            # Of one text and day, on whatever sites; then of one text alone, once on each site.
            by_day: dict[tuple[str, str] | None, Report] = {}
            left: list[Report] = []
            for report in same:
                original = by_day.setdefault(report.dates, report)
                if original is not report and is_copy(original, report) and report.dates:
                    self._unite_copy(original, report, copies)
                else:
                    left.append(report)
            if len({report.site for report in left}) == len(left):
                first, *others = sorted(left, key=lambda report: report.dates is None)
                for report in others:
                    if is_copy(first, report):
                        self._unite_copy(first, report, copies)
        return [report for report in reports if report.activity_id not in copies]

    def _unite_copy(self, original: Report, copy: Report, copies: set[int]) -> None:
        copies.add(copy.activity_id)
        reason = compare(original, copy).reason
        self._unite(original.activity_id, copy.activity_id, reason)

    def join(self, first: int, second: int, reason: str) -> bool:
        """Put the events of two reports together unless they cannot be one; whether they are."""
        if self._home[first] == self._home[second]:
            return True
        if self._are_apart(first, second) or self._are_rivals(first, second):
            return False
        self._unite(first, second, reason)
        return True

    def clusters(self) -> tuple[Cluster, ...]:
        """All events, in the order of their first reports."""
        return tuple(
            Cluster(tuple(sorted(members)), self._name(members), tuple(self._links[home]))
            for home, members in sorted(self._members.items(), key=lambda item: min(item[1]))
        )

    def doubts(self, edges: Iterable[_Edge]) -> tuple[Doubt, ...]:
        """Of each two events that may be one the likeliest reason, the likeliest two first."""
        best: dict[tuple[int, int], Doubt] = {}
        for first, second, verdict in edges:
            homes = tuple(sorted((self._home[first], self._home[second])))
            if homes[0] == homes[1] or self._are_apart(first, second):
                continue
            doubt = Doubt(first, second, verdict.score, verdict.reason)
            known = best.get((homes[0], homes[1]))
            if known is None or _order(doubt) < _order(known):
                best[homes[0], homes[1]] = doubt
        return tuple(sorted(best.values(), key=_order))

    def _are_apart(self, first: int, second: int) -> bool:
        """Whether a person decided that their events are two."""
        others = set(self._members[self._home[second]])
        return any(self._apart[one] & others for one in self._members[self._home[first]])

    def _are_rivals(self, first: int, second: int) -> bool:
        """Whether reports of the two events cannot be of one; what a person joined may be."""
        sides = [self._members[self._home[one]] for one in (first, second)]
        if any(self._ruled & set(side) for side in sides):
            return False
        asked = [islice((self.known[one] for one in side), _MOST_ASKED) for side in sides]
        return any(are_rivals(one, other) for one, other in product(*asked))

    def _unite(self, first: int, second: int, reason: str) -> None:
        kept, joined = sorted((self._home[first], self._home[second]))
        if kept == joined:
            return
        members = self._members.pop(joined)
        for one in members:
            self._home[one] = kept
        self._members[kept] += members
        self._links[kept] += [*self._links.pop(joined, []), Link(first, second, reason)]

    def _name(self, members: Sequence[int]) -> str:
        fullest = max((self.known[one] for one in members), key=lambda report: report.fullness)
        return next(filter(None, fullest.titles), "")


def _order(doubt: Doubt) -> tuple[float, int, int]:
    return -doubt.score, doubt.first, doubt.second
