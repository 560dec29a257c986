"""Headings that run in with their text, and calendars of summaries that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.capture import capture_file
from tei.decisions import read_sheet
from tei.recognise import Settings, recognise
from tei.recognise.layouts.run_in_heads import is_calendar, with_heads_apart
from tei.recognise.paragraphs import split_paragraphs
from tests.tei.recognise.conftest import Recognise

CAPTURES = Path(__file__).resolve().parents[2] / "golden" / "captures"
WIRE = "Vetrov to Sabelnikov, Karsk, 1 August 1938: I have the stove, but no pipe came with it. Send one soon."


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (WIRE, ["Vetrov to Sabelnikov, Karsk, 1 August 1938", ":", WIRE.partition(": ")[2]]),
        ("Vetrov to Sabelnikov, Karsk, 1 August 1938: asks us for a pipe to the stove, soon.", None),
        ("Vetrov to Sabelnikov, Karsk, 1 August 1938: Asks for a pipe to the stove, and soon.", None),
        ("Vetrov to Sabelnikov, Karsk, 1 August 1938: I do.", None),
        ("The stove of Karsk, 1 August 1938: I have measured it twice and found it wanting.", None),
        ("Vetrov to Sabelnikov on stoves: I have measured mine twice and found it wanting.", None),
        ("At 10:30 on 1 August 1938 Vetrov wrote to Sabelnikov: I have no pipe for the stove here.", None),
    ],
)
def test_heading_is_parted_from_a_text_that_speaks(text: str, rows: list[str] | None) -> None:
    assert [row.text for row in with_heads_apart(split_paragraphs(text))] == (rows or [text])


def test_summaries_are_a_calendar() -> None:
    summary = "Vetrov to Sabelnikov, Karsk, {} August 1938: asks for a pipe to the stove, and for another stove."
    assert is_calendar([summary.format(day) for day in range(1, 4)])
    assert not is_calendar([summary.format(1), WIRE, WIRE])


def test_wires_with_their_headings_are_told_apart(read: Recognise) -> None:
    found = read(f"{WIRE}\n\n{WIRE.replace('1 August', '3 August')}\n")
    assert [one.sent and one.sent.when for one in found.telegrams] == ["1938-08-01", "1938-08-03"]
    assert [finding.rule for finding in found.findings] == ["REC104"]


@pytest.mark.parametrize(
    ("page", "sheet"),
    [
        (
            "record/perepiska-arhiv",
            '[[telegram]]\nends = "Ом. Ветров. №98 19/IV. 38.2 _____________________________"',
        ),
        ("record/perepiska-arhiv", '[[telegram]]\nends = "38.2 _____________________________"'),
        ("compilation/run-in-heads", 'sender = "Vetrov"\nlayout = "frus"'),
    ],
)
def test_markers_and_colons_are_kept_where_the_editor_decides(settings: Settings, page: str, sheet: str) -> None:
    found = recognise(capture_file(CAPTURES / f"{page}.txt"), settings, (read_sheet(sheet, "page.toml"),))
    assert not {finding.rule for finding in found.findings} & {"REC901", "REC902"}
