"""The facts of an activity by name, each with the stretches of the article that state it."""

from __future__ import annotations

from collections.abc import Iterator

from archive import query
from archive.browse.highlighting import Proof
from archive.records import Span


def proofs(detail: query.ActivityDetail) -> list[Proof]:
    """All proofs of a report's facts; a fact is called by its kind and its place, `people-0`.

    A conclusion has the name of its group before its own: `groups-1-conclusions-0`. Where the
    page tells what a person said proves the person's part, as words of the kind `said`.
    """
    return [
        Proof(fact, kind, Span(start, end))
        for fact, kind, proof in _named(detail)
        for start, end in proof.spans
    ]


def _named(detail: query.ActivityDetail) -> Iterator[tuple[str, str, query.Proof]]:
    yield "venue", "venue", detail.venue
    for kind in ("dates", "attendance", "organizations", "materials", "findings"):
        for place, fact in enumerate(getattr(detail, kind)):
            yield f"{kind}-{place}", kind, fact.proof
    for place, person in enumerate(detail.people):
        yield f"people-{place}", "people", person.proof
        yield f"people-{place}", "said", person.summary
    for place, group in enumerate(detail.groups):
        yield f"groups-{place}", "groups", group.proof
        for point, conclusion in enumerate(group.conclusions):
            yield f"groups-{place}-conclusions-{point}", "conclusions", conclusion.proof
