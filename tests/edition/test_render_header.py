"""What a page says of a document is read from any project's header."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.render import Header, read_header
from edition.render.moments import in_words
from tei.xmlfile import parse_bytes


def tree_of(header: str, *, attributes: str = "", rest: str = "") -> etree._ElementTree:
    return parse_bytes(f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {attributes}>{header}{rest}</TEI>'.encode())


def header_of(inner: str, *, attributes: str = "", rest: str = "") -> Header:
    return read_header(tree_of(f"<teiHeader>{inner}</teiHeader>", attributes=attributes, rest=rest))


def envelope(inner: str) -> list[tuple[str, str]]:
    header = header_of(f"<profileDesc><correspDesc>{inner}</correspDesc></profileDesc>")
    return [(row.label, row.text) for row in header.envelopes[0].rows]


def source(inner: str) -> list[tuple[str, str]]:
    header = header_of(f"<fileDesc><sourceDesc>{inner}</sourceDesc></fileDesc>")
    return [(row.label, row.text) for row in header.source]


@pytest.mark.parametrize("text", ["", "<teiHeader/>", "<teiHeader><fileDesc><titleStmt/></fileDesc></teiHeader>"])
def test_a_header_that_says_nothing_gives_a_title_that_says_so(text: str) -> None:
    header = read_header(tree_of(text))
    assert (header.title, header.cite) == ("Untitled document", "“Untitled document”.")
    assert (header.envelopes, header.source, header.people, header.date) == ((), (), (), None)


def test_of_several_titles_the_main_one_is_first_and_each_is_there_once() -> None:
    titles = '<title>A</title><title type="main" xml:lang="ru">Лёд</title><title>A</title><title>B</title>'
    header = header_of(f"<fileDesc><titleStmt>{titles}</titleStmt></fileDesc>", attributes='xml:lang="en" xml:id="t1"')
    assert (header.title, header.title_lang, header.lang, header.identifier) == ("Лёд", "ru", "en", "t1")
    assert [(each.text, each.lang) for each in header.subtitles] == [("A", "en"), ("B", "en")]


ACTIONS = [
    (
        '<correspAction type="sent"><persName>V</persName><placeName>Karsk</placeName><date when="1937-09"/>'
        "</correspAction>",
        [("From", "V, Karsk"), ("Sent", "September 1937")],
    ),
    (
        '<correspAction type="received"><orgName>Institute</orgName>'
        '<date when="1937-09-07T21:40:00Z">x</date></correspAction>',
        [("To", "Institute"), ("Received", "7 September 1937, 21:40 UTC")],
    ),
    ('<correspAction type="transmitted" subtype="via"><persName>Lapin</persName></correspAction>', [("Via", "Lapin")]),
    (
        '<correspAction type="transmitted" subtype="printed"><persName>D</persName><time when="09:20:00"/>'
        "</correspAction>",
        [("Printed", "D, 09:20")],
    ),
    (
        '<correspAction type="forwarded" subtype="copy"><persName>A</persName><persName>B</persName></correspAction>',
        [("Copies to", "A, B")],
    ),
    ('<correspAction type="redirected"><name>B</name></correspAction>', [("Redirected to", "B")]),
    ('<correspAction type="burnt"><name>B</name></correspAction>', [("Burnt", "B")]),
    ("<correspAction><name>B</name><p>by hand</p></correspAction>", [("Sent or received", "B, by hand")]),
    (
        "<sender>A</sender><addressee>B</addressee><dateSender when='1937'/>",
        [("From", "A"), ("To", "B"), ("Sent", "1937")],
    ),
    (
        '<correspContext><ref type="answers" target="t1.xml">ours of 5 September</ref>'
        '<ptr type="next" target="t3.xml"/>'
        "<ref>a letter</ref></correspContext>",
        [("Answers", "ours of 5 September"), ("Next", "t3.xml"), ("Context", "a letter")],
    ),
    ("<note>Not sent.</note>", [("Note", "Not sent.")]),
]


@pytest.mark.parametrize(("inner", "expected"), ACTIONS)
def test_an_envelope_is_rows_of_names_and_dates(inner: str, expected: list[tuple[str, str]]) -> None:
    assert envelope(inner) == expected


def test_two_envelopes_are_told_apart_and_the_first_dates_the_document() -> None:
    sent = '<correspDesc corresp="{}"><correspAction type="sent">{}</correspAction></correspDesc>'
    one = sent.format("#t", '<date notBefore="1937-09-05" notAfter="1937-09-06"/>')
    two = sent.format("#m", "<persName>V</persName>")
    header = header_of(f"<profileDesc>{one}{two}</profileDesc>", rest='<text xml:id="t"><body xml:id="m"/></text>')
    assert [each.label for each in header.envelopes] == ["The telegram", "The message inside it"]
    assert header.date is not None
    assert (header.date.text, header.sort_key) == (
        "not before 5 September 1937, not after 6 September 1937",
        "1937-09-05",
    )


WORDS = [
    ("1949-10-23", "23 October 1949"),
    ("1949-10-23T23:00:00", "23 October 1949, 23:00"),
    ("1949-10-23T23:00:00.5+03:00", "23 October 1949, 23:00 UTC+03:00"),
    ("1949", "1949"),
    ("11:00:00", "11:00"),
    ("1949-13-01", ""),
    ("soon", ""),
    ("", ""),
]


@pytest.mark.parametrize(("iso", "words"), WORDS)
def test_iso_dates_are_put_into_words(iso: str, words: str) -> None:
    assert in_words(iso) == words


DATES = [
    ('<date when="1937-09-07" cert="medium">7/IX</date>', "7 September 1937 (probable)", "as written: 7/IX"),
    ('<date when="1937" evidence="conjecture"/>', "1937 (conjectured)", ""),
    ('<date from="1937-01" to="1937-02">winter</date>', "from January 1937, to February 1937", "as written: winter"),
    ('<date cert="low">winter</date>', "winter (uncertain)", ""),
    ("<date>winter</date>", "winter", ""),
]


@pytest.mark.parametrize(("date", "text", "detail"), DATES)
def test_a_date_says_how_sure_it_is_and_how_it_is_written(date: str, text: str, detail: str) -> None:
    action = f'<profileDesc><correspDesc><correspAction type="sent">{date}</correspAction></correspDesc></profileDesc>'
    found = header_of(action).date
    assert found is not None
    assert (found.text, found.detail) == (text, detail)


def test_a_document_without_envelope_is_dated_by_its_writing() -> None:
    header = header_of('<profileDesc><creation>In <date when="1938-06-27"/></creation></profileDesc>')
    assert (header.sort_key, [(row.label, row.text) for row in header.source]) == (
        "1938-06-27",
        [("Date", "27 June 1938")],
    )


SOURCES = [
    (
        "<msDesc><msIdentifier><settlement>Leningrad</settlement><repository>AKPI</repository><collection>Logs</collection>"
        "<idno>A 7</idno></msIdentifier><msContents><msItem><locus>ll. 3-4</locus></msItem></msContents></msDesc>",
        [("Archive", "AKPI, Leningrad, Logs, A 7, ll. 3-4")],
    ),
    (
        '<msDesc><msIdentifier><repository>AKPI</repository><idno type="archival"><idno type="fond">7</idno>'
        '<idno type="listy">3</idno></idno><altIdentifier><repository>SMM</repository><idno>box 3</idno>'
        "<note>copy</note></altIdentifier></msIdentifier></msDesc>",
        [("Archive", "AKPI, fond 7, listy 3"), ("Archive", "SMM, box 3, copy")],
    ),
    (
        '<bibl type="printed"><author>L. Z.</author><title>Readings</title><biblScope unit="volume">2</biblScope>'
        '<editor>A. B.</editor><citedRange unit="page">14</citedRange><biblScope unit="page">pp. 3</biblScope></bibl>',
        [("Printed in", "L. Z., Readings, vol. 2, A. B. (ed.), p. 14, pp. 3")],
    ),
    ("<bibl>A. B., <title>Ice</title> (1940).</bibl>", [("Source", "A. B., Ice (1940).")]),
    (
        "<biblStruct><monogr><title>Ice</title><imprint><date>1940</date></imprint></monogr></biblStruct>",
        [("Source", "Ice, 1940")],
    ),
    ("<p>Born digital.</p>", [("Source", "Born digital.")]),
    (
        '<bibl type="capture"><title>Online</title><note type="citation">Cited so.</note></bibl>',
        [("Read from", "Online: Cited so.")],
    ),
    ('<bibl type="capture"><note type="citation">Cited so.</note></bibl>', [("Read from", "Cited so.")]),
]


@pytest.mark.parametrize(("inner", "expected"), SOURCES)
def test_sources_are_given_as_a_reader_cites_them(inner: str, expected: list[tuple[str, str]]) -> None:
    assert source(inner) == expected


def test_languages_tell_the_original_from_the_text() -> None:
    item = '<msDesc><msContents><msItem><textLang mainLang="ru"/></msItem></msContents></msDesc>'
    names = '<langUsage><language ident="ru">Russian</language></langUsage>'
    inner = f"<fileDesc><sourceDesc>{item}</sourceDesc></fileDesc><profileDesc>{names}</profileDesc>"
    translated = header_of(inner, attributes='xml:lang="en"')
    original = header_of(inner, attributes='xml:lang="ru"')
    assert [(row.label, row.text) for row in translated.source] == [("Language", "en"), ("Original in", "Russian")]
    assert [(row.label, row.text) for row in original.source] == [("Language", "Russian")]


def test_people_are_listed_under_what_they_did() -> None:
    people = (
        '<author><persName ref="#cook">F. Kashin</persName></author><author>Other</author><editor>E</editor>'
        '<editor role="translator">T</editor><respStmt><resp>lent by</resp><name>N</name></respStmt>'
        "<respStmt><name>M</name></respStmt>"
    )
    stand_off = '<standOff><listPerson><person xml:id="cook"/></listPerson></standOff>'
    header = header_of(f"<fileDesc><titleStmt>{people}</titleStmt></fileDesc>", rest=stand_off)
    assert [(row.label, row.text) for row in header.people] == [
        ("Author", "F. Kashin, Other"),
        ("Editor", "E"),
        ("Translator", "T"),
        ("Lent by", "N"),
        ("Responsible", "M"),
    ]
    assert header.people[0].values[0].href == "#cook"
    assert "Translated by T." in header.cite


def test_the_edition_says_who_publishes_it_on_what_terms_and_how_far_it_is() -> None:
    inner = (
        "<fileDesc><editionStmt><edition>2</edition></editionStmt><publicationStmt>"
        '<publisher>K</publisher><date when="2026"/>'
        '<availability><licence target="https://k.example/l"/><p>Free.</p></availability></publicationStmt></fileDesc>'
        '<revisionDesc><change when="2026-02-03" status="checked">b</change><change when="2026-01-02">a</change>'
        "</revisionDesc>"
    )
    header = header_of(inner, attributes='xml:id="t1"')
    assert [(row.label, row.text) for row in header.edition] == [
        ("Edition", "2"),
        ("Published by", "K, 2026"),
        ("Licence", "https://k.example/l, Free."),
        ("Status", "checked, 3 February 2026, b"),
    ]
    assert header.cite == "“Untitled document”. K, 2026. t1."


@pytest.mark.parametrize(
    ("revision", "status"),
    [
        ('<revisionDesc status="approved"/>', "approved"),
        ("<revisionDesc><change>said</change></revisionDesc>", "said"),
        ('<revisionDesc><change status="draft"/></revisionDesc>', "draft"),
    ],
)
def test_a_status_is_found_where_it_is_said(revision: str, status: str) -> None:
    assert header_of(revision).edition[0].text == status


def test_links_of_a_header_are_safe_or_no_links() -> None:
    target = '<availability><licence target="javascript:alert(1)">L</licence></availability>'
    header = header_of(f"<fileDesc><publicationStmt>{target}</publicationStmt></fileDesc>")
    assert header.edition[0].values[0].href == ""


def test_the_kind_of_document_is_given_in_the_words_of_its_taxonomy() -> None:
    inner = (
        '<encodingDesc><classDecl><taxonomy><category xml:id="note"><catDesc>Note</catDesc></category></taxonomy>'
        '</classDecl></encodingDesc><profileDesc><abstract><p xml:lang="en">A</p><p>B</p></abstract>'
        '<textClass><catRef target="#nothing #note"/></textClass></profileDesc>'
    )
    header = header_of(inner)
    assert header.kind == "Note"
    assert [(each.text, each.lang) for each in header.abstract] == [("A", "en"), ("B", "")]
