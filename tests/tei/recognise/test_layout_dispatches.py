"""Dispatches under place, day and address, and pages of the Swiss documents. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Capture, Recognition
from tei.recognise import Settings
from tei.recognise.layouts import Page, best_layout, page_of
from tei.recognise.layouts.dispatches import DISPATCHES
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.western_titles import read_western_parties

Read = Callable[[str], Recognition]

FERRY = (
    "TELEGRAM TO GENERAL H. B. PURDEY.\nLOWER FERRY, IDAHO, June 3, 1871.4.20 P.M.\nGENERAL PURDEY, Upper Ferry, "
    "Idaho:\nYour mules reached the landing this noon.\nA. THORNBY.\nWHAT THE SURVEYOR WAS TOLD\nTELEGRAM TO GENERAL "
    "H. B. PURDEY.\nLOWER FERRY, IDAHO, June 4, 1871. 9.15 A.M.\nGENERAL PURDEY: The mules have come out of the "
    "willows by themselves.\nA. THORNBY.\n"
)
SWISS = (
    "dodis.ch/98214\nLe Chef de la Division des phares, P. Ancelin, au Consul de Suisse à Port-Clair, R. Oberli1\n\n"
    "Port-Clair, 18 octobre 1936\n\nVotre lettre2 nous apprend que la lanterne tourne.\n\n1\nTélégramme: E 7801.\n2\n"
    "Non retrouvée.\n"
)
RECORD = (
    "Language: French\n18.10.1936 (Sunday)\nLe Chef de la Division des phares, P. Ancelin, au Consul de Suisse à "
    "Port-Clair, R. Oberli\nLetter (L)\nLes gardiens seront payés.\n\nPrinted in\n\nDiplomatic Documents of "
    "Switzerland, vol. 21, doc. 614\n\nRepository\n\ndodis.ch/98214\n"
)
LIST = (
    "LIST OF PAPERS\n\nNo. From and to whom. Date. Subject.\n\n1 Mr. Amos to Mr. Thornby. March 2, 1871. The ferry.\n\n"
    "2 Mr. Thornby to Mr. Amos. "
    "March 9, 1871. The mules.\n\n3 The same to the same. March 11, 1871. The rope.\n"
)


def parted(text: str, settings: Settings) -> Page:
    return page_of(Capture("page.txt", "page", text, "0" * 64), split_paragraphs(text), settings.repositories)


def test_a_dispatch_that_came_on_another_day_says_which(read: Read) -> None:
    late = FERRY.replace("1871.4.20 P.M.", "1871.\n(Received 9 p.m. 6th.)")
    (received, *_) = [one.envelopes[0].action("received") for one in read(late).telegrams]
    assert received is not None
    assert received.moment is not None
    assert received.moment.when[:16] == "1871-06-06T21:00"


def test_a_word_of_secrecy_signs_no_dispatch(read: Read) -> None:
    marked = FERRY.replace("Idaho:\nYour", "Idaho:\nSECRET\nYour")
    assert "mules reached" in read(marked).capture.text[slice(*_span(read(marked)))]


def _span(found: Recognition) -> tuple[int, int]:
    return found.telegrams[0].start, found.telegrams[0].end


def test_dispatches_end_with_their_signatures(read: Read, settings: Settings) -> None:
    page = parted(FERRY, settings)
    assert best_layout(page)[0].name == "dispatches"
    found = read(FERRY)
    assert [one.sent.when[:16] for one in found.telegrams if one.sent] == ["1871-06-03T16:20", "1871-06-04T09:15"]
    assert [one.kind for one in found.telegrams] == ["telegram", "telegram"]
    first, second = (one.party("received") for one in found.telegrams)
    assert first
    assert second
    assert "PURDEY" in first.text
    assert "PURDEY" in second.text


def test_page_without_dispatches_is_parted_into_none(settings: Settings) -> None:
    page = parted("Nobody wrote anything.\n\nNobody answered.\n", settings)
    assert DISPATCHES.read(page).telegrams == ()


def test_swiss_document_is_read_under_its_sign(read: Read) -> None:
    (one,) = read(SWISS).telegrams
    sender, recipient = one.party("sent"), one.party("received")
    assert sender
    assert recipient
    assert (one.kind, sender.text, recipient.text) == ("telegram", "P. Ancelin", "R. Oberli")


def test_swiss_document_may_end_with_the_number_of_a_note(read: Read) -> None:
    text = SWISS[: SWISS.index("Télégramme")]
    (one,) = read(text).telegrams
    assert one.body.footnotes == ()


@pytest.mark.parametrize("text", [RECORD, LIST])
def test_record_without_text_and_list_of_papers_hold_no_telegram(text: str, read: Read) -> None:
    assert not read(text).telegrams


HELD = [
    (
        "Le Ministre de Suisse à Severin, B. Lind, au Chef du Département des phares, A. de Pell",
        ("B. Lind", "A. de Pell"),
    ),
    ("M. Pernoud, ministre à Severin, à M. Lacourt, ministre des Phares", ("M. Pernoud", "M. Lacourt")),
    ("Le Directeur des phares, P.-A. Lind, aux Légations de Suisse", ("P.-A. Lind", "Légations de Suisse")),
]


@pytest.mark.parametrize(("text", "parties"), HELD)
def test_holder_of_a_french_office_is_told_by_his_initial(text: str, parties: tuple[str, str]) -> None:
    found = dict(read_western_parties(text, 0, len(text), 0))
    assert tuple(text[slice(*found[role])] for role in ("from", "to")) == parties
