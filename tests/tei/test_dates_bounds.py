"""Editors of Russian volumes bound a day behind its month or year."""

from __future__ import annotations

import pytest

from tei.dates import find_dates


@pytest.mark.parametrize(
    ("text", "when", "certainty"),
    [
        ("в мае, не ранее 12, 1921 г.", "1921-05-12", "not-before"),
        ("1921 г., не позднее 3 июня", "1921-06-03", "not-after"),
        ("май, позднее 12, 1921", "1921-05-12", "not-before"),
    ],
)
def test_a_bound_has_its_month_and_year_before_it(text: str, when: str, certainty: str) -> None:
    """All of it is one date."""
    (found,) = find_dates(text)
    assert (found.when, found.certainty) == (when, certainty)


def test_a_word_that_is_no_month_bounds_nothing() -> None:
    """«пакет, не ранее 12, 1921 г.» gives the year alone."""
    assert [found.when for found in find_dates("пакет, не ранее 12, 1921 г.")] == ["1921"]
