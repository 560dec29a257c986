"""Plain texts that were copied as Markdown."""

from __future__ import annotations

import pytest

from tei.capture.markdown import without_markdown


def test_the_marks_of_markdown_are_taken_off() -> None:
    """Headings, links, escapes, emphasis and quotations read as on the screen."""
    text = "## 5\\. Telegram to [Pell](https://example.org/pell)\n\n> *Karsk*, **3 May**\n\n\\[illegible\\] ice\\\n"
    assert without_markdown(text, 0) == "5. Telegram to Pell\n\nKarsk, 3 May\n\n[illegible] ice\n"


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
