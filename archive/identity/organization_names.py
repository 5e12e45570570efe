"""What the name of a body is made of, so that its forms can be told to be alike. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from archive.identity.organization_english import indonesian
from archive.identity.territories import Level, Territory, named_level, province_cut_short, split
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
    level: Level | None = None
    """Of a territory that is not named: `Dinas Kesehatan Kota`."""
    is_part: bool = False
    """Whether it is a part of an institution that is not named: `Fakultas Hukum`."""

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
    return replace(name, others=tuple(cores))


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


def lasting(core: str) -> str:
    """The name that stands for all that the body was called through time."""
    return _renamed().get(core, core)


@cache
def faculties() -> frozenset[str]:
    """Abbreviations of faculties."""
    return frozenset(_faculties())


@cache
def _renamed() -> dict[str, str]:
    families = load("organization_names")["renamed"]["families"]
    return {name: names[0] for names in families for name in names}


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
    words = _written(_words(text))
    short = _without_form(indonesian(_without_ends(words)))
    words = _within(_long(_utility(short)))
    is_local = _is_local(words)
    if words and " ".join(words).startswith(tuple(load("organization_names")["academia"]["begin"])):
        telling = _whole_province(_untitled(_telling(words)))
        return OrganizationName(telling, None, is_local=False, is_part=_is_part(telling))
    found = split(words, bare=is_local or _is_local(short) or _has_branches(words))
    level = _level(found.words) if is_local and found.territory is None else None
    telling = _untitled(_telling(found.words[:-1] if level else found.words))
    telling = _office(_without_secretariat(telling), found.territory)
    is_part = not is_local and _is_part(telling)
    is_local = is_local or telling[:1] == ("kantor",)
    return OrganizationName(telling, found.territory, is_local, level=level, is_part=is_part)


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """`RSUD dr. Suhardi` without the title."""
    known = load("organization_names")["words"]
    if not words or words[0] not in known["titled"]:
        return words
    return (words[0], *(word for word in words[1:] if word not in known["titles"]))


def _whole_province(words: tuple[str, ...]) -> tuple[str, ...]:
    """`Universitas Kartini Jatim` with the province written out."""
    return (*words[:-1], *province_cut_short(words[-1]).split()) if len(words) > 1 else words


def _without_secretariat(words: tuple[str, ...]) -> tuple[str, ...]:
    """`Biro Hukum Setda`: these are parts of it wherever they are of a town or a province."""
    is_part = words[:1] in {("biro",), ("bagian",)} and words[-2:] == ("sekretariat", "daerah")
    return words[:-2] if is_part and len(words) > 3 else words  # noqa: PLR2004 - and a name


def _has_branches(words: tuple[str, ...]) -> bool:
    """Whether what it is a name of has a branch in each town: `PMI Ngawi`."""
    return any(words[: len(branch)] == branch for branch in _branches())


def _office(words: tuple[str, ...], territory: Territory | None) -> tuple[str, ...]:
    """A ministry's own office in a town, which many call by the ministry's name."""
    own = load("organization_names")["local"]["offices"].get(" ".join(words))
    if territory is None or own is None:
        return words
    return ("kantor", "wilayah", *words) if territory.level == "provinsi" else tuple(own.split())


def _words(text: str) -> list[str]:
    """The words without apostrophes, numbers without leading noughts: `Syari'ah`, `SDN 03`."""
    plain = text.casefold().replace(".", " ").replace("&", " dan ")
    return [
        word.lstrip("0") or word if word.isdecimal() else word.replace("'", "").replace("’", "")
        for word in _WORDS.findall(plain)
    ]


def _without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """`UPTD Puskesmas Kenanga` without the form in which it is run."""
    known = load("organization_names")["words"]
    text = " ".join(words)
    for form in known["run"]:
        rest = text.removeprefix(f"{form} ")
        if rest != text and rest.startswith(tuple(known["runs"])):
            return tuple(rest.split())
    return words


def _level(words: tuple[str, ...]) -> Level | None:
    """The level that the name ends with: `DPRD Kota`, but not `Biro Penataan Kota`."""
    if len(words) < 2 or words[-2] in load("organization_names")["local"]["before_level"]:  # noqa: PLR2004 - a body and its level
        return None
    return named_level(words[-1])


def _is_part(words: tuple[str, ...]) -> bool:
    """Whether every institution has one of the name."""
    known = _own_parts()
    for length in range(min(3, len(words)), 0, -1):
        if words[:length] in known:
            return all(word in _fields() for word in words[1:])
    return False


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
def _branches() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name.split()) for name in load("organization_names")["local"]["branches"])


@cache
def _own_parts() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(part.split()) for part in load("organization_names")["parts"]["own"])


@cache
def _fields() -> frozenset[str]:
    known = load("organization_names")["parts"]
    return frozenset([*known["fields"], *(word for part in known["own"] for word in part.split())])


@cache
def _schools() -> dict[str, tuple[str, ...]]:
    """Acronyms of institutions that also stand behind the names of their parts."""
    begin = ("universitas", "institut", "politeknik", "kementerian", "badan", "lembaga", "dewan")
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
def _acronyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    known = load("organization_names")["long"]
    return {tuple(short.split()): tuple(long.split()) for short, long in known.items()}
