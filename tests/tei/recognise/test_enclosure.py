"""A message quoted inside the one that hands it on."""

from __future__ import annotations

import pytest

from tei.recognise.enclosure import enclose, enclosed_in, passed_to
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.points import message_blocks

CASES = [
    ("Pass to Vetrov:\n“Ice holds.\nTumanova”", ["p", "div"]),
    ("Pass to Vetrov:\n“Ice holds.”", ["p", "div"]),
    ("Pass to Vetrov:\n«Лёд стоит.»", ["p", "div"]),
    ("转告维特罗夫：\n「冰未动。」", ["p", "div"]),
    ("To transmit to Comrade VETROV.\n“Ice holds.\nTUMANOVA”", ["p", "div"]),
    ("Для передачи тов. Ветрову.\n«Лёд стоит.»", ["p", "div"]),
    ("Pass Vetrov the following message orally. Write it if he asks.\n“Ice holds.”", ["p", "div"]),
    ("I heard the following message with joy.\n“Ice holds.”", ["p", "p"]),
    ("To be brief, I pass.\n“Ice holds.”", ["p", "p"]),
    ("Pass to Vetrov:\n“Ice holds.”\nI add nothing.", ["p", "quote", "p"]),
    ("Pass to Vetrov:\n“Ice holds.\nTumanova”\nI add nothing.\nMuch.", ["p", "quote", "p", "p"]),
    ("Pass to Vetrov:\n“Ice holds.", ["p", "p"]),
    ("Pass to Vetrov:\nIce holds.", ["p", "p"]),
    ("The cook says:\n“Ice holds.”", ["p", "p"]),
    ("“Ice holds,” says the cook.\nHe lies.", ["p", "p"]),
]


@pytest.mark.parametrize(("text", "elements"), CASES)
def test_quoted_message_is_set_apart(text: str, elements: list[str]) -> None:
    text = text.replace("\n", "\n\n")
    assert [block.element for block in enclose(text, message_blocks(split_paragraphs(text)))] == elements


PASSED = [
    ("Pass the following to Sabelnikov:", "Sabelnikov"),
    ("Pass this message to the Institute:", "the Institute"),
    ("Read the following to TUMANOVA, slowly:", "TUMANOVA"),
    ("Передайте Ветрову:", "Ветрову"),
    ("I send the following:", ""),
]


@pytest.mark.parametrize(("words", "name"), PASSED)
def test_words_before_a_quoted_message_say_for_whom_it_is(words: str, name: str) -> None:
    text = f"{words}\n\n“Ice holds.\n\nTumanova”"
    blocks = enclose(text, message_blocks(split_paragraphs(text)))
    span = passed_to(text, blocks)
    assert (text[slice(*span)] if span else "") == name


def test_telegram_without_a_quotation_encloses_nothing() -> None:
    text = "Ice holds.\n\nIt is cold."
    blocks = enclose(text, message_blocks(split_paragraphs(text)))
    assert enclosed_in(blocks) is None
    assert passed_to(text, blocks) is None


def test_the_signature_inside_the_quotation_is_that_of_the_message_handed_on() -> None:
    """Behind the points of the message too: name and day close the message, not its last point."""
    text = "Pass to Vetrov:\n\n“1. Ice holds.\n\n2. The dog looks up.\n\nTUMANOVA 3 May 1938”"
    enclosed = enclosed_in(enclose(text, message_blocks(split_paragraphs(text))))
    assert enclosed is not None
    assert [block.element for block in enclosed.children][-1] == "closer"
    assert [text[line.start : line.end] for line in enclosed.children[-1].children] == ["TUMANOVA", "3 May 1938”"]


def test_a_leaf_that_begins_between_order_and_message_parts_them_not() -> None:
    """What the print has behind the colon is the number of a leaf."""
    text = "Deliver to Vetrov a message as follows: [Page 300]\n\n“Ice holds.\n\nTumanova.”"
    assert enclosed_in(enclose(text, message_blocks(split_paragraphs(text)))) is not None
