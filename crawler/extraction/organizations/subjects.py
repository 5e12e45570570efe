"""Organizations as subjects: who does something in a report of an activity took part in it."""

from __future__ import annotations

import re
from functools import cache

from archive.records import OrganizationRole
from crawler.extraction.openings import WordPattern
from crawler.extraction.organizations.claims import Claim, Words
from crawler.extraction.organizations.context import Scene, is_past, is_quoted
from crawler.extraction.organizations.cues import vocabulary
from crawler.extraction.organizations.names import OrganizationMention
from crawler.extraction.organizations.weak import end_of_weak, is_acceptable

_LONGEST_OPENING = 160
_SMALLEST = 2
_MOST_TOGETHER = 12
_INVERTED = re.compile(r"\b(?:Adalah|[Gg]iliran)\s$")
_AND = re.compile(r"(?:\s*\([^()\n]{1,40}\))?,? (?:dan|serta) (?=[A-Z])")
_CLAUSE = re.compile(
    r"(?:;\s+(?:(?:sedangkan|sementara|adapun|dan|serta)\s+)?|,\s+(?:sedangkan|sementara|adapun)\s+)$"
)


@cache
def _opening(*, of_organizer: bool = False) -> re.Pattern[str]:
    """What may stand before the subject: nothing, a time, a place, `Sementara itu,`.

    Before an organizer (`of_organizer`) also what the event is for.
    """
    words = vocabulary()["subject"]
    purposes = words["purposes"] if of_organizer else []
    others = "|".join(word for word in words["not_opening"] if word not in purposes)
    return re.compile(
        rf"(?:[^\n]{{0,40}}\s[–—-]\s+)?(?!(?:{others})\b)(?:[A-Z][^\n;]{{0,140}},\s+)?"
        rf"(?:(?:{'|'.join(words['connectives'])})\s+)?"
    )


@cache
def _deed(*, inverted: bool) -> re.Pattern[str]:
    """A bracket, adverbs and a verb that tells of a deed and of no state or publication.

    `inverted`: behind `Adalah NAME, PLACE, yang`.
    """
    cues = vocabulary()
    adverbs = "|".join(word for word in cues["after"]["adverbs"] if word != "akan")
    static = "|".join(cues["subject"]["static"])
    passive = "|".join(cues["subject"]["passive"])
    link = r"(?:, [^,;()\n]{1,40},)? yang" if inverted else "(?!)"
    asides = "|".join(cues["subject"]["asides"])
    return re.compile(
        rf"(?:\s*\([^()\n]{{1,80}}\))?(?:{link}|, (?:{asides}),|,)?"
        rf"(?: (?:itu|ini|tersebut))?\s+(?:(?:{adverbs})\s+){{0,3}}"
        rf"(?!(?:{static})\b)(?:me(?:m|n|ng|ny|r|l|w|y)?[a-z]{{3,}}|ber[a-z]{{4,}}|{passive})\b"
    )


@cache
def _organizing() -> re.Pattern[str]:
    """What a body without head word must do to be known as one: it holds an event."""
    cues = vocabulary()
    adverbs = "|".join(cues["after"]["adverbs"])
    return re.compile(
        r"(?:\s*\([^()\n]{1,40}\))?(?:, [A-Z][^,;\n]{1,40}?)?,?(?: yang)?(?:\s+(?:bersama|dan|bekerja ?sama dengan|dengan)\s[^.;\n]{2,120}?)??"
        rf"\s+(?:(?:{adverbs})\s+){{0,3}}(?:{'|'.join(cues['subject']['organizing'])})\b"
    )


def subjects_of(scene: Scene, mentions: list[OrganizationMention]) -> list[OrganizationMention]:
    """The organizations with which the sentence or a clause begins, where they do something."""
    doing: list[OrganizationMention] = []
    for place, mention in enumerate(mentions):
        begins = place == 0 and _begins_sentence(scene, mention)
        if begins or _CLAUSE.search(scene.text, max(0, mention.start - 24), mention.start):
            doing += _doing(scene, mentions[place : place + _MOST_TOGETHER])
    return doing


def _begins_sentence(scene: Scene, first: OrganizationMention) -> bool:
    if first.start - scene.sentence.start > _LONGEST_OPENING:
        return False
    return _opening().fullmatch(scene.text, scene.sentence.start, first.start) is not None


def _doing(scene: Scene, mentions: list[OrganizationMention]) -> list[OrganizationMention]:
    """The first of the mentions, with those joined to it, where they do something."""
    first = last = mentions[0]
    if is_quoted(scene, first.start):
        return []
    together = [first]
    for mention in mentions[1:]:
        if not _joint().fullmatch(scene.text, last.end, mention.start):
            break
        together.append(mention)
        last = mention
    inverted = _INVERTED.search(scene.text, max(0, first.start - 12), first.start) is not None
    deed = _deed(inverted=inverted).match(
        scene.text, last.end, min(last.end + 200, scene.sentence.end)
    )
    if deed is None or is_past(scene, last.start, deed.end()):
        return []
    return together


@cache
def _joint() -> re.Pattern[str]:
    """What joins two subjects."""
    return re.compile(
        r"\s*(?:,?\s*(?:dan|serta|bersama|beserta|melalui|lewat)|,|/)\s*(?:perwakilan\s+)?"
    )


def nameless_organizer(scene: Scene, words: Words) -> Claim | None:
    """The group of capitals that begins a sentence and holds an event: `Rumah Peta menggelar`."""
    text, sentence = scene.text, scene.sentence
    verb = _verbs().search(text, sentence.start, sentence.end)
    if verb is None or is_quoted(scene, verb.start()):
        return None
    stop = words.index_at(verb.start())
    inside = sentence.start
    for at in range(words.index_at(sentence.start), stop):
        token = words.tokens[at]
        if token.start in words.names:
            inside = words.names[token.start].end
        if not token.is_capital or token.start < inside:
            continue
        if not _opening(of_organizer=True).fullmatch(text, sentence.start, token.start):
            continue
        end = end_of_weak(words, at, stop)
        if end - at < _SMALLEST or not is_acceptable(words, at, end):
            continue
        begin, last = token.start, words.tokens[end - 1].end
        if _organizing().match(text, last, sentence.end) and not is_past(scene, begin, last):
            name = " ".join(text[begin:last].split())
            return Claim(begin, last, name, None, "organizer", None, "weak")
    return None


def last_of(
    words: Words, mention: OrganizationMention, end: int, role: OrganizationRole
) -> Claim | None:
    """The name without head word that `dan` joins to one that took part: `PT X dan Nusakarya`.

    Such a name is one only where a verb follows at once by which an event is held; of those
    who came an acronym counts (`UNICEF dan ABCD turut hadir`).
    """
    link = _AND.match(words.text, mention.end, end)
    if link is None:
        return None
    at, limit = words.index_at(link.end()), words.index_at(end)
    stop = end_of_weak(words, at, limit)
    if stop == at or not is_acceptable(words, at, stop):
        return None
    begin, last = words.tokens[at].start, words.tokens[stop - 1].end
    if role == "organizer":
        known = _organizing().match(words.text, last, end) is not None
    else:
        known = stop == at + 1 and words.tokens[at].text.isupper() and last - begin > _SMALLEST
    if not known:
        return None
    name = " ".join(words.text[begin:last].split())
    return Claim(begin, last, name, None, role, None, "weak")


@cache
def _verbs() -> WordPattern:
    return WordPattern(rf"\b(?:{'|'.join(vocabulary()['subject']['organizing'])})\b", re.NOFLAG)
