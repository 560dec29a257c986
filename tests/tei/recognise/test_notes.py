"""Note markers that lost their superscript, and the notes at the end that they belong to."""

from __future__ import annotations

import pytest

from tei.model import Footnote
from tei.recognise.dangling import dangling
from tei.recognise.notes import find_footnotes, find_markers
from tei.recognise.paragraphs import split_paragraphs
from tests.timing import seconds


def markers(text: str, *known: str) -> list[str]:
    """Each marker as "word|number": what stands before it, and what it is."""
    notes = [Footnote(n, 0, 0, 0) for n in known]
    found = find_markers(text, 0, len(text), notes)
    return [f"{text[: mark.start].split()[-1]}|{dict(mark.attributes)['n']}" for mark in found]


SURE = [
    ("the barometer3 fell", "barometer|3"),
    ("the barometer12, too", "barometer|12"),
    ("(the barometer3) fell", "barometer|3"),
    ("the barometer.3 Then", "barometer.|3"),
    ("the barometer.”3 Then", "barometer.”|3"),
    ("the barometer”3 fell", "barometer”|3"),
    ("the barometer.3", "barometer.|3"),
    ("the barometer[3] fell", "barometer|3"),
    ("the barometer.[3] Then", "barometer.|3"),
    ("the barometer. [3] Then", "barometer.|3"),
    ("in 1938[3] we", "1938|3"),
    ("the barometer³ fell", "barometer|3"),
    ("the barometer¹² fell", "barometer|12"),
    ("the barometer./3/ Then", "barometer.|3"),
    ("on 5 July3 we", "July|3"),
    ("on July 5, 19383 we", "1938|3"),
    ("since July 193812 we", "1938|12"),
    ("at TOLBEYA3 and", "TOLBEYA|3"),
    ("в Тольбее3 и", "Тольбее|3"),
    ("Мороз3 крепчал", "Мороз|3"),
]
NUMBERS = [
    "the aircraft U-2 came",
    "a tank T34 came",
    "CO2 and NATO2 and RD1",
    "to KARSK 193812 and cable STATE 193812",
    "a MiG15 and a Yak9 and an Il28",
    "over 5 km2 of ice",
    "over 5 km² of ice",
    "300 m³ of air",
    "10⁶ crystals",
    "see No.5 and vol.2 and art.7 of it",
    "Deptel203 and Embtel417",
    "at 14.30 hours",
    "a load of 1,500 men",
    "the 2nd and the 3rd",
    "in 1938 and 1939",
    "on July5 we",
    "the years 1937-38",
    "page12 of it",
    "point A1 and B2",
    "the word3word",
    "at 10:45 p.m.",
    "19[38] was cold",
    "in [3] days",
    "depth12-15 and",
    "* a star",
    "and 007 of",
]
ONLY_KNOWN = [
    ("the barometer,3 and", "3", ["barometer,|3"]),
    ("on December 1726 we", "26", ["17|26"]),
    ("on June 2324 we", "24", ["23|24"]),
    ("to Li4 and", "4", ["Li|4"]),
    ("NATO2 said", "2", ["NATO|2"]),
    ("in 1938.3 Then", "3", ["1938.|3"]),
    ("the barometer* fell", "*", ["barometer|*"]),
    ("the ice.** Then", "**", ["ice.|**"]),
]


@pytest.mark.parametrize(("text", "expected"), SURE)
def test_a_marker_is_known_by_its_shape(text: str, expected: str) -> None:
    assert markers(text) == [expected]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_unit_or_code_is_no_marker(text: str) -> None:
    assert markers(text) == []


@pytest.mark.parametrize(("text", "number", "expected"), ONLY_KNOWN)
def test_what_may_be_a_number_is_a_marker_only_with_its_note(text: str, number: str, expected: list[str]) -> None:
    assert markers(text) == []
    assert markers(text, number) == expected


def test_the_first_marker_holds_the_note_and_the_next_points_to_it() -> None:
    text = "the barometer3 and the onion3 and the cook4"
    found = list(find_markers(text, 0, len(text), [Footnote("3", 0, 0, 0)]))
    assert [mark.element for mark in found] == ["note", "ref", "ref"]
    assert dict(found[1].attributes)["target"] == "#note-3"
    assert [f.message for f in dangling(text, tuple(found[1:]), "x")] == ["note marker 4 after 'cook' has no note"]


FORMS = [
    "1 {}",
    "1. {}",
    "1) {}",
    "(1) {}",
    "[1] {}",
    "1/ {}",
    "/1/ {}",
    "1- {}",
    "1 – {}",
    "¹ {}",
    "¹{}",
    "Note 1: {}",
    "1{}",
]


def test_a_note_cannot_hang_on_its_own_text() -> None:
    text = "The ice[1] is thick.\n\n1 Its[1] name is Agnes."
    notes = [Footnote("1", 22, 24, len(text))]
    assert [mark.start for mark in find_markers(text, 0, len(text), notes)] == [7]
    assert list(find_markers(text, 24, len(text), notes)) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_note_may_be_numbered_in_any_form(form: str) -> None:
    text = f"The barometer1 fell.\nAll is well.\n{form.format('An old one.')}"
    found = find_footnotes(text, split_paragraphs(text))
    assert [(note.n, text[note.start : note.end]) for note in found] == [("1", "An old one.")]


def test_a_note_may_go_on_in_the_last_words_of_the_page() -> None:
    text = "Ice holds.(1)\n\nAll well.\n\n(1) A note that goes\n\non here"
    first, *_ = find_footnotes(text, split_paragraphs(text))
    assert text[first.start : first.end] == "A note that goes\n\non here"


@pytest.mark.parametrize("sign", ["*", "**", "†"])
def test_a_note_may_be_marked_by_a_sign(sign: str) -> None:
    text = f"The barometer{sign} fell.\nAll is well.\n{sign} An old one."
    assert [note.n for note in find_footnotes(text, split_paragraphs(text))] == [sign]


@pytest.mark.parametrize(
    "text",
    [
        "Ice came.\nCoal went.\n1. A stove.\n2. A cook.",
        "Ice3 came.\nCoal went.\n1. A stove.\n2. A cook.",
        "The barometer1 fell.\n1. An old one.",
        "Ice came.\n1938 was cold.",
        "Ice1 and ice2.\nCoal went.\n1. A.\n1. B.\n2 men left.\nEnd",
        "Notes\nIce came.\nCoal went.",
    ],
)
def test_numbered_paragraphs_without_markers_are_no_notes(text: str) -> None:
    assert find_footnotes(text, split_paragraphs(text)) == ()


def test_only_the_notes_that_have_markers_are_taken_from_a_run() -> None:
    text = "The barometer5 fell, the cook6 sang.\nWe ask:\n1. Ice.\n5. An old one.\n6. A bass."
    assert [note.n for note in find_footnotes(text, split_paragraphs(text))] == ["5", "6"]


@pytest.mark.parametrize("heading", ["Notes", "NOTES:", "Footnotes", "Примечания", "注释"])
def test_under_a_heading_a_note_may_have_several_paragraphs(heading: str) -> None:
    text = f"The barometer1 fell.\nThe cook2 sang.\n{heading}\n1. An old one.\nIt had a nail.\n2. A bass."
    paragraphs = split_paragraphs(text)
    found = find_footnotes(text, paragraphs)
    assert [note.n for note in found] == ["", "1", "", "2"]
    assert text[found[1].start : found[1].end] == "An old one.\nIt had a nail."
    assert found[0].lead == paragraphs[2].start


def test_a_marker_ends_a_block_whose_neighbour_begins_with_a_figure() -> None:
    """Between the blocks of a telegram stand blots: “… of lead.3” over “30 January” has a marker."""
    text = "We need lead.3\x1f\x1f30 January"
    notes = [Footnote("3", 90, 92, 99)]
    assert [(mark.start, mark.end) for mark in find_markers(text, 0, len(text), notes)] == [(13, 14)]


def test_a_page_of_figures_takes_no_time() -> None:
    text = "barometer3 and 1938, " * 300 + "9" * 4000 + " ⁹" * 500 + "[3]" * 500 + "*" * 1000
    notes = [Footnote(str(n), 0, 0, 0) for n in range(99)]
    assert seconds(lambda: list(find_markers(text, 0, len(text), notes))) < 0.5


def test_a_last_point_that_goes_on_in_small_letters_is_no_note() -> None:
    text = "The barometer has fallen since noon.\n\n2. The sledges are on the quay.\n\n3. I have decided:\n\nto wait"
    assert find_footnotes(text, split_paragraphs(text)) == ()
