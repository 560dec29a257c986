"""Running rules: what they find in a document, where, how bad it is, and in which words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei.findings import Location, Severity
from tei.schematron import RULES, Schematron
from tei.xmlfile import parse_bytes
from tests.timing import seconds

HEAD = '<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
LOG = b"""<log n="1"><!-- ice -->
  <day when="1937-10-20" n="2">wind <b n="3">north</b> and <?turn now?>
  snow</day>
  <day n="4" id="d4"/>
</log>"""


def run(rules: str, document: bytes = LOG, phase: str = "") -> list[tuple[str, int]]:
    """Return message and line of what the rules find."""
    schema = Schematron.load(f"{HEAD}{rules}</sch:schema>".encode(), "a.sch", phase)
    return [(found.message, found.location.line) for found in schema.findings(parse_bytes(document), "a.xml")]


def rule(context: str, inside: str = '<sch:report test="true()">x</sch:report>') -> str:
    return f'<sch:pattern><sch:rule context="{context}">{inside}</sch:rule></sch:pattern>'


CONTEXTS = {
    "/": [1],
    "log": [1],
    "*": [1, 2, 2, 4],
    "day": [2, 4],
    "/log/day": [2, 4],
    "log//b": [2],
    "day[2]": [4],
    "day[@when]": [2],
    "*[@when]": [2],
    "*[@n and @id]": [4],
    "*[@n = 3]": [2],
    "*[@n or @x]": [1, 2, 2, 4],
    "*[starts-with(@when, '1937')]": [2],
    "*[starts-with(@n, '')]": [1, 2, 2, 4],
    "*[b]": [2],
    "@n": [1, 2, 2, 4],
    "day/@n": [2, 4],
    "attribute::when": [2],
    "@*": [1, 2, 2, 2, 4, 4],
    "@when | b | /": [1, 2, 2],
    "child::b": [2],
    "day | *[@when]": [2, 4],
    "*[@when] | *[@id]": [2, 4],
    "b/text()": [2],
    "comment()": [1],
    "processing-instruction()": [2],
    "processing-instruction('turn')": [2],
    "id('d4')": [],
    "none": [],
}


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_context_is_a_match_pattern_on_any_kind_of_node(context: str) -> None:
    """Elements, attributes, text, comments, instructions and the root can be contexts, each node once."""
    assert [line for _, line in run(rule(context))] == CONTEXTS[context]


def test_node_is_every_node_but_the_root() -> None:
    """Four elements, seven pieces of text, a comment and an instruction."""
    assert len(run(rule("node()"))) == 13


def test_the_first_rule_that_matches_takes_the_node() -> None:
    """Later rules of the pattern do not see it; other patterns do."""
    rules = (
        '<sch:pattern><sch:rule context="day[2]"><sch:report test="true()">second</sch:report></sch:rule>'
        '<sch:rule context="day"><sch:report test="true()">other</sch:report></sch:rule></sch:pattern>'
        + rule("day", '<sch:report test="true()">again</sch:report>')
    )
    assert sorted(run(rules)) == [("again", 2), ("again", 4), ("other", 2), ("second", 4)]


def test_an_assert_fails_when_false_a_report_when_true() -> None:
    """assert says what has to be, report what must not be."""
    checks = '<sch:assert test="@when">undated</sch:assert><sch:report test="@when">dated</sch:report>'
    assert run(rule("day", checks)) == [("dated", 2), ("undated", 4)]


MESSAGES = {
    '<sch:value-of select="@n"/> of <sch:name/>': "4 of day",
    '<sch:name path="name(..)"/>': "log",
    "  a\n   <sch:emph>b</sch:emph> <sch:span>c</sch:span><sch:dir value='rtl'> d</sch:dir><!-- e --> f ": "a b c d f",
    "<q xmlns='urn:q'>not said</q>a": "a",
    '"<sch:value-of select="normalize-space(../day[1])"/>"': '"wind north and snow"',
    "": "the rule for day[@id] is broken: true()",
    '<sch:value-of select="count(//day)"/>': "2",
    '<sch:value-of select="current()/@id"/>': "d4",
    '<xsl:value-of select="@n"/><xsl:text> of </xsl:text><sch:name/>': "4 of day",
}


@pytest.mark.parametrize("content", MESSAGES)
def test_a_message_is_rendered_at_the_node_on_one_line(content: str) -> None:
    """value-of (XSLT's too), name, emph, span and dir give their text; other foreign elements are left out."""
    check = f'<sch:report test="true()">{content}</sch:report>'
    assert run(rule("day[@id]", check)) == [(MESSAGES[content], 4)]


@pytest.mark.parametrize(
    ("attributes", "severity"),
    [
        ("", Severity.ERROR),
        ('role="error"', Severity.ERROR),
        ('role="fatal"', Severity.ERROR),
        ('role="Warning"', Severity.WARNING),
        ('role="nonfatal"', Severity.WARNING),
        ('role="info"', Severity.INFO),
        ('severity="warning" role="error"', Severity.WARNING),
        ('flag="hint"', Severity.INFO),
        ('role="title"', Severity.ERROR),
    ],
)
def test_the_role_says_how_bad_it_is(attributes: str, severity: Severity) -> None:
    """severity, role or flag; a word that is no severity means nothing."""
    rules = f'{HEAD}{rule("day", f"""<sch:assert test="0" {attributes}>x</sch:assert>""")}</sch:schema>'
    findings = Schematron.load(rules.encode()).findings(parse_bytes(LOG))
    assert {found.severity for found in findings} == {severity}


def test_a_rule_or_pattern_can_set_the_role_of_its_checks() -> None:
    """The nearest role counts."""
    rules = (
        f'{HEAD}<sch:pattern role="info"><sch:rule context="day" role="warning"><sch:assert test="0">a</sch:assert>'
        '<sch:assert test="0" role="error">b</sch:assert></sch:rule><sch:rule context="b">'
        '<sch:assert test="0">c</sch:assert>'
        "</sch:rule></sch:pattern></sch:schema>"
    )
    findings = Schematron.load(rules.encode()).findings(parse_bytes(LOG))
    assert {found.message: found.severity.label for found in findings} == {"a": "warning", "b": "error", "c": "info"}


@pytest.mark.parametrize(
    ("pattern", "check", "code"),
    [
        ("", "", "SCH200"),
        ("KAR101", "", "KAR101"),
        ("dates", "", "dates"),
        ("dates", "KAR102", "KAR102"),
        ("d12e345-constraint", "", "SCH200"),
        ("karsk-date-constraint-rule-7", "", "SCH200"),
        ("dates", "d1e2", "dates"),
    ],
)
def test_the_code_is_an_id_that_a_person_gave(pattern: str, check: str, code: str) -> None:
    """Ids that a generator counted change with the next edit, so that they cannot be codes."""
    rules = (
        f'{HEAD}<sch:pattern id="{pattern}"><sch:rule context="log"><sch:assert id="{check}" test="0">x</sch:assert>'
        "</sch:rule></sch:pattern></sch:schema>"
    )
    (found,) = Schematron.load(rules.encode()).findings(parse_bytes(LOG))
    assert found.rule == code


def test_diagnostics_are_the_hint_and_the_rule_is_in_the_data() -> None:
    """A finding says what would mend it, and for programs which rule it was."""
    rules = (
        f'{HEAD}{rule("day[1]", """<sch:assert test="@x" diagnostics="a b" see="urn:manual">x</sch:assert>""")}'
        '<sch:diagnostics><sch:diagnostic id="a">add it to <sch:name/></sch:diagnostic>'
        '<sch:diagnostic id="b">or not</sch:diagnostic></sch:diagnostics></sch:schema>'
    )
    (found,) = Schematron.load(rules.encode()).findings(parse_bytes(LOG))
    assert found.message == "x"
    assert found.hint == "add it to day or not"
    assert dict(found.data) == {"context": "day[1]", "test": "@x", "see": "urn:manual"}


def test_a_failure_names_the_node_of_the_document_itself() -> None:
    """Elements are those of the tree that was given; attributes come by name; comments beside the root are the root."""
    tree = parse_bytes(b"<!-- a --><log><day n='1'/></log>")
    schema = Schematron.load(f"{HEAD}{rule('@n')}{rule('comment()')}</sch:schema>".encode())
    beside, at = sorted(schema.failures(tree), key=lambda one: one.attribute)
    assert (at.node, at.attribute) == (tree.getroot()[0], "n")
    assert beside.node is tree.getroot()
    placed = schema.findings(tree, "a.xml", lambda node, attribute: Location(f"{node.tag}/{attribute}"))
    assert "day/n" in {found.location.path for found in placed}


LETS = {
    '<sch:let name="a" value="2"/>' + rule("log", '<sch:report test="$a = 2">x</sch:report>'): 1,
    rule(
        "log",
        '<sch:let name="a" value="day"/><sch:let name="b" value="count($a)"/><sch:report test="$b = 2">x</sch:report>',
    ): 1,
    rule("day", '<sch:let name="a" value="@n + 1"/><sch:report test="$a = 5">x</sch:report>'): 1,
    '<sch:pattern><sch:let name="a" value="//b"/><sch:rule context="day[b = $a]">'
    '<sch:report test="true()">x</sch:report></sch:rule>'
    '<sch:rule context="day"><sch:report test="$a">x</sch:report></sch:rule></sch:pattern>': 2,
    '<sch:let name="a"><i xmlns="">snow</i></sch:let>'
    + rule("day[contains(., $a)] | id($a) | /none", "<sch:report test=\"$a = 'snow'\">x</sch:report>"): 1,
}


@pytest.mark.parametrize("rules", LETS)
def test_variables_have_their_values(rules: str) -> None:
    """Variables of the schema, the pattern and the rule can be used in contexts, tests and other variables."""
    assert len(run(rules)) == LETS[rules]


def test_a_phase_chooses_patterns_and_has_variables() -> None:
    """#ALL runs everything; the default phase is run unless another is named."""
    rules = (
        '<sch:phase id="p"><sch:let name="v" value="1"/><sch:active pattern="one"/></sch:phase>'
        '<sch:phase id="q"><sch:active pattern="two"/></sch:phase>'
        '<sch:pattern id="one"><sch:rule context="log"><sch:report test="$v">one</sch:report></sch:rule></sch:pattern>'
        '<sch:pattern id="two"><sch:rule context="log"><sch:report test="1">two</sch:report></sch:rule></sch:pattern>'
    )
    assert run(rules, phase="p") == [("one", 1)]
    assert run(rules, phase="q") == [("two", 1)]


def test_keys_index_the_document() -> None:
    """xsl:key, which the default binding allows, works as in XSLT 1.0."""
    rules = '<xsl:key name="by-n" match="day" use="@n"/>' + rule(
        "log", "<sch:report test=\"key('by-n', '4')/@id\">x</sch:report>"
    )
    assert run(rules) == [("x", 1)]


def test_a_pointer_rule_finds_what_it_looks_for_with_and_without_the_index() -> None:
    """`//*[@xml:id = $x]` gives the same from the index of ids as by search, for strings and for numbers."""
    document = b'<r><a xml:id="k"/><b ref="#k"/><b ref="#n"/><b ref="#"/><c xml:id="7"/></r>'
    test = '<sch:assert test="//a[@xml:id = $t]">none</sch:assert>'
    test += '<sch:assert test="not(//*[@xml:id=$t]) or //a">x</sch:assert>'
    string = rule("b", f'<sch:let name="t" value="substring(@ref, 2)"/>{test}')
    assert len(run(string, document)) == 2
    number = rule("r", '<sch:let name="t" value="3 + 4.0"/><sch:assert test="//*[@xml:id = $t]">none</sch:assert>')
    assert run(number, document) == []
    nodes = rule("b", '<sch:let name="t" value="//a/@xml:id"/><sch:assert test="..//*[@xml:id = $t]">none</sch:assert>')
    assert run(nodes, document) == []


def test_exslt_functions_of_their_arguments_alone_can_be_used() -> None:
    """Regular expressions come from EXSLT, where the schema declares the prefix."""
    declared = '<sch:ns prefix="re" uri="http://exslt.org/regular-expressions"/>'
    rules = declared + rule("day", "<sch:assert test=\"re:test(@when, '^[0-9]{4}-')\">x</sch:assert>")
    assert run(rules) == [("x", 4)]


def test_prefixes_of_the_schema_may_be_those_that_we_use_ourselves() -> None:
    """A schema can call its namespaces `xsl` or `run`."""
    rules = '<sch:ns prefix="xsl" uri="urn:a"/><sch:ns prefix="run" uri="urn:b"/>' + rule("xsl:a/run:b")
    assert run(rules, b'<a xmlns="urn:a"><b xmlns="urn:b"/></a>') == [("x", 1)]


def test_a_rule_that_breaks_off_is_named_and_the_others_are_run() -> None:
    """An expression that only fails on this document gives a finding; the other patterns are heard all the same."""
    rules = (
        '<sch:pattern id="bad"><sch:rule context="day"><sch:let name="a" value="string(@n)"/>'
        '<sch:assert test="$a/b">x</sch:assert></sch:rule></sch:pattern>'
        '<sch:pattern><sch:rule context="day"><sch:let name="a" value="1"/>'
        '<sch:assert test="count($a)">x</sch:assert></sch:rule></sch:pattern>'
        + rule("b", '<sch:report test="true()">b</sch:report>')
    )
    messages = [message for message, _ in run(rules)]
    assert messages[-1] == "b"
    assert 'the pattern "bad" broke off' in messages[0] or 'the pattern "bad" broke off' in messages[1]
    assert any("at line 1 of the schema broke off" in message for message in messages)


def test_a_deep_document_is_no_trouble() -> None:
    """Rules run on anything that our parser lets in."""
    document = b"<a>" * 240 + b"<b/>" + b"</a>" * 240
    assert run(rule("b"), document) == [("x", 1)]


def test_the_codes_are_all_different() -> None:
    """A code means one thing."""
    assert len({one.code for one in RULES}) == len(RULES)


_NAMES = st.sampled_from("abc")
_XML = st.recursive(
    _NAMES.map(lambda name: f"<{name}/>"),
    lambda inner: st.tuples(
        _NAMES, st.sampled_from(["", ' x="1"', ' y="1"', ' y="1" x="1"']), st.lists(inner, max_size=3)
    ).map(lambda one: f"<{one[0]}{one[1]}>{''.join(one[2])}</{one[0]}>"),
    max_leaves=15,
)
_CONTEXTS = st.sampled_from(
    [
        *("a", "b", "*", "*[@x]", "*[@y and @x]", "*[@x or @y]", "*[@y = 1 or @x]", "@x", "a/b", "*[@x] | a", "a[@y]"),
        *("c//*", "@*", "b | @y", "*[@x or @y] | *[@y]", "*[@x or a]"),
    ]
)


@settings(max_examples=80, deadline=None)
@given(_XML, st.lists(_CONTEXTS, min_size=1, max_size=4, unique=True))
def test_the_walk_offers_each_node_once_to_each_pattern(document: str, contexts: list[str]) -> None:
    """What the compiled walk finds is what XPath selects, whatever patterns stand beside one another."""
    schema = Schematron.load(f"{HEAD}{''.join(rule(one) for one in contexts)}</sch:schema>".encode())
    tree = etree.ElementTree(etree.fromstring(document))
    found = len(list(schema.failures(tree)))
    paths = [" | ".join(f"//{branch.strip()}" for branch in one.split("|")) for one in contexts]
    assert found == sum(len(tree.xpath(path)) for path in paths)


@pytest.mark.bench
def test_eighty_rules_take_less_than_a_millisecond_and_a_half() -> None:
    """The converter checks every telegram as it writes it."""
    names = ("p", "date", "persName", "div", "note")
    rules = "".join(
        f'<sch:pattern><sch:rule context="{names[index % 5]}"><sch:assert test="not(@x) or @x = {index}">x</sch:assert>'
        "</sch:rule></sch:pattern>"
        for index in range(80)
    )
    schema = Schematron.load(f"{HEAD}{rules}</sch:schema>".encode())
    tree = parse_bytes(b"<div>" + b"<p><date/><persName/>words of a line</p><note/>" * 35 + b"</div>")
    assert seconds(lambda: schema.findings(tree), best_of=20) < 0.0015


def test_rules_in_the_namespace_of_schematron_1_5_are_run() -> None:
    """A schema of its own, and rules inside a grammar."""
    pattern = (
        '<s:pattern name="days"><s:rule context="day"><s:assert test="@when">no date</s:assert></s:rule></s:pattern>'
    )
    space = 'xmlns:s="http://www.ascc.net/xml/schematron"'
    grammar = f'<element name="log" xmlns="http://relaxng.org/ns/structure/1.0" {space}>{pattern}<empty/></element>'
    for schema in (f"<s:schema {space}>{pattern}</s:schema>", grammar):
        found = Schematron.load(schema.encode(), "a.sch").findings(parse_bytes(b"<log><day/></log>"), "a.xml")
        assert [one.message for one in found] == ["no date"]
