"""Loading schemas of every kind, checking whatever comes as a document, and saying what is wrong with a schema."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei.errors import SchemaError
from tei.findings import Severity
from tei.validate import RULES, Document, Kind, Validator, check_document, validate

HERE = Path(__file__).parent
SCHEMA = HERE / "karsk.rng"
GOOD = (HERE / "karsk.xml").read_bytes()
RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
XSD = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'


def codes(findings: tuple) -> list[str]:
    return [found.rule for found in findings]


def problem(schema: Path | bytes, **options: object) -> tuple[str, str, int]:
    """Return code, message and line of the only thing wrong with a schema."""
    with pytest.raises(SchemaError) as raised:
        Validator.load(schema, **options).prepare()
    (found,) = raised.value.findings
    return found.rule, found.message, found.location.line


def test_a_document_can_be_a_path_bytes_a_tree_or_an_element() -> None:
    """Whatever form a document comes in, the findings are the same; without its source they know no column."""
    spoilt = GOOD.replace(b'<num value="7">', b"<num>")
    root = etree.fromstring(spoilt)
    validator = Validator.load(SCHEMA)
    assert validator.validate(HERE / "karsk.xml") == validator.validate(str(HERE / "karsk.xml")) == ()
    from_bytes, from_tree, from_element = (validator.validate(one) for one in (spoilt, root.getroottree(), root[1]))
    assert from_tree == from_element
    assert from_bytes[0].location.line == from_tree[0].location.line
    assert (from_bytes[0].location.column, from_tree[0].location.column) == (31, 0)


def test_findings_carry_the_name_that_a_document_was_given() -> None:
    """`path` names a document that comes as bytes."""
    assert Validator.load(SCHEMA).validate(b"<TEI/>", "a.xml")[0].location.path == "a.xml"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "XML102"),
        (b"<TEI>", "XML102"),
        (b"\x00\x01\x02", "XML102"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "XML103"),
        (b"<a>" * 400 + b"</a>" * 400, "XML104"),
    ],
)
def test_a_file_that_cannot_be_parsed_gives_its_finding(data: bytes, code: str) -> None:
    """Empty, broken, binary, unsafe or too deep: a finding, no exception."""
    assert codes(Validator.load(SCHEMA).validate(data)) == [code]


def test_a_missing_document_gives_its_finding(tmp_path: Path) -> None:
    """A path without a file is a finding, so that the others of a run go on."""
    assert codes(Validator.load(SCHEMA).validate(tmp_path / "none.xml")) == ["XML101"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.rng", f'<element name="a" {RNG}><empty/></element>', Kind.RELAXNG),
        ("a.RNG", f'<element name="a" {RNG}><empty/></element>', Kind.RELAXNG),
        ("a.xsd", f'<xs:schema {XSD}><xs:element name="a"/></xs:schema>', Kind.XSD),
        (
            "a.sch",
            f'<schema {SCH}><pattern><rule context="b"><assert test="0"/></rule></pattern></schema>',
            Kind.SCHEMATRON,
        ),
        ("a.xml", f'<element name="a" {RNG}><empty/></element>', Kind.RELAXNG),
        ("", f'<xs:schema {XSD}><xs:element name="a"/></xs:schema>', Kind.XSD),
    ],
)
def test_the_kind_of_a_schema_is_read_from_its_name_or_its_root(
    tmp_path: Path, name: str, content: str, kind: Kind
) -> None:
    """The ending decides; without a known one, the namespace of the root element."""
    source: Path | bytes = content.encode()
    if name:
        source = tmp_path / name
        source.write_text(content)
    validator = Validator.load(source)
    assert validator.kind is kind
    assert validator.validate(b"<a/>") == ()
    assert validator.notes == ()


def test_a_schema_is_compiled_once_and_anew_when_it_has_changed(tmp_path: Path) -> None:
    """The same content gives the same validator; other content under the same name another."""
    path = tmp_path / "a.rng"
    path.write_text(f'<element name="a" {RNG}><empty/></element>')
    first = Validator.load(path)
    assert Validator.load(path) is first
    path.write_text(f'<element name="b" {RNG}><empty/></element>')
    assert codes(Validator.load(path).validate(b"<a/>")) == ["VAL107"]


WRONG_SCHEMAS = {
    "compact.rnc": ("element a {", "VAL005", "compact syntax"),
    "html.html": ("<html/>", "VAL001", "not a schema of a known kind"),
    "broken.rng": ("<grammar", "XML102", "not well-formed"),
    "notes.txt": ("nothing of the kind", "XML102", "not well-formed"),
    "other.rng": ("<html/>", "VAL002", "not a RELAX NG schema"),
    "undefined.rng": (f'<grammar {RNG}><start><ref name="a"/></start></grammar>', "VAL002", "the schema is wrong"),
    "network.rng": (
        f'<grammar {RNG}>\n<include href="http://example.org/a.rng"/></grammar>',
        "VAL002",
        "not the path of a file",
    ),
    "missing.rng": (
        f'<grammar {RNG}>\n<include href="none.rng"/></grammar>',
        "VAL002",
        '"none.rng" cannot be included',
    ),
    "loop.rng": (f'<grammar {RNG}>\n<include href="loop.rng"/></grammar>', "VAL002", "includes itself"),
    "wrong.xsd": (
        f'<xs:schema {XSD}>\n<xs:element name="a" type="none"/></xs:schema>',
        "VAL002",
        "the schema is wrong",
    ),
    "unsafe.xsd": (f"<!DOCTYPE a><xs:schema {XSD}/>", "XML103", "document type declaration"),
    "empty.sch": (f"<schema {SCH}/>", "SCH101", "no pattern"),
}


@pytest.mark.parametrize("name", WRONG_SCHEMAS)
def test_a_schema_that_cannot_be_used_is_an_error_with_a_finding(tmp_path: Path, name: str) -> None:
    """What is wrong with a schema comes with the schema's own path."""
    content, code, words = WRONG_SCHEMAS[name]
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(SchemaError) as raised:
        Validator.load(path).prepare()
    found = raised.value.findings[0]
    assert found.rule == code
    assert words in found.message
    assert found.location.path == str(path)
    if f"{RNG}>\n<include" in content:
        assert found.location.line == 2


def test_a_missing_schema_is_an_error(tmp_path: Path) -> None:
    """A schema that is not there is said at once, when it is loaded."""
    with pytest.raises(SchemaError, match="no such file"):
        Validator.load(tmp_path / "none.rng")


def test_an_include_brings_its_definitions_and_can_override_them(tmp_path: Path) -> None:
    """RELAX NG include, section 4.7: what is defined in the include element stands for what the file defines."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "base.rng").write_text(
        f'<grammar {RNG} ns="urn:k"><start><ref name="a"/></start><div><define name="a"><element name="a">'
        '<ref name="b"/></element></define><define name="b"><element name="b"><empty/></element></define></div>'
        '<include href="more.rng"/></grammar>'
    )
    (tmp_path / "parts" / "more.rng").write_text(f'<grammar {RNG}><define name="c"><empty/></define></grammar>')
    path = tmp_path / "top.rng"
    path.write_text(
        f'<grammar {RNG} ns="urn:k"><include href="parts/base.rng"><define name="b"><element name="d"><text/></element>'
        "</define></include></grammar>"
    )
    validator = Validator.load(path)
    assert validator.validate(b'<a xmlns="urn:k"><d>x</d></a>') == ()
    assert codes(validator.validate(b'<a xmlns="urn:k"><b/></a>')) == ["VAL107"]


def test_an_external_reference_is_followed(tmp_path: Path) -> None:
    """RELAX NG externalRef, section 4.6: the pattern of another file, in the namespace of this one."""
    (tmp_path / "b.rng").write_text(f'<element name="b" {RNG}><empty/></element>')
    path = tmp_path / "a.rng"
    path.write_text(f'<element name="a" ns="urn:k" {RNG}><externalRef href="b.rng"/></element>')
    assert Validator.load(path).validate(b'<a xmlns="urn:k"><b/></a>') == ()
    assert codes(Validator.load(path).validate(b'<a xmlns="urn:k"/>')) == ["VAL102"]


def test_rules_inside_a_grammar_are_run(tmp_path: Path) -> None:
    """The rules that a grammar carries are checked with it, and alone where `kind` asks for them."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<element name="a" {RNG}><text/><pattern id="VOW100" {SCH}><rule context="a"><assert test="b">no b</assert>'
        "</rule></pattern></element>"
    )
    grammar = Validator.load(path)
    assert (grammar.notes, codes(grammar.validate(b"<a/>"))) == ((), ["VOW100"])
    assert codes(Validator.load(path, kind=Kind.SCHEMATRON).validate(b"<a/>")) == ["VOW100"]


def test_rules_inside_a_grammar_that_cannot_be_run_are_named_and_the_others_run(tmp_path: Path) -> None:
    """A rule of a later XPath is run; one that asks for the date is named with its reason, and the rest goes on."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<element name="a" {RNG}><text/>'
        f'<pattern id="VOW100" {SCH}><rule context="a"><assert test="matches(., \'x\')">no x</assert></rule></pattern>'
        f'<pattern id="VOW101" {SCH}><rule context="a"><assert test="current-date()">x</assert></rule></pattern>'
        "</element>"
    )
    grammar = Validator.load(path)
    (note,) = grammar.notes
    assert (note.rule, note.severity) == ("VAL003", Severity.INFO)
    assert '"VOW101"' in note.message
    assert "current-date()" in note.message
    assert codes(grammar.validate(b"<a/>")) == ["VOW100"]


XSLT_INSIDE = {
    "the rules": '<assert test="b">of <xsl:copy-of select="."/></assert>',
    "xsl:variable in a rule": '<xsl:variable name="v" select="1"/><assert test="$v = 2">x</assert>',
}


@pytest.mark.parametrize("reason", XSLT_INSIDE)
def test_rules_inside_a_grammar_that_want_xslt_are_named_and_the_others_run(tmp_path: Path, reason: str) -> None:
    """Elements of XSLT in a rule keep that pattern from being run, which is noted, and no other."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<element name="a" {RNG} xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><text/>'
        f'<pattern id="VOW100" {SCH}><rule context="a"><assert test="b">no b</assert></rule></pattern>'
        f'<pattern id="VOW101" {SCH}><rule context="a">{XSLT_INSIDE[reason]}</rule></pattern></element>'
    )
    grammar = Validator.load(path)
    (note,) = grammar.notes
    assert (note.rule, note.severity) == ("VAL003", Severity.INFO)
    assert '"VOW101"' in note.message
    assert reason in note.message
    assert codes(grammar.validate(b"<a/>")) == ["VOW100"]


def test_nested_grammars_are_explained_like_others(tmp_path: Path) -> None:
    """A grammar within a grammar, with a reference to what is round it, gives the same messages."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<grammar {RNG}><start><element name="a"><grammar><start><element name="b"><parentRef name="c"/></element>'
        '</start></grammar></element></start><define name="c"><empty/></define></grammar>'
    )
    assert codes(Validator.load(path).validate(b"<a><b/></a>", "a.xml")) == []
    assert codes(Validator.load(path).validate(b"<a><c/></a>", "a.xml"))[0] == "VAL107"


def test_a_choice_that_names_alone_do_not_decide_is_explained(tmp_path: Path) -> None:
    """Attributes and content that belong together, but not in this pairing: the element is not allowed beside them."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<element name="a" {RNG}><choice><group><attribute name="x"/><element name="b"><empty/></element></group>'
        '<group><attribute name="y"/><element name="c"><empty/></element></group></choice></element>'
    )
    assert set(codes(Validator.load(path).validate(b'<a x=""><c/></a>'))) == {"VAL101"}


def test_several_schemas_check_a_document_together(tmp_path: Path) -> None:
    """Grammar and rules give one list in order of place, whether or not the grammar passes."""
    rules = tmp_path / "a.sch"
    rules.write_text(
        f'<schema {SCH}><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern id="KAR101"><rule context="t:num">'
        '<assert test=". = 8">not eight</assert></rule></pattern></schema>'
    )
    spoilt = tmp_path / "a.xml"
    spoilt.write_bytes(GOOD.replace(b'<num value="7">', b"<num>"))
    ((path, findings),) = validate([spoilt], [SCHEMA, rules])
    assert path == str(spoilt)
    assert codes(findings) == ["VAL104", "KAR101"] or codes(findings) == ["KAR101", "VAL104"]
    assert len({found.location for found in findings}) == 1
    assert check_document(b"<TEI", [Validator.load(SCHEMA)])[0].rule == "XML102"


def test_a_wrong_schema_stops_before_any_document_is_read(tmp_path: Path) -> None:
    """`validate` raises for the schema first."""
    with pytest.raises(SchemaError):
        validate([tmp_path / "none.xml"], [tmp_path / "none.rng"])


def test_the_codes_are_all_different() -> None:
    """A code means one thing."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.why for rule in RULES)


def test_a_document_keeps_its_name() -> None:
    """A document read from a path is called by that path."""
    assert Document.read(HERE / "karsk.xml").path == os.fspath(HERE / "karsk.xml")


RULES_SOURCE = f"""<schema {SCH}><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><let name="a" value="count(//t:p)"/>
<phase id="f"><active pattern="p"/></phase><pattern abstract="true" id="q"><rule context="$n"><assert test="@n"/></rule>
</pattern><pattern is-a="q"><param name="n" value="t:p"/></pattern><pattern id="p"><rule abstract="true" id="r">
<assert test="$a > 1" diagnostics="d">x <value-of select="@n"/></assert></rule><rule context="t:date[@when] | t:p/@n">
<let name="b" value="."/><extends rule="r"/><report test="$b = 2"><name/></report></rule></pattern>
<diagnostics><diagnostic id="d">y</diagnostic></diagnostics></schema>""".encode()


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([SCHEMA.read_bytes(), RULES_SOURCE]), st.integers(0, 9000), st.integers(0, 30), st.text(max_size=6)
)
def test_whatever_happens_to_its_bytes_a_schema_is_used_or_refused(data: bytes, at: int, length: int, put: str) -> None:
    """A damaged schema raises SchemaError with findings, or checks documents all the same."""
    start = at % len(data)
    try:
        validator = Validator.load(data[:start] + put.encode("utf-8", "replace") + data[start + length :])
        validator.validate(GOOD)
    except SchemaError as error:
        assert len(error.findings) > 0  # noqa: PT017 - either outcome is right


@settings(max_examples=120, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 60), st.binary(max_size=12))
def test_whatever_happens_to_its_bytes_a_document_gives_findings_or_none(start: int, length: int, put: bytes) -> None:
    """A cut, damaged or overwritten file never raises."""
    Validator.load(SCHEMA).validate(GOOD[:start] + put + GOOD[start + length :], "a.xml")


_NAMES = st.sampled_from(["TEI", "text", "body", "div", "p", "date", "note", "list", "item", "zzyzx"])
_TREES = st.recursive(
    st.tuples(_NAMES, st.sampled_from(["", ' type="message"', ' when="1937"', ' xml:id="a"', ' n="1"']), st.just(())),
    lambda inner: st.tuples(_NAMES, st.just(""), st.lists(inner | st.just(("", "ice", ())), max_size=4)),
    max_leaves=12,
)


def written(tree: tuple) -> str:
    name, attribute, inner = tree
    return f"<{name}{attribute}>{''.join(written(one) for one in inner)}</{name}>" if name else attribute


@settings(max_examples=120, deadline=None)
@given(_TREES)
def test_our_explanations_and_the_library_agree_on_what_is_valid(tree: tuple) -> None:
    """A document gets findings of ours just when the library calls it invalid, and none of its words is needed."""
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t"><text><body>{written(tree)}</body></text></TEI>'
    text = GOOD.decode().replace("<closer>", written(tree) + "<closer>", 1) if len(text) % 2 else text
    judge = etree.RelaxNG(etree.parse(SCHEMA))
    valid = judge.validate(etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False)))
    findings = Validator.load(SCHEMA).validate(text.encode())
    assert valid == (not findings)
    assert "VAL199" not in codes(findings)
