"""Who took part, and as what: cues before a list of organizations, and verbs behind one."""

from __future__ import annotations

import re
from itertools import pairwise

from archive.records import OrganizationRole, Span
from crawler.article.page import Block, Page
from crawler.extraction.openings import WordPattern
from crawler.extraction.organizations.chains import without_department
from crawler.extraction.organizations.claims import Claim, Words, claim_of
from crawler.extraction.organizations.context import (
    Scene,
    is_discounted,
    is_past,
    is_to_come,
    quotes_of,
    year_of,
)
from crawler.extraction.organizations.cues import (
    Cue,
    acts_of_office,
    cues_in,
    links,
    verbs_after,
)
from crawler.extraction.organizations.grammar import place_names
from crawler.extraction.organizations.lists import Item, read_list
from crawler.extraction.organizations.names import OrganizationMention
from crawler.extraction.organizations.subjects import last_of, nameless_organizer, subjects_of
from crawler.extraction.organizations.tables import read_tables
from crawler.extraction.sentences import split_sentences

_NO_SUBJECT = re.compile(
    r"\b(?:di|ke|bagi|untuk|kepada|terhadap|pada|tentang|menurut|data)\s+$", re.IGNORECASE
)
_IN_PLACE = re.compile(
    r"\b(?:di|Kantor|Gedung|Aula|Ruang|Auditorium|Pendopo|Halaman|Kampus|Lapangan|Markas|Lobi|kantor|gedung|aula|ruang|kampus|halaman)(?: [A-Z]\w+){0,2}\s+$"
)
_OFFICE = WordPattern(
    r"\b(?:Kepala|Ketua|Direktur|Sekretaris|Manajer|Koordinator|Wakil|Plt|Rektor|Dekan|Dosen|Peneliti)"
    r"(?: [\w.]+){0,8}\s+$",
    re.NOFLAG,
)
_PROVINCE = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+){0,3}),?(?= )")
_LONGEST_REST = 160
_COMPOSED_OF = re.compile(
    r"[ :]*|(?![^:]*\b(?:nara ?sumber|pembicara|panelis|pemateri|penyaji|penanggap|moderator|fasilitator|materi|topik|tema)\b)[^.;:]*\b(?:terdiri (?:dari|atas)|berasal dari|yaitu|yakni|antara lain|meliputi|mencakup|mewakili|unsur|perwakilan|utusan|sebagai berikut|berikut)(?: (?:unsur|perwakilan|kalangan))?\s*:"
)
"""Nothing, or whom those are that a list below is of: `dihadiri 75 peserta yang terdiri dari:`."""
_DASHES = ("- ", "– ", "• ", "* ")
_NOT_TOGETHER = re.compile(r"\s*(?:melalui|lewat|,? ?dalam hal ini)\s*")


def read_roles(page: Page, words: Words, *, reported: bool) -> list[Claim]:
    """Every place of a page whose words say that an organization took part, and as what.

    `reported`: whether the page reports an activity, so that plans are another one's.
    """
    claims: list[Claim] = []
    year = year_of(page)
    for index, block in enumerate(page.blocks):
        if block.kind == "caption":
            continue
        quotes = quotes_of(page.text, block)
        for sentence in split_sentences(page.text, block.start, block.end):
            scene = Scene(page.text, sentence, quotes, year, reported)
            claims += _behind_cues(page, index, scene, words)
            claims += _before_verbs(scene, words, reported=reported)
            organizer = nameless_organizer(scene, words)
            claims += [organizer] if organizer else []
    return claims + read_tables(page, words)


def _behind_cues(page: Page, index: int, scene: Scene, words: Words) -> list[Claim]:
    block, sentence = page.blocks[index], scene.sentence
    claims = []
    for cue, matches in cues_in(page.text, sentence.start, sentence.end):
        if not _fits(page.text, cue, block):
            continue
        behind = sentence.start
        for found in matches:
            if found.end() < behind or is_discounted(scene, found):
                continue
            items, behind = read_list(words, found.end(), sentence.end, cue.names)
            if (
                cue.role == "attendee"
                and items
                and is_to_come(page.text, items[-1].end, sentence.end)
            ):
                continue
            items += _items_below(page, index, found.end(), words, cue)
            claims += [_claim(item, cue.role) for item in items]
    return claims


def _fits(text: str, cue: Cue, block: Block) -> bool:
    """Points of a conclusion speak of partners to come: there only plain cues count."""
    if cue.names == "event":
        return True
    if block.kind == "item" or text.startswith(_DASHES, block.start):
        return cue.role in {"organizer", "host"} or (cue.role, cue.names) == ("attendee", "known")
    return True


def _items_below(page: Page, index: int, at: int, words: Words, cue: Cue) -> list[Item]:
    """The members of a list set as points below its cue (`dihadiri oleh:`)."""
    block = page.blocks[index]
    rest = page.text[at : min(block.end, at + _LONGEST_REST)]
    if not page.text[: block.end].endswith(":") or not _COMPOSED_OF.fullmatch(rest):
        return []
    items = []
    for below in page.blocks[index + 1 : index + 80]:
        if below.kind != "item":
            break
        items += read_list(words, below.start, below.end, cue.names)[0]
    return items


def _claim(item: Item, role: OrganizationRole) -> Claim:
    return Claim(item.start, item.end, item.name, item.acronym, role, item.sector, item.kind)


def _before_verbs(scene: Scene, words: Words, *, reported: bool) -> list[Claim]:
    text, sentence = scene.text, scene.sentence
    mentions = words.names_in(sentence.start, sentence.end)
    if not mentions:
        return []
    claims: list[Claim] = []
    subjects = subjects_of(scene, mentions)
    for place, mention in enumerate(mentions):
        if reported and is_to_come(text, mention.end, sentence.end):
            continue
        if is_past(scene, mention.start, mention.end):
            continue
        role = _role_before_verb(text, sentence, mention)
        if role is None and mention in subjects:
            role = "attendee"
        if role is None:
            continue
        claims.append(claim_of(_home(text, mention), role))
        closing = last_of(words, mention, sentence.end, role)
        claims += [closing] if closing else []
        for back in range(place - 1, -1, -1):
            between = _without_place(text[mentions[back].end : mentions[back + 1].start])
            if len(between) > 40 or not links().fullmatch(between):  # noqa: PLR2004 - a link is short
                break
            if _IN_PLACE.search(
                text, max(sentence.start, mentions[back].start - 40), mentions[back].start
            ):
                break
            claims.append(claim_of(mentions[back], role))
    claims += _acting_through(text, mentions, claims)
    return claims


def _without_place(between: str) -> str:
    """What stands between two names, without the province behind the first."""
    province = _PROVINCE.match(between)
    known = province is not None and province[1].lower() in place_names()
    return between[province.end() :] if province and known else between


def _role_before_verb(
    text: str, sentence: Span, mention: OrganizationMention
) -> OrganizationRole | None:
    if _NO_SUBJECT.search(text, max(sentence.start, mention.start - 12), mention.start):
        return None
    if _OFFICE.search(text, max(sentence.start, mention.start - 90), mention.start) and (
        acts_of_office().match(text, mention.end, min(sentence.end, mention.end + 240))
    ):
        return "attendee"
    for role, pattern in verbs_after():
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
        claim_of(mention, "organizer")
        for before, mention in pairwise(mentions)
        if before.start in organizing and _NOT_TOGETHER.fullmatch(text[before.end : mention.start])
    ]
