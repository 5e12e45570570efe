"""Every place of the text that may name a person, with the position that stands beside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.organization_names import OrganizationMention
from crawler.extraction.organization_names import find_names as find_organizations
from crawler.extraction.person_names import NameMention, name_at
from crawler.extraction.person_positions import Position, is_head, position_after, position_before
from crawler.extraction.person_tokens import Token, tokenize, word_set
from crawler.extraction.sentences import split_sentences

_BLANK = re.compile(r"[^\S\n]{1,4}")
_LONGEST_RUN = 8
_MOST_PLACES = 200
_OWNERS = frozenset({"position", "noun", "acronym", "place", "either"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words, its block, and the sentence before it in the block."""

    span: Span
    block: Block
    tokens: tuple[Token, ...]
    before: Span | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A possible person at a place, with what stands beside the name."""

    name: NameMention
    sentence: Sentence
    position: str | None
    organization: str | None
    start: int
    """Where the group begins: position, titles and name are one group."""
    end: int
    words: tuple[str, ...]
    """The name's words in small letters, initials left out."""
    held: bool
    """Whether an office stands beside it (an organization alone is none)."""
    touching: bool
    """Whether a capitalised word of unknown kind touches the bare name."""
    apart: bool
    """Whether a comma, a bracket or `yaitu` keeps the name apart from the office."""

    doubtful: bool
    """Whether the one word left of a run may as well belong to the place's name before it."""

    @property
    def plausible(self) -> bool:
        """Whether this may be a person at all: more than one capitalised word somewhere."""
        if self.name.certain:
            return True
        return (
            not self.touching
            and bool(self.words)
            and (
                len(self.words) > 1 or (self.apart and (self.held or self.organization is not None))
            )
        )


def read_sentences(page: Page, blocks: list[Block]) -> list[Sentence]:
    """The sentences of the given blocks."""
    sentences = []
    for block in blocks:
        before = None
        for span in split_sentences(page.text, block.start, block.end):
            sentences.append(
                Sentence(span, block, tuple(tokenize(page.text, span.start, span.end)), before)
            )
            before = span
    return sentences


def own_names_of_places(text: str, sentences: list[Sentence]) -> Counter[tuple[str, ...]]:
    """The names that follow `Desa`, `Kecamatan`, `PT` ..., with how often each stands so."""
    runs: Counter[tuple[str, ...]] = Counter()
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if token.lower not in word_set("not_names", "place_kinds"):
                continue
            j = i + 1
            while (
                j < min(len(tokens), i + _LONGEST_RUN)
                and tokens[j].label in {"name", "place", "either"}
                and _touch(text, tokens[j - 1], tokens[j])
            ):
                j += 1
            if j > i + 1:
                runs[tuple(t.lower for t in tokens[i + 1 : j])] += 1
    return runs


def familiar_words(text: str, sentences: list[Sentence]) -> frozenset[str]:
    """Single names that follow a verb of quoting or a form of address: `ujar Sugeng`, `Pak Sugeng`."""
    words = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for before, token in pairwise(tokens):
            if (
                token.label == "name"
                and _touch(text, before, token)
                and (before.label == "honorific" or _quoting(before.lower))
            ):
                words.add(token.lower)
    return frozenset(words)


def _quoting(word: str) -> bool:
    return word.removesuffix("nya") in lexicon.load("person_roles")["speech"]["quotes"]


def read_mentions(
    text: str, sentence: Sentence, places: Counter[tuple[str, ...]], familiar: frozenset[str]
) -> list[Mention]:
    """The possible persons of a sentence, in order."""
    tokens = list(sentence.tokens)
    mentions: list[Mention] = []
    organizations = find_organizations(text, sentence.span.start, sentence.span.end)
    floor = sentence.span.start
    i = 0
    while i < len(tokens):
        first = (
            i
            if tokens[i].label in {"honorific", "lower"}
            else _past_place(text, tokens, i, places, familiar)
        )
        if first > i:
            i = first
            continue
        name, following = name_at(text, tokens, i, sentence.span.end)
        if name is None:
            i = max(following, i + 1)
            continue
        mention = _mention(text, sentence, tokens, i, following, name, floor, places)
        if mention and not (not name.certain and _covered(mention, organizations)):
            mentions.append(mention)
            if mention.plausible:
                floor = mention.end
                while following < len(tokens) and tokens[following].start < floor:
                    following += 1
        i = following
    return mentions


def _mention(
    text: str,
    sentence: Sentence,
    tokens: list[Token],
    i: int,
    following: int,
    name: NameMention,
    floor: int,
    places: Counter[tuple[str, ...]],
) -> Mention | None:
    before = position_before(text, tokens, i, floor, name.outer_start)
    owned = (
        i > 0
        and tokens[i - 1].label in {*_OWNERS, "name"}
        and _touch(text, tokens[i - 1], tokens[i])
    )
    if (
        owned
        and name.honorific is None
        and (before is None or tokens[i - 1].lower in word_set("not_names", "place_kinds"))
    ):
        return None
    after = position_after(text, tokens, following, name.outer_end, sentence.span.end)
    if (
        before
        and after
        and after.start == name.outer_end
        and text[after.start : after.start + 3].lstrip().startswith(",")
    ):
        after = None if not _as_word(text, after) else after
    touching = (
        following < len(tokens)
        and after is None
        and not name.degrees
        and (
            tokens[following].label in {"noun", "acronym", "place", "either", "position"}
            or tokens[following].lower in {"of", "and", "for"}
        )
        and not is_head(tokens, following)
        and _touch(text, tokens[following - 1], tokens[following])
    )
    if (
        i > 0
        and name.honorific is None
        and tokens[i - 1].word.isdigit()
        and _touch(text, tokens[i - 1], tokens[i])
    ):
        return None
    attached = i > 0 and _touch(text, tokens[i - 1], tokens[i]) and (owned or before is not None)
    if name.honorific is None and (
        (touching and owned) or (tokens[following - 1].lower,) in places
    ):
        return None
    if before and before.position and _only_role(before.position) and not before.organization:
        before = None
    position, organization = _best(before, after)
    return Mention(
        name,
        sentence,
        position,
        organization,
        min(name.outer_start, before.start if before else name.outer_start),
        max(name.outer_end, after.end if after else name.outer_end),
        tuple(w for w in re.findall(r"[^\W\d_]+", name.name.lower()) if len(w) > 1),
        position is not None,
        touching,
        not attached,
        owned
        and tokens[i - 1].label in {"name", "either"}
        and not _ends_known_place(tokens, i, places),
    )


def _covered(mention: Mention, organizations: list[OrganizationMention]) -> bool:
    """Whether a bare name is an organization's, or the end of a school's, firm's or foreign one."""
    name = mention.name
    for organization in organizations:
        if organization.start >= name.end or organization.end <= name.start:
            continue
        if organization.start >= name.start or organization.kind in {"foreign", "firm", "school"}:
            return True
        if mention.position is None:
            return True
    return False


def _as_word(text: str, after: Position) -> bool:
    return (
        re.match(
            r"\s*,?\s*(?:yang\s+)?(?:juga\s+)?(?:selaku|sebagai|menjabat)",
            text[after.start : after.start + 40],
        )
        is not None
    )


def _best(before: Position | None, after: Position | None) -> tuple[str | None, str | None]:
    """The position and organization to keep; an office before an organization alone."""
    if before and before.position and not _only_role(before.position):
        organization = before.organization or (
            after.organization if after and after.position is None else None
        )
        return before.position, organization
    if after and after.position and not (_only_role(after.position) and after.organization is None):
        return after.position, after.organization
    if before and before.position and after and after.organization:
        return None, after.organization
    if after:
        return None, after.organization
    return None, None


def _only_role(position: str) -> bool:
    return all(word in word_set("positions", "roles") for word in position.lower().split())


def _past_place(
    text: str,
    tokens: list[Token],
    i: int,
    places: Counter[tuple[str, ...]],
    familiar: frozenset[str],
) -> int:
    """The token behind a place's or firm's own name that begins at `i`, after its kind."""
    if (
        i == 0
        or not _touch(text, tokens[i - 1], tokens[i])
        or tokens[i].label not in {"name", "either", "initial"}
    ):
        return i
    before = tokens[i - 1]
    run = i
    while (
        run < min(len(tokens), i + _LONGEST_RUN)
        and tokens[run].label in {"name", "either", "place"}
        and (run == i or _touch(text, tokens[run - 1], tokens[run]))
    ):
        run += 1
    words = tuple(t.lower for t in tokens[i:run])
    if (
        len(words) == 1
        and words[0] in word_set("not_names", "place_tails")
        and before.label in {"noun", "place", "name"}
    ):
        return run
    cut = next((n for n, word in enumerate(words) if n and word in familiar), 0)
    if cut and before.label in _OWNERS:
        return i + cut
    if before.label == "place":
        seen = (
            any(
                count > 1
                and len(name) > 1
                and name[0] == before.lower
                and words[: len(name) - 1] == name[1:]
                for name, count in places.items()
            )
            if len(places) < _MOST_PLACES
            else False
        )
        return i + 1 if words and (seen or words[0] in word_set("not_names", "place_tails")) else i
    if before.lower not in word_set("not_names", "place_kinds", "unit_kinds"):
        return i
    known = _known_length(words, places)
    if known == 0:
        known = len(words) if before.lower in _FIRMS | word_set("not_names", "unit_kinds") else 1
    while i + known < run and tokens[i + known].lower in word_set("not_names", "place_tails"):
        known += 1
    return max(i + known, i + 1)


_FIRMS = frozenset(
    {
        "pt",
        "cv",
        "pd",
        "ud",
        "yayasan",
        "universitas",
        "institut",
        "politeknik",
        "hotel",
        "gedung",
        "jalan",
        "jl",
        "jln",
        "gunung",
        "sungai",
        "pulau",
    }
)


def _known_length(words: tuple[str, ...], places: Counter[tuple[str, ...]]) -> int:
    """How many of the words are a place's name that the page has elsewhere too."""
    for length in range(min(len(words), 4), 0, -1):
        seen = places[words[:length]] - (1 if length == len(words) else 0)
        if seen > 0:
            return length
    return 0


def _ends_known_place(tokens: list[Token], i: int, places: Counter[tuple[str, ...]]) -> bool:
    """Whether the words before `i` are a place's whole name as the page has it elsewhere."""
    return any(tuple(t.lower for t in tokens[k:i]) in places for k in range(max(0, i - 4), i))


def _touch(text: str, before: Token, token: Token) -> bool:
    return _BLANK.fullmatch(text, before.end, token.start) is not None
