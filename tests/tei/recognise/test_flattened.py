"""Pages that lost their line breaks, and lists that sum up what was written."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tei.recognise.layouts.announcing import announces
from tei.recognise.layouts.flattened import parts_of_line
from tei.recognise.layouts.inset import telegrams_in
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.telling import sums_up
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title
from tests.tei.recognise.conftest import Recognise

LINE = (
    "and so we went home by the mill road, all of us wet. TELEGRAM TO GENERAL McTAVISH. LOWER FERRY, June 7, 1871. "
    "GENERAL McTAVISH: You wish to know who pays for the chain, and I wish to know who lost it. A. B. THORNBY. "
    "We heard nothing more of him that summer, and the chain lay where it was until the frost."
)
LIST = "Vetrov and Pashin on the stove\n\n" + "\n".join(
    f"{at}. Vetrov to Pashin, {at} May 1938\n{said} the institute that the stove of the station has no pipe.\n"
    for at, said in enumerate(("Reminds", "Informs", "Reminds", "Urges", "Thanks"), 1)
)


def test_line_is_parted_where_head_address_text_and_signature_began() -> None:
    cuts = (0, *parts_of_line(LINE), len(LINE))
    rows = [LINE[start:end].strip() for start, end in pairwise(cuts)]
    assert rows[1:4] == ["TELEGRAM TO GENERAL McTAVISH.", "LOWER FERRY, June 7, 1871.", "GENERAL McTAVISH:"]
    assert rows[4].endswith("who lost it.")


@pytest.mark.parametrize(
    "line",
    [
        LINE.replace(", 1871. GENERAL McTAVISH:", " and then"),
        LINE.lower(),
        "12. TELEGRAM TO A. PASHIN. May 3, 1938 14 13. TELEGRAM TO N. OSTAPOVA. May 4, 1938 15 " * 4,
    ],
)
def test_line_without_such_heads_or_with_a_list_of_them_stays_whole(line: str) -> None:
    assert parts_of_line(line) == ()


def test_list_that_sums_up_letters_holds_none(read: Recognise) -> None:
    assert read(LIST).telegrams == ()
    assert sums_up("Pashin is asked for a pipe.")
    assert not sums_up("I ask you for a pipe.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The telegram has a note by Pashin: “Sent on Saturday and read on Monday over the soup.”", 0),
        ("On the telegram Pashin sent this to the station: “Sent the pipe on Saturday, look for it on Monday.”", 1),
    ],
)
def test_what_stands_on_a_telegram_is_none(text: str, found: int) -> None:
    assert len(tuple(telegrams_in(split_paragraphs(text)[0]))) == found


def test_what_a_book_says_behind_a_telegram_is_none() -> None:
    said = "After the copy of the telegram, which arrived late, the memorandum goes on:"
    assert not announces(said, "“To this the station never replied.”")


def test_title_gives_up_the_volume_in_which_it_is_printed() -> None:
    title = read_title("Message to A. Pashin (Correspondence Vol. 1, No. 323)")
    assert (title.party("to"), title.number) == ("A. Pashin", "")


def test_sentence_in_open_quotation_marks_is_no_title() -> None:
    assert not looks_like_title('"The envoy in Tallby delivered the message to Pashin, who had it on 3 May, at noon.')


@pytest.mark.parametrize(
    ("text", "sender", "recipient"),
    [
        (
            "Document A: Letter From Nina Ostapova to Axel Pell\n\nDEAR MR. PELL, I have your stove.",
            "Nina",
            "Axel Pell",
        ),
        (
            "Following are the texts of two letters of May 1938 that the station and the institute exchanged.\n"
            "DOCUMENT\nLetter from\nVetrov to Pashin\nMay 14, 1938\nWhereas we have no coal, I ask you for some.",
            "Vetrov",
            "Pashin",
        ),
        (
            "Letter to Holm 1938\n\nMay 3, 1938\n\nDear Director,\n\nI am glad of it.\n\nYours,\n\nEva Pell",
            "Eva",
            "Holm",
        ),
    ],
)
def test_letter_of_a_reader_is_recognised(read: Recognise, text: str, sender: str, recipient: str) -> None:
    (telegram,) = read(text).telegrams
    actions = {action.type: action.names[0].text for action in telegram.envelopes[0].actions if action.names}
    assert actions["sent"].startswith(sender)
    assert actions["received"] == recipient
