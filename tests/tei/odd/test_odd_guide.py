"""The guide: one page with an entry for everything, in the words of the ODD."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html

from tei.names import SCH_NS, TEI_NS
from tei.odd import OddSchema, compile_all, compile_guide, read_odd

SPECS = """
<gloss>Karsk</gloss><desc>telegrams of an invented station</desc>
<elementSpec ident="r"><gloss>message</gloss><desc>what the station sent; see <gi>p</gi>, <att>n</att>, <val>x</val>,
  <ident>att.t</ident>, <ref target="https://example.org/a">there</ref>, <ptr target="#p"/>, <tag>p n="1"</tag>,
  <q>so</q>, <emph xml:lang="la">very</emph>, <ref target="javascript:alert(1)">no link</ref>, <bibl>plain</bibl>.
  </desc>
  <desc xml:lang="de">was die Station sandte</desc>
  <classes><memberOf key="att.t"/></classes>
  <content><sequence><elementRef key="w" minOccurs="0"/><elementRef key="s"/><alternate maxOccurs="3">
    <classRef key="model.m" except="s"/>
    <macroRef key="macro.m"/></alternate><anyElement minOccurs="0"/><elementRef key="v" minOccurs="2" maxOccurs="2"/>
    <elementRef key="y" minOccurs="2" maxOccurs="unbounded"/></sequence></content>
  <constraintSpec ident="c" scheme="schematron"><desc>A rule &amp; its reason.</desc><constraint>
    <sch:assert test="1" role="warning">not shown</sch:assert></constraint></constraintSpec>
  <constraintSpec ident="d" scheme="schematron"><constraint>
    <sch:report test="0">The value <sch:value-of select="."/> is odd.</sch:report></constraint></constraintSpec>
  <attList><attDef ident="when" usage="req"><desc>the day</desc><datatype><dataRef key="t.date"/></datatype></attDef>
    <attDef ident="kind"><gloss>what kind</gloss><desc>of message</desc><defaultVal>cable</defaultVal>
      <valList type="closed"><valItem ident="cable"><desc>by wire</desc></valItem><valItem ident="note"/></valList>
      <exemplum><egXML xmlns="http://www.tei-c.org/ns/Examples"><r kind="note"/></egXML></exemplum>
      <remarks><p>Seldom used.</p></remarks></attDef>
    <attDef ident="tags" usage="rec"><valList type="open"><valItem ident="ice"/></valList>
      <datatype maxOccurs="unbounded"><dataRef key="t.word"/></datatype></attDef></attList>
  <exemplum><p>An example: <egXML xmlns="http://www.tei-c.org/ns/Examples"><r><m:k
    xmlns:m="http://example.org/m"/></r></egXML></p><egXML xmlns="http://www.tei-c.org/ns/Examples">
    <r n="1" xml:id="x">
      <p>Ice &amp; fog &lt; 3</p>
    </r></egXML></exemplum>
  <remarks><p>First.</p><list><item>one</item><item>two</item></list>
    <list type="gloss"><label>a</label><item>b</item></list></remarks></elementSpec>
<elementSpec ident="p"><classes><memberOf key="model.m"/></classes><content><textNode/></content></elementSpec>
<elementSpec ident="s"><classes><memberOf key="model.m"/></classes><content><empty/></content></elementSpec>
<elementSpec ident="v"><content><dataRef name="token" restriction="[a-z]+"/></content></elementSpec>
<elementSpec ident="y"><content><classRef key="model.m" expand="sequence" include="p s"/></content></elementSpec>
<elementSpec ident="w"><content><empty/></content></elementSpec>
<elementSpec ident="z"><content><anyElement require="http://example.org/k"/></content></elementSpec>
<classSpec ident="model.m" type="model"><desc>matter</desc></classSpec>
<classSpec ident="att.t" type="atts"><attList><attDef ident="n"/></attList></classSpec>
<macroSpec ident="macro.m"><content><sequence preserveOrder="false"><elementRef key="w"/>
  <elementRef key="z"/></sequence>
  </content></macroSpec>
<dataSpec ident="t.date"><content><alternate><dataRef name="date"/><valList type="closed"><valItem ident="unknown"/>
  </valList></alternate></content></dataSpec>
<dataSpec ident="t.word"><content><dataRef name="token" restriction="\\S+">
  <dataFacet name="maxLength" value="9"/></dataRef>
  </content></dataSpec>
"""


ODD = (
    f'<TEI xmlns="{TEI_NS}" xmlns:sch="{SCH_NS}"><text><body>'
    f'<schemaSpec ident="karsk" start="r">{SPECS}</schemaSpec></body></text></TEI>'
)


@pytest.fixture
def page(schema: Callable[..., OddSchema]) -> etree._Element:
    return html.document_fromstring(compile_guide(schema(SPECS), "1.0", "1938-02-14").decode())


def entry(page: etree._Element, anchor: str) -> etree._Element:
    (found,) = page.findall(f".//section[@id='{anchor}']")
    return found


def text(node: etree._Element | None) -> str:
    assert node is not None
    return " ".join("".join(str(piece) for piece in node.itertext()).split())


def under(section: etree._Element, heading: str) -> str:
    """Return the text of the block after a heading."""
    (found,) = (node for node in section.findall("h4") if node.text == heading)
    after = found.getnext()
    assert after is not None
    return text(after)


def test_everything_has_an_anchor_and_every_link_leads_somewhere(page: etree._Element) -> None:
    """Each specification has one entry; no link inside the page is dead, no anchor stands twice."""
    ids = [str(node.get("id")) for node in page.iter(etree.Element) if node.get("id")]
    assert len(set(ids)) == len(ids)
    wanted = ["element-r", "element-p", "class-model.m", "class-att.t", "macro-macro.m", "data-t.date", "data-t.word"]
    assert set(wanted) <= set(ids)
    links = [str(node.get("href")) for node in page.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert [link for link in links if not link.startswith("#")] == ["https://example.org/a"]


def test_the_page_needs_nothing_else(page: etree._Element) -> None:
    """No script, no style sheet, no picture is loaded from anywhere; the language is said."""
    assert page.get("lang") == "en"
    assert not list(page.iter("script", "link", "img", "iframe"))
    style = page.findtext(".//style") or ""
    assert "url(" not in style
    assert "@import" not in style
    assert page.findtext(".//title") == "karsk"


def test_an_element_is_described_in_the_language_of_the_guide(page: etree._Element) -> None:
    """Gloss and description, with names linked and marks as the field writes them."""
    section = entry(page, "element-r")
    assert text(section.find("h3")) == "<r> message"
    words = text(section.find("p"))
    assert words.startswith(
        'what the station sent; see <p>, @n, "x", att.t, there, #p, <p n="1">, “so”, very, no link, plain'
    )
    assert "Station" not in text(section)
    assert section.xpath("p[1]//a/@href") == ["#element-p", "#class-att.t", "https://example.org/a", "#element-p"]


def test_content_is_shown_in_the_notation_of_the_field(page: etree._Element) -> None:
    """Signs for order, choice and number; what may stand inside and outside, by name."""
    section = entry(page, "element-r")
    assert under(section, "Content") == (
        "w?, s, (model.m[without s] | macro.m){1,3}, any element of another vocabulary?, v{2}, y{2,}"
    )
    assert under(section, "May contain") == "p s v w y z"
    assert under(entry(page, "element-p"), "Contained by") == "r y"
    assert under(entry(page, "element-p"), "May contain") == "text"
    assert under(entry(page, "element-s"), "May contain") == "nothing"
    assert under(entry(page, "element-v"), "Content") == "token matching /[a-z]+/"
    assert under(entry(page, "element-y"), "Content") == "model.m[as sequence; only p, s]"
    assert under(entry(page, "element-z"), "Content") == "any element of http://example.org/k"
    assert under(entry(page, "macro-macro.m"), "Content") == "w & z"


def test_attributes_show_what_they_take(page: etree._Element) -> None:
    """Usage, datatype, values with their meaning, default; inherited ones by class."""
    section = entry(page, "element-r")
    assert under(section, "Attributes") == (
        '@when required the day Value: t.date @kind optional what kind: of message One of: "cable" by wire "note" '
        'Default: "cable" <r kind="note"/> Seldom used. @tags recommended Value: 1 or more of t.word, divided by '
        'spaces For example: "ice"'
    )
    assert "From att.t: @n" in text(section)


def test_classes_and_datatypes_say_who_uses_them(page: etree._Element) -> None:
    """Members of a class, users of a datatype, the value in words."""
    assert under(entry(page, "class-model.m"), "Members") == "p s"
    assert under(entry(page, "class-model.m"), "Used by") == "r y"
    assert under(entry(page, "data-t.date"), "Used by") == "r"
    assert under(entry(page, "data-t.date"), "Value") == 'date | "unknown"'
    assert under(entry(page, "data-t.word"), "Value") == "token matching \\S+, maxLength 9"


def test_rules_are_told_in_words(page: etree._Element) -> None:
    """The description of a constraint, or else its message, with its role."""
    assert under(entry(page, "element-r"), "Rules") == "A rule & its reason. warning The value … is odd."


def test_examples_are_escaped_and_keep_their_shape(page: etree._Element, schema: Callable[..., OddSchema]) -> None:
    """An example is shown as it would be typed, indentation and escapes included."""
    code = entry(page, "element-r").findall("pre")[-1].findtext("code")
    assert code == '<r n="1" xml:id="x">\n  <p>Ice &amp; fog &lt; 3</p>\n</r>'
    assert b"&lt;p&gt;Ice &amp;amp; fog" in compile_guide(schema(SPECS))


def test_the_head_says_edition_and_start(page: etree._Element) -> None:
    """Version and date as given, the start elements; without divisions of prose there is no introduction."""
    assert "1.0, 1938-02-14" in text(page.find(".//header"))
    assert "A document begins with <r>." in text(page)
    assert not page.findall(".//section[@id='introduction']")


def test_the_same_source_gives_the_same_bytes(schema: Callable[..., OddSchema]) -> None:
    """Everything that is generated is byte for byte the same each time, and is named after the stem."""
    one, two = compile_all(schema(SPECS), "karsk"), compile_all(schema(SPECS), "karsk")
    assert dict(one) == dict(two)
    assert list(one) == ["karsk.rng", "karsk.xsd", "karsk.sch", "guide.html"]
    assert all(re.match(rb"<\?xml|<!DOCTYPE html>", data) for data in one.values())
    assert all(data.endswith(b"\n") for data in one.values())


def test_the_prose_of_the_odd_is_the_introduction(tmp_path: Path) -> None:
    """Divisions of the ODD without specifications stand at the head of the guide, with their headings."""
    path = tmp_path / "karsk.odd"
    path.write_text(
        ODD.replace(
            "<body>",
            "<body><div><head>What for</head><p>For <gi>r</gi>.</p><div><head>More</head><p>Less.</p></div></div><div>",
        ).replace("</body>", "</div></body>"),
        encoding="utf-8",
    )
    found = read_odd(path).schema
    assert found is not None
    page = html.document_fromstring(compile_guide(found).decode())
    assert text(page.find(".//section[@id='introduction']")) == "What for For <r>. More Less."
    assert page.findtext(".//nav/p/a") == "Introduction"
