"""Wrong ODDs: each mistake has its finding, on its line, with a mend; never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tei.findings import Finding, Severity
from tei.odd import RULES, Reading, read_odd

P = '<elementSpec ident="p"><desc>d</desc><content><textNode/></content></elementSpec>'
A = '<elementSpec ident="a"><desc>d</desc><content><textNode/></content></elementSpec>'


def root(content: str, more: str = "") -> str:
    """Specify the start element on line 2, its content on line 3."""
    return f'<elementSpec ident="r"><desc>d</desc>\n<content>{content}</content>{more}</elementSpec>\n'


def atts(attributes: str, classes: str = "") -> str:
    """Specify the start element with attributes on line 3."""
    return (
        f'<elementSpec ident="r"><desc>d</desc><classes>{classes}</classes>'
        f"<content><textNode/></content>\n<attList>{attributes}</attList></elementSpec>\n"
    )


def rule(inside: str) -> str:
    """Specify the start element with a constraint on line 3."""
    return root(
        "<textNode/>",
        f'<constraintSpec ident="c" scheme="schematron"><constraint>{inside}</constraint></constraintSpec>',
    )


TYPED = (
    '<classSpec ident="att.t" type="atts"><desc>d</desc><attList>'
    '<attDef ident="t"><desc>d</desc></attDef></attList></classSpec>'
)
OTHER = TYPED.replace("att.t", "att.u").replace("<desc>d</desc></attDef>", "<desc>other</desc></attDef>")
MEMBER = '<memberOf key="att.t"/>'

# specs | code | line | words of the message | words of the hint
MISTAKES = [
    (root('<elementRef key="q"/>') + P, "ODD111", 3, 'no element "q"', "specify it"),
    (root('<elementRef key="pp"/>') + P, "ODD111", 3, 'no element "pp"', 'write "p"'),
    (root('<classRef key="model.pLike"/>'), "ODD111", 3, 'no model class "model.pLike"', ""),
    (root('<macroRef key="macro.x"/>'), "ODD111", 3, 'no macro "macro.x"', ""),
    (root('<dataRef key="t.word"/>'), "ODD111", 3, 'no datatype "t.word"', ""),
    (root('<dataRef key="p"/>') + P, "ODD111", 3, 'no datatype "p"', ""),
    (atts("", '<memberOf key="att.none"/>'), "ODD111", 2, 'no class "att.none"', ""),
    (atts('<attRef class="att.none" name="t"/>'), "ODD111", 3, 'no class "att.none"', ""),
    (atts('<attRef class="att.t" name="x"/>') + TYPED, "ODD111", 3, 'no attribute of att.t "x"', ""),
    (
        root('<classRef key="model.m" except="z"/>')
        + '<classSpec type="model" ident="model.m"><desc>d</desc></classSpec>'
        + P.replace("<desc>", '<classes><memberOf key="model.m"/></classes><desc>'),
        "ODD111",
        3,
        'no member of model.m "z"',
        "",
    ),
    (
        root("<textNode/>")
        + '<classSpec type="model" ident="model.a"><classes><memberOf key="model.b"/></classes></classSpec>'
        + '<classSpec type="model" ident="model.b"><classes><memberOf key="model.a"/></classes></classSpec>',
        "ODD112",
        4,
        "model.a → model.b → model.a",
        "",
    ),
    (
        root('<macroRef key="macro.m"/>')
        + '<macroSpec ident="macro.m"><content><macroRef key="macro.m"/></content></macroSpec>',
        "ODD112",
        4,
        "macro.m → macro.m",
        "",
    ),
    (
        root('<dataRef key="t.t"/>') + '<dataSpec ident="t.t"><content><dataRef key="t.t"/></content></dataSpec>',
        "ODD112",
        4,
        "t.t → t.t",
        "",
    ),
    (root("<textNode/>") + P + "\n" + P, "ODD110", 5, '"p" is specified already', ""),
    (
        root('<classRef key="model.m"/>') + '<classSpec type="model" ident="model.m"><desc>d</desc></classSpec>',
        "ODD114",
        3,
        "has no members",
        "",
    ),
    (
        root('<elementRef key="p"/>') + P + A.replace("<desc>", "<altIdent>p</altIdent><desc>"),
        "ODD110",
        4,
        "is called <p>",
        "",
    ),
    (
        root('<dataRef name="token"><dataFacet name="whiteSpace" value="collapse"/></dataRef>'),
        "ODD134",
        3,
        "whiteSpace",
        "",
    ),
    (root("<textNode/>") + P, "ODD116", 4, '"p": no document can hold it', ""),
    (root("<textNode/>") + TYPED, "ODD116", 4, '"att.t": nothing makes use of it', ""),
    ('<elementSpec ident="r"><content><textNode/></content></elementSpec>', "ODD115", 2, '"r" is not described', ""),
    (atts('<attDef ident="n"/>'), "ODD115", 3, 'the attribute "n" of "r"', ""),
    (root("<choice/>"), "ODD120", 3, "<choice> means nothing", "write <alternate>"),
    (root('<plan xmlns="http://example.org/k"/>'), "ODD120", 3, "means nothing", "classRef"),
    (root(""), "ODD106", 3, "has no content", "<empty/>"),
    (root("<alternate/>"), "ODD120", 3, "nothing to choose", ""),
    ('<elementSpec ident="r"><desc>d</desc></elementSpec>', "ODD106", 2, "has no content", "<empty/>"),
    (root('<elementRef key="p" minOccurs="x"/>') + P, "ODD121", 3, 'minOccurs="x"', ""),
    (root('<elementRef key="p" minOccurs="-1"/>') + P, "ODD121", 3, 'minOccurs="-1"', ""),
    (root('<elementRef key="p" maxOccurs="many"/>') + P, "ODD121", 3, 'maxOccurs="many"', ""),
    (root('<elementRef key="p" minOccurs="3" maxOccurs="2"/>') + P, "ODD121", 3, "more than maxOccurs", "exchange"),
    (root('<elementRef key="p" minOccurs="3"/>') + P, "ODD121", 3, "more than maxOccurs", 'maxOccurs="3"'),
    (root('<elementRef key="p" maxOccurs="500"/>') + P, "ODD121", 3, "500 is more", "unbounded"),
    (
        root('<sequence><elementRef key="p" minOccurs="0"/>\n<elementRef key="p"/></sequence>') + P,
        "ODD122",
        4,
        '<p> is ambiguous: at the start it can be that of elementRef key="p"',
        "",
    ),
    (
        root(
            '<alternate><sequence><elementRef key="a"/><elementRef key="p"/></sequence>'
            '<elementRef key="a"/></alternate>'
        )
        + A
        + P,
        "ODD122",
        3,
        "<a> is ambiguous",
        "common particle",
    ),
    (root('<anyElement minOccurs="0"/><anyElement/>'), "ODD122", 3, "an element of another vocabulary", ""),
    (root('<dataRef name="token"/><elementRef key="p"/>') + P, "ODD123", 3, "holds a value and something else", ""),
    (root('<textNode/><elementRef key="p"/>') + P, "ODD125", 3, "some places only", ""),
    (root('<anyElement except="http://example.org/k"/>'), "ODD125", 3, "excludes http://example.org/k", ""),
    (
        atts('<attList org="choice"><attDef ident="a"/><attDef ident="b"/></attList>'),
        "ODD125",
        3,
        "exclude each other",
        "",
    ),
    (
        root('<sequence preserveOrder="false">' + '<elementRef key="p"/>' * 6 + "</sequence>") + P,
        "ODD126",
        3,
        "6 items",
        "",
    ),
    (atts("<attDef/>"), "ODD130", 3, "attDef has no @ident", ""),
    (atts('<attDef ident="a" usage="must"/>'), "ODD130", 3, 'attDef/@usage is "must"', "req"),
    (atts('<attDef ident="a" mode="add"/><p/>'), "ODD130", 3, "<p> means nothing in attList", ""),
    (
        atts('<attDef ident="a"><valList type="closed"><valItem ident="x"/><valItem ident="x"/></valList></attDef>'),
        "ODD137",
        3,
        '"x" stands here twice',
        "",
    ),
    (
        root('<textNode/><s:pattern xmlns:s="http://www.ascc.net/xml/schematron" name="long"/>'),
        "ODD138",
        3,
        "the rules in a content model are left out",
        "constraintSpec",
    ),
    (root('<dataRef key="a" name="token"/>'), "ODD130", 3, "dataRef names", ""),
    (root('<classRef key="x" expand="all"/>'), "ODD130", 3, 'classRef/@expand is "all"', "alternate"),
    (atts('<attDef ident="a"/><attDef ident="a"/>'), "ODD131", 3, 'defines "a" twice', ""),
    (atts('<attDef ident="tt" mode="delete"/>', MEMBER) + TYPED, "ODD132", 3, 'no attribute "tt"', 'write "t"'),
    (atts('<attDef ident="t" mode="change"/>'), "ODD132", 3, 'no attribute "t"', "leave out @mode"),
    (atts("", f'{MEMBER}<memberOf key="att.u"/>') + TYPED + OTHER, "ODD133", 2, '"t" from att.t', ""),
    (root('<dataRef name="tokken"/>'), "ODD134", 3, 'no datatype "tokken"', 'write name="token"'),
    (
        atts('<attDef ident="a"><datatype><dataRef name="tokken"/></datatype></attDef>'),
        "ODD134",
        3,
        "tokken",
        '"token"',
    ),
    (
        atts('<attDef ident="a"><datatype><dataRef name="token" restriction="^a$"/></datatype></attDef>'),
        "ODD134",
        3,
        "anchors",
        "away",
    ),
    (
        atts('<attDef ident="a"><datatype><dataRef name="token" restriction="(a"/></datatype></attDef>'),
        "ODD134",
        3,
        'pattern="(a"',
        "",
    ),
    (
        atts('<attDef ident="a"><datatype><elementRef key="p"/></datatype></attDef>') + P,
        "ODD134",
        3,
        "a value is made",
        "",
    ),
    (atts('<attDef ident="a"><valList type="closed"/></attDef>'), "ODD134", 3, "is empty", ""),
    (
        atts('<attDef ident="a"><datatype maxOccurs="2"><dataRef key="t.l"/></datatype></attDef>')
        + '<dataSpec ident="t.l"><content><dataRef name="token" maxOccurs="2"/></content></dataSpec>',
        "ODD134",
        3,
        "a list of lists",
        "",
    ),
    (
        root('<dataRef key="t.l"/>')
        + '<dataSpec ident="t.l"><content><sequence><dataRef name="date"/><dataRef name="time"/></sequence>'
        "</content></dataSpec>",
        "ODD134",
        4,
        "sequence of different things",
        "",
    ),
    (
        atts(
            '<attDef ident="a"><defaultVal>z</defaultVal><valList type="closed"><valItem ident="x"/></valList></attDef>'
        ),
        "ODD135",
        3,
        'default "z"',
        "",
    ),
    (atts('<attDef ident="a" usage="req"><defaultVal>z</defaultVal></attDef>'), "ODD135", 3, "never counts", ""),
    (
        atts('<attDef ident="xml:lang"><datatype><dataRef name="language"/></datatype></attDef>')
        + '<elementSpec ident="q"><content><textNode/></content>\n<attList><attDef ident="xml:lang"/></attList>'
        "</elementSpec>",
        "ODD136",
        5,
        '"xml:lang" on "q"',
        "",
    ),
    (rule(""), "ODD140", 3, "nothing", ""),
    (rule("<p/>"), "ODD140", 3, "not Schematron", ""),
    (rule('<sch:rule><sch:assert test="1">m</sch:assert></sch:rule>'), "ODD140", 3, "no @context", ""),
    (rule('<sch:assert test="a eq b">m</sch:assert>'), "ODD141", 3, "not XPath 1.0", ""),
    (rule("<sch:assert test=\"matches(@n, 'a')\">m</sch:assert>"), "ODD141", 3, "calls matches()", ""),
    (rule('<sch:assert test="tie:p">m</sch:assert>'), "ODD141", 3, 'prefix "tie"', ""),
    (root("<textNode/>", '<constraintSpec ident="c" scheme="private"/>'), "ODD142", 3, "not ISO Schematron", ""),
    (
        root(
            '<sequence maxOccurs="2"><elementRef key="p" minOccurs="0"/><elementRef key="a" minOccurs="0"/></sequence>'
        )
        + P
        + A,
        "ODD125",
        3,
        "counts groups that may be empty",
        "unbounded",
    ),
    (root("<textNode/>") + P.replace('"p"', '"1p"'), "ODD130", 4, 'is "1p"', ""),
    (atts('<attDef ident="1p"/>'), "ODD130", 3, '"1p" is not a name', ""),
    (
        root("<textNode/>") + P.replace("<desc>", "<altIdent>a b</altIdent><desc>"),
        "ODD130",
        4,
        '"a b" is not a name',
        "",
    ),
    (
        '<constraintSpec ident="c"><constraint><sch:assert test="1">m</sch:assert></constraint></constraintSpec>'
        + root("<textNode/>"),
        "ODD140",
        2,
        "nothing says which nodes",
        "sch:rule",
    ),
    (root("<textNode/>") + '<moduleRef key="core"/>', "ODD104", 4, "<moduleRef>", ""),
    (root("<textNode/>") + P.replace("<elementSpec", '<elementSpec mode="change"'), "ODD104", 4, 'mode="change"', ""),
    (root("<textNode/>") + '<specGrpRef target="#none"/>', "ODD105", 4, '"none" is not there', ""),
    (
        root("<textNode/>") + '<specGrp xml:id="g"><specGrpRef target="#h"/></specGrp>'
        '<specGrp xml:id="h"><specGrpRef target="#g"/></specGrp>',
        "ODD105",
        4,
        "takes itself in",
        "",
    ),
]


@pytest.mark.parametrize(
    ("specs", "code", "line", "words", "hint"), MISTAKES, ids=[f"{row[1]} {row[3][:40]}" for row in MISTAKES]
)
def test_a_mistake_in_an_odd_is_told_where_it_stands(
    read: Callable[..., Reading], specs: str, code: str, line: int, words: str, hint: str
) -> None:
    """Each kind of mistake has a finding with its code, its line, what was found, and a hint."""
    found = [finding for finding in read(specs).findings if finding.rule == code]
    assert found, f"no {code} among {[(f.rule, f.message) for f in read(specs).findings]}"
    matching = [finding for finding in found if words in finding.message and finding.location.line == line]
    assert matching, [(finding.location.line, finding.message) for finding in found]
    assert all(finding.location.path.endswith("karsk.odd") for finding in found)
    assert any(hint in finding.hint for finding in matching), [finding.hint for finding in matching]


def test_a_missing_start_element_is_an_error(read: Callable[..., Reading]) -> None:
    """schemaSpec/@start has to name an element that is specified."""
    (found,) = (finding for finding in read(root("<textNode/>"), "rr").findings if finding.rule == "ODD113")
    assert (found.severity, found.hint) == (Severity.ERROR, 'write start="r"')


def test_what_is_wrong_inside_a_macro_is_told_once(read: Callable[..., Reading]) -> None:
    """An ambiguity in a macro that several elements use is one finding, at the macro."""
    specs = (
        root('<sequence><macroRef key="macro.m"/><elementRef key="p"/></sequence>')
        + P.replace("<textNode/>", '<macroRef key="macro.m"/>')
        + A
        + '\n<macroSpec ident="macro.m"><content><alternate><elementRef key="a"/><elementRef key="a"/></alternate>'
        "</content></macroSpec>"
    )
    found = [finding for finding in read(specs).findings if finding.rule == "ODD122"]
    assert [(finding.location.line, '"macro.m"' in finding.message) for finding in found] == [(5, True)]


def test_a_file_without_a_schema_is_a_finding(tmp_path: Path) -> None:
    """No schemaSpec, no file, no XML: a reading without a schema, and the reason."""

    def codes(text: str | None) -> list[str]:
        path = tmp_path / "karsk.odd"
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
        reading = read_odd(path)
        assert reading.schema is None
        return [finding.rule for finding in reading.findings]

    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
    assert codes(tei.format("")) == ["ODD103"]
    assert codes(None) == ["XML101"]
    assert codes("<TEI>") == ["XML102"]
    assert codes("<!DOCTYPE TEI><TEI/>") == ["XML103"]


def test_every_rule_has_a_code_of_its_own() -> None:
    """Codes are unique, begin with ODD, and every rule says why it matters."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("ODD") for code in codes)
    assert all(rule.why for rule in RULES)


def test_findings_are_in_the_order_of_the_file(read: Callable[..., Reading]) -> None:
    """Findings are sorted by place and stand there once."""
    found: tuple[Finding, ...] = read(root('<elementRef key="x"/><elementRef key="y"/>') + P + "\n" + P).findings
    assert list(found) == sorted(found)
    assert len(set(found)) == len(found)
