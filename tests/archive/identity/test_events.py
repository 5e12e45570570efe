"""Many reports, their events: what joins them, what keeps them apart, and what people decide."""

from __future__ import annotations

import random
from dataclasses import replace

from event_samples import BAYU, DAMAR, LARAS, RATNA, TEGAR, WENING, told
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.identity.clusters import Clustering
from archive.identity.event_reports import Report, Ruling
from archive.identity.events import decide

RAIN = "Lokakarya Pengelolaan Air Hujan Kota Seruni"


def events(clustering: Clustering) -> list[tuple[int, ...]]:
    return [cluster.mentions for cluster in clustering.clusters]


def ids(*reports: Report) -> tuple[int, ...]:
    return tuple(report.activity_id for report in reports)


def test_every_report_has_one_event_whose_name_is_that_of_its_fullest() -> None:
    short, long = (
        told("Lokakarya Air Hujan Seruni", people={RATNA}, facts=2),
        told(RAIN, people={RATNA}, facts=9),
    )
    other = told("Forum Sungai", start_date="2019-08-01")
    (joint, single) = decide([other, long, short]).clusters
    assert (joint.mentions, joint.name) == (ids(short, long), RAIN)
    assert (single.mentions, single.name) == (ids(other), "Forum Sungai")


def test_an_event_tells_one_reason_fewer_than_it_has_reports() -> None:
    reports = [told(RAIN, people={RATNA}, site=site) for site in ("a", "b", "c", "d")]
    (cluster,) = decide(reports).clusters
    assert len(cluster.links) == 3
    assert cluster.links[0].reason == (
        "on the same day, their titles say the same, and they share 1 person"
    )


def test_the_order_of_the_reports_does_not_matter() -> None:
    reports = [
        told(RAIN, people={RATNA, TEGAR}),
        told(RAIN, site="b", people={RATNA}),
        told(RAIN, people={LARAS, BAYU}),
        told(RAIN, site="c"),
        told(RAIN, start_date="2019-05-15"),
        told(RAIN, end_date="2019-05-15", people={RATNA, TEGAR}),
        told(RAIN, start_date=None, published_on="2019-05-18", people={RATNA, TEGAR}),
    ]
    first = decide(reports)
    chance = random.Random(7)  # noqa: S311 - no secret
    for _ in range(20):
        chance.shuffle(reports)
        assert decide(reports) == first


def test_a_report_that_fits_two_parallel_events_joins_neither() -> None:
    water, food = told(RAIN, people={RATNA, TEGAR}), told(RAIN, people={LARAS, BAYU})
    short = told(RAIN, site="harian")
    clustering = decide([water, food, short])
    assert events(clustering) == [ids(water), ids(food), ids(short)]
    assert {doubt.first for doubt in clustering.doubts} | {
        doubt.second for doubt in clustering.doubts
    } == set(ids(water, food, short))


def test_a_report_goes_with_the_event_that_it_is_clearly_more_like() -> None:
    water, food = told(RAIN, people={RATNA, TEGAR}), told(RAIN, people={LARAS, BAYU})
    short = told(RAIN, site="harian", people={RATNA})
    assert events(decide([water, food, short])) == [ids(water, short), ids(food)]


def test_a_report_of_both_days_does_not_make_one_event_of_two_that_are_reported_apart() -> None:
    first, second = (
        told(RAIN, start_date=day, people={RATNA, TEGAR}) for day in ("2019-05-14", "2019-05-15")
    )
    both = told(RAIN, end_date="2019-05-15", people={RATNA, TEGAR})
    clustering = decide([first, second, both])
    assert events(clustering) == [ids(first), ids(second), ids(both)]
    assert len(clustering.doubts) == 2
    assert "another report" in clustering.doubts[0].reason


def test_slides_without_a_date_join_none_of_several_meetings_of_one_title() -> None:
    title = "Rapat Koordinasi Penanganan Banjir Pesisir Utara"
    meetings = [
        told(title, type="meeting", start_date=day, people={RATNA, TEGAR})
        for day in ("2019-05-07", "2019-05-14")
    ]
    slides = told(
        title, type="meeting", start_date=None, published_on="2019-05-16", people={RATNA, TEGAR}
    )
    assert len(decide([*meetings, slides]).clusters) == 3
    assert len(decide([meetings[1], slides]).clusters) == 1


def test_forms_without_a_date_on_two_sites_stay_apart() -> None:
    forms = [
        told("Notulensi", start_date=None, text_digest="form", site=site)
        for site in ("a", "a", "b", "b")
    ]
    assert len(decide(forms).clusters) == 4


def test_many_copies_of_a_text_are_one_event() -> None:
    copies = [told(RAIN, text_digest="x", site=f"site{number}") for number in range(300)]
    assert len(decide(copies).clusters) == 1


def test_a_person_joins_and_parts_reports_and_the_last_word_counts() -> None:
    first, second = told(RAIN), told("Forum Sungai", start_date="2019-08-01")
    same = Ruling(*ids(first, second), is_same=True)
    assert len(decide([first, second], [same]).clusters) == 1
    assert decide([first, second], [same]).clusters[0].links[0].reason == "a person decided it"
    apart = Ruling(*ids(second, first), is_same=False)
    assert len(decide([first, second], [same, apart]).clusters) == 2
    assert len(decide([first, second], [apart, same]).clusters) == 1


def test_what_a_person_parted_is_not_joined_again_by_a_third_report() -> None:
    first, second, third = (told(RAIN, people={RATNA}, site=site) for site in "abc")
    apart = Ruling(*ids(first, second), is_same=False)
    assert events(decide([first, second, third], [apart])) in (
        [ids(first, third), ids(second)],
        [ids(first), ids(second, third)],
    )
    assert decide([first, second], [apart]).doubts == ()


def test_copies_that_a_person_parted_are_two_events() -> None:
    first, second = (told(RAIN, text_digest="x", site=site) for site in "ab")
    assert len(decide([first, second], [Ruling(*ids(first, second), is_same=False)]).clusters) == 2


def test_a_ruling_about_a_report_that_is_no_more_is_passed_over() -> None:
    first = told(RAIN)
    assert len(decide([first], [Ruling(first.activity_id, 5, is_same=True)]).clusters) == 1


def test_one_that_is_still_on_its_site_leads_before_a_fuller_one_that_is_gone() -> None:
    gone = told("Lokakarya Air Hujan di Seruni", people={RATNA}, facts=40, is_gone=True)
    there = told(RAIN, people={RATNA}, facts=4)
    assert max((gone, there), key=lambda report: report.fullness) is there


def test_a_day_with_thousands_of_reports_of_one_word_is_decided() -> None:
    reports = [told(f"Rapat Banjir {number}a{number}b", people={DAMAR}) for number in range(3000)]
    assert len(decide(reports).clusters) == 3000


NAMES = st.sampled_from(
    ["Lokakarya Air Hujan Seruni", "Rapat Mingguan", "Forum Sungai Hari Kedua", "#4", ""]
)
DAYS = st.sampled_from([None, "2019-05-14", "2019-05-15", "0001-01-01", "9999-12-31"])
REPORTS = st.lists(
    st.builds(
        lambda title, start, end, posted, kind, people, text, gone: told(
            title,
            start_date=start,
            end_date=end,
            published_on=posted,
            type=kind,
            people=people,
            text_digest=text,
            is_gone=gone,
        ),
        NAMES,
        DAYS,
        DAYS,
        DAYS,
        st.sampled_from(["workshop", "routine_meeting", "other"]),
        st.frozensets(st.sampled_from([RATNA, TEGAR, WENING])),
        st.sampled_from(["", "x", "y"]),
        st.booleans(),
    ),
    max_size=7,
)


@settings(deadline=None, max_examples=150)
@given(REPORTS, st.data())
def test_whatever_the_reports_each_is_in_one_event_and_people_have_their_way(
    reports: list[Report], data: st.DataObject
) -> None:
    reports = [replace(report, activity_id=number) for number, report in enumerate(reports)]
    numbers = st.sampled_from(range(len(reports))) if reports else st.just(0)
    rulings = data.draw(st.lists(st.builds(Ruling, numbers, numbers, st.booleans()), max_size=4))
    clustering = decide(reports, rulings)
    mentions = [one for cluster in clustering.clusters for one in cluster.mentions]
    assert sorted(mentions) == list(range(len(reports)))
    assert all(len(cluster.links) == len(cluster.mentions) - 1 for cluster in clustering.clusters)
    home = {one: cluster.mentions for cluster in clustering.clusters for one in cluster.mentions}
    if rulings and (last := rulings[-1]).first != last.second:
        assert (home[last.first] == home[last.second]) == last.is_same
    assert all(home[doubt.first] != home[doubt.second] for doubt in clustering.doubts)


def test_a_word_of_many_titles_does_not_join_what_two_sites_tell():
    facts = {"type": "ceremony", "people": {RATNA}, "venue": "Gedung Pratama"}
    pair = [
        told("Bupati Sepakati Riset Abrasi", **facts),
        told("Kampus Tangani Abrasi", site="kampus", **facts),
    ]
    others = [
        told(f"Kajian Abrasi {name}", start_date=f"2018-03-{day:02}")
        for day, name in enumerate(("utara", "selatan", "timur", "barat", "hulu", "hilir"), start=1)
    ]

    assert len(decide(pair).clusters) == 1
    together = decide([*pair, *others])
    assert len(together.clusters) == len(pair) + len(others)
    assert len(together.doubts) == 1
