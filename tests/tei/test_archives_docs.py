"""The manual of archival references is true: its examples run, its codes and styles are all there."""

import doctest
import re
from pathlib import Path

import pytest

from tei.archives import RULES, STYLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "archival-references.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_every_python_example_of_the_manual_runs_as_printed() -> None:
    blocks = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    test = doctest.DocTestParser().get_doctest("".join(blocks), {}, PAGE.name, str(PAGE), 0)
    results = doctest.DocTestRunner(verbose=False).run(test)
    assert results.attempted > 20
    assert results.failed == 0


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_code_is_in_the_manual(code: str) -> None:
    assert f"| {code} |" in TEXT


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_in_the_manual(style: str) -> None:
    assert f"| `{style}` |" in TEXT


def test_codes_are_each_given_once_and_say_why() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.why.endswith(".") and rule.bad and rule.good for rule in RULES)
