"""Plain texts that were copied as Markdown."""

from __future__ import annotations

import pytest

from tei.capture.markdown import without_markdown


def test_the_marks_of_markdown_are_taken_off() -> None:
    """Headings, links, escapes and emphasis read as on the screen, and a quotation is moved in."""
    text = "## 5\\. Telegram to [Pell](https://example.org/pell)\n\n> *Karsk*, **3 May**\n\n\\[illegible\\] ice\\\n"
    assert without_markdown(text, 0) == "5. Telegram to Pell\n\n    Karsk, 3 May\n\n[illegible] ice\n"


def test_the_number_of_a_note_that_is_a_link_stays_in_brackets() -> None:
    """So it is a marker of the note, however the number was linked; a picture has no words."""
    text = "# Ice[1](#fn1)\n\nTwo boats[\\[2\\]](#n2) and a third.[^3]\n\n![map](/map.png)\n[^3]: Borrowed.\n"
    assert without_markdown(text, 0) == "Ice[1]\n\nTwo boats[2] and a third.[3]\n\n\n[3] Borrowed.\n"


def test_text_before_the_start_keeps_its_marks() -> None:
    """What an editor wrote at the head of a file is left alone."""
    assert without_markdown("a = '\\.'\n# Ice\\.", 9) == "a = '\\.'\nIce."


@pytest.mark.parametrize("text", ["# 14 of the series", "5 * 3 ** 2", "See [1] (ice)", "C:\\ice\\map", "**Ice** holds"])
def test_signs_of_one_kind_are_the_texts_own(text: str) -> None:
    """A number sign, a star or a stroke by itself makes no Markdown of a page."""
    assert without_markdown(text, 0) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He wired:\n> No ice.\n>\n> Vetrov\nAnd left.\n", "He wired:\n    No ice.\n    \n    Vetrov\nAnd left.\n"),
        ("He wired:\n>No ice.\n>> Vetrov\n", "He wired:\n    No ice.\n    Vetrov\n"),
        (f"He wired:\n\n> {'ice ' * 20}\n\nAnd left.", f"He wired:\n\n    {'ice ' * 20}\n\nAnd left."),
        ("> Telegram\n>\n> > No ice.\n\n> Vetrov", "Telegram\n\nNo ice.\n\nVetrov"),
    ],
)
def test_quoted_lines_are_moved_in_and_a_page_that_is_quoted_whole_begins_at_the_margin(text: str, read: str) -> None:
    """As mail and Markdown quote, whether blank lines have the sign too or not, and a quotation in a quotation."""
    assert without_markdown(text, 0) == read


@pytest.mark.parametrize("text", ["> Home\n\nTelegram\n", "3 < 5\n> 2\nice", "Home\n> Archives\nice > snow"])
def test_a_way_through_a_menu_is_no_quotation(text: str) -> None:
    """One short line behind the sign says nothing."""
    assert without_markdown(text, 0) == text
