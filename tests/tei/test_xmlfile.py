"""The one door for XML: what is safe comes in, what is not is a finding with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei import xmlfile
from tei.errors import SourceError
from tei.xmlfile import MAX_DEPTH, RULES, parse_bytes, parse_file, read_bytes

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><a>&i;</a>"
)

REFUSED = {
    "empty": (b"", "XML102", 1, "empty"),
    "blank": (b" \n ", "XML102", 1, "empty"),
    "unclosed": (b"<a>\n<b></a>", "XML102", 2, "not well-formed"),
    "stray ampersand": (b"<a>\n\nice & oil</a>", "XML102", 3, "not well-formed"),
    "two roots": (b"<a/><b/>", "XML102", 1, "not well-formed"),
    "binary": (b"\x00\x01\x02\x03", "XML102", 1, "not well-formed"),
    "wrong bytes": (b"<a>\xff</a>", "XML102", 1, "not well-formed"),
    "unknown encoding": (b'<?xml version="1.0" encoding="karsk"?><a/>', "XML102", 1, "not well-formed"),
    "same attribute twice": (b'<a b="" b=""/>', "XML102", 1, "not well-formed"),
    "undeclared prefix": (b"<k:a/>", "XML102", 1, "not well-formed"),
    "undeclared entity": (b"<a>&nbsp;</a>", "XML102", 1, "not well-formed"),
    "doctype": (b'<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>', "XML103", 2, "<!DOCTYPE"),
    "doctype with a system id": (b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', "XML103", 1, "<!DOCTYPE"),
    "external entity": (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        "XML103",
        1,
        "<!DOCTYPE",
    ),
    "parameter entity": (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/">%x;]><a/>', "XML103", 1, "<!DOCTYPE"),
    "entity bomb": (LAUGHS.encode(), "XML103", 1, "<!DOCTYPE"),
    "too deep": (b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1), "XML104", 1, "nest deeper"),
    "comments without end": (b"<!---->" * 5000 + b"<", "XML102", 1, "not well-formed"),
    "doctype after comments": (b"<!-- a --><?b c?>\n<!DOCTYPE a [<!ENTITY>]><a/>", "XML103", 2, "<!DOCTYPE"),
    "far too deep": (b"<a>" * 100_000, "XML104", 1, "deeper"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_safe_xml_is_refused_with_its_line(name: str) -> None:
    """Each kind of bad file has its code, its line, and words that say what it is."""
    data, code, line, words = REFUSED[name]
    with pytest.raises(SourceError) as raised:
        parse_bytes(data, "a.xml")
    (found,) = raised.value.findings
    assert (found.rule, found.location.path, found.location.line) == (code, "a.xml", line)
    assert words in found.message


def test_the_reason_names_no_place_of_its_own() -> None:
    """libxml2 repeats the line in its message; ours has it in the location."""
    with pytest.raises(SourceError) as raised:
        parse_bytes(b"<a>\n<b></a>")
    assert ", column" not in raised.value.findings[0].message


@pytest.mark.parametrize(
    "data",
    [
        b"<a/>",
        b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH,
        "\ufeff<a>é</a>".encode(),
        "<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16"),
        b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>',
        b"<a><!-- <!DOCTYPE --> <![CDATA[<!DOCTYPE]]></a>",
        b'<a xml:id="x"><b xml:id="x"/></a>',
        b"<a>" + b"<b/>" * 1000 + b"</a>",
    ],
)
def test_well_formed_xml_is_let_in(data: bytes) -> None:
    """Encodings, marks, comments that look like declarations, doubled ids: none of our business here."""
    assert parse_bytes(data).getroot().tag == "a"


def test_comments_and_instructions_are_kept_unless_unwanted() -> None:
    """A reader may ask for a parser that drops comments."""
    data = b"<a><!-- b --><?c?></a>"
    assert len(parse_bytes(data).getroot()) == 2
    assert len(etree.fromstring(data, xmlfile.parser(remove_comments=True))) == 1


def test_lines_beyond_the_sixteen_bits_of_libxml2_are_known() -> None:
    """An element far down a long file has its own line."""
    root = parse_bytes(b"<a>" + b"\n" * 70_000 + b"<b>x</b></a>").getroot()
    assert root[0].sourceline == 70_001


def test_a_file_is_read_and_parsed(tmp_path: Path) -> None:
    """The tree knows where it came from."""
    path = tmp_path / "a.xml"
    path.write_bytes(b"<a/>")
    assert read_bytes(path) == b"<a/>"
    assert str(path) == parse_file(path).docinfo.URL


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    """Missing, a folder, behind a file: the words say which."""
    (tmp_path / "file").write_text("")
    for path, words in [
        (tmp_path / "none", "no such file"),
        (tmp_path, "a folder"),
        (tmp_path / "file" / "x", "opened"),
    ]:
        with pytest.raises(SourceError, match=words) as raised:
            read_bytes(path)
        assert raised.value.findings[0].rule == "XML101"


def test_a_path_that_no_system_can_have_is_a_finding() -> None:
    """A null character in a path, as a hostile configuration could have it."""
    with pytest.raises(SourceError) as raised:
        read_bytes(Path("a\x00b"))
    assert raised.value.findings[0].rule == "XML101"


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is looked at first, for files and for bytes."""
    monkeypatch.setattr(xmlfile, "MAX_BYTES", 10)
    path = tmp_path / "a.xml"
    path.write_bytes(b"<a>12345678</a>")
    for call in (lambda: read_bytes(path), lambda: parse_bytes(path.read_bytes())):
        with pytest.raises(SourceError) as raised:
            call()
        assert raised.value.findings[0].rule == "XML104"


def test_the_codes_are_all_different() -> None:
    """A code means one thing."""
    assert len({rule.code for rule in RULES}) == len(RULES)


def outcome(data: bytes) -> str:
    """Return `tree`, or the code of the finding."""
    try:
        parse_bytes(data)
    except SourceError as error:
        return error.findings[0].rule
    return "tree"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_tree_or_a_finding(data: bytes) -> None:
    """Nothing but SourceError is ever raised."""
    assert outcome(data) in ("tree", "XML102", "XML103")


@given(st.text(alphabet="<>&;!DOCTYPE[]ENTITY ab/'\"=#%-", max_size=80))
def test_any_markup_is_a_tree_or_a_finding(text: str) -> None:
    """The same for what looks like markup."""
    assert {outcome(f"<a>{text}</a>".encode()), outcome(text.encode())} <= {"tree", "XML102", "XML103"}
