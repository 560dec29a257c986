"""Pages of the Foreign Relations series as print has them: leaves, notes counted anew, offices. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.dates import find_dates
from tei.model import Recognition

Read = Callable[[str], Recognition]
TOP = ("859.91/7: Telegram", "The Minister in Norland (Ost) to the Secretary of State", "Oslo, March 3, 1938—6 p.m.")


def page(*rows: str) -> str:
    return "\n\n".join((*TOP, *rows))


def received(found: Recognition) -> list[str]:
    (telegram,) = found.telegrams
    actions = telegram.envelopes[0].actions
    return [name.text for action in actions if action.type == "received" for name in action.names]


def test_notes_that_begin_anew_on_each_leaf_follow_the_order_of_their_markers(read: Read) -> None:
    found = read(
        page(
            "17. The piano of my last telegram1 stands in the shed, as the harbor master asked.1 It is out of tune.",
            "[Page 12]",
            "The tuner whom the Department named1 waits for the ice, and his brother2 plays by ear.",
            "Ost",
            "    Not printed.↩",
            "    Pashin.↩",
            "    In telegram 9.↩",
            "    A baker.↩",
        )
    )
    assert [note.n for note in found.telegrams[0].body.footnotes] == ["1", "1", "1", "2"]


def test_points_over_numbered_notes_are_none_of_them(read: Read) -> None:
    found = read(
        page(
            "18. Have seen the shed.1",
            "1. The piano is in it.",
            "2. The tuner is not.",
            "Ost",
            "1. Source: Department of State, Central Files, 859.91/7. Secret.↩",
        )
    )
    (telegram,) = found.telegrams
    assert len(telegram.body.footnotes) == 1
    assert [block.element for block in telegram.body.message].count("p") == 3


@pytest.mark.parametrize("head", ["12 FOREIGN RELATIONS, 1938, VOLUME II", "FOREIGN RELATIONS, 1938, VOLUME II 12"])
def test_head_of_a_leaf_is_a_page_break(head: str, read: Read) -> None:
    found = read(page("19. The piano has been moved", head, "to the other end of the shed.", "Ost"))
    breaks = [block for block in found.telegrams[0].body.message if block.element == "pb"]
    assert [dict(block.attributes)["n"] for block in breaks] == ["12"]


@pytest.mark.parametrize(
    ("file", "opening", "kind"),
    [
        ("859.91/7", "The piano is reported to have sailed.", "letter"),
        ("859.91/7", "20. The piano is reported to have sailed.", "telegram"),
        ("859.91/7: Telegram", "The piano is reported to have sailed.", "telegram"),
    ],
)
def test_file_that_says_telegram_or_the_number_of_one_makes_a_telegram(
    file: str, opening: str, kind: str, read: Read
) -> None:
    found = read(page(opening, "Ost").replace(TOP[0], file))
    assert [telegram.kind for telegram in found.telegrams] == [kind]


def test_forename_in_the_salutation_is_whom_the_heading_names(read: Read) -> None:
    head = "65. Letter From the Minister in Norland (Ost) to the Chief of the Ice Division (Lund)"
    found = read(
        "\n\n".join((head, "Oslo, March 3, 1938.", "Dear Axel:", "The piano has sailed.", "Sincerely,", "Olaf"))
    )
    assert received(found) == ["Chief of the Ice Division (Lund)"]


def test_british_documents_counted_over_their_parties_are_not_of_the_series(read: Read) -> None:
    first = (
        "No. 41.",
        "Mr. Ost to Earl Lund.—(Received March 4.)",
        "(Telegraphic.)",
        "Oslo, March 3, 1878.",
        "No ice.",
    )
    other = ("No. 42.", "Earl Lund to Mr. Ost.", "(Telegraphic.)", "London, March 5, 1878.", "Ask the United States.")
    assert read("\n\n".join((*first, *other))).layout != "frus"


def test_month_in_the_name_of_a_city_is_no_date() -> None:
    assert [found.when for found in find_dates("Rio de Janeiro, June 17, 1882.")] == ["1882-06-17"]
    assert [found.when for found in find_dates("5 de Janeiro de 1882")] == ["1882-01-05"]


@pytest.mark.parametrize("lead", ["", "1 ", "1", "/1/", "[1] "])
def test_the_note_on_the_source_can_stand_over_the_text_and_is_none_of_its_words(read: Read, lead: str) -> None:
    found = read(
        "12. Telegram From the Department of State to the Embassy in Norland\n\nWashington, March 3, 1964, 7 p.m.\n\n"
        f"{lead}Source: Department of State, Central Files, POL 27 NOR. Secret; Priority.\n\n"
        "812. Tell the harbor master that the lamp is green.\n\nPell"
    )
    (telegram,) = found.telegrams
    told = [found.capture.text[block.start : block.end] for block in telegram.body.message]
    assert not any("Source" in words for words in told)
    assert "POL 27 NOR" in telegram.holdings[0].text
