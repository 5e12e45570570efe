"""What the words around a person's name say of the part that person had in the event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from archive.records import PersonRole, Span
from crawler import lexicon
from crawler.extraction.person_mentions import Mention

_REACH = 1500
_TAIL = 200
_FAR = 120
_BESIDE = 60
_MOST_CUES = 16
_VERB = re.compile(r"\b(?:me(?:ng|ny|m|n|r|l)[a-z]{3,}|di[a-z]{4,}|ber[a-z]{4,})\b")
_NO_VERB = re.compile(
    r"menteri|menengah|menuju|mengenai|melalui|menurut|mental|merupakan|merah|meliputi|mewakili|menjabat"
    r"|di(?:antara(?:nya)?|nas|skusi|rektur|gital|visi|alog|mensi|strik|saster|wakili|sampaikan|bawakan|berikan|undang|sebutkan|hadirkan|jabat|reksi|sabilitas|rektorat)"
    r"|ber(?:sama|ikut(?:nya)?|bagai|sih|upa|basis|kelanjutan|ketahanan|nama|asal|tindak|tajuk|judul|tema|kala|daya|turut-turut|turut)"
)
_BRACKETED = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_QUOTED_WORDS = re.compile(r"“[^“”]{0,400}”|\"[^\"]{0,400}\"")
_COORDINATED = re.compile(r"\s*(?:,|&|,?\s*(?:dan|serta|beserta|bersama))?\s*")
_PANEL = re.compile(r"\b[Pp]anelis\w*|\b(?:[Dd]iskusi|[Ss]esi) [Pp]anel\b|\bpanel\b(?!\s+surya)")
_TRANSPARENT = re.compile(
    r"di(?:wakili|sampaikan|berikan|bawakan)|perwakilan|unsur|antara lain|akademisi|bersama|anggota tim|peserta|delegasi",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"(?:lewat|melalui)\s*$", re.IGNORECASE)
_PASSIVE_SPEECH = re.compile(
    r"\s*,?\s*di(?:sampaikan|ungkapkan|katakan|jelaskan|tegaskan|terangkan)\b", re.IGNORECASE
)
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
    session: bool
    """The words are of a session: paparan, materi, narasumber."""
    absent: bool
    """Only mentioned: represented by someone else, cited, a contact."""

    @property
    def any(self) -> bool:
        """Whether the words give the person a part at all."""
        return not self.absent and (bool(self.roles) or self.spoke or self.quoted)


NO_PART = Part((), spoke=False, quoted=False, session=False, absent=False)
"""Of a mention that says nothing of a part, such as a name in a document's label."""


@cache
def _before() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")["before"]
    return _by_role(rows)


@cache
def _behind() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")
    speech = "|".join(sorted(rows["speech"]["verbs"], key=len, reverse=True))
    return re.compile(
        _by_role(rows["behind"]).pattern + rf"|\b(?P<speech>{speech})\b", re.IGNORECASE
    )


def _by_role(rows: dict[str, list[str]]) -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"\b(?P<{role}>{'|'.join(patterns)})" for role, patterns in rows.items()),
        re.IGNORECASE,
    )


@cache
def _quotes() -> re.Pattern[str]:
    verbs = "|".join(
        sorted(lexicon.load("person_roles")["speech"]["quotes"], key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:{verbs})(?:nya)?(?:\s+(?:oleh|laporan|keterangan|penuturan|penjelasan|pula|lagi|pernyataan))?[\s,:]*$",
        re.IGNORECASE,
    )


@cache
def _sessions() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(lexicon.load('person_roles')['speech']['sessions'])})(?:nya)?\b",
        re.IGNORECASE,
    )


@cache
def _absent() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rows = lexicon.load("person_roles")["absent"]
    return (
        re.compile(rf"\b(?:{'|'.join(rows['before'])})[\s.:]*$", re.IGNORECASE),
        re.compile(
            rf"\b(?:{'|'.join(rows['works'])})(?:nya)?(?:\s+(?:dari|oleh|milik|karya))?\s*$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[\s,]*(?:yang\s+)?(?:\w+\s+){{0,3}}?(?:{'|'.join(rows['behind'])})\b", re.IGNORECASE
        ),
    )


def read_parts(text: str, mentions: Sequence[Mention], lead: Span | None) -> list[Part]:
    """The parts that a sentence gives to its mentions, in their order.

    `lead` is the sentence that introduces the list or paragraph the sentence stands in.
    """
    if not mentions:
        return []
    span = mentions[0].sentence.span
    cues = list(_before().finditer(text, span.start, span.end))
    ends = [cue.end() for cue in cues]
    lead_cues = list(_before().finditer(text, lead.start, lead.end))[-_MOST_CUES:] if lead else []
    parts = []
    for n, mention in enumerate(mentions):
        last = bisect_right(ends, mention.start)
        parts.append(
            _part(text, mentions, n, cues[max(0, last - _MOST_CUES) : last], lead, lead_cues)
        )
    return parts


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
    beside = text[max(span.start, mention.start - _BESIDE) : mention.start]
    tail = _tail(text, mentions, n)
    before_name, work, behind_name = _absent()
    role = _role_before(text, mention, cues) or (
        _role_in_lead(text, mention, lead, lead_cues) if lead else None
    )
    absent = bool(
        before_name.search(beside)
        or behind_name.match(text, mention.end, min(span.end, mention.end + 80))
    )
    cited = bool(work.search(beside))
    behind, spoke = (None, False) if cited else _role_behind(tail)
    quoted = bool(_quotes().search(beside)) or bool(
        _THROUGH.search(beside) and _PASSIVE_SPEECH.match(tail)
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
    if mention.position and (named := _role_of_position(mention.position)):
        roles.append(named)
    roles = ["panelist" if r == "speaker" and _in_panel(text, mention, lead) else r for r in roles]
    return Part(
        tuple(roles),
        spoke,
        quoted,
        _in_session(text, mention, lead),
        absent or (cited and role is None),
    )


def _role_before(text: str, mention: Mention, cues: list[re.Match[str]]) -> PersonRole | None:
    """The nearest cue before the group with no other verb between."""
    weak: PersonRole | None = None
    for cue in reversed(cues):
        if _blocked(text[cue.end() : mention.start]):
            break
        role = _role(cue)
        if role in {"attendee", "speaker"} and _TRANSPARENT.match(cue[0]):
            weak = weak or role
            continue
        return role
    return weak


def _role_in_lead(
    text: str, mention: Mention, lead: Span, cues: list[re.Match[str]]
) -> PersonRole | None:
    if not cues or _blocked(text[mention.sentence.span.start : mention.start]):
        return None
    for cue in reversed(cues):
        if _blocked(text[cue.end() : lead.end]):
            return None
        role = _role(cue)
        if not (role == "attendee" and _TRANSPARENT.match(cue[0])) or cue is cues[0]:
            return role
    return None


def _role(cue: re.Match[str]) -> PersonRole:
    return next(role for role in ORDER if role in cue.re.groupindex and cue[role] is not None)


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


def _role_behind(tail: str) -> tuple[PersonRole | None, bool]:
    role: PersonRole | None = None
    spoke = False
    for cue in _behind().finditer(tail):
        gap = tail[: cue.start()]
        if role is None and not spoke and (_blocked(gap) or ";" in gap):
            break
        if cue["speech"]:
            spoke = True
        elif role is None or ORDER.index(_role(cue)) < ORDER.index(role):
            role = _role(cue)
        if len(gap) > _FAR:
            break
    return role, spoke


def _role_of_position(position: str) -> PersonRole | None:
    words = position.lower()
    if re.search(r"nara ?sumber|pemateri|pembicara", words):
        return "speaker"
    return (
        "moderator" if "moderator" in words else "facilitator" if "fasilitator" in words else None
    )


def _in_panel(text: str, mention: Mention, lead: Span | None) -> bool:
    sentence = mention.sentence
    if _PANEL.search(text, max(sentence.span.start, mention.start - _REACH), mention.start):
        return True
    around = [s for s in (sentence.before, lead) if s]
    return any(_PANEL.search(text, max(s.start, s.end - _REACH), s.end) for s in around)


def _in_session(text: str, mention: Mention, lead: Span | None) -> bool:
    sentence = mention.sentence
    if _sessions().search(
        text,
        max(sentence.span.start, mention.start - _REACH),
        min(sentence.span.end, mention.end + 60),
    ):
        return True
    return any(
        _sessions().search(text, max(s.start, s.end - _REACH), s.end)
        for s in (sentence.before, lead)
        if s
    )
