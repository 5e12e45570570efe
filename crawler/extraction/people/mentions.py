"""Every place of the text that may name a person, with the position that stands beside it."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from archive.records import Span
from crawler.extraction.organizations.names import OrganizationMention
from crawler.extraction.organizations.names import find_names as find_organizations
from crawler.extraction.people.appositions import position_after
from crawler.extraction.people.names import NameMention, name_at
from crawler.extraction.people.offices import Position, is_head
from crawler.extraction.people.place_names import OWNERS, ends_known_place, past_place
from crawler.extraction.people.positions import position_before
from crawler.extraction.people.sentences import Sentence, touch
from crawler.extraction.people.tokens import Label, Token
from crawler.extraction.people.vocabulary import (
    GIVEN_NAMES,
    MEMBERSHIPS,
    NAMED_AFTER_PEOPLE,
    PLACE_AND_UNIT_KINDS,
    PLACE_KINDS,
    ROLES,
    TERRITORIAL_OFFICES,
)

_BLANK = re.compile(r"[^\S\n]{1,4}")
_DASH = re.compile(r"\s{0,2}[–—-]{1,2}\s")
_DATELINE_PLACE = re.compile(r"[A-Z][A-Z .’']{2,50}\s?[,|/(–—-]\s?")
_LONGEST_DATELINE = 60
_OPENING_QUOTE = re.compile(r"[“\"‘'«]")
_APART = re.compile(r"\s?,[^\S\n]{1,3}")
_TITLE = re.compile(
    r"\b(?:judul|berjudul|bertajuk|tajuk|tema|bertema|bertemakan|topik|bertopik|materi|sesi|makalah|buku|film|lagu|moto|slogan|aplikasi|bernama)\w{0,3}[\s,:]{1,3}"
    r"[“\"‘'«](?P<words>[^“”\"«»\n]{2,200})[”\"’'»]"
)
_OPENING: frozenset[Label] = frozenset(("honorific", "name", "initial", "acronym", "either"))
"""What a name, or the words in whose middle one may stand, can begin with."""
_NAMELY = frozenset({"yaitu", "yakni", "adalah", "ialah"})
_OF_TERRITORIES = TERRITORIAL_OFFICES | PLACE_AND_UNIT_KINDS
_SENT = ROLES | MEMBERSHIPS
_BEFORE_NAMES = OWNERS | {"name"}
"""What can own the name behind it, or be the name's own first word."""


class Mention(NamedTuple):
    """A possible person at a place, with what stands beside the name."""

    name: NameMention
    sentence: Sentence
    position: str | None
    organization: str | None
    start: int
    """Where the group begins: position, titles and name are one group."""
    end: int
    words: tuple[str, ...]
    """The name's words in small letters, initials left out."""
    held: bool
    """Whether an office stands beside it (an organization alone is none)."""
    touching: bool
    """Whether a capitalised word of unknown kind touches the bare name."""
    apart: bool
    """Whether a comma, a bracket or `yaitu` keeps the name apart from the office."""

    doubtful: bool
    """Whether the one word left of a run may as well belong to the place's name before it."""

    @property
    def plausible(self) -> bool:
        """Whether this may be a person at all: more than one capitalised word somewhere."""
        if self.name.certain:
            return True
        return (
            not self.touching
            and bool(self.words)
            and (
                len(self.words) > 1 or (self.apart and (self.held or self.organization is not None))
            )
        )


def read_mentions(
    text: str, sentence: Sentence, places: Counter[tuple[str, ...]], familiar: frozenset[str]
) -> list[Mention]:
    """The possible persons of a sentence, in order."""
    tokens = list(sentence.tokens)
    mentions: list[Mention] = []
    organizations: list[OrganizationMention] | None = None
    floor = sentence.span.start
    titles = _titled_words(text, sentence.span)
    i = 0
    while i < len(tokens):
        if tokens[i].label not in _OPENING:
            i += 1
            continue
        first = (
            i
            if tokens[i].label in {"honorific", "lower"}
            else past_place(text, tokens, i, places, familiar)
        )
        if first > i:
            i = first
            continue
        name, following = name_at(text, tokens, i, sentence.span.end)
        if name is None:
            i = max(following, i + 1)
            continue
        if _names_building(text, tokens, i) or (
            not name.certain
            and (
                any(t.start <= name.start and name.end <= t.end for t in titles)
                or _in_dateline(text, sentence.span.start, name)
                or _names_sender(text, tokens, i, following)
                or _names_place_of_office(text, tokens, i, following, floor)
            )
        ):
            i = following
            continue
        mention = _mention(text, sentence, tokens, i, following, name, floor, places)
        if mention and not name.certain:
            if organizations is None:
                organizations = find_organizations(text, sentence.span.start, sentence.span.end)
            if _covered(mention, organizations):
                mention = None
        if mention:
            mentions.append(mention)
            if mention.plausible:
                floor = mention.end
                while following < len(tokens) and tokens[following].start < floor:
                    following += 1
        i = following
    return mentions


def _titled_words(text: str, span: Span) -> list[Span]:
    """What stands in quotation marks as a title: `dengan judul “…”`, or alone a few words."""
    if _OPENING_QUOTE.search(text, span.start, span.end) is None:
        return []
    return [Span(*found.span("words")) for found in _TITLE.finditer(text, span.start, span.end)]


def _in_dateline(text: str, start: int, name: NameMention) -> bool:
    """`KOTA X, Warta Y – ...`: the paper that stands in the dateline."""
    return _DASH.match(text, name.end) is not None and (
        _DATELINE_PLACE.fullmatch(text, max(start, name.start - _LONGEST_DATELINE), name.start)
        is not None
    )


def _names_place_of_office(
    text: str, tokens: list[Token], i: int, following: int, floor: int
) -> bool:
    """`Kepala Sektor Pemadam X, NAME, …`: words behind an office, with the person behind a comma."""
    if (
        following >= len(tokens)
        or i == 0
        or not (
            _APART.fullmatch(text, tokens[following - 1].end, tokens[following].start)
            or (
                tokens[following].label == "honorific"
                and (following - i == 1 or touch(text, tokens[following - 1], tokens[following]))
            )
        )
        or tokens[following].label not in {"honorific", "name", "initial", "acronym"}
        or tokens[i - 1].label in {"honorific", "stop"}
        or _BLANK.fullmatch(text, tokens[i - 1].end, tokens[i].start) is None
    ):
        return False
    name, behind = name_at(text, tokens, following, tokens[-1].end)
    if name is None or position_before(text, tokens, i, floor, tokens[i].start) is None:
        return False
    if _is_sent(tokens, behind) and _may_hold_office(tokens, i, following):
        return False
    if following - i == 1 or name.honorific:
        return True
    ends = behind >= len(tokens)
    return ends or (
        tokens[behind].label == "lower"
        and tokens[behind].lower not in {"dan", "serta", "beserta", "hingga", "bersama", "atau"}
    )


def _is_sent(tokens: list[Token], behind: int) -> bool:
    """`NAME dari X`: whom a body of its own sent holds no office before it."""
    return behind < len(tokens) and tokens[behind].lower == "dari"


def _may_hold_office(tokens: list[Token], i: int, following: int) -> bool:
    """Whether the words behind an office are a person's: two or more, and of no territory."""
    before = tokens[i - 1].lower
    return following - i > 1 and before not in _OF_TERRITORIES


def _names_building(text: str, tokens: list[Token], i: int) -> bool:
    """`Auditorium Prof. X`, `RSUD H. X`: a building bears the name of somebody."""
    k = i - 1
    if k > 0 and tokens[k].word == "H":
        k -= 1
    elif tokens[i].label != "honorific":
        return False
    return (
        k >= 0
        and tokens[k].lower in NAMED_AFTER_PEOPLE
        and tokens[k].word[0].isupper()
        and touch(text, tokens[k], tokens[k + 1])
    )


def _names_sender(text: str, tokens: list[Token], i: int, following: int) -> bool:
    """`Narasumber dari X Y, NAME, …`: what comes behind `dari` sent the person behind the comma."""
    if (
        i < 2  # noqa: PLR2004 - the role and `dari`
        or tokens[i - 1].lower != "dari"
        or tokens[i - 2].lower not in _SENT
        or following >= len(tokens)
        or not _APART.fullmatch(text, tokens[following - 1].end, tokens[following].start)
    ):
        return False
    person, behind = name_at(text, tokens, following, tokens[-1].end)
    return person is not None and (behind >= len(tokens) or tokens[behind].label == "lower")


def _mention(
    text: str,
    sentence: Sentence,
    tokens: list[Token],
    i: int,
    following: int,
    name: NameMention,
    floor: int,
    places: Counter[tuple[str, ...]],
) -> Mention | None:
    before = position_before(text, tokens, i, floor, name.outer_start)
    owned = i > 0 and tokens[i - 1].label in _BEFORE_NAMES and touch(text, tokens[i - 1], tokens[i])
    if (
        owned
        and name.honorific is None
        and (
            before is None
            or (tokens[i - 1].lower in PLACE_KINDS and tokens[i].lower not in GIVEN_NAMES)
        )
    ):
        return None
    after = position_after(text, tokens, following, name.outer_end, sentence.span.end)
    if (
        before
        and not (before.position and _only_role(before.position))
        and after
        and after.start == name.outer_end
        and text[after.start : after.start + 3].lstrip().startswith(",")
    ):
        after = None if not _as_word(text, after) else after
    if before and after and after.position and _in_brackets_behind(text, tokens, i, before, after):
        before = None
    touching = (
        following < len(tokens)
        and after is None
        and not name.degrees
        and (
            tokens[following].label in {"noun", "acronym", "place", "either", "position"}
            or tokens[following].lower in {"of", "and", "for"}
        )
        and not is_head(tokens, following)
        and touch(text, tokens[following - 1], tokens[following])
    )
    if (
        i > 0
        and name.honorific is None
        and before is None
        and tokens[i - 1].word.isdigit()
        and touch(text, tokens[i - 1], tokens[i])
    ):
        return None
    attached = (
        i > 0
        and not tokens[i - 1].word.isdigit()
        and tokens[i - 1].lower not in _NAMELY
        and touch(text, tokens[i - 1], tokens[i])
        and (owned or before is not None)
    )
    if name.honorific is None and (
        (touching and owned) or (tokens[following - 1].lower,) in places
    ):
        return None
    sent_by = None
    if before and before.position and _only_role(before.position):
        sent_by = before.organization
        before = None
    position, organization = _best(before, after)
    organization = organization or (sent_by if position is None else None)
    return Mention(
        name,
        sentence,
        position,
        organization,
        min(name.outer_start, before.start if before else name.outer_start),
        max(name.outer_end, after.end if after else name.outer_end),
        tuple(w for w in re.findall(r"[^\W\d_]+", name.name.lower()) if len(w) > 1),
        position is not None,
        touching,
        not attached,
        owned
        and tokens[i - 1].label in {"name", "either"}
        and not ends_known_place(tokens, i, places),
    )


def _covered(mention: Mention, organizations: list[OrganizationMention]) -> bool:
    """Whether a bare name is an organization's, or the end of a school's, firm's or foreign one."""
    name = mention.name
    for organization in organizations:
        if organization.start >= name.end or organization.end <= name.start:
            continue
        if mention.position and organization.start < name.start and mention.words[0] in GIVEN_NAMES:
            continue
        if organization.start >= name.start or organization.kind in {"foreign", "firm", "school"}:
            return True
        if mention.position is None:
            return True
    return False


def _as_word(text: str, after: Position) -> bool:
    return (
        re.match(
            r"\s*,?\s*(?:yang\s+)?(?:juga\s+)?(?:selaku|sebagai|menjabat)",
            text[after.start : after.start + 40],
        )
        is not None
    )


def _best(before: Position | None, after: Position | None) -> tuple[str | None, str | None]:
    """The position and organization to keep; an office before an organization alone."""
    if before and before.position and not _only_role(before.position):
        organization = before.organization or (
            after.organization if after and after.position is None else None
        )
        return before.position, organization
    if after and after.position and not (_only_role(after.position) and after.organization is None):
        return after.position, after.organization
    if before and before.position and after and after.organization:
        return None, after.organization
    if after:
        return None, after.organization
    return None, None


def _in_brackets_behind(
    text: str, tokens: list[Token], i: int, before: Position, after: Position
) -> bool:
    """`tiga wakil desa, yaitu NAME (Ketua X)`: the brackets say what this one of them is."""
    return (
        text[after.start : after.start + 2].lstrip().startswith("(")
        and i > 0
        and tokens[i - 1].lower in _NAMELY
        and before.end <= tokens[i - 1].start
    )


def _only_role(position: str) -> bool:
    return all(word in ROLES for word in position.lower().split())
