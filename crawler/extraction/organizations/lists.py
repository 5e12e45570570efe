"""Lists of participants: commas, semicolons, `dan`, sector headings with members in brackets.

A heading (`Swasta (...)`, `Pemerintah Pusat (...)`) is no organization; it gives its members'
sector. Kinds without a name (`akademisi`, `para lurah`) and people are passed over; an office
(`Kepala Biro X`) gives the body that it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from archive.records import Sector
from crawler import lexicon
from crawler.extraction.organizations.brackets import acronym_after
from crawler.extraction.organizations.chains import is_bare_department, without_department
from crawler.extraction.organizations.claims import Words
from crawler.extraction.organizations.grammar import is_stop, not_organizations, place_names
from crawler.extraction.organizations.weak import end_of_weak, is_acceptable, is_numbered

_SEPARATORS = frozenset({",", ";", "dan", "serta", "&", ":", "/", "•", "-", "–"})
_HARD = frozenset({",", ";"})
_OPEN, _CLOSE = frozenset({"(", "["}), frozenset({")", "]"})
_PARTING = _HARD | _CLOSE
_VERB = re.compile(r"(?:me(?:m|n|ng|ny|r|l|w|y)?[a-z]{4,}|di[a-z]{4,}(?:kan|i)|ber[a-z]{5,})")
_PASSIVE = re.compile(r"di(?:damping|hadir|saksi|pandu|moderator|ikut|buka|tutup|sambut)[a-z]{1,6}")
_AMONG_THEM = frozenset({"antaranya", "antara"})
_MEMBERS_FOLLOW = frozenset({"antara", "yaitu", "yakni", "diantaranya", "meliputi", "seperti"})
_LONGEST = 400
_LONGEST_HEAD = 24
_SHORTEST_ACRONYM = 3
_COUNT = re.compile(r"[2-9]|[1-9]\d{1,2}")
_REGIONS = frozenset({"negara", "negara-negara", "kawasan"})
_SIGHTS = ("Museum ", "Taman Nasional ", "Kebun Raya ")
_SUBJECT_MATTER = frozenset({"tentang", "mengenai", "dengan"})
_EVENT_LINKS = frozenset({"dengan", "kepada", "ke"})


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a list: `text[start:end]`."""

    start: int
    end: int
    name: str
    acronym: str | None
    sector: Sector | None
    kind: str
    first: bool = False
    """Whether it follows its cue at once."""


@dataclass(slots=True)
class _State:
    at: int
    stop: int
    names: str
    items: list[Item] = field(default_factory=list)
    sectors: list[Sector | None] = field(default_factory=list)
    in_office: bool = False
    heading: int = 0
    """The token at which the words of a possible heading begin."""


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("organization_cues")["lists"][name])


def read_list(words: Words, start: int, end: int, names: str) -> tuple[list[Item], int]:
    """The organizations of the list that begins at `start` and goes no further than `end`.

    `names` says how freely a name without head word counts: any, first (the first of the
    list), listed (among others), known (never), next (never, and the list begins at once),
    proper (one name of a number or an acronym), event (partners of an event in its title).
    Also gives the offset behind what was read.
    """
    begin = words.index_at(start)
    cut = words.names_in(max(0, start - _LONGEST_HEAD), start)[-1:]
    if cut and cut[0].end > start:  # a cue that ends with `tim`, before `Tim Koordinasi X`
        begin = words.index_at(cut[0].start)
    if names == "next" and not (begin < len(words.tokens) and words.tokens[begin].is_capital):
        return [], start
    state = _State(begin, min(words.index_at(end), begin + _LONGEST), names, heading=begin)
    while state.at < state.stop and _read_one(words, state):
        if names == "proper" and words.tokens[state.at - 1].is_capital:
            break  # one name stands behind the cue, not a list
    behind = words.tokens[state.at - 1].end if state.at > begin else start
    return _accepted(state.items, names), behind


def _read_one(words: Words, state: _State) -> bool:  # noqa: PLR0911 - one return a kind of token
    """Reads one part of the list; False where the list ends."""
    token = words.tokens[state.at]
    mention = words.names.get(token.start)
    if mention is not None:
        _take_mention(words, state)
        return True
    if token.text in _OPEN and state.in_office and _abbreviates_office(words, state):
        state.at += 3
        return True
    if token.text in _OPEN:
        state.sectors.append(_sector_of_heading(words, state))
        state.at += 1
        state.heading = state.at
        state.in_office = False
        return True
    if token.text in _CLOSE:
        if state.sectors:
            state.sectors.pop()
        state.at += 1
        return True
    if token.text in _SEPARATORS or not token.is_word:
        state.in_office = state.in_office and token.text not in _HARD
        state.at += 1
        if token.text in _HARD:
            state.heading = state.at
        return token.text not in {"!", "?", "“", "”", '"'}
    if token.is_capital:
        _take_capitals(words, state)
        return True
    return _pass_small(words, state)


def _take_mention(words: Words, state: _State) -> None:
    mention = words.names[words.tokens[state.at].start]
    first = not state.items and state.at == state.heading
    state.at = max(words.index_at(mention.end), state.at + 1)
    opens = state.at < state.stop and words.tokens[state.at].text in _OPEN
    if opens and mention.kind == "territorial" and _several_inside(words, state):
        state.sectors.append(mention.sector)
        state.at += 1
        state.heading = state.at
        state.in_office = False
        return
    if state.in_office and state.sectors and _another_follows(words, state):
        return  # `(Ketua Satgas X, Rumah Sakit Y)`: the home comes last
    before = words.tokens[words.index_at(mention.start) - 1].text
    counted = _COUNT.fullmatch(before) is not None  # `24 Badan Pengelola X`: a kind
    if before in _REGIONS or counted or (state.in_office and is_bare_department(mention)):
        return  # `10 negara ASEAN`; `Dekan Fakultas X`, part of a school not named here
    if state.in_office or state.names == "next":
        mention = without_department(words.text, mention, headed=True)
    state.in_office = False
    sector = mention.sector or next((s for s in reversed(state.sectors) if s), None)
    state.items.append(
        Item(mention.start, mention.end, mention.name, mention.acronym, sector, mention.kind, first)
    )


def _abbreviates_office(words: Words, state: _State) -> bool:
    """Whether the bracket holds an acronym alone: `Menteri Pangan dan Gizi (PG)`."""
    inside = words.tokens[state.at + 1 : state.at + 3]
    if len(inside) < 2 or inside[1].text not in _CLOSE:  # noqa: PLR2004 - a word and the bracket
        return False
    return inside[0].is_word and inside[0].is_acronym and inside[0].start not in words.names


def _another_follows(words: Words, state: _State) -> bool:
    if state.at + 1 >= state.stop or words.tokens[state.at].text != ",":
        return False
    return words.tokens[state.at + 1].start in words.names


def _is_proper(word: str) -> bool:
    """Whether a word is a number or an acronym: what a name of its own can begin with."""
    return word[0].isdigit() or (word.isupper() and len(word) > 1)


def _several_inside(words: Words, state: _State) -> bool:
    """Whether the bracket at the state's place holds a name: then what precedes heads it."""
    for token in words.tokens[state.at + 1 : min(state.at + 40, state.stop)]:
        if token.text in _CLOSE:
            return False
        if token.start in words.names or is_stop(token.text):
            return True
    return False


def _sector_of_heading(words: Words, state: _State) -> Sector | None:
    begin = max(state.heading, state.at - 8)
    while begin > max(0, state.at - 4) and words.tokens[begin - 1].text.islower():
        begin -= 1
    written = " ".join(token.text.lower() for token in words.tokens[begin : state.at])
    for sector, kinds in lexicon.load("organization_cues")["headings"].items():
        if any(kind in written for kind in kinds):
            return cast("Sector", sector)
    return None


def _take_capitals(words: Words, state: _State) -> None:
    """Passes a group of capitals: an office, a person, a place, or a name without head word."""
    token = words.tokens[state.at]
    if is_stop(token.text):
        state.in_office = True
        state.at += 1
        return
    if is_numbered(words, state.at):
        state.in_office = False
    end = end_of_weak(words, state.at, state.stop)
    if end == state.at:  # a bare number
        state.at += 1
        return
    if _follows_name(words, state.at):
        state.in_office = True  # `Kepala Dinas X Budi Santoso`: the holder of the office
    first = not state.items and state.at == state.heading
    beside = acronym_after(words.text, words.tokens, state.at, end)
    acceptable = not state.in_office and is_acceptable(
        words, state.at, end, headed=_is_headed_apart(state)
    )
    acceptable = acceptable and not (beside and beside.acronym.upper() in not_organizations())
    after = beside.after if beside else end
    if acceptable:
        begin, stop = token.start, words.tokens[after - 1].end
        name = " ".join(words.text[begin : words.tokens[end - 1].end].split())
        sector = next((s for s in reversed(state.sectors) if s), None)
        acronym = (
            beside.acronym
            if beside
            else (name if token.is_acronym and end == state.at + 1 else None)
        )
        state.items.append(Item(begin, stop, name, acronym, sector, "weak", first))
        after = _behind_gloss(words, after, state.stop)
    elif not state.in_office:
        state.in_office = end - state.at > 1 and not _heads_bracket(words, end, state.stop)
    state.at = after


def _heads_bracket(words: Words, at: int, stop: int) -> bool:
    return at < stop and words.tokens[at].text in _OPEN


def _behind_gloss(words: Words, at: int, stop: int) -> int:
    """Behind a bracket that explains one name and lists none."""
    if not _heads_bracket(words, at, stop):
        return at
    for here in range(at + 1, min(at + 10, stop)):
        if words.tokens[here].text in _CLOSE:
            return here + 1
        if words.tokens[here].text in _HARD or words.tokens[here].start in words.names:
            break
    return at


def _pass_small(words: Words, state: _State) -> bool:
    """Passes a lower-case word; False where it ends the list."""
    token = words.tokens[state.at]
    following = words.tokens[state.at + 1].text if state.at + 1 < state.stop else ""
    word = token.text
    if word in _MEMBERS_FOLLOW and not state.sectors:
        state.items = [item for item in state.items if not _is_kind(item)]
    if word == "yang":
        return _pass_relative(words, state, following)
    if word == "di" and following in _AMONG_THEM:
        state.at += 2
        if not state.sectors:
            state.items = [item for item in state.items if not _is_kind(item)]
        return True
    if word == "sebagai" and following == "berikut":
        state.at += 2
        return True
    ends = word in _set("ends") and following not in {",", ":", "("}
    if state.names == "event" and word in _EVENT_LINKS:
        ends = False
    if state.names == "any" and word == "dengan" and state.at + 1 < state.stop:
        ends = ends and words.tokens[state.at + 1].start not in words.names
    if word not in _set("fillers"):
        ends = ends or _VERB.fullmatch(word) is not None
        if ends and (state.sectors or (state.names == "known" and word in _SUBJECT_MATTER)):
            return _skip_to_separator(words, state)
        if ends:
            return False
    state.in_office = state.in_office and word not in {"dari", "perwakilan"}
    if not state.items and state.heading == state.at:
        state.heading += 1
    state.at += 1
    return True


def _follows_name(words: Words, at: int) -> bool:
    """Whether a name with a head word ends right before token `at`, with nothing between."""
    if at == 0 or not words.tokens[at - 1].is_capital:
        return False
    for back in range(at - 1, max(-1, at - 16), -1):
        mention = words.names.get(words.tokens[back].start)
        if mention is not None:
            return mention.end == words.tokens[at - 1].end
    return False


def _is_headed_apart(state: _State) -> bool:
    """Whether the heading of the bracket at hand is of kinds that are no territory."""
    return bool(state.sectors) and state.sectors[-1] in {"private", "ngo", "academia", "media"}


def _is_kind(item: Item) -> bool:
    """Whether a name stands for a kind whose members follow (`unsur DPRD, di antaranya ...`)."""
    return item.kind == "territorial" or item.name == "DPRD"


def _pass_relative(words: Words, state: _State, following: str) -> bool:
    if following == "diwakili" or state.sectors:
        return _skip_to_separator(words, state)
    if following in _set("relative"):
        state.at += 2
        return True
    return False


def _skip_to_separator(words: Words, state: _State) -> bool:
    while state.at < state.stop and words.tokens[state.at].text not in _PARTING:
        if state.names == "known" and _PASSIVE.fullmatch(words.tokens[state.at].text):
            return False  # its agent is another cue's
        state.at += 1
    return state.at < state.stop


def _is_office_of_area(name: str) -> bool:
    """Whether a name is that of the office of a village or district: `Kelurahan X`."""
    return name.startswith(("Kelurahan ", "Kecamatan "))


def _holds_acronym(name: str) -> bool:
    """Whether a name holds an acronym, as those of firms and networks do and no person's."""
    if name.split(maxsplit=1)[0].lower() in place_names():
        return False
    return any(
        len(word) >= _SHORTEST_ACRONYM and word.isupper() and word not in not_organizations()
        for word in name.split()
    )


def _accepted(items: list[Item], names: str) -> list[Item]:
    """The items that count, given how freely names without head word do."""
    known = names != "proper" and any(
        item.kind != "weak" or _holds_acronym(item.name) for item in items
    )
    if names == "any":
        return items
    if names in {"known", "next"}:
        strong = [item for item in items if not item.name.startswith(_SIGHTS)]
        return [item for item in strong if item.kind != "weak" or _is_office_of_area(item.name)]
    return [
        item
        for item in items
        if item.kind != "weak"
        or known
        or (item.acronym is not None and names != "proper")
        or (names == "first" and item.first)
        or (names == "proper" and item.first and _is_proper(item.name.split()[0]))
    ]
