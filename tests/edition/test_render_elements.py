"""One table per question: what an element of the text becomes in HTML and in plain text."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.render import body_text, html_fragment, plain_text
from tei.xmlfile import parse_bytes

OPEN = '<div class="tei-text"><div class="body">'
CLOSE = "</div></div>"


def document(body: str, *, header: str = "", back: str = "", stand_off: str = "") -> etree._ElementTree:
    source = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>{stand_off}'
        f"<text><body>{body}</body>{back}</text></TEI>"
    )
    return parse_bytes(source.encode())


def html_of(body: str, **parts: str) -> str:
    text = html_fragment(document(body, **parts)).text
    assert text.startswith(OPEN)
    return text.removeprefix(OPEN).removesuffix(CLOSE)


def text_of(body: str, **parts: str) -> str:
    return plain_text(document(body, **parts), width=0, header=False).removesuffix("\n")


SAID = '<span class="said" lang="en">({}) </span>'

EDITORIAL = [
    (
        'KOMPAS <supplied reason="identification">Pashin</supplied>',
        'KOMPAS <span class="supplied" title="supplied by the editor: who or what is meant">'
        + SAID.format("supplied by the editor: who or what is meant")
        + "[Pashin]</span>",
        "KOMPAS [Pashin]",
    ),
    (
        '<supplied reason="sense" rend="parentheses">there</supplied>',
        '<span class="supplied" title="supplied by the editor: for the sense">'
        + SAID.format("supplied by the editor: for the sense")
        + "(there)</span>",
        "(there)",
    ),
    (
        '<supplied reason="torn" rend="none">there</supplied>',
        '<span class="supplied" title="supplied by the editor: torn">'
        + SAID.format("supplied by the editor: torn")
        + "there</span>",
        "there",
    ),
    (
        "<expan>Com<ex>rade</ex></expan> L",
        '<span class="expan" title="letters supplied by the editor"><span aria-hidden="true">Com'
        '<span class="ex" title="letters supplied by the editor">[rade]</span></span>'
        '<span class="said">Comrade</span></span> L',
        "Com[rade] L",
    ),
    (
        "D <ex>imitri</ex>",
        'D <span class="ex" title="letters supplied by the editor">[imitri]</span>',
        "D [imitri]",
    ),
    (
        "the <sic>tiem</sic>.",
        'the <span class="sic" title="so in the source">tiem<span class="mark"> [sic]</span></span>.',
        "the tiem [sic].",
    ),
    (
        '<sic n="sic!" rend="parentheses">tiem</sic>',
        '<span class="sic" title="so in the source">tiem<span class="mark"> (sic!)</span></span>',
        "tiem (sic!)",
    ),
    ('<sic rend="none">tiem</sic>', '<span class="sic" title="so in the source">tiem</span>', "tiem"),
    (
        '<gap reason="illegible" unit="word" quantity="1"><desc> one word illegible </desc><desc>ein Wort</desc></gap>',
        '<span class="gap" title="gap in the text: illegible, 1 word">'
        + SAID.format("gap in the text: illegible, 1 word")
        + "[one word illegible]</span>",
        "[one word illegible]",
    ),
    (
        '<gap reason="omitted" extent="two lines"/>',
        '<span class="gap" title="gap in the text: omitted, two lines">'
        + SAID.format("gap in the text: omitted, two lines")
        + "[…]</span>",
        "[…]",
    ),
    ("<unclear>rope</unclear>", '<span class="unclear" title="reading uncertain">rope</span>', "rope"),
    (
        '<subst><del>is</del> <add place="above">was</add></subst>',
        '<span class="subst"><del>is</del> <ins title="added in the source, above">was</ins></span>',
        "⟦is⟧ was",
    ),
    (
        "<choice><sic>teh</sic><corr>the</corr></choice>",
        '<span class="choice" title="corrected: the"><span class="sic" title="so in the source">teh</span>'
        '<span class="said" lang="en"> (corrected: the)</span></span>',
        "teh",
    ),
    (
        "<choice><abbr>lg.</abbr><expan>long</expan></choice>",
        '<span class="choice" title="in full: long"><abbr>lg.</abbr>'
        '<span class="said" lang="en"> (in full: long)</span></span>',
        "lg.",
    ),
    (
        '<app><lem>long</lem><rdg wit="#B">loud</rdg></app>',
        '<span class="app" title="variant B: loud"><span class="lem">long</span>'
        '<span class="said" lang="en"> (variant B: loud)</span></span>',
        "long",
    ),
    (
        "<choice><orig>vp</orig><reg>up</reg></choice>",
        '<span class="choice" title="regularised: up"><span class="orig">vp</span>'
        '<span class="said" lang="en"> (regularised: up)</span></span>',
        "vp",
    ),
]

PHRASES = [
    ("plain & simple".replace("&", "&amp;"), "plain &amp; simple", "plain & simple"),
    ("two\n   words", "two words", "two words"),
    ('a<lb/>b<lb break="no"/>c', "a<br>bc", "a\nbc"),
    ("<lb/>first", "first", "first"),
    (
        'a <pb n="33"/> b',
        'a <span class="pb" role="separator" aria-label="leaf 33" title="leaf 33 begins" data-n="33"></span> b',
        "a b",
    ),
    (
        'a.<pb n="33"/>b',
        'a.<span class="pb" role="separator" aria-label="leaf 33" title="leaf 33 begins" data-n="33"></span>b',
        "a. b",
    ),
    ('<hi rend="bold underline">x</hi>', '<span class="hi rend-bold rend-underline">x</span>', "x"),
    ('m<hi rend="superscript">2</hi>', "m<sup>2</sup>", "m2"),
    ("<emph>now</emph>", "<em>now</em>", "now"),
    ('<foreign xml:lang="ru-Latn">pak</foreign>', '<i class="foreign" lang="ru-Latn">pak</i>', "pak"),
    ('<foreign xml:lang="fa">x</foreign>', '<i class="foreign" lang="fa" dir="rtl">x</i>', "x"),
    ('<foreign xml:lang="no such">x</foreign>', '<i class="foreign">x</i>', "x"),
    ("<title>Notes</title>", "<cite>Notes</cite>", "Notes"),
    ("<q>“No.”</q>", "<q>“No.”</q>", "“No.”"),
    ("<quote>six barrels</quote>", "<q>six barrels</q>", "six barrels"),
    ('<seg xml:id="s1">a</seg>', '<span class="seg" id="s1">a</span>', "a"),
    ('<anchor xml:id="a1"/>x', '<span id="a1"></span>x', "x"),
    ("<index><term>ice</term></index>x", "x", "x"),
    (
        "<ruby><rb>冰</rb><rt>bing</rt></ruby>",
        "<ruby>冰<rt>bing</rt></ruby>",
        "冰（bing）",
    ),
]

NAMES_AND_DATES = [
    (
        '<persName ref="#nobody">Ivan</persName>',
        '<span class="name persName" data-ref="#nobody">Ivan</span>',
        "Ivan",
    ),
    (
        '<placeName ref="https://karsk.example/">Karsk</placeName>',
        '<a href="https://karsk.example/" class="name placeName" data-ref="https://karsk.example/">Karsk</a>',
        "Karsk",
    ),
    ('<date when="1937-09-07">7 September</date>', '<time datetime="1937-09-07">7 September</time>', "7 September"),
    ('<time when="23:05:00">2305</time>', '<time datetime="23:05:00">2305</time>', "2305"),
    (
        '<date notBefore="1937-09-05" notAfter="1937-09-06" cert="low">about then</date>',
        '<span class="date" data-cert="low" data-notbefore="1937-09-05" data-notafter="1937-09-06">about then</span>',
        "about then",
    ),
    ('<date when="soon">soon</date>', '<span class="date" data-when="soon">soon</span>', "soon"),
    ('<num type="telegram" value="431">No. 431</num>', '<span class="num" data-value="431">No. 431</span>', "No. 431"),
]

LINKS = [
    (
        '<ref target="https://karsk.example/">site</ref>',
        '<a href="https://karsk.example/" class="ref" data-target="https://karsk.example/">site</a>',
    ),
    (
        '<ref target="MAILTO:cook@karsk.example">cook</ref>',
        '<a href="MAILTO:cook@karsk.example" class="ref" data-target="MAILTO:cook@karsk.example">cook</a>',
    ),
    (
        '<ref target="javascript:alert(1)">x</ref>',
        '<span class="ref" data-target="javascript:alert(1)">x</span>',
    ),
    (
        '<ref target="&#9;JaVaScRiPt:alert(1)">x</ref>',
        '<span class="ref" data-target="JaVaScRiPt:alert(1)">x</span>',
    ),
    ('<ref target="data:text/html,x">x</ref>', '<span class="ref" data-target="data:text/html,x">x</span>'),
    ('<ref target="other.xml">x</ref>', '<span class="ref" data-target="other.xml">x</span>'),
    ('<ref target="#nowhere">x</ref>', '<span class="ref" data-target="#nowhere">x</span>'),
    (
        '<ref type="telegram" target="t1937.xml"/>',
        '<span class="ref telegram" data-target="t1937.xml">telegram t1937.xml</span>',
    ),
    (
        '<ptr target="https://karsk.example/"/>',
        '<a href="https://karsk.example/" class="ref" data-target="https://karsk.example/">https://karsk.example/</a>',
    ),
]


@pytest.mark.parametrize(("source", "html", "text"), EDITORIAL + PHRASES + NAMES_AND_DATES)
def test_what_runs_in_a_line_is_shown_as_the_table_says(source: str, html: str, text: str) -> None:
    assert html_of(f"<p>{source}</p>") == f"<p>{html}</p>"
    assert text_of(f"<p>{source}</p>") == text


@pytest.mark.parametrize(("source", "html"), LINKS)
def test_only_safe_links_are_links(source: str, html: str) -> None:
    assert html_of(f"<p>{source}</p>") == f"<p>{html}</p>"


BLOCKS = [
    ('<p n="1">Ice.</p>', '<p class="point"><span class="numeral">1.</span> Ice.</p>', "1. Ice."),
    ('<p n="1" rend="(1)">Ice.</p>', '<p class="point"><span class="numeral">(1)</span> Ice.</p>', "(1) Ice."),
    ('<p n="1" rend="§ 1">Ice.</p>', '<p class="point"><span class="numeral">§ 1</span> Ice.</p>', "§ 1 Ice."),
    ('<p n="1)">Ice.</p>', '<p class="point"><span class="numeral">1)</span> Ice.</p>', "1) Ice."),
    ('<p n="1" rend="inline">1. Ice.</p>', '<p class="point">1. Ice.</p>', "1. Ice."),
    (
        '<div type="point" n="2"><p>Ice.</p><p>Snow.</p></div>',
        '<div class="point"><span class="numeral">2.</span> <p>Ice.</p><p>Snow.</p></div>',
        "2. Ice.\n\nSnow.",
    ),
    (
        '<list type="lettered"><item n="a">ice</item><item n="b" rend="b)">snow</item><item>fog</item></list>',
        '<ol class="list"><li><span class="numeral">(a)</span> ice</li>'
        '<li><span class="numeral">b)</span> snow</li><li><span class="numeral">(c)</span> fog</li></ol>',
        "  (a) ice\n  b) snow\n  (c) fog",
    ),
    (
        '<list type="numbered"><item>ice</item></list>',
        '<ol class="list"><li><span class="numeral">1.</span> ice</li></ol>',
        "  1. ice",
    ),
    (
        '<list rend="bulleted"><item>ice</item></list>',
        '<ul class="list"><li><span class="numeral">•</span> ice</li></ul>',
        "  • ice",
    ),
    (
        '<list type="distribution"><head>To</head><item n="1">Copy Nº 1 to the cook</item></list>',
        '<p class="head">To</p><ol class="list distribution"><li>Copy Nº 1 to the cook</li></ol>',
        "To\n  Copy Nº 1 to the cook",
    ),
    (
        "<list><label>pak</label><item>old ice</item></list>",
        '<dl class="list gloss"><dt>pak</dt><dd>old ice</dd></dl>',
        "pak\n  old ice",
    ),
    (
        '<table><head>Stores</head><row role="label"><cell>Thing</cell><cell cols="2">Count</cell></row>'
        '<row><cell role="label">Oil</cell><cell>6</cell><cell>7</cell></row></table>',
        '<div class="table" role="region" aria-label="Table" tabindex="0"><table><caption>Stores</caption><tbody>'
        '<tr><th scope="col">Thing</th><th scope="col" colspan="2">Count</th></tr>'
        '<tr><th scope="row">Oil</th><td>6</td><td>7</td></tr></tbody></table></div>',
        "Stores\nThing   Count\nOil   6   7",
    ),
    (
        "<lg><l>Wind,</l><l>wind.</l></lg>",
        '<div class="lg"><span class="l">Wind,</span><span class="l">wind.</span></div>',
        "Wind,\nwind.",
    ),
    (
        "<sp><speaker>Cook</speaker><p>Tea.</p></sp>",
        '<div class="sp"><p class="speaker">Cook</p><p>Tea.</p></div>',
        "Cook\nTea.",
    ),
    (
        '<figure><head>Stove</head><graphic url="stove.png"/><figDesc>A stove.</figDesc></figure>',
        '<figure><span class="graphic" data-url="stove.png">image: stove.png</span>'
        '<div class="figDesc">A stove.</div><figcaption>Stove</figcaption></figure>',
        "Stove\nA stove.",
    ),
    ("<quote><p>Ice.</p></quote>", "<blockquote><p>Ice.</p></blockquote>", "  Ice."),
    ("<head>One</head><p>a</p>", "<h3>One</h3><p>a</p>", "One\n\na"),
    (
        "<opener><dateline>Karsk</dateline> <salute>Dear cook,</salute></opener>",
        '<div class="opener"><p class="dateline">Karsk</p> <p class="salute">Dear cook,</p></div>',
        "Karsk\n\nDear cook,",
    ),
    (
        "<address><addrLine>Karsk</addrLine><addrLine>Hut 2</addrLine></address>",
        '<div class="address"><p class="addrLine">Karsk</p><p class="addrLine">Hut 2</p></div>',
        "Karsk\nHut 2",
    ),
    (
        "<p>Ask <address><addrLine>Karsk</addrLine></address></p>",
        '<p>Ask <span class="address"><span class="addrLine">Karsk</span></span></p>',
        "Ask\n\nKarsk",
    ),
    (
        "<div><fw>page 3</fw></div>",
        '<div class="div"><div class="fw">page 3</div></div>',
        "page 3",
    ),
    (
        '<ab type="number">Nº 3</ab>',
        '<p class="ab" data-type="number">Nº 3</p>',
        "Nº 3",
    ),
    (
        '<ab><stamp><seg type="label">stamp:</seg> room '
        '<supplied reason="editorial" rend="double-brackets">x</supplied>'
        "<lb/>\n no. 5 </stamp></ab>",
        '<p class="ab"><span class="stamp" role="note" aria-label="stamp" title="stamp">['
        '<span class="seg">stamp:</span> room <span class="supplied" title="supplied by the editor: a remark">'
        + SAID.format("supplied by the editor: a remark")
        + "[[x]]</span><br> no. 5]</span></p>",
        "[stamp: room [[x]]\nno. 5]",
    ),
    (
        '<div><fw type="letterhead">Desk</fw><note type="annotation" place="top">to the cook</note></div>',
        '<div class="div"><div class="fw" role="note" aria-label="letterhead" title="letterhead">[Desk]</div>'
        '<div class="remark handwritten" role="note" aria-label="written on the sheet, top" '
        'title="written on the sheet, top">[to the cook]</div></div>',
        "[Desk]\n\n[to the cook]",
    ),
]


@pytest.mark.parametrize(("source", "html", "text"), BLOCKS)
def test_what_stands_on_lines_of_its_own_is_shown_as_the_table_says(source: str, html: str, text: str) -> None:
    assert html_of(source) == html
    assert text_of(source) == text


def test_the_divisions_of_a_telegram_are_named_regions() -> None:
    form = '<div type="{}"><ab>Nº 1</ab></div>'
    body = form.format("preamble") + '<div type="message"><p>Ice.</p></div>' + form.format("docket")
    html = html_of(body)
    assert '<section class="form preamble" aria-label="Service matter before the message">' in html
    assert '<section class="message" aria-label="Message">' in html
    assert '<section class="form docket" aria-label="Service matter after the message">' in html


def test_the_service_matter_of_an_enclosed_telegram_is_no_region_of_its_own() -> None:
    html = html_of('<div type="message"><div type="enclosed"><div type="preamble"><ab>Nº 1</ab></div></div></div>')
    assert '<section class="enclosed" aria-label="Enclosed telegram"><div class="form preamble">' in html


def test_headings_count_headed_divisions_only_and_end_at_six() -> None:
    deep = "<div><div><head>A</head><div><head>B</head><div><head>C</head><div><head>D</head><div><head>E</head></div>"
    html = html_of(f"{deep}</div></div></div></div></div>")
    assert [f"<h{level}>" in html for level in (3, 4, 5, 6)] == [True] * 4
    assert html.count("<h6>") == 2


def test_quotation_marks_that_an_encoder_took_out_are_put_back() -> None:
    header = '<encodingDesc><editorialDecl><quotation marks="none"/></editorialDecl></encodingDesc>'
    assert html_of("<p><q>No</q></p>", header=header) == "<p><q>“No”</q></p>"
    assert text_of("<p><q>No</q></p>", header=header) == "“No”"


def test_a_paragraph_that_holds_a_list_is_a_division_so_that_no_browser_closes_it_early() -> None:
    html = html_of('<p n="1">Send: <list><item>ice</item></list></p>')
    assert html.startswith('<div class="p point"><span class="numeral">1.</span> Send: <ul')


def test_a_note_in_the_line_that_holds_paragraphs_is_a_division_too() -> None:
    assert '<div class="p">a <div class="remark"' in html_of('<p>a <note type="editor"><p>b</p></note></p>')


def test_a_link_in_a_link_is_undone() -> None:
    stand_off = '<standOff><listPerson><person xml:id="cook"><persName>Cook</persName></person></listPerson></standOff>'
    html = html_of(
        '<p><persName ref="#cook">the <ref target="https://k.example/">cook</ref></persName></p>', stand_off=stand_off
    )
    assert html == (
        '<p><a href="#cook" class="name persName" data-ref="#cook">the '
        '<span class="ref" data-target="https://k.example/">cook</span></a></p>'
    )


def test_a_footnote_leaves_its_marker_and_is_listed_with_links_both_ways() -> None:
    found = html_fragment(document('<p>Ice<note type="footnote" n="4" xml:id="fn-4">Old <hi>ice</hi>.</note>.</p>'))
    assert found.text.removeprefix(OPEN).removesuffix(CLOSE) == (
        '<p>Ice<sup class="marker"><a href="#fn-4" id="marker--fn-4" role="doc-noteref" aria-label="note 4">4</a>'
        "</sup>.</p>"
    )
    assert found.notes == (
        '<ol class="notes"><li id="fn-4"><span class="numeral">4</span> Old <span class="hi">ice</span>. '
        '<a class="back" href="#marker--fn-4" role="doc-backlink" aria-label="back to marker 4 in the text">↩</a>'
        "</li></ol>"
    )


def test_a_note_may_have_several_markers() -> None:
    found = html_fragment(
        document('<p>a<note n="1" xml:id="n1">x</note> b<ref target="#n1"/> c<ptr target="#n1"/></p>')
    )
    assert 'id="marker--n1"' in found.text
    assert 'id="marker--n1--1"' in found.text
    assert 'id="marker--n1--2"' in found.text
    assert found.notes.count("doc-backlink") == 3


def test_a_note_among_blocks_is_reached_by_the_markers_that_point_at_it() -> None:
    body = '<p>a<ref target="#n1">1</ref> b<anchor xml:id="here"/></p>'
    back = '<back><div><note n="1" xml:id="n1">x</note><note n="2" target="#here">y</note></div></back>'
    found = html_fragment(document(body, back=back))
    assert found.text.count("doc-noteref") == 2
    assert found.notes.count("doc-backlink") == 2
    assert text_of(body, back=back) == "a[1] b[2]\n\nNotes\n\n[1] x\n\n[2] y"


def test_notes_without_numbers_are_counted() -> None:
    assert text_of("<p>a<note>x</note> b<note>y</note></p>") == "a[1] b[2]\n\nNotes\n\n[1] x\n\n[2] y"


def test_a_marker_printed_in_brackets_gets_no_second_pair() -> None:
    assert text_of('<p>a<note n="[1]">x</note></p>') == "a[1]\n\nNotes\n\n[1] x"


def test_a_marker_without_a_note_is_kept_glued_as_the_source_has_it() -> None:
    assert text_of('<p>trade<ref type="note" n="2">2</ref> and</p>') == "trade2 and"
    assert '<sup class="marker dangling" title="the source has no note for this marker">2</sup>' in html_of(
        '<p>trade<ref type="note" n="2">2</ref></p>'
    )


def test_an_untyped_note_among_blocks_is_shown_where_it_stands() -> None:
    assert text_of("<note>Seen.</note>") == "[Seen.]"
    assert 'role="note"' in html_of("<note>Seen.</note>")


def test_without_notes_neither_markers_nor_notes_nor_links_to_them_are_left() -> None:
    tree = document(
        '<p>a<note xml:id="n1">x</note> b<ref target="#n1">1</ref> c<anchor xml:id="p"/></p>'
        '<p><note target="#p">z</note></p>'
    )
    found = html_fragment(tree, notes=False)
    assert (found.notes, "marker" in found.text) == ("", False)
    assert plain_text(tree, width=0, notes=False, header=False) == "a b c\n"


def test_an_unknown_element_is_shown_and_reported_once_with_its_count() -> None:
    tree = document("<p>\n<wireform>a</wireform> <wireform>b</wireform></p>")
    found = html_fragment(tree, path="k.xml")
    assert '<span class="other other-wireform">a</span>' in found.text
    assert [(f.rule, f.location.path, f.location.line, dict(f.data)) for f in found.findings] == [
        ("REN101", "k.xml", 2, {"element": "wireform", "count": 2})
    ]
    assert body_text(tree) == "a b\n"


def test_an_unsafe_link_is_reported() -> None:
    found = html_fragment(document('<p><ref target="javascript:x">a</ref><ref target="other.xml">b</ref></p>'))
    assert [(f.rule, dict(f.data)["target"]) for f in found.findings] == [("REN104", "javascript:x")]


def test_markup_in_text_stays_text() -> None:
    html = html_of("<p>&lt;script&gt;alert(1)&lt;/script&gt; <seg xml:lang='&quot;onload'>x</seg></p>")
    assert "<script" not in html
    assert "onload" not in html


REGISTER = """<standOff>
  <listPerson><person xml:id="cook"><persName type="full">Fyodor Kashin</persName><persName>Kashin</persName>
    <persName type="original" xml:lang="ru">Кашин</persName><birth when="1900"/><death>1950</death>
    <floruit from="1937" to="1938"/><note>Cook.</note><idno type="wikidata">Q0</idno><idno type="gnd">no such id</idno>
    <idno type="VIAF">5</idno><idno type="URI">https://k.example/1</idno></person></listPerson>
  <listPlace><place xml:id="karsk"><placeName>Karsk</placeName></place></listPlace>
  <listOrg><org xml:id="inst"><orgName>Institute</orgName></org></listOrg>
  <listOrg type="repository"><org xml:id="AKPI"><orgName>Archive</orgName></org></listOrg>
</standOff>"""


def test_the_register_lists_what_the_document_points_at_under_its_ids() -> None:
    html = html_fragment(document("<p>a</p>", stand_off=REGISTER)).register
    assert [f"<h3>{part}</h3>" in html for part in ("Persons", "Places", "Organisations", "Archives")] == [True] * 4
    assert '<li id="cook"><strong class="name"><span>Kashin</span></strong>; <span class="kind">full</span>' in html
    assert (
        '<span lang="ru">Кашин</span>; born 1900; died 1950; active 1937–1938. <span class="gloss">Cook.</span>' in html
    )
    assert '<a class="idno" href="https://www.wikidata.org/wiki/Q0" rel="external">wikidata Q0</a>' in html
    assert '<span class="idno">gnd no such id</span>' in html
    assert '<a class="idno" href="https://k.example/1" rel="external">' in html


def test_names_link_to_the_register_only_where_it_is_shown() -> None:
    tree = document('<p><persName ref="#cook">K.</persName></p>', stand_off=REGISTER)
    assert '<a href="#cook"' in html_fragment(tree).text
    assert '<span class="name persName" data-ref="#cook">' in html_fragment(tree, register=False).text


def test_the_legend_explains_each_mark_that_occurs() -> None:
    words = '<supplied reason="sense">there</supplied> <expan>C<ex>ape</ex></expan> <gap reason="torn"/> <sic>x</sic>'
    body = f"<p>{words}</p>"
    legend = html_fragment(document(body)).legend
    assert "<dt>[there]</dt><dd>supplied by the editor: for the sense</dd>" in legend
    assert "<dt>C[ape]</dt><dd>letters supplied by the editor</dd>" in legend
    assert "<dt>x [sic]</dt><dd>so in the source</dd>" in legend
    assert "<dt>[…]</dt><dd>gap in the text: torn</dd>" in legend
    assert html_fragment(document("<p>a</p>")).legend == ""


def test_a_document_that_is_all_facsimile_transcript_is_shown_line_by_line() -> None:
    tree = parse_bytes(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><sourceDoc><surface><zone><line>a</line><line>b</line>'
        b"</zone></surface></sourceDoc></TEI>"
    )
    assert body_text(tree) == "a\nb\n"
    assert '<div class="line">a</div>' in html_fragment(tree).text
