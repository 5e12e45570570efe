"""What the words around a person's name say of the part that person had in the event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.records import PersonRole, Span
from crawler.extraction.people.cues import (
    absent_behind,
    cites,
    only_names,
    quotes,
    sessions,
    small,
    tells,
    topics,
    turns,
)
from crawler.extraction.people.cues import before as cues_before
from crawler.extraction.people.cues import behind as cues_behind
from crawler.extraction.people.mentions import Mention

_REACH = 1500
_TAIL = 200
_FAR = 120
_BESIDE = 60
_MOST_CUES = 16
_OF_ANOTHER: frozenset[PersonRole] = frozenset(("opening", "chair", "other"))
"""Parts whose verb, behind a verb of speech, has its own subject: `menyebut kampusnya membuka X`."""
_VERB = re.compile(r"\b(?:me(?:ng|ny|m|n|r|l)[a-z]{3,}|di[a-z]{4,}|ber[a-z]{4,})\b")
_NO_VERB = re.compile(
    r"menteri|mengisi|menengah|menuju|mengenai|melalui|menurut|mental|merupakan|merah|meliputi|mewakili|menjabat"
    r"|di(?:antara(?:nya)?|nas|skusi|rektur|gital|visi|alog|mensi|strik|saster|wakili|sampaikan|bawakan|berikan|undang|lakukan|sebutkan|hadirkan|jabat|reksi|sabilitas|rektorat)"
    r"|ber(?:sama|ikut(?:nya)?|bagai|sih|upa|basis|kelanjutan|ketahanan|nama|asal|tindak|tajuk|judul|tema|kala|daya|turut-turut|turut|jumlah)"
)
_BRACKETED = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_QUOTED_WORDS = re.compile(r"“[^“”]{0,400}”|\"[^\"]{0,400}\"")
_COORDINATED = re.compile(r"\s*(?:,|&|,?\s*(?:dan|serta|beserta|bersama))?\s*")
_PANEL = re.compile(r"\b[Pp]anelis\w*|\b(?:[Dd]iskusi|[Ss]esi) [Pp]anel\b|\bpanel\b(?!\s+surya)")
_TRANSPARENT = re.compile(
    r"di(?:wakili|sampaikan|berikan|bawakan)|perwakilan|unsur|antara lain|akademisi|bersama|anggota tim|peserta|delegasi",
    re.IGNORECASE,
)
_THROUGH = ("lewat", "melalui")
_PASSIVE_SPEECH = re.compile(
    r"\s*,?\s*di(?:sampaikan|ungkapkan|katakan|jelaskan|tegaskan|terangkan)\b", re.IGNORECASE
)
_ACTED = re.compile(
    r"\s*,?\s*(?:yang\s+)?(?:(?:juga|turut|ikut|kemudian|lalu|sempat|pun|langsung|sendiri|selanjutnya|berkesempatan|lantas|secara [a-z]+)\s+){0,3}"
    r"(?P<verb>me[a-z]{4,}|ber[a-z]{4,})"
)
_NO_ACT = re.compile(
    r"merupakan|menjabat|mewakili|meninggal\w*|menjadi|meski\w*|menteri|mengenai|melalui|menurut|menuju|merah|mengalami|menggantikan|mendapat\w*|menerima|memiliki|mempunyai"
    r"|ber(?:asal|halangan|nama|sama|ikut|dasar\w*|usia|umur|dinas|tempat|status|ada|bagai)"
)
_ORGANIZES = re.compile(
    r"\s(?:(?:akan|telah|sudah|kembali|juga|ikut|turut|sedang|rutin)\s){0,2}(?:mengadakan|menggelar|menyelenggarakan|bekerja ?sama|menggandeng|merilis|menerbitkan|didirikan|beranggotakan)\b"
)
_OWN_PART = re.compile(
    r"\s*,?\s*(?:yang\s+)?(?:hadir\s+|bertindak\s+|bertugas\s+)?(?:selaku|sebagai|menjadi)\s+(?:seorang\s+)?(?P<role>moderator|fasilitator|panelis)\b",
    re.IGNORECASE,
)
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
_CITED_DATA = re.compile(r"(?:data|angka|statistik|catatan)\b", re.IGNORECASE)

ORDER: tuple[PersonRole, ...] = (
    "opening",
    "chair",
    "moderator",
    "panelist",
    "facilitator",
    "speaker",
    "attendee",
    "quoted",
    "other",
)
"""The strongest part first; who has several parts on a page has the strongest."""


@dataclass(frozen=True, slots=True)
class Part:
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
        quotation.span() for quotation in _QUOTED_WORDS.finditer(text, span.start, span.end)
    ]
    cues = [
        cue
        for cue in cues_before().finditer(small(text), span.start, span.end)
        if not _has_subject(text, mentions, cue)
        and not any(begin < cue.start() < end for begin, end in quotations[:_MOST_CUES])
    ]
    ends = [cue.end() for cue in cues]
    lead_cues = (
        list(cues_before().finditer(small(text), lead.start, lead.end))[-_MOST_CUES:]
        if lead
        else []
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
    if not (mention.held or mention.name.certain) and _ORGANIZES.match(text, mention.end, span.end):
        return NO_PART
    beside = text[max(span.start, mention.start - _BESIDE) : mention.start]
    tail = _tail(text, mentions, n)
    strong, weak = _role_before(text, mention, cues)
    role = strong or (_role_in_lead(text, mention, lead, lead_cues) if lead else None) or weak
    absent = bool(
        only_names(beside)
        or absent_behind().match(text, mention.end, min(span.end, mention.end + 80))
    )
    cited = cites(beside)
    behind, spoke, reported = (None, False, False) if cited else _role_behind(tail)
    quoted = (
        reported
        or quotes(beside)
        or (beside.rstrip().lower().endswith(_THROUGH) and _PASSIVE_SPEECH.match(tail) is not None)
    )
    if (
        role in {"speaker", "opening"}
        and quoted
        and beside.rstrip().lower().endswith(("disampaikan", "disampaikan oleh"))
    ):
        quoted = False
    if quoted and _CITED_DATA.match(text, span.start, span.end):
        absent = True
    roles = [r for r in (role, behind) if r]
    if behind and (own := _OWN_PART.match(tail)) and own["role"]:
        roles = [behind]
    if mention.position and (named := _role_of_position(mention.position)):
        roles = [r for r in roles if not (named == "facilitator" and r == "moderator")]
        roles.append(named)
    presented = "," in beside[-3:] and _INTRODUCED.search(beside) is not None
    if presented and (spoke or quoted):
        roles = [r for r in roles if r != "attendee"]
    roles = ["panelist" if r == "speaker" and _in_panel(text, mention, lead) else r for r in roles]
    return Part(
        tuple(roles),
        spoke,
        quoted,
        spoke or quoted or _presents(text, mention, role, behind, tail),
        spoke
        and (
            _in_session(text, mention, lead)
            or turns().fullmatch(text, span.start, mention.start) is not None
        ),
        _acts(tail),
        presented or bool(quoted and _QUOTE_TAG.search(beside)),
        absent or (cited and role is None),
    )


def _presents(
    text: str, mention: Mention, role: PersonRole | None, behind: PersonRole | None, tail: str
) -> bool:
    """Whether the sentence tells of what the speaker presents: `membahas X`, `materi tentang X`."""
    if behind == "speaker" and tells().search(tail):
        return True
    span = mention.sentence.span
    before = max(span.start, mention.start - _TAIL)
    return role == "speaker" and topics().search(text, before, mention.start) is not None


def _acts(tail: str) -> bool:
    """Whether the name is the subject of a verb of its own."""
    acted = _ACTED.match(tail)
    return acted is not None and _NO_ACT.fullmatch(acted["verb"]) is None


def _role_before(
    text: str, mention: Mention, cues: list[re.Match[str]]
) -> tuple[PersonRole | None, PersonRole | None]:
    """The nearest cue before the group with no other verb between; and the nearest weak one."""
    weak: PersonRole | None = None
    for cue in reversed(cues):
        if _blocked(text[cue.end() : mention.start]):
            break
        role = _role(cue)
        if role in {"attendee", "speaker"} and _TRANSPARENT.match(cue[0]):
            weak = weak or role
            continue
        return role, weak
    return None, weak


def _role_in_lead(
    text: str, mention: Mention, lead: Span, cues: list[re.Match[str]]
) -> PersonRole | None:
    if not cues or _blocked(text[mention.sentence.span.start : mention.start]):
        return None
    for cue in reversed(cues):
        if _blocked(text[cue.end() : lead.end]) and not (
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
    return next(role for role in ORDER if role in cue.re.groupindex and cue[role] is not None)


def role_of_words(words: str) -> PersonRole | None:
    """The part that a heading, a header or a lead names: its last cue; None without one."""
    cues = list(cues_before().finditer(words[-_REACH:].lower()))
    return _role(cues[-1]) if cues else None


def _blocked(gap: str) -> bool:
    """Whether another verb stands between cue and name: then the cue is not the name's."""
    if len(gap) > _REACH:
        return True
    bare = _QUOTED_WORDS.sub(" ", _BRACKETED.sub(" ", gap))
    return any(not _NO_VERB.fullmatch(verb[0]) for verb in _VERB.finditer(bare))


def _tail(text: str, mentions: Sequence[Mention], n: int) -> str:
    """What follows the name, or the names that are joined with it by commas and `dan`."""
    last = 0
    mentions = [m for k, m in enumerate(mentions[n : n + _MOST_CUES]) if k == 0 or m.plausible]
    span = mentions[0].sentence.span
    while last + 1 < len(mentions) and _COORDINATED.fullmatch(
        text[mentions[last].end : mentions[last + 1].start][:40]
    ):
        last += 1
    stop = mentions[last + 1].start if last + 1 < len(mentions) else span.end
    return text[mentions[last].end : min(stop, mentions[last].end + _TAIL)]


@lru_cache(maxsize=512)
def _role_behind(tail: str) -> tuple[PersonRole | None, bool, bool]:
    """The part behind the name, whether it spoke, and whether it is only reported to say."""
    role: PersonRole | None = None
    spoke = reported = False
    said = 0
    for cue in cues_behind().finditer(tail.lower()):
        gap = tail[: cue.start()]
        if role is None and not spoke and not reported and (_blocked(gap) or ";" in gap):
            break
        if cue["speech"] or cue["reported"]:
            if not (spoke or reported):
                spoke, reported = bool(cue["speech"]), bool(cue["reported"])
            said = cue.end() + 1
        elif said and _role(cue) in _OF_ANOTHER and cue[0].startswith("me"):
            continue
        elif cue.start() != said and (role is None or ORDER.index(_role(cue)) < ORDER.index(role)):
            role = _role(cue)
        if len(gap) > _FAR:
            break
    return role, spoke, reported


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


def _in_panel(text: str, mention: Mention, lead: Span | None) -> bool:
    sentence = mention.sentence
    if _PANEL.search(text, max(sentence.span.start, mention.start - _REACH), mention.start):
        return True
    around = [s for s in (sentence.before, lead) if s]
    return any(_PANEL.search(text, max(s.start, s.end - _REACH), s.end) for s in around)


def _in_session(text: str, mention: Mention, lead: Span | None) -> bool:
    sentence = mention.sentence
    if sessions().search(
        text,
        max(sentence.span.start, mention.start - _REACH),
        min(sentence.span.end, mention.end + 60),
    ):
        return True
    return any(
        sessions().search(text, max(s.start, s.end - _REACH), s.end)
        for s in (sentence.before, lead)
        if s
    )
