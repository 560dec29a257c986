"""Forms of the Department of State and of services that wired like it, as typed or read by a scanner. All invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Recognition
from tei.recognise.cable import stamp_line, stamped
from tei.recognise.layouts.department_rows import is_letterhead, read_row
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify

Read = Callable[[str], Recognition]

TEXT = "The herring in the second barrel has a green lid, and nobody will say who painted it."
OUTGOING = "OUTGOING TELEGRAM   Department of State\nSECRET\nClassification\n{to}\n\n" + TEXT + "\n\nRUSK"


def _names(found: Recognition, action: str) -> list[str]:
    (envelope,) = found.telegrams[0].envelopes
    return [name.text for told in envelope.actions if told.type == action for name in told.names]


@pytest.mark.parametrize(
    "to", ["ACTION: Amembassy OSLO PRIORITY 812", "SENT TO:   Amembassy OSLO 812", "TO: Amembassy OSLO NIACT 812"]
)
def test_post_of_an_outgoing_form_is_the_recipient_and_the_department_sends(read: Read, to: str) -> None:
    found = read(OUTGOING.format(to=f"{to}\nREPEATED: Amembassy BONN 97\n          USUN NEW YORK 1411"))
    assert found.layout == "department"
    assert found.telegrams[0].number == "812"
    assert _names(found, "received") == ["Amembassy OSLO"]
    assert _names(found, "sent") == ["Department of State", "RUSK"]
    assert _names(found, "forwarded") == ["Amembassy BONN", "USUN NEW YORK"]


@pytest.mark.parametrize(
    ("line", "sender", "recipient"),
    [
        ("Eyes only for General Merrow from Osgood.", "Osgood", "General Merrow"),
        ("To OSLO for information TALLBY from Merrow signed Quillan CFB 471.", "Merrow", "OSLO"),
    ],
)
def test_a_message_of_a_headquarters_says_from_whom_to_whom_in_a_line(line: str, sender: str, recipient: str) -> None:
    kind, (read,) = read_row(Paragraph(0, len(line), line), "", "outgoing")
    assert kind == "label"
    assert read.service is not None
    spans = read.service.part("rest"), read.service.part("to")
    assert [line[slice(*span)] for span in spans if span] == [sender, recipient]


def test_number_and_haste_of_a_post_keep_their_order() -> None:
    line = "ACTION:   Amembassy OSLO   961   NIACT"
    rows = read_row(Paragraph(0, len(line), line), "", "outgoing")[1]
    assert [row.paragraph.text for row in rows] == ["ACTION:   Amembassy OSLO", "961", "NIACT"]


def test_column_of_bureaus_over_an_incoming_form_is_the_forms_own(read: Read) -> None:
    bureaus = "\n".join(("Action", "EUR", "Info", "SS", "G", "INR", "43"))
    head = "Control: 140\nRec'd: May 3, 1962\n4:52 PM\nFROM: OSLO\nTO: Secretary of State\nNO: 55, May 3, 6 PM"
    found = read(f"INCOMING TELEGRAM Department of State\n{bureaus}\n{head}\n\n{TEXT}\n\nMARSH\n\nJBK/13")
    (telegram,) = found.telegrams
    assert telegram.number == "55"
    assert telegram.sent is not None
    assert telegram.sent.when == "1962-05-03T18:00:00"
    received = telegram.envelopes[0].action("received")
    assert received is not None
    assert received.moment is not None
    assert received.moment.when == "1962-05-03T16:52:00"
    assert [found.capture.text[block.start : block.end] for block in telegram.body.message[:1]] == [TEXT]


def test_prose_about_the_form_is_no_telegram(read: Read) -> None:
    found = read("The OUTGOING TELEGRAM form had boxes.\n\nA clerk typed ACTION and the post, and the number after it.")
    assert not found.telegrams


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("OUTGOING TELEGRAM  Department of State", "outgoing"),
        ("INCOMING TELEGRAM DEPARTMENT OF STATE—DIVISION OF COMMUNICATIONS AND RECORDS", "incoming"),
        ("CLASSIFIED MESSAGE       SECRET", "classified"),
        ("Department of State TELEGRAM", "telegram"),
        ("TELEGRAM", ""),
        ("Department of State", ""),
    ],
)
def test_letterhead_tells_the_form(line: str, kind: str) -> None:
    assert is_letterhead(line) == kind


@pytest.mark.parametrize(
    ("line", "types"),
    [
        ("SECRET 030440Z PRIORITY IN 41206", ["marking", "sent"]),
        ("DIR INFO WAVE CITE OSLO 2233", ["number"]),
        ("SENT DEPARTMENT 55; REPEATED INFORMATION LONDON 12, PARIS 9", ["distribution", "distribution"]),
        ("NO: 55, May 3, 6 PM", ["number", "sent"]),
        ("The barrels came in the night.", []),
    ],
)
def test_row_of_a_form_says_what_it_is(line: str, types: list[str]) -> None:
    _, lines = read_row(Paragraph(0, len(line), line), "", "classified")
    assert [one.service.type for one in lines if one.service] == types


@pytest.mark.parametrize(
    "stamp", ["MAY 3 7 51 PM '62", "MAY 3 7 51 PM 1962", "1962 MAY 3 PM 7 51", "MAY 3, 1962 7:51 P"]
)
def test_stamp_of_an_office_gives_day_and_hour_in_any_order(stamp: str) -> None:
    assert stamp_line(stamp) is not None
    assert stamped(stamp).when == "1962-05-03T19:51:00"


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("IZ 4321", "number"),
        ("TOO 1200", "sent"),
        ("TOR 1400", "received"),
        ("Clearances: S/S - Mr. Marsh", "other"),
        ("TO THE POLAR OFFICE", "address"),
        ("FROM FAIR ISLAND (Sir O. Marsh)", "address"),
        ("Clearance for the flight was given.", None),
        ("FROM OSLO TO POLAR OFFICE", "address"),
    ],
)
def test_lines_of_war_offices_and_departments_are_service_matter(line: str, type_: str | None) -> None:
    found = classify(line, year=1945)
    assert (found.type if found else None) == type_
