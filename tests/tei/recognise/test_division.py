"""A telegram is parted into service matter, opener, message, closer, postscript and service matter after it."""

from __future__ import annotations

import pytest

from tei.recognise.division import Division, Knowledge, Part, divide, only_brackets
from tei.recognise.paragraphs import split_paragraphs

PEOPLE = frozenset(("vetrov", "sabelnikov", "pashin", "morozkin", "tumanova"))
KNOWLEDGE = Knowledge(
    1938,
    lambda name: bool(name.split()) and name.lower().split()[-1].strip(".”") in PEOPLE and len(name.split()) <= 3,
    lambda name: name.lower() in ("karsk", "leningrad"),
)


def parted(text: str) -> Division:
    return divide(split_paragraphs(text), KNOWLEDGE)


def shape(text: str) -> tuple[list[str], list[str], int, list[str], list[str]]:
    """What each part of a division holds, in short."""
    division = parted(text)
    return (
        [line.service.type if line.service else "brackets" for line in division.preamble],
        [str(line.part) for line in division.opener],
        len(division.message),
        [str(line.part) for line in division.closer],
        [line.service.type if line.service else "brackets" for line in division.docket],
    )


SHAPES = [
    ("To Vetrov\nIce holds.\nSabelnikov", ([], ["salute"], 1, ["signed"], [])),
    ("Ice holds.", ([], [], 1, [], [])),
    ("Ice holds. VETROV", ([], [], 1, ["signed"], [])),
    ("VETROV\nKARSK\nICE HOLDS STOP\nSABELNIKOV", ([], ["salute"], 1, ["signed"], [])),
    ("Karsk\n3 May 1938\nTo Vetrov\nIce holds.", ([], ["dateline", "salute"], 1, [], [])),
    ("LENINGRAD SABELNIKOV\nIce holds.", ([], ["salute"], 1, [], [])),
    (f"To Vetrov\n3 May 1938\nElizavetin\n{'Ice holds. ' * 12}", ([], ["salute", "dateline", "salute"], 1, [], [])),
    ("Comrade Vetrov!\n[In reply to No. 2.] Ice holds.", (["address", "reference"], [], 1, [], [])),
    ("Dear Vetrov,\n3 May 1938\n[In reply to No. 2.] Ice holds.", (["address", "other", "reference"], [], 1, [], [])),
    ("Leningrad. To Sabelnikov.\nIce holds.", ([], ["salute"], 1, [], [])),
    ("To Vetrov. Ice holds.\nIt is cold.", ([], ["salute"], 2, [], [])),
    ("SECRET\nNo. 5\nTo Vetrov\nIce holds.", (["marking", "number"], ["salute"], 1, [], [])),
    ("3 May 1938\nSECRET\nTo Vetrov\nIce holds.", (["other", "marking"], ["salute"], 1, [], [])),
    ("To Vetrov\nSECRET\nIce holds.", (["address", "marking"], [], 1, [], [])),
    ("Ninth Section\nSECRET\nIce holds.\nVETROV", (["other", "marking"], [], 1, ["signed"], [])),
    ("Ninth Section\nICE HOLDS\nVETROV\nNo. 5 VETROV", (["other"], [], 1, ["signed"], ["dispatch"])),
    ("[letterhead of the Desk]\nTo Vetrov\nIce holds.", (["brackets"], ["salute"], 1, [], [])),
    ("[one page missing]\nIce holds.", ([], [], 2, [], [])),
    ("No. 31. Karsk, 26 December\nIce holds.", (["number"], [], 1, [], [])),
    ("To Pashin\nPass the following to Vetrov:\nIce holds.", ([], ["salute"], 2, [], [])),
    ("Pass to Vetrov.\nSECRET\nIce holds.", (["address", "marking"], [], 1, [], [])),
    ("Ice holds.\nTelegraph the fulfilment.\nVETROV", ([], [], 1, ["signed"], [])),
    ("Ice holds.\nVETROV\nNo. 77\n1 May 1938", ([], [], 1, ["signed"], ["number", "other"])),
    ("Ice holds.\nNo. 811/s\nVETROV\nsent 1 May 1938", ([], [], 1, [], ["number", "signature", "sent"])),
    ("Ice holds.\nVETROV\nHead of the station\n1 May 1938", ([], [], 1, ["signed", "dateline"], [])),
    ("Ice holds.\nHead of the station\nVETROV", ([], [], 1, ["signed"], [])),
    ("Ice holds.\nVETROV 1 May 1938", ([], [], 1, ["signed", "dateline"], [])),
    ("Ice holds.\nKarsk,\n1 May 1938", ([], [], 1, ["dateline"], [])),
    ("Ice holds.\nUntil we meet,\nVetrov", ([], [], 1, ["salute", "signed"], [])),
    ("Ice holds.\nYours, Vetrov, Tumanova", ([], [], 1, ["salute", "signed"], [])),
    ("Ice holds.\nVETROV\nJB:KL", ([], [], 1, ["signed"], ["other"])),
    ("Ice holds.\nVETROV\n[stamp: seen]", ([], [], 1, ["signed"], ["brackets"])),
    ("Ice holds.\n[one page missing]\nVETROV", ([], [], 2, ["signed"], [])),
    (
        "Ice holds.\nVETROV\nDistribution:\n1 – Pashin\n2 – Morozkin\nPrinted 2 copies",
        ([], [], 1, ["signed"], ["copies", "distribution", "distribution", "copies"]),
    ),
    ("Who is well:\n1 – Pashin\n2 – Morozkin", ([], [], 3, [], [])),
    (
        "Ice holds.\nVETROV\nTyped by Drozdova\nroom four\nTrue copy: Gusakova",
        ([], [], 1, ["signed"], ["printed", "other", "verified"]),
    ),
    ("SECRET\nNo. 5\nVETROV", (["marking", "number"], [], 0, ["signed"], [])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), SHAPES)
def test_telegram_is_parted(text: str, parts: tuple[list[str], list[str], int, list[str], list[str]]) -> None:
    assert shape(text.replace("\n", "\n\n")) == parts


def test_postscript_follows_the_closer_and_comes_before_the_docket() -> None:
    division = parted("To Vetrov\n\nIce holds.\n\nSabelnikov\n\nP.S. Dogs too.\n\nP.P.S. All.\n\nTyped by Drozdova")
    assert [paragraph.text for paragraph in division.postscript] == ["P.S. Dogs too.", "P.P.S. All."]
    assert [line.service.type for line in division.docket if line.service] == ["printed"]


def test_postscript_without_signature_before_it_is_text() -> None:
    assert parted("Ice holds today.\n\nP.S. Dogs too.").postscript == ()


def test_place_and_date_on_two_lines_are_one_dateline() -> None:
    (line,) = parted("Karsk\n\n3 May 1938\n\nIce holds.").opener
    assert line.part is Part.DATELINE
    assert line.place is not None
    assert line.name is not None
    assert line.paragraph.text[slice(*line.place)] == "Karsk"
    assert line.paragraph.text[slice(*line.name)] == "3 May 1938"


def test_each_paragraph_ends_in_one_part() -> None:
    text = "SECRET\n\nTo Vetrov\n\nIce holds.\n\nIt is cold.\n\nSabelnikov\n\nNo. 5\n\nTyped by Drozdova"
    division = parted(text)
    pieces = [
        *(line.paragraph for line in division.preamble),
        *(line.paragraph for line in division.opener),
        *division.message,
        *(line.paragraph for line in division.closer),
        *(line.paragraph for line in division.docket),
    ]
    assert pieces == list(split_paragraphs(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [("[stamp: seen]", True), ("[a] [b].", True), ("[a [[b]] c]", True), ("[a] b", False), ("a", False), ("[a", False)],
)
def test_paragraph_of_brackets_alone_is_known(text: str, told: bool) -> None:
    assert only_brackets(text) is told
