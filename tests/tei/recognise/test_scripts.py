"""Captures in Russian and Chinese, invented like all of Karsk: every field that a careful editor reads off them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from edition.config import Config
from edition.encoding import Job
from edition.settings import job_of
from tei.capture import capture_file
from tests.golden.pages import Page, encode_page
from tests.golden.pairing import measure

SCRIPTS = Path(__file__).parent / "scripts"
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads((SCRIPTS / "expected.json").read_text(encoding="utf-8"))

each_page = pytest.mark.parametrize("name", EXPECTED)


@pytest.fixture(scope="module")
def job() -> Job:
    made, findings = job_of(Config(authority=(SCRIPTS / "authority.xml",)), date="2026-01-01")
    assert not findings
    return made


def page(name: str, job: Job) -> Page:
    return encode_page(SCRIPTS / name, "scripts", EXPECTED[name], job)


def test_every_capture_has_its_expectation() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in SCRIPTS.glob("*.txt"))


@each_page
def test_page_is_read_as_an_editor_reads_it(name: str, job: Job) -> None:
    missed = [(one.telegram, one.field, one.expected, one.found) for one in measure(page(name, job)) if one.missed]
    assert missed == []


@each_page
def test_documents_are_valid_and_lose_no_word(name: str, job: Job) -> None:
    encoded = page(name, job)
    assert (encoded.invalid, encoded.words_differ) == ((), ())
    assert not [finding for finding in encoded.recognition.findings if finding.rule.startswith("REC9")]


@each_page
def test_text_is_in_the_language_of_its_script(name: str, job: Job) -> None:
    languages = {telegram.language.partition("-")[0] for telegram in page(name, job).recognition.telegrams}
    assert languages <= {"en" if name.startswith("mixed") else name[:2]}


CHARSETS = {
    "ru": ("windows-1251", "koi8-r", "cp866", "utf-16-le", "utf-16-be"),
    "zh": ("gb18030", "gbk", "utf-16-le", "utf-16-be"),
    "zh-traditional-rhyme-day.txt": ("big5",),
}


@pytest.mark.parametrize(
    ("name", "charset"),
    [
        (name, charset)
        for name in EXPECTED
        for key, sets in CHARSETS.items()
        for charset in sets
        if name.startswith(key)
    ],
)
def test_charset_of_a_page_is_guessed_right(name: str, charset: str, tmp_path: Path) -> None:
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    try:
        data = text.encode(charset)
    except UnicodeEncodeError:
        pytest.skip(f"{charset} has not all the signs of this page")
    path = tmp_path / name
    path.write_bytes(data)
    assert capture_file(path).text == text


TWO_OF_A_NAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="lists"><teiHeader/><standOff><listPerson>
<person xml:id="luo-zhiping"><persName type="preferred"><surname>Luo</surname> <forename>Zhiping</forename></persName>
</person>
<person xml:id="luo-wen"><persName type="preferred"><surname>Luo</surname> <forename>Wen</forename></persName></person>
<person xml:id="vetrov"><persName type="preferred"><forename>Pavel</forename> <surname>Vetrov</surname></persName>
</person>
</listPerson></standOff></TEI>"""


@pytest.mark.parametrize(
    ("title", "ref"),
    [("Telegram from Luo Zhiping to Vetrov", "#luo-zhiping"), ("Telegram from Luo to Vetrov", None)],
)
def test_surname_of_two_is_resolved_only_where_the_page_gives_the_full_name(
    title: str, ref: str | None, tmp_path: Path
) -> None:
    lists = tmp_path / "lists.xml"
    lists.write_text(TWO_OF_A_NAME, encoding="utf-8")
    made, _ = job_of(Config(authority=(lists,)), date="2026-01-01")
    path = tmp_path / "page.txt"
    path.write_text(
        f"{title}, 6 May 1938\n\nTo Vetrov.\n\nThe paint comes with Luo in June.\n\nLuo\n", encoding="utf-8"
    )
    (found,) = encode_page(path, "scripts", [], made).found
    names = found.tree.xpath("//*[local-name()='p']/*[local-name()='persName'][.='Luo']")
    assert [name.get("ref") for name in names] == [ref]
