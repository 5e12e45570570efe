"""Who took part, and as what: cues before a list of organizations, and verbs behind one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from archive.records import OrganizationRole, Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.organization_chains import without_department
from crawler.extraction.organization_claims import Claim, Words
from crawler.extraction.organization_lists import Item, read_list
from crawler.extraction.organization_names import OrganizationMention
from crawler.extraction.sentences import split_sentences

_QUOTE = re.compile(r"“[^“”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")
_WINDOW = 50
_NO_SUBJECT = re.compile(
    r"\b(?:di|ke|bagi|untuk|kepada|terhadap|pada|tentang|menurut|data)\s+$", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:Kepala|Ketua|Direktur|Sekretaris|Manajer|Koordinator|Wakil|Plt|Rektor|Dekan|Dosen|Peneliti)"
    r"(?: [\w.]+){0,8}\s+$"
)
_NOT_TOGETHER = re.compile(r"\s*(?:melalui|lewat|,? ?dalam hal ini)\s*")


@dataclass(frozen=True, slots=True)
class _Cue:
    role: OrganizationRole
    names: str
    pattern: re.Pattern[str]


@cache
def _cues() -> dict[str, Any]:
    return lexicon.load("organization_cues")


@cache
def _before() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            cue["role"],
            cue["names"],
            re.compile(
                rf"(?<!\w)(?:{'|'.join(cue['patterns'])})(?:(?<=\W)|(?!\w)|(?-i:(?=[A-Z][a-z])))",
                re.IGNORECASE,
            ),
        )
        for cue in _cues()["before"]["cue"]
    )


@cache
def _after() -> tuple[tuple[OrganizationRole, re.Pattern[str]], ...]:
    cues = _cues()["after"]
    adverbs = "|".join(cues["adverbs"])
    roles: tuple[OrganizationRole, ...] = ("organizer", "host", "attendee")
    return tuple(
        (
            role,
            re.compile(
                rf"(?:\s*\([^()\n]{{1,80}}\))?(?: (?:dan|serta)(?: (?-i:[A-Z])[\w-]{{1,30}}){{1,4}})?"
                rf"(?:,[^,;\n]{{1,60}},|,)?\s*(?:(?:{adverbs})\s+){{0,3}}"
                rf"(?:{'|'.join(cues[role])})(?!\w)",
                re.IGNORECASE,
            ),
        )
        for role in roles
    )


@cache
def _spoken() -> re.Pattern[str]:
    """What the holder of an office did, behind the office and maybe the holder's name."""
    cues = _cues()["after"]
    verbs = "|".join([*cues["attendee"], *cues["spoken"]])
    adverbs = "|".join(cues["adverbs"])
    return re.compile(
        r"(?:\s*\([^()\n]{1,80}\))?(?:,[^;\n]{1,80},|,)?(?: [A-Z][\w.’']{0,30},?){0,5}\s*"
        rf"(?:(?:{adverbs})\s+){{0,3}}(?:{verbs})(?!\w)"
    )


@cache
def _links() -> re.Pattern[str]:
    links = "|".join(sorted(_cues()["after"]["links"], key=len, reverse=True))
    return re.compile(rf"\s*(?:{links})\s*", re.IGNORECASE)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_cues()['context'][name])})\b", re.IGNORECASE)


def read_roles(page: Page, words: Words) -> list[Claim]:
    """Every place of a page whose words say that an organization took part, and as what."""
    claims: list[Claim] = []
    for index, block in enumerate(page.blocks):
        if block.kind == "caption":
            continue
        quotes = [match.span() for match in _QUOTE.finditer(page.text, block.start, block.end)]
        for sentence in split_sentences(page.text, block.start, block.end):
            claims += _behind_cues(page, index, sentence, quotes, words)
            claims += _before_verbs(page.text, sentence, words)
    return claims


def announces(text: str, claim: Claim) -> bool:
    """Whether the sentence around a claim announces something yet to come."""
    begin = max(text.rfind("\n", 0, claim.start), text.rfind(". ", 0, claim.start)) + 1
    return _words("announcing").search(text, begin, min(claim.end + 300, len(text))) is not None


def _behind_cues(
    page: Page, index: int, sentence: Span, quotes: list[tuple[int, int]], words: Words
) -> list[Claim]:
    block = page.blocks[index]
    claims = []
    for cue in _before():
        if not _fits(cue, block):
            continue
        behind = sentence.start
        for found in cue.pattern.finditer(page.text, sentence.start, sentence.end):
            if found.end() < behind or _is_discounted(page.text, sentence, found, quotes):
                continue
            items, behind = read_list(words, found.end(), sentence.end, cue.names)
            items += _items_below(page, index, found.end(), words, cue)
            claims += [_claim(item, cue.role) for item in items]
    return claims


def _fits(cue: _Cue, block: Block) -> bool:
    """Points of a conclusion speak of partners to come: there only plain cues count."""
    if cue.names == "event":
        return True
    if block.kind == "item":
        return cue.role in {"organizer", "host"} or (cue.role, cue.names) == ("attendee", "known")
    return True


def _is_discounted(
    text: str, sentence: Span, cue: re.Match[str], quotes: list[tuple[int, int]]
) -> bool:
    if any(start < cue.start() < end for start, end in quotes):
        return True
    begin = max(sentence.start, cue.start() - _WINDOW)
    if cue[0].lower().startswith("bersama") and _words("planned").search(text, begin, cue.start()):
        return True
    return _words("modal").search(text, begin, cue.start()) is not None


def _items_below(page: Page, index: int, at: int, words: Words, cue: _Cue) -> list[Item]:
    """The members of a list set as points below its cue (`dihadiri oleh:`)."""
    block = page.blocks[index]
    if page.text[at : block.end].strip(" :") or not page.text[: block.end].endswith(":"):
        return []
    items = []
    for below in page.blocks[index + 1 : index + 80]:
        if below.kind != "item":
            break
        items += read_list(words, below.start, below.end, cue.names)[0]
    return items


def _claim(item: Item, role: OrganizationRole) -> Claim:
    return Claim(item.start, item.end, item.name, item.acronym, role, item.sector, item.kind)


def _before_verbs(text: str, sentence: Span, words: Words) -> list[Claim]:
    first, last = words.index_at(sentence.start), words.index_at(sentence.end)
    mentions = [
        words.names[token.start] for token in words.tokens[first:last] if token.start in words.names
    ]
    claims: list[Claim] = []
    for place, mention in enumerate(mentions):
        role = _role_before_verb(text, sentence, mention)
        if role is None:
            continue
        claims.append(_claim_of(_home(text, mention), role))
        for back in range(place - 1, -1, -1):
            between = text[mentions[back].end : mentions[back + 1].start]
            if len(between) > 40 or not _links().fullmatch(between):  # noqa: PLR2004 - a link is short
                break
            claims.append(_claim_of(mentions[back], role))
    claims += _acting_through(text, mentions, claims)
    return claims


def _role_before_verb(
    text: str, sentence: Span, mention: OrganizationMention
) -> OrganizationRole | None:
    if _NO_SUBJECT.search(text, max(sentence.start, mention.start - 12), mention.start):
        return None
    if _OFFICE.search(text, max(sentence.start, mention.start - 90), mention.start) and (
        _spoken().match(text, mention.end, min(sentence.end, mention.end + 240))
    ):
        return "attendee"
    for role, pattern in _after():
        if pattern.match(text, mention.end, min(sentence.end, mention.end + 240)):
            return role
    return None


def _home(text: str, mention: OrganizationMention) -> OrganizationMention:
    """The body itself: the school where an office names its department."""
    spoken_for = _OFFICE.search(text, max(0, mention.start - 90), mention.start)
    return without_department(text, mention) if spoken_for else mention


def _acting_through(
    text: str, mentions: list[OrganizationMention], claims: list[Claim]
) -> list[Claim]:
    """The office through which an organizer acted: `Pemerintah X melalui Dinas Y`."""
    organizing = {claim.start for claim in claims if claim.role == "organizer"}
    return [
        _claim_of(mention, "organizer")
        for before, mention in pairwise(mentions)
        if before.start in organizing and _NOT_TOGETHER.fullmatch(text[before.end : mention.start])
    ]


def _claim_of(mention: OrganizationMention, role: OrganizationRole) -> Claim:
    return Claim(
        mention.start,
        mention.end,
        mention.name,
        mention.acronym,
        role,
        mention.sector,
        mention.kind,
    )
