"""Cover names that a page explains hold on that page, and only where it explains them beyond doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.archives import builtin
from tei.authority import Authority
from tei.capture import capture_file
from tei.encode import Edition, telegram_document
from tei.model import Capture
from tei.recognise import Settings, recognise
from tei.recognise.covernames import learn

AUTHORITY, _ = Authority.load([Path(__file__).resolve().parents[3] / "examples" / "karsk" / "authority.xml"])

EXPLAINED = [
    ("To ZIMNIK [Vetrov]", "ZIMNIK"),
    ("Comrade Zimnik [i.e. Vetrov]", "Zimnik"),
    ("Zimnik [the pseudonym of Vetrov] writes", "Zimnik"),
    ("“Zimnik” [Vetrov] writes", "Zimnik"),
    ("Signed Old Zimnik [Pavel Vetrov]", "Old Zimnik"),
    ("Vetrov used the code name ‘Zimnik’ in those years.", "Zimnik"),
    ("In these telegrams Vetrov appears under the cover name Zimnik.", "Zimnik"),
    ("Vetrov, signing as Zimnik, asked for coal.", "Zimnik"),
    ("Vetrov, signing himself “Zimnik”, asked for coal.", "Zimnik"),
    ("Vetrov (alias Zimnik) asked for coal.", "Zimnik"),
    ("Vetrov, code-named Zimnik, asked for coal.", "Zimnik"),
    ("Zimnik (pseudonym of Vetrov) asked for coal.", "Zimnik"),
    ("“Zimnik” was a cover name for Vetrov.", "Zimnik"),
    ("Zimnik was Vetrov’s code name.", "Zimnik"),
    ("Zimnik: pseudonym of Vetrov.", "Zimnik"),
    ("Sabelnikov wrote to Vetrov, whose alias was Zimnik.", "Zimnik"),
]
NOTHING = [
    "VETROV [Pavel Vetrov]",
    "the director [Vetrov] writes",
    "Director [Vetrov] writes",
    "Institute [Vetrov]",
    "from a camp in Zimnik [Vetrov was there]",
    "he waits in Zimnik [Vetrov]",
    "Does [Vetrov] know?",
    "Sabelnikov [Vetrov]",
    "Wood is here. Wood [Vetrov] and wood again",
    "A code name was given to the ship; Vetrov did not know it.",
    "The name Zimnik pleased Vetrov.",
    "ZIMNIK [illegible]",
    "Yours [Vetrov]",
    "Sabelnikov’s telegrams to Vetrov were signed with the pseudonym Zimnik.",
    "ZIMNIK [Vetrov",
    "Very Long Words Of Zimnik [Vetrov]",
]


def learned(text: str) -> list[tuple[str, str]]:
    return [(name.form, name.ref) for name in learn(Capture("a.txt", "a", text, ""), AUTHORITY).names]


@pytest.mark.parametrize(("text", "form"), EXPLAINED)
def test_a_page_explains_a_cover_name(text: str, form: str) -> None:
    assert learned(text) == [(form, "vetrov")]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_it_teaches_nothing(text: str) -> None:
    assert learned(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Болотов (псевдоним Сталина) пишет.", "Болотов"),
        ("Сталин подписывал телеграммы псевдонимом «Болотов».", "Болотов"),
        ("博洛托夫[斯大林]致毛泽东", "博洛托夫"),
        ("斯大林化名博洛托夫。", "博洛托夫"),
    ],
)
def test_russian_and_chinese_pages_explain_too(text: str, form: str) -> None:
    """Bolotov is invented; the lists that come with the package know the person."""
    assert learned(text) == [(form, "stalin")]


def test_the_evidence_is_where_the_page_says_so() -> None:
    text = "A note.\n\nTo ZIMNIK [Vetrov]\n"
    (name,) = learn(Capture("a.txt", "a", text, ""), AUTHORITY).names
    assert text[name.evidence.start : name.evidence.end] == "ZIMNIK [Vetrov]"


def test_a_cover_name_of_two_persons_is_left_open_with_a_finding() -> None:
    found = learn(Capture("a.txt", "a", "ZIMNIK [Vetrov]\nto Zimnik [Sabelnikov]", ""), AUTHORITY)
    assert found.names == ()
    assert [(f.rule, f.location.line) for f in found.findings] == [("REC403", 2)]


def encoded(page: Path) -> list[str]:
    recognition = recognise(capture_file(page), Settings(AUTHORITY, builtin()))
    (telegram,) = recognition.telegrams
    tree = telegram_document(
        telegram, recognition.capture, id_="t1", edition=Edition("2026-01-02"), authority=AUTHORITY
    )
    named = tree.iter("{*}persName")
    return [f"{name.get('type', '')} {name.get('ref', '')}" for name in named if "".join(name.itertext()) == "Zimnik"]


def test_what_a_page_explains_holds_on_that_page_alone(tmp_path: Path) -> None:
    page, other = tmp_path / "a.txt", tmp_path / "b.txt"
    body = "Karsk, 12 September 1937\n\nComrade Sabelnikov!\n\nThe ship is late. Tell Zimnik to wait for it.\n\nLind\n"
    page.write_text(f"{body}\nNote: Vetrov used the code name “Zimnik” in these months.\n", encoding="utf-8")
    other.write_text(body, encoding="utf-8")
    assert "pseudonym #vetrov" in encoded(page)
    assert encoded(other) == []
