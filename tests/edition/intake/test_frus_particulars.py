"""Source notes, handling, dates and brackets of volumes, one by one. All of it invented."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.intake.frus import brackets
from edition.intake.frus.dates import date_attributes, value_of
from edition.intake.frus.handling import handling_of_lines, handling_of_source, is_classification, is_precedence
from edition.intake.frus.sourcenotes import read_source
from tei.names import TEI_NS


def note(markup: str) -> etree._Element:
    return etree.fromstring(f'<note xmlns="{TEI_NS}">{markup}</note>')


@pytest.mark.parametrize(
    ("text", "repository", "parts"),
    [
        ("859.91/3: Telegram", "nara", {"file": "859.91", "document": "3"}),
        ("File No. 763.72112/87", "nara", {"file": "763.72112", "document": "87"}),
        ("File No. 300.115", "nara", {"file": "300.115"}),
        ("740.00119 FEAC/2–349", "nara", {"file": "740.00119 FEAC", "document": "2–349"}),
        ("579.6 AC1/232", "nara", {"file": "579.6 AC1", "document": "232"}),
        ("501.BB Norland/1–549", "nara", {"file": "501.BB Norland", "document": "1–549"}),
        ("Source: Department of State, Central Files, 859.91/8–2255. Secret.", "nara", {"file": "859.91"}),
        ("Source: National Archives, RG 59, Central Files 1967–69, POL 27 NORLAND. Secret.", "nara",
         {"record-group": "59"}),
        ("Source: Johnson Library, National Security File, Country File, Norland, Vol. 3. Secret.", "johnson-library",
         {"volume": "3"}),
        ("Source: Department of State, Central Foreign Policy File, Electronic Telegrams, D810077–0488. Secret.",
         "nara", {"frame": "D810077–0488"}),
    ],
)  # fmt: skip
def test_source_note_gives_the_archival_reference(text: str, repository: str, parts: dict[str, str]) -> None:
    reference = read_source(note(text)).reference
    assert reference is not None
    assert reference.repository is not None
    assert reference.repository.key == repository
    assert parts.items() <= dict(reference.idnos).items()


def test_place_of_keeping_that_no_list_knows_is_kept_in_words() -> None:
    found = read_source(note("Source: Ice Museum of Norland, the blue trunk. Secret."))
    assert found.reference is None
    assert found.written == "Ice Museum of Norland, the blue trunk"
    assert read_source(None).written == ""


@pytest.mark.parametrize(
    ("text", "classification", "precedence", "captions"),
    [
        ("Source: X, Files. Secret; Niact. Drafted by", ("Secret",), ("Niact",), ()),
        ("Source: X, Files. Top Secret; Operational Immediate; Limit Distribution. Sent", ("Top Secret",),
         ("Operational Immediate",), ("Limit Distribution",)),
        ("Source: X, Files. Secret; Priority; Very Limited Distribution.", ("Secret",), ("Priority",),
         ("Very Limited Distribution",)),
        ("Source: X, Files. No classification marking. The letter", ("No classification marking",), (), ()),
        ("Source: X, Files. Confidential; Nodis; Cherokee.", ("Confidential",), (), ("Nodis", "Cherokee")),
        ("Source: X, Secret Files.", (), (), ()),
    ],
)  # fmt: skip
def test_source_note_gives_the_handling(
    text: str, classification: tuple[str, ...], precedence: tuple[str, ...], captions: tuple[str, ...]
) -> None:
    found = handling_of_source(text)
    assert (found.classification, found.precedence, found.captions) == (classification, precedence, captions)


@pytest.mark.parametrize(
    ("line", "marking", "speed"),
    [
        ("secret", True, False),
        ("us urgent", False, True),
        ("confidential—priority", True, True),
        ("top secret niact", True, True),
        ("Secret papers", False, False),
        ("[Telegram]", False, False),
    ],
)
def test_line_of_an_opener_is_marking_or_precedence(line: str, marking: bool, speed: bool) -> None:
    assert (is_classification(line), is_precedence(line)) == (marking, speed)
    assert (handling_of_lines([line]).classification != ()) is marking


def test_source_note_tells_who_drafted_cleared_and_approved() -> None:
    found = read_source(
        note(
            'Source: X, Files, 859.91/1. Secret. Drafted by <persName corresp="#p_A1">Ost</persName> and J. R. Hale '
            "(EUR); cleared in draft by Smith; approved by the Secretary and <persName>Lund</persName>. Sent to Oslo."
        )
    )
    assert [(work.what, work.names) for work in found.works] == [
        ("drafted by", (("Ost", "#p_A1"), ("J. R. Hale", ""))),
        ("cleared in draft by", (("Smith", ""),)),
        ("approved by", (("Lund", ""),)),
    ]


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        ("Repeated to London and Oslo.", ("London", "Oslo")),
        ("Also sent to Karsk, Oslo, and Port Severin. The", ("Karsk", "Oslo", "Port Severin")),
        ("Sent to Oslo as telegram 12; repeated for information to Karsk.", ("Oslo", "Karsk")),
        ("Pouched to Karsk.", ("Karsk",)),
        ("Sent to the same places.", ()),
    ],
)
def test_source_note_tells_who_got_a_copy(text: str, copies: tuple[str, ...]) -> None:
    assert read_source(note(f"Source: X, Files, 859.91/1. Secret. {text}")).copies == copies


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1955-08-22", "1955-08-22"),
        ("1955-08", "1955-08"),
        ("1955-08-22T15:52:00-05:00", "1955-08-22T15:52:00-05:00"),
        ("1955-08-22T15:52", "1955-08-22T15:52:00"),
        ("1955-02-29", ""),
        ("1956-02-29", "1956-02-29"),
        ("1955-13-01", ""),
        ("1955-04-31", ""),
        ("August 1955", ""),
        (None, ""),
    ],
)
def test_only_dates_that_are_dates_are_taken_over(written: str | None, value: str) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize(
    ("markup", "attributes"),
    [
        ('<date when="1955-08-22">August</date>', {"when": "1955-08-22"}),
        ('<date when="1955-99-22">August 22, 1955</date>', {"when": "1955-08-22"}),
        ('<date notBefore="1955-08-01" notAfter="1955-08-31">August</date>',
         {"notBefore": "1955-08-01", "notAfter": "1955-08-31"}),
        ('<date from="1955-09-01" to="1955-08-31">August 5, 1955</date>', {"when": "1955-08-05"}),
        ("<date>August 22</date>", {}),
        ("<date>no day</date>", {}),
    ],
)  # fmt: skip
def test_date_has_the_value_of_the_volume_else_that_of_its_words(markup: str, attributes: dict[str, str]) -> None:
    assert date_attributes(etree.fromstring(markup.replace("<date", f'<date xmlns="{TEI_NS}"', 1))) == attributes


@pytest.mark.parametrize(
    ("words", "attributes"),
    [
        ("1 line not declassified", {"reason": "undeclassified", "unit": "line", "quantity": "1"}),
        ("2½ lines of source text not declassified", {"reason": "undeclassified", "unit": "line", "quantity": "2.5"}),
        ("½ page not declassified", {"reason": "undeclassified", "unit": "page", "quantity": "0.5"}),
        (
            "less than 1 line not declassified",
            {"reason": "undeclassified", "unit": "line", "extent": "less than 1 line"},
        ),
        ("one paragraph not declassified", {"reason": "undeclassified", "unit": "paragraph", "quantity": "1"}),
        ("name not declassified", {"reason": "undeclassified"}),
        ("Here follow 2 paragraphs on ice.", {"reason": "omitted", "unit": "paragraph", "quantity": "2"}),
        ("Here follows the rest.", {"reason": "omitted"}),
        ("number", None),
        ("sic", None),
    ],
)
def test_words_in_brackets_are_a_gap_or_the_editors(words: str, attributes: dict[str, str] | None) -> None:
    assert brackets.read(words) == attributes
