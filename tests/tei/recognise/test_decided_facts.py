"""What the editor says of a telegram goes before what was recognised, and the TEI says that it is the editor's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from edition.settings import default_guard
from tei.authority import Authority, Entry, Kind, Variant
from tei.decisions import read_sheet, vocabulary
from tei.encode import Edition, context_document, source_words, telegram_document
from tei.errors import SourceError
from tei.model import Capture, Recognition, Telegram
from tei.names import tei
from tei.recognise import Settings, recognise

Decide = Callable[..., Recognition]

PAGE = """To Comrade Sabelnikov

The ship [Polynya] stands in the ice [ledovyi pak] and waits until the 12th. Com[rade] Kashin [sic] is well.

Vetrov
5 March 1938
"""


@pytest.fixture(scope="module")
def decide(settings: Settings) -> Decide:
    def run(toml: str, page: str = PAGE) -> Recognition:
        return recognise(Capture("page.txt", "page", page, "0" * 64), settings, (read_sheet(toml, "page.toml"),))

    return run


@pytest.fixture(scope="module")
def encoded(settings: Settings, decide: Decide) -> Callable[..., etree._Element]:
    """Encode the one telegram of a page; what comes is valid."""

    def run(toml: str, page: str = PAGE) -> etree._Element:
        found = decide(toml, page)
        (telegram,) = found.telegrams
        edition = Edition("2026-05-03")
        tree = telegram_document(telegram, found.capture, id_="t1", edition=edition, authority=settings.authority)
        assert [f for f in default_guard().check(tree.getroottree()) if f.severity.label == "error"] == []
        return tree

    return run


def one(found: Recognition) -> Telegram:
    (telegram,) = found.telegrams
    return telegram


def codes(found: Recognition) -> list[str]:
    return [finding.rule for finding in found.findings if finding.rule.startswith("DEC")]


def test_a_sender_is_found_in_the_lists_by_name_or_id(decide: Decide) -> None:
    for words in ('"tumanova"', '"#tumanova"', '{ is = "tumanova" }', '{ name = "SEVER", is = "tumanova" }'):
        name = one(decide(f"sender = {words}")).party("sent")
        assert name is not None
        assert name.ref == "tumanova"
        assert name.evidence.step == "decisions"


def test_a_name_that_no_list_has_is_taken_as_written_and_told(decide: Decide) -> None:
    found = decide('recipient = ["Sabelnikov", "Nobody Known"]')
    received = one(found).envelopes[0].action("received")
    assert received is not None
    assert [name.ref for name in received.names] == ["sabelnikov", ""]
    assert codes(found) == ["DEC108"]


def test_a_place_that_no_list_has_as_one_is_taken_as_written_and_told(decide: Decide) -> None:
    found = decide('place = "Vetrov"')
    sent = one(found).envelopes[0].action("sent")
    assert sent is not None
    assert sent.place is not None
    assert (sent.place.text, sent.place.ref, codes(found)) == ("Vetrov", "", ["DEC108"])


def test_a_name_that_fits_several_is_left_open_and_told(settings: Settings) -> None:
    known = Authority(
        Entry(id_, Kind.PERSON, f"{name} Orlin", name, "Orlin", (Variant("Orlin", "surname"),))
        for id_, name in (("a-orlin", "Anna"), ("p-orlin", "Pavel"))
    )
    sheet = read_sheet('sender = "Orlin"', "page.toml")
    found = recognise(Capture("page.txt", "page", PAGE, "0" * 64), Settings(known, settings.repositories), (sheet,))
    (finding,) = (finding for finding in found.findings if finding.rule == "DEC108")
    assert "a-orlin (Anna Orlin), p-orlin (Pavel Orlin)" in finding.message
    assert 'is = "a-orlin"' in finding.hint


def test_an_id_that_no_list_has_is_refused_with_the_nearest(decide: Decide) -> None:
    with pytest.raises(SourceError) as error:
        decide('sender = { is = "vetrof" }')
    assert "did you mean vetrov?" in error.value.findings[0].hint


def test_stations_that_the_page_does_not_have_get_their_place_on_the_way(decide: Decide) -> None:
    toml = 'via = "Kashin"\ncopies = ["Lapin", "Zhitkov"]\nplace = "karsk"\n'
    toml += 'destination = "Leningrad"\nreceived = 1938-03-06'
    actions = one(decide(toml)).envelopes[0].actions
    assert [(a.type, a.subtype, a.place.ref if a.place else "") for a in actions] == [
        ("sent", "", "karsk"),
        ("transmitted", "via", ""),
        ("received", "", "leningrad"),
        ("forwarded", "copy", ""),
    ]
    assert actions[2].moment
    assert actions[2].moment.when == "1938-03-06"


@pytest.mark.parametrize(
    ("toml", "field", "value"),
    [
        ('kind = "letter"', "kind", "letter"),
        ("number = 417", "number", "417"),
        ('language = "de"', "language", "de"),
        ('original_language = "ru"', "original_language", "ru"),
        ('citation = "Karsk papers, 12"', "citation", "Karsk papers, 12"),
        ('url = "https://example.org/12"', "url", "https://example.org/12"),
        ('site = "Karsk archive"', "site", "Karsk archive"),
        ('abstract = "On ice."', "abstract", "On ice."),
        ("extract = true", "extract", True),
    ],
)
def test_plain_facts_are_taken_as_they_are(decide: Decide, toml: str, field: str, value: object) -> None:
    assert getattr(one(decide(toml)), field) == value


def test_references_and_printed_sources_are_parsed(decide: Decide) -> None:
    telegram = one(
        decide('reference = ["RGASPI, f. 558, op. 11, d. 330, l. 95", "AVPRF, f. 3, op. 2, p. 4, d. 5, l. 6"]')
    )
    assert [holding.reference.key for holding in telegram.holdings] == ["rgaspi/558/11/330/95", "avprf/3/2/4/5/6"]
    telegram = one(decide('printed = "a book without a place"\ntranslator = "Ida Lapina"\ncontributor = "Lev Zhitkov"'))
    assert telegram.printed[0].title == "a book without a place"
    assert [(credit.role, credit.name) for credit in telegram.credits] == [
        ("translator", "Ida Lapina"),
        ("contributor", "Lev Zhitkov"),
    ]


@pytest.mark.parametrize(
    ("toml", "hint"),
    [
        ('reference = "some box"', "as it is cited"),
        ('reference = "RGASPI, f. 558, op. 11, d. 330, ll. 96-95"', "95"),
        ('place = ["Karsk", "Leningrad"]', "one name"),
        ('[[name]]\ntext = "Kashin"\nis = "kashim"', "kashin"),
        ('[[bracket]]\ntext = "Com[rade] Kashin [sic]"\nmeans = "sense"', "one bracket"),
        ('[[bracket]]\ntext = "Kashin"\nmeans = "sense"', "one bracket"),
        ('[[bracket]]\ntext = "[Kara]"\nmeans = "sense"', "copy the words"),
        ('[[bracket]]\ntext = "[Polynya]"\nmeans = "expansion"', "sense"),
    ],
)
def test_what_cannot_be_understood_stops_the_capture(decide: Decide, toml: str, hint: str) -> None:
    with pytest.raises(SourceError) as error:
        decide(toml)
    assert any(hint in finding.hint for finding in error.value.findings)


def test_what_the_page_says_as_surely_is_told_and_left_to_the_page(decide: Decide) -> None:
    found = decide('date = 1938-03-05\nkind = "telegram"\nsender = "kashin"')
    assert codes(found) == ["DEC109", "DEC109"]
    decided = one(found).decided
    assert decided is not None
    assert decided.keys == ("sender",)


def test_a_reason_is_worth_more_than_the_page(decide: Decide) -> None:
    found = decide('date = { when = 1938-03-05, because = "the log of the station" }')
    assert codes(found) == []


def test_nobody_is_asked_of_what_the_editor_has_settled(decide: Decide) -> None:
    page = "Telegram from Kashin to Sabelnikov, 9 April 1938\n\n" + PAGE
    assert [f.message for f in decide("", page).findings if f.rule == "REC105"] != []
    assert [f for f in decide('sender = "kashin"\ndate = 1938-04-09', page).findings if f.rule == "REC105"] == []


def test_the_editors_year_completes_the_dates_of_the_text(decide: Decide) -> None:
    page = "To Comrade Sabelnikov\n\nThe ship comes on 6 May and we wait.\n\nVetrov\n"
    marks = one(decide("date = 1931-04-01", page)).body.marks
    assert [dict(mark.attributes)["when"] for mark in marks if mark.element == "date"] == ["1931-05-06"]


def test_the_tei_says_what_the_editor_decided_and_who_he_is(encoded: Callable[..., etree._Element]) -> None:
    tree = encoded(
        'editor = "Ida Lapina"\ntitle = "On the ice"\nsender = "kashin"\nkind = "letter"\n'
        'date = { when = 1938-03-06, certainty = "low", because = "the log" }\n'
        'reference = "RGASPI, f. 558, op. 11, d. 330"\n'
    )
    marked = {etree.QName(element).localname for element in tree.iterfind(".//*[@resp='#editor']")}
    assert marked == {"title", "persName", "date", "note", "catRef", "idno"}
    (statement,) = tree.iterfind(f".//{tei('titleStmt')}/{tei('respStmt')}")
    assert statement.get("{http://www.w3.org/XML/1998/namespace}id") == "editor"
    assert statement.findtext(tei("persName")) == "Ida Lapina"
    assert "page.toml" in (statement.findtext(tei("resp")) or "")
    date = tree.find(f".//{tei('correspAction')}/{tei('date')}")
    assert date is not None
    assert (date.get("when"), date.get("cert"), date.get("evidence")) == (
        "1938-03-06",
        "low",
        "external",
    )
    change = tree.findtext(f".//{tei('change')}") or ""
    assert "The editor decided title, sender, kind, date and the archival reference (page.toml)." in change


def test_nothing_decided_leaves_no_trace(encoded: Callable[..., etree._Element]) -> None:
    assert tree_text(encoded("")).count("editor") == tree_text(encoded('layout = "plain"')).count("editor")
    assert "#editor" not in tree_text(encoded(""))


def tree_text(tree: etree._Element) -> str:
    return etree.tostring(tree, encoding="unicode")


MEANINGS = [
    ("[Polynya]", "sense", '<supplied reason="sense" resp="#editor">'),
    ("the ship [Polynya]", "conjecture", '<supplied reason="conjecture" resp="#editor">'),
    ("[ledovyi pak]", "identification", '<supplied reason="identification" resp="#editor">ledovyi pak</supplied>'),
    ("[ledovyi pak]", "illegible", '<gap reason="illegible" resp="#editor"><desc>ledovyi pak</desc></gap>'),
    ("[ledovyi pak]", "stamp", '<stamp resp="#editor">ledovyi pak</stamp>'),
    ("[ledovyi pak]", "translator", '<note type="translator" resp="#editor">ledovyi pak</note>'),
    ("[ledovyi pak]", "author", "in the ice [ledovyi pak] and"),
    ("[rade]", "expansion", '<expan>Com<ex resp="#editor">rade</ex></expan>'),
    ("[rade]", "sense", 'Com<supplied reason="sense" resp="#editor">rade</supplied>'),
    ("[ledovyi pak]", "sic", '<sic n="ledovyi pak" resp="#editor">ice</sic> and'),
    ("[sic]", "editor", '<note type="editor" resp="#editor">sic</note>'),
    ("[sic]", "sic", "</sic>"),
]


@pytest.mark.parametrize(("quote", "means", "encoding"), MEANINGS)
def test_a_bracket_is_encoded_as_what_the_editor_says_it_means(
    encoded: Callable[..., etree._Element], quote: str, means: str, encoding: str
) -> None:
    tree = encoded(f'[[bracket]]\ntext = "{quote}"\nmeans = "{means}"\n')
    assert encoding in tree_text(tree).replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    assert source_words(tree[-1]) == PAGE.split()


def test_a_word_of_the_original_has_its_language(encoded: Callable[..., etree._Element]) -> None:
    tree = encoded('[[bracket]]\ntext = "[ledovyi pak]"\nmeans = "original"\nlanguage = "ru-Latn"\n')
    assert '<foreign xml:lang="ru-Latn">ledovyi pak</foreign>' in tree_text(tree)


def test_a_name_and_a_day_in_the_text_are_the_editors(encoded: Callable[..., etree._Element]) -> None:
    tree = encoded('[[name]]\ntext = "The ship"\nis = "polynya"\n[[day]]\ntext = "the 12th"\nwhen = 1938-03-12\n')
    text = tree_text(tree[-1])
    assert '<orgName ref="#polynya" resp="#editor">The ship</orgName>' in text
    assert '<date when="1938-03-12" resp="#editor">the 12th</date>' in text
    assert "what words of the text mean" in (tree.findtext(f".//{tei('change')}") or "")


def test_a_reading_of_words_that_are_no_text_is_told(decide: Decide) -> None:
    page = "Telegram from Vetrov [Karsk] to Sabelnikov, 5 March 1938\n\n" + PAGE
    assert codes(decide('[[bracket]]\ntext = "[Karsk]"\nmeans = "sense"\n', page)) == ["DEC109"]
    assert codes(decide('[[bracket]]\ntext = "[Karsk]"\nmeans = "author"\n', page)) == []
    assert codes(decide('[[name]]\ntext = "Vetrov 5 March"\nis = "vetrov"\n', page)) == ["DEC109"]


def test_a_bracket_in_the_words_round_a_telegram_is_the_editors_too(decide: Decide, settings: Settings) -> None:
    page = f"The ice [pak] was heavy that year, and nobody came to the station from the mainland.\n\n{PAGE}"
    found = decide('[[telegram]]\nstarts = "To Comrade"\n[[bracket]]\ntext = "[pak]"\nmeans = "sense"\n', page)
    tree = context_document(
        found.capture,
        found.context,
        {found.telegrams[0].start: "t1"},
        id_="c1",
        edition=Edition("2026-05-03"),
        body=found.surroundings,
        authority=settings.authority,
    )
    assert '<supplied reason="sense" resp="#editor">pak</supplied>' in tree_text(tree)
    assert [f for f in default_guard().check(tree.getroottree()) if f.severity.label == "error"] == []
    assert tree.find(f".//{tei('respStmt')}") is not None


def test_the_examples_of_the_manual_name_every_key() -> None:
    """What can be decided is in docs/encode.md, key by key."""
    manual = (Path(__file__).resolve().parents[3] / "docs" / "encode.md").read_text(encoding="utf-8")
    assert [
        key
        for key in (*vocabulary.FACTS, *vocabulary.PAGE, *vocabulary.WHERE, *vocabulary.MEANINGS)
        if f"`{key}" not in manual
    ] == []
    assert [table for table in vocabulary.TABLES if f"[[{table}]]" not in manual] == []


def test_the_examples_of_the_manual_can_be_followed(decide: Decide) -> None:
    """Each block of decisions in docs/encode.md is read, and those that quote words find them on a page like this."""
    manual = (Path(__file__).resolve().parents[3] / "docs" / "encode.md").read_text(encoding="utf-8")
    blocks = manual.split("```TOML\n")[1:]
    assert len(blocks) == 5
    page = PAGE.replace("\n5 March 1938", "") + (
        "\nThe answer came in four days, and the station was glad of it.\n\nTo Comrade Vetrov\n\n"
        "Both barometers are broken, the surgeon says. Send more.\n\nSabelnikov\n\n"
        "The shop of Karsk sells mugs and maps\n"
    )
    for block in (one.partition("```")[0] for one in blocks[:4]):
        assert "DEC103" not in codes(decide(block, page))
    several = decide(blocks[2].partition("```")[0], page)
    assert [telegram.kind for telegram in several.telegrams] == ["telegram", "letter"]
