"""Whatever an editor decides, of whatever page: findings, or a total account with all words in their order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from edition.encoding import source_text
from tei.capture import capture_file
from tei.decisions import read_sheet
from tei.decisions.vocabulary import LAYOUTS, MEANINGS
from tei.encode import Edition, source_words, telegram_document
from tei.errors import SourceError
from tei.model import Owner, Recognition
from tei.recognise import Settings, recognise
from tei.recognise.account import tally
from tei.text import running_words

ROOT = Path(__file__).resolve().parents[3]
PAGES = [
    ROOT / "examples" / "karsk" / "captures" / "06-two-barometers.txt",
    ROOT / "examples" / "karsk" / "captures" / "12-rescue-and-return.txt",
    *sorted((ROOT / "tests" / "golden" / "captures").glob("*/*.txt"))[::5],
    *sorted((ROOT / "tests" / "golden" / "captures").glob("*/*.html"))[::4],
]
FACTS = (
    'sender = "Vetrov"',
    'recipient = ["A", "B"]',
    "date = 1938-03-05",
    'kind = "note"',
    'reference = "AKPI, f. 1, op. 2, d. 3"',
)


@st.composite
def decisions(draw: st.DrawFn, text: str) -> str:
    """Draw tables whose quotations are words of the page, so that many of them can be followed."""
    places = text.split()

    def quote() -> str:
        start = draw(st.integers(0, len(places) - 1))
        return json.dumps(" ".join(places[start : start + draw(st.integers(2, 6))]), ensure_ascii=False)

    lines = draw(st.lists(st.sampled_from(FACTS), max_size=2, unique_by=lambda fact: fact.split()[0]))
    if draw(st.booleans()):
        lines.append(f'layout = "{draw(st.sampled_from(LAYOUTS))}"')
    for _ in range(draw(st.integers(0, 3))):
        lines.append(f"[[{draw(st.sampled_from(['telegram', 'telegram', 'context', 'furniture']))}]]")
        where = draw(st.sampled_from(["starts", "ends", "contains", "both", "both", "which", "none"]))
        if where == "both":
            lines += [f"starts = {quote()}", f"ends = {quote()}"]
        elif where == "which":
            lines.append(f"which = {draw(st.integers(1, 3))}")
        elif where != "none":
            lines.append(f"{where} = {quote()}")
    brackets = [word for word in places if word.startswith("[") and word.rstrip(".,;:").endswith("]")]
    if brackets and draw(st.booleans()):
        bracket = draw(st.sampled_from(brackets)).rstrip(".,;:")
        means = draw(st.sampled_from(sorted(MEANINGS)))
        lines += ["[[bracket]]", f"text = {json.dumps(bracket, ensure_ascii=False)}", f'means = "{means}"']
    return "\n".join(lines)


def holds(found: Recognition, known: Settings) -> bool:
    """Whether every character is owned once, and each telegram has the words of its source in their order."""
    if sum(tally(found.capture, found.spans).values()) != len(found.capture.text):
        return False
    ids = {telegram.start: f"t{number}" for number, telegram in enumerate(found.telegrams)}
    for telegram in found.telegrams:
        edition, lists = Edition("2026-05-03"), known.authority
        tree = telegram_document(telegram, found.capture, id_="t0", edition=edition, authority=lists, others=ids)
        if source_words(tree[-1]) != running_words(source_text(telegram, found)):
            return False
    return True


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_any_decisions_give_findings_or_a_total_account(path: Path, settings: Settings) -> None:
    try_decisions(path, settings, 6)


@pytest.mark.bench
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_very_many_decisions_give_findings_or_a_total_account(path: Path, settings: Settings) -> None:
    """The same, at length."""
    try_decisions(path, settings, 60)


def try_decisions(path: Path, settings: Settings, count: int) -> None:
    capture = capture_file(path)
    unowned = {"REC901", "REC902"}
    before = {finding.rule for finding in recognise(capture, settings).findings} & unowned

    @run(max_examples=count, deadline=None, derandomize=True, database=None)
    @given(decisions(capture.text))
    def check(toml: str) -> None:
        try:
            found = recognise(capture, settings, (read_sheet(toml, "page.toml"),))
        except SourceError:
            return
        assert {finding.rule for finding in found.findings} & unowned <= before
        assert holds(found, settings)

    check()


def test_a_stray_point_is_kept_where_a_decision_cuts_before_it(settings: Settings) -> None:
    """In "12 октября .1931 г." the point is read as a blank; furniture that ends before it leaves it to the context."""
    capture = capture_file(ROOT / "tests" / "golden" / "captures" / "compilation" / "vneshnyaya-politika.txt")
    sheet = read_sheet('[[furniture]]\nends = "А. Я. Старкову 12 октября"', "page.toml")
    found = recognise(capture, settings, (sheet,))
    point = capture.text.index(".1931")
    assert [span.owner for span in found.spans if span.start <= point < span.end] == [Owner.CONTEXT]
    assert holds(found, settings)
