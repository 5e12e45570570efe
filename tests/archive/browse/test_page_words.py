"""What pages make of a correction, a change of the text, a count, a chart and an old address."""

from __future__ import annotations

from typing import Any

import pytest

from archive.browse import attendance, chart_words, wayback
from archive.browse.changes import changes
from archive.browse.corrected import Side, told
from archive.browse.language import Language, language
from archive.corrections import Correction
from archive.corrections.correction import Said
from archive.query import ActivityTypePeriod
from archive.versions import Version

ENGLISH, INDONESIAN = language("en"), language("id")


def correction(**changed: Any) -> Correction:
    plain: dict[str, Any] = {
        "id": 1,
        "page_id": 1,
        "action": "set",
        "fact": "people",
        "field": "role",
        "target": {"name": "Ratna Wulandari"},
        "value": "speaker",
        "quote": None,
        "author": "Sari",
        "made_at": "2020-01-01T00:00:00Z",
        "reason": "Undangan",
        "said": Said({"name": "Ratna Wulandari", "role": "opening"}, ("membuka",)),
    }
    return Correction(**{**plain, **changed})


@pytest.mark.parametrize(
    ("spoken", "heading", "before", "now"),
    [
        (ENGLISH, "Role of Ratna Wulandari", "opening", "speaker"),
        (INDONESIAN, "Peran dari Ratna Wulandari", "pembuka", "pembicara"),
    ],
)
def test_a_correction_is_told_in_the_readers_language(
    spoken: Language, heading: str, before: str, now: str
) -> None:
    (one,) = told([correction()], spoken)
    assert (one.heading, one.before, one.now) == (heading, before, now)


def test_a_corrected_day_and_type_are_told_as_everywhere() -> None:
    own: dict[str, Any] = {"fact": "activity", "target": None, "said": None}
    (day, type_) = told(
        [
            correction(**own, field="start_date", value="2018-10-25"),
            correction(**own, field="type", value="workshop"),
        ],
        INDONESIAN,
    )
    assert (day.heading, day.before, day.now) == ("Hari pertama", "", "25 Oktober 2018")
    assert type_.now == "Lokakarya"


def test_a_fact_that_was_added_or_removed_is_told_whole() -> None:
    added, removed = told(
        [
            correction(
                action="add",
                field=None,
                target={"name": "Siti"},
                value={"name": "Siti", "role": "chair", "position": None},
                said=None,
            ),
            correction(action="remove", field=None, value=None),
        ],
        ENGLISH,
    )
    assert (added.heading, added.before, added.now) == ("People added", "", "Siti, chair")
    assert (removed.before, removed.now) == ("Ratna Wulandari, opening", "")


def test_a_conflict_has_what_the_page_said_and_says() -> None:
    says = Said({"name": "Ratna Wulandari", "role": "moderator"}, ("memandu",), "ia memandu acara")
    (one,) = told([correction(state="conflict", says=says)], ENGLISH)
    assert one.said == Side("opening", "membuka")
    assert one.says == Side("moderator", "ia memandu acara")
    (gone,) = told([correction(state="conflict", says=None)], ENGLISH)
    assert gone.says == Side("", None)


def version(text: str, at: str = "2020-01-01T00:00:00Z") -> Version:
    return Version(at, "Judul", text, text)


def test_changes_are_the_lines_that_went_and_came_the_latest_first() -> None:
    later = "2020-02-01T00:00:00Z"
    last, first = changes([version("satu\ndua\ntiga"), version("tiga\nsatu\nempat\n\n", later)])
    assert (last.at, last.removed, last.added, last.more) == (later, ("dua",), ("empat",), 0)
    assert (first.removed, first.added) == ((), ())


def test_a_change_of_many_lines_is_told_in_part() -> None:
    last, _ = changes([version(""), version("\n".join(map(str, range(100))))])
    assert (len(last.added), last.more) == (40, 60)


@pytest.mark.parametrize(
    ("times", "stamp"),
    [
        (("2019-03-06T08:02:03+07:00",), "20190306010203"),
        ((None, "2019-03-06T01:02:03Z"), "20190306010203"),
        (("kemarin", "2019-03-06"), "20190306"),
        (("0001-01-01T00:00:00+14:00", None), "2"),
        ((), "2"),
    ],
)
def test_the_wayback_machine_is_asked_for_the_first_time_that_is_known(
    times: tuple[str | None, ...], stamp: str
) -> None:
    url = "https://kota.example/a/?p=1"
    assert wayback.address(url, *times) == f"https://web.archive.org/web/{stamp}/{url}"


def test_what_is_no_address_of_the_web_has_none_in_the_wayback_machine() -> None:
    assert wayback.address("javascript:alert(1)", "2019-03-06") is None


def test_counts_are_told_apart_with_what_they_mean() -> None:
    assert attendance.parts("±35 peserta; ≥12 instansi; 7 orang") == [
        attendance.Part("about", "35 peserta"),
        attendance.Part("at_least", "12 instansi"),
        attendance.Part(None, "7 orang"),
    ]


def test_a_charts_words_are_those_of_the_reader_and_those_of_pages_stay() -> None:
    specification = {
        "title": "events",
        "format": "Q%q %Y",
        "values": [{"type": "Other types", "name": "all of the events"}],
        "calculate": 'indexof(["Lokakarya", "Other types"], datum.type)',
    }
    assert chart_words.translated(specification, INDONESIAN) == {
        "title": "kegiatan",
        "format": "TW %q %Y",
        "values": [{"type": "Jenis lain", "name": "all of the events"}],
        "calculate": 'indexof(["Lokakarya", "Jenis lain"], datum.type)',
    }
    row = ActivityTypePeriod("2018", "workshop", "Lokakarya", "Workshop", 2)
    assert {one.label_en for one in chart_words.labelled([row], INDONESIAN)} == {"Lokakarya"}
