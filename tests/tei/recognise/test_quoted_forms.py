"""A quotation that opens with the line of a form, or with an address, and closes behind a name is a telegram."""

from __future__ import annotations

import pytest

from tei.recognise.layouts.quoted_forms import opens_form


@pytest.mark.parametrize(
    "line", ["«Телеграмма № 77/406 от 9.02.1938 г.", "«НАЧАЛЬНИКУ РАДИООТДЕЛА", "«Карск, т. Ветрову"]
)
def test_line_of_a_form_opens_such_a_quotation(line: str) -> None:
    assert opens_form(line)


@pytest.mark.parametrize(
    "line", ["Телеграмма № 77 от 9.02.1938 г.", "«Телеграмма № 77»", "«Печь дымит, Ветров не спит", "“Telegram No. 7"]
)
def test_other_quotations_are_the_words_of_the_book(line: str) -> None:
    assert not opens_form(line)
