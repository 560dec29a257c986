"""What is wrong with a schema of rules, or cannot be run, is named with its file and line; nothing is skipped."""

from pathlib import Path

import pytest

from tei.errors import SchemaError
from tei.schematron import Schematron, read_schema
from tei.xmlfile import parse_bytes

HEAD = '<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'


def rule(check: str, context: str = "a", before: str = "") -> str:
    return f'>{before}\n<sch:pattern id="p"><sch:rule context="{context}">\n{check}</sch:rule></sch:pattern>'


def later(binding: str, test: str) -> str:
    assertion = f'<sch:assert test="{test}"/>'
    return f' queryBinding="{binding}"{rule(assertion)}'


OK = '<sch:assert test="1">x</sch:assert>'

# name: (schema after its opening words, code, words, line)
WRONG = {
    "later function of XSLT": (later("xslt2", "key('k', @n)"), "SCH104", "key() is not run here", 3),
    "later other document": (later("xslt3", "doc('x')"), "SCH104", "doc()", 3),
    "later unknown function": (later("xslt2", "spell(.)"), "SCH104", "spell", 3),
    "later function of 3.1 in 2.0": (later("xpath2", "array:size([1]) = 1"), "SCH104", "array:size", 3),
    "later syntax error": (later("xslt3", "if (a) then"), "SCH102", "if (a)", 3),
    "later prefix": (later("xslt3", "tei:p"), "SCH102", '"tei:" is not', 3),
    "later variable": (later("xslt2", "$year"), "SCH105", "$year", 3),
    "later key": (
        later("xslt2", "1").replace(">", "><xsl:key name='k' match='a' use='@n'/>", 1),
        "SCH104",
        "xsl:key",
        1,
    ),
    "unknown binding": (f' queryBinding="stx"{rule(OK)}', "SCH103", '"stx"', 1),
    "later function": (rule("<sch:assert test=\"matches(., 'x')\"/>"), "SCH104", "matches()", 3),
    "function of a namespace": (
        rule('<sch:assert test="x:f()"/>', before='<sch:ns prefix="x" uri="urn:x"/>'),
        "SCH104",
        "x:f()",
        3,
    ),
    "clock": (
        rule('<sch:assert test="d:date()"/>', before='<sch:ns prefix="d" uri="http://exslt.org/dates-and-times"/>'),
        "SCH104",
        "d:date()",
        3,
    ),
    "other document": (rule("<sch:assert test=\"document('a.xml')\"/>"), "SCH104", "document()", 3),
    "later syntax": (rule('<sch:assert test="if (@n) then 1 else 0"/>'), "SCH104", "if()", 3),
    "sequence": (rule('<sch:assert test="(1, 2)"/>'), "SCH102", "not an XPath 1.0 expression: (1, 2)", 3),
    "unclosed": (rule('<sch:assert test="@n and"/>'), "SCH102", "@n and", 3),
    "unclosed context": (rule(OK, "a["), "SCH102", "a[", 2),
    "context with an axis": (rule(OK, "ancestor::a"), "SCH102", "ancestor::a", 2),
    "prefix": (rule('<sch:assert test="tei:p"/>'), "SCH102", '"tei:" is not declared', 3),
    "value": (rule('<sch:assert test="1"><sch:value-of select="@"/></sch:assert>'), "SCH102", "@", 3),
    "undefined": (rule('<sch:assert test="$year"/>'), "SCH105", "$year", 3),
    "defined too late": (rule('<sch:let name="a" value="$b"/><sch:let name="b" value="1"/>' + OK), "SCH105", "$b", 3),
    "twice": (rule('<sch:let name="a" value="1"/>\n<sch:let name="a" value="1"/>' + OK), "SCH105", "twice", 4),
    "namespace": (rule(OK, before='<sch:ns prefix="x" uri="urn: &gt;"/>'), "SCH101", '"x" cannot stand for', 1),
    "no prefix": (rule(OK, before='<sch:ns prefix="" uri="urn:x"/>'), "SCH101", "cannot stand for", 1),
    "no test": (rule("<sch:assert>x</sch:assert>"), "SCH101", "no test", 3),
    "no context": (rule(OK, ""), "SCH101", "no context", 2),
    "no patterns": ("><sch:title>none</sch:title>", "SCH101", "no pattern", 1),
    "diagnostic": (rule('<sch:assert test="1" diagnostics="d"/>'), "SCH101", '"d"', 3),
    "phase": (rule(OK, before='<sch:phase id="f"><sch:active pattern="q"/></sch:phase>'), "SCH101", '"q"', 1),
    "default phase": (f' defaultPhase="f"{rule(OK)}', "SCH101", 'no phase "f"', 1),
    "abstract rule": (rule('<sch:extends rule="r"/>'), "SCH101", '"r" is not in this pattern', 3),
    "abstract rule in a ring": (
        f'><sch:pattern><sch:rule abstract="true" id="r"><sch:extends rule="r"/></sch:rule>\n'
        f'<sch:rule context="a"><sch:extends rule="r"/>{OK}</sch:rule></sch:pattern>',
        "SCH101",
        "extends itself",
        1,
    ),
    "abstract pattern": ('><sch:pattern is-a="q"/>', "SCH101", 'no abstract pattern "q"', 1),
    "include": (f'><sch:include href="none.sch"/>{rule(OK)[1:]}', "SCH101", '"none.sch" cannot be included', 1),
    "include of the network": (
        f'><sch:include href="http://example.org/"/>{rule(OK)[1:]}',
        "SCH101",
        "not the path",
        1,
    ),
    "include of a part": (f'><sch:include href="#none"/>{rule(OK)[1:]}', "SCH101", "", 1),
    "other documents": (
        '><sch:pattern documents="document(/a/@b)"><sch:rule context="a"/></sch:pattern>',
        "SCH104",
        "document()",
        1,
    ),
    "embedded function": (f"><xsl:function name='f'/>{rule(OK)[1:]}", "SCH104", "xsl:function", 1),
    "key with content": (
        f"><xsl:key name='f' match='a'>b</xsl:key>{rule(OK)[1:]}",
        "SCH104",
        "xsl:key with content",
        1,
    ),
    "wrong key": (f"><xsl:key name='f' match='a' use='@'/>{rule(OK)[1:]}", "SCH102", "@", 1),
    "key of Schematron 1.5": (rule("<sch:key name='k' path='@n'/>" + OK), "SCH104", "a key of Schematron 1.x", 3),
    "embedded copy without a choice": (
        rule('<sch:assert test="1"><xsl:value-of>x</xsl:value-of></sch:assert>'),
        "SCH104",
        "xsl:value-of in a message",
        3,
    ),
    "embedded variable": (rule("<xsl:variable name='a'/>" + OK), "SCH104", "xsl:variable", 3),
    "embedded copy": (rule('<sch:assert test="1"><xsl:copy-of select="."/></sch:assert>'), "SCH104", "xsl:copy-of", 3),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_schema_that_cannot_be_run_as_a_whole_is_refused(name: str, tmp_path: Path) -> None:
    """One thing wrong: one finding, on the line of the schema where it stands."""
    content, code, words, line = WRONG[name]
    path = tmp_path / "a.sch"
    path.write_text(f"{HEAD}{content}</sch:schema>")
    with pytest.raises(SchemaError) as raised:
        Schematron.load(path)
    found = raised.value.findings[0]
    assert (found.rule, found.location.path, found.location.line) == (code, str(path), line)
    assert words in found.message


def test_everything_wrong_is_said_at_once() -> None:
    """A schema with three mistakes gives three findings."""
    checks = '<sch:assert test="$a"/>\n<sch:assert test="exists(b)"/>\n<sch:assert test="x:b"/>'
    with pytest.raises(SchemaError) as raised:
        Schematron.load(f"{HEAD}{rule(checks)}</sch:schema>".encode())
    assert [found.rule for found in raised.value.findings] == ["SCH105", "SCH104", "SCH102"]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b"<html/>", "not a Schematron schema: the root is html"),
        (b'<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform"/>', "but XSLT, to which one may have been"),
        (b'<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>', "the grammar holds no rules"),
        (
            b'<pattern xmlns="http://purl.oclc.org/dsdl/schematron" abstract="true"/>',
            "holds no pattern that could be run",
        ),
        (b"<schema", "not well-formed"),
    ],
)
def test_what_is_no_schema_is_refused(document: bytes, words: str) -> None:
    """Other vocabularies, compiled schemas, parts of schemas and broken files are told apart."""
    with pytest.raises(SchemaError, match=words):
        read_schema(document)


def test_a_mistake_in_an_included_file_is_placed_there(tmp_path: Path) -> None:
    """Findings about a part name its file and line, even after it was put into the whole."""
    (tmp_path / "parts").mkdir()
    part = tmp_path / "parts" / "dates.sch"
    part.write_text(
        '<pattern xmlns="http://purl.oclc.org/dsdl/schematron">\n<rule context="a">\n'
        '<assert test="$none"/></rule></pattern>'
    )
    path = tmp_path / "a.sch"
    path.write_text(f'{HEAD}><sch:include href="parts/dates.sch"/></sch:schema>')
    with pytest.raises(SchemaError) as raised:
        Schematron.load(path)
    (found,) = raised.value.findings
    assert (found.location.path, found.location.line) == (str(part), 3)


def test_an_include_ring_is_refused(tmp_path: Path) -> None:
    """A file that includes itself is said to, instead of filling the memory."""
    path = tmp_path / "a.sch"
    path.write_text(f'{HEAD}><sch:include href="a.sch"/></sch:schema>')
    with pytest.raises(SchemaError, match="includes itself"):
        Schematron.load(path)


def test_a_part_of_the_same_file_can_be_included(tmp_path: Path) -> None:
    """`#id` names an element of the file; `file#id` one of another."""
    (tmp_path / "b.sch").write_text(
        f'{HEAD}><sch:rule id="r" context="a">{OK.replace("1", "0")}</sch:rule></sch:schema>'
    )
    path = tmp_path / "a.sch"
    path.write_text(f'{HEAD}><sch:pattern><sch:include href="b.sch#r"/></sch:pattern></sch:schema>')
    assert len(Schematron.load(path).findings(parse_bytes(b"<a/>"))) == 1


def test_abstract_patterns_are_filled_in_and_abstract_rules_extended() -> None:
    """Parameters are put into the expressions, the longest name first; extended rules bring their variables."""
    schema = (
        f'{HEAD}><sch:pattern abstract="true" id="q"><sch:rule abstract="true" id="r"><sch:let name="v" value="$n"/>'
        '<sch:assert test="$v = $name">n</sch:assert></sch:rule><sch:rule context="$name"><sch:extends rule="r"/>'
        '</sch:rule></sch:pattern><sch:pattern is-a="q">'
        '<sch:param name="n" value="1"/><sch:param name="name" value="a"/>'
        "</sch:pattern></sch:schema>"
    )
    rules = Schematron.load(schema.encode())
    assert [len(rules.findings(parse_bytes(b"<a><a>%d</a></a>" % number))) for number in (1, 2)] == [1, 2]


def test_rules_inside_a_grammar_are_read() -> None:
    """RELAX NG and XML Schema may carry patterns and namespaces as foreign elements."""
    schema = (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">'
        '<sch:ns prefix="k" uri="urn:k"/><define name="a"><sch:pattern><sch:rule context="k:a"><sch:assert test="0">x'
        "</sch:assert></sch:rule></sch:pattern></define></grammar>"
    )
    assert len(Schematron.load(schema.encode()).findings(parse_bytes(b'<a xmlns="urn:k"/>'))) == 1
