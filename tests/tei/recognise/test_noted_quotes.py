"""Words in marks are a message where their own note says who wrote to whom, and the author that word was sent."""

from __future__ import annotations

import pytest

from tei.recognise.enveloped import envelopes_in, is_enveloped, names_kind
from tei.recognise.layouts.inline_quotes import next_quote
from tei.recognise.layouts.noted_quotes import noted_of
from tei.recognise.paragraphs import Paragraph

NOTE = "Lind to Pell, 3 May 1938, AKPI, f. 7."
WIRED = "Lind to Pell, tel. 14, 3 May 1938, AKPI, f. 7."
LONG = "The goat has eaten the chart of the bay and looks very well on it."


@pytest.mark.parametrize(
    ("lead", "inside", "note", "kind"),
    [
        ("Lind informed the ministry:", LONG, WIRED, "answer"),
        ("He reported on 3 May:", LONG, WIRED, "answer"),
        ("Pell was instructed:", LONG, WIRED, "answer"),
        ("The reply was short and instructed the envoy:", LONG, WIRED, "answer"),
        ("Lind informed the ministry:", LONG, NOTE, None),
        ("Lind informed the ministry:", LONG, NOTE.replace("Pell,", "Pell, letter,"), "letter"),
        ("Lind warned him:", "Please keep the goat away from the charts.", NOTE, "answer"),
        ("Stepnoy replied to the envoy:", LONG, WIRED, None),
        ("He assured Lind:", LONG, WIRED, None),
        ("He replied:", LONG, WIRED, None),
        ("Lind told Pell:", LONG, WIRED, None),
        ("Lind reported that", LONG, WIRED, None),
        ("Lind informed the ministry:", LONG, "Diary of Lind, 3 May 1938.", None),
        ("Lind informed the ministry:", "The goat is well.", WIRED, None),
    ],
)
def test_the_note_makes_a_message_where_the_author_says_that_word_was_sent(
    lead: str, inside: str, note: str, kind: str | None
) -> None:
    text = f"{lead} “{inside}”12 Nobody laughed."
    quote = next_quote(Paragraph(0, len(text), text), 0, 0)
    assert quote is not None
    told = noted_of(quote, note, answered=False)
    assert (told.kind if told else None) == kind


def test_what_answers_a_telegram_of_the_same_paragraph_may_be_short_and_say_nothing_of_its_kind() -> None:
    text = "Pell replied: “Shoot the goat.”13"
    quote = next_quote(Paragraph(0, len(text), text), 0, 0)
    assert quote is not None
    assert noted_of(quote, "Pell to Lind, 4 May 1938, ibid.", answered=True) is None
    text = "Pell replied: “Shoot the goat at once.”13"
    quote = next_quote(Paragraph(0, len(text), text), 0, 0)
    assert quote is not None
    assert noted_of(quote, "Pell to Lind, 4 May 1938, ibid.", answered=True) is not None


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Lind to Pell, tel. 71, 22 Nov. 1938, AKPI", "telegram"),
        ("Telegram from Lind to the Ministry, no. 7, 3 May 1938", "telegram"),
        ("Lind (Karsk) to Pell, letter, May 3, 1938", "letter"),
        ("Lind an Pell, 3. Mai 1938", ""),
        ("Lind à Pell, télégramme nº 7, 3 mai 1938", "telegram"),
        ("Линд — Пеллу, 3 мая 1938 г.", ""),
    ],
)
def test_a_note_says_first_who_wrote_to_whom_in_many_forms(note: str, kind: str) -> None:
    assert is_enveloped(note)
    assert names_kind(note) == kind


def test_one_note_may_say_so_of_several_messages() -> None:
    found = envelopes_in("Lind to Pell, 3 May 1938, and Pell to Lind, 4 May 1938, both in AKPI.")
    assert [match["sender"] for match in found] == ["Lind", "Pell"]


@pytest.mark.parametrize("note", ["A road to Pell, 3 May", "See the map of 3 May 1938.", "Lind to Pell, undated."])
def test_other_notes_do_not(note: str) -> None:
    assert not is_enveloped(note)
