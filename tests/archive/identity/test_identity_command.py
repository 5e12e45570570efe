"""`resilience identity` on the command line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from archive_samples import activity, article, fetch, store_page
from click.testing import CliRunner, Result

from archive import identity, storage
from archive.commands.identity import identity_command
from archive.errors import UsageError
from archive.records import Organization, Person, Record, Span

OFFICE = "Kepala Stasiun Pompa Waduk Jernih"


def person(name: str, position: str | None = None) -> Person:
    return Person(name, "speaker", position, None, None, (), (), (Span(0, 1),))


def body(name: str) -> Organization:
    return Organization(name, None, "organizer", None, (Span(0, 1),))


PAGES = (
    ((person("Melur Pandansari", OFFICE), person("Suparjiyanto")), (body("Yayasan Damar"),)),
    ((person("Melur K. Pandansari", OFFICE), person("Suparjiyanto")), (body("Damar"),)),
    ((person("Melur Pandansari"),), ()),
)


@pytest.fixture
def filled(folder: Path) -> Path:
    db = storage.open_archive(folder)
    for number, (people, bodies) in enumerate(PAGES, start=1):
        url = f"https://kota.example/{number}"
        title = f"Rapat {number}"
        plain = activity(
            people=people, organizations=bodies, title=title, start_date=f"2019-03-0{number}"
        )
        bare = replace(
            plain, dates=(), groups=(), materials=(), attendance=(), venue_evidence=(), place=None
        )
        record = Record(article(title=title, text=f"Rapat {number}.", url=url), bare, ())
        store_page(db, record, fetch(url), body=str(number).encode())
    identity.renew(db)
    storage.close(db)
    return folder


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(
        identity_command, ["--archive", str(folder), *words], catch_exceptions=False
    )


def test_explain_tells_the_names_the_reasons_and_where_they_appeared(filled: Path):
    result = run(filled, "explain", "melur pandansari")

    assert result.exit_code == 0
    assert "Melur K. Pandansari" in result.stdout.splitlines()[0]
    assert "names: Melur K. Pandansari; Melur Pandansari" in result.stdout
    assert "one, for 'Melur Pandansari' is 'Melur K. Pandansari' but for initials" in result.stdout
    assert f"2019-03-01  Melur Pandansari, {OFFICE}; activity 1: Rapat 1" in result.stdout


def test_explain_tells_all_who_bear_a_name_with_their_doubts(filled: Path):
    result = run(filled, "explain", "Suparjiyanto", "--format", "json")

    told = json.loads(result.stdout)
    assert [one["name"] for one in told] == ["Suparjiyanto", "Suparjiyanto"]
    assert [len(one["doubts"]) for one in told] == [1, 1]


def test_explain_tells_of_organizations_and_events_too(filled: Path):
    assert "Yayasan Damar" in run(filled, "explain", "Damar", "--kind", "organization").stdout
    assert "activity 1" in run(filled, "explain", "1", "--kind", "event").stdout


def test_explain_gives_an_event_as_an_object_with_its_reports(filled: Path):
    run(filled, "merge", "1", "3", "--kind", "event", "--reason", "One meeting")

    (event,) = json.loads(run(filled, "explain", "3", "--kind", "event", "--format", "json").stdout)
    assert list(event) == ["id", "name", "reports", "reasons", "decisions", "doubts"]
    assert [one["activity_id"] for one in event["reports"]] == [1, 3]
    assert [one["is_leading"] for one in event["reports"]].count(True) == 1
    assert "a person decided it" in event["reasons"][0]
    assert event["decisions"][0].endswith("One meeting")


def test_review_lists_the_doubts_with_the_numbers_that_settle_them(filled: Path):
    rows = json.loads(run(filled, "review", "--format", "json").stdout)

    assert {row["kind"] for row in rows} == {"person", "organization"}
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    (doubt,) = (row for row in rows if row["kind"] == "person")
    decided = run(
        filled, "split", str(doubt["first"]), str(doubt["second"]), "--reason", "Father and son"
    )
    assert decided.exit_code == 0
    assert json.loads(run(filled, "review", "--kind", "person", "--format", "json").stdout) == []


def test_review_as_a_table_and_as_csv(filled: Path):
    table = run(filled, "review")
    assert "Suparjiyanto" in table.stdout
    assert "2 pairs wait for a decision" in table.stderr
    lines = run(filled, "review", "--format", "csv").stdout.splitlines()
    assert lines[0] == "kind,score,first,first_name,second,second_name,reason"
    assert len(lines) == 3
    assert len(run(filled, "review", "--format", "csv", "--limit", "1").stdout.splitlines()) == 2


def test_merge_counts_at_once_and_is_told_by_explain(filled: Path):
    done = run(
        filled, "merge", "Damar", "Yayasan Damar", "--kind", "organization",
        "--reason", "Its own site says so", "--author", "Rini",
    )  # fmt: skip

    assert done.exit_code == 0
    assert "Damar and Yayasan Damar are one" in done.stderr
    told = run(filled, "explain", "Damar", "--kind", "organization").stdout
    assert "names: Damar; Yayasan Damar" in told
    assert "Its own site says so" in told
    assert "decided by Rini on " in told


def test_split_takes_the_name_on_some_pages_for_another_one(filled: Path):
    done = run(filled, "split", "Melur Pandansari", "--activity", "3", "--reason", "Her namesake")

    assert done.exit_code == 0
    told = json.loads(run(filled, "explain", "Melur Pandansari", "--format", "json").stdout)
    assert [[there["activity_id"] for there in one["appeared"]] for one in told] == [[1, 2], [3]]


def test_two_reports_are_made_one_event_and_two_again(filled: Path):
    def reports() -> int:
        lines = run(filled, "explain", "1", "--kind", "event").stdout.splitlines()
        return sum(1 for line in lines if line.startswith("  activity"))

    apart = reports()
    run(filled, "merge", "1", "3", "--kind", "event", "--reason", "One meeting")
    assert reports() == apart + 1
    run(filled, "split", "1", "3", "--kind", "event", "--reason", "Two after all")
    assert reports() == apart


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("explain", "Sekar"), "No page names a person 'Sekar'"),
        (("explain", "pandansari"), "Did you mean 'Melur K. Pandansari' or 'Melur Pandansari'"),
        (("merge", "Suparjiyanto", "Melur Pandansari", "--reason", "-"), "2 bear the name"),
        (("split", "Melur Pandansari", "--reason", "-"), "one name with --activity"),
        (
            ("split", "1", "--activity", "2", "--kind", "event", "--reason", "-"),
            "two of its reports",
        ),
        (("split", "Melur Pandansari", "--activity", "77", "--reason", "-"), "Activity 77"),
    ],
)
def test_what_cannot_be_meant_is_told_in_a_sentence(
    filled: Path, words: tuple[str, ...], message: str
):
    with pytest.raises(UsageError, match=message):
        run(filled, *words)


def test_a_decision_needs_a_reason(filled: Path):
    result = run(filled, "merge", "Damar", "Yayasan Damar", "--kind", "organization")

    assert result.exit_code == 2
    assert "--reason" in result.stderr
