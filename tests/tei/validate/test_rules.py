"""Rules of our own: each finds its bad example and passes its good one."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.errors import SourceError
from tei.findings import Finding, Location, Severity
from tei.names import TEI_NS
from tei.validate.documents import Document
from tei.validate.rules import shelfmarks
from tei.validate.rules.dates import impossible
from tei.validate.rules.facts import Facts
from tei.validate.rules.languages import advice
from tei.validate.rules.register import MODULES, RULES, check_rules

ROOT = Path(__file__).resolve().parents[3]


def document(text: str, path: str = "a.xml") -> Document:
    whole = text if text.startswith("<TEI") else f"<TEI>{text}</TEI>"
    return Document.read(whole.replace("<TEI", f'<TEI xmlns="{TEI_NS}"', 1).encode(), path)


def found(text: str, module: ModuleType | None = None) -> list[tuple[str, str]]:
    skip = [rule.code for rule in RULES if module is not None and rule is not module.RULE]
    return [(one.rule, one.message) for one in check_rules(document(text), skip=skip)]


def codes(text: str) -> set[str]:
    return {code for code, _ in found(text)}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE.code)
def test_the_bad_example_of_a_rule_is_found_and_the_good_one_is_not(module: ModuleType) -> None:
    assert {code for code, _ in found(module.RULE.bad, module)} == {module.RULE.code}
    assert found(module.RULE.good, module) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE.code)
def test_the_name_of_a_module_and_the_head_of_its_manual_page_name_its_rule(module: ModuleType) -> None:
    assert (module.__doc__ or "").startswith(f"{module.RULE.code}: ")
    assert module.RULE.why.endswith(".")


def test_the_examples_of_our_own_edition_have_no_fault() -> None:
    golden = sorted((ROOT / "tests" / "edition" / "test_render_golden").glob("karsk-*.xml"))
    for path in golden:
        severe = [one for one in check_rules(Document.read(path)) if one.severity is Severity.ERROR]
        assert severe == []
    assert golden


def test_the_references_that_we_write_are_in_their_normal_form() -> None:
    golden = sorted((ROOT / "tests" / "golden" / "tei").rglob("*.xml"))
    assert golden
    for path in golden:
        assert [one.message for one in shelfmarks.check(Facts(Document.read(path)))] == []


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ('<p corresp="#a #b"/><p xml:id="a"/>', ["@corresp of <p> points at #b, which is not in this document"]),
        ('<p><ref target="other.xml#x"/></p>', []),
        ('<p><ref target="#xpath1(//p)"/></p>', []),
        ('<graphic url="#b"/>', []),
        (
            '<sp who="cook"/><q xml:id="cook"/>',
            ['@who of <sp> is "cook", a file; the element of that id is "#cook"'],
        ),
        ('<sp who="cook.xml"/><role xml:id="cook"/>', []),
    ],
)
def test_pointers_are_judged_when_they_point_into_the_document(text: str, messages: list[str]) -> None:
    assert [message for code, message in found(text) if code == "TEL201"] == messages


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("1949-02-28", ""),
        ("1948-02-29", ""),
        ("1949-02-29", "that month has 28 days"),
        ("1949-13-01", "there is no month 13"),
        ("1949-04-31T10:00:00", "that month has 30 days"),
        ("1949-04-30T25:00:00", "there is no such time of day"),
        ("1949-04-30T24:00:00", ""),
        ("1949-04-30T24:01:00", "there is no such time of day"),
        ("1949-04-30T23:61:00Z", "there is no such time of day"),
        ("-0044-03-15", ""),
        ("1949-04", ""),
        ("1949-00", "there is no month 00"),
        ("spring", ""),
        ("--02-30", ""),
    ],
)
def test_a_date_is_impossible_when_no_calendar_has_it(value: str, reason: str) -> None:
    assert impossible(value) == reason


@pytest.mark.parametrize(
    ("date", "fault"),
    [
        ('notBefore="1949-03-10" notAfter="1949-03-08"', True),
        ('notBefore="1949-03" notAfter="1949-03-08"', False),
        ('from="1949-03-10" to="1949-03-08"', True),
        ('from="1949-03-10"', False),
        ('notAfter="1949-03-10"', True),
        ('when="1949-03-10"', False),
        ('from="9" to="10"', False),
    ],
)
def test_bounds_come_in_pairs_and_in_order(date: str, fault: bool) -> None:
    assert ("TEL211" in codes(f"<date {date}>then</date>")) is fault


@pytest.mark.parametrize("words", ["[Not later than 10 March 1949]", "Не позднее 10 марта", "不晚于三月十日"])
def test_one_bound_is_enough_where_the_words_give_one(words: str) -> None:
    assert "TEL211" not in codes(f'<date notAfter="1949-03-10">{words}</date>')


def envelope(sent: str, received: str) -> str:
    return (
        f'<correspDesc><correspAction type="sent"><persName ref="#a">A</persName>{sent}</correspAction>'
        f'<correspAction type="received"><persName ref="#a">B</persName>{received}</correspAction></correspDesc>'
        '<person xml:id="a"/>'
    )


@pytest.mark.parametrize(
    ("sent", "received", "fault"),
    [
        ("1949-01-10", "1949-01-08", True),
        ("1949-01-10", "1949-01-09", False),
        ("1949-01-10T01:00:00", "1949-01-09T23:00:00", False),
        ("1949-01-10T23:00:00", "1949-01-09T22:00:00", True),
        ("1949-01-10", "1949-01-09T23:25:00", False),
        ("1949-01-10", "1949-01-10", False),
        ("1949-01-10T12:00:00", "1949-01-10T09:00:00", False),
        ("1949-01", "1949-01-02", False),
        ("1949-02-30", "1949-01-02", False),
    ],
)
def test_receipt_before_sending_is_a_fault_from_a_day_on(sent: str, received: str, fault: bool) -> None:
    text = envelope(f'<date when="{sent}"/>', f'<date when="{received}"/>')
    assert ("TEL212" in codes(text)) is fault


@pytest.mark.parametrize(
    ("date", "fault"),
    [
        ('<date when="1949-01-10">10 January 1949</date>', False),
        ('<date when="1949-01-10">January 10, 1948</date>', True),
        ('<date when="1949-01-10">10 January</date>', False),
        ('<date when="1949-01">January 1949</date>', False),
        ('<date when="1949-01-10">10 января 1950 г.</date>', True),
        ('<date when="1949-01-10">一九四九年一月十日</date>', False),
        ('<date when="1949-01-10">一九四九年一月十一日</date>', True),
        ('<date when="1949-10-01">10/1/49</date>', False),
        ('<date when="1917-11-07" calendar="#julian">25 October 1917</date>', False),
        ('<date when="1949-01-10">the day of the flood</date>', False),
    ],
)
def test_a_date_agrees_with_words_that_name_a_full_day(date: str, fault: bool) -> None:
    assert ("TEL213" in codes(date)) is fault


@pytest.mark.parametrize(
    ("time", "fault"),
    [
        ('<time when="11:23:00">1123Z</time>', True),
        ('<time when="11:23:00Z">1123Z</time>', False),
        ('<date when="1949-01-28T16:05:00">281605Z</date>', True),
        ('<date when="1949-01-28T16:05:00">28 January, 16.05 GMT</date>', True),
        ('<date when="1949-01-28">281605Z</date>', False),
        ('<time when="11:23:00">11.23</time>', False),
        ('<time when="14:23:00">1423C</time>', True),
        ('<time when="14:23:00+03:00">1423C</time>', False),
        ('<time when="11:23:00Z">1423C</time>', True),
        ('<date when="1949-01-28T16:05:00-05:00">281605R</date>', False),
        ('<time when="11:23:00+00:00">1123Z</time>', False),
        ('<time when="11:23:00">1123J</time>', False),
        ('<time when="11:23:00">1123 hours, Kuznetsov</time>', False),
    ],
)
def test_a_zone_in_the_words_belongs_into_the_value(time: str, fault: bool) -> None:
    assert ("TEL214" in codes(time)) is fault


def test_a_misspelt_part_of_an_envelope_is_named() -> None:
    text = (
        '<correspDesc><correspAction type="sent"><persName ref="#a" xml:id="a">A</persName><date when="1938"/>'
        '</correspAction><correspAction type="recieved"><persName ref="#a">B</persName></correspAction></correspDesc>'
    )
    (missing,) = [one for one in check_rules(document(text)) if one.rule == "TEL220"]
    assert missing.hint == 'write type="received" for type="recieved"'


def test_an_envelope_needs_sender_recipient_and_date() -> None:
    empty = '<correspDesc><correspAction type="sent"/><correspAction type="received"/></correspDesc>'
    assert [message for code, message in found(empty) if code == "TEL220"] == [
        "the envelope does not say who sent it",
        "the envelope does not say who received it",
        "the envelope does not say when it was sent",
    ]
    assert "TEL220" not in codes("<correspDesc><note>not a letter</note></correspDesc>")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<title>Title</title>", True),
        ("<title>The Title of the King</title>", False),
        ("<p>TODO: date</p>", True),
        ("<p>he asks what to do???</p>", True),
        ("<p>Lorem ipsum dolor</p>", True),
        ("<p>his todo list</p>", False),
        ("<p>[insert the number]</p>", True),
        ("<publisher>TBD</publisher>", True),
    ],
)
def test_placeholders_are_told_from_words_that_only_resemble_them(text: str, fault: bool) -> None:
    assert ("TEL240" in codes(text)) is fault


@pytest.mark.parametrize(
    ("numbers", "messages"),
    [
        ("1 2 3", []),
        ("0 1 2", []),
        ("49 50", []),
        ("1 2 1 2", []),
        ("1 3", ["note 3 follows note 1: 2 is missing"]),
        ("1 5", ["note 5 follows note 1: 2, 3, 4 are missing"]),
        ("1 2 2", ["note 2 is there twice"]),
        ("4 5 3", ["note 3 comes after note 5"]),
        ("1 * 2", []),
    ],
)
def test_notes_are_numbered_one_after_the_other(numbers: str, messages: list[str]) -> None:
    notes = "".join(f'<note n="{number}">x</note>' for number in numbers.split())
    text = f"<text><body><p>a{notes}</p></body></text>"
    assert [message for code, message in found(text) if code == "TEL250"] == messages


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("ru", ""),
        ("zh-Hant-TW", ""),
        ("en-GB-oxendict", ""),
        ("de-1901", ""),
        ("x-karsk", ""),
        ("ru-Latn-t-it", ""),
        ("und", ""),
        ("grc", ""),
        ("rus", 'write "ru"'),
        ("chi-Hans", 'write "zh-Hans"'),
        ("en_US", 'write "en-US"'),
        ("Russian language", "write one such as"),
        ("german", 'write "de"'),
        ("klingonese", "write one such as"),
        ("en-UK", 'write "en-GB"'),
        ("eng-EN", 'write "en-GB"'),
        ("fr-EN", ""),
        ("cz", 'write "cs"'),
        ("e", "write one such as"),
    ],
)
def test_language_tags_are_those_of_bcp_47(tag: str, words: str) -> None:
    assert advice(tag).startswith(words)
    assert bool(advice(tag)) is bool(words)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("On l0 January", "a letter among figures"),
        ("in 19O9 we", "a letter among figures"),
        ("Mo1otov", ""),
        ("No. 10l here", "a letter among figures"),
        ("l. 10 and I saw", ""),
        ("The roof , it leaks", "a space before punctuation"),
        ("so . . . on", ""),
        ("the the door", "a word twice"),
        ("that that", ""),
        ("дoговор подписан", "a Latin letter in a Cyrillic word"),
        ("договор TASS", ""),
        ("one,, two", "doubled punctuation"),
        ('“yes" he said', "quotation marks of two kinds"),
        ("“yes” he said", ""),
        ("at 10:00, 2,5 kg, 3.5", ""),
    ],
)
def test_slips_are_told_from_what_is_written_so(text: str, what: str) -> None:
    messages = [message for code, message in found(f"<text><body><p>{text}</p></body></text>") if code == "TEL290"]
    assert [message.partition(":")[0] for message in messages] == ([what] if what else [])


def test_what_the_source_itself_has_is_no_slip() -> None:
    assert "TEL290" not in codes("<text><body><p>On <sic>l0</sic> January</p></body></text>")
    assert "TEL290" not in codes('<text xml:lang="fr"><body><p>Quoi ; rien .</p></body></text>')


@pytest.mark.parametrize(
    ("parts", "messages"),
    [
        ("fond=558 opis=11 delo=330", []),
        ("fond=558 delo=330", ["the reference has a fond and a delo and no opis"]),
        ("opis=11 delo=330", ["the reference has no fond"]),
        ("opis=11 fond=558 delo=330", ["the parts of the reference are in the order opis, fond, delo"]),
        ("box=3 folder=4", []),
        ("fond=558 opis=11 delo=330 listy=96–95", ["the leaves run backwards, from 96 to 95"]),
        ("fond=558 opis=11 delo=330 listy=193-4", []),
        ("fond=558 opis=11 delo=330 listy=lost", []),
        ("fond=45 opis=1", []),
        ("fond=0100 opis=46 papka=12 delo=362", []),
    ],
)
def test_a_russian_reference_has_its_parts_in_order(parts: str, messages: list[str]) -> None:
    inner = "".join(f'<idno type="{one.partition("=")[0]}">{one.partition("=")[2]}</idno>' for one in parts.split())
    assert [message for code, message in found(f"<idno>{inner}</idno>") if code == "TEL230"] == messages


@pytest.mark.parametrize(
    ("locus", "fault"),
    [
        ('<locus from="95" to="96">ll. 0095-0096</locus>', False),
        ('<locus from="95" to="97">ll. 0095-0096</locus>', True),
        ('<locus from="96" to="95">pages</locus>', True),
        ('<locus from="80v" to="80v">л. 80 об.</locus>', False),
        ('<locus from="95" to="96"/>', False),
    ],
)
def test_leaves_run_forwards_and_say_what_their_words_say(locus: str, fault: bool) -> None:
    assert ("TEL230" in codes(locus)) is fault


@pytest.mark.parametrize(
    ("type_", "written", "normal"),
    [
        ("listy", "0095-0096", "95–96"),
        ("listy", "095–096", "95–96"),
        ("listy", "95-96", ""),
        ("listy", "л. 80 об.", "80v"),
        ("listy", "33–34ob.", "33–34v"),
        ("listy", "7, 9–9v", ""),
        ("listy", "95–96 (copy)", ""),
        ("listy", "12r–13v", ""),
        ("fond", "F.558", "558"),
        ("fond", "Fond No. 558", "558"),
        ("fond", "Ф. Р-274", "Р-274"),
        ("fond", "Р-274", ""),
        ("fond", "0100", ""),
        ("fond", "f. 102 DPOO", ""),
        ("opis", "оп. 11", "11"),
        ("delo", "Ед. хр. 330", "330"),
        ("delo", "330.", "330"),
        ("papka", "P. 72", "72"),
        ("box", "Box 12", "12"),
        ("series", "FO 371", ""),
        ("fond", "5" * 100 + ".", ""),
    ],
)
def test_a_part_of_a_shelf_mark_is_a_value_and_not_words(type_: str, written: str, normal: str) -> None:
    text = f'<msIdentifier><idno><idno type="{type_}">{written}</idno></idno></msIdentifier>'
    hints = [one.hint for one in check_rules(document(text)) if one.rule == "TEL231"]
    assert hints == ([f'write "{normal}"'] if normal else [])


def test_the_leaves_of_a_locus_are_values_too() -> None:
    text = '<locus from="0095" to="80 ob."/><locus from="12r" to="iv"/><bibl><idno type="box">Box 3</idno></bibl>'
    assert [message for code, message in found(text) if code == "TEL231"] == [
        '@from of <locus> is written "0095"; its normal form is "95"',
        '@to of <locus> is written "80 ob."; its normal form is "80v"',
    ]


def test_what_a_schema_has_said_of_a_place_is_not_said_again() -> None:
    text = '<p><ref target="#n7">7</ref></p>'
    known = [Finding("pointer-target", Severity.ERROR, "x", Location("a.xml", 1))]
    assert "TEL201" not in {one.rule for one in check_rules(document(text), known)}


def test_rules_can_be_left_out_and_say_nothing_of_what_is_no_tei() -> None:
    text = '<p><ref target="#n7">7</ref></p><p/>'
    assert {one.rule for one in check_rules(document(text), skip=["TEL28*"])} == {"TEL201"}
    assert list(check_rules(Document.read(b"<log><day ref='#x'/></log>", "a.xml"))) == []


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_text_and_attribute_at_all_gives_findings_and_no_exception(text: str) -> None:
    safe = re.sub(r"[&<>\"]", "", text)
    body = f'<text><body><p n="{safe}">{safe}</p><date when="{safe}">{safe}</date></body></text>'
    inner = f'<locus from="{safe}" to="{safe}">{safe}</locus><p xml:lang="{safe}" ref="#{safe}"/>'
    try:
        one = document(f"{body}{inner}")
    except SourceError:
        return
    list(check_rules(one))
