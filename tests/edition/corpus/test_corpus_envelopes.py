"""Envelopes of any project: the shapes in which correspDesc has been written, and what a reader of the corpus gets."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.corpus.envelopes import envelopes_of
from edition.corpus.model import Action, Kind, Moment, Name, Relation
from edition.corpus.moments import moment_of
from edition.corpus.naming import Naming
from edition.corpus.pointers import Prefixes
from tei.xmlfile import parse_bytes


def header_of(inside: str, before: str = "") -> etree._Element:
    """A header with one correspDesc."""
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        f"{before}<profileDesc><correspDesc>{inside}</correspDesc></profileDesc></teiHeader></TEI>"
    )
    return parse_bytes(text.encode()).getroot()[0]


def actions_of(inside: str, before: str = "") -> tuple[Action, ...]:
    header = header_of(inside, before)
    root = header.getroottree().getroot()
    return envelopes_of(header, Naming(root, Prefixes(header)))[0].actions


PERSON, PLACE, ORG = Kind.PERSON, Kind.PLACE, Kind.ORGANISATION

SENDERS = [
    ('<persName ref="#lind">Dora Lind</persName>', Name("Dora Lind", PERSON, "#lind")),
    ('<persName key="lind">Dora Lind</persName>', Name("Dora Lind", PERSON, "#lind")),
    ('<persName key="gnd:118">Dora Lind</persName>', Name("Dora Lind", PERSON, "gnd:118")),
    ('<persName sameAs="#lind">Dora Lind</persName>', Name("Dora Lind", PERSON, "#lind")),
    ('<persName corresp="#lind">Dora Lind</persName>', Name("Dora Lind", PERSON, "#lind")),
    (
        '<persName ref="https://viaf.org/viaf/7">Lind, Dora</persName>',
        Name("Lind, Dora", PERSON, "https://viaf.org/viaf/7"),
    ),
    (
        '<persName ref="persons.xml#lind" xml:lang="sv">Dora Lind</persName>',
        Name("Dora Lind", PERSON, "persons.xml#lind", "sv"),
    ),
    ('<rs type="person" ref="#lind">Dora</rs>', Name("Dora", PERSON, "#lind")),
    ('<rs type="institution" ref="#kpi">Institute</rs>', Name("Institute", ORG, "#kpi")),
    ('<rs ref="#lind">Dora</rs>', Name("Dora", PERSON, "#lind")),
    ('<name type="org" key="kpi">Institute</name>', Name("Institute", ORG, "#kpi")),
    ('<name type="ship" key="polynya">Polynya</name>', Name("Polynya", PERSON, "#polynya")),
    ('<name ref="org.xml#kpi">Institute</name>', Name("Institute", ORG, "org.xml#kpi")),
    ("<orgName>Institute</orgName>", Name("Institute", ORG)),
    ("<persName>Dora <note>uncertain</note>Lind</persName>", Name("Dora Lind", PERSON)),
    ("<persName><choice><abbr>D.</abbr><expan>Dora</expan></choice> Lind</persName>", Name("Dora Lind", PERSON)),
    ("<persName><choice><seg>Dora</seg><seg>Doris</seg></choice> Lind</persName>", Name("Dora Lind", PERSON)),
    ("<persName><forename>Dora</forename> <surname>Lind</surname></persName>", Name("Dora Lind", PERSON)),
    ('<persName type="pseudonym" ref="#lind">THE COOK</persName>', Name("THE COOK", PERSON, "#lind", "", True)),
    ("<p><persName>Dora Lind</persName> wrote</p>", Name("Dora Lind", PERSON)),
    ("<persName>Dora Lind</persName><note>by <persName>Orlin</persName></note>", Name("Dora Lind", PERSON)),
]


@pytest.mark.parametrize(("inside", "name"), SENDERS)
def test_a_sender_is_read_however_the_name_is_tagged(inside: str, name: Name) -> None:
    """persName, orgName, name, rs; @ref, @key, @sameAs; with notes, choices and paragraphs round it."""
    (action,) = actions_of(f'<correspAction type="sent">{inside}</correspAction>')
    assert action.type == "sent"
    assert action.names == (name,)


DATES = [
    ('<date when="1937-08-30">30 August</date>', (Moment("30 August", "1937-08-30"),)),
    ('<date when="1937-08"/>', (Moment("", "1937-08"),)),
    ('<date when-iso="1937-08-30T10:15"/>', (Moment("", "1937-08-30T10:15"),)),
    ('<date when-custom="1749-03-02">2 March</date>', (Moment("2 March", "1749-03-02"),)),
    ('<date from="1937-08-01" to="1937-08-30"/>', (Moment("", "", "1937-08-01", "1937-08-30"),)),
    ('<date notBefore="1937" cert="low" evidence="conjecture"/>', (Moment("", "", "1937", "", "low", "conjecture"),)),
    ('<date notAfter="1938">before the war</date>', (Moment("before the war", "", "", "1938"),)),
    ('<date when="next week">next week</date>', (Moment("next week"),)),
    ("<date>1937-08-30</date>", (Moment("1937-08-30", "1937-08-30"),)),
    ("<date/>", ()),
    ('<date when="1937-08-30">30 August</date><time when="10:15:00">10.15</time>',
     (Moment("30 August 10.15", "1937-08-30T10:15:00"),)),
    ('<date when="1937"/><time when="10:15:00">10.15</time>', (Moment("", "1937"), Moment("10.15"))),
    ('<date when="1937-08-30"/><date when="1937-08-31"/>', (Moment("", "1937-08-30"), Moment("", "1937-08-31"))),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "moments"), DATES)
def test_a_date_keeps_its_bounds_and_its_words(inside: str, moments: tuple[Moment, ...]) -> None:
    """Each form of att.datable; what is no ISO 8601 is left to the words."""
    (action,) = actions_of(f'<correspAction type="sent"><persName>Lind</persName>{inside}</correspAction>')
    assert action.dates == moments


def test_places_are_apart_from_names() -> None:
    """settlement and country count as placeName does; a name that says it is a place is one."""
    (action,) = actions_of(
        '<correspAction type="received"><placeName ref="#karsk">Karsk</placeName><settlement>Olgin</settlement>'
        '<rs type="place" ref="#cape">the cape</rs><note>by sledge</note></correspAction>'
    )
    assert action.names == ()
    assert [(place.text, place.kind) for place in action.places] == [
        ("the cape", PLACE),
        ("Karsk", PLACE),
        ("Olgin", PLACE),
    ]
    assert action.notes == ("by sledge",)


def test_the_first_proposals_for_correspdesc_are_read() -> None:
    """sender, addressee, placeSender, dateSender became correspAction in TEI 2.8."""
    sent, received = actions_of(
        '<sender><persName ref="#lind">Lind</persName></sender><addressee>Orlin</addressee>'
        '<placeSender><placeName>Karsk</placeName></placeSender><dateSender><date when="1937"/></dateSender>'
    )
    assert (sent.type, sent.names[0].key, sent.places[0].text, sent.dates[0].when) == ("sent", "#lind", "Karsk", "1937")
    assert (received.type, received.names[0].text) == ("received", "Orlin")


def test_an_action_that_is_the_same_as_another_says_what_that_says() -> None:
    """@sameAs on an empty correspAction."""
    first, second = actions_of(
        '<correspAction xml:id="one" type="sent"><persName>Lind</persName></correspAction>'
        '<correspAction type="received" sameAs="#one"/>'
    )
    assert second.names == first.names
    assert second.type == "received"


def test_a_name_that_is_the_same_as_another_has_its_pointer_and_words() -> None:
    (_, action) = actions_of(
        '<correspAction type="sent"><persName xml:id="n1" ref="#lind">Dora Lind</persName></correspAction>'
        '<correspAction type="received"><persName sameAs="#n1"/></correspAction>'
    )
    assert action.names == (Name("Dora Lind", PERSON, "#lind"),)


def test_private_prefixes_are_written_out() -> None:
    """prefixDef says what psn:lind stands for; a rule that cannot be used is passed over."""
    before = (
        '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="(" replacementPattern="x"/>'
        '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/>'
        "</listPrefixDef></encodingDesc>"
    )
    (action,) = actions_of('<correspAction type="sent"><persName ref="psn:lind">L</persName></correspAction>', before)
    assert action.names[0].key == "persons.xml#lind"


RELATIONS = [
    ('<ref type="answers" target="t1.xml">yours</ref>', Relation("answers", "t1.xml", "yours")),
    ('<ref type="inReplyTo" target="t1.xml"/>', Relation("answers", "t1.xml")),
    ('<ref type="prev" target="t1.xml"/>', Relation("prev", "t1.xml")),
    ('<ptr type="next" target="https://example.org/9"/>', Relation("next", "https://example.org/9", href="https://example.org/9")),
    ('<ref type="answered-by" target="#t3"/>', Relation("reply", "#t3")),
    ('<ref type="answers">yours of <date when="1937-08-01">1 August</date></ref>',
     Relation("answers", "", "yours of 1 August", Moment("1 August", "1937-08-01"))),
    ('<ref type="previousLetterFromSender" target="A1"/>', Relation("previousLetterFromSender", "A1")),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "relation"), RELATIONS)
def test_the_context_tells_the_relation_under_one_name(inside: str, relation: Relation) -> None:
    header = header_of(f"<correspContext>{inside}</correspContext>")
    naming = Naming(header, Prefixes(None))
    assert envelopes_of(header, naming)[0].relations == (relation,)


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("<date>1849</date>", "1849"),
        ("<date>1849-05</date>", "1849-05"),
        ('<date cert="high">1940</date>', ""),
        ("<date>0705</date>", ""),
        ("<date>1150</date>", ""),
        ("<date>0044-03-15</date>", "0044-03-15"),
    ],
)
def test_figures_that_may_be_an_hour_are_no_year(date: str, when: str) -> None:
    assert moment_of(etree.fromstring(date)).when == when
