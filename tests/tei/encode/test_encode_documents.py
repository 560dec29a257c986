"""From model values to a TEI document: header, envelope, source, text, excerpt of the lists. All people invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from tei.archives import ArchivalReference, parse
from tei.authority import Authority
from tei.encode import Edition, context_document, document_id, serialise, source_words, telegram_document
from tei.encode.document import main_title
from tei.model import (
    Action,
    Basis,
    Block,
    Body,
    Capture,
    Certainty,
    Credit,
    Envelope,
    Evidence,
    Footnote,
    Holding,
    Mark,
    Mention,
    Moment,
    Name,
    OwnedSpan,
    Owner,
    Printed,
    Telegram,
)
from tei.names import NAMESPACES
from tei.recognise.account import settle

TEXT = "[noted in pencil: seen] To Vetrov [Pavel] The mast fell.1 [...] Drobot 1 At night."
EDITION = Edition("2026-11-21", "Karsk", "Example editors", "Leningrad", "2026", "CC0", "https://example.org/zero/")
VETROV, DROBOT = Name("VETROV", ref="mao", preferred="Mao Zedong"), Name("Drobot")
SENT = Action("sent", names=(DROBOT,), moment=Moment("9 March", "1938-03-09T18:00:00"))
RECEIVED = Action("received", names=(VETROV,), moment=Moment("10 March", "1938-03-10"))


def reference(text: str) -> ArchivalReference:
    found = parse(text)
    assert found is not None
    return found


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def body() -> Body:
    note, salute, text, signed = map(span, (TEXT[:23], "To Vetrov [Pavel]", "The mast fell.1 [...]", "Drobot"))
    marker = span("1 [")[0]
    marks = (
        Mark(*note, "note", (("type", "annotation"),), 1, 22),
        Mark(*span("noted in pencil:"), "seg", (("type", "label"),)),
        Mark(*span("[Pavel]"), "supplied", (("reason", "identification"),), *span("Pavel")),
        Mark(marker, marker + 1, "note", (("type", "footnote"), ("n", "1")), marker, marker),
        Mark(*span("[...]"), "gap", (("reason", "omitted"),), *span("...")),
        Mark(*span("..."), "desc"),
    )
    message = (
        Block("opener", *salute, (), (Block("salute", *salute),)),
        Block("p", *text),
        Block("closer", *signed, (), (Block("signed", *signed),)),
    )
    notes = (Footnote("1", span("1 At")[0], *span("At night.")),)
    return Body((Block("ab", *note, (("type", "annotation"),)),), message, (), marks, notes)


def telegram(**changes: Any) -> Telegram:
    envelope = Envelope("telegram-envelope", "telegram-text", (SENT, RECEIVED))
    made = Telegram("telegram", "en", 0, len(TEXT), envelopes=(envelope,), body=body())
    return replace(made, **changes)


def encoded(made: Telegram | None = None, edition: Edition = EDITION) -> etree._Element:
    capture = Capture("captures/mast.txt", "mast", TEXT, "0" * 64)
    root = telegram_document(made or telegram(), capture, id_="t1938", edition=edition, authority=Authority.load([])[0])
    return etree.fromstring(serialise(root))


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [" ".join((e if isinstance(e, str) else "".join(e.itertext())).split()) for e in found]


def test_text_has_preamble_and_message_in_order() -> None:
    assert texts(encoded(), "//tei:body/tei:div/@type") == ["preamble", "message"]


def test_words_of_the_document_are_the_words_of_the_source_without_footnotes() -> None:
    words = ["[noted", "in", "pencil:", "seen]", "To", "Vetrov", "[Pavel]", "The", "mast", "fell.", "[...]", "Drobot"]
    assert source_words(encoded()[-1]) == words


def test_footnote_stands_where_its_marker_stood() -> None:
    root = encoded()
    assert texts(root, "//tei:p/tei:note[@type='footnote'][@n='1']") == ["At night."]


def test_a_note_in_the_text_of_a_note_is_filled_too() -> None:
    """The marker of note 2 stands in note 1: "At[2] night." / "2 Before dawn."."""
    text = "The mast fell.1\n1 At[2] night.\n2 Before dawn."
    marks = (
        Mark(14, 15, "note", (("type", "footnote"), ("n", "1")), 14, 14),
        Mark(20, 23, "note", (("type", "footnote"), ("n", "2")), 20, 20),
    )
    notes = (Footnote("1", 16, 18, 30), Footnote("2", 31, 33, len(text)))
    made = telegram(end=15, body=Body((), (Block("p", 0, 15),), (), marks, notes))
    root = telegram_document(
        made, Capture("x.txt", "x", text, "0" * 64), id_="t1938", edition=EDITION, authority=Authority.load([])[0]
    )
    assert texts(root, "//tei:p/tei:note/tei:note") == ["Before dawn."]


def test_a_numeral_is_printed_in_the_letters_that_stand_there() -> None:
    """Read as Cyrillic in a Russian text, it is a Latin "(a)" all the same."""
    items = (Block("item", 4, 8, (("n", "\u0430"),), lead=0), Block("item", 13, 17, (("n", "\u0431"),), lead=9))
    made = telegram(end=17, body=Body((), (Block("list", 0, 17, (("type", "lettered"),), items),)))
    capture = Capture("x.txt", "x", "(a) Лёд. (\u0431) Мгла", "0" * 64)
    root = telegram_document(made, capture, id_="t1938", edition=EDITION, authority=Authority.load([])[0])
    assert [item.get("rend") for item in root.iter("{*}item")] == ["(a)", None]


def test_a_note_of_the_page_without_words_is_left_out() -> None:
    made = telegram(notes=(Footnote("1", 0, 3, 3), Footnote("2", *span("1 At")[:1], *span("At night."))))
    assert texts(encoded(made), "//tei:notesStmt/tei:note") == ["At night."]


def test_hand_of_an_annotation_is_described_and_pointed_at() -> None:
    root = encoded(telegram(holdings=(Holding(reference("RGASPI, f. 1, op. 2, d. 3, l. 4"), ""),)))
    assert texts(root, "//tei:handNote[@xml:id='hand-1']") == ["Noted in pencil."]
    assert texts(root, "//tei:note[@type='annotation']/@hand") == ["#hand-1"]


def test_entry_of_a_person_pointed_at_is_in_the_file_under_the_names_met() -> None:
    root = encoded()
    assert texts(root, "//tei:standOff//tei:person/@xml:id") == ["mao"]
    assert texts(root, "//tei:standOff//tei:person/tei:persName") == ["Mao Zedong"]


def test_another_archive_of_which_no_number_is_told_is_named_where_tei_wants_one() -> None:
    """An altIdentifier has an idno in any case (TEI P5, altIdentifier)."""
    holdings = (
        Holding(reference("RGASPI, f. 558, op. 11, d. 330, l. 95"), ""),
        Holding(
            replace(reference("APRF, f. 45, op. 1, d. 31, l. 8"), parts=(), leaves=(), written="", cited_as="AP RF"), ""
        ),
    )
    assert texts(encoded(telegram(holdings=holdings)), "//tei:altIdentifier/tei:idno[@type='archival']") == ["AP RF"]


def test_archive_leaves_extent_and_holdings_are_in_the_source_description() -> None:
    holdings = (
        Holding(reference("RGASPI, f. 558, op. 11, d. 330, ll. 95-96"), "", "ll. 0095-0096"),
        Holding(reference("APRF, f. 45, op. 1, d. 31, l. 8 ob."), ""),
    )
    root = encoded(telegram(holdings=holdings, original_language="ru"))
    assert texts(root, "//tei:msIdentifier/tei:idno[@type='archival']/tei:idno") == ["558", "11", "330", "95–96"]
    assert texts(root, "//tei:altIdentifier/tei:idno/tei:idno[@type='listy']") == ["8v"]
    assert texts(root, "//tei:locus[@from='95'][@to='96']") == ["ll. 0095-0096"]
    assert texts(root, "//tei:extent/tei:measure[@quantity='2']") == ["2 leaves"]
    assert texts(root, "//tei:textLang/@mainLang") == ["ru"]
    assert texts(root, "//tei:listOrg[@type='repository']/tei:org/@xml:id") == ["APRF", "RGASPI"]


def test_several_ranges_of_leaves_make_a_group_of_loci() -> None:
    root = encoded(telegram(holdings=(Holding(reference("RGASPI, f. 1, op. 2, d. 3, ll. 4-5, 9"), ""),)))
    assert texts(root, "//tei:locusGrp/tei:locus/@from") == ["4", "9"]


def test_printed_source_is_structured() -> None:
    printed = Printed(
        "printed", "…", editors=("O. M.", "I. S."), title="Telegrammy", title_translated="Telegrams", volume="2",
        book="1", volume_title="1937", place="Leningrad", publisher="Mayak", year="1961",
        pages=(("88", "90"), ("95", "95")),
    )  # fmt: skip
    bibl = "//tei:bibl[@type='printed']"
    root = encoded(telegram(printed=(printed,)))
    assert texts(root, f"{bibl}/tei:editor") == ["O. M.", "I. S."]
    assert texts(root, f"{bibl}/tei:title") == ["Telegrammy", "Telegrams", "1937"]
    assert texts(root, f"{bibl}/tei:biblScope/@unit") == ["volume", "book"]
    assert texts(root, f"{bibl}/tei:citedRange") == ["88–90", "95"]


def test_credits_become_editors_and_responsibility_statements() -> None:
    people = (Credit("translator", "I. F.", "translated by"), Credit("contributor", "T. R.", "contributed by"))
    root = encoded(telegram(credits=people))
    assert texts(root, "//tei:titleStmt/tei:editor[@role='translator']") == ["I. F."]
    assert texts(root, "//tei:titleStmt/tei:respStmt") == ["contributed by T. R."]


def test_telegram_answered_is_a_reference_without_target_and_with_its_date() -> None:
    mention = Mention("answers", "your telegram No. 96 of 30 August", Moment("30 August", "1937-08-30"), "96")
    envelope = Envelope("telegram-envelope", "telegram-text", (SENT,), (mention,))
    root = encoded(telegram(envelopes=(envelope,)))
    assert texts(root, "//tei:correspContext/tei:ref[@n='96']") == ["your telegram No. 96 of 30 August"]
    assert texts(root, "//tei:correspContext/tei:ref/tei:date/@when") == ["1937-08-30"]


def test_evidence_of_a_name_says_how_sure_it_is_and_what_it_rests_on() -> None:
    name = replace(VETROV, pseudonym=True, evidence=Evidence("titles", 0, 0, Certainty.MEDIUM, Basis.EXTERNAL))
    envelope = Envelope("telegram-envelope", "telegram-text", (Action("sent", names=(name,)),))
    root = encoded(telegram(envelopes=(envelope,)))
    sent = "//tei:correspAction[@type='sent']/tei:persName"
    assert texts(root, f"{sent}/@cert | {sent}/@evidence | {sent}/@type") == ["pseudonym", "medium", "external"]


def test_without_an_edition_nothing_is_invented_for_the_publisher() -> None:
    root = encoded(edition=Edition("2026-11-21"))
    assert not texts(root, "//tei:publisher | //tei:licence")
    assert texts(root, "//tei:publicationStmt/tei:p") == [
        "Not published. No edition.toml named a publisher when this file was made."
    ]


def test_what_the_edition_says_of_itself_is_in_the_publication_statement() -> None:
    root = encoded()
    assert texts(root, "//tei:publicationStmt/*") == ["Example editors", "Leningrad", "2026", "CC0", "t1938"]
    assert texts(root, "//tei:licence/@target") == ["https://example.org/zero/"]


def test_date_of_encoding_is_that_of_the_edition() -> None:
    assert texts(encoded(), "//tei:change/@when") == ["2026-11-21"]


TITLES = [
    ({}, "Telegram, Drobot to Mao Zedong, 9 March 1938"),
    ({"number": "417"}, "Telegram No. 417, Drobot to Mao Zedong, 9 March 1938"),
    ({"kind": "letter", "envelopes": ()}, "Letter, undated"),
    ({"envelopes": (Envelope("e", "t", (RECEIVED,)),)}, "Telegram, to Mao Zedong, undated"),
    ({"envelopes": (Envelope("e", "t", (SENT,)),)}, "Telegram, from Drobot, 9 March 1938"),
    (
        {"envelopes": (Envelope("e", "t", (Action("received", names=(Name("Comrade DROBOT"),)),)),)},
        "Telegram, to DROBOT, undated",
    ),
]


@pytest.mark.parametrize(("changes", "title"), TITLES)
def test_title_is_made_from_the_envelope(changes: dict[str, Any], title: str) -> None:
    assert main_title(telegram(**changes)) == title


IDS = [
    ((SENT, RECEIVED), "t1938-03-09-drobot-mao"),
    ((RECEIVED,), "tundated-unknown-mao"),
    ((), "tundated-unknown-unknown"),
    ((Action("sent", names=(Name("И. Дробот"),), moment=Moment("", "1938-03")),), "t1938-03-drobot-unknown"),
    (
        (Action("sent", names=(Name("S[abelnikov]"),), moment=Moment("", not_before="1938-03-01")),),
        "t1938-03-01-s-unknown",
    ),
    ((Action("sent", names=(Name("the head of the station"),)),), "tundated-the-station-unknown"),
    ((Action("sent", names=(Name("毛泽东"),)),), "tundated-unknown-unknown"),
    ((Action("sent", names=(Name("Comrade Drobot and Comrade Kashin"),)),), "tundated-drobot-unknown"),
    ((Action("sent", names=(Name("Commander in Chief Comrade DROBOT"),)),), "tundated-drobot-unknown"),
    ((Action("received", names=(Name("тов. Дробот"),)),), "tundated-unknown-drobot"),
]


@pytest.mark.parametrize(("actions", "expected"), IDS)
def test_id_is_made_from_date_sender_and_recipient_alone(actions: tuple[Action, ...], expected: str) -> None:
    made = telegram(envelopes=(Envelope("e", "t", actions),))
    assert document_id(made) == expected
    assert document_id(replace(made, start=40, title="Another title")) == expected


def test_the_same_telegram_gives_the_same_bytes() -> None:
    assert serialise(encoded()) == serialise(encoded())


def test_context_document_points_at_the_telegrams_that_were_taken_out() -> None:
    capture = Capture("page.txt", "page", "Before it.\n\nTo Vetrov\n\nAfter   it.", "0" * 64)
    spans = (OwnedSpan(0, 10, Owner.CONTEXT), OwnedSpan(23, 34, Owner.CONTEXT))
    root = context_document(capture, spans, {12: "t1938"}, id_="c-page", edition=EDITION)
    assert texts(root, "//tei:body/tei:p") == ["Before it.", "t1938", "After it."]
    assert texts(root, "//tei:ref[@type='telegram']/@target") == ["t1938.xml"]
    assert texts(root, "//tei:text/@type") == ["context"]


def test_narrower_spans_are_cut_out_of_wider_ones() -> None:
    spans = [OwnedSpan(0, 10, Owner.TEXT), OwnedSpan(4, 5, Owner.NOTE)]
    assert [(s.start, s.end, s.owner) for s in settle(spans)] == [
        (0, 4, Owner.TEXT),
        (4, 5, Owner.NOTE),
        (5, 10, Owner.TEXT),
    ]
