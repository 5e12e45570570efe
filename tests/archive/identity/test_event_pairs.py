"""Two reports of one event: pairs as pages of institutions tell them, all invented."""

from __future__ import annotations

import pytest
from event_samples import BAYU, LARAS, RATNA, TEGAR, WENING, told

from archive.identity.event_comparing import compare
from archive.identity.event_reports import Report
from archive.identity.events import decide

Pair = tuple[Report, Report]

RAIN = "Lokakarya Pengelolaan Air Hujan Kota Seruni"
STRATEGY = "Lokakarya Penyusunan Strategi Ketangguhan Pesisir"

ONE_EVENT: dict[str, Pair] = {
    "the same text on two sites": (
        told(RAIN, text_digest="x"),
        told(RAIN, text_digest="x", site="bappeda"),
    ),
    "the same text posted twice on one site": (
        told("Notulensi", text_digest="x", text_length=90),
        told("Notulensi", text_digest="x", text_length=90),
    ),
    "the same text, of which one site tells the date": (
        told(RAIN, text_digest="x"),
        told(RAIN, text_digest="x", site="bappeda", start_date=None),
    ),
    "a short and a long report": (
        told(RAIN, people={RATNA, TEGAR, WENING}, venue="Gedung Pratama Lt 2", facts=30),
        told("Lokakarya Air Hujan Seruni", people={RATNA}, facts=3),
    ),
    "a short report without anyone's name": (
        told(RAIN, people={RATNA, TEGAR, WENING}, facts=30),
        told(RAIN, site="harian", facts=1),
    ),
    "a post with the slides under the same title": (
        told(RAIN, people={RATNA, TEGAR}, facts=30),
        told("Materi " + RAIN, materials={"http://kota.example/a.pdf"}, facts=2),
    ),
    "a post with the slides that tells no date": (
        told(RAIN, people={RATNA, TEGAR}, facts=30),
        told(
            "Paparan " + RAIN,
            start_date=None,
            published_on="2019-05-20",
            people={RATNA},
            material_dates={"2019-05-14"},
        ),
    ),
    "a later post that links to the same file": (
        told(RAIN, materials={"http://kota.example/a.pdf"}, people={RATNA, TEGAR}),
        told(
            "Unduh Paparan",
            start_date=None,
            published_on="2019-05-16",
            materials={"http://kota.example/a.pdf"},
            people={RATNA},
        ),
    ),
    "another institution's headline, the same guests, room and attendance": (
        told(
            RAIN,
            people={RATNA, TEGAR, WENING},
            venue="Gedung Pratama",
            attendance={("peserta", 45)},
        ),
        told(
            "Dosen Teknik Jadi Narasumber Sumur Resapan",
            site="kampus",
            people={RATNA, TEGAR, WENING},
            venue="Ruang Serbaguna, Gedung Pratama",
            attendance={("peserta", 45)},
        ),
    ),
    "a headline whose activity is called the same in the text": (
        told(RAIN, people={RATNA}),
        told("Wali Kota Ajak Warga Menabung Air", RAIN, site="harian", people={RATNA}),
    ),
    "the same under the name of another kind of meeting": (
        told("Lokakarya Peta Risiko Banjir Bantaran", people={RATNA, TEGAR}),
        told("FGD Peta Risiko Banjir Bantaran", type="focus_group", site="kampus", people={TEGAR}),
    ),
    "the same series and number": (
        told("Diskusi Ketangguhan #4: Pangan Kota dan Kebun Warga", people={LARAS}),
        told("Diskusi Ketangguhan ke-4 Pangan Kota dan Kebun Warga", site="kampus", people={LARAS}),
    ),
    "a number in one title alone": (
        told("Lokakarya ke-2 Transportasi Air Sungai Kenanga", people={LARAS, BAYU}),
        told("Lokakarya Transportasi Air Sungai Kenanga", people={LARAS}),
    ),
    "a typo in the title": (
        told("Lokakarya Penyusunan Strategi Ketangguhan Pesisir", people={RATNA}),
        told("Lokakarya Penyusunan Strategi Ketanguhan Pesisir", people={RATNA}, site="b"),
    ),
    "a workshop of two days and a report that names the first alone": (
        told(STRATEGY, end_date="2019-05-15", people={RATNA, TEGAR, WENING}),
        told(STRATEGY, people={RATNA, TEGAR}, site="kampus"),
    ),
    "two reports of the same two days": (
        told(STRATEGY, end_date="2019-05-15", people={RATNA}),
        told(
            "Strategi Ketangguhan Pesisir Disusun dalam Lokakarya",
            end_date="2019-05-15",
            people={RATNA},
        ),
    ),
    "the venue once as house and once as room in it": (
        told("Lokakarya Air Seruni", venue="Gedung Pratama", people={RATNA}),
        told(
            "Lokakarya Air Seruni",
            venue="Ruang Melati Gedung Pratama Lantai 3",
            site="b",
            people={RATNA},
        ),
    ),
    "a title within the other, and the venue": (
        told("Pelatihan Relawan Siaga", type="training", venue="Balai Kenanga"),
        told(
            "Pelatihan Relawan Siaga Bencana Kelurahan Mawar",
            type="training",
            venue="Balai Kenanga",
        ),
    ),
    "the same weekly meeting told twice": (
        told(
            "Rapat Mingguan Sekretariat",
            type="routine_meeting",
            people={RATNA, TEGAR},
            venue="Gedung Pratama",
        ),
        told(
            "Notulensi Rapat Mingguan Sekretariat",
            type="routine_meeting",
            people={RATNA, TEGAR},
            venue="Gedung Pratama",
        ),
    ),
    "a press release and a report of the groups": (
        told(STRATEGY, topics={"tambak", "permukiman nelayan"}, people={RATNA}),
        told(
            "Siaran Pers: Strategi Ketangguhan Pesisir", site="b", topics={"tambak"}, people={RATNA}
        ),
    ),
    "a launch that one page calls a ceremony": (
        told("Peluncuran Buku Strategi Kota Tangguh Seruni", type="launch", people={RATNA}),
        told(
            "Strategi Kota Tangguh Seruni Diluncurkan",
            "Buku Strategi Kota Tangguh Seruni",
            type="ceremony",
            people={RATNA},
        ),
    ),
    "another institution's headline, the same guest, house, kind and word": (
        told(
            "Rektor dan Bupati Sepakati Riset Abrasi",
            type="ceremony",
            people={RATNA, TEGAR},
            venue="Gedung Pratama",
        ),
        told(
            "Bupati Gandeng Perguruan Tinggi Tangani Abrasi",
            site="kampus",
            type="ceremony",
            people={RATNA},
            venue="Gedung Pratama, Kampus Utara",
        ),
    ),
    "a title in other forms of its words": (
        told("Peluncuran Aplikasi Peringatan Pasang", type="launch", people={RATNA}),
        told(
            "Wali Kota Luncurkan Aplikasi untuk Peringatkan Pasang", type="launch", people={RATNA}
        ),
    ),
    "a title with the town beside one without": (
        told("Lokakarya Perda Sumur Resapan", place="Kota Binjai", people={RATNA}),
        told("Lokakarya Penyusunan Perda Resapan Binjai", place="Binjai", people={RATNA}),
    ),
    "a post with the recording and the modules": (
        told(RAIN, people={RATNA, TEGAR}, facts=30),
        told("Rekaman dan Modul Lokakarya Air Hujan", facts=1),
    ),
    "a post with the minutes under half of the title": (
        told("Diskusi Publik Evaluasi Abrasi", type="discussion", venue="Gedung Pratama"),
        told("Notulen Diskusi Abrasi Dapat Diunduh", type="discussion", venue="Gedung Pratama"),
    ),
    "one town under its two names": (
        told(RAIN, place="Kota Solo", people={RATNA}),
        told(RAIN, place="Surakarta", people={RATNA}, site="harian"),
    ),
}


@pytest.mark.parametrize("pair", ONE_EVENT.values(), ids=ONE_EVENT)
def test_one_event(pair: Pair) -> None:
    first, second = pair
    verdict = compare(first, second)
    assert verdict.answer == "same", verdict
    assert compare(second, first)[:3] == verdict[:3]
    assert len(decide(pair).clusters) == 1
