"""Telegrams that are named in a row are each spoken of; what is counted after a number is none."""

from __future__ import annotations

import pytest

from tei.model import Envelope
from tei.recognise.answers import answers_in_text
from tei.recognise.several import with_series

ROWS = [
    ("Your 457 and 458 received.", ["457", "458"]),
    ("Your telegrams Nos. 457 and 458 have come.", ["457", "458"]),
    ("Your 457, 458 and 460.", ["457", "458", "460"]),
    ("Your No. 457 and No. 458 received.", ["457", "458"]),
    ("Ваши № 457 и 458 получены.", ["457", "458"]),
    ("Your 457 of 5 May and 458 of 6 May received.", ["457 1938-05-05", "458 1938-05-06"]),
    ("Reurtels 457, May 4, and 458, May 5.", ["457 1938-05-04", "458 1938-05-05"]),
    ("Your telegrams of 5 May and 7 May received.", ["1938-05-05", "1938-05-07"]),
    ("Your telegrams of 5 and 6 May have come.", ["1938-05-05", "1938-05-06"]),
    ("Ваши телеграммы от 5 и 6 мая получены.", ["1938-05-05", "1938-05-06"]),
    ("Your 457 (4 May) and 458 received.", ["457 1938-05-04", "458"]),
    ("Department's 388 and 391.2 We have seen it.", ["388", "391"]),
    ("На №№ 61 и 62 сообщаем.", ["61", "62"]),
    ("你十日、十二日电均悉。", ["---10", "---12"]),
    ("Your 457 and 20 men arrived.", ["457"]),
    ("Your 203, May 4, and 20 dogs.", ["203 1938-05-04"]),
    ("Your 457, 3 p.m., received.", ["457"]),
    ("Your 457 and on 5 May we left.", ["457"]),
    ("Your telegram of 5 May and the ship left on 6 May.", ["1938-05-05"]),
    ("Your telegram of 5 May. 6 May was cold.", ["1938-05-05"]),
]


@pytest.mark.parametrize(("text", "meant"), ROWS)
def test_a_row_of_telegrams_is_read_to_its_end(text: str, meant: list[str]) -> None:
    named = answers_in_text(text, 0, len(text), year=1938)
    (envelope,) = with_series((Envelope("e", "t", (), named),), text, 1938)
    found = [f"{m.number} {m.moment.when if m.moment else ''}".strip() for m in envelope.mentions]
    assert found == meant
    assert all(text[m.evidence.start : m.evidence.end] == m.text for m in envelope.mentions)


def test_an_envelope_without_mention_is_left_as_it_is() -> None:
    assert with_series((), "", None) == ()
    empty = (Envelope("e", "t"),)
    assert with_series(empty, "Your 457 and 458", None) is empty
