"""Lines that cite a newspaper, and lines that only look like it."""

from __future__ import annotations

import pytest

from tei.archives import builtin
from tei.recognise.layouts.sources import is_source
from tei.recognise.newspapers import newspaper_cited

CITED = [
    ("Правда. 1949. 21 декабря.", ("Правда", "", "1949-12-21", "", ())),
    ("«Известия», 21 декабря 1949 г., № 300", ("Известия", "", "1949-12-21", "no. 300", ())),
    ("Работническо дело (София). 1949. 2 декабря.", ("Работническо дело", "София", "1949-12-02", "", ())),
    ("New York Times, 3 May 1938, p. 4.", ("New York Times", "", "1938-05-03", "", (("4", "4"),))),
    ("The Times, London, 3 May 1938", ("The Times", "London", "1938-05-03", "", ())),
    ("[ Source: Polar Gazette, May 3, 1938]", ("Polar Gazette", "", "1938-05-03", "", ())),
    ("“Polar Gazette,” 3 May 1938, p. 2", ("Polar Gazette", "", "1938-05-03", "", (("2", "2"),))),
]


@pytest.mark.parametrize(("line", "read"), CITED)
def test_title_place_day_number_and_page_of_a_newspaper_are_read(line: str, read: tuple[object, ...]) -> None:
    (found,) = newspaper_cited(line)
    assert (found.title, found.place, found.day, found.volume, found.pages) == read


@pytest.mark.parametrize("line", [line for line, _ in CITED])
def test_a_line_that_cites_a_newspaper_is_a_source(line: str) -> None:
    assert is_source(line, builtin())


@pytest.mark.parametrize(
    "line",
    [
        "Severin, 7 March 1938",
        "Severin, 7 March 1938, No. 12",
        "Морозкин (Карск). 7 марта 1938 г.",
        "Telegram from Vetrov (Karsk), 3 May 1938, p. 2",
        "To Vetrov (Karsk), 7 March 1938",
        "Pravda, May 1938",
        "Новый Карск. Март 1938 года.",
        "Карск. Март 1938 года.",
        "Pravda says on 3 May 1938 that the ice has gone.",
        "“Letter to Pashin,” 3 May 1938",
        "",
    ],
)
def test_place_and_date_of_a_telegram_and_its_title_cite_no_newspaper(line: str) -> None:
    assert newspaper_cited(line) == ()


def test_the_place_in_the_capture_counts_from_where_the_text_begins() -> None:
    (found,) = newspaper_cited("  Pravda, 3 May 1938", 100)
    assert (found.evidence.start, found.evidence.end) == (102, 120)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Загадки льда. Март 1938 года.", ("Загадки льда", "1938", "")),
        ("Новая и новейшая история льда. 1938. № 4–5.", ("Новая и новейшая история льда", "1938", "no. 4–5")),
    ],
)
def test_a_magazine_is_cited_by_its_issue_without_a_page(line: str, read: tuple[str, ...]) -> None:
    (found,) = newspaper_cited(line)
    assert (found.title, found.year, found.volume) == read
    assert is_source(line, builtin())
