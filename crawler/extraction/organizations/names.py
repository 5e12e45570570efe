"""The grammar of organization names in Indonesian prose: where a name begins and ends.

A name begins at a head word (`Dinas`, `Universitas`, `PT`) or is an acronym that everyone
knows (`BPBD`); English names mostly end at theirs (`... University`). After the head it goes on
over capitalised words, and over commas and `dan` where these join the tasks of one office:
after a head, a comma list of tasks closed by `dan` without a new head is one name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.records import Sector
from crawler.extraction.organizations.brackets import acronym_after, long_form_after
from crawler.extraction.organizations.foreign import begin_of_foreign
from crawler.extraction.organizations.grammar import (
    Head,
    acronym_at,
    head_at,
    is_school,
    is_stop,
    not_organizations,
    place_at,
    words_of,
)
from crawler.extraction.organizations.index import index_of
from crawler.extraction.organizations.places import end_of_place
from crawler.extraction.organizations.tokens import Token
from crawler.extraction.organizations.walk import end_of_name

_ENDS_PLACE = frozenset({".", ",", ";", ")"})
_PEOPLE = frozenset({"Masyarakat", "Relawan", "Sahabat"})
_BOARDS = frozenset({"Dewan", "Badan", "Majelis"})
_ORGANS = frozenset(
    {"Pembina", "Pengawas", "Penasihat", "Penyantun", "Pengurus", "Pakar", "Direksi", "Komisaris"}
)
_BUILDINGS = frozenset({"Kantor", "Gedung", "Kampus", "kantor", "gedung", "kampus"})
_BRACKET = re.compile(r"\([^()]{0,40}\)")


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """One place where the text names an organization: `text[start:end]`."""

    start: int
    end: int
    name: str
    """The name alone, without the brackets of its acronym, in single spaces."""
    acronym: str | None
    kind: str = "unit"
    """The class of its head: unit, territorial, society, firm, school, foreign, local, bodies."""
    sector: Sector | None = None


def find_names(text: str, start: int, end: int) -> list[OrganizationMention]:
    """The organizations that `text[start:end]` names by a head word or a known acronym.

    In order, without overlaps; offsets are those of `text`. Names without a head word
    (firms, movements) need their context and are not found here. Linear in the range.
    """
    tokens, candidates = index_of(text).part(start, end)
    mentions = []
    floor = 0
    for at in candidates:
        found = _name_at(text, tokens, at, floor) if at >= floor else None
        if found:
            mention, floor = found
            mentions.append(mention)
    return mentions


def _name_at(
    text: str, tokens: list[Token], at: int, floor: int
) -> tuple[OrganizationMention, int] | None:
    head = head_at(tokens, at)
    if at and tokens[at - 1].text in {"Sub", "Kader"}:
        return (
            None  # `Kepala Sub Direktorat X`, `Kader Dasawisma RW 9`: a desk, a volunteer; no body
        )
    if (head and _is_organ(tokens, at)) or _is_main_building(tokens, at):
        return None
    if head:
        begin = begin_of_foreign(text, tokens, at, floor) if head.kind == "foreign" else at
        named = _named(text, tokens, begin, at, head)
        if named:
            return named
    head = acronym_at(tokens, at)
    if head is None or _begins_foreign(tokens, at + head.size):
        return None
    begin = at - _is_unit_of_school(tokens, at, floor, head)
    return _known_acronym(text, tokens, at, head, begin)


def _is_organ(tokens: list[Token], at: int) -> bool:
    """Whether a body's own board begins there: `Dewan Pembina Yayasan X` is that foundation."""
    if at + 2 >= len(tokens) or tokens[at].text not in _BOARDS:
        return False
    of_body = head_at(tokens, at + 2) or acronym_at(tokens, at + 2)
    return tokens[at + 1].text in _ORGANS and of_body is not None


def _is_main_building(tokens: list[Token], at: int) -> bool:
    """Whether `Pusat` tells of a building: `Gedung Pusat X`, `Kantor Pusat X`."""
    return tokens[at].text == "Pusat" and at > 0 and tokens[at - 1].text in _BUILDINGS


def _begins_foreign(tokens: list[Token], at: int) -> bool:
    """Whether an English head follows an acronym at once: `ABC Foundation`."""
    if at >= len(tokens) or tokens[at].start - tokens[at - 1].end != 1:
        return False
    head = head_at(tokens, at)
    return head is not None and head.kind == "foreign"


def _named(
    text: str, tokens: list[Token], begin: int, at: int, head: Head
) -> tuple[OrganizationMention, int] | None:
    body = at + head.size
    last = end_of_name(text, tokens, at, head)
    pieces = [(begin, last)]
    acronym = acronym_after(text, tokens, begin, last)
    stop = last
    if acronym:
        stop = acronym.after
        tail = end_of_place(text, tokens, stop, after_bracket=True)
        if tail > stop:
            pieces.append((stop, tail))
            stop = tail
    if head.kind == "foreign" and _modifies(tokens, last):
        return None
    if tokens[at].text in _PEOPLE and body < last <= body + place_at(tokens, body):
        return None  # `Masyarakat Surabaya`: those who live there
    if head.kind == "foreign":
        complete = last - begin > head.size or _is_complete(tokens, at, head)
    else:
        complete = _has_own_name(tokens, body, last, pieces[1:], head.sector) or _is_complete(
            tokens, at, head
        )
    if not complete:
        return None
    name = " ".join(_written(text, tokens, *piece) for piece in pieces)
    # `Pusat X Universitas Y (UnY)`: the acronym of the school at its end
    of_school = acronym and head.kind == "unit" and is_school(acronym.acronym)
    return (
        OrganizationMention(
            tokens[begin].start,
            tokens[stop - 1].end,
            name,
            acronym.acronym if acronym and not of_school else None,
            head.kind,
            head.sector,
        ),
        stop,
    )


def _is_unit_of_school(tokens: list[Token], at: int, floor: int, head: Head) -> bool:
    """Whether the acronym before that of a school is a part of it: `PSLB UNT`."""
    if head.sector != "academia" or at <= floor:
        return False
    before = tokens[at - 1]
    part = before.text.isupper() and before.text.isalpha() and len(before.text) > 1
    known = is_stop(before.text) or before.text in not_organizations()
    return part and not known and tokens[at].start - before.end == 1


def _known_acronym(
    text: str, tokens: list[Token], at: int, head: Head, begin: int
) -> tuple[OrganizationMention, int]:
    body = at + head.size
    donor = head.sector == "international"
    last = end_of_place(text, tokens, body, after_bracket=False, project=donor)
    if head.kind == "local" and last == body and _stands_before_place(tokens, at, body):
        last += 1
    written = _written(text, tokens, begin, last)
    short = _written(text, tokens, begin, body)
    long_form = long_form_after(text, tokens, begin, last)
    name, acronym, stop = written, (short if short.upper() == short else None), last
    if long_form:
        name, acronym, stop = long_form.acronym, short, long_form.after
    return (
        OrganizationMention(
            tokens[begin].start, tokens[stop - 1].end, name, acronym, head.kind, head.sector
        ),
        stop,
    )


def _stands_before_place(tokens: list[Token], at: int, body: int) -> bool:
    """Whether one unknown capital follows, which then is a place: `BPBD Wanasari, ...`.

    Behind `Kepala BPBD` it may be a person and stays outside.
    """
    if body >= len(tokens) or (at > 0 and is_stop(tokens[at - 1].text)):
        return False
    word, beyond = tokens[body], tokens[body + 1].text if body + 1 < len(tokens) else "."
    ends = beyond in _ENDS_PLACE or beyond.islower()
    adjacent = word.start - tokens[body - 1].end == 1
    known = is_stop(word.text) or head_at(tokens, body) or acronym_at(tokens, body)
    return ends and adjacent and word.text.istitle() and not known


def _modifies(tokens: list[Token], last: int) -> bool:
    """Whether an English head only describes what follows: `World University Rankings`."""
    if last >= len(tokens) or tokens[last].start - tokens[last - 1].end != 1:
        return False
    word = tokens[last].text
    return word.istitle() and word.endswith("s") and not is_stop(word)


def _has_own_name(
    tokens: list[Token],
    body: int,
    last: int,
    tails: list[tuple[int, int]],
    sector: Sector | None,
) -> bool:
    ranges = [(body, last), *tails]
    own = [t for a, b in ranges for t in tokens[a:b] if t.is_word and t.is_capital]
    if sector == "media" and len(own) > 1:
        return True  # `Majalah Desa Kita`
    return any(token.text.title() not in words_of("generic") for token in own)


def _is_complete(tokens: list[Token], at: int, head: Head) -> bool:
    words = " ".join(token.text for token in tokens[at : at + head.size])
    return words.title() in words_of("complete_heads")


def _written(text: str, tokens: list[Token], begin: int, end: int) -> str:
    if begin >= end:
        return ""
    written = _BRACKET.sub(" ", text[tokens[begin].start : tokens[end - 1].end])
    return " ".join(written.split())
