"""Parties whom opener, closer and service lines name, in a list or not. All invented."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.encoding import Job, source_text
from tei.encode import document_id, source_words, telegram_document
from tei.model import Capture
from tei.recognise import recognise
from tei.recognise.naming import is_body
from tei.text import words

TITLE = "Telegram, {} to Sabelnikov, 3 May 1938\n\n"
TEXT = "To Sabelnikov\n\nThe mast has come down and the set is silent since the morning. Send wire.\n\n"


def encoded(page: str, job: Job) -> str:
    """The first telegram of a page as TEI, after its words were compared with the source's."""
    found = recognise(Capture("p", "p", page, "0"), job.settings)
    telegram = found.telegrams[0]
    tree = telegram_document(
        telegram,
        found.capture,
        id_=document_id(telegram),
        edition=job.edition,
        authority=job.settings.authority,
        others={one.start: document_id(one) for one in found.telegrams},
    )
    assert source_words(tree[-1]) == words(source_text(telegram, found))
    return etree.tostring(tree[-1], encoding="unicode").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")


@pytest.mark.parametrize(
    ("sender", "closing", "signed"),
    [
        ("Stepnoy", "Stepnoy", "<signed><persName>Stepnoy</persName></signed>"),
        ("Stepnoy", "—Stepnoy.", "<signed>—<persName>Stepnoy</persName>.</signed>"),
        ("Vetrov", "P. V.", '<signed><persName ref="#vetrov">P. V.</persName></signed>'),
        ("Stepnoy", "S T E P N O Y", "<signed><persName>S T E P N O Y</persName></signed>"),
        ("Stepnoy", "Step[noy]", "<signed><persName><expan>Step<ex>noy</ex></expan></persName></signed>"),
    ],
)
def test_who_signs_is_marked_as_a_name(sender: str, closing: str, signed: str, karsk_job: Job) -> None:
    assert signed in encoded(TITLE.format(sender) + TEXT + closing, karsk_job)


def test_a_place_on_the_form_is_a_place_though_no_list_has_it(karsk_job: Job) -> None:
    page = "From: Zimovka\nTo: Sabelnikov\n3 May 1938\nNo. 12\n\nThe mast has come down. Send wire.\n\nVetrov"
    assert "From: <placeName>Zimovka</placeName>" in encoded(page, karsk_job)


def test_nobody_is_named_by_a_form_of_address(karsk_job: Job) -> None:
    page = TITLE.format("Vetrov") + TEXT.replace("To Sabelnikov", "Dear Sir,") + "Vetrov"
    assert "<salute>Dear Sir,</salute>" in encoded(page, karsk_job)


@pytest.mark.parametrize(
    ("party", "body"),
    [
        ("Commercial Adviser of the Norland Embassy (Drobot)", False),
        ("Counselor for the Department of State (Pell)", False),
        ("Embassy in Norland (Drobot)", True),
        ("Department of the General Staff (Second)", True),
    ],
)
def test_an_office_with_its_holder_is_a_person(party: str, body: bool) -> None:
    assert is_body(party) is body
