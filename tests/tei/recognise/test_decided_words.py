"""What an editor says of a few words, and what of it cannot stand together; people and station are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.decisions import read_sheet
from tei.errors import SourceError
from tei.model import Capture, Mark
from tei.recognise import Settings, recognise
from tei.recognise.meanings import RESP

Marks = Callable[..., list[Mark]]

PAGE = """Telegram from Vetrov to Sabelnikov, 5 March 1938

To Comrade Sabelnikov

The ship [Polynya] stands in the ice until the 12th. The ship has coal.

Vetrov
"""


@pytest.fixture(scope="module")
def marks(settings: Settings) -> Marks:
    def run(*tomls: str) -> list[Mark]:
        sheets = tuple(read_sheet(toml, f"page-{n}.toml") for n, toml in enumerate(tomls))
        found = recognise(Capture("page.txt", "page", PAGE, "0" * 64), settings, sheets)
        return [mark for mark in found.telegrams[0].body.marks if RESP in mark.attributes]

    return run


def name(text: str, id_: str, more: str = "") -> str:
    return f'[[name]]\ntext = "{text}"\nis = "{id_}"\n{more}\n'


def references(marks: list[Mark]) -> list[str]:
    return [dict(mark.attributes)["ref"] for mark in marks]


@pytest.mark.parametrize(
    "toml",
    [
        name("The ship", "stalin") + name("The ship", "molotov"),
        name("The ship", "stalin") + name("ship has coal", "molotov"),
        '[[day]]\ntext = "the 12th"\nwhen = 1938-03-12\n[[day]]\ntext = "12th"\nwhen = 1938-04-12',
        '[[bracket]]\ntext = "[Polynya]"\nmeans = "sense"\n[[bracket]]\ntext = "ship [Polynya]"\nmeans = "original"',
    ],
)
def test_two_decisions_of_one_file_that_claim_the_same_words_are_refused(marks: Marks, toml: str) -> None:
    with pytest.raises(SourceError) as error:
        marks(toml)
    (finding,) = error.value.findings
    assert finding.rule == "DEC111"
    assert finding.location.line > 1
    assert "line 2 decides" in finding.message
    assert "occurrence" in finding.hint


def test_a_decision_of_one_place_goes_before_one_of_all_places(marks: Marks) -> None:
    general, special = name("The ship", "stalin"), name("The ship", "molotov", "occurrence = 2")
    assert references(marks(general + special)) == references(marks(special + general)) == ["#stalin", "#molotov"]


def test_of_two_files_the_later_decides_of_the_words(marks: Marks) -> None:
    assert references(marks(name("The ship", "stalin"), name("The ship", "molotov"))) == ["#molotov", "#molotov"]


def test_a_name_may_stand_in_a_name(marks: Marks) -> None:
    assert references(marks(name("The ship has", "stalin") + name("ship", "molotov", "occurrence = 2"))) == [
        "#stalin",
        "#molotov",
    ]
