"""Days in the numbers of decimal files, and times of receipt in notes on the source."""

from __future__ import annotations

import pytest

from tei.model import Moment
from tei.recognise.filed import filed_on, received_by
from tei.recognise.paragraphs import Paragraph


def row(text: str) -> Paragraph:
    return Paragraph(5, 5 + len(text), text)


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("893.00/4–1849: Telegram", "1949-04-18"),
        ("501.BB Norland/12–247", "1947-12-02"),
        ("611.93/5-1254", "1954-05-12"),
        ("859.91/3: Telegram", ""),
        ("740.0011 European War 1939/10420", ""),
        ("893.00/13–4449", ""),
    ],
)
def test_file_number_after_1944_holds_the_day(file: str, day: str) -> None:
    found = filed_on([row("PPS Files"), row(file)])
    assert (found.when if found else "") == day


@pytest.mark.parametrize(
    ("note", "when"),
    [
        ("Source: Department of State. Secret. Received at 9:14 a.m.", "1954-05-12T09:14"),
        (
            "Source: Department of State. Secret. Received May 13, 1954 at 2:35 a.m. Repeated to Oslo.",
            "1954-05-13T02:35",
        ),
        ("Source: Department of State. It was received with joy.", ""),
    ],
)
def test_source_note_tells_the_receipt(note: str, when: str) -> None:
    found = received_by([row(note)], Moment("May 12, 1954", "1954-05-12"), 1954)
    assert (found.when[:16] if found else "") == when


def test_a_time_of_receipt_gives_no_day_where_only_the_season_of_sending_is_known() -> None:
    winter = Moment("winter 1938", not_before="1937-12-01", not_after="1938-02-28")
    assert received_by([row("Secret; Priority. Received at 1:05 a.m.")], winter, 1938) is None
