"""Families of pages: which one a page is of, and how it is parted into regions."""

from __future__ import annotations

import pytest

from tei.decisions import vocabulary
from tei.model import Capture
from tei.recognise import Settings
from tei.recognise.layouts import LAYOUTS, Layout, Page, Region, Regions, best_layout, page_of
from tei.recognise.layouts.fields import Field, read_field
from tei.recognise.layouts.headings import title_in
from tei.recognise.layouts.page import covers, is_date_line
from tei.recognise.layouts.sources import is_labelled_source, is_source
from tei.recognise.paragraphs import Paragraph, split_paragraphs

FIELDS = [
    ("Title: Telegram from Vetrov", Field.TITLE, "Telegram from Vetrov"),
    ("Date: 14 October 1937", Field.DATE, "14 October 1937"),
    ("Summary: Vetrov asks.", Field.ABSTRACT, "Vetrov asks."),
    ("Description", Field.ABSTRACT, ""),
    ("Transcription:", Field.TEXT, ""),
    ("Source: AKPI", Field.SOURCE, "AKPI"),
    ("Translator: Ida Fairweather", Field.SOURCE, "Ida Fairweather"),
    ("Creator: Pashin", Field.RECORD, "Pashin"),
    ("Keywords: dogs", Field.SITE, "dogs"),
    ("Rights: Public domain", Field.RIGHTS, "Public domain"),
    ("Источник: АКПИ", Field.SOURCE, "АКПИ"),
    ("日期：1937年10月27日", Field.DATE, "1937年10月27日"),
]


@pytest.mark.parametrize(("text", "kind", "value"), FIELDS)
def test_label_says_what_a_line_gives(text: str, kind: Field, value: str) -> None:
    found = read_field(text)
    assert found is not None
    assert (found.field, text[found.start :], found.alone) == (kind, value, not value)


@pytest.mark.parametrize("text", ["To: Vetrov", "Nobody: knows", "All is well.", "", "12: 30"])
def test_other_line_has_no_label(text: str) -> None:
    assert read_field(text) is None


TITLES = [
    ("Telegram from Vetrov to Sabelnikov", "Telegram from Vetrov to Sabelnikov"),
    ("12. Telegram from the Station at Karsk to the Institute", "Telegram from the Station at Karsk to the Institute"),
    ("[45] Cable, Pashin to Morozkin", None),
    ("Document 3: Cable, Pashin to Morozkin", "Cable, Pashin to Morozkin"),
    ("Vetrov to Sabelnikov, 22 December 1937.", "Vetrov to Sabelnikov, 22 December 1937."),
    ("萨别里尼科夫致维特罗夫电", "萨别里尼科夫致维特罗夫电"),
    ("Vetrov went to Karsk.", None),
    ("CABLE Nº 417", None),
    ("Telegram " * 40, None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title_is_found_without_the_number_of_the_document(text: str, title: str | None) -> None:
    span = title_in(Paragraph(0, len(text), text))
    assert (text[slice(*span)] if span else None) == title


@pytest.mark.parametrize(
    ("text", "told"),
    [("14 October 1937", True), ("Date: 14 October 1937", True), ("October 1937", True), ("Karsk, 3 May 1938", False),
     ("3 May 1938 and 4 May 1938", False), ("Vetrov", False), ("may", False)],
)  # fmt: skip
def test_line_of_a_date_alone_is_known(text: str, told: bool) -> None:
    assert is_date_line(text) is told


SOURCES = [
    ("AKPI, f. 12, op. 3, d. 47, l. 25", True),
    ("(SMM, box 3, folder 11, sheet 6.)", True),
    ("Translated by Ida Fairweather", True),
    ("Olga Merzlyakova, ed., Stantsiia Karsk (Leningrad: Severnyi Mayak, 1961), 77.", True),
    ("All is well at the station.", False),
    ("word " * 400, False),
]


@pytest.mark.parametrize(("text", "told"), SOURCES)
def test_source_line_gives_a_reference_an_imprint_or_a_credit(text: str, told: bool, settings: Settings) -> None:
    assert is_source(text, settings.repositories) is told


def test_label_makes_a_source_line_of_words_that_cannot_be_parsed() -> None:
    assert is_labelled_source("Source: a box under the stairs.")
    assert not is_labelled_source("A box under the stairs.")


def page(text: str, settings: Settings) -> Page:
    return page_of(Capture("p.txt", "p", text, "0" * 64), split_paragraphs(text), settings.repositories)


def regions(text: str, settings: Settings) -> Regions:
    made = page(text, settings)
    return best_layout(made)[0].read(made)


def one(text: str, settings: Settings) -> Region:
    (region,) = regions(text, settings).telegrams
    return region


def test_plain_family_takes_what_no_other_knows(settings: Settings) -> None:
    layout, score = best_layout(page("To Vetrov\n\nIce holds.\n\nSabelnikov", settings))
    assert layout.name == "plain"
    assert "3 paragraphs" in score.reason


def test_record_family_is_known_by_headings_or_labels(settings: Settings) -> None:
    headed = "April 6, 1938\n\nTelegram from A to B\n\nIce holds.\n\nDocument Information\n\nAKPI, f. 1, op. 1, d. 1"
    labelled = "Title: Cable, Pashin to Morozkin\nDate: 5 May 1938\nSummary: Ice.\nSource: ANRD\n\nIce holds."
    for text in (headed, labelled):
        layout, score = best_layout(page(text, settings))
        assert layout.name == "record"
        assert score.value > 0.2


def test_every_family_gives_a_score_between_0_and_1_with_its_reason(settings: Settings) -> None:
    made = page("Home\n\nCitation\n\nFull text\n\nDocument Information\n\nSource: x\n\nRights: y", settings)
    for layout in LAYOUTS:
        score = layout.score(made)
        assert 0 <= score.value <= 1
        assert score.reason


def test_an_editor_can_name_every_family() -> None:
    assert {layout.name for layout in LAYOUTS} == set(vocabulary.LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("text", ["x", "To Vetrov\n\nIce holds.\n\nSabelnikov", "维基文库，自由的图书馆\n\n冰"])
def test_a_family_that_an_editor_names_reads_any_page_and_keeps_its_words(
    layout: Layout, text: str, settings: Settings
) -> None:
    made = page(text, settings)
    found = layout.read(made)
    rows = [*found.context, *found.furniture, *(row for region in found.telegrams for row in region.body)]
    told = [*(row for region in found.telegrams for row in (region.title, region.heading, *region.sources) if row)]
    own = [row.text for row, role in zip(made.paragraphs, made.roles, strict=True) if role is None]
    assert set(" ".join(own).split()) <= set(" ".join(row.text for row in (*rows, *told)).split())


def test_labels_are_furniture_and_their_values_are_what_they_say(settings: Settings) -> None:
    text = (
        "Title: Cable, Pashin to Morozkin\nDate: 5 May 1938\nSummary: Ice.\nText: Ice holds.\n"
        "Source: ANRD, f. 7, op. 2, d. 4"
    )
    found = regions(text, settings)
    region = found.telegrams[0]
    assert region.title is not None
    assert region.title.text == "Cable, Pashin to Morozkin"
    assert region.site_date is not None
    assert region.site_date.text == "5 May 1938"
    assert [paragraph.text for paragraph in region.abstract] == ["Ice."]
    assert [paragraph.text for paragraph in region.body] == ["Ice holds."]
    assert [paragraph.text for paragraph in region.sources] == ["Source: ANRD, f. 7, op. 2, d. 4"]
    assert {paragraph.text for paragraph in found.furniture} == {"Title:", "Date:", "Summary:", "Text:"}


RECORD = (
    "April 6, 1938\n\nTelegram from Vetrov to Pashin\n\n{text}\n\n"
    "Document Information\n\nAKPI, f. 12, op. 3, d. 51, l. 15"
)
ABSTRACTS = [
    ("Ice holds on all sides.\n\nVETROV\n\nVetrov reports that the ice holds.", 1, 2),
    ("Ice holds on all sides.\n\nVETROV\n\nVetrov reports on the ice.\n\nPashin did not read it.", 2, 2),
    ("Ice holds on all sides.\n\n3 May 1938\n\nA short report on ice.", 1, 2),
    ("Ice holds on all sides.\n\nTyped by Drozdova\n\nA short report on ice.", 1, 2),
    ("Ice holds on all sides.\n\nVetrov reports that the ice holds.", 1, 1),
    ("Ice holds on all sides.\n\nIt is cold, and so is the soup.", 0, 2),
    ("Ice holds on all sides.", 0, 1),
    ("To Pashin\n\nIce holds on all sides.\n\nIt is cold, and so is the soup.", 0, 3),
]


@pytest.mark.parametrize(("text", "abstract", "body"), ABSTRACTS)
def test_prose_after_the_end_of_a_telegram_is_its_abstract(
    text: str, abstract: int, body: int, settings: Settings
) -> None:
    region = one(RECORD.format(text=text), settings)
    assert (len(region.abstract), len(region.body)) == (abstract, body)


CITED = (
    "{before}Citation\n\nget citation\n\n{abstract}"
    '"Telegram, Vetrov to Pashin," April 06, 1938, Northern Archive, AKPI, f. 12, op. 3, d. 51, l. 15.\n\n'
    "English HTML\n\nIce holds.\n\nVETROV\n"
)


def test_older_page_cites_the_document_before_its_text(settings: Settings) -> None:
    text = CITED.format(before="April 6, 1938\n\n", abstract="Vetrov reports on ice.\n\n")
    region = one(text, settings)
    assert region.title_text is not None
    assert text[slice(*region.title_text)] == "Telegram, Vetrov to Pashin"
    assert region.site == "Northern Archive"
    assert text[region.source_start :].startswith("AKPI")
    assert [paragraph.text for paragraph in region.abstract] == ["Vetrov reports on ice."]
    assert [paragraph.text for paragraph in region.body] == ["Ice holds.", "VETROV"]


def test_date_of_the_citation_stands_in_for_that_of_the_page(settings: Settings) -> None:
    region = one(CITED.format(before="", abstract=""), settings)
    assert region.site_date is not None
    assert region.site_date.text == "April 06, 1938"


def test_plain_page_has_a_title_a_date_and_a_source(settings: Settings) -> None:
    text = (
        "Karsk Papers\n\n7. Telegram from Vetrov to Pashin\n\n3 May 1938\n\nTo Pashin\n\nIce holds.\n\n"
        "(AKPI, f. 12, op. 3, d. 47, l. 22)"
    )
    region = one(text, settings)
    assert region.title is not None
    assert region.title.text == "Telegram from Vetrov to Pashin"
    assert region.site_date is not None
    assert covers(region.body, text) == "To Pashin\n\nIce holds."
    assert [paragraph.text for paragraph in region.sources] == [
        "Karsk Papers",
        "7.",
        "(AKPI, f. 12, op. 3, d. 47, l. 22)",
    ]


def test_list_of_documents_is_none_of_them(settings: Settings) -> None:
    text = "Telegram, Vetrov to Pashin\n\nCable, Pashin to Morozkin\n\nCable, Vetrov to Zhitkov\n\n4 May 1938"
    assert regions(text, settings).telegrams == ()


def test_page_of_furniture_alone_has_no_telegram(settings: Settings) -> None:
    found = regions("Home\n\nSearch in\n\nAccept all cookies\n\nDocument Information", settings)
    assert found.telegrams == ()
    assert len(found.furniture) == 4


def test_no_paragraph_is_left_out_of_the_regions(settings: Settings) -> None:
    text = CITED.format(before="Home\n\nApril 6, 1938\n\n", abstract="Vetrov reports on ice.\n\n") + "\nShare\n"
    found = regions(text, settings)
    region = found.telegrams[0]
    taken = {*region.body, *region.abstract, *region.sources, region.site_date, *found.furniture, *found.context}
    assert set(split_paragraphs(text)) <= taken
