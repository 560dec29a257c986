"""Customising a schema that stands elsewhere: choosing, adding, changing and deleting, on an invented vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei.findings import Severity
from tei.names import TEI_NS
from tei.odd import Reading, compile_all, compile_schematron, read_odd
from tests.tei.odd.conftest import BASE, HEAD, LIBRARY, Read, accepts, document, part, validators_of


def said(reading: Reading) -> list[tuple[str, int, str]]:
    return [(one.rule, one.location.line, one.hint) for one in reading.findings]


def atts(*definitions: str) -> str:
    return f"<attList>{''.join(definitions)}</attList>"


def att(ident: str, mode: str, inside: str = "", more: str = "") -> str:
    return f'<attDef ident="{ident}" mode="{mode}"{more}>{inside}</attDef>'


def named(*definitions: str) -> str:
    """Change the class of attributes."""
    return f'<classSpec ident="att.named" type="atts" mode="change">{atts(*definitions)}</classSpec>'


def spec(kind: str, ident: str, mode: str, inside: str = "") -> str:
    return f'<{kind}Spec ident="{ident}" mode="{mode}">{inside}</{kind}Spec>'


REQUIRED = ' usage="req"'
EMPTY = "<content><empty/></content>"
INTEGER = '<dataRef name="integer"/>'
NOTE = '<valItem ident="note"/>'
NO_WIRE = '<valList mode="change"><valItem ident="wire" mode="delete"/><valItem ident="note" mode="add"/></valList>'
NOT_NAMED = '<classes mode="change"><memberOf key="att.named" mode="delete"/></classes>'
LINE = '<memberOf key="model.line"/>'

# what the schema is made of | inside of a document that it accepts | and of one that it refuses; `|` parts attributes
CASES = [
    (BASE, '|<part n="1">a<mark/></part><plan/>', "|<part><stamp/></part>"),
    (BASE, 'kind="wire"|<plan/>', 'kind="wire" place="x"|<plan/>'),
    (BASE + '<moduleRef key="extra"/>', 'place="x"|<part><stamp/></part>', "|"),
    ('<moduleRef key="base" include="doc part"/>', "|<part>a</part>", "|<plan/>"),
    ('<moduleRef key="base" except="plan"/>', "|<part>a</part>", "|<plan/>"),
    (BASE + '<elementRef key="stamp"/>', "|<part><stamp/></part>", 'place="x"|<plan/>'),
    (BASE + spec("element", "plan", "delete"), "|<part/>", "|<plan/>"),
    # what demands a deleted element cannot be had, but where nothing would be left, it is not demanded
    (BASE + spec("element", "mark", "delete"), "|<part>a</part>", "|<part><mark/></part>"),
    (BASE + spec("element", "mark", "delete"), "|<head/><plan/>", "|<head>a</head><plan/>"),
    ('<moduleRef key="base" except="mark"/>', "|<plan/>", "|<head/><plan/>"),
    (BASE + spec("class", "att.named", "delete"), "|<plan/>", 'n="1"|<plan/>'),
    (BASE + spec("class", "model.line", "delete"), "|<part>a</part>", "|<part><mark/></part>"),
    (BASE + '<classRef key="att.named" include="n"/>', 'n="1"|<plan/>', 'kind="wire"|<plan/>'),
    (BASE + '<classRef key="att.named" except="n"/>', 'kind="wire"|<plan/>', 'n="1"|<plan/>'),
    # elements
    (BASE + part("<content/>"), "|<part/>", "|<part>a</part>"),
    (BASE + part('<content><macroRef key="t.word"/></content>'), "|<part>a</part>", "|<part>a b</part>"),
    (BASE + part('<content><dataRef key="integer"/></content>'), "|<part>1</part>", "|<part>a</part>"),
    (BASE + part(EMPTY), "|<part/>", "|<part>a</part>"),
    (BASE + part("<altIdent>teil</altIdent>"), "|<teil>a</teil>", "|<part>a</part>"),
    (BASE + part("<classes/>"), '|<part role="x"/>', '|<part n="1"/>'),
    (BASE + part(NOT_NAMED), '|<part role="x"/>', '|<part n="1"/>'),
    (BASE + part(f'<classes mode="change">{LINE}</classes>'), '|<part n="1"><part/></part>', "|<part><plan/></part>"),
    (BASE + spec("element", "part", "add", f"<desc>d</desc>{EMPTY}"), "|<part/>", "|<part>a</part>"),
    (BASE + spec("element", "part", "replace", f"<desc>d</desc>{EMPTY}"), "|<part/>", '|<part n="1"/>'),
    (
        BASE + spec("element", "seal", "add", f"<desc>d</desc><classes>{LINE}</classes>{EMPTY}"),
        "|<part><seal/></part>",
        "|<seal/>",
    ),
    (BASE + part(atts(att("role", "change", "", REQUIRED))) + part(EMPTY), '|<part role="x"/>', "|<part/>"),
    # attributes of an element's own, and inherited ones
    (BASE + part(atts(att("role", "delete"))), "|<part/>", '|<part role="x"/>'),
    (
        BASE + part(atts(att("role", "replace", f"<desc>d</desc><datatype>{INTEGER}</datatype>"))),
        '|<part role="1"/>',
        '|<part role="x"/>',
    ),
    (BASE + part(atts(att("n", "delete"))), 'n="1"|<part kind="wire"/>', '|<part n="1"/>'),
    (BASE + part(atts(att("n", "change", "", REQUIRED))), '|<part n="1"/>', '|<part n="1 2"/>'),
    (BASE + part(atts(att("n", "change", "<altIdent>nr</altIdent>"))), '|<part nr="1"/>', '|<part n="1"/>'),
    (
        BASE + part(atts(att("kind", "change", f'<valList type="closed" mode="replace">{NOTE}</valList>'))),
        'kind="wire"|<part kind="note"/>',
        '|<part kind="wire"/>',
    ),
    (
        BASE + part(atts(att("kind", "change", NO_WIRE))),
        '|<part kind="note"/><part kind="letter"/>',
        '|<part kind="wire"/>',
    ),
    (
        BASE + part(atts(att("kind", "change", '<valList mode="delete"/>'))),
        '|<part kind="other"/>',
        'kind="other"|<part/>',
    ),
    (BASE + part(atts(att("sort", "add", "<desc>d</desc>"))), '|<part sort="x" role="y"/>', 'sort="x"|<part/>'),
    (
        BASE + spec("element", "plan", "change", '<attList><attRef name="att.named.attribute.n"/></attList>'),
        '|<plan n="1"/>',
        '|<plan kind="wire"/>',
    ),
    # classes
    (BASE + named(att("n", "delete")), 'kind="wire"|<plan/>', 'n="1"|<plan/>'),
    (BASE + named(att("n", "change", "", REQUIRED)), 'n="1"|<plan/>', "|<plan/>"),
    (BASE + named(att("kind", "change", NO_WIRE)), 'kind="note"|<part kind="letter"/>', 'kind="wire"|<plan/>'),
    # macros and datatypes
    (
        BASE + spec("macro", "macro.words", "change", "<content><textNode/></content>"),
        "|<part>a</part>",
        "|<part><mark/></part>",
    ),
    (BASE + spec("data", "t.word", "change", f"<content>{INTEGER}</content>"), 'n="1"|<plan/>', 'n="x"|<plan/>'),
    (BASE + spec("data", "t.word", "delete"), 'n="any text"|<plan/>', 'kind="memo"|<plan/>'),
    (
        '<elementRef key="doc"/><elementRef key="part"/><classRef key="att.named"/>',
        'n="1"|<part>a</part>',
        'n="1 2"|<part/>',
    ),
]


@pytest.mark.parametrize(("specs", "good", "bad"), CASES)
def test_a_customisation_accepts_what_it_says(customised: Read, specs: str, good: str, bad: str) -> None:
    """What is chosen, added, changed and deleted is what documents are held to."""
    reading = customised(specs)
    assert accepts(reading, good)
    assert not accepts(reading, bad)


@pytest.mark.parametrize(("specs", "good", "bad"), CASES)
def test_xml_schema_says_the_same_of_a_customisation(
    customised: Read, tmp_path: Path, specs: str, good: str, bad: str
) -> None:
    """All three validators agree on each of these documents."""
    schema = customised(specs).schema
    assert schema is not None
    validators = validators_of(schema, tmp_path)
    assert validators.agree(document(good))
    assert not validators.agree(document(bad))


def test_a_new_attribute_does_not_join_those_that_exclude_each_other(customised: Read) -> None:
    """It may stand beside one of them, and they still exclude each other; XML Schema cannot say so."""
    reading = customised(BASE + spec("element", "plan", "change", atts(att("scale", "add", "<desc>d</desc>"))))
    assert accepts(reading, '|<plan by="x" scale="1"/>')
    assert not accepts(reading, '|<plan by="x" of="y" scale="1"/>')


MISTAKES = [
    ('<moduleRef key="bse"/>', "ODD108", 'write "base"'),
    (BASE + '<moduleRef url="plans.rng"/>', "ODD118", "check the path"),
    (BASE + '<elementRef key="stmp"/>', "ODD117", 'write "stamp"'),
    ('<moduleRef key="base" except="prt"/>', "ODD108", 'write "part"'),
    (BASE + '<classRef key="att.named" include="n kid"/>', "ODD108", 'write "kind"'),
    (BASE + '<elementSpec ident="prt" mode="change"/>', "ODD108", 'write "part"'),
    (BASE + '<elementSpec ident="stamp" mode="change"/>', "ODD108", "add a moduleRef, or <elementRef>, for it"),
    (BASE + '<elementSpec ident="stamp" mode="delete"/>', "ODD109", "nothing need be done"),
    (BASE + part(atts(att("rle", "delete"))), "ODD109", "nothing need be done"),
    (
        BASE + part(atts(att("rle", "change", "<desc>d</desc>"))),
        "ODD108",
        "leave out @mode to add it, or take it out",
    ),
]


@pytest.mark.parametrize(("specs", "code", "hint"), MISTAKES)
def test_what_is_customised_in_vain_is_told_with_its_place(customised: Read, specs: str, code: str, hint: str) -> None:
    """What the source, or the schema, does not have is a finding on the line of the ODD that names it."""
    found = said(customised(specs))
    assert (code, 2, hint) in found


def test_what_was_left_out_is_no_mistake(customised: Read) -> None:
    """References of the source to what the schema has not taken are not told, nor is anything else in the source."""
    assert said(customised('<moduleRef key="base" include="doc part"/>')) == []


def test_a_reference_to_what_nobody_has_is_told_and_left_out(customised: Read) -> None:
    """A name in the ODD that the source does not have either is dropped with a warning, as in TEI's own processing."""
    reading = customised(BASE + part('<content><elementRef key="marke"/><elementRef key="plan"/></content>'))
    assert [(one.rule, one.severity, one.hint) for one in reading.findings] == [
        ("ODD111", Severity.WARNING, 'write "mark"')
    ]
    assert accepts(reading, "|<part><plan/></part>")


def test_without_its_source_a_customisation_says_where_to_get_it(customised: Read) -> None:
    """One finding, and none of what follows from it."""
    reading = customised(BASE + '<moduleRef key="extra"/>' + spec("class", "att.x", "delete"), source="tei:current")
    assert [one.rule for one in reading.findings] == ["ODD104"]
    assert "--source p5subset.xml" in reading.findings[0].hint
    assert reading.schema is None


def test_a_source_that_is_not_there_is_named(customised: Read, tmp_path: Path) -> None:
    """The file that was given is the one that the message is about."""
    customised(BASE, source="tei:current")
    (found,) = read_odd(tmp_path / "house.odd", tmp_path / "none.xml").findings
    assert "none.xml" in found.message


def test_the_source_is_looked_for_beside_the_odd_and_where_the_caller_says(customised: Read, tmp_path: Path) -> None:
    """p5subset.xml beside the ODD serves for any address, and so does the file that is given."""
    elsewhere = tmp_path / "vault" / "specs.xml"
    elsewhere.parent.mkdir()
    elsewhere.write_text(LIBRARY, encoding="utf-8")
    customised(BASE, source="https://tei.example/specs.xml")
    assert read_odd(tmp_path / "house.odd", elsewhere).findings == ()
    (tmp_path / "p5subset.xml").write_text(LIBRARY, encoding="utf-8")
    assert read_odd(tmp_path / "house.odd").findings == ()


def test_another_odd_that_is_not_there_is_not_replaced_by_tei(customised: Read, tmp_path: Path) -> None:
    """A misspelt @source is told, though there is a file that could serve."""
    (tmp_path / "p5subset.xml").write_text(LIBRARY, encoding="utf-8")
    (found,) = customised(BASE, source="frist.odd").findings
    assert (found.rule, "frist.odd" in found.message) == ("ODD104", True)


def test_a_source_is_found_from_the_file_that_names_it(customised: Read, tmp_path: Path) -> None:
    """The schema's @source is a path from the schema's file, whichever file the reference stands in."""
    (tmp_path / "groups").mkdir()
    groups = f'{HEAD}<specGrp xml:id="mine">{BASE}</specGrp></body></text></TEI>'
    (tmp_path / "groups" / "all.xml").write_text(groups, encoding="utf-8")
    assert accepts(customised('<specGrpRef target="groups/all.xml#mine"/>'), "|<plan/>")


def test_an_odd_can_customise_another(customised: Read, tmp_path: Path) -> None:
    """A chain: the second takes from the first what that has taken and changed."""
    customised(BASE + part(atts(att("role", "change", "", REQUIRED))))
    (tmp_path / "first.odd").write_bytes((tmp_path / "house.odd").read_bytes())
    second = customised('<moduleRef key="base" except="plan"/>', source="first.odd")
    assert accepts(second, '|<part role="x"/>')
    assert not accepts(second, "|<part/>")
    assert not accepts(second, "|<plan/>")


def test_groups_of_specifications_may_stand_in_another_file(customised: Read, tmp_path: Path) -> None:
    """specGrpRef names the file and the group in it; a file that is not there, or has no such group, is told."""
    groups = f'{HEAD}<specGrp xml:id="mine">{BASE}{spec("element", "plan", "delete")}</specGrp></body></text></TEI>'
    (tmp_path / "groups.xml").write_text(groups, encoding="utf-8")
    reading = customised('<specGrpRef target="groups.xml#mine"/>')
    assert accepts(reading, "|<part>a</part>")
    assert not accepts(reading, "|<plan/>")
    assert "ODD105" in [one.rule for one in customised('<specGrpRef target="groups.xml#other"/>').findings]
    assert "ODD105" in [one.rule for one in customised('<specGrpRef target="none.xml#mine"/>').findings]


def test_an_odd_that_customises_itself_is_told(customised: Read) -> None:
    """There would be no end to it."""
    assert [one.rule for one in customised(BASE, source="house.odd").findings] == ["ODD107"]


def test_rules_come_along_and_can_be_changed(customised: Read) -> None:
    """A constraint of the source is XPath 2.0, and so are then all; one of the same name takes its place."""
    reading = customised(BASE)
    assert reading.schema is not None
    rules = compile_schematron(reading.schema).decode()
    assert 'queryBinding="xslt2"' in rules
    assert "matches(@n" in rules
    ours = '<constraintSpec ident="numbered" scheme="schematron" mode="{}"><constraint>{}</constraint></constraintSpec>'
    assertion = '<sch:assert test="@n">an n</sch:assert>'
    for mode, inside, expected in (("replace", assertion, "an n"), ("delete", "", "")):
        schema = customised(BASE + part(ours.format(mode, inside))).schema
        assert schema is not None
        rules = compile_schematron(schema).decode()
        assert expected in rules
        assert "matches(@n" not in rules
        assert 'queryBinding="xslt"' in rules


def test_a_rule_whose_description_changes_stays(customised: Read) -> None:
    """A change says only what is new; a rule that is to go and is not there is noted."""
    ours = '<constraintSpec ident="{}" scheme="schematron" mode="{}"><desc>d</desc></constraintSpec>'
    schema = customised(BASE + part(ours.format("numbered", "change"))).schema
    assert schema is not None
    assert "matches(@n" in compile_schematron(schema).decode()
    assert [one.rule for one in customised(BASE + part(ours.format("numbred", "delete"))).findings] == ["ODD109"]


def test_an_expression_that_is_no_xpath_at_all_is_told(customised: Read) -> None:
    """Where the rules may be of a later XPath, they are held to that."""
    ours = (
        '<constraintSpec ident="c" scheme="schematron"><constraint>'
        '<sch:assert test="@n eq ">m</sch:assert></constraint></constraintSpec>'
    )
    assert [one.rule for one in customised(BASE + part(ours)).findings] == ["ODD141"]


def test_what_xml_schema_cannot_say_leaves_relax_ng(customised: Read) -> None:
    """A content model that wants looking ahead is no error of a customisation: the .xsd is left out, with a warning."""
    two = '<elementRef key="plan" minOccurs="0"/><elementRef key="plan"/>'
    reading = customised(BASE + part(f"<content><sequence>{two}</sequence></content>"))
    assert [one.rule for one in reading.findings] == ["ODD127"]
    assert reading.schema is not None
    assert sorted(compile_all(reading.schema, "house")) == ["guide.html", "house.rng", "house.sch"]
    assert accepts(reading, "|<part><plan/></part>")


RNG = 'xmlns:rng="http://relaxng.org/ns/structure/1.0"'
OLDER = [
    ('<rng:ref name="macro.words"/>', "a<mark/>", "<plan/>"),
    ('<rng:ref name="plan"/>', "<plan/>", "a"),
    ('<rng:optional><rng:ref name="plan"/></rng:optional>', "", "<plan/><plan/>"),
    ('<rng:oneOrMore><rng:ref name="model.line"/></rng:oneOrMore>', "<mark/><mark/>", ""),
    (
        '<rng:zeroOrMore><rng:choice><rng:text/><rng:ref name="plan"/></rng:choice></rng:zeroOrMore>',
        "a<plan/>",
        "<mark/>",
    ),
    ('<rng:group><rng:ref name="plan"/><rng:ref name="mark"/></rng:group>', "<plan/><mark/>", "<mark/><plan/>"),
    ('<rng:interleave><rng:ref name="plan"/><rng:ref name="mark"/></rng:interleave>', "<mark/><plan/>", "<mark/>"),
    ('<rng:ref name="model.line_sequenceOptional"/>', "<mark/>", "<mark/><mark/>"),
    ("<rng:empty/>", "", "a"),
    ('<rng:data type="integer"/>', "17", "x"),
    ("<rng:choice><rng:value>yes</rng:value><rng:value>no</rng:value></rng:choice>", "yes", "maybe"),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), OLDER)
def test_content_in_relax_ng_is_read_as_pure_odd(customised: Read, pattern: str, good: str, bad: str) -> None:
    """ODDs from before TEI 3.0 have their content models in RELAX NG."""
    reading = customised(BASE + part(f"<content {RNG}>{pattern}</content>"))
    assert accepts(reading, f"|<part>{good}</part>")
    assert not accepts(reading, f"|<part>{bad}</part>")


def test_what_tei_lets_pass_is_a_warning_of_a_customisation(customised: Read) -> None:
    """A value that stands twice, a default that never counts, rules that nobody could read: all is compiled without."""
    twice = '<valList type="closed" mode="replace"><valItem ident="note"/><valItem ident="note"/></valList>'
    defaults = att("kind", "change", f"<defaultVal>memo</defaultVal>{twice}")
    rules = '<constraintSpec ident="{}" scheme="schematron"><constraint>{}</constraint></constraintSpec>'
    unbound = rules.format("unbound", '<sch:assert test="k:n">m</sch:assert>')
    nothing = rules.format("nothing", "")
    reading = customised(BASE + part(unbound, nothing, atts(defaults, att("role", "change", "", ' usage="mwa"'))))
    assert {(one.rule, one.severity) for one in reading.findings} == {
        (code, Severity.WARNING) for code in ("ODD135", "ODD137", "ODD140", "ODD141")
    }
    assert accepts(reading, '|<part kind="note"/>')
    assert reading.schema is not None
    made = compile_all(reading.schema, "house")
    assert b"unbound" not in made["house.sch"]
    assert b"memo" not in made["house.rng"] + made["house.xsd"]


def test_rules_may_come_with_a_key_and_with_fixes(customised: Read) -> None:
    """What is not Schematron in a constraint stays what it is: a key of XSLT, a quick fix of an editor."""
    inside = (
        '<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="parts" match="tei:part" use="@n"/>'
        '<sch:rule context="tei:plan" xmlns:sqf="http://www.schematron-quickfix.com/validator/process">'
        "<sch:assert test=\"key('parts', 'a')\" sqf:fix=\"f\">m</sch:assert>"
        '<sqf:fix id="f"><sqf:delete/></sqf:fix></sch:rule>'
    )
    rule = f'<constraintSpec ident="c" scheme="schematron"><constraint>{inside}</constraint></constraintSpec>'
    reading = customised(BASE + part(rule))
    (found,) = reading.findings
    assert (found.rule, found.severity) == ("ODD141", Severity.WARNING)
    assert "calls key(), which only XSLT has" in found.message
    assert reading.schema is not None
    root = etree.fromstring(compile_schematron(reading.schema))
    assert root.find("{http://www.w3.org/1999/XSL/Transform}key") is not None
    assert root.find(".//{http://www.schematron-quickfix.com/validator/process}delete") is not None


def test_prefixes_of_a_source_are_known_to_its_rules(customised: Read, tmp_path: Path) -> None:
    """TEI declares them in one specification, which a customisation need not take."""
    library = LIBRARY.replace("@n, '^", "k:n/@n, '^").replace(
        '<elementSpec ident="stamp" module="extra"><desc>d</desc>',
        '<elementSpec ident="stamp" module="extra"><desc>d</desc><constraintSpec ident="p"><constraint>'
        '<sch:ns prefix="k" uri="urn:karsk"/></constraint></constraintSpec>',
    )
    (tmp_path / "other.xml").write_text(library, encoding="utf-8")
    reading = customised(BASE, source="other.xml")
    assert reading.findings == ()
    assert reading.schema is not None
    assert '<sch:ns prefix="k" uri="urn:karsk"/>' in compile_schematron(reading.schema).decode()


def test_without_a_start_the_document_is_tei_or_a_corpus(customised: Read, tmp_path: Path) -> None:
    """schemaSpec/@start may be left out: then it is TEI, and teiCorpus where the schema has that."""
    own = "".join(spec("element", name, "add", f"<desc>d</desc>{EMPTY}") for name in ("TEI", "teiCorpus"))
    customised(BASE + own)
    path = tmp_path / "house.odd"
    path.write_text(path.read_text(encoding="utf-8").replace(' start="doc"', ""), encoding="utf-8")
    schema = read_odd(path).schema
    assert schema is not None
    assert schema.start == ("TEI", "teiCorpus")


def test_the_schema_says_what_any_element_leaves_out(customised: Read, tmp_path: Path) -> None:
    """schemaSpec/@defaultExceptions holds where anyElement has no @except; a prefixed name is one element."""
    customised(BASE + part('<content><anyElement minOccurs="0"/></content>'))
    path = tmp_path / "house.odd"
    exceptions = f' defaultExceptions="{TEI_NS} k:chart" xmlns:k="urn:karsk"'
    path.write_text(path.read_text(encoding="utf-8").replace(' start="doc"', f' start="doc"{exceptions}'))
    reading = read_odd(path)
    assert accepts(reading, '|<part><ship xmlns="urn:karsk"/></part>')
    assert not accepts(reading, '|<part><chart xmlns="urn:karsk"/></part>')
    assert not accepts(reading, "|<part><plan/></part>")
