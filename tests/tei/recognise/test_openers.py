"""One line of an address: whom it names, where he is, and how the telegram is to be handled."""

from __future__ import annotations

import pytest

from tei.recognise.openers import holder_over_name, opener_line
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import Knowledge

KNOWN = Knowledge(1938, lambda _: False, lambda name: name.rstrip(".").lower() == "karsk")


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("KARSK – to VETROV (in person).", "VETROV", "KARSK"),
        ("KARSK, to VETROV.", "VETROV", "KARSK"),
        ("Karsk - Comrade Vetrov (personally).", "Vetrov", "Karsk"),
        ("Karsk, Comrades Vetrov and Pell", "Vetrov and Pell", "Karsk"),
        ("To Comrade Vetrov, Karsk", "Comrade Vetrov", "Karsk"),
        ("To Comrade Vetrov, head of the station", "Comrade Vetrov, head of the station", None),
        ("To Comrade Vetrov", "Comrade Vetrov", None),
    ],
)
def test_an_address_is_parted_into_addressee_and_his_place(text: str, name: str, place: str | None) -> None:
    """Whichever stands first, and whatever is said of handling behind them."""
    line = opener_line(Paragraph(0, len(text), text), KNOWN)
    assert line is not None
    assert line.name is not None
    assert text[slice(*line.name)] == name
    assert (text[slice(*line.place)] if line.place else None) == place


@pytest.mark.parametrize(
    ("office", "name", "one"),
    [
        ("TO THE DIRECTOR OF THE POLAR INSTITUTE", "Comrade K.P. SABELNIKOV", True),
        ("To the Chairman of the Council of Ministers", "Comrade Sabelnikov,", True),
        ("To Vetrov", "Comrade Sabelnikov", False),
        ("To the Director of the Polar Institute", "The ice holds.", False),
    ],
)
def test_office_over_a_name_addresses_one_man(office: str, name: str, one: bool) -> None:
    assert holder_over_name(office, name) == one
