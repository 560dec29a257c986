"""Expressions that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from tei import regexes
from tei.regexes import regex


def test_an_expression_is_compiled_once_and_not_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most are never asked by a page."""
    made: list[str] = []

    def compiled(pattern: str, flags: int) -> re.Pattern[str]:
        made.append(pattern)
        return re.compile(pattern, flags)

    monkeypatch.setattr(regexes, "compiled", compiled)
    floe = regex(r"floe|(?P<sign>\d)", re.IGNORECASE)
    assert not made
    assert floe.search("an ice FLOE")
    assert floe.fullmatch("7")
    assert made == [floe.pattern]


@pytest.mark.parametrize("name", [name for name in dir(re.compile("")) if not name.startswith("_")])
def test_it_has_all_that_a_compiled_one_has(name: str) -> None:
    """Whichever of them is asked for first."""
    later, known = regex(r"(?P<day>\d+) (March|April)"), re.compile(r"(?P<day>\d+) (March|April)")
    one, other = getattr(later, name), getattr(known, name)
    assert callable(one) if callable(other) else one == other
