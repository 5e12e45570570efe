"""What the address of a list asks for: used where it can be, and told where it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.browse.asked import Asked
from archive.browse.filters import PAGE_LENGTH, read
from archive.browse.language import language
from archive.browse.paging import pager


def test_filters_are_read_from_the_address() -> None:
    wanted = read(
        {
            "since": "2018-01-01",
            "type": "workshop",
            "focus_area": "3",
            "person": " Ratna ",
            "gone": "1",
            "q": "banjir",
        }
    )
    assert wanted.selected == {
        "since": "2018-01-01",
        "type": "workshop",
        "focus_area": 3,
        "person": "Ratna",
        "gone": True,
    }
    assert wanted.refused == ()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("since", "kemarin"),
        ("until", "2018-02-30"),
        ("type", "pesta"),
        ("focus_area", "9"),
        ("focus_area", "tiga"),
        ("person_id", "-1"),
        ("organization_id", "99999999999999999999"),
    ],
)
def test_a_value_that_cannot_be_used_is_left_out_and_told(name: str, written: str) -> None:
    wanted = read({name: written, "site": "kota"})
    assert wanted.selected == {"site": "kota"}
    assert wanted.refused == (name,)


@given(st.dictionaries(st.sampled_from(["since", "type", "person_id", "gone", "page"]), st.text()))
def test_no_address_is_too_odd(options: dict[str, str]) -> None:
    wanted = read(options)
    assert wanted.page >= 1
    assert wanted.offset < 2**31


@pytest.mark.parametrize("written", ["0", "-3", "satu", "²", "1e9", ""])
def test_a_page_that_there_is_none_of_is_the_first(written: str) -> None:
    assert read({"page": written}).page == 1


def asked(**options: str) -> Asked:
    return Asked({}, options, language("en"), "/activities")


def test_a_pager_leads_to_the_pages_beside_and_keeps_the_filters() -> None:
    shown = pager(asked(type="workshop", page="2"), 2, 2 * PAGE_LENGTH + 1)
    assert (shown.first, shown.last) == (PAGE_LENGTH + 1, 2 * PAGE_LENGTH)
    assert shown.before == "/activities?type=workshop&page=1"
    assert shown.after == "/activities?type=workshop&page=3"


def test_a_list_on_one_page_has_none_beside_it() -> None:
    shown = pager(asked(), 1, 3)
    assert (shown.before, shown.after) == (None, None)
    assert (pager(asked(), 1, 0).first, pager(asked(), 1, 0).last) == (0, 0)


def test_a_page_behind_the_end_of_the_list_leads_back_to_its_last() -> None:
    beyond = pager(asked(page="9"), 9, PAGE_LENGTH + 1)
    assert beyond.is_beyond
    assert (beyond.before, beyond.after) == ("/activities?page=2", None)
    assert not pager(asked(), 1, 0).is_beyond
