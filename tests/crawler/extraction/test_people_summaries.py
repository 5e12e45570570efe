"""Where the page tells what a person said or presented, all sentences invented."""

from __future__ import annotations

from archive.records import Article
from crawler.article.page import Block, BlockKind, Page
from crawler.extraction.people.reader import read_people

Line = tuple[BlockKind, str]


def summaries_of(*lines: Line) -> dict[str, list[str]]:
    """The sentences of each person's summary."""
    text, blocks = "Judul", [Block("title", 0, 5)]
    for kind, line in lines:
        start = len(text) + 1
        text = f"{text}\n{line}"
        blocks.append(Block(kind, start, len(text), container=int(kind == "item")))
    article = Article("http://x/", None, "Judul", None, None, None, None, (), "none", text)
    people = read_people(Page(article, tuple(blocks)))
    return {p.name: [text[s.start : s.end] for s in p.summary] for p in people}


def test_an_item_that_tells_and_its_later_sentences_are_the_summary() -> None:
    summaries = summaries_of(
        ("paragraph", "Dalam sesi panel, hal penting yang dicatat adalah:"),
        (
            "item",
            "Bapak Tio Sagala membahas persoalan air. Persoalan itu terbagi dua. Beliau menekankan kerja sama.",
        ),
        ("item", "Ibu Ani Marbun memaparkan hasil survei."),
    )

    assert summaries == {
        "Tio Sagala": [
            "Bapak Tio Sagala membahas persoalan air.",
            "Beliau menekankan kerja sama.",
        ],
        "Ani Marbun": ["Ibu Ani Marbun memaparkan hasil survei."],
    }


def test_a_caption_tells_nothing() -> None:
    summaries = summaries_of(
        ("caption", "Tio Sagala (Direktur PT Rimba) sedang memaparkan materi"),
        ("paragraph", "Bapak Tio Sagala menjelaskan neraca air."),
    )

    assert summaries == {"Tio Sagala": ["Bapak Tio Sagala menjelaskan neraca air."]}


def test_a_line_under_a_picture_tells_nothing() -> None:
    summaries = summaries_of(
        ("paragraph", "Bapak Tio Sagala (Direktur PT Rimba) sedang memaparkan materi"),
    )

    assert summaries == {"Tio Sagala": []}


def test_a_list_line_with_name_and_office_tells_nothing() -> None:
    summaries = summaries_of(
        ("paragraph", "Narasumber yang hadir adalah:"),
        ("item", "Bapak Tio Sagala (Direktur PT Rimba)"),
    )

    assert summaries == {"Tio Sagala": []}


def test_the_topic_of_a_speaker_is_told() -> None:
    told = "Materi tentang sumur resapan disampaikan oleh Bapak Tio Sagala."

    assert summaries_of(("paragraph", told)) == {"Tio Sagala": [told]}


def test_the_next_paragraph_goes_on_until_another_speaks() -> None:
    summaries = summaries_of(
        ("paragraph", "Bapak Tio Sagala menjelaskan neraca air."),
        ("paragraph", "“Kami butuh mitra,” ujarnya."),
        ("paragraph", "Ibu Ani Marbun menanggapi paparan itu. Beliau meminta waktu."),
    )

    assert summaries == {
        "Tio Sagala": ["Bapak Tio Sagala menjelaskan neraca air.", "“Kami butuh mitra,” ujarnya."],
        "Ani Marbun": ["Ibu Ani Marbun menanggapi paparan itu.", "Beliau meminta waktu."],
    }
