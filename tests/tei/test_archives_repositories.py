"""The register of archives: names, facts, and what an edition adds."""

from typing import Any

import pytest

from tei.archives import Repositories, builtin, find, format_reference, parse
from tei.archives.leaves import Leaf, LeafRange, single
from tei.archives.parts import arranged
from tei.archives.script import canvas, fold, is_mixed, settle, to_cyrillic, to_latin
from tei.errors import SourceError

KARSK = {"key": "karsk", "name": "Karsk Station Archive", "abbreviation": "KSA", "parts": ["drawer", "box"]}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("RGASPI", "rgaspi"),
        ("RGASPİ", "rgaspi"),
        ("РГАCПИ", "rgaspi"),
        ("RTsKhIDNI", "rgaspi"),
        ("AP RF", "aprf"),
        ("АП РФ", "aprf"),
        ("A.P.R.F.", "aprf"),
        ("AVP RF", "avprf"),
        ("ГА РФ", "garf"),
        ("TsGAOR", "garf"),
        ("TsKhSD", "rgani"),
        ("TsGASA", "rgva"),
        ("Цамо", "tsamo"),
        ("ЦАМО РФ", "tsamo"),
        ("РГАЭ", "rgae"),
        ("The National Archives", "tna"),
        ("外交部档案馆", "prc-fma"),
    ],
)
def test_an_archive_goes_by_its_names_in_any_spelling(name: str, key: str) -> None:
    repository = builtin().named(name)
    assert repository is not None
    assert repository.key == key


def test_a_name_that_nobody_has_is_none() -> None:
    assert builtin().named("Karsk Station Archive") is None


@pytest.mark.parametrize("key", [repository.key for repository in builtin()])
def test_every_archive_has_its_facts_and_is_found_by_every_name(key: str) -> None:
    repository = builtin()[key]
    assert repository.name
    assert repository.country
    assert repository.country != repository.country_code
    assert repository.settlement
    assert repository.family in ("fond", "segments")
    for name in repository.every_name:
        mentions = builtin().mentions(canvas(name).skeleton)
        assert len(mentions) == 1
        assert repository in mentions[0].repositories


def test_the_register_is_a_collection() -> None:
    assert "rgaspi" in builtin()
    assert len(builtin()) == len(list(builtin()))
    assert builtin().get("karsk") is None
    assert repr(builtin()["rgani"]) == "<Repository rgani: Russian State Archive of Contemporary History>"


def test_an_edition_adds_an_archive_with_parts_of_its_own() -> None:
    register = builtin().extended([KARSK])
    text = "See KSA, drawer 4, box 12, for the rest."
    found = find(text, repositories=register)
    assert [(text[each.start : each.end], each.reference.key) for each in found] == [
        ("KSA, drawer 4, box 12", "karsk/4/12")
    ]
    reference = found[0].reference
    for style in ("wilson", "chicago", "gost"):
        assert parse(format_reference(reference, style), repositories=register) == reference
    assert find(text) == ()


def test_an_edition_adds_an_archive_of_the_fond_kind() -> None:
    entry = {"name": "Archive of the Karsk Institute", "abbreviation": "AKI", "family": "fond", "settlement": "Karsk"}
    register = builtin().extended({"aki": entry})
    reference = parse("AKI, Karsk, f. 1, op. 2, d. 3, l. 4", repositories=register)
    assert reference is not None
    assert reference.key == "aki/1/2/3/4"


def test_an_edition_adds_names_to_a_known_archive_and_spells_its_key() -> None:
    register = builtin().extended([{"key": "RGASPI", "names": ["Party Archive"], "family": "fond", "parts": []}])
    reference = parse("Party Archive, f. 17, op. 3, d. 5", repositories=register)
    assert reference is not None
    assert reference.repository is not None
    assert reference.repository.key == "RGASPI"
    assert reference.repository.settlement == "Moscow"
    assert reference.key == "rgaspi/17/3/5"
    assert reference == parse("RGASPI, f. 17, op. 3, d. 5")
    assert len(register) == len(builtin())


def test_an_archive_whose_marks_stand_alone_is_found_without_its_name() -> None:
    entry = {"name": "Karsk Telegrams", "templates": ["{number}"], "alone": True, "values": {"number": r"KT-\d{4}"},
             "parts": ["number"], "country": "XX", "country_name": "Karsk"}  # fmt: skip
    register = builtin().extended({"kt": entry})
    found = find("as KT-1234 says", repositories=register)
    assert [each.reference.key for each in found] == ["kt/kt-1234"]


@pytest.mark.parametrize(
    "entry",
    [
        {"name": "An archive without a key"},
        {"key": "karsk"},
        {**KARSK, "parts": "box, folder"},
        {**KARSK, "values": {"box": "["}, "templates": ["{box}"]},
        {**KARSK, "templates": ["{box}/{box}"]},
    ],
)
def test_an_entry_that_cannot_be_used_is_refused_with_a_finding(entry: dict[str, Any]) -> None:
    with pytest.raises(SourceError) as caught:
        builtin().extended([entry])
    assert caught.value.findings[0].rule == "ARC190"


def test_an_empty_register_still_reads_shelf_marks() -> None:
    reference = parse("RGASPI, f. 17, op. 3, d. 5", repositories=Repositories(()))
    assert reference is not None
    assert reference.repository is not None
    assert not reference.repository.known
    assert find("RG 59, 893.00/4–1849", repositories=Repositories(())) == ()


def test_parts_stand_in_the_order_that_the_archive_gives() -> None:
    parts = (("delo", "4"), ("chast", "2"), ("papka", "3"), ("subfond", "X"), ("opis", "2"), ("fond", "1"))
    assert [name for name, _ in arranged(parts, ("fond", "opis", "papka", "delo"))] == [
        "fond", "subfond", "opis", "papka", "delo", "chast",
    ]  # fmt: skip
    assert [name for name, _ in arranged((("box", "1"), ("own", "2"), ("drawer", "3")), ("drawer", "box"))] == [
        "drawer", "box", "own",
    ]  # fmt: skip


def test_two_alphabets_are_made_comparable() -> None:
    assert fold("Р-9478") == fold("R-9478") == fold("р9478") == "r-9478"
    assert (to_latin("ОГАЧО"), to_latin("щука")) == ("OGAChO", "shchuka")
    assert (to_cyrillic("R-9478"), to_cyrillic("Q-1")) == ("Р-9478", "Q-1")
    assert is_mixed("Oп")
    assert not is_mixed("Оп")
    assert settle("RGАSPI", cyrillic=False) == "RGASPI"


def test_leaves_are_ordered_and_written() -> None:
    assert Leaf(5) < Leaf(5, verso=True) < Leaf(5, "a") < Leaf(6)
    assert str(LeafRange(Leaf(5, "a"), Leaf(6, verso=True))) == "5a–6v"
    assert single(5) in LeafRange(Leaf(4), Leaf(6))
    assert "5" not in single(5)
