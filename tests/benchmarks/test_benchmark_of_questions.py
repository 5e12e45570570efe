"""The benchmark of questions runs, over an archive of a few invented activities."""

from __future__ import annotations

import importlib
import json
import random
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive import search, storage

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(BENCHMARKS / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own scripts
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic")
    run("synthetic_archive.py", str(folder), "--activities", "40")
    return folder


def test_every_question_is_measured_beside_sql_by_hand(folder: Path) -> None:
    rows: list[dict[str, Any]] = json.loads(
        run("questions.py", "--archive", str(folder), "--rounds", "1", "--format", "json")
    )
    assert {row["target"] for row in rows} == {150, 50, 20}
    assert all(row["p50"] <= row["p95"] and row["sql_p50"] <= row["sql_p95"] for row in rows)


def test_a_search_by_hand_finds_the_same_rows(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    questions = importlib.import_module("questions")
    told = tomllib.loads((BENCHMARKS / "questions.toml").read_text("utf-8"))
    with (
        closing(storage.open_read_only(folder)) as db,
        closing(sqlite3.connect(folder / storage.DATABASE_NAME)) as by_hand,
    ):
        search.register(by_hand)
        for entry in told["searches"]:
            for seed in range(8):
                asked = questions.arguments(random.Random(seed), [1])  # noqa: S311 - any will do
                words = entry["words"].format(*asked["WORDS"])
                filters = {name: asked[value] for name, value in entry["of"].items()}
                own = search.search(db, words, limit=questions.SHOWN, **filters)
                parameters = {"words": words, **filters}
                total, shown = questions.search_by_hand(
                    by_hand, told["search"], entry["sql"], parameters
                )
                assert total == own.total
                assert [row[0] or row[1] for row in shown] == [
                    hit.file_id or hit.url for hit in own.hits
                ]


def test_synthetic_archive_has_as_many_activities_as_asked_for(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "archive.db")) as db:
        (reported,) = db.execute("SELECT count(type) FROM activities").fetchone()
        (broken,) = db.execute("SELECT count(*) FROM pragma_foreign_key_check").fetchone()
        (unproven,) = db.execute(
            "SELECT count(*) FROM participations JOIN activities ON activities.id = activity_id"
            " JOIN articles ON articles.page_id = activities.page_id"
            " WHERE substr(text, evidence_start + 1, evidence_end - evidence_start) != evidence_quote"
        ).fetchone()
    assert (reported, broken, unproven) == (40, 0, 0)


def test_synthetic_archive_is_the_same_for_the_same_seed(folder: Path, tmp_path: Path) -> None:
    run("synthetic_archive.py", str(tmp_path), "--activities", "40")
    texts = []
    for made in (folder, tmp_path):
        with closing(sqlite3.connect(made / "archive.db")) as db:
            texts.append(db.execute("SELECT text FROM articles ORDER BY id").fetchall())
    assert texts[0] == texts[1]
