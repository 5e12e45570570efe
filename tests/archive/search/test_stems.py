"""What forms of a word have in common, measured on families of words."""

import tomllib
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.stems import _knowledge, stem

FLOORS = {"word_families": (0.99, 0.97), "more_word_families": (0.98, 0.93)}
"""Least precision and recall of pairs of words that get one stem; never lowered."""


def families(name: str) -> list[list[str]]:
    known = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
    alone = chain.from_iterable(words.split() for words in known["alone"].values())
    return [words.split() for words in known["families"].values()] + [[word] for word in alone]


def pairs(number: int) -> int:
    return number * (number - 1) // 2


@pytest.mark.parametrize("name", FLOORS)
def test_words_of_a_family_get_one_stem_and_others_another(name: str):
    of_stem: dict[str, Counter[int]] = defaultdict(Counter)
    known = families(name)
    for number, words in enumerate(known):
        for word in words:
            of_stem[stem(word)][number] += 1
    right = sum(pairs(n) for counts in of_stem.values() for n in counts.values())
    joined = sum(pairs(sum(counts.values())) for counts in of_stem.values())
    precision, recall = FLOORS[name]
    assert right / joined >= precision
    assert right / sum(pairs(len(words)) for words in known) >= recall


def test_the_families_are_many_and_no_word_is_in_two():
    words = list(chain.from_iterable(families("word_families")))
    assert len(words) == len(set(words)) >= 800
    assert len([family for family in families("word_families") if len(family) > 1]) >= 150


@pytest.mark.parametrize(
    ("form", "root"),
    [
        ("pengelolaan", "kelola"),
        ("dikelola", "kelola"),
        ("mengelola", "kelola"),
        ("penanggulangannya", "tanggulang"),
        ("menyelenggarakan", "selenggara"),
        ("mempertanggungjawabkan", "tanggungjawab"),
        ("mengesahkan", "sah"),
        ("pemrograman", "program"),
        ("berketahanan", "tahan"),
        ("mengijinkan", "izin"),
        ("mengevaluasi", "evaluasi"),
    ],
)
def test_affixes_and_changed_beginnings_are_taken_off(form: str, root: str):
    assert stem(form) == root


@pytest.mark.parametrize(
    "word",
    [
        "sungai",
        "pantai",
        "berita",
        "ketua",
        "maluku",
        "kediri",
        "diana",
        "meeting",
        "jakarta",
        "ikan",
    ],
)
def test_what_only_looks_like_a_form_of_another_word_stays_whole(word: str):
    assert stem(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [("tangan", "angan"), ("pemeran", "perang"), ("mengurus", "kurus"), ("kebijakan", "bijak")],
)
def test_words_of_different_roots_are_not_joined(one: str, other: str):
    assert stem(one) != stem(other)


def test_every_root_is_its_own_stem():
    known = _knowledge()
    lists = chain.from_iterable(words.split() for words in known.values() if isinstance(words, str))
    others = set(chain.from_iterable(forms.split() for forms in known["families"].values()))
    changed = [word for word in lists if word not in others and stem(word) != word]
    assert changed == []


def test_a_form_of_a_family_is_in_no_list_of_roots():
    known = _knowledge()
    lists = chain.from_iterable(words.split() for words in known.values() if isinstance(words, str))
    forms = chain.from_iterable(forms.split() for forms in known["families"].values())
    assert set(lists).isdisjoint(forms)


@given(st.text(alphabet="abdegiklmnoprstuy", min_size=1, max_size=40))
def test_a_stem_is_its_own_stem(word: str):
    assert stem(stem(word)) == stem(word)


@given(st.text())
def test_whatever_the_word_there_is_a_stem(word: str):
    assert isinstance(stem(word), str)
