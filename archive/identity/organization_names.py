"""What the name of a body is made of, so that its forms can be told to be alike. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.identity.territories import Territory, split
from archive.identity.vocabulary import load

_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,120}[)\]]")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST = 400
"""Letters of a name that are looked at; what is longer is no name."""


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """The name of a body in one spelling, its territory apart."""

    words: tuple[str, ...]
    """Lower case, acronyms that everyone knows written out, small words dropped."""
    territory: Territory | None
    is_local: bool
    """Whether every province, city or regency has such a body: it is one with its territory."""
    others: tuple[str, ...] = ()
    """Cores of the other names in it: of `Kementerian PPN/Bappenas` that of the second."""

    @property
    def core(self) -> str:
        """The words without the territory."""
        return " ".join(self.words)

    @property
    def form(self) -> str:
        """What all spellings of the name have in common."""
        if self.territory is None:
            return self.core
        return f"{self.core} @ {self.territory.level or ''} {self.territory.name}"


@lru_cache(maxsize=200_000)
def parse(written: str) -> OrganizationName:
    """The name as a page writes it."""
    text = _BRACKETS.sub(" ", written[:_LONGEST]) if "(" in written[1:] else written[:_LONGEST]
    text = unicodedata.normalize("NFKC", text)
    first, *others = [part for part in text.split("/") if _WORDS.search(part)] or [text]
    if not all(_stands_alone(part) for part in (first, *others)):
        first, others = text, []
    name = _parse_one(first)
    cores = dict.fromkeys(_parse_one(other).core for other in others)
    cores.pop(name.core, None)
    return OrganizationName(name.words, name.territory, name.is_local, tuple(cores))


def initials(words: tuple[str, ...]) -> str:
    """`dinas lingkungan hidup` -> `dlh`."""
    return "".join(word[0] for word in words)


def abbreviates(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether the letters are those of beginnings of the words, in their order.

    `bappenas` is `ba|p|pe|nas`; every word gives one letter at least, and at most its own.
    """
    reached = {0}
    for word in words:
        reached = {
            at + length
            for at in reached
            for length in range(1, min(len(word), len(acronym) - at) + 1)
            if acronym[at : at + length] == word[:length]
        }
    return len(acronym) in reached


@cache
def acronyms() -> frozenset[str]:
    """Acronyms that stand for a body of themselves."""
    local = load("organization_names")["local"]["acronyms"]
    return frozenset(local) | {short[0] for short in _acronyms() if len(short) == 1}


def _stands_alone(part: str) -> bool:
    """Whether the words on one side of a stroke can be a name: not `RT 05/RW 02`."""
    letters = [word for word in _WORDS.findall(part) if not word.isdigit()]
    return any(len(word) > 2 for word in letters)  # noqa: PLR2004 - `RT`, `RW`


def _parse_one(text: str) -> OrganizationName:
    words = _written(_WORDS.findall(text.casefold().replace(".", " ").replace("&", " dan ")))
    short = _indonesian(_without_ends(words))
    words = _within(_long(_utility(short)))
    is_local = _is_local(words)
    if words and " ".join(words).startswith(tuple(load("organization_names")["academia"]["begin"])):
        return OrganizationName(_telling(words), None, is_local=False)
    found = split(words, bare=is_local or _is_local(short))
    return OrganizationName(_telling(found.words), found.territory, is_local)


def _written(words: list[str]) -> tuple[str, ...]:
    """The words in the spelling that stands for all, the longest phrase first."""
    known, most = _spellings()
    out: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(most.get(words[at], 1), len(words) - at), 0, -1):
            spelled = known.get(" ".join(words[at : at + length]))
            if spelled is not None:
                break
        out += spelled or (words[at],)
        at += length
    return tuple(out)


def _without_ends(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without what tells no other body: the republic, and the headquarters of a national one."""
    if len(words) > 2 and words[-2:] == ("republik", "indonesia"):  # noqa: PLR2004 - and a name
        return words[:-2]
    if len(words) > 1 and (words[-1] == "ri" or (words[-1] == "pusat" and words[-2] != "jakarta")):
        return words[:-1]
    return words


def _long(words: tuple[str, ...]) -> tuple[str, ...]:
    """An acronym that begins the name written out: `BPBD Kota Bogor`, `Kementerian PUPR`."""
    known = _acronyms()
    for length in range(min(4, len(words)), 0, -1):
        long = known.get(words[:length])
        if long is not None:
            return (*long, *words[length:])
    return words


def _indonesian(words: tuple[str, ...]) -> tuple[str, ...]:
    """`Ministry of Health`, `City Government of Bogor`: kinds of bodies by their English names."""
    if not _english_words().intersection(words):
        return words
    text = " ".join(word for word in words if word not in _dropped())
    text = text.removesuffix(" republic indonesia")
    english = load("organization_names")["english"]
    for name, own in english["bodies"].items():
        if text == name or text.startswith(f"{name} "):
            return tuple(f"{own}{text.removeprefix(name)}".split())
        if text.endswith(f" {name}"):
            return tuple(f"{own} {text.removesuffix(name)}".split())
    for end, own in english["endings"]:
        if text.endswith(f" {end}"):
            return tuple(own.format(text.removesuffix(end)).split())
    for begin, own in english["beginnings"]:
        if text.startswith(f"{begin} "):
            return tuple(own.format(text.removeprefix(begin)).split())
    return words


def _utility(words: tuple[str, ...]) -> tuple[str, ...]:
    """A town's water company by what it is, where its own name tells: `Perumda Tirta ...`."""
    known = load("organization_names")["utilities"]
    if len(words) > 1 and words[0] in known["legal"] and words[1].startswith(known["water"]):
        return ("pdam", *words[1:])
    return words


def _within(words: tuple[str, ...]) -> tuple[str, ...]:
    """Abbreviations behind the first word written out: `Dinas PU`, `Fakultas Teknik UGM`."""
    tasks, schools = _tasks(), _schools()
    if not any(word in tasks or word in schools or word == "kementerian" for word in words[1:]):
        return words
    out = list(words[:1])
    at = 1
    while at < len(words):
        pair = _acronyms().get(words[at : at + 2]) if words[at] == "kementerian" else None
        if pair is not None:
            out += pair
            at += 2
            continue
        long = schools.get(words[at])
        if long is None and words[0] in load("organization_names")["within"]["behind"]:
            long = tasks.get(words[at])
        out += long or (words[at],)
        at += 1
    faculty = _faculties().get(out[0])
    if faculty is not None and out[1] in {"universitas", "institut", "politeknik"}:
        out[:1] = faculty
    return tuple(out)


def _is_local(words: tuple[str, ...]) -> bool:
    local = load("organization_names")["local"]
    text = f"{' '.join(words)} "
    return (
        bool(words)
        and (
            text.startswith(_local_beginnings())
            or words[0] in local["acronyms"]
            or any(word in local["hold"] for word in words)
        )
        and "nasional" not in words
    )


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in words if word not in _dropped())
    return kept or words


@cache
def _dropped() -> frozenset[str]:
    return frozenset(load("organization_names")["words"]["dropped"])


@cache
def _local_beginnings() -> tuple[str, ...]:
    return tuple(f"{begin} " for begin in load("organization_names")["local"]["begin"])


@cache
def _spellings() -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """(phrase -> words that stand for it, first word -> words of its longest phrase)."""
    known = load("organization_names")["written"]
    spelled = {other: tuple(word.split()) for word, others in known.items() for other in others}
    most: dict[str, int] = {}
    for phrase in spelled:
        first, *rest = phrase.split()
        most[first] = max(most.get(first, 1), 1 + len(rest))
    return spelled, most


@cache
def _tasks() -> dict[str, tuple[str, ...]]:
    known = load("organization_names")["within"]["words"]
    return {other: tuple(word.split()) for word, others in known.items() for other in others}


@cache
def _schools() -> dict[str, tuple[str, ...]]:
    """Acronyms of universities, which also stand behind the names of their parts."""
    begin = ("universitas", "institut", "politeknik")
    return {
        short[0]: long
        for short, long in _acronyms().items()
        if len(short) == 1 and long[0] in begin
    }


@cache
def _faculties() -> dict[str, tuple[str, ...]]:
    known = load("organization_names")["faculties"]
    return {short: tuple(long.split()) for long, short in known.items()}


@cache
def _english_words() -> frozenset[str]:
    """Words of which one is in every English name that is known."""
    english = load("organization_names")["english"]
    names = [*english["bodies"], *(name for name, _ in english["endings"] + english["beginnings"])]
    return frozenset(name.split()[0] for name in names) | {"agency", "university", "government"}


@cache
def _acronyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    known = load("organization_names")["long"]
    return {tuple(short.split()): tuple(long.split()) for short, long in known.items()}
