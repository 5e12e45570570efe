"""The position that stands behind a person's name.

`NAME (Kepala X, Y)`, `NAME, Kepala X,`, `NAME selaku Kepala X`, `NAME Kabid X`, `NAME dari Y`.
"""

from __future__ import annotations

import re

from crawler.extraction.people.offices import (
    Position,
    brackets_acronym,
    clean,
    is_head,
    says_which,
    split_phrase,
    within,
)
from crawler.extraction.people.positions import MOST_TOKENS, TRAILING
from crawler.extraction.people.tokens import Token
from crawler.extraction.people.vocabulary import (
    ENGLISH_ENDS_OF_OFFICES,
    MEMBERSHIPS,
    ORGANIZATION_HEADS,
    ROLES,
    SENTENCE_WORDS,
)

_JOINING = frozenset({"selaku", "sekaligus", "merangkap"})
"""Behind an organization they begin what the person is: `NAME dari X selaku fasilitator`."""
_LONGEST_ABBREVIATION = 4
_LONGEST_BRACKET = 220
_AS = re.compile(
    r"\s{0,3},?\s{0,3}(?:yang\s{1,3})?(?:juga\s{1,3})?(?:bertindak\s{1,3})?"
    r"(selaku|sebagai|menjabat\s{1,3}(?:sebagai|selaku)?|menjadi|merupakan|mewakili)\s{1,3}"
)
_FROM = re.compile(
    r"\s{0,3},?\s{0,3}(?:(?:keduanya|ketiganya|semuanya|yang berasal|asal)\s{1,3})?dari\s{1,3}(?:pihak\s{1,3}|unsur\s{1,3})?"
)
_COMMA = re.compile(
    r"\s{0,3}(?:,|(?<=\s)[–—-](?=\s))?\s{0,3}"
    r"(?:(?:yang\s{1,3})?(?:kini|sehari-hari|adalah|juga|keduanya|ketiganya|semuanya|masing-masing|salah seorang|salah satu|seorang|sang)\s{1,3}){0,2}"
)
_AGE = re.compile(
    r"\s{0,3}(?:\(\s?(?:usia\s|umur\s)?\d{1,3}(?:\s?(?:tahun|thn|th)\.?)?\s?\)|,\s?(?:usia\s|umur\s)?\d{1,3}(?:\s?(?:tahun|thn|th))?(?=\s?,))"
)
_AGENT = re.compile(
    r"pe(?:m|n|ng|ny|r|l|w)?[a-z]{4,}(?<!an)(?<!kah)|juru|warga|istri|suami|orang|ibu|anak"
)
_MOST_ENGLISH_WORDS = 7
_ENGLISH_GAPS = frozenset({" ", " & ", ", "})
_MOST_LAY_WORDS = 6
_FILE = re.compile(
    r"(?:pdf|pptx?|docx?|xlsx?|zip|rar|mp[34]|jpe?g|png)\b|\d+(?:[.,]\d+)?\s?[kmg]b\b",
    re.IGNORECASE,
)
"""What a bracket says of a file: `(PDF, 2 MB)`."""
_OPEN = re.compile(r"\s{0,3}[(\[]\s{0,3}")


def position_after(  # noqa: PLR0911 - one answer a form, in the order of their marks
    text: str, tokens: list[Token], i: int, name_end: int, ceiling: int
) -> Position | None:
    """The position that begins right behind the name (degrees included) that ends at `name_end`.

    `i` is the token behind the name; nothing right of the offset `ceiling` is read.
    """
    if age := _AGE.match(text, name_end, ceiling):
        behind = position_after(text, tokens, _token_at(tokens, i, age.end()), age.end(), ceiling)
        return behind._replace(start=name_end) if behind else None
    bracket = _OPEN.match(text, name_end, ceiling)
    if bracket:
        return _with_origin(
            text, tokens, i, _in_brackets(text, tokens, i, bracket, ceiling), ceiling
        )
    as_word = _AS.match(text, name_end, ceiling)
    if as_word:
        return _after_as(text, tokens, as_word, i, ceiling)
    origin = _FROM.match(text, name_end, ceiling)
    if origin:
        k = _token_at(tokens, i, origin.end())
        ceiling = min(
            [t.start for t in tokens[k : k + MOST_TOKENS] if t.lower in _JOINING] + [ceiling]
        )
        stop = (
            _walk_right(text, tokens, k, ceiling)
            if k < len(tokens) and _names_body(tokens[k])
            else k
        )
        if stop > k:
            return Position(
                name_end,
                tokens[stop - 1].end,
                None,
                clean(text[tokens[k].start : _closed(text, tokens[stop - 1].end)]),
            )
        return None
    gap = _COMMA.match(text, name_end, ceiling)
    k = _token_at(tokens, i, gap.end() if gap else name_end)
    named = gap is not None and bool(gap[0].strip())
    if (
        k < len(tokens)
        and tokens[k].start == (gap.end() if gap else name_end)
        and (is_head(tokens, k) or (named and _ends_in_english_office(text, tokens, k)))
        and (named or tokens[k].label != "lower")
    ):
        stop = _walk_right(text, tokens, k, ceiling)
        return split_phrase(
            text, tokens[k].start, _closed(text, tokens[stop - 1].end), outer_start=name_end
        )
    if gap and named and k < len(tokens) and tokens[k].start == gap.end() and _is_lay(tokens, k):
        stop = _walk_lay(text, tokens, k, ceiling)
        return split_phrase(text, tokens[k].start, tokens[stop - 1].end, outer_start=name_end)
    return None


def _with_origin(
    text: str, tokens: list[Token], i: int, held: Position | None, ceiling: int
) -> Position | None:
    """`NAME (Konsultan) dari PT X`: the body of an office in brackets may stand behind them."""
    if held is None or held.organization or not held.position:
        return held
    origin = _FROM.match(text, held.end, ceiling)
    if origin is None or "," in origin[0]:
        return held
    body = position_after(text, tokens, _token_at(tokens, i, held.end), held.end, ceiling)
    if body is None or body.organization is None:
        return held
    return held._replace(organization=body.organization, end=body.end)


def _ends_in_english_office(text: str, tokens: list[Token], k: int) -> bool:
    """`Water and Energy Adviser`: capitalised words, touching, up to an English office."""
    for at in range(k, min(k + _MOST_ENGLISH_WORDS, len(tokens))):
        token = tokens[at]
        if at > k and text[tokens[at - 1].end : token.start] not in _ENGLISH_GAPS:
            return False
        if token.label == "honorific" or not (
            token.word[0].isupper() or (at > k and token.lower in {"and", "of", "for"})
        ):
            return False
        if at > k and token.lower in ENGLISH_ENDS_OF_OFFICES:
            return True
    return False


def _names_body(token: Token) -> bool:
    """Whether a word may open the name of an organization."""
    return token.label not in {"lower", "stop", "honorific"} or (
        token.label == "stop" and token.lower in ORGANIZATION_HEADS
    )


def _is_lay(tokens: list[Token], k: int) -> bool:
    """What someone is, in small letters: `penghuni lantai dua`, `juru masak`, `warga RT 05`."""
    return (
        tokens[k].label == "lower"
        and _AGENT.fullmatch(tokens[k].lower) is not None
        and tokens[k].lower not in SENTENCE_WORDS
    )


def _walk_lay(text: str, tokens: list[Token], k: int, ceiling: int) -> int:
    """The token behind the words of content that follow, capitalised ones included."""
    first = k
    k += 1
    while k < len(tokens) and tokens[k].end <= ceiling and k - first < _MOST_LAY_WORDS:
        if text[tokens[k - 1].end : tokens[k].start].strip():
            break
        lower = tokens[k].label == "lower"
        if lower and not (says_which(tokens[k].lower) or tokens[k].lower in {"di", "dari"}):
            break
        if tokens[k].label in {"honorific", "stop"}:
            break
        k += 1
    while k > first + 1 and tokens[k - 1].lower in TRAILING:
        k -= 1
    return k


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
    if all(word in ROLES for word in text[tokens[k].start : end].lower().split()):
        return None
    if represents and is_head(tokens, k) and tokens[k].lower not in MEMBERSHIPS:
        return None  # `mewakili Bupati`: who sent the person is no body
    if represents:
        return Position(as_word.start(), end, None, clean(text[tokens[k].start : end]))
    return split_phrase(text, tokens[k].start, end, outer_start=as_word.start())


def _in_brackets(
    text: str, tokens: list[Token], i: int, bracket: re.Match[str], ceiling: int
) -> Position | None:
    close = _closing(text, bracket.end(), min(ceiling, bracket.end() + _LONGEST_BRACKET))
    k = _token_at(tokens, i, bracket.end())
    if close < 0 or k >= len(tokens) or tokens[k].start >= close:
        return None
    words = clean(text[bracket.end() : close])
    if _FILE.match(words):
        return None
    if any(is_head(tokens, m) for m in range(k, len(tokens)) if tokens[m].start < close):
        return split_phrase(
            text, bracket.end(), close, outer_start=bracket.start(), outer_end=close + 1
        )
    if _is_lay(tokens, k):
        return split_phrase(
            text, bracket.end(), close, outer_start=bracket.start(), outer_end=close + 1
        )
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
    while k < len(tokens) and tokens[k].end <= ceiling and k - first < MOST_TOKENS:
        gap = text[tokens[k - 1].end : tokens[k].start]
        if not within(tokens, k) or not _goes_on(text, tokens, k, gap):
            break
        k += 1
    while k > first + 1 and tokens[k - 1].lower in TRAILING:
        k -= 1
    return k


def _goes_on(text: str, tokens: list[Token], k: int, gap: str) -> bool:
    token = tokens[k]
    mark = gap.strip()
    if mark in {"(", ")", "[", "]"}:
        return brackets_acronym(text, tokens[k - 1], token) and not gap.startswith(("(", "["))
    if mark == ")," or ";" in mark or ":" in mark or len(mark) > 1:
        return False
    if mark == ".":
        return len(tokens[k - 1].word) <= _LONGEST_ABBREVIATION
    if mark == ",":
        return token.label in {"noun", "acronym"} and not is_head(tokens, k)
    if token.lower in {"dan", "serta", "and"} and k + 1 < len(tokens):
        return not _person_follows(text, tokens, k + 1)
    return True


def _person_follows(text: str, tokens: list[Token], k: int) -> bool:
    """`… dan Budi Santoso`, `… dan Ibu Ani`: another person, not a further word of the office."""
    if tokens[k].label == "honorific":
        return True
    if tokens[k].label != "name" or k + 1 >= len(tokens):
        return False
    gap = text[tokens[k].end : tokens[k + 1].start]
    if "," in gap or "(" in gap:
        return is_head(tokens, k + 1) or _is_lay(tokens, k + 1)
    return tokens[k + 1].label in {"name", "initial"} or tokens[k + 1].lower in {
        "dari",
        "selaku",
        "sebagai",
    }
