"""Whom the pronouns of a sentence mean that hands over to a telegram, and what stands round a quotation."""

from __future__ import annotations

import pytest

from tei.recognise.layouts.captions import is_caption_below, parties_below
from tei.recognise.paragraphs import Paragraph
from tei.recognise.referring import asked_before, referred
from tei.recognise.told_parties import parties_told


def _row(text: str, start: int = 0) -> Paragraph:
    return Paragraph(start, start + len(text), text)


@pytest.mark.parametrize(
    ("above", "text", "parties"),
    [
        (
            "Brehm kept the harbour. He lost the boat.",
            "Falk, who was angry, did not wait. She wired him:",
            ("Falk", "Brehm"),
        ),
        ("Brehm had lost the boat. “Moll knew it.” He said so.", "He wired at noon:", ("Brehm", "")),
        ("Brehm had lost the boat.", "The ice went out. He wired him:", ("", "")),
    ],
)
def test_he_and_him_are_the_last_two_subjects(above: str, text: str, parties: tuple[str, str]) -> None:
    """The search goes over the edge of the paragraph, past what stands in marks, and ends at anything else."""
    page = f"{above}\n{text}"
    found = referred(_row(text, len(above) + 1), (_row(above),))
    assert tuple(page[slice(*span)] if span else "" for span in found) == parties


def test_an_answer_goes_back_to_him_who_asked_by_wire() -> None:
    """ "His reply:" has the parties of the sentence before it the other way round."""
    text = "Brehm telegraphed Falk about the boat. Her reply was short:"
    parties = {role: text[slice(*span)] for role, span in asked_before(_row(text), ()).items()}
    assert parties == {"from": "Falk", "to": "Brehm"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("From Sund, Brehm telegraphed to Leontine Falk in Tarn:", {"from": "Brehm", "to": "Leontine Falk"}),
        ("When Captain Brehm in his house at Dayton, Ohio received the following telegram:", {"to": "Captain Brehm"}),
        ("Falk received a new message from the Admiralty that confused things:", {"from": "Admiralty", "to": "Falk"}),
    ],
)
def test_parties_stand_where_the_clause_puts_them(text: str, parties: dict[str, str]) -> None:
    """The state behind a town is nobody, and a verb of a relative clause has no sender."""
    told = {role: text[slice(*span)] for role, span in parties_told(text, 0) if role in ("from", "to")}
    assert told == parties


def test_a_title_may_stand_below_its_telegram() -> None:
    """A caption names kind, addressee and day; a line without a day is none."""
    text = "Ottokar Brehm, telegram to Leontine Falk, 3 May 1938"
    assert is_caption_below(f"— {text}")
    assert [text[slice(*span)] for _, span in parties_below(text)] == ["Ottokar Brehm", "Leontine Falk"]
    assert not is_caption_below("Ottokar Brehm, telegram to Leontine Falk")
