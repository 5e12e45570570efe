"""`resilience evaluate` measures a folder of pages with known facts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli import main

HTML = """<html><body><article class="hentry"><h1 class="entry-title">Rapat Sumur</h1>
<div class="entry-content"><p>Bandung, 4 Maret 2019. Rapat sumur resapan dihadiri 20 orang.</p></div>
</article></body></html>"""
KNOWN = {
    "url": "http://kota.example/rapat/",
    "text": "Rapat Sumur\nBandung, 4 Maret 2019. Rapat sumur resapan dihadiri 20 orang.",
    "gold": {
        "type": "meeting",
        "start_date": "2019-03-04",
        "end_date": "2019-03-04",
        "mentioned_dates": [],
        "venue": None,
        "attendance": [{"count": 20, "qualifier": "exact", "unit": "orang"}],
        "people": [],
        "organizations": ["Dinas Sumur"],
        "groups": [],
        "materials": [],
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rapat.html").write_text(HTML, "utf-8")
    (tmp_path / "rapat.json").write_text(json.dumps(KNOWN), "utf-8")
    return tmp_path


def test_prints_a_line_a_field_and_the_misses_asked_for(folder: Path):
    result = CliRunner().invoke(main, ["evaluate", str(folder), "--show", "organizations"])
    assert result.exit_code == 0, result.output
    assert "attendance" in result.output
    assert "rapat: missing Dinas Sumur" in result.output


def test_gives_the_same_as_json(folder: Path):
    result = CliRunner().invoke(
        main, ["evaluate", str(folder), "--json", "--show", "organizations"]
    )
    data = json.loads(result.output)
    assert data["figures"]["activity_dates"]["f1"] == 1.0
    assert data["misses"] == {"organizations": ["rapat: missing Dinas Sumur"]}


def test_a_figure_below_its_floor_is_told_and_ends_with_1(folder: Path):
    floors = folder / "floors.toml"
    floors.write_text("[organizations]\nrecall = 0.5\n")
    result = CliRunner().invoke(main, ["evaluate", str(folder), "--floors", str(floors)])
    assert result.exit_code == 1
    assert "organizations recall is 0.0000, its floor is 0.5000." in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("rapat.json", "{", "is no file of known facts"),
        ("rapat.json", "[]", "is no file of known facts"),
        ("floors.toml", "people = 3", "is no file of floors"),
        ("floors.toml", "[people]\nf1 = 'high'", "is no file of floors"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_named(
    folder: Path, name: str, content: str, told: str
):
    (folder / "floors.toml").write_text("")
    (folder / name).write_text(content)
    result = CliRunner().invoke(
        main, ["evaluate", str(folder), "--floors", str(folder / "floors.toml")]
    )
    assert result.exit_code == 2
    assert told in result.stderr
    assert name in result.stderr


def test_a_folder_without_such_pages_says_what_is_needed(tmp_path: Path):
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path)])
    assert result.exit_code == 2
    assert "KEY.json" in result.stderr
