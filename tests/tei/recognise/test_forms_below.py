"""Cables with machine-made heads, forms under what a site says first, headings over several rows, namesakes."""

from __future__ import annotations

import pytest

from tei.model import Capture
from tei.recognise import Settings
from tei.recognise.layouts import Layout, page_of
from tei.recognise.layouts.edited_letters import LETTERS
from tei.recognise.layouts.incoming import INCOMING
from tei.recognise.layouts.papers_forms import unmarked
from tei.recognise.layouts.papers_heads import find_headings, receipt_at
from tei.recognise.layouts.teletype import TELETYPE
from tei.recognise.layouts.teletype_heads import CLASS, GROUP, PAGE
from tei.recognise.paragraphs import split_paragraphs
from tests.tei.recognise.conftest import Recognise

LATE_CABLE = """VZCZCXRO4410
OO RUEHAG
DE RUEHNY #0123/01 0121530
ZNY CCCCC ZZH
O 121530Z JAN 84
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC IMMEDIATE 6213
INFO RUCNCIS/CIS COLLECTIVE PRIORITY
C O N F I D E N T I A L OSLO 000123

SIPDIS

E.O. 12958: DECL: OADR
TAGS: SENV, NO
SUBJECT: PENGUINS
Classified By: Ambassador M. Whitcombe

1. (C) There are none here. The Ministry is looking into why it was asked.
WHITCOMBE
"""

INTERCEPT = """Green 79 Sever to Kompas, a page of the hobby archive of enciphered weather and of its friends

  • From: Severin
  • To: Oslo
  • No: 79
  • 18 January 1945

To KOMPAS

The kettle has been found. It was where it had been left.
"""


WHITE_BOOK = """Nr. 8.
Telegramm des Gesandten an den Konsul in Severin vom 2. März.
Ich bitte um Nachricht, wie viele Schlitten noch fahren und wem sie gehören.

Nr. 9.
Telegramm des Konsuls in Severin
an den Gesandten vom 3. März.
Es fährt einer. Er gehört der Witwe des Postmeisters, und sie gibt ihn nicht her.
"""


def test_head_of_a_later_cable_is_read_as_well(read: Recognise) -> None:
    """Routing of the machine, a post behind its routing sign, captions: all of them stand over the text."""
    (telegram,) = read(LATE_CABLE).telegrams
    assert telegram.number == "000123"
    sent = telegram.envelopes[0].action("sent")
    assert sent is not None
    assert sent.moment is not None
    assert sent.moment.when == "1984-01-12T15:30:00Z"
    received = telegram.envelopes[0].action("received")
    assert received is not None
    assert [name.text for name in received.names] == ["SECSTATE WASHDC"]


def test_form_begins_where_its_labels_stand(read: Recognise) -> None:
    """What a site says over “From:” and “To:” is none of the telegram, and the dots of its list are the site's."""
    (telegram,) = read(INTERCEPT).telegrams
    assert telegram.number == "79"
    assert telegram.sent is not None
    assert telegram.sent.when == "1945-01-18"
    assert [block.element for block in telegram.body.message] == ["opener", "p"]


@pytest.mark.parametrize("layout", [TELETYPE, INCOMING, LETTERS], ids=lambda layout: layout.name)
def test_page_of_another_family_is_context(layout: Layout, settings: Settings) -> None:
    """An editor may name any family for a page: where it does not fit, nothing is found and nothing lost."""
    text = "To Vetrov\n\nThe ice holds.\n\nSabelnikov"
    found = layout.read(page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories))
    assert found.telegrams == ()
    assert [row.text for row in found.context] == ["To Vetrov", "The ice holds.", "Sabelnikov"]


@pytest.mark.parametrize("line", ["P R 041530Z MAR 75", "O 121530Z JAN 08", "121530Z JAN 74", "R 041530Z MAR 75 ZDK"])
def test_group_gives_precedence_and_time(line: str) -> None:
    assert GROUP.fullmatch(line)


@pytest.mark.parametrize("line", ["C O N F I D E N T I A L", "S E C R E T", "UNCLAS", "LIMITED OFFICIAL USE"])
def test_class_stands_by_itself(line: str) -> None:
    assert CLASS.fullmatch(line)
    assert PAGE.fullmatch("PAGE 02 OSLO 00417 01 OF 02 041702Z")


def test_heading_goes_over_the_rows_of_its_recipients() -> None:
    """The last row of them ends with a full stop."""
    rows = split_paragraphs(
        "No. 33.\nLe Ministre des Glaces aux Ambassadeurs\nen Norlande, en\nSeverinie et en Polynie.\n"
        "(Télégramme).\nPort Severin, le 7 Mars 1938.\nLa glace tient."
    )
    (heading,) = find_headings(rows)
    assert (heading.title, heading.lines, heading.ordinal, heading.kind) == (1, 3, "33", "telegram")


def test_heading_may_begin_with_its_kind(read: Recognise) -> None:
    """A German white book says in one heading what it prints, who wrote to whom, and when."""
    first, second = read(WHITE_BOOK).telegrams
    assert first.title == "Telegramm des Gesandten an den Konsul in Severin vom 2. März"
    received = first.envelopes[0].action("received")
    assert received is not None
    assert [name.text for name in received.names] == ["Konsul in Severin"]
    assert second.body.message[0].element == "p"


def test_receipt_and_marker_are_no_part_of_a_heading() -> None:
    """Where the receipt begins, and a year with the marker glued to it read as the year."""
    assert receipt_at("Mr. Pell to the Marquess of Karsk.—(Received March 4.)") == 33
    assert receipt_at("Mr. Pell to the Marquess of Karsk.") == 0
    assert unmarked("Severin, den 2. März 19382") == "Severin, den 2. März 1938."


def test_namesake_who_was_not_yet_born_is_not_taken(read: Recognise) -> None:
    """A surname in a paper of 1867 is not that of a general of 1947."""
    page = (
        "Mr. Clay to Mr. Drobot\n\nNo. 61.]\n\nTolbeya, March 3, 1867.\n\nSir: The ice is thick.\n\nI am, sir, yours,\n"
    )
    (telegram,) = read(page).telegrams
    sent = telegram.envelopes[0].action("sent")
    assert sent is not None
    assert [(name.text, name.ref) for name in sent.names if name.kind != "place"] == [("Mr. Clay", "")]
