"""The page for historians is true: its list loads without a finding, its table names every rule, its example runs."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

from tei.authority import RULES, Authority

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "authority-lists.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_list_of_the_page_loads_and_does_what_the_page_says(tmp_path: Path) -> None:
    path = tmp_path / "karsk.xml"
    path.write_text(block("xml"), encoding="utf-8")
    authority, findings = Authority.load([path])
    assert findings == ()
    text = "A. Veltman, VELTMAN's, Veltman3, O. Veltman, Joseph Veltman, Вельтману, SEVER, pi, PI, veltman"
    names = [text[match.start : match.end] for match in authority.find(text, date="1937-05")]
    assert names == ["A. Veltman", "VELTMAN", "Veltman", "Вельтману", "SEVER", "PI"]
    assert authority.find("Sever", date="1939") == ()


def test_the_page_names_every_rule() -> None:
    assert re.findall(r"^\| (AUT\d+)", PAGE, re.MULTILINE) == [rule.code for rule in RULES]


def test_the_example_in_python_prints_what_the_page_shows() -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(block("python"), {})
    assert printed.getvalue() == block("text")
