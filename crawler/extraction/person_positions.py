"""Where a person's position and organization stand: before the name or behind it.

Before: `Kepala Dinas X NAME`, `Kepala Dinas X, NAME`, `Kepala X, yaitu NAME`, `ahli X dari Y (NAME)`.
Behind: `NAME (Kepala X, Y)`, `NAME, Kepala X,`, `NAME selaku Kepala X`, `NAME Kabid X`, `NAME dari Y`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from crawler.extraction.person_tokens import Token, word_set

_MOST_TOKENS = 40
_INSIDE = frozenset({"dan", "&", "bidang", "seksi"})
_ENDINGS = frozenset({"institute", "center", "centre", "foundation", "network", "university"})
_WIDEST_GAP = 7
_LONGEST_ABBREVIATION = 4
_LONGEST_BRACKET = 220
_GAP_WITHIN = re.compile(r"[^\S\n]{0,4}(?:[,/&\-–.\"“”‘’]|[^\S\n])?[^\S\n]{0,4}|\.?,?[^\S\n]{0,3}")
_AS = re.compile(
    r"\s{0,3},?\s{0,3}(?:yang\s{1,3})?(?:juga\s{1,3})?(?:bertindak\s{1,3})?"
    r"(selaku|sebagai|menjabat\s{1,3}(?:sebagai|selaku)?|menjadi|merupakan|mewakili)\s{1,3}"
)
_FROM = re.compile(
    r"\s{0,3},?\s{0,3}(?:(?:keduanya|ketiganya|semuanya|yang berasal|asal)\s{1,3})?dari\s{1,3}(?:pihak\s{1,3}|unsur\s{1,3})?"
)
_COMMA = re.compile(r"\s{0,3},?\s{0,3}")
_OPEN = re.compile(r"\s{0,3}[(\[]\s{0,3}")
_VERB = re.compile(r"me[a-z]{4}|di[a-z]{4}|ber[a-z]{3}|ter[a-z]{4}")
_TRAILING = {
    "dan",
    "serta",
    "di",
    "pada",
    "dari",
    "untuk",
    "of",
    "and",
    "for",
    "the",
    "on",
    "in",
    "at",
    "ke",
    "se",
    "satu",
    "juga",
    "yang",
}
_SELAKU = re.compile(r",?\s+(?:selaku|sekaligus|merangkap)\s+", re.IGNORECASE)
_SALAH_SATU = re.compile(r"salah satu\s+", re.IGNORECASE)


_LAST_COMMA = re.compile(r"\s?,\s+(?!.{0,200}\b(?:dan|serta|&)\s)(?=[A-Z])")


@cache
def _comma_before_organization() -> re.Pattern[str]:
    heads = "|".join(sorted(word_set("positions", "organization_heads")))
    return re.compile(rf"\s?,\s+(?=(?:{heads})\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Position:
    """A position phrase at a place in the text; one of the two names at least is there."""

    start: int
    end: int
    position: str | None
    organization: str | None


def is_head(tokens: list[Token], i: int) -> bool:
    """Whether the word at `i` begins the name of an office or position."""
    lower = tokens[i].lower
    if lower not in word_set("positions", "heads"):
        return False
    if lower in word_set("positions", "weak_heads"):
        return i + 1 < len(tokens) and tokens[i + 1].lower in word_set(
            "positions", "weak_followers"
        )
    return True


def position_before(
    text: str, tokens: list[Token], i: int, floor: int, until: int
) -> Position | None:
    """The position that ends before token `i`, where the name's titles begin at `until`.

    Nothing left of the offset `floor` is read.
    """
    j = i - 1
    while (
        j >= 0
        and tokens[j].start >= floor
        and tokens[j].lower in {*word_set("positions", "namely_words"), "lain", "lainnya"}
    ):
        j -= 1
    if (
        j < 0
        or tokens[j].start < floor
        or not _may_precede(text, tokens[j].end, tokens[j + 1].start if j + 1 < i else until)
    ):
        return None
    if not _within(tokens, j) or tokens[j].lower in _TRAILING:
        return None
    first = _walk_left(text, tokens, j, floor)
    heads = [k for k in range(first, j + 1) if is_head(tokens, k)]
    if not heads:
        return None
    begin = tokens[heads[0]].start
    end = tokens[j].end
    if text[end : end + 1] == ")":
        end += 1
    return _split(text, begin, end)


def _may_precede(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(gap) <= _WIDEST_GAP and not gap.strip(' ,()[]\u00a0\t:–"“”') and gap.count("(") <= 1


def _walk_left(text: str, tokens: list[Token], j: int, floor: int) -> int:
    """The leftmost token that may belong to the phrase that ends at token `j`."""
    k = j
    while k > 0 and j - k < _MOST_TOKENS:
        before = tokens[k - 1]
        gap = text[before.end : tokens[k].start]
        if before.start < floor or not _within(tokens, k - 1):
            break
        if "," in gap and _segment_has_head(text, tokens, k, j):
            break
        if (
            gap.strip()
            and not _GAP_WITHIN.fullmatch(gap)
            and not _brackets_acronym(text, before, tokens[k])
        ):
            break
        k -= 1
    return k if _within(tokens, k) else k + 1


def _segment_has_head(text: str, tokens: list[Token], k: int, j: int) -> bool:
    """Whether the words from `k` up to the next comma begin with an office."""
    while (
        k < j
        and tokens[k].label == "lower"
        and not is_head(tokens, k)
        and "," not in text[tokens[k].end : tokens[k + 1].start]
    ):
        k += 1
    return is_head(tokens, k)


def _brackets_acronym(text: str, before: Token, after: Token) -> bool:
    """`Lingkungan Hidup (DLH) Ir.`: an acronym in brackets inside the phrase."""
    gap = text[before.end : after.start].strip()
    if gap in {"(", "["}:
        return after.label == "acronym" and text[after.end : after.end + 1] in {")", "]"}
    return gap in {")", "]", "),"} and before.label == "acronym" and text[before.start - 1] in "(["


def _within(tokens: list[Token], k: int) -> bool:
    """Whether a word may stand inside a position or an organization."""
    token = tokens[k]
    if token.label == "honorific":
        return False
    if token.label == "lower" and k > 0 and is_head(tokens, k - 1) and _says_which(token.lower):
        return True
    if token.label == "lower":
        return token.lower.isdigit() or token.lower in word_set(
            "positions", "inner", "heads", "organization_heads", "joining"
        )
    if token.label == "stop":
        return token.lower in {
            *word_set("positions", "inner", "heads"),
            "program",
            "tim",
            "forum",
            "informasi",
            "data",
            "kegiatan",
            "panitia",
            "seminar",
            "rapat",
            "the",
            "of",
            "and",
            "for",
            "in",
            "dan",
            "hari",
            "media",
            "pers",
            "pelatihan",
            "diskusi",
            "sosialisasi",
            "materi",
            "dalam",
        }
    return True


def _says_which(word: str) -> bool:
    """A word of content behind an office: `ahli hidrologi`, `peneliti iklim`; no verb, no particle."""
    return (
        word.isalpha()
        and _VERB.match(word) is None
        and word not in word_set("not_names", "sentence_words")
    )


def position_after(
    text: str, tokens: list[Token], i: int, name_end: int, ceiling: int
) -> Position | None:
    """The position that begins right behind the name (degrees included) that ends at `name_end`.

    `i` is the token behind the name; nothing right of the offset `ceiling` is read.
    """
    bracket = _OPEN.match(text, name_end, ceiling)
    if bracket:
        return _in_brackets(text, tokens, i, bracket, ceiling)
    as_word = _AS.match(text, name_end, ceiling)
    if as_word:
        return _after_as(text, tokens, as_word, i, ceiling)
    origin = _FROM.match(text, name_end, ceiling)
    if origin:
        k = _token_at(tokens, i, origin.end())
        stop = (
            _walk_right(text, tokens, k, ceiling)
            if k < len(tokens) and tokens[k].label not in {"lower", "stop", "honorific"}
            else k
        )
        if stop > k:
            return Position(
                name_end,
                tokens[stop - 1].end,
                None,
                _clean(text[tokens[k].start : _closed(text, tokens[stop - 1].end)]),
            )
        return None
    gap = _COMMA.match(text, name_end, ceiling)
    k = _token_at(tokens, i, gap.end() if gap else name_end)
    named = gap is not None and "," in gap[0]
    if (
        k < len(tokens)
        and tokens[k].start == (gap.end() if gap else name_end)
        and is_head(tokens, k)
        and (named or tokens[k].label != "lower")
    ):
        stop = _walk_right(text, tokens, k, ceiling)
        return _split(
            text, tokens[k].start, _closed(text, tokens[stop - 1].end), outer_start=name_end
        )
    return None


def _token_at(tokens: list[Token], i: int, offset: int) -> int:
    while i < len(tokens) and tokens[i].start < offset:
        i += 1
    return i


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" else end


def _after_as(
    text: str, tokens: list[Token], as_word: re.Match[str], i: int, ceiling: int
) -> Position | None:
    k = _token_at(tokens, i, as_word.end())
    if k >= len(tokens) or tokens[k].start >= ceiling:
        return None
    represents = as_word[1] == "mewakili"
    if not is_head(tokens, k) and not (represents and tokens[k].label in {"noun", "acronym"}):
        return None
    stop = _walk_right(text, tokens, k, ceiling)
    end = _closed(text, tokens[stop - 1].end)
    if represents:
        return Position(as_word.start(), end, None, _clean(text[tokens[k].start : end]))
    return _split(text, tokens[k].start, end, outer_start=as_word.start())


def _in_brackets(
    text: str, tokens: list[Token], i: int, bracket: re.Match[str], ceiling: int
) -> Position | None:
    close = _closing(text, bracket.end(), min(ceiling, bracket.end() + _LONGEST_BRACKET))
    k = _token_at(tokens, i, bracket.end())
    if close < 0 or k >= len(tokens) or tokens[k].start >= close:
        return None
    words = _clean(text[bracket.end() : close])
    if any(is_head(tokens, m) for m in range(k, len(tokens)) if tokens[m].start < close):
        return _split(text, bracket.end(), close, outer_start=bracket.start(), outer_end=close + 1)
    several = k + 1 < len(tokens) and tokens[k + 1].start < close
    if tokens[k].label in {"noun", "acronym"} or (
        several and tokens[k].label in {"name", "either", "place"}
    ):
        return Position(bracket.start(), close + 1, None, words)
    return None


def _closing(text: str, start: int, end: int) -> int:
    depth = 1
    for at in range(start, end):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth == 0:
            return at
    return -1


def _walk_right(text: str, tokens: list[Token], k: int, ceiling: int) -> int:
    """The token behind the phrase that begins at token `k`, function words at its end cut off."""
    first = k
    k += 1
    while k < len(tokens) and tokens[k].end <= ceiling and k - first < _MOST_TOKENS:
        gap = text[tokens[k - 1].end : tokens[k].start]
        if not _within(tokens, k) or not _goes_on(text, tokens, k, gap):
            break
        k += 1
    while k > first + 1 and tokens[k - 1].lower in _TRAILING:
        k -= 1
    return k


def _goes_on(text: str, tokens: list[Token], k: int, gap: str) -> bool:
    token = tokens[k]
    mark = gap.strip()
    if mark in {"(", ")", "[", "]"}:
        return _brackets_acronym(text, tokens[k - 1], token) and not gap.startswith(("(", "["))
    if mark == ")," or ";" in mark or ":" in mark or len(mark) > 1:
        return False
    if mark == ".":
        return len(tokens[k - 1].word) <= _LONGEST_ABBREVIATION
    if mark == ",":
        return token.label in {"noun", "acronym"} and not is_head(tokens, k)
    if token.lower in {"dan", "serta", "and"} and k + 1 < len(tokens):
        return not _person_follows(tokens, k + 1)
    return True


def _person_follows(tokens: list[Token], k: int) -> bool:
    """`… dan Budi Santoso`, `… dan Ibu Ani`: another person, not a further word of the office."""
    if tokens[k].label == "honorific":
        return True
    if tokens[k].label != "name" or k + 1 >= len(tokens):
        return False
    return tokens[k + 1].label in {"name", "initial"} or tokens[k + 1].lower in {
        "dari",
        "selaku",
        "sebagai",
    }


def _split(
    text: str, start: int, end: int, *, outer_start: int | None = None, outer_end: int | None = None
) -> Position:
    """The phrase `text[start:end]` as position and organization, where they stand apart."""
    words = _SELAKU.split(_SALAH_SATU.sub("", text[start:end]), maxsplit=1)[0]
    position, organization = words, None
    origin = re.search(r",?\s+(?:dari|pada|di)\s+(?=[A-Z])", words)
    comma = _LAST_COMMA.search(words) or _comma_before_organization().search(words)
    if comma:
        position, organization = words[: comma.start()], words[comma.end() :]
    elif origin:
        position, organization = words[: origin.start()], words[origin.end() :]
    else:
        position, organization = _at_organization(words)
    return Position(
        start if outer_start is None else outer_start,
        end if outer_end is None else outer_end,
        _clean(position),
        _clean(organization) if organization else None,
    )


def _at_organization(words: str) -> tuple[str, str | None]:
    """`Kepala Bidang X BPBD Y`: the organization begins at its head word."""
    heads = word_set("positions", "organization_heads")
    parts = list(re.finditer(r"\S+", words))
    for before, part in pairwise(parts[1:]):
        if part[0].lower().strip(".,()") in heads and part[0][0].isupper():
            inside = before[0].lower() in _INSIDE | heads | word_set("positions", "single_offices")
            if inside or part[0].lower() in _ENDINGS:
                return words, None
            return words[: part.start()], words[part.start() :]
    return words, None


def _clean(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ,;.-–")
