"""The review page: every character of the source, every field with its words, and what to doubt before all else."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from edition.cli import main
from edition.review.source import Reach, source_lines
from tei.model import OwnedSpan, Owner

KARSK = Path(__file__).resolve().parents[2] / "examples" / "karsk"
PAGE = """Telegram, Vetrov to Sabelnikov

To Com. Sabelnikov.

The door <script>alert(1)</script> is frozen & shut.

VETROV

14 February 1938
"""


def review(folder: Path, *sources: Path, code: int = 0) -> html.HtmlElement:
    page = folder / "review.html"
    arguments = ["encode", *map(str, sources), "-o", str(folder / "tei"), "--review", str(page), "--date", "2026-01-01"]
    result = CliRunner().invoke(main, [*arguments, "--config", str(KARSK / "edition.toml")])
    assert result.exit_code == code, result.output
    return html.document_fromstring(page.read_bytes().decode())


def karsk(folder: Path) -> html.HtmlElement:
    return review(folder, *sorted((KARSK / "captures").glob("*.txt")))


def test_every_character_of_a_source_is_on_the_page(tmp_path: Path) -> None:
    source = sorted((KARSK / "captures").glob("*.txt"))[0]
    page = review(tmp_path, source)
    shown = "\n".join(line.text_content() for line in page.find_class("source")[0].xpath(".//span[@class='words']"))
    assert shown == source.read_text(encoding="utf-8")


def test_ids_are_unique_and_every_link_on_the_page_has_its_target(tmp_path: Path) -> None:
    page = karsk(tmp_path)
    ids = Counter(page.xpath("//@id"))
    assert [one for one, number in ids.items() if number > 1] == []
    assert [href for href in page.xpath("//a/@href") if href.startswith("#") and href[1:] not in ids] == []


def test_each_telegram_has_a_card_that_leads_to_its_file(tmp_path: Path) -> None:
    page = karsk(tmp_path)
    links = page.xpath("//article[@class='card']/h3/a/@href")
    files = sorted(path.name for path in (tmp_path / "tei").glob("t*.xml"))
    assert sorted(Path(link).name for link in links) == files
    assert all((tmp_path / link).is_file() for link in links)


def test_a_field_shows_the_words_that_it_was_read_from(tmp_path: Path) -> None:
    page = karsk(tmp_path)
    rows = page.xpath("//div[@data-field]")
    assert len(rows) > 50
    for row in rows:
        served = page.xpath("//span[contains(concat(' ', @data-serves, ' '), $key)]", key=f" {row.get('data-field')} ")
        words = " ".join("".join(one.text_content() for one in served).split())
        wanted = " ".join(row.find_class("words")[0].text_content().split())
        assert words.replace(" ", "") == wanted.replace(" ", "")


def test_findings_stand_first_the_worst_before_the_others_and_doubts_after_them(tmp_path: Path) -> None:
    source = tmp_path / "captures" / "a.txt"
    source.parent.mkdir()
    source.write_text(PAGE.replace("Telegram, Vetrov to Sabelnikov\n", ""), encoding="utf-8")
    kinds = [one.text_content() for one in review(tmp_path, source).find_class("severity")]
    order = ["error", "warning", "info", "doubt"]
    assert kinds == sorted(kinds, key=order.index) != []


def test_markup_in_a_source_is_shown_and_never_becomes_markup(tmp_path: Path) -> None:
    source = tmp_path / "captures" / "a.txt"
    source.parent.mkdir()
    source.write_text(PAGE, encoding="utf-8")
    page = review(tmp_path, source)
    assert len(page.xpath("//script")) == 1
    assert "<script>alert(1)</script>" in page.find_class("source")[0].text_content()


def test_the_page_loads_nothing_and_allows_only_its_own_script_and_style(tmp_path: Path) -> None:
    page = karsk(tmp_path)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; base-uri 'none'", policy)
    assert page.xpath("//@src | //link | //@style") == []


def test_the_same_run_gives_the_same_page(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
        karsk(folder)
    assert (first / "review.html").read_bytes() == (second / "review.html").read_bytes()


def test_a_page_that_cannot_be_written_is_a_finding_and_the_documents_are_there(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(PAGE, encoding="utf-8")
    arguments = ["encode", str(source), "-o", str(tmp_path / "tei"), "--review", str(tmp_path), "--format", "json"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert any(one["path"] == str(tmp_path) for one in json.loads(result.stdout)["findings"])
    assert list((tmp_path / "tei").glob("*.xml"))


def test_a_file_that_is_no_review_page_is_never_written_over(tmp_path: Path) -> None:
    """A forgotten name makes the capture the page's: evidence must not be lost by a slip."""
    source = tmp_path / "a.txt"
    source.write_text(PAGE, encoding="utf-8")
    arguments = ["encode", str(source), "-o", str(tmp_path / "tei"), "--review"]
    refused = CliRunner().invoke(main, [*arguments, str(source)])
    assert refused.exit_code == 2
    assert "no review page" in refused.output
    assert source.read_text(encoding="utf-8") == PAGE
    for _ in range(2):  # one's own page of the run before is
        assert CliRunner().invoke(main, [*arguments, str(tmp_path / "review.html")]).exit_code == 0


def test_a_source_without_a_telegram_is_shown_with_its_finding(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The roof was painted in May.\n", encoding="utf-8")
    page = review(tmp_path, source, code=1)
    assert "The roof was painted in May." in page.find_class("source")[0].text_content()
    assert page.xpath("//li[contains(@class, 'error')]/a/@href") == ["#s1l1"]


@given(
    st.text("ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.lists(st.integers(0, 60), max_size=6),
)
def test_segments_are_the_text_and_each_field_begins_once(
    text: str, reached: list[tuple[int, int]], cuts: list[int]
) -> None:
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    spans = [OwnedSpan(a, b, Owner.TEXT) for a, b in pairwise(places)]
    reaches = [Reach(f"f{n}", min(a, b), min(max(a, b), len(text))) for n, (a, b) in enumerate(reached)]
    lines = source_lines(text, spans, reaches)
    assert "\n".join("".join(one.text for one in line.segments) for line in lines) == text
    begun = Counter(key for line in lines for one in line.segments for key in one.begins)
    assert all(number == 1 for number in begun.values())


@pytest.mark.parametrize("words", ["Com. Sabelnikov", "VETROV", "14 February 1938"])
def test_words_on_a_line_are_tied_to_what_was_read_from_them(tmp_path: Path, words: str) -> None:
    source = tmp_path / "a.txt"
    source.write_text(PAGE, encoding="utf-8")
    page = review(tmp_path, source)
    assert words in [one.text_content() for one in page.xpath("//span[@data-serves]")]
