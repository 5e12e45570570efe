"""Who presented a material: from its label, its line, its file name or its row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.records import Person
from crawler.extraction.people.names import find_names, parse_name

_TAIL = re.compile(r"_\s*(?P<name>[^_/\\]{3,80})$")
_NUMBER_TAIL = re.compile(
    r"(?:[\s._-]*(?:\(\d\)|\d{1,8}|(?<![^\W\d_])(?:rev\.?\s?\d*|final|edit\d*|compressed|ok|fix|r)))+$",
    re.IGNORECASE,
)
_FILE_ENDING = re.compile(r"\.(?:pdf|pptx?|docx?|xlsx?|ppsx?|odp|key|zip)$", re.IGNORECASE)
_SPOKEN = re.compile(
    r"(?:^|\b)(?:bahan\s+|materi\s+)?(?:bahan\s+tayang|bahan\s+ajar|paparan|presentasi|materi|bahan|slides|slide|salindia|tayangan|makalah|pemaparan|ekspose|rekaman\s+paparan|sambutan|keynote)(?:-?nya)?\s+(?:(?:dari|oleh|milik)\s+)?(?:(?:narasumber|pembicara|pemateri|panelis)\s+)?(?=[^\W\d])",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\((?P<name>[^()]{3,80})\)")
_BY = re.compile(
    r"\b(?:oleh|by|disampaikan|dibawakan|narasumber|pembicara|pemateri|penyaji)\s*:?\s+(?:oleh\s+)?(?P<name>[^\n]{3,120})",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[–—|-]\s+|:\s+|\s+\|\s+")
_POSITION = re.compile(r"\s*[,(]")
_INITIAL = re.compile(r"\b([A-Z])(?=\s)")
_LONGEST = 400


def presenter_of(
    label: str, lead: str, file: str, others: Iterable[str], people: tuple[Person, ...]
) -> str | None:
    """The presenter's name without titles, or None.

    `label` is what the material is called, `lead` the line before its link, `file` its file
    name, `others` further lines that may be a name alone (cells of its row, the line above).
    """
    name = _presenter(label[-_LONGEST:], lead[-_LONGEST:], file[-_LONGEST:], others, people)
    return _whole(name, people) if name else _named_in((label, file), people)


def _named_in(words: Iterable[str], people: tuple[Person, ...]) -> str | None:
    """The one person whose whole name stands in a label or a file name: `Rina-Hapsari_Sumur`."""
    said = " ".join(f" {' '.join(_bare(part.replace('_', ' ')))} " for part in words)
    whole = [
        p.name for p in people if len(own := _bare(p.name)) > 1 and f" {' '.join(own)} " in said
    ]
    return whole[0] if len(whole) == 1 else None


def _whole(name: str, people: tuple[Person, ...]) -> str:
    """The longer name of the one person of the page whose name begins so, or has the one word."""
    said = _bare(name)
    longer = [p for p in people if len(said) > 1 and _bare(p.name)[: len(said)] == said]
    if len(said) == 1:
        longer = [p for p in people if said[0] in _bare(p.name)]
    return longer[0].name if len(longer) == 1 else name


def _presenter(
    label: str, lead: str, file: str, others: Iterable[str], people: tuple[Person, ...]
) -> str | None:
    """The name as the label, the line or the file name writes it."""
    file = _FILE_ENDING.sub("", file)
    label = _FILE_ENDING.sub("", label)
    for words in (label, file):
        name = _name_at_end(_NUMBER_TAIL.sub("", words) or words, people)
        if name:
            return name
        if person := _ends_in_person(_NUMBER_TAIL.sub("", words), people):
            return person
    others = [other[-_LONGEST:] for other in others]
    for words in (label, lead, *others):
        for spoken in _SPOKEN.finditer(words):
            name = _leading(words, spoken.end(), people)
            if name:
                return name
    for words in (label, lead):
        for said in reversed(list(_BRACKETED.finditer(words))):
            whole = said["name"]
            name = _name(whole, people) or _name(whole.partition(",")[0], people)
            if name:
                return name
        by = _BY.search(words)
        named = find_names(by["name"], 0, len(by["name"])) if by else []
        if named and named[0].outer_start == 0:
            return _spelled(named[0].name)
    return _certain(label, lead, others, people)


def _leading(words: str, start: int, people: tuple[Person, ...]) -> str | None:
    """The name that stands at `start`, whatever follows it."""
    named = find_names(words, start, len(words))
    if named and named[0].outer_start == start:
        return _spelled(named[0].name)
    part = re.split(r"[:–—|_\n(]|\s-\s", words[start : start + 120], maxsplit=1)[0]
    return _name(part, people) or _known(part.partition(" ")[0], people)


def _name_at_end(file: str, people: tuple[Person, ...]) -> str | None:
    """The name behind a file name's last underscore, or parted by underscores itself."""
    tail = _TAIL.search(file)
    name = _name(tail["name"], people) if tail else None
    if name or not tail:
        return name
    words = file.split("_")
    ends = [" ".join(words[-count:]) for count in (2, 3, 4) if count < len(words)]
    known = next((name for end in ends if (name := _known(end, people))), None)
    return known or (_name(ends[0], people) if ends and words[-1].isalpha() else None)


def _ends_in_person(label: str, people: tuple[Person, ...]) -> str | None:
    """The one person whose first and last word end a label: `Judul Rina Hapsari`."""
    words = _bare(label.replace("_", " "))
    named = [
        person.name
        for person in people
        if len(bare := _bare(person.name)) > 1 and words[-2:] == [bare[0], bare[-1]]
    ]
    return named[0] if len(named) == 1 and len(words) > 2 else None  # noqa: PLR2004 - a title too


def _certain(
    label: str, lead: str, others: Iterable[str], people: tuple[Person, ...]
) -> str | None:
    """A part of the line that is a name beyond doubt: with a title, of a known person, or alone."""
    for words in (label, lead):
        parts = [part.strip() for part in _PARTS.split(words) if part.strip()]
        heads = [_POSITION.split(part, maxsplit=1)[0] for part in parts]
        names = [parsed.name for part in heads if (parsed := parse_name(part))]
        if len(names) == 1 and (len(parts) > 1 or words is lead):
            return _spelled(names[0])
    for words in (label, lead, *others):
        for part in _PARTS.split(words[-_LONGEST:]):
            known = _known(part.strip(" .,;:()"), people)
            if known:
                return known
            named = find_names(part, 0, min(len(part), _LONGEST))
            if named and named[0].certain and named[0].outer_start <= 4:  # noqa: PLR2004 - `1. `
                return _spelled(named[0].name)
    return None


def _name(words: str, people: tuple[Person, ...]) -> str | None:
    """The name that `words` is: by the grammar of names, or because a person bears it."""
    words = words.strip(" .,;:-–—")
    parsed = parse_name(words)
    return _spelled(parsed.name) if parsed else _known(words, people)


def _known(words: str, people: tuple[Person, ...]) -> str | None:
    """The person whose name `words` is; one word is enough where one person alone bears it."""
    said = _bare(words)
    if not said:
        return None
    same = [person for person in people if _bare(person.name) == said]
    if not same and len(said) > 1:
        same = [person for person in people if _bare(person.name)[: len(said)] == said]
    if not same and len(said) == 1:
        same = [person for person in people if said[0] in _bare(person.name)]
    return same[0].name if len(same) == 1 else None


def _bare(words: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", words.lower()) if len(word) > 1]


def _spelled(name: str) -> str:
    """A name with its initials' full stops, which file names lack."""
    return _INITIAL.sub(r"\1.", name)
