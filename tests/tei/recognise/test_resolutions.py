"""A decision over the draft that it approves."""

from __future__ import annotations

from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.resolutions import decided, is_item, stands_over_draft

SHEET = """TO COMRADE PASHIN
Excerpt from protocol No. 9 of the meeting of the Council of the Polar Institute
24. Telegram of Comrade Vetrov No. 231.
To adopt the attached draft answer.
[Attachment to the decision No. 24]
KARSK
231/sh
Give the mandolin back."""


def test_the_lines_over_a_draft_are_the_decision_and_the_number_that_it_answers() -> None:
    lines = decided(split_paragraphs(SHEET))
    types = [line.service.type for line in lines if line.service]
    assert types == ["decision", "decision", "reference", "decision", "decision", "address", "reference"]


def test_minutes_without_a_draft_are_no_decision_over_one() -> None:
    assert decided(split_paragraphs(SHEET.replace("[Attachment to the decision No. 24]\n", ""))) == ()


def test_nothing_signs_a_document_before_its_draft_has_begun() -> None:
    assert stands_over_draft(SHEET.splitlines()[:4])
    assert not stands_over_draft(SHEET.splitlines())


def test_a_point_of_minutes_is_no_title() -> None:
    assert is_item("24. Telegram of Comrade Vetrov No. 231.", ["Decision of 7 March 1938"])
    assert not is_item("24. Telegram of Comrade Vetrov No. 231.", ["The spring at Karsk"])
