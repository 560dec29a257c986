"""Names that no list has: gathered for the editor, whose decisions are kept, run after run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.candidates import renew_candidates
from edition.nearest import Nearest
from edition.unknown import plain_names, unknown_names
from tei.authority import Authority

Call = Callable[..., Any]
TEI = "{http://www.tei-c.org/ns/1.0}"
AUTHORITY, _ = Authority.load([Path(__file__).resolve().parents[2] / "examples" / "karsk" / "authority.xml"])
LETTER = """Karsk, 3 May 1938

Comrade Sabelnikov!

Tell Comrade Yastrebov that Captain Vetroff has sailed to the village of Olennoye. The Sledge Committee agrees.

Mikheishin
"""


def listed(path: Path) -> dict[str, str]:
    """The names of a list of candidates, each with the state of its entry."""
    root = etree.parse(path).getroot()
    entries = (e for e in root.iter(f"{TEI}person", f"{TEI}place", f"{TEI}org"))
    return {str(e[0].text): e.get("n", "") for e in entries}


@pytest.fixture
def letter(karsk: Path) -> Path:
    path = karsk / "letters" / "a.txt"
    path.parent.mkdir()
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def run(tei: Call, karsk: Path, letter: Path) -> Callable[[], Any]:
    """Encode the letter with its edition."""

    def call() -> Any:
        return tei("encode", letter, "-c", karsk / "edition.toml", "--date", "2026-01-02", "--format", "json")

    return call


@pytest.fixture
def candidates(karsk: Path, run: Callable[[], Any]) -> Path:
    run()
    return karsk / "authority" / "candidates.xml"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_unknown_names_are_listed_with_where_they_were_found(candidates: Path, tei: Call) -> None:
    """Of the envelope, and in the text where a title or a word tells; those of the lists are not among them."""
    names = listed(candidates)
    assert {"Mikheishin", "Yastrebov", "Vetroff", "Olennoye", "Sledge Committee"} <= set(names)
    assert "Sabelnikov" not in names
    assert set(names.values()) == {"open"}
    text = candidates.read_text(encoding="utf-8")
    assert 'target="../output/tei/t1938-05-03-mikheishin-sabelnikov.xml"' in text
    assert "Like “Vetrov”" in text
    assert tei("validate", candidates, "--fail-on", "warning").code == 0


def test_a_second_run_changes_no_byte(candidates: Path, run: Callable[[], Any]) -> None:
    before = candidates.read_bytes()
    run()
    assert candidates.read_bytes() == before


def test_a_rejected_name_is_kept_and_not_asked_again(candidates: Path, run: Callable[[], Any], letter: Path) -> None:
    """Even when it is found no more."""
    change(candidates, '<person xml:id="yastrebov" n="open">', '<person xml:id="yastrebov" n="rejected">')
    run()
    assert listed(candidates)["Yastrebov"] == "rejected"
    change(letter, "Comrade Yastrebov", "everybody")
    run()
    assert listed(candidates)["Yastrebov"] == "rejected"


def test_an_entry_that_an_editor_has_filled_in_is_kept(candidates: Path, run: Callable[[], Any], letter: Path) -> None:
    change(candidates, ">Yastrebov</persName>", '>Yastrebov</persName><birth when="1899"/>')
    change(letter, "Comrade Yastrebov", "everybody")
    run()
    assert "1899" in candidates.read_text(encoding="utf-8")


def test_an_entry_that_was_moved_to_a_list_is_used_by_the_next_run(
    candidates: Path, run: Callable[[], Any], karsk: Path
) -> None:
    root = etree.parse(candidates).getroot()
    entry = next(e for e in root.iter(f"{TEI}person") if e[0].text == "Mikheishin")
    for note in entry.findall(f"{TEI}note"):
        entry.remove(note)
    own = karsk / "authority.xml"
    tree = etree.parse(own)
    people = next(tree.getroot().iter(f"{TEI}listPerson"))
    people.append(entry)
    tree.write(own, encoding="utf-8")
    etree.ElementTree(root).write(candidates, encoding="utf-8")
    run()
    assert "Mikheishin" not in listed(candidates)
    document = next((karsk / "output" / "tei").glob("t*mikheishin*.xml")).read_text(encoding="utf-8")
    assert 'ref="#mikheishin"' in document


def test_a_form_that_was_added_to_an_entry_is_no_candidate_any_more(
    candidates: Path, run: Callable[[], Any], karsk: Path
) -> None:
    change(karsk / "authority.xml", '<person xml:id="vetrov">', '<person xml:id="vetrov"><persName>Vetroff</persName>')
    run()
    assert "Vetroff" not in listed(candidates)


def test_the_list_goes_when_every_name_is_known(candidates: Path, run: Callable[[], Any], letter: Path) -> None:
    known = {"Comrade Yastrebov": "us", "Captain Vetroff": "he", "village of Olennoye": "ice", "Mikheishin": "Vetrov"}
    for name, words in (known | {"The Sledge Committee": "Everybody"}).items():
        change(letter, name, words)
    run()
    assert not candidates.exists()


def test_a_damaged_list_is_left_alone_with_a_finding(candidates: Path, run: Callable[[], Any]) -> None:
    candidates.write_text("<TEI>", encoding="utf-8")
    assert "ENC501" in run().findings
    assert candidates.read_text(encoding="utf-8") == "<TEI>"


def test_candidates_are_no_authority_list_though_they_lie_beside_the_lists(
    candidates: Path, run: Callable[[], Any], karsk: Path
) -> None:
    (karsk / "authority.xml").rename(karsk / "authority" / "own.xml")
    change(karsk / "edition.toml", 'files = ["authority.xml"]', 'files = ["authority"]')
    run()
    assert "Mikheishin" in listed(candidates)


def test_of_documents_of_earlier_runs_only_what_is_still_unknown_is_listed(tmp_path: Path) -> None:
    """A name of many documents is listed once, with some of them."""
    path = tmp_path / "authority" / "candidates.xml"
    many = [(f"t{n:02}", "", (("person", "Mikheishin", "sender"),)) for n in range(20)]
    known = ("t99", "", (("person", "Vetrov", "sender"),))
    assert renew_candidates(path, [*many, known], (), AUTHORITY, tmp_path) == ()
    assert listed(path) == {"Mikheishin": "open"}
    assert "20 documents (sender 20 times)" in path.read_text(encoding="utf-8")


def test_a_list_that_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "authority").write_text("a file")
    entry = ("t1", "", (("org", "Sledge Committee", "text"), ("place", "雪", "text")))
    found = renew_candidates(tmp_path / "authority" / "candidates.xml", [entry], ["t1"], AUTHORITY, tmp_path)
    assert [one.rule for one in found] in (["OUT101"], ["ENC501"])


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Comrade S[abelnikov]", ["Sabelnikov"]),
        ("S abelnikov", ["Sabelnikov"]),
        ("GAGARA [Ostapova]", ["Gagara", "Ostapova"]),
        ("Minister in Sweden (Pennington)", ["Pennington"]),
        ("Drobot, surgeon", ["Drobot"]),
        ("Captain Morozkin’s", ["Morozkin"]),
        ("the director", []),
        ("VKPB", ["VKPB"]),
        ("тов. Пашин", ["Пашин"]),
        ("陆文舟", ["陆文舟"]),
    ],
)
def test_a_party_is_known_by_its_name_without_title_and_office(words: str, names: list[str]) -> None:
    assert list(plain_names(words)) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("with Comrade Yastrebov there", [("person", "Yastrebov")]),
        ("Ambassador N. I. Yastrebov", [("person", "N. I. Yastrebov")]),
        ("с тов. Ястребовым", [("person", "Ястребовым")]),
        ("向高远同志问好", [("person", "高远")]),
        ("General Staff and Secretary of State", []),
        ("the Sledge Committee", [("org", "Sledge Committee")]),
        ("the village of Olennoye", [("place", "Olennoye")]),
        ("in Walrus Bay now", [("place", "Walrus Bay")]),
        ("Comrade Vetrov", []),
        ("the Committee", []),
    ],
)
def test_names_in_the_text_are_taken_where_their_form_tells(text: str, found: list[tuple[str, str]]) -> None:
    tree = etree.fromstring(f'<TEI xmlns="{TEI[1:-1]}"><teiHeader/><text><body><p>{text}</p></body></text></TEI>')
    assert [(kind, name) for kind, name, _ in unknown_names(tree, AUTHORITY)] == found


@pytest.mark.parametrize(
    ("name", "near"),
    [("Vetroff", "vetrov"), ("Sabelnikof", "sabelnikov"), ("Pavel Vettrov", "vetrov"), ("Mikheishin", ""), ("Ve", "")],
)
def test_the_nearest_entry_is_a_slip_away(name: str, near: str) -> None:
    found = Nearest(AUTHORITY).to(name, "person")
    assert (found.id if found else "") == near
