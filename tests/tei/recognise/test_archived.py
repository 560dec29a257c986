"""Record pages of digital archives: titles, forms of ministries, labelled addresses, what stands at the foot."""

from __future__ import annotations

import pytest

from tei.recognise.address_lines import bare_span
from tei.recognise.archived_titles import is_journal
from tei.recognise.beneath import begins_letterhead, is_heading
from tei.recognise.enclosures import noted_over_lines
from tei.recognise.known import nobody
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.service import classify
from tei.recognise.signing import signature_name
from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    ("title", "parties", "number"),
    [
        ("Polar Ministry Cable 3088 to Legation Karsk", {"from": "Polar Ministry", "to": "Legation Karsk"}, "3088"),
        ("Telegram No. 162 from Karsk, Vetrov to Pashin",
         {"from": "Vetrov", "place_from": "Karsk", "to": "Pashin"}, "162"),
        ("Draft Reply to Vetrov's Telegram from Pashin via Lind",
         {"from": "Pashin", "to": "Vetrov", "via": "Lind"}, ""),
        ("Polar Ministry (Osk), Cable to Karsk Legation", {"from": "Polar Ministry (Osk)", "to": "Karsk Legation"}, ""),
        ("Letter from K. Pell to [Council Members] Comrade Lind and Comrade Osk",
         {"from": "K. Pell", "to": "Comrade Lind and Comrade Osk"}, ""),
        ("Telegram from the Head of the Ice Section of the Institute, K. V. Pell, to Lind",
         {"from": "K. V. Pell", "to": "Lind"}, ""),
        ("Ciphered Telegrams No. 504, 505, and 507, Vetrov to Pashin", {"from": "Vetrov", "to": "Pashin"}, "504"),
        ("Cable, Vetrov to Ada Pell, Harbour Peace Proposal", {"from": "Vetrov", "to": "Ada Pell"}, ""),
        ("Telegram from Vetrov to the Polar Ministry, Ice in the Harbour of Karsk",
         {"from": "Vetrov", "to": "the Polar Ministry"}, ""),
    ],
)  # fmt: skip
def test_titles_of_archives_name_the_parties_and_nothing_else(title: str, parties: dict[str, str], number: str) -> None:
    read = read_title(title)
    assert {role: read.text[slice(*span)] for role, span in read.parties} == parties
    assert (read.number or "") == number


def test_a_journal_is_known_by_its_title() -> None:
    assert is_journal("Journal of Ambassador Vetrov for 3 May 1938")
    assert not is_journal("Telegram to the Journal of the Pilots")


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("Received (38) No. 284", "number"),
        ("Outgoing Nr. C 417/29.X.38", "number"),
        ("Copy Nº 1 – distribution list", "distribution"),
        ("From the Oslo Desk", "other"),
        ("Level: Extra Urgent", "precedence"),
        ("Foreign Ministry Received Telegram", "other"),
        ("Ciphered and delivered on 24 June 1938", "enciphered"),
    ],
)
def test_lines_of_the_forms_of_ministries(line: str, type_: str) -> None:
    service = classify(line)
    assert service is not None
    assert service.type == type_


@pytest.mark.parametrize(
    ("written", "name"), [("[Envoy Lew] RYBAK2", "RYBAK"), ("MORDVIN,1", "MORDVIN"), ("Vetrov", "Vetrov")]
)
def test_an_address_is_the_bare_name(written: str, name: str) -> None:
    assert written[slice(*bare_span(written))] == name


def test_an_office_in_brackets_before_a_signature_is_no_part_of_the_name() -> None:
    text = "[Deputy Director] ANGSTREM[1]"
    span = signature_name(text, nobody, last=True)
    assert span is not None
    assert text[slice(*span)] == "ANGSTREM"


def test_a_heading_of_the_title_may_have_another_article() -> None:
    assert is_heading("The Talk on the Ferry", "talk on the ferry")
    assert not is_heading("A Talk on the Boat", "talk on the ferry")


def test_a_letterhead_goes_on_in_the_next_line() -> None:
    assert begins_letterhead("Legation of the")
    assert not begins_letterhead("End of the")


def test_a_note_by_hand_over_several_lines_is_one() -> None:
    rows = split_paragraphs("We dried the maps.\n\n[handwritten: P. Osk\n\n28 October\n\nSeen: T. Brod]")
    noted = noted_over_lines(rows)
    assert noted is not None
    assert noted[0] == 1
    assert noted[1].text.startswith("[handwritten")
    assert noted[1].text.endswith("Brod]")
    assert noted_over_lines(split_paragraphs("[handwritten: seen]")) is None
