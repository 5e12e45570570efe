"""What the words around a person's name say of the part that person had in the event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, cast

from archive.records import PersonRole, Span
from crawler.extraction.people.clauses import QUOTED_WORDS, REACH, acts, blocked, organizes
from crawler.extraction.people.cues import (
    SUMS_UP,
    absent_behind,
    cites,
    last_words,
    only_names,
    quotes,
    tells,
    topics,
    turns,
)
from crawler.extraction.people.cues import before as cues_before
from crawler.extraction.people.cues import behind as cues_behind
from crawler.extraction.people.guides import divides_into_groups, guides_practice
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.own_parts import own_part
from crawler.extraction.people.sessions import in_panel, in_session

_TAIL = 200
_FAR = 120
_BESIDE = 60
_MOST_CUES = 16
_OF_ANOTHER: frozenset[PersonRole] = frozenset(("opening", "chair", "other"))
"""Parts whose verb, behind a verb of speech, has its own subject: `menyebut kampusnya membuka X`."""
_COORDINATED = re.compile(r"\s*(?:,|&|,?\s*(?:dan|serta|beserta|bersama))?\s*")
_TRANSPARENT = re.compile(
    r"di(?:wakili|sampaikan|berikan|bawakan)|perwakilan|unsur|antara lain|akademisi|bersama|anggota tim|tim\b|peserta|delegasi",
    re.IGNORECASE,
)
_PARTS_OF_SESSIONS: frozenset[PersonRole] = frozenset(
    ("speaker", "panelist", "moderator", "facilitator")
)
_CAME = re.compile(
    r"(?:\s(?:diskusi|sesi|acara|utama|kunci|yang|ini|turut|telah)){0,3}\s(?:hadir|terdiri (?:dari|atas)|antara lain)",
    re.IGNORECASE,
)
_THROUGH = ("lewat", "melalui")
_PASSIVE_SPEECH = re.compile(
    r"\s*,?\s*di(?:sampaikan|ungkapkan|katakan|jelaskan|tegaskan|terangkan)\b", re.IGNORECASE
)
_RECEIVED = re.compile(r"\bkepada\s$")
"""`diserahkan oleh A kepada B`: B is there to receive it."""
_QUOTE_TAG = re.compile(r"[”\"’'»]\s{0,2},?\s{0,2}[a-z]+\s+$")
_INTRODUCED = re.compile(
    r"\b(?:salah (?:seorang|satu)|seorang|perwakilan|wakil|saksi|relawan|warga|peserta|korban)\b[^,.;:()\n]{0,60},\s*$",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"[\s,)]{0,4}(?:(?:yang|secara|resmi|langsung|juga|kemudian|lalu|turut)\s+){0,4}"
)
_COUNTED = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|[2-9])\s(?:\([a-z]{3,8}\)\s|orang\s)?$",
    re.IGNORECASE,
)
_COUNT_REACH = 24
_GOES_ON = re.compile(r"\b(?:dan|serta|sambil|seraya|saat|ketika|usai)\s$", re.IGNORECASE)
_CITED_DATA = re.compile(r"(?:data|angka|statistik|catatan)\b", re.IGNORECASE)

ORDER: tuple[PersonRole, ...] = (
    "opening",
    "chair",
    "moderator",
    "panelist",
    "facilitator",
    "speaker",
    "quoted",
    "attendee",
    "other",
)
"""The strongest part first; who has several parts on a page has the strongest."""


class Part(NamedTuple):
    """What one mention says of its person."""

    roles: tuple[PersonRole, ...]
    spoke: bool
    """A verb of speech governs the name."""
    quoted: bool
    """The report quotes: `ujar NAME`."""
    told: bool
    """The sentence tells what the person said or presented, not only that the person did."""
    session: bool
    """The words are of a session: paparan, materi, narasumber."""
    acted: bool
    """The name is the subject of some other verb: `NAME, pegiat X, membentangkan kain`."""
    introduced: bool
    """The prose brings in someone new: `salah seorang peserta, NAME,`, `” kata NAME.`"""
    absent: bool
    """Only mentioned: represented by someone else, cited, a contact."""

    @property
    def any(self) -> bool:
        """Whether the words give the person a part at all."""
        return not self.absent and (bool(self.roles) or self.spoke or self.quoted)


NO_PART = Part(
    (),
    spoke=False,
    quoted=False,
    told=False,
    session=False,
    acted=False,
    introduced=False,
    absent=False,
)
"""Of a mention that says nothing of a part, such as a name in a document's label."""


def read_parts(text: str, mentions: Sequence[Mention], lead: Span | None) -> list[Part]:
    """The parts that a sentence gives to its mentions, in their order.

    `lead` is the sentence that introduces the list or paragraph the sentence stands in.
    """
    if not mentions:
        return []
    span = mentions[0].sentence.span
    quotations = [
        quotation.span() for quotation in QUOTED_WORDS.finditer(text, span.start, span.end)
    ]
    cues = [
        cue
        for cue in cues_before().finditer(text, span.start, span.end)
        if not _has_subject(text, mentions, cue)
        and not any(begin < cue.start() < end for begin, end in quotations[:_MOST_CUES])
    ]
    ends = [cue.end() for cue in cues]
    lead_cues = (
        list(cues_before().finditer(text, lead.start, lead.end))[-_MOST_CUES:] if lead else []
    )
    parts = []
    for n, mention in enumerate(mentions):
        last = bisect_right(ends, mention.start)
        parts.append(
            _part(text, mentions, n, cues[max(0, last - _MOST_CUES) : last], lead, lead_cues)
        )
    return parts


def _has_subject(text: str, mentions: Sequence[Mention], cue: re.Match[str]) -> bool:
    """`NAME membuka acara, lalu NAME …`: an active verb behind its subject says nothing of others."""
    if cue["opening"] is None and cue["chair"] is None:
        return False
    if not cue[0].lower().startswith("me"):
        return False
    at = bisect_right([m.end for m in mentions], cue.start())
    return at > 0 and _ADVERBS.fullmatch(text, mentions[at - 1].end, cue.start()) is not None


def _part(
    text: str,
    mentions: Sequence[Mention],
    n: int,
    cues: list[re.Match[str]],
    lead: Span | None,
    lead_cues: list[re.Match[str]],
) -> Part:
    mention = mentions[n]
    span = mention.sentence.span
    if not (mention.held or mention.name.certain) and organizes(text, mention.end, span.end):
        return NO_PART
    beside = text[max(span.start, mention.start - _BESIDE) : mention.start]
    tail = _tail(text, mentions, n)
    strong, weak = _role_before(text, mention, cues)
    role = strong or (_role_in_lead(text, mention, lead, lead_cues) if lead else None) or weak
    if role == "moderator" and lead and divides_into_groups(text, lead):
        role = "facilitator"
    last = last_words(beside)
    absent = bool(
        only_names(beside, last)
        or absent_behind().match(text, mention.end, min(span.end, mention.end + 80))
    )
    cited = cites(beside, last)
    behind, spoke, reported = (None, False, False) if cited else _role_behind(text, tail)
    quoted = (
        reported
        or quotes(beside, last)
        or (
            beside.rstrip().lower().endswith(_THROUGH)
            and _PASSIVE_SPEECH.match(text, *tail) is not None
        )
    )
    sums_up = False
    if (
        role in {"speaker", "opening"}
        and quoted
        and beside.rstrip().lower().endswith(("disampaikan", "disampaikan oleh"))
    ):
        quoted = sums_up = SUMS_UP.match(text, span.start, mention.start) is not None
        role = None if sums_up else role
    if quoted and _CITED_DATA.match(text, span.start, span.end):
        absent = True
    roles = [r for r in (role, behind) if r]
    if own := own_part(text, mention):
        roles = [own]
    named = _role_of_position(mention.position) if mention.position else None
    if named and not (named == "facilitator" and _holds_office(mention, role, quoted=quoted)):
        roles = [r for r in roles if not (named == "facilitator" and r == "moderator")]
        roles.append(named)
    presented = "," in beside[-3:] and _INTRODUCED.search(beside) is not None
    if presented and (spoke or quoted):
        roles = [r for r in roles if r != "attendee"]
    roles = ["panelist" if r == "speaker" and in_panel(text, mention, lead) else r for r in roles]
    return Part(
        tuple(roles),
        spoke,
        quoted,
        spoke or (quoted and not sums_up) or _presents(text, mention, role, behind, tail),
        spoke
        and (
            in_session(text, mention, lead)
            or turns().fullmatch(text, span.start, mention.start) is not None
        ),
        acts(text, tail),
        presented or bool(quoted and _QUOTE_TAG.search(beside)),
        absent or (cited and role is None),
    )


def _presents(
    text: str,
    mention: Mention,
    role: PersonRole | None,
    behind: PersonRole | None,
    tail: tuple[int, int],
) -> bool:
    """Whether the sentence tells of what the speaker presents: `membahas X`, `materi tentang X`."""
    if behind == "speaker" and tells().search(text, *tail):
        return True
    span = mention.sentence.span
    before = max(span.start, mention.start - _TAIL)
    return role == "speaker" and topics().search(text, before, mention.start) is not None


def _role_before(
    text: str, mention: Mention, cues: list[re.Match[str]]
) -> tuple[PersonRole | None, PersonRole | None]:
    """The nearest cue before the group with no other verb between; and the nearest weak one."""
    weak: PersonRole | None = None
    until = mention.start
    for cue in reversed(cues):
        if blocked(text[cue.end() : until]):
            break
        role = _role(cue)
        if role in {"attendee", "speaker"} and (_TRANSPARENT.match(cue[0]) or _named_as(cues, cue)):
            weak = weak or role
            until = cue.start()
            continue
        if role == "other" and _RECEIVED.search(text, cue.end(), mention.start):
            return "attendee", weak
        return role, weak
    return None, weak


def _named_as(cues: list[re.Match[str]], cue: re.Match[str]) -> bool:
    """`Sebagai moderator hadir NAME`: the part stands right before that someone came."""
    before = next((c for c in reversed(cues) if c.end() <= cue.start()), None)
    return (
        before is not None
        and _role(before) in _PARTS_OF_SESSIONS
        and _CAME.fullmatch(cue.string, before.end(), cue.end()) is not None
    )


def _role_in_lead(
    text: str, mention: Mention, lead: Span, cues: list[re.Match[str]]
) -> PersonRole | None:
    if not cues or blocked(text[mention.sentence.span.start : mention.start]):
        return None
    for cue in reversed(cues):
        if blocked(text[cue.end() : lead.end]) and not (
            text[lead.end - 1] == ":"
            and _role(cue) == "speaker"
            and _COUNTED.search(text, max(lead.start, cue.start() - _COUNT_REACH), cue.start())
        ):
            return None
        role = _role(cue)
        if not (role == "attendee" and _TRANSPARENT.match(cue[0])) or cue is cues[0]:
            return role
    return None


def _role(cue: re.Match[str]) -> PersonRole:
    if cue.lastgroup == "moderator" and guides_practice(cue):
        return "facilitator"
    return cast("PersonRole", cue.lastgroup)


def role_of_words(words: str) -> PersonRole | None:
    """The part that a heading, a header or a lead names: its last cue; None without one."""
    end = len(words)
    cues = list(cues_before().finditer(words, max(0, end - REACH), end))
    return _role(cues[-1]) if cues else None


def _tail(text: str, mentions: Sequence[Mention], n: int) -> tuple[int, int]:
    """What follows the name, or the names that are joined with it by commas and `dan`."""
    last = 0
    mentions = [m for k, m in enumerate(mentions[n : n + _MOST_CUES]) if k == 0 or m.plausible]
    span = mentions[0].sentence.span
    while last + 1 < len(mentions) and _COORDINATED.fullmatch(
        text[mentions[last].end : mentions[last + 1].start][:40]
    ):
        last += 1
    stop = mentions[last + 1].start if last + 1 < len(mentions) else span.end
    return mentions[last].end, min(stop, mentions[last].end + _TAIL)


def _role_behind(text: str, tail: tuple[int, int]) -> tuple[PersonRole | None, bool, bool]:
    """The part behind the name, whether it spoke, and whether it is only reported to say."""
    role: PersonRole | None = None
    spoke = reported = False
    start, end = tail
    said = start
    for cue in cues_behind().finditer(text, start, end):
        gap = text[start : cue.start()]
        if role is None and not spoke and not reported and (blocked(gap) or ";" in gap):
            break
        if cue["speech"] or cue["reported"]:
            if not (spoke or reported):
                spoke, reported = bool(cue["speech"]), bool(cue["reported"])
            said = cue.end() + 1
        elif (spoke or reported) and _is_told(cue, told_by_itself=reported):
            continue
        elif cue.start() != said and (role is None or ORDER.index(_role(cue)) < ORDER.index(role)):
            role = _role(cue)
        if len(gap) > _FAR:
            break
    return role, spoke, reported


def _is_told(cue: re.Match[str], *, told_by_itself: bool) -> bool:
    """Whether an active verb behind a verb of speech is of what is told: `mengaku malu berbicara`."""
    role, words = _role(cue), cue[0].lower()
    if role in _OF_ANOTHER:
        return words.startswith("me")
    return (
        told_by_itself
        and role == "speaker"
        and words.startswith(("me", "be", "bi"))
        and _GOES_ON.search(cue.string, max(0, cue.start() - _COUNT_REACH), cue.start()) is None
    )


def _role_of_position(position: str) -> PersonRole | None:
    words = position.lower()
    if re.search(r"nara ?sumber|pemateri|pembicara", words):
        return "speaker"
    return (
        "moderator"
        if re.search(r"moderator|(?:pemandu|pembawa) acara", words)
        else "facilitator"
        if "fasilitator" in words
        else None
    )


def _holds_office(mention: Mention, role: PersonRole | None, *, quoted: bool) -> bool:
    """`kata NAME, fasilitator dari Desa X`: a facilitator elsewhere, with another part here."""
    return role == "speaker" or (quoted and mention.organization is not None)
