"""Lines of a short page that go on in the next."""

from __future__ import annotations

import pytest

from tei.recognise.spacing import flows_over, wrapped_runs

LINE = "On 4 February I had a meeting with the skipper at his request; he said that"


@pytest.mark.parametrize("after", ["the hens lay well.", "25 February is a holiday.", "[they] lay well."])
def test_a_sentence_that_fills_its_line_goes_on(after: str) -> None:
    assert flows_over(LINE, after)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (f"{LINE} is all.", "the hens lay well."),
        ("He said that", "the hens lay well."),
        (LINE, "to Comrade Vetrov"),
        (LINE[:-5], "a) the hens;"),
    ],
)
def test_a_line_that_ends_or_a_line_of_a_form_stands_alone(line: str, after: str) -> None:
    assert not flows_over(line, after)


BLOCK = [
    "The council met in the evening of the",
    "third and heard the report of the head of",
    "the station, who told at length how the",
    "mast had come down. It was asked whether",
    "the set could be saved.",
]


def test_lines_of_a_narrow_block_go_on_each_other_where_sentences_run_over_their_ends() -> None:
    assert wrapped_runs(BLOCK, [1, 0, 0, 0, 0]) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "lines",
    [
        ["Vetrov, head of the station at Karsk", "Sabelnikov, of the institute at Severin",
         "Pashin, master of the ship Tarn", "Lapina, of the polar council there", "Gurko, operator of the set"],
        ["The mast is down.", "the set is silent", "no wire", "no oil", "no dogs"],
    ],
)  # fmt: skip
def test_lists_and_short_lines_stay_apart(lines: list[str]) -> None:
    assert wrapped_runs(lines, [1, 0, 0, 0, 0]) == frozenset()
