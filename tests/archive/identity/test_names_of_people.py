"""What personal names are made of."""

import pytest

from archive.identity.person_forms import likeness
from archive.identity.person_names import gender_of, parse


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Melur Pandansari", "melur pandansari"),
        ("Dr. Ir. Melur Pandansari, M.T., Ph.D.", "melur pandansari"),
        ("Prof. Dr. rer. nat. Melur Pandansari", "melur pandansari"),
        ("Melur Pandansari ST, MT", "melur pandansari"),
        ("MELUR PANDANSARI SE", "melur pandansari"),
        ("Melur Pandansari S.Tr.Sos", "melur pandansari"),
        ("Melur Pandansari, S.Tr.Sos", "melur pandansari"),
        ("Pandansari, Melur", "melur pandansari"),
        ("Bapak Melur  Pandansari", "melur pandansari"),
        ("Brigjen TNI (Purn.) Melur Pandansari", "melur pandansari"),
        ("H. Melur Pandansari", "melur pandansari"),
        ("K.H. Melur Pandansari", "melur pandansari"),
        ("Muh. Ridwansyah", "muhammad ridwansyah"),
        ("Moch. Ridwansyah", "muhammad ridwansyah"),
        ("Abd. Ridwansyah", "abdul ridwansyah"),
        ("Soetojo Tjondro", "sutoyo condro"),
        ("Ma'ruf Zarkasyi", "maruf zarkasyi"),
        ("Melur A.B. Pandansari", "melur a b pandansari"),
        ("M.Pandansari", "m pandansari"),
        ("Ni Luh Pt. Sudarsini", "ni luh putu sudarsini"),
        ("José Pandansari", "jose pandansari"),
    ],
)
def test_spellings_of_a_name_have_one_form(written: str, form: str):
    assert parse(written).form == form


@pytest.mark.parametrize("written", ["", "Prof.", "12", "…", ",", "A" * 5000, "( " * 4000])
def test_what_is_no_name_is_read_without_harm(written: str):
    assert len(parse(written).words) <= 300


def test_titles_and_forms_of_address_tell_a_man_or_a_woman():
    assert parse("Hj. Melur Pandansari").gender == "woman"
    assert parse("Drs. Melur Pandansari").gender == "man"
    assert parse("Dr. Melur Pandansari").gender is None
    assert gender_of("Ibu") == "woman"
    assert gender_of("Bapak Haji") == "man"
    assert gender_of("Prof.") is None
    assert gender_of(None) is None


@pytest.mark.parametrize(
    ("short", "long", "how"),
    [
        ("Tegar Bramantyo", "Tegar W. Bramantyo", "initials"),
        ("Tegar W. Bramantyo", "Tegar Wicaksana Bramantyo", "initials"),
        ("Tegar Wicaksana", "Tegar Wicaksana Bramantyo", "longer"),
        ("T. Bramantyo", "Tegar Bramantyo", "initialled"),
        ("Tegar", "Tegar Bramantyo", "part"),
        ("Nur Hayatun", "Nurhayatun", "spaces"),
        ("Tegar Bramantyo", "Tegar Bramanttyo", "typo"),
        ("Arif Syaefuddin", "Arief Saefudin", "spelling"),
        ("Tegar Bramantyo", "Melur Bramantyo", None),
        ("Wicaksana Bramantyo", "Tegar Wicaksana Bramantyo", "later"),
        ("Tegar Bram", "Tegar Brem", None),
    ],
)
def test_how_one_form_may_be_another_of_the_same_name(short: str, long: str, how: str | None):
    found = likeness(parse(short), parse(long))

    assert (None if found is None else found[1]) == how
    turned = likeness(parse(long), parse(short))
    assert (None if turned is None else turned[1]) == how
