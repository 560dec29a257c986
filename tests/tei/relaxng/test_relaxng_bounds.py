"""Bad input: whatever a file or a schema holds, there are findings, within bounded time and memory."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei.relaxng import Schema, automaton, load_schema, stream
from tei.xmlfile import parse_bytes

NS = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'


def schema(pattern: str) -> Schema:
    return load_schema("s.rng", data=f'<element name="a" {NS}>{pattern}</element>'.encode())


RECURSIVE = load_schema(
    "r.rng",
    data=f'<grammar {NS}><start><ref name="a"/></start><define name="a"><element name="a"><mixed><optional>'
    '<ref name="a"/>'
    "</optional></mixed></element></define></grammar>".encode(),
)


def rules(found: Iterator[object]) -> list[str]:
    return [str(getattr(one, "rule", "")) for one in found]


def test_a_million_levels_are_refused_at_the_first_that_is_too_deep() -> None:
    """With the line; neither the stack nor memory suffers."""
    (found,) = RECURSIVE.validate_bytes(b"<a>\n" * 1_000_000 + b"</a>" * 1_000_000, "deep.xml")
    assert (found.rule, found.location.line) == ("XML104", 251)
    assert rules(RECURSIVE.validate_bytes(b"<a>" * 250 + b"</a>" * 250)) == []


def test_a_text_without_end_is_read_in_pieces(tmp_path: Path) -> None:
    """Where text may stand it is let go, where none may it is reported, and a value has its limit."""
    path = tmp_path / "long.xml"
    with path.open("wb") as file:
        file.write(b"<a>")
        for _ in range(24):
            file.write(b"x" * 2**20)
        file.write(b"</a>")
    expected = (
        (schema("<text/>"), []),
        (schema("<data type='string'/>"), []),
        (schema("<element name='b'><empty/></element>"), ["VAL106"]),
        (schema("<optional><element name='b'><empty/></element></optional><text/>"), []),
        (schema("<data type='integer'/>"), ["XML104"]),
    )
    tracemalloc.start()
    try:
        assert [rules(one.validate_file(path)) for one, _ in expected] == [codes for _, codes in expected]
        assert tracemalloc.get_traced_memory()[1] < 60 * 2**20
    finally:
        tracemalloc.stop()


def test_white_space_without_end_is_no_text() -> None:
    """It is kept as one blank, and the element that is missing is reported."""
    blank = b"<a>" + b" \n" * 2**17 + b"</a>"
    assert rules(schema("<element name='b'><empty/></element>").validate_bytes(blank)) == ["VAL102"]
    assert rules(schema("<text/>").validate_bytes(blank)) == []
    assert rules(schema("<data type='integer'/>").validate_bytes(blank)) == ["VAL105"]
    assert rules(schema("<optional><data type='token'/></optional>").validate_bytes(blank)) == []


def test_a_single_tag_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An attribute longer than can be held is a finding, and no long wait."""
    monkeypatch.setattr(stream, "MAX_TEXT", 2**20)
    assert rules(RECURSIVE.validate_bytes(b'<a b="' + b"x" * 2**22 + b'"/>')) == ["XML104"]
    assert rules(RECURSIVE.validate_bytes(b'<a b="' + b"x" * 2**18 + b'"/>')) == ["VAL103"]


def test_a_document_type_declaration_is_refused() -> None:
    """With it go entity bombs and external entities, in documents and in schemas."""
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
    outside = b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    for data in (bomb, outside):
        (found,) = RECURSIVE.validate_bytes(data, "x.xml")
        assert (found.rule, found.location.line) == ("XML103", 1)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The limit is that of all XML here, or another."""
    path = tmp_path / "large.xml"
    path.write_bytes(b"<a/>")
    with path.open("r+b") as file:
        file.truncate(513 * 2**20)
    assert rules(RECURSIVE.validate_file(path)) == ["XML104"]
    path.write_bytes(b"<a>" + b"x" * 100 + b"</a>")
    assert rules(RECURSIVE.validate_file(path, max_bytes=50)) == ["XML104"]


@pytest.mark.parametrize("name", ["missing.xml", "folder", "nul\0.xml"])
def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path, name: str) -> None:
    """In the words used everywhere."""
    (tmp_path / "folder").mkdir()
    assert rules(RECURSIVE.validate_file(str(tmp_path / name))) == ["XML101"]


@pytest.mark.parametrize(
    "data",
    [b"", b"  ", b"<a>", b"<a></b>", b"<a>&</a>", b"<a b=c/>", b"\xff\xfe<", b"<a>\x00</a>", b"<a/><a/>", b"words"],
)
def test_what_is_not_well_formed_is_one_finding_in_the_words_used_everywhere(data: bytes) -> None:
    """Nothing else can be said of it."""
    assert rules(RECURSIVE.validate_bytes(data)) == ["XML102"]


def test_what_is_not_well_formed_is_said_alone_even_after_slips() -> None:
    """Slips found before it may all come from it."""
    assert rules(RECURSIVE.validate_bytes(b"<a><b/><c/></a")) == ["XML102"]


def test_encodings_that_expat_does_not_know_are_read_by_libxml2() -> None:
    """A document in an old encoding is checked all the same; one in an unknown encoding is a finding."""
    for encoding in ("utf-16", "iso-8859-5", "windows-1251", "koi8-r", "gb2312", "shift_jis"):
        text = f'<?xml version="1.0" encoding="{encoding}"?><a>x<b/></a>'
        findings = list(RECURSIVE.validate_bytes(text.encode(encoding)))
        assert [found.rule for found in findings] == ["VAL107"], (encoding, findings)
        assert RECURSIVE.validate_bytes(text.replace("<b/>", "").encode(encoding)), encoding
    assert rules(RECURSIVE.validate_bytes(b'<?xml version="1.0" encoding="klingon"?><a/>')) == ["XML102"]


def test_a_schema_that_can_be_matched_in_too_many_ways_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a finding that names the element whose content it is, and the next document is checked again."""
    item = "<choice><element name='x'><empty/></element><element name='y'><empty/></element></choice>"
    slow = schema(f"<zeroOrMore>{item}</zeroOrMore><element name='x'><empty/></element>{item * 60}")
    monkeypatch.setattr("tei.relaxng.schema.BUDGET", 100_000)
    chance = random.Random(1)
    long = "<a>" + "".join(chance.choice(["<x/>", "<y/>"]) for _ in range(3000)) + "</a>"
    (found,) = slow.validate_bytes(long.encode(), "slow.xml")
    assert (found.rule, found.location.path) == ("VAL112", "slow.xml")
    assert "(s.rng:1:1) can match the content of <a>" in found.message
    (found,) = slow.validate_tree(parse_bytes(long.encode()), "tree.xml")
    assert "the content of <a>" in found.message
    assert rules(slow.validate_bytes(("<a>" + "<x/>" * 61 + "</a>").encode())) == []


def test_patterns_and_states_do_not_pile_up_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that a wildcard takes, and orders of attributes, are forgotten again."""
    monkeypatch.setattr(automaton, "_MAX_TRANSITIONS", 50)
    monkeypatch.setattr(automaton, "_MAX_PLANS", 20)
    monkeypatch.setattr("tei.relaxng.values.MAX_KEPT", 10)
    monkeypatch.setattr("tei.relaxng.schema._MAX_STATES", 10)
    wild = load_schema(
        "w.rng",
        data=f'<grammar {NS}><start><ref name="e"/></start><define name="e"><element><anyName/><zeroOrMore><choice>'
        '<attribute><anyName/><data type="NMTOKEN"/></attribute><text/><ref name="e"/></choice></zeroOrMore></element>'
        "</define></grammar>".encode(),
    )
    names = "".join(f'<e{number} a{number}="v{number}" b="w{number}"/>' for number in range(300))
    for _ in range(2):
        assert rules(wild.validate_bytes(f"<a>{names}</a>".encode())) == []
    assert rules(wild.validate_bytes(f"<a>{names}<b c=' '/></a>".encode())) == ["VAL105"]


def test_attributes_may_stand_in_any_order() -> None:
    """Each order is worked out from the set, so that orders without number cost little."""
    many = "".join(f'<optional><attribute name="x{n}"><data type="integer"/></attribute></optional>' for n in range(12))
    one = schema(f'<zeroOrMore><element name="b">{many}</element></zeroOrMore>')
    chance = random.Random(2)
    orders = [chance.sample(range(12), 12) for _ in range(600)]
    tags = "".join("<b " + " ".join(f"x{n}='{n}'" for n in order) + "/>" for order in orders)
    assert rules(one.validate_bytes(f"<a>{tags}</a>".encode())) == []


def test_a_long_list_is_followed_token_by_token() -> None:
    """However many ways there are to part it."""
    number = "<data type='integer'/>"
    listed = schema(f"<list><zeroOrMore><choice>{number}<group>{number}{number}</group></choice></zeroOrMore></list>")
    assert rules(listed.validate_bytes(b"<a>" + b"1 " * 3000 + b"</a>")) == []
    assert rules(listed.validate_bytes(b"<a>" + b"1 " * 30 + b"x</a>")) == ["VAL105"]


def test_a_tree_without_its_source_is_placed_by_lines() -> None:
    """With comments and instructions inside a text, which do not part it."""
    one = schema("<data type='integer'/>")
    assert rules(one.validate_tree(parse_bytes(b"<a>1<!-- c -->2<?p i?>3</a>"))) == []
    (found,) = one.validate_tree(parse_bytes(b"<a>\n1<!-- c -->x</a>").getroot(), "t.xml")
    assert (found.rule, found.location.path, found.location.line, found.location.column) == ("VAL105", "t.xml", 1, 0)
    loose = schema("<element name='b'><empty/></element>")
    (found,) = loose.validate_tree(parse_bytes(b"<a>\n<b/>\nwords</a>"))
    assert (found.rule, found.location.line) == ("VAL106", 2)
