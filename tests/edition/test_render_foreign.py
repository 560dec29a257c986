"""TEI of others: every element that TEI knows is shown as text or structure, and nothing is dropped unsaid."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from lxml import etree, html

from edition.render import html_fragment, plain_text
from tei.xmlfile import parse_bytes, parse_file

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "tei"
GRAMMAR = REFERENCE / "tei_all.rng"
RNG = "{http://relaxng.org/ns/structure/1.0}"
WORD = "wordly"
TEI = "{http://www.tei-c.org/ns/1.0}"

SILENT = {
    *("addSpan", "alt", "altGrp", "anchor", "certainty", "damageSpan", "delSpan", "handShift", "index", "interp"),
    *("interpGrp", "join", "joinGrp", "lacunaEnd", "lacunaStart", "link", "linkGrp", "precision", "respons", "shift"),
    *("span", "spanGrp", "substJoin", "timeline", "when", "witEnd", "witStart"),
}
"""For machines, or said elsewhere."""

BREAKS = {"cb", "gb", "lb", "milestone", "pb"}
"""Places, not words."""

WRAPPED = {
    "app": "<app><rdg>wordly</rdg></app>",
    "binaryObject": '<binaryObject mimeType="image/png"><desc>wordly</desc></binaryObject>',
    "castGroup": "<castGroup><castItem>wordly</castItem></castGroup>",
    "castList": "<castList><castItem>wordly</castItem></castList>",
    "choice": "<choice><abbr>wordly</abbr></choice>",
    "figure": "<figure><figDesc>wordly</figDesc></figure>",
    "graphic": '<graphic url="https://karsk.example/wordly.png"/>',
    "list": "<list><item>wordly</item></list>",
    "listBibl": "<listBibl><bibl>wordly</bibl></listBibl>",
    "listWit": "<listWit><witness>wordly</witness></listWit>",
    "media": '<media mimeType="audio/ogg" url="https://karsk.example/wordly.ogg"/>',
    "ptr": '<ptr target="https://karsk.example/wordly"/>',
    "row": "<table><row><cell>wordly</cell></row></table>",
    "ruby": "<ruby><rb>wordly</rb><rt>w</rt></ruby>",
    "table": "<table><row><cell>wordly</cell></row></table>",
}
"""Elements that hold no words themselves, with one that does."""


def document(body: str) -> etree._ElementTree:
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    return parse_bytes(source.encode(), "someone.xml")


def elements_of_text() -> list[str]:
    """The names of all elements that tei_all lets stand in `text`, at whatever depth."""
    if not GRAMMAR.is_file():
        return []
    defined: dict[str, list[etree._Element]] = defaultdict(list)
    for definition in etree.parse(GRAMMAR).getroot().iter(f"{RNG}define"):
        defined[definition.get("name", "")].append(definition)
    todo, seen, names = ["text"], set[str](), set[str]()
    while todo:
        for definition in defined[todo.pop()]:
            names |= {name for each in definition.iter(f"{RNG}element") if (name := each.get("name"))}
            new = {each.get("name", "") for each in definition.iter(f"{RNG}ref")} - seen
            seen |= new
            todo += new
    return sorted(names)


@pytest.fixture(scope="module")
def elements() -> list[str]:
    found = elements_of_text()
    if not found:
        pytest.skip(f"needs TEI's grammar at {GRAMMAR}")
    return found


@pytest.mark.parametrize("shape", ["<p>before {} after</p>", "<div>{}</div>"], ids=["in a line", "among blocks"])
def test_every_element_that_may_stand_in_a_text_is_shown(elements: list[str], shape: str) -> None:
    """More than five hundred: none is without a template, and only what is for machines leaves no words."""
    assert len(elements) > 500
    reported, gone = set[str](), set[str]()
    for name in elements:
        tree = document(shape.format(WRAPPED.get(name, f"<{name}>{WORD}</{name}>")))
        found = html_fragment(tree)
        shown = html.fragment_fromstring(found.text + found.notes, create_parent="div")
        reported |= {name for finding in found.findings if finding.rule == "REN101"}
        gone |= {name} if WORD not in str(shown.xpath("string()")) else set()
    assert reported == set()
    assert gone == SILENT | BREAKS


def test_plain_text_has_the_words_of_every_element(elements: list[str]) -> None:
    """What is shown in HTML stands in the plain text as well, but for the addresses of pictures and a space."""
    gone = set()
    for name in elements:
        tree = document(f"<p>before {WRAPPED.get(name, f'<{name}>{WORD}</{name}>')} after</p>")
        gone |= {name} if WORD not in plain_text(tree, width=0, header=False) else set()
    assert gone == SILENT | BREAKS | {"graphic", "media", "space"}


@pytest.mark.parametrize("path", sorted(REFERENCE.glob("p5-tests/*.xml")), ids=lambda path: path.stem)
def test_the_documents_that_tei_tests_with_are_shown(path: Path) -> None:
    """Whatever stands in them that is TEI has a template."""
    try:
        tree = parse_file(path)
    except Exception:
        pytest.skip("cannot be parsed without its entities")
    found = html_fragment(tree)
    reported = {str(dict(finding.data)["element"]) for finding in found.findings if finding.rule == "REN101"}
    strange = {str(each.tag).rpartition("}")[2] for each in tree.iter("{*}*") if TEI not in str(each.tag)}
    assert reported & set(elements_of_text()) <= strange


@pytest.mark.parametrize(
    ("source", "shown", "text"),
    [
        (
            "<listPerson><head>Crew</head><person><persName>Kashin</persName><occupation>cook</occupation></person>"
            "</listPerson>",
            '<ul class="list listPerson"><li><div class="record person"><div class="field"><span class="name persName">'
            "Kashin",
            "Crew\n\nKashin\ncook\n",
        ),
        (
            "<entry><form><orth>goat</orth></form> <gramGrp><pos>n.</pos></gramGrp> "
            "<sense><def>an animal</def></sense></entry>",
            '<div class="block entry"><span class="form"><span class="orth">goat</span></span>',
            "goat n.\nan animal\n",
        ),
        (
            '<p><fs><f name="tense"><symbol value="past"/></f></fs></p>',
            '<span class="value f">tense:  <span class="value symbol">past</span></span>',
            "tense: past\n",
        ),
        (
            '<p><egXML xmlns="http://www.tei-c.org/ns/Examples"><date when="1938">then</date></egXML></p>',
            '<pre class="egXML"><code>&lt;date when="1938"&gt;then&lt;/date&gt;</code></pre>',
            '<date when="1938">then</date>\n',
        ),
        (
            '<elementSpec ident="goat"><desc>an animal</desc></elementSpec>',
            '<div class="record elementSpec"><code>goat</code><div class="field">'
            '<span class="desc">an animal</span></div>',
            "an animal\n",
        ),
        (
            '<listRelation><relation name="feeds" active="#kashin" passive="#goat"/></listRelation>',
            '<span class="value relation">feeds: #kashin → #goat</span>',
            "feeds: #kashin → #goat\n",
        ),
    ],
)
def test_what_letters_seldom_hold_is_shown_by_its_family(source: str, shown: str, text: str) -> None:
    """Lists, records, entries of dictionaries, features, examples of markup."""
    tree = document(source)
    assert shown in html_fragment(tree).text
    assert plain_text(tree, width=0, header=False) == text


def test_markup_of_other_languages_is_reported_and_never_run() -> None:
    """A drawing or a formula in its own namespace may hold script: its words are shown, nothing else."""
    found = html_fragment(
        document(
            '<p><formula><m:math xmlns:m="http://www.w3.org/1998/Math/MathML" href="javascript:x">'
            "<m:mi>x</m:mi></m:math></formula></p>"
        )
    )
    assert "javascript" not in found.text
    assert {str(dict(finding.data)["element"]) for finding in found.findings} == {"m:math", "m:mi"}
