"""The manual of findings: every rule has a page, and a code that is misspelt finds the nearest."""

from __future__ import annotations

import re

import pytest

from edition.explaining import all_rules, explain, listing
from tei.findings import Rule


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_page_that_says_why(rule: Rule) -> None:
    page = explain(rule.code)
    assert page is not None
    assert page.startswith(f"{rule.code} {rule.name} ({rule.severity.label})\n\n{rule.why}\n")
    assert rule.why.endswith((".", "?", ")"))
    assert page == explain(rule.name) == explain(rule.code.lower())


def test_codes_and_names_are_of_one_form_and_unique() -> None:
    rules = all_rules()
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", rule.code) for rule in rules)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in rules)
    assert len({rule.name for rule in rules}) == len(rules)


def test_a_page_shows_the_bad_and_the_good_example() -> None:
    page = explain("CAP103")
    assert page is not None
    assert "\nBad:\n    tei encode letter.txt\n\nGood:\n    tei encode letter.txt --charset windows-1251\n" in page


def test_a_code_that_is_nothing_like_any_has_no_page() -> None:
    assert explain("nothing") is None


def test_the_list_has_a_line_for_every_rule() -> None:
    assert [line.split()[0] for line in listing().splitlines()] == [rule.code for rule in all_rules()]
