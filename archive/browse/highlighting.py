"""The words of an article with the facts that they state: which stretch proves which facts.

Spans of several facts may overlap. The text is cut at every begin and end, so that each piece
has one set of facts, and nothing of the text is lost or said twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from archive.records import Span


@dataclass(frozen=True, slots=True)
class Proof:
    """A fact and one stretch of the text that states it."""

    fact: str
    """A name of the fact that is unique on its page, such as `people-3`."""
    kind: str
    """What kind of fact it is, such as `people`."""
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, and the facts that all of it states."""

    text: str
    facts: tuple[str, ...] = ()
    """Those with the shortest proof first."""
    kind: str | None = None
    """The kind of the first of them."""
    begins: tuple[str, ...] = ()
    """The facts whose first proof begins here: where a link to the fact's words leads."""


def lines(text: str, proofs: Iterable[Proof]) -> list[list[Piece]]:
    """The lines of the text (its blocks), each as its pieces in their order.

    A proof that does not lie within the text is left out, as is an empty one.
    """
    usable = [proof for proof in proofs if 0 <= proof.span.start < proof.span.end <= len(text)]
    anchors = _anchors(text, usable)
    cut: list[list[Piece]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        touching = [proof for proof in usable if proof.span.start < end and proof.span.end > start]
        cut.append(_pieces(text, start, end, touching, anchors))
        start = end + 1
    return cut


def _pieces(
    text: str, start: int, end: int, proofs: list[Proof], anchors: dict[int, tuple[str, ...]]
) -> list[Piece]:
    bounds = {start, end}
    for proof in proofs:
        bounds.update((max(proof.span.start, start), min(proof.span.end, end)))
    ordered = sorted(bounds)
    pieces = []
    for begin, stop in pairwise(ordered):
        here = sorted(
            (proof for proof in proofs if proof.span.start <= begin and proof.span.end >= stop),
            key=lambda proof: (proof.span.end - proof.span.start, proof.fact),
        )
        pieces.append(
            Piece(
                text[begin:stop],
                tuple(dict.fromkeys(proof.fact for proof in here)),
                here[0].kind if here else None,
                anchors.get(begin, ()) if here else (),
            )
        )
    return pieces


def _anchors(text: str, proofs: list[Proof]) -> dict[int, tuple[str, ...]]:
    """Where the first words of each fact begin: offset -> facts."""
    firsts: dict[str, int] = {}
    for proof in proofs:
        covered = text[proof.span.start : proof.span.end]
        start = proof.span.start + len(covered) - len(covered.lstrip("\n"))
        firsts[proof.fact] = min(start, firsts.get(proof.fact, start))
    gathered: dict[int, tuple[str, ...]] = {}
    for fact, offset in firsts.items():
        gathered[offset] = (*gathered.get(offset, ()), fact)
    return gathered
