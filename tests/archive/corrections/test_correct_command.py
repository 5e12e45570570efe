"""`resilience correct` and `resilience corrections`: as a person uses them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archive_samples import URL, activity, fetch, record, store_page
from click.testing import CliRunner, Result
from corrected_pages import edited
from sqlite_utils import Database

from archive.commands.correct import correct_command
from archive.commands.corrections import corrections_command
from archive.corrections.making import UnknownActivityError
from archive.errors import UsageError
from archive.timeline import UnknownAddressError


@pytest.fixture(autouse=True)
def page(folder: Path, db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of the sample page, named by the environment; and who is at the computer."""
    monkeypatch.setenv("RESILIENCE_ARCHIVE", str(folder))
    monkeypatch.setenv("RESILIENCE_AUTHOR", "Sari")
    store_page(db, record(), fetch())


def correct(*words: str) -> Result:
    return CliRunner().invoke(correct_command, words)


def corrections(*words: str) -> Result:
    return CliRunner().invoke(corrections_command, words)


def listed(*words: str) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = json.loads(corrections(*words, "--format", "json").stdout)
    return answer


def test_a_correction_tells_what_it_did_and_is_listed_with_author_time_and_reason() -> None:
    result = correct("1", "venue", "Balai Kota", "--reason", "The invitation says so")
    assert result.exit_code == 0
    assert "1  applied  set venue: Kota Seruni -> Balai Kota" in result.stdout
    (one,) = listed()
    assert (one["author"], one["reason"]) == ("Sari", "The invitation says so")
    assert one["made_at"].endswith("Z")
    assert one["said"]["values"] == {"venue": "Kota Seruni"}


def test_an_activity_is_named_by_id_or_by_any_address_of_its_page() -> None:
    bare = URL.removeprefix("https://").rstrip("/")
    for name in ("1", URL, f"http://www.{bare}"):
        assert correct(name, "venue", "--verify", "--reason", "seen").exit_code == 0, name
    assert isinstance(correct("99").exception, UnknownActivityError)
    assert isinstance(correct("9" * 30).exception, UnknownActivityError)
    assert issubclass(UnknownActivityError, UsageError)  # the command ends with 2, as for people
    assert isinstance(correct("https://kota.example/2019/03/05/x/").exception, UnknownAddressError)


def test_every_action_has_its_words() -> None:
    asked = (
        ("people", "Siti Aminah", "--add", "--with", "role=speaker", "--with", "position=Camat"),
        ("people.role", "facilitator", "--of", "tegar", "--quote", "memandu"),
        ("people.position", "--remove", "--of", "ratna"),
        ("attendance", "--remove", "--of", "12 instansi"),
        ("groups", "trotoar", "--verify"),
    )
    for words in asked:
        assert correct("1", *words, "--reason", "seen").exit_code == 0, words
    told = corrections().stdout
    assert "add people Siti Aminah (role=speaker, position=Camat)" in told
    assert "set people.role of Tegar Prakoso: moderator -> facilitator" in told
    assert "Its proof: “memandu”" in told
    assert "set people.position of Ratna Wulandari: Kepala Dinas Air -> (nothing)" in told
    assert "remove attendance 12 instansi" in told
    assert "verify groups trotoar" in told


def test_without_a_field_all_facts_are_shown_with_what_to_write() -> None:
    correct("1", "venue", "Balai Kota", "--reason", "seen")
    told = correct("1").stdout
    assert "venue       Balai Kota [correction 1]" in told
    assert "people: name, role, position, organization, honorific, degrees, summary" in told
    assert "#2 Tegar Prakoso\n     role=moderator, honorific=Bapak\n     “Tegar Prakoso”" in told
    answer = json.loads(correct("1", "--format", "json").stdout)
    facts = {(fact["fact"], fact["of"]): fact for fact in answer["facts"]}
    assert facts["activity", None]["correction_id"] == 1
    assert facts["attendance", "12 instansi"]["evidence"] == ["lebih dari 12 instansi"]
    assert facts["conclusions", "Perlu peta banjir."]["number"] == 2
    assert answer["corrections"][0]["field"] == "venue"


def test_kinds_of_facts_that_the_activity_has_not_are_shown_too(db: Database) -> None:
    nobody = record(activity=activity(people=(), materials=()))
    store_page(db, nobody, fetch(fetched_at="2019-04-01T00:00:00Z"), body=b"2")
    assert "degrees, summary\n  (none)" in correct("1").stdout


def test_what_cannot_be_is_a_usage_error_with_its_remedy() -> None:
    wrong = {
        ("1", "venue", "Balai"): "A correction needs a reason: add --reason TEXT.",
        ("1", "--verify"): "--verify needs a FIELD. 'resilience correct 1' alone lists",
        ("1", "--reason", "seen"): "--reason needs a FIELD.",
        ("1", "people", "S", "--add", "--with", "role", "--reason", "x"): "is not FIELD=VALUE",
    }
    for words, told in wrong.items():
        error = correct(*words).exception
        assert isinstance(error, UsageError), words
        assert told in str(error)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RESILIENCE_AUTHOR", "")
        error = correct("1", "venue", "--verify", "--reason", "x", "--author", "").exception
        assert "The author is empty" in str(error)


def test_a_conflict_shows_the_correction_and_both_sides_and_is_settled(db: Database) -> None:
    correct("1", "people.role", "speaker", "--of", "tegar", "--reason", "Video")
    now = edited(("memandu", "hadir"), people=activity().people[:1])
    store_page(db, now, fetch(fetched_at="2019-04-01T00:00:00Z"), body=b"2")
    result = corrections("--state", "conflict")
    assert "set people.role of Tegar Prakoso: moderator -> speaker" in result.stdout
    assert "said then: moderator “" in result.stdout
    assert "Bapak Tegar Prakoso memandu.”" in result.stdout
    assert "says now:  nothing of it" in result.stdout
    assert "'resilience corrections keep 1' or 'withdraw 1'" in result.stdout
    assert "1 correction, 1 in conflict with their source" in result.stderr
    assert "Kept in a conflict by Budi" in corrections("keep", "1", "--author", "Budi").stdout
    assert "No correction in the state 'conflict'" in corrections("--state", "conflict").stderr
    assert "Taken back by Sari" in corrections("withdraw", "1").stdout
    assert isinstance(corrections("keep", "7").exception, UnknownActivityError)


def test_what_pages_and_people_say_cannot_steer_a_terminal() -> None:
    correct("1", "venue", "Balai \x1b[31m Kota", "--reason", "x\x1b[2J\ny")
    assert "\x1b" not in correct("1").stdout
    assert "\x1b" not in corrections().stdout


def test_lists_name_their_options_behind_the_command() -> None:
    assert listed("list") == []
    error = corrections("--format", "json", "export", "x.csv").exception
    assert "write its options behind 'export'" in str(error)
    assert "No correction in" in corrections().stderr
