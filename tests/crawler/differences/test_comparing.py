"""What differs between two readings of a page, kind by kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from archive.records import (
    Activity,
    ActivityDate,
    Article,
    Attendance,
    Evidence,
    Group,
    Material,
    Organization,
    Person,
    Record,
    Span,
)
from crawler.differences import KINDS, Change, compare
from crawler.differences.tally import EXAMPLES, Tally

TEXT = (
    "Lokakarya Taman Hujan\n"
    "Seruni, 4 Maret 2019. Ibu Ratna Wulandari membuka acara bagi 40 peserta.\n"
    "Kelompok 1 membahas air bersih. Warga meminta sumur resapan."
)


def span(words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return (Span(start, start + len(words)),)


PERSON = Person("Ratna Wulandari", "opening", None, None, "Ibu", (), (), span("Ratna Wulandari"))
COUNT = Attendance(40, "exact", "peserta", span("40 peserta"))
DATE = ActivityDate("2019-03-04", None, "activity", None, span("4 Maret 2019"))
GROUP = Group(1, "air bersih", None, span("Warga meminta sumur resapan."), span("air bersih"))
BODY = Organization("Dinas Air", "DA", "organizer", "government", span("Seruni"))
SLIDES = Material("slides", "Paparan", "https://kota.example/a.pdf", None, None, span("Taman"))


def record(text: str = TEXT, **changes: Any) -> Record:
    plain = Activity(
        type="workshop",
        title="Lokakarya Taman Hujan",
        start_date="2019-03-04",
        end_date=None,
        dates=(DATE,),
        place="Seruni",
        venue="Seruni",
        venue_evidence=span("Seruni"),
        attendance=(COUNT,),
        people=(PERSON,),
        organizations=(BODY,),
        groups=(GROUP,),
        materials=(SLIDES,),
    )
    article = Article(
        url="https://kota.example/?p=1",
        canonical_url=None,
        title="Lokakarya Taman Hujan",
        subtitle=None,
        author=None,
        published_at=None,
        modified_at=None,
        categories=(),
        theme="generic",
        text=text,
    )
    return Record(article, replace(plain, **changes), ())


def changes_to(**changed: Any) -> list[Change]:
    return list(compare(record(), record(**changed)))


def test_equal_records_do_not_differ() -> None:
    assert compare(record(), record()) == ()


def test_another_address_alone_is_no_difference() -> None:
    before = record()
    after = replace(before, article=replace(before.article, url="https://kota.example/lain/"))
    assert compare(before, after) == ()


def test_facts_are_added_removed_and_changed() -> None:
    other = replace(PERSON, name="Tegar Prakoso", evidence=span("Ibu"))
    assert changes_to(people=(PERSON, other)) == [
        Change("people", None, "Tegar Prakoso (opening; Ibu)")
    ]
    assert changes_to(people=()) == [Change("people", "Ratna Wulandari (opening; Ibu)", None)]
    assert changes_to(attendance=(replace(COUNT, count=41),)) == [
        Change("attendance", "40 peserta", "41 peserta")
    ]
    assert [change.action for change in changes_to(people=(), attendance=(COUNT, COUNT))] == [
        "added",
        "removed",
    ]


def test_a_single_fact_is_compared_with_its_like() -> None:
    assert changes_to(type=None, place="Kota Lain", start_date="2019-03-05") == [
        Change("type", "workshop", None),
        Change("activity date", "2019-03-04", "2019-03-05"),
        Change("place", "Seruni", "Kota Lain"),
    ]


def test_what_the_same_words_prove_is_the_same_fact() -> None:
    corrected = replace(DATE, date="2019-03-03", end_date="2019-03-04")
    assert changes_to(dates=(corrected,)) == [
        Change("dates", "2019-03-04 (activity)", "2019-03-03 to 2019-03-04 (activity)")
    ]
    renamed = replace(PERSON, name="Ratna")
    assert changes_to(people=(renamed,)) == [
        Change("people", "Ratna Wulandari (opening; Ibu)", "Ratna (opening; Ibu)")
    ]


def test_every_field_of_a_fact_counts() -> None:
    assert len(changes_to(people=(replace(PERSON, degrees=("MT",)),))) == 1
    assert len(changes_to(people=(replace(PERSON, summary=span("acara")),))) == 1
    assert len(changes_to(organizations=(replace(BODY, sector="ngo"),))) == 1
    assert len(changes_to(groups=(replace(GROUP, focus_area=3),))) == 1
    assert len(changes_to(groups=(replace(GROUP, conclusions=()),))) == 1
    assert len(changes_to(materials=(replace(SLIDES, presenter="Ratna"),))) == 1
    assert len(changes_to(dates=(replace(DATE, weekday_agrees=False),))) == 1
    assert len(changes_to(venue=None)) == 1


def test_the_order_of_facts_does_not_count() -> None:
    other = replace(COUNT, count=12, unit="instansi")
    before, after = record(attendance=(COUNT, other)), record(attendance=(other, COUNT))
    assert compare(before, after) == ()


def test_other_words_for_the_same_fact_are_other_evidence() -> None:
    (change,) = changes_to(attendance=(replace(COUNT, evidence=span("bagi 40 peserta")),))
    assert change.kind == "evidence"
    assert change.before == "40 peserta: '40 peserta' at 83-93"
    assert change.after == "40 peserta: 'bagi 40 peserta' at 78-93"


def test_where_the_text_grew_at_its_begin_facts_stay_what_they_are() -> None:
    longer = f"Kabar terbaru\n{TEXT}"
    moved = record(
        longer,
        dates=(replace(DATE, evidence=span("4 Maret 2019", longer)),),
        venue_evidence=span("Seruni", longer),
        attendance=(replace(COUNT, evidence=span("40 peserta", longer)),),
        people=(replace(PERSON, evidence=span("Ratna Wulandari", longer)),),
        organizations=(replace(BODY, evidence=span("Seruni", longer)),),
        groups=(
            replace(
                GROUP,
                conclusions=span("Warga meminta sumur resapan.", longer),
                evidence=span("air bersih", longer),
            ),
        ),
        materials=(replace(SLIDES, evidence=span("Taman", longer)),),
    )
    (change,) = compare(record(), moved)
    assert change.kind == "text"
    assert (change.before or "").startswith("Lokakarya Taman Hujan")
    assert (change.after or "").startswith("Kabar terbaru")


def test_a_tally_counts_all_and_keeps_a_few_examples() -> None:
    tally = Tally()
    for number in range(50):
        tally.add(
            f"https://kota.example/?p={number}", changes_to(people=(), place="Kota Lain" * 99)
        )
    assert tally.pages == {"place": 50, "people": 50}
    assert tally.facts == {("people", "removed"): 50, ("place", "changed"): 50}
    assert [len(examples) for examples in tally.examples.values()] == [EXAMPLES, EXAMPLES]
    assert all(len(e.after or "") < 310 for e in tally.examples["place", "changed"])
    assert tally.kinds == ["place", "people"]
    assert set(tally.kinds) < set(KINDS)
