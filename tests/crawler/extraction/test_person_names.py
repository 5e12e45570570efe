"""What is a personal name, and what stands around it."""

from __future__ import annotations

import pytest

from crawler.extraction.people.names import find_names, parse_name


@pytest.mark.parametrize(
    ("words", "name", "honorific", "degrees"),
    [
        ("Dewi Anggraini", "Dewi Anggraini", None, ()),
        ("Ibu Dr.-Ing Pertiwi Hadinata", "Pertiwi Hadinata", "Ibu", ("Dr.-Ing",)),
        (
            "Prof. Dr. rer. nat. Bagus Suroto, M.Eng.Sc.",
            "Bagus Suroto",
            "Prof.",
            ("Dr. rer. nat.", "M.Eng.Sc."),
        ),
        ("dr. Lukman Hakim Daulay, Sp.P.", "Lukman Hakim Daulay", "dr.", ("Sp.P.",)),
        ("Sumarno S. ag", "Sumarno", None, ("S. ag",)),
        ("Wartono,SH", "Wartono", None, ("SH",)),
        ("H.M. Ridho Amrullah", "M. Ridho Amrullah", "H.", ()),
        ("Drs. H. Saleh bin Umar, MM", "Saleh bin Umar", "Drs.", ("H.", "MM")),
        ("Letkol Czi Andi Wirawan", "Andi Wirawan", "Letkol", ()),
        ("Robert K.L. Pasaribu", "Robert K.L. Pasaribu", None, ()),
        ("I Nyoman Sukadana", "I Nyoman Sukadana", None, ()),
        ("Ni Wayan Suci", "Ni Wayan Suci", None, ()),
        ("Anna de Groot", "Anna de Groot", None, ()),
        ("Jan-Peter van der Meer", "Jan-Peter van der Meer", None, ()),
        ("Lie Mei Hwa", "Lie Mei Hwa", None, ()),
        ("Budi.S.Hartawan", "Budi S Hartawan", None, ()),
        ("Ibu Tuti Alawiyah, M.Psi., Psikolog", "Tuti Alawiyah", "Ibu", ("M.Psi.", "Psikolog")),
        ("Bapak SURYA DARMA, S.T.", "SURYA DARMA", "Bapak", ("S.T.",)),
    ],
)
def test_a_name_is_read_without_titles_and_degrees(
    words: str, name: str, honorific: str | None, degrees: tuple[str, ...]
) -> None:
    parsed = parse_name(words)
    assert parsed is not None
    assert (parsed.name, parsed.honorific, parsed.degrees) == (name, honorific, degrees)


@pytest.mark.parametrize(
    "words",
    [
        "Dinas Pertanian",
        "Kota Bandung",
        "Lokakarya Strategi",
        "Ibu Kota",
        "Bapak Walikota",
        "Deputi Gubernur",
        "Jakarta Selatan",
        "25 Oktober 2018",
        "Program Kampung Iklim",
        "",
        "BPBD",
        "Climate Change",
        "rapat",
    ],
)
def test_offices_places_and_titles_of_events_are_no_names(words: str) -> None:
    assert parse_name(words) is None


def test_names_are_found_between_other_words() -> None:
    text = "Acara dipandu Ibu Rina Sulastri, M.T. dan Kardi Wibawa di Gedung Merdeka."
    assert [text[m.start : m.end] for m in find_names(text, 0, len(text))] == [
        "Rina Sulastri",
        "Kardi Wibawa",
    ]
