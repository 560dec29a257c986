"""Lines of a short page that go on in the next."""

from __future__ import annotations

import pytest

from tei.recognise.spacing import flows_over

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
