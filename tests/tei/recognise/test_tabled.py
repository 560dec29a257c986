"""Telegrams in a table, a row for each."""

from __future__ import annotations

from tests.tei.recognise.conftest import Recognise

TABLE = """The Loss of the Halvor

When the Halvor struck in 1898 the keeper at Cape Lorn had nothing but a wire. The telegrams of that night are here.

Time\tFrom\tTo\tText
7.52 pm\tKeeper, Cape Lorn\tHarbour Master\tLarge steamer on reef. Sea heavy. Send tug.
8.20 pm\tHarbour Master\tKeeper, Cape Lorn\tTug cannot leave before flood. What ship.

Forty-one people were landed before daylight, and the keeper had a medal for it which his daughter lost.
"""
MEMOIR = """The Desert Flank

I was far from easy about the wells at Karsk. The place lay far from anywhere, and I was told that it was lost. I \
therefore wrote to General Lind.

Prime Minister to General Lind\t14 Jan 41
I am concerned about the wells. What are your intentions there? Pray let me know what you can spare.

He replied at once, with his usual brevity.

General Lind to Prime Minister\t15 Jan 41
Forty lorries on their way. More cannot be spared.

He was as good as his word, and the wells were held until the summer.
"""


def test_each_row_of_a_table_is_a_telegram_with_the_parties_of_its_cells(read: Recognise) -> None:
    names = [(one.party("sent"), one.party("received")) for one in read(TABLE).telegrams]
    assert [(a and a.text, b and b.text) for a, b in names] == [
        ("Keeper, Cape Lorn", "Harbour Master"),
        ("Harbour Master", "Keeper, Cape Lorn"),
    ]


def test_a_table_of_something_else_holds_none(read: Recognise) -> None:
    assert not read(TABLE.replace("Time\tFrom\tTo\tText", "Time\tWind\tSea\tRemarks")).telegrams


def test_what_a_memoir_says_between_its_telegrams_is_none_of_theirs(read: Recognise) -> None:
    recognition = read(MEMOIR)
    ends = [MEMOIR[one.start : one.end].rstrip().rsplit(" ", 1)[-1] for one in recognition.telegrams]
    assert ends == ["spare.", "spared."]
