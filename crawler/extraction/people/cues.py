"""The words around a name that say something of its person, as compiled patterns.

The words are data (lexicon/person_roles.toml). What must stand right before the name is
looked for only where one of its last words is there.
"""

from __future__ import annotations

import re
from functools import cache

from crawler import lexicon
from crawler.extraction.openings import WordPattern

_VERBS = frozenset({"reported", "speech"})
_LAST_WORDS = 2
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

SUMS_UP = re.compile(
    r"\W{0,3}(?:Demikian(?:lah)?|(?:Hal|Pernyataan|Ungkapan|Pesan|Keterangan|Penjelasan) (?:itu|ini|tersebut|senada|serupa|yang sama))"
    r"\s(?:juga\s|pula\s|turut\s){0,2}di(?:sampaikan|katakan|ungkapkan|jelaskan|tegaskan|tuturkan|utarakan|kemukakan|nyatakan)\b[^.;:]{0,60}$"
)
"""`Demikian disampaikan oleh NAME.`: what stands before is quoted of the name."""


@cache
def before() -> WordPattern:
    """What gives a part to those whom the sentence names behind it; a group a role."""
    return _by_role(lexicon.load("person_roles")["before"])


@cache
def behind() -> WordPattern:
    """What gives a part to those named before it; a group a role, `speech` and `reported`."""
    rows = lexicon.load("person_roles")
    speech = rows["speech"]
    return _by_role(
        rows["behind"] | {"reported": speech["reported"], "speech": speech["verbs"]}, ends=r"\b"
    )


def _by_role(rows: dict[str, list[str]], ends: str = "") -> WordPattern:
    """One pattern with a group a row."""
    groups = (
        rf"(?P<{role}>(?:{'|'.join(sorted(patterns, key=len, reverse=True) if role in _VERBS else patterns)}){ends if role in _VERBS else ''})"
        for role, patterns in rows.items()
    )
    return WordPattern("|".join(groups))


@cache
def sessions() -> WordPattern:
    """Words of a session: who speaks there is a speaker."""
    words = "|".join(lexicon.load("person_roles")["speech"]["sessions"])
    return WordPattern(rf"(?:{words})(?:nya)?\b")


@cache
def tells() -> WordPattern:
    """Behind the name, words of a sentence that tells what the person presented."""
    words = "|".join(lexicon.load("person_roles")["speech"]["tells"])
    return WordPattern(rf"(?:{words})\b")


@cache
def topics() -> WordPattern:
    """Before a speaker's name, the topic of what is presented."""
    words = "|".join(lexicon.load("person_roles")["speech"]["topics"])
    return WordPattern(rf"(?:{words})\b")


@cache
def turns() -> re.Pattern[str]:
    """The start of a sentence up to the name that says whose turn it is: `Mula-mula NAME`."""
    words = "|".join(lexicon.load("person_roles")["speech"]["turns"])
    return re.compile(rf"\W{{0,3}}(?:{words}),?\s", re.IGNORECASE)


@cache
def absent_behind() -> re.Pattern[str]:
    """Right behind the name: who is represented, or did not come."""
    rows = lexicon.load("person_roles")["absent"]["behind"]
    return re.compile(rf"[\s,]*(?:yang\s+)?(?:\w+\s+){{0,3}}?(?:{'|'.join(rows)})\b", re.IGNORECASE)


def last_words(beside: str) -> frozenset[str]:
    """The words right before a name in small letters, with and without their `-nya`."""
    words = [word.lower() for word in _WORD.findall(beside)[-_LAST_WORDS:]]
    return frozenset([*words, *(word.removesuffix("nya") for word in words)])


def quotes(beside: str, last: frozenset[str]) -> bool:
    """Whether `beside`, the words before a name, end in a verb of quoting: `ujar`, `kata`."""
    words, pattern = _quotes()
    return not words.isdisjoint(last) and pattern.search(beside) is not None


def only_names(beside: str, last: frozenset[str]) -> bool:
    """Whether the words before a name say that it is merely mentioned: `mewakili`, `foto`."""
    words, pattern = _absent_before()
    return not words.isdisjoint(last) and pattern.search(beside) is not None


def cites(beside: str, last: frozenset[str]) -> bool:
    """Whether the words before a name make it an author's: `buku karya`, `penelitian`."""
    words, pattern = _works()
    return not words.isdisjoint(last) and pattern.search(beside) is not None


def _ends(rows: list[str]) -> frozenset[str]:
    return frozenset(row.split()[-1] for row in rows)


@cache
def _quotes() -> tuple[frozenset[str], re.Pattern[str]]:
    rows = lexicon.load("person_roles")["speech"]["quotes"]
    verbs = "|".join(sorted(rows, key=len, reverse=True))
    return _ends(rows), re.compile(
        rf"\b(?<!tanya )(?<!tanya-)(?:{verbs})(?:nya)?(?:\s+(?:oleh|laporan|keterangan|penuturan|penjelasan|pula|lagi|pernyataan))?[\s,:]*$",
        re.IGNORECASE,
    )


@cache
def _absent_before() -> tuple[frozenset[str], re.Pattern[str]]:
    rows = lexicon.load("person_roles")["absent"]["before"]
    return _ends(rows), re.compile(rf"\b(?:{'|'.join(rows)})[\s.:]*$", re.IGNORECASE)


@cache
def _works() -> tuple[frozenset[str], re.Pattern[str]]:
    rows = lexicon.load("person_roles")["absent"]["works"]
    return _ends(rows), re.compile(
        rf"\b(?:{'|'.join(rows)})(?:nya)?(?:\s+(?:dari|oleh|milik|karya))?\s*$", re.IGNORECASE
    )
