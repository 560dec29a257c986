"""The words that a query asks for and that a text is found by, in Python and in the browser's script alike."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.searching.words import UNBROKEN, asked, indexed, table

SCRIPT = Path(__file__).resolve().parents[3] / "transforms" / "static" / "site" / "search-words.js"

QUERIES = [
    ("Xi’an", ["xian"]),
    ("Mao's answer", ["mao", "answer"]),
    ("O’Brien", ["obrien"]),
    ("l’état", ["letat"]),
    ("Kai-shek", ["kai", "shek"]),
    ("Łódź", ["lodz"]),
    ("Jǐ Péngfēi", ["ji", "pengfei"]),
    ("ёлка", ["елка"]),
    ("ЁЛКА Ёлка", ["елка"]),
    ("чай", ["чаи"]),
    ("Straße", ["strase"]),
    ("国民党", ["国民", "民党"]),
    ("國民黨", ["国民", "民党"]),
    ("毛", ["毛"]),
    ("毛 Mao", ["毛", "mao"]),
    ("在北京。会议", ["在北", "北京", "会议"]),
    ("モスクワ", ["モス", "スク", "クワ"]),
    ("f. 558, op. 11", ["f", "558", "op", "11"]),
    ("1937–38", ["1937", "38"]),
    ("“a phrase”", ["a", "phrase"]),
    ("co\u00adoperate", ["cooperate"]),
    ("e\u0301tude", ["etude"]),
    ("ﬁnal", ["fnal"]),
    ("𠮷野", ["𠮷野"]),
    ("—", []),
    ("", []),
]


@pytest.mark.parametrize(("query", "words"), QUERIES)
def test_a_query_asks_for_folded_words(query: str, words: list[str]) -> None:
    assert list(asked(query)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Plain words, with stops.", []),
        ("Xi’an", ["xian", "xi", "an"]),
        ("Mao’s", ["mao", "maos"]),
        ("Chiang Kai-shek.", ["kai", "shek", "kaishek"]),
        ("Łódź", ["lodz"]),
        ("Ёлка, чай", []),
        ("中國國民黨。", ["中国", "国国", "国民", "民党", "党"]),
        ("(Péngfēi)", []),
    ],
)
def test_the_index_gets_only_what_it_does_not_know_of_its_own_accord(text: str, words: list[str]) -> None:
    """Case and accents it folds itself; a run without spaces is given as pairs and its last character."""
    assert list(indexed(text)) == words


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=12))
def test_whatever_is_written_is_found_by_asking_for_it(word: str) -> None:
    """Each word asked for is in the index: one that is given, the text's own in small letters, or the start of one."""
    plain = unicodedata.normalize("NFD", word.lower())
    own = "".join(char for char in plain if not unicodedata.category(char).startswith("M"))
    known = (*indexed(word), own)
    assert all(len(part) == 1 or any(each.startswith(part) for each in known) for part in asked(word))


def test_the_table_holds_only_what_the_rule_does_not_say() -> None:
    found = table()
    assert found["ł"] == "l"
    assert found["’"] == "'"
    assert found["國"] == "国"
    assert "é" not in found
    assert "国" not in found
    assert len(found) < 1500


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("needs node")
    return found


def in_script(node: str, folder: Path, queries: list[str]) -> list[list[str]]:
    """What search-words.js makes of queries."""
    (folder / "given.json").write_text(json.dumps([{"map": table(), "unbroken": UNBROKEN}, queries]), encoding="utf-8")
    (folder / "words.mjs").write_bytes(SCRIPT.read_bytes())
    program = (
        "import {readFileSync} from 'node:fs'; import {makeFolding} from './words.mjs';"
        "const [rules, queries] = JSON.parse(readFileSync('given.json', 'utf-8')); const folding = makeFolding(rules);"
        "console.log(JSON.stringify(queries.map((query) => folding.asked(query))));"
    )
    (folder / "ask.mjs").write_text(program, encoding="utf-8")
    done = subprocess.run([node, "ask.mjs"], cwd=folder, capture_output=True, text=True, check=True)
    found: list[list[str]] = json.loads(done.stdout)
    return found


def test_the_script_asks_for_the_same_words(node: str, tmp_path: Path) -> None:
    assert in_script(node, tmp_path, [query for query, _ in QUERIES]) == [words for _, words in QUERIES]


def test_the_script_folds_every_letter_as_we_do(node: str, tmp_path: Path) -> None:
    """The characters of all alphabets, and every seventh of Han, each inside a word."""
    codes = (*range(0x21, 0x3400), *range(0x3400, 0xA000, 7), *range(0xF900, 0x10000))
    letters = [f"a{chr(code)}b" for code in codes if unicodedata.category(chr(code))[0] in "LNM"]
    found = in_script(node, tmp_path, letters)
    assert [text for text, words in zip(letters, found, strict=True) if words != list(asked(text))] == []
