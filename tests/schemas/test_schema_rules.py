"""Every rule of the schema has a document that breaks it and one that keeps it; the grammar accepts both."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from tei.names import NAMESPACES, SCH_NS

NS = NAMESPACES | {"sch": SCH_NS, "svrl": "http://purl.oclc.org/dsdl/svrl"}
TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
DIGEST = "0123456789abcdef" * 4
HEAD = (
    "<teiHeader><fileDesc><titleStmt><title type='main'>t</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
)
BODY = "<text><body><div type='message'><p>m</p></div></body></text>"
LISTS = (
    "<standOff><listPerson><person xml:id='a'><persName>A</persName></person>"
    "<person xml:id='b'><persName>B</persName></person></listPerson></standOff>"
)
PUBLISHED = (
    "<TEI xml:id='t1'><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><publisher/>"
    "<idno type='local'>{}</idno></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    + BODY
    + "</TEI>"
)
DECLARED = (
    "<TEI xml:lang='{}'>"
    + HEAD.replace("</fileDesc>", "</fileDesc><profileDesc><langUsage><language ident='en'/></langUsage></profileDesc>")
    + BODY
    + "</TEI>"
)
ENVELOPE = (
    "<correspDesc><correspAction type='sent'><date when='{}'/></correspAction>"
    "<correspAction type='received'><date when='{}'/></correspAction></correspDesc>"
)

CASES: dict[str, tuple[str, str]] = {
    "document-identified": (f"<TEI>{HEAD}{BODY}</TEI>", f"<TEI xml:id='t1'>{HEAD}{BODY}</TEI>"),
    "document-language": (f"<TEI>{HEAD}{BODY}</TEI>", f"<TEI xml:lang='en'>{HEAD}{BODY}</TEI>"),
    "language-declared": (DECLARED.format("ru"), DECLARED.format("en")),
    "division-one-message": (
        "<body><div type='message'><p/></div><div type='message'><p/></div></body>",
        "<body><div type='message'><div type='enclosed'><p/></div></div></body>",
    ),
    "telegram-reference-leads": ("<ref type='telegram'>17</ref>", "<ref type='telegram' target='t17.xml'>17</ref>"),
    "supplied-original-language": (
        "<supplied reason='original'>zimovka</supplied>",
        "<supplied reason='original'><foreign xml:lang='ru-Latn'>zimovka</foreign></supplied>",
    ),
    "status-of-newest-change": (
        "<revisionDesc status='draft'><change status='checked'/><change status='draft'/></revisionDesc>",
        "<revisionDesc status='checked'><change status='checked'/><change status='draft'/></revisionDesc>",
    ),
    "message-present": (
        "<text><body><p>m</p></body></text>",
        "<text type='context'><body><p>m</p></body></text>",
    ),
    "division-preamble-first": (
        "<body><div type='message'><p/></div><div type='preamble'><p/></div></body>",
        "<body><div type='preamble'><p/></div><div type='message'><p/></div></body>",
    ),
    "division-docket-last": (
        "<body><div type='docket'><p/></div><div type='message'><p/></div></body>",
        "<body><div type='message'><p/></div><div type='docket'><p/></div></body>",
    ),
    "division-point-numbered": ("<div type='point'><p/></div>", "<div type='point' n='1'><p/></div>"),
    "division-enclosed-identified": (
        "<div type='enclosed'><p/></div>",
        "<div type='enclosed' xml:id='inner'><p/></div>",
    ),
    "distribution-numbered": (
        "<list type='distribution'><item n='1'>a</item><item>b</item></list>",
        "<list type='distribution'><item n='1'>a</item></list>",
    ),
    "lettered-items": (
        "<list type='lettered'><item>a</item></list>",
        "<list type='lettered'><item n='a'>a</item></list>",
    ),
    "title-main": (
        "<titleStmt><title type='source'>t</title></titleStmt>",
        "<titleStmt><title type='main'>t</title><title type='source'>t</title></titleStmt>",
    ),
    "title-not-empty": ("<title> </title>", "<title>t</title>"),
    "change-dated": (
        "<revisionDesc><change when='2026-02-20'>c</change></revisionDesc>",
        "<revisionDesc><change when='2026-02-20' status='draft'>c</change></revisionDesc>",
    ),
    "change-newest-first": (
        "<revisionDesc><change when='2026-02-20'/><change when='2026-03-01'/></revisionDesc>",
        "<revisionDesc><change when='2026-03-01'/><change when='2026-02-20'/><change when='2026'/></revisionDesc>",
    ),
    "envelope-sent": (
        "<correspDesc><correspAction type='received'><persName>a</persName></correspAction></correspDesc>",
        "<correspDesc><correspAction type='sent'><persName>a</persName></correspAction></correspDesc>",
    ),
    "envelope-tied": (
        "<profileDesc><correspDesc corresp='#a'><note>n</note></correspDesc><correspDesc><note>n</note></correspDesc>"
        "</profileDesc>",
        "<profileDesc><correspDesc><note>n</note></correspDesc></profileDesc>",
    ),
    "envelope-order": (
        ENVELOPE.format("1938-02-14T08:40:00", "1938-02-12"),
        ENVELOPE.format("1938-03-01", "1938-02-28T23:00:00"),
    ),
    "action-one-date": (
        "<correspAction type='sent'><date when='1938'/><date when='1939'/></correspAction>",
        "<correspAction type='sent'><date when='1938'/></correspAction>",
    ),
    "action-dated": (
        "<correspAction type='sent'><date>Monday</date></correspAction>",
        "<correspAction type='sent'><date when='1938-02-14'>Monday</date></correspAction>",
    ),
    "action-limits-paired": (
        "<correspAction type='sent'><date notBefore='1938'/></correspAction>",
        "<correspAction type='sent'><date notBefore='1938' notAfter='1939'/></correspAction>",
    ),
    "context-dated": (
        "<correspContext><ref type='mentions'>your wire</ref></correspContext>",
        "<correspContext><ref type='mentions'>your wire of <date>Monday</date></ref></correspContext>",
    ),
    "holding-complete": (
        "<msIdentifier><idno type='archival'><idno type='fond'>12</idno></idno></msIdentifier>",
        "<msIdentifier><repository>r</repository><idno type='archival'><idno type='fond'>12</idno></idno>"
        "</msIdentifier>",
    ),
    "leaves-in-order": ("<locus from='49v' to='48'/>", "<locus from='48' to='48v'/>"),
    "range-in-order": (
        "<bibl><citedRange unit='page' from='50' to='49'/></bibl>",
        "<bibl><citedRange unit='page' from='9' to='10'/><biblScope from='iv' to='ii'/></bibl>",
    ),
    "capture-digest": (
        "<sourceDesc><bibl type='capture'><note>n</note></bibl></sourceDesc>",
        f"<sourceDesc><bibl type='capture'><idno type='sha256'>{DIGEST}</idno></bibl></sourceDesc>",
    ),
    "capture-citation": (
        "<sourceDesc><bibl type='capture'><note>n</note></bibl></sourceDesc>",
        "<sourceDesc><bibl type='capture'><note type='citation'>n</note></bibl></sourceDesc>",
    ),
    "foreign-language": ("<foreign>zimovka</foreign>", "<foreign xml:lang='ru-Latn'>zimovka</foreign>"),
    "note-marker-numbered": ("<ref type='note'>2</ref>", "<ref type='note' n='2'>2</ref>"),
    "footnote-numbered": ("<note type='footnote'>n</note>", "<note type='footnote' n='*'>n</note>"),
    "footnote-placed": (
        "<note type='footnote' n='1' place='foot'>n</note>",
        "<note type='footnote' n='1' place='foot' xml:id='note-1'>n</note>",
    ),
    "note-not-empty": ("<note> <lb/></note>", "<note><gap reason='illegible'/></note>"),
    "page-numbered": ("<pb/>", "<pb n='48'/>"),
    "expansion-marked": (
        "<expan>Comrade</expan>",
        "<choice><abbr>Cde.</abbr><expan>Comrade</expan></choice>",
    ),
    "supplied-not-empty": ("<supplied reason='sense'> </supplied>", "<supplied reason='sense'>will</supplied>"),
    "supplied-reason": ("<supplied>will</supplied>", "<supplied reason='sense'>will</supplied>"),
    "gap-explained": ("<gap unit='word'/>", "<gap><desc>....</desc></gap>"),
    "gap-counted": ("<gap reason='cut' quantity='2'/>", "<gap reason='cut' quantity='2' unit='word'/>"),
    "replacement-complete": ("<subst><add>May</add></subst>", "<subst><del>April</del><add>May</add></subst>"),
    "pointer-new-hand": (
        "<p><handShift new='#h'/></p>",
        "<physDesc><p><handShift new='#h'/></p><handDesc><handNote xml:id='h'>h</handNote></handDesc></physDesc>",
    ),
    "person-name-not-empty": ("<persName/>", "<persName><gap reason='cut'/></persName>"),
    "place-name-not-empty": ("<placeName> </placeName>", "<placeName>Karsk</placeName>"),
    "organisation-name-not-empty": ("<orgName/>", "<orgName>Polar Institute</orgName>"),
    "digest-complete": (
        f"<idno type='sha256'>{DIGEST[:-1]}G</idno>",
        f"<idno type='sha256'> {DIGEST} </idno>",
    ),
    "identifier-of-document": (PUBLISHED.format("t2"), PUBLISHED.format("t1")),
    "identifier-wikidata": ("<idno type='wikidata'>17</idno>", "<idno type='wikidata'>Q17</idno>"),
    "identifier-numeric": ("<idno type='viaf'>viaf/17</idno>", "<idno type='geonames'>17</idno>"),
    "identifier-not-empty": ("<idno type='gnd'/>", "<idno type='gnd'>1-7</idno>"),
    "identifier-nested": (
        "<idno><idno type='fond'>12</idno></idno>",
        "<idno type='archival'><idno type='fond'>12</idno></idno>",
    ),
    "identifier-part": (
        "<idno type='archival'><idno>12</idno></idno>",
        "<idno type='archival'><idno type='fond'>12</idno></idno>",
    ),
    "person-entry-named": ("<person xml:id='a'><note>n</note></person>", "<person><persName>A</persName></person>"),
    "person-entry-identified": (
        "<person><persName>A</persName></person>",
        "<person xml:id='a'><persName>A</persName></person>",
    ),
    "person-entry-preferred": (
        "<person><persName>A</persName><persName type='pseudonym'>B</persName></person>",
        "<person><persName type='preferred'>A</persName><persName type='pseudonym'>B</persName></person>",
    ),
    "place-entry-named": ("<place><note>n</note></place>", "<place><geogName>Cape Stony</geogName></place>"),
    "place-entry-identified": (
        "<place><placeName>K</placeName></place>",
        "<place xml:id='k'><placeName>K</placeName></place>",
    ),
    "coordinates-in-range": ("<geo>76,5 101.2</geo>", "<geo>76.5 -101.2</geo>"),
    "organisation-entry-named": ("<org><note>n</note></org>", "<org><orgName>Polar Institute</orgName></org>"),
    "organisation-entry-identified": (
        "<org><orgName>Polar Institute</orgName></org>",
        "<org xml:id='institute'><orgName>Polar Institute</orgName></org>",
    ),
    "row-as-wide": (
        "<table cols='2'><row><cell/><cell/></row><row><cell/></row></table>",
        "<table cols='2'><row><cell/><cell/></row></table>",
    ),
    "figure-described": (
        "<figure><graphic url='a.jpg'/></figure>",
        "<figure><graphic url='a.jpg'/><figDesc>a mast</figDesc></figure>",
    ),
    "pointer-corresp": ("<p corresp='#q'>a</p>", "<p corresp='#q'>a<seg xml:id='q'/></p>"),
    "pointer-next": ("<p next='#q'>a</p>", "<p next='#q'>a<seg xml:id='q'/></p>"),
    "pointer-prev": ("<p prev='#q'>a</p>", "<p prev='b.xml#q'>a</p>"),
    "date-earliest-latest": (
        "<date notBefore='1938-02-14' notAfter='1938-02-13'/>",
        "<date notBefore='1938-02-14T08:40:00' notAfter='1938-02-14T08:41:00'/>",
    ),
    "date-first-last": ("<floruit from='1939' to='1932'/>", "<floruit from='1932' to='1939'/>"),
    "date-limits-unmixed": ("<date from='1938' notBefore='1937'/>", "<date from='1937' notAfter='1938'/>"),
    "calendar-written": ("<date calendar='#julian' when='1938'/>", "<date calendar='#julian'>1 February</date>"),
    "gloss-labelled": (
        "<list type='gloss'><item>a</item></list>",
        "<list type='gloss'><label>a</label><item>b</item></list>",
    ),
    "identifier-subtyped": ("<idno subtype='old'>17</idno>", "<idno type='delo' subtype='old'>17</idno>"),
    "citation-outermost": (
        "<refsDecl><citeStructure match='p' use='@n'/></refsDecl>",
        "<refsDecl><citeStructure match='//body/p' use='@n'/></refsDecl>",
    ),
    "citation-within": (
        "<citeStructure match='//div' use='@n'><citeStructure match='//p' use='@n'/></citeStructure>",
        "<citeStructure match='//div' use='@n'><citeStructure match='p' use='@n'/></citeStructure>",
    ),
    "holding-not-empty": (
        "<msIdentifier><settlement/></msIdentifier>",
        "<msIdentifier><msName>the wire</msName></msIdentifier>",
    ),
    "date-one-way": ("<date when='1938' notBefore='1937'/>", "<date notBefore='1937' notAfter='1938'/>"),
    "pointer-ref": (
        f"<TEI>{HEAD}{LISTS}<text><body><p><rs ref='#a #c'>A and C</rs></p></body></text></TEI>",
        f"<TEI>{HEAD}{LISTS}<text><body><p><rs ref='#a #b'>A, B</rs><rs ref='#a'/></p></body></text></TEI>",
    ),
    "pointer-hand": (
        "<note hand='#h'>n</note>",
        "<handDesc><handNote xml:id='h'><add hand='#h'>a</add></handNote></handDesc>",
    ),
    "pointer-target": ("<ref target='#q'>a</ref>", "<p><ref target='#q'>a</ref><anchor xml:id='q'/></p>"),
}


@pytest.fixture(scope="module")
def rules(schemas: Path) -> etree._Element:
    """The rules of the schema, in Schematron."""
    return etree.parse(schemas / "generated" / "telegram.sch").getroot()


def test_every_rule_has_its_cases(rules: etree._Element) -> None:
    """The table has each rule of the schema once, and no other."""
    assert sorted(CASES) == sorted(pattern.get("id") or "" for pattern in rules.iterfind("sch:pattern", NS))


@pytest.mark.parametrize("name", CASES)
def test_rule_tells_bad_from_good(name: str, rules: etree._Element, anywhere: etree.RelaxNG) -> None:
    """The rule finds the one document wrong and the other right, where the grammar accepts both."""
    bad, good = (_parse(text) for text in CASES[name])
    assert anywhere.validate(bad), anywhere.error_log
    assert anywhere.validate(good), anywhere.error_log
    (message,) = messages(rules, name, bad)
    assert "  " not in message
    assert messages(rules, name, good) == []


def _parse(text: str) -> etree._Element:
    return etree.fromstring(re.sub(r"^<(\w+)", rf"<\1 {TEI}", text, count=1))


def messages(rules: etree._Element, name: str, document: etree._Element) -> list[str]:
    """Return what one rule says of a document."""
    report = _compile(rules, name)
    report.validate(document)
    found = report.validation_report.xpath("//svrl:failed-assert | //svrl:successful-report", namespaces=NS)
    return ["".join(node.itertext()).strip() for node in found]


@cache
def _compile(rules: etree._Element, name: str) -> isoschematron.Schematron:
    """Compile a schema with one rule only, and no more."""
    schema = etree.fromstring(etree.tostring(rules))
    for pattern in schema.findall("sch:pattern", NS):
        if pattern.get("id") != name:
            schema.remove(pattern)
    return isoschematron.Schematron(schema, store_report=True)
