"""Which claims name one and the same body: long and short forms, with and without place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from archive.records import Organization, OrganizationRole, Span
from crawler import lexicon
from crawler.extraction.organizations.claims import Claim
from crawler.extraction.organizations.grammar import is_function, place_names, words_of
from crawler.extraction.organizations.sectors import sector_of

_RANK: tuple[OrganizationRole, ...] = ("organizer", "host", "partner", "attendee", "mentioned")
_SMALL = frozenset(
    {"the", "tim", "dan", "and", "of", "for", "serta", "untuk", "on", "in", "kerajaan", "federal"}
)
_KIND_OF_PLACE = frozenset({"daerah", "provinsi", "prov", "wilayah", "administrasi", "pusat", "ri"})
_PARENTS = frozenset(
    {"badan", "kementerian", "departemen", "universitas", "institut", "politeknik"}
)
_PARENTS_AFTER = 2
_BRANCHES = frozenset(
    {
        "daop",
        "daops",
        "cabang",
        "kanwil",
        "ranting",
        "rayon",
        "korwil",
        "korda",
        "divre",
        "chapter",
        "komda",
        "lokal",
        "komisariat",
    }
)
_FEWEST_BEFORE_BRANCH = 2
_TERRITORIES = frozenset({"kabupaten", "kota", "provinsi", "kecamatan", "kelurahan", "desa"})
_LONGEST_PLACE = 3
_ORDINAL = 2
_COUNCILS = (("dprd",), ("dpr",), ("dprk",))
_MOST_ALIKE = 20
_WORD = re.compile(r"\w+(?:[-&]\w+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A name as it is compared: its words, those that tell no place, and its places."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    places: frozenset[str]
    initials: str
    kind: str
    own: tuple[str, ...] = ()
    """What a body of this form can be found under."""
    sought: tuple[str, ...] = ()
    """What a body may be known under that this form belongs to as well."""
    letters: str = ""
    """The head's first letter and the acronym behind it: `dpk` of `Dinas PK`."""


@dataclass(eq=False, slots=True)
class _Body:
    claims: list[Claim] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)


@cache
def _place_words() -> frozenset[str]:
    tasks = {word.lower() for word in words_of("function_words")}  # `sungai`, of Sungai Penuh too
    places = {word for name in place_names() for word in name.split()} - tasks
    territory = words_of("territory_words") | words_of("directions")
    return frozenset(places | territory | {"ri", "republik", "pusat", "aspac"})


@cache
def _synonyms() -> dict[str, str]:
    heads = lexicon.load("organizations")["synonyms"]
    provinces = {
        short: name
        for name, others in lexicon.load("places")["provinces"].items()
        for short in others
        if " " not in short and not name.startswith("Daerah")
    }
    return {short.lower(): name.lower() for short, name in {**provinces, **heads}.items()}


@lru_cache(maxsize=4096)
def form_of(name: str, kind: str) -> Form:
    """How a name is compared with others."""
    written = [_synonyms().get(word, word) for word in _WORD.findall(name.lower())]
    spelled = [word for part in written for word in part.split() if word not in _SMALL]
    words = tuple(
        word
        for before, word in zip(["", *spelled], spelled, strict=False)
        if (before, word) != ("penelitian", "pengembangan")  # often left away
    )
    if kind == "local":  # behind the acronym of a local body stands its place, known or not
        core = words[:1]
    elif words[:1] == ("komisi",) and words[_ORDINAL:][:1] in _COUNCILS:  # `Komisi II DPRD Kota X`
        core = words[_ORDINAL : _ORDINAL + 1]
        words = words[_ORDINAL:]
    else:
        core = tuple(w for w in words[: _begin_of_territory(words)] if w not in _place_words())
    initials = "".join(word if word.isdigit() else word[0] for word in words)
    places = frozenset(words) - frozenset(core) - _KIND_OF_PLACE
    form = Form(words, core, places, initials, kind, letters=_head_and_acronym(name))
    return replace(form, own=_own_keys(form), sought=_sought(form))


def _begin_of_territory(words: tuple[str, ...]) -> int:
    """The index of the first word of a territory at the end: `... daerah | kabupaten wanasari`."""
    for at in range(1, len(words) - 1):
        tail = words[at + 1 :]
        if words[at] in _TERRITORIES and len(tail) <= _LONGEST_PLACE:
            own = tail[1:] if tail[1:] and tail[0].title() in words_of("place_openers") else tail
            return len(words) if any(is_function(word.title()) for word in own) else at
    return len(words)


def _head_and_acronym(name: str) -> str:
    head, _, rest = name.partition(" ")
    short = _WORD.match(rest)
    if not head.istitle() or short is None or not (short[0].isalpha() and short[0].isupper()):
        return ""
    if len(short[0]) < len(rest.partition(" Kabupaten ")[0].partition(" Kota ")[0]):
        return ""
    return (head[0] + short[0]).lower() if len(short[0]) > 1 else ""


def _begin_of_branch(form: Form) -> int:
    """The index of the word with which a body's branch begins: `Laskar Hijau | Cabang X`."""
    for at in range(_FEWEST_BEFORE_BRANCH, len(form.words)):
        if form.words[at] in _BRANCHES:
            return at
    return len(form.words)


def _begin_of_parent(form: Form) -> int:
    """The index of the word with which a body's parent begins: `Stasiun Iklim X | Badan Y`."""
    for at in range(_PARENTS_AFTER, len(form.words)):
        if form.words[at] in _PARENTS:
            return at
    return len(form.words)


def join(claims: list[Claim]) -> tuple[Organization, ...]:
    """The organizations that the claims name, each once, in the order of the text."""
    bodies: list[_Body] = []
    index: dict[str, list[_Body]] = {}
    forms = [(claim, form_of(claim.name, claim.kind)) for claim in claims]
    for claim, form in sorted(forms, key=lambda pair: (-len(pair[1].words), pair[0].start)):
        own = (*form.own, *_keys_of_acronym(claim.acronym))
        near = dict.fromkeys(body for key in (*own, *form.sought) for body in index.get(key, ()))
        body = next((body for body in near if _is_same(body, claim, form)), None)
        if body is None:
            body = _Body()
            bodies.append(body)
        _add(body, claim, form)
        for key in (*own, *(f"={letters}" for letters in _letters(form))):
            known = index.setdefault(key, [])
            if body not in known and len(known) < _MOST_ALIKE:
                known.append(body)
    named = [_organization(body) for body in bodies]
    return tuple(sorted(named, key=lambda o: min(span.start for span in o.evidence)))


def _add(body: _Body, claim: Claim, form: Form) -> None:
    body.claims.append(claim)
    if form not in body.forms:
        body.forms.append(form)
    if claim.acronym:
        body.acronyms.add(claim.acronym.lower())


def _own_keys(form: Form) -> tuple[str, ...]:
    """What a body of this form can be found under; in order, to give the same every time."""
    keys = [" ".join(form.words), " ".join(form.core), " ".join(form.words[1:])]
    keys.append(" ".join(form.words[: _begin_of_parent(form)]))
    keys.append(" ".join(form.words[: _begin_of_branch(form)]))
    return tuple(dict.fromkeys(key for key in keys if key))


def _keys_of_acronym(acronym: str | None) -> list[str]:
    """What a body with this acronym can be found under beside."""
    short = (acronym or "").lower().split()
    return [" ".join(short), " ".join(_expanded(short))] if short else []


def _letters(form: Form) -> list[str]:
    return [form.initials, "".join(word[0] for word in form.core)]


def _sought(form: Form) -> tuple[str, ...]:
    """What a body may be known under that this form belongs to as well.

    Its acronym, first in the form or behind the head; the acronym that the form's initials
    are; its initials, where the form is an acronym.
    """
    keys = [" ".join(form.words), *(" ".join(form.words[:size]) for size in range(1, 5))]
    keys += [" ".join(form.words[1:size]) for size in range(2, 6)]
    keys += form.words[2:3]
    keys += _letters(form)
    if len(form.core) == 1:
        keys.append(f"={form.core[0]}")
    if form.letters:
        keys.append(f"={form.letters}")
    return tuple(dict.fromkeys(key for key in keys if key))


def _expanded(words: list[str]) -> list[str]:
    return [part for word in words for part in _synonyms().get(word, word).split()]


def _is_same(body: _Body, claim: Claim, form: Form) -> bool:
    acronym = (claim.acronym or "").lower()
    if acronym and acronym in body.acronyms and _agree(body, form):
        return True
    if any(_extends(form, short.split(), body) for short in body.acronyms):
        return True
    return any(_same_form(form, other) or _same_form(other, form) for other in body.forms)


def _extends(form: Form, short: list[str], body: _Body) -> bool:
    """Whether a form is an acronym of the body, alone, behind its head, or with a place."""
    expanded = _expanded(short)
    words, size = list(form.words), len(expanded)
    if words[:size] == expanded:
        return len(words) - size <= 3 and _agree(body, form)  # noqa: PLR2004 - a place is short
    behind_head = words[1 : size + 1] == expanded and len(words) - size <= 3  # noqa: PLR2004 - a place is short
    if behind_head and any(other.words[0] == words[0] for other in body.forms):
        return True
    head = tuple(words[:-size])  # `Pemkab Xyz` of `Pemerintah Kabupaten X Y Z (Xyz)`
    short_of_place = words[-size:] == expanded and head and head[-1] in _TERRITORIES
    return bool(short_of_place) and any(other.words[: len(head)] == head for other in body.forms)


def _agree(body: _Body, form: Form) -> bool:
    return any(_places_agree(form, other) for other in body.forms)


def _places_agree(a: Form, b: Form) -> bool:
    return a.places <= b.places or b.places <= a.places


def _abbreviates(short: Form, long: Form) -> bool:
    """Whether a form is the initials of another, or its head with the initials of its tasks."""
    initials = {long.initials, "".join(word[0] for word in long.core)}
    headed = short.letters and not long.letters and short.words[0] == long.words[0]
    if headed and short.letters in initials:
        return True
    alone = len(short.core) == 1 and len(short.core[0]) > 1
    return alone and len(long.core) > 1 and short.core[0] in initials


def _same_form(short: Form, long: Form) -> bool:
    if short.words in {
        long.words,
        long.words[: _begin_of_parent(long)],
        long.words[: _begin_of_branch(long)],
    }:
        return True
    if _abbreviates(short, long):
        return _places_agree(short, long)
    if short.kind in {"school", "firm", "foreign"} and long.kind == short.kind:
        return False
    if short.core and short.core == long.core:
        return _places_agree(short, long)
    if short.kind != "weak" or short.words[0] in words_of("territory_words"):
        return False
    return len(short.words) > 1 and short.words == long.words[1:]


def _organization(body: _Body) -> Organization:
    best = max(body.claims, key=_fullness)
    role = min((claim.role for claim in body.claims), key=_RANK.index)
    acronym = best.acronym or next((c.acronym for c in body.claims if c.acronym), None)
    sector = next((c.sector for c in body.claims if c.sector), None) or sector_of(best.name)
    spans = [Span(best.start, best.end)]
    spans += sorted(Span(claim.start, claim.end) for claim in body.claims)
    return Organization(best.name, acronym, role, sector, tuple(dict.fromkeys(spans)))


def _fullness(claim: Claim) -> tuple[int, int, int]:
    return (_count_of_words(claim.name), len(claim.name), -claim.start)


@lru_cache(maxsize=4096)
def _count_of_words(name: str) -> int:
    return sum(word not in _SMALL for word in _WORD.findall(name.lower()))
