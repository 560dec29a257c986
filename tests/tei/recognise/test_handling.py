"""An addressee with a handling instruction in parentheses is two lines of service matter."""

from __future__ import annotations

import pytest

from tei.recognise.heads import read_head
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.parts import Knowledge

KNOWN = Knowledge(1938, lambda name: "Vetrov" in name or "Ветров" in name, lambda name: name == "Karsk")
TEXT = "The mast fell in the night and nobody was under it."


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Pavel Vetrov (personally only)", ["Pavel Vetrov", "(personally only)"]),
        ("To Vetrov (strictly secret):", ["To Vetrov", "(strictly secret):"]),
        ("Comrade Vetrov (to be opened by nobody else)", ["Comrade Vetrov", "(to be opened by nobody else)"]),
        ("Товарищу Ветрову (лично)", ["Товарищу Ветрову", "(лично)"]),
    ],
)
def test_addressee_and_handling_are_parted_in_order(line: str, parts: list[str]) -> None:
    head = read_head(split_paragraphs(f"{line}\n\n{TEXT}"), KNOWN)
    assert [one.paragraph.text for one in head.preamble] == parts
    assert [one.service.type if one.service else "" for one in head.preamble] == ["address", "marking"]
    assert [one.text for one in head.message] == [TEXT]


@pytest.mark.parametrize("line", ["Pavel Vetrov (head of the station)", "Comrade Vetrov,"])
def test_other_words_in_parentheses_stay_with_the_name(line: str) -> None:
    head = read_head(split_paragraphs(f"{line}\n\n{TEXT}"), KNOWN)
    assert all(one.service is None or one.service.type != "marking" for one in head.preamble)
