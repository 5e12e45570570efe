"""The people who took part, from the page's prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from archive.records import Evidence, Person, PersonRole, Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.people.announcements import announced_speakers, join_listed, take_turns
from crawler.extraction.people.identity import is_nickname, names_same
from crawler.extraction.people.leads import leads_of, offers_material
from crawler.extraction.people.members import join_members, join_represented, share_offices
from crawler.extraction.people.mentions import Mention, read_mentions
from crawler.extraction.people.office_references import holds, offices_that_speak
from crawler.extraction.people.quotations import say_next, speak_on, tags_quotations
from crawler.extraction.people.roles import NO_PART, ORDER, Part, read_parts
from crawler.extraction.people.sentences import (
    Sentence,
    familiar_words,
    own_names_of_places,
    read_sentences,
)
from crawler.extraction.people.summaries import read_summary
from crawler.extraction.people.tables import read_tables
from crawler.extraction.people.vocabulary import (
    GIVEN_NAMES,
    LAY_TRADES,
    MEMBERSHIPS,
)

_LONGEST_NAME_WORDS = 8
_BEGINNING = 4
_COUNT = re.compile(r"[\s:;(]\d{1,2}[.)]$")
_WEAK_ROLES: frozenset[PersonRole] = frozenset(("attendee", "other"))


@dataclass(slots=True)
class _Found:
    """A person while the page is read: mentions with what they say."""

    words: tuple[str, ...]
    mentions: list[tuple[Mention, Part]] = field(default_factory=list)
    spoke_by_office: bool = False
    """Whether a sentence tells what the holder of the person's office said, without the name."""


def read_people(page: Page) -> tuple[Person, ...]:
    """The people who took part, each once, in the order in which the page names them first.

    Who is only mentioned (represented, cited, a byline, a contact) took no part. Never raises;
    linear in the length of the text.
    """
    text = page.text
    leads = leads_of(page)
    tables = read_tables(page, leads)
    leads |= tables.leads
    sentences = read_sentences(
        page,
        [b for b in page.body if b.start not in tables.blocks and not _is_byline(page, b)],
    )
    places = own_names_of_places(text, sentences)
    familiar = familiar_words(text, sentences)
    all_: list[tuple[Mention, Part]] = list(tables.people)
    counted: Span | None = None
    awaited = 0
    for sentence in sentences:
        if sentence.block.kind == "heading":
            awaited = 0
        if not sentence.tokens:
            awaited = announced_speakers(text, sentence.span, ()) or awaited
            continue
        counted = _counted_lead(text, sentence, counted)
        lead = leads.get(sentence.block.start) or counted
        mentions = join_members(
            text,
            join_represented(
                text, share_offices(text, read_mentions(text, sentence, places, familiar))
            ),
            lead,
        )
        parts = speak_on(text, mentions, read_parts(text, mentions, lead))
        if offers_material(page, sentence.block, lead):
            parts = [NO_PART] * len(mentions)
        else:
            parts, awaited = take_turns(text, mentions, join_listed(text, mentions, parts), awaited)
            parts = say_next(text, mentions, parts)
        awaited = announced_speakers(text, sentence.span, mentions) or awaited
        all_ += zip(mentions, parts, strict=True)
    found = _join(all_, familiar)
    pressed = any(part.quoted and part.told for _, part in all_)
    told = pressed or tags_quotations(text)
    naming = _naming(found)
    _refer(found, offices_that_speak(text, sentences))
    people = [
        _person(text, person, sentences, naming, _role(person, pressed=pressed, told=told))
        for person in found
    ]
    return tuple(sorted(people, key=lambda p: min(e.start for e in p.evidence)))


def _counted_lead(text: str, sentence: Sentence, counted: Span | None) -> Span | None:
    """`Narasumber: 1. NAME (...) 2. NAME`: the words before the count, for all that it counts."""
    before = sentence.before
    if before is None or not _COUNT.search(text, max(before.start, before.end - 5), before.end):
        return None
    return counted or before


@cache
def _byline() -> re.Pattern[str]:
    starts = "|".join(lexicon.load("person_roles")["bylines"]["starts"])
    return re.compile(rf"\W{{0,3}}(?:{starts})\s?:", re.IGNORECASE)


def _is_byline(page: Page, block: Block) -> bool:
    return _byline().match(page.text, block.start, block.end) is not None


def _join(all_: list[tuple[Mention, Part]], familiar: frozenset[str]) -> list[_Found]:
    """The mentions by person: full ones found them, short ones join them."""
    strong = [(m, p) for m, p in all_ if _founds(m, p, familiar)]
    strong.sort(key=lambda pair: (-len(pair[0].words), pair[0].start))
    found: list[_Found] = []
    by_beginning: dict[str, list[_Found]] = {}
    for mention, part in strong:
        person = _same(mention, by_beginning)
        if person is None:
            found.append(person := _Found(mention.words))
            for beginning in {word[:_BEGINNING] for word in mention.words}:
                by_beginning.setdefault(beginning, []).append(person)
        person.mentions.append((mention, part))
    taken = {id(m) for m, _ in strong}
    for mention, part in all_:
        if id(mention) not in taken and (person := _same(mention, by_beginning)):
            person.mentions.append((mention, part))
    for person in found:
        person.mentions.sort(key=lambda pair: pair[0].name.start)
    return [person for person in found if _took_part(person)]


def _took_part(person: _Found) -> bool:
    parts = [part for _, part in person.mentions]
    if any(part.absent for part in parts) and not any(
        part.spoke or part.quoted for part in parts if not part.absent
    ):
        return False
    return any(part.any for part in parts) or any(
        (m.name.certain and m.held) or (part.acted and (m.held or m.name.certain))
        for m, part in person.mentions
    )


def _founds(mention: Mention, part: Part, familiar: frozenset[str]) -> bool:  # noqa: PLR0911 - one answer a rule, in the order of their strength
    """Whether the mention is proof enough of a person."""
    name = mention.name
    if not mention.words or part is NO_PART:
        return False
    if name.certain:
        return True
    if mention.touching or (part.absent and not mention.held):
        return False
    if part.introduced and part.any:
        return True
    if len(mention.words) == 1 and not mention.apart:
        known = mention.words[0] in familiar
        named = known or mention.words[0] in GIVEN_NAMES
        return (
            mention.held
            and not _is_membership(mention)
            and (part.spoke or part.quoted or (part.any and named))
            and (not mention.doubtful or known)
        )
    if part.any and len(mention.words) > 1 and mention.words[0] in GIVEN_NAMES:
        return True
    if mention.held and part.acted and len(mention.words) > 1:
        return True
    if mention.held or mention.organization:
        return part.any and (
            len(mention.words) > 1
            or mention.held
            or not part.roles
            or bool(set(part.roles) - _WEAK_ROLES)
        )
    if part.quoted and not part.roles:
        return len(mention.words) > 1
    if set(part.roles) - _WEAK_ROLES or part.spoke:
        return len(mention.words) > 1
    return False


def _is_membership(mention: Mention) -> bool:
    """`perwakilan X`, `anggota Y`: what follows is as well the body's own name."""
    return mention.position is not None and mention.position.split()[0].lower() in MEMBERSHIPS


def _same(mention: Mention, by_beginning: dict[str, list[_Found]]) -> _Found | None:
    """The person whom a mention names; the last one named before it where several fit."""
    if not mention.words or len(mention.words) > _LONGEST_NAME_WORDS:
        return None
    if mention.touching and not mention.name.certain:
        return None
    alike = {id(p): p for word in mention.words for p in by_beginning.get(word[:_BEGINNING], ())}
    found = list(alike.values())
    fitting = [person for person in found if names_same(mention.words, person.words)]
    if not fitting and mention.name.certain:
        fitting = [person for person in found if is_nickname(mention.words, person.words)]
    if not fitting[1:]:
        return fitting[0] if fitting else None
    first = [person for person in fitting if person.words[0] == mention.words[0]]
    before = [
        p
        for p in (first or fitting)
        if p.mentions and min(m.start for m, _ in p.mentions) <= mention.start
    ]
    return max(
        before or first or fitting,
        key=lambda p: max((m.start for m, _ in p.mentions if m.start <= mention.start), default=0),
    )


def _refer(found: list[_Found], offices: frozenset[str]) -> None:
    """Marks who alone on the page holds an office that speaks: `Bupati menambahkan bahwa …`."""
    for office in offices:
        holders = [
            person
            for person in found
            if any(holds(m.position, office) for m, p in person.mentions if not p.absent)
        ]
        if len(holders) == 1:
            holders[0].spoke_by_office = True


def _naming(found: list[_Found]) -> dict[int, set[int]]:
    """The offsets of sentences that name people, with who they are."""
    naming: dict[int, set[int]] = {}
    for person in found:
        for mention, _ in person.mentions:
            naming.setdefault(mention.sentence.span.start, set()).add(id(person))
    return naming


def _person(
    text: str,
    person: _Found,
    sentences: list[Sentence],
    naming: dict[int, set[int]],
    role: PersonRole,
) -> Person:
    mentions = [mention for mention, _ in person.mentions]
    longest = max(mentions, key=lambda m: (len(m.words), m.name.name.count(" "), -m.start))
    position, organization = _position(mentions)
    honorific = next((m.name.honorific for m in [longest, *mentions] if m.name.honorific), None)
    degrees = tuple(dict.fromkeys(d for m in mentions for d in m.name.degrees))
    spans = dict.fromkeys(Span(m.name.outer_start, m.name.outer_end) for m in [longest, *mentions])
    return Person(
        name=re.sub(r"\s+", " ", longest.name.name),
        role=role,
        position=position,
        organization=organization,
        honorific=honorific,
        degrees=degrees,
        summary=_summary(text, person, sentences, naming),
        evidence=tuple(spans),
    )


def _position(mentions: list[Mention]) -> tuple[str | None, str | None]:
    """The first office that the prose gives, before those of captions."""
    ranked = sorted(mentions, key=lambda m: m.sentence.block.kind in {"caption", "quote"})
    held = next((m for m in ranked if m.position), None)
    if held is None:
        return None, next((m.organization for m in ranked if m.organization), None)
    return held.position, held.organization or next(
        (m.organization for m in ranked if m.organization and not m.position), None
    )


def _role(person: _Found, *, pressed: bool, told: bool) -> PersonRole:
    """The person's strongest part.

    Whom minutes address speaks in the session, and so does who came and spoke where the page
    quotes nobody; in the press (`pressed`: it names whom it quotes, `told`: it has tagged
    quotations) both are quoted.
    """
    roles: set[PersonRole] = set()
    lay = any(_is_lay(mention) for mention, _ in person.mentions)
    present = any("attendee" in part.roles for _, part in person.mentions if not part.absent)
    if person.spoke_by_office:
        addressed = any(mention.name.addressed for mention, _ in person.mentions)
        heard = (addressed and not pressed) or (present and not told)
        roles.add("speaker" if heard else "quoted")
    for mention, part in person.mentions:
        if part.absent:
            continue
        roles.update(part.roles)
        if part.spoke:
            addressed = mention.name.addressed and not pressed
            heard = (addressed or (present and not told)) and not lay
            roles.add("speaker" if part.session or heard else "quoted")
        if part.quoted:
            roles.add("quoted")
    return next((role for role in ORDER if role in roles), "other")


def _is_lay(mention: Mention) -> bool:
    """Whether the page gives the person's trade or neighbourhood in small letters: `sopir angkot`."""
    words = (mention.position or "-").split()
    represents = words[0].lower() in MEMBERSHIPS and words[1:]
    return (words[1] if represents else words[0]) in LAY_TRADES


def _summary(
    text: str, person: _Found, sentences: list[Sentence], naming: dict[int, set[int]]
) -> Evidence:
    spoken = [mention for mention, part in person.mentions if part.told]
    return read_summary(
        text, spoken, sentences, lambda start: bool(naming.get(start, set()) - {id(person)})
    )
