"""Articles: telegrams between argument, notes at the end, telegrams quoted in argument or notes. All invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Capture, Owner, Recognition
from tei.recognise import Settings
from tei.recognise.layouts import page_of
from tei.recognise.layouts.announcing import announces, hands_over, is_heading, is_rule, is_title
from tei.recognise.layouts.article import ARTICLE
from tei.recognise.layouts.day_lines import is_clock
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.endnotes import read_endnotes
from tei.recognise.layouts.quoted import quotation
from tei.recognise.layouts.seams import parted
from tei.recognise.paragraphs import Paragraph, split_paragraphs

Read = Callable[[str], Recognition]

ARGUMENT = (
    "It has been said that the station never answered, and that the silence of the spring was a decision of the "
    "director; the telegrams printed here show that the mast was down and that nobody had decided anything at all.{}"
)
ARTICLE_PAGE = "\n\n".join(
    (
        "Translated from Finnish by: Aino Rask",
        "The silence of Karsk",
        ARGUMENT.format("1"),
        ARGUMENT.format(""),
        "Vetrov’s first telegram to Sabelnikov2",
        "The mast is down",
        "Comrade Sabelnikov,",
        "The mast came down in the night.3 We telegraph with what is left of it.",
        "Vetrov",
        "11 March 1938",
        "(Translator’s note: Vetrov used the cover name “Polynya” here.)",
        "What the director did",
        ARGUMENT.format(""),
        "In a telegram that lies in the same file4, Sabelnikov asked Vetrov on 12 March 1938 for the nail:",
        "“Keep the nail. Send it by the first ship, in a box, with a label that says what it is.”",
        ARGUMENT.format("5"),
        "1-See the handbook.",
        "2-RGASPI – F. 12. Op. 3 D. 41 L. 011-012. (2 copies went to Sabelnikov, and one each to Zhitkov and Pashin.)",
        "3– The storm of 10 March.",
        "4-RGASPI F. 12 Op. 3 D. 41 L. 14. The end is left out: this is an extract.",
        "5 –To Zhitkov. Tell the director that the nail has come and that it is bent. Vetrov. 2.04.1938” (Coded "
        "telegram by Vetrov. RGASPI F. 12 Op. 3 D. 41 L. 20)",
    )
)


def test_telegrams_under_headings_in_quotation_marks_and_in_notes_are_found(read: Read) -> None:
    found = read(ARTICLE_PAGE)
    assert found.layout == "article"
    assert [telegram.title for telegram in found.telegrams] == ["The mast is down", "", ""]
    assert [telegram.sent and telegram.sent.day for telegram in found.telegrams] == [
        "1938-03-11",
        "1938-03-12",
        "1938-04-02",
    ]


def test_no_character_of_an_article_is_without_owner(read: Read) -> None:
    assert not [finding for finding in read(ARTICLE_PAGE).findings if finding.rule.startswith("REC9")]


def test_note_of_a_heading_that_gives_the_archive_goes_to_the_header(read: Read) -> None:
    first, second, third = read(ARTICLE_PAGE).telegrams
    assert [holding.leaves_text or holding.text[-7:] for holding in first.holdings]
    assert first.holdings[0].reference.key.startswith("rgaspi/12/3/41/11-12")
    assert second.holdings[0].reference.key.startswith("rgaspi/12/3/41/14")
    assert third.holdings[0].reference.key.startswith("rgaspi/12/3/41/20")


def test_note_of_the_text_stays_at_its_marker(read: Read) -> None:
    first = read(ARTICLE_PAGE).telegrams[0]
    assert [note.n for note in first.body.footnotes] == ["3"]
    notes = [dict(mark.attributes) for mark in first.body.marks if mark.element == "note"]
    assert [note["n"] for note in notes if note["type"] == "footnote"] == ["3"]


def test_copies_told_in_a_note_are_the_distribution(read: Read) -> None:
    forwarded = read(ARTICLE_PAGE).telegrams[0].envelopes[0].action("forwarded", "copy")
    assert forwarded is not None
    assert [name.text for name in forwarded.names] == ["Sabelnikov", "Sabelnikov", "Zhitkov", "Pashin"]


def test_cover_name_told_in_a_remark_is_added_to_the_sender(read: Read) -> None:
    sent = read(ARTICLE_PAGE).telegrams[0].envelopes[0].action("sent")
    assert sent is not None
    assert [(name.text, name.pseudonym) for name in sent.names][-1] == ("Polynya", True)


def test_announcement_says_who_sent_a_quoted_telegram_to_whom(read: Read) -> None:
    quoted = read(ARTICLE_PAGE).telegrams[1]
    sender, recipient = quoted.party("sent"), quoted.party("received")
    assert sender is not None
    assert recipient is not None
    assert (sender.text, recipient.text) == ("Sabelnikov", "Vetrov")
    assert quoted.extract


def test_credit_over_an_article_holds_for_all_its_telegrams(read: Read) -> None:
    for telegram in read(ARTICLE_PAGE).telegrams:
        assert [credit.name for credit in telegram.credits] == ["Aino Rask"]
        assert telegram.translated_from == "fi"
        assert telegram.original_language == "ru"


def test_argument_and_its_notes_are_the_context(read: Read) -> None:
    found = read(ARTICLE_PAGE)
    assert [note.n for note in found.surroundings.footnotes] == ["1", "4", "5"]
    assert (
        sum(mark.element == "ref" and ("type", "telegram") in mark.attributes for mark in found.surroundings.marks) == 3
    )
    owners = {span.owner for span in found.spans}
    assert owners >= {Owner.TEXT, Owner.METADATA, Owner.NOTE, Owner.CONTEXT}


@pytest.mark.parametrize(
    "text",
    [
        "To Vetrov\n\nThe mast is down.\n\nSabelnikov\n\n3 May 1938\n\nP.S. Keep the nail.\n\nZhitkov",
        "Telegram, Vetrov to Pashin\n\n3 May 1938\n\nPass this on to the captain:\n\n“To Captain Morozkin. Wait."
        "”\n\nWe shall be late.\n\nVetrov",
        f"A heading\n\n{ARGUMENT.format('')}\n\n{ARGUMENT.format('')}",
    ],
    ids=["plain telegram", "telegram that hands on another", "argument alone"],
)
def test_no_other_page_is_taken_for_an_article(text: str, settings: Settings) -> None:
    page = page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories)
    score = ARTICLE.score(page)
    assert score.value < 0.2
    assert score.reason


@pytest.mark.parametrize(
    "leads",
    [("1-", "2-"), ("1– ", "2– "), ("[1] ", "[2] "), ("1) ", "2) "), ("1. ", "2. "), ("1 ", "2 "), ("¹ ", "² ")],
)
def test_notes_are_read_in_every_form_of_their_numbers(leads: tuple[str, str]) -> None:
    text = f"The mast1 came down.\n\nThe nail2 is bent.\n\n{leads[0]}A mast.\n\n{leads[1]}A nail."
    notes = read_endnotes(text, split_paragraphs(text))
    assert [(note.n, text[note.start : note.end]) for note in notes.notes] == [("1", "A mast."), ("2", "A nail.")]


def test_numbered_points_without_markers_are_no_notes() -> None:
    text = "To Vetrov\n\n1. The mast.\n\n2. The nail."
    assert read_endnotes(text, split_paragraphs(text)).notes == ()


def test_heading_of_notes_belongs_to_them() -> None:
    text = "The mast1 came down.\n\nNotes\n\n1. A mast."
    notes = read_endnotes(text, split_paragraphs(text))
    assert (notes.first, notes.last) == (1, 2)
    assert notes.numbered("1") is not None


@pytest.mark.parametrize(
    ("text", "inside", "aside"),
    [
        ("“The mast is down.”", "The mast is down.", ""),
        ("'The mast is down'.", "The mast is down", ""),
        ("«Wait.» (Coded telegram)", "Wait.", "(Coded telegram)"),
        ("“He said “wait” and left.”", "He said “wait” and left.", ""),
    ],
)
def test_quotation_is_read_with_what_stands_behind_it(text: str, inside: str, aside: str) -> None:
    found = quotation(split_paragraphs(text))
    assert found is not None
    assert found.inside[0].text == inside
    assert (found.aside.text if found.aside else "") == aside


@pytest.mark.parametrize("text", ["The mast is down.", "“The mast is down.", "“So” he said."])
def test_words_that_no_marks_enclose_are_no_quotation(text: str) -> None:
    assert quotation(split_paragraphs(text)) is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "To Vetrov. The mast is down. Sabelnikov. 3.04.1938",
            ["To Vetrov.", "The mast is down.", "Sabelnikov.", "3.04.1938"],
        ),
        (
            "Count the sacks. I shake your hand--S [abelnikov].",
            ["Count the sacks.", "I shake your hand--", "S [abelnikov]."],
        ),
        ("No. 457. To Vetrov. The sheets have come.", ["No. 457.", "To Vetrov.", "The sheets have come."]),
        ("The mast is down", ["The mast is down"]),
    ],
)
def test_opener_and_closer_are_parted_from_the_text_of_their_paragraph(text: str, pieces: list[str]) -> None:
    body = parted((Paragraph(0, len(text), text),), (), quoted=True)
    assert [row.text for row in body] == pieces
    assert all(text[row.start : row.end] == row.text for row in body)


@pytest.mark.parametrize(
    ("text", "following", "expected"),
    [
        ("On 7 May Vetrov sent a second telegram:", "", True),
        ("The director telegraphed:", "", True),
        ("Yesterday came Vetrov’s reply to my letter.", "“To the Director. All well.", True),
        ("Pass the following telegram to Vetrov:", "", False),
        ("We had potatoes:", "", False),
        ("The telegrams were burned.", "", False),
    ],
)
def test_sentence_that_hands_over_is_known(text: str, following: str, expected: bool) -> None:
    assert announces(text, following) is expected


def test_lines_of_a_page_are_told_apart() -> None:
    assert is_title("Vetrov’s second telegram")
    assert not is_title("NOTE: in this telegram of 3 May Vetrov asked for nails")
    assert is_heading("What the month gave")
    assert not is_heading("To Vetrov")
    assert is_rule("* * *")
    assert is_clock("14:10")
    assert hands_over("On 5 June, late in the evening, it sent this:")
    assert diary_owner("From the Sabelnikov Notebooks:") == (9, 19)
    assert diary_owner("The weather") is None


TOLD = "On {} Vetrov telegraphed to Pashin:"


@pytest.mark.parametrize(
    ("lead", "quoted"),
    [
        ("In his telegram of 3 May 1938 Vetrov told Pashin:", "“The mast is down since Monday.”"),
        ("On 3 May 1938 Vetrov wired to Pashin:", "‘No mast. No flag. Send both.’"),
        ("Его телеграмма Пашину от 3 мая 1938 г. гласит:", "«Мачта упала. Пришлите другую»"),
    ],
)
def test_a_telegram_that_a_sentence_quotes_whole_is_found_in_it(read: Read, lead: str, quoted: str) -> None:
    sentence = f"{ARGUMENT.format('')} {lead} {quoted}2. Nobody answered."
    text = "\n\n".join(
        ("The silence", ARGUMENT.format("1"), sentence, ARGUMENT.format(""), "Notes", "1. See the log.",
         "2. AKPI, f. 12, op. 3, d. 41, l. 40.")
    )  # fmt: skip
    found = read(text)
    (telegram,) = found.telegrams
    assert found.capture.text[telegram.start : telegram.end] == quoted[1:-1]
    assert telegram.holdings[0].reference.key == "akpi/12/3/41/40"
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vetrov telegraphed that “the mast” was down.",
        "In a telegram the director called it: “a nail”.",
        "He wrote in his memoirs: “The mast was down since Monday.”",
    ],
)
def test_a_phrase_quoted_from_a_telegram_is_none(read: Read, sentence: str) -> None:
    page = "\n\n".join(("The silence", ARGUMENT.format("1"), f"{ARGUMENT.format('')} {sentence}", ARGUMENT.format(""),
                        "And so on.", "1. See the log."))  # fmt: skip
    assert read(page).telegrams == ()


def test_quotation_marks_repeated_at_each_paragraph_are_no_words_of_the_telegram(read: Read) -> None:
    page = "\n\n".join(
        ("The silence", ARGUMENT.format(""), ARGUMENT.format(""), TOLD.format("3 May 1938"), "“The mast is down.",
         "“The nail is bent. Vetrov”", ARGUMENT.format(""))
    )  # fmt: skip
    found = read(page)
    (telegram,) = found.telegrams
    assert [finding.rule for finding in found.findings if finding.rule.startswith("REC9")] == []
    assert [block.element for block in telegram.body.message] == ["p", "p", "closer"]


def test_a_short_article_is_known_by_its_author(read: Read) -> None:
    page = "\n\n".join(
        ("The silence", "by Aino Rask", f"{ARGUMENT.format('')} Of his telegram only this is left:",
         "“. . . therefore send no nails before the mast is up again. Sabelnikov”", "He sent none.", "So it ended.")
    )  # fmt: skip
    assert len(read(page).telegrams) == 1


def test_ibid_in_a_note_means_the_reference_of_the_note_before(read: Read) -> None:
    page = "\n\n".join(
        ("The silence", f"{ARGUMENT.format('1')}", ARGUMENT.format(""), TOLD.format("3 May 1938"),
         "“The mast is down since Monday and the nail is bent. Vetrov”2", ARGUMENT.format(""), "Notes",
         "1. AKPI, f. 12, op. 3, d. 41, l. 40.", "2. Ibid., l. 44.")
    )  # fmt: skip
    (telegram,) = read(page).telegrams
    assert telegram.holdings[0].reference.key == "akpi/12/3/41/44"


def test_a_source_at_the_end_of_a_page_holds_for_all_its_telegrams(read: Read) -> None:
    page = "\n\n".join(
        ("From the diary of K. Sabelnikov", "13 January 1938", "In the morning a telegram from Vetrov:",
         "“Leningrad, Sabelnikov. The paper is finished, we write on the door. Vetrov”", "Showed it to Zhitkov.",
         "14 January 1938", "I wired to Vetrov:",
         "“Karsk, Vetrov. Write smaller until the aeroplane comes. Sabelnikov”", "In the evening at the Council.",
         "Source: AKPI, f. 12, op. 3, d. 41, l. 40.")
    )  # fmt: skip
    found = read(page).telegrams
    assert [one.holdings[0].reference.key for one in found] == ["akpi/12/3/41/40"] * 2
