"""The golden captures: nothing of a page is lost, each document is valid, and no family is read worse than before."""

from __future__ import annotations

import math
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from edition.encoding import Job
from tei.recognise.account import tally
from tests import accuracy
from tests.accuracy import Count, Page, count_values, flat, fold, pair, questions

CAPTURES = accuracy.golden_captures()
FAMILIES = sorted({path.parent.name for path in CAPTURES})

FLOORS: dict[str, tuple[float, float, float, float]] = {
    "article": (0.95, 0.71, 0.91, 0.73),
    "cipher-form": (0.81, 0.43, 0.85, 1.00),
    "compilation": (0.93, 0.82, 1.00, 0.95),
    "frus": (0.87, 0.66, 0.85, 0.85),
    "plain": (0.66, 0.19, 1.00, 0.28),
    "record": (0.90, 0.82, 1.00, 1.00),
}
"""Precision and recall of fields, then of telegrams, as measured, rounded down. Raise them when they are passed."""

each_page = pytest.mark.parametrize("path", CAPTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")


@cache
def page_of(path: Path) -> Page:
    return accuracy.golden_page(path, _job())


@cache
def _job() -> Job:
    return accuracy.golden_job()


def test_every_capture_has_its_expectation() -> None:
    files = {path for path in (accuracy.GOLDEN / "captures").rglob("*") if path.is_file() and path.suffix != ".md"}
    beside = {path.with_name(f"{path.stem}.expected.json") for path in CAPTURES}
    assert files == {*CAPTURES, *beside}
    assert len(CAPTURES) == len({path.name for path in CAPTURES})


def test_each_family_has_a_floor() -> None:
    assert FLOORS.keys() == {*FAMILIES}


@each_page
def test_account_of_a_page_is_total(path: Path) -> None:
    recognition = page_of(path).recognition
    assert sum(tally(recognition.capture, recognition.spans).values()) == len(recognition.capture.text)
    assert not [finding for finding in recognition.findings if finding.rule.startswith("REC9")]


@each_page
def test_documents_of_a_page_are_valid(path: Path) -> None:
    assert page_of(path).invalid == ()


@each_page
def test_words_of_a_page_are_those_of_its_documents_in_order(path: Path) -> None:
    assert page_of(path).words_differ == ()


@each_page
def test_every_field_of_the_expectations_is_compared(path: Path) -> None:
    asked = {field for expected in page_of(path).expected for field, _ in questions(expected)}
    assert asked <= accuracy.READERS.keys()


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_no_family_is_read_worse_than_before(family: str) -> None:
    found = [one for path in CAPTURES if path.parent.name == family for one in accuracy.measure(page_of(path))]
    fields = sum((one.count for one in found if one.field != accuracy.TELEGRAMS), Count())
    telegrams = sum((one.count for one in found if one.field == accuracy.TELEGRAMS), Count())
    now = tuple(
        math.floor(share * 100) / 100
        for share in (fields.precision, fields.recall, telegrams.precision, telegrams.recall)
    )
    assert all(share >= floor for share, floor in zip(now, FLOORS[family], strict=True)), (family, now, FLOORS[family])


@pytest.mark.parametrize(
    ("field", "expected", "found", "count"),
    [
        ("sender", ("Pavel Vetrov",), ("Pavel Vetrov",), Count(1, 1, 1)),
        ("sender", ("Pavel Vetrov",), ("Anton Pashin",), Count(1, 1, 0)),
        ("sender", ("Pavel Vetrov",), (), Count(1, 0, 0)),
        ("signed", (), ("VETROV",), Count(0, 1, 0)),
        ("signed", (), (), Count(0, 0, 0)),
        ("distribution", ("Pashin", "Pashin", "to file"), ("Cde. Pashin", "Copy to file"), Count(3, 2, 2)),
        ("marking", ("Secret", "Urgent"), ("SECRET. URGENT.",), Count(2, 2, 2)),
        ("starts_with", ("The mast stands",), ("The mast stands, and so", ), Count(1, 1, 1)),
        ("starts_with", ("The mast stands",), ("[…] The mast stands, and", ), Count(1, 1, 1)),
        ("starts_with", ("The mast stands",), ("Radio Section. The mast stands", ), Count(1, 1, 0)),
        ("answers", ("402",), ("|402|1938-04-28|None|",), Count(1, 1, 1)),
        ("printed", ("pages=112–13",), ("pages=112–113",), Count(1, 1, 1)),
    ],
)  # fmt: skip
def test_values_are_counted_item_by_item(
    field: str, expected: tuple[str, ...], found: tuple[str, ...], count: Count
) -> None:
    assert count_values(field, expected, found) == count


@pytest.mark.parametrize(
    ("value", "items"),
    [
        (None, ()),
        (0, ()),
        (3, ("3",)),
        (True, ("true",)),
        (["a", "b"], ("a", "b")),
        ({"fond": "7", "leaves": [["17", "17v"], ["20", "20"]]}, ("fond=7", "leaves=17–17v", "leaves=20")),
        ([{"fond": "7"}, {"parts": {"box": "4"}}], ("fond=7", "2 box=4")),
    ],
)
def test_expectations_are_flattened_to_what_is_counted(value: object, items: tuple[str, ...]) -> None:
    assert tuple(flat(value)) == items


def test_null_for_an_enclosed_message_asks_that_none_be_found() -> None:
    assert list(questions({"enclosed_message": None})) == [("enclosed_message.sender", None)]


def test_text_is_compared_without_case_quotation_marks_and_stops_at_its_ends() -> None:
    assert fold("“The  Door may be SENT.”") == fold("door may be sent")


def test_share_of_nothing_is_whole() -> None:
    assert (Count().precision, Count().recall) == (1.0, 1.0)


def _first_pages(family: str) -> Page:
    return page_of(next(path for path in CAPTURES if path.parent.name == family))


def test_telegram_that_was_not_found_is_missed_in_each_of_its_fields() -> None:
    page = replace(_first_pages("compilation"), found=())
    assert pair(page) == [None] * len(page.expected)
    assert all(one.count.found == one.count.right == 0 for one in accuracy.measure(page))


def test_pages_without_first_words_are_paired_in_order() -> None:
    page = _first_pages("compilation")
    plain = tuple({key: one[key] for key in ("sender", "recipient", "sent")} for one in page.expected)
    first, second, _, *others = page.found
    assert pair(replace(page, expected=plain, found=(first, second, *others))) == [first, second, None, *others]


@pytest.mark.parametrize("options", [[], ["--misses"]])
def test_report_is_printed_and_never_fails(
    options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = list(accuracy.measure(_first_pages("compilation")))
    monkeypatch.setattr(accuracy, "measures", lambda: few)
    monkeypatch.setattr(sys, "argv", ["accuracy", *options])
    accuracy.main()
    said = capsys.readouterr().out
    assert "precision" in said
    assert "compilation" in said
    assert ("expected '" in said) == bool(options)
