"""TOML with the lines of its keys: where each stands, and what is said where it is no TOML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.decisions import Sheet, read_sheet
from tei.errors import SourceError

SHEET = """# Karsk
sender = "Vetrov"

date = { when = 1938-03-05, certainty = "low" }
via = [
  "Tumanova",
  "Kashin",
]
abstract = \"\"\"
[[telegram]]
starts = "no key"
\"\"\"
[[telegram]]
starts = "To Vetrov"
[[telegram]]
  ends = "Vetrov"
["karsk-07.txt"]
kind = "letter"
[["karsk-07.txt".telegram]]
which = 1
"""


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (("sender",), (2, 1)),
        (("date",), (4, 1)),
        (("date", "certainty"), (4, 1)),
        (("via", 1), (5, 1)),
        (("abstract",), (9, 1)),
        (("telegram", 0), (13, 1)),
        (("telegram", 0, "starts"), (14, 1)),
        (("telegram", 1, "ends"), (16, 3)),
        (("karsk-07.txt", "kind"), (18, 1)),
        (("karsk-07.txt", "telegram", 0, "which"), (20, 1)),
    ],
)
def test_every_key_has_its_line(key: tuple[str | int, ...], place: tuple[int, int]) -> None:
    found = read_sheet(SHEET, "karsk.toml").place(*key)
    assert (found.path, found.line, found.column) == ("karsk.toml", *place)


def test_a_key_that_is_not_there_is_placed_at_what_would_hold_it() -> None:
    sheet = read_sheet(SHEET, "karsk.toml")
    assert sheet.place("telegram", 1, "sender").line == 15
    assert sheet.place("nothing").line == 1


def test_a_table_can_be_taken_out_and_keeps_its_lines() -> None:
    sheet = read_sheet(SHEET, "karsk.toml")
    inner = sheet.inside("karsk-07.txt")
    assert (inner.data["kind"], inner.place("kind").line) == ("letter", 18)
    assert "karsk-07.txt" not in sheet.without(frozenset(["karsk-07.txt"])).data


def test_a_block_at_the_head_counts_from_its_own_line() -> None:
    sheet = read_sheet('sender = "Vetrov"\n', "karsk.txt", first_line=2, head=True)
    assert (sheet.place("sender").line, sheet.head) == (2, True)


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("sender = Vetrov", 1, "on each line"),
        ("a = 1\nsender = “Vetrov”", 2, "straight quotation marks"),
        ("a = 1\n\nsender: Vetrov", 3, "not a colon"),
        ("a = 1\na = 2", 2, "on each line"),
        ('a = "x', 1, "on each line"),
        ("a = " + "[" * 3000, 1, "on each line"),
    ],
)
def test_what_is_no_toml_is_a_finding_with_its_line(text: str, line: int, hint: str) -> None:
    with pytest.raises(SourceError) as error:
        read_sheet(text, "karsk.toml")
    (finding,) = error.value.findings
    assert (finding.rule, finding.location.line) == ("DEC101", line)
    assert hint in finding.hint


def test_a_value_may_be_very_long_or_very_deep() -> None:
    """The lines of what it holds are not looked for, and nothing breaks."""
    long = "abstract = '''\n" + "[one more\n" * 300 + "'''\nkind = 'note'\n"
    assert read_sheet(long, "karsk.toml").place("kind").line == 303
    deep = "a." * 500 + "b = 1\nkind = 'note'\n"
    assert read_sheet(deep, "karsk.toml").place("kind").line == 2


@given(st.text(alphabet='ab"=[]{}#.\n1-, ', max_size=40))
def test_any_text_is_a_sheet_or_a_finding(text: str) -> None:
    try:
        sheet = read_sheet(text, "karsk.toml")
    except SourceError:
        return
    assert isinstance(sheet, Sheet)
    assert {key[0] for key in sheet.places} >= set(sheet.data)
