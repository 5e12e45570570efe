"""What counts of a page: its reading with its corrections, and what becomes of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from archive_samples import activity, record, span
from corrected_pages import edited, request

from archive.corrections import Corrected, Correction, apply
from archive.corrections.fields import fact_kinds
from archive.corrections.proposing import propose
from archive.records import Activity, Attendance, Record


def corrections(*asked: Any, of: Record | None = None) -> list[Correction]:
    """The corrections that these requests become, one after the other."""
    made: list[Correction] = []
    for number, one in enumerate(asked, start=1):
        made.append(replace(propose(of or record(), made, one), id=number))
    return made


def applied(*asked: Any, to: Record | None = None) -> Corrected:
    """Corrections of the sample page, applied to what it says now."""
    return apply(to or record(), corrections(*asked))


def states(counts: Corrected) -> Sequence[str]:
    return [judged.state for judged in counts.states.values()]


def names(of: Activity) -> list[str]:
    return [person.name for person in of.people]


SET = [
    ("type", "seminar", None, lambda a: a.type, "seminar"),
    ("title", "Lokakarya Air", None, lambda a: a.title, "Lokakarya Air"),
    ("start_date", "2019-03-03", None, lambda a: a.start_date, "2019-03-03"),
    ("end_date", "2019-03-05", None, lambda a: a.end_date, "2019-03-05"),
    ("venue", "Balai Kota", None, lambda a: a.venue, "Balai Kota"),
    ("place", "Melur", None, lambda a: a.place, "Melur"),
    ("dates.date", "2019-03-03", None, lambda a: a.dates[0].date, "2019-03-03"),
    ("dates.end_date", "2019-03-06", None, lambda a: a.dates[0].end_date, "2019-03-06"),
    ("dates.kind", "mentioned", "2019-03-04", lambda a: a.dates[0].kind, "mentioned"),
    ("attendance.count", "42", "peserta", lambda a: a.attendance[0].count, 42),
    ("attendance.qualifier", "exact", "12", lambda a: a.attendance[1].qualifier, "exact"),
    ("attendance.unit", "orang", "40 peserta", lambda a: a.attendance[0].unit, "orang"),
    ("people.name", "Tegar P. Prakoso", "tegar", lambda a: a.people[1].name, "Tegar P. Prakoso"),
    ("people.role", "speaker", "#2", lambda a: a.people[1].role, "speaker"),
    ("people.position", "Camat", "tegar", lambda a: a.people[1].position, "Camat"),
    ("people.organization", "Dinas Air", "ratna", lambda a: a.people[0].organization, "Dinas Air"),
    ("people.honorific", "Dr.", "ratna", lambda a: a.people[0].honorific, "Dr."),
    ("people.degrees", "S.T., MT", "ratna", lambda a: a.people[0].degrees, ("S.T.", "MT")),
    ("people.summary", "memandu", "tegar", lambda a: a.people[1].summary, span("memandu")),
    ("organizations.name", "Dinas PU", None, lambda a: a.organizations[0].name, "Dinas PU"),
    ("organizations.acronym", "DPU", "da", lambda a: a.organizations[0].acronym, "DPU"),
    ("organizations.role", "host", "dinas air", lambda a: a.organizations[0].role, "host"),
    ("organizations.sector", "ngo", None, lambda a: a.organizations[0].sector, "ngo"),
    ("groups.number", "3", "trotoar", lambda a: a.groups[1].number, 3),
    ("groups.topic", "jalan kaki", "2", lambda a: a.groups[1].topic, "jalan kaki"),
    ("groups.focus_area", "4", "trotoar", lambda a: a.groups[1].focus_area, 4),
    (
        "conclusions.text",
        "meminta sumur resapan",
        "Warga meminta",
        lambda a: a.groups[0].conclusions[0],
        span("meminta sumur resapan")[0],
    ),
    (
        "conclusions.group",
        "trotoar",
        "peta banjir",
        lambda a: a.groups[1].conclusions,
        span("Perlu peta banjir."),
    ),
    ("materials.kind", "report", None, lambda a: a.materials[0].kind, "report"),
    ("materials.label", "Paparan", None, lambda a: a.materials[0].label, "Paparan"),
    (
        "materials.url",
        "https://a.example/b",
        None,
        lambda a: a.materials[0].url,
        "https://a.example/b",
    ),
    ("materials.presenter", "Tegar", None, lambda a: a.materials[0].presenter, "Tegar"),
    ("materials.date", "2019-03-05", None, lambda a: a.materials[0].date, "2019-03-05"),
]


@pytest.mark.parametrize(
    ("field", "value", "of", "told", "expected"), SET, ids=[case[0] for case in SET]
)
def test_every_field_can_be_set_and_nothing_else_changes(
    field: str, value: str, of: str | None, told: Any, expected: Any
) -> None:
    assert told(record().activity) != expected
    counts = applied(request("set", field, value, of=of))
    assert told(counts.record.activity) == expected
    assert states(counts) == ["applied"]
    assert counts.record.article == record().article
    assert counts.record.findings == record().findings
    kind = field.partition(".")[0]
    others = {"dates", "attendance", "people", "organizations", "materials"} - {kind}
    for other in others:
        assert getattr(counts.record.activity, other) == getattr(activity(), other)


def test_every_field_has_been_set_above() -> None:
    every = {field.full_name for kind in fact_kinds().values() for field in kind.fields.values()}
    assert {case[0] for case in SET} == every


@pytest.mark.parametrize(
    ("kind", "value", "given"),
    [
        ("dates", "2019-03-05", {"kind": "mentioned"}),
        ("attendance", "7", {"unit": "kampung"}),
        ("people", "Siti Aminah", {"role": "speaker", "position": "Camat", "degrees": "S.T., MT"}),
        ("organizations", "Universitas Seruni", {"role": "partner", "sector": "academia"}),
        ("groups", "sampah", {"number": "3", "focus_area": "3"}),
        ("conclusions", "membahas trotoar", {"group": "trotoar"}),
        ("materials", "Foto", {"kind": "image", "url": "https://kota.example/foto.jpg"}),
    ],
)
def test_a_fact_of_every_kind_can_be_added_verified_and_removed(
    kind: str, value: str, given: dict[str, str]
) -> None:
    add = request("add", kind, value, given=given)
    counts = applied(add, request("verify", kind, value))
    number = len(counts.marks[kind])
    assert counts.marks[kind][number - 1] == 2
    assert states(counts) == ["applied", "applied"]
    removed = applied(add, request("remove", kind, value))
    assert removed.record == record()
    assert states(removed) == ["superseded", "applied"]


@pytest.mark.parametrize("kind", [kind for kind in fact_kinds() if kind != "activity"])
def test_a_fact_of_every_kind_that_the_page_tells_can_be_removed(kind: str) -> None:
    counts = applied(request("remove", kind, "#1"))
    assert states(counts) == ["applied"]
    assert len(counts.marks.get(kind, ())) == len(apply(record(), []).marks[kind]) - 1


def test_a_removed_group_takes_its_conclusions_along() -> None:
    counts = applied(request("remove", "groups", "air bersih"))
    assert [group.topic for group in counts.record.activity.groups] == ["trotoar"]
    assert "conclusions" not in counts.marks


def test_a_group_keeps_its_conclusions_under_another_topic() -> None:
    counts = applied(request("set", "groups.topic", "air minum", of="1"))
    group = counts.record.activity.groups[0]
    assert (group.topic, len(group.conclusions)) == ("air minum", 2)


def test_without_corrections_the_reading_is_what_counts() -> None:
    counts = apply(record(), [])
    assert counts.record == record()
    assert {mark for marks in counts.marks.values() for mark in marks} == {None}


def test_a_value_is_taken_away_by_removing_its_field() -> None:
    counts = applied(
        request("remove", "venue"), request("remove", "people.position", of="Ratna Wulandari")
    )
    assert counts.record.activity.venue is None
    assert counts.record.activity.venue_evidence == ()
    assert counts.record.activity.people[0].position is None


def test_evidence_begins_with_the_words_that_the_person_quotes() -> None:
    counts = applied(
        request("set", "people.role", "facilitator", of="tegar", quote="Bapak  Tegar"),
        request("set", "venue", "Taman Hujan"),
    )
    assert counts.record.activity.people[1].evidence == (
        *span("Bapak Tegar"),
        *span("Tegar Prakoso"),
        *span("memandu"),
    )
    assert counts.record.activity.venue_evidence == span("Taman Hujan")


def test_a_fact_that_is_added_has_evidence_only_where_the_article_has_its_words() -> None:
    counts = applied(
        request("add", "people", "Siti Aminah", given={"role": "attendee"}),
        request("add", "organizations", "Kota Seruni", given={"role": "host"}),
        request("add", "attendance", "5", given={"unit": "warga"}, quote="Warga meminta"),
    )
    assert counts.record.activity.people[2].evidence == ()
    assert counts.record.activity.organizations[1].evidence == span("Kota Seruni")
    assert counts.record.activity.attendance[2].evidence == span("Warga meminta")


def test_a_date_that_a_person_sets_has_no_weekday_to_agree_with() -> None:
    dated = tuple(replace(date, weekday_agrees=True) for date in activity().dates)
    page = record(activity=activity(dates=dated))
    made = corrections(request("set", "dates.date", "2019-03-05"), of=page)
    assert apply(page, made).record.activity.dates[0].weekday_agrees is None
    assert apply(page, []).record.activity.dates[0].weekday_agrees is True


def test_marks_name_the_last_correction_of_each_fact() -> None:
    counts = applied(
        request("set", "people.role", "speaker", of="tegar"),
        request("set", "people.position", "Camat", of="tegar"),
        request("verify", "conclusions", "Perlu peta banjir."),
        request("set", "venue", "Balai Kota"),
    )
    assert counts.marks["people"] == [None, 2]
    assert counts.marks["conclusions"] == [None, 3]
    assert counts.marks["activity"] == [4]


def test_the_later_correction_of_a_field_supersedes_the_earlier_one() -> None:
    made = corrections(
        request("set", "attendance.count", "41", of="peserta"),
        request("set", "attendance.count", "42", of="peserta"),
    )
    counts = apply(record(), made)
    assert counts.record.activity.attendance[0].count == 42
    assert states(counts) == ["superseded", "applied"]
    undone = [made[0], replace(made[1], state="withdrawn")]
    counts = apply(record(), undone)
    assert counts.record.activity.attendance[0].count == 41
    assert counts.states[1].state == "applied"


def test_a_name_that_was_corrected_is_known_by_both_names_after_that() -> None:
    made = corrections(
        request("set", "people.name", "Tegar P. Prakoso", of="Tegar Prakoso"),
        request("set", "people.role", "speaker", of="Tegar P. Prakoso"),
        request("set", "people.position", "Camat", of="Tegar Prakoso"),
    )
    assert made[1].target == {"name": "Tegar Prakoso"}
    person = apply(record(), made).record.activity.people[1]
    assert (person.name, person.role, person.position) == ("Tegar P. Prakoso", "speaker", "Camat")
    renamed = replace(activity().people[1], name="Tegar P. Prakoso")
    now = record(activity=activity(people=(activity().people[0], renamed)))
    counts = apply(now, made)
    assert names(counts.record.activity) == ["Ratna Wulandari", "Tegar P. Prakoso"]
    assert states(counts) == ["agreed", "applied", "applied"]


def test_where_the_source_comes_to_say_the_same_it_agrees() -> None:
    sixty = Attendance(60, "about", "peserta", span("sekitar 40 peserta"))
    now = edited(attendance=(sixty, activity().attendance[1]))
    counts = applied(request("set", "attendance.count", "60", of="peserta"), to=now)
    assert states(counts) == ["agreed"]
    assert [one.count for one in counts.record.activity.attendance] == [60, 12]


def test_where_the_source_says_something_else_the_person_stands_and_both_are_told() -> None:
    fifty = Attendance(50, "about", "peserta", span("sekitar 40 peserta"))
    now = edited(("40 peserta", "50 peserta"), attendance=(fifty, activity().attendance[1]))
    made = corrections(request("set", "attendance.count", "42", of="peserta"))
    counts = apply(now, made)
    assert counts.states[1].state == "conflict"
    assert counts.record.activity.attendance[0].count == 42
    assert made[0].said is not None
    assert made[0].said.values["count"] == 40
    assert "sekitar 40 peserta" in str(made[0].said.context)
    says = counts.states[1].says
    assert says is not None
    assert says.values["count"] == 50


def test_a_field_is_in_conflict_by_itself() -> None:
    changed = tuple(replace(person, position="Lurah") for person in activity().people)
    now = edited(people=changed)
    made = (
        request("set", "people.role", "speaker", of="tegar"),
        request("set", "people.position", "Camat", of="tegar"),
    )
    counts = applied(*made, to=now)
    assert states(counts) == ["applied", "conflict"]
    assert counts.record.activity.people[1].position == "Camat"


def test_what_was_verified_stands_where_the_source_changes() -> None:
    counts = applied(
        request("verify", "people", "Ratna Wulandari"),
        request("verify", "people.role", of="Tegar Prakoso"),
        request("verify", "venue"),
        to=edited(
            people=tuple(replace(p, role="attendee") for p in activity().people), venue="Taman"
        ),
    )
    assert states(counts) == ["conflict", "conflict", "conflict"]
    assert [p.role for p in counts.record.activity.people] == ["opening", "moderator"]
    assert counts.record.activity.venue == "Kota Seruni"


def test_a_fact_that_the_source_tells_no_more_stays_where_a_person_answers_for_it() -> None:
    now = edited(("Bapak Tegar Prakoso memandu", "Acara selesai"), people=activity().people[:1])
    counts = applied(
        request("set", "people.role", "speaker", of="tegar"),
        request("set", "people.position", "Camat", of="tegar"),
        to=now,
    )
    assert names(counts.record.activity) == ["Ratna Wulandari", "Tegar Prakoso"]
    person = counts.record.activity.people[1]
    assert (person.role, person.position, person.evidence) == ("speaker", "Camat", ())
    assert states(counts) == ["conflict", "conflict"]
    assert [judged.says for judged in counts.states.values()] == [None, None]


def test_what_was_removed_stays_away_however_the_source_changes_it() -> None:
    now = edited(people=tuple(replace(p, role="attendee") for p in activity().people))
    counts = applied(request("remove", "people", "Tegar Prakoso"), to=now)
    assert (names(counts.record.activity), states(counts)) == (["Ratna Wulandari"], ["conflict"])


def test_a_removal_agrees_with_a_source_that_drops_the_fact_and_hides_no_other() -> None:
    thirty = Attendance(30, "at_least", "instansi", span("Kota Seruni"))
    now = edited(attendance=(activity().attendance[0], thirty))
    counts = applied(request("remove", "attendance", "12 instansi"), to=now)
    assert states(counts) == ["agreed"]
    assert [one.count for one in counts.record.activity.attendance] == [40, 30]


def test_a_fact_that_was_added_is_not_told_twice_when_the_source_tells_it_too() -> None:
    added = request("add", "people", "Siti Aminah", given={"role": "speaker"})
    siti = replace(activity().people[1], name="Siti  Aminah", role="speaker")
    counts = applied(added, to=record(activity=activity(people=(*activity().people, siti))))
    assert len(counts.record.activity.people) == 3
    assert states(counts) == ["agreed"]
    guest = replace(siti, role="attendee")
    counts = applied(added, to=record(activity=activity(people=(*activity().people, guest))))
    assert len(counts.record.activity.people) == 3
    assert counts.record.activity.people[2].role == "speaker"
    assert states(counts) == ["conflict"]


def test_words_quoted_that_are_gone_are_a_conflict() -> None:
    asked = request("set", "venue", "Taman Hujan", quote="Bapak Tegar Prakoso memandu")
    counts = applied(asked, to=edited(("memandu", "hadir")))
    assert states(counts) == ["conflict"]
    assert counts.record.activity.venue == "Taman Hujan"


def test_a_page_on_which_the_person_s_conclusion_is_gone_does_not_tell_it() -> None:
    added = request("add", "conclusions", "membahas trotoar", given={"group": "trotoar"})
    counts = applied(added, to=edited(("membahas trotoar", "membahas jalan")))
    assert counts.record.activity.groups[1].conclusions == ()


def test_facts_that_only_differ_in_case_and_space_are_the_same_fact() -> None:
    people = tuple(replace(p, name=p.name.upper()) for p in activity().people)
    counts = applied(request("set", "people.role", "speaker", of="tegar"), to=edited(people=people))
    assert [p.role for p in counts.record.activity.people] == ["opening", "speaker"]


def test_a_fact_is_known_by_the_words_that_state_it_when_its_name_is_read_otherwise() -> None:
    people = (activity().people[0], replace(activity().people[1], name="T. Prakoso"))
    counts = applied(request("set", "people.role", "speaker", of="tegar"), to=edited(people=people))
    assert [p.role for p in counts.record.activity.people] == ["opening", "speaker"]


def test_corrections_of_a_page_that_says_nothing_any_more_raise_nothing() -> None:
    empty = activity(
        type=None,
        title=None,
        start_date=None,
        end_date=None,
        dates=(),
        place=None,
        venue=None,
        venue_evidence=(),
        attendance=(),
        people=(),
        organizations=(),
        groups=(),
        materials=(),
    )
    now = record(article=replace(record().article, text="Halaman ini kosong."), activity=empty)
    made = [request("set", field, value, of=of) for field, value, of, _, _ in SET]
    verified = [request("verify", kind, "#1") for kind in fact_kinds() if kind != "activity"]
    for asked in (*made, *verified):
        counts = apply(now, corrections(asked))
        assert states(counts) == ["conflict"]
