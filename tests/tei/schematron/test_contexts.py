"""Predicates that are plain tests may be made after the match; all others stay in the match pattern."""

from __future__ import annotations

import pytest

from tei.schematron.contexts import parted


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("tei:div[@type = 'point']", ("tei:div", ("@type = 'point'",))),
        ("tei:*[@from and @to] [not(self::tei:locus)]", ("tei:*", ("@from and @to", "not(self::tei:locus)"))),
        ("tei:list[@type='gloss']/tei:item[@n]", ("tei:list[@type='gloss']/tei:item", ("@n",))),
        ("tei:*[starts-with(@target, '#')]", ("tei:*", ("starts-with(@target, '#')",))),
        ("tei:p[tei:note[@n = ']']]", ("tei:p[tei:note[@n = ']']]", ())),
        ("tei:title", ("tei:title", ())),
    ],
)
def test_plain_tests_are_parted_from_the_step(pattern: str, parts: tuple[str, tuple[str, ...]]) -> None:
    assert parted(pattern) == parts


@pytest.mark.parametrize(
    "pattern",
    [
        "tei:p[1]",
        "tei:p[last()]",
        "tei:p[position() = 2]",
        "tei:p[count(tei:note)]",
        "tei:p[@n = 1][2]",
        "tei:p[@n] | tei:ab[@n]",
        "tei:p[@n = $number]",
    ],
)
def test_what_may_mean_a_place_stays_in_the_pattern(pattern: str) -> None:
    """A number is a position, and so is what asks for one; of two branches none is parted, nor one with a variable."""
    assert parted(pattern) == (pattern, ())
