"""Lines of embassies' forms that have no word of their own."""

from __future__ import annotations

import pytest

from tei.recognise.end_numbers import number_between_dashes, posted_line
from tei.recognise.service import Service, classify


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("OSLO, 78. 10. 03.", {"place": "OSLO"}),
        ("New Delhi, 78.10.03", {"place": "New Delhi"}),
        ("Oslo 1840 hrs", {"place": "Oslo", "clock": "1840"}),
        ("Oslo 18 crates", None),
        ("In Oslo, on 78. 10. 03., nothing happened at all to the men of the ship.", None),
    ],
)
def test_place_stands_with_day_or_hour(text: str, parts: dict[str, str] | None) -> None:
    """Place and figures are a line about sending, and nothing longer is."""
    found = posted_line(text)
    assert (found and {name: text[start:end] for name, start, end in found.parts}) == parts


@pytest.mark.parametrize(
    ("text", "below", "number"),
    [
        ("– 203 chargé d’affaires –", "To be seen by", "203"),
        ("- 31 -", "Distribution:", "31"),
        ("- 31 -", "The ice holds.", None),
        ("The ice holds.", "To be seen by", None),
    ],
)
def test_number_stands_between_dashes_over_its_readers(text: str, below: str, number: str | None) -> None:
    """Elsewhere figures between dashes count pages."""
    found = number_between_dashes(text, classify(below))
    assert (found and text[slice(*found.part("number") or (0, 0))]) == number


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("[Deciphered on] 9.VI.38 at 7:20 hours", "deciphered"),
        ("417 9.VI.38 at 6:45 hours", "sent"),
        ("From…Oslo…", "address"),
        ("Incoming Nº 346/shs 17 October 1938]", "number"),
        ("Paragraph: Confirm delivery to the addressee", "instruction"),
        ("Telegraph when this is done.", "instruction"),
        ("Flash Telegram [Fulger]", "other"),
        ("from Oslo, on Sept 9th, 1973", "sent"),
        ("(FYI: Trojan, Theel)", "distribution"),
        ("copies NºNº 1-2 to Cde. Zhitkov", "distribution"),
        ("Confirm receipt of onions.", None),
    ],
)
def test_line_of_a_form_is_service_matter(text: str, type_: str | None) -> None:
    """What clerks write round a telegram is told from its words."""
    found = classify(text, year=1938)
    assert (found and found.type) == type_
    assert found is None or isinstance(found, Service)


def test_number_between_dashes_may_have_a_name_left_out_behind_it() -> None:
    found = number_between_dashes("– 38 – [signature]", None)
    assert found is not None
    assert (found.type, found.parts) == ("dispatch", (("number", 2, 4),))
