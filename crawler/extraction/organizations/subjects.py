"""Organizations as subjects: who does something in a report of an activity took part in it."""

from __future__ import annotations

import re
from functools import cache

from crawler.extraction.organizations.claims import Claim, Words
from crawler.extraction.organizations.context import Scene, is_past, is_quoted
from crawler.extraction.organizations.cues import vocabulary
from crawler.extraction.organizations.names import OrganizationMention
from crawler.extraction.organizations.weak import end_of_weak, is_acceptable

_LONGEST_OPENING = 160
_SMALLEST = 2


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before the subject: nothing, a time, a place, `Sementara itu,`."""
    words = vocabulary()["subject"]
    others = "|".join(words["not_opening"])
    return re.compile(
        rf"(?:[^\n]{{0,40}}\s[–—-]\s+)?(?!(?:{others})\b)(?:[A-Z][^\n;]{{0,140}},\s+)?"
        rf"(?:(?:{'|'.join(words['connectives'])})\s+)?"
    )


@cache
def _deed() -> re.Pattern[str]:
    """A bracket, adverbs and a verb that tells of a deed and of no state or publication."""
    cues = vocabulary()
    adverbs = "|".join(word for word in cues["after"]["adverbs"] if word != "akan")
    static = "|".join(cues["subject"]["static"])
    passive = "|".join(cues["subject"]["passive"])
    return re.compile(
        rf"(?:\s*\([^()\n]{{1,80}}\))?,?(?: (?:itu|ini|tersebut))?\s+(?:(?:{adverbs})\s+){{0,3}}"
        rf"(?!(?:{static})\b)(?:me(?:m|n|ng|ny|r|l|w|y)?[a-z]{{3,}}|ber[a-z]{{4,}}|{passive})\b"
    )


@cache
def _organizing() -> re.Pattern[str]:
    """What a body without head word must do to be known as one: it holds an event."""
    cues = vocabulary()
    adverbs = "|".join(cues["after"]["adverbs"])
    return re.compile(
        r"(?:\s*\([^()\n]{1,40}\))?(?:\s+(?:bersama|dan|bekerja ?sama dengan|dengan)\s[^.;\n]{2,120}?)??"
        rf"\s+(?:(?:{adverbs})\s+){{0,3}}(?:{'|'.join(cues['subject']['organizing'])})\b"
    )


def subjects_of(scene: Scene, mentions: list[OrganizationMention]) -> list[OrganizationMention]:
    """The organizations with which the sentence begins, where they do something in it."""
    if not mentions:
        return []
    first = last = mentions[0]
    if first.start - scene.sentence.start > _LONGEST_OPENING or is_quoted(scene, first.start):
        return []
    if not _opening().fullmatch(scene.text, scene.sentence.start, first.start):
        return []
    together = [first]
    for mention in mentions[1:]:
        if not _joint().fullmatch(scene.text, last.end, mention.start):
            break
        together.append(mention)
        last = mention
    deed = _deed().match(scene.text, last.end, min(last.end + 200, scene.sentence.end))
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
    for at in range(words.index_at(sentence.start), stop):
        token = words.tokens[at]
        if not token.is_capital or token.start in words.names:
            continue
        if not _opening().fullmatch(text, sentence.start, token.start):
            continue
        end = end_of_weak(words, at, stop)
        if end - at < _SMALLEST or not is_acceptable(words, at, end):
            continue
        begin, last = token.start, words.tokens[end - 1].end
        if _organizing().match(text, last, sentence.end) and not is_past(scene, begin, last):
            name = " ".join(text[begin:last].split())
            return Claim(begin, last, name, None, "organizer", None, "weak")
    return None


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(vocabulary()['subject']['organizing'])})\b")
